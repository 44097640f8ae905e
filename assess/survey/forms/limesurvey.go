package forms

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"collab/assess/asking"
)

// limeColumns are those of LimeSurvey's "Tab Separated Value survey structure", and behind
// them the one advanced setting that is used.
var limeColumns = []string{"class", "type/scale", "name", "relevance", "text", "help", "language", "validation", "mandatory", "other", "default", "same_default", "max_answers"}

// A limeRow is a row by the names of its columns.
type limeRow map[string]string

// LimeSurvey writes a survey structure, to be imported as a survey.
func LimeSurvey(w io.Writer, f asking.Form) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.Comma = '\t'
	if err := out.Write(limeColumns); err != nil {
		return err
	}
	for _, row := range limeRows(f) {
		cells := make([]string, len(limeColumns))
		for i, column := range limeColumns {
			cells[i] = row[column]
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func limeRows(f asking.Form) []limeRow {
	var rows []limeRow
	for _, set := range [][2]string{
		{"language", f.Language}, {"format", "G"}, {"anonymized", "Y"}, {"ipaddr", "N"}, {"datestamp", "N"},
		{"allowprev", "Y"}, {"showprogress", "Y"}, {"shownoanswer", "Y"},
	} {
		rows = append(rows, limeRow{"class": "S", "name": set[0], "text": set[1]})
	}
	for _, said := range [][2]string{
		{"surveyls_title", f.Title}, {"surveyls_welcometext", limeParagraphs(f.Opening())}, {"surveyls_endtext", limeText(f.Words.Thanks)},
	} {
		rows = append(rows, limeRow{"class": "SL", "name": said[0], "text": said[1], "language": f.Language})
	}
	for _, s := range f.Sections {
		rows = append(rows, limeRow{"class": "G", "name": s.Title, "relevance": "1", "text": limeParagraphs(s.Intro), "language": f.Language})
		for _, it := range s.Items {
			rows = append(rows, limeItem(f, it)...)
		}
	}
	return rows
}

// limeItem is a question with its answers, or with its options to tick.
func limeItem(f asking.Form, it *asking.Item) []limeRow {
	q := limeRow{"class": "Q", "type/scale": "L", "name": it.Code, "relevance": limeRelevance(f, it), "text": limeText(it.Prompts[0]),
		"help": limeText(it.Help), "language": f.Language, "mandatory": "N", "other": "N"}
	option := limeRow{"class": "A", "type/scale": "0"}
	switch {
	case it.Kind == asking.Text:
		q["type/scale"] = "S"
	case it.Kind == asking.Ticks:
		q["type/scale"] = "M"
		option = limeRow{"class": "SQ", "type/scale": "0", "relevance": "1", "mandatory": "N"}
		if it.Most < len(it.Options) {
			q["max_answers"] = fmt.Sprint(it.Most)
		}
	}
	rows := []limeRow{q}
	for i, o := range it.Options {
		row := limeRow{"name": limeCode(i), "text": limeText(o.Text()), "language": f.Language}
		for column, cell := range option {
			row[column] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

// limeCode is that of an option: LimeSurvey takes five characters.
func limeCode(place int) string { return fmt.Sprintf("A%d", place+1) }

// limeRelevance is the expression under which a question is asked.
func limeRelevance(f asking.Form, it *asking.Item) string {
	var either []string
	for _, s := range f.Sections {
		for _, other := range s.Items {
			for i, o := range other.Options {
				switch {
				case other.ID == it.When.Item && it.When.Of(o):
					either = append(either, fmt.Sprintf(`%s.NAOK == "%s"`, other.Code, limeCode(i)))
				case other.ID == it.Among:
					either = append(either, fmt.Sprintf(`%s_%s.NAOK == "Y"`, other.Code, limeCode(i)))
				}
			}
		}
	}
	if len(either) == 0 {
		return "1"
	}
	return strings.Join(either, " or ")
}

// limeText is one line of HTML that holds no expression, which would stand in braces.
func limeText(text string) string {
	return strings.NewReplacer("{", "&#123;", "}", "&#125;").Replace(htmlText(text))
}

func limeParagraphs(texts []string) string {
	var b strings.Builder
	for _, text := range texts {
		b.WriteString("<p>" + limeText(text) + "</p>")
	}
	return b.String()
}
