// Package record is the file of an assessment: what was answered, then what
// follows from it.
//
// [Encode] writes an assessment, [Read] gives back its tally, and [Verify]
// says whether a file's findings are those that follow from its answers. Only
// the answers of a record are ever read; its findings stand there for people
// and for git. The package takes and gives bytes; which file they are is
// decided by whoever calls it.
//
// A record has one fact a line, in the rubric's order, with two decimals and
// LF line ends, and nothing of the time, the machine or the run: the same
// answers give the same bytes.
package record

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"collab/assess"
	"collab/internal/strict"
	"collab/rubric"
)

// Method numbers the rules that make the findings, as the specification of the
// measurement does.
const Method = 1

// usualSize is a little more than the bytes of most records.
const usualSize = 10 << 10

// sealLength is the number of hexadecimal digits in a seal.
const sealLength = 12

// Seal is the first characters of a record's SHA-256, so that a print-out can
// be matched with a file. Line ends count as LF.
func Seal(text []byte) string {
	sum := sha256.Sum256(unixLines(text))
	return hex.EncodeToString(sum[:])[:sealLength]
}

// unixLines undoes what git does to line ends on Windows.
func unixLines(text []byte) []byte {
	if bytes.IndexByte(text, '\r') < 0 {
		return text
	}
	return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
}

// remarks say beside the mode how to read it.
var remarks = map[assess.Mode]string{
	assess.Solo:  "one person's view, which tends to be optimistic",
	assess.Group: "each answered alone; counts and positions, never a row of one person",
	assess.Hands: "counted in the room: not private",
}

// Encode writes the record of an assessment.
func Encode(a *assess.Assessment) []byte {
	var b bytes.Buffer
	b.Grow(usualSize)
	fmt.Fprintf(&b, "format: %d\n", assess.Format)
	fmt.Fprintf(&b, "method: %d\n", Method)
	fmt.Fprintf(&b, "association: %s\n", strict.Scalar(a.Association))
	if len(a.Formerly) > 0 {
		fmt.Fprintf(&b, "%s: %s\n", formerlyKey, names(a.Formerly))
	}
	fmt.Fprintf(&b, "date: %s\n", a.Date)
	fmt.Fprintf(&b, "mode: %s  # %s\n", a.Mode, remarks[a.Mode])
	encodePeople(&b, a)
	assess.WriteRound(&b, a.Rubric, a.Length, a.JointWork)
	b.WriteString("\n")
	if r, ok := a.Response(); ok {
		r.WriteBody(&b)
	} else {
		a.WriteCounts(&b)
	}
	b.WriteString(findingsLine)
	for _, f := range findings(a) {
		fmt.Fprintf(&b, "  %s: %s\n", f.Key, f.Value)
	}
	b.WriteString("\nwording:  # digests of prompt and anchors: what may be compared later\n")
	for _, w := range wording(a.Rubric, a.Length) {
		fmt.Fprintf(&b, "  %s: %s\n", w.Key, w.Value)
	}
	return b.Bytes()
}

// findingsLine parts what was answered from what follows.
const findingsLine = "\nfindings:  # follow from the above: collab verify\n"

// encodePeople writes who answered.
func encodePeople(b *bytes.Buffer, a *assess.Assessment) {
	if a.Mode == assess.Solo {
		if a.Role != "" {
			fmt.Fprintf(b, "role: %s\n", a.Role)
		}
		return
	}
	fmt.Fprintf(b, "people: %d\n", a.People)
	if a.Body > 0 {
		fmt.Fprintf(b, "body: %d\n", a.Body)
	}
	if a.Named {
		b.WriteString("named: true  # under five people, who agreed that their answers can be traced\n")
	}
	if roles := a.RolePairs(); len(roles) > 0 {
		fmt.Fprintf(b, "roles: %s\n", strict.Flow(roles...))
	}
}

// findings are the lines that follow from the answers.
func findings(a *assess.Assessment) []strict.Pair {
	lines := []strict.Pair{{Key: "headline", Value: headline(a)}}
	for _, t := range a.Traits {
		if t.Position > 0 || t.Stage > 0 {
			lines = append(lines, strict.Pair{Key: t.Dimension.ID, Value: strict.Flow(placement(a, t)...)})
		}
	}
	if s := a.Spectrum; s != nil && (s.Position > 0 || s.Stage > 0) {
		lines = append(lines, strict.Pair{Key: s.Dimension.ID, Value: spectrum(a, s)})
	}
	for _, f := range a.Forms {
		lines = append(lines, strict.Pair{Key: f.Form.ID, Value: readiness(f)})
	}
	for i, action := range a.Actions {
		lines = append(lines, strict.Pair{Key: fmt.Sprintf("action.%d", i+1), Value: step(a.Rubric, action)})
	}
	return lines
}

func headline(a *assess.Assessment) string {
	h := a.Headline
	var p pairs
	p.stage(a.Rubric, "stage", h.Stage)
	p.ids("lowest", h.Lowest)
	p.ids("capped_by", h.CappedBy)
	p.stage(a.Rubric, "between_low", h.BetweenLow)
	p.stage(a.Rubric, "between_high", h.BetweenHigh)
	p.stage(a.Rubric, "unknown_low", h.UnknownLow)
	p.stage(a.Rubric, "unknown_high", h.UnknownHigh)
	p.word("talk_ahead", string(h.TalkAhead))
	return strict.Flow(p...)
}

func placement(a *assess.Assessment, t assess.Placement) []strict.Pair {
	var p pairs
	p.stage(a.Rubric, "stage", t.Stage)
	p.word("position", t.Position.String())
	p.word("from", string(t.From))
	p.word("within", t.Within.String())
	p.word("between", t.Between.String())
	p.word("basis", string(t.Basis))
	if a.Mode != assess.Solo {
		p.word("target", t.Target.ID(a.Rubric))
	}
	if t.HasGap {
		p.word("gap", fmt.Sprint(t.Gap))
	}
	p.word("low", t.Low.String())
	p.word("high", t.High.String())
	p.ids("split", a.Split(t.Dimension.ID))
	if a.Mode != assess.Solo {
		p.ids("unknown", a.UnknownOf(t.Dimension.ID))
	}
	return p
}

func spectrum(a *assess.Assessment, s *assess.Spectrum) string {
	p := pairs(placement(a, s.Placement))
	if s.Stage > 0 {
		p.word("behind", strict.List(s.Behind...))
		p.word("ahead", strict.List(s.Ahead...))
	}
	return strict.Flow(p...)
}

func readiness(f assess.Readiness) string {
	var p pairs
	p.word("ready", string(f.Ready))
	p.ids("short", f.Short())
	p.ids("unknown", f.Unknown())
	return strict.Flow(p...)
}

func step(r *rubric.Rubric, a assess.Action) string {
	var p pairs
	p.word("do", a.Do)
	p.stage(r, "to", a.To)
	p.word("why", string(a.Why))
	if a.AgreeFirst {
		p.word("first", "agree_on_facts")
	}
	p.ids("equal", a.Equal)
	p.ids("close", a.Close)
	return strict.Flow(p...)
}

// pairs collects what there is and leaves out what there is not.
type pairs []strict.Pair

func (p *pairs) word(key, value string) {
	if value != "" {
		*p = append(*p, strict.Pair{Key: key, Value: value})
	}
}

func (p *pairs) stage(r *rubric.Rubric, key string, rank int) {
	if rank > 0 {
		p.word(key, r.Stages[rank-1].ID)
	}
}

func (p *pairs) ids(key string, ids []string) {
	if len(ids) > 0 {
		p.word(key, strict.List(ids...))
	}
}

// wording lists the digests of the questions that a length asks, a dimension a line.
func wording(r *rubric.Rubric, length assess.Length) []strict.Pair {
	var lines []strict.Pair
	for _, d := range r.Dimensions {
		var p pairs
		for _, q := range d.Questions {
			if length.Asks(q) {
				p.word(strings.TrimPrefix(q.ID, d.ID+"."), strict.Scalar(q.Wording))
			}
		}
		if len(p) > 0 {
			lines = append(lines, strict.Pair{Key: d.ID, Value: strict.Flow(p...)})
		}
	}
	return lines
}
