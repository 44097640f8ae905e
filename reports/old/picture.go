package reports

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/assess"
	"collab/rubric"
)

// A picture is the profile: the traits and the spectrum on rails under one axis.
type picture struct {
	story
	form
	rail   rail
	labels []string
	legend []string // lines that explain labels which are only numbers
}

// form is how much a picture says in words beside the rails.
type form struct {
	fullNames bool // of dimensions, else the short ones
	words     bool // the target as a stage's name, else as its number
	bases     bool // how many were answered
	apart     int  // least gap between the labels of the axis
	noFigures bool // nothing beside the rails, and room below for a legend

	// Of a room: 1 the interval of a position, 2 the label of its questions too,
	// 3 the typical distance of people too.
	spread   int
	numbered bool // the stages as numbers, with a legend below
}

// forms from the one that says most; a wide screen takes the first that fits.
var forms = []form{
	{fullNames: true, words: true, bases: true, apart: 2},
	{fullNames: true, words: true, apart: 2},
	{words: true, bases: true, apart: 2},
	{words: true, apart: 2},
	{apart: 2},
	{apart: 1},
}

// roomForms are those for a room, whose figures leave the rails less.
var roomForms = []form{
	{fullNames: true, words: true, bases: true, spread: 2, apart: 2},
	{words: true, bases: true, spread: 2, apart: 2},
	{bases: true, spread: 2, apart: 2},
	{bases: true, spread: 2, apart: 2, numbered: true},
	{bases: true, spread: 2, apart: 2, numbered: true},
	{spread: 1, apart: 1, numbered: true},
}

const (
	widestRail = 90
	// leastNumbered is the least width of a rail on which an interval can be seen.
	leastNumbered = 20
)

// newPicture takes the first of the forms that a width has room for. Where
// none has, the stages' names are cut, or stand below as a legend.
func newPicture(s story, width int, g glyphs, forms ...form) picture {
	p := picture{story: s}
	p.rail = rail{stages: s.a.Rubric.K(), glyphs: g}
	for _, p.form = range forms {
		p.labels, p.legend = s.stageLabels(), nil
		if p.numbered {
			p.numberStages(width)
		}
		p.rail.width = min(width-p.beside(), widestRail)
		p.rail.apart = p.apart
		least := p.rail.room(p.labels)
		if p.numbered {
			least = max(least, leastNumbered)
		}
		if p.rail.width >= least {
			return p
		}
	}
	p.rail.width = max(p.rail.width, leastRail)
	if cut, ok := shortened(p.labels, p.rail.width); ok && !p.noFigures && !p.numbered {
		p.labels = cut
		return p
	}
	p.numberStages(width)
	return p
}

// stageLabels are the stages as an axis names them.
func (s story) stageLabels() []string {
	var labels []string
	for _, stage := range s.a.Rubric.Stages {
		labels = append(labels, Plain(s.low(stage.Name)))
	}
	return labels
}

// numberStages names the stages by their numbers, and explains these below.
func (p *picture) numberStages(width int) {
	p.labels, p.legend = p.stageNumbers(width)
}

// stageNumbers are the stages' numbers, and lines of a width that explain them.
func (s story) stageNumbers(width int) (numbers, legend []string) {
	var all []string
	for i, l := range s.stageLabels() {
		numbers = append(numbers, strconv.Itoa(i+1))
		all = append(all, numbers[i]+kept+strings.ReplaceAll(l, " ", kept))
	}
	legend = hang("", strings.Join(all, ", "), width)
	for i, l := range legend {
		legend[i] = strings.ReplaceAll(l, kept, " ")
	}
	return numbers, legend
}

const gap = 2 // between columns

// beside is the room that everything but the rail takes, with the gaps.
func (p picture) beside() int {
	room := p.names() + gap
	for _, a := range p.asides() {
		room += gap + a.width
	}
	return room
}

// An aside is a column of figures or words beside the rails.
type aside struct {
	column
	of    func(assess.Placement) prose
	width int
}

// asides are those of the form that have something to say.
func (p picture) asides() []aside {
	if p.noFigures {
		return nil
	}
	all := []aside{
		{column: right(""), of: func(d assess.Placement) prose { return prose(d.Position.String()) }, width: len("1.00")},
		{column: left(p.intervalName()), of: p.intervalOf},
		{column: right("n"), of: p.peopleOf},
		{column: left("room"), of: p.labelOf},
		{column: left(p.stagesHead()), of: p.stages},
		{column: left(""), of: p.base},
	}
	var some []aside
	for _, a := range all {
		for _, d := range p.a.Placements() {
			a.width = max(a.width, ansi.StringWidth(string(a.of(d))))
		}
		if a.width > 0 {
			a.width = max(a.width, ansi.StringWidth(a.head))
			some = append(some, a)
		}
	}
	return some
}

// keys explain the marks at the head of the names, in the words that fit there.
// A file has the room to explain them below.
func (g glyphs) keys() []string {
	if g == asciiGlyphs {
		return []string{""}
	}
	today, target := string(g.today), string(g.target)
	return []string{today + " today  " + target + " target", today + " now " + target + " target", today + "now " + target + "target"}
}

// leastNames leaves room for a key.
func (p picture) leastNames() int {
	keys := p.rail.glyphs.keys()
	if p.words {
		return ansi.StringWidth(keys[0])
	}
	return ansi.StringWidth(keys[len(keys)-1])
}

// key is the longest that is no wider than the names.
func (p picture) key() string {
	keys := p.rail.glyphs.keys()
	return keys[slices.IndexFunc(keys, func(k string) bool { return ansi.StringWidth(k) <= p.names() })]
}

// names is the width of the column of names.
func (p picture) names() int {
	widest := p.leastNames()
	for _, d := range p.a.Placements() {
		widest = max(widest, ansi.StringWidth(string(p.name(d.Dimension))))
	}
	return widest
}

// widestName keeps one long name from taking the room of the rails.
const widestName = 42

func (p picture) name(d *rubric.Dimension) prose {
	name, most := short(d), 20
	if p.fullNames {
		name, most = d.Name, widestName
	}
	return prose(ansi.Truncate(Plain(name), most, "…"))
}

// stages are today's and the target's beside the rail, where only the position
// is drawn. As numbers they are as short as can be.
func (p picture) stages(d assess.Placement) prose {
	switch {
	case d.Position == 0:
		return ""
	case !p.words && d.Target == assess.NoTarget:
		return prose(p.rank(d.Stage))
	case !p.words:
		return prose(p.rank(d.Stage) + "→" + p.rank(d.Wanted))
	case d.Target == assess.NoTarget:
		return p.named(d.Stage)
	case d.Target == assess.TodayIsRight:
		return p.named(d.Stage) + ", as it is"
	}
	return p.named(d.Stage) + " → " + p.named(d.Wanted)
}

// stagesHead heads them where that takes no room from the rails of one person.
func (p picture) stagesHead() string {
	if p.words || p.room() {
		return "stage"
	}
	return ""
}

func (p picture) rank(of int) string {
	if of == 0 {
		return string(none)
	}
	return strconv.Itoa(of)
}

func (p picture) named(rank int) prose {
	if rank == 0 {
		return none
	}
	return prose(Plain(p.lowStage(rank)))
}

func (p picture) base(d assess.Placement) prose {
	if !p.bases || d.Base.Asked == 0 || p.room() {
		return ""
	}
	return prose(answered(d.Base))
}

// lines are the picture: axis, traits, spectrum, legend.
func (p picture) lines() ([]string, error) {
	heads := []prose{prose(p.key()), prose(p.rail.axis(p.labels))}
	columns := []column{left(""), left("")}
	asides := p.asides()
	for _, a := range asides {
		heads, columns = append(heads, prose(a.head)), append(columns, a.column)
	}
	rows := [][]prose{heads}
	for _, d := range p.a.Placements() {
		rows = append(rows, p.placed(d, asides))
	}
	lines, err := alignedRows(table{columns, rows}.withoutEmpty())
	return append(lines, p.legend...), err
}

// placed is the row of a trait or the spectrum.
func (p picture) placed(d assess.Placement, asides []aside) []prose {
	row := append([]prose{p.name(d.Dimension), p.onRail(d)}, make([]prose, len(asides))...)
	if d.Position == 0 {
		return row
	}
	for i, a := range asides {
		row[2+i] = a.of(d)
	}
	return row
}

// onRail is where it stands, or why it stands nowhere.
func (p picture) onRail(d assess.Placement) prose {
	if d.Position == 0 {
		why := "not enough answers"
		if !p.room() {
			why += ", " + answered(d.Base)
		}
		return prose(ansi.Truncate(why, p.rail.width, "…"))
	}
	target := d.Wanted
	if stays(d) {
		target = 0
	}
	drawn := p.rail.draw(d.Position, target)
	if d.Low > 0 {
		drawn = p.rail.within(drawn, d.Low, d.High)
	}
	return prose(drawn)
}

// kept is a space at which no line is broken; on a screen it is made a plain one.
const kept = "\u00a0"

// hang wraps text to a width behind a lead, under which further lines are indented.
func hang(lead, text string, width int) []string {
	const minus = "\ue000" // at which no line is broken
	indent := ansi.StringWidth(lead)
	text = regexp.MustCompile(`-(\d)`).ReplaceAllString(text, minus+"$1")
	lines := strings.Split(ansi.Wrap(text, max(width-indent, 20), " "), "\n")
	for i, l := range lines {
		l = strings.TrimRight(strings.ReplaceAll(l, minus, "-"), " ")
		if i == 0 {
			lines[i] = strings.TrimRight(lead+l, " ")
			continue
		}
		lines[i] = strings.Repeat(" ", indent) + l
	}
	return lines
}
