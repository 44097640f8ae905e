package reportstest

import (
	"fmt"
	"strings"
	"testing"

	"collab/assess"
	"collab/rubric"
)

// A Fixture is what golden files and properties are about.
type Fixture[T any] struct {
	Name string
	Make func(t testing.TB) T
}

// One are one of each kind that a report must not stumble over.
var One = []Fixture[*assess.Assessment]{
	{"complete", func(t testing.TB) *assess.Assessment { return Assessed(Complete(t)) }},
	{"short", func(t testing.TB) *assess.Assessment { return Assessed(ShortForm(t)) }},
	{"incomplete", func(t testing.TB) *assess.Assessment { return Assessed(incomplete(t)) }},
	{"hostile", func(t testing.TB) *assess.Assessment { return Assessed(Hostile(t)) }},
	{"no_joint_work", func(t testing.TB) *assess.Assessment { return Assessed(noJointWork(t)) }},
	{"nothing_known", func(t testing.TB) *assess.Assessment { return Assessed(nothingKnown(t)) }},
	{"earlier_wording", func(t testing.TB) *assess.Assessment { return Assessed(earlierWording(t)) }},
	{"two_stages", func(t testing.TB) *assess.Assessment { return Assessed(Other(t, 2, "en")) }},
	{"seven_stages", func(t testing.TB) *assess.Assessment { return Assessed(Other(t, 7, "ja")) }},
}

func Assessed(r assess.Response) *assess.Assessment { return assess.Assess(assess.One(r)) }

func DefaultRubric(t testing.TB) *rubric.Rubric {
	t.Helper()
	return rubric.Default()
}

func Date(t testing.TB) assess.Date {
	t.Helper()
	d, err := assess.ParseDate("2026-11-23")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Complete answers everything, with two unknowns and one that does not apply.
func Complete(t testing.TB) assess.Response {
	r := assess.NewResponse(DefaultRubric(t))
	r.Association, r.Date, r.Role = "Northern Trails Alliance", Date(t), "ceo"
	r.JointWork = assess.JointWork{About: "Trail conference with Lakes Guild", Scope: "between", Purpose: "shared_objective"}
	copy(r.Answers, []assess.Answer{
		3, 3, 3, 2, // values
		2, 2, 1, 2, // trust
		3, 2, 3, 2, // transparency
		2, 3, 2, -1, // knowledge
		3, 2, 2, 2, // stakeholders
		2, -1, 3, -2, // governance, too few
		3, 3, 2, 2, 3, 2, 2, 1, 2, // spectrum
		2, 3, 2, 2, 3, 2, 4, 2, // benefits
	})
	r.Answers[21] = 2
	r.Targets = map[string]assess.Target{
		"values": 4, "trust": 3, "transparency": 3, "knowledge": assess.TodayIsRight, "stakeholders": 1, "governance": 3, "spectrum": 3,
	}
	r.Priorities = []string{"trust", "governance"}
	r.Hurdles, r.Worst = []string{"inertia", "turf"}, "inertia"
	r.Aim = map[string]string{"strategic_partnership": rubric.Exploring, "shared_services": rubric.Have, "joint_social_enterprise": rubric.NotConsidering}
	r.Facts = map[string]assess.Fact{
		"says_so":                             assess.Met,
		"strategic_partnership.partner_named": assess.Met,
		"strategic_partnership.boards_agree":  assess.NotMet,
		"strategic_partnership.goal_written":  assess.Met,
		"shared_services.cost_known":          assess.FactUnknown,
		"shared_services.leader_named":        assess.Met,
		"shared_services.service_level":       assess.NotMet,
	}
	r.Notes = map[string]string{"values.goals": "2026 plan, page 4", "trust.reliance": "Lakes Guild ran its own booking twice."}
	return r
}

// ShortForm answers what the short form asks.
func ShortForm(t testing.TB) assess.Response {
	r := shortOf(Complete(t))
	r.Facts = map[string]assess.Fact{}
	return r
}

// shortOf is a response as the short form has it.
func shortOf(r assess.Response) assess.Response {
	r.Length = assess.Short
	for i, q := range r.Rubric.Questions() {
		if !q.Short {
			r.Answers[i] = assess.Unanswered
		}
	}
	return r
}

// incomplete stops in the third trait.
func incomplete(t testing.TB) assess.Response {
	r := assess.NewResponse(DefaultRubric(t))
	r.Association, r.Date = "Harbour Pilots", Date(t)
	copy(r.Answers, []assess.Answer{3, 3, 3, 2, 2, 2, 1, 2, 3})
	return r
}

// Hostile puts markup, formulas and terminal codes into every typed text.
func Hostile(t testing.TB) assess.Response {
	r := Complete(t)
	r.Association = "=cmd|'/c calc'!A1 \x1b[31m<script>alert(1)</script> [x](http://evil.example) \u202eesrever\u202c $\\alpha$ 日本協会"
	r.JointWork.About = "| a | b |\n# Heading\r\n[^1]: note @cite ~~x~~ `code`{=html} www.evil.example bob@evil.example"
	r.Notes = map[string]string{
		"values.goals":   "1. list\n\n- item\n\n\\begin{document} \\input{/etc/passwd} &lt;b&gt; ![x](javascript:alert(1))",
		"trust.reliance": "a\u0301\u0301 combining, \x07bell, \u2066isolate\u2069, {#id .class} ^[inline note] :smile: <!-- c --> https://evil.example",
	}
	return r
}

// noJointWork has no joint work, no targets, no votes, no hurdles.
func noJointWork(t testing.TB) assess.Response {
	r := Complete(t)
	r.JointWork = assess.JointWork{Scope: rubric.ScopeNone}
	for i, q := range r.Rubric.Questions() {
		if q.Dimension == rubric.SpectrumID {
			r.Answers[i] = assess.Unanswered
		}
	}
	r.Targets, r.Priorities, r.Hurdles, r.Worst = map[string]assess.Target{}, nil, nil, ""
	return r
}

// nothingKnown answers don't know to everything.
func nothingKnown(t testing.TB) assess.Response {
	r := assess.NewResponse(DefaultRubric(t))
	r.Association, r.Date = "Quiet Society", Date(t)
	for i := range r.Answers {
		r.Answers[i] = assess.DontKnow
	}
	return r
}

// Other answers a small rubric of one's own with k stages, from the first to the last.
func Other(t testing.TB, k int, language string) assess.Response {
	r := assess.NewResponse(SmallRubric(t, k, language))
	r.Association, r.Date = "日本山岳会 Alpine Club", Date(t)
	for i := range r.Answers {
		r.Answers[i] = assess.Answer(i%k + 1)
	}
	r.Targets = map[string]assess.Target{"one": assess.Target(k)}
	return r
}

// SmallRubric has two traits and nothing that may be left out.
func SmallRubric(t testing.TB, k int, language string) *rubric.Rubric {
	t.Helper()
	names := []string{"Apart", "Occasional contact", "協力している段階", "Coordinated by plan", "Shared programs", "Pooled resources", "One organization"}[:k]
	var b strings.Builder
	fmt.Fprintf(&b, "format: 1\nid: small\nversion: \"0.1.0\"\nlanguage: %s\nname: \"A small rubric\"\nstages:\n", language)
	for i, n := range names {
		fmt.Fprintf(&b, "  - {id: s%d, name: %q, meaning: %q}\n", i+1, n, "Meaning of "+n+".")
	}
	b.WriteString("other_answers: {dont_know: \"I don't know\", does_not_apply: \"Does not apply\"}\n")
	b.WriteString("roles:\n  - {id: other, name: \"Other\"}\n")
	b.WriteString("scopes: {within: \"Inside.\", between: \"Outside.\"}\ndimensions:\n")
	for _, d := range []struct{ id, name string }{{"one", "Trust 信頼 between | groups"}, {"two", "Openness"}} {
		fmt.Fprintf(&b, "  - id: %s\n    kind: trait\n    name: %q\n    short: %q\n    definition: \"About it.\"\n    questions:\n", d.id, d.name, strings.Fields(d.name)[0])
		for j, scope := range []string{"within", "between"} {
			fmt.Fprintf(&b, "      - id: %s.q%d\n        name: \"Question %d\"\n        scope: %s\n        short: true\n        prompt: \"How is it?\"\n        anchors:\n", d.id, j, j, scope)
			for i := range names {
				fmt.Fprintf(&b, "          s%d: \"It is %d.\"\n", i+1, i)
			}
			b.WriteString("        next_steps:\n")
			for i := range names[1:] {
				fmt.Fprintf(&b, "          s%d: \"Do step %d.\"\n", i+2, i)
			}
		}
	}
	b.WriteString("priorities: {prompt: \"Which?\", max: 1}\n")
	fmt.Fprintf(&b, "targets:\n  horizon_months: 12\n  instruction: \"Where?\"\n  today_is_right: \"Right\"\n  questions:\n    - dimension: one\n      prompt: \"Where?\"\n      anchors:\n")
	for i := range names {
		fmt.Fprintf(&b, "        s%d: \"There %d.\"\n", i+1, i)
	}
	r, err := rubric.Parse("small.yaml", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// earlierWording was asked one question in other words.
func earlierWording(t testing.TB) assess.Response {
	r := Complete(t)
	r.Rubric = r.Rubric.AsWorded(map[string]string{"trust.reliance": "abcdef"})
	return r
}
