// Package plan is the file of what an association agreed to do: who, by when, and what
// became of it.
//
// A plan holds the steps of the association's assessments and nothing else: it is not a
// task manager. It never enters scoring, so it lies beside the record and not in it.
// People edit it by hand or by collab plan; [Parse] reads it and says everything that is
// wrong with it, [Plan.Encode] writes it, one fact a line. What it holds of people is a
// name that somebody typed by choice.
package plan

import (
	"bytes"
	"fmt"
	"slices"

	"collab/assess"
	"collab/internal/strict"
)

// Format is the layout that is written, and the newest that is read.
const Format = 1

// Limits of what is read.
const (
	MaxRounds = 60 // assessments
	MaxSteps  = 3  // of one: no assessment names more
	MaxLine   = 300
	MaxWho    = 120
)

// A Plan is what was agreed after each of an association's assessments.
type Plan struct {
	Association string
	Next        assess.Date // of the assessment to come; zero where it is not set
	Rounds      []Round     // the earliest first, one at most for a day
}

// A Round is what was agreed after one assessment.
type Round struct {
	Date  assess.Date // of the assessment
	Steps []Step      // in the order agreed
}

// A Step is one thing to do.
type Step struct {
	Do     string      // id of the question or fact that it is about
	Words  string      // what to do, as the report said it or as somebody put it
	Who    string      // may be empty
	By     assess.Date // zero where no day is set
	Became Outcome
	Why    string // it became so; may be empty
}

// An Outcome is what became of a step; its values are their ids in files.
type Outcome string

// The outcomes.
const (
	NotSaid Outcome = ""
	Done    Outcome = "done"
	NotYet  Outcome = "not_yet"
	Dropped Outcome = "dropped"
)

// Outcomes are those that can be said.
func Outcomes() []string { return []string{string(Done), string(NotYet), string(Dropped)} }

// Closed is true of a step that nobody has to do any more.
func (s Step) Closed() bool { return s.Became == Done || s.Became == Dropped }

// Taken is true of a step that somebody took, or that a day is set for.
func (s Step) Taken() bool { return s.Who != "" || !s.By.IsZero() }

// At finds what was agreed after the assessment of a day.
func (p *Plan) At(date assess.Date) *Round {
	if p == nil {
		return nil
	}
	for i := range p.Rounds {
		if p.Rounds[i].Date.Equal(date.Time) {
			return &p.Rounds[i]
		}
	}
	return nil
}

// Agreed is true where anybody said anything of the steps: an assessment only suggests
// them.
func (r Round) Agreed() bool {
	return slices.ContainsFunc(r.Steps, func(s Step) bool { return s.Taken() || s.Became != NotSaid })
}

// Between is what was agreed from one day on and before another.
func (p *Plan) Between(from, before assess.Date) []Round {
	if p == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(p.Rounds), func(r Round) bool {
		return r.Date.Before(from.Time) || !r.Date.Before(before.Time) || !r.Agreed()
	})
}

// Agree adds the steps of an assessment, unless something was agreed after it already.
func (p *Plan) Agree(date assess.Date, steps []Step) {
	if p.At(date) != nil || len(steps) == 0 {
		return
	}
	p.Rounds = append(p.Rounds, Round{date, steps})
	slices.SortStableFunc(p.Rounds, func(a, b Round) int { return a.Date.Compare(b.Date.Time) })
}

// Step finds a step by its id.
func (r *Round) Step(do string) *Step {
	for i := range r.Steps {
		if r.Steps[i].Do == do {
			return &r.Steps[i]
		}
	}
	return nil
}

// NextDay is the day of the assessment to come: the one set, else a year after the
// latest of which something was agreed. No year has more than four digits: in the last of
// them it is the same day.
func (p *Plan) NextDay() assess.Date {
	if !p.Next.IsZero() || len(p.Rounds) == 0 {
		return p.Next
	}
	latest := p.Rounds[len(p.Rounds)-1].Date
	if next := latest.AddDate(1, 0, 0); next.Year() <= lastYear {
		return assess.Date{Time: next}
	}
	return latest
}

// lastYear is the last that a date and a calendar can write.
const lastYear = 9999

// Encode writes the plan: one fact a line, so that git shows what somebody changed.
func (p *Plan) Encode() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "format: %d\n", Format)
	fmt.Fprintf(&b, "association: %s\n", strict.Scalar(strict.Clean(p.Association)))
	if !p.Next.IsZero() {
		fmt.Fprintf(&b, "next_assessment: %s\n", p.Next)
	}
	b.WriteString("\nagreed:\n")
	for _, r := range p.Rounds {
		fmt.Fprintf(&b, "  - assessment: %s\n    steps:\n", r.Date)
		for _, s := range r.Steps {
			s.encode(&b)
		}
	}
	if len(p.Rounds) == 0 {
		b.Truncate(b.Len() - 1)
		b.WriteString(" []\n")
	}
	return b.Bytes()
}

func (s Step) encode(b *bytes.Buffer) {
	fmt.Fprintf(b, "      - do: %s\n", strict.Scalar(s.Do))
	by := ""
	if !s.By.IsZero() {
		by = s.By.String()
	}
	for _, fact := range []strict.Pair{
		{Key: "step", Value: quoted(s.Words)}, {Key: "who", Value: quoted(s.Who)}, {Key: "by", Value: by},
		{Key: "became", Value: string(s.Became)}, {Key: "why", Value: quoted(s.Why)},
	} {
		if fact.Value != "" {
			fmt.Fprintf(b, "        %s: %s\n", fact.Key, fact.Value)
		}
	}
}

// quoted is typed text as the file holds it; nothing where there is none.
func quoted(text string) string {
	if text == "" {
		return ""
	}
	return strict.Quote(strict.Clean(text))
}
