package main

import (
	"errors"
	"fmt"
	"strings"

	"collab/assess/asking"
	"collab/assess/phone"
)

// exportPage writes the page for phones, and says how its codes come in.
func (c console) exportPage(round asking.Round, o exportOptions) error {
	page, err := phone.NewDescription(round, phone.Options{Notice: o.notice})
	switch {
	case errors.Is(err, phone.ErrTooLong):
		return advise(fmt.Errorf("--format %s: this rubric has too many questions: %w", pageFormat, err),
			"Let people answer over the network of this laptop: collab room")
	case err != nil:
		return err
	}
	if err := c.putOut(o.out, page.Page()); err != nil {
		return err
	}
	c.noteJointWork(round)
	c.note("Each person hands in a code. Next: %s", toTakeCodes(round, o))
	return nil
}

// toTakeCodes is the command that takes the codes of an exported page.
func toTakeCodes(round asking.Round, o exportOptions) string {
	words := []string{"collab respond"}
	add := func(flag, value string) {
		if value != "" {
			words = append(words, flag+" "+value)
		}
	}
	if !o.second {
		words = append(words, typedOr(round.Association, typedName))
		if round.Association == "" {
			words[1] = "NAME"
		}
		add("--rubric", typedOr(o.rubric, typedPath))
		if o.short {
			words = append(words, "--short")
		}
		add("--joint-about", typedOr(round.JointWork.About, typedName))
		add("--joint-scope", round.JointWork.Scope)
		add("--joint-purpose", round.JointWork.Purpose)
	} else {
		words = append(words, "--second-round")
		if o.all {
			words = append(words, "--all")
		}
		add("--dir", typedOr(o.dir, typedPath))
	}
	return strings.Join(append(words, "--code"), " ")
}
