package schema

import (
	"fmt"
	"slices"

	"collab/assess"
	"collab/assess/disclosure"
	"collab/rubric"
)

// What a room said: counts, in a show of hands and in the records of rooms.

func (s schemas) hands() object {
	keys := slices.Concat(s.head(), object{{"mode", object{{"const", string(assess.Hands)}}}}, s.counted())
	return s.room("A show of hands: how many people gave each answer.", keys,
		"format", "association", "date", "mode", "people", "counts")
}

func (s schemas) handsRecord() object {
	keys := slices.Concat(s.recordHead(assess.Hands), s.counted(), secondRound(), follows())
	return s.room("The record of a show of hands.", keys, roomNeeds()...)
}

func (s schemas) groupRecord() object {
	byRole := keyed(named(s.Roles), ref("role_positions"))
	keys := slices.Concat(s.recordHead(assess.Group), s.counted(), secondRound(), object{
		{"named", object{{"type", "boolean"}, {"description", "Under five people, who agreed that their answers can be traced."}}},
		{"roles", about("People by role, of the roles that may be shown.", keyed(named(s.Roles), ref("number")))},
		{"positions", ref("positions")},
		{"role_positions", byRole},
	}, follows())
	return s.room("The record of a group. Each answered alone.", keys, append(roomNeeds(), "positions")...)
}

func roomNeeds() []string {
	return []string{"format", "method", "association", "date", "mode", "rubric", "people", "counts", "findings", "wording"}
}

func (s schemas) room(text string, keys object, needed ...string) object {
	return append(about(text, strictly(keys, needed...)), s.narrowed("counts"))
}

// recordHead are the keys that begin a record.
func (s schemas) recordHead(mode assess.Mode) object {
	return append(s.head(),
		keyword{"method", append(object{{"description", "The rules that made the findings."}}, whole(1, assess.MaxPeople)...)},
		keyword{"mode", object{{"const", string(mode)}}})
}

// follows are the keys that the program writes: what follows from the answers.
func follows() object {
	return object{
		{"findings", object{{"type", "object"}, {"description", "What follows from the answers. collab verify --fix writes it."}}},
		{"wording", object{{"type", "object"}, {"description", "Digests of prompt and anchors, by which later assessments are compared."}}},
	}
}

// counted are the keys of what a room said.
func (s schemas) counted() object {
	columns := append(ids(s.stages(make([]string, s.K()))), ids(s.noStage())...)
	return object{
		{"people", about("How many answered.", whole(1, assess.MaxPeople))},
		{"body", about("How many people they speak for.", whole(1, assess.MaxPeople))},
		{"columns", object{{"const", columns}, {"description", "What the counts mean, in their order."}}},
		{"counts", ref("counts")},
		{"targets", ref("target_counts")},
		{"priorities", ref("priority_counts")},
		{"hurdles", ref("hurdle_counts")},
		{"aim", ref("aim_counts")},
		{"facts", ref("fact_counts")},
	}
}

// secondRound is a key of rooms' records.
func secondRound() object {
	return object{{assess.SecondKey, about("The same questions answered again after talking; never scored.", strictly(object{
		{"people", whole(1, assess.MaxPeople)},
		{"counts", ref("counts")},
	}, "people", "counts"))}}
}

func ids(words []described) []string {
	var all []string
	for _, w := range words {
		all = append(all, w.id)
	}
	return all
}

// roomParts define them.
func (s schemas) roomParts() object {
	var placed []*rubric.Dimension
	for _, d := range s.Dimensions {
		if d.Kind != rubric.Benefit {
			placed = append(placed, d)
		}
	}
	var targets object
	for _, t := range s.Targets.Questions {
		d, _ := s.Dimension(t.Dimension)
		votes := keyed(append(s.stages(t.Anchors), s.todayIsRight()), ref("number"))
		targets = append(targets, keyword{t.Dimension, titled(d.Name, t.Prompt, votes)})
	}
	hurdles := keyed(s.hurdles(), ref("number"))
	return object{
		{"number", whole(0, assess.MaxPeople)},
		{"answer_counts", s.answerCounts()},
		{"counts", keyed(s.questions(), ref("answer_counts"))},
		{"positions", about("Positions of people: how many, their mean and its standard deviation, of what nine people or more have and no one dominates.",
			keyed(dimensions(placed), s.summary(disclosure.MinimumPositions, keyword{"sd", figure(0, s.K()-1)})))},
		{"role_positions", keyed(dimensions(placed), s.summary(disclosure.MinimumGroup))},
		{"target_counts", about(s.Targets.Instruction, strictly(targets))},
		{"priority_counts", about(s.Priorities.Prompt, keyed(append([]described{{id: "people", text: "How many gave one; in the record of a group."}}, s.traits()...), ref("number")))},
		{"hurdle_counts", about(s.Hurdles.Prompt, strictly(object{{"met", hurdles}, {"worst", about(s.Hurdles.Worst, hurdles)}}))},
		{"aim_counts", about(s.Aim.Prompt, keyed(s.forms(), keyed(named(s.Aim.Choices), ref("number"))))},
		{"fact_counts", keyed(s.facts(), keyed(words(factWords()), ref("number")))},
	}
}

func words(all []string) []described {
	var words []described
	for _, w := range all {
		words = append(words, described{id: w})
	}
	return words
}

// answerCounts is one count for each column, or what is told where too few
// people chose a stage.
func (s schemas) answerCounts() object {
	other := s.noStage()
	columns := s.K() + len(other)
	withheld := object{{"withheld", ref("number")}, {other[0].id, ref("number")}, {other[1].id, ref("number")}}
	return object{
		{"description", fmt.Sprintf("%d counts: one for each stage, %s, %s.", columns, other[0].id, other[1].id)},
		{"anyOf", []object{listOf(ref("number"), columns, columns), strictly(withheld, ids(s.withheldWords())...)}},
	}
}

func (s schemas) withheldWords() []described {
	return append([]described{{id: "withheld"}}, s.noStage()...)
}

// summary is how many people have a position, of so many at least, and what is kept of it.
func (s schemas) summary(fewest int, more ...keyword) object {
	keys := append(object{{"n", whole(fewest, assess.MaxPeople)}, {"mean", figure(1, s.K())}}, more...)
	var needed []string
	for _, k := range keys {
		needed = append(needed, k.name)
	}
	return strictly(keys, needed...)
}

// figure is a number of stages.
func figure(low, high int) object {
	return object{{"type", "number"}, {"minimum", low}, {"maximum", high}}
}
