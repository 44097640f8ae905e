package reports_test

import (
	"bytes"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"collab/assess"
	"collab/internal/strict"
	"collab/reports"
	"collab/reports/content"
	"collab/reports/figure"
	"collab/reports/lines"
	"collab/reports/reportstest"
	"collab/reports/screen"
	"collab/reports/wording"
)

// A namedReport is a report of something that changes.
type namedReport struct {
	name string
	content.Report
}

// changes are the reports of all fixtures of change.
func changes(t testing.TB) []namedReport {
	var all []namedReport
	for _, f := range reportstest.Comparisons {
		all = append(all, namedReport{f.Name, reports.Comparison(f.Make(t), reports.Options{})})
	}
	for _, f := range reportstest.Courses {
		all = append(all, namedReport{f.Name, reports.Series(f.Make(t), reports.Options{})})
	}
	for _, f := range reportstest.Portfolios {
		all = append(all, namedReport{"portfolio of " + f.Name, reports.Portfolio(f.Make(t), reports.Options{})})
	}
	for _, f := range slices.Concat(reportstest.Rooms, reportstest.One) {
		all = append(all, namedReport{"agenda of " + f.Name, reports.Agenda(f.Make(t), reports.Options{})})
	}
	return all
}

// chances are written as papers do, without a zero before the point.
var chances = regexp.MustCompile(`( [=<])? \.\d+`)

// Every section has a heading of its own and whole sentences, each said once.
func TestSectionsOfChangeSayEachThingOnce(t *testing.T) {
	for _, r := range changes(t) {
		seen, ids := map[string]string{}, map[string]bool{}
		if len(r.Sections) == 0 {
			t.Errorf("%s has no section", r.name)
		}
		for _, s := range r.Sections {
			if len(s.Heading) == 0 || ids[s.ID] || len(s.Blocks) == 0 {
				t.Errorf("%s: section %s has the heading %q", r.name, s.ID, s.Heading.Plain())
			}
			ids[s.ID] = true
			for _, text := range append(sentencesOf(s.Blocks), s.Heading.Plain()) {
				if at, twice := seen[text]; twice && !strings.Contains(r.name, "agenda") {
					t.Errorf("%s: %q is in %s and in %s", r.name, text, at, s.ID)
				}
				seen[text] = s.ID
			}
		}
		if strings.Contains(r.name, "hostile") || r.name == "portfolio of seven" {
			continue // what people type need not be sentences
		}
		for _, w := range wordsOf(reflect.ValueOf(r.Sections)) {
			if badText.MatchString(chances.ReplaceAllString(w, "p")) || strings.Contains(w, "%") && !strings.Contains(w, "95% interval") {
				t.Errorf("%s: %q", r.name, w)
			}
		}
	}
}

// No row of a table or a profile has more or fewer cells than there are heads.
func TestRowsOfChangeAreWhole(t *testing.T) {
	for _, r := range changes(t) {
		for _, s := range r.Sections {
			for _, b := range s.Blocks {
				switch b := b.(type) {
				case content.Table:
					for _, row := range b.Rows {
						if len(row.Cells) != len(b.Heads) {
							t.Errorf("%s, %s: %d cells under %d heads", r.name, s.ID, len(row.Cells), len(b.Heads))
						}
					}
				case content.Profile:
					for _, row := range slices.Concat(b.Groups...) {
						if len(row.Cells) != len(b.Stages) || len(row.Figures) != len(b.Figures) || len(row.Told) == 0 {
							t.Errorf("%s, %s: %+v", r.name, s.ID, row)
						}
					}
				}
			}
		}
	}
}

// No format carries a control or a mark that turns the direction of others.
func TestNoFormatOfChangeCarriesControls(t *testing.T) {
	for _, r := range changes(t) {
		for name, write := range writers {
			for _, c := range strings.ReplaceAll(written(t, name, write, r.Report), "\u2060", "") {
				if c != '\n' && c != '\t' && c != '\r' && strict.Invisible(c) {
					t.Errorf("%s of %s: %U", name, r.name, c)
					break
				}
			}
		}
	}
}

// A report is the same when it is made or written again.
func TestMakingAChangeTwiceGivesTheSame(t *testing.T) {
	for _, f := range reportstest.Comparisons {
		c := f.Make(t)
		if !reflect.DeepEqual(reports.Comparison(c, reports.Options{}), reports.Comparison(c, reports.Options{})) {
			t.Errorf("%s is another the second time", f.Name)
		}
	}
}

// Every figure of a change is a field of the comparison: with those taken from it, no
// decimals are left.
func TestNoDecimalsOfChangeButThoseOfTheComparison(t *testing.T) {
	for _, f := range reportstest.Comparisons {
		c := f.Make(t)
		known := []string{assess.SoloMoved.String(), assess.SoloMovedOfTwo.String(), assess.AllTraitsMoved.String(),
			assess.AllTraitsPossible.String(), assess.AllTraitsMovedOfFew.String(), assess.AllTraitsPossibleOfFew.String()}
		all := c.Changes()
		if c.AllTraits != nil {
			all = append(all, *c.AllTraits)
		}
		for _, ch := range all {
			known = append(known, ch.Then.String(), ch.Now.String())
			for _, s := range []assess.Shift{ch.Shift, ch.Low, ch.High} {
				known = append(known, strings.Trim(s.String(), "-"))
			}
		}
		for _, figure := range regexp.MustCompile(`\b\d\.\d\d\b`).FindAllString(told(t, reports.Comparison(c, reports.Options{})), -1) {
			if !slices.Contains(known, figure) {
				t.Errorf("%s: %s is no field of the comparison", f.Name, figure)
			}
		}
	}
}

// Of four people with a position on trust no format tells where they stand, nor how many
// they are beside the others.
func TestFourPeopleAreNotTold(t *testing.T) {
	c := reportstest.FourNotShown(t)
	var trust assess.Change
	for _, ch := range c.Traits {
		if ch.Dimension.ID == "trust" {
			trust = ch
		}
	}
	if trust.Verdict != assess.TooFewToTell || trust.HasShift {
		t.Fatalf("the fixture shows them: %+v", trust)
	}
	said := told(t, reports.Comparison(c, reports.Options{}))
	if want := "Trust: too few to tell, "; !strings.Contains(said, "Trust: too few to tell") || strings.Contains(said, want+"mean") || strings.Contains(said, want+"shift") {
		t.Errorf("trust is told:\n%s", said)
	}
	if strings.Contains(said, "Trust: p <") || strings.Contains(said, "Trust: p .") {
		t.Errorf("p of trust is told:\n%s", said)
	}
}

// No format of a comparison tells a person's answers, of groups.
func TestNoAnswerOfAGroupIsTold(t *testing.T) {
	for _, f := range reportstest.Comparisons {
		c := f.Make(t)
		if c.Now.Mode == assess.Solo {
			continue
		}
		r := reports.Comparison(c, reports.Options{})
		for name, write := range writers {
			out := written(t, name, write, r)
			for _, q := range c.Now.Rubric.Questions() {
				for _, anchor := range q.Anchors {
					if len(anchor) > 20 && strings.Contains(out, anchor) {
						t.Errorf("%s of %s has the answer %q", name, f.Name, anchor)
					}
				}
			}
		}
	}
}

// Every verdict, test, reason and caution of a comparison has its words.
func TestEveryPartOfAChangeHasItsWords(t *testing.T) {
	w := wording.For("en")
	one := []string{"Trust"}
	said := map[string]content.Text{}
	for _, v := range []assess.Outcome{assess.Moved, assess.Possible, assess.NoDetectableChange, assess.TooFewToTell, assess.NotTested} {
		if len(w.Outcome(v, 0, 0)) == 0 {
			t.Errorf("a row does not tell %s", v)
		}
		said["told "+string(v)], said["meaning of "+string(v)] = w.OutcomeTold(v), w.VerdictMeans(v)
	}
	for _, test := range []assess.Test{assess.Linked, assess.Unlinked, assess.Welch} {
		said["test "+string(test)] = w.HowTested(test, 6, 0)
		if len(said["test "+string(test)].Plain()) < 80 {
			t.Errorf("nothing is said of the test %s", test)
		}
	}
	for _, why := range []assess.Untested{assess.FewQuestions, assess.OtherQuestions, assess.CountsAlone, assess.NoSpread} {
		said["reason "+string(why)] = w.NotTested(why, one, false)
	}
	for _, why := range []assess.Untested{assess.AgainstGroup, assess.CountedHands, assess.FewQuestions, assess.OtherQuestions, assess.CountsAlone, assess.NoSpread} {
		said["heading of "+string(why)] = w.ChangeHeading(nil, wording.ChangeFound{Why: why, All: 6})
	}
	for _, c := range []assess.Caution{assess.CautionOneAgainstGroup, assess.CautionLengths, assess.CautionRoleMix, assess.CautionEveryone, assess.CautionHands} {
		said["caution "+string(c)] = w.ChangeCaution(c)
	}
	for _, what := range []wording.OtherWork{wording.WorkOnce, wording.WorkName, wording.WorkScope, wording.WorkPurpose} {
		said["other "+string(what)] = w.OtherWorkTold(what, wording.Work{None: true}, wording.Work{About: content.Typed("Harvest fair")})
	}
	for _, reason := range []assess.Excluded{assess.OnlyThen, assess.OnlyNow, assess.Reworded, assess.WithheldOnce} {
		said["excluded "+string(reason)] = w.ExcludedFor(reason, one, "")
		if strings.HasPrefix(said["excluded "+string(reason)].Plain(), ":") {
			t.Errorf("nothing is said of questions that are %s", reason)
		}
	}
	for what, text := range said {
		if plain := text.Plain(); len(plain) < 5 || badText.MatchString(chances.ReplaceAllString(plain, "p")) {
			t.Errorf("of %s is said %q", what, plain)
		}
	}
}

// Each caution of a comparison is said once, and so is why something was not tested.
func TestEveryLimitOfAChangeIsSaidOnce(t *testing.T) {
	w := wording.For("en")
	seen := map[assess.Caution]bool{}
	for _, f := range reportstest.Comparisons {
		c := f.Make(t)
		said := told(t, reports.Comparison(c, reports.Options{}))
		for _, caution := range c.Cautions {
			if caution == assess.CautionEveryone && c.Tested() == 0 {
				continue
			}
			seen[caution] = true
			sentence := w.ChangeCaution(caution).Plain()
			if caution == assess.CautionJointWork {
				sentence = "so the spectrum compares different work."
			}
			if n := strings.Count(said, strings.Join(strings.Fields(sentence), " ")); n != 1 {
				t.Errorf("%s: %s is said %d times, in\n%s", f.Name, caution, n, said)
			}
		}
	}
	for _, caution := range []assess.Caution{assess.CautionOneAgainstGroup, assess.CautionLengths, assess.CautionRoleMix, assess.CautionEveryone, assess.CautionJointWork, assess.CautionHands} {
		if !seen[caution] {
			t.Errorf("no fixture has the caution %s", caution)
		}
	}
}

// Lines of change are plain: no picture, no table.
func TestLinesOfChangeArePlain(t *testing.T) {
	for _, r := range changes(t) {
		var b bytes.Buffer
		if err := lines.Write(&b, r.Report, 80); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(b.String(), "│█▁╌┃|") && !strings.Contains(r.name, "hostile") && r.name != "portfolio of seven" {
			t.Errorf("%s:\n%s", r.name, b.String())
		}
	}
}

// No screen of change is wider than its terminal.
func TestNoScreenOfChangeIsWiderThanItsTerminal(t *testing.T) {
	for _, r := range changes(t) {
		for width := 40; width <= 160; width += 10 {
			var b bytes.Buffer
			if err := screen.Write(&b, r.Report, screen.Size{Width: width}); err != nil {
				t.Fatal(err)
			}
			for _, line := range strings.Split(b.String(), "\n") {
				if w := ansi.StringWidth(line); w > width {
					t.Errorf("%s at %d: %d columns: %q", r.name, width, w, line)
					break
				}
			}
		}
	}
}

// Records that are left out of a series are named in every format.
func TestRecordsLeftOutAreNamed(t *testing.T) {
	s := reportstest.Courses[1].Make(t)
	s.LeftOut = []string{"history/2025-01-01.yaml: does not verify <b>"}
	for name, write := range writers {
		out := written(t, name, write, reports.Series(s, reports.Options{}))
		if !strings.Contains(out, "does not verify") || strings.Contains(out, "verify <b>") && name != "lines" && name != "screen" {
			t.Errorf("%s does not name it:\n%s", name, out)
		}
	}
}

// What changed is written in every format.
func TestChangeIsWrittenInEveryFormat(t *testing.T) {
	for _, r := range changes(t) {
		for name, write := range writers {
			if err := write(io.Discard, r.Report); err != nil {
				t.Errorf("%s of %s: %v", name, r.name, err)
			}
		}
	}
}

// The report of a repeated assessment leads with what changed, and has all else too.
func TestARepeatedAssessmentLeadsWithWhatChanged(t *testing.T) {
	for _, f := range reportstest.Comparisons {
		c := f.Make(t)
		change := reports.Comparison(c, reports.Options{})
		r := reports.Assessment(c.Now.Assessment, reports.Options{Since: c})
		first := r.Sections[0]
		if first.Sheet != content.Board || first.Heading.Plain() != change.Sections[0].Heading.Plain() {
			t.Errorf("%s begins with %q", f.Name, first.Heading.Plain())
		}
		had := map[string]bool{}
		for _, s := range r.Sections {
			if had[s.ID] {
				t.Errorf("%s has two sections %s", f.Name, s.ID)
			}
			had[s.ID] = true
		}
		for _, s := range reports.Assessment(c.Now.Assessment, reports.Options{}).Sections {
			if !had[s.ID] {
				t.Errorf("%s lacks the section %s", f.Name, s.ID)
			}
		}
		if len(c.Answers) > 0 != had["answers-changed"] && c.Tested() > 0 && c.Now.Mode != assess.Solo {
			t.Errorf("%s: answers changed are told: %v", f.Name, had["answers-changed"])
		}
		for _, act := range c.Now.Actions {
			if said := told(t, r); act.Step != "" && !strings.Contains(said, strings.TrimSuffix(act.Step, ".")) {
				t.Errorf("%s lacks the step %q", f.Name, act.Step)
			}
		}
	}
}

// Cells that were gained by what may be chance are not filled as others are, and the bar
// stands where the stage ended before.
func TestCellsOfAChange(t *testing.T) {
	seen := map[content.Fill]bool{}
	for _, f := range reportstest.Comparisons {
		c := f.Make(t)
		for _, b := range reports.Comparison(c, reports.Options{}).Sections[0].Blocks {
			p, is := b.(content.Profile)
			if !is {
				continue
			}
			for _, row := range slices.Concat(p.Groups...) {
				for i, cell := range row.Cells {
					seen[cell.Fill] = true
					if cell.Fill == content.Unsure && (i < row.Was || row.Strong) {
						t.Errorf("%s: %s is unsure of stage %d", f.Name, row.Name.Plain(), i+1)
					}
				}
				if row.Strong && row.Quiet {
					t.Errorf("%s: %s stands out and back", f.Name, row.Name.Plain())
				}
			}
		}
	}
	for _, fill := range []content.Fill{content.Reached, content.Unsure, content.Wanted, content.Empty} {
		if !seen[fill] {
			t.Errorf("no fixture has a cell that is %q", fill)
		}
	}
}

// A portfolio tells no order but that in which its members are, and each by its own target.
func TestAPortfolioIsNoRanking(t *testing.T) {
	p := reportstest.Seven(t)
	r := reports.Portfolio(p, reports.Options{})
	said := told(t, r)
	for _, word := range []string{"best", "worst", "rank ", "first place", "score"} {
		if strings.Contains(strings.ToLower(said), word) {
			t.Errorf("%q is in\n%s", word, said)
		}
	}
	if want := "Trust 2 → 3"; !strings.Contains(said, want) {
		t.Errorf("%q is missing in\n%s", want, said)
	}
	for _, s := range r.Sections {
		for _, b := range s.Blocks {
			if f, is := b.(content.Figure); is {
				ticks := 0
				for _, shape := range f.Wide.Shapes {
					if l, is := shape.(figure.Line); is && l.Stroke == figure.Accent {
						ticks++
					}
				}
				want := 0
				for _, a := range p.Spreads {
					if a.N > 1 {
						want += a.N
					}
				}
				if ticks != want {
					t.Errorf("%d ticks for %d positions", ticks, want)
				}
				return
			}
		}
	}
	t.Error("there is no picture of the spread")
}

// An agenda is one question a screen, shows no answer that is withheld, asks nobody to
// begin who would stand alone, and names no stage.
func TestAnAgendaIsAScreenAQuestion(t *testing.T) {
	for _, f := range reportstest.Rooms {
		a := f.Make(t)
		r := reports.Agenda(a, reports.Options{})
		if n := len(a.AfterTalking()); len(r.Sections) != n+1 {
			t.Errorf("%s: %d screens for %d questions", f.Name, len(r.Sections), n)
		}
		said := told(t, r)
		for _, s := range r.Sections {
			if s.Sheet != content.Slide {
				t.Errorf("%s: %s is no screen", f.Name, s.ID)
			}
		}
		for _, q := range a.Answers {
			if q.Label == assess.Withheld && strings.Contains(said, q.Prompt) {
				t.Errorf("%s asks %q, which is withheld", f.Name, q.Prompt)
			}
		}
		for i, topic := range a.AfterTalking() {
			few := false
			for _, n := range []int{topic.Ranks[topic.Low-1], topic.Ranks[topic.High-1]} {
				few = few || n > 0 && n <= 2
			}
			screen := told(t, content.Report{Sections: r.Sections[i+1 : i+2]})
			if few && topic.Low != topic.High && topic.Others == 0 && strings.Contains(screen, "please begin") {
				t.Errorf("%s asks one or two people to begin:\n%s", f.Name, screen)
			}
		}
	}
	room := told(t, reports.Agenda(reportstest.RoomOfTwelve(t), reports.Options{}))
	for _, stage := range []string{"ingle-handed", "ooperation", "oordination"} {
		if strings.Contains(room, stage) {
			t.Errorf("%q is in\n%s", stage, room)
		}
	}
}

// One person gets an agenda for the board, and what is open is in it.
func TestABoardGetsAnAgenda(t *testing.T) {
	a := reportstest.Assessed(reportstest.Complete(t))
	said := told(t, reports.Agenda(a, reports.Options{}))
	for _, id := range a.Unknowns {
		if q := a.Answers[a.Rubric.Index(id)]; !strings.Contains(said, q.Prompt) {
			t.Errorf("%q is missing in\n%s", q.Prompt, said)
		}
	}
	if n := strings.Count(said, "Do we see it the same way?"); n != 2 {
		t.Errorf("it is asked %d times whether all see it so in\n%s", n, said)
	}
}
