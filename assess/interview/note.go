package interview

import (
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"collab/assess"
	"collab/internal/strict"
)

// notePad takes a note to a question. Whatever closes it keeps what was typed.
type notePad struct {
	field *huh.Text
	typed string
	help  string // what becomes of it
	stood bool   // there was one before
}

func newNotePad(st style, text, help string) *notePad {
	n := &notePad{typed: Clean(text), help: help, stood: text != ""}
	n.field = huh.NewText().Value(&n.typed).CharLimit(assess.MaxNote).Lines(5)
	n.field.WithTheme(st.theme)
	n.field.Focus()
	return n
}

// press takes a key and tells whether it closes the pad.
func (n *notePad) press(k tea.KeyMsg) bool {
	switch k.String() {
	case "enter", "esc", "tab":
		return true
	}
	n.field.Update(typed(k))
	return false
}

func (n *notePad) text() string { return Clean(n.typed) }

func (n *notePad) draw(b *block) {
	b.gap()
	b.text(b.plain, say.noteTitle())
	b.text(b.quiet, n.help)
	b.gap()
	b.inView(func() {
		n.field.WithWidth(b.width)
		b.raw(n.field.View())
	})
}

func (n *notePad) hints() []hint {
	keep := hint{say.keysOfNote(), say.doesKeepNote()}
	if n.stood {
		return []hint{keep, {"ctrl+u", say.doesEmptyNote()}}
	}
	return []hint{keep}
}

// typed is a key press without the characters that may not reach a terminal.
func typed(k tea.KeyMsg) tea.KeyMsg {
	if k.Type != tea.KeyRunes {
		return k
	}
	var runes []rune
	for _, r := range k.Runes {
		if r = strict.PlainRune(r); r >= 0 {
			runes = append(runes, r)
		}
	}
	k.Runes = runes
	return k
}
