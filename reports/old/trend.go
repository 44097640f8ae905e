package reports

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/assess"
	"collab/rubric"
)

// Trend draws a series of assessments of one association, which has one at least:
// a line for every trait, with the verdict on each change from one to the next.
func Trend(w io.Writer, series *assess.Series, o Options) error {
	s := trendScreen{course: plainCourse(series), Options: o, points: series.Points}
	table, err := s.table()
	if err != nil {
		return err
	}
	return shown(w, spaced(s.head(), table, s.earlier(), s.notes()))
}

// A trendScreen is a series while it is set.
type trendScreen struct {
	course
	Options
	trendForm
	points []assess.Point // that there is room for
}

// A trendForm is how the points are set: each as a figure, or all as one line.
type trendForm struct{ figures, line, stage bool }

// trendForms from the one that says most.
var trendForms = []trendForm{
	{figures: true, line: true, stage: true},
	{figures: true, line: true},
	{figures: true},
	{line: true, stage: true},
	{line: true},
}

// head is whose it is and of when, and what changed the last time.
func (s trendScreen) head() []string {
	lines := s.wrapped(s.Latest(brief))
	for i, l := range lines {
		lines[i] = s.bold(l)
	}
	return append(s.titled(s.a.Association, s.Span(assess.Date.Long, " → "), s.Span(brief, " → ")), lines...)
}

// table are the traits, in the first form that fits. Of more points than fit into
// any the latest are shown.
func (s *trendScreen) table() ([]string, error) {
	const each = 2 // columns of a point, at the least
	s.points = s.points[max(0, len(s.points)-s.columns()/each):]
	var t *table
	for _, s.trendForm = range trendForms {
		if t = s.set(); t.width() <= s.columns() {
			break
		}
	}
	for t.width() > s.columns() && len(s.points) > 2 {
		over := (t.width() - s.columns() + each - 1) / each
		s.points = s.points[min(over, len(s.points)-2):]
		t = s.set()
	}
	return s.aligned(t)
}

// set are the rows under their heads.
func (s trendScreen) set() *table {
	t := s.inLines()
	if s.figures {
		t = s.inColumns()
	}
	for _, row := range t.rows {
		if !s.stage {
			row[len(row)-1] = ""
		}
	}
	return t.headed()
}

// inColumns has a column for every point: the figure, with the mark of the change
// before it.
func (s trendScreen) inColumns() table {
	columns, years := []column{left("")}, []prose{""}
	for _, p := range s.points {
		columns = append(columns, right(s.faint(p.Head.Date.Format("2 Jan"))))
		years = append(years, prose(s.faint(p.Head.Date.Format("2006"))))
	}
	rows := [][]prose{append(years, "", "")}
	for _, d := range s.series.Dimensions() {
		row := []prose{s.name(d)}
		for _, p := range s.points {
			row = append(row, s.figure(p, d.ID))
		}
		rows = append(rows, append(row, prose(s.sparks(d.ID, "")), s.today(d.ID)))
	}
	headline, people := []prose{"Headline"}, []prose{"People"}
	for _, p := range s.points {
		headline = append(headline, s.rank(p))
		people = append(people, prose(strconv.Itoa(p.Head.People)))
	}
	rows = append(rows, append(headline, "", s.headline()), append(people, "", ""))
	return table{append(columns, left(""), left("")), rows}
}

// inLines has one line for all points, the marks of the changes within it.
func (s trendScreen) inLines() table {
	first, latest := s.points[0], s.series.Latest()
	var rows [][]prose
	for _, d := range s.series.Dimensions() {
		rows = append(rows, []prose{s.name(d), s.position(first, d.ID), prose(s.sparks(d.ID, " ")), s.position(latest, d.ID), s.today(d.ID)})
	}
	var ranks []string
	for _, p := range s.points {
		ranks = append(ranks, string(s.rank(p)))
	}
	rows = append(rows,
		[]prose{"Headline", s.rank(first), prose(strings.Join(ranks, " ")), s.rank(latest), s.headline()},
		[]prose{"People", prose(strconv.Itoa(first.Head.People)), "", prose(strconv.Itoa(latest.Head.People)), ""})
	return table{[]column{left(""), right(s.faint("first")), left(""), right(s.faint("latest")), left("")}, rows}
}

func (s trendScreen) name(d *rubric.Dimension) prose {
	const most = 20
	return prose(ansi.Truncate(Plain(short(d)), most, "…"))
}

// figure is a position behind the mark of its change.
func (s trendScreen) figure(p assess.Point, id string) prose {
	said := string(s.position(p, id))
	if ch, ok := p.Change(id); ok && ch.Verdict != "" {
		said = s.marked(string(markOf(ch))) + " " + said
	}
	return prose(said)
}

// position is where a trait stands at a point.
func (s trendScreen) position(p assess.Point, id string) prose {
	if at, ok := p.Standing(id); ok && at.Position > 0 {
		return prose(at.Position.String())
	}
	return none
}

// today is the stage of a trait at the latest point.
func (s trendScreen) today(id string) prose {
	at, _ := s.series.Latest().Standing(id)
	if at.Stage == 0 {
		return ""
	}
	return s.say("%s", s.lowStage(at.Stage))
}

func (s trendScreen) headline() prose { return s.say("%s", headlineOf(s.story)) }

// rank is a point's headline as the number of its stage.
func (s trendScreen) rank(p assess.Point) prose {
	if p.Head.Headline.Stage == 0 {
		return none
	}
	return prose(strconv.Itoa(p.Head.Headline.Stage))
}

// sparks is a trait's line: a block for every point, as high as the position
// within the stages. Where there is a between, it stands between two points, or the
// mark of their change does if there is more to say than that none was detected.
func (s trendScreen) sparks(id, between string) string {
	var b strings.Builder
	for i, p := range s.points {
		if i > 0 && between != "" {
			mark := between
			if ch, ok := p.Change(id); ok && ch.Verdict != "" && ch.Verdict != assess.NoDetectableChange {
				mark = string(markOf(ch))
			}
			b.WriteString(s.marked(mark))
		}
		at, _ := p.Standing(id)
		b.WriteRune(spark(at.Position, p.Head.Rubric.K()))
	}
	return b.String()
}

// spark is a position as a block: the lowest is the first of k stages, the highest
// the last.
func spark(p assess.Position, k int) rune {
	blocks := []rune("▁▂▃▄▅▆▇█")
	if p == 0 {
		return '·'
	}
	return blocks[rail{width: len(blocks), stages: k}.at(p)]
}

// The marks of a change, which tell its verdict and its direction.
const (
	upMoved, downMoved       = '▲', '▼'
	upPossible, downPossible = '△', '▽'
	untestedMark             = '?'
)

// markOf is the mark of a change that has a verdict.
func markOf(ch assess.Change) rune {
	up := ch.Shift > 0
	switch {
	case ch.Verdict == assess.Moved && up:
		return upMoved
	case ch.Verdict == assess.Moved:
		return downMoved
	case ch.Verdict == assess.Possible && up:
		return upPossible
	case ch.Verdict == assess.Possible:
		return downPossible
	case ch.Verdict == assess.NoDetectableChange:
		return []rune(unchanged)[0]
	}
	return untestedMark
}

// marked is a mark in its style.
func (o Options) marked(mark string) string {
	return o.byRune(mark, map[rune]string{
		upMoved: accent, downMoved: accent, upPossible: bold, downPossible: bold, untestedMark: faint,
	})
}

// markMeanings explain the marks, in the order of their weight.
var markMeanings = []struct {
	marks, words string
}{
	{string(upMoved) + string(downMoved), "moved"},
	{string(upPossible) + string(downPossible), "possible"},
	{unchanged, verdicts[assess.NoDetectableChange]},
	{string(untestedMark), "not tested, or too few to tell"},
}

// markKey explains the marks of some changes; quiet is what stands for no
// detectable change.
func markKey(changes []assess.Change, quiet string) prose {
	var said []string
	for _, m := range markMeanings {
		used := strings.Map(func(r rune) rune {
			if slices.ContainsFunc(changes, func(ch assess.Change) bool { return ch.Verdict != "" && markOf(ch) == r }) {
				return r
			}
			return -1
		}, m.marks)
		if used == "" {
			continue
		}
		shown := strings.Join(strings.Split(used, ""), " ")
		if used == unchanged {
			shown = quiet
		}
		said = append(said, shown+" "+m.words)
	}
	return prose(strings.Join(said, ", "))
}

// earlier are what moved before the last time: the latest changes of those.
func (s trendScreen) earlier() []string {
	const shown = 8
	moved := slices.DeleteFunc(slices.Clone(s.series.Points[:len(s.series.Points)-1]), func(p assess.Point) bool {
		return p.Since == nil || s.since(p).Notable() == ""
	})
	var lines []string
	if more := len(moved) - shown; more > 0 {
		lines, moved = append(lines, "Something moved "+counted(more, "time", "times")+" before these:"), moved[more:]
	}
	for _, p := range moved {
		lead := fmt.Sprintf("%11s  ", brief(p.Head.Date))
		lines = append(lines, hang(lead, string(s.since(p).Notable()), s.columns())...)
	}
	return lines
}

// notes are what limits the changes, and what the marks and numbers mean.
func (s trendScreen) notes() []string {
	notes := s.limits()
	if n := len(s.points); n < len(s.series.Points) {
		notes = append(notes, s.say("Shown are the latest %d of %d assessments.", n, len(s.series.Points)))
	}
	var changes []assess.Change
	for _, p := range s.points {
		if p.Since != nil {
			changes = append(changes, p.Since.Changes()...)
		}
	}
	quiet := unchanged
	if !s.figures {
		quiet = "no mark:"
	}
	if key := markKey(changes, quiet); key != "" {
		notes = append(notes, key+", each from the assessment before.")
	}
	_, legend := s.stageNumbers(s.columns())
	return append(s.wrapped(notes...), legend...)
}
