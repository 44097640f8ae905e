package reports

import (
	"cmp"
	"slices"

	"collab/assess"
	"collab/reports/content"
	"collab/reports/wording"
	"collab/rubric"
)

// A naming says what things are called: the rubric's names, the short one where there
// is one. Whatever is told has one.
type naming struct {
	rubric *rubric.Rubric
	words  wording.Words
}

func (t *assessmentText) who() content.Text {
	if t.many() {
		return t.words.SomeAnswered(t.Mode, t.People, t.Body)
	}
	role := ""
	if t.Role != "" {
		role = rubric.NameOf(t.Rubric.Roles, t.Role)
	}
	return t.words.OneAnswered(role)
}

// stage is the name of the stage of a rank, empty for rank 0.
func (n naming) stage(rank int) string {
	if rank == 0 {
		return ""
	}
	return n.rubric.Stages[rank-1].Name
}

// stages are the names of all stages.
func (n naming) stages() []content.Text {
	all := make([]content.Text, len(n.rubric.Stages))
	for i, s := range n.rubric.Stages {
		all[i] = n.words.Name(s.Name)
	}
	return all
}

func shortName(d *rubric.Dimension) string { return cmp.Or(d.Short, d.Name) }

// shortNames are those of dimensions.
func (n naming) shortNames(ids []string) []string {
	var names []string
	for _, id := range ids {
		d, _ := n.rubric.Dimension(id)
		names = append(names, shortName(d))
	}
	return names
}

// question is the question with an id, which exists.
func (t *assessmentText) question(id string) assess.Question { return t.Answers[t.Rubric.Index(id)] }

// requirement is what a form needs: a dimension, a question, or a fact's own sentence.
func (t *assessmentText) requirement(r assess.Requirement) string {
	if r.Fact {
		f, _ := t.Rubric.Fact(r.ID)
		return cmp.Or(f.Short, f.Text)
	}
	if d, ok := t.Rubric.Dimension(r.ID); ok {
		return shortName(d)
	}
	return questionName(t.question(r.ID))
}

func formName(f rubric.Form) string { return cmp.Or(f.Short, f.Name) }

func questionName(q assess.Question) string { return cmp.Or(q.Name, q.Prompt) }

// byPosition are the traits, the lowest position first and those without one last.
func (t *assessmentText) byPosition() []assess.Placement {
	traits := slices.Clone(t.Traits)
	slices.SortStableFunc(traits, func(a, b assess.Placement) int {
		if c := compareBool(a.Position == 0, b.Position == 0); c != 0 {
			return c
		}
		return cmp.Compare(a.Position, b.Position)
	})
	return traits
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
