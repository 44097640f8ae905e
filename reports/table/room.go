package table

import (
	"math"
	"strconv"

	"collab/assess"
)

// What the long table holds of a room beyond what it holds of one person.

// spread is what a position is computed from, how many people it rests on, and how
// sure it is.
func (t *sheet) spread(p assess.Placement) {
	if t.solo() || p.Position == 0 {
		return
	}
	t.word("from", string(p.From))
	if p.From != "" {
		t.count("n", p.People)
	}
	t.position("low", p.Low)
	t.position("high", p.High)
	if p.From == assess.FromPeople {
		t.add("sd", p.SD.String(), number)
	}
}

// counts are a question's, zeros too. Where they are withheld only that is
// told which says nothing of a stage.
func (t *sheet) counts(q assess.Question) {
	withheld := q.Label == assess.Withheld
	t.count("n", q.Scored())
	for i, n := range q.Ranks {
		if !withheld {
			t.count("count_"+t.Rubric.Stages[i].ID, n)
		}
	}
	t.count("dont_know", q.Counts.DontKnow)
	t.count("does_not_apply", q.Counts.DoesNotApply)
	if !withheld {
		t.stage("median", q.Rank)
		t.measure("distance", q.Distance)
		t.measure("sd", q.Deviation)
		t.measure("r_wg", q.WithinGroup)
		t.measure("agreement", q.Agreement)
	}
	t.word("label", string(q.Label))
}

// roles are those that may be shown, for the traits for which they may.
func (t *sheet) roles() {
	for _, v := range t.RoleViews {
		t.about("role", v.Role.ID)
		t.count("people", v.People)
		for _, d := range t.Rubric.Traits() {
			if at, shown := v.Positions[d.ID]; shown {
				t.position(d.ID+".position", at.Mean)
				t.count(d.ID+".n", at.N)
			}
		}
	}
}

// measure has three decimals, rounded half away from zero, and no zero below zero.
func (t *sheet) measure(name string, v float64) {
	t.add(name, strconv.FormatFloat(math.Round(1000*v)/1000+0, 'f', 3, 64), number)
}
