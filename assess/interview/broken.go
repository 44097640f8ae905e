package interview

import (
	"runtime/debug"

	tea "github.com/charmbracelet/bubbletea"
)

// Broken is the error of an interview that a mistake in the program ended. Like a
// quit it leaves the terminal as it was found; everything is kept whose next
// question was drawn.
type Broken struct {
	Value any    // of the panic
	Stack []byte // where it was, for whoever mends it
}

func (b *Broken) Error() string {
	return say.broken(b.Value)
}

// mended turns a panic into an error; it is deferred.
func mended(err *error) {
	if v := recover(); v != nil {
		*err = &Broken{v, debug.Stack()}
	}
}

// A guarded screen ends the program with an error where the screen panics. The
// library would print the stack over what the terminal shows.
type guarded struct {
	*screen
	quit   func()
	broken error
}

// Update takes keys and sizes.
func (g *guarded) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	g.try(func() { _, cmd = g.screen.Update(msg) })
	return g, cmd
}

// View is the screen as it is to look, nothing where it is broken.
func (g *guarded) View() string {
	var view string
	g.try(func() { view = g.screen.View() })
	return view
}

func (g *guarded) try(step func()) {
	if g.broken != nil {
		return
	}
	if err := attempt(step); err != nil {
		g.broken = err
		go g.quit() // the program waits for this call, and takes nothing before it is over
	}
}

func attempt(step func()) (err error) {
	defer mended(&err)
	step()
	return nil
}
