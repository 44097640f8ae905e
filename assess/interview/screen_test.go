package interview

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

// everything is a response in which each kind of step is asked.
func everything() assess.Response {
	r := begun(assess.Full)
	r.JointWork = assess.JointWork{About: "Trail conference with Lakes Guild", Scope: "between", Purpose: "revenue"}
	for _, f := range r.Rubric.Forms {
		r.Aim[f.ID] = rubric.Have
	}
	return r
}

// fitsIn checks that a view stays inside the window.
func (s *sitting) fitsIn(width, height int, name string) {
	s.t.Helper()
	lines := strings.Split(s.View(), "\n")
	if len(lines) > height {
		s.t.Errorf("%s at %dx%d has %d rows:\n%s", name, width, height, len(lines), s.plainView())
	}
	for _, line := range lines {
		if w := ansi.StringWidth(line); w > width {
			s.t.Errorf("%s at %dx%d has a line of %d: %q", name, width, height, w, ansi.Strip(line))
		}
	}
}

func TestEveryPageStaysInsideTheWindow(t *testing.T) {
	sizes := [][2]int{{80, 24}, {60, 20}, {120, 40}, {40, 12}, {200, 60}, {20, 6}, {1, 1}}
	r := everything()
	r.Association, r.Role = "", ""
	s := (&sitting{t: t}).with(Options{New: Draft{Response: r}, Asks: asking.Asks{Code: true, Length: true}})
	for _, step := range s.walk.Steps() {
		for _, size := range sizes {
			for _, keys := range [][]string{nil, {"down"}, {"e"}, {"?"}, {"m", "type:a note 鉄道 🚂", "enter"}} {
				s.walk.StandAt(step)
				s.show()
				s.size(size[0], size[1])
				for _, k := range keys {
					s.page.press(keyMsg(k))
				}
				s.fitsIn(size[0], size[1], fmt.Sprintf("%v after %v", step, keys))
			}
		}
	}
}

func TestEveryQuestionFitsWithoutScrolling(t *testing.T) {
	s := sit(t, everything(), false)
	for _, step := range s.walk.Steps() {
		s.walk.StandAt(step)
		for _, size := range [][2]int{{80, 24}, {60, 20}} {
			s.show()
			s.size(size[0], size[1])
			if view := s.View(); strings.Contains(view, "PgUp") && (size[0] == 80 || step.Kind == asking.Question) {
				t.Errorf("%v scrolls at %v:\n%s", step, size, s.plainView())
			}
		}
	}
}

func TestQuestionShowsAnchorsAndNeitherStagesNorIDs(t *testing.T) {
	s := sit(t, everything(), false)
	for _, step := range s.walk.Steps() {
		if step.Kind != asking.Question {
			continue
		}
		s.walk.StandAt(step)
		s.show()
		q := s.walk.Rubric().Questions()[s.walk.Rubric().Index(step.ID)]
		view := strings.Join(strings.Fields(s.plainView()), " ")
		for _, text := range append([]string{q.Prompt}, q.Anchors...) {
			if !strings.Contains(view, text) {
				t.Errorf("%s does not show %q", step.ID, text)
			}
		}
		for _, stage := range s.walk.Rubric().Stages {
			if strings.Contains(view, stage.Name) || strings.Contains(view, stage.ID) {
				t.Errorf("%s shows the stage %s", step.ID, stage.Name)
			}
		}
	}
}

func TestOneKeyAnswersIsKeptAndMovesOn(t *testing.T) {
	for key, want := range map[string]assess.Answer{"1": 1, "4": 4, "d": assess.DontKnow, "N": assess.DoesNotApply} {
		s := sit(t, begun(assess.Full), false).atID("values.goals").keys(key)
		if got := s.kept.Answers[0]; got != want {
			t.Errorf("%s kept %v, want %v", key, got, want)
		}
		if s.walk.Here().ID != "values.decisions" {
			t.Errorf("%s went to %v", key, s.walk.Here())
		}
	}
}

func TestOtherKeysAnswerNothing(t *testing.T) {
	for _, key := range []string{"enter", " ", "5", "0", "x", "esc", "tab", "paste:1", "paste:2\n3\n", "type:é", "right", "left", "e", "?"} {
		s := sit(t, begun(assess.Full), false).atID("values.decisions").keys(key)
		same(t, s.walk.Response(), begun(assess.Full))
	}
}

func TestArrowsAndEnterAnswerToo(t *testing.T) {
	s := sit(t, begun(assess.Full), false).atID("values.goals").keys("down", "down", "enter")
	if got := s.kept.Answers[0]; got != 2 {
		t.Errorf("kept %v, want 2", got)
	}
	s.keys("left")
	s.shows("›● 2")
}

func TestKeysTypedAheadEachAnswerTheirOwnQuestion(t *testing.T) {
	s := sit(t, begun(assess.Full), false).atID("values.goals").keys("type:3d14")
	got := fmt.Sprint(s.kept.Answers[:5])
	if want := fmt.Sprint([]assess.Answer{3, assess.DontKnow, 1, 4, 0}); got != want {
		t.Errorf("kept %v, want %v", got, want)
	}
}

// A sentence typed at a question answers nothing from its first letter on that is no
// key; after a pause the keys do again what they do.
func TestTextThatIsTypedAtAQuestionAnswersNothing(t *testing.T) {
	s := sit(t, begun(assess.Full), false).atID("values.decisions")
	for _, r := range "the plan and 2 budgets of the annual board" {
		s.now = s.now.Add(300*time.Millisecond - 10*time.Second) // keys adds these
		if r == 'm' {
			t.Fatal("would begin a note")
		}
		key := string(r)
		s.keys(key)
	}
	same(t, s.walk.Response(), begun(assess.Full))
	if s.walk.Here().ID != "values.decisions" {
		t.Fatalf("at %v", s.walk.Here())
	}
	s.shows("You seem to be typing text, so d did nothing.")
	if s.keys("d"); s.kept.Answers[1] != assess.DontKnow {
		t.Error("after a pause d does not answer")
	}
}

func TestKeepFailsAndIsMended(t *testing.T) {
	s := sit(t, begun(assess.Full), false).atID("values.goals")
	s.fail = errors.New("responses/x.yaml: no space left on device")
	s.keys("3")
	s.shows("Not saved: responses/x.yaml: no space left on device")
	s.keys("right", "left", "enter")
	if s.walk.Here().ID != "values.goals" || s.kept.Answers != nil {
		t.Fatalf("moved on to %v without being kept", s.walk.Here())
	}
	s.keys("ctrl+c")
	s.shows("Press ctrl+c again to leave without it")
	if s.quit {
		t.Fatal("left without saying that the answer is not kept")
	}
	s.fail = nil
	s.keys("enter")
	if s.walk.Here().ID != "values.decisions" || s.kept.Answers[0] != 3 {
		t.Errorf("mended: at %v, kept %v", s.walk.Here(), s.kept.Answers[:1])
	}
	if strings.Contains(s.View(), "Not kept") {
		t.Error("still says that it is not kept")
	}
	s.fail = errors.New("gone")
	if s.keys("2", "ctrl+c", "ctrl+c"); !s.quit {
		t.Error("a second ctrl+c does not leave")
	}
}

func TestStartPage(t *testing.T) {
	s := sit(t, assess.NewResponse(rubric.Default()), true)
	s.keys("enter")
	s.shows("Please enter the name")
	s.fail = errors.New("this folder holds the record of another association")
	s.keys("type:Northern Tráils", "enter", "2", "1")
	s.shows("Not saved: this folder holds the record of another association Correct it")
	if s.walk.Here().Kind != asking.StartPage {
		t.Fatalf("went on to %v", s.walk.Here())
	}
	s.fail = nil
	s.keys("enter")
	if s.kept.Association != "Northern Tráils" || s.kept.Role != "ceo" || s.kept.Length != assess.Short {
		t.Errorf("kept %q %q %q", s.kept.Association, s.kept.Role, s.kept.Length)
	}
	if s.walk.Here().Kind != asking.Instructions {
		t.Errorf("at %v", s.walk.Here())
	}
	s.keys("left", "2", "enter") // back in the last field, not in the name
	if s.kept.Association != "Northern Tráils" || s.kept.Length != assess.Full {
		t.Errorf("back there, %q %q", s.kept.Association, s.kept.Length)
	}
}

// Before the first field there is nothing to go back to, and nothing to keep.
func TestNothingIsKeptBeforeTheStartPageIsLeft(t *testing.T) {
	for _, back := range []string{"shift+tab", "up"} {
		s := sit(t, assess.NewResponse(rubric.Default()), true)
		s.fail = errors.New("a name is needed to keep anything")
		s.keys(back, "type:Lak", back, "type:es")
		if s.failed != nil {
			t.Errorf("%s wanted to keep a response without a name:\n%s", back, s.plainView())
		}
		s.fail = nil
		s.keys("enter", "left", "enter", "2", "1")
		if s.kept.Association != "Lakes" {
			t.Errorf("after %s kept %q", back, s.kept.Association)
		}
	}
}

func TestNoteIsKeptHoweverItIsLeft(t *testing.T) {
	for _, leave := range []string{"enter", "esc", "tab", "ctrl+c"} {
		s := sit(t, begun(assess.Full), false).atID("values.goals")
		s.keys("m", "type:see ", "paste:plan\np\u202Eage 4\x1b[2J", leave)
		if got := s.kept.Notes["values.goals"]; got != "see plan page 4[2J" {
			t.Errorf("after %s: kept %q", leave, got)
		}
	}
}

func TestJointWorkNoneSkipsTheSpectrum(t *testing.T) {
	s := sit(t, begun(assess.Full), false).atID(asking.JointWorkStep).keys("enter", "3")
	if s.kept.JointWork != (assess.JointWork{Scope: rubric.ScopeNone}) {
		t.Errorf("kept %+v", s.kept.JointWork)
	}
	if s.walk.Here() != (asking.Step{Kind: asking.Pause, Section: asking.BenefitsSection}) {
		t.Errorf("went to %v", s.walk.Here())
	}
}

func TestTargetsAreKeptRowByRow(t *testing.T) {
	s := sit(t, begun(assess.Full), false).atID(asking.TargetsStep).keys("3", "t", "down", "1")
	got, want := s.kept.Targets, map[string]assess.Target{"values": 3, "trust": assess.TodayIsRight, "knowledge": 1}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	s.keys("up", "up", "up", "up", "x")
	if _, there := s.kept.Targets["values"]; there {
		t.Error("a target that was cleared is kept")
	}
}

// The first of a group says what the joint work of all is, and is told so.
func TestTheFirstOfAGroupHearsThatTheJointWorkIsForAll(t *testing.T) {
	o := Options{New: Draft{Response: begun(assess.Full)}, Private: true}
	for _, size := range [][2]int{{80, 24}, {60, 20}} {
		s := (&sitting{t: t}).with(o).atID(asking.JointWorkStep).size(size[0], size[1])
		s.shows(say.forEverybody())
	}
	h := hearWith(t, o)
	steps := h.walk.Steps()
	h.walk.StandAt(steps[slices.IndexFunc(steps, withID(asking.JointWorkStep))])
	h.arrive(firstOpenItem)
	h.enter(t, "q").says(t, say.forEverybody())
	if view := sit(t, begun(assess.Full), false).atID(asking.JointWorkStep).plainView(); strings.Contains(view, "everybody") {
		t.Errorf("says it of one who answers alone:\n%s", view)
	}
}

func TestHurdlesAndTheirWorst(t *testing.T) {
	s := sit(t, begun(assess.Full), false).atID(asking.HurdlesID).keys(" ", "down", " ", "down", "w", "enter")
	if fmt.Sprintf("%v %s", s.kept.Hurdles, s.kept.Worst) != "[inertia capacity turf] turf" {
		t.Errorf("kept %v, worst %v", s.kept.Hurdles, s.kept.Worst)
	}
	s.keys("left", "down", "down", " ")
	if fmt.Sprintf("%v %s", s.kept.Hurdles, s.kept.Worst) != "[inertia capacity] " {
		t.Errorf("the worst was taken away: kept %v, worst %q", s.kept.Hurdles, s.kept.Worst)
	}
	s.keys("enter")
	s.shows("Press w to mark it")
	if s.keys("enter"); s.walk.Here().Kind != asking.Review {
		t.Errorf("at %v", s.walk.Here())
	}
}

// One hurdle alone is not asked about: it is the worst only if it is marked so.
func TestOneHurdleIsTheWorstOnlyWhereItIsMarked(t *testing.T) {
	for key, want := range map[string]string{" ": "", "w": "inertia"} {
		s := sit(t, begun(assess.Full), false).atID(asking.HurdlesID).keys(key, "enter")
		if s.walk.Here().Kind != asking.Review || s.kept.Worst != want {
			t.Errorf("after %q at %v, the worst is %q", key, s.walk.Here(), s.kept.Worst)
		}
	}
}

func TestPrioritiesAreTwoAtMost(t *testing.T) {
	s := sit(t, begun(assess.Full), false).atID(asking.PrioritiesID).keys("6", "2", "1")
	if fmt.Sprint(s.kept.Priorities) != "[trust governance]" {
		t.Errorf("kept %v", s.kept.Priorities)
	}
	s.shows("Two at most")
}

func TestReviewJumpsAndFinishes(t *testing.T) {
	s := sit(t, begun(assess.Full), false).atKind(asking.Review)
	s.keys("down", "enter")
	if s.walk.Here().ID != "trust.delegation" {
		t.Fatalf("at %v", s.walk.Here())
	}
	s.keys("1", "2", "3", "4")
	if s.walk.Here().Kind != asking.Review {
		t.Fatalf("at %v", s.walk.Here())
	}
	s.keys("f")
	if !s.quit || !s.walk.Finished() {
		t.Error("does not finish")
	}
}

// Where what was answered is not enough for a stage, the review says so: as the
// report would, and only where these answers alone make one.
func TestTheReviewSaysWhatWouldHaveNoStage(t *testing.T) {
	r := answered()
	for _, id := range []string{"trust.delegation", "trust.credit"} {
		r.Answers[r.Rubric.Index(id)] = assess.DontKnow
	}
	const said = `Trust: too few answers to name a stage. "I don't know" does not count.`
	s := sit(t, r, false).atKind(asking.Review)
	s.shows(said)
	for _, size := range [][2]int{{80, 24}, {60, 20}, {40, 12}} {
		s.size(size[0], size[1]).fitsIn(size[0], size[1], "the review")
	}
	hearAt(t, r, func(step asking.Step) bool { return step.Kind == asking.Review }).enter(t, "r", "q").says(t, said)

	// Of two answers one that does not apply is enough where it is all of its side, so the
	// sentence says when it counts.
	for _, id := range []string{"trust.delegation", "trust.credit"} {
		r.Answers[r.Rubric.Index(id)] = assess.DoesNotApply
	}
	r.Answers[r.Rubric.Index("trust.reliance")] = assess.DontKnow
	sit(t, r, false).atKind(asking.Review).shows(`Trust: too few answers to name a stage. "I don't know" does not count. "Does not apply" counts only where it is your answer to every question about one side, inside or with others.`)

	one := &sitting{t: t, now: monday}
	one.with(Options{New: Draft{Response: r, Keep: one.keepResponse}, Private: true}).atKind(asking.Review)
	if view := one.plainView(); strings.Contains(view, "Not enough") {
		t.Errorf("says it of one person of a group:\n%s", view)
	}
	enough := r
	enough.Answers = append([]assess.Answer(nil), r.Answers...)
	enough.Answers[r.Rubric.Index("trust.credit")] = 2
	if view := sit(t, enough, false).atKind(asking.Review).plainView(); strings.Contains(view, "Not enough") {
		t.Errorf("says it where there is enough:\n%s", view)
	}
}

// A room's question needs five hands that show a description.
func TestTheReviewOfARoomSaysWhatWouldHaveNoStage(t *testing.T) {
	s := sitRoom(t, counting(12))
	for _, q := range s.walk.Rubric().Questions() {
		if q.Dimension == "trust" {
			s.atID(q.ID).keys("type:2 2 0 0 d 8", "enter")
		}
	}
	s.atKind(asking.Review).shows("Trust: too few answers to name a stage.")
}

func TestDraftsAreOfferedAndGoOnIntoTheirOwnFile(t *testing.T) {
	draft := begun(assess.Full)
	draft.Answers[0], draft.Answers[1] = 3, 3
	var into string
	keep := func(name string) func(assess.Response) error {
		return func(assess.Response) error { into = name; return nil }
	}
	o := Options{
		New:   Draft{Response: assess.NewResponse(rubric.Default()), Keep: keep("new")},
		Found: []Draft{{Label: "draft of 14:05 by a chief executive", Response: draft, Keep: keep("draft")}},
		Asks:  asking.Asks{Length: true},
	}
	s := (&sitting{t: t}).with(o)
	s.shows("Continue: draft of 14:05 by a chief executive, 2 of 49 answered")
	s.keys("enter", "type: ")
	if s.walk != nil {
		t.Fatal("chose by itself")
	}
	s.keys("1")
	if s.walk.Here().ID != "values.peer_objectives" {
		t.Errorf("at %v", s.walk.Here())
	}
	if s.keys("ctrl+c"); into != "draft" {
		t.Errorf("kept into %q", into)
	}
	s = (&sitting{t: t}).with(o)
	if s.keys("s"); s.walk.Here().Kind != asking.StartPage {
		t.Errorf("at %v", s.walk.Here())
	}
}

func TestALookAtADraftShowsItAndComesBack(t *testing.T) {
	o := Options{
		New: Draft{Response: assess.NewResponse(rubric.Default())},
		Found: []Draft{
			{Label: "draft of 15:10", Response: begun(assess.Full)},
			{Label: "draft of 14:05", Response: everything()},
		},
	}
	s := (&sitting{t: t}).with(o)
	s.keys("l")
	s.shows("draft of 15:10")
	s.keys("left", "down", "down", "l")
	s.shows("draft of 14:05")
	s.shows("Your draft")
	if s.walk != nil {
		t.Fatal("a look goes on")
	}
	s.keys("esc")
	s.shows(say.unfinished(2))
	s.keys("up", "l", "enter")
	if s.walk == nil {
		t.Fatal("does not go on")
	}
	left := (&sitting{t: t}).with(o)
	if left.keys("q"); !left.quit || left.walk != nil {
		t.Error("does not leave")
	}
}

// A draft of another version is gone on with as it was begun, or carried over.
func TestADraftOfAnotherRubric(t *testing.T) {
	text := bytes.Replace(rubric.DefaultText(), []byte(`"1.0.0"`), []byte(`"1.1.0"`), 1)
	text = bytes.Replace(text, []byte("id: association-collaboration"), []byte("id: our-own"), 1)
	text = bytes.Replace(text, []byte("id: values.goals"), []byte("id: values.aims"), 1)
	own, err := rubric.Parse("own.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	draft := begun(assess.Full)
	draft.Answers[0], draft.Answers[1] = 3, 3
	o := Options{
		New:   Draft{Response: assess.NewResponse(own)},
		Found: []Draft{{Label: "draft of 14:05", Response: draft}},
	}
	s := (&sitting{t: t}).with(o)
	s.shows("2 of 49 answered, with the questions of association-collaboration")
	s.shows("Continue with the questions of our-own 1.1.0 instead: 1 answer stays, 1 is new,")
	s.shows("1 is no longer asked")
	if s.keys("1"); s.walk.Rubric().Ref() != "association-collaboration 1.0.0" {
		t.Errorf("asks %s", s.walk.Rubric().Ref())
	}
	s = (&sitting{t: t}).with(o)
	if s.keys("2"); s.walk.Rubric() != own || s.walk.Here().ID != "values.aims" {
		t.Errorf("asks %s at %v", s.walk.Rubric().Ref(), s.walk.Here())
	}
}

func TestHostileTextNeverReachesTheTerminal(t *testing.T) {
	r := everything()
	r.Association = "\x1b]0;pwned\a\x1b[2J\u202Eelim\u2066 רכבת 鉄道鉄道鉄道鉄道鉄道鉄道鉄道鉄道鉄道鉄道鉄道鉄道鉄道鉄道鉄道鉄道鉄道鉄道鉄道鉄道鉄道"
	r.JointWork.About = r.Association
	r.Notes["values.goals"] = r.Association
	front := r
	front.Association, front.Role = "", ""
	start := (&sitting{t: t}).with(Options{New: Draft{Response: front}, Asks: asking.Asks{Code: true, Length: true, Association: r.Association}})
	s := sit(t, r, false)
	s.options.Found = []Draft{{Label: r.Association, Response: r}}
	for _, step := range append([]asking.Step{{Kind: asking.StartPage}}, s.walk.Steps()...) {
		if s.walk.StandAt(step); step.Kind == asking.StartPage {
			s.walk = start.walk
		}
		s.show()
		for _, key := range []string{"", "m", "tab"} {
			if key != "" {
				s.page.press(keyMsg(key))
			}
			s.fitsIn(80, 24, s.walk.Here().ID)
			if view := ansi.Strip(s.View()); strings.ContainsAny(view, "\x1b\a\u202E\u2066") {
				t.Errorf("%v shows %q", s.walk.Here(), view)
			}
			if strings.Contains(s.View(), "\x1b]") || strings.Contains(s.View(), "\x1b[2J") {
				t.Errorf("%v passes on a control sequence", s.walk.Here())
			}
		}
	}
}

// A pick stands in a form of huh too.
func TestPickIsAFieldOfHuh(t *testing.T) {
	p := newPick(newStyle(io.Discard, false), "How?", -1, []asking.Option{{Mark: "1", Words: []string{"so"}}, {Mark: "2", Words: []string{"thus"}}})
	var form tea.Model = huh.NewForm(huh.NewGroup(p)).WithShowHelp(false)
	form.Init()
	_, cmd := form.Update(keyMsg("2"))
	if p.GetValue() != 1 || cmd == nil {
		t.Errorf("took %v", p.GetValue())
	}
	if view := ansi.Strip(form.View()); !strings.Contains(view, "How?") || !strings.Contains(view, "2  thus") {
		t.Errorf("shows\n%s", view)
	}
}

// From a key to the next screen, without the disk and the terminal.
func BenchmarkKeyToScreen(b *testing.B) {
	s := sit(b, begun(assess.Full), false).atID("values.goals")
	for b.Loop() {
		s.keys("3")
		_ = s.View()
		s.keys("left")
	}
}

func TestStartPageWithACodeAndAnotherWelcome(t *testing.T) {
	s := &sitting{t: t, now: monday}
	s.with(Options{
		New:  Draft{Response: assess.NewResponse(rubric.Default()), Keep: s.keepResponse},
		Asks: asking.Asks{Code: true, Length: true}, Welcome: []string{"Nobody but you sees your answers.", "They go into a file of their own."},
	})
	s.shows("Nobody but you sees your answers.")
	s.shows("They go into a file of their own. For a screen reader")
	s.keys("type:Northern Trails", "enter", "2")
	s.shows("A code of your own, such as a word only you know, links your answers from year to year. Leave it empty if you like.")
	s.fitsIn(80, 24, "the code")
	s.keys("type:bluebird", "enter", "2")
	if s.kept.Code != "bluebird" || s.kept.Length != assess.Full {
		t.Errorf("kept %+v", s.kept)
	}
}
