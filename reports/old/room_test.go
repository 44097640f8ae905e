package reports

import (
	"bytes"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"collab/assess"
)

func TestAnAgendaFitsItsScreen(t *testing.T) {
	for _, fix := range rooms {
		a := fix.Make(t)
		for width := 60; width <= 160; width += 5 {
			text := rendered(t, func(b *bytes.Buffer) error { return Agenda(b, a, Options{Width: width}) })
			if rows := strings.Count(text, "\n"); rows > usualRows {
				t.Errorf("%s at %d: %d rows", fix.Name, width, rows)
			}
			for _, line := range strings.Split(text, "\n") {
				if w := ansi.StringWidth(line); w > width {
					t.Fatalf("%s at %d: %d columns: %q", fix.Name, width, w, line)
				}
			}
		}
	}
}

// Fewer than five answers with a stage: how many, and nothing of which.
func TestWithheldCountsAreInNoFormat(t *testing.T) {
	a := roomOfTwelve(t)
	q := a.Answers[a.Rubric.Index("transparency.costs")]
	if q.Label != assess.Withheld {
		t.Fatal("the question is not withheld")
	}
	for _, f := range roomFormats {
		text := rendered(t, func(b *bytes.Buffer) error { return f.render(b, a, Options{Rows: 1000}) })
		for _, anchor := range q.Anchors {
			if strings.Contains(text, anchor) {
				t.Errorf("%s has %q", f.ending, anchor)
			}
		}
	}
}

// A room's report says what a person wrote nowhere, and hides small roles.
func TestARoomIsNotToldApart(t *testing.T) {
	people := twelve()
	people[11].Role = "ceo"
	tally := gathered(t, people)
	a := assess.Assess(tally.Publish())
	for _, f := range roomFormats {
		text := rendered(t, func(b *bytes.Buffer) error { return f.render(b, a, Options{Rows: 1000}) })
		for _, role := range []string{"Chief executive", "chief executive", "Staff (", "staff ("} {
			if strings.Contains(text, role) {
				t.Errorf("%s names the role %q", f.ending, role)
			}
		}
	}
}

func TestBarsOfDigits(t *testing.T) {
	for _, c := range []struct {
		ranks []int
		per   int
		want  string
	}{
		{[]int{5, 1, 6, 0}, 1, "11111 2 333333 ."},
		{[]int{100, 1, 0, 51}, 50, "11 2 . 44"},
		{[]int{0, 0}, 1, ". ."},
	} {
		if got := digits(assess.Counts{Ranks: c.ranks}, c.per); got != c.want {
			t.Errorf("%v, one for %d: %q; want %q", c.ranks, c.per, got, c.want)
		}
	}
}

func TestAnIntervalGivesWayToPositionAndTarget(t *testing.T) {
	r := rail{stages: 4, width: 31, glyphs: boxGlyphs}
	for _, c := range []struct {
		name             string
		today, low, high assess.Position
		wanted           int
		want             string
	}{
		{"about the position", 250, 220, 280, 4, "┝━━━━━━━━━┿━╞══●══╡╌┼╌╌╌╌╌╌╌╌╌◇"},
		{"over a stage and up to the target", 200, 150, 300, 3, "┝━━━━╞════●═════════◇─────────┤"},
		{"too narrow to be seen", 250, 249, 251, 0, "┝━━━━━━━━━┿━━━━●────┼─────────┤"},
		{"with an end where the position is", 250, 246, 280, 0, "┝━━━━━━━━━┿━━━━●══╡─┼─────────┤"},
		{"to the end", 130, 100, 160, 0, "╞══●══╡───┼─────────┼─────────┤"},
	} {
		if got := r.within(r.draw(c.today, c.wanted), c.low, c.high); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, got, c.want)
		}
	}
}

func TestAMillionPeopleAreDrawnAsSoonAsTen(t *testing.T) {
	tally := assess.NewTally(defaultRubric(t), assess.Hands, "A", date(t))
	tally.People = 1_000_000
	for i := range tally.Questions {
		tally.Questions[i].Ranks = []int{400_000, 1, 400_000, 9}
	}
	a := assess.Assess(tally.Publish())
	for _, f := range roomFormats {
		if text := rendered(t, func(b *bytes.Buffer) error { return f.render(b, a, Options{}) }); len(text) > 200_000 {
			t.Errorf("%s: %d bytes", f.ending, len(text))
		}
	}
}
