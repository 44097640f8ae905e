package schema

import (
	"slices"

	"collab/assess"
	"collab/rubric"
)

// What one person said, in a response and in the record of one person.

func (s schemas) response() object {
	keys := append(s.head(), keyword{"respondent", about("Who answered. A code links the same person's answers over the years.", strictly(object{
		{"role", s.role()},
		{"code", object{{"type", "string"}, {"maxLength", assess.MaxCode}}},
	}))})
	return s.person("One person's answers.", slices.Concat(keys, s.said()), "format", "association", "date", "answers")
}

func (s schemas) soloRecord() object {
	keys := slices.Concat(s.recordHead(assess.Solo), object{{"role", s.role()}}, s.said(), follows())
	return s.person("The record of one person's answers for the association.", keys,
		"format", "method", "association", "date", "mode", "rubric", "answers", "findings", "wording")
}

func (s schemas) person(text string, keys object, needed ...string) object {
	return append(about(text, strictly(keys, needed...)), s.narrowed("answers", "notes"))
}

func (s schemas) role() object { return oneOf(named(s.Roles)) }

// said are the keys of what one person said.
func (s schemas) said() object {
	return object{
		{"answers", ref("answers")},
		{"targets", ref("targets")},
		{"priorities", ref("priorities")},
		{"hurdles", ref("hurdles")},
		{"aim", ref("aim")},
		{"facts", ref("facts")},
		{"notes", ref("notes")},
	}
}

// personParts define them.
func (s schemas) personParts() object {
	var answers, targets object
	for _, q := range s.Questions() {
		answers = append(answers, keyword{q.ID, titled(q.Name, q.Prompt, oneOf(append(s.stages(q.Anchors), s.noStage()...)))})
	}
	for _, t := range s.Targets.Questions {
		d, _ := s.Dimension(t.Dimension)
		targets = append(targets, keyword{t.Dimension, titled(d.Name, t.Prompt, oneOf(append(s.stages(t.Anchors), s.todayIsRight())))})
	}
	hurdles := s.hurdles()
	return object{
		{"answers", about("What is left out is unanswered.", strictly(answers))},
		{"targets", about(s.Targets.Instruction, strictly(targets))},
		{"priorities", about(s.Priorities.Prompt, set(s.traits(), s.Priorities.Max))},
		{"hurdles", about(s.Hurdles.Prompt, strictly(object{
			{"met", set(hurdles, len(hurdles))},
			{"worst", about(s.Hurdles.Worst, oneOf(hurdles))},
		}))},
		{"aim", about(s.Aim.Prompt, keyed(s.forms(), oneOf(named(s.Aim.Choices))))},
		{"facts", about("Is this so today? They are not asked in the short length.", keyed(s.facts(), object{{"enum", factWords()}}))},
		{"notes", about("What may be written beside an answer.", keyed(s.questions(), object{{"type", "string"}, {"minLength", 1}, {"maxLength", assess.MaxNote}}))},
	}
}

// set is a list of words, each once.
func set(words []described, most int) object {
	return append(listOf(oneOf(words), 0, most), keyword{"uniqueItems", true})
}

func factWords() []string {
	return []string{string(assess.Met), string(assess.NotMet), string(assess.FactUnknown)}
}

// stages are the stages with what each means, by rank - 1.
func (s schemas) stages(means []string) []described {
	var words []described
	for i, stage := range s.Stages {
		words = append(words, described{stage.ID, stage.Name, means[i]})
	}
	return words
}

// noStage are the other answers to a question.
func (s schemas) noStage() []described {
	return []described{
		{assess.DontKnow.ID(s.Rubric), s.DontKnow, ""},
		{assess.DoesNotApply.ID(s.Rubric), s.NotApply, ""},
	}
}

func (s schemas) todayIsRight() described {
	return described{assess.TodayIsRight.ID(s.Rubric), s.Targets.TodayIsRight, ""}
}

func (s schemas) questions() []described {
	var words []described
	for _, q := range s.Questions() {
		words = append(words, described{q.ID, q.Name, q.Prompt})
	}
	return words
}

func (s schemas) traits() []described { return dimensions(s.Traits()) }

func dimensions(of []*rubric.Dimension) []described {
	var words []described
	for _, d := range of {
		words = append(words, described{d.ID, d.Name, d.Definition})
	}
	return words
}

func (s schemas) hurdles() []described {
	var words []described
	for _, h := range s.Hurdles.Items {
		words = append(words, described{h.ID, h.Name, h.Sign})
	}
	return words
}

func (s schemas) forms() []described {
	var words []described
	for _, f := range s.Forms {
		words = append(words, described{f.ID, f.Name, f.Meaning})
	}
	return words
}

func (s schemas) facts() []described {
	var words []described
	for _, f := range s.Facts() {
		words = append(words, described{f.ID, "", f.Text})
	}
	return words
}
