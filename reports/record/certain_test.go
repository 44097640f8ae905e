package record

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"collab/assess"
	"collab/rubric"
)

// A roomKind is how the people of made-up rooms answer.
type roomKind struct {
	name        string
	least, most int  // people
	chance      bool // any stage is as likely; else people differ, and questions do
	short       bool
	roles       bool // half are board, half staff
	hard        bool // every fourth question most do not know
	fromCounts  bool // their records keep counts alone
}

// person is one who has not answered yet.
func (k roomKind) person() assess.Response {
	p := assess.NewResponse(rubric.Default())
	p.Association, p.JointWork.Scope = "Lakes Guild", "between"
	p.Date, _ = assess.ParseDate("2026-11-23")
	if k.short {
		p.Length = assess.Short
	}
	return p
}

// room makes up the responses of a room.
func (k roomKind) room(random *rand.Rand) []assess.Response {
	people := make([]assess.Response, k.least+random.IntN(k.most-k.least+1))
	level := 2.3 + .4*random.NormFloat64()
	questions := make([]float64, len(rubric.Default().Questions()))
	for i := range questions {
		questions[i] = level + .5*random.NormFloat64()
	}
	for n := range people {
		p := k.person()
		if k.roles {
			p.Role = []string{"board", "staff"}[2*n/len(people)]
		}
		own := .4 * random.NormFloat64()
		for i, q := range p.Rubric.Questions() {
			if p.Asked(q) {
				p.Answers[i] = k.answer(random, i, own+questions[i])
			}
		}
		people[n] = p
	}
	return people
}

// answer makes up a person's answer to a question, about at a stage.
func (k roomKind) answer(random *rand.Rand, question int, about float64) assess.Answer {
	unknown := .05
	if k.hard && question%4 == 1 {
		unknown = .7
	}
	switch at := random.Float64(); {
	case at < unknown:
		return assess.DontKnow
	case at < unknown+.01:
		return assess.DoesNotApply
	case at < unknown+.02:
		return assess.Unanswered
	case k.chance:
		return assess.Answer(1 + random.IntN(4))
	}
	return assess.Answer(min(4, max(1, math.Round(about+.6*random.NormFloat64()))))
}

// published is what a record tells of people: written and read again.
func published(t testing.TB, people []assess.Response) *assess.Published {
	t.Helper()
	read, err := Read("assessment.yaml", Encode(assess.Assess(roundOf(t, people).Publish())), rubric.Released)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

// roundOf is the open round of people.
func roundOf(t rapid.TB, people []assess.Response) *assess.Tally {
	t.Helper()
	round := assess.NewTally(people[0].Rubric, assess.Group, people[0].Association, people[0].Date)
	for _, p := range people {
		if err := round.Add(p); err != nil {
			t.Fatal(err)
		}
	}
	return round
}

// truth is the solution that people are, in the order of the groups that a record shows.
func truth(e *equations, p *assess.Published, dimension int, people []assess.Response) solution {
	var shown []string
	for _, role := range rubric.IDs(p.Rubric.Roles) {
		if of := p.RolePositions[role]; of != nil && of[dimension].N > 0 {
			shown = append(shown, role)
		}
	}
	var s solution
	for _, person := range people {
		g := slices.Index(shown, cmp.Or(person.Role, rubric.OtherRole))
		if g < 0 {
			g = len(shown)
		}
		var row []cell
		for _, q := range p.Rubric.Dimensions[dimension].Questions {
			if p.Length.Asks(q) {
				i := p.Rubric.Index(q.ID)
				row = append(row, cellOf(e.stages, person.Answers[i], p.Questions[i].Withheld > 0))
			}
		}
		s.rows, s.groups = append(s.rows, row), append(s.groups, g)
	}
	return s
}

// truthOfBoth is the solution of two records: who is in the first, and the newcomers.
func truthOfBoth(e *equations, first, second *assess.Published, dimension int, people []assess.Response) solution {
	s := truth(e, second, dimension, people)
	for i := range s.groups {
		s.groups[i] = 0
		if i >= first.People {
			s.groups[i] = 1
		}
	}
	return s
}

func cellOf(stages int, a assess.Answer, withheld bool) cell {
	switch {
	case a == assess.DontKnow:
		return cell(stages)
	case a == assess.DoesNotApply:
		return cell(stages + 1)
	case a == assess.Unanswered:
		return cell(stages + 2)
	case withheld:
		return cell(stages + 3)
	}
	return cell(a - 1)
}

// A share counts rows, and those that are certain.
type share struct{ rows, certain, unsettled int }

func (s *share) add(people, certain, unsettled int) {
	s.rows += people
	s.certain += certain
	s.unsettled += unsettled
}

func (s share) percent() float64 { return 100 * float64(s.certain) / float64(s.rows) }

func (s share) String() string {
	return fmt.Sprintf("%.2f %% (%d of %d rows, %d of them not settled)", s.percent(), s.certain, s.rows, s.unsettled)
}

// lookAt adds the rows of a room's people: what is certain from a record, and from
// the counts alone; without the spectrum where only traits are from counts.
func (k roomKind) lookAt(t testing.TB, people []assess.Response, kept, counts *share) {
	t.Helper()
	p := published(t, people)
	for i, d := range p.Rubric.Dimensions {
		if d.Kind == rubric.Benefit || d.Kind == rubric.Spectrum && k.fromCounts {
			continue
		}
		e := equationsOf(p, i)
		s := truth(&e, p, i, people)
		rows, unsettled := e.certain(s)
		kept.add(len(people), rows, unsettled)
		e.all, e.hidden = moments{}, false
		rows, _ = e.certain(s)
		counts.add(len(people), rows, 0)
	}
}

// histogramOf gives what an exact histogram of positions would tell, by role.
func histogramOf(e *equations, s solution) map[place]int {
	histogram := map[place]int{}
	for i, row := range s.rows {
		if at := e.positionOf(row); at > 0 {
			histogram[place{s.groups[i], at}]++
		}
	}
	return histogram
}

// manyRooms is the name of the environment variable that says how many rooms of each
// kind are looked at: PRIVACY_ROOMS=300 go test ./reports/record -run RowsFollow -v
const manyRooms = "PRIVACY_ROOMS"

// TestRowsFollowFromARecordNoMoreThanFromCounts looks at random rooms. Where positions
// are kept, few rows more are certain than from the counts; else none.
func TestRowsFollowFromARecordNoMoreThanFromCounts(t *testing.T) {
	rooms, most := 6, 3.0 // percent of rows; with a histogram it would be 18 and more
	if many, err := strconv.Atoi(os.Getenv(manyRooms)); err == nil {
		rooms, most = many, 1.5
	}
	for _, k := range []roomKind{
		{name: "people differ, 5 to 8", least: 5, most: 8, fromCounts: true},
		{name: "chance, 5 to 8", chance: true, least: 5, most: 8, fromCounts: true},
		{name: "people differ, 9 to 12", least: 9, most: 12},
		{name: "chance, 9 to 12", chance: true, least: 9, most: 12},
		{name: "people differ, 13 to 20", least: 13, most: 20},
		{name: "people differ, two roles, 10 to 20", roles: true, least: 10, most: 20},
		{name: "chance, two roles, 10 to 20", chance: true, roles: true, least: 10, most: 20},
		{name: "people differ, withheld questions, 9 to 20", hard: true, least: 9, most: 20},
		{name: "people differ, short, 9 to 20", short: true, roles: true, least: 9, most: 20, fromCounts: true},
		{name: "chance, short, 5 to 20", short: true, chance: true, least: 5, most: 20, fromCounts: true},
	} {
		t.Run(k.name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(3, 4))
			var kept, counts share
			for range rooms {
				k.lookAt(t, k.room(random), &kept, &counts)
			}
			t.Logf("certain: %s; from the counts alone %s", kept, counts)
			if k.fromCounts && kept != counts {
				t.Error("more is told than the counts")
			}
			if kept.percent() > counts.percent()+most {
				t.Errorf("more than %.1f %% more rows are certain", most)
			}
		})
	}
}

// TestTheSolverFindsRowsFromHistograms shows that the solver finds what there is to
// be found: with the exact histograms that records once held, many rows follow.
func TestTheSolverFindsRowsFromHistograms(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	kind := roomKind{least: 5, most: 8}
	var with share
	for range 6 {
		people := kind.room(random)
		p := published(t, people)
		for i, d := range p.Rubric.Dimensions {
			if d.Kind != rubric.Trait {
				continue
			}
			e := equationsOf(p, i)
			s := truth(&e, p, i, people)
			e.histogram = histogramOf(&e, s)
			rows, unsettled := e.certain(s)
			with.add(len(people), rows, unsettled)
		}
	}
	t.Logf("certain from histograms: %s", with)
	if proven := with.certain - with.unsettled; 10*proven < with.rows {
		t.Error("the solver finds few rows where many follow")
	}
}

// TestRowsOfTheLakesGuild looks at the example that is published.
func TestRowsOfTheLakesGuild(t *testing.T) {
	people := guild(t)
	p := published(t, people)
	var kept, histograms share
	for i, d := range p.Rubric.Dimensions {
		if d.Kind != rubric.Trait {
			continue
		}
		e := equationsOf(p, i)
		s := truth(&e, p, i, people)
		rows, unsettled := e.certain(s)
		kept.add(len(people), rows, unsettled)
		e.all, e.histogram = moments{}, histogramOf(&e, s)
		rows, unsettled = e.certain(s)
		histograms.add(len(people), rows, unsettled)
	}
	t.Logf("certain: %s; with histograms %s", kept, histograms)
	if kept.certain > 2 || histograms.certain-histograms.unsettled < 10 {
		t.Error("more rows of the example follow from its record, or fewer from histograms")
	}
}

// guild are the people of the example, from its table.
func guild(t *testing.T) []assess.Response {
	t.Helper()
	file, err := os.Open("../../examples/lakes-guild/survey.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var people []assess.Response
	for _, row := range rows[1:] {
		p := roomKind{}.person()
		for i, column := range rows[0] {
			switch q := p.Rubric.Index(column); {
			case column == "role":
				p.Role = row[i]
			case q < 0 || row[i] == "":
			case row[i] == "dk":
				p.Answers[q] = assess.DontKnow
			case row[i] == "na":
				p.Answers[q] = assess.DoesNotApply
			default:
				p.Answers[q] = assess.Answer(row[i][0] - '0')
			}
		}
		people = append(people, p)
	}
	return people
}
