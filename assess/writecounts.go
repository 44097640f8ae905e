package assess

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"collab/internal/strict"
	"collab/rubric"
)

// WriteCounts writes what a room said, from the columns to the second round:
// one fact a line, in the rubric's order.
func (p *Published) WriteCounts(b *bytes.Buffer) {
	p.writeQuestions(b)
	if p.Mode == Group {
		mapping(b, "", "positions", p.positionLines(p.Positions, Summary.encode))
		p.encodeRoles(b)
	}
	p.writeAhead(b)
	if p.Second != nil {
		fmt.Fprintf(b, "second_round:\n  people: %d\n", p.Second.People)
		mapping(b, "  ", "counts", p.countLines(p.Second.Questions))
	}
}

func (t *Round) writeQuestions(b *bytes.Buffer) {
	fmt.Fprintf(b, "columns: %s\n", strict.List(lexiconOf(t.Rubric).answers...))
	mapping(b, "", "counts", t.countLines(t.Questions))
}

// writeAhead writes what stands behind the questions, from the targets to the facts.
func (t *Round) writeAhead(b *bytes.Buffer) {
	words := lexiconOf(t.Rubric)
	section(b, "targets", t.targetLines(words))
	if p := pairsOf(t.Priorities.For, words.traits); len(p) > 0 {
		if t.Mode == Group {
			p = slices.Insert(p, 0, strict.Pair{Key: votersKey, Value: strconv.Itoa(t.Priorities.People)})
		}
		fmt.Fprintf(b, "priorities: %s\n", strict.Flow(p...))
	}
	t.encodeHurdles(b, words)
	section(b, "aim", t.aimLines(words))
	section(b, "facts", t.factLines())
}

// countLines are the questions that the round asks, answered or not.
func (t *Round) countLines(questions []Counts) []strict.Pair {
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

func (p *Published) positionLines(of []Summary, encode func(Summary) string) []strict.Pair {
	var out []strict.Pair
	for i, d := range p.Rubric.Dimensions {
		if of[i].N > 0 {
			out = append(out, strict.Pair{Key: d.ID, Value: encode(of[i])})
		}
	}
	return out
}

func (k Summary) encode() string {
	return strict.Flow(append(k.pairs(), strict.Pair{Key: "sd", Value: k.SD.String()})...)
}

// encodeRole is that without a standard deviation, which is not kept of a role.
func (k Summary) encodeRole() string { return strict.Flow(k.pairs()...) }

func (k Summary) pairs() []strict.Pair {
	return []strict.Pair{{Key: "n", Value: strconv.Itoa(k.N)}, {Key: "mean", Value: k.Mean.String()}}
}

func (p *Published) encodeRoles(b *bytes.Buffer) {
	if len(p.Roles) == 0 {
		return
	}
	b.WriteString("role_positions:\n")
	for _, role := range rubric.IDs(p.Rubric.Roles) {
		if p.Roles[role] > 0 {
			mapping(b, "  ", role, p.positionLines(p.RolePositions[role], Summary.encodeRole))
		}
	}
}

// RolePairs are the people by role, of the roles that may be shown.
func (p *Published) RolePairs() []strict.Pair { return pairsOf(p.Roles, rubric.IDs(p.Rubric.Roles)) }

func (t *Round) targetLines(words lexicon) []strict.Pair {
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

func (t *Round) encodeHurdles(b *bytes.Buffer, words lexicon) {
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

func (t *Round) aimLines(words lexicon) []strict.Pair {
	var out []strict.Pair
	for _, f := range t.Rubric.Forms {
		if p := pairsOf(t.Aim[f.ID].For, words.aims); len(p) > 0 {
			out = append(out, strict.Pair{Key: f.ID, Value: strict.Flow(p...)})
		}
	}
	return out
}

func (t *Round) factLines() []strict.Pair {
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
