package schema

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"collab/assess"
	"collab/reports/record"
	"collab/rubric"
)

// compiled is the schema of a rubric as a validator understands it.
func compiled(t *testing.T, r *rubric.Rubric) *jsonschema.Schema {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r); err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("collab.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("collab.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asJSON is a YAML file as an editor takes it: keys and dates are texts.
func asJSON(t *testing.T, text string) any {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	return valueOf(t, doc.Content[0])
}

func valueOf(t *testing.T, n *yaml.Node) any {
	t.Helper()
	switch {
	case n.Kind == yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			m[n.Content[i].Value] = valueOf(t, n.Content[i+1])
		}
		return m
	case n.Kind == yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			list = append(list, valueOf(t, item))
		}
		return list
	case n.ShortTag() == "!!timestamp":
		return n.Value
	}
	var v any
	if err := n.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

const head = "format: 1\nassociation: Lakes Guild\ndate: 2026-11-23\n"

const hands = head + `mode: hands
people: 12
body: 15
counts:
  values.goals: [2, 5, 3, 0, 1, 0]
  values.fit: {withheld: 3, dont_know: 9, does_not_apply: 0}
targets: {values: {coordination: 7, today_is_right: 5}}
priorities: {trust: 5}
hurdles: {met: {turf: 3}, worst: {turf: 2}}
aim: {shared_services: {have: 2}}
facts: {says_so: {met: 5, not_met: 2}}
`

// roomRecord is the record of a group with roles and a second round.
func roomRecord(t *testing.T) string {
	t.Helper()
	r := rubric.Default()
	date, _ := assess.ParseDate("2026-11-23")
	var rounds []*assess.Published
	for range 2 {
		round := assess.NewTally(r, assess.Group, "Lakes Guild", date)
		for i := range 12 {
			p := assess.NewResponse(r)
			p.Association, p.Date, p.Role = "Lakes Guild", date, []string{"board", "staff"}[i%2]
			for q := range p.Answers {
				p.Answers[q] = assess.Answer((q + i) % 5)
			}
			p.Targets["values"], p.Priorities, p.Hurdles, p.Worst = 3, []string{"trust"}, []string{"turf"}, "turf"
			p.Aim["shared_services"], p.Facts["says_so"] = rubric.Have, assess.Met
			if err := round.Add(p); err != nil {
				t.Fatal(err)
			}
		}
		round.Body = 15
		rounds = append(rounds, round.Publish())
	}
	if err := rounds[0].AddSecond(rounds[1]); err != nil {
		t.Fatal(err)
	}
	return string(record.Encode(assess.Assess(rounds[0])))
}

// files that are as they should be, by what they are.
func files(t *testing.T) map[string]string {
	t.Helper()
	tally, err := assess.ParseHands("hands.yaml", []byte(hands), rubric.Released)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{
		"response":     read(t, "../../examples/answers.yaml"),
		"least":        head + "answers: {}\n",
		"short":        head + "length: short\nanswers: {trust.reliance: cooperation}\n",
		"none":         head + "joint_work: {scope: none}\nrespondent: {role: ceo, code: \"\"}\nanswers: {trust.reliance: cooperation}\n",
		"hands":        hands,
		"record":       read(t, "../../examples/northern-trails-alliance/assessment.yaml"),
		"group record": roomRecord(t),
		"hands record": string(record.Encode(assess.Assess(tally))),
		"rubric":       string(rubric.Default().Text()),
	}
}

// refused tells whether the program refuses a file.
func refused(text string) bool {
	b := []byte(text)
	switch {
	case strings.Contains(text, "method:"):
		_, err := record.Read("file", b, rubric.Released)
		return err != nil
	case strings.Contains(text, "\nstages:"):
		_, err := rubric.Parse("file", b)
		return err != nil
	case assess.IsHands(b):
		_, err := assess.ParseHands("file", b, rubric.Released)
		return err != nil
	}
	_, err := assess.ParseResponse("file", b, rubric.Released)
	return err != nil
}

func TestFilesThatFit(t *testing.T) {
	s := compiled(t, rubric.Default())
	for name, text := range files(t) {
		if err := s.Validate(asJSON(t, text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if refused(text) {
			t.Errorf("%s: the program refuses it", name)
		}
	}
}

// TestPlantedFaults has a slip in a file that fits: the schema finds it, and so
// does the program.
func TestPlantedFaults(t *testing.T) {
	s := compiled(t, rubric.Default())
	all := files(t)
	for _, c := range []struct{ name, file, old, new string }{
		{"an unknown stage", "response", "values.goals: coordination", "values.goals: cordination"},
		{"an unknown question", "response", "values.goals:", "values.gaols:"},
		{"an unknown key", "response", "priorities:", "priority:"},
		{"a target that is no stage", "response", "values: coordination", "values: dont_know"},
		{"three priorities", "response", "[trust, governance]", "[trust, governance, values]"},
		{"a priority twice", "response", "[trust, governance]", "[trust, trust]"},
		{"an unknown hurdle", "response", "worst: inertia", "worst: lazyness"},
		{"an unknown form", "response", "shared_services: have", "shared_service: have"},
		{"an unknown fact", "response", "says_so: met", "say_so: met"},
		{"a fact that is no word", "response", "says_so: met", "says_so: true"},
		{"an unknown role", "response", "role: ceo", "role: boss"},
		{"another format", "response", "format: 1", "format: 2"},
		{"no association", "response", "association: Northern Trails Alliance (invented)\n", ""},
		{"no day", "response", "2026-11-23", "November 2026"},
		{"an unknown scope", "response", "scope: between", "scope: among"},
		{"a list of answers", "least", "{}", "[]"},
		{"a question of the full length", "short", "trust.reliance:", "trust.credit:"},
		{"a fact in the short length", "short", "answers:", "facts: {says_so: met}\nanswers:"},
		{"a spectrum without joint work", "none", "trust.reliance", "spectrum.trust"},
		{"a count too many", "hands", "[2, 5, 3, 0, 1, 0]", "[2, 5, 3, 0, 1, 0, 0]"},
		{"less than nobody", "hands", "[2, 5, 3, 0, 1, 0]", "[-2, 5, 3, 0, 1, 0]"},
		{"half a person", "hands", "people: 12", "people: 12.5"},
		{"no people", "hands", "people: 12\n", ""},
		{"answers of a room", "hands", "counts:", "answers: {}\ncounts:"},
		{"positions of hands", "hands", "counts:", "positions: {}\ncounts:"},
		{"an unknown vote", "hands", "{trust: 5}", "{thrust: 5}"},
		{"votes for a target that is none", "hands", "today_is_right: 5", "right: 5"},
		{"an answer in a record", "record", "trust.delegation: cooperation", "trust.delegation: 2"},
		{"no findings", "record", "findings:", "finding:"},
		{"a person in a record", "record", "role: ceo", "respondent: {role: ceo}"},
		{"a position past the last stage", "group record", ", mean: ", ", mean: 9"},
		{"a spread below nothing", "group record", ", sd: ", ", sd: -"},
		{"positions of a benefit area", "group record", "positions:\n", "positions:\n  learning: {n: 9, mean: 2.00, sd: 0.5}\n"},
		{"an unknown role of a room", "group record", "roles: {board:", "roles: {bored:"},
		{"a second round without counts", "group record", "second_round:\n  people: 12\n  counts:", "second_round:\n  people: 12\n  count:"},
		{"other columns", "hands record", "columns: [single_handed, cooperation,", "columns: [cooperation, single_handed,"},
		{"a rubric's slip", "rubric", "next_steps:", "next_step:"},
		{"an id in capitals", "rubric", "- id: values\n", "- id: Values\n"},
		{"a rubric without a name", "rubric", "\nname:", "\nnames:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !strings.Contains(all[c.file], c.old) {
				t.Fatalf("%q does not stand in the %s", c.old, c.file)
			}
			text := strings.Replace(all[c.file], c.old, c.new, 1)
			if s.Validate(asJSON(t, text)) == nil {
				t.Error("the schema lets it pass")
			}
			if !refused(text) {
				t.Error("the program lets it pass")
			}
		})
	}
}

// TestARubricOfOnesOwn has nothing that may be left out.
func TestARubricOfOnesOwn(t *testing.T) {
	r, err := rubric.Parse("own.yaml", []byte(`format: 1
id: our-rubric
version: "1"
name: Working together
stages:
  - {id: apart, name: Apart, meaning: Each alone.}
  - {id: together, name: Together, meaning: Jointly.}
roles: [{id: other, name: Other}]
scopes: {within: Inside., between: With others.}
dimensions:
  - id: trust
    kind: trait
    name: Mutual trust
    short: Trust
    definition: We rely on each other.
    questions:
      - {id: trust.tasks, name: Tasks, scope: within, prompt: "Who does what?", anchors: {apart: We do., together: "All do. \u202e"}, next_steps: {together: Do it.}}
      - {id: trust.money, name: Money, scope: between, prompt: "Who pays?", anchors: {apart: We pay., together: All pay.}, next_steps: {together: Pay.}}
priorities: {prompt: "Which?"}
`))
	if err != nil {
		t.Fatal(err)
	}
	s := compiled(t, r)
	for text, fits := range map[string]bool{
		head + "answers: {trust.tasks: together, trust.money: dont_know}\n":    true,
		head + "answers: {trust.tasks: coordination}\n":                        false,
		head + "rubric: our-rubric 1\npriorities: [trust]\nanswers: {}\n":      true,
		head + "rubric: association-collaboration 1.0.0\nanswers: {}\n":        false,
		head + "answers: {}\naim: {shared_services: have}\n":                   false,
		head + "answers: {}\nhurdles: {met: [turf]}\n":                         false,
		head + "mode: hands\npeople: 5\ncounts: {trust.tasks: [2, 3, 0, 0]}\n": true,
	} {
		if err := s.Validate(asJSON(t, text)); (err == nil) != fits {
			t.Errorf("%s: %v", text, err)
		}
	}
	var b bytes.Buffer
	if err := Write(&b, r); err != nil || strings.ContainsRune(b.String(), '\u202e') {
		t.Errorf("%v: what turns text about is in the schema", err)
	}
}

func TestTheSameRubricGivesTheSameBytes(t *testing.T) {
	var first, again bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &again} {
		if err := Write(b, rubric.Default()); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), again.Bytes()) {
		t.Error("two schemas of one rubric differ")
	}
}
