package forms_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/survey"
	"collab/assess/survey/forms"
	"collab/rubric"
)

// A question is one of a form, as the form has it: found in the file that was exported.
type question struct {
	name, text   string // what the tool calls it, and what people read
	codes, texts []string
	many, typed  bool
	page         int
}

// rounds are those whose forms are tried.
func rounds() map[string]asking.Round {
	full := asking.Round{Association: "Lakes & Rivers <Guild>", Date: assess.Date{Time: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)},
		Rubric: rubric.Default(), Length: assess.Full, JointWork: assess.JointWork{About: `The "${trail}" conference`, Scope: "between"}}
	short, none, again, all, french := full, full, full, full, full
	short.Length = assess.Short
	none.JointWork = assess.JointWork{Scope: rubric.ScopeNone}
	again.Again, again.Topics = true, []string{"trust.reliance", "spectrum.duration", "values.goals"}
	all.Again = true
	french.Rubric, french.JointWork = petit(), assess.JointWork{}
	return map[string]asking.Round{"another rubric": french, "full": full, "short": short, "without joint work": none, "second round": again, "second round, all": all}
}

// petit is a rubric in French that has nothing that a rubric can do without, and long ids.
func petit() *rubric.Rubric {
	text, err := os.ReadFile("testdata/petit.yaml")
	if err != nil {
		panic(err)
	}
	r, err := rubric.Parse("petit.yaml", text)
	if err != nil {
		panic(err)
	}
	return r
}

// exported is the file of a form.
func exported(t *testing.T, format string, round asking.Round) []byte {
	t.Helper()
	at := slices.IndexFunc(forms.Formats(), func(f forms.Format) bool { return f.Name == format })
	var b bytes.Buffer
	if err := forms.Formats()[at].Write(&b, asking.NewForm(round, "")); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// idsIn are the ids of all that a round may ask, by the rubric alone, with those of their
// options, none where people type.
func idsIn(r *rubric.Rubric) map[string][]string {
	var stages []string
	for _, s := range r.Stages {
		stages = append(stages, s.ID)
	}
	ids := map[string][]string{"role": rubric.IDs(r.Roles), "code": nil, "priorities": r.TraitIDs(), "hurdles": r.HurdleIDs(), "hurdle_worst": r.HurdleIDs()}
	for _, q := range r.Questions() {
		ids[q.ID] = append(slices.Clone(stages), "dk", "na")
	}
	for _, t := range r.Targets.Questions {
		ids["target."+t.Dimension] = append(slices.Clone(stages), "today_is_right")
	}
	for _, f := range r.Forms {
		ids["aim."+f.ID] = rubric.IDs(r.Aim.Choices)
	}
	for _, f := range r.Facts() {
		ids["fact."+f.ID] = []string{"met", "not_met", "dk"}
	}
	return ids
}

// promptsIn are the ids by what people read.
func promptsIn(r *rubric.Rubric) map[string]string {
	ids := map[string]string{"Your role": "role", "Your code": "code", r.Priorities.Prompt: "priorities", r.Hurdles.Prompt: "hurdles", r.Hurdles.Worst: "hurdle_worst"}
	for _, q := range r.Questions() {
		ids[q.Prompt] = q.ID
	}
	for _, t := range r.Targets.Questions {
		ids[t.Prompt] = "target." + t.Dimension
	}
	for _, f := range r.Forms {
		ids[f.Name] = "aim." + f.ID
	}
	for _, f := range r.Facts() {
		ids[f.Text] = "fact." + f.ID
	}
	return ids
}

// ids are those of the questions of a form, by their texts.
func ids(t *testing.T, asked []question, r *rubric.Rubric) []string {
	t.Helper()
	prompts, options := promptsIn(r), idsIn(r)
	var found []string
	for _, q := range asked {
		id, known := prompts[q.text]
		if !known {
			t.Fatalf("the form asks %q, which the rubric does not", q.text)
		}
		if len(q.texts) != len(options[id]) || q.typed != (id == "code") || q.many != (id == "priorities" || id == "hurdles") {
			t.Errorf("%s: %d options, many %v, typed %v; expected %d options", id, len(q.texts), q.many, q.typed, len(options[id]))
		}
		found = append(found, id)
	}
	return found
}

// wanted are the ids that a round asks.
func wanted(round asking.Round) []string {
	if len(round.Topics) > 0 {
		return round.Topics
	}
	r := round.Rubric
	all := []string{"role", "code"}
	for _, q := range r.Questions() {
		if round.Length.Asks(q) && (q.Dimension != "spectrum" || round.JointWork.Scope != "none") {
			all = append(all, q.ID)
		}
	}
	if round.Again {
		return all[2:]
	}
	for _, t := range r.Targets.Questions {
		all = append(all, "target."+t.Dimension)
	}
	all = append(all, "priorities")
	if len(r.Hurdles.Items) > 0 {
		all = append(all, "hurdles", "hurdle_worst")
	}
	full := round.Length == assess.Full
	if full && r.SaysSo != "" {
		all = append(all, "fact.says_so")
	}
	for _, f := range r.Forms {
		all = append(all, "aim."+f.ID)
		for _, fact := range f.Facts {
			if full {
				all = append(all, "fact."+fact.ID)
			}
		}
	}
	return all
}

// answers are the places of what a person chose, by ids. Of who typed it is the text.
type answers struct {
	chosen map[string][]int
	code   string
}

// invented are people who answer some questions: facts only of forms that they consider.
func invented(r *rubric.Rubric) []answers {
	random := rand.New(rand.NewPCG(4, 14))
	options := idsIn(r)
	var names []string
	for id := range options {
		names = append(names, id)
	}
	slices.Sort(names) // aims before facts, hurdles after hurdle_worst
	var people []answers
	for n := range 25 {
		a := answers{chosen: map[string][]int{}}
		if n%2 == 0 {
			a.code = fmt.Sprintf("heron, %d", n)
		}
		for _, id := range names {
			form, _, ofForm := strings.Cut(strings.TrimPrefix(id, "fact."), ".")
			switch aim := a.chosen["aim."+form]; {
			case len(options[id]) == 0, id == "hurdle_worst", random.IntN(8) == 0:
			case ofForm && strings.HasPrefix(id, "fact.") && (len(aim) == 0 || aim[0] == 2):
			case id == "priorities", id == "hurdles":
				a.chosen[id] = []int{1, 3}[:min(2, len(options[id])-1)]
			default:
				a.chosen[id] = []int{random.IntN(len(options[id]))}
			}
		}
		if met := a.chosen["hurdles"]; len(met) > 0 && n%3 > 0 {
			a.chosen["hurdle_worst"] = met[n%2 : n%2+1]
		}
		people = append(people, a)
	}
	return people
}

// plain is the table of our own, by ids, in the order of a form.
func plain(ids []string, r *rubric.Rubric) [][]string {
	rows := [][]string{ids}
	for _, a := range invented(r) {
		var row []string
		for _, id := range ids {
			var said []string
			for _, place := range a.chosen[id] {
				said = append(said, idsIn(r)[id][place])
			}
			if id == "code" {
				said = []string{a.code}
			}
			row = append(row, strings.Join(said, " "))
		}
		rows = append(rows, row)
	}
	return rows
}

// A column is one of a tool's table: its headers, and what it holds of a person.
type column struct {
	headers []string
	cell    func(a answers) string
}

// tableOf is a table with some rows of headers.
func tableOf(rows int, r *rubric.Rubric, columns []column) [][]string {
	table := make([][]string, rows)
	for _, c := range columns {
		for i := range rows {
			table[i] = append(table[i], c.headers[i])
		}
	}
	for _, a := range invented(r) {
		var row []string
		for _, c := range columns {
			row = append(row, c.cell(a))
		}
		table = append(table, row)
	}
	return table
}

// own is a column of the tool's own.
func own(headers []string, cell string) column {
	return column{headers, func(answers) string { return cell }}
}

// oneCell is a column that holds all that was chosen, as texts or codes.
func oneCell(headers []string, id string, typed bool, words []string, between string) column {
	return column{headers, func(a answers) string {
		if typed {
			return a.code
		}
		var said []string
		for _, place := range a.chosen[id] {
			said = append(said, words[place])
		}
		return strings.Join(said, between)
	}}
}

// box is a column of one option.
func box(headers []string, id string, place int, yes, no string) column {
	return column{headers, func(a answers) string {
		if slices.Contains(a.chosen[id], place) {
			return yes
		}
		return no
	}}
}

// said are the responses in a table.
func said(t *testing.T, rows [][]string, round asking.Round) []string {
	t.Helper()
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	var people []string
	_, err := survey.Read("table.csv", &b, round, func(_ int, r *assess.Response) error {
		people = append(people, string(r.Encode()))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(people) < 20 {
		t.Fatalf("%d people were read; expected nearly all", len(people))
	}
	return people
}

// reads holds that the tables of a form say what the plain table says.
func reads(t *testing.T, asked []question, round asking.Round, tables map[string]func(ids []string) [][]string) {
	t.Helper()
	round.Association = "Lakes Guild"
	ids := ids(t, asked, round.Rubric)
	if diff := cmp.Diff(wanted(round), ids); diff != "" {
		t.Errorf("the form asks something else:\n%s", diff)
	}
	want := said(t, plain(ids, round.Rubric), round)
	for name, table := range tables {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(want, said(t, table(ids), round)); diff != "" {
				t.Errorf("another result than the plain table:\n%s", diff)
			}
		})
	}
}
