// Package markdown writes a report as Markdown that reads well raw, on a code host and
// printed, whatever dialect shows it. The page holds no word that is not in the report.
//
// Start with [Write].
package markdown

import (
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"collab/internal/escape"
	"collab/reports/content"
)

// Write writes a report.
func Write(w io.Writer, r content.Report) error {
	var p writer
	p.line("_" + text(r.Running) + "_")
	for i, s := range r.Sections {
		level := "## "
		if i == 0 {
			level = "# "
		}
		p.line(level + text(s.Heading))
		p.blocks(s.Blocks)
	}
	_, err := w.Write(append(bytes.TrimSpace(p.b.Bytes()), '\n'))
	return err
}

// A writer writes blocks, each with an empty line behind it.
type writer struct{ b bytes.Buffer }

func (w *writer) blocks(all []content.Block) {
	for _, b := range all {
		b.WriteTo(w)
	}
}

// line writes a paragraph; an empty one writes nothing.
func (w *writer) line(text string) {
	if text != "" {
		w.b.WriteString(text + "\n\n")
	}
}

// lines write a list or a table.
func (w *writer) lines(all []string) { w.line(strings.Join(all, "\n")) }

// Paragraph writes one; what stands back is in italics.
func (w *writer) Paragraph(b content.Paragraph) {
	quiet := b.Tone == content.Note || b.Tone == content.Foot
	if t := strings.TrimSpace(text(b.Text)); quiet && t != "" {
		w.line("_" + t + "_")
		return
	}
	w.line(text(b.Text))
}

// List writes one.
func (w *writer) List(b content.List) {
	var items []string
	for _, t := range b.Items {
		items = append(items, "- "+text(t))
	}
	w.lines(items)
}

// Steps writes them, with lines to fill in.
func (w *writer) Steps(b content.Steps) {
	const blank = " ………………………"
	boxes := map[content.State]string{content.Done: "[x] ", content.NotYet: "[ ] ", content.Dropped: "– "}
	for i, s := range b.Items {
		item := strconv.Itoa(i+1) + ". " + boxes[s.State] + text(s.Do.Bold())
		for _, more := range slices.Concat([]content.Text{s.Why}, s.Notes, []content.Text{s.Taken}) {
			item = joined(item, text(more))
		}
		w.line(item)
		if len(s.Taken) == 0 && len(b.Who) > 0 {
			w.line("    " + text(b.Who) + blank + " " + text(b.By) + blank) // as far in as every dialect asks for
		}
	}
}

// Choices writes them.
func (w *writer) Choices(b content.Choices) {
	w.line(text(b.Question.Bold()))
	var items []string
	for _, c := range b.Rows {
		items = append(items, "- "+joined(strong(strconv.Itoa(c.Count)), joined(text(c.Prefix), text(c.Words))))
	}
	w.lines(items)
}

// Answers writes them as a list, or as a table where there are heads.
func (w *writer) Answers(b content.Answers) {
	for _, g := range b.Groups {
		w.line(joined(text(g.Heading.Bold()), text(g.Aside)))
		if len(b.Chosen) == 0 {
			w.fewAnswers(g)
			continue
		}
		rows := [][]string{{text(b.Question), text(b.Chosen), text(b.Stage)}}
		for _, a := range g.Items {
			rows = append(rows, []string{text(a.Question), broken(text(a.Chosen), text(a.Note)), joined(content.Drawn(a.Marks()), text(a.Alt))})
		}
		w.table(rows, nil)
	}
}

func (w *writer) fewAnswers(g content.AnswerGroup) {
	var items []string
	for _, a := range g.Items {
		items = append(items, "- "+broken(text(a.Question.Bold()), joined(text(a.Chosen), text(a.Note))))
	}
	w.lines(items)
}

// Profile writes a table with a filled square for a stage reached, and an empty one for
// a stage wanted.
func (w *writer) Profile(b content.Profile) {
	head := slices.Concat([]content.Text{b.Order}, b.Stages)
	if len(b.Course) > 0 {
		head = append(head, b.Course)
	}
	figures := len(head)
	head = slices.Concat(head, b.Figures, []content.Text{b.Flag})
	rows := [][]string{texts(head)}
	for _, g := range b.Groups {
		for _, r := range g {
			rows = append(rows, profileRow(b, r))
		}
	}
	w.line(text(b.Caption))
	w.table(rows, func(column int) string {
		switch {
		case column == 0 || column == len(head)-1:
			return "---"
		case column < figures:
			return ":-:"
		}
		return "--:"
	})
}

func profileRow(b content.Profile, r content.ProfileRow) []string {
	name := text(r.Name)
	if r.Strong {
		name = text(r.Name.Bold())
	}
	row := []string{name}
	for i, c := range r.Cells {
		cell := joined(fills[c.Fill], text(c.Label))
		if i+1 == r.Was {
			cell += "▕"
		}
		row = append(row, cell)
	}
	if len(b.Course) > 0 {
		row = append(row, r.Bars(len(b.Stages)))
	}
	return append(append(row, texts(r.Figures)...), text(r.Flag))
}

var fills = map[content.Fill]string{content.Reached: "■", content.Wanted: "□", content.Unsure: "▨"}

// Heat writes a table of counts.
func (w *writer) Heat(b content.Heat) {
	rows := [][]string{append(append([]string{""}, texts(b.Heads)...), text(b.Unknown), "")}
	for _, g := range b.Groups {
		rows = append(rows, append([]string{text(g.Heading.Bold())}, make([]string, len(b.Heads)+2)...))
		for _, r := range g.Rows {
			rows = append(rows, heatRow(r, len(b.Heads)))
		}
	}
	w.line(text(b.Caption))
	w.table(rows, func(column int) string {
		if column == 0 {
			return "---"
		}
		return "--:"
	})
}

func heatRow(r content.HeatRow, heads int) []string {
	name := text(r.Name)
	if r.Strong {
		name = text(r.Name.Bold())
	}
	row := []string{name}
	for i := range heads {
		switch {
		case len(r.Counts) > 0:
			row = append(row, count(r.Counts[i]))
		case i == 0:
			row = append(row, text(r.Instead))
		default:
			row = append(row, "")
		}
	}
	return append(row, count(r.Unknown), text(r.Label))
}

// count leaves nobody out.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// Pips writes the marks, then what they say.
func (w *writer) Pips(b content.Pips) { w.line(joined(content.Drawn(b.Marks), text(b.Told))) }

// Table writes one.
func (w *writer) Table(b content.Table) {
	heads := make([]string, len(b.Heads))
	for i, h := range b.Heads {
		heads[i] = text(h.Text)
	}
	rows := [][]string{heads}
	for _, r := range b.Rows {
		row := texts(r.Cells)
		if r.Strong {
			row[0] = text(r.Cells[0].Bold())
		}
		rows = append(rows, row)
	}
	w.line(text(b.Caption))
	w.table(rows, func(column int) string {
		if b.Heads[column].Figures {
			return "--:"
		}
		return "---"
	})
}

// Figure writes what is to be seen, and what the picture shows as a table.
func (w *writer) Figure(b content.Figure) {
	t := b.Table()
	w.line(text(t.Caption.Bold()))
	t.Caption = content.Words(b.Wide.Description)
	w.Table(t)
}

// Columns writes them below each other, each box under a heading.
func (w *writer) Columns(b content.Columns) {
	for _, column := range b.Of {
		for _, box := range column {
			if len(box.Heading) > 0 {
				w.line("### " + text(box.Heading))
			}
			w.blocks(box.Blocks)
		}
	}
}

// table writes rows, the first the heads; rule is the line below a head, which says how
// its column is set.
func (w *writer) table(rows [][]string, rule func(column int) string) {
	rules := make([]string, len(rows[0]))
	for i := range rules {
		rules[i] = "---"
		if rule != nil {
			rules[i] = rule(i)
		}
	}
	all := make([]string, 0, len(rows)+1)
	for i, r := range rows {
		all = append(all, "| "+strings.Join(r, " | ")+" |")
		if i == 0 {
			all = append(all, "| "+strings.Join(rules, " | ")+" |")
		}
	}
	w.lines(all)
}

func strong(text string) string {
	if text == "" {
		return ""
	}
	return "**" + text + "**"
}

// joined sets texts one after the other, broken one below the other in a cell.
func joined(a, b string) string { return with(a, " ", b) }
func broken(a, b string) string { return with(a, "<br>", b) }

func with(a, between, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + between + b
}

func texts(all []content.Text) []string {
	out := make([]string, len(all))
	for i, t := range all {
		out[i] = text(t)
	}
	return out
}

// text is a text in a line of Markdown. What stands back is not told apart: a page read
// raw has enough marks.
func text(t content.Text) string {
	spans := make([]string, len(t))
	for i, s := range t {
		spans[i] = s.Text
	}
	spans = escape.MarkdownPieces(spans, true)
	var b strings.Builder
	for i := 0; i < len(t); {
		run, from := "", i
		for ; i < len(t) && t[i].Strong == t[from].Strong; i++ {
			run += spans[i]
		}
		if t[from].Strong {
			run = strongBetween(b.String(), run, strings.Join(spans[i:], ""))
		}
		b.WriteString(run)
	}
	return b.String()
}

// strongBetween sets a part of a line: with asterisks where the characters beside them
// let them count (CommonMark 0.31, 6.2), else with a tag. Blanks stay outside.
func strongBetween(before, part, after string) string {
	core := strings.TrimSpace(part)
	if core == "" {
		return part
	}
	lead, trail, _ := strings.Cut(part, core)
	left, _ := utf8.DecodeLastRuneInString(before + lead)
	right, _ := utf8.DecodeRuneInString(trail + after)
	first, _ := utf8.DecodeRuneInString(core)
	last, _ := utf8.DecodeLastRuneInString(core)
	if before+lead != "" && wordy(left) && !wordy(first) || trail+after != "" && wordy(right) && !wordy(last) {
		return lead + "<b>" + core + "</b>" + trail
	}
	return lead + strong(core) + trail
}

// wordy is true of a character that is no blank and no mark.
func wordy(r rune) bool { return !unicode.IsSpace(r) && !unicode.IsPunct(r) && !unicode.IsSymbol(r) }
