package table

import (
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"collab/assess"
	"collab/internal/strict"
)

// DiffCSV writes a comparison as a long table, as [CSV] does an
// assessment. The date of every row is that of the later one.
func DiffCSV(w io.Writer, c *assess.Comparison) error {
	return long(w, slices.Values([][]Row{ChangeRows(c)}))
}

// DiffJSON writes the figures of [ChangeRows] as a tree, as [JSON] does.
func DiffJSON(w io.Writer, c *assess.Comparison) error {
	_, err := io.WriteString(w, branch(c.Now.Assessment, ChangeRows(c))+"\n")
	return err
}

// ChangeRows are the figures of a comparison: its changes, the questions that are
// not compared, and what limits the whole.
func ChangeRows(c *assess.Comparison) []Row {
	t := &sheet{Assessment: c.Now.Assessment}
	t.changes(c)
	return t.rows
}

func (t *sheet) changes(c *assess.Comparison) {
	for _, ch := range c.Changes() {
		t.change(c, ch.Dimension.ID, ch)
	}
	if c.AllTraits != nil {
		t.change(c, assess.AllTraitsID, *c.AllTraits)
	}
	for _, a := range c.Answers {
		t.about("answer_change", a.Question)
		t.word("then", a.Then.ID(c.Then.Rubric))
		t.word("now", a.Now.ID(c.Now.Rubric))
	}
	for _, e := range c.Excluded {
		t.about("excluded", e.Question)
		t.word("reason", string(e.Reason))
	}
	for _, id := range c.Equivalent {
		t.about("equivalent", id)
		t.yes("declared", true)
	}
	t.about("comparison", "round")
	for _, caution := range c.Cautions {
		t.yes("caution_"+string(caution), true)
	}
	t.some("left_out", c.LeftOut())
	t.some("too_few_pairs", c.TooFewPairs)
	t.skipped(c.Skipped)
}

// skipped are the records that were passed over, a number an id.
func (t *sheet) skipped(why []string) {
	for i, w := range why {
		t.about("comparison", strconv.Itoa(i+1))
		t.typed("skipped", strict.Plain(w))
	}
}

func (t *sheet) change(c *assess.Comparison, id string, ch assess.Change) {
	t.about("change", id)
	t.word("then_date", c.Then.Date.String())
	t.position("then", ch.Then)
	t.position("now", ch.Now)
	if ch.HasShift {
		t.add("shift", ch.ShiftFigure(), number)
	}
	if ch.HasInterval {
		t.shift("low", ch.Low)
		t.shift("high", ch.High)
	}
	if ch.HasP {
		t.measure("p", ch.P)
		t.measure("p_adjusted", ch.Adjusted)
	}
	t.word("test", string(ch.Test))
	t.some("pairs", ch.Pairs)
	t.some("n_then", ch.NThen)
	t.some("n_now", ch.NNow)
	t.word("verdict", string(ch.Verdict))
	t.word("stage_then", assess.Answer(ch.StageThen).ID(c.Then.Rubric))
	t.word("stage_now", assess.Answer(ch.StageNow).ID(c.Now.Rubric))
}

// some is a number of people; of nobody there is no row.
func (t *sheet) some(measure string, n int) {
	if n > 0 {
		t.count(measure, n)
	}
}

func (t *sheet) shift(measure string, s assess.Shift) { t.add(measure, s.String(), number) }

// pointRows are the figures of one assessment of a series: where its traits stand,
// and what changed since the one before.
func pointRows(p assess.Point) []Row {
	t := &sheet{Assessment: p.Head}
	t.point(p)
	return t.rows
}

func (t *sheet) point(p assess.Point) {
	t.round()
	t.headline()
	for _, s := range p.Standings {
		t.about(string(s.Dimension.Kind), s.Dimension.ID)
		t.position("position", s.Position)
		t.stage("stage", s.Stage)
		t.word("target", s.Target.ID(t.Rubric))
	}
	if p.Since != nil {
		t.changes(p.Since)
	}
}

// seriesRows are those of an assessment of a series. The latest says which records are
// not among the assessments.
func seriesRows(s *assess.Series, i int) []Row {
	t := &sheet{Assessment: s.Points[i].Head}
	t.point(s.Points[i])
	if i == len(s.Points)-1 {
		t.skipped(s.LeftOut)
	}
	return t.rows
}

// TrendCSV writes a series as a long table, the earliest assessment first: of each
// where its traits stand, and what changed since the one before.
func TrendCSV(w io.Writer, s *assess.Series) error {
	return long(w, func(yield func([]Row) bool) {
		for i := range s.Points {
			if !yield(seriesRows(s, i)) {
				return
			}
		}
	})
}

// TrendJSON writes the figures of [TrendCSV] as a list of trees, one an
// assessment.
func TrendJSON(w io.Writer, s *assess.Series) error {
	return trees(w, func(yield func(string) bool) {
		for i, p := range s.Points {
			if !yield(branch(p.Head, seriesRows(s, i))) {
				return
			}
		}
	}, "")
}

// trees writes assessments as a list, with more behind it.
func trees(w io.Writer, all iter.Seq[string], more string) error {
	lead := "{\n  \"assessments\": [\n    "
	for tree := range all {
		if _, err := io.WriteString(w, lead+strings.ReplaceAll(tree, "\n", "\n    ")); err != nil {
			return err
		}
		lead = ",\n    "
	}
	end := "\n  ]"
	if strings.HasPrefix(lead, "{") {
		end = "{\n  \"assessments\": []"
	}
	_, err := io.WriteString(w, end+more+"\n}\n")
	return err
}
