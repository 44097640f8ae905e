package assess

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"collab/rubric"
)

// roundsVariable asks for more simulated pairs of rounds than a usual test run
// has the time for:
//
//	COLLAB_ROUNDS=2000 go test ./assess -run Simulation -v
const roundsVariable = "COLLAB_ROUNDS"

const usualRounds = 25

// margin is how many standard errors of a simulated share it may be over its
// bound. The tests of different people use the whole of their 5 %: without a
// margin every second simulation would fail them, however long it is.
const margin = 3

// A society makes people up who answer as people may, in a model that knows
// nothing of the tests: on each question a person places the association at
//
//	level + person + leaning + question + moment
//
// rounded to a stage. The level of a trait is what there is to measure; the
// person sees everything higher or lower (standard deviation .35 stages), leans
// on a trait (.25), and a question is harder or easier for all (.35). These stay.
// The moment is what makes the same person answer otherwise a day later (.55):
// about half of the answers then change, nearly all by one stage. One of
// twenty answers is "don't know".
type society struct {
	*rand.Rand
	level    float64
	question map[string]float64
}

const (
	personSpread   = .35
	leaningSpread  = .25
	questionSpread = .35
	momentSpread   = .55
	notKnown       = .05
)

func newSociety(seed uint64) *society {
	s := &society{Rand: rand.New(rand.NewPCG(seed, 2026)), question: map[string]float64{}}
	s.level = 2 + s.Float64()
	for _, q := range rubric.Default().Questions() {
		s.question[q.ID] = questionSpread * s.NormFloat64()
	}
	return s
}

// A citizen is a person as such: the general view and the leaning on each trait.
type citizen struct {
	code    string
	view    float64
	leaning map[string]float64
}

func (s *society) citizens(n int) []citizen {
	people := make([]citizen, n)
	for i := range people {
		people[i] = citizen{code: fmt.Sprintf("citizen %02d", i), view: personSpread * s.NormFloat64(), leaning: map[string]float64{}}
		for _, d := range rubric.Default().Traits() {
			people[i].leaning[d.ID] = leaningSpread * s.NormFloat64()
		}
	}
	return people
}

// answers are what the people say at a moment, with one trait so much higher.
func (s *society) answers(people []citizen, trait string, higher float64) []*Response {
	var out []*Response
	for _, c := range people {
		r := NewResponse(rubric.Default())
		r.Association, r.Date, r.Code = "The Society", testDate, c.code
		for i, q := range r.Rubric.Questions() {
			leaning, known := c.leaning[q.Dimension]
			if !known {
				continue
			}
			place := s.level + c.view + leaning + s.question[q.ID] + momentSpread*s.NormFloat64()
			if q.Dimension == trait {
				place += higher
			}
			r.Answers[i] = Answer(max(1, min(4, math.Round(place))))
			if s.Float64() < notKnown {
				r.Answers[i] = DontKnow
			}
		}
		out = append(out, &r)
	}
	return out
}

// twoRounds lets a group answer twice, in the way that a test is for.
func (s *society) twoRounds(t *testing.T, test Test, n int, higher float64) (then, now Side) {
	people := s.citizens(n)
	later := people
	if test == Unlinked || test == Welch {
		later = s.citizens(n)
		for i := range later {
			later[i].code = ""
		}
	}
	before, after := s.answers(people, "trust", 0), s.answers(later, "trust", higher)
	switch test {
	case SoloRule:
		return solo(before[0]), solo(after[0])
	case Welch:
		return record(sideOf(t, before...)), record(sideOf(t, after...))
	}
	return sideOf(t, before...), sideOf(t, after...)
}

// A simulation counts what becomes of pairs of rounds.
type simulation struct {
	rounds   int
	alarms   int // any trait moved, and nothing had
	hints    int // any trait was possible or moved, and nothing had
	found    int // what was higher moved
	possible int // or was called possible
}

func simulate(t *testing.T, test Test, n, rounds int) simulation {
	sim := simulation{rounds: rounds}
	for seed := range rounds {
		s := newSociety(uint64(1000*n + seed))
		c := Compare(s.twoRounds(t, test, n, 0))
		sim.alarms += one(len(c.Moved()) > 0)
		sim.hints += one(len(c.Moved())+len(c.Judged(Possible)) > 0)
		c = Compare(s.twoRounds(t, test, n, .5))
		if c.Test != test {
			t.Fatalf("tested as %s, want %s", c.Test, test)
		}
		verdict := changeOf(c, "trust").Verdict
		sim.found += one(verdict == Moved)
		sim.possible += one(verdict == Moved || verdict == Possible)
	}
	return sim
}

// simulatedRounds are how many pairs of rounds there are to be, and the standard
// error of a share of them, in percent.
func simulatedRounds() (rounds int, stray func(percent float64) float64) {
	rounds = usualRounds
	if n, err := strconv.Atoi(os.Getenv(roundsVariable)); err == nil {
		rounds = n
	}
	return rounds, func(percent float64) float64 { return math.Sqrt(percent * (100 - percent) / float64(rounds)) }
}

func (s simulation) percent(count int) float64 { return 100 * float64(count) / float64(s.rounds) }

// found is in how many percent half a stage in one trait is found at least, by the
// test and the number of people.
var found = map[Test]map[int]float64{Linked: {8: 35}, Welch: {12: 23, 20: 48}}

// TestSimulation tells how often a change is called moved where there is none,
// over all six traits of an assessment, and how often one of half a stage in one
// trait is found.
func TestSimulation(t *testing.T) {
	rounds, stray := simulatedRounds()
	t.Logf("%d pairs of rounds each: moved though nothing had, in any trait; half a stage in one trait found moved, or at least possible", rounds)
	for _, c := range []struct {
		test   Test
		people []int
		alarms float64 // at most, in percent
	}{
		{SoloRule, []int{1}, 8},
		{Linked, []int{6, 8, 12, 20}, 5},
		{Unlinked, []int{6, 8, 12, 20}, 5},
		{Welch, []int{12, 20}, 5},
	} {
		for _, n := range c.people {
			sim := simulate(t, c.test, n, rounds)
			t.Logf("%-10s %2d people: %4.1f %% false alarms (± %.1f), %4.1f %% hints; %4.1f %% found, %4.1f %% possible",
				c.test, n, sim.percent(sim.alarms), stray(sim.percent(sim.alarms)), sim.percent(sim.hints), sim.percent(sim.found), sim.percent(sim.possible))
			if sim.percent(sim.alarms) > c.alarms+margin*stray(c.alarms) {
				t.Errorf("%s, %d people: false alarms in %.1f %% of assessments, want %.0f at most", c.test, n, sim.percent(sim.alarms), c.alarms)
			}
			if least := found[c.test][n]; sim.percent(sim.found) < least-margin*stray(least) {
				t.Errorf("%s, %d people: half a stage is found in %.1f %%, want %.0f at least", c.test, n, sim.percent(sim.found), least)
			}
			if most := 26.; c.test == Welch && sim.percent(sim.hints) > most+margin*stray(most) {
				t.Errorf("%s, %d people: a trait is possible in %.1f %%, want %.0f at most", c.test, n, sim.percent(sim.hints), most)
			}
		}
	}
}

// dayCast is how far a person's good and bad days move all answers (standard deviation).
const dayCast = .2

// onADay is what one person says on a day that moves all answers, with all traits so
// much higher.
func (s *society) onADay(c citizen, higher float64) Side {
	c.view += higher + dayCast*s.NormFloat64()
	return solo(s.answers([]citizen{c}, "", 0)[0])
}

// TestSimulationOfAllTraits tells how often one person's traits together are called
// moved or possible where nothing changed, and where all are higher by a stage.
func TestSimulationOfAllTraits(t *testing.T) {
	rounds, stray := simulatedRounds()
	sim := simulation{rounds: rounds}
	for seed := range rounds {
		s := newSociety(uint64(seed))
		s.level = 1.5 + s.Float64() // a stage higher is inside the stages
		c := s.citizens(1)[0]
		still, risen := Compare(s.onADay(c, 0), s.onADay(c, 0)).AllTraits, Compare(s.onADay(c, 0), s.onADay(c, 1)).AllTraits
		sim.alarms += one(still.Verdict == Moved)
		sim.hints += one(still.Verdict != NoDetectableChange)
		sim.found += one(risen.Verdict == Moved)
		sim.possible += one(risen.Verdict != NoDetectableChange)
	}
	t.Logf("%d pairs: %.1f %% false alarms, %.1f %% hints; a stage in all traits: %.1f %% found, %.1f %% possible", rounds,
		sim.percent(sim.alarms), sim.percent(sim.hints), sim.percent(sim.found), sim.percent(sim.possible))
	for _, c := range []struct {
		what        string
		count       int
		least, most float64
	}{
		{"moved though nothing had", sim.alarms, 0, 1},
		{"at least possible though nothing had moved", sim.hints, 0, 6},
		{"a stage found moved", sim.found, 45, 100},
		{"a stage at least possible", sim.possible, 75, 100},
	} {
		if p := sim.percent(c.count); p < c.least-margin*stray(c.least) || p > c.most+margin*stray(c.most) {
			t.Errorf("%s: %.1f %%, want %.0f to %.0f", c.what, p, c.least, c.most)
		}
	}
}

// TestSimulatedPeopleAnswerAsPeopleMay holds the model to what it says of itself.
func TestSimulatedPeopleAnswerAsPeopleMay(t *testing.T) {
	s := newSociety(7)
	people := s.citizens(400)
	first, second := s.answers(people, "", 0), s.answers(people, "", 0)
	both, same, nearly := 0, 0, 0
	for i := range first {
		for j, a := range first[i].Answers {
			if b := second[i].Answers[j]; a > 0 && b > 0 {
				both++
				same += one(a == b)
				nearly += one(abs(int(a-b)) <= 1)
			}
		}
	}
	if share := float64(same) / float64(both); share < .4 || share > .6 {
		t.Errorf("%.0f %% of answers stay", 100*share)
	}
	if share := float64(nearly) / float64(both); share < .9 {
		t.Errorf("%.0f %% of answers stay or change by one stage", 100*share)
	}
}
