package reportstest

import (
	"testing"

	"collab/assess"
	"collab/rubric"
)

// A person of a room: base answers to every question, with changes to some.
type person struct {
	Role    string
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
	r := assess.NewResponse(DefaultRubric(t))
	r.Association, r.Date, r.Role = "Northern Trails Alliance", Date(t), p.Role
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

// Gathered is an open room of people.
func Gathered(t testing.TB, people []person) *assess.Tally {
	t.Helper()
	tally := assess.NewTally(DefaultRubric(t), assess.Group, "Northern Trails Alliance", Date(t))
	for _, p := range people {
		if err := tally.Add(p.response(t)); err != nil {
			t.Fatal(err)
		}
	}
	return tally
}

// Twelve is a board of seven and a staff of five, who differ as such people do:
// the board sees more trust, the staff knows more of the work.
func Twelve() []person {
	var people []person
	for i := range 12 {
		p := person{Role: "board", turn: i + 1, base: assess.Answer(2 + (i+1)%4/3)}
		staff := i >= 7
		if staff {
			p.Role = "staff"
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

func RoomOfTwelve(t testing.TB) *assess.Assessment {
	tally := Gathered(t, Twelve())
	tally.Body = 15
	return assess.Assess(tally.Publish())
}

// everyone is the same room, and nobody else belongs to it.
func everyone(t testing.TB) *assess.Assessment {
	tally := Gathered(t, Twelve())
	tally.Body = 12
	return assess.Assess(tally.Publish())
}

func roomOfSix(t testing.TB) *assess.Assessment {
	tally := Gathered(t, Twelve()[3:9])
	return assess.Assess(tally.Publish())
}

func namedRoom(t testing.TB) *assess.Assessment {
	tally := Gathered(t, Twelve()[6:9])
	tally.Named = true
	return assess.Assess(tally.Publish())
}

// alike is a room in which all say the same.
func alike(t testing.TB) *assess.Assessment {
	people := make([]person, 8)
	for i := range people {
		people[i] = person{Role: "board", base: 2}
	}
	tally := Gathered(t, people)
	return assess.Assess(tally.Publish())
}

// HandsOfTwelve is the room of twelve, counted.
func HandsOfTwelve(t testing.TB) *assess.Assessment {
	return asHands(assess.Side{Assessment: assess.Assess(Gathered(t, Twelve()).Publish())}).Assessment
}

// AfterTalking is the room of twelve with a second round: the split on acting
// for one another is gone, that on reviews is not.
func AfterTalking(t testing.TB) *assess.Assessment {
	tally := Gathered(t, Twelve())
	again := Gathered(t, Twelve())
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

// Divided is a room of fourteen that is not of one mind on what there is: of the
// strategic partnership five say that it is explored, six that it is in place, three
// neither; of the joint social enterprise four, four and six.
func Divided(t testing.TB) *assess.Assessment {
	people := append(Twelve(), Twelve()[:2]...)
	for i := range people {
		aim := func(explore, have int) string {
			switch {
			case i < explore:
				return rubric.Exploring
			case i < explore+have:
				return rubric.Have
			}
			return rubric.NotConsidering
		}
		p := &people[i]
		p.aim = map[string]string{
			"strategic_partnership": aim(5, 6), "shared_services": rubric.NotConsidering, "joint_social_enterprise": aim(4, 4),
		}
		p.facts = map[string]assess.Fact{}
		if p.aim["strategic_partnership"] != rubric.NotConsidering {
			p.facts["strategic_partnership.partner_named"] = assess.NotMet
		}
	}
	return closed(t, people)
}

// HostileRoom has a typed text that would do harm, and a rubric of one's own.
func HostileRoom(t testing.TB) *assess.Assessment {
	small := SmallRubric(t, 7, "en")
	tally := assess.NewTally(small, assess.Group, Hostile(t).Association, Date(t))
	for i := range 9 {
		r := assess.NewResponse(small)
		r.Association, r.Date = tally.Association, Date(t)
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
	tally := Gathered(t, people)
	return assess.Assess(tally.Publish())
}

// ShortRoom is the room of twelve in the short length.
func ShortRoom(t testing.TB) *assess.Assessment {
	people := Twelve()
	for i := range people {
		people[i].length, people[i].facts = assess.Short, nil
	}
	return closed(t, people)
}

// OneSideRoom is the room of twelve without any work with others.
func OneSideRoom(t testing.TB) *assess.Assessment {
	people := Twelve()
	for i := range people {
		people[i].answers = map[string]assess.Answer{}
		for _, q := range DefaultRubric(t).Questions() {
			if q.Scope == rubric.Between {
				people[i].answers[q.ID] = assess.DoesNotApply
			}
		}
	}
	return closed(t, people)
}

func closed(t testing.TB, people []person) *assess.Assessment {
	return assess.Assess(Gathered(t, people).Publish())
}

// Rooms are fixtures of many people.
var Rooms = []Fixture[*assess.Assessment]{
	{"room", RoomOfTwelve},
	{"room_of_six", roomOfSix},
	{"room_named", namedRoom},
	{"room_everyone", everyone},
	{"room_alike", alike},
	{"room_hands", HandsOfTwelve},
	{"room_after_talking", AfterTalking},
	{"room_divided", Divided},
	{"room_hostile", HostileRoom},
	{"room_silent", silentRoom},
}
