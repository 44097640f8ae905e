package forms_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"collab/assess/asking"
)

// A googleForm is what a script made of Google's services.
type googleForm struct {
	Title, Text     string
	Published       bool
	SetCollectEmail bool
	SetTitle        string
	SetDescription  string
	Log             []string
	Items           []googleItem
}

type googleItem struct {
	Kind, Title, Help string
	Required          *bool
	Most, Skip        int
	Choices           []struct {
		Value string
		To    int
	}
}

// madeByGoogle runs the script of a form in node, with Google's services stubbed.
func madeByGoogle(t *testing.T, round asking.Round) (made googleForm) {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("the script is run by node, which is not here")
	}
	services, err := os.ReadFile("testdata/google_services.js")
	if err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(t.TempDir(), "form.js")
	whole := string(services) + string(exported(t, "google", round)) + "\nmakeForm();\n"
	if err := os.WriteFile(script, []byte(whole), 0o600); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(node, script)
	var complaint strings.Builder
	run.Stderr = &complaint
	out, err := run.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, complaint.String())
	}
	if err := json.Unmarshal(out, &made); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return made
}

func (g googleForm) questions(t *testing.T) (asked []question) {
	t.Helper()
	page := 0
	for _, it := range g.Items {
		switch it.Kind {
		case "break":
			page++
			continue
		case "header":
			continue
		}
		if it.Required == nil || *it.Required {
			t.Errorf("%q is required, or not said not to be", it.Title)
		}
		q := question{text: it.Title, many: it.Kind == "many", typed: it.Kind == "text", page: page}
		for _, c := range it.Choices {
			q.texts = append(q.texts, c.Value)
		}
		asked = append(asked, q)
	}
	return asked
}

func TestTablesOfGoogleFormsAreRead(t *testing.T) {
	for name, round := range rounds() {
		t.Run(name, func(t *testing.T) {
			asked := madeByGoogle(t, round).questions(t)
			table := func(between string) func([]string) [][]string {
				return func(ids []string) [][]string {
					columns := []column{own([]string{"Timestamp"}, "2026/11/10 9:03:07 AM GMT+1")}
					for i, q := range asked {
						columns = append(columns, oneCell([]string{q.text}, ids[i], q.typed, q.texts, between))
					}
					return tableOf(1, round.Rubric, columns)
				}
			}
			reads(t, asked, round, map[string]func([]string) [][]string{"CSV": table(";"), "Sheets": table(", ")})
		})
	}
}

func TestGoogleMakesTheForm(t *testing.T) {
	round := rounds()["full"]
	made := madeByGoogle(t, round)
	if !made.Published || made.SetCollectEmail || made.SetTitle != "How collaborative is Lakes & Rivers <Guild>?" || !strings.Contains(made.SetDescription, "Whoever runs this form can read") {
		t.Errorf("the form is %+v", made)
	}
	if want := []string{"Send this to everybody: https://example.org/published", "Change it here: https://example.org/edit"}; !slices.Equal(made.Log, want) {
		t.Errorf("the log is %q", made.Log)
	}
	for _, it := range made.Items {
		if most := map[bool]int{true: 2}[it.Title == round.Rubric.Priorities.Prompt]; it.Most != most {
			t.Errorf("%q: at most %d; expected %d", it.Title, it.Most, most)
		}
	}
}

// walked are the titles of the questions that somebody is shown who chooses some
// answers and leaves all others open, by Google's rules: what was chosen last on a page
// sends to a page, else the page that follows is reached, and may itself send on.
func (g googleForm) walked(chosen map[string]int) (seen []string) {
	to := -1
	for at := 0; at < len(g.Items); {
		it := g.Items[at]
		if it.Kind == "break" {
			next := at
			if to > 0 {
				next = to
			} else if it.Skip > 0 {
				next = it.Skip
			}
			at, to = next+1, -1
			continue
		}
		seen = append(seen, it.Title)
		if place, answered := chosen[it.Title]; answered && it.Choices[place].To > 0 {
			to = it.Choices[place].To
		}
		at++
	}
	return seen
}

func TestGoogleAsksFactsOfThoseWhoConsiderTheForm(t *testing.T) {
	round := rounds()["full"]
	made := madeByGoogle(t, round)
	r := round.Rubric
	for name, chosen := range map[string]map[string]int{
		"nothing": {}, "nothing considered": {r.Forms[0].Name: 2, r.Forms[1].Name: 2, r.Forms[2].Name: 2},
		"the first": {r.Forms[0].Name: 0}, "the last is explored": {r.Forms[0].Name: 2, r.Forms[2].Name: 1}, "all": {r.Forms[0].Name: 0, r.Forms[1].Name: 0, r.Forms[2].Name: 1},
	} {
		want := []string{r.SaysSo}
		for _, f := range r.Forms {
			want = append(want, f.Name)
			if place, answered := chosen[f.Name]; answered && place < 2 {
				for _, fact := range f.Facts {
					want = append(want, fact.Text)
				}
			}
		}
		seen := made.walked(chosen)
		if diff := cmp.Diff(want, seen[slices.Index(seen, r.SaysSo):]); diff != "" {
			t.Errorf("%s: asked otherwise:\n%s", name, diff)
		}
	}
}
