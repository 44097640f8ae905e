package interview

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

// A hearing drives the lines face: it hands over an entry each time that one is
// awaited, and looks before.
type hearing struct {
	*lines
	entries []string
	said    bytes.Buffer // all of it
	shown   bytes.Buffer // with the entries between, as a terminal shows it
	chunk   string       // what was said since the last entry
	kept    assess.Response
	fail    func(entry string) error // whether keeping fails after an entry
	last    string                   // entry
	look    func()                   // before an entry is handed over
}

func (h *hearing) Write(p []byte) (int, error) {
	h.shown.Write(p)
	h.chunk += string(p)
	return h.said.Write(p)
}

func (h *hearing) Read(p []byte) (int, error) {
	if h.look != nil {
		h.look()
	}
	h.chunk = ""
	if len(h.entries) == 0 {
		return 0, io.EOF
	}
	h.last, h.entries = h.entries[0], h.entries[1:]
	fmt.Fprintf(&h.shown, "> %s\n", h.last)
	return copy(p, h.last+"\n"), nil
}

func (h *hearing) keep(r assess.Response) error {
	if h.fail != nil {
		if err := h.fail(h.last); err != nil {
			return err
		}
	}
	h.kept, _ = asking.SetAside(r)
	return nil
}

// hearWith opens the lines face with options. Entries are heard by finish.
func hearWith(t testing.TB, o Options) *hearing {
	t.Helper()
	h, err := opened(o)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func opened(o Options) (*hearing, error) {
	h := &hearing{}
	now := monday
	o.New.Keep = h.keep
	o.Now = func() time.Time { now = now.Add(10 * time.Second); return now }
	o.In, o.Out = h, h
	var err error
	h.lines, err = newLines(context.Background(), o)
	return h, err
}

// hearAt stands at the first step that fits.
func hearAt(t testing.TB, r assess.Response, fits func(asking.Step) bool) *hearing {
	t.Helper()
	h := hearWith(t, Options{New: Draft{Response: r}})
	steps := h.walk.Steps()
	h.walk.StandAt(steps[slices.IndexFunc(steps, fits)])
	h.said.Reset()
	h.out, h.topic, h.reminder, h.lines.said = newSpeech(h, 0), "", "", map[string]bool{}
	h.arrive(firstOpenItem)
	return h
}

func withID(id string) func(asking.Step) bool { return func(t asking.Step) bool { return t.ID == id } }

// enter has entries heard, and then the end of input.
func (h *hearing) enter(t testing.TB, entries ...string) *hearing {
	t.Helper()
	h.entries = append(h.entries, entries...)
	if err := h.run(); err != nil {
		t.Fatal(err)
	}
	_ = h.out.flush()
	return h
}

func (h *hearing) says(t testing.TB, text string) {
	t.Helper()
	if said := strings.Join(strings.Fields(h.said.String()), " "); !strings.Contains(said, text) {
		t.Errorf("%q is not said:\n%s", text, h.shown.String())
	}
}

// plain tells what is wrong with what was said, if anything.
func plain(said string) error {
	for _, line := range strings.Split(said, "\n") {
		if n := utf8.RuneCountInString(line); n > 100 {
			return fmt.Errorf("a line has %d characters: %q", n, line)
		}
		if i := strings.IndexFunc(line, unicode.IsControl); i >= 0 {
			return fmt.Errorf("%q has a control character", line)
		}
	}
	return nil
}

// plainer tells likewise, where nobody typed other punctuation than a keyboard has.
func plainer(said string) error {
	for _, r := range said {
		if r > unicode.MaxASCII && !unicode.IsLetter(r) {
			return fmt.Errorf("%q is said", r)
		}
	}
	return plain(said)
}

// The whole transcript of a short run; the lines that begin with > were entered.
func TestTranscript(t *testing.T) {
	o := Options{New: Draft{Response: assess.NewResponse(rubric.Default())}, Asks: asking.Asks{Length: true, Code: true}}
	h := hearWith(t, o)
	h.numbersEachQuestion(t)
	h.enter(t,
		"", "Northern Tráils Alliance", "2", "s", "1", // the start page
		"",
		"2", "", "", "5", "e", "?", "w", "m", "see plan, page 4", "3",
		"b", "s", // over the border of a part, and forward again
		"d", "skip", "1", "2", "3", "4", "1", "2", "n", "4",
		"Trail conference", "3", // no joint work: no questions about it
		"3", "t", "s", "1", "2", "3", "x", "4", // targets
		"1", "b", "2", "3", "3", // forms
		"1 2 3", "2, 6", // priorities
		"1 14 2", "14", // hurdles and the worst
		"2", "3", // from the review to the open question of trust
		"j 1", "b", "where", "help", "stop",
	)
	if err := plainer(h.said.String()); err != nil {
		t.Error(err)
	}
	golden(t, filepath.Join("testdata", "lines.txt"), h.shown.String())
	if len(h.entries) > 0 {
		t.Errorf("stopped before %q", h.entries)
	}
}

// numbersEachQuestion checks before each entry that the number of the question
// and of all was said since the one before.
func (h *hearing) numbersEachQuestion(t testing.TB) {
	number := regexp.MustCompile(`Question (\d+ of \d+)`)
	h.look = func() {
		if h.walk == nil || !h.walk.Here().Kind.TakesAnswer() || h.note != nil || h.failed != nil {
			return
		}
		p := h.walk.Progress()
		want := fmt.Sprintf("%d of %d", p.At, p.Of)
		all := number.FindAllStringSubmatch(strings.ReplaceAll(h.chunk, "\n", " "), -1)
		if len(all) == 0 || all[len(all)-1][1] != want {
			t.Errorf("after %q at question %s this is said:\n%s", h.last, want, h.chunk)
		}
	}
}

func TestNothingIsRecordedByWhatIsNoAnswer(t *testing.T) {
	for _, entry := range []string{"", " ", "5", "0", "12", "1 2", "i", "dn", "3.", "\x1b[A", "é", "h", "e", "?", "w", "r", "m", "x", "y", "f", "-1", "b", "s", "j", strings.Repeat("1", 70000)} {
		h := hearAt(t, begun(assess.Full), withID("values.goals"))
		h.enter(t, entry)
		same(t, h.walk.Response(), begun(assess.Full))
		if err := plain(h.said.String()); err != nil {
			t.Error(err)
		}
	}
}

func TestTheEndOfInputRecordsNothingOnAnyPage(t *testing.T) {
	r := everything()
	r.Hurdles = []string{"turf", "money"}
	for _, step := range asking.NewWalk(r, asking.Asks{}).Steps() {
		for item := range 8 {
			for _, cutOff := range []string{"", "1", "3", "y", "a name"} {
				h := hearWith(t, Options{New: Draft{Response: r}})
				h.walk.StandAt(step)
				h.arrive(firstOpenItem)
				if step.Kind != asking.Pause && item >= len(h.items) || step.Kind == asking.Pause && item > 0 {
					break
				}
				h.at = min(item, len(h.items)-1)
				in := bufio.NewReader(strings.NewReader(cutOff))
				h.read = func() (string, error) { return readLine(context.Background(), in) }
				if err := h.run(); err != nil {
					t.Fatal(err)
				}
				same(t, h.walk.Response(), r)
				if h.walk.Finished() || h.kept.Answers != nil {
					t.Errorf("%v, item %d, %q: finished, or kept %v", step, item, cutOff, h.kept)
				}
			}
		}
	}
}

func TestAnswersAreKeptAndEchoed(t *testing.T) {
	for entry, want := range map[string]assess.Answer{"1": 1, " 4 \r": 4, "d": assess.DontKnow, "N": assess.DoesNotApply, "\uFEFF2": 2, "3\x1b[D": 3} {
		h := hearAt(t, begun(assess.Full), withID("values.goals")).enter(t, entry)
		if got := h.kept.Answers; got == nil || got[0] != want {
			t.Errorf("%q kept %v, want %v", entry, got, want)
		}
		h.says(t, "recorded")
		h.says(t, "Question 2 of 49.")
	}
}

func TestLinesTellWhenKeepingFailsAndGoOnWhenMended(t *testing.T) {
	h := hearAt(t, begun(assess.Full), withID("values.goals"))
	full := errors.New("responses/x.yaml: no space left on device")
	h.fail = func(entry string) error {
		if entry == "r" {
			full = nil
		}
		return full
	}
	h.look = func() {
		if full != nil && h.walk.Here().ID != "values.goals" {
			t.Errorf("%q moved on to %v without being kept", h.last, h.walk.Here())
		}
	}
	h.enter(t, "3", "s", "b", "j", "q", "4", "r", "1")
	h.says(t, "Not saved: responses/x.yaml: no space left on device. Earlier answers are safe. Fix the problem, then enter r to try again.")
	h.says(t, "Enter q again to leave without it.")
	h.says(t, "Saved now. 4 recorded. Question 2 of 49.")
	if got := fmt.Sprint(h.kept.Answers[:3]); got != "[4 1 0]" {
		t.Errorf("kept %s", got)
	}

	h = hearAt(t, begun(assess.Full), withID("values.goals"))
	h.fail = func(string) error { return errors.New("gone") }
	h.enter(t, "2", "q", "q", "1")
	if len(h.entries) != 1 {
		t.Error("a second q does not leave")
	}
	if _, outcome, err := h.result(nil); outcome != Stopped || err == nil {
		t.Errorf("outcome %v, %v", outcome, err)
	}
}

func TestTheStartPageIsRecordedAsAWhole(t *testing.T) {
	o := Options{New: Draft{Response: assess.NewResponse(rubric.Default())}, Asks: asking.Asks{Length: true, Code: true}, Welcome: []string{"Only you see your answers."}}
	h := hearWith(t, o).enter(t, "s", "", "---", "Northern Trails", "2", "bluebird", "s")
	if h.kept.Answers != nil {
		t.Errorf("kept before the length was chosen: %+v", h.kept)
	}
	h.says(t, "Only you see your answers.")
	h.says(t, "Please enter the name")
	h.says(t, "Expected a name with a letter or a digit. Nothing is recorded.")
	h.says(t, "Please choose a version.")

	h = hearWith(t, o)
	h.fail = func(string) error {
		if h.walk.Association() == "Lakes Guild" {
			return errors.New("this folder holds the record of another association")
		}
		return nil
	}
	h.enter(t, "Lakes Guild", "2", "bluebird", "1", "b", "b", "b", "Northern Trails", "s", "s", "s", "", "4")
	h.says(t, "Not saved: this folder holds the record of another association. Go back with b and change it")
	want := begun(assess.Short)
	want.Association, want.Code, want.Answers[0] = "Northern Trails", "bluebird", 4
	same(t, h.kept, want)
}

func TestTextIsCleanedAndLimited(t *testing.T) {
	h := hearAt(t, begun(assess.Full), withID(asking.JointWorkStep))
	h.enter(t, strings.Repeat("x", assess.MaxLine+1), "Trail \x1b[31mconference\x1b[0m \u202Ewith\u202C “Lakes” – רכבת 鉄道\a")
	h.says(t, "That is 301 characters; the limit is 300. Nothing is recorded.")
	h.says(t, `Recorded: Trail conference with "Lakes" - רכבת 鉄道.`)
	if got, want := h.kept.JointWork.About, "Trail conference with “Lakes” – רכבת 鉄道"; got != want {
		t.Errorf("kept %q, want %q", got, want)
	}
	if err := plainer(h.said.String()); err != nil {
		t.Error(err)
	}
}

func TestNotesInLines(t *testing.T) {
	at := withID("values.goals")
	note := func(h *hearing) string { return h.walk.NoteTo("values.goals") }
	h := hearAt(t, begun(assess.Full), at).enter(t, "m", "q", "m", "", "m")
	if note(h) != "q" || h.kept.Notes["values.goals"] != "q" {
		t.Errorf("the note is %q", note(h))
	}
	h.says(t, "Your note so far: q. Press Enter to keep it, or enter x to delete it.")
	if h = hearAt(t, h.kept, at).enter(t, "m", strings.Repeat("x", assess.MaxNote+1), "m", "x"); note(h) != "" {
		t.Errorf("the note is %q", note(h))
	}
	h.says(t, "That is 2001 characters; the limit is 2000. Nothing is recorded.")
	h.says(t, "Note deleted.")
}

func TestGoingBackSaysTheEarlierAnswer(t *testing.T) {
	hearAt(t, begun(assess.Full), withID("values.goals")).enter(t, "3", "b").says(t, "Back. Question 1 of 49. You answered 3.")
	hearAt(t, begun(assess.Full), withID("values.goals")).enter(t, "d", "b").says(t, "You answered d, I don't know.")
	hearAt(t, everything(), withID("spectrum.formality")).enter(t, "b").says(t, "item 3 of 3. You answered 4.")
	h := hearAt(t, everything(), withID(asking.HurdlesID)).enter(t, "1 3", "b")
	h.says(t, "You chose 1 and 3.")
}

func TestNoOptionHasTheKeyOfACommand(t *testing.T) {
	h := hearWith(t, Options{New: Draft{Response: everything()}})
	for _, step := range h.walk.Steps() {
		h.walk.StandAt(step)
		for _, it := range h.itemsHere() {
			for _, o := range it.options {
				if slices.ContainsFunc(commands(), func(c command) bool { return c.key == o.Mark || c.word == o.Mark }) {
					t.Errorf("%v: %q", h.walk.Here(), o.Mark)
				}
			}
		}
	}
}

type deaf struct{}

func (deaf) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

var anyEntry = rapid.OneOf(
	rapid.SampledFrom([]string{
		"1", "2", "3", "4", "d", "n", "y", "t", "s", "s", "b", "r", "e", "?", "m", "x", "w", "h", "j", "j 7", "j 44", "f", "q", "",
		"back", "stop", "note", "1 2", "2,14", "99", "Trail conference", "D", " 3 ",
	}),
	rapid.String(),
)

func (h *hearing) checkEachEntry(t *rapid.T) {
	before, here, at, typing := h.walk.Response(), h.walk.Here(), h.at, false
	h.look = func() {
		after := h.walk.Response()
		key := strings.ToLower(entry(h.last))
		checkChange(t, here, key, typing, before, after)
		moved := h.walk.Here() != here || h.at != at && here.Kind != asking.StartPage
		if moved && (h.walk.Unkept() || h.begun && !gocmp.Equal(h.kept, after, ignoreRubric)) {
			t.Fatalf("moved from %v on %q without keeping", here, h.last)
		}
		before, here, at, typing = after, h.walk.Here(), h.at, h.note != nil
	}
}

// sameAnswer draws what is answered at a step, as keys of the screen and as lines.
func sameAnswer(t *rapid.T, s *asking.Walk) (keys, lines []string) {
	draw := func(of ...string) string { return rapid.SampledFrom(of).Draw(t, s.Here().ID) }
	one := func(of ...string) {
		key := draw(of...)
		keys, lines = append(keys, key), append(lines, key)
	}
	text := func(of ...string) {
		typed := draw(of...)
		keys, lines = append(keys, "type:"+typed, "enter"), append(lines, cmp.Or(typed, "s"))
	}
	switch here := s.Here(); {
	case here.Kind == asking.StartPage:
		text("Northern Trails", "Lakes “Guild”")
		one("1", "4")
		text("", "bluebird")
		one("1", "2")
	case here.Kind == asking.Instructions:
		return []string{"enter"}, []string{""}
	case here.Kind == asking.Pause:
		return []string{"enter"}, nil
	case here.ID == asking.JointWorkStep:
		text("", "Trail conference")
		one("1", "2", "3")
		if lines[1] != "3" {
			one("1", "5")
		}
	case here.Kind == asking.Question:
		if draw("note", "", "") == "note" {
			keys, lines = []string{"m", "type:plan, page 4", "enter"}, []string{"m", "plan, page 4"}
		}
		one("1", "2", "3", "4", "d", "n")
	case here.ID == asking.TargetsStep:
		for range s.Rubric().Targets.Questions {
			one("1", "2", "3", "4", "t")
		}
		keys = append(keys, "enter")
	case here.ID == asking.FormsStep:
		if s.Response().Length == assess.Full {
			one("y", "n", "d")
		}
		for range s.Rubric().Forms {
			one("1", "2", "3")
		}
		keys = append(keys, "enter")
	case here.Kind == asking.Grid:
		for range 3 {
			one("y", "n", "d")
		}
		keys = append(keys, "enter")
	case here.ID == asking.PrioritiesID:
		switch draw("none", "one", "two") {
		case "none":
			return []string{"enter"}, []string{"s"}
		case "one":
			return []string{"2", "enter"}, []string{"2"}
		}
		return []string{"6", "1", "enter"}, []string{"6 1"}
	case here.ID == asking.HurdlesID:
		switch draw("none", "one", "one worst", "two", "worst", "worst at once") {
		case "none":
			return []string{"enter"}, []string{"s"}
		case "one":
			return []string{"down", " ", "enter"}, []string{"2"}
		case "one worst":
			return []string{"down", "w", "enter"}, []string{"2W"}
		case "worst at once":
			return []string{"down", " ", "down", "w", "enter"}, []string{"3w, 2"}
		case "two":
			return []string{"down", " ", "down", " ", "enter", "enter"}, []string{"2 3", "s"}
		}
		return []string{"down", " ", "down", "w", "enter"}, []string{"3,2", "3"}
	case here.Kind == asking.Review:
		return []string{"f"}, []string{"f"}
	}
	return keys, lines
}
