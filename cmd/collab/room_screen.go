package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"collab/assess/phone/room"
	_ "collab/internal/quiet" // before bubbletea: it would query the terminal
)

// runScreen shows the desk and takes keys, until the room is left. What a key sets off is
// done on the plain terminal, where its words stay.
func (r *roomRun) runScreen(ctx context.Context) error {
	for {
		m := &roomScreen{run: r}
		m.width, m.rows = r.size()
		program := tea.NewProgram(m, tea.WithInput(r.in), tea.WithOutput(r.out), tea.WithAltScreen(), tea.WithoutSignalHandler())
		stop := context.AfterFunc(ctx, program.Quit)
		_, err := program.Run()
		stop()
		switch {
		case ctx.Err() != nil || m.interrupted:
			return errInterrupted
		case err != nil:
			return couldNot(fmt.Errorf("showing the room: %w", err))
		}
		leave, err := r.press(m.key)
		if leave {
			return nil
		}
		r.complainOf(err)
	}
}

// A roomScreen is the desk as a Bubble Tea model. It ends with the key that needs more
// than another look.
type roomScreen struct {
	run         *roomRun
	width, rows int
	key         string
	interrupted bool
}

// A tick is a moment at which counts are looked at again.
type tick struct{}

func nextTick() tea.Cmd {
	return tea.Tick(500*time.Millisecond, func(time.Time) tea.Msg { return tick{} })
}

func (m *roomScreen) Init() tea.Cmd { return nextTick() }

func (m *roomScreen) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tick:
		return m, nextTick()
	case tea.WindowSizeMsg:
		m.width, m.rows = msg.Width, msg.Height
	case tea.KeyMsg:
		return m, m.press(strings.ToLower(msg.String()))
	}
	return m, nil
}

// press does what stays on the screen, and leaves it for what does not.
func (m *roomScreen) press(key string) tea.Cmd {
	ending := key == "e" && (m.run.asks || m.run.room.Counts().Answering == 0)
	switch {
	case key == "ctrl+c":
		m.interrupted = true
		return tea.Quit
	case key == "q" || ending || key == "s" && m.run.asks:
		m.key = key
		return tea.Quit
	}
	_, err := m.run.press(key)
	if err != nil {
		m.run.message = err.Error()
	}
	return nil
}

func (m *roomScreen) View() string {
	return m.run.desk().Screen(m.width, m.rows, m.run.color())
}

// runLines says the desk in lines and takes letters, until the room is left.
func (r *roomRun) runLines(ctx context.Context) error {
	typed := typedLines(ctx, r.in)
	if err := r.sayDesk(); err != nil {
		return err
	}
	for {
		select {
		case <-ctx.Done():
			return errInterrupted
		case line, more := <-typed:
			if !more {
				return errInterrupted // the window is gone: stop and keep
			}
			leave, err := r.pressLine(strings.ToLower(strings.TrimSpace(line)))
			if leave || err != nil {
				return err
			}
		}
	}
}

// typedLines are the lines that are typed, until there are no more.
func typedLines(ctx context.Context, from io.Reader) <-chan string {
	typed := make(chan string)
	go func() {
		defer close(typed)
		in := bufio.NewScanner(from)
		for in.Scan() {
			select {
			case typed <- in.Text():
			case <-ctx.Done():
				return
			}
		}
	}()
	return typed
}

// lineKeys are the keys by the letters that are typed for them in lines.
var lineKeys = map[string]string{"": "", "e": "e", "n": "n", "w": "w", "s": "s", "q": "q", "f": "right", "b": "left"}

// pressLine carries out a letter, and says what came of it.
func (r *roomRun) pressLine(typed string) (leave bool, err error) {
	key, known := lineKeys[typed]
	if !known {
		return false, r.say(room.NoSuchKey(typed))
	}
	leave, err = r.press(key)
	switch {
	case leave:
		return true, nil
	case err != nil:
		r.complain(err)
		return false, r.say(room.Refused(r.plan.phase)...)
	case r.message != "":
		return false, r.say(r.message)
	}
	defer func() { r.help = false }()
	return false, r.sayDesk()
}

func (r *roomRun) sayDesk() error {
	return r.say(append(r.desk().Lines(), room.KeysOfLines(r.plan.phase))...)
}

func (r *roomRun) say(lines ...string) error {
	width := endless
	if isTerminal(r.out) {
		width = r.width()
	}
	for _, line := range lines {
		for _, part := range brokenAtBlanks(r.typed(line), width) {
			if _, err := fmt.Fprintln(r.out, part); err != nil {
				return err
			}
		}
	}
	return nil
}
