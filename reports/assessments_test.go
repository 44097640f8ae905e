package reports_test

import (
	"fmt"
	"strings"
	"testing"

	"collab/assess"
	"collab/rubric"
)

// What reports are tried on: an assessment of each kind that they must not stumble over.

// A fixture is an assessment by a name.
type fixture struct {
	name string
	make func(testing.TB) *assess.Assessment
}

var fixtures = []fixture{
	{"one person", func(t testing.TB) *assess.Assessment { return assessed(complete(t)) }},
	{"the short version", func(t testing.TB) *assess.Assessment { return assessed(shortForm(t)) }},
	{"stopped early", func(t testing.TB) *assess.Assessment { return assessed(incomplete(t)) }},
	{"hostile text", func(t testing.TB) *assess.Assessment { return assessed(hostile(t)) }},
	{"no joint work", func(t testing.TB) *assess.Assessment { return assessed(noJointWork(t)) }},
	{"nothing known", func(t testing.TB) *assess.Assessment { return assessed(nothingKnown(t)) }},
	{"two stages", func(t testing.TB) *assess.Assessment { return assessed(other(t, 2, "en")) }},
	{"seven stages", func(t testing.TB) *assess.Assessment { return assessed(other(t, 7, "ja")) }},
	{"room of twelve", func(t testing.TB) *assess.Assessment { return room(t, twelve(), of(15)) }},
	{"room of six", func(t testing.TB) *assess.Assessment { return room(t, twelve()[3:9]) }},
	{"named room", func(t testing.TB) *assess.Assessment { return room(t, twelve()[6:9], named) }},
	{"everyone", func(t testing.TB) *assess.Assessment { return room(t, twelve(), of(12)) }},
	{"all alike", alike},
	{"show of hands", handsOfTwelve},
	{"after talking", afterTalking},
	{"short room", shortRoom},
	{"room of one side", oneSideRoom},
	{"silent room", silentRoom},
}

// named agrees to be traceable.
func named(t *assess.Tally) { t.Named = true }

// of is a round of a body of so many people.
func of(body int) func(*assess.Tally) { return func(t *assess.Tally) { t.Body = body } }

// room is the assessment of a room of people.
func room(t testing.TB, people []person, set ...func(*assess.Tally)) *assess.Assessment {
	tally := gathered(t, people)
	for _, s := range set {
		s(tally)
	}
	return published(tally)
}

// published is the assessment of what may be kept of a round.
func published(t *assess.Tally) *assess.Assessment {
	t.Close()
	return assess.Assess(t)
}

func assessed(r assess.Response) *assess.Assessment { return assess.Assess(assess.One(r)) }

func date(t testing.TB) assess.Date {
	t.Helper()
	d, err := assess.ParseDate("2026-11-23")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// complete answers everything, with two unknowns and one that does not apply.
func complete(t testing.TB) assess.Response {
	r := assess.NewResponse(rubric.Default())
	r.Association, r.Date, r.Role = "Northern Trails Alliance", date(t), "ceo"
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

// shortForm answers what the short form asks.
func shortForm(t testing.TB) assess.Response {
	r := shortOf(complete(t))
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
	r := assess.NewResponse(rubric.Default())
	r.Association, r.Date = "Harbour Pilots", date(t)
	copy(r.Answers, []assess.Answer{3, 3, 3, 2, 2, 2, 1, 2, 3})
	return r
}

// hostile puts markup, formulas and terminal codes into every typed text.
func hostile(t testing.TB) assess.Response {
	r := complete(t)
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
	r := complete(t)
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
	r := assess.NewResponse(rubric.Default())
	r.Association, r.Date = "Quiet Society", date(t)
	for i := range r.Answers {
		r.Answers[i] = assess.DontKnow
	}
	return r
}

// other answers a small rubric of one's own with k stages, from the first to the last.
func other(t testing.TB, k int, language string) assess.Response {
	r := assess.NewResponse(smallRubric(t, k, language))
	r.Association, r.Date = "日本山岳会 Alpine Club", date(t)
	for i := range r.Answers {
		r.Answers[i] = assess.Answer(i%k + 1)
	}
	r.Targets = map[string]assess.Target{"one": assess.Target(k)}
	return r
}

// smallRubric has two traits and nothing that may be left out.
func smallRubric(t testing.TB, k int, language string) *rubric.Rubric {
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

// A person of a room: base answers to every question, with changes to some.
type person struct {
	role    string
	base    assess.Answer
	turn    int // from 1: on which questions the person differs; 0: on none
	answers map[string]assess.Answer
	targets map[string]assess.Target
	first   string // priority
	second  string
	aim     map[string]string
	facts   map[string]assess.Fact
	hurdles []string
	worst   string
	length  assess.Length
}

// response is the person's.
func (p person) response(t testing.TB) assess.Response {
	r := assess.NewResponse(rubric.Default())
	r.Association, r.Date, r.Role = "Northern Trails Alliance", date(t), p.role
	r.JointWork = assess.JointWork{About: "Trail conference with Lakes Guild", Scope: "between", Purpose: "shared_objective"}
	if p.length != "" {
		r.Length = p.length
	}
	for i, q := range r.Rubric.Questions() {
		if !r.Asked(q) {
			continue
		}
		r.Answers[i] = p.base
		if p.turn > 0 && (p.turn+i)*(i+2)%5 == 0 { // people differ, each on other questions
			r.Answers[i] = p.base%3 + 1
		}
		if a, ok := p.answers[q.ID]; ok {
			r.Answers[i] = a
		}
	}
	r.Targets, r.Aim, r.Facts, r.Hurdles, r.Worst = p.targets, p.aim, p.facts, p.hurdles, p.worst
	for _, id := range []string{p.first, p.second} {
		if id != "" {
			r.Priorities = append(r.Priorities, id)
		}
	}
	return r
}

// gathered is a closed room of people.
func gathered(t testing.TB, people []person) *assess.Tally {
	t.Helper()
	tally := assess.NewTally(rubric.Default(), assess.Group, "Northern Trails Alliance", date(t))
	for _, p := range people {
		if err := tally.Add(p.response(t)); err != nil {
			t.Fatal(err)
		}
	}
	return tally
}

// twelve is a board of seven and a staff of five, who differ as such people do:
// the board sees more trust, the staff knows more of the work.
func twelve() []person {
	var people []person
	for i := range 12 {
		p := person{role: "board", turn: i + 1, base: assess.Answer(2 + (i+1)%4/3)}
		staff := i >= 7
		if staff {
			p.role = "staff"
		}
		p.answers = map[string]assess.Answer{
			"trust.delegation": 3, "trust.disagreement": assess.Answer(2 + i%2), "trust.reliance": assess.Answer(1 + i%3/2), "trust.credit": 2,
			"values.goals": 3, "values.decisions": assess.Answer(2 + i%5/2), "values.fit": 3,
			"transparency.costs": assess.DontKnow,
			"governance.review":  assess.Answer(1 + 3*(i%2)),
			"governance.roles":   assess.Answer(1 + i%4),
			"spectrum.formality": 3, "spectrum.change": 1,
		}
		if staff {
			p.answers["trust.delegation"], p.answers["trust.disagreement"] = 1, 1
			p.answers["knowledge.lessons"] = 3
		}
		if i%3 == 0 {
			p.answers["transparency.costs"] = 2
		}
		if i == 4 {
			p.answers["governance.roles"] = assess.DontKnow
			p.answers["stakeholders.joint_choice"] = assess.DoesNotApply
		}
		p.targets = map[string]assess.Target{
			"values": assess.Target(3 + i%2), "trust": 3, "governance": 3, "knowledge": assess.TodayIsRight, "spectrum": 3, "stakeholders": assess.Target(1 + i%2),
		}
		p.first, p.second = "trust", []string{"governance", "values", ""}[i%3]
		p.aim = map[string]string{
			"strategic_partnership": []string{rubric.Exploring, rubric.Have, rubric.NotConsidering}[i%3],
			"shared_services":       []string{rubric.NotConsidering, rubric.Have}[i%5/4],
		}
		p.facts = map[string]assess.Fact{"says_so": []assess.Fact{assess.Met, assess.Met, assess.FactUnknown}[i%3]}
		if p.aim["strategic_partnership"] != rubric.NotConsidering {
			p.facts["strategic_partnership.partner_named"] = assess.Met
			p.facts["strategic_partnership.boards_agree"] = []assess.Fact{assess.NotMet, assess.FactUnknown}[i%4/3]
		}
		if i%2 == 0 {
			p.hurdles, p.worst = []string{"inertia", "turf"}[:1+i%4/2], "inertia"
		}
		people = append(people, p)
	}
	return people
}

// alike is a room in which all say the same.
func alike(t testing.TB) *assess.Assessment {
	people := make([]person, 8)
	for i := range people {
		people[i] = person{role: "board", base: 2}
	}
	return room(t, people)
}

// handsOfTwelve is the room of twelve, counted.
func handsOfTwelve(t testing.TB) *assess.Assessment {
	tally := gathered(t, twelve())
	tally.Close()
	tally.Mode, tally.Roles, tally.RolePositions = assess.Hands, nil, nil
	for i := range tally.Positions {
		tally.Positions[i] = assess.Histogram{}
	}
	return assess.Assess(tally)
}

// afterTalking is the room of twelve with a second round: the split on acting
// for one another is gone, that on reviews is not.
func afterTalking(t testing.TB) *assess.Assessment {
	tally := gathered(t, twelve())
	again := gathered(t, twelve())
	r := tally.Rubric
	again.Questions[r.Index("trust.delegation")].Ranks = []int{0, 9, 3, 0}
	again.Questions[r.Index("governance.roles")].Ranks = []int{1, 8, 3, 0}
	again.Questions[r.Index("values.goals")].Ranks = []int{0, 1, 10, 0}
	tally.Body = 15
	tally.Close()
	if err := tally.AddSecond(again); err != nil {
		t.Fatal(err)
	}
	return assess.Assess(tally)
}

// silentRoom is one in which nobody knows anything.
func silentRoom(t testing.TB) *assess.Assessment {
	people := make([]person, 7)
	for i := range people {
		people[i].base = assess.DontKnow
	}
	return room(t, people)
}

// shortRoom answers the short version.
func shortRoom(t testing.TB) *assess.Assessment {
	people := twelve()
	for i := range people {
		people[i].length, people[i].facts = assess.Short, nil
	}
	return room(t, people)
}

// oneSideRoom has no work with others.
func oneSideRoom(t testing.TB) *assess.Assessment {
	people := twelve()
	for i := range people {
		people[i].answers = map[string]assess.Answer{}
		for _, q := range rubric.Default().Questions() {
			if q.Scope == rubric.Between {
				people[i].answers[q.ID] = assess.DoesNotApply
			}
		}
	}
	return room(t, people)
}
