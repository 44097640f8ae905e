package reports

import "strings"

// Three of the terminal's own attributes and one of its colours: enough to
// lead the eye, nothing that a light or a dark theme makes unreadable. Whatever
// they say is said in characters, too.
const (
	bold   = "\x1b[1m"
	faint  = "\x1b[2m"
	accent = "\x1b[1;36m"
	plain  = "\x1b[0m"
)

func (o Options) painted(style, text string) string {
	if !o.Color || style == "" || text == "" {
		return text
	}
	return style + text + plain
}

func (o Options) bold(text string) string  { return o.painted(bold, text) }
func (o Options) faint(text string) string { return o.painted(faint, text) }

// painted is the profile with today's place in the accent and what lies ahead
// kept back. The axis stays as it is.
func (s screen) painted() []string {
	marks := map[rune]string{
		boxGlyphs.today: accent, boxGlyphs.both: accent,
		boxGlyphs.low: accent, boxGlyphs.high: accent, boxGlyphs.inside: accent, boxGlyphs.insideTick: accent,
		boxGlyphs.target: bold,
		boxGlyphs.ahead:  faint, boxGlyphs.tick: faint, boxGlyphs.end: faint, boxGlyphs.start: faint, boxGlyphs.wanted: faint,
	}
	lines := make([]string, len(s.profile))
	for i, l := range s.profile {
		lines[i] = s.Options.byRune(l, marks)
	}
	return lines
}

// byRune paints runs of characters of one style.
func (o Options) byRune(line string, styles map[rune]string) string {
	if !o.Color {
		return line
	}
	var b strings.Builder
	at := ""
	for _, r := range line {
		if style := styles[r]; style != at {
			if at != "" {
				b.WriteString(plain)
			}
			b.WriteString(style)
			at = style
		}
		b.WriteRune(r)
	}
	if at != "" {
		b.WriteString(plain)
	}
	return b.String()
}
