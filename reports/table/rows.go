// Package table gives the figures of an assessment, of a comparison, of a series and of
// a portfolio to programs: one list of rows, written as a long table (CSV) or as a
// tree (JSON) under the same names. The names are a stable interface.
//
// It computes nothing and words nothing: every figure is a field of what it is given,
// and what does not exist has no row. Texts that people typed cannot become formulas.
//
// Start with [Rows], [CSV] and [JSON]; change, series and portfolio have the same.
package table

import (
	"encoding/csv"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"collab/assess"
)

// A Row is one figure of the long table. The names of kinds, ids and measures
// are a stable interface: new ones may be added, none changes its meaning.
type Row struct {
	Association, Date, Kind, ID, Measure string
	Value                                Value
}

// A Value is one figure or word.
type Value struct {
	text string
	is   content
}

// content tells what a value's text is.
type content int

const (
	word   content = iota // an id, or yes or no
	typed                 // by a person, or taken from a rubric
	number                // with the decimals it is shown with
	list                  // ids, separated by a space
)

// CSV writes the assessment one figure a row, as CSV with a header row
// and LF. Texts that people typed cannot become formulas; numbers are as they are.
func CSV(w io.Writer, a *assess.Assessment) error {
	return long(w, slices.Values([][]Row{Rows(a)}))
}

// long writes rows as CSV, as many at once as come together.
func long(w io.Writer, parts iter.Seq[[]Row]) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"association", "date", "kind", "id", "measure", "value"}); err != nil {
		return err
	}
	for rows := range parts {
		for _, r := range rows {
			value := r.Value.text
			if r.Value.is == typed {
				value = cell(value)
			}
			if err := out.Write([]string{cell(r.Association), r.Date, r.Kind, r.ID, r.Measure, value}); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// Rows are the figures of an assessment: kinds and measures in the order of the
// interface's table, ids in the rubric's. What does not exist has no row.
func Rows(a *assess.Assessment) []Row {
	t := &sheet{Assessment: a}
	t.round()
	t.headline()
	for _, p := range a.Traits {
		t.placement("trait", p)
	}
	if a.Spectrum != nil {
		t.placement("spectrum", a.Spectrum.Placement)
		t.list("behind", a.Spectrum.Behind)
		t.list("ahead", a.Spectrum.Ahead)
	}
	t.answers()
	t.forms()
	t.actions()
	t.hurdles()
	t.roles()
	return t.rows
}

// A sheet collects rows about one thing after the other.
type sheet struct {
	*assess.Assessment
	kind, id string
	rows     []Row
}

func (t *sheet) about(kind, id string) { t.kind, t.id = kind, id }

func (t *sheet) add(measure, text string, is content) {
	if text == "" {
		return
	}
	t.rows = append(t.rows, Row{
		Association: t.Association, Date: t.Date.String(), Kind: t.kind, ID: t.id, Measure: measure,
		Value: Value{text, is},
	})
}

func (t *sheet) word(measure, id string)                    { t.add(measure, id, word) }
func (t *sheet) typed(measure, text string)                 { t.add(measure, text, typed) }
func (t *sheet) list(measure string, ids []string)          { t.add(measure, strings.Join(ids, " "), list) }
func (t *sheet) position(measure string, p assess.Position) { t.add(measure, p.String(), number) }
func (t *sheet) count(measure string, n int)                { t.add(measure, strconv.Itoa(n), number) }
func (t *sheet) stage(measure string, rank int) {
	t.add(measure, assess.Answer(rank).ID(t.Rubric), word)
}
func (t *sheet) solo() bool { return t.Mode == assess.Solo }

// yes says so; no is said by leaving it out.
func (t *sheet) yes(measure string, so bool) {
	if so {
		t.word(measure, string(assess.Yes))
	}
}

func (t *sheet) round() {
	t.about("assessment", "round")
	t.word("mode", string(t.Mode))
	t.count("people", t.People)
	if t.Body > 0 {
		t.count("body", t.Body)
	}
	t.typed("rubric", t.Rubric.ID)
	t.typed("rubric_version", t.Rubric.Version)
	t.word("length", string(t.Length))
	for _, c := range t.Cautions {
		t.yes("caution_"+string(c), true)
	}
}

func (t *sheet) headline() {
	h := t.Headline
	t.about("headline", "overall")
	t.stage("stage", h.Stage)
	t.list("lowest", h.Lowest)
	t.list("capped_by", h.CappedBy)
	t.stage("between_low", h.BetweenLow)
	t.stage("between_high", h.BetweenHigh)
	t.stage("unknown_low", h.UnknownLow)
	t.stage("unknown_high", h.UnknownHigh)
	t.word("talk_ahead", string(h.TalkAhead))
}

func (t *sheet) placement(kind string, p assess.Placement) {
	t.about(kind, p.Dimension.ID)
	t.position("position", p.Position)
	t.position("within", p.Within)
	t.position("between", p.Between)
	t.stage("stage", p.Stage)
	t.word("target", p.Target.ID(t.Rubric))
	if p.HasGap {
		t.count("gap", p.Gap)
	}
	t.spread(p)
	t.word("basis", string(p.Basis))
}

// answers are what one person said, and a room's counts.
func (t *sheet) answers() {
	for _, q := range t.Answers {
		t.about("question", q.ID)
		switch {
		case t.solo():
			t.word("answer", q.Answer().ID(t.Rubric))
		case q.Asked:
			t.counts(q)
		}
	}
}

func (t *sheet) forms() {
	for _, f := range t.Forms {
		t.about("form", f.Form.ID)
		t.word("ready", string(f.Ready))
		t.list("short", f.Short())
		t.list("unknown", f.Unknown())
		t.word("aim", f.Aim)
	}
}

func (t *sheet) actions() {
	for i, act := range t.Actions {
		t.about("action", strconv.Itoa(i+1))
		t.word("do", act.Do)
		t.stage("to", act.To)
		t.word("why", string(act.Why))
		if act.AgreeFirst {
			t.word("first", "agree_on_facts")
		}
		t.list("equal", act.Equal)
		t.list("close", act.Close)
	}
}

// hurdles are yes for one person, and counts of people for a room.
func (t *sheet) hurdles() {
	for _, h := range t.Obstacles {
		t.about("hurdle", h.ID)
		if t.solo() {
			t.yes("met", h.Met > 0)
			t.yes("worst", h.Worst > 0)
			continue
		}
		t.count("met", h.Met)
		t.add("worst", strconv.Itoa(h.Worst), number)
	}
}
