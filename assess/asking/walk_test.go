package asking

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"collab/assess"
	"collab/rubric"
)

var monday = time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC)

// begun is a response whose start page is answered.
func begun(length assess.Length) assess.Response {
	r := assess.NewResponse(rubric.Default())
	r.Association, r.Role, r.Length = "Northern Trails Alliance", "ceo", length
	r.Date = assess.Date{Time: monday.Truncate(24 * time.Hour)}
	return r
}

// gotoStep moves a walk forward to the first step of a kind.
func gotoStep(t *testing.T, s *Walk, k StepKind) {
	t.Helper()
	for s.Here().Kind != k {
		before := s.Here()
		if s.Next(monday); s.Here() == before {
			t.Fatalf("no step of kind %d", k)
		}
	}
}

// goTo moves a walk forward to a step.
func goTo(t *testing.T, s *Walk, id string) {
	t.Helper()
	for s.Here().ID != id {
		before := s.Here()
		if s.Next(monday); s.Here() == before {
			t.Fatalf("no step %s", id)
		}
	}
}

func idsOf(items []*Item) []string {
	var ids []string
	for _, it := range items {
		ids = append(ids, it.ID)
	}
	return ids
}

// item is the one with an id.
func item(s *Walk, id string) *Item {
	all := s.items.every()
	return all[slices.IndexFunc(all, func(it *Item) bool { return it.ID == id })]
}

// choose takes an option by its id; none takes the answer back.
func choose(s *Walk, id, option string) {
	it := item(s, id)
	s.Take(it, slices.Index(ids(it.Options), option))
}

// answer answers a question; where none is asked it does nothing.
func answer(s *Walk, question string, a assess.Answer) {
	if question != "" {
		choose(s, question, a.ID(s.Rubric()))
	}
}

func workOn(s *Walk, j assess.JointWork) {
	s.Type(item(s, JointAboutID), j.About)
	choose(s, JointScopeID, j.Scope)
	choose(s, JointPurposeID, j.Purpose)
}

func same(t *testing.T, got, want assess.Response) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(assess.Response{}, "Rubric", "Date"), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("the response differs (-want +got):\n%s", diff)
	}
}

func TestStartPageAsksOnlyWhatIsNotGiven(t *testing.T) {
	none := assess.NewResponse(rubric.Default())
	asks := func(s *Walk) []string { return idsOf(s.Items(Step{Kind: StartPage})) }
	if s := NewWalk(none, Asks{Length: true}); s.Here().Kind != StartPage || !slices.Equal(asks(s), []string{"association", "role", "length"}) {
		t.Errorf("nothing given: at %v, asks %v", s.Here(), asks(s))
	}
	if s := NewWalk(begun(assess.Full), Asks{}); s.Here().Kind != Instructions {
		t.Errorf("everything given: at %v", s.Here())
	}
	if s := NewWalk(begun(assess.Full), Asks{Length: true}); !slices.Equal(asks(s), []string{"length"}) {
		t.Errorf("length to be asked: asks %v", asks(s))
	}
}

func TestStepsOfBothLengths(t *testing.T) {
	count := func(l assess.Length, k StepKind) int {
		n := 0
		for _, step := range NewWalk(begun(l), Asks{}).Steps() {
			if step.Kind == k {
				n++
			}
		}
		return n
	}
	for _, c := range []struct {
		kind        StepKind
		full, short int
	}{{Question, 41, 21}, {Pause, 9, 8}, {Fields, 1, 1}, {Grid, 2, 2}, {Ticking, 2, 2}, {Review, 1, 1}} {
		if full, short := count(assess.Full, c.kind), count(assess.Short, c.kind); full != c.full || short != c.short {
			t.Errorf("kind %d: %d full, %d short, want %d and %d", c.kind, full, short, c.full, c.short)
		}
	}
}

func TestProgressCountsEveryScreenThatTakesAnAnswer(t *testing.T) {
	s := NewWalk(begun(assess.Full), Asks{})
	// 41 questions, joint work, targets, aim, three forms, priorities, hurdles
	if p := s.Progress(); p.At != 1 || p.Of != 49 {
		t.Errorf("at the start: %d of %d", p.At, p.Of)
	}
	goTo(t, s, FormsStep)
	choose(s, "aim.shared_services", rubric.Have)
	choose(s, "aim.strategic_partnership", rubric.NotConsidering)
	if p := s.Progress(); p.Of != 48 {
		t.Errorf("with one form not considered: of %d, want 48", p.Of)
	}
	goTo(t, s, HurdlesID)
	if p := s.Progress(); p.At != p.Of || p.Of != 47 {
		t.Errorf("at the last: %d of %d, want 47 of 47: the third form was left open", p.At, p.Of)
	}
}

func TestMinutesLeftFollowThePersonsPace(t *testing.T) {
	left := func(each time.Duration) time.Duration {
		s, now := NewWalk(begun(assess.Full), Asks{}), monday
		gotoStep(t, s, Question)
		for range 12 {
			now = now.Add(each)
			answer(s, s.Here().ID, 2)
			s.Next(now)
		}
		return s.Progress().Left
	}
	fast, slow, called := left(5*time.Second), left(50*time.Second), left(3*time.Hour)
	if fast >= slow {
		t.Errorf("fast %v, slow %v", fast, slow)
	}
	if called > 90*time.Minute {
		t.Errorf("a telephone call counts as thinking: %v", called)
	}
	if first := NewWalk(begun(assess.Full), Asks{}).Progress().Left.Minutes(); first < 22 || first > 27 {
		t.Errorf("full begins with %v minutes", first)
	}
	if first := NewWalk(begun(assess.Short), Asks{}).Progress().Left.Minutes(); first < 12 || first > 17 {
		t.Errorf("short begins with %v minutes", first)
	}
}

func TestNoJointWorkDropsTheSpectrumAndBringsItBack(t *testing.T) {
	s := NewWalk(begun(assess.Full), Asks{})
	goTo(t, s, JointWorkStep)
	workOn(s, assess.JointWork{About: "Trail conference", Scope: "between", Purpose: "revenue"})
	answer(s, "spectrum.formality", 3)
	s.SetNote("spectrum.formality", "the 2026 letter")
	with := s.Response()

	workOn(s, assess.JointWork{About: "Trail conference", Scope: rubric.ScopeNone, Purpose: "revenue"})
	got := s.Response()
	want := begun(assess.Full)
	want.JointWork = assess.JointWork{Scope: rubric.ScopeNone}
	same(t, got, want)
	if slices.ContainsFunc(s.Steps(), func(st Step) bool { return st.Kind == Question && st.Section == rubric.SpectrumID }) {
		t.Error("the spectrum is still asked")
	}
	if s.Here().ID != JointWorkStep {
		t.Errorf("the person was moved to %v", s.Here())
	}
	_, aside := SetAside(s.Given())
	if want := []string{`joint_about: "Trail conference"`, `joint_purpose: "revenue"`, `spectrum.formality: "coordination"`, `note spectrum.formality: "the 2026 letter"`}; !slices.Equal(aside, want) {
		t.Errorf("set aside is %q, want %q", aside, want)
	}
	resumed := NewWalk(TakeBack(got, aside), Asks{})
	same(t, resumed.Response(), want)
	goTo(t, resumed, JointWorkStep)
	workOn(resumed, with.JointWork)
	same(t, resumed.Response(), with)

	workOn(s, with.JointWork)
	same(t, s.Response(), with)
}

func TestShortLengthDropsWhatItDoesNotAsk(t *testing.T) {
	s := NewWalk(begun(assess.Full), Asks{})
	answer(s, "values.goals", 2)     // of both lengths
	answer(s, "values.decisions", 3) // of the full one
	choose(s, "fact."+rubric.SaysSoID, string(assess.Met))
	choose(s, "aim.shared_services", rubric.Have)
	choose(s, "fact."+"shared_services.cost_known", string(assess.Met))
	s.front.Length = assess.Short
	s.Begin()
	want := begun(assess.Short)
	want.Answers[want.Rubric.Index("values.goals")] = 2
	want.Aim["shared_services"] = rubric.Have
	same(t, s.Response(), want)
}

func TestFactsAreAskedOfFormsThatOneHasOrExplores(t *testing.T) {
	s := NewWalk(begun(assess.Full), Asks{})
	asked := func() []string {
		var ids []string
		for _, st := range s.Steps() {
			if st.Kind == Grid && st.ID != TargetsStep && st.ID != FormsStep {
				ids = append(ids, st.ID)
			}
		}
		return ids
	}
	choose(s, "aim.joint_social_enterprise", rubric.Exploring)
	choose(s, "aim.strategic_partnership", rubric.NotConsidering)
	if got := asked(); !slices.Equal(got, []string{"joint_social_enterprise"}) {
		t.Errorf("asked of %v", got)
	}
	choose(s, "fact."+"joint_social_enterprise.customers", string(assess.NotMet))
	choose(s, "aim.joint_social_enterprise", rubric.NotConsidering)
	if got := s.Response().Facts; len(got) != 0 {
		t.Errorf("facts that are no longer asked are kept: %v", got)
	}
}

func TestBackGoesOverSectionBordersAndPauses(t *testing.T) {
	s := NewWalk(begun(assess.Full), Asks{})
	gotoStep(t, s, Question)
	for range 4 {
		answer(s, s.Here().ID, 2)
		s.Next(monday)
	}
	if s.Here() != (Step{Kind: Pause, Section: "trust"}) {
		t.Fatalf("after the first trait: %v", s.Here())
	}
	s.Next(monday)
	if s.Back(monday); s.Here().ID != "values.fit" {
		t.Errorf("back from the first question of trust: %v", s.Here())
	}
}

func TestResumesAtTheFirstOpenStep(t *testing.T) {
	r := begun(assess.Full)
	for _, id := range []string{"values.goals", "values.decisions", "values.fit"} {
		r.Answers[r.Rubric.Index(id)] = assess.DontKnow
	}
	if s := NewWalk(r, Asks{}); s.Here().ID != "values.peer_objectives" {
		t.Errorf("at %v", s.Here())
	}
	if s := NewWalk(begun(assess.Full), Asks{}); s.Here().Kind != Instructions {
		t.Errorf("with nothing answered: at %v", s.Here())
	}
}

func TestJumpGoesThroughWhatIsOpenInItsSectionAndBackToTheReview(t *testing.T) {
	s := NewWalk(begun(assess.Full), Asks{})
	gotoStep(t, s, Question)
	for s.Here().Kind != Review {
		if here := s.Here(); here.Kind == Question && here.Section != "trust" {
			answer(s, here.ID, 1)
		}
		s.Next(monday)
	}
	parts := s.Overview()
	trust := parts[1]
	if trust.Done != 0 || trust.Of != 4 || trust.To.ID != "trust.delegation" {
		t.Fatalf("the review says %+v", trust)
	}
	s.Jump(trust.To, monday)
	var visited []string
	for s.Here().Kind != Review {
		visited = append(visited, s.Here().ID)
		answer(s, s.Here().ID, 2)
		s.Next(monday)
	}
	if want := []string{"trust.delegation", "trust.disagreement", "trust.reliance", "trust.credit"}; !slices.Equal(visited, want) {
		t.Errorf("visited %v", visited)
	}
	s.Jump(trust.To, monday)
	if s.Back(monday); s.Here().Kind != Review {
		t.Errorf("back after a jump: %v", s.Here())
	}
}

func TestRefusesWhatIsNoAnswer(t *testing.T) {
	s := NewWalk(begun(assess.Full), Asks{})
	s.Take(item(s, "values.goals"), 6)
	s.Take(item(s, "values.goals"), -2)
	same(t, s.Response(), begun(assess.Full))
	if s.Unkept() {
		t.Error("something is to be kept")
	}
}

func TestResponseSharesNothingWithTheWalk(t *testing.T) {
	s := NewWalk(begun(assess.Full), Asks{})
	choose(s, "target.values", "coordination")
	r := s.Response()
	r.Answers[0], r.Targets["values"] = 4, 1
	if again := s.Response(); again.Answers[0] != 0 || again.Targets["values"] != 3 {
		t.Error("a response that was handed out changed the walk")
	}
}

// A second round asks what was talked about in the agenda's order, and nothing behind it.
func TestASecondRoundAsksTheAgendaInItsOrder(t *testing.T) {
	topics := []string{"trust.reliance", "spectrum.formality", "trust.delegation"}
	s := NewWalk(begun(assess.Full), Asks{Again: true, Topics: topics})
	var asked []string
	for _, step := range s.Steps() {
		if step.Kind == Question {
			asked = append(asked, step.ID)
		}
	}
	if !slices.Equal(asked, topics) || len(s.Steps()) != 6 { // instructions, a pause, the review
		t.Errorf("asks %v in %v; want %v", asked, s.Steps(), topics)
	}
	if _, of := s.Answered(); of != 3 || s.Progress().Of != 3 {
		t.Errorf("counts %d questions", of)
	}
	var parts []string
	for _, part := range s.Overview() {
		parts = append(parts, part.Name)
	}
	if want := []string{"Reliance on others", "Formality", "Acting for one another"}; !slices.Equal(parts, want) {
		t.Errorf("the review lists %q", parts)
	}
	all := NewWalk(begun(assess.Short), Asks{Again: true}).Steps()
	if n := len(slices.DeleteFunc(all, func(t Step) bool { return !t.Kind.TakesAnswer() })); n != 21 {
		t.Errorf("without an agenda %d are asked", n)
	}
}

// The number of questions falls where an answer takes some away, and says by how many.
func TestTheWalkTellsHowManyQuestionsAnAnswerTakesAway(t *testing.T) {
	s := NewWalk(begun(assess.Full), Asks{})
	goTo(t, s, JointWorkStep)
	workOn(s, assess.JointWork{Scope: rubric.ScopeNone})
	if s.Next(monday); s.Fewer() != 9 || s.Progress().Of != 40 {
		t.Errorf("without joint work %d fewer of %d", s.Fewer(), s.Progress().Of)
	}
	if s.Next(monday); s.Fewer() != 0 {
		t.Errorf("says it again: %d", s.Fewer())
	}
	goTo(t, s, FormsStep)
	for _, f := range s.Rubric().Forms {
		choose(s, "aim."+f.ID, rubric.NotConsidering)
	}
	if s.Next(monday); s.Fewer() != 3 || s.Progress().Of != 37 {
		t.Errorf("without forms %d fewer of %d", s.Fewer(), s.Progress().Of)
	}
}
