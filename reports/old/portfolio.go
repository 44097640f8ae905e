package reports

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/assess"
)

// Portfolio draws several associations, one a row in the order in which they are
// given: who answered when, the headline, what is lowest, and what moved since the
// last time; and how far they lie apart.
func Portfolio(w io.Writer, p *assess.Portfolio, o Options) error {
	s := portfolioScreen{Options: o, p: p}
	if len(p.Members) == 0 {
		return shown(w, s.head())
	}
	table, err := s.table()
	if err != nil {
		return err
	}
	apart, err := s.apart()
	if err != nil {
		return err
	}
	return shown(w, spaced(s.head(), table, apart, s.notes()))
}

// A portfolioScreen is a portfolio while it is set.
type portfolioScreen struct {
	Options
	portfolioForm
	p *assess.Portfolio
}

// A portfolioForm is how wide columns may be at most, and how a date and the number
// of people are written. Nothing is lowest where that has no width.
type portfolioForm struct {
	name, headline, lowest, moved int
	date                          string
	who                           bool
}

// portfolioForms from the one that says most.
var portfolioForms = []portfolioForm{
	{name: widestName, headline: 40, lowest: 40, moved: 60, date: "2 Jan 2006", who: true},
	{name: 28, headline: 20, lowest: 28, moved: 32, date: "2 Jan 2006"},
	{name: 18, headline: 13, lowest: 12, moved: 12, date: "Jan 2006"},
	{name: 15, headline: 12, moved: 10, date: "Jan 2006"},
}

// memberStory tells a member's latest assessment.
func memberStory(m assess.Member, safe func(string) prose) story {
	return story{m.Latest().Head, safe}
}

func plainMember(m assess.Member) story { return memberStory(m, plainProse) }

// head is how many there are, and in how many something moved.
func (s portfolioScreen) head() []string {
	lines := s.wrapped(portfolioInOneLine(s.p))
	lines[0] = s.bold(lines[0])
	return lines
}

// portfolioInOneLine is what can be said of a portfolio in one breath.
func portfolioInOneLine(p *assess.Portfolio) prose {
	n := len(p.Members)
	said := sentence(counted(n, "association", "associations"))
	switch {
	case n == 0:
		return "There is no association to show."
	case p.Again() == 0:
		return prose(said + ", assessed for the first time.")
	case p.Moved() == 0:
		return prose(said + ". Nothing moved since the last time.")
	}
	return prose(said + ". Something moved in " + of(p.Moved(), p.Again()) + " that were assessed before.")
}

// table are the members, in the first form that fits; where none does the last
// column is cut.
func (s *portfolioScreen) table() ([]string, error) {
	var t *table
	for _, s.portfolioForm = range portfolioForms {
		if t = s.rows().headed(); t.width() <= s.columns() {
			break
		}
	}
	// Room that is left goes to what was cut.
	for _, most := range []*int{&s.moved, &s.name, &s.lowest} {
		if spare := s.columns() - t.width(); spare > 0 && *most > 0 {
			*most += spare
			t = s.rows().headed()
		}
	}
	return s.aligned(t)
}

func (s portfolioScreen) rows() table {
	t := table{columns: []column{left(""), right("date"), right("people"), left("headline"), left("lowest"), left("moved")}}
	if s.who {
		t.columns[2], t.columns[5] = left("answered"), left("since last time")
	}
	for i, c := range t.columns {
		t.columns[i].head = s.faint(c.head)
	}
	for _, m := range s.p.Members {
		member := plainMember(m)
		t.rows = append(t.rows, []prose{
			cut(Plain(member.a.Association), s.name),
			prose(member.a.Date.Format(s.date)),
			s.people(member),
			cut(Plain(headlineOf(member)), s.headline),
			fitted(lowestOf(member), s.lowest),
			prose(s.marked(string(fitted(movedSince(m, member), s.moved)))),
		})
	}
	return t
}

// cut is text of at most so many columns, nothing where that is none.
func cut(text string, width int) prose {
	if width == 0 {
		return ""
	}
	return prose(ansi.Truncate(text, width, "…"))
}

// fitted are as many words as have room, and the number of the others; nothing
// where there is no width.
func fitted(words []string, width int) prose {
	for n := len(words); n > 1; n-- {
		text := strings.Join(words[:n], ", ")
		if more := len(words) - n; more > 0 {
			text += " +" + strconv.Itoa(more)
		}
		if ansi.StringWidth(text) <= width {
			return prose(text)
		}
	}
	if len(words) > 1 && width > 0 {
		more := " +" + strconv.Itoa(len(words)-1)
		return cut(words[0], width-len(more)) + prose(more)
	}
	return cut(strings.Join(words, ""), width)
}

func (s portfolioScreen) people(member story) prose {
	if s.who {
		return prose(member.Who())
	}
	return prose(strconv.Itoa(member.a.People))
}

// lowestOf are the lowest traits by their short names; none where all are.
func lowestOf(member story) []string {
	lowest := member.a.Headline.Lowest
	if len(lowest) > 1 && len(lowest) == len(member.a.Rubric.Traits()) {
		return []string{"no trait"}
	}
	var names []string
	for _, id := range lowest {
		d, _ := member.a.Rubric.Dimension(id)
		names = append(names, Plain(member.low(short(d))))
	}
	return names
}

// movedSince is what moved and what may have, by marks; in one mark where nothing did.
func movedSince(m assess.Member, member story) []string {
	c := m.Latest().Since
	if c == nil {
		return []string{"first time"}
	}
	var said []string
	for _, verdict := range []assess.Outcome{assess.Moved, assess.Possible} {
		for _, ch := range c.Judged(verdict) {
			said = append(said, string(markOf(ch))+" "+Plain(member.low(short(ch.Dimension))))
		}
	}
	switch {
	case len(said) > 0:
		return said
	case len(c.Judged(assess.NoDetectableChange)) > 0:
		return []string{unchanged}
	}
	return []string{string(untestedMark)}
}

// several are the spreads of two associations or more.
func several(p *assess.Portfolio) []assess.Apart {
	return slices.DeleteFunc(slices.Clone(p.Spreads), func(a assess.Apart) bool { return a.N < 2 })
}

// apart is how far the associations lie apart on every trait.
func (s portfolioScreen) apart() ([]string, error) {
	spreads := several(s.p)
	if len(spreads) == 0 {
		return nil, nil
	}
	t := table{columns: []column{left(""), right("lowest"), left(""), right("highest"), right("middle"), right("mean"), right("of")}}
	width := min(s.columns()-54, 40)
	t.columns[2].head = stageAxis(spreads, width)
	for _, a := range spreads {
		row := []prose{
			cut(Plain(short(a.Dimension)), 20), prose(a.Low.String()), prose(s.span(a, width)), prose(a.High.String()),
			prose(a.Median.String()), prose(a.Mean.String()), count(a.N),
		}
		t.rows = append(t.rows, row)
	}
	for i, c := range t.columns {
		t.columns[i].head = s.faint(c.head)
	}
	return s.aligned(t.headed())
}

// stageAxis are the numbers of the stages above rails, where all have as many.
func stageAxis(spreads []assess.Apart, width int) string {
	k := spreads[0].K
	if width < leastRail || slices.ContainsFunc(spreads, func(a assess.Apart) bool { return a.K != k }) {
		return ""
	}
	var numbers []string
	for rank := range k {
		numbers = append(numbers, strconv.Itoa(rank+1))
	}
	return rail{width: width, stages: k, apart: 1}.axis(numbers)
}

// span is the lowest to the highest on a rail, with the middle where it is told.
func (s portfolioScreen) span(a assess.Apart, width int) string {
	if width < leastRail {
		return ""
	}
	r := rail{width: width, stages: a.K, glyphs: boxGlyphs}
	drawn := []rune(r.within(string(r.empty()), a.Low, a.High))
	if a.Median > 0 {
		drawn[r.at(a.Median)] = boxGlyphs.today
	}
	g := boxGlyphs
	return s.byRune(string(drawn), map[rune]string{
		g.today: accent, g.low: accent, g.high: accent, g.inside: accent, g.insideTick: accent,
		g.tick: faint, g.ahead: faint, g.start: faint, g.end: faint,
	})
}

// notes are what is left out, and what the marks mean.
func (s portfolioScreen) notes() []string {
	var changes []assess.Change
	for _, m := range s.p.Members {
		if c := m.Latest().Since; c != nil {
			changes = append(changes, c.Traits...)
		}
	}
	notes := apartNotes(s.p, plainProse)
	if key := markKey(changes, unchanged); key != "" {
		notes = append(notes, key+".")
	}
	return s.wrapped(notes...)
}

// fewestTold is the least number of associations of which a middle is told; it is
// that of [assess.Apart], said in words.
const fewestTold = "five"

// apartNotes tell of whom the spread is taken, and of whom not.
func apartNotes(p *assess.Portfolio, safe func(string) prose) []prose {
	var notes []prose
	var out []string
	for _, a := range several(p) {
		if a.LeftOut > 0 {
			out = append(out, string(safe(short(a.Dimension)))+" "+strconv.Itoa(a.LeftOut))
		}
	}
	if len(out) > 0 {
		notes = append(notes, prose("Left out of the spread, because they were asked something else: "+listed(out)+"."))
	}
	if slices.ContainsFunc(several(p), func(a assess.Apart) bool { return a.Median == 0 }) {
		notes = append(notes, prose("Of fewer than "+fewestTold+" associations no middle and no mean is told."))
	}
	return notes
}
