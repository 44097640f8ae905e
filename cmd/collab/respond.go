package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/interview"
	"collab/assess/phone"
	"collab/assess/phone/room"
	"collab/internal/strict"
	"collab/rubric"
)

// respondOptions are the flags of collab respond.
type respondOptions struct {
	short      bool
	rubric     string
	date       string
	dir        string
	accessible bool
	sheet      bool
	code       string // a code, or a file of them; - standard input; empty: none
	second     bool
	all        bool // asks all questions in a second round
	joint      assess.JointWork
	again      func(name string) string    // this command with its flags, for an association
	retry      func(more ...string) string // this command with more flags
}

func newRespondCmd(c console) *cobra.Command {
	var o respondOptions
	cmd := &cobra.Command{
		Use:   "respond [ASSOCIATION]",
		Short: "Answer privately as one of a group",
		Long: `People answer on this laptop one after another. Each sees only their own
answers. No results are shown, and the screen is cleared before the next person.
The answers are saved in a private folder, responses/. When everyone is done,
run: collab combine

With --sheet you type in paper questionnaires (collab rubric print), one line
for each person. Each marked box has a small character in it. Type these
characters, for example:

  2: 32d4 2211 3232 232d 322. nn21 332232213 23 22 32 42
     targets: 3332t.4 priorities: 2,6 hurdles: 1,3w,7 forms: y 2yyn 1yd. 3... code: oak

Type both lines of this example as one line. Type a period where no box is
marked. The last page of the paper explains each part. You can correct each line
before it is saved. If you read sheets from a file and one has an error, no sheet
is saved.

With --code you type in the codes that people get on the page for phones (collab
rubric export --format page), one code on each line. collab tells you which block
of five characters is wrong. --code=FILE reads the codes from a file.`,
		Example: `  collab respond "Lakes Guild" --joint-scope between --joint-about "Trail conference"
  collab respond
  collab respond --sheet
  collab respond --code
  collab respond "Lakes Guild" --joint-scope between --sheet < examples/sheets.txt`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.again = func(name string) string { return typedAgain(cmd, nil) + " " + typedName(name) }
			o.retry = func(more ...string) string { return typedAgain(cmd, args, more...) }
			name := strings.Join(args, "")
			if o.code == "-" && (phone.IsCode(name) || isFile(name)) {
				return advise(fmt.Errorf("%s stands where the name of the association is expected", strict.Show(name)), "Write it like this: --code=%s", typedPath(name))
			}
			return c.respond(cmd.Context(), name, o)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&o.short, "short", false, "ask the short version")
	f.StringVar(&o.rubric, "rubric", "", "ask the questions in this rubric `FILE` instead of the default ones")
	f.StringVar(&o.date, "date", "", "the `DATE` of the round, such as 2026-11-23 (default: today)")
	f.StringVar(&o.dir, "dir", "", "the `FOLDER` of the association's files")
	f.BoolVar(&o.second, "second-round", false, "answer the second round, after talking about the first")
	f.BoolVar(&o.all, "all", false, allHelp)
	f.StringVar(&o.code, "code", "", "type in codes from phones, one on each line; or read them from a `FILE`")
	f.Lookup("code").NoOptDefVal = "-"
	f.BoolVar(&o.sheet, "sheet", false, "type in paper questionnaires, one line for each person")
	f.StringVar(&o.joint.About, "joint-about", "", "the joint `WORK` that everyone answers about")
	f.StringVar(&o.joint.Scope, "joint-scope", "", scopeHelp)
	f.StringVar(&o.joint.Purpose, "joint-purpose", "", "what that work is mainly for: "+purposes)
	f.BoolVar(&o.accessible, "accessible", false, accessibleHelp)
	return cmd
}

// groupInstead is the way for the people of a group without a terminal.
const groupInstead = "Open a terminal window. To type in paper sheets: collab respond --sheet. To read a survey table: collab combine --csv FILE"

// A respondRun is one run of collab respond: people of a group answer one after the other.
type respondRun struct {
	console
	options respondOptions
	own     *rubric.Rubric // of --rubric, or nil
	mark    string         // in the names of the files
	in      *bufio.Reader  // one for all that is typed here
	blank   assess.Response
	asks    asking.Asks // what a second round asks
	folder  folder
	pile    []draft // the files for the lines of a pile that is read
	typed   string  // the line of the next sheet, where it was typed before it was asked for
}

func (c console) respond(ctx context.Context, association string, o respondOptions) error {
	own, err := ownRubric(o.rubric)
	if err != nil {
		return err
	}
	if association, o.dir, err = c.settleName(association, o.dir); err != nil {
		return err
	}
	d := &respondRun{console: c, options: o, own: own, in: bufio.NewReader(c.in)}
	if o.second {
		d.mark = secondMark
	}
	if err := d.open(association); err != nil {
		return err
	}
	d.sayJoined()
	switch {
	case o.sheet:
		return d.sheets()
	case o.code != "":
		return d.codes()
	}
	if err := c.mustReachPerson(o.accessible, groupInstead); err != nil {
		return err
	}
	for {
		again, err := d.person(ctx)
		if err != nil {
			return err
		}
		if !again {
			d.tellNext()
			return nil
		}
	}
}

// open finds the folder and what the round has in common: what the flags say,
// else what those say who answered before on this date.
func (d *respondRun) open(association string) error {
	f, err := d.locate(d.options.dir, association)
	if err != nil {
		return err
	}
	asked, err := f.toAsk(d.own)
	if err != nil {
		return err
	}
	d.folder, d.blank = f, assess.NewResponse(asked)
	if d.blank.Date, err = d.today(d.options.date); err != nil {
		return err
	}
	d.joinRoom()
	if d.blank.Association, err = f.named(association); err != nil {
		return err
	}
	d.followRound()
	if d.options.short {
		if err := shorten(&d.blank); err != nil {
			return err
		}
	}
	return d.takeJointWork()
}

// joinRoom takes the date of the round that a room has open here, where no other is asked
// for: paper that is typed in a day later, or after midnight, belongs to that round.
func (d *respondRun) joinRoom() {
	p, err := d.folder.roomPlan(d.folder.rubrics(d.own))
	if err != nil || d.options.date != "" || !p.goesOn(d.blank.Date, false) {
		return // what is wrong with the plan is said by the room
	}
	if p.phase == room.First && !d.options.second || p.phase == room.Second && d.options.second {
		d.blank.Date = p.round.Date
	}
}

// sayJoined says which round answers join that are given on another day.
func (d *respondRun) sayJoined() {
	if today, err := d.today(""); err == nil && d.options.date == "" && d.blank.Date != today {
		d.note("These answers count in the round of %s, which collab room has open here. For another round: --date", d.blank.Date.Long())
	}
}

// followRound takes over what is common to the round: from those who answered
// it before on this date, and for a second round from the first.
func (d *respondRun) followRound() {
	if d.options.second {
		a, _, err := readAssessment(d.folder.path)
		if err != nil {
			d.complain(advise(fmt.Errorf("the first round is not in %s, so all questions are asked again", d.folder.path),
				"If it was answered here, stop, and first make its assessment: collab combine"))
			return
		}
		d.blank.Length, d.blank.JointWork = a.Length, a.JointWork
		d.asks = secondOf(a, d.options.all)
		return
	}
	names, err := d.folder.responses(d.mark)
	if err != nil {
		return // what stands in the way is said when the first answer is kept
	}
	defer d.followRoom()
	for _, name := range names {
		r, _, err := d.folder.readDraft(name, d.folder.rubrics(d.own))
		if err != nil || r.response.Date != d.blank.Date || r.response.Rubric.Digest != d.blank.Rubric.Digest {
			continue
		}
		d.blank.Length, d.blank.JointWork = r.response.Length, r.response.JointWork
		if d.blank.Association == "" {
			d.blank.Association = r.response.Association
		}
		return
	}
}

// followRoom takes over what a room of this date asks, where nobody has answered yet.
func (d *respondRun) followRoom() {
	if d.blank.JointWork != (assess.JointWork{}) {
		return
	}
	p, err := d.folder.roomPlan(d.folder.rubrics(d.own))
	if err != nil || !p.goesOn(d.blank.Date, true) || p.round.Rubric.Digest != d.blank.Rubric.Digest {
		return // what is wrong with the plan is said by the room
	}
	d.blank.Association, d.blank.Length, d.blank.JointWork = p.round.Association, p.round.Length, p.round.JointWork
}

// takeJointWork lets the flags speak: in a room one piece of joint work is set
// for everybody.
func (d *respondRun) takeJointWork() error {
	j := d.options.joint
	if j == (assess.JointWork{}) {
		return nil
	}
	j, err := jointWork(j, d.blank.Rubric)
	if err != nil {
		return err
	}
	if d.options.second {
		j = filledIn(j, d.blank.JointWork)
	}
	d.blank.JointWork = j
	return nil
}

// privacy is what everybody reads first.
var privacy = []string{
	"Your answers are private: once you finish, nobody who answers after you can see or change them. " +
		"If you stop before the end, anyone at this laptop could continue your answers.",
	"They go to a file on this laptop, which the person who leads the round can read. The assessment holds only counts. A question " +
		"that fewer than five people answered shows none. Otherwise all counts are shown, even where you alone " +
		"chose a description. Your notes and your code are left out. No results are shown here.",
}

// welcome are the words of the first page, with the association where it is known.
func (d *respondRun) welcome() []string {
	if d.blank.Association == "" {
		return privacy
	}
	about := "You answer about " + d.blank.Association + ". "
	if said := d.counted(); said != "" {
		about += said + " "
	}
	return append([]string{about + privacy[0]}, privacy[1:]...)
}

// person lets one person answer, and tells whether there is a next one.
func (d *respondRun) person(ctx context.Context) (next bool, err error) {
	s := &session{console: d.console, dir: d.options.dir, mark: d.mark}
	if d.blank.Association != "" {
		s.dir = d.folder.path
	}
	found, err := d.unfinished(s)
	if err != nil {
		return false, err
	}
	asks := d.asks
	asks.Code, asks.JointWorkKnown = true, d.blank.JointWork != assess.JointWork{} || asks.Again
	asks.CodeTaken = func(code string) bool {
		return d.codeTaken(code, append(slices.Clone(s.over), s.draft)...) != ""
	}
	o := interview.Options{
		New:      interview.Draft{Response: d.blank, Keep: s.keep},
		Found:    found,
		Asks:     asks,
		Private:  true,
		Welcome:  d.warned(d.blank.Date, d.welcome()),
		NoteHelp: "An example, a document, a doubt. It stays in your own file, never in the group's record or report.",
	}
	c := d.console
	c.in = d.answersFrom()
	answered, outcome, err := c.ask(ctx, o, d.options.accessible)
	again := d.options.again(s.name)
	if err != nil {
		return false, s.failed(err, again)
	}
	d.clear()
	if outcome != interview.Done {
		return false, s.stopped(again)
	}
	if err := s.finish(answered); err != nil {
		return false, err
	}
	s.sayParted()
	if d.blank.Association == "" || d.blank.JointWork == (assess.JointWork{}) {
		d.blank.Association, d.blank.JointWork, d.folder = answered.Association, answered.JointWork, s.draft.folder
	}
	return d.handOn()
}

// counted says that the round was combined already, and what that means for who answers
// now; empty where it was not.
func (d *respondRun) counted() string {
	a, _, err := readAssessment(d.folder.path)
	if err != nil || d.options.second || a.Mode != assess.Group || !a.Date.Equal(d.blank.Date.Time) {
		return ""
	}
	return fmt.Sprintf("This round is over: the answers of %d people are counted. What is answered now counts once all are combined again.", a.People)
}

// answersFrom is what the interview reads: the terminal itself for the screen,
// which needs it, and the shared reader for lines.
func (d *respondRun) answersFrom() io.Reader {
	if d.inLines(d.options.accessible) {
		return d.in
	}
	return d.console.in
}

// unfinished offers what was begun on this date, without telling what of.
func (d *respondRun) unfinished(s *session) ([]interview.Draft, error) {
	drafts, _ := d.folder.drafts(d.mark, d.folder.rubrics(d.own)) // the broken ones are named by combine
	today := slices.DeleteFunc(drafts, func(open draft) bool { return open.over || open.response.Date != d.blank.Date })
	var offers []interview.Draft
	for _, open := range today {
		began := open.minute()
		if slices.ContainsFunc(today, func(o draft) bool { return o.path != open.path && o.minute() == began }) {
			began = open.begun // or two people would read the same
		}
		offer := s.goOn(open)
		offer.Label = "I am the person who started at " + began
		offer.Over = func() { s.over = append(s.over, open) }
		offers = append(offers, offer)
	}
	return offers, nil
}

// codeTaken gives the file of somebody in the round who has a code, empty where
// nobody has it; some drafts are left out of account, and those of the pile at hand,
// which may be sent again.
func (d *respondRun) codeTaken(code string, but ...draft) string {
	but = append(but, d.pile...)
	names, _ := d.folder.responses(d.mark) // what cannot be read combine will name
	for _, name := range ofDate(names, d.blank.Date.String()) {
		path := d.folder.response(name)
		if slices.ContainsFunc(but, func(own draft) bool { return own.path == path }) {
			continue
		}
		there, _, err := d.folder.readDraft(name, d.folder.rubrics(d.own))
		if err == nil && !there.over && assess.SameCode(there.response.Code, code) {
			return path
		}
	}
	return ""
}

// handOn thanks and waits for the next person.
func (d *respondRun) handOn() (again bool, err error) {
	fmt.Fprint(d.out, "Thank you. Your answers are saved, and the screen is cleared.\n"+
		"Please pass the laptop on. Next person: press Enter. To end: press q and Enter. ")
	line, err := d.in.ReadString('\n')
	switch {
	case errors.Is(err, io.EOF):
		return false, nil
	case err != nil:
		return false, couldNot(err)
	}
	d.clear()
	return !strings.EqualFold(strings.TrimSpace(line), "q"), nil
}

// tellNext says how many have answered in this round, and how they are added up.
func (d *respondRun) tellNext() {
	d.warnUnhidden(d.folder)
	n := d.folder.answered(d.mark, d.blank.Date, d.folder.rubrics(d.own))
	have := "people have"
	switch n {
	case 0:
		return
	case 1:
		have = "person has"
	}
	d.note("%d %s answered. Next: %s", n, have, d.toCombine(d.folder, d.mark))
}

// clear empties the screen and the lines that can be scrolled back to.
func (d *respondRun) clear() {
	switch {
	case !isTerminal(d.out):
	case d.getenv("TERM") == "dumb":
		fmt.Fprint(d.out, strings.Repeat("\n", 100))
	default:
		fmt.Fprint(d.out, "\x1b[H\x1b[2J\x1b[3J")
	}
}
