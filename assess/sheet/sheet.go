// Package sheet is a way to answer on paper: the questionnaire that is printed, and the
// line in which a filled-in sheet is typed, one key for each box on the paper. What is
// asked, and in which order, says package asking.
//
// [Paper] prints. [Parse] reads a line, [Format] writes it, [Echo] says what was
// understood.
package sheet

import (
	"slices"
	"strings"

	"collab/assess"
	"collab/assess/asking"
)

// Parse reads the line that was typed from one paper sheet, and gives the
// response that it is, with the round's association, date, rubric, length and
// joint work; or [Faults], and never a part of it. The line is
//
//	2: 32d4 2211 … targets: 3332t.4 priorities: 2,6 hurdles: 1,3w,7 forms: y 2yyn 1yy. 3... code: oak
//
// In front stands the role, by its number on the paper or its id. Then come the
// answers, a character each, in the order of the paper: what stands in the box that is
// marked, or a full stop. What follows is named, by its first letter too, and may come in
// any order but for the code, which is the rest of the line. Priorities and hurdles are
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
func Parse(round asking.Round, typed ...string) (assess.Response, error) {
	r := blank(round)
	p := paperOf(round)
	line, faults := p.split(typed)
	faults = append(faults, p.answers.readNamed(line.answers, line.named, &r)...)
	for _, part := range p.parts {
		if text, said := line.named[part.name()]; said {
			faults = append(faults, part.read(text, &r)...)
		}
	}
	if len(faults) > 0 {
		return assess.Response{}, faults
	}
	return r, nil
}

// blank is a response of a round that answers nothing.
func blank(round asking.Round) assess.Response {
	r := assess.NewResponse(round.Rubric)
	r.Association, r.Date, r.Length, r.JointWork = round.Association, round.Date, round.Length, round.JointWork
	return r
}

// Format writes the line that [Parse] reads: the answers, a blank
// between groups, and what else was given. What a sheet does not ask is left out.
func Format(round asking.Round, r *assess.Response) string {
	p := paperOf(round)
	words := []string{p.answers.write(r)}
	for _, part := range p.parts {
		switch text := part.write(r); {
		case text == "":
		case part.name() == asking.RoleID:
			words = slices.Insert(words, 0, text+nameMark)
		default:
			words = append(words, part.name()+nameMark, text)
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
func Echo(round asking.Round, r *assess.Response) []Understood {
	p := paperOf(round)
	said := p.answers.echo(r)
	var none []string
	for _, part := range p.parts {
		switch {
		case part.write(r) == "":
			none = append(none, part.name())
		case part.name() == asking.RoleID:
			said = slices.Concat(part.echo(r), said)
		default:
			said = append(said, part.echo(r)...)
		}
	}
	if len(none) > 0 {
		said = append(said, Understood{say.notGiven(), strings.Join(none, ", ")})
	}
	return said
}

// Correction is how a group of the answers of a line is typed again; empty where they are
// one group, which has no name.
func Correction(round asking.Round, r *assess.Response) string {
	rows := paperOf(round).answers.rows
	if len(rows) == 0 || rows[0].id == "" {
		return ""
	}
	return rows[0].id + nameMark + " " + rows[0].write(r)
}
