package record

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"collab/assess"
	"collab/rubric"
)

// drawRoom draws a closed group of the default rubric.
func drawRoom(t *rapid.T) *assess.Published {
	date, _ := assess.ParseDate("2026-11-23")
	r := rubric.Default()
	room := assess.NewTally(r, assess.Group, "Northern Trails Alliance", date)
	scope := rapid.SampledFrom([]string{"within", "between", rubric.ScopeNone}).Draw(t, "scope")
	for range rapid.IntRange(5, 20).Draw(t, "people") {
		p := assess.NewResponse(r)
		p.Association, p.Date, p.JointWork.Scope = room.Association, date, scope
		p.Role = rapid.SampledFrom([]string{"", "board", "staff"}).Draw(t, "role")
		seed := rapid.Uint64().Draw(t, "answers")
		for i, q := range r.Questions() {
			if p.Asked(q) {
				p.Answers[i] = assess.Answer(int(seed>>(uint(i)%60)&7) - 2)
				if p.Answers[i] > 4 {
					p.Answers[i] = assess.DontKnow
				}
			}
		}
		for i, target := range r.Targets.Questions {
			p.Targets[target.Dimension] = assess.Target(1 + (seed>>uint(2*i))&3)
		}
		p.Priorities = []string{[]string{"values", "trust"}[seed&1]}
		p.Hurdles, p.Worst = []string{"turf"}, "turf"
		p.Aim["shared_services"] = []string{rubric.Have, rubric.Exploring, rubric.NotConsidering}[seed%3]
		p.Facts["says_so"] = []assess.Fact{assess.Met, assess.NotMet, assess.FactUnknown}[seed%3]
		if err := room.Add(p); err != nil {
			t.Fatal(err)
		}
	}
	room.Body = room.People + rapid.IntRange(0, 3).Draw(t, "body")
	return room.Publish()
}

func TestARoomReadBackGivesTheSameFindings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := assess.Assess(drawRoom(t))
		text := Encode(a)
		again, err := Read("assessment.yaml", text, rubric.Released)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		b := assess.Assess(again)
		if !bytes.Equal(Encode(b), text) {
			t.Fatalf("written:\n%s\nread back:\n%s", text, Encode(b))
		}
		if diff := cmp.Diff(a, b, cmpopts.IgnoreFields(assess.Assessment{}, "Published"), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("other findings:\n%s", diff)
		}
	})
}

const handsHead = "format: 1\nassociation: Northern Trails Alliance\ndate: 2026-11-23\nmode: hands\npeople: 12\n"

func TestAShowOfHandsBecomesARecordAndBack(t *testing.T) {
	tally, err := assess.ParseHands("hands.yaml", []byte(handsHead+`counts:
  values.goals: [2, 5, 3, 0, 1, 0]
  values.decisions: [6, 0, 6, 0, 0, 0]
  values.peer_objectives: [0, 6, 6, 0, 0, 0]
  values.fit: [1, 1, 1, 0, 9, 0]
targets: {values: {coordination: 7, today_is_right: 5}}
priorities: {trust: 5}
hurdles: {met: {turf: 3}, worst: {turf: 2}}
aim: {shared_services: {have: 2}}
facts: {says_so: {met: 5, not_met: 2}}
`), rubric.Released)
	if err != nil {
		t.Fatal(err)
	}
	text := Encode(assess.Assess(tally))
	for _, want := range []string{
		"mode: hands", "people: 12",
		"  values.goals: [2, 5, 3, 0, 1, 0]\n",
		"  values.fit: {withheld: 3, dont_know: 9, does_not_apply: 0}\n",
		// (2.1 + 2 + 2.5) / 3 = 2.20; the fourth question is withheld.
		"  values: {stage: cooperation, position: 2.20, from: counts, within: 2.05, target: coordination, gap: 1, low: ",
		"split: [values.decisions], unknown: [values.fit]",
		"priorities: {trust: 5}\n", "  says_so: {met: 5, not_met: 2}\n",
		"  shared_services: {have: 2}\n", // everybody gave an aim where any is counted
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%q does not stand in\n%s", want, text)
		}
	}
	if strings.Contains(string(text), "turf") {
		t.Error("hurdles of three people are told")
	}
	got, want, err := Verify("assessment.yaml", text, rubric.Released)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%v\n%s", err, want)
	}
}

func TestCountsThatCannotBeAreRefused(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"more answers than people", "counts:\n  values.goals: [9, 4, 0, 0, 0, 0]\n", "hands.yaml:7:17: 13 answers of 12 people"},
		{"a missing column", "counts:\n  values.goals: [9, 1, 0, 0, 0]\n", "hands.yaml:7:17: 5 counts stand here; expected 6"},
		{"less than nobody", "counts:\n  values.goals: [-1, 1, 0, 0, 0, 0]\n", "hands.yaml:7:18: -1 is out of range"},
		{"a worst hurdle that fewer met", "counts: {}\nhurdles: {met: {turf: 3}, worst: {turf: 4}}\n", "hands.yaml:7:41: 4 people marked it the worst; expected at most the 3"},
		{"a smaller body", "counts: {}\nbody: 11\n", "hands.yaml:7:7: 11 is out of range; expected 12"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := assess.ParseHands("hands.yaml", []byte(handsHead+c.text), rubric.Released); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}
