package sheet

import (
	"slices"
	"strings"
	"unicode/utf8"

	"collab/assess"
	"collab/internal/strict"
	"collab/rubric"
)

// The names of what follows the answers in a line. Their first letters differ.
const (
	rolePart       = "role"
	targetsPart    = "targets"
	formsPart      = "forms"
	prioritiesPart = "priorities"
	hurdlesPart    = "hurdles"
	codePart       = "code"
)

// What the parts are called that have no name in the rubric.
const (
	roleTitle       = "Role"
	targetsTitle    = "Targets"
	formsTitle      = "Forms"
	strategyTitle   = "Strategy"
	prioritiesTitle = "Priorities"
	hurdlesTitle    = "Hurdles"
	codeTitle       = "Code"
)

// worstKey stands behind the number of the worst hurdle.
const worstKey = "w"

// A paper is a response as what stands on the paper.
type paper struct {
	into    *assess.Response
	answers block
	parts   []part // of those that the rubric has, in the line's order
}

// A part is something beside the answers.
type part struct {
	name  string
	read  func(text string) Faults
	write func() string // empty where nothing was given
	echo  func() []Understood
}

func paperOf(r *assess.Response) *paper {
	s := &paper{into: r, answers: block{rows: answerRows(r)}}
	if len(r.Rubric.Roles) > 0 {
		s.parts = append(s.parts, rolePartOf(r))
	}
	if b := (block{targetsTitle, targetRows(r)}); len(b.rows) > 0 {
		s.parts = append(s.parts, b.part(targetsPart))
	}
	if b := (block{formsTitle, formRows(r)}); len(b.rows) > 0 {
		s.parts = append(s.parts, b.part(formsPart))
	}
	s.parts = append(s.parts, prioritiesPartOf(r))
	if len(r.Rubric.Hurdles.Items) > 0 {
		s.parts = append(s.parts, hurdlesPartOf(r))
	}
	s.parts = append(s.parts, codePartOf(r))
	return s
}

// part is a block under a name.
func (b block) part(name string) part {
	return part{
		name: name,
		read: func(text string) Faults { return b.read(text, nil) },
		write: func() string {
			if b.empty() {
				return ""
			}
			return b.write()
		},
		echo: b.echo,
	}
}

func answerRows(r *assess.Response) []boxRow {
	keys := numberKeys(r.Rubric.K()) + "dn"
	values := append(ranks[assess.Answer](r.Rubric.K()), assess.DontKnow, assess.DoesNotApply)
	expected := say.keysOfQuestion(r.Rubric.K(), emptyKey)
	var rows []boxRow
	for _, g := range Groups(r) {
		row := boxRow{id: g.Dimension.ID, title: g.Dimension.Short, first: g.First}
		for _, q := range g.Questions {
			row.cells = append(row.cells, box{
				keys: keys, expected: expected, taken: slices.Index(values, r.Answers[q]),
				take: func(i int) { r.Answers[q] = values[i] },
			})
		}
		rows = append(rows, row)
	}
	return rows
}

func targetRows(r *assess.Response) []boxRow {
	if len(r.Rubric.Targets.Questions) == 0 {
		return nil
	}
	values := append(ranks[assess.Target](r.Rubric.K()), assess.TodayIsRight)
	row := boxRow{title: targetsTitle}
	for _, q := range r.Rubric.Targets.Questions {
		row.cells = append(row.cells, box{
			keys:     numberKeys(r.Rubric.K()) + "t",
			expected: say.keysOfTarget(r.Rubric.K(), emptyKey),
			taken:    slices.Index(values, r.Targets[q.Dimension]),
			take:     func(i int) { r.Targets[q.Dimension] = values[i] },
		})
	}
	return []boxRow{row}
}

// ranks are the values from the first to the last stage.
func ranks[T ~int](k int) []T {
	var out []T
	for rank := 1; rank <= k; rank++ {
		out = append(out, T(rank))
	}
	return out
}

// formRows are the strategy, and a row a form: its aim and its facts.
func formRows(r *assess.Response) []boxRow {
	var rows []boxRow
	if r.Rubric.SaysSo != "" && r.Length == assess.Full {
		rows = append(rows, boxRow{title: strategyTitle, cells: []box{factCell(r, rubric.SaysSoID)}})
	}
	for _, f := range r.Rubric.Forms {
		row := boxRow{title: f.Name, cells: []box{aimCell(r, f.ID)}}
		for _, fact := range f.Facts {
			if r.Length == assess.Full {
				row.cells = append(row.cells, factCell(r, fact.ID))
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func aimCell(r *assess.Response, form string) box {
	values := rubric.IDs(r.Rubric.Aim.Choices)
	return box{
		keys:     numberKeys(len(values)),
		expected: say.keysOfAim(len(values), emptyKey),
		taken:    slices.Index(values, r.Aim[form]),
		take:     func(i int) { r.Aim[form] = values[i] },
	}
}

func factCell(r *assess.Response, id string) box {
	values := []assess.Fact{assess.Met, assess.NotMet, assess.FactUnknown}
	return box{
		keys:     "ynd",
		expected: say.keysOfFact(emptyKey),
		taken:    slices.Index(values, r.Facts[id]),
		take:     func(i int) { r.Facts[id] = values[i] },
	}
}

func rolePartOf(r *assess.Response) part {
	ids := rubric.IDs(r.Rubric.Roles)
	return part{
		name: rolePart,
		read: func(text string) Faults {
			i, known := choiceOf(text, ids)
			switch {
			case text == string(emptyKey):
			case !known:
				return Faults{{Group: roleTitle, Text: say.unknownRole(text, len(ids))}}
			default:
				r.Role = ids[i]
			}
			return nil
		},
		write: func() string {
			if r.Role == "" {
				return ""
			}
			return numberKey(slices.Index(ids, r.Role))
		},
		echo: func() []Understood {
			return []Understood{{roleTitle, numberKey(slices.Index(ids, r.Role)) + " " + rubric.NameOf(r.Rubric.Roles, r.Role)}}
		},
	}
}

func prioritiesPartOf(r *assess.Response) part {
	list := tickList{title: prioritiesTitle, noun: "priority", ids: r.Rubric.TraitIDs(), most: r.Rubric.Priorities.Max}
	return list.part(prioritiesPart,
		func(ids []string, _ string) { r.Priorities = ids },
		func() ([]string, string) { return r.Priorities, "" })
}

func hurdlesPartOf(r *assess.Response) part {
	list := tickList{title: hurdlesTitle, noun: "hurdle", ids: r.Rubric.HurdleIDs(), worst: true}
	return list.part(hurdlesPart,
		func(ids []string, worst string) { r.Hurdles, r.Worst = ids, worst },
		func() ([]string, string) { return r.Hurdles, r.Worst })
}

func codePartOf(r *assess.Response) part {
	return part{
		name: codePart,
		read: func(text string) Faults {
			n := utf8.RuneCountInString(text)
			switch {
			case text == string(emptyKey):
				return nil
			case n == 0 || n > assess.MaxCode:
				return Faults{{Group: codeTitle, Text: say.codeLength(n, assess.MaxCode)}}
			case text != strict.Clean(text) || strings.ContainsAny(text, "\n\t"):
				return Faults{{Group: codeTitle, Text: say.codeControl()}}
			}
			r.Code = text
			return nil
		},
		write: func() string { return r.Code },
		echo:  func() []Understood { return []Understood{{codeTitle, r.Code}} },
	}
}
