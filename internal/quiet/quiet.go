// Package quiet keeps the terminal library from asking the terminal a question
// when a program starts. Import it for its effect:
//
//	import _ "collab/internal/quiet"
package quiet

import "github.com/charmbracelet/lipgloss"

// bubbletea v1 asks for the colour of the background in its own init, and
// waits up to five seconds where nothing answers: in a recorder, over some SSH
// connections, in a pty of a test. lipgloss does not ask what it was told.
//
// Go initialises packages that are ready in the order of their import paths,
// and both this one and bubbletea wait only for lipgloss: "collab/internal/quiet"
// comes before "github.com/charmbracelet/bubbletea". For that reason it imports
// nothing else. The answer itself does not matter: only the sixteen colours of
// the terminal's own theme are used.
func init() { lipgloss.SetHasDarkBackground(true) }
