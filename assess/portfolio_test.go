package assess

import (
	"fmt"
	"strings"
	"testing"

	"collab/rubric"
)

// everyAt is one person's assessment with every question at one rank.
func everyAt(t *testing.T, association, date string, rank Answer, length Length) *Assessment {
	t.Helper()
	r := NewResponse(rubric.Default())
	r.Association, r.Length = association, length
	var err error
	if r.Date, err = ParseDate(date); err != nil {
		t.Fatal(err)
	}
	for i, q := range r.Rubric.Questions() {
		if length.Asks(q) {
			r.Answers[i] = rank
		}
	}
	return Assess(One(r))
}

func TestASeriesComparesNeighbours(t *testing.T) {
	var s Series
	for i, date := range []string{"2024-03-01", "2025-03-01", "2026-03-01"} {
		s.Add(everyAt(t, "Lakes Guild", date, Answer([]int{1, 3, 3}[i]), Full))
	}
	if s.Points[0].Since != nil {
		t.Error("the first has nothing to be compared with")
	}
	for i, want := range []Outcome{Moved, NoDetectableChange} {
		p := s.Points[i+1]
		if got := p.Since.Traits[0].Verdict; got != want {
			t.Errorf("%s: %s, want %s", p.Head.Date, got, want)
		}
		if p.Since.Then.Date != s.Points[i].Head.Date || p.Since.Now.Date != p.Head.Date {
			t.Errorf("%s is compared with %s", p.Since.Now.Date, p.Since.Then.Date)
		}
		if p.Head.Answers != nil || p.Since.Then.Questions != nil {
			t.Error("a point holds the answers")
		}
	}
	standing, ok := s.Latest().Standing("trust")
	if !ok || standing.Position != 300 || standing.Stage != 3 {
		t.Errorf("%+v", standing)
	}
}

// members are associations at ranks, named A, B, C and so on.
func members(t *testing.T, ranks ...Answer) []Member {
	t.Helper()
	var all []Member
	for i, rank := range ranks {
		name := string(rune('A' + i))
		latest := everyAt(t, name, fmt.Sprintf("2026-03-%02d", 20-i), rank, Full)
		all = append(all, NewMember("folder "+name, 2, everyAt(t, name, "2025-03-01", 1, Full), latest))
	}
	return all
}

// What changed altogether is told from the first assessment that was made as the latest
// was: one person's say nothing beside a room's.
func TestTheWholeOfASeriesIsOfOneKind(t *testing.T) {
	at := func(year string, mode Mode) *Assessment {
		day, err := ParseDate(year + "-03-04")
		if err != nil {
			t.Fatal(err)
		}
		return Assess(NewTally(rubric.Default(), mode, "A", day).Publish())
	}
	one, two := at("2021", Solo), at("2022", Group)
	three, four := at("2023", Group), at("2024", Solo)
	for _, c := range []struct {
		all  []*Assessment
		then *Assessment
	}{
		{[]*Assessment{one}, nil},
		{[]*Assessment{one, two}, one},
		{[]*Assessment{two, three}, two},
		{[]*Assessment{one, two, three}, two},
		{[]*Assessment{one, two, three, four}, three},
	} {
		var s Series
		for _, a := range c.all {
			s.Add(a)
		}
		whole := s.Whole()
		switch {
		case whole == nil && c.then == nil:
		case whole == nil || whole.Then.Assessment != c.then || whole.Now.Assessment != c.all[len(c.all)-1]:
			t.Errorf("of %d assessments: %+v", len(c.all), whole)
		}
	}
	m := NewMember("a", 2, two, three)
	if m.Series.Whole() != nil {
		t.Error("a member of a portfolio holds whole assessments")
	}
}

func TestTheOrdersOfAPortfolio(t *testing.T) {
	for by, want := range map[Order]string{
		ByName:  "A B C",
		ByDate:  "C B A",
		ByStage: "C A B",
		ByMoved: "A B C", // by name where as many moved
		"trust": "C A B",
		"none":  "A B C",
	} {
		var got []string
		for _, m := range NewPortfolio(members(t, 3, 4, 1), by).Members {
			got = append(got, m.Latest().Head.Association)
		}
		if by == ByMoved && len(members(t, 3)[0].Moved()) != 6 {
			t.Error("all six traits moved by two stages")
		}
		if strings.Join(got, " ") != want {
			t.Errorf("by %s: %v, want %s", by, got, want)
		}
	}
}

func TestNoAverageOfFewerThanFive(t *testing.T) {
	for _, step := range []struct {
		ranks        []Answer
		low, high    Position
		median, mean Position
	}{
		{[]Answer{1, 2, 4, 4}, 100, 400, 0, 0},
		{[]Answer{1, 2, 4, 4, 4}, 100, 400, 400, 300},
		{[]Answer{1, 1, 2, 3, 4, 4}, 100, 400, 200, 250},
	} {
		p := NewPortfolio(members(t, step.ranks...), ByName)
		if len(p.Spreads) != 7 || p.Spreads[6].Dimension.Kind != rubric.Spectrum {
			t.Fatalf("%d spreads", len(p.Spreads))
		}
		a := p.Spreads[0]
		if a.N != len(step.ranks) || a.Low != step.low || a.High != step.high || a.Median != step.median || a.Mean != step.mean {
			t.Errorf("%v: %+v", step.ranks, a)
		}
	}
}

func TestAssociationsThatWereAskedSomethingElseAreLeftOut(t *testing.T) {
	all := members(t, 1, 2, 3)
	all = append(all, NewMember("short", 1, nil, everyAt(t, "S", "2026-03-01", 4, Short)))
	a := NewPortfolio(all, ByName).Spreads[0]
	if a.N != 3 || a.LeftOut != 1 || a.High != 300 {
		t.Errorf("%+v", a)
	}
}
