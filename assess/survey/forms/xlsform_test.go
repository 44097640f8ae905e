package forms_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func xlsQuestions(t *testing.T, file []byte) (asked []question, notes []question) {
	t.Helper()
	sheets := sheetsOf(t, file)
	for _, row := range sheets["survey"] {
		kind, list, _ := strings.Cut(row["type"], " ")
		q := question{name: row["name"], text: row["label"], many: kind == "select_multiple", typed: kind == "text"}
		for _, choice := range sheets["choices"] {
			if choice["list_name"] == list && list != "" {
				q.codes, q.texts = append(q.codes, choice["name"]), append(q.texts, choice["label"])
			}
		}
		if kind == "note" {
			notes = append(notes, q)
		} else {
			asked = append(asked, q)
		}
	}
	return asked, notes
}

func TestTablesOfKoboAndODKAreRead(t *testing.T) {
	for name, round := range rounds() {
		asked, notes := xlsQuestions(t, exported(t, "xlsform", round))
		table := func(labels, beside bool) func([]string) [][]string {
			return func(ids []string) [][]string {
				columns := []column{own([]string{"start"}, "2026-11-10T09:00:00"), own([]string{"end"}, "2026-11-10T09:20:00")}
				for _, n := range notes {
					columns = append(columns, own([]string{map[bool]string{true: n.text, false: n.name}[labels]}, ""))
				}
				for i, q := range asked {
					header, words := q.name, q.codes
					if labels {
						header, words = q.text, q.texts
					}
					if !q.many || !labels || !beside {
						columns = append(columns, oneCell([]string{header}, ids[i], q.typed, words, " "))
					}
					for place := range q.texts {
						if q.many && beside {
							columns = append(columns, box([]string{header + "/" + words[place]}, ids[i], place, "1", "0"))
						}
					}
				}
				for _, after := range []string{"__version__", "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "_tags", "_index"} {
					columns = append(columns, own([]string{after}, "x"))
				}
				return tableOf(1, round.Rubric, columns)
			}
		}
		t.Run(name, func(t *testing.T) {
			reads(t, asked, round, map[string]func([]string) [][]string{
				"names": table(false, true), "names, one cell": table(false, false), "labels": table(true, true),
			})
		})
	}
}

// The rules are those of xlsform.org and of pyxform, which converts the workbook: known
// columns and types, names that are XML names and differ in more than their case, lists
// that are there, references that lead back.
func TestKoboTakesTheForm(t *testing.T) {
	name, reference := regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`), regexp.MustCompile(`\$\{([^}]*)\}`)
	columns := []string{"type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message", "choice_filter", "list_name"}
	for of, round := range rounds() {
		sheets := sheetsOf(t, exported(t, "xlsform", round))
		lists := map[string][]string{}
		for _, c := range sheets["choices"] {
			if c["label"] == "" || !regexp.MustCompile(`^[A-Za-z0-9_]+$`).MatchString(c["name"]) || slices.Contains(lists[c["list_name"]], c["name"]) {
				t.Errorf("%s: the choice %v", of, c)
			}
			lists[c["list_name"]] = append(lists[c["list_name"]], c["name"])
		}
		var names []string
		for _, row := range sheets["survey"] {
			kind, list, _ := strings.Cut(row["type"], " ")
			switch {
			case !name.MatchString(row["name"]) || slices.Contains(names, strings.ToLower(row["name"])) || row["label"] == "":
				t.Errorf("%s: the row %v", of, row)
			case slices.Contains([]string{"select_one", "select_multiple"}, kind) != (list != "") || list != "" && len(lists[list]) == 0:
				t.Errorf("%s: %s has the type %q", of, row["name"], row["type"])
			case !slices.Contains([]string{"select_one", "select_multiple", "text", "note"}, kind) || row["required"] != map[bool]string{false: "no"}[kind == "note"]:
				t.Errorf("%s: %s has the type %q, required %q", of, row["name"], row["type"], row["required"])
			}
			for column, cell := range row {
				if !slices.Contains(columns, column) {
					t.Errorf("%s: the column %s", of, column)
				}
				for _, to := range reference.FindAllStringSubmatch(cell, -1) {
					if !slices.Contains([]string{"relevant", "choice_filter"}, column) || !slices.Contains(names, to[1]) {
						t.Errorf("%s: %s refers to %s, which stands nowhere before", of, row["name"], to[0])
					}
				}
			}
			names = append(names, strings.ToLower(row["name"]))
		}
		if got := strings.Join(lists["trust_reliance"], " "); of == "full" && got != "1 2 3 4 dk na" {
			t.Errorf("%s: the choices of a question are %q", of, got)
		}
		if s := sheets["settings"]; len(s) != 1 || len(sheets) != 3 || !name.MatchString(s[0]["form_id"]) || s[0]["form_title"] == "" || s[0]["default_language"] != fmt.Sprintf("%[1]s (%[1]s)", round.Rubric.Language) {
			t.Errorf("%s: the settings %v in %d sheets", of, s, len(sheets))
		}
	}
}

func TestKoboAsksFactsOfThoseWhoConsiderTheForm(t *testing.T) {
	found := 0
	for _, row := range sheetsOf(t, exported(t, "xlsform", rounds()["full"]))["survey"] {
		want := [2]string{}
		switch {
		case row["name"] == "hurdle_worst":
			want = [2]string{"${hurdles} != ''", "selected(${hurdles}, name)"}
		case strings.HasPrefix(row["name"], "fact_shared_services_"):
			want[0] = "${aim_shared_services} = 'have' or ${aim_shared_services} = 'exploring'"
			found++
		case strings.HasPrefix(row["name"], "fact_") && row["name"] != "fact_says_so":
			continue
		}
		if got := [2]string{row["relevant"], row["choice_filter"]}; got != want {
			t.Errorf("%s: %q; expected %q", row["name"], got, want)
		}
		if row["name"] == "priorities" && row["constraint"] != "count-selected(.) <= 2" {
			t.Errorf("the constraint of priorities is %q", row["constraint"])
		}
	}
	if found != 3 {
		t.Errorf("%d facts of shared services; expected 3", found)
	}
}
