package assess

import (
	"testing"

	"collab/rubric"
)

// TestUpperMediansAreInTheRange: of ten people five stand at the first stage and five
// at the last; one more person would move every median by three stages.
func TestUpperMediansAreInTheRange(t *testing.T) {
	h := Assess(room(t, each(1, 1, 1, 1, 1, 4, 4, 4, 4, 4)...).Publish()).Headline
	if h.Stage != 1 || h.BetweenLow != 1 || h.BetweenHigh != 4 {
		t.Errorf("five against five: %+v", h)
	}
	// Eleven have one middle answer, and moving single ranks moves nothing else.
	h = Assess(room(t, each(1, 1, 1, 1, 1, 1, 4, 4, 4, 4, 4)...).Publish()).Headline
	if low, high := h.Range(); h.Stage != 1 || low != 1 || high != 1 {
		t.Errorf("six against five: %+v", h)
	}
}

// TestOnePersonsRangeTakesTheUpperMedianOfTheTraits: three traits at the second
// stage and three at the third have the lower median 2 and the upper median 3.
func TestOnePersonsRangeTakesTheUpperMedianOfTheTraits(t *testing.T) {
	r := evenly(3)
	for _, d := range []string{"values", "trust", "transparency"} {
		put(r, d, 2, 2, 2, 2)
	}
	if h := assessOne(r).Headline; h.Stage != 2 || h.BetweenLow != 2 || h.BetweenHigh != 3 {
		t.Errorf("%+v", h)
	}
}

func TestTalkIsAheadWhereTheWholeRangeIsLow(t *testing.T) {
	half := func(r *Response, low, high Answer) {
		for i, d := range r.Rubric.Traits() {
			a := []Answer{low, high}[i%2]
			put(r, d.ID, a, a, a, a)
		}
	}
	for _, c := range []struct {
		name      string
		low, high Answer
		want      Verdict
	}{
		{"all at the second stage", 2, 2, Yes},
		{"between the second and the third", 2, 3, Unsaid},
		{"all at the third", 3, 3, No},
		{"between the first and the second", 1, 2, Yes},
	} {
		r := blank()
		half(r, c.low, c.high)
		r.Facts[rubric.SaysSoID] = Met
		if got := assessOne(r).Headline; got.TalkAhead != c.want {
			t.Errorf("%s: %q, want %q of %+v", c.name, got.TalkAhead, c.want, got)
		}
	}
}

// TestFactsWithoutAnAimAreBelieved, and those of a person who does not consider the
// form are not counted.
func TestFactsWithoutAnAimAreBelieved(t *testing.T) {
	r := partnership()
	delete(r.Aim, "strategic_partnership")
	if f := assessOne(r).Forms[0]; f.Ready != IsReady {
		t.Errorf("no aim was stated, and %s: unknown %v", f.Ready, f.Unknown())
	}
	const fact = "strategic_partnership.boards_agree"
	var people []*Response
	for i := range 10 {
		p := partnership()
		p.Facts[fact], p.Facts[rubric.SaysSoID] = Met, Met
		if i < 5 {
			p.Aim["strategic_partnership"], p.Facts[fact] = rubric.NotConsidering, NotMet
		}
		people = append(people, p)
	}
	round := room(t, people...).Publish()
	if got := round.Facts[fact]; got != (Knowings{Met: 5}) {
		t.Errorf("%+v", got)
	}
	if got := round.Facts[rubric.SaysSoID]; got.Known() != 10 {
		t.Errorf("a fact of no form is not counted of all: %+v", got)
	}
}
