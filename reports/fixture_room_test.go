package reports

import (
	"testing"

	"collab/assess"
	"collab/rubric"
)

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
}

// response is the person's.
func (p person) response(t testing.TB) assess.Response {
	r := assess.NewResponse(defaultRubric(t))
	r.Association, r.Date, r.Role = "Northern Trails Alliance", date(t), p.role
	r.JointWork = assess.JointWork{About: "Trail conference with Lakes Guild", Scope: "between", Purpose: "shared_objective"}
	for i, q := range r.Rubric.Questions() {
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

// gathered is an open room of people.
func gathered(t testing.TB, people []person) *assess.Tally {
	t.Helper()
	tally := assess.NewTally(defaultRubric(t), assess.Group, "Northern Trails Alliance", date(t))
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

func roomOfTwelve(t testing.TB) *assess.Assessment {
	tally := gathered(t, twelve())
	tally.Body = 15
	return assess.Assess(tally.Publish())
}

// everyone is the same room, and nobody else belongs to it.
func everyone(t testing.TB) *assess.Assessment {
	tally := gathered(t, twelve())
	tally.Body = 12
	return assess.Assess(tally.Publish())
}

func roomOfSix(t testing.TB) *assess.Assessment {
	tally := gathered(t, twelve()[3:9])
	return assess.Assess(tally.Publish())
}

func namedRoom(t testing.TB) *assess.Assessment {
	tally := gathered(t, twelve()[6:9])
	tally.Named = true
	return assess.Assess(tally.Publish())
}

// alike is a room in which all say the same.
func alike(t testing.TB) *assess.Assessment {
	people := make([]person, 8)
	for i := range people {
		people[i] = person{role: "board", base: 2}
	}
	tally := gathered(t, people)
	return assess.Assess(tally.Publish())
}

// handsOfTwelve is the room of twelve, counted.
func handsOfTwelve(t testing.TB) *assess.Assessment {
	return asHands(assess.Side{Assessment: assess.Assess(gathered(t, twelve()).Publish())}).Assessment
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
	first := tally.Publish()
	if err := first.AddSecond(again.Publish()); err != nil {
		t.Fatal(err)
	}
	return assess.Assess(first)
}

// hostileRoom has a typed text that would do harm, and a rubric of one's own.
func hostileRoom(t testing.TB) *assess.Assessment {
	small := smallRubric(t, 7, "en")
	tally := assess.NewTally(small, assess.Group, hostile(t).Association, date(t))
	for i := range 9 {
		r := assess.NewResponse(small)
		r.Association, r.Date = tally.Association, date(t)
		for j := range r.Answers {
			r.Answers[j] = assess.Answer((i*(j+1))%7 + 1)
		}
		r.Targets = map[string]assess.Target{"one": 7}
		if err := tally.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	return assess.Assess(tally.Publish())
}

// silentRoom is one in which nobody knows anything.
func silentRoom(t testing.TB) *assess.Assessment {
	people := make([]person, 7)
	for i := range people {
		people[i].base = assess.DontKnow
	}
	tally := gathered(t, people)
	return assess.Assess(tally.Publish())
}

// rooms are fixtures of many people.
var rooms = []fixture[*assess.Assessment]{
	{"room", roomOfTwelve},
	{"room_of_six", roomOfSix},
	{"room_named", namedRoom},
	{"room_everyone", everyone},
	{"room_alike", alike},
	{"room_hands", handsOfTwelve},
	{"room_after_talking", afterTalking},
	{"room_hostile", hostileRoom},
	{"room_silent", silentRoom},
}
