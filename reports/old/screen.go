package reports

import (
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// What all screens have in common.

// columns leaves one empty at the left.
func (o Options) columns() int { return o.width() - 1 }

// shown writes lines one column from the left.
func shown(w io.Writer, lines []string) error {
	for i, l := range lines {
		lines[i] = strings.TrimRight(" "+l, " ")
	}
	_, err := io.WriteString(w, strings.Join(lines, "\n")+"\n")
	return err
}

// titled is a name with what stands behind it, of which the first that fits is
// taken: in one line, or else the name in a line of its own.
func (o Options) titled(name string, behind ...string) []string {
	name = Plain(name)
	for _, b := range behind {
		if line := dotted(name, b); ansi.StringWidth(line) <= o.columns() {
			return []string{o.bold(name) + strings.TrimPrefix(line, name)}
		}
	}
	lines := []string{o.bold(ansi.Truncate(name, o.columns(), "…"))}
	for _, b := range behind {
		if ansi.StringWidth(b) <= o.columns() {
			return append(lines, b)
		}
	}
	return append(lines, hang("", behind[len(behind)-1], o.columns())...)
}

// aligned is a table of which no line is longer than the screen has columns.
func (o Options) aligned(t *table) ([]string, error) {
	lines, err := alignedRows(t)
	for i, l := range lines {
		lines[i] = ansi.Truncate(l, o.columns(), "…")
	}
	return lines, err
}

// wrapped are texts, each on lines of its own; nothing of those that are empty.
func (o Options) wrapped(texts ...prose) []string {
	var lines []string
	for _, t := range texts {
		if t != "" {
			lines = append(lines, hang("", string(t), o.columns())...)
		}
	}
	return lines
}

// spaced sets parts one below the other, an empty line between them; empty ones
// are left out.
func spaced(parts ...[]string) []string {
	var all []string
	for _, p := range parts {
		if len(p) == 0 {
			continue
		}
		if len(all) > 0 {
			all = append(all, "")
		}
		all = append(all, p...)
	}
	return all
}
