package interview

import (
	"slices"
	"strconv"

	"collab/assess"
	"collab/rubric"
)

// newTargetsPage asks where the association needs to be, a row a dimension.
func newTargetsPage(s *Script, _ style) page {
	r := s.Rubric()
	return &gridPage{
		heading: say.targets(), intro: r.Targets.Instruction, rows: targetRows(s),
	}
}

func targetRows(s *Script) []gridRow {
	r := s.Rubric()
	var rows []gridRow
	for _, q := range r.Targets.Questions {
		d, _ := r.Dimension(q.Dimension)
		options := append(numbered(q.Anchors), option{key: "t", text: r.Targets.TodayIsRight})
		values := targetValues(r.K())
		rows = append(rows, gridRow{
			label: d.Short, prompt: q.Prompt, options: options,
			taken: slices.Index(values, s.given.Targets[q.Dimension]),
			take:  func(i int) { s.SetTarget(q.Dimension, at(values, i)) },
		})
	}
	return rows
}

func targetValues(k int) []assess.Target {
	var out []assess.Target
	for rank := 1; rank <= k; rank++ {
		out = append(out, assess.Target(rank))
	}
	return append(out, assess.TodayIsRight)
}

// newAimPage asks whether collaboration is a written objective, and which forms there are.
func newAimPage(s *Script, _ style) page {
	return &gridPage{heading: []string{say.forms()}, intro: s.Rubric().Aim.Prompt, rows: aimRows(s)}
}

func aimRows(s *Script) []gridRow {
	r := s.Rubric()
	var rows []gridRow
	if s.asksSaysSo() {
		rows = append(rows, factRow(s, rubric.Fact{ID: rubric.SaysSoID, Text: r.SaysSo}))
	}
	ids := rubric.IDs(r.Aim.Choices)
	for _, f := range r.Forms {
		rows = append(rows, gridRow{
			label: f.Name, prompt: f.Meaning, options: numbered(names(r.Aim.Choices)),
			taken: slices.Index(ids, s.given.Aim[f.ID]),
			take:  func(i int) { s.SetAim(f.ID, at(ids, i)) },
		})
	}
	return rows
}

// newFactsPage asks for the facts of a form that one has or explores.
func newFactsPage(s *Script, _ style) page {
	f, _ := s.Rubric().Form(s.Here().ID)
	return &gridPage{heading: []string{f.Name}, intro: f.Meaning, rows: factRows(s, f)}
}

func factRows(s *Script, f rubric.Form) []gridRow {
	var rows []gridRow
	for _, fact := range f.Facts {
		rows = append(rows, factRow(s, fact))
	}
	return rows
}

func factRow(s *Script, f rubric.Fact) gridRow {
	values := []assess.Fact{assess.Met, assess.NotMet, assess.FactUnknown}
	return gridRow{
		label:   f.Text,
		prompt:  say.factPrompt(),
		options: []option{{key: "y", text: say.factYes()}, {key: "n", text: say.factNo()}, {key: "d", text: s.Rubric().DontKnow}},
		taken:   slices.Index(values, s.given.Facts[f.ID]),
		take:    func(i int) { s.SetFact(f.ID, at(values, i)) },
	}
}

// at is the value in place i, the zero value where i is -1.
func at[T any](values []T, i int) T {
	var none T
	if i < 0 {
		return none
	}
	return values[i]
}

// newPrioritiesPage asks which traits matter most.
func newPrioritiesPage(s *Script, _ style) page {
	r := s.Rubric()
	return &ticksPage{
		heading: []string{say.priorities()}, prompt: r.Priorities.Prompt, most: r.Priorities.Max, rows: priorityRows(s),
		record: func(picked []string, _ string) { s.SetPriorities(picked) },
	}
}

func priorityRows(s *Script) []tickRow {
	var rows []tickRow
	for i, d := range s.Rubric().Traits() {
		rows = append(rows, tickRow{
			id: d.ID, key: strconv.Itoa(i + 1), label: d.Name, more: d.Definition,
			on: slices.Contains(s.given.Priorities, d.ID),
		})
	}
	return rows
}

// newHurdlesPage asks what was in the way, and what was so most.
func newHurdlesPage(s *Script, _ style) page {
	r := s.Rubric()
	return &ticksPage{
		heading: []string{say.hurdles()}, prompt: r.Hurdles.Prompt, worstPrompt: r.Hurdles.Worst, asksWorst: true,
		rows: hurdleRows(s), record: s.SetHurdles,
	}
}

func hurdleRows(s *Script) []tickRow {
	var rows []tickRow
	for _, h := range s.Rubric().Hurdles.Items {
		rows = append(rows, tickRow{
			id: h.ID, label: h.Sign, more: h.Name,
			on: slices.Contains(s.given.Hurdles, h.ID), worst: h.ID == s.given.Worst,
		})
	}
	return rows
}
