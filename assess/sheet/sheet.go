// Package sheet reads and writes the line in which a paper sheet is typed: one key
// for each box on the paper. [Parse] reads a line, [Format] writes it, [Echo] says
// what was understood.
package sheet

import (
	"slices"
	"strings"

	"collab/assess"
	"collab/rubric"
)

// A Group is what stands together on a paper sheet and in its line: the
// questions of one dimension that a round asks.
type Group struct {
	Dimension *rubric.Dimension
	First     int   // the number that the paper gives the first of them; the others follow
	Questions []int // their places in [rubric.Rubric.Questions]; never none
}

// Groups are the groups of a round's sheets, in the rubric's order. The
// round is said by the rubric, length and joint work of a response; what it
// answers does not matter. The paper is printed before anyone knows whether
// there was joint work, so numbers count every question of the length, and
// only groups are left out.
func Groups(round *assess.Response) []Group {
	var groups []Group
	number := 1
	for _, d := range round.Rubric.Dimensions {
		g := Group{Dimension: d, First: number}
		for _, q := range d.Questions {
			if round.Length.Asks(q) {
				number++
			}
			if round.Asked(q) {
				g.Questions = append(g.Questions, round.Rubric.Index(q.ID))
			}
		}
		if len(g.Questions) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// Parse reads the line that was typed from one paper sheet, and gives the
// response that it is, with the round's association, date, rubric, length and
// joint work; or [Faults], and never a part of it. The line is
//
//	2: 32d4 2211 … targets: 3332t.4 forms: y 2yyn 1yy. 3... priorities: 2,6 hurdles: 1,3w,7 code: oak
//
// In front stands the role, by its number on the paper or its id. Then come the
// answers, a character each, in the order of [Groups]: a digit is a rank from
// 1 to K, d is don't know, n is does not apply, a full stop is unanswered. What
// follows is named, by its first letter too, and may come in any order but for
// the code, which is the rest of the line. Targets are a rank or t (today is right) each.
// Of the forms come the strategy, then for each form the aim and its facts (y, n
// or d); the short length has the aims alone. Priorities and hurdles are
// numbers with commas; w marks the worst hurdle. Everything but the answers may
// be left out, and capitals count alike.
//
// Blanks may stand anywhere. Where they part answers or forms into as many
// pieces as there are groups, each piece is a group and must have its length: a slip
// that shifts all later answers is found there even if another makes up for it.
//
// Each further text corrects what was typed before: it names the groups that it
// replaces, also those of answers by their short name or id (trust: 2211), or is a
// whole line again.
func Parse(round *assess.Response, typed ...string) (assess.Response, error) {
	r := assess.NewResponse(round.Rubric)
	r.Association, r.Date, r.Length, r.JointWork = round.Association, round.Date, round.Length, round.JointWork
	s := paperOf(&r)
	line, faults := s.split(typed)
	faults = append(faults, s.answers.read(line.answers, line.named)...)
	for _, part := range s.parts {
		if text, said := line.named[part.name]; said {
			faults = append(faults, part.read(text)...)
		}
	}
	if len(faults) > 0 {
		return assess.Response{}, faults
	}
	return r, nil
}

// Format writes the line that [Parse] reads: the answers, a blank
// between groups, and what else was given. What a sheet does not ask is left out.
func Format(r *assess.Response) string {
	s := paperOf(r)
	words := []string{s.answers.write()}
	if i := slices.Index(rubric.IDs(r.Rubric.Roles), r.Role); i >= 0 {
		words = slices.Insert(words, 0, numberKey(i)+roleMark)
	}
	for _, part := range s.parts {
		if text := part.write(); text != "" && part.name != rolePart {
			words = append(words, part.name+nameMark, text)
		}
	}
	return strings.Join(words, " ")
}

// A Understood is what was understood of one group.
type Understood struct {
	Group string // as it is called on the paper; the rubric's words, and as untrusted
	Said  string // its keys, or what was typed
}

// Echo says what was understood, to be checked against the paper, group
// by group in the order of [Parse]; and of what else nothing was given.
func Echo(r *assess.Response) []Understood {
	s := paperOf(r)
	var said []Understood
	var none []string
	for _, part := range s.parts {
		if part.write() == "" {
			none = append(none, part.name)
			continue
		}
		said = append(said, part.echo()...)
	}
	role := slices.IndexFunc(said, func(e Understood) bool { return e.Group == roleTitle })
	said = slices.Insert(said, role+1, s.answers.echo()...)
	if len(none) > 0 {
		said = append(said, Understood{say.notGiven(), strings.Join(none, ", ")})
	}
	return said
}
