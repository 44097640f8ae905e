package assess

import (
	"slices"
	"testing"

	"collab/rubric"
)

// testDate is the date of every response in these tests.
var testDate, _ = ParseDate("2026-11-23")

// blank is a response of the default rubric with nothing answered.
func blank() *Response {
	r := NewResponse(rubric.Default())
	r.Association, r.Date = "Northern Trails Alliance", testDate
	return &r
}

// put answers the questions of a dimension in the rubric's order.
func put(r *Response, dimension string, answers ...Answer) *Response {
	d, _ := r.Rubric.Dimension(dimension)
	for i, a := range answers {
		r.Answers[r.Rubric.Index(d.Questions[i].ID)] = a
	}
	return r
}

// evenly answers all four questions of every trait with one rank.
func evenly(a Answer) *Response {
	r := blank()
	for _, d := range r.Rubric.Traits() {
		put(r, d.ID, a, a, a, a)
	}
	return r
}

func assessOne(r *Response) *Assessment { return Assess(One(*r)) }

func trait(a *Assessment, id string) Placement {
	i := slices.IndexFunc(a.Traits, func(p Placement) bool { return p.Dimension.ID == id })
	return a.Traits[i]
}

func TestTraitNeedsThreeOfFourAnswers(t *testing.T) {
	for _, c := range []struct {
		name            string
		answers         []Answer // within, within, between, between
		position        Position
		stage           int
		within, between Position
		basis           rubric.Scope
	}{
		{"all four", []Answer{3, 2, 2, 1}, 200, 2, 250, 150, ""},
		{"three, one not known", []Answer{3, 2, DontKnow, 2}, 233, 2, 250, 0, ""},
		{"two and two not known", []Answer{3, 2, DontKnow, DontKnow}, 0, 0, 0, 0, ""},
		{"two and two unanswered", []Answer{3, 2, Unanswered, Unanswered}, 0, 0, 0, 0, ""},
		{"within does not apply", []Answer{DoesNotApply, DoesNotApply, 3, 2}, 250, 2, 0, 250, rubric.Between},
		{"between does not apply", []Answer{4, 3, DoesNotApply, DoesNotApply}, 350, 3, 350, 0, rubric.Within},
		{"within does not apply, one between not known", []Answer{DoesNotApply, DoesNotApply, 3, DontKnow}, 0, 0, 0, 0, ""},
		{"one of a scope does not apply", []Answer{DoesNotApply, 3, 3, 2}, 267, 3, 0, 250, ""},
		{"nothing applies", []Answer{DoesNotApply, DoesNotApply, DoesNotApply, DoesNotApply}, 0, 0, 0, 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := trait(assessOne(put(blank(), "trust", c.answers...)), "trust")
			if p.Position != c.position || p.Stage != c.stage || p.Within != c.within || p.Between != c.between || p.Basis != c.basis {
				t.Errorf("got position %v stage %d within %v between %v basis %q", p.Position, p.Stage, p.Within, p.Between, p.Basis)
			}
		})
	}
}

func TestShortFormPlacesATraitOnItsTwoQuestions(t *testing.T) {
	r := blank()
	r.Length = Short
	for id, a := range map[string]Answer{
		"trust.delegation": 3, "trust.reliance": 2, // both asked
		"values.goals": 4, "values.peer_objectives": DontKnow, // one not known
		"governance.roles": DoesNotApply, "governance.agreements": 3, // one scope only
	} {
		r.Answers[r.Rubric.Index(id)] = a
	}
	a := assessOne(r)
	if p := trait(a, "trust"); p.Position != 250 || p.Stage != 2 || p.Within != 300 || p.Between != 200 {
		t.Errorf("trust: %+v", p)
	}
	if p := trait(a, "values"); p.Position != 0 || p.Stage != 0 {
		t.Errorf("values has a position %v from one of two answers", p.Position)
	}
	if p := trait(a, "governance"); p.Position != 300 || p.Basis != rubric.Between {
		t.Errorf("governance: %+v", p)
	}
	for _, f := range a.Forms {
		if f.Ready != NotAsked {
			t.Errorf("%s: readiness is %s in the short form", f.Form.ID, f.Ready)
		}
	}
	if want := []Caution{CautionSolo, CautionShort, CautionOneScope, CautionUnknowns}; !slices.Equal(a.Cautions, want) {
		t.Errorf("cautions %v, want %v", a.Cautions, want)
	}
}

func TestLiftCountsTheQuestionsThatMustRise(t *testing.T) {
	for _, c := range []struct {
		name      string
		answers   []Answer
		to, must  int
		questions []string
	}{
		{"the one far behind", []Answer{4, 4, 4, 1}, 3, 1, []string{"trust.credit"}},
		{"enough for two thirds", []Answer{2, 2, 2, 2}, 3, 3, []string{"trust.delegation", "trust.disagreement", "trust.reliance", "trust.credit"}},
		{"lowest first", []Answer{3, 2, 1, 3}, 3, 1, []string{"trust.reliance", "trust.disagreement"}},
		{"at the last stage", []Answer{4, 4, 4, 4}, 0, 0, nil},
		{"no stage", []Answer{4}, 0, 0, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := trait(assessOne(put(blank(), "trust", c.answers...)), "trust").Lift
			if l.To != c.to || l.Must != c.must || !slices.Equal(l.Questions, c.questions) {
				t.Errorf("got %+v", l)
			}
		})
	}
}

// TestLiftIsEnough raises as many questions as the finding says, the lowest
// first, and sees the next stage; with one fewer it is not reached.
func TestLiftIsEnough(t *testing.T) {
	for n := range 256 {
		ranks := []Answer{Answer(n&3) + 1, Answer(n>>2&3) + 1, Answer(n>>4&3) + 1, Answer(n>>6&3) + 1}
		r := put(blank(), "trust", ranks...)
		before := trait(assessOne(r), "trust")
		if before.Stage == 4 {
			continue
		}
		for i, id := range before.Lift.Questions {
			if i == before.Lift.Must {
				break
			}
			if got := trait(assessOne(r), "trust").Stage; got != before.Stage {
				t.Errorf("%v: stage %d after %d of %d rose", ranks, got, i, before.Lift.Must)
			}
			r.Answers[r.Rubric.Index(id)] = Answer(before.Lift.To)
		}
		if got := trait(assessOne(r), "trust").Stage; got < before.Lift.To {
			t.Errorf("%v: stage %d after all %d rose, want %d", ranks, got, before.Lift.Must, before.Lift.To)
		}
	}
}

func TestHeadline(t *testing.T) {
	// Five traits at the third stage, trust at the first: its stage caps the headline.
	r := put(evenly(3), "trust", 1, 1, 1, 2)
	h := assessOne(r).Headline
	if h.Stage != 2 || !slices.Equal(h.Lowest, []string{"trust"}) || !slices.Equal(h.CappedBy, []string{"trust"}) {
		t.Errorf("capped: %+v", h)
	}
	// One rank up leaves trust at the first stage, one down too.
	if h.BetweenLow != 0 || h.BetweenHigh != 0 {
		t.Errorf("capped: between %d and %d", h.BetweenLow, h.BetweenHigh)
	}

	// Three traits at two, three at three: the lower median is two. Of four at
	// three and two at two, one rank down on a trait of 3,3,3,2 changes that.
	r = evenly(3)
	put(r, "values", 2, 2, 2, 2)
	put(r, "trust", 2, 2, 2, 2)
	put(r, "governance", 3, 3, 3, 2)
	h = assessOne(r).Headline
	if h.Stage != 3 || h.CappedBy != nil || !slices.Equal(h.Lowest, []string{"values", "trust"}) {
		t.Errorf("borderline: %+v", h)
	}
	if h.BetweenLow != 2 || h.BetweenHigh != 3 {
		t.Errorf("borderline: between %d and %d, want 2 and 3", h.BetweenLow, h.BetweenHigh)
	}
	if h := assessOne(evenly(3)).Headline; h.BetweenLow != 0 {
		t.Errorf("even answers are borderline: %+v", h)
	}
}

func TestHeadlineNeedsFourOfSixTraits(t *testing.T) {
	r := evenly(3)
	for _, id := range []string{"values", "trust"} {
		put(r, id, DontKnow, DontKnow, DontKnow, DontKnow)
	}
	if h := assessOne(r).Headline; h.Stage != 3 || h.UnknownLow != 2 || h.UnknownHigh != 3 {
		t.Errorf("four of six: %+v, want stage 3, unknowns 2 to 3", h)
	}
	put(r, "governance", DontKnow, DontKnow, DontKnow, DontKnow)
	if h := assessOne(r).Headline; h.Stage != 0 || h.UnknownLow != 1 || h.UnknownHigh != 3 {
		t.Errorf("three of six: %+v, want no stage, unknowns 1 to 3", h)
	}
}

func TestUnknownsOffTheTraitsDoNotMoveTheHeadline(t *testing.T) {
	a := assessOne(put(evenly(2), "learning", DontKnow))
	if a.Headline.UnknownLow != 0 || !slices.Equal(a.Unknowns, []string{"learning.within"}) {
		t.Errorf("range %d, unknowns %v", a.Headline.UnknownLow, a.Unknowns)
	}
}

func TestSpectrumStandsAtItsLowerMedian(t *testing.T) {
	r := put(blank(), "spectrum", 2, 2, 3, 4, 1, 2, 2, 3, 3)
	s := assessOne(r).Spectrum
	if s.Position != 244 || s.Stage != 2 {
		t.Errorf("position %v, stage %d", s.Position, s.Stage)
	}
	if !slices.Equal(s.Behind, []string{"spectrum.planning"}) ||
		!slices.Equal(s.Ahead, []string{"spectrum.risk", "spectrum.resources", "spectrum.change", "spectrum.outcomes"}) {
		t.Errorf("behind %v, ahead %v", s.Behind, s.Ahead)
	}
	if s := assessOne(put(blank(), "spectrum", 2, 2, 3, 4, 1)).Spectrum; s.Position != 0 || s.Stage != 0 {
		t.Errorf("five of nine answers place the spectrum: %+v", s.Placement)
	}
	if s := assessOne(put(blank(), "spectrum", 2, 2, 3, 4, 1, 1)).Spectrum; s.Position != 217 || s.Stage != 2 {
		t.Errorf("six of nine: position %v, stage %d", s.Position, s.Stage)
	}
}

func TestNoJointWorkStandsAtTheFirstStage(t *testing.T) {
	r := evenly(3)
	r.JointWork.Scope = rubric.ScopeNone
	r.Targets["spectrum"] = 2
	r.Aim["strategic_partnership"] = rubric.Exploring
	a := assessOne(r)
	s := a.Spectrum
	if !s.None || s.Position != 100 || s.Stage != 1 || s.Gap != 1 || s.Behind != nil || s.Ahead != nil || s.Base.Asked != 0 {
		t.Errorf("spectrum %+v", s)
	}
	for _, q := range a.Answers {
		if q.Dimension == "spectrum" && (q.Asked || q.Rank != 0) {
			t.Errorf("%s has a row", q.ID)
		}
	}
	f := a.Forms[0]
	if want := []string{"spectrum.commitment", "spectrum.planning"}; !slices.Equal(f.Short(), want) {
		t.Errorf("short %v, want %v", f.Short(), want)
	}
	// The conditions are one dimension: one action, then nothing else is short or has a gap.
	if len(a.Actions) != 1 || a.Actions[0].Do != "spectrum.commitment" || a.Actions[0].To != 2 || a.Actions[0].Why != BlocksForm {
		t.Errorf("actions %+v", a.Actions)
	}
}

func TestTargetsAndGaps(t *testing.T) {
	for _, c := range []struct {
		name        string
		target      Target
		wanted, gap int
		has         bool
	}{
		{"none", NoTarget, 0, 0, false},
		{"above", 4, 4, 1, true},
		{"below: more than you need", 1, 1, -2, true},
		{"today is right", TodayIsRight, 3, 0, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := evenly(3)
			if c.target != NoTarget {
				r.Targets["trust"] = c.target
			}
			p := trait(assessOne(r), "trust")
			if p.Wanted != c.wanted || p.Gap != c.gap || p.HasGap != c.has {
				t.Errorf("wanted %d, gap %d (%v)", p.Wanted, p.Gap, p.HasGap)
			}
		})
	}
	r := blank()
	r.Targets["trust"] = 3
	if p := trait(assessOne(r), "trust"); p.HasGap || p.Wanted != 3 {
		t.Errorf("without a stage: %+v", p)
	}
}

func TestTalkAheadOfPractice(t *testing.T) {
	for _, c := range []struct {
		name string
		rank Answer
		fact Fact
		want Verdict
	}{
		{"written, and practice at the second stage", 2, Met, Yes},
		{"written, and practice at the third", 3, Met, No},
		{"not written", 2, NotMet, Unsaid},
		{"not known", 2, FactUnknown, Unsaid},
		{"not asked", 2, "", Unsaid},
		{"no headline", Unanswered, Met, Unsaid},
	} {
		r := evenly(c.rank)
		if c.fact != "" {
			r.Facts[rubric.SaysSoID] = c.fact
		}
		if got := assessOne(r).Headline.TalkAhead; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestStrongWithoutEvidence(t *testing.T) {
	r := put(blank(), "trust", 4, 4, 3)
	r.Notes["trust.delegation"] = "Joint events team, budget line 12"
	if got := assessOne(r).Unproven; !slices.Equal(got, []string{"trust.disagreement"}) {
		t.Errorf("unproven %v", got)
	}
}

func TestHurdlesInTheRubricsOrder(t *testing.T) {
	r := blank()
	r.Hurdles, r.Worst = []string{"turf", "inertia"}, "turf"
	o := assessOne(r).Obstacles
	if len(o) != 2 || o[0].ID != "inertia" || o[0].Worst != 0 || o[1].ID != "turf" || o[1].Worst != 1 || o[1].Counter == "" {
		t.Errorf("obstacles %+v", o)
	}
}
