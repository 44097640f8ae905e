package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"collab/assess"
	"collab/internal/strict"
	"collab/reports"
	"collab/reports/record"
	"collab/rubric"
)

// assessOptions are the flags of collab assess.
type assessOptions struct {
	answers string // a response file, or - for standard input
	short   bool
	role    string
	rubric  string // a rubric file
	date    string
	dir     string

	accessible bool
	revise     string // id of a question or a dimension
	hands      bool   // counts a show of hands
	second     bool   // of a show of hands: the second round
	all        bool   // asks all questions in a second round
	replace    bool   // of a show of hands: see [keeping]

	again func(more ...string) string // see [typedAgain]
}

func newAssessCmd(c console) *cobra.Command {
	var o assessOptions
	cmd := &cobra.Command{
		Use:   "assess [ASSOCIATION]",
		Short: "Answer for your association and get a report",
		Long: `Asks you the questions and writes your report. This takes about 25 minutes, or
15 for the short version. Each answer is saved as you give it. You can stop any
time with ctrl+c; run collab assess again to continue.

Your answers and results go to the file assessment.yaml, and a report to
report.md. Both open in any text editor. Anyone who can open these files can read
your answers.`,
		Example: `  collab assess "Northern Trails Alliance"
  collab assess --short --role ceo
  collab assess --revise trust.reliance
  collab assess --hands "Lakes Guild"
  collab assess --answers examples/answers.yaml --dir northern-trails`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.again = func(more ...string) string { return typedAgain(cmd, args, more...) }
			var association string
			if len(args) == 1 {
				association = args[0]
			}
			return c.assess(cmd.Context(), association, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.answers, "answers", "", "read the answers from this `FILE` instead of asking you")
	f.BoolVar(&o.short, "short", false, "ask the short version")
	f.StringVar(&o.role, "role", "", "your `ROLE`, such as ceo or board")
	f.StringVar(&o.rubric, "rubric", "", "ask the questions in this rubric `FILE` instead of the default ones")
	f.StringVar(&o.date, "date", "", "the `DATE` of the assessment, such as 2026-11-23 (default: today)")
	f.StringVar(&o.dir, "dir", "", "the `FOLDER` of the association's files")
	f.StringVar(&o.revise, "revise", "", "answer this again: a question, trait, target, hurdle or fact, by `ID` or name")
	f.BoolVar(&o.hands, "hands", false, "count a show of hands in a meeting")
	f.BoolVar(&o.second, "second-round", false, "save the show of hands as round two")
	f.BoolVar(&o.all, "all", false, allHelp)
	f.BoolVar(&o.replace, "replace", false, replaceHelp)
	f.BoolVar(&o.accessible, "accessible", false, accessibleHelp)
	return cmd
}

// inFolder is the command that was given, for another folder.
func (c console) inFolder(again func(more ...string) string) func(path string) string {
	return func(path string) string { return again("--dir " + c.argument(path)) }
}

// An assessRun is one run of collab assess.
type assessRun struct {
	console
	options assessOptions
	own     *rubric.Rubric // of --rubric, or nil
}

// assess asks or reads one person's answers, and keeps and shows what follows.
func (c console) assess(ctx context.Context, association string, o assessOptions) error {
	own, err := ownRubric(o.rubric)
	if err != nil {
		return err
	}
	if association, o.dir, err = c.settleName(association, o.dir); err != nil {
		return err
	}
	r := assessRun{console: c, options: o, own: own}
	switch {
	case o.revise != "" && (o.answers != "" || association != "" || o.short || o.date != ""):
		return errors.New("--revise changes the existing assessment; leave out --answers, --short, --date and the name")
	case o.replace && !o.hands && o.answers == "":
		return errors.New("--replace works for groups only; add --hands or --answers")
	case o.hands && (o.revise != "" || o.role != ""):
		return errors.New("--hands counts a whole group; leave out --role and --revise")
	case o.second && !o.hands && o.answers == "":
		return advise(errors.New("--second-round works for groups only; add --hands or --answers"),
			"If each person answers alone: collab respond --second-round")
	case o.revise != "":
		return r.askAgain(ctx)
	case o.answers != "":
		return r.fromFile(association)
	case o.hands:
		return r.fromRoom(ctx, association)
	}
	return r.fromPerson(ctx, association)
}

// fromFile takes the answers from a response file.
func (r assessRun) fromFile(association string) error {
	name, text, err := r.readInput(r.options.answers)
	if err != nil {
		return err
	}
	beside := folder{filepath.Dir(r.options.answers)}
	if assess.IsHands(text) {
		return r.fromHands(association, name, text, beside)
	}
	if r.options.hands || r.options.second {
		return fmt.Errorf("%s holds one person's answers; expected mode: hands with counts", name)
	}
	response, err := assess.ParseResponse(name, text, beside.rubrics(r.own))
	if err != nil {
		return orOther(err, name, "response file", text)
	}
	if association != "" && association != response.Association {
		return fmt.Errorf("%s holds the answers of %q, not of %q", name, response.Association, association)
	}
	if err := r.override(&response); err != nil {
		return err
	}
	f, err := r.locate(r.options.dir, response.Association)
	if err != nil {
		return err
	}
	return r.finish(f, response)
}

// fromHands takes the counts of a show of hands from a file.
func (r assessRun) fromHands(association, name string, text []byte, beside folder) error {
	tally, err := assess.ParseHands(name, text, beside.rubrics(r.own))
	if err != nil {
		return err
	}
	if association != "" && association != tally.Association {
		return fmt.Errorf("%s holds the counts of %q, not of %q", name, tally.Association, association)
	}
	if r.options.date != "" {
		if tally.Date, err = r.today(r.options.date); err != nil {
			return err
		}
	}
	f, err := r.locate(r.options.dir, tally.Association)
	if err != nil {
		return err
	}
	return r.finishCounted(f, tally)
}

// override lets the flags that were given speak for the file.
func (r assessRun) override(response *assess.Response) error {
	if r.options.short && response.Length != assess.Short {
		return errors.New("--short does not fit: the file answers the full version")
	}
	if r.options.date != "" {
		date, err := r.today(r.options.date)
		if err != nil {
			return err
		}
		response.Date = date
	}
	role, err := r.role(response.Rubric)
	response.Role = cmp.Or(role, response.Role)
	return err
}

// role checks --role against the rubric's roles.
func (r assessRun) role(of *rubric.Rubric) (string, error) {
	return r.options.role, known("--role", r.options.role, of.Roles)
}

// finish keeps the assessment that follows from a response and shows it.
func (r assessRun) finish(f folder, response assess.Response) error {
	return r.keepAndShow(f, assess.Assess(assess.One(response)), keeping{}, r.options.accessible)
}

// keepAndShow keeps an assessment in a folder, shows it and says where it is.
func (c console) keepAndShow(f folder, a *assess.Assessment, how keeping, accessible bool) error {
	a.Formerly = f.formerly()
	before := c.since(f, a)
	k, err := f.keep(a, before, how)
	if err != nil {
		return err
	}
	o := before.options()
	o.Plan = c.planOf(f, a)
	said := c.whereabouts(f, k.written, len(a.Actions) > 0)
	for _, err := range append(replacedForGood(k), tookPlace(a.Date, k), f.oldPage(record.Seal(record.Encode(a)))) {
		said = append(said, c.complaint(err)...)
	}
	c.complain(c.dateAhead(f, a.Date)) // above: the interview said so before, and the headline must not scroll away
	err = c.show(a, o, said, accessible)
	c.tell(said)
	return err
}

// replacedForGood says which earlier records are gone.
func replacedForGood(k kept) (gone []error) {
	const why = "together with the new record it would reveal what individuals answered, and you gave --replace"
	if !k.replaced.IsZero() && k.where == "" {
		gone = append(gone, fmt.Errorf("the earlier record of %s is not kept: %s", k.replaced, why))
	}
	for _, path := range k.removed {
		gone = append(gone, fmt.Errorf("%s was removed: %s", path, why))
	}
	return gone
}

// dateAhead says of a record whose date is likely a slip how to put it right.
func (c console) dateAhead(f folder, date assess.Date) error {
	said := c.ahead(date)
	if said == "" {
		return nil
	}
	return advise(errors.New(said), "If that is a mistake, correct the date in %s. Then: %s", f.file(recordFile), f.reportAnew())
}

// tookPlace says where a record of a later date is that a new one took the place of.
func tookPlace(date assess.Date, k kept) error {
	if k.replaced.IsZero() || k.where == "" || !k.replaced.After(date.Time) {
		return nil
	}
	now := fmt.Errorf("the folder now holds the record of %s; the one before it was of a later date, %s", date, k.replaced)
	if k.where == inGit {
		return advise(now, "The later one is kept in git, in the current commit.")
	}
	return advise(now, "The later one is kept in %s. If its date was a mistake, move that file out of the folder.", k.where)
}

// show prints an assessment so that it and what is said below it fit one screen.
func (c console) show(a *assess.Assessment, o reports.Options, below []string, accessible bool) error {
	const prompt = 1
	set := styling{Size: c.screenSize(rowsOf(below, columns(c.err)) + prompt), listened: c.plain(accessible)}
	o.Reference = record.Seal(record.Encode(a))
	return writeScreen(c.out, showing{report: reports.Assessment(a, o)}, set)
}

// rowsOf is how many rows lines take on a screen.
func rowsOf(lines []string, width int) (rows int) {
	for _, line := range lines {
		rows += 1 + max(0, ansi.StringWidth(line)-1)/width
	}
	return rows
}

// whereabouts says what was written where, how to see it again and, where there are steps,
// how to note who takes them.
func (c console) whereabouts(f folder, written []string, steps bool) []string {
	said := append([]string{""}, c.writtenFiles(f, written)...)
	said = append(said, c.message(" ", strict.Plain("See it again: collab report "+c.argument(f.path)))...)
	if steps {
		said = append(said, c.message(" ", strict.Plain("Who does what, by when: collab plan "+c.argument(f.path)))...)
	}
	return said
}

// writtenFiles names files by their paths; where these do not fit the terminal's rows, the
// folder once.
func (c console) writtenFiles(f folder, written []string) []string {
	said := []string{" Written:"}
	var names []string
	for _, path := range written {
		said = append(said, "   "+strict.Plain(path))
		names = append(names, filepath.Base(path))
	}
	if rowsOf(said, columns(c.err)) == len(said) {
		return said
	}
	return c.message(" ", strict.Plain("Written in "+f.path+": "+listed(names)))
}

// argument is a path as it is typed here behind a command; nothing for the
// folder one is in. Where the shell is elsewhere, it is the whole path.
func (c console) argument(path string) string {
	here, err := c.getwd()
	if err != nil || c.away {
		return typedPath(path)
	}
	short, err := filepath.Rel(here, path)
	switch {
	case err != nil || strings.HasPrefix(short, ".."):
		short = path
	case short == ".":
		return ""
	}
	return typedPath(short)
}
