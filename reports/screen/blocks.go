package screen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/reports/content"
)

// Paragraph adds one, a sentence after the other: as many as have room.
func (b *builder) Paragraph(p content.Paragraph) {
	rank := map[content.Tone]int{content.Body: rankBody, content.Deck: rankDeck, content.Note: rankNote, content.Foot: rankFoot}[p.Tone]
	if b.boxed && p.Tone == content.Body {
		rank = rankBox
	}
	text := p.Text
	if p.Tone == content.Note || p.Tone == content.Foot {
		text = quieter(text)
	}
	var forms []form
	said := sentences(text)
	for i := range said {
		forms = append(forms, form{rank, b.wrapped("", slices.Concat(said[:i+1]...))})
	}
	b.add(part{apart: p.Tone == content.Foot, forms: forms})
}

// List adds all of its items.
func (b *builder) List(l content.List) {
	var lines []string
	for _, item := range l.Items {
		lines = append(lines, b.wrapped("· ", item)...)
	}
	b.add(part{forms: []form{{rankBox, lines}}})
}

// Steps adds what to do, then why, then what would do as well. Where rows do not end,
// there are blanks to fill in.
func (b *builder) Steps(s content.Steps) {
	forms := []form{{rank: rankStepsCut}, {rank: rankSteps}, {rank: rankWhy}, {rank: rankStepNotes}}
	for i, step := range s.Items {
		lead := stepLead(i, step.State)
		indent := strings.Repeat(" ", ansi.StringWidth(lead))
		do, why := step.Do.Bold(), []content.Text{step.Why, step.Taken}
		if step.State != content.Open {
			do, why = content.Join(step.Do, step.Taken), why[:1]
		}
		all := content.Join(slices.Concat(why, step.Notes)...)
		lines := b.wrapped(lead, do)
		forms[0].add(b.inOneLine(lead, do, b.textColumns()))
		forms[1].add(lines...)
		forms[2].add(slices.Concat(lines, b.wrapped(indent, quieter(content.Join(why...))))...)
		forms[3].add(slices.Concat(lines, b.wrapped(indent, quieter(all)))...)
		if b.Rows == 0 {
			forms[3].add(b.blanks(indent, s, step)...)
		}
	}
	b.add(part{apart: true, forms: forms})
}

func (f *form) add(lines ...string) { f.lines = append(f.lines, lines...) }

// stepLead is the number of a step to take, or a mark of what became of it.
func stepLead(i int, s content.State) string {
	switch s {
	case content.Done:
		return "✓  "
	case content.NotYet:
		return "○  "
	case content.Dropped:
		return "–  "
	}
	return strconv.Itoa(i+1) + "  "
}

// blanks are lines to fill in with a pen.
func (b *builder) blanks(lead string, s content.Steps, step content.Step) []string {
	if step.State != content.Open || len(step.Taken) > 0 {
		return nil
	}
	var all []content.Text
	for _, head := range []content.Text{s.Who, s.By} {
		if len(head) > 0 {
			all = append(all, head, content.Words("____________"))
		}
	}
	return b.wrapped(lead, content.Join(all...))
}

// Choices adds a question and the words chosen, each behind how many chose them.
func (b *builder) Choices(c content.Choices) {
	lines := b.wrapped("", c.Question)
	for _, row := range c.Rows {
		lines = append(lines, b.wrapped(fmt.Sprintf("%4d  ", row.Count), content.Join(quieter(row.Prefix), row.Words))...)
	}
	rank := rankTable
	if b.boxed {
		rank = rankChoices
	}
	b.add(part{forms: []form{{rank, lines}}})
}

// Answers adds questions, and below each the answer: as many as have room.
func (b *builder) Answers(a content.Answers) {
	b.add(part{apart: true, forms: []form{{rankAnswers, b.wrapped("", quieter(content.Join(a.Question, a.Chosen, a.Stage)))}}})
	for _, g := range a.Groups {
		var forms []form
		lines := b.wrapped("", content.Join(g.Heading.Bold(), quieter(g.Aside)))
		for _, item := range g.Items {
			lines = slices.Concat(lines, b.wrapped("", item.Question),
				b.wrapped("   ", content.Join(item.Chosen, item.Alt, quieter(item.Note))))
			forms = append(forms, form{rankAnswers, lines})
		}
		b.add(part{forms: forms})
	}
}

// Pips adds what they say behind a mark each.
func (b *builder) Pips(p content.Pips) {
	b.add(part{forms: []form{{rankPipsTold, b.wrapped("", content.Join(content.Words(content.Drawn(p.Marks)), p.Told))}}})
}

// Figure adds what the picture shows as a table, or in words where there is none.
func (b *builder) Figure(f content.Figure) {
	t := f.Table()
	if len(t.Rows) > 0 {
		b.Table(t)
		return
	}
	lines := slices.Concat(b.wrapped("", t.Caption.Bold()), b.wrapped("", content.Words(f.Wide.Description)))
	b.add(part{apart: true, forms: []form{{rankFolded, lines}}})
}

// Columns adds their boxes one below the other.
func (b *builder) Columns(c content.Columns) {
	for _, column := range c.Of {
		for _, box := range column {
			b.box(box)
		}
	}
}

// box adds a box: its heading is a finding and says something alone.
func (b *builder) box(box content.Box) {
	inner := b.inside(box.Blocks)
	if len(inner) == 0 {
		return
	}
	if len(box.Heading) == 0 {
		for _, p := range inner {
			b.add(p)
		}
		return
	}
	if _, steps := box.Blocks[0].(content.Steps); steps {
		b.add(stepsUnder(b.wrapped("", box.Heading.Bold()), inner))
		return
	}
	alone := form{headingRank(box.Blocks[0]), b.wrapped("· ", box.Heading)}
	forms := within(alone, inner)
	for i := range forms[1:] {
		forms[i+1].lines = slices.Concat(b.wrapped("", box.Heading.Bold()), forms[i+1].lines)
	}
	b.add(part{apart: true, listed: true, forms: forms})
}

// stepsUnder are steps that go without their heading where rows are few.
func stepsUnder(heading []string, inner []part) part {
	forms := within(form{}, inner)[1:]
	var out []form
	for _, f := range forms {
		headed := form{max(f.rank, rankStepsHeading), slices.Concat(heading, f.lines)}
		if f.rank <= rankSteps {
			out = append(out, f)
			if f.rank < rankSteps {
				continue
			}
		}
		out = append(out, headed)
	}
	return part{apart: true, forms: out}
}

// headingRank is how much the heading of a box matters, by what the box holds.
func headingRank(b content.Block) int {
	switch b.(type) {
	case content.Choices:
		return rankChoicesHeading
	case content.Answers:
		return rankAnswersHeading
	case content.Pips:
		return rankPips
	}
	return rankBoxHeading
}
