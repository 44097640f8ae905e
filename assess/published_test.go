package assess

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"collab/rubric"
)

// kept is what a record keeps of a round's people.
func kept(p *Published) string {
	var b bytes.Buffer
	p.WriteCounts(&b)
	return b.String()
}

func TestAPublishedRoundDoesNotChangeWhenItGoesOn(t *testing.T) {
	people := each(1, 1, 2, 2, 2, 3, 3, 3, 4)
	for _, p := range people {
		p.Targets["trust"], p.Aim["shared_services"] = 2, rubric.Have
		p.Priorities, p.Hurdles, p.Worst = []string{"trust"}, []string{"turf"}, "turf"
		p.Facts["says_so"] = Met
	}
	tally := room(t, people...)
	published := tally.Publish()
	before := kept(published)
	for _, p := range people {
		if err := tally.Add(*p); err != nil {
			t.Fatal(err)
		}
	}
	if kept(published) != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, kept(published))
	}
}

// TestWhatFourGaveIsForgottenAndWhatFiveGaveIsNot is of a room of twelve.
func TestWhatFourGaveIsForgottenAndWhatFiveGaveIsNot(t *testing.T) {
	for _, few := range []int{4, 5} {
		people := each(1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4)
		for i, p := range people {
			if i >= few {
				put(p, "trust", DontKnow)
				continue
			}
			p.Targets["trust"], p.Aim["shared_services"] = 2, rubric.Have
			p.Priorities, p.Hurdles, p.Worst = []string{"trust"}, []string{"turf"}, "turf"
			p.Facts["says_so"] = Met
		}
		text := kept(room(t, people...).Publish())
		for _, line := range []string{
			"trust: {cooperation: ", "priorities: {people: ", "hurdles: {met: {turf: ", "shared_services: {have: ", "says_so: {met: ",
		} {
			if told := strings.Contains(text, line); told != (few == 5) {
				t.Errorf("of %d people %q is told: %t\n%s", few, line, told, text)
			}
		}
		if withheld := strings.Contains(text, "trust.delegation: {withheld: 4, dont_know: 8, does_not_apply: 0}"); withheld != (few == 4) {
			t.Errorf("the answers of %d people are withheld: %t\n%s", few, withheld, text)
		}
	}
}

// TestPositionsNeedEnoughAnswers: of nine attributes six are needed; of five left
// nothing is kept but the counts.
func TestPositionsNeedEnoughAnswers(t *testing.T) {
	for _, withheld := range []int{3, 4} {
		people := each(1, 1, 2, 2, 2, 3, 3, 3, 4)
		for i, p := range people {
			put(p, rubric.SpectrumID, 2, 2, 2, 2, 2, 2, 2, 2, 2)
			if i < 5 {
				put(p, rubric.SpectrumID, []Answer{DontKnow, DontKnow, DontKnow, DontKnow}[:withheld]...)
			}
		}
		p := room(t, people...).Publish()
		// Of the six left, four of everybody's answers are needed; of five nobody's count.
		if n := p.Positions[placeOf(p.Rubric, rubric.SpectrumID)].N; (n == 9) != (withheld == 3) {
			t.Errorf("%d positions over %d attributes are kept", n, 9-withheld)
		}
		if s := Assess(p).Spectrum; (s.Position > 0) != (withheld == 3) {
			t.Errorf("over %d attributes the spectrum stands at %v", 9-withheld, s.Position)
		}
	}
}

// TestARoleOfATraitNeedsFivePositions has so many of ten staff without a position on
// trust, beside ten of the board.
func TestARoleOfATraitNeedsFivePositions(t *testing.T) {
	for _, c := range []struct {
		open         int
		board, staff bool
	}{
		{0, true, true},
		{5, true, true},   // five of the staff are left
		{6, false, false}, // four: beside all, the board would tell them
		{10, true, false}, // none: there is nobody to tell
	} {
		var people []*Response
		for i := range 20 {
			p := evenly(Answer(1 + i%4))
			p.Role = []string{"board", "staff"}[i/10]
			if i >= 20-c.open {
				put(p, "trust", DontKnow, DontKnow)
			}
			people = append(people, p)
		}
		p := room(t, people...).Publish()
		trust := placeOf(p.Rubric, "trust")
		if board, staff := p.RolePositions["board"][trust].N, p.RolePositions["staff"][trust].N; (board > 0) != c.board || (staff > 0) != c.staff {
			t.Errorf("%d left it open: the board has %d positions, the staff %d", c.open, board, staff)
		}
	}
}

func TestARoleGapIsNamedFromHalfAStageOn(t *testing.T) {
	for gap, named := range map[Position]bool{49: false, 50: true, 51: true} {
		views := []RoleView{
			{Role: rubric.Choice{ID: "board"}, Positions: map[string]Summary{"trust": {N: 5, Mean: 200 + gap}}},
			{Role: rubric.Choice{ID: "staff"}, Positions: map[string]Summary{"trust": {N: 5, Mean: 200}}},
		}
		gaps := newScorer(One(*evenly(2))).roleGaps(views)
		if (len(gaps) == 1) != named {
			t.Errorf("a gap of %v: %+v", gap, gaps)
		}
		if named && gaps[0] != (RoleGap{Trait: "trust", Low: "staff", High: "board", Gap: gap}) {
			t.Errorf("%+v", gaps[0])
		}
	}
}

// TestRoomsThatGrowAreToldApart has a room of twelve grow, a year later.
func TestRoomsThatGrowAreToldApart(t *testing.T) {
	twelve := each(1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4)
	for more := range 7 {
		later := room(t, append(twelve, each(1, 2, 3, 4, 1, 2)[:more]...)...).Publish()
		later.Date = Date{testDate.AddDate(1, 0, 0)}
		want := more >= 1 && more <= 4
		if got := TellsApart(room(t, twelve...).Publish(), later); got != want {
			t.Errorf("%d more are told apart: %t", more, got)
		}
		if got := TellsApart(handsCounted(t, 12, 0), handsCounted(t, 12+more, more)); got != want {
			t.Errorf("%d hands more are told apart: %t", more, got)
		}
	}
	if TellsApart(One(*evenly(2)), One(*evenly(2))) {
		t.Error("one person is told apart")
	}
}

// TestOtherWordsDoNotHideALatecomer has the room asked in other words: mended or
// translated, declared equivalent or not, and with a stage more that nobody chose.
func TestOtherWordsDoNotHideALatecomer(t *testing.T) {
	twelve := each(1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4)
	mended := reworded(t, `prompt: "`, `prompt: "Now: `)
	longer := *mended
	longer.Stages = append(slices.Clone(mended.Stages), rubric.Stage{ID: "beyond"})
	for name, other := range map[string]*rubric.Rubric{"other words": mended, "a stage more": &longer} {
		for more := range 7 {
			later := room(t, withRubric(append(twelve, each(1, 2, 3, 4, 1, 2)[:more]...), other)...).Publish()
			later.Date = Date{testDate.AddDate(1, 0, 0)}
			want := more >= 1 && more <= 4
			if got := TellsApart(room(t, twelve...).Publish(), later); got != want {
				t.Errorf("%s: %d more are told apart: %t", name, more, got)
			}
		}
	}
	if TellsApart(room(t, twelve...).Publish(), room(t, withRubric(twelve, mended)...).Publish()) {
		t.Error("a round cannot be kept again where only the words were mended")
	}
}

// hands is a show of hands in which so many more are at the last stage.
func handsCounted(t *testing.T, people, more int) *Published {
	t.Helper()
	text := fmt.Sprintf("format: 1\nassociation: A\ndate: %d-11-23\nmode: hands\npeople: %d\ncounts:\n", 2026+more, people)
	for _, q := range rubric.Default().Questions() {
		text += fmt.Sprintf("  %s: [3, 4, 3, %d, 1, 1]\n", q.ID, more)
	}
	p, err := ParseHands("hands.yaml", []byte(text), rubric.Released)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestSixtyDaysAreOneRound has one of twelve give one answer otherwise.
func TestSixtyDaysAreOneRound(t *testing.T) {
	first := room(t, each(1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4)...).Publish()
	again := each(1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4)
	put(again[0], "trust", 2)
	for days, want := range map[int]bool{0: true, 60: true, 61: false, 365: false} {
		later := room(t, again...).Publish()
		later.Date = Date{testDate.AddDate(0, 0, days)}
		if got := TellsApart(first, later); got != want {
			t.Errorf("after %d days they are told apart: %t", days, got)
		}
	}
}

// TestOneLateAndOneAnswerFilledInLater is the next day's record: a thirteenth came,
// and one of the twelve now knows what was not known.
func TestOneLateAndOneAnswerFilledInLater(t *testing.T) {
	first := each(1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4)
	put(first[0], "trust", DontKnow)
	later := each(1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 2)
	for days, want := range map[int]bool{1: true, 365: false} {
		p := room(t, later...).Publish()
		p.Date = Date{testDate.AddDate(0, 0, days)}
		if got := TellsApart(room(t, first...).Publish(), p); got != want {
			t.Errorf("after %d days they are told apart: %t", days, got)
		}
	}
}

func TestASecondRoundDoesNotTellItsFirstApart(t *testing.T) {
	twelve := each(1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4)
	first := func() *Published { return room(t, twelve...).Publish() }
	with := func(second ...*Response) *Published {
		p := first()
		if err := p.AddSecond(room(t, second...).Publish()); err != nil {
			t.Fatal(err)
		}
		return p
	}
	moved := each(1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4)
	put(moved[0], "trust", 2)
	if TellsApart(first(), with(twelve...)) || TellsApart(first(), with(moved...)) {
		t.Error("the record of the first round cannot be kept beside that of both")
	}
	if TellsApart(with(moved...), with(moved...)) {
		t.Error("a record cannot be kept beside itself")
	}
	if !TellsApart(with(moved...), with(twelve...)) {
		t.Error("two second rounds differ by one answer and are kept")
	}
	for fewer := range 6 {
		err := first().AddSecond(room(t, twelve[:12-fewer]...).Publish())
		if (err != nil) != (fewer >= 1 && fewer <= 4) {
			t.Errorf("%d fewer answer again: %v", fewer, err)
		}
	}
}

// TestASecondRoundOfThreeQuestionsIsCompared has a thirteenth answer it.
func TestASecondRoundOfThreeQuestionsIsCompared(t *testing.T) {
	with := func(people int) *Published {
		p := room(t, each(1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4)...).Publish()
		var second []*Response
		for i := range people {
			second = append(second, put(blank(), "trust", Answer(1+i%4), 2, 3))
		}
		p.Second = &Second{people, room(t, second...).Publish().Questions}
		return p
	}
	if !TellsApart(with(12), with(13)) || TellsApart(with(12), with(17)) {
		t.Error("second rounds of few questions are not compared")
	}
}

// TestOneNewcomerOfARoleIsToldApart has five newcomers the next day.
func TestOneNewcomerOfARoleIsToldApart(t *testing.T) {
	with := func(board, staff int) *Published {
		var people []*Response
		for role, n := range map[string]int{"board": board, "staff": staff} {
			for i := range n {
				p := evenly(Answer(1 + i%4))
				p.Role = role
				people = append(people, p)
			}
		}
		return room(t, people...).Publish()
	}
	for _, c := range []struct {
		board, staff int
		apart        bool
	}{
		{12, 6, false}, {11, 7, true}, {8, 10, true}, {7, 11, false}, {12, 11, false},
	} {
		if got := TellsApart(with(7, 6), with(c.board, c.staff)); got != c.apart {
			t.Errorf("%d of the board and %d of the staff: told apart: %t", c.board, c.staff, got)
		}
	}
}

// TestAnOpenRoundHasNoEncoder holds that only what is published can be written: an open
// round is of another type than [Assess] takes, and has no method that writes it but
// the one for the hands that are still being counted.
func TestAnOpenRoundHasNoEncoder(t *testing.T) {
	open := reflect.TypeFor[*Tally]()
	for i := range open.NumMethod() {
		name := open.Method(i).Name
		if (strings.HasPrefix(name, "Write") || strings.HasPrefix(name, "Encode")) && name != "EncodeHands" {
			t.Errorf("an open round has the method %s", name)
		}
	}
	if _, has := reflect.TypeFor[*Published]().MethodByName("WriteCounts"); !has {
		t.Error("a published round is written by another method now; look for that one")
	}
	if takes := reflect.TypeOf(Assess).In(0); open.AssignableTo(takes) {
		t.Errorf("findings are made of %s", takes)
	}
}

// A second round follows its first within sixty days: of a year later it is of another
// assessment.
func TestASecondRoundFollowsSoon(t *testing.T) {
	people := each(1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4)
	for days, want := range map[int]bool{-1: false, 0: true, 60: true, 61: false, 365: false} {
		second := room(t, people...).Publish()
		second.Date = Date{testDate.AddDate(0, 0, days)}
		if err := room(t, people...).Publish().AddSecond(second); (err == nil) != want {
			t.Errorf("after %d days: %v", days, err)
		}
	}
}
