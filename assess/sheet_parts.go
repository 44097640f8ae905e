package assess

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

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

// A paperSheet is a response as what stands on the paper.
type paperSheet struct {
	into    *Response
	answers sheetBlock
	parts   []sheetPart // of those that the rubric has, in the line's order
}

// A sheetPart is something beside the answers.
type sheetPart struct {
	name  string
	read  func(text string) SheetFaults
	write func() string // empty where nothing was given
	echo  func() []SheetEcho
}

func sheetOf(r *Response) *paperSheet {
	s := &paperSheet{into: r, answers: sheetBlock{rows: answerRows(r)}}
	if len(r.Rubric.Roles) > 0 {
		s.parts = append(s.parts, rolePartOf(r))
	}
	if b := (sheetBlock{targetsTitle, targetRows(r)}); len(b.rows) > 0 {
		s.parts = append(s.parts, b.part(targetsPart))
	}
	if b := (sheetBlock{formsTitle, formRows(r)}); len(b.rows) > 0 {
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
func (b sheetBlock) part(name string) sheetPart {
	return sheetPart{
		name: name,
		read: func(text string) SheetFaults { return b.read(text, nil) },
		write: func() string {
			if b.empty() {
				return ""
			}
			return b.write()
		},
		echo: b.echo,
	}
}

func answerRows(r *Response) []sheetRow {
	keys := numberKeys(r.Rubric.K()) + "dn"
	values := append(ranks[Answer](r.Rubric.K()), DontKnow, DoesNotApply)
	expected := fmt.Sprintf("1 to %d, d (don't know), n (does not apply) or %c (unanswered)", r.Rubric.K(), emptyKey)
	var rows []sheetRow
	for _, g := range SheetGroups(r) {
		row := sheetRow{id: g.Dimension.ID, title: g.Dimension.Short, first: g.First}
		for _, q := range g.Questions {
			row.cells = append(row.cells, sheetCell{
				keys: keys, expected: expected, taken: slices.Index(values, r.Answers[q]),
				take: func(i int) { r.Answers[q] = values[i] },
			})
		}
		rows = append(rows, row)
	}
	return rows
}

func targetRows(r *Response) []sheetRow {
	if len(r.Rubric.Targets.Questions) == 0 {
		return nil
	}
	values := append(ranks[Target](r.Rubric.K()), TodayIsRight)
	row := sheetRow{title: targetsTitle}
	for _, q := range r.Rubric.Targets.Questions {
		row.cells = append(row.cells, sheetCell{
			keys:     numberKeys(r.Rubric.K()) + "t",
			expected: fmt.Sprintf("1 to %d, t (today is right) or %c (no target)", r.Rubric.K(), emptyKey),
			taken:    slices.Index(values, r.Targets[q.Dimension]),
			take:     func(i int) { r.Targets[q.Dimension] = values[i] },
		})
	}
	return []sheetRow{row}
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
func formRows(r *Response) []sheetRow {
	var rows []sheetRow
	if r.Rubric.SaysSo != "" && r.Length == Full {
		rows = append(rows, sheetRow{title: strategyTitle, cells: []sheetCell{factCell(r, rubric.SaysSoID)}})
	}
	for _, f := range r.Rubric.Forms {
		row := sheetRow{title: f.Name, cells: []sheetCell{aimCell(r, f.ID)}}
		for _, fact := range f.Facts {
			if r.Length == Full {
				row.cells = append(row.cells, factCell(r, fact.ID))
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func aimCell(r *Response, form string) sheetCell {
	values := rubric.IDs(r.Rubric.Aim.Choices)
	return sheetCell{
		keys:     numberKeys(len(values)),
		expected: fmt.Sprintf("1 to %d or %c (no answer)", len(values), emptyKey),
		taken:    slices.Index(values, r.Aim[form]),
		take:     func(i int) { r.Aim[form] = values[i] },
	}
}

func factCell(r *Response, id string) sheetCell {
	values := []Fact{Met, NotMet, FactUnknown}
	return sheetCell{
		keys:     "ynd",
		expected: fmt.Sprintf("y, n, d (don't know) or %c (no answer)", emptyKey),
		taken:    slices.Index(values, r.Facts[id]),
		take:     func(i int) { r.Facts[id] = values[i] },
	}
}

func rolePartOf(r *Response) sheetPart {
	ids := rubric.IDs(r.Rubric.Roles)
	return sheetPart{
		name: rolePart,
		read: func(text string) SheetFaults {
			i, known := choiceOf(text, ids)
			switch {
			case text == string(emptyKey):
			case !known:
				return SheetFaults{{Group: roleTitle, Text: fmt.Sprintf("%q is unknown; expected 1 to %d", text, len(ids))}}
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
		echo: func() []SheetEcho {
			return []SheetEcho{{roleTitle, numberKey(slices.Index(ids, r.Role)) + " " + rubric.NameOf(r.Rubric.Roles, r.Role)}}
		},
	}
}

func prioritiesPartOf(r *Response) sheetPart {
	list := sheetList{title: prioritiesTitle, noun: "priority", ids: lexiconOf(r.Rubric).traits, most: r.Rubric.Priorities.Max}
	return list.part(prioritiesPart,
		func(ids []string, _ string) { r.Priorities = ids },
		func() ([]string, string) { return r.Priorities, "" })
}

func hurdlesPartOf(r *Response) sheetPart {
	list := sheetList{title: hurdlesTitle, noun: "hurdle", ids: lexiconOf(r.Rubric).hurdles, worst: true}
	return list.part(hurdlesPart,
		func(ids []string, worst string) { r.Hurdles, r.Worst = ids, worst },
		func() ([]string, string) { return r.Hurdles, r.Worst })
}

func codePartOf(r *Response) sheetPart {
	return sheetPart{
		name: codePart,
		read: func(text string) SheetFaults {
			n := utf8.RuneCountInString(text)
			switch {
			case text == string(emptyKey):
				return nil
			case n == 0 || n > MaxCode:
				return SheetFaults{{Group: codeTitle, Text: fmt.Sprintf("has %d characters; expected 1 to %d", n, MaxCode)}}
			case text != strict.Clean(text) || strings.ContainsAny(text, "\n\t"):
				return SheetFaults{{Group: codeTitle, Text: "holds a control character; expected text"}}
			}
			r.Code = text
			return nil
		},
		write: func() string { return r.Code },
		echo:  func() []SheetEcho { return []SheetEcho{{codeTitle, r.Code}} },
	}
}
