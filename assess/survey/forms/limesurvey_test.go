package forms_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"collab/assess/asking"
)

// limeRows reads the file as LimeSurvey does: tabs, double quotes, UTF-8 with a mark.
func limeRows(t *testing.T, file []byte) []map[string]string {
	t.Helper()
	text, marked := bytes.CutPrefix(file, []byte("\ufeff"))
	if !marked {
		t.Error("the file has no mark of UTF-8")
	}
	in := csv.NewReader(bytes.NewReader(text))
	in.Comma = '\t'
	table, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, cells := range table[1:] {
		row := map[string]string{}
		for i, cell := range cells {
			row[table[0][i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

func limeQuestions(t *testing.T, file []byte) (asked []question) {
	t.Helper()
	for _, row := range limeRows(t, file) {
		text := html.UnescapeString(row["text"])
		switch row["class"] {
		case "Q":
			asked = append(asked, question{name: row["name"], text: text, many: row["type/scale"] == "M", typed: row["type/scale"] == "S"})
		case "A", "SQ":
			q := &asked[len(asked)-1]
			if q.many != (row["class"] == "SQ") {
				t.Errorf("%s: a row of class %s", q.name, row["class"])
			}
			q.codes, q.texts = append(q.codes, row["name"]), append(q.texts, text)
		}
	}
	return asked
}

func TestLimeSurveyTablesAreRead(t *testing.T) {
	for name, round := range rounds() {
		asked := limeQuestions(t, exported(t, "limesurvey", round))
		table := func(header func(q question) string, words func(q question) []string, option func(q question, place int) string, yes, no string) func([]string) [][]string {
			return func(ids []string) [][]string {
				columns := []column{own([]string{"id. Response ID"}, "7"), own([]string{"submitdate. Date submitted"}, "1980-01-01 00:00:00"),
					own([]string{"lastpage. Last page"}, "3"), own([]string{"startlanguage. Start language"}, "en"), own([]string{"seed. Seed"}, "1234")}
				for i, q := range asked {
					if !q.many {
						columns = append(columns, oneCell([]string{header(q)}, ids[i], q.typed, words(q), ""))
						continue
					}
					for place := range q.texts {
						columns = append(columns, box([]string{option(q, place)}, ids[i], place, yes, no))
					}
				}
				return tableOf(1, round.Rubric, columns)
			}
		}
		texts, codes := func(q question) []string { return q.texts }, func(q question) []string { return q.codes }
		t.Run(name, func(t *testing.T) {
			reads(t, asked, round, map[string]func([]string) [][]string{
				"codes and texts": table(func(q question) string { return q.name + ". " + q.text }, texts,
					func(q question, at int) string {
						return fmt.Sprintf("%s[%s]. %s [%s]", q.name, q.codes[at], q.text, q.texts[at])
					}, "Yes", "No"),
				"codes": table(func(q question) string { return q.name }, codes,
					func(q question, at int) string { return fmt.Sprintf("%s[%s]", q.name, q.codes[at]) }, "Y", ""),
				"texts": table(func(q question) string { return q.text }, texts,
					func(q question, at int) string { return fmt.Sprintf("%s [%s]", q.text, q.texts[at]) }, "Yes", "N/A"),
			})
		})
	}
}

// The rules are those of the manual's page "Tab Separated Value survey structure", and
// of its page on question codes.
func TestLimeSurveyTakesTheForm(t *testing.T) {
	code, option := regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9]{0,19}$`), regexp.MustCompile(`^[a-zA-Z0-9]{1,5}$`)
	named := regexp.MustCompile(`([a-z][a-zA-Z0-9]*)(?:_(A\d+))?\.NAOK == "(\w+)"`)
	for name, round := range rounds() {
		rows := limeRows(t, exported(t, "limesurvey", round))
		codes := map[string][]string{} // of options, by those of questions
		last, groups, said := "", 0, map[string]string{}
		for _, row := range rows {
			switch row["class"] {
			case "S", "SL":
				said[row["name"]] = row["text"]
			case "G":
				groups++
			case "Q":
				if last = row["name"]; groups == 0 || !code.MatchString(last) || codes[last] != nil || !slices.Contains([]string{"L", "M", "S"}, row["type/scale"]) {
					t.Errorf("%s: a question of no group, or of a code that is taken or not allowed: %v", name, row)
				}
				codes[last] = []string{}
				for _, of := range named.FindAllStringSubmatch(row["relevance"], -1) {
					if !slices.Contains(codes[of[1]], of[2]+map[bool]string{true: of[3]}[of[2] == ""]) {
						t.Errorf("%s: %s is asked where %s, which no earlier question has", name, last, of[0])
					}
				}
				if row["mandatory"] != "N" || row["other"] != "N" || strings.TrimSpace(named.ReplaceAllString(strings.ReplaceAll(row["relevance"], " or ", ""), "1")) != strings.Repeat("1", max(1, strings.Count(row["relevance"], "NAOK"))) {
					t.Errorf("%s: %v", name, row)
				}
			case "A", "SQ":
				if !option.MatchString(row["name"]) || slices.Contains(codes[last], row["name"]) || row["type/scale"] != "0" {
					t.Errorf("%s: an option of a code that is taken or not allowed: %v", name, row)
				}
				codes[last] = append(codes[last], row["name"])
			default:
				t.Errorf("%s: a row of no class: %v", name, row)
			}
			if strings.ContainsAny(row["text"]+row["help"], "{}\n\t") || row["class"] != "S" && row["language"] != round.Rubric.Language {
				t.Errorf("%s: an expression in a text, or no language: %v", name, row)
			}
		}
		if said["language"] != round.Rubric.Language || said["surveyls_title"] == "" || !strings.Contains(said["surveyls_welcometext"], "Whoever runs this form can read") {
			t.Errorf("%s: the survey says %v", name, said)
		}
	}
}

func TestLimeSurveyAsksFactsOfThoseWhoConsiderTheForm(t *testing.T) {
	for _, row := range limeRows(t, exported(t, "limesurvey", rounds()["full"])) {
		want := "1"
		switch {
		case row["name"] == "hurdleworst":
			want = `hurdles_A1.NAOK == "Y" or hurdles_A2.NAOK == "Y"`
		case strings.HasPrefix(row["name"], "factsharedservice"):
			want = `aimsharedservices.NAOK == "A1" or aimsharedservices.NAOK == "A2"`
		case row["class"] != "Q" || strings.HasPrefix(row["name"], "fact") && row["name"] != "factsaysso":
			continue
		}
		if !strings.HasPrefix(row["relevance"], want) {
			t.Errorf("%s: relevance %q; expected %q", row["name"], row["relevance"], want)
		}
	}
}

// A rubric may have ids that are longer than a code.
func TestCodesAreShortAndDiffer(t *testing.T) {
	seen := map[string]string{}
	for _, it := range asking.Items(rounds()["full"]) {
		if len(it.Code) > asking.MaxCode || seen[it.Code] != "" {
			t.Errorf("%s has the code %q, as has %q", it.ID, it.Code, seen[it.Code])
		}
		seen[it.Code] = it.ID
	}
}
