package reports

import (
	"cmp"

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

func formName(f rubric.Form) string { return cmp.Or(f.Short, f.Name) }

func questionName(q assess.Question) string { return cmp.Or(q.Name, q.Prompt) }

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
