package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"collab/assess"
	"collab/reports/history"
	"collab/rubric"
)

// combineOptions are the flags of collab combine.
type combineOptions struct {
	csv    []string // tables
	body   int
	named  bool
	second bool
	rubric string
	dir    string
	date   string
	from   string // date

	bodySaid bool
	again    func(more ...string) string // see [typedAgain]

	association string // of a table, which cannot hold these
	short       bool
	joint       assess.JointWork
	replace     bool // see [keeping]
	unlinked    bool // two people may have the same code
	room        bool // collab room combines
}

func newCombineCmd(c console) *cobra.Command {
	var o combineOptions
	cmd := &cobra.Command{
		Use:   "combine [FILE...]",
		Short: "Combine a group's answers into one assessment",
		Long: `Combines the answers of one round: from collab respond, from paper and from
survey tables. It writes one record and one report, and tells you what it read
and what it left out. If you name no files, it uses the newest responses in
responses/.

The report shows how many people chose each answer, even where one person alone
chose it. A question answered by fewer than five people shows no counts.

A table has one row for each person. Use the file that your form tool exports
(CSV or .xlsx) unchanged. collab finds the questions by their text, leaves out
other columns, such as names and times, and tells you which. If the table does
not name the association, add --association.`,
		Example: `  collab combine --body 15
  collab combine --csv examples/lakes-guild/survey.csv --association "Lakes Guild (invented)" --date 2026-11-23 --joint-scope between --dir lakes
  collab combine --csv examples/lakes-guild/second-round.csv --second-round --dir lakes`,
		RunE: func(cmd *cobra.Command, files []string) error {
			o.bodySaid = cmd.Flags().Changed("body")
			o.again = func(more ...string) string { return typedAgain(cmd, files, more...) }
			return c.combine(files, o)
		},
	}
	f := cmd.Flags()
	f.StringArrayVar(&o.csv, "csv", nil, "a survey table `FILE`; repeat for more tables")
	f.IntVar(&o.body, "body", 0, "the `NUMBER` of people in the whole group, such as all board members")
	f.BoolVar(&o.named, "named", false, "allow fewer than five people, although their answers can be traced")
	f.BoolVar(&o.second, "second-round", false, "add these answers to the assessment as its second round")
	f.StringVar(&o.rubric, "rubric", "", "the rubric `FILE` that people answered, if not the default one")
	f.StringVar(&o.dir, "dir", "", "the `FOLDER` of the association's files")
	f.StringVar(&o.date, "date", "", "the `DATE` of the round (default: the latest response; for a table, today)")
	f.StringVar(&o.from, "from", "", "count responses from this `DATE` on (default: the latest date only)")
	f.StringVar(&o.association, "association", "", "for a table: the `NAME` of the association, if the folder has no record")
	f.BoolVar(&o.short, "short", false, "for a table: people answered the short version")
	f.StringVar(&o.joint.About, "joint-about", "", "the joint `WORK` people answered about, if unclear from the answers")
	f.StringVar(&o.joint.Scope, "joint-scope", "", scopeHelp)
	f.StringVar(&o.joint.Purpose, "joint-purpose", "", "what that work is mainly for: "+purposes)
	f.BoolVar(&o.replace, "replace", false, replaceHelp)
	f.BoolVar(&o.unlinked, "unlinked", false, "if two people have the same code, count both; do not link to other years")
	return cmd
}

// combine adds a group's answers up, keeps and shows what follows.
func (c console) combine(files []string, o combineOptions) error {
	own, err := ownRubric(o.rubric)
	if err != nil {
		return err
	}
	if o.association, o.dir, err = c.settleName(o.association, o.dir); err != nil {
		return err
	}
	g := combineRun{console: c, options: o, own: own}
	tally, f, err := g.gather(files)
	if err != nil {
		return err
	}
	if err := g.admit(tally, f); err != nil {
		return err
	}
	if err := g.hideResponses(f); err != nil {
		return err
	}
	finish := c.finishSecond
	if !o.second {
		finish = c.finishRoom
	}
	return orReplace(finish(f, tally.Publish(), o.replace, false), o.again)
}

// hideResponses hides from git what was put into the folder's responses by hand. What
// git tracks already it goes on tracking, whatever is hidden: that is said instead.
func (c console) hideResponses(f folder) error {
	dir := f.file(responsesDir)
	if !exists(dir) {
		return nil
	}
	dropHalfWritten(dir)
	made, err := f.hideResponses()
	if err != nil {
		return err
	}
	tracked, err := f.trackedResponses()
	switch {
	case err != nil:
		c.complain(fmt.Errorf("cannot tell whether git stores people's answers in %s: %w", dir, err))
	case len(tracked) > 0:
		c.complain(advise(fmt.Errorf("git stores people's private answers: %s in %s", files(len(tracked)), dir),
			"To take them out of the next commit (your files stay): git -C %s rm -r -q --cached .\n"+
				"Earlier commits still hold them.", typedPath(dir)))
	case made != "":
		c.note("Made %s, so git does not save people's answers", made)
	default:
		c.warnUnhidden(f)
	}
	return nil
}

// warnUnhidden says where git would save people's answers.
func (c console) warnUnhidden(f folder) {
	if !f.hidesResponses() {
		c.complain(advise(fmt.Errorf("%s does not keep people's private answers out of git", filepath.Join(f.file(responsesDir), ignoreFile)),
			"Add a last line to that file with only this character: *"))
	}
}

// trackedResponses are the files of people's answers that the next commit of git
// will hold.
func (f folder) trackedResponses() ([]string, error) {
	names, err := history.Tracked(f.file(responsesDir))
	return slices.DeleteFunc(names, func(name string) bool { return name == ignoreFile }), err
}

// A combineRun is one run of collab combine.
type combineRun struct {
	console
	options combineOptions
	own     *rubric.Rubric // of --rubric, or nil
}

// gather adds up all that people of one round answered, in response files and in
// tables, and finds the folder they are for.
func (g combineRun) gather(files []string) (*assess.Tally, folder, error) {
	f, err := g.locate(g.options.dir, g.options.association)
	if err != nil {
		return nil, f, err
	}
	if len(g.options.csv) == 0 && g.options.association != "" {
		if f, err = g.locate(g.options.dir, ""); err != nil {
			return nil, f, err
		}
	}
	named := len(files) > 0
	var leftOut []string
	if !named {
		if files, leftOut, err = g.responsesOfRound(f); err != nil {
			return nil, f, err
		}
	}
	codes := newCodeBook()
	codes.both, codes.once = g.options.unlinked, g.options.room
	var tally *assess.Tally
	if len(files) > 0 {
		if tally, err = g.fromResponses(files, f, named, leftOut, codes); err != nil {
			return nil, f, err
		}
	}
	if len(g.options.csv) > 0 {
		tally, err = g.fromTables(f, tally, codes)
		return tally, f, err
	}
	if g.options.dir == "" {
		f, err = g.locate("", tally.Association)
	}
	return tally, f, err
}

// responsesOfRound are the folder's response files of the latest date, or from the date
// on that was given; and what is left out, to be told. Where tables are given too there
// may be none, and those of long before are another round's.
func (g combineRun) responsesOfRound(f folder) (paths, leftOut []string, err error) {
	mark := ""
	if g.options.second {
		mark = secondMark
	}
	names, err := f.responses(mark)
	tables := len(g.options.csv) > 0
	switch {
	case err != nil:
		return nil, nil, err
	case len(names) == 0 && tables:
		return nil, nil, nil
	case len(names) == 0:
		return nil, nil, g.noResponses(f, mark)
	}
	latest := dateOfName(slices.Max(names))
	from := latest
	if g.options.from != "" {
		if from, err = assess.ParseDate(g.options.from); err != nil {
			return nil, nil, fmt.Errorf("--from: %w", err)
		}
	}
	switch another, err := g.ofAnotherRound(f, latest); {
	case err != nil:
		return nil, nil, err
	case another || tables && from.After(latest.Time):
		g.note("Left out: the responses of %s in %s belong to another round", latest, f.file(responsesDir))
		return nil, nil, nil
	case from.After(latest.Time):
		return nil, nil, fmt.Errorf("--from: the latest responses are of %s; give that date or an earlier one", latest)
	}
	before := map[assess.Date]int{}
	for _, name := range names {
		if of := dateOfName(name); of.Before(from.Time) {
			before[of]++
			continue
		}
		paths = append(paths, f.response(name))
	}
	for _, name := range f.strange() {
		leftOut = append(leftOut, name+": perhaps a copy: collab gives files other names. To count it, rename it to DATE-WORD.yaml")
	}
	return paths, append(leftOut, g.leftOutBefore(f, before, latest)...), nil
}

// ofAnotherRound tells whether responses were given long before or after the tables that
// are given too. Within sixty days nobody can tell, unless they are of one date, or of a
// second round whose first came before them: then it is asked. A record may count the
// responses already, and people would be counted twice.
func (g combineRun) ofAnotherRound(f folder, latest assess.Date) (bool, error) {
	if len(g.options.csv) == 0 {
		return false, nil
	}
	date, err := g.today(g.options.date)
	if err != nil {
		return false, err
	}
	switch {
	case !oneRound(date, latest):
		return true, nil
	case g.options.from != "" || date.Equal(latest.Time):
		return false, nil
	}
	if g.options.second {
		if first, _, err := readAssessment(f.path); err == nil && !latest.Before(first.Date.Time) {
			return false, nil
		}
	}
	return false, advise(fmt.Errorf("the table is of %s, but the latest responses in %s are of %s", date, f.file(responsesDir), latest),
		"If both are of one round: %s\nIf not, count the table alone: %s",
		g.options.again("--from "+latest.String()), g.options.again("--from "+assess.Date{Time: latest.AddDate(0, 0, 1)}.String()))
}

// leftOutBefore says of files of earlier dates why they are left out. A round may have
// gone on for days: then it says how to count them.
func (g combineRun) leftOutBefore(f folder, before map[assess.Date]int, latest assess.Date) []string {
	var said []string
	for _, date := range slices.SortedFunc(maps.Keys(before), func(a, b assess.Date) int { return a.Compare(b.Time) }) {
		why := "from an earlier round"
		if oneRound(date, latest) {
			why = "not of the latest date. If they belong to this round: " + g.fromAgain(f, date)
		}
		said = append(said, fmt.Sprintf("%s of %s: %s", files(before[date]), date, why))
	}
	return said
}

// fromAgain is the command that counts responses from a date on. A room has ended by then.
func (g combineRun) fromAgain(f folder, date assess.Date) string {
	if !g.options.room {
		return g.options.again("--from " + date.String())
	}
	mark := ""
	if g.options.second {
		mark = secondMark
	}
	return g.toCombine(f, mark) + " --from " + date.String()
}

// noResponses says where there may be some.
func (g combineRun) noResponses(f folder, mark string) error {
	advice := "To answer: collab respond. To read a survey table: collab combine --csv FILE"
	if near := f.withResponses(mark); len(near) == 1 {
		advice = "There are some in the folder " + filepath.Base(near[0].path) + ": " + g.options.again("--dir "+g.argument(near[0].path))
	}
	if strange := f.strange(); len(strange) > 0 {
		advice = "The files there have names collab does not give, such as " + strange[0] + ". To count them, name them: collab combine FILE..."
	}
	return advise(fmt.Errorf("%s holds no responses of this round", f.file(responsesDir)), "%s", advice)
}

// withResponses are the folders inside one that hold responses with a mark.
func (f folder) withResponses(mark string) []folder {
	entries, _ := os.ReadDir(f.path) // who cannot list it finds none
	var near []folder
	for _, e := range entries {
		inside := folder{f.file(e.Name())}
		if names, _ := inside.responses(mark); len(names) > 0 {
			near = append(near, inside)
		}
	}
	return near
}

// toCombine is the command that adds up a folder's responses with a mark.
func (c console) toCombine(f folder, mark string) string {
	command := "collab combine"
	if mark == secondMark {
		command += " --second-round"
	}
	if dir := c.argument(f.path); dir != "" {
		command += " --dir " + dir
	}
	return command
}

// fromResponses adds up response files. Named tells that they were given by name; left
// out is what else was found, to be told.
func (g combineRun) fromResponses(files []string, f folder, named bool, leftOut []string, codes *codeBook) (*assess.Tally, error) {
	round, wrong := f.readResponses(files, f.rubrics(g.own), named)
	round.leaveOutRepeated(codes)
	if wrong == nil {
		round.tell(g.console, leftOut)
	}
	var advice []string
	twice := codes.enter(round.people)
	for i := range round.people {
		codes.seesAnswers(&round.people[i].response, codePlace{path: round.people[i].path})
	}
	if g.options.unlinked {
		twice = g.sayBothCount(twice)
	}
	if len(twice) > 0 {
		advice = append(advice, g.adviseUnlinked())
	}
	apart := settleJointWork(round.people, g.options.joint)
	var other otherJointWork
	if errors.As(apart, &other) {
		advice = append(advice, "If it was the same work, name it once for everyone: "+g.options.again(other.flags()...))
	}
	tally, misfits := addUp(round.people)
	all := errors.Join(append(twice, wrong, apart, misfits)...)
	switch {
	case all == nil:
		return tally, g.redate(tally)
	case len(advice) > 0:
		return nil, advise(all, "%s", strings.Join(advice, "\n"))
	}
	return nil, all
}

// sayBothCount says which people with one code both count, unless that was asked for.
func (g combineRun) sayBothCount(twice []error) []error {
	if g.options.room {
		g.complain(errors.Join(twice...))
	}
	return nil
}

// adviseUnlinked says what to do about two people with one code.
func (g combineRun) adviseUnlinked() string {
	return "If two people chose the same code, count both without linking them to other years: " + g.options.again("--unlinked")
}

func (g combineRun) redate(tally *assess.Tally) error {
	if g.options.date == "" {
		return nil
	}
	var err error
	tally.Date, err = g.today(g.options.date)
	return err
}

// admit checks the size of a room, and sets what the flags say of it.
func (g combineRun) admit(tally *assess.Tally, f folder) error {
	if tally.People < 5 && !g.options.named {
		return advise(fmt.Errorf("only %d answered; with fewer than five people, answers can be traced to individuals", tally.People),
			"If all of them agree: %s", g.options.again("--named"))
	}
	switch body := g.options.body; {
	case body > assess.MaxPeople:
		return fmt.Errorf("--body: %d is out of range; expected at most %d", body, assess.MaxPeople)
	case body != 0 && body < tally.People:
		return fmt.Errorf("--body: %d is fewer than the %d people who answered", body, tally.People)
	}
	tally.Named = g.options.named && tally.People < 5
	tally.Body = g.options.body
	if !g.options.bodySaid && !g.options.second {
		g.takeBody(tally, f)
	}
	return nil
}

// takeBody takes over the body that the record of this round states already: added
// up again, it speaks for the same people.
func (g combineRun) takeBody(tally *assess.Tally, f folder) {
	standing, _, err := readAssessment(f.path)
	if err != nil || standing.Association != tally.Association || !standing.Date.Equal(tally.Date.Time) || standing.Body == 0 {
		return
	}
	if standing.Body < tally.People {
		g.complain(fmt.Errorf("the record being replaced was for a group of %d, but %d people have now answered; the size of the group is left out", standing.Body, tally.People))
		return
	}
	tally.Body = standing.Body
	g.complain(fmt.Errorf("size of the group taken from the record being replaced: %d", tally.Body))
}
