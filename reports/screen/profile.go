package screen

import (
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/reports/content"
)

// A layout is how much a profile shows beside its names.
type layout struct {
	cell    int // columns of a cell, at least; noCell where there are none
	named   bool
	figures int // how many of them
	flag    bool
	course  bool
}

const (
	noCell      = -1
	leastCell   = 3
	labeledCell = 8 // has room for a short word
	widestCell  = 18
	between     = 2 // columns
)

// Profile adds a row for each thing that stands somewhere, with a cell for every stage.
func (b *builder) Profile(p content.Profile) {
	names := b.names(p)
	l := b.layout(p, names)
	heads := []string{b.set(quieter(p.Order))}
	if ansi.StringWidth(heads[0]) > names {
		heads[0] = ""
	}
	if l.cell > 0 {
		heads = append(heads, b.stageHeads(p, l))
	}
	var right []int
	if l.course {
		heads = append(heads, b.set(quieter(p.Course)))
	}
	for _, f := range p.Figures[:l.figures] {
		right = append(right, len(heads))
		heads = append(heads, b.set(quieter(f)))
	}
	if l.flag {
		heads = append(heads, b.set(quieter(p.Flag)))
	}
	rows := [][]string{heads}
	for _, g := range p.Groups {
		for _, r := range g {
			rows = append(rows, b.profileRow(p, r, l, names))
		}
	}
	lines := b.table(right, rows)
	for i := range lines {
		lines[i] = ansi.Truncate(lines[i], b.columns(), "…")
	}
	if b.Rows == 0 {
		lines = append(b.wrapped("", p.Caption.Bold()), lines...)
	}
	forms := []form{{rankProfile, lines}}
	if l.cell > 0 && !l.named {
		forms = append(forms, form{rankLegend, slices.Concat(lines, b.stageLegend(p))})
	}
	b.add(part{apart: true, forms: forms})
}

// names is how wide the names are.
func (b *builder) names(p content.Profile) int {
	most := ansi.StringWidth(b.set(p.Order))
	if most > 14 {
		most = 0
	}
	for _, g := range p.Groups {
		for _, r := range g {
			most = max(most, ansi.StringWidth(b.set(r.Name)))
		}
	}
	return min(most, max(b.columns()/4, 14))
}

// layout is the first that has room: the names of the stages give way to their numbers
// before a head of flags does, for that heads the finding; figures give way from the last on.
func (b *builder) layout(p content.Profile, names int) layout {
	all, first := len(p.Figures), min(1, len(p.Figures))
	flags := b.hasFlags(p)
	course := len(p.Course) > 0
	try := []layout{{named: true, figures: all, flag: flags, course: course}, {named: true, figures: first, flag: flags, course: course}}
	if len(p.Flag) > 0 || course {
		try = []layout{{named: true, figures: all, flag: flags, course: course}, {figures: all, flag: flags, course: course}}
		for n := all - 1; n >= 0; n-- {
			try = append(try, layout{figures: n, flag: flags, course: course}, layout{cell: noCell, figures: n, flag: flags, course: course})
		}
	}
	try = append(try, layout{named: true, figures: first}, layout{figures: first, flag: flags, cell: labeledCell},
		layout{figures: first}, layout{figures: first, cell: noCell}, layout{cell: noCell})
	for _, l := range try {
		if b.fits(p, names, &l) {
			return l
		}
	}
	return layout{}
}

func (b *builder) hasFlags(p content.Profile) bool {
	return b.widestOf(p, func(r content.ProfileRow) content.Text { return r.Flag }) > 0
}

func (b *builder) widestOf(p content.Profile, of func(content.ProfileRow) content.Text) int {
	most := 0
	for _, g := range p.Groups {
		for _, r := range g {
			most = max(most, ansi.StringWidth(b.set(of(r))))
		}
	}
	return most
}

// fits tells whether a layout has room, and sets how wide its cells are.
func (b *builder) fits(p content.Profile, names int, l *layout) bool {
	room := b.columns() - b.beside(p, names, *l)
	if l.cell == noCell || len(p.Stages) == 0 {
		l.cell = 0
		return room >= 0
	}
	least := max(l.cell, leastCell)
	if l.named {
		for _, s := range p.Stages {
			least = max(least, ansi.StringWidth(b.set(s)))
		}
	}
	k := len(p.Stages)
	l.cell = min((room-between-(k-1))/k, widestCell)
	return l.cell >= least
}

// beside are the columns that all but the cells take.
func (b *builder) beside(p content.Profile, names int, l layout) int {
	room := names
	if l.course {
		room += between + max(ansi.StringWidth(b.set(p.Course)), b.points(p))
	}
	for i := range l.figures {
		w := b.widestOf(p, func(r content.ProfileRow) content.Text { return figure(r, i) })
		room += between + max(w, ansi.StringWidth(b.set(p.Figures[i])))
	}
	if l.flag {
		w := b.widestOf(p, func(r content.ProfileRow) content.Text { return r.Flag })
		room += between + max(w, ansi.StringWidth(b.set(p.Flag)))
	}
	return room
}

func (b *builder) points(p content.Profile) int {
	n := 0
	for _, g := range p.Groups {
		for _, r := range g {
			n = max(n, len(r.Course))
		}
	}
	return n
}

// stageHeads are the stages above their cells, by name or number.
func (b *builder) stageHeads(p content.Profile, l layout) string {
	var all []string
	for i, s := range p.Stages {
		text := strconv.Itoa(i + 1)
		if l.named {
			text = b.set(s)
		}
		all = append(all, text+strings.Repeat(" ", l.cell-ansi.StringWidth(text)))
	}
	return b.painted(faint, strings.Join(all, " "))
}

// stageLegend explains the numbers.
func (b *builder) stageLegend(p content.Profile) []string {
	var all content.Text
	for i, s := range p.Stages {
		said := strconv.Itoa(i+1) + " " + b.set(s)
		if ansi.StringWidth(said) < b.textColumns()/2 {
			said = strings.ReplaceAll(said, " ", "\u00a0")
		}
		if i+1 < len(p.Stages) {
			said += ","
		}
		all = content.Join(all, content.Words(said))
	}
	return b.wrapped("", quieter(all))
}

func (b *builder) profileRow(p content.Profile, r content.ProfileRow, l layout, names int) []string {
	name := r.Name
	switch {
	case r.Strong:
		name = name.Bold()
	case r.Quiet:
		name = quieter(name)
	}
	row := []string{ansi.Truncate(b.set(name), names, "…")}
	if l.cell > 0 {
		row = append(row, b.cells(r, l.cell))
	}
	if l.course {
		row = append(row, r.Bars(len(p.Stages)))
	}
	for i := range l.figures {
		row = append(row, b.set(figure(r, i)))
	}
	if l.flag {
		row = append(row, b.set(r.Flag))
	}
	return row
}

// cells are drawn side by side. What is written in a cell stands in the empty ones behind
// it where there are such, else inside it, else nowhere: the legend says the same.
func (b *builder) cells(r content.ProfileRow, width int) string {
	var out []string
	for i := 0; i < len(r.Cells); i++ {
		c := r.Cells[i]
		text, glyph := b.set(c.Label), glyphs[c.Fill]
		drawn := strings.Repeat(glyph, width)
		if c.Fill != content.Reached {
			drawn = centered(text, width, glyph)
		}
		if r.Was == i+1 {
			drawn = strings.Repeat(glyph, width-1) + was
		}
		out = append(out, b.painted(styles[c.Fill], drawn))
		if c.Fill == content.Reached && text != "" {
			rest := len(r.Cells) - i - 1
			if room := rest*(width+1) - 1; emptyFrom(r.Cells[i+1:]) && ansi.StringWidth(text) <= room {
				out = append(out, text+strings.Repeat(" ", room-ansi.StringWidth(text)))
				break
			}
			out[len(out)-1] = b.painted(styles[c.Fill], centered(text, width, glyph))
		}
	}
	return strings.Join(out, " ")
}

func emptyFrom(cells []content.Cell) bool {
	for _, c := range cells {
		if c.Fill != content.Empty || len(c.Label) > 0 {
			return false
		}
	}
	return true
}

// centered is a text in the middle of a cell; where it has no room, the cell alone.
func centered(text string, width int, glyph string) string {
	if text == "" || ansi.StringWidth(text)+2 > width {
		return strings.Repeat(glyph, width)
	}
	if ansi.StringWidth(text)+4 <= width {
		text = " " + text + " "
	}
	left := width - ansi.StringWidth(text)
	return strings.Repeat(glyph, left/2) + text + strings.Repeat(glyph, left-left/2)
}

var (
	glyphs = map[content.Fill]string{content.Empty: "·", content.Reached: "█", content.Wanted: "╌", content.Unsure: "▒"}
	styles = map[content.Fill]string{content.Empty: faint, content.Reached: accent, content.Wanted: bold, content.Unsure: accent}
)

// was ends the cell at which something stood before.
const was = "┃"

func figure(r content.ProfileRow, i int) content.Text {
	if i < len(r.Figures) {
		return r.Figures[i]
	}
	return nil
}
