package forms

import (
	"fmt"
	"io"
	"strings"

	"collab/assess/asking"
)

// XLSForm writes a workbook as xlsform.org describes it, for KoboToolbox, ODK, SurveyCTO
// and Survey123. It has no groups, which would stand before the names in Kobo's tables:
// headings are notes.
func XLSForm(w io.Writer, f asking.Form) error {
	x := xlsForm{words: f.Words,
		survey:  [][]string{{"type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message", "choice_filter"}},
		choices: [][]string{{"list_name", "name", "label"}},
		listed:  map[string]bool{},
	}
	x.note("note_intro", f.Title, f.Opening())
	for i, s := range f.Sections {
		x.note(fmt.Sprintf("note_%d", i+1), s.Title, s.Intro)
		for _, it := range s.Items {
			x.add(it)
		}
	}
	return writeWorkbook(w, []sheet{
		{"survey", x.survey}, {"choices", x.choices},
		{"settings", [][]string{{"form_title", "form_id", "version", "default_language"}, {f.Title, formID(f), f.Rubric.Version, fmt.Sprintf("%[1]s (%[1]s)", f.Language)}}},
	})
}

type xlsForm struct {
	survey, choices [][]string
	listed          map[string]bool
	words           *asking.Words
}

// note shows a text. What stands in its hint is not above a column of the table, where
// it might be taken for a question.
func (x *xlsForm) note(name, heading string, paragraphs []string) {
	x.survey = append(x.survey, []string{"note", name, unreferred(heading), unreferred(joined(paragraphs)), "", "", "", "", ""})
}

func (x *xlsForm) add(it *asking.Item) {
	row := []string{"text", underscored(it.ID), unreferred(it.Prompts[0]), unreferred(it.Help), "no", relevant(it), "", "", ""}
	switch list := listOf(it); {
	case it.Kind == asking.Text:
	case it.Kind == asking.Ticks:
		row[0] = "select_multiple " + list
		if it.Most < len(it.Options) {
			row[6], row[7] = fmt.Sprintf("count-selected(.) <= %d", it.Most), asking.Fill(x.words.AtMost, "most", it.Most)
		}
		x.list(list, it.Options)
	default:
		row[0] = "select_one " + list
		if it.Among != "" {
			row[8] = fmt.Sprintf("selected(${%s}, name)", underscored(it.Among))
		}
		x.list(list, it.Options)
	}
	x.survey = append(x.survey, row)
}

// listOf is the list of an item's options; one among which another chooses has its.
func listOf(it *asking.Item) string {
	if it.Among != "" {
		return underscored(it.Among)
	}
	return underscored(it.ID)
}

func (x *xlsForm) list(name string, options []asking.Option) {
	if x.listed[name] {
		return
	}
	x.listed[name] = true
	for _, o := range options {
		x.choices = append(x.choices, []string{name, o.Key(), unreferred(o.Text())})
	}
}

// relevant is the condition under which an item is asked.
func relevant(it *asking.Item) string {
	if it.Among != "" {
		return fmt.Sprintf("${%s} != ''", underscored(it.Among))
	}
	var either []string
	for _, id := range it.When.Any {
		either = append(either, fmt.Sprintf("${%s} = '%s'", underscored(it.When.Item), id))
	}
	return strings.Join(either, " or ")
}

// formID tells the rounds of a rubric apart, and its lengths.
func formID(f asking.Form) string {
	id := strings.ReplaceAll(f.Rubric.ID, "-", "_") + "_" + string(f.Length)
	if f.Again {
		id += "_second_round"
	}
	return id
}
