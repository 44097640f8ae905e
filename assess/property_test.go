package assess

import (
	"bytes"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"collab/rubric"
)

// drawResponse draws any valid response of the default rubric.
func drawResponse(t *rapid.T) *Response {
	r := blank()
	r.Length = rapid.SampledFrom([]Length{Full, Full, Short}).Draw(t, "length")
	r.JointWork.Scope = rapid.SampledFrom([]string{"", "within", "between", rubric.ScopeNone}).Draw(t, "scope")
	for i, q := range r.Rubric.Questions() {
		if r.Asked(q) {
			r.Answers[i] = Answer(rapid.IntRange(-2, r.Rubric.K()).Draw(t, q.ID))
		}
	}
	for _, target := range r.Rubric.Targets.Questions {
		if w := Target(rapid.IntRange(-1, r.Rubric.K()).Draw(t, "target")); w != NoTarget {
			r.Targets[target.Dimension] = w
		}
	}
	traits := []string{"values", "trust", "transparency", "knowledge", "stakeholders", "governance"}
	first := rapid.IntRange(0, 5).Draw(t, "priority")
	r.Priorities = traits[first:min(first+rapid.IntRange(0, 2).Draw(t, "priorities"), 6)]
	for _, h := range r.Rubric.Hurdles.Items {
		if rapid.Bool().Draw(t, h.ID) {
			r.Hurdles = append(r.Hurdles, h.ID)
			r.Worst = h.ID
		}
	}
	for _, f := range r.Rubric.Forms {
		if aim := rapid.SampledFrom([]string{"", rubric.Have, rubric.Exploring, rubric.NotConsidering}).Draw(t, "aim"); aim != "" {
			r.Aim[f.ID] = aim
		}
	}
	if r.Length == Full {
		for _, f := range r.Rubric.Facts() {
			if fact := rapid.SampledFrom([]Fact{"", Met, NotMet, FactUnknown}).Draw(t, f.ID); fact != "" {
				r.Facts[f.ID] = fact
			}
		}
	}
	return r
}

func TestRaisingOneAnswerNeverLowersAPositionOrAStage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawResponse(t)
		before := assessOne(r)
		i := rapid.IntRange(0, len(r.Answers)-1).Draw(t, "question")
		if r.Answers[i] < 1 || int(r.Answers[i]) == r.Rubric.K() {
			return
		}
		r.Answers[i]++
		after := assessOne(r)
		for j, p := range before.Traits {
			q := after.Traits[j]
			if q.Position < p.Position || q.Stage < p.Stage || q.Within < p.Within || q.Between < p.Between {
				t.Fatalf("%s fell from %+v to %+v", p.Dimension.ID, p, q)
			}
		}
		if s, u := before.Spectrum, after.Spectrum; u.Position < s.Position || u.Stage < s.Stage {
			t.Fatalf("the spectrum fell from %v to %v", s.Position, u.Position)
		}
		if after.Headline.Stage < before.Headline.Stage {
			t.Fatalf("the headline fell from %d to %d", before.Headline.Stage, after.Headline.Stage)
		}
	})
}

func TestWhatIsNotAStageNeverScores(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawResponse(t)
		with := assessOne(r)
		for i, a := range r.Answers {
			if a == DontKnow {
				r.Answers[i] = Unanswered
			}
		}
		without := assessOne(r)
		for j := range with.Traits {
			w, o := with.Traits[j], without.Traits[j]
			if w.Position != o.Position || w.Stage != o.Stage || w.Within != o.Within || w.Between != o.Between {
				t.Fatalf("don't know moves %s from %v to %v", w.Dimension.ID, o.Position, w.Position)
			}
		}
		if with.Headline.Stage != without.Headline.Stage || !reflect.DeepEqual(with.Actions, without.Actions) {
			t.Fatal("don't know moves the headline or the actions")
		}
	})
}

// sameFindings are the findings that do not depend on how many answered.
func sameFindings(a *Assessment) []any {
	var out []any
	for _, p := range a.Traits {
		p.People, p.Spread = 0, Spread{}
		out = append(out, p)
	}
	spectrum := *a.Spectrum
	spectrum.People, spectrum.Spread = 0, Spread{}
	h := a.Headline
	h.UnknownLow, h.UnknownHigh = 0, 0 // said of one person only
	var met []string
	for _, o := range a.Obstacles {
		met = append(met, o.ID)
	}
	return append(out, spectrum, h, a.Forms, a.Actions, a.Unknowns, met)
}

func TestManyIdenticalPeopleEqualOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawResponse(t)
		room := NewTally(r.Rubric, Group, r.Association, r.Date)
		for range rapid.IntRange(5, 12).Draw(t, "people") {
			if err := room.Add(*r); err != nil {
				t.Fatal(err)
			}
		}
		if one, many := sameFindings(assessOne(r)), sameFindings(Assess(room.Publish())); !reflect.DeepEqual(one, many) {
			t.Fatalf("one:\n%+v\nmany:\n%+v", one, many)
		}
	})
}

func TestTheOrderOfPeopleNeverMatters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := drawResponse(t)
		people := []*Response{first}
		for range 5 {
			p := drawResponse(t)
			p.Length, p.JointWork = first.Length, first.JointWork
			people = append(people, p)
		}
		forth := NewTally(first.Rubric, Group, first.Association, first.Date)
		back := NewTally(first.Rubric, Group, first.Association, first.Date)
		for i := range people {
			if err := forth.Add(*people[i]); err != nil {
				t.Fatal(err)
			}
			if err := back.Add(*people[len(people)-1-i]); err != nil {
				t.Fatal(err)
			}
		}
		if !reflect.DeepEqual(Assess(forth.Publish()), Assess(back.Publish())) {
			t.Fatal("the findings depend on who came first")
		}
	})
}

func TestAResponseIsReadBackAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawResponse(t)
		r.Notes["trust.reliance"] = rapid.String().Draw(t, "note")
		written := r.Encode()
		again, err := ParseResponse("written", written, rubric.Released)
		if err != nil {
			t.Fatalf("%v\n%s", err, written)
		}
		if !bytes.Equal(again.Encode(), written) {
			t.Fatalf("read back:\n%s\nwritten:\n%s", again.Encode(), written)
		}
	})
}

func TestActionsFollowFromTheAnswers(t *testing.T) {
	r := evenly(2)
	r.Targets["trust"] = 4
	before := assessOne(r).Actions
	if len(before) != 1 || before[0].Do != "trust.delegation" {
		t.Fatalf("before: %+v", before)
	}
	r.Answers[r.Rubric.Index("trust.delegation")] = 3
	if after := assessOne(r).Actions; after[0].Do != "trust.disagreement" {
		t.Errorf("after the first step was done: %+v", after)
	}
}
