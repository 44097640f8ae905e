package main

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"collab/assess/asking"
	"collab/assess/survey/forms"
)

// form is the format of a form that is asked for.
func (o exportOptions) form() (forms.Format, bool) {
	all := forms.Formats()
	i := slices.IndexFunc(all, func(f forms.Format) bool { return f.Name == o.format })
	if i < 0 {
		return forms.Format{}, false
	}
	return all[i], true
}

// exportForm writes a form, and says what to do with what the tool will write.
func (c console) exportForm(format forms.Format, round asking.Round, o exportOptions) error {
	if format.Binary && o.out == "" && isTerminal(c.out) {
		return advise(errors.New("--out: a file for "+format.Tool+" is no text to show here; expected --out FILE"),
			"Such as: %s", o.again("--out form"+format.Ending))
	}
	var text bytes.Buffer
	if err := format.Write(&text, asking.NewForm(round, o.notice)); err != nil {
		return err
	}
	if err := c.putOut(o.out, text.Bytes()); err != nil {
		return err
	}
	c.noteJointWork(round)
	c.note("The steps in %s: collab help forms", format.Tool)
	c.note("When the answers are in: %s", c.toCombineTable(round, o))
	return nil
}

// toCombineTable is the command that adds up what a form tool writes.
func (c console) toCombineTable(round asking.Round, o exportOptions) string {
	words := []string{"collab combine --csv FILE"}
	add := func(flag, value string) {
		if value != "" {
			words = append(words, flag+" "+value)
		}
	}
	if o.second {
		words = append(words, "--second-round")
		add("--dir", typedOr(o.dir, typedPath))
		return strings.Join(words, " ")
	}
	name := round.Association
	if name == "" {
		name = "NAME"
	}
	add("--association", typedName(name))
	add("--date", o.date)
	add("--rubric", typedOr(o.rubric, typedPath))
	if o.short {
		words = append(words, "--short")
	}
	add("--joint-about", typedOr(round.JointWork.About, typedName))
	scope := round.JointWork.Scope
	if scope == "" && asksOfJointWork(round) {
		scope = "SCOPE"
	}
	add("--joint-scope", scope)
	add("--joint-purpose", round.JointWork.Purpose)
	return strings.Join(words, " ")
}
