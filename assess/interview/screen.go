package interview

import (
	"context"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"collab/assess"
	"collab/assess/asking"
	_ "collab/internal/quiet" // before bubbletea: it would query the terminal
)

// Screen asks on a full terminal, in one program from the first page to the
// last. It returns the response as it was kept last.
//
// Cancelling ctx stops it like ctrl+c: what was answered or is being typed is kept. An
// error says that the terminal failed, or that the last answers could not be kept; or,
// as [Broken], that the program has a mistake.
func Screen(ctx context.Context, o Options) (assess.Response, Outcome, error) {
	m, err := newScreen(o)
	if err != nil {
		return o.New.Response, Stopped, err
	}
	g := &guarded{screen: m}
	program := tea.NewProgram(g, tea.WithInput(o.In), tea.WithOutput(o.Out),
		tea.WithAltScreen(), tea.WithFPS(120), tea.WithoutSignalHandler())
	g.quit = program.Quit
	// The library's own way to end with a context (tea.WithContext) closes the
	// input while it is still being read: a data race.
	defer context.AfterFunc(ctx, program.Quit)()
	_, err = program.Run()
	if err != nil {
		err = say.screenFailed(err)
	}
	if g.broken != nil {
		return o.New.Response, Stopped, g.broken
	}
	m.commit()
	return m.result(err)
}

// pages make the page of each kind of step.
var pages = map[asking.StepKind]func(*filling, style) page{
	asking.StartPage:    newFormPage,
	asking.Instructions: newInstructionsPage,
	asking.Pause:        newPausePage,
	asking.Fields:       newFormPage,
	asking.Question:     newQuestionPage,
	asking.Grid:         newGridPage,
	asking.Ticking:      newTicksPage,
	asking.Review:       newReviewPage,
}

func newPage(f *filling, st style) page {
	if rows := f.walk.Rows(f.here()); rows != nil {
		return newHandsPage(f, st)
	}
	return pages[f.here().Kind](f, st)
}

// screen is the whole interview as one Bubble Tea model.
//
// No page uses commands: a command comes back as a message after keys that were
// typed ahead, and those would go to the wrong question. It also means
// that nothing on the screen moves by itself.
type screen struct {
	filling
	page  page
	style style

	width, height int
	scroll        int
	follow        bool // scroll after the cursor

	leaving bool      // ctrl+c was pressed while keeping failed
	left    bool      // the drafts were left as they are
	strayed time.Time // the last letter of text that is typed where none is asked
}

func newScreen(o Options) (*screen, error) {
	m := &screen{filling: filling{options: o}, style: newStyle(o.Out, o.Colour), width: 80, height: 24, follow: true}
	first, err := o.opening()
	if err != nil {
		return nil, err
	}
	if first == nil {
		m.offer()
		return m, nil
	}
	m.open(o.New, first)
	return m, nil
}

// offer asks what to do about the drafts that were found.
func (m *screen) offer() {
	m.page = newDraftsPage(m.options, m.style, m.choose)
	m.scroll = 0
}

// choose does what was chosen about the drafts.
func (m *screen) choose(o offer) {
	switch o.does {
	case goOn:
		m.open(o.draft, o.draft.walk(m.options.known()))
		m.begin()
	case startAnew:
		m.open(m.options.New, m.options.anew(o))
	case look:
		o.does = goOn
		m.page = &lookPage{draft: o.draft, parts: o.draft.holds(), goOn: func() { m.choose(o) }, goBack: m.offer}
		m.scroll = 0
	case leave:
		m.left = true
	}
}

func (m *screen) open(d Draft, w *asking.Walk) {
	m.filling.open(d, w)
	m.show()
}

// show makes the page of the step where the script stands.
func (m *screen) show() {
	m.page = newPage(&m.filling, m.style)
	m.scroll, m.follow = 0, true
}

// Init waits for nothing: the first page stands.
func (m *screen) Init() tea.Cmd { return nil }

// View is the screen as it is to look.
func (m *screen) View() string { return m.frame() }

// Update takes keys and sizes.
func (m *screen) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
	case tea.KeyMsg:
		for _, k := range single(msg) {
			if cmd := m.press(k); cmd != nil {
				return m, cmd
			}
		}
	}
	return m, nil
}

// single splits keys that came so fast that they arrived as one: each may
// answer another question. What was pasted stays together.
func single(k tea.KeyMsg) []tea.KeyMsg {
	if k.Type != tea.KeyRunes || k.Paste {
		return []tea.KeyMsg{k}
	}
	var out []tea.KeyMsg
	for _, r := range k.Runes {
		out = append(out, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: k.Alt})
	}
	return out
}

func (m *screen) press(k tea.KeyMsg) tea.Cmd {
	switch k.String() {
	case "ctrl+c":
		return m.stop()
	case "ctrl+z":
		return tea.Suspend
	case "pgup", "pgdown":
		m.turn(k.String())
		return nil
	}
	m.leaving, m.follow = false, true
	if m.strays(k) {
		return nil
	}
	a := m.page.press(k)
	if m.left {
		return tea.Quit
	}
	return m.do(a)
}

// typingPause is longer than somebody who types text waits between two letters.
const typingPause = time.Second

// strays tells whether a key is a letter of text that somebody types at a question, where
// d, n and figures answer and b leads back: one that comes soon after another that is
// no key. The keys that only show something show it.
func (m *screen) strays(k tea.KeyMsg) bool {
	p, ok := m.page.(*questionPage)
	if !ok || p.note != nil || k.Type != tea.KeyRunes || k.Paste {
		return false
	}
	pressed := strings.ToLower(k.String())
	leads := p.leads(pressed)
	stray := !leads && !strings.Contains(showKeys, pressed)
	if !stray && m.strayed.IsZero() {
		return false
	}
	now := m.options.Now()
	soon := now.Sub(m.strayed) < typingPause
	if soon || stray {
		m.strayed = now
	}
	if soon && leads {
		p.say = say.looksLikeText(pressed)
	}
	return soon && leads
}

func (m *screen) turn(k string) {
	m.follow = false
	by := max(m.height/2, 1)
	if k == "pgup" {
		by = -by
	}
	m.scroll += by
}

// do carries out what a key asked for. Nothing moves on before all is kept.
func (m *screen) do(a act) tea.Cmd {
	if a == nil {
		return nil
	}
	if m.begin(); !m.keep() {
		return nil
	}
	before := m.walk.Here()
	a(m.walk, m.options.Now())
	if m.walk.Finished() {
		return tea.Quit
	}
	if m.walk.Here() != before {
		m.show()
	}
	return nil
}

// stop keeps everything and leaves. Where that fails it says so first, and
// leaves when told again.
func (m *screen) stop() tea.Cmd {
	if m.walk == nil || m.leaving {
		return tea.Quit
	}
	m.commit()
	if m.keep() {
		return tea.Quit
	}
	m.leaving = true
	return nil
}

// commit records what is being typed.
func (m *screen) commit() {
	if t, ok := m.page.(typist); ok {
		t.commit()
	}
}

// remedy says what to do where keeping failed.
func (m *screen) remedy() string {
	switch {
	case m.leaving:
		return say.remedyLeaving()
	case m.onStart():
		return say.remedyStart()
	}
	return say.remedy()
}
