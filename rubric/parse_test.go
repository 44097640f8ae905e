package rubric

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"collab/internal/strict"
)

// own is a small rubric with one of each, over two stages.
func own(t testing.TB) string {
	text, err := os.ReadFile("testdata/own.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestParseReadsARubricOfOnesOwn(t *testing.T) {
	r, err := Parse("own.yaml", []byte(own(t)))
	if err != nil {
		t.Fatal(err)
	}
	for what, pair := range map[string][2]any{
		"reference":        {r.Ref(), "our-rubric 1"},
		"stages":           {r.K(), 2},
		"rank":             {r.Rank("together"), 2},
		"no such rank":     {r.Rank("elsewhere"), 0},
		"traits":           {len(r.Traits()), 1},
		"questions":        {len(r.Questions()), 4},
		"place":            {r.Index("spectrum.plan"), 2},
		"no such place":    {r.Index("spectrum"), -1},
		"fact":             {r.Forms[0].Facts[0].ID, "shop.buyers"},
		"condition":        {r.Forms[0].Needs[1], Condition{"spectrum.plan", 2}},
		"wording":          {r.Questions()[0].Wording, wording("Who does what?", []string{"We do.", "All do."})},
		"scope":            {r.Questions()[1].Scope, Between},
		"scope, spectrum":  {r.Questions()[2].Scope, Scope("")},
		"language":         {r.Language, "en"},
		"don't know":       {r.DontKnow, "I don't know"},
		"votes":            {r.Priorities.Max, 2},
		"its own":          {r.Own(), true},
		"text as it was":   {string(r.Text()), own(t)},
		"name of a role":   {NameOf(r.Roles, "board"), "Board"},
		"without its name": {NameOf(r.Roles, "treasurer"), "treasurer"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: got %v, want %v", what, pair[0], pair[1])
		}
	}
}

// minimal is a rubric with k stages and nothing that may be left out.
func minimal(k int) string {
	var stages, anchors, steps []string
	for i := 1; i <= k; i++ {
		stages = append(stages, fmt.Sprintf("{id: s%d, name: Stage %d, meaning: More.}", i, i))
		anchors = append(anchors, fmt.Sprintf("s%d: So much %d.", i, i))
		if i > 1 {
			steps = append(steps, fmt.Sprintf("s%d: Do %d.", i, i))
		}
	}
	question := func(id string) string {
		return fmt.Sprintf("{id: trust.%s, name: %s, scope: within, prompt: So much, anchors: {%s}, next_steps: {%s}}",
			id, id, strings.Join(anchors, ", "), strings.Join(steps, ", "))
	}
	return fmt.Sprintf(`format: 1
id: minimal
version: "1"
name: Minimal
stages: [%s]
roles: [{id: other, name: Other}]
scopes: {within: Inside., between: Outside.}
dimensions:
  - {id: trust, kind: trait, name: Trust, short: Trust, definition: So., questions: [%s, %s]}
priorities: {prompt: 'Which?'}
`, strings.Join(stages, ", "), question("a"), question("b"))
}

func TestARubricHasTwoToSevenStages(t *testing.T) {
	for k := 1; k <= 8; k++ {
		r, err := Parse("minimal.yaml", []byte(minimal(k)))
		if k >= 2 && k <= 7 {
			if err != nil || r.K() != k || len(r.Questions()[0].Anchors) != k || len(r.Questions()[0].NextSteps) != k-1 {
				t.Errorf("%d stages: %v", k, err)
			}
			continue
		}
		if want := fmt.Sprintf("minimal.yaml:5:9: expected 2 to 7 stages, found %d", k); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%d stages: got %v, want %s", k, err, want)
		}
	}
}

// dropped removes the lines from one that begins with first to the one before last.
func dropped(text, first, last string) string {
	from := strings.Index(text, "\n"+first) + 1
	to := strings.Index(text, "\n"+last) + 1
	return text[:from] + text[to:]
}

func TestParseLetsSectionsBeLeftOut(t *testing.T) {
	whole := own(t)
	for name, text := range map[string]string{
		"targets":           dropped(whole, "targets:", "joint_work:"),
		"benefit areas":     dropped(whole, "  - id: learning", "targets:"),
		"hurdles":           dropped(whole, "hurdles:", "forms:"),
		"forms and aim":     dropped(dropped(whole+"\n#end", "forms:", "#end"), "aim:", "priorities:"),
		"facts of a form":   dropped(whole, "    facts:", "    first_step:"),
		"traits of hurdles": strings.Replace(whole, ", traits: [trust]", "", 1),
		"the spectrum and joint work": strings.Replace(dropped(dropped(whole, "  - id: spectrum", "  - id: learning"), "joint_work:", "aim:"),
			", spectrum.plan: together", "", 1),
	} {
		t.Run(name, func(t *testing.T) {
			if text == whole {
				t.Fatal("nothing left out")
			}
			if _, err := Parse("own.yaml", []byte(text)); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestParseNamesEachFaultWithItsPlace(t *testing.T) {
	long := strings.Repeat("x", 61)
	for _, test := range []struct{ name, old, new, want string }{
		{"a newer format", "format: 1\nid: our-rubric", "format: 2\nid: 7\nnew: key", "1:9: format 2 is unknown; this program reads format 1"},
		{"a format in words", "format: 1", "format: one", `1:9: expected a whole number, found "one"`},
		{"no format", "format: 1\n", "", `1:1: the entry "format" is missing`},
		{"an unknown section", "roles:", "people:", `1:1: the entry "roles" is missing` + "\n" + `8:1: the entry "people" is unknown; expected one of format, id, version, language, name, stages, other_answers, terms, instructions, reminder, roles, scopes … (21 in all)`},
		{"an id with blanks", "id: our-rubric", "id: Our rubric", `2:5: "Our rubric" does not fit; expected a lower-case word of letters, digits and hyphens, such as our-rubric`},
		{"a version that is a number", `version: "1"`, "version: 1.0", `3:10: expected text, found the number "1.0": put it in quotes`},
		{"a version in words", `version: "1"`, "version: new", `3:10: "new" does not fit; expected numbers with dots, such as "1.0.0"`},
		{"a language by its name", `name: Working together`, "name: Working together\nlanguage: English", `5:11: "English" does not fit; expected a language such as en or pt-BR`},
		{"a name too long", "name: Working together", "name: " + long, "4:7: the text has 61 characters; expected up to 60"},
		{"a text too long", "We rely on each other.", strings.Repeat("x", 501), "19:17: the text has 501 characters; expected up to 500"},
		{"a short name too long", "short: Trust", "short: Trustworthiness", "18:12: the text has 15 characters; expected up to 14"},
		{"a question's name too long", "name: Tasks", "name: Tasks that are taken by others", "22:15: the text has 30 characters; expected up to 28"},
		{"the name of a released rubric", "id: our-rubric\nversion: \"1\"", "id: association-collaboration\nversion: \"1.0.0\"", "3:10: association-collaboration 1.0.0 is a released rubric with other texts; give yours an id or a version of its own"},

		{"a stage twice", "{id: together, name: Together", "{id: apart, name: Together", `7:10: "apart" is there twice, first in line 6`},
		{"a stage that is a number", "{id: together, name: Together", "{id: '2', name: Together", `7:10: "2" does not fit; expected a lower-case word of letters, digits and underscores that begins with a letter`},
		{"a stage that is another answer", "{id: together, name: Together", "{id: dk, name: Together", `7:10: "dk" is reserved; expected another id`},
		{"a stage that YAML reads as true", "{id: together, name: Together", "{id: 'yes', name: Together", `7:10: "yes" is reserved; expected another id`},
		{"a stage without a meaning", ", meaning: Jointly.", "", `7:5: the entry "meaning" is missing`},

		{"no role for the others", "{id: other, name: Other}", "{id: staff, name: Staff}", "9:3: the role other is missing; who gives no role counts as that"},
		{"a role twice", "{id: other, name: Other}", "{id: other, name: Other}\n  - {id: board, name: The board}", `11:10: "board" is there twice, first in line 9`},
		{"a scope without its meaning", "  between: With others.\n", "", `12:3: the entry "between" is missing`},

		{"an anchor too few", "{apart: We do., together: All do.}\n        next_steps: {together: Do it", "{apart: We do.}\n        next_steps: {together: Do it", `25:18: the entry "together" is missing`},
		{"an anchor of no stage", "{apart: We pay., together: All pay.}", "{apart: We pay., together: All pay., beyond: More.}", `31:55: the entry "beyond" is unknown; expected one of apart, together`},
		{"a step towards the first stage", "{together: Pay together.}", "{apart: Stop., together: Pay together.}", `32:22: the entry "apart" is unknown; expected together`},
		{"a question of another dimension", "id: trust.money", "id: money.trust", `27:13: "money.trust" does not fit; expected trust, a dot and a lower-case word`},
		{"a question with two dots", "id: trust.money", "id: trust.mo.ney", `27:13: "trust.mo.ney" does not fit; expected trust, a dot and a lower-case word`},
		{"a question's id too long", "id: trust.money", "id: trust." + long[:35], `27:13: "trust.` + long[:34] + `"… has 41 characters; expected up to 40`},
		{"a question twice", "id: trust.money", "id: trust.tasks", `27:13: "trust.tasks" is there twice, first in line 21`},
		{"a trait question without a scope", "        scope: between\n        prompt: Who pays?", "        prompt: Who pays?", `27:9: the entry "scope" is missing`},
		{"a scope of the spectrum", "name: Plan\n", "name: Plan\n        scope: within\n", "41:16: a question of the spectrum has no scope of its own; it is that of the joint work"},
		{"an unknown scope", "scope: between", "scope: outside", `29:16: "outside" is unknown; expected one of within, between`},
		{"a benefit area with two questions of a scope", "targets:\n", "      - id: learning.more\n        name: More\n        scope: within\n        prompt: Who?\n        anchors: {apart: a, together: b}\n        next_steps: {together: c}\ntargets:\n", `58:16: "within" is there twice, first in line 52`},
		{"an unknown kind", "kind: benefit_area", "kind: benefit", `45:11: "benefit" is unknown; expected one of trait, spectrum, benefit_area`},
		{"a trait after the spectrum", "kind: benefit_area", "kind: trait", "45:11: a trait after a spectrum; expected traits, then the spectrum, then benefit areas\n50:7: expected 2 to 20 questions, found 1"},
		{"another name for the spectrum", "  - id: spectrum\n    kind: spectrum", "  - id: joint\n    kind: spectrum", "33:9: \"joint\" is the id of the spectrum; expected spectrum"},
		{"a trait by the name of the spectrum", "id: trust\n", "id: spectrum\n", "15:9: spectrum is reserved for the dimension of that kind; expected another id"},
		{"a dimension twice", "- id: learning\n", "- id: trust\n", `44:9: "trust" is there twice, first in line 15`},
		{"a reserved dimension", "- id: learning\n", "- id: headline\n", `44:9: "headline" is reserved; expected another id`},
		{"a form by the name of a dimension", "id: shop\n", "id: learning\n", `87:9: "learning" is there twice, first in line 44`},

		{"a target of a benefit area", "dimension: trust", "dimension: learning", `61:18: "learning" is unknown; expected one of trust, spectrum`},
		{"a horizon of no time", "horizon_months: 12", "horizon_months: 0", "57:19: 0 is out of range; expected 1 to 120"},
		{"joint work of an unknown scope", "{id: none, name: None}", "{id: nowhere, name: None}", "68:5: the choice none is missing\n" + `70:12: "nowhere" is unknown; expected one of within, between, none`},
		{"aim without a choice", "    - {id: not_considering, name: Not}\n", "", "77:5: the choice not_considering is missing"},
		{"aim with a choice twice", "{id: not_considering, name: Not}", "{id: have, name: Not}", "77:5: the choice not_considering is missing\n" + `79:12: "have" is there twice, first in line 77`},
		{"more votes than traits", "priorities: {prompt: 'Which?'}", "priorities: {prompt: 'Which?', max: 2}", "80:37: 2 is out of range; expected 1"},
		{"a hurdle of an unknown trait", "traits: [trust]", "traits: [spectrum]", `85:76: "spectrum" is unknown; expected trust`},
		{"a form that needs what is not there", "spectrum.plan: together}", "spectrum.plans: together}", `90:30: "spectrum.plans" is unknown; did you mean spectrum.plan?`},
		{"a form that needs no stage", "needs: {trust: together,", "needs: {trust: high,", `90:20: "high" is unknown; expected one of apart, together`},
		{"a form that needs nothing", "needs: {trust: together, spectrum.plan: together}", "needs: {}", "90:12: expected at least one condition: a dimension or question, and a stage"},
		{"a fact twice", "    first_step:", "      - {id: buyers, text: Again.}\n    first_step:", `93:14: "shop.buyers" is there twice, first in line 92`},
		{"a fact with a dot", "{id: buyers", "{id: shop.buyers", `92:14: "shop.buyers" does not fit; expected a lower-case word of letters, digits and underscores that begins with a letter`},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := own(t)
			if !strings.Contains(text, test.old) {
				t.Fatalf("testdata/own.yaml has no %q", test.old)
			}
			_, err := Parse("own.yaml", []byte(strings.Replace(text, test.old, test.new, 1)))
			got := strings.ReplaceAll(fmt.Sprint(err), "own.yaml:", "")
			if !strings.Contains("\n"+got+"\n", "\n"+test.want+"\n") {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestParseNeedsWhatBelongsTogether(t *testing.T) {
	whole := own(t)
	for _, test := range []struct{ name, text, want string }{
		{"a spectrum without joint work", dropped(whole, "joint_work:", "aim:"), `the entry "joint_work" is missing`},
		{"forms without aim", dropped(whole, "aim:", "priorities:"), `the entry "aim" is missing`},
		{"joint work without a spectrum", dropped(whole, "  - id: spectrum", "  - id: learning"), "joint_work is of no use without a spectrum; expected it left out"},
		{"aim without forms", dropped(whole+"\n#end", "forms:", "#end"), "aim is of no use without forms; expected it left out"},
		{"no trait", dropped(whole, "  - id: trust", "  - id: spectrum"), "expected at least one dimension of kind trait, the first"},
		{"a trait with one question", dropped(whole, "      - id: trust.money", "  - id: spectrum"), "expected 2 to 20 questions, found 1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := Parse("own.yaml", []byte(test.text)); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}

func TestParseReportsAllFaultsTogether(t *testing.T) {
	text := own(t)
	for old, new := range map[string]string{
		"name: Working together": "name: ''",
		"scope: between":         "scope: outside",
		"horizon_months: 12":     "horizon_months: soon",
		"traits: [trust]":        "traits: [trsut]",
	} {
		text = strings.Replace(text, old, new, 1)
	}
	_, err := Parse("own.yaml", []byte(text))
	const want = `own.yaml:4:7: expected text, found nothing
own.yaml:29:16: "outside" is unknown; expected one of within, between
own.yaml:57:19: expected a whole number, found "soon"
own.yaml:85:76: "trsut" is unknown; did you mean trust?`
	if fmt.Sprint(err) != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

// One slip in a stage is one fault, not one at each anchor.
func TestParseDoesNotJudgeAnchorsWhereTheStagesAreAtFault(t *testing.T) {
	text := strings.Replace(own(t), "{id: together, name", "{id: Together, name", 1)
	_, err := Parse("own.yaml", []byte(text))
	var faults strict.Faults
	if !errors.As(err, &faults) || len(faults) != 1 || faults[0].Line != 7 {
		t.Errorf("got %v", err)
	}
}

func TestReservedWordsAreRefused(t *testing.T) {
	for words, old := range map[*[]string]string{&reservedStages: "together", &reservedPlaces: "learning"} {
		for _, word := range *words {
			_, err := Parse("own.yaml", []byte(strings.ReplaceAll(own(t), old, word)))
			if want := strconv.Quote(word) + " is reserved"; err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s as another %s: %v", word, old, err)
			}
		}
	}
}

func TestParseJoinsFoldedLines(t *testing.T) {
	folded := strings.Replace(own(t), "prompt: Who pays?", "prompt: >\n          Who\n          pays?\n", 1)
	a, errA := Parse("own.yaml", []byte(own(t)))
	b, errB := Parse("own.yaml", []byte(folded))
	if errA != nil || errB != nil {
		t.Fatal(errA, errB)
	}
	if a.Questions()[1].Wording != b.Questions()[1].Wording {
		t.Errorf("%q is worded otherwise than %q", b.Questions()[1].Prompt, a.Questions()[1].Prompt)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(own(f)))
	f.Add([]byte(minimal(2)))
	f.Add([]byte(minimal(7)))
	for _, seed := range []string{"", "format: 1", "format: 2", "format: 1\nstages: []\n", "format: 1\ndimensions: [{questions: [{anchors: {a: b}}]}]\n",
		"format: 1\nforms: [{needs: {a: b}}]", "format: 1\ntargets: {questions: [{anchors: [x]}]}"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		r, err := Parse("fuzz.yaml", text)
		if err == nil {
			checkWhole(t, r)
			return
		}
		var fault strict.Fault
		if !errors.As(err, &fault) || fault.Line < 1 || fault.Column < 1 {
			t.Errorf("an error without its place: %v", err)
		}
	})
}

// checkWhole checks what the package doc promises of every rubric.
func checkWhole(t *testing.T, r *Rubric) {
	k := r.K()
	if k < 2 || k > 7 || len(r.Traits()) == 0 {
		t.Errorf("%d stages, %d traits", k, len(r.Traits()))
	}
	for i, q := range r.Questions() {
		if len(q.Anchors) != k || len(q.NextSteps) != k-1 || r.Index(q.ID) != i || len(q.Wording) != 6 || q.Prompt == "" {
			t.Errorf("%s is not whole: %+v", q.ID, q)
		}
	}
	for _, target := range r.Targets.Questions {
		if _, ok := r.Dimension(target.Dimension); !ok || len(target.Anchors) != k {
			t.Errorf("the target of %s is not whole", target.Dimension)
		}
	}
	for _, f := range r.Forms {
		for _, c := range f.Needs {
			if _, ok := r.Dimension(c.ID); !ok && r.Index(c.ID) < 0 || c.Rank < 1 || c.Rank > k {
				t.Errorf("%s needs %v, which is not there", f.ID, c)
			}
		}
	}
}
