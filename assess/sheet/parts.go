package sheet

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"collab/assess"
	"collab/assess/asking"
	"collab/internal/strict"
)

// partNames are what several items are typed under together, by how their ids begin. An
// item of its own is typed under its id. First letters differ.
var partNames = map[string]string{"target": "targets", "aim": formsPart, "fact": formsPart}

const formsPart = "forms"

// A paper is what stands on the paper of a round, as it is typed.
type paper struct {
	answers *block
	parts   []part // in the order of the paper, but for the last, which is the rest of the line
}

// A part is something beside the answers, under a name.
type part interface {
	name() string
	read(text string, into *assess.Response) Faults
	write(r *assess.Response) string // empty where nothing was given
	echo(r *assess.Response) []Understood
	how(w *asking.Words) string // it is typed
}

func paperOf(round asking.Round) *paper {
	p := &paper{answers: &block{}}
	numbers := numbersOf(round)
	var last []part
	for _, s := range asking.Sections(round) {
		for i, it := range s.Items {
			first, _, _ := strings.Cut(it.ID, ".")
			switch name := partNames[first]; {
			case it.Kind == asking.Scale:
				p.answers.add(it, groupOf(round, s), numbers[it.ID])
			case name != "":
				p.block(name).add(it, formOf(round, it), 0)
			case it.Kind == asking.Text:
				last = append(last, word{it})
			case it.Kind == asking.Ticks:
				p.parts = append(p.parts, tickList{it, amongIt(it, s.Items[i+1:])})
			case it.Among == "":
				p.parts = append(p.parts, choice{it})
			}
		}
	}
	p.parts = append(p.parts, last...)
	return p
}

// block is the part of a name, made where there is none.
func (p *paper) block(name string) *block {
	for _, part := range p.parts {
		if b, is := part.(*block); is && b.named == name {
			return b
		}
	}
	b := &block{named: name}
	p.parts = append(p.parts, b)
	return b
}

// A group is what stands together in a block.
type group struct{ id, title string }

// groupOf is what a section of questions is called: by its dimension, where it has one.
func groupOf(round asking.Round, s asking.Section) group {
	if round.Again {
		return group{title: s.Title}
	}
	at := round.Rubric.Index(s.Items[0].ID)
	d, _ := round.Rubric.Dimension(round.Rubric.Questions()[at].Dimension)
	return group{d.ID, d.Short}
}

// formOf is the form that an item is about: the facts of a form stand in the row of its
// aim. Others have one row.
func formOf(round asking.Round, it *asking.Item) group {
	part, id, _ := strings.Cut(cmp.Or(it.When.Item, it.ID), ".")
	if form, is := round.Rubric.Form(id); is {
		return group{title: form.Name}
	}
	if partNames[part] == formsPart {
		return group{title: say.strategy()}
	}
	return group{title: title(partNames[part])}
}

// numbersOf are the numbers of a round's questions on the paper. It may be printed before
// anyone knows whether there was joint work, so they count every question of the length.
func numbersOf(round asking.Round) map[string]int {
	round.JointWork = assess.JointWork{}
	numbers := map[string]int{}
	for _, s := range asking.Sections(round) {
		for _, it := range s.Items {
			if it.Kind == asking.Scale {
				numbers[it.ID] = len(numbers) + 1
			}
		}
	}
	return numbers
}

// amongIt is the item whose options are those that were ticked of another.
func amongIt(it *asking.Item, others []*asking.Item) *asking.Item {
	i := slices.IndexFunc(others, func(o *asking.Item) bool { return o.Among == it.ID })
	if i < 0 {
		return nil
	}
	return others[i]
}

// roles is the part that may stand in front of the line; nil where no role is asked.
func (p *paper) roles() *choice {
	for _, part := range p.parts {
		if c, is := part.(choice); is && c.ID == asking.RoleID {
			return &c
		}
	}
	return nil
}

// title is what the part of a name is called.
func title(name string) string { return strings.ToUpper(name[:1]) + name[1:] }

// A choice is one option, typed as its number or its id.
type choice struct{ *asking.Item }

func (c choice) name() string               { return c.ID }
func (c choice) how(w *asking.Words) string { return w.ItsNumber }

func (c choice) option(text string) (place int, known bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	place = slices.IndexFunc(c.Options, func(o asking.Option) bool { return text == o.ID || text == o.Mark })
	return place, place >= 0
}

func (c choice) read(text string, into *assess.Response) Faults {
	place, known := c.option(text)
	switch {
	case text == string(emptyKey):
		return nil
	case !known:
		return Faults{{Group: title(c.ID), Text: say.unknown(text, len(c.Options))}}
	}
	c.Take(into, place)
	return nil
}

func (c choice) write(r *assess.Response) string {
	i := c.Taken(r)
	if i < 0 {
		return ""
	}
	return c.Options[i].Mark
}

func (c choice) echo(r *assess.Response) []Understood {
	return []Understood{{title(c.ID), c.write(r) + " " + c.Options[c.Taken(r)].Text()}}
}

// A word is typed as it is: the rest of the line.
type word struct{ *asking.Item }

func (w word) name() string             { return w.ID }
func (word) how(w *asking.Words) string { return w.EndOfLine }

func (w word) read(text string, into *assess.Response) Faults {
	n := utf8.RuneCountInString(text)
	switch {
	case text == string(emptyKey):
		return nil
	case n == 0 || n > w.Most:
		return Faults{{Group: title(w.ID), Text: say.codeLength(n, w.Most)}}
	case text != strict.Clean(text) || strings.ContainsAny(text, "\n\t"):
		return Faults{{Group: title(w.ID), Text: say.codeControl()}}
	}
	w.Type(into, text)
	return nil
}

func (w word) write(r *assess.Response) string      { return w.Typed(r) }
func (w word) echo(r *assess.Response) []Understood { return []Understood{{title(w.ID), w.write(r)}} }
