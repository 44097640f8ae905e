package interview

import (
	"io"

	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// style is how things look. It uses the sixteen colours of the terminal's own theme,
// which suit light and dark alike, and never asks the terminal what they are. Colour
// only repeats what a character, bold or faint says already.
type style struct {
	plain lipgloss.Style
	head  lipgloss.Style // what is asked
	quiet lipgloss.Style // what one may skip
	key   lipgloss.Style // what one may press
	mark  lipgloss.Style // where one is, what one answered
	alarm lipgloss.Style
	theme *huh.Theme
}

func newStyle(out io.Writer, colour bool) style {
	r := lipgloss.NewRenderer(out)
	r.SetColorProfile(termenv.ANSI)
	r.SetHasDarkBackground(true)
	in := func(s lipgloss.Style, c lipgloss.ANSIColor) lipgloss.Style {
		if !colour {
			return s
		}
		return s.Foreground(c)
	}
	const red, cyan = lipgloss.ANSIColor(1), lipgloss.ANSIColor(6)
	plain := r.NewStyle()
	st := style{
		plain: plain,
		head:  plain.Bold(true),
		quiet: plain.Faint(true),
		key:   in(plain, cyan),
		mark:  in(plain.Bold(true), cyan),
		alarm: in(plain.Bold(true), red),
	}
	st.theme = st.fields(plain.Reverse(true))
	return st
}

// fields is the theme of huh's text fields: no frame, no colour, a cursor that
// stands still.
func (st style) fields(cursor lipgloss.Style) *huh.Theme {
	f := huh.FieldStyles{
		Base: st.plain, Title: st.head, Description: st.quiet,
		ErrorIndicator: st.alarm, ErrorMessage: st.alarm,
		TextInput: huh.TextInputStyles{
			Cursor: cursor, CursorText: st.plain, Placeholder: st.quiet, Prompt: st.mark, Text: st.plain,
		},
	}
	return &huh.Theme{Focused: f, Blurred: f}
}
