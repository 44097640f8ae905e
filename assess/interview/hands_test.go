package interview

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

// counting is a show of hands of so many people that has not begun.
func counting(people int) *assess.Tally {
	t := assess.NewTally(rubric.Default(), assess.Hands, "Lakes Guild", assess.Date{Time: monday})
	t.People = people
	return t
}

func sitRoom(t testing.TB, room *assess.Tally) *sitting {
	s := &sitting{t: t, now: monday}
	return s.with(Options{New: roomDraft(room, nil), Colour: true})
}

func roomDraft(room *assess.Tally, keep func(*assess.Tally) error) Draft {
	if keep == nil {
		keep = func(*assess.Tally) error { return nil }
	}
	return Draft{Response: assess.NewResponse(room.Rubric), Room: &Room{Tally: room, Keep: keep}}
}

func TestHandsAsTheyAreTyped(t *testing.T) {
	keys := func(keys string) handRow {
		row := handRow{asking.Row{Item: &asking.Item{Kind: asking.Choice}}}
		for _, k := range strings.Fields(keys) {
			row.Options = append(row.Options, asking.Option{Mark: k})
		}
		return row
	}
	question, fact := keys("1 2 3 4 d n"), keys("y n d")
	for _, c := range []struct {
		row   handRow
		entry string
		want  []int
		wrong string
	}{
		{row: question, entry: "2 5 3 0", want: []int{2, 5, 3, 0, 0, 0}},
		{row: question, entry: " 2,5, 3 0 d1 N 2", want: []int{2, 5, 3, 0, 1, 2}},
		{row: question, entry: "d 1 2 5 3 0", want: []int{2, 5, 3, 0, 1, 0}},
		{row: question, entry: "2 5 3 0 1 2", want: []int{2, 5, 3, 0, 1, 2}},
		{row: question, entry: "3 4 5", want: []int{3, 4, 5, 0, 0, 0}}, // all twelve
		{row: question, entry: "2 5 3", wrong: "type 4 counts"},
		{row: question, entry: "2 5 3 0 1 2 3", wrong: "6 counts at most"},
		{row: question, entry: "2 5 3 0 d", wrong: "put a number after d"},
		{row: question, entry: "2 5 3 0 d n 1", wrong: "put a number after d"},
		{row: question, entry: "2 5 3 0 x 1", wrong: `"x" is not an option`},
		{row: question, entry: "99999999999999999999 0 0 0", wrong: "is not an option"},
		{row: question, entry: "", wrong: "type 4 counts"},
		{row: question, entry: "1=2 3 = 5 d=1", want: []int{2, 0, 5, 0, 1, 0}},
		{row: question, entry: "1=2 3=", wrong: "put a number after 3"},
		{row: question, entry: "7=2", wrong: `"7" is not an option`},
		{row: question, entry: "d 1", wrong: "type 4 counts"},
		{row: fact, entry: "7 3 2", want: []int{7, 3, 2}},
		{row: fact, entry: "y 7 d 2", want: []int{7, 0, 2}},
		{row: fact, entry: "7 3", wrong: "type 3 counts"},
	} {
		got, err := parseHands(c.row, c.entry, 12)
		if c.wrong != "" {
			if err == nil || !strings.Contains(err.Error(), c.wrong) {
				t.Errorf("%q gives %v, %v; want %q", c.entry, got, err, c.wrong)
			}
			continue
		}
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%q gives %v, %v", c.entry, got, err)
		}
		if again, err := parseHands(c.row, c.row.words(got), 12); err != nil || !slices.Equal(again, got) {
			t.Errorf("%v is written %q, which reads %v, %v", got, c.row.words(got), again, err)
		}
	}
}

func TestMoreHandsThanPeopleAreRefused(t *testing.T) {
	s := sitRoom(t, counting(12)).atID("trust.delegation")
	s.keys("type:9 4 0 0", "enter")
	s.shows("13 hands is too many: there are 12 people. Nothing is recorded.")
	if s.walk.Here().ID != "trust.delegation" || s.walk.Counted(s.walk.Rows(s.walk.Here())[0]) != nil {
		t.Error("recorded, or went on")
	}
	for range "9 4 0 0" {
		s.keys("backspace")
	}
	s.keys("type:p 13", "enter")
	s.shows("The room now has 13 people.")
	if s.keys("type:9 4 0 0", "enter"); s.walk.Here().ID == "trust.delegation" {
		t.Error("13 hands of 13 people are refused")
	}
	if err := s.walk.SetPeople(8); err == nil || !strings.Contains(err.Error(), "9 hands at one answer") {
		t.Errorf("fewer people than hands: %v", err)
	}
}

// Somebody who raised no hand is pointed out once, and may be left out.
func TestMissingHandsAreAskedAboutOnce(t *testing.T) {
	s := sitRoom(t, counting(12)).atID("trust.delegation").keys("type:2 5 3 1", "enter")
	s.shows("One hand is missing. Press Enter again to record it anyway")
	if s.keys("enter"); s.walk.Here().ID == "trust.delegation" {
		t.Error("does not go on")
	}
	s.keys("left")
	s.shows("1 [ 2] Each group acts only for itself.")
}

// An empty Enter counts nothing and passes over nothing; it goes on from what was counted.
func TestAnEmptyEnterPassesOverNoHands(t *testing.T) {
	s := sitRoom(t, counting(12)).atID("trust.delegation").keys("enter")
	s.shows("Type the counts first. → skips this question.")
	if s.walk.Here().ID != "trust.delegation" {
		t.Fatalf("at %v", s.walk.Here())
	}
	s.keys("type:2 5 3 2", "enter", "left", "enter")
	if s.walk.Here().ID == "trust.delegation" {
		t.Error("does not go on from what was counted")
	}
	s.atID(asking.TargetsStep).keys("enter")
	s.shows("↓ skips this line, → skips them all.")
	s.shows("type p 13 for 13 people")
	if s.keys("right"); s.walk.Here().ID == asking.TargetsStep {
		t.Error("→ does not go on")
	}
}

// Nobody can be the worst hurdle of more people than met it.
func TestTheWorstHurdlesFollowFromThoseMet(t *testing.T) {
	s := sitRoom(t, counting(12)).atID(asking.HurdlesID)
	s.keys("type:1=3 3=2", "enter")
	s.shows("The worst")
	s.keys("type:1 3", "enter")
	s.shows("3 hands for 3 is too many: there can be 2 at most.")
	s.keys("backspace", "backspace", "backspace", "type:1 2", "enter")
	room := s.walk.Room()
	items := rubric.Default().Hurdles.Items
	if room.Worst[items[0].ID] != 1 || room.Worst[items[2].ID] != 2 || len(room.Worst) != 2 {
		t.Errorf("the worst are %v", room.Worst)
	}
}

// The facts of a form are asked where a third of the room has or explores it.
func TestFactsFollowTheRoomsAim(t *testing.T) {
	s := sitRoom(t, counting(12)).atID(asking.FormsStep)
	s.keys("type:7 3 2", "enter", "type:0 4 8", "enter", "type:3 0 9", "enter", "type:0 0 12", "enter")
	var facts []string
	for _, step := range s.walk.Steps() {
		if step.Kind == asking.Grid && step.ID != asking.TargetsStep && step.ID != asking.FormsStep {
			facts = append(facts, step.ID)
		}
	}
	if want := []string{rubric.Default().Forms[0].ID}; !slices.Equal(facts, want) {
		t.Errorf("asks the facts of %v; want %v", facts, want)
	}
}

// A room in lines, from the name to the end, is what its file says, and the
// file goes on where it was left.
func TestARoomIsCountedInLines(t *testing.T) {
	room := counting(0)
	room.Association = ""
	var kept *assess.Tally
	o := Options{New: roomDraft(room, func(t *assess.Tally) error { kept = t; return nil }), Asks: asking.Asks{Length: true}}
	h := hearWith(t, o)
	h.enter(t, "Lakes Guild", "many", "4", "12", "1", "", "2 5 3 0 d 2", "9 9 9 9", "2 5 3", "6 5 0 0", "p 13", "what", "12 0 0 1", "m", "q")
	golden(t, "testdata/lines-hands.txt", h.shown.String())
	if kept == nil || kept.People != 13 || kept.Length != assess.Short || kept.Questions[0].DontKnow != 2 {
		t.Fatalf("kept %+v", kept)
	}
	again, err := assess.ParseOpenHands("x.yaml", kept.EncodeHands(), rubric.Released)
	if err != nil {
		t.Fatal(err)
	}
	if s := asking.CountHands(again, asking.Asks{}); s.Here().Kind != asking.Question || s.Counted(s.Rows(s.Here())[0]) != nil {
		t.Errorf("goes on at %v", s.Here())
	} else if done, _ := s.Answered(); done != 3 {
		t.Errorf("%d are counted", done)
	}
}

// Whatever is counted, the file that is kept can be read, and says the same.
func TestWhatARoomSaysReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := rapid.IntRange(5, 30).Draw(t, "people")
		s := asking.CountHands(counting(people), asking.Asks{})
		for range rapid.IntRange(1, 30).Draw(t, "rows") {
			steps := s.Steps()
			rows := s.Rows(steps[rapid.IntRange(0, len(steps)-1).Draw(t, "step")])
			if len(rows) == 0 {
				continue
			}
			row := rows[rapid.IntRange(0, len(rows)-1).Draw(t, "row")]
			counts := make([]int, len(row.Options))
			for i := range counts {
				counts[i] = rapid.IntRange(0, people/2).Draw(t, fmt.Sprint(i))
			}
			_ = s.Count(row, counts) // what does not fit is refused
		}
		text := s.Room().EncodeHands()
		tally, err := assess.ParseOpenHands("x.yaml", text, rubric.Released)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if again := asking.CountHands(tally, asking.Asks{}).Room().EncodeHands(); !bytes.Equal(again, text) {
			t.Errorf("reads back as\n%s\nnot\n%s", again, text)
		}
	})
}
