package assess

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"collab/internal/strict"
	"collab/rubric"
)

// WriteCounts writes what a room said, from the columns to the second round:
// one fact a line, in the rubric's order. The round must be closed.
func (t *Tally) WriteCounts(b *bytes.Buffer) {
	words := lexiconOf(t.Rubric)
	fmt.Fprintf(b, "columns: %s\n", strict.List(words.answers...))
	mapping(b, "", "counts", t.countLines(t.Questions))
	if t.Mode == Group {
		mapping(b, "", "positions", t.positionLines(t.Positions))
		t.encodeRoles(b)
	}
	section(b, "targets", t.targetLines(words))
	if p := pairsOf(t.Priorities.For, words.traits); len(p) > 0 {
		fmt.Fprintf(b, "priorities: %s\n", strict.Flow(p...))
	}
	t.encodeHurdles(b, words)
	section(b, "aim", t.aimLines(words))
	section(b, "facts", t.factLines())
	if t.Second != nil {
		fmt.Fprintf(b, "second_round:\n  people: %d\n", t.Second.People)
		mapping(b, "  ", "counts", t.countLines(t.Second.Questions))
	}
}

// countLines are the questions that the round asks, answered or not.
func (t *Tally) countLines(questions []Counts) []strict.Pair {
	var out []strict.Pair
	for i, q := range t.Rubric.Questions() {
		if t.asked(q) {
			out = append(out, strict.Pair{Key: q.ID, Value: countsOf(questions[i])})
		}
	}
	return out
}

func countsOf(c Counts) string {
	if c.Withheld > 0 {
		return strict.Flow(strict.Pair{Key: "withheld", Value: strconv.Itoa(c.Withheld)},
			strict.Pair{Key: dontKnowID, Value: strconv.Itoa(c.DontKnow)},
			strict.Pair{Key: doesNotApplyID, Value: strconv.Itoa(c.DoesNotApply)})
	}
	var cells []string
	for _, n := range append(slices.Clone(c.Ranks), c.DontKnow, c.DoesNotApply) {
		cells = append(cells, strconv.Itoa(n))
	}
	return strict.List(cells...)
}

func (t *Tally) positionLines(of []Histogram) []strict.Pair {
	var out []strict.Pair
	for i, d := range t.Rubric.Dimensions {
		if of[i].people() > 0 {
			out = append(out, strict.Pair{Key: d.ID, Value: of[i].encode()})
		}
	}
	return out
}

func (h Histogram) encode() string {
	var out []strict.Pair
	for _, p := range slices.Sorted(maps.Keys(h)) {
		out = append(out, strict.Pair{Key: p.String(), Value: strconv.Itoa(h[p])})
	}
	return strict.Flow(out...)
}

func (t *Tally) encodeRoles(b *bytes.Buffer) {
	if len(t.Roles) == 0 {
		return
	}
	b.WriteString("role_positions:\n")
	for _, role := range rubric.IDs(t.Rubric.Roles) {
		if t.Roles[role] > 0 {
			mapping(b, "  ", role, t.positionLines(t.RolePositions[role]))
		}
	}
}

// RolePairs are the people by role, of the roles that may be shown.
func (t *Tally) RolePairs() []strict.Pair { return pairsOf(t.Roles, rubric.IDs(t.Rubric.Roles)) }

func (t *Tally) targetLines(words lexicon) []strict.Pair {
	var out []strict.Pair
	for _, target := range t.Rubric.Targets.Questions {
		w, given := t.Targets[target.Dimension]
		if !given {
			continue
		}
		votes := map[string]int{todayIsRightID: w.TodayIsRight}
		for i, s := range t.Rubric.Stages {
			votes[s.ID] = w.Ranks[i]
		}
		out = append(out, strict.Pair{
			Key:   target.Dimension,
			Value: strict.Flow(pairsOf(votes, words.targets)...),
		})
	}
	return out
}

func (t *Tally) encodeHurdles(b *bytes.Buffer, words lexicon) {
	met := pairsOf(t.Hurdles.For, words.hurdles)
	if len(met) == 0 {
		return
	}
	all := []strict.Pair{{Key: "met", Value: strict.Flow(met...)}}
	if worst := pairsOf(t.Worst, words.hurdles); len(worst) > 0 {
		all = append(all, strict.Pair{Key: "worst", Value: strict.Flow(worst...)})
	}
	fmt.Fprintf(b, "hurdles: %s\n", strict.Flow(all...))
}

func (t *Tally) aimLines(words lexicon) []strict.Pair {
	var out []strict.Pair
	for _, f := range t.Rubric.Forms {
		if p := pairsOf(t.Aim[f.ID].For, words.aims); len(p) > 0 {
			out = append(out, strict.Pair{Key: f.ID, Value: strict.Flow(p...)})
		}
	}
	return out
}

func (t *Tally) factLines() []strict.Pair {
	var out []strict.Pair
	for _, f := range t.Rubric.Facts() {
		k := t.Facts[f.ID]
		counts := map[string]int{string(Met): k.Met, string(NotMet): k.NotMet, string(FactUnknown): k.DontKnow}
		if p := pairsOf(counts, factStates); len(p) > 0 {
			out = append(out, strict.Pair{Key: f.ID, Value: strict.Flow(p...)})
		}
	}
	return out
}

// pairsOf are the counts that are not zero, in an order.
func pairsOf(counts map[string]int, order []string) []strict.Pair {
	var out []strict.Pair
	for _, id := range order {
		if n := counts[id]; n > 0 {
			out = append(out, strict.Pair{Key: id, Value: strconv.Itoa(n)})
		}
	}
	return out
}
