package reports

import (
	"io"
	"strings"

	"collab/assess"
)

// DiffTable writes a comparison as a long table, as [LongTable] does an
// assessment. The date of every row is that of the later one.
func DiffTable(w io.Writer, c *assess.Comparison) error { return long(w, ChangeRows(c)) }

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
		t.change(c, ch)
	}
	for _, e := range c.Excluded {
		t.about("excluded", e.Question)
		t.word("reason", string(e.Reason))
	}
	t.about("comparison", "round")
	for _, caution := range c.Cautions {
		t.yes("caution_"+string(caution), true)
	}
	if c.Test == assess.Linked {
		t.count("left_out", c.LeftOut())
	}
}

func (t *sheet) change(c *assess.Comparison, ch assess.Change) {
	t.about("change", ch.Dimension.ID)
	t.word("then_date", c.Then.Date.String())
	t.position("then", ch.Then)
	t.position("now", ch.Now)
	if ch.HasShift {
		t.shift("shift", ch.Shift)
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
	t.people(c, ch)
	t.word("verdict", string(ch.Verdict))
}

// people are those whom a change rests on. Of a side of fewer than five a record
// tells nothing.
func (t *sheet) people(c *assess.Comparison, ch assess.Change) {
	if c.Test == assess.Linked && ch.Why == "" {
		t.count("pairs", ch.Pairs)
	}
	if ch.NThen > 0 {
		t.count("n_then", ch.NThen)
	}
	if ch.NNow > 0 {
		t.count("n_now", ch.NNow)
	}
}

func (t *sheet) shift(measure string, s assess.Shift) { t.add(measure, s.String(), number) }

// SeriesRows are the figures of a series: of each assessment where its traits
// stand, and what changed since the one before.
func SeriesRows(s *assess.Series) []Row {
	var rows []Row
	for _, p := range s.Points {
		rows = append(rows, pointRows(p)...)
	}
	return rows
}

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

// TrendTable writes a series as a long table, the earliest assessment first.
func TrendTable(w io.Writer, s *assess.Series) error { return long(w, SeriesRows(s)) }

// TrendJSON writes the figures of [SeriesRows] as a list of trees, one an
// assessment.
func TrendJSON(w io.Writer, s *assess.Series) error {
	var trees []string
	for _, p := range s.Points {
		trees = append(trees, branch(p.Head, pointRows(p)))
	}
	_, err := io.WriteString(w, "{\n  \"assessments\": "+jsonList(trees)+"\n}\n")
	return err
}

// jsonList is a list of trees, below a name.
func jsonList(trees []string) string {
	if len(trees) == 0 {
		return "[]"
	}
	return "[\n    " + strings.Join(strings.Split(strings.Join(trees, ",\n"), "\n"), "\n    ") + "\n  ]"
}
