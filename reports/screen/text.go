package screen

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/internal/strict"
	"collab/reports/content"
)

// Three of the terminal's own attributes and one of its colors: enough to lead the
// eye, nothing that a light or a dark theme makes unreadable.
const (
	bold   = "\x1b[1m"
	faint  = "\x1b[2m"
	accent = "\x1b[36m"
	plain  = "\x1b[0m"
)

func (s Size) painted(style, text string) string {
	if !s.Color || style == "" || strings.TrimSpace(text) == "" {
		return text
	}
	return style + text + plain
}

// A word is one of a text, as it is set. Words of a text stand apart by a blank but
// where the text has none.
type word struct {
	text, style string
	joined      bool // to the word before it
}

func words(t content.Text) []word {
	var all []word
	joined := false
	for _, span := range t {
		text := strings.Map(strict.PlainRune, strings.ToValidUTF8(span.Text, "\uFFFD"))
		for i, w := range strings.Split(text, " ") {
			if i > 0 {
				joined = false
			}
			if w != "" {
				all = append(all, word{w, styleOf(span), joined})
				joined = true
			}
		}
	}
	return all
}

func styleOf(s content.Span) string {
	switch {
	case s.Strong:
		return bold
	case s.Quiet:
		return faint
	}
	return ""
}

// quieter is a text that stands back as a whole.
func quieter(t content.Text) content.Text {
	quiet := slices.Clone(t)
	for i := range quiet {
		quiet[i].Quiet = !quiet[i].Strong
	}
	return quiet
}

// wrapped are the lines of a text behind a lead, under which further ones are indented.
// An empty text has none.
func (s Size) wrapped(lead string, t content.Text) []string {
	return s.wrappedTo(s.textColumns(), lead, t)
}

func (s Size) wrappedTo(width int, lead string, t content.Text) []string {
	indent := ansi.StringWidth(lead)
	room := max(width-indent, 20)
	var lines []string
	var now line
	end := func() {
		lines = append(lines, lead+s.drawn(now))
		lead, now = strings.Repeat(" ", indent), line{}
	}
	for _, u := range units(words(t)) {
		if now.width > 0 && now.width+1+u.width() > room {
			end()
		}
		if now.width > 0 {
			now.add(u[0].style, " ")
		}
		for _, w := range u {
			for w.text != "" {
				head := ansi.Truncate(w.text, room-now.width, "")
				if head == "" {
					end()
					continue
				}
				now.add(w.style, head)
				w.text = strings.TrimPrefix(w.text, head)
			}
		}
	}
	if now.width > 0 {
		end()
	}
	return lines
}

// A line is runs of text that are each set in one way.
type line struct {
	runs  []word
	width int
}

// add adds text behind the last run, or to it where it is set alike. A blank between two
// is set as the one before it, so that no run begins with one.
func (l *line) add(style, text string) {
	last := len(l.runs) - 1
	if last >= 0 && (l.runs[last].style == style || text == " ") {
		l.runs[last].text += text
	} else {
		l.runs = append(l.runs, word{text: text, style: style})
	}
	l.width += ansi.StringWidth(text)
}

func (s Size) drawn(l line) string {
	var b strings.Builder
	for _, r := range l.runs {
		text := strings.TrimRight(r.text, " ")
		b.WriteString(s.painted(r.style, text) + r.text[len(text):])
	}
	return b.String()
}

// inOneLine is a text cut to a width.
func (s Size) inOneLine(lead string, t content.Text, width int) string {
	return ansi.Truncate(lead+s.set(t), width, "…")
}

// set is a text in one line.
func (s Size) set(t content.Text) string {
	var l line
	for _, w := range words(t) {
		if !w.joined && l.width > 0 {
			l.add(w.style, " ")
		}
		l.add(w.style, w.text)
	}
	return s.drawn(l)
}

// A unit is words between which no line is broken.
type unit []word

func (u unit) width() int {
	n := 0
	for _, w := range u {
		n += ansi.StringWidth(w.text)
	}
	return n
}

func units(all []word) []unit {
	var out []unit
	for _, w := range all {
		if w.joined && len(out) > 0 {
			out[len(out)-1] = append(out[len(out)-1], w)
			continue
		}
		out = append(out, unit{w})
	}
	return out
}

// sentences cuts a text behind each of its sentences.
func sentences(t content.Text) []content.Text {
	var all []content.Text
	var now content.Text
	for _, span := range t {
		for _, piece := range strings.SplitAfter(span.Text, ". ") {
			if piece == "" {
				continue
			}
			s := span
			s.Text = piece
			if n := len(now); n > 0 && strings.HasPrefix(piece, " ") && strings.HasSuffix(now[n-1].Text, ".") || endsSentence(now) {
				all, now = append(all, now), nil
			}
			now = append(now, s)
		}
	}
	if len(now) > 0 {
		all = append(all, now)
	}
	return all
}

func endsSentence(t content.Text) bool {
	return len(t) > 0 && strings.HasSuffix(t[len(t)-1].Text, ". ")
}
