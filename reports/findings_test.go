package reports_test

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"collab/assess"
	"collab/assess/assesstest"
	"collab/reports"
	"collab/reports/content"
	"collab/reports/lines"
	"collab/reports/reportstest"
	"collab/reports/wording"
	"collab/rubric"
)

// fixtures are an assessment of each kind that a report must not stumble over.
var fixtures = slices.Concat(reportstest.One, reportstest.Rooms, []reportstest.Fixture[*assess.Assessment]{
	{Name: "room_short", Make: reportstest.ShortRoom},
	{Name: "room_of_one_side", Make: reportstest.OneSideRoom},
})

// headline is what the first line of a report says.
func headline(a *assess.Assessment) string {
	return reports.Assessment(a, reports.Options{}).Sections[0].Heading.Plain()
}

func TestHeadlineSaysWhatWasFound(t *testing.T) {
	traits := []string{"values", "trust", "transparency", "knowledge", "stakeholders", "governance"}
	for _, c := range []struct {
		what string
		set  func(*assess.Assessment)
		want string
	}{
		{"one stage, one lowest", nil, "Guild is at the cooperation stage; trust is lowest"},
		{"two tied", func(a *assess.Assessment) { a.Headline.Lowest = traits[:2] },
			"Guild is at the cooperation stage; values and trust are lowest"},
		{"five tied", func(a *assess.Assessment) { a.Headline.Lowest = traits[:5] },
			"Guild is at the cooperation stage; five of six traits share the lowest mean"},
		{"three of six tied", func(a *assess.Assessment) { a.Headline.Lowest = traits[:3] },
			"Guild is at the cooperation stage; values, trust and transparency are lowest"},
		{"all equal of those placed", func(a *assess.Assessment) { a.Headline.Lowest, a.Traits[5].Stage = traits[:5], 0 },
			"Guild is at the cooperation stage; no trait is lower than another"},
		{"all equal", func(a *assess.Assessment) { a.Headline.Lowest = traits },
			"Guild is at the cooperation stage; no trait is lower than another"},
		{"one with a plural name", func(a *assess.Assessment) { a.Headline.Lowest = traits[4:5] },
			"Guild is at the cooperation stage; stakeholders are lowest"},
		{"none lowest", func(a *assess.Assessment) { a.Headline.Lowest = nil },
			"Guild is at the cooperation stage"},
		{"not firm", func(a *assess.Assessment) { a.Headline.BetweenLow, a.Headline.BetweenHigh = 2, 3 },
			"Guild is between cooperation and coordination; trust is lowest"},
		{"over three stages", func(a *assess.Assessment) { a.Headline.BetweenLow, a.Headline.BetweenHigh = 1, 4 },
			"Guild is between single-handed and collaboration; trust is lowest"},
		{"capped", func(a *assess.Assessment) { a.Headline.CappedBy = traits[1:2] },
			"Guild is at the cooperation stage; trust is lowest"},
		{"last stage", func(a *assess.Assessment) { a.Headline.Stage = 4 },
			"Guild is at the collaboration stage; trust is lowest"},
		{"nothing known", func(a *assess.Assessment) { a.Headline = assess.Headline{} },
			"Guild: too little was answered to name a stage"},
		{"too little for a stage", func(a *assess.Assessment) { a.Headline = assess.Headline{Lowest: traits[:1]} },
			"Guild: too little was answered to name a stage"},
		{"a name of 61 characters", func(a *assess.Assessment) { a.Association = strings.Repeat("A", 61) },
			"The association is at the cooperation stage; trust is lowest"},
		{"a name of 60 characters", func(a *assess.Assessment) { a.Association = strings.Repeat("語", 60) },
			strings.Repeat("語", 60) + " is at the cooperation stage; trust is lowest"},
	} {
		a := reportstest.Assessed(reportstest.Complete(t))
		a.Association = "Guild"
		a.Headline = assess.Headline{Stage: 2, Lowest: []string{"trust"}}
		if c.set != nil {
			c.set(a)
		}
		if got := headline(a); got != c.want {
			t.Errorf("%s: said  %q\nwant  %q", c.what, got, c.want)
		}
	}
}

// What stands below the headline: what holds it down, how firm it is, and talk beside
// practice, each only where it was found.
func TestBoardSaysWhatLimitsTheHeadline(t *testing.T) {
	const capped, unsure, ahead, matched = "holds the overall stage down", "If a few answers changed, it would be coordination", "not yet done in practice", "practice keeps up with it"
	for _, c := range []struct {
		what string
		with assess.Headline
		says string
	}{
		{"plain", assess.Headline{Stage: 2}, ""},
		{"capped", assess.Headline{Stage: 2, CappedBy: []string{"trust"}}, capped},
		{"not firm", assess.Headline{Stage: 2, BetweenLow: 2, BetweenHigh: 3}, unsure},
		{"talk ahead", assess.Headline{Stage: 2, TalkAhead: assess.Yes}, ahead},
		{"talk matched", assess.Headline{Stage: 3, TalkAhead: assess.No}, matched},
	} {
		for _, a := range []*assess.Assessment{reportstest.Assessed(reportstest.Complete(t)), reportstest.RoomOfTwelve(t)} {
			a.Headline = c.with
			said := told(t, reports.Assessment(a, reports.Options{}).On(content.Board))
			for _, sentence := range []string{capped, unsure, ahead, matched} {
				if want := sentence == c.says; strings.Contains(said, sentence) != want {
					t.Errorf("%s, %s: %q said is %v", c.what, a.Mode, sentence, !want)
				}
			}
		}
	}
}

// told is a report as lines.
func told(t testing.TB, r content.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := lines.Write(&b, r, 0); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The headline of any answers names a lowest trait only where no placed trait is lower.
func TestHeadlineOfAnyAnswers(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := assess.Assess(assess.One(*assesstest.Draw(rt)))
		_, lowest, named := strings.Cut(headline(a), "; ")
		least := assess.Position(0)
		for _, p := range a.Traits {
			if p.Stage > 0 && (least == 0 || p.Position < least) {
				least = p.Position
			}
		}
		for _, p := range a.Traits {
			is := p.Stage > 0 && p.Position == least
			said := strings.Contains(lowest, strings.ToLower(p.Dimension.Short))
			if named && !strings.Contains(lowest, "no trait") && !strings.Contains(lowest, "share the lowest") && is != said {
				rt.Fatalf("%s at %s: lowest is %v, said is %v in %q", p.Dimension.ID, p.Position, is, said, headline(a))
			}
		}
		if at := a.Headline.Stage; at > 0 && a.Headline.BetweenLow == 0 && !strings.Contains(headline(a), strings.ToLower(a.Rubric.Stages[at-1].Name)) {
			rt.Fatal(headline(a))
		}
	})
}

// Every caution has its sentence, and a report that is limited by it says that once.
func TestEveryCautionIsSaidOnce(t *testing.T) {
	all := []assess.Caution{
		assess.CautionSolo, assess.CautionFew, assess.CautionSmall, assess.CautionHands,
		assess.CautionShort, assess.CautionNamed, assess.CautionOneScope, assess.CautionUnknowns, assess.CautionReworded,
	}
	words, seen := wording.For("en"), map[assess.Caution]bool{}
	for _, f := range fixtures {
		a := f.Make(t)
		said := told(t, reports.Assessment(a, reports.Options{}))
		for _, c := range a.Cautions {
			if !slices.Contains(all, c) {
				t.Errorf("%s: nothing is known of the caution %s", f.Name, c)
			}
		}
		for _, c := range all {
			sentence := words.Caution(c).Plain()
			if c == assess.CautionOneScope {
				sentence = "as the other side does not apply."
			}
			want := 0
			if slices.Contains(a.Cautions, c) {
				want, seen[c] = 1, true
			}
			if n := strings.Count(said, sentence); n != want || len(sentence) < 20 {
				t.Errorf("%s: %s is said %d times, want %d: %q", f.Name, c, n, want, sentence)
			}
		}
	}
	for _, c := range all {
		if !seen[c] {
			t.Errorf("no fixture has the caution %s", c)
		}
	}
}

// Whatever has an id in findings has words.
func TestEveryFindingHasItsWords(t *testing.T) {
	w := wording.For("en")
	one := []string{"Trust"}
	for what, said := range map[string]content.Text{
		"everyone":      w.NoIntervals(assess.Everyone),
		"all agree":     w.NoIntervals(assess.AllAgree),
		"few asked":     w.NoIntervals(assess.FewAsked),
		"split":         w.LabelInFull(assess.Split),
		"mixed":         w.LabelInFull(assess.Mixed),
		"agree":         w.LabelInFull(assess.Agree),
		"withheld":      w.LabelInFull(assess.Withheld),
		"about split":   w.TopicHeading(assess.AboutSplit, 1, false, false, true),
		"about target":  w.TopicHeading(assess.AboutTarget, 1, false, false, true),
		"about mixed":   w.TopicHeading(assess.AboutMixed, 1, false, false, true),
		"doubt inside":  w.Doubt(assess.WorkInside, one),
		"doubt unknown": w.Doubt(assess.WorkUnstated, one),
		"right today":   w.NoStepOnLowest(assess.Solo, one, wording.RightToday, nil),
		"no target":     w.NoStepOnLowest(assess.Solo, one, wording.NoTarget, nil),
		"form first":    w.NoStepOnLowest(assess.Solo, one, wording.OthersFirst, []assess.Reason{assess.BlocksForm}),
		"voted first":   w.NoStepOnLowest(assess.Solo, one, wording.OthersFirst, []assess.Reason{assess.Voted}),
		"gap first":     w.NoStepOnLowest(assess.Solo, one, wording.OthersFirst, []assess.Reason{assess.ByGap}),
		"lowest first":  w.NoStepOnLowest(assess.Solo, one, wording.OthersFirst, []assess.Reason{assess.Lowest}),
	} {
		if text := said.Plain(); len(text) < 5 || badText.MatchString(text) {
			t.Errorf("of %s is said %q", what, text)
		}
	}
}

// badText is what no sentence holds: a missing argument, or a part that was empty.
var badText = regexp.MustCompile(`%!| ,| \.|\.\.|  |: \.|: ,|“”|\(\)|, \.| of 0\b|\bno more of \.`)

// Of any answers every section says something, in whole sentences, once.
func TestSectionsSayEachThingOnce(t *testing.T) {
	for _, f := range fixtures {
		seen := map[string]string{}
		r := reports.Assessment(f.Make(t), reports.Options{Reference: "0123456789ab"})
		ids := map[string]bool{}
		for _, s := range r.Sections {
			if len(s.Heading) == 0 || ids[s.ID] {
				t.Errorf("%s: section %s has the heading %q", f.Name, s.ID, s.Heading.Plain())
			}
			ids[s.ID] = true
			for _, text := range append(sentencesOf(s.Blocks), s.Heading.Plain()) {
				if at, twice := seen[text]; twice {
					t.Errorf("%s: %q is in %s and in %s", f.Name, text, at, s.ID)
				}
				seen[text] = s.ID
			}
		}
		if strings.Contains(f.Name, "hostile") {
			continue // what people type need not be sentences
		}
		for _, w := range wordsOf(reflect.ValueOf(r.Sections)) {
			if badText.MatchString(w) {
				t.Errorf("%s: %q", f.Name, w)
			}
		}
	}
}

// sentencesOf are the paragraphs, items and headings of blocks. Steps and what a row of a
// table holds may be alike.
func sentencesOf(blocks []content.Block) []string {
	var said []string
	for _, b := range blocks {
		switch b := b.(type) {
		case content.Paragraph:
			said = append(said, b.Text.Plain())
		case content.List:
			for _, item := range b.Items {
				said = append(said, item.Plain())
			}
		case content.Columns:
			for _, column := range b.Of {
				for _, box := range column {
					said = append(said, box.Heading.Plain())
					said = append(said, sentencesOf(box.Blocks)...)
				}
			}
		}
	}
	return slices.DeleteFunc(said, func(s string) bool {
		return s == "" || s == "How is it? You chose the last description: write down an example."
	})
}

// What one person noted stands in a report unless it is asked to leave notes out.
func TestWithoutNotes(t *testing.T) {
	r := reportstest.Complete(t)
	r.Notes = map[string]string{"values.goals": "NoteOnGoals", "trust.reliance": "NoteOnReliance"}
	for name, write := range writers {
		for _, without := range []bool{false, true} {
			out := written(t, name, write, reports.Assessment(reportstest.Assessed(r), reports.Options{WithoutNotes: without}))
			for _, note := range r.Notes {
				if strings.Contains(out, note) == without {
					t.Errorf("%s, without notes %v: %s", name, without, note)
				}
			}
			if strings.Contains(out, "notes.") == without && name == "lines" {
				t.Errorf("%s, without notes %v: notes are explained", name, without)
			}
		}
	}
}

// A question that too few answered shows how many do not know it, and no stage.
func TestWithheldCountsAreNotShown(t *testing.T) {
	for _, row := range heatRows(reports.Assessment(reportstest.RoomOfTwelve(t), reports.Options{})) {
		switch withheld := row.Name.Plain() == "Access to joint costs"; {
		case withheld && (len(row.Counts) > 0 || row.Unknown != 8 || row.Instead.Plain() != "fewer than five answered"):
			t.Errorf("%+v", row)
		case !withheld && len(row.Instead) == 0 && len(row.Counts) != 4:
			t.Errorf("%+v", row)
		}
	}
}

// heatRows are the rows of all answers of a room.
func heatRows(r content.Report) []content.HeatRow {
	var rows []content.HeatRow
	for _, s := range r.Sections {
		for _, b := range s.Blocks {
			if h, is := b.(content.Heat); is && s.ID == "answers" {
				for _, g := range h.Groups {
					rows = append(rows, g.Rows...)
				}
			}
		}
	}
	return rows
}

// All answers of a room stand in one table, as they were counted.
func TestHeatHoldsEveryCount(t *testing.T) {
	a := reportstest.RoomOfTwelve(t)
	rows := heatRows(reports.Assessment(a, reports.Options{}))
	if len(rows) != a.Asked() {
		t.Fatalf("%d rows for %d questions", len(rows), a.Asked())
	}
	for i, q := range a.Answers {
		if q.Label != assess.Withheld && (!slices.Equal(rows[i].Counts, q.Ranks) || rows[i].Unknown != q.Counts.DontKnow) {
			t.Errorf("%s: %v, %d do not know; the table says %+v", q.ID, q.Ranks, q.Counts.DontKnow, rows[i])
		}
	}
}

// No step is about knowledge, the lowest, of which one person wants no more: that is said,
// and nothing asks for more of it.
func TestTodayIsRightIsNotScolded(t *testing.T) {
	r := reportstest.Complete(t)
	for i, q := range r.Rubric.Questions() {
		if q.Dimension == "knowledge" {
			r.Answers[i] = 1
		}
	}
	said := told(t, reports.Assessment(reportstest.Assessed(r), reports.Options{}))
	if want := "Knowledge is lowest, but you do not want to move up, so no step is about this."; strings.Count(said, want) != 1 {
		t.Errorf("%q is missing in\n%s", want, said)
	}
	for _, scold := range []string{"on knowledge, improve", "Knowledge: one stage", "missing: knowledge"} {
		if strings.Contains(said, scold) {
			t.Errorf("%q is in\n%s", scold, said)
		}
	}
}

// Several hurdles that were equally in the way are all named, and none again later.
func TestTiedHurdles(t *testing.T) {
	r := reportstest.Complete(t)
	r.Worst = ""
	said := told(t, reports.Assessment(reportstest.Assessed(r), reports.Options{}))
	if want := "What got in the way most: inertia and fear of losing control"; !strings.Contains(said, want) {
		t.Errorf("%q is missing in\n%s", want, said)
	}
	if n := strings.Count(said, "Fear of losing control."); n != 1 {
		t.Errorf("said %d times in\n%s", n, said)
	}
}

// So do those of any room, and each of its sections has a heading of its own.
func TestAnyRoomMakesAReport(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		tally := assess.NewTally(rubric.Default(), assess.Group, "Guild", assess.Date{})
		for range rapid.IntRange(2, 12).Draw(rt, "people") {
			r := *assesstest.Draw(rt)
			r.Association, r.Date, r.Length, r.JointWork = "Guild", tally.Date, assess.Full, assess.JointWork{Scope: "between"}
			if err := tally.Add(r); err != nil {
				rt.Fatal(err)
			}
		}
		headings := map[string]bool{}
		for _, s := range reports.Assessment(assess.Assess(tally.Publish()), reports.Options{}).Sections {
			if h := s.Heading.Plain(); h == "" || headings[h] {
				rt.Fatalf("%s has the heading %q", s.ID, h)
			}
			headings[s.Heading.Plain()] = true
			for _, w := range wordsOf(reflect.ValueOf(s)) {
				if badText.MatchString(w) {
					rt.Fatalf("%q", w)
				}
			}
		}
	})
}

// Any answers make a report in every format.
func TestAnyAnswersMakeAReport(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := assess.Assess(assess.One(*assesstest.Draw(rt)))
		r := reports.Assessment(a, reports.Options{})
		for _, w := range wordsOf(reflect.ValueOf(r.Sections)) {
			if badText.MatchString(w) {
				rt.Fatalf("%q", w)
			}
		}
		for name, write := range writers {
			if err := write(io.Discard, r); err != nil {
				rt.Fatal(fmt.Errorf("%s: %w", name, err))
			}
		}
	})
}
