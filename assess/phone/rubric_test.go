package phone

import (
	"fmt"
	"strings"
	"time"

	"pgregory.net/rapid"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

// drawRound draws a round of the default rubric, or of one of any size that is drawn.
func drawRound(t *rapid.T) asking.Round {
	r := rubric.Default()
	if rapid.IntRange(0, 3).Draw(t, "own rubric") > 0 {
		var err error
		if r, err = rubric.Parse("own.yaml", []byte(drawRubric(t))); err != nil {
			t.Fatal(err)
		}
	}
	round := asking.Round{
		Association: rapid.SampledFrom([]string{"Lakes Guild", "", hostile}).Draw(t, "association"),
		Date:        assess.Date{Time: time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC)},
		Rubric:      r,
		Length:      rapid.SampledFrom([]assess.Length{assess.Full, assess.Short}).Draw(t, "length"),
		Again:       rapid.IntRange(0, 4).Draw(t, "round") == 0,
	}
	round.JointWork.Scope = rapid.SampledFrom([]string{"", "within", rubric.ScopeNone}).Draw(t, "scope")
	if round.Again {
		one := assess.NewResponse(r)
		one.Length, one.JointWork = round.Length, round.JointWork
		for _, q := range r.Questions() {
			if one.Asked(q) && rapid.IntRange(0, 5).Draw(t, q.ID) == 0 {
				round.Topics = append(round.Topics, q.ID)
			}
		}
	}
	return round
}

// drawResponse draws what a page of a round can be answered.
func drawResponse(t *rapid.T, round asking.Round) *assess.Response {
	r := assess.NewResponse(round.Rubric)
	r.Association, r.Date, r.Length, r.JointWork = round.Association, round.Date, round.Length, round.JointWork
	for _, s := range asking.Sections(round) {
		for _, it := range s.Items {
			if !it.Asked(&r) {
				continue
			}
			switch {
			case it.Kind == asking.Text:
			case it.Kind == asking.Ticks:
				var ids []string
				for _, o := range it.Options {
					if len(ids) < it.Most && rapid.Bool().Draw(t, o.ID) {
						ids = append(ids, o.ID)
					}
				}
				it.Tick(&r, ids)
			case it.Among != "" && len(r.Hurdles) > 1:
				r.Worst = rapid.SampledFrom(append(r.Hurdles, "")).Draw(t, it.ID)
			case it.Among == "":
				it.Take(&r, rapid.IntRange(-1, len(it.Options)-1).Draw(t, it.ID))
			}
		}
	}
	return &r
}

const hostile = `"></script><img src=x onerror=alert(2)>{{script}}&amp;`

// drawRubric draws the file of a rubric: 2 to 7 stages, one trait or more, with or without
// a spectrum, targets, hurdles and forms.
func drawRubric(t *rapid.T) string {
	var b strings.Builder
	n := func(low, high int, of string) int { return rapid.IntRange(low, high).Draw(t, of) }
	put := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	text := rapid.SampledFrom([]string{"Plain text.", hostile, "\u05e2\u05d1\u05e8\u05d9\u05ea", "Größe"})
	k := n(2, 7, "stages")
	var stages []string
	put("format: 1\nid: drawn\nversion: \"%d\"\nname: Drawn\nstages:", n(1, 9, "version"))
	for i := range k {
		stages = append(stages, fmt.Sprintf("s%d", i))
		put("  - {id: s%d, name: S%d, meaning: M.}", i, i)
	}
	each := func(from int) string {
		var words []string
		for _, s := range stages[from:] {
			words = append(words, fmt.Sprintf("%s: %q", s, s+" "+text.Draw(t, "text")))
		}
		return "{" + strings.Join(words, ", ") + "}"
	}
	put("roles:")
	for i := range n(1, 5, "roles") {
		put("  - {id: r%d, name: R%d}", i, i)
	}
	put("  - {id: other, name: Other}\nscopes: {within: Inside., between: Outside.}\ndimensions:")
	dimension := func(id, kind string, questions int) {
		put("  - id: %s\n    kind: %s\n    name: %q\n    short: D\n    definition: %q\n    questions:", id, kind, text.Draw(t, "name"), text.Draw(t, "definition"))
		for i := range questions {
			put("      - id: %s.q%d\n        name: Q\n        prompt: %q\n        short: %v\n        anchors: %s\n        next_steps: %s",
				id, i, fmt.Sprint(i, text.Draw(t, "prompt")), i < 2, each(0), each(1))
			if kind != "spectrum" {
				put("        scope: %s", []string{"within", "between"}[i%2])
			}
		}
	}
	traits := n(1, 4, "traits")
	for i := range traits {
		dimension(fmt.Sprintf("t%d", i), "trait", 2*n(1, 3, "questions"))
	}
	spectrum := rapid.Bool().Draw(t, "spectrum")
	if spectrum {
		dimension("spectrum", "spectrum", n(1, 3, "questions"))
		put("joint_work:\n  about: Which?\n  scope: Whom?\n  scopes: [{id: within, name: In}, {id: between, name: Out}, {id: none, name: None}]\n" +
			"  purpose: Why?\n  purposes: [{id: money, name: Money}]")
	}
	if rapid.Bool().Draw(t, "targets") {
		put("targets:\n  horizon_months: 12\n  instruction: Where?\n  today_is_right: Stay\n  questions:\n    - {dimension: t0, prompt: \"Far?\", anchors: %s}", each(0))
	}
	if rapid.Bool().Draw(t, "strategy") {
		put("says_so: We say so.")
	}
	put("priorities: {prompt: 'Which?', max: %d}", n(1, traits, "priorities"))
	if hurdles := n(0, 6, "hurdles"); hurdles > 0 {
		put("hurdles:\n  prompt: Which?\n  worst: The worst?\n  items:")
		for i := range hurdles {
			put("    - {id: h%d, name: H%d, sign: %q, counter: C., traits: [t0]}", i, i, text.Draw(t, "sign"))
		}
	}
	if forms := n(0, 3, "forms"); forms > 0 {
		put("aim:\n  prompt: Which?\n  choices: [{id: have, name: Have}, {id: exploring, name: Exploring}, {id: not_considering, name: Not}]\nforms:")
		for i := range forms {
			put("  - id: f%d\n    name: F%d\n    meaning: M.\n    needs: {t0: s1}\n    first_step: S.", i, i)
			if facts := n(0, 2, "facts"); facts > 0 {
				put("    facts:")
				for j := range facts {
					put("      - {id: x%d, text: %q}", j, text.Draw(t, "fact"))
				}
			}
		}
	}
	return b.String()
}
