// Package schema writes a JSON Schema of the files that people edit, so that an
// editor completes what they type and marks what is wrong.
//
// Start with [Write]. Questions, stages, forms, facts and hurdles are those of a
// rubric, with its texts to pick them by. What a schema cannot say, such as that
// the worst hurdle is one of those met, the program says when it reads the file.
package schema

import (
	"io"
	"slices"

	"collab/assess"
	"collab/rubric"
)

// Write writes the schema (draft 2020-12) of four kinds of files: a response, a
// show of hands, a record, and a rubric. Which of them a file is, its keys tell,
// so that an editor needs one line for all:
//
//	# yaml-language-server: $schema=collab.schema.json
//
// Of a rubric's own file only the form is judged, for its ids are still to be
// invented. The same rubric gives the same bytes.
func Write(w io.Writer, r *rubric.Rubric) error {
	s := schemas{r}
	all := object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"title", "Files of collab: " + r.Ref()},
		{"description", "A response, a show of hands, a record or a rubric. Which one a file is, its keys tell."},
		{"type", "object"},
	}
	all = append(all, kinds()...)
	all = append(all, keyword{"$defs", s.definitions()})
	_, err := io.WriteString(w, all.text())
	return err
}

// kinds tells the files apart: a record names the method, a rubric has stages or
// dimensions, a show of hands has a mode; all else is a response, also while
// nothing is typed yet.
func kinds() object {
	return when(has("method"), recordByMode(),
		when(object{{"anyOf", []object{has("stages"), has("dimensions")}}}, ref("rubric"),
			when(has("mode"), ref("hands"), ref("response"))))
}

// recordByMode tells records apart by their mode.
func recordByMode() object {
	return when(mode(assess.Group), ref("group_record"),
		when(mode(assess.Hands), ref("hands_record"), ref("solo_record")))
}

func has(key string) object { return object{{"required", []string{key}}} }

// mode is of a file that has it.
func mode(m assess.Mode) object { return with("mode", object{{"const", string(m)}}) }

// with is of a file in which a key is there and its value fits.
func with(key string, fits object) object {
	return append(object{{"properties", object{{key, fits}}}}, has(key)...)
}

func when(condition, then, otherwise object) object {
	return object{{"if", condition}, {"then", then}, {"else", otherwise}}
}

// schemas are the parts of a rubric's object.
type schemas struct{ *rubric.Rubric }

// definitions of the files, and of the parts that several files have.
func (s schemas) definitions() object {
	return slices.Concat(
		object{
			{"response", s.response()},
			{"hands", s.hands()},
			{"solo_record", s.soloRecord()},
			{"group_record", s.groupRecord()},
			{"hands_record", s.handsRecord()},
			{"rubric", s.rubricFile()},
			{"joint_work", s.jointWork()},
		},
		s.personParts(), s.roomParts())
}

// head are the keys of every file but a rubric's.
func (s schemas) head() object {
	return object{
		{"format", object{{"const", assess.Format}, {"description", "The layout of the file."}}},
		{"association", about("The name of the association.", line(assess.MaxName))},
		{"date", object{{"type", "string"}, {"pattern", `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`}, {"description", "The day of the round, such as 2026-11-23."}}},
		{"rubric", object{{"const", s.Ref()}, {"description", "What was asked."}}},
		{"length", object{{"description", "How many questions were asked; full unless given."}, {"enum", []string{string(assess.Full), string(assess.Short)}}}},
		{"joint_work", ref("joint_work")},
	}
}

func (s schemas) jointWork() object {
	return about("What the answers to the spectrum are about.", strictly(object{
		{"about", about(s.JointWork.About, object{{"type", "string"}, {"maxLength", assess.MaxLine}})},
		{"scope", about(s.JointWork.Scope, oneOf(named(s.JointWork.Scopes)))},
		{"purpose", about(s.JointWork.Purpose, oneOf(named(s.JointWork.Purposes)))},
	}))
}

// narrowed are the rules that a length or missing joint work sets for keys whose
// own keys are ids of questions.
func (s schemas) narrowed(keys ...string) keyword {
	short, spectrum := []string{}, []string{} // an empty list is one too
	for _, q := range s.Questions() {
		if q.Short {
			short = append(short, q.ID)
		}
		if q.Dimension == rubric.SpectrumID {
			spectrum = append(spectrum, q.ID)
		}
	}
	rules := []object{{
		{"if", with("length", object{{"const", string(assess.Short)}})},
		{"then", object{{"properties", append(each(keys, keyedBy(object{{"enum", short}})), keyword{"facts", object{{"maxProperties", 0}}})}}},
	}}
	if len(spectrum) > 0 {
		rules = append(rules, object{
			{"if", with("joint_work", with("scope", object{{"const", rubric.ScopeNone}}))},
			{"then", object{{"properties", each(keys, keyedBy(object{{"not", object{{"enum", spectrum}}}}))}}},
		})
	}
	return keyword{"allOf", rules}
}

func keyedBy(ids object) object { return object{{"propertyNames", ids}} }

// each sets the same for every key.
func each(keys []string, same object) object {
	var all object
	for _, key := range keys {
		all = append(all, keyword{key, same})
	}
	return all
}
