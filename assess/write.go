package assess

import (
	"bytes"
	"fmt"
	"strings"

	"collab/internal/strict"
	"collab/rubric"
)

// Encode writes the response file: one fact a line, in the rubric's order, so
// that the same answers give the same bytes. Characters that no file may hold
// are left out, so that what was written can always be read.
func (r *Response) Encode() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "format: %d\n", Format)
	fmt.Fprintf(&b, "association: %s\n", strict.Scalar(tidy(r.Association)))
	fmt.Fprintf(&b, "date: %s\n", r.Date)
	var who []strict.Pair
	if r.Role != "" {
		who = append(who, strict.Pair{Key: "role", Value: r.Role})
	}
	who = append(who, strict.Pair{Key: "code", Value: strict.Quote(tidy(r.Code))})
	fmt.Fprintf(&b, "respondent: %s\n", strict.Flow(who...))
	WriteRound(&b, r.Rubric, r.Length, r.JointWork)
	b.WriteString("\n")
	r.WriteBody(&b)
	return b.Bytes()
}

// WriteRound writes the lines that name a round's rubric, length and joint
// work, for response files and records alike.
func WriteRound(b *bytes.Buffer, r *rubric.Rubric, length Length, j JointWork) {
	fmt.Fprintf(b, "rubric: %s\n", strict.Scalar(r.Ref()))
	fmt.Fprintf(b, "length: %s\n", length)
	var pairs []strict.Pair
	if about := tidy(j.About); about != "" {
		pairs = append(pairs, strict.Pair{Key: "about", Value: strict.Quote(about)})
	}
	if j.Scope != "" {
		pairs = append(pairs, strict.Pair{Key: "scope", Value: j.Scope})
	}
	if j.Purpose != "" {
		pairs = append(pairs, strict.Pair{Key: "purpose", Value: j.Purpose})
	}
	if len(pairs) > 0 {
		fmt.Fprintf(b, "joint_work: %s\n", strict.Flow(pairs...))
	}
}

// WriteBody writes what one person said, from the answers to the notes, for
// response files and records of one person alike. Only the answers are written
// where there are none; the other parts are left out then.
func (r *Response) WriteBody(b *bytes.Buffer) {
	mapping(b, "", "answers", r.answerLines())
	section(b, "targets", r.targetLines())
	if len(r.Priorities) > 0 {
		fmt.Fprintf(b, "priorities: %s\n", strict.List(r.Priorities...))
	}
	if len(r.Hurdles) > 0 {
		met := []strict.Pair{{Key: "met", Value: strict.List(r.Hurdles...)}}
		if r.Worst != "" {
			met = append(met, strict.Pair{Key: "worst", Value: r.Worst})
		}
		fmt.Fprintf(b, "hurdles: %s\n", strict.Flow(met...))
	}
	if aim := r.aimPairs(); len(aim) > 0 {
		fmt.Fprintf(b, "aim: %s\n", strict.Flow(aim...))
	}
	section(b, "facts", r.factLines())
	section(b, "notes", r.noteLines())
}

// section writes a key with one line for each pair, and nothing where there is none.
func section(b *bytes.Buffer, key string, lines []strict.Pair) {
	if len(lines) > 0 {
		mapping(b, "", key, lines)
	}
}

// mapping writes a key with one line for each pair, and an empty mapping where there
// is none: for keys that a file must have.
func mapping(b *bytes.Buffer, indent, key string, lines []strict.Pair) {
	b.WriteString(indent + key + ":")
	if len(lines) == 0 {
		b.WriteString(" {}\n")
		return
	}
	b.WriteString("\n")
	for _, l := range lines {
		b.WriteString(indent + "  ")
		b.WriteString(l.Key)
		b.WriteString(": ")
		b.WriteString(l.Value)
		b.WriteString("\n")
	}
}

func (r *Response) answerLines() []strict.Pair {
	lines := make([]strict.Pair, 0, len(r.Answers))
	for i, q := range r.Rubric.Questions() {
		if a := r.Answers[i]; a != Unanswered {
			lines = append(lines, strict.Pair{Key: q.ID, Value: a.ID(r.Rubric)})
		}
	}
	return lines
}

func (r *Response) targetLines() []strict.Pair {
	var lines []strict.Pair
	for _, t := range r.Rubric.Targets.Questions {
		if target := r.Targets[t.Dimension]; target != NoTarget {
			lines = append(lines, strict.Pair{Key: t.Dimension, Value: target.ID(r.Rubric)})
		}
	}
	return lines
}

func (r *Response) aimPairs() []strict.Pair {
	var pairs []strict.Pair
	for _, f := range r.Rubric.Forms {
		if aim := r.Aim[f.ID]; aim != "" {
			pairs = append(pairs, strict.Pair{Key: f.ID, Value: aim})
		}
	}
	return pairs
}

func (r *Response) factLines() []strict.Pair {
	var lines []strict.Pair
	for _, f := range r.Rubric.Facts() {
		if fact := r.Facts[f.ID]; fact != "" {
			lines = append(lines, strict.Pair{Key: f.ID, Value: string(fact)})
		}
	}
	return lines
}

func (r *Response) noteLines() []strict.Pair {
	var lines []strict.Pair
	for _, q := range r.Rubric.Questions() {
		if note := tidy(r.Notes[q.ID]); note != "" {
			lines = append(lines, strict.Pair{Key: q.ID, Value: strict.Quote(note)})
		}
	}
	return lines
}

// tidy is typed text as a file holds it.
func tidy(text string) string { return strings.TrimSpace(strict.Clean(text)) }
