package forms_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"collab/rubric"
)

func paragraphsOf(t *testing.T, file []byte) []string {
	t.Helper()
	var document struct {
		Paragraphs []struct {
			Text string `xml:"r>t"`
		} `xml:"body>p"`
	}
	decode(t, partsOf(t, file)["word/document.xml"], &document)
	var all []string
	for _, p := range document.Paragraphs {
		all = append(all, p.Text)
	}
	return all
}

// wordQuestions reads the document as Microsoft Forms does: numbers begin questions,
// letters their options.
func wordQuestions(t *testing.T, file []byte, r *rubric.Rubric) (asked []question) {
	t.Helper()
	begins, option := regexp.MustCompile(`^(\d+)\. (.*)$`), regexp.MustCompile(`^([A-Z]{1,2})\. (.*)$`)
	for _, p := range paragraphsOf(t, file) {
		if found := begins.FindStringSubmatch(p); found != nil {
			if found[1] != strconv.Itoa(len(asked)+1) {
				t.Errorf("%q stands after question %d", p, len(asked))
			}
			asked = append(asked, question{name: found[1], text: found[2], typed: true})
		} else if found := option.FindStringSubmatch(p); found != nil {
			q := &asked[len(asked)-1]
			q.typed, q.texts = false, append(q.texts, found[2])
		}
	}
	for i := range asked { // Microsoft Forms takes this from whoever imports the document
		asked[i].many = len(asked[i].texts) > 0 && slices.Contains([]string{r.Priorities.Prompt, r.Hurdles.Prompt}, asked[i].text)
	}
	return asked
}

func TestTablesOfMicrosoftFormsAreRead(t *testing.T) {
	for name, round := range rounds() {
		asked := wordQuestions(t, exported(t, "word", round), round.Rubric)
		table := func(numbered bool) func([]string) [][]string {
			return func(ids []string) [][]string {
				columns := []column{own([]string{"ID"}, "1"), own([]string{"Start time"}, "46000.5"), own([]string{"Completion time"}, "46000.6"),
					own([]string{"Email"}, "anonymous"), own([]string{"Name"}, "")}
				for i, q := range asked {
					header, texts := q.text, q.texts
					if numbered {
						header, texts = q.name+". "+q.text, nil
						for place, text := range q.texts {
							texts = append(texts, fmt.Sprintf("%c. %s", 'A'+place, text))
						}
					}
					between := ""
					if q.many {
						between = ";"
					}
					columns = append(columns, oneCell([]string{header}, ids[i], q.typed, texts, between))
				}
				return tableOf(1, round.Rubric, columns)
			}
		}
		t.Run(name, func(t *testing.T) {
			reads(t, asked, round, map[string]func([]string) [][]string{"texts": table(false), "numbers and letters kept": table(true)})
		})
	}
}
