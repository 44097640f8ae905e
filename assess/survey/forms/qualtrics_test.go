package forms_test

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"
)

// qualtricsQuestions reads the advanced format: a tag opens what follows.
func qualtricsQuestions(t *testing.T, file []byte) (asked []question, texts []string) {
	t.Helper()
	if !strings.HasPrefix(string(file), "[[AdvancedFormat]]\n") {
		t.Error("the file does not say its format first")
	}
	tag := regexp.MustCompile(`^\[\[(\w+)(?::(.*))?\]\]$`)
	in, seen := "", map[string]bool{}
	for _, line := range strings.Split(string(file), "\n") {
		found := tag.FindStringSubmatch(line)
		line = html.UnescapeString(line)
		switch {
		case len(found) > 0:
			in = found[1]
			switch {
			case in == "Question" && found[2] == "DB":
				in = "Text"
			case in == "Question":
				kinds := map[string]question{"MC:SingleAnswer:Vertical": {}, "MC:MultipleAnswer:Vertical": {many: true}, "TE:SingleLine": {typed: true}}
				kind, known := kinds[found[2]]
				if !known {
					t.Errorf("the tag %s", found[0])
				}
				asked = append(asked, kind)
			case in == "ID":
				if seen[found[2]] || !regexp.MustCompile(`^\w+$`).MatchString(found[2]) {
					t.Errorf("the id %s", found[2])
				}
				seen[found[2]] = true
				if n := len(asked); n > 0 && asked[n-1].name == "" {
					asked[n-1].name = found[2]
				}
			case in != "AdvancedFormat" && in != "Block" && in != "Choices":
				t.Errorf("the tag %s", found[0])
			}
		case strings.Contains(line, "[[") || strings.Contains(line, "]]") || strings.Contains(line, "${"):
			t.Errorf("a tag in a text: %s", line)
		case line == "":
		case in == "Choices":
			q := &asked[len(asked)-1]
			q.texts = append(q.texts, line)
		case in == "ID" && len(asked) > 0 && asked[len(asked)-1].text == "" && asked[len(asked)-1].name != "":
			asked[len(asked)-1].text = line
		default:
			texts = append(texts, line)
		}
	}
	return asked, texts
}

func TestQualtricsTablesAreRead(t *testing.T) {
	for name, round := range rounds() {
		asked, _ := qualtricsQuestions(t, exported(t, "qualtrics", round))
		headers := func(name, text string, n int) []string {
			return []string{name, text, fmt.Sprintf(`{"ImportId":"QID%d"}`, n)}
		}
		table := func(split bool) func([]string) [][]string {
			return func(ids []string) [][]string {
				columns := []column{own(headers("StartDate", "Start Date", 0), "2026-11-10 09:00:00"), own(headers("Progress", "Progress", 0), "100"),
					own(headers("ResponseId", "Response ID", 0), "R_1"), own(headers("UserLanguage", "User Language", 0), "EN")}
				for i, q := range asked {
					if !q.many || !split {
						columns = append(columns, oneCell(headers(q.name, q.text, i), ids[i], q.typed, q.texts, ","))
						continue
					}
					for place, text := range q.texts {
						columns = append(columns, box(headers(fmt.Sprintf("%s_%d", q.name, place+1), q.text+" - "+text, i), ids[i], place, text, ""))
					}
				}
				return tableOf(3, round.Rubric, columns)
			}
		}
		t.Run(name, func(t *testing.T) {
			reads(t, asked, round, map[string]func([]string) [][]string{"one column": table(false), "a column an option": table(true)})
		})
	}
}

func TestWhereFactsAreAskedOfEverybodyATextSaysOfWhom(t *testing.T) {
	const says = "If you have this, or are exploring it, please answer the next questions too. If not, leave them empty."
	_, texts := qualtricsQuestions(t, exported(t, "qualtrics", rounds()["full"]))
	if n := strings.Count(strings.Join(texts, "\n"), says); n != 3 {
		t.Errorf("Qualtrics: said %d times; expected 3", n)
	}
	if n := strings.Count(strings.Join(paragraphsOf(t, exported(t, "word", rounds()["full"])), "\n"), says); n != 3 {
		t.Errorf("Word: said %d times; expected 3", n)
	}
}
