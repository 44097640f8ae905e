package assess

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// standing is a person who stands at the given positions, quarters of a stage,
// on the traits in the rubric's order; 0 is none.
func standing(code string, positions ...int) *Response {
	r := blank()
	r.Code = code
	for i, p := range positions {
		put(r, r.Rubric.Traits()[i].ID, answersAt(p)...)
	}
	return r
}

// answersAt are four answers with a mean.
func answersAt(position int) []Answer {
	if position == 0 {
		return []Answer{DontKnow, DontKnow, 2, 2}
	}
	four := position / 25
	said := make([]Answer, 4)
	for i := range said {
		said[i] = Answer(four / (4 - i))
		four -= int(said[i])
	}
	return said
}

// sideOf is the round of some people, with their responses at hand.
func sideOf(t rapid.TB, people ...*Response) Side {
	s, err := SideOf(Assess(closedRoom(t, people...)), people)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// closedRoom is a round that is closed; one of under five people is named.
func closedRoom(t rapid.TB, people ...*Response) *Tally {
	tally := room(t, people...)
	tally.Named = tally.People < fewest
	tally.Close()
	return tally
}

// record is the same round as its record knows it.
func record(s Side) Side { return Side{Assessment: s.Assessment} }

// onTrust are people of whom only the position on trust is given.
func onTrust(positions ...int) []*Response {
	var people []*Response
	for _, p := range positions {
		people = append(people, standing("", 0, p))
	}
	return people
}

func TestLinkedPeopleOfTheWorkedCheck(t *testing.T) {
	var then, now []*Response
	for i, differences := range sixPeople {
		before, after := make([]int, 6), make([]int, 6)
		for j, d := range differences {
			before[j], after[j] = 200, 200+d
		}
		then = append(then, standing(fmt.Sprintf("p%d", i), before...))
		now = append(now, standing(fmt.Sprintf(" p%d ", i), after...)) // blanks around a code do not count
	}
	slices.Reverse(now)
	c := Compare(sideOf(t, then...), sideOf(t, now...))
	if c.Test != Linked || c.Pairs != 6 || c.LeftOut() != 0 || c.Tested() != 6 || c.Drawn != 0 || !slices.Equal(c.Moved(), []string{"values"}) {
		t.Fatalf("%s of %d pairs, %d traits, %d draws, moved %v", c.Test, c.Pairs, c.Tested(), c.Drawn, c.Moved())
	}
	got := c.Traits[0]
	if got.Then != 200 || got.Now != 258 || got.Shift != 58 || got.Low != 31 || got.High != 85 || !got.HasInterval ||
		got.P != 2./64 || got.Adjusted != 2./64 || got.Pairs != 6 || got.NThen != 0 || got.Verdict != Moved || got.Test != Linked {
		t.Errorf("%+v", got)
	}
	for _, ch := range c.Traits[1:] {
		if ch.Verdict != NoDetectableChange {
			t.Errorf("%s: %s", ch.Dimension.ID, ch.Verdict)
		}
	}
}

func TestDifferentPeopleCompared(t *testing.T) {
	then, now := sideOf(t, onTrust(workedThen...)...), sideOf(t, onTrust(workedNow...)...)
	for _, c := range []struct {
		name      string
		then, now Side
		test      Test
	}{
		{"their responses at hand", then, now, Unlinked},
		{"only their records", record(then), record(now), Histograms},
		{"responses of one round", then, record(now), Histograms},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Compare(c.then, c.now)
			ch := changeOf(got, "trust")
			if got.Test != c.test || ch.Test != c.test || got.Tested() != 1 || got.Pairs != 0 {
				t.Errorf("tested by %s, %d traits", ch.Test, got.Tested())
			}
			if ch.Then != 210 || ch.Now != 275 || ch.Shift != 65 || ch.Low != 21 || ch.High != 109 || ch.NThen != 5 || ch.NNow != 6 {
				t.Errorf("%+v", ch)
			}
			if ch.P != 7./462 || ch.Adjusted != 7./462 || ch.Verdict != Moved {
				t.Errorf("p %v, adjusted %v: %s", ch.P, ch.Adjusted, ch.Verdict)
			}
			if other := changeOf(got, "values"); other.Verdict != TooFewToTell || other.HasShift || other.Test != "" {
				t.Errorf("nobody has a position on values: %+v", other)
			}
		})
	}
}

// TestHolmAdjustsForTheTraitsTested has the worked check on one trait, and five
// more traits that do not change.
func TestHolmAdjustsForTheTraitsTested(t *testing.T) {
	people := func(positions []int) []*Response {
		var out []*Response
		for _, p := range positions {
			out = append(out, standing("", 200, p, 200, 200, 200, 200))
		}
		return out
	}
	c := Compare(record(sideOf(t, people(workedThen)...)), record(sideOf(t, people(workedNow)...)))
	if ch := changeOf(c, "trust"); ch.P != 7./462 || ch.Adjusted != 42./462 || ch.Verdict != Possible || len(c.Moved()) != 0 {
		t.Errorf("p %v, adjusted %v: %s", ch.P, ch.Adjusted, ch.Verdict)
	}
	ch := changeOf(c, "values")
	if ch.P != 1 || ch.Adjusted != 1 || ch.HasInterval || ch.Verdict != NoDetectableChange || ch.Shift != 0 || ch.Then != 200 {
		t.Errorf("what nobody changed: %+v", ch)
	}
}

// linkedRooms are two rounds of people linked by their codes, who rise by half a
// stage on trust; some stand in one round only.
func linkedRooms(t *testing.T, both, onlyThen, onlyNow int) (Side, Side) {
	var then, now []*Response
	for i := range both {
		code := fmt.Sprint("c", i)
		then, now = append(then, standing(code, 200, 200)), append(now, standing(code, 200, 250))
	}
	for i := range onlyThen {
		then = append(then, standing(fmt.Sprint("then", i), 200, 200))
	}
	for i := range onlyNow {
		now = append(now, standing([]string{"", fmt.Sprint("now", i)}[i%2], 200, 400))
	}
	return sideOf(t, then...), sideOf(t, now...)
}

func TestSomePeopleLinked(t *testing.T) {
	c := Compare(linkedRooms(t, 6, 2, 3))
	ch := changeOf(c, "trust")
	if c.Test != Linked || c.Pairs != 6 || c.LeftOutThen != 2 || c.LeftOutNow != 3 || c.LeftOut() != 5 {
		t.Errorf("%s: %d pairs, left out %d and %d", c.Test, c.Pairs, c.LeftOutThen, c.LeftOutNow)
	}
	if ch.Then != 200 || ch.Now != 250 || ch.Pairs != 6 || ch.P != 2./64 || ch.Verdict != Moved || ch.HasInterval {
		t.Errorf("then and now are not of the pairs: %+v", ch)
	}
	c = Compare(linkedRooms(t, 5, 2, 3))
	ch = changeOf(c, "trust")
	if c.Test != Unlinked || c.Pairs != 0 || c.LeftOut() != 0 || ch.NThen != 7 || ch.NNow != 8 || ch.Now != 306 {
		t.Errorf("five pairs: %s, %+v", c.Test, ch)
	}
}

func TestTooFewToTell(t *testing.T) {
	// Of six pairs some have no position on values and on trust.
	six := func(values, trust int) []*Response {
		var people []*Response
		for i := range 6 {
			people = append(people, standing(fmt.Sprint(i), 200*one(i < values), 200*one(i < trust), 300))
		}
		return people
	}
	for _, c := range []struct {
		name        string
		then, now   Side
		trait       string
		then2, now2 Position
		shift       Shift
		hasShift    bool
		pairs       int
		nThen       int
		verdict     Outcome
	}{
		{"five differences", sideOf(t, six(5, 3)...), sideOf(t, six(6, 6)...), "values", 200, 200, 0, true, 5, 0, TooFewToTell},
		{"three differences are not told", sideOf(t, six(5, 3)...), sideOf(t, six(6, 6)...), "trust", 0, 0, 0, false, 3, 0, TooFewToTell},
		{"six differences", sideOf(t, six(5, 3)...), sideOf(t, six(6, 6)...), "transparency", 300, 300, 0, true, 6, 0, NoDetectableChange},
		{"three of different people", sideOf(t, onTrust(200, 200, 200, 0, 0)...), sideOf(t, onTrust(300, 300, 300, 300, 300)...), "trust", 0, 0, 0, false, 0, 3, TooFewToTell},
		{"four of different people are tested and not shown", sideOf(t, onTrust(200, 200, 200, 200, 0)...), sideOf(t, onTrust(300, 300, 300, 300, 300)...), "trust", 0, 0, 100, true, 0, 4, Moved},
		{"a named room of four", sideOf(t, onTrust(200, 200, 200, 200)...), sideOf(t, onTrust(300, 300, 300, 300, 300)...), "trust", 200, 300, 100, true, 0, 4, Moved},
		{"its record", record(sideOf(t, onTrust(200, 200, 200, 200)...)), sideOf(t, onTrust(300, 300, 300, 300, 300)...), "trust", 200, 300, 100, true, 0, 4, TooFewToTell},
		{"a record that keeps too few", record(sideOf(t, onTrust(200, 200, 200, 200, 0)...)), sideOf(t, onTrust(300, 300, 300, 300, 300)...), "trust", 0, 0, 0, false, 0, 0, TooFewToTell},
	} {
		t.Run(c.name, func(t *testing.T) {
			ch := changeOf(Compare(c.then, c.now), c.trait)
			if ch.Then != c.then2 || ch.Now != c.now2 || ch.Shift != c.shift || ch.HasShift != c.hasShift ||
				ch.Pairs != c.pairs || ch.NThen != c.nThen || ch.Verdict != c.verdict {
				t.Errorf("%+v", ch)
			}
			if ch.Verdict == TooFewToTell && (ch.HasP || ch.HasInterval || ch.Test != "") {
				t.Errorf("too few, and yet there is more: %+v", ch)
			}
		})
	}
}

func TestResponsesMustBeThoseOfTheAssessment(t *testing.T) {
	people := onTrust(200, 200, 225, 225, 250)
	a := Assess(closedRoom(t, people...))
	short := onTrust(200, 200, 225, 225, 250)
	for _, p := range short {
		p.Length = Short
	}
	other := onTrust(200, 200, 225, 225, 275)
	twice := onTrust(200, 200, 225, 225, 250)
	twice[1].Code, twice[3].Code = "anna", " anna "
	for _, c := range []struct {
		name   string
		people []*Response
		want   string
	}{
		{"one left out", people[:4], "the 4 responses are not those that the assessment of 2026-11-23 counts; it has 5 people"},
		{"one answered otherwise", other, "the 5 responses are not those that the assessment of 2026-11-23 counts; it has 5 people"},
		{"another length", short, "the 5 responses are not those that the assessment of 2026-11-23 counts; it has 5 people"},
		{"two lengths", append(short[:1:1], people[1:]...), "response 2 of the round of 2026-11-23: the length is full; expected short"},
		{"a code twice", twice, `the code "anna" stands twice in the round of 2026-11-23; a person counts once`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := SideOf(a, c.people); err == nil || err.Error() != c.want {
				t.Errorf("got %v\nwant %s", err, c.want)
			}
		})
	}
	if _, err := SideOf(a, people); err != nil {
		t.Error(err)
	}
	if _, err := SideOf(assessOne(people[0]), people[:1]); err == nil {
		t.Error("one person's assessment took responses of a group")
	}
}
