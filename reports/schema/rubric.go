package schema

import "collab/rubric"

// The file of a rubric, whose ids are its own: only their shape is judged.

func (s schemas) rubricFile() object {
	return about("A rubric: what is asked. collab rubric check says all that is wrong with one.", strictly(object{
		{"format", object{{"const", 1}}},
		{"id", shaped(rubric.RubricShape, "Of the rubric, such as our-rubric.")},
		{"version", shaped(rubric.VersionShape, `Numbers with dots, in quotes: "1.0.0".`)},
		{"language", shaped(rubric.LanguageShape, "Of the texts, such as en or pt-BR.")},
		{"name", textOf(rubric.MaxName)},
		{"stages", about("In order, the first the floor.", listOf(strictly(object{
			{"id", idWord()}, {"name", textOf(rubric.MaxName)}, {"meaning", text()},
		}, "id", "name", "meaning"), 2, 7))},
		{"other_answers", strictly(object{{"dont_know", textOf(rubric.MaxName)}, {"does_not_apply", textOf(rubric.MaxName)}})},
		{"terms", about("Words that the questions use in one sense, each with its meaning.", anyKeys(text()))},
		{"instructions", about("Read once, before the first question.", texts())},
		{"reminder", about("Of the instructions, under every question.", text())},
		{"roles", about("Who answers; other must be among them.", choices())},
		{"scopes", about("What the two sides mean.", strictly(object{{"within", text()}, {"between", text()}}, "within", "between"))},
		{"dimensions", about("Traits, then the spectrum, then benefit areas.", listOf(dimensionFile(), 1, rubric.MaxItems))},
		{"targets", strictly(object{
			{"horizon_months", whole(1, 120)}, {"instruction", text()}, {"today_is_right", textOf(rubric.MaxName)},
			{"questions", listOf(strictly(object{{"dimension", idWord()}, {"prompt", text()}, {"anchors", byStage()}}, "dimension", "prompt", "anchors"), 1, rubric.MaxItems)},
		}, "horizon_months", "instruction", "today_is_right", "questions")},
		{"joint_work", strictly(object{
			{"about", text()}, {"scope", text()}, {"scopes", choices()}, {"purpose", text()}, {"purposes", choices()},
		}, "about", "scope", "scopes", "purpose", "purposes")},
		{"says_so", about("The fact that closer collaboration is a written objective.", text())},
		{"aim", strictly(object{{"prompt", text()}, {"choices", choices()}}, "prompt", "choices")},
		{"priorities", strictly(object{{"prompt", text()}, {"max", whole(1, rubric.MaxItems)}}, "prompt")},
		{"hurdles", strictly(object{
			{"prompt", text()}, {"worst", text()}, {"grounding", texts()},
			{"items", listOf(strictly(object{
				{"id", idWord()}, {"name", textOf(rubric.MaxName)}, {"sign", text()}, {"counter", text()}, {"traits", listOf(idWord(), 0, 0)},
			}, "id", "name", "sign", "counter"), 1, rubric.MaxItems)},
		}, "prompt", "worst", "items")},
		{"forms", listOf(formFile(), 1, rubric.MaxItems)},
		{"equivalent", about("Questions that ask the same as in other words: the reason, and by id the digests of these words.", append(anyKeys(object{{"type", []string{"string", "array"}}}), keyword{"required", []string{"reason"}}))},
	}, "format", "id", "version", "name", "stages", "roles", "scopes", "dimensions", "priorities"))
}

func dimensionFile() object {
	return strictly(object{
		{"id", idWord()},
		{"kind", object{{"enum", []string{string(rubric.Trait), string(rubric.Spectrum), string(rubric.Benefit)}}}},
		{"name", textOf(rubric.MaxName)},
		{"short", about("The name in a few characters, for tables.", textOf(rubric.MaxShort))},
		{"definition", text()},
		{"instruction", text()},
		{"grounding", texts()},
		{"signs", signs()},
		{"questions", listOf(questionFile(), 1, rubric.MaxItems)},
	}, "id", "kind", "name", "short", "definition", "questions")
}

func questionFile() object {
	return strictly(object{
		{"id", shaped(dottedShape, "The dimension's id, a dot and a word.")},
		{"name", textOf(rubric.MaxQuestion)},
		{"scope", object{{"enum", []string{string(rubric.Within), string(rubric.Between)}}, {"description", "Whom it is about; left out in the spectrum."}}},
		{"short", object{{"type", "boolean"}, {"description", "Asked in the short length too."}}},
		{"prompt", text()},
		{"why", text()},
		{"anchors", byStage()},
		{"evidence", about("Where to look.", text())},
		{"signs", signs()},
		{"next_steps", about("How to reach each stage but the first.", byStage())},
	}, "id", "name", "prompt", "anchors", "next_steps")
}

func formFile() object {
	return strictly(object{
		{"id", idWord()},
		{"name", textOf(rubric.MaxName)},
		{"short", about("The name in a few words, for a board's page.", textOf(rubric.MaxName))},
		{"meaning", text()},
		{"needs", about("The stage that a dimension or question must have reached.", append(anyKeys(idWord()), keyword{"minProperties", 1}))},
		{"facts", listOf(strictly(object{
			{"id", idWord()},
			{"text", text()},
			{"short", about("What is missing where it is not met, in a few words.", textOf(rubric.MaxName))},
			{"step", about("What to do where it is not met.", text())},
		}, "id", "text"), 0, 0)},
		{"first_step", text()},
	}, "id", "name", "meaning", "needs", "first_step")
}

// dottedShape is that of a question's id.
const dottedShape = `^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$`

func idWord() object { return shaped(rubric.WordShape, "") }

func shaped(shape, text string) object {
	return about(text, object{{"type", "string"}, {"pattern", shape}, {"maxLength", rubric.MaxID}})
}

// text may be folded over several lines.
func text() object { return object{{"type", "string"}, {"minLength", 1}} }

func textOf(most int) object { return append(text(), keyword{"maxLength", most}) }

func texts() object { return listOf(text(), 0, 0) }

// byStage is a text for each stage, by the id that the rubric gives it.
func byStage() object { return anyKeys(text()) }

func signs() object { return anyKeys(texts()) }

// anyKeys is a mapping whose keys are the rubric's own.
func anyKeys(value object) object {
	return object{{"type", "object"}, {"additionalProperties", value}}
}

func choices() object {
	return listOf(strictly(object{{"id", idWord()}, {"name", textOf(rubric.MaxName)}}, "id", "name"), 1, rubric.MaxItems)
}
