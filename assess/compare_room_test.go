package assess

import (
	"fmt"
	"slices"
	"strings"
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
		return []Answer{DontKnow, DontKnow, DontKnow, 2}
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
func closedRoom(t rapid.TB, people ...*Response) *Published {
	tally := room(t, people...)
	tally.Named = tally.People < 5
	return tally.Publish()
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
	c := Compare(sideOf(t, onTrust(workedThen...)...), sideOf(t, onTrust(workedNow...)...))
	ch := changeOf(c, "trust")
	if c.Test != Unlinked || ch.Test != Unlinked || c.Tested() != 1 || c.Pairs != 0 {
		t.Errorf("tested by %s, %d traits", ch.Test, c.Tested())
	}
	if ch.Then != 210 || ch.Now != 275 || ch.Shift != 65 || ch.Low != 21 || ch.High != 109 || ch.NThen != 5 || ch.NNow != 6 {
		t.Errorf("%+v", ch)
	}
	if ch.P != 7./462 || ch.Adjusted != 7./462 || ch.Verdict != Moved {
		t.Errorf("p %v, adjusted %v: %s", ch.P, ch.Adjusted, ch.Verdict)
	}
	if other := changeOf(c, "values"); other.Verdict != TooFewToTell || other.HasShift || other.Test != "" {
		t.Errorf("nobody has a position on values: %+v", other)
	}
}

// times is a list with each value so many times.
func times(n int, values ...int) []int {
	var all []int
	for _, v := range values {
		all = append(all, slices.Repeat([]int{v}, n)...)
	}
	return all
}

// recordOf is the record of people who stand on values and on trust.
func recordOf(t *testing.T, values, trust []int) Side {
	var people []*Response
	for i := range values {
		people = append(people, standing("", values[i], trust[i]))
	}
	return record(sideOf(t, people...))
}

// TestRecordsAreTestedByWelch: twelve people at 2.00 and at 2.25, each ± .213, of
// whom records keep .2. R: 2 * pt(-.25 / sqrt(.04 / 6), 22) is .005712.
func TestRecordsAreTestedByWelch(t *testing.T) {
	then := recordOf(t, times(4, 175, 200, 225), times(4, 175, 200, 225))
	now := recordOf(t, times(4, 175, 200, 225), times(4, 200, 225, 250))
	c := Compare(then, now)
	ch := changeOf(c, "trust")
	if c.Test != Welch || ch.Test != Welch || c.Tested() != 2 || ch.Then != 200 || ch.Now != 225 || ch.Shift != 25 || ch.NThen != 12 || ch.NNow != 12 {
		t.Errorf("%d tested, %+v", c.Tested(), ch)
	}
	if !near(ch.P, .005712, 6) || ch.Adjusted != 2*ch.P || ch.Verdict != Moved || ch.Low != 8 || ch.High != 42 {
		t.Errorf("p %v, adjusted %v: %s, %v to %v", ch.P, ch.Adjusted, ch.Verdict, ch.Low, ch.High)
	}
	if ch := changeOf(c, "values"); ch.P != 1 || ch.Adjusted != 1 || ch.Shift != 0 || ch.Verdict != NoDetectableChange {
		t.Errorf("values: %+v", ch)
	}
}

// TestRecordsThatAreNotTested: which kept figures a test of records takes.
func TestRecordsThatAreNotTested(t *testing.T) {
	spread, alike := times(3, 175, 200, 225), times(9, 200)
	nine := recordOf(t, spread, spread)
	short := func() Side {
		var people []*Response
		for _, p := range spread {
			r := standing("", p, p)
			r.Length = Short
			for i, q := range r.Rubric.Questions() {
				if !q.Short {
					r.Answers[i] = Unanswered
				}
			}
			people = append(people, r)
		}
		return record(sideOf(t, people...))
	}
	for _, c := range []struct {
		name      string
		then, now Side
		verdict   Outcome
		why       Untested
		n         int
	}{
		{"nine people twice", nine, nine, NoDetectableChange, "", 9},
		{"eight people then", recordOf(t, spread[1:], spread[1:]), nine, NotTested, CountsAlone, 0},
		{"no spread then", recordOf(t, spread, alike), nine, NoDetectableChange, "", 9},
		{"no spread at all", recordOf(t, spread, alike), recordOf(t, spread, alike), NotTested, NoSpread, 9},
		{"the short length", short(), nine, NotTested, OtherQuestions, 0},
		{"the short length twice", short(), short(), NotTested, CountsAlone, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Compare(c.then, c.now)
			ch := changeOf(got, "trust")
			if ch.Verdict != c.verdict || ch.Why != c.why || ch.NThen != c.n || ch.NNow != c.n || !ch.HasShift || ch.Then == 0 || ch.Now == 0 {
				t.Errorf("%+v", ch)
			}
			if tested := ch.Verdict != NotTested; ch.HasP != tested || ch.HasInterval != tested || (ch.Test != "") != tested {
				t.Errorf("tested %v, and yet %+v", tested, ch)
			}
		})
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
	c := Compare(linkedRooms(t, 6, 5, 6))
	ch := changeOf(c, "trust")
	if c.Test != Linked || c.Pairs != 6 || c.LeftOutThen != 5 || c.LeftOutNow != 6 || c.LeftOut() != 11 {
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

// TestWhoIsInNoPairIsNotTold: of one to four people beside the pairs the records
// would tell where they stand.
func TestHowManyAreLinkedIsKnownWhereTheyAreTooFew(t *testing.T) {
	then, now := linkedRooms(t, FewestPairs-1, 5, 6)
	if c := Compare(then, now); c.Test != Unlinked || c.Pairs != 0 || c.TooFewPairs != 5 {
		t.Errorf("test %s, pairs %d, too few %d", c.Test, c.Pairs, c.TooFewPairs)
	}
	then, now = linkedRooms(t, FewestPairs, 5, 6)
	if c := Compare(then, now); c.TooFewPairs != 0 {
		t.Errorf("%d pairs are too few", c.TooFewPairs)
	}
}

func TestWhoIsInNoPairIsNotTold(t *testing.T) {
	for _, c := range []struct {
		onlyThen, onlyNow int
		coarse            bool
	}{{0, 0, false}, {1, 0, true}, {0, 1, true}, {4, 0, true}, {0, 4, true}, {5, 0, false}, {0, 5, false}, {5, 4, true}, {9, 9, false}} {
		t.Run(fmt.Sprint(c.onlyThen, " and ", c.onlyNow), func(t *testing.T) {
			then, now := linkedRooms(t, 8, c.onlyThen, c.onlyNow)
			put(now.people[0], "trust", 2, 2, 2, 2) // of eight, one stays: a shift of .4375
			now = sideOf(t, now.people...)
			ch := changeOf(Compare(then, now), "trust")
			if ch.Coarse != c.coarse || ch.HasInterval == c.coarse || (ch.Then == 0) != c.coarse || (ch.Now == 0) != c.coarse || !ch.HasShift {
				t.Errorf("%+v", ch)
			}
			want := map[bool][2]string{false: {"0.44", "+0.44"}, true: {"0.4", "+0.4"}}[c.coarse]
			if got := [2]string{ch.ShiftFigure(), ch.SignedShift()}; got != want || ch.Verdict != Moved || ch.P != 4./256 {
				t.Errorf("%v, want %v; %s, p %v", got, want, ch.Verdict, ch.P)
			}
		})
	}
}

// TestWhoHasNoPositionTellsNothing: those in no pair count where they have a position.
func TestWhoHasNoPositionTellsNothing(t *testing.T) {
	then, now := linkedRooms(t, 6, 0, 3)
	for _, p := range now.people[6:] {
		put(p, "trust", DontKnow, DontKnow, DontKnow, DontKnow)
	}
	if ch := changeOf(Compare(then, sideOf(t, now.people...)), "trust"); ch.Coarse || ch.Now != 250 {
		t.Errorf("nobody beside the pairs has a position: %+v", ch)
	}
	put(now.people[0], "trust", DontKnow, DontKnow) // linked, and a position then only
	if ch := changeOf(Compare(then, sideOf(t, now.people...)), "trust"); !ch.Coarse || ch.Pairs != 5 || ch.Verdict != TooFewToTell {
		t.Errorf("one has a position then and is in no pair: %+v", ch)
	}
}

func TestCodesLinkHoweverTheyAreTyped(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Oak", " oak\t", true},
		{"\u00e9toile", "e\u0301toile", true},  // é in one character and in two
		{"STRASSE", "stra\u00dfe", true},       // ß folds to ss
		{"\uff2fak", "oak", true},              // a full-width O
		{"\u03a3\u03a3", "\u03c3\u03c2", true}, // a sigma at the end of a word
		{"\u0130", "i\u0307", true},            // a capital I with a dot
		{"oak", "oak2", false},
		{"\u0131", "i", false}, // an i without a dot is another letter
	} {
		if same := CodeKey(c.a) == CodeKey(c.b); same != c.same {
			t.Errorf("%q and %q: the same %v", c.a, c.b, same)
		}
	}
	then, now := linkedRooms(t, 6, 0, 0)
	for i, p := range now.people {
		p.Code = strings.ToUpper(p.Code) + strings.Repeat(" ", i)
	}
	if c := Compare(then, now); c.Test != Linked || c.Pairs != 6 {
		t.Errorf("%s of %d pairs", c.Test, c.Pairs)
	}
}

// fourOfSix are six people of whom four have a position on trust, and none of whose
// questions is withheld: five gave each a stage.
func fourOfSix(at int) []*Response {
	people := onTrust(at, at, at, at, at, at)
	put(people[4], "trust", DontKnow, DontKnow)
	return append(people[:5], put(people[5], "trust", 2, 2, DontKnow, DontKnow))
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
	five := sideOf(t, onTrust(300, 300, 300, 300, 300)...)
	unnamed := record(sideOf(t, onTrust(200, 200, 200, 200)...))
	open := room(t, onTrust(200, 200, 200, 200)...)
	unnamed.Assessment = Assess(open.Publish())
	oneUnknown, twoUnknown := onTrust(200, 200, 200, 200), onTrust(200, 200, 200, 200)
	put(oneUnknown[0], "trust", DontKnow)
	put(twoUnknown[0], "trust", DontKnow, DontKnow)
	threeOfFour := sideOf(t, onTrust(200, 200, 200, 0)...)
	for _, c := range []struct {
		name        string
		then, now   Side
		trait       string
		then2, now2 Position
		shift       Shift
		hasShift    bool
		pairs       int
		nThen, nNow int
		verdict     Outcome
	}{
		{"five differences", sideOf(t, six(5, 3)...), sideOf(t, six(5, 6)...), "values", 200, 200, 0, true, 5, 0, 0, TooFewToTell},
		{"three differences, of which the rest is withheld", sideOf(t, six(5, 3)...), sideOf(t, six(5, 6)...), "trust", 0, 0, 0, false, 0, 0, 0, TooFewToTell},
		{"six differences", sideOf(t, six(5, 3)...), sideOf(t, six(6, 6)...), "transparency", 300, 300, 0, true, 6, 0, 0, NoDetectableChange},
		{"three of different people", sideOf(t, onTrust(200, 200, 200, 0, 0)...), five, "trust", 0, 0, 0, false, 0, 0, 0, TooFewToTell},
		{"four of different people", sideOf(t, fourOfSix(200)...), five, "trust", 0, 0, 0, false, 0, 4, 5, TooFewToTell},
		{"four now", five, sideOf(t, fourOfSix(200)...), "trust", 0, 0, 0, false, 0, 5, 4, TooFewToTell},
		{"five of different people", sideOf(t, onTrust(200, 200, 200, 200, 200)...), five, "trust", 200, 300, 100, true, 0, 5, 5, Moved},
		{"a named room of four", sideOf(t, onTrust(200, 200, 200, 200)...), five, "trust", 200, 300, 100, true, 0, 4, 5, TooFewToTell},
		{"a named room of four, of whom three have a position", threeOfFour, five, "trust", 200, 300, 100, true, 0, 4, 5, TooFewToTell},
		{"its record", record(sideOf(t, onTrust(200, 200, 200, 200)...)), five, "trust", 200, 300, 100, true, 0, 4, 0, TooFewToTell},
		{"its record now", five, record(sideOf(t, onTrust(200, 200, 200, 200)...)), "trust", 300, 200, -100, true, 0, 0, 4, TooFewToTell},
		{"a room of four that is not named, with its responses", Side{unnamed.Assessment, onTrust(200, 200, 200, 200)}, five, "trust", 0, 0, 0, false, 0, 4, 5, TooFewToTell},
		{"a named record that does not tell of two questions", record(sideOf(t, twoUnknown...)), five, "trust", 0, 0, 0, false, 0, 4, 0, TooFewToTell},
		{"a named record that does not tell of one question", record(sideOf(t, oneUnknown...)), five, "trust", 200, 300, 100, true, 0, 4, 0, TooFewToTell},
		{"a room of four that is not named", unnamed, five, "trust", 0, 0, 0, false, 0, 4, 0, TooFewToTell},
		{"a record whose questions are withheld", record(sideOf(t, onTrust(200, 200, 200, 200, 0)...)), five, "trust", 0, 0, 0, false, 0, 0, 0, NotTested},
		{"a named record against one whose questions are withheld", record(sideOf(t, onTrust(200, 200, 200, 200)...)), record(sideOf(t, onTrust(200, 200, 200, 200, 0)...)), "trust", 0, 0, 0, false, 0, 4, 0, TooFewToTell},
	} {
		t.Run(c.name, func(t *testing.T) {
			ch := changeOf(Compare(c.then, c.now), c.trait)
			if ch.Then != c.then2 || ch.Now != c.now2 || ch.Shift != c.shift || ch.HasShift != c.hasShift ||
				ch.Pairs != c.pairs || ch.NThen != c.nThen || ch.NNow != c.nNow || ch.Verdict != c.verdict {
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
		{"a code twice", twice, `the code "anna" is there twice in the round of 2026-11-23; a person counts once`},
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
