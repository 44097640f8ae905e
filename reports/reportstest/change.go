package reportstest

import (
	"fmt"
	"strings"
	"testing"

	"collab/assess"
	"collab/rubric"
)

// Comparisons are one of each kind that a report must not stumble over.
var Comparisons = []Fixture[*assess.Comparison]{
	{"linked", func(t testing.TB) *assess.Comparison { return compared(round(t, then, 12), round(t, now, 12, rises)) }},
	{"left_out", leftOutAndOtherRoles},
	{"unlinked", func(t testing.TB) *assess.Comparison {
		return compared(round(t, then, 7, uncoded), round(t, now, 9, uncoded, rises))
	}},
	{"records", everyoneByRecords},
	{"too_few", tooFew},
	{"four_not_shown", FourNotShown},
	{"solo", func(t testing.TB) *assess.Comparison { return compared(Alone(t, then), Alone(t, now, rises)) }},
	{"lengths", func(t testing.TB) *assess.Comparison { return compared(Alone(t, then), Alone(t, now, inShort)) }},
	{"against_group", func(t testing.TB) *assess.Comparison { return compared(Alone(t, then), round(t, now, 12)) }},
	{"hands", func(t testing.TB) *assess.Comparison {
		return compared(asHands(round(t, then, 12)), round(t, now, 9, rises, otherWork))
	}},
	{"reworded", func(t testing.TB) *assess.Comparison {
		return compared(record(round(t, then, 12)), record(round(t, now, 12, rises, inRubric(rewordedRubric(t)))))
	}},
	{"hostile_change", hostileChange},
	{"other_rubric", func(t testing.TB) *assess.Comparison {
		return compared(Alone(t, then), Alone(t, now, inRubric(SmallRubric(t, 7, "en"))))
	}},
}

const then, now = "2026-03-04", "2026-11-23"

func compared(then, now assess.Side) *assess.Comparison { return assess.Compare(then, now) }

// A variation changes what the i-th person says.
type variation func(i int, r *assess.Response)

// said is what the first n of the room of twelve say on a day, everybody with a code.
func said(t testing.TB, day string, n int, varied ...variation) []*assess.Response {
	t.Helper()
	d, err := assess.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	var people []*assess.Response
	for i, p := range Twelve()[:n] {
		r := p.response(t)
		r.Date, r.Code = d, fmt.Sprint("code", i)
		for _, vary := range varied {
			vary(i, &r)
		}
		people = append(people, &r)
	}
	return people
}

// round is a closed room of some people, with their responses at hand.
func round(t testing.TB, day string, n int, varied ...variation) assess.Side {
	t.Helper()
	return sideWith(t, 0, said(t, day, n, varied...))
}

func sideWith(t testing.TB, body int, people []*assess.Response) assess.Side {
	t.Helper()
	first := people[0]
	tally := assess.NewTally(first.Rubric, assess.Group, first.Association, first.Date)
	for _, p := range people {
		if err := tally.Add(*p); err != nil {
			t.Fatal(err)
		}
	}
	tally.Body, tally.Named = body, tally.People < 5
	side, err := assess.SideOf(assess.Assess(tally.Publish()), people)
	if err != nil {
		t.Fatal(err)
	}
	return side
}

// record is the same round as its record knows it.
func record(s assess.Side) assess.Side { return assess.Side{Assessment: s.Assessment} }

// Alone is the first of the room, assessed alone.
func Alone(t testing.TB, day string, varied ...variation) assess.Side {
	return assess.Side{Assessment: assess.Assess(assess.One(*said(t, day, 1, varied...)[0]))}
}

// asHands is a room as a show of hands.
func asHands(s assess.Side) assess.Side {
	round := *s.Published
	round.Mode, round.Roles, round.RolePositions = assess.Hands, nil, nil
	round.Positions = make([]assess.Summary, len(round.Positions))
	return assess.Side{Assessment: assess.Assess(&round)}
}

// by moves a person's answers to a trait by a stage, up or down.
func by(r *assess.Response, stages assess.Answer, ids ...string) {
	for _, id := range ids {
		at := &r.Answers[r.Rubric.Index(id)]
		if *at > 0 {
			*at = max(1, min(assess.Answer(r.Rubric.K()), *at+stages))
		}
	}
}

// rises is a year in which trust grew for all, openness for many, and shared
// goals shrank for some.
func rises(i int, r *assess.Response) {
	by(r, 1, "trust.reliance", "trust.credit")
	if i%4 > 0 {
		by(r, 1, "transparency.figures", "trust.disagreement")
	}
	if i%3 == 0 {
		by(r, -1, "values.decisions")
		by(r, 1, "governance.roles")
	}
	if i < 5 {
		by(r, 1, "transparency.plans", "stakeholders.members", "knowledge.lessons")
	}
	by(r, 1, "spectrum.formality", "spectrum.change")
}

func uncoded(_ int, r *assess.Response) { r.Code = "" }

func otherWork(_ int, r *assess.Response) { r.JointWork.About = "Trail app with Valley Guild" }

func inShort(_ int, r *assess.Response) {
	rises(0, r)
	*r = shortOf(*r)
}

// inRubric gives the same answers to another rubric's questions.
func inRubric(later *rubric.Rubric) variation {
	return func(_ int, r *assess.Response) {
		again := assess.NewResponse(later)
		again.Association, again.Date, again.Code, again.Role = r.Association, r.Date, r.Code, r.Role
		again.JointWork = r.JointWork
		for i := range again.Answers {
			again.Answers[i] = min(r.Answers[i], assess.Answer(later.K()))
		}
		*r = again
	}
}

// rewordedRubric is the default rubric in a later version: two questions of
// trust and one of values have other words, and one of governance another id.
func rewordedRubric(t testing.TB) *rubric.Rubric {
	t.Helper()
	text := string(rubric.DefaultText())
	text = strings.Replace(text, `version: "1.0.0"`, `version: "1.1.0"`, 1)
	r := rubric.Default()
	for _, id := range []string{"trust.reliance", "trust.credit", "values.goals"} {
		prompt := r.Questions()[r.Index(id)].Prompt
		text = strings.Replace(text, prompt, prompt+" Give an example.", 1)
	}
	text = strings.ReplaceAll(text, "governance.review", "governance.looking_back")
	later, err := rubric.Parse("later.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return later
}

// leftOutAndOtherRoles is a room in which two people gave no code either time, others
// each time, and of which the board made room for volunteers.
func leftOutAndOtherRoles(t testing.TB) *assess.Comparison {
	earlier, later := said(t, then, 12), said(t, now, 12, rises)
	for i := range 2 {
		earlier[i].Code, later[10+i].Code = "", ""
	}
	for _, r := range later {
		if r.Role == "board" {
			r.Role = "volunteer"
		}
	}
	return compared(sideWith(t, 0, earlier), sideWith(t, 0, later))
}

// everyoneByRecords is a whole body, of which the records alone are at hand.
func everyoneByRecords(t testing.TB) *assess.Comparison {
	return compared(record(sideWith(t, 12, said(t, then, 12))), record(sideWith(t, 15, said(t, now, 12, rises))))
}

// tooFew is a named room of four and a room of six, of whom few know of governance.
func tooFew(t testing.TB) *assess.Comparison {
	unknown := func(i int, r *assess.Response) {
		for j, q := range r.Rubric.Questions() {
			if q.Dimension == "governance" && i > 2 {
				r.Answers[j] = assess.DontKnow
			}
		}
	}
	return compared(record(round(t, then, 4, uncoded)), record(round(t, now, 6, uncoded, rises, unknown)))
}

// FourNotShown is a room of which four have a position on trust: too few to test it
// or to show where they stand. Five answered each of its questions.
func FourNotShown(t testing.TB) *assess.Comparison {
	four := func(i int, r *assess.Response) {
		ids := map[int][]string{4: {"trust.delegation", "trust.disagreement"}, 5: {"trust.reliance", "trust.credit"}}
		for _, id := range ids[i] {
			r.Answers[r.Rubric.Index(id)] = assess.DontKnow
		}
	}
	return compared(round(t, then, 6, uncoded, four), round(t, now, 9, uncoded, rises))
}

// hostileChange has typed texts that would do harm, and a rubric of one's own.
func hostileChange(t testing.TB) *assess.Comparison {
	one := func(day string, varied ...variation) assess.Side {
		harm := Hostile(t)
		return Alone(t, day, append(varied, func(_ int, r *assess.Response) {
			r.Association, r.JointWork.About = harm.Association, harm.JointWork.About+day
		})...)
	}
	return compared(one(then), one(now, rises))
}
