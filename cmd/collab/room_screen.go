package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
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
	case key == "q" || ending || key == "s":
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
	typed := make(chan string)
	ended := make(chan error, 1)
	go func() {
		in := bufio.NewReader(r.in)
		for {
			line, err := in.ReadString('\n')
			if err != nil {
				ended <- err
				return
			}
			select {
			case typed <- strings.ToLower(strings.TrimSpace(line)):
			case <-ctx.Done():
				return
			}
		}
	}()
	r.sayDesk()
	for {
		select {
		case <-ctx.Done():
			return errInterrupted
		case err := <-ended:
			if errors.Is(err, io.EOF) {
				return errInterrupted // the window is gone: stop and keep
			}
			return couldNot(err)
		case key := <-typed:
			leave, err := r.pressLine(key)
			if leave {
				return nil
			}
			if r.complainOf(err); err != nil && r.plan.phase.Open() {
				fmt.Fprintln(r.out, room.GoesOn())
			}
		}
	}
}

// pressLine carries out a letter, and says what came of it.
func (r *roomRun) pressLine(key string) (leave bool, err error) {
	if arrow := map[string]string{"f": "right", "b": "left"}[key]; arrow != "" {
		key = arrow
	} else if key != "" && !slices.Contains([]string{"e", "n", "w", "s", "q"}, key) {
		fmt.Fprintln(r.out, room.NoSuchKey(key))
		return false, nil
	}
	phase := r.plan.phase
	if leave, err = r.press(key); leave || err != nil {
		return leave, err
	}
	if r.message != "" && phase == r.plan.phase {
		fmt.Fprintln(r.out, r.message)
		return false, nil
	}
	r.sayDesk()
	r.help = false
	return false, nil
}

func (r *roomRun) sayDesk() {
	for _, line := range r.desk().Lines() {
		fmt.Fprintln(r.out, line)
	}
	fmt.Fprintln(r.out, room.KeysOfLines(r.plan.phase, len(r.all)))
}
