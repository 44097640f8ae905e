package reports

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/assess"
	"collab/rubric"
)

// Diff draws what changed between two assessments: then and now, the shift with
// its interval, and a verdict on every trait. A wide screen has room for a
// picture of the way that each went.
func Diff(w io.Writer, c *assess.Comparison, o Options) error {
	s := diffScreen{sequel: plainSequel(c), Options: o}
	table, err := s.table()
	if err != nil {
		return err
	}
	return shown(w, spaced(s.head(), table, s.notes()))
}

// A diffScreen is a comparison while it is set.
type diffScreen struct {
	sequel
	Options
	diffForm
	way rail // of a trait; of no width where there is none
}

// A diffForm is what there is room for beside the verdicts.
type diffForm struct {
	fullNames, interval bool
	rail                int  // least width of a rail; 0 for none
	brief               bool // what a verdict rests on in fewer words
}

// diffForms from the one that says most.
var diffForms = []diffForm{
	{fullNames: true, interval: true, rail: 36},
	{interval: true, rail: leastNumbered},
	{fullNames: true, interval: true},
	{interval: true},
	{},
	{brief: true},
}

// head is who and when, and what can be said in one breath.
func (s diffScreen) head() []string {
	const brief = "2 Jan 2006"
	then, now := s.c.Then.Date, s.c.Now.Date
	lines := s.titled(s.a.Association,
		dotted(then.Long()+" → "+now.Long(), s.Whom()),
		dotted(then.Format(brief)+" → "+now.Format(brief), s.Whom()))
	finding := s.wrapped(s.Finding())
	for i, l := range finding {
		finding[i] = s.bold(l)
	}
	return slices.Concat(lines, finding, s.wrapped(s.Headlines(), s.Restaged()))
}

// notes are what limits the comparison, what is not compared, and what the marks mean.
func (s diffScreen) notes() []string {
	key := s.Adjusted()
	if len(s.c.Judged(assess.NoDetectableChange)) > 0 {
		key = join(prose(unchanged+" no detectable change."), key)
	}
	if s.way.width > 0 {
		key = join(s.say("%s then, %s now.", string(boxGlyphs.then), string(boxGlyphs.today)), key)
	}
	return s.wrapped(append(s.Limits(), s.NotCompared(), key)...)
}

// unchanged is the mark of no detectable change, as benchstat has it.
const unchanged = "~"

// table are the changes in columns, in the first form that fits; none where
// there is nothing but names.
func (s *diffScreen) table() ([]string, error) {
	var t *table
	for _, s.diffForm = range diffForms {
		s.way = rail{stages: s.a.Rubric.K(), apart: 2, glyphs: boxGlyphs}
		t = s.rows().headed()
		if len(t.columns) < 2 {
			return nil, nil
		}
		room := s.columns() - t.width()
		if s.rail > 0 && room >= gap+s.rail && s.drawable() {
			s.way.width = min(room-gap, widestWay)
			t = s.rows().headed()
			break
		}
		if s.rail == 0 && room >= 0 {
			break
		}
	}
	lines, err := s.aligned(t)
	return append(lines, s.legend()...), err
}

// drawable is true where something is known of then and now.
func (s diffScreen) drawable() bool {
	return slices.ContainsFunc(s.c.Changes(), func(ch assess.Change) bool { return ch.Then > 0 })
}

// widestWay keeps the picture close to its figures.
const widestWay = 60

// rows are those of the table.
func (s diffScreen) rows() table {
	t := table{columns: []column{left(""), left(""), right("then"), right("now"), right("shift"), left("95 % interval"), left(s.verdictHead())}}
	t.columns[1].head = s.axis()
	for _, ch := range s.c.Changes() {
		row := []prose{s.name(ch.Dimension), s.went(ch), prose(ch.Then.String()), prose(ch.Now.String()), "", "", s.verdict(ch)}
		if ch.HasShift {
			row[4] = prose(s.painted(s.style(ch), ch.SignedShift()))
		}
		if ch.HasInterval && s.interval {
			row[5] = prose(shifts(ch))
		}
		t.rows = append(t.rows, row)
	}
	for i, c := range t.columns {
		t.columns[i].head = s.faint(c.head)
	}
	return t
}

func (s diffScreen) name(d *rubric.Dimension) prose {
	name, most := short(d), 20
	if s.fullNames {
		name, most = d.Name, widestName
	}
	return prose(ansi.Truncate(Plain(name), most, "…"))
}

// axis names the stages above the rails, by their numbers where names have no room.
func (s diffScreen) axis() string {
	if s.way.width == 0 {
		return ""
	}
	return s.way.axis(s.stagesShown())
}

func (s diffScreen) stagesShown() []string {
	labels := s.stageLabels()
	if s.way.room(labels) > s.way.width {
		labels, _ = s.stageNumbers(s.columns())
	}
	return labels
}

// legend explains the numbers of the stages.
func (s diffScreen) legend() []string {
	numbers, legend := s.stageNumbers(s.columns())
	if s.way.width == 0 || !slices.Equal(numbers, s.stagesShown()) {
		return nil
	}
	return legend
}

// went is from where to where a trait went.
func (s diffScreen) went(ch assess.Change) prose {
	if s.way.width == 0 || ch.Then == 0 {
		return ""
	}
	g := s.way.glyphs
	return prose(s.byRune(s.way.travel(ch.Then, ch.Now), map[rune]string{
		g.today: accent, g.then: bold, g.ahead: faint, g.tick: faint, g.start: faint, g.end: faint,
	}))
}

// style is how a verdict stands out.
func (s diffScreen) style(ch assess.Change) string {
	switch ch.Verdict {
	case assess.Moved:
		return accent
	case assess.Possible:
		return bold
	}
	return ""
}

// widestVerdict is that of the verdicts that stand before a p.
const widestVerdict = len("possible")

func (s diffScreen) verdictHead() string {
	for _, ch := range s.c.Traits {
		if ch.HasP {
			return fmt.Sprintf("%-*s  p", widestVerdict, "verdict")
		}
	}
	return "verdict"
}

// verdict is the verdict on a change with its p, or what there is too little of.
func (s diffScreen) verdict(ch assess.Change) prose {
	word := verdicts[ch.Verdict]
	switch {
	case ch.Dimension.Kind == rubric.Spectrum && slices.Contains(s.c.Cautions, assess.CautionJointWork):
		return "different joint work"
	case ch.Why == assess.AgainstGroup || ch.Why == assess.CountedHands:
		return "" // a caution says so of all
	case ch.Verdict == assess.NoDetectableChange:
		word = unchanged
	case ch.Verdict == assess.TooFewToTell && s.brief:
		word = "too few"
	}
	if p := significance(ch); p != "" {
		if s.brief {
			p = strings.Replace(p, "adjusted", "adj.", 1)
		}
		return prose(s.painted(s.style(ch), fmt.Sprintf("%-*s", widestVerdict, word)) + "  " + p)
	}
	said := []string{word}
	if !s.brief || ch.Verdict == assess.TooFewToTell {
		said = append(said, s.numbers(ch)...)
	}
	return prose(dotted(said...))
}
