package reports

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/assess"
)

// A rail is the line from the first stage to the last that positions stand on.
type rail struct {
	width  int // in columns
	stages int
	apart  int // least gap between labels
	glyphs glyphs
}

// glyphs are what a rail is drawn with.
type glyphs struct {
	start, tick, end    rune // of what lies ahead
	ahead, done, wanted rune // the line: ahead, up to today, from today to the target
	doneStart, doneTick rune
	today, target, both rune
	then                rune // where today's position was before
	// The interval of today's position: its ends, what lies between, ticks in it.
	low, high, inside, insideTick rune
}

var (
	boxGlyphs = glyphs{
		start: '├', tick: '┼', end: '┤', ahead: '─', done: '━', wanted: '╌', doneStart: '┝', doneTick: '┿',
		today: '●', target: '◇', both: '◈', then: '○',
		low: '╞', high: '╡', inside: '═', insideTick: '╪',
	}
	// asciiGlyphs stand in files: every font has them, and every way to a PDF.
	asciiGlyphs = glyphs{
		start: '|', tick: '+', end: '|', ahead: '-', done: '=', wanted: '.', doneStart: '|', doneTick: '+',
		today: 'o', target: '>', both: '*', then: '.',
		low: '[', high: ']', inside: '=', insideTick: '+',
	}
)

// at is the column of a position.
func (r rail) at(p assess.Position) int {
	span := 100 * (r.stages - 1)
	return (2*(int(p)-100)*(r.width-1) + span) / (2 * span)
}

// tick is the column of a stage.
func (r rail) tick(rank int) int { return r.at(assess.Position(100 * rank)) }

// draw sets a position on the rail, and the target where one is wanted.
func (r rail) draw(today assess.Position, wanted int) string {
	g, line := r.glyphs, r.empty()
	here := r.at(today)
	for i := range here {
		line[i] = map[rune]rune{g.start: g.doneStart, g.tick: g.doneTick}[line[i]]
		if line[i] == 0 {
			line[i] = g.done
		}
	}
	line[here] = g.today
	if wanted == 0 {
		return string(line)
	}
	there := r.tick(wanted)
	for i := here + 1; i < there; i++ {
		if line[i] == g.ahead {
			line[i] = g.wanted
		}
	}
	line[there] = g.target
	if here == there {
		line[there] = g.both
	}
	return string(line)
}

// within sets the interval about a position that was drawn. Its ends give way to
// the position and to the target.
func (r rail) within(drawn string, low, high assess.Position) string {
	g, line := r.glyphs, []rune(drawn)
	from, to := r.at(low), r.at(high)
	for i := from; i <= to; i++ {
		switch line[i] {
		case g.today, g.target, g.both:
		case g.tick, g.doneTick:
			line[i] = g.insideTick
		default:
			line[i] = g.inside
		}
	}
	for at, end := range map[int]rune{from: g.low, to: g.high} {
		if from < to && line[at] != g.today && line[at] != g.target && line[at] != g.both {
			line[at] = end
		}
	}
	return string(line)
}

// travel sets two positions on the rail, and the way from the first to the second.
func (r rail) travel(then, now assess.Position) string {
	line, from, to := r.empty(), r.at(then), r.at(now)
	for i := min(from, to); i <= max(from, to); i++ {
		line[i] = map[rune]rune{r.glyphs.tick: r.glyphs.doneTick}[line[i]]
		if line[i] == 0 {
			line[i] = r.glyphs.done
		}
	}
	line[from] = r.glyphs.then
	line[to] = r.glyphs.today
	return string(line)
}

// empty is the rail with nothing on it.
func (r rail) empty() []rune {
	line := slices.Repeat([]rune{r.glyphs.ahead}, r.width)
	for rank := 1; rank <= r.stages; rank++ {
		line[r.tick(rank)] = r.glyphs.tick
	}
	line[0], line[r.width-1] = r.glyphs.start, r.glyphs.end
	return line
}

// room is the least width of a rail whose labels stand apart: two words are not
// told from two labels by one blank.
func (r rail) room(labels []string) int {
	room := 0
	apart := r.apart
	for _, l := range labels {
		room += ansi.StringWidth(l)
		if strings.Contains(l, " ") {
			apart = 2
		}
	}
	return max(room+apart*(len(labels)-1), leastRail)
}

const leastRail = 16

// axis sets a label at every stage: the first from its tick on, the last up to
// its tick, the others about theirs, pushed aside where they would touch. The
// labels must have room.
func (r rail) axis(labels []string) string {
	starts := make([]int, len(labels))
	edge := 0
	for i, l := range labels {
		w := ansi.StringWidth(l)
		starts[i] = max(edge, min(r.tick(i+1)-w/2, r.width-w))
		edge = starts[i] + w + r.apart
	}
	edge = r.width
	for i := len(labels) - 1; i >= 0; i-- {
		w := ansi.StringWidth(labels[i])
		starts[i] = min(starts[i], edge-w)
		edge = starts[i] - r.apart
	}
	var b strings.Builder
	at := 0
	for i, l := range labels {
		b.WriteString(strings.Repeat(" ", max(0, starts[i]-at)) + l)
		at = starts[i] + ansi.StringWidth(l)
	}
	return b.String()
}

// shortened are labels cut to what a rail of a width has room for; ok is false
// where too little is left of them to tell them apart.
func shortened(labels []string, width int) (cut []string, ok bool) {
	const least = 5
	each := (width - 2*(len(labels)-1)) / len(labels)
	if each < least {
		return nil, false
	}
	for _, l := range labels {
		l = ansi.Truncate(l, each, "…")
		if slices.Contains(cut, l) {
			return nil, false
		}
		cut = append(cut, l)
	}
	return cut, true
}
