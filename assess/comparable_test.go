package assess

import (
	"bytes"
	"slices"
	"testing"

	"collab/rubric"
)

// reworded is the default rubric in a later version, with some texts replaced.
func reworded(t *testing.T, oldNew ...string) *rubric.Rubric {
	t.Helper()
	text := bytes.Replace(rubric.DefaultText(), []byte(`version: "1.0.0"`), []byte(`version: "1.1.0"`), 1)
	for i := 0; i < len(oldNew); i += 2 {
		if !bytes.Contains(text, []byte(oldNew[i])) {
			t.Fatalf("the default rubric does not hold %q", oldNew[i])
		}
		text = bytes.ReplaceAll(text, []byte(oldNew[i]), []byte(oldNew[i+1]))
	}
	r, err := rubric.Parse("later.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// withRubric is what a person said, to another rubric's questions of the same places.
func withRubric(people []*Response, r *rubric.Rubric) []*Response {
	var out []*Response
	for _, p := range people {
		later := *p
		later.Rubric = r
		out = append(out, &later)
	}
	return out
}

func TestQuestionsThatAreNotCompared(t *testing.T) {
	prompt := rubric.Default().Questions()[rubric.Default().Index("trust.reliance")].Prompt
	later := reworded(t, prompt, prompt+" Really?", "values.goals", "values.aims")
	c := Compare(solo(evenly(2)), solo(withRubric([]*Response{evenly(4)}, later)[0]))
	want := []Exclusion{{"values.aims", OnlyNow}, {"trust.reliance", Reworded}, {"values.goals", OnlyThen}}
	if !slices.Equal(c.Excluded, want) {
		t.Errorf("%v, want %v", c.Excluded, want)
	}
	if got := c.ExcludedFor(Reworded); !slices.Equal(got, []string{"trust.reliance"}) {
		t.Errorf("reworded: %v", got)
	}
	ch := changeOf(c, "trust")
	if ch.Comparable != 3 || ch.Asked != 4 || ch.Questions != 3 || ch.Verdict != Moved {
		t.Errorf("trust: %+v", ch)
	}
	if ch := changeOf(c, "values"); ch.Comparable != 3 || ch.Asked != 5 {
		t.Errorf("values: %d of %d", ch.Comparable, ch.Asked)
	}
}

func TestAShortRoundIsComparedWithAFullOne(t *testing.T) {
	short := evenly(4)
	short.Length = Short
	for i, q := range short.Rubric.Questions() {
		if !q.Short {
			short.Answers[i] = Unanswered
		}
	}
	c := Compare(solo(evenly(2)), solo(short))
	asked := len(short.Rubric.Questions()) - len(c.Excluded)
	if len(c.ExcludedFor(OnlyThen)) != len(c.Excluded) || asked != 12+9 {
		t.Errorf("%d questions are compared, excluded %v", asked, c.Excluded)
	}
	if c.Headline != (HeadlineChange{}) || !slices.Contains(c.Cautions, CautionLengths) {
		t.Errorf("stages of different lengths are compared: %+v, cautions %v", c.Headline, c.Cautions)
	}
	if ch := changeOf(c, "trust"); ch.Comparable != 2 || ch.Questions != 2 || ch.Shift != 200 || ch.Verdict != Moved {
		t.Errorf("trust: %+v", ch)
	}
	if c := Compare(solo(evenly(2)), solo(evenly(3))); c.Headline != (HeadlineChange{2, 3}) || c.Excluded != nil {
		t.Errorf("of one length: %+v, excluded %v", c.Headline, c.Excluded)
	}
}

// TestPositionsAreFoundAgainOverComparableQuestions has the first question of
// trust reworded: it stands at 4 in the later round, the others at 2 both times.
func TestPositionsAreFoundAgainOverComparableQuestions(t *testing.T) {
	prompt := rubric.Default().Questions()[rubric.Default().Index("trust.delegation")].Prompt
	later := reworded(t, prompt, prompt+" Really?")
	people := func(first Answer, others ...Answer) []*Response {
		var out []*Response
		for _, a := range others {
			out = append(out, put(blank(), "trust", first, a, a, a))
		}
		return out
	}
	then := sideOf(t, people(2, 1, 2, 2, 2, 2, 3)...)
	now := sideOf(t, withRubric(people(4, 1, 2, 2, 2, 2, 4), later)...)

	ch := changeOf(Compare(then, now), "trust")
	if ch.Then != 200 || ch.Now != 217 || ch.Shift != 17 || ch.Test != Unlinked || ch.NNow != 6 || ch.Comparable != 3 {
		t.Errorf("with responses: %+v", ch)
	}
	ch = changeOf(Compare(record(then), record(now)), "trust")
	if ch.Then != 200 || ch.Now != 217 || ch.Shift != 17 || ch.Verdict != NotTested || ch.Why != OtherQuestions || ch.HasP || ch.HasInterval || ch.NNow != 0 {
		t.Errorf("with records: %+v", ch)
	}
	for _, c := range []struct {
		then, now Side
		want      Outcome
	}{{then, now, TooFewToTell}, {record(then), record(now), NotTested}} {
		if ch := changeOf(Compare(c.then, c.now), "values"); ch.Verdict != c.want || ch.Comparable != 0 || ch.HasShift {
			t.Errorf("a trait that nobody answered: %+v, want %s", ch, c.want)
		}
	}
}

func TestATraitNeedsTwoComparableQuestions(t *testing.T) {
	r := rubric.Default()
	d, _ := r.Dimension("trust")
	var changes []string
	for _, q := range d.Questions[:3] {
		changes = append(changes, q.Prompt, q.Prompt+" Really?")
	}
	later := reworded(t, changes...)
	then, now := onTrust(200, 200, 200, 200, 200), withRubric(onTrust(400, 400, 400, 400, 400), later)
	for _, c := range []struct {
		name      string
		then, now Side
	}{
		{"one person", solo(then[0]), solo(now[0])},
		{"responses", sideOf(t, then...), sideOf(t, now...)},
		{"records", record(sideOf(t, then...)), record(sideOf(t, now...))},
		{"hands", hands(then), hands(now)},
	} {
		ch := changeOf(Compare(c.then, c.now), "trust")
		if ch.Verdict != NotTested || ch.Why != FewQuestions || ch.HasShift || ch.Then != 0 || ch.Now != 0 || ch.Comparable != 1 {
			t.Errorf("%s: %+v", c.name, ch)
		}
	}
}

// hands is a show of hands in which people say what they say.
func hands(people []*Response) Side {
	tally := NewTally(people[0].Rubric, Hands, people[0].Association, people[0].Date)
	tally.JointWork = people[0].JointWork
	for _, p := range people {
		tally.count(p)
	}
	return Side{Assessment: Assess(tally.Publish())}
}

func TestAShowOfHandsIsComparedAndNeverTested(t *testing.T) {
	then, now := each(1, 2, 2, 2, 3), each(2, 3, 3, 3, 4, 4)
	for _, c := range []struct {
		name      string
		then, now Side
	}{
		{"twice", hands(then), hands(now)},
		{"then", hands(then), sideOf(t, now...)},
		{"now", sideOf(t, then...), hands(now)},
	} {
		got := Compare(c.then, c.now)
		ch := changeOf(got, "trust")
		if ch.Then != 200 || ch.Now != 317 || ch.Shift != 117 || ch.Verdict != NotTested || ch.Why != CountedHands || ch.HasInterval || ch.NThen != 0 {
			t.Errorf("%s: %+v", c.name, ch)
		}
		if !slices.Equal(got.Cautions, []Caution{CautionHands}) || got.Test != "" || got.Tested() != 0 {
			t.Errorf("%s: cautions %v, test %q", c.name, got.Cautions, got.Test)
		}
	}
}

func TestAQuestionWithoutAMeanOnOneSideIsLeftOutOnBoth(t *testing.T) {
	people := func(first Answer, others Answer) []*Response {
		var out []*Response
		for range 5 {
			out = append(out, put(blank(), "trust", first, others, others, others))
		}
		return out
	}
	ch := changeOf(Compare(hands(people(4, 2)), hands(people(DontKnow, 3))), "trust")
	if ch.Then != 200 || ch.Now != 300 || ch.Shift != 100 {
		t.Errorf("%+v", ch)
	}
	two := put(people(4, 2)[0], "trust", DontKnow, DontKnow)
	ch = changeOf(Compare(hands(people(4, 2)), hands([]*Response{two, two, two, two, two})), "trust")
	if ch.Then != 200 || ch.Now != 200 || !ch.HasShift || ch.Questions != 2 || ch.Why != CountedHands {
		t.Errorf("two of four: %+v", ch)
	}
	one := put(people(4, 2)[0], "trust", DontKnow, DontKnow, DoesNotApply)
	ch = changeOf(Compare(hands(people(4, 2)), hands([]*Response{one, one, one, one, one})), "trust")
	if ch.HasShift || ch.Then != 0 || ch.Why != FewQuestions {
		t.Errorf("one of four: %+v", ch)
	}
}

func TestOnePersonAgainstAGroup(t *testing.T) {
	for _, other := range []Side{sideOf(t, each(1, 2, 2, 2, 3)...), hands(each(1, 2, 2, 2, 3))} {
		for _, c := range []*Comparison{Compare(solo(evenly(2)), other), Compare(other, solo(evenly(2)))} {
			if ch := changeOf(c, "trust"); ch.Verdict != NotTested || ch.Why != AgainstGroup || ch.HasShift || ch.Then != 0 {
				t.Errorf("%+v", ch)
			}
			if c.Cautions[0] != CautionOneAgainstGroup || c.Spectrum.HasShift || c.Spectrum.Verdict != "" || c.Spectrum.Why != AgainstGroup {
				t.Errorf("cautions %v, spectrum %+v", c.Cautions, c.Spectrum)
			}
		}
	}
}

// withSilent is a room of which all place themselves on trust by four answers, but
// for so many who do not know the first question.
func withSilent(people, silent int) []*Response {
	out := onTrust(slices.Repeat([]int{200}, people)...)
	for _, p := range out[:silent] {
		put(p, "trust", DontKnow)
	}
	return out
}

func TestAWithheldQuestionIsNotCompared(t *testing.T) {
	for _, c := range []struct {
		name      string
		then, now Side
		reason    Excluded
		size      int
	}{
		{"four gave a stage then", sideOf(t, withSilent(9, 5)...), sideOf(t, withSilent(9, 0)...), WithheldOnce, 3},
		{"four gave a stage now", sideOf(t, withSilent(9, 0)...), sideOf(t, withSilent(9, 5)...), WithheldOnce, 3},
		{"five gave a stage", sideOf(t, withSilent(9, 4)...), sideOf(t, withSilent(9, 0)...), "", 4},
		{"nobody of five", sideOf(t, withSilent(5, 5)...), sideOf(t, withSilent(5, 0)...), WithheldOnce, 3},
		{"nobody of four", sideOf(t, withSilent(4, 4)...), sideOf(t, withSilent(5, 0)...), "", 4},
		{"a show of hands", hands(withSilent(9, 5)), sideOf(t, withSilent(9, 0)...), WithheldOnce, 3},
		{"one person", solo(withSilent(1, 1)[0]), solo(withSilent(1, 0)[0]), "", 4},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Compare(c.then, c.now)
			var reason Excluded
			for _, e := range got.Excluded {
				if e.Question == "trust.delegation" {
					reason = e.Reason
				}
			}
			if size := changeOf(got, "trust").Comparable; reason != c.reason || size != c.size {
				t.Errorf("%q, %d comparable; want %q, %d", reason, size, c.reason, c.size)
			}
		})
	}
}

// TestTheFirstReasonIsListed has a question that is withheld and reworded.
func TestTheFirstReasonIsListed(t *testing.T) {
	prompt := rubric.Default().Questions()[rubric.Default().Index("trust.delegation")].Prompt
	later := reworded(t, prompt, prompt+" Really?")
	c := Compare(sideOf(t, withSilent(9, 5)...), sideOf(t, withRubric(withSilent(9, 0), later)...))
	if !slices.Contains(c.Excluded, Exclusion{"trust.delegation", Reworded}) {
		t.Errorf("%v", c.ExcludedFor(Reworded))
	}
}

// TestNobodysOwnDoesNotApplyIsAnExceptionInAGroup has people to whom one scope
// does not apply: with two of four answers they have no position.
func TestNobodysOwnDoesNotApplyIsAnExceptionInAGroup(t *testing.T) {
	then, now := onTrust(200, 200, 200, 200, 200, 400), onTrust(300, 300, 300, 300, 300)
	put(then[5], "trust", 4, 4, DoesNotApply, DoesNotApply)
	if p := trait(assessOne(then[5]), "trust").Position; p != 400 {
		t.Fatalf("alone that person stands at %v", p)
	}
	if ch := changeOf(Compare(sideOf(t, then...), sideOf(t, now...)), "trust"); ch.NThen != 5 || ch.Then != 200 || ch.Shift != 100 {
		t.Errorf("%+v", ch)
	}
}

// TestTwoThirdsOfTheComparableQuestions leaves out who answered one of three.
func TestTwoThirdsOfTheComparableQuestions(t *testing.T) {
	then, now := withSilent(9, 5), onTrust(300, 300, 300, 300, 300)
	put(then[0], "trust", DontKnow, DontKnow) // two of the three that are left
	put(then[1], "trust", DontKnow, DontKnow, DontKnow)
	if ch := changeOf(Compare(sideOf(t, then...), sideOf(t, now...)), "trust"); ch.NThen != 8 || ch.Comparable != 3 || ch.Questions != 3 || !ch.OverFewer() {
		t.Errorf("%+v", ch)
	}
}

// jointly is a person who places the joint work.
func jointly(code, about string, a Answer) *Response {
	r := put(blank(), "spectrum", a, a, a, a, a, a, a, a, a)
	r.Code, r.JointWork = code, JointWork{About: about, Scope: "between"}
	return r
}

func TestTheSpectrumHasAShiftAndNoVerdict(t *testing.T) {
	people := func(about string, answers ...Answer) []*Response {
		var out []*Response
		for i, a := range answers {
			out = append(out, jointly(string(rune('a'+i)), about, a))
		}
		return out
	}
	// R 4.2: t.test gives .738 to 1.595 paired; by Welch of n = 9, means of 2.00 and
	// 3.22 and standard deviations of .5 and .4 it is .766 to 1.674.
	then, now := people("fair", 1, 2, 2, 2, 2, 3), people("congress", 3, 3, 3, 3, 3, 4)
	for _, c := range []struct {
		name      string
		then, now Side
		low, high Shift
	}{
		{"linked", sideOf(t, then...), sideOf(t, now...), 74, 160},
		{"records", record(sideOf(t, people("fair", 1, 2, 2, 2, 2, 2, 2, 2, 3)...)), record(sideOf(t, people("congress", 3, 3, 3, 3, 3, 3, 3, 4, 4)...)), 77, 167},
		{"records of small rooms", record(sideOf(t, then...)), record(sideOf(t, now...)), 0, 0},
		{"one person", solo(then[1]), solo(now[5]), 0, 0},
		{"hands", hands(then), hands(now), 0, 0},
	} {
		got := Compare(c.then, c.now)
		s := got.Spectrum
		if !s.HasShift || s.Verdict != "" || s.Test != "" || s.HasP || s.Low != c.low || s.High != c.high || s.HasInterval != (c.low != 0) {
			t.Errorf("%s: %+v", c.name, s)
		}
		if !slices.Contains(got.Cautions, CautionJointWork) {
			t.Errorf("%s: cautions %v", c.name, got.Cautions)
		}
	}
	if c := Compare(sideOf(t, then...), sideOf(t, then...)); slices.Contains(c.Cautions, CautionJointWork) || c.Spectrum.HasInterval || c.Spectrum.Shift != 0 {
		t.Errorf("the same joint work: %v, %+v", c.Cautions, c.Spectrum)
	}
}

func TestNoJointWorkIsComparedAsTheFirstStage(t *testing.T) {
	none := evenly(2)
	none.JointWork.Scope = rubric.ScopeNone
	nobody := []*Response{none, none, none, none, none}
	some := []*Response{jointly("", "fair", 2), jointly("", "fair", 2), jointly("", "fair", 2), jointly("", "fair", 2), jointly("", "fair", 3)}
	for _, c := range []struct {
		name      string
		then, now Side
		want      Shift
	}{
		{"one person", solo(none), solo(some[0]), 100},
		{"responses", sideOf(t, nobody...), sideOf(t, some...), 120},
		{"records", record(sideOf(t, nobody...)), record(sideOf(t, some...)), 120},
		{"hands", hands(nobody), hands(some), 120},
	} {
		if s := Compare(c.then, c.now).Spectrum; s.Then != 100 || s.Shift != c.want || !s.HasShift {
			t.Errorf("%s: %+v", c.name, s)
		}
	}
}
