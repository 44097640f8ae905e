package assess

import (
	"slices"
	"testing"

	"collab/rubric"
)

// change of one trait in a comparison.
func changeOf(c *Comparison, id string) Change {
	for _, ch := range c.Traits {
		if ch.Dimension.ID == id {
			return ch
		}
	}
	return Change{}
}

func solo(r *Response) Side { return Side{Assessment: assessOne(r)} }

func TestOnePersonTwice(t *testing.T) {
	for _, c := range []struct {
		name      string
		then, now []Answer
		want      Change
	}{
		{"a stage and a quarter over four", []Answer{1, 2, 2, 1}, []Answer{3, 3, 3, 2},
			Change{Then: 150, Now: 275, Shift: 125, Questions: 4, Verdict: Moved}},
		{"down counts too", []Answer{4, 4, 4, 4}, []Answer{2, 3, 3, 3},
			Change{Then: 400, Now: 275, Shift: -125, Questions: 4, Verdict: Moved}},
		{"a whole stage", []Answer{1, 2, 2, 1}, []Answer{2, 3, 3, 2},
			Change{Then: 150, Now: 250, Shift: 100, Questions: 4, Verdict: NoDetectableChange}},
		{"three that were answered both times", []Answer{1, 2, 2, DontKnow}, []Answer{2, 4, 3, 4},
			Change{Then: 167, Now: 300, Shift: 133, Questions: 3, Verdict: Moved}},
		{"two need a stage and a half", []Answer{1, 2, Unanswered, DontKnow}, []Answer{3, 3, 1, 2},
			Change{Then: 150, Now: 300, Shift: 150, Questions: 2, Verdict: Moved}},
		{"two and one stage", []Answer{1, 2, Unanswered, DontKnow}, []Answer{2, 3, 1, 2},
			Change{Then: 150, Now: 250, Shift: 100, Questions: 2, Verdict: NoDetectableChange}},
		{"one is too few", []Answer{1, 2, DoesNotApply, DontKnow}, []Answer{4, DontKnow, 4, 4},
			Change{Then: 100, Now: 400, Shift: 300, Questions: 1, Verdict: TooFewToTell}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := changeOf(Compare(solo(put(blank(), "trust", c.then...)), solo(put(blank(), "trust", c.now...))), "trust")
			if got.Then != c.want.Then || got.Now != c.want.Now || got.Shift != c.want.Shift || !got.HasShift ||
				got.Questions != c.want.Questions || got.Verdict != c.want.Verdict {
				t.Errorf("got %v to %v, shift %v over %d questions: %s", got.Then, got.Now, got.Shift, got.Questions, got.Verdict)
			}
			if got.HasP || got.HasInterval || got.Pairs != 0 || got.NThen != 0 {
				t.Errorf("one person has p, an interval or a number of people: %+v", got)
			}
		})
	}
}

// ofAll is a person who answers so many of the 24 trait questions, the first of them
// with one rank, so many, and the others with another.
func ofAll(answered, first int, with, others Answer) *Response {
	r := blank()
	for i, q := range r.Rubric.Questions() {
		if q.Scope == "" || answered == 0 {
			continue
		}
		r.Answers[i] = others
		if first > 0 {
			r.Answers[i] = with
		}
		answered, first = answered-1, first-1
	}
	return r
}

// TestAllTraitsOfOnePersonTogether has so many questions answered both times, of
// which some rose by a stage.
func TestAllTraitsOfOnePersonTogether(t *testing.T) {
	for _, c := range []struct {
		answered, risen int
		then, now       Position
		shift           Shift
		want            Outcome
	}{
		{24, 22, 200, 292, 92, Moved},
		{24, 21, 200, 288, 88, Possible},
		{24, 16, 200, 267, 67, Possible},
		{24, 15, 200, 263, 63, NoDetectableChange},
		{20, 18, 200, 290, 90, Moved},
		{20, 13, 200, 265, 65, Possible},
		{16, 15, 200, 294, 94, Moved},
		{15, 14, 200, 293, 93, Possible}, // .94 of sixteen moved, of fifteen it takes .95
		{16, 11, 200, 269, 69, Possible},
		{13, 9, 200, 269, 69, NoDetectableChange}, // of thirteen it takes .70
		{12, 12, 200, 300, 100, Moved},
		{12, 9, 200, 275, 75, Possible},
		{12, 8, 200, 267, 67, NoDetectableChange},
	} {
		got := Compare(solo(ofAll(c.answered, 0, 0, 2)), solo(ofAll(c.answered, c.risen, 3, 2))).AllTraits
		if got == nil || got.Questions != c.answered || got.Then != c.then || got.Now != c.now || got.Shift != c.shift || got.Verdict != c.want ||
			got.Test != SoloRule || got.HasP || got.HasInterval || got.Comparable != 24 || got.Asked != 24 {
			t.Errorf("%d of %d: %+v, want %s", c.risen, c.answered, got, c.want)
		}
		back := Compare(solo(ofAll(c.answered, c.risen, 3, 2)), solo(ofAll(c.answered, 0, 0, 2)))
		if back.AllTraits.Verdict != c.want || back.AllTraits.Shift != -c.shift || back.AnyMoved() != (c.want == Moved) {
			t.Errorf("%d of %d, back: %+v", c.risen, c.answered, back.AllTraits)
		}
	}
	if got := Compare(solo(ofAll(11, 0, 0, 2)), solo(ofAll(24, 24, 4, 2))).AllTraits; got != nil {
		t.Errorf("eleven were answered both times: %+v", got)
	}
	if got := Compare(sideOf(t, each(2, 2, 2, 2, 2)...), sideOf(t, each(4, 4, 4, 4, 4)...)).AllTraits; got != nil {
		t.Errorf("a group: %+v", got)
	}
}

// TestTheSpectrumIsNoTrait: what is said of the joint work is not among all traits.
func TestTheSpectrumIsNoTrait(t *testing.T) {
	then, now := ofAll(12, 0, 0, 2), ofAll(12, 0, 0, 2)
	put(then, "spectrum", 1, 1, 1, 1, 1, 1, 1, 1, 1)
	put(now, "spectrum", 4, 4, 4, 4, 4, 4, 4, 4, 4)
	if got := Compare(solo(then), solo(now)).AllTraits; got.Questions != 12 || got.Shift != 0 || got.Verdict != NoDetectableChange {
		t.Errorf("%+v", got)
	}
}

func TestAnswersOfOnePersonThatChanged(t *testing.T) {
	then := put(blank(), "trust", 2, DontKnow, 3, Unanswered)
	now := put(blank(), "trust", 3, 2, 3, 4)
	put(then, "values", 1, DoesNotApply, DontKnow)
	put(now, "values", DoesNotApply, DoesNotApply, Unanswered)
	want := []AnswerChange{{"values.goals", 1, DoesNotApply}, {"trust.delegation", 2, 3}, {"trust.disagreement", DontKnow, 2}}
	if got := Compare(solo(then), solo(now)).Answers; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	prompt := rubric.Default().Questions()[rubric.Default().Index("trust.delegation")].Prompt
	later := withRubric([]*Response{now}, reworded(t, prompt, prompt+" Really?"))[0]
	if got := Compare(solo(then), solo(later)).Answers; !slices.Equal(got, append(want[:1:1], want[2])) {
		t.Errorf("one question has other words: %v", got)
	}
	if got := Compare(sideOf(t, each(2, 2, 2, 2, 2)...), sideOf(t, each(4, 4, 4, 4, 4)...)).Answers; got != nil {
		t.Errorf("a group: %v", got)
	}
}

// TestAChangeOverFewerQuestionsThanThePosition: what was not answered both times is
// in a profile and not in the change.
func TestAChangeOverFewerQuestionsThanThePosition(t *testing.T) {
	for _, c := range []struct {
		then, now []Answer
		want      bool
	}{
		{[]Answer{2, 2, 1, 2}, []Answer{2, 2, 1, DontKnow}, true},
		{[]Answer{2, 2, 1, DontKnow}, []Answer{2, 2, 1, 2}, true},
		{[]Answer{2, 2, 1, DontKnow}, []Answer{2, 2, 1, DontKnow}, false},
		{[]Answer{2, 2, 1, DontKnow}, []Answer{2, 2, DontKnow, 1}, true},
		{[]Answer{2, 2, 1, 2}, []Answer{2, 2, 1, 2}, false},
	} {
		ch := changeOf(Compare(solo(put(blank(), "trust", c.then...)), solo(put(blank(), "trust", c.now...))), "trust")
		if ch.OverFewer() != c.want || ch.Asked != 4 {
			t.Errorf("%v, then %v: over %d of %d, %v", c.then, c.now, ch.Questions, ch.Asked, ch.OverFewer())
		}
	}
}

func TestStagesThatChangedAreToldAndOnlyWhereTheyCanBeCompared(t *testing.T) {
	then := put(put(blank(), "trust", 2, 2, 2, 3), "values", 2, 2, 2, 2)
	now := put(put(blank(), "trust", 2, 2, 2, 1), "values", 2, 3, 2, 2)
	c := Compare(solo(then), solo(now))
	got := c.Restaged()
	if len(got) != 0 {
		t.Errorf("nothing changed its stage: %+v", got)
	}
	now = put(now, "trust", 2, 3, 3, 3)
	got = Compare(solo(then), solo(now)).Restaged()
	if len(got) != 1 || got[0].Dimension.ID != "trust" || got[0].Then != 2 || got[0].Now != 3 {
		t.Errorf("%+v", got)
	}
	now.Length = Short
	if got := Compare(solo(then), solo(now)).Restaged(); got != nil {
		t.Errorf("of another length: %+v", got)
	}
}
