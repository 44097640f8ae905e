package word

import (
	"strconv"
	"strings"

	"collab/reports/content"
	"collab/reports/docx"
	"collab/reports/figure"
)

// A profile and a heat table are drawn as cells of a table that are filled, so that they
// are edited like any table.

// emptyCell is the fill of a stage that is neither reached nor wanted.
const emptyCell = "E4E9EB"

// Profile adds a table with a cell for every stage.
func (w *writer) Profile(b content.Profile) {
	t := docx.Table{Title: b.Caption.Plain(), Description: told(b), Columns: profileColumns(b), Drawn: true}
	for g, group := range b.Groups {
		for i, r := range group {
			row := docx.Row{Cells: w.profileRow(b, r), Apart: g > 0 && i == 0}
			t.Rows = append(t.Rows, row)
		}
	}
	w.Flow.Table(t)
}

// told is the profile in sentences, for those who don't see it.
func told(b content.Profile) string {
	var all []string
	for _, g := range b.Groups {
		for _, r := range g {
			if len(r.Told) > 0 {
				all = append(all, text(r.Told).Plain())
			}
		}
	}
	return strings.Join(all, " ")
}

func profileColumns(b content.Profile) []docx.Column {
	all := columns(b.Order)
	for _, s := range b.Stages {
		all = append(all, docx.Column{Head: text(s), Drawn: true})
	}
	if len(b.Course) > 0 {
		all = append(all, docx.Column{Head: text(b.Course), Drawn: true})
	}
	for _, f := range b.Figures {
		all = append(all, docx.Column{Head: text(f), Figures: true})
	}
	return append(all, columns(b.Flag)...)
}

func (w *writer) profileRow(b content.Profile, r content.ProfileRow) []docx.Cell {
	name := text(r.Name)
	switch {
	case r.Strong:
		name = strong(name)
	case r.Quiet:
		name = soft(name)
	}
	cells := []docx.Cell{{Text: name}}
	for i, c := range r.Cells {
		cell := w.stageCell(c, r.Quiet)
		cell.Bar = i+1 == r.Was
		cells = append(cells, cell)
	}
	if len(b.Course) > 0 {
		cells = append(cells, w.courseCell(r, len(b.Stages)))
	}
	for i, f := range append(texts(r.Figures), text(r.Flag)) {
		if r.Strong && (i == 0 || len(b.Flag) > 0) {
			f = strong(f)
		}
		cells = append(cells, docx.Cell{Text: f})
	}
	return cells
}

// stageCell is one stage: filled, striped, with a dashed line, or empty. Those of a quiet
// row stand back.
func (w *writer) stageCell(c content.Cell, quiet bool) docx.Cell {
	fill, ink := figure.Accent, figure.OnStage(figure.MostStages)
	if quiet {
		fill, ink = figure.Muted, figure.Paper
	}
	cell := docx.Cell{Text: text(c.Label), Fill: emptyCell}
	switch c.Fill {
	case content.Reached:
		cell.Fill = hex(w.palette, fill)
		cell.Text = inked(cell.Text, hex(w.palette, ink))
	case content.Wanted:
		cell.Dashed = true
	case content.Unsure:
		cell.Stripes = hex(w.palette, fill)
	}
	return cell
}

// courseCell is a line over time.
func (w *writer) courseCell(r content.ProfileRow, stages int) docx.Cell {
	points := r.Line(stages, 6, 4, 94, 18)
	if len(points) == 0 {
		return docx.Cell{}
	}
	const scale = 3
	d := figure.Drawing{Title: text(r.Name).Plain(), Description: text(r.Told).Plain(), Width: 100, Height: 22}
	for i, p := range points[1:] {
		d.Add(figure.Line{X1: points[i].X, Y1: points[i].Y, X2: p.X, Y2: p.Y, Stroke: figure.Accent, Thick: 1.5})
	}
	last := points[len(points)-1]
	d.Add(figure.Circle{X: last.X, Y: last.Y, R: 3, Fill: figure.Accent})
	png, err := w.painted(d, scale)
	if err != nil {
		w.err = err
	}
	return docx.Cell{Picture: &png}
}

// Heat adds a table of counts; the more people chose something, the stronger its cell is
// filled.
func (w *writer) Heat(b content.Heat) {
	t := docx.Table{Title: b.Caption.Plain(), Columns: heatColumns(b), Drawn: true, Small: true}
	for i, g := range b.Groups {
		head := docx.Cell{Text: strong(text(g.Heading)), Over: len(t.Columns)}
		t.Rows = append(t.Rows, docx.Row{Cells: []docx.Cell{head}, Apart: i > 0, Keep: true})
		for _, r := range g.Rows {
			t.Rows = append(t.Rows, docx.Row{Cells: w.heatRow(b, r)})
		}
	}
	w.Flow.Table(t)
}

func heatColumns(b content.Heat) []docx.Column {
	all := columns(nil)
	for _, h := range b.Heads {
		all = append(all, docx.Column{Head: text(h), Drawn: true})
	}
	return append(all, docx.Column{Head: text(b.Unknown), Figures: true}, docx.Column{})
}

func (w *writer) heatRow(b content.Heat, r content.HeatRow) []docx.Cell {
	name := text(r.Name)
	if r.Strong {
		name = strong(name)
	}
	cells := []docx.Cell{{Text: name}}
	for _, n := range r.Counts {
		cells = append(cells, w.heatCell(n, b.People))
	}
	if len(r.Counts) == 0 {
		cells = append(cells, docx.Cell{Text: soft(text(r.Instead)), Over: len(b.Heads)})
	}
	unknown := count(r.Unknown)
	if r.Many {
		unknown = strong(unknown)
	}
	return append(cells, docx.Cell{Text: unknown}, docx.Cell{Text: text(r.Label)})
}

func (w *writer) heatCell(n, people int) docx.Cell {
	strength := content.Strength(n, people)
	if strength == 0 {
		return docx.Cell{Fill: emptyCell}
	}
	stage := [...]int{2, 4, 5, figure.MostStages}[strength-1]
	return docx.Cell{Text: inked(count(n), hex(w.palette, figure.OnStage(stage))), Fill: hex(w.palette, figure.StageInk(stage))}
}

// count leaves nobody out.
func count(n int) docx.Text {
	if n == 0 {
		return nil
	}
	return docx.Words(strconv.Itoa(n))
}

// inked is text in a color.
func inked(t docx.Text, ink string) docx.Text {
	for i := range t {
		t[i].Ink = ink
	}
	return t
}
