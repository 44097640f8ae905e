package reports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"collab/assess"
	"collab/reports/drawing"
	"collab/rubric"
)

// bars are a room's answers, a stacked bar for each question: the lower stages go to
// the left of a middle line and the higher to the right, so that it is seen on which
// side the room stands, and how far apart.
type bars struct {
	*sketch
	left, right float64 // of the bars
	middle      float64 // the line
	person      float64 // the width that one person takes
	names       float64 // width of the column of names
}

const (
	barHeight = 20.0
	barAside  = 112.0 // room for the label and the numbers of people
)

// newBars has one scale for all counts of the assessment.
func (s *sketch) newBars(all []assess.Counts) *bars {
	b := &bars{sketch: s, names: 206, left: 222, right: s.Width - barAside - 14}
	if s.narrow() {
		b.names, b.left, b.right = s.Width-barAside, 1, s.Width-1
	}
	low, high := 0.0, 0.0
	for _, c := range all {
		l, h := parted(c)
		low, high = max(low, l), max(high, h)
	}
	b.person = (b.right - b.left) / max(low+high, 1)
	b.middle = b.left + low*b.person
	return b
}

// parted are the people on either side of the middle line; it runs through the
// middle stage where there is one.
func parted(c assess.Counts) (low, high float64) {
	k := len(c.Ranks)
	for i, n := range c.Ranks {
		switch at := 2*i + 1 - k; {
		case at < 0:
			low += float64(n)
		case at > 0:
			high += float64(n)
		default:
			low, high = low+float64(n)/2, high+float64(n)/2
		}
	}
	return low, high
}

// drawAnswers are the pictures of a room's answers: one for each trait and for the
// spectrum, and one for all benefit areas. For one person there are none.
func (s story) drawAnswers(width float64) []drawing.Drawing {
	if !s.room() {
		return nil
	}
	var all []drawing.Drawing
	var benefits []string
	for _, d := range s.a.Rubric.Dimensions {
		if d.Kind == rubric.Benefit {
			benefits = append(benefits, d.ID)
			continue
		}
		all = append(all, s.drawQuestions("answers-"+strconv.Itoa(len(all)+1), d.Name, width, d.ID)...)
	}
	return append(all, s.drawQuestions("answers-benefits", "What members gain", width, benefits...)...)
}

// drawQuestions is the picture of the questions of some dimensions; none where
// none of them was asked.
func (s story) drawQuestions(id, title string, width float64, dimensions ...string) []drawing.Drawing {
	b := s.newSketch(id, Plain(title), width).newBars(s.allCounts())
	asked := b.asksOf(dimensions)
	if len(asked) == 0 {
		return nil
	}
	b.Data = b.answerTable(asked).data()
	var said []string
	for _, q := range asked {
		said = append(said, string(b.toldBy(q)))
		b.question(b.called(q, len(dimensions) > 1), q)
	}
	b.Description = strings.Join(said, " ")
	b.close()
	return []drawing.Drawing{b.done()}
}

func (s story) allCounts() []assess.Counts {
	var all []assess.Counts
	for _, q := range s.a.Answers {
		if q.Label != assess.Withheld {
			all = append(all, q.Counts)
		}
	}
	return all
}

func (b *bars) asksOf(dimensions []string) []assess.Question {
	var found []assess.Question
	for _, id := range dimensions {
		for _, q := range b.a.Answers {
			if q.Asked && q.Dimension == id {
				found = append(found, q)
			}
		}
	}
	return found
}

// called is what a question is called beside its bar.
func (b *bars) called(q assess.Question, apart bool) label {
	name := nameOf(q.Question)
	if d, _ := b.a.Rubric.Dimension(q.Dimension); apart {
		name = short(d) + ": " + b.low(name)
	}
	return words(Plain(sentence(name)))
}

// answerTable are questions with their counts, a column for each stage.
func (p page) answerTable(questions []assess.Question) *table {
	t := table{columns: []column{left("Question")}}
	for _, s := range p.a.Rubric.Stages {
		t.columns = append(t.columns, right(string(p.say("%s", s.Name))))
	}
	t.columns = append(t.columns, right("Don't know"), right("N/a"), right("n"), left("Middle"), left("Room"))
	for _, q := range questions {
		row := []prose{p.say("%s", sentence(nameOf(q.Question)))}
		for _, n := range q.Ranks {
			if q.Label == assess.Withheld {
				row = append(row, none)
				continue
			}
			row = append(row, count(n))
		}
		middle := p.say("%s", p.stage(q.Rank))
		if q.Rank == 0 {
			middle = none
		}
		row = append(row, count(q.Counts.DontKnow), count(q.Counts.DoesNotApply), count(q.Scored()), middle, prose(labels[q.Label]))
		t.rows = append(t.rows, row)
	}
	return &t
}

// toldBy is a question's answers in a sentence.
func (b *bars) toldBy(q assess.Question) prose {
	if q.Label == assess.Withheld {
		return b.say("%s: withheld.", sentence(nameOf(q.Question)))
	}
	return b.say("%s: %s; %s.", sentence(nameOf(q.Question)), labels[q.Label], b.countsInWords(q.Counts))
}

// question is a row: the name, the bar, and beside it what it amounts to.
func (b *bars) question(name label, q assess.Question) {
	const pad = 7
	verdict := words(labels[q.Label])
	if q.Label == assess.Split {
		verdict = verdict.strong()
	}
	base := small(based(q))
	aside := verdict.height(barAside) + base.height(barAside)
	height := max(name.height(b.names), aside, barHeight)
	top := b.y + pad
	bar := top + (height-barHeight)/2
	b.middled(name, 0, top+height/2, b.names)
	b.set(verdict, b.Width-barAside, top+(height-aside)/2, barAside)
	b.set(base, b.Width-barAside, top+(height-aside)/2+verdict.height(barAside), barAside)
	b.y = top + height + pad
	if b.narrow() {
		bar = top + height + 4
		b.y = bar + barHeight + pad + 4
	}
	if q.Label != assess.Withheld {
		b.bar(q.Counts, bar)
	}
}

// based is how many gave a stage, and what the others said.
func based(q assess.Question) string {
	said := []string{"n " + strconv.Itoa(q.Scored())}
	if n := q.Counts.DontKnow; n > 0 {
		said = append(said, fmt.Sprintf("%d don't know", n))
	}
	if n := q.Counts.DoesNotApply; n > 0 {
		said = append(said, fmt.Sprintf("%d n/a", n))
	}
	return strings.Join(said, ", ")
}

// bar draws counts; a number stands where it has room.
func (b *bars) bar(c assess.Counts, y float64) {
	low, _ := parted(c)
	x := b.middle - low*b.person
	for i, n := range c.Ranks {
		if n == 0 {
			continue
		}
		w := float64(n) * b.person
		b.Add(drawing.Rect{X: x, Y: y, W: w, H: barHeight, Fill: drawing.StageInk(i + 1), Stroke: drawing.Accent})
		number := small(strconv.Itoa(n)).at(drawing.Middle).in(drawing.OnStage(i + 1))
		if number.width()+4 <= w {
			b.middled(number, x+w/2, y+barHeight/2, w)
		}
		x += w
	}
}

// close draws the middle line behind the bars and explains the fills.
func (b *bars) close() {
	if !b.narrow() {
		line := drawing.Line{X1: b.middle, Y1: 0, X2: b.middle, Y2: b.y, Stroke: drawing.Ghost}
		b.Shapes = slices.Insert(b.Shapes, 0, drawing.Shape(line))
	}
	b.y += 4
	var all []key
	for i, stage := range b.a.Rubric.Stages {
		swatch := func(x, y float64) {
			b.Add(drawing.Rect{X: x - 7, Y: y - 6, W: 14, H: 12, Fill: drawing.StageInk(i + 1), Stroke: drawing.Accent})
		}
		all = append(all, key{swatch, Plain(b.low(stage.Name))})
	}
	b.keys(all...)
}
