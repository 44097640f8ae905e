package assess

import (
	"testing"
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
