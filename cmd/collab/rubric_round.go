package main

import (
	"cmp"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

// roundOptions say what round a form or a paper is of.
type roundOptions struct {
	rubric                    string
	short                     bool
	association, date, notice string
	joint                     assess.JointWork
	second, all               bool
	dir                       string

	again func(more ...string) string // this command
}

// roundFlags adds the flags that say it.
func roundFlags(cmd *cobra.Command, o *roundOptions) {
	f := cmd.Flags()
	f.StringVar(&o.rubric, "rubric", "", "use this rubric `FILE` instead of the default one")
	f.BoolVar(&o.short, "short", false, "the short version")
	f.StringVar(&o.association, "association", "", "the `NAME` of the association, to print on the questionnaire")
	f.StringVar(&o.date, "date", "", "the `DATE` of the round, such as 2026-11-23")
	f.StringVar(&o.notice, "notice", "", "the `SENTENCES` that say who sees the answers, in place of the usual ones")
	f.StringVar(&o.joint.About, "joint-about", "", "the joint `WORK` that everybody answers about")
	f.StringVar(&o.joint.Scope, "joint-scope", "", scopeHelp)
	f.StringVar(&o.joint.Purpose, "joint-purpose", "", "what that work is mainly for: "+purposes)
	f.BoolVar(&o.second, "second-round", false, "ask only the questions on the first round's agenda")
	f.BoolVar(&o.all, "all", false, allHelp)
	f.StringVar(&o.dir, "dir", "", "with --second-round: the `FOLDER` of the association's files")
}

// ofRound tells whether a flag says something of a round.
func (o roundOptions) ofRound() bool {
	return o.short || o.second || o.all || o.association+o.date+o.notice+o.dir != "" || o.joint != assess.JointWork{}
}

// askedRound is what the flags say of a round. A second round is as the first, which
// stands in the folder.
func (c console) askedRound(o roundOptions) (asking.Round, error) {
	round := asking.Round{Length: assess.Full}
	if !o.second && (o.all || o.dir != "") {
		return round, errors.New("--all and --dir are for a second round; add --second-round")
	}
	if o.short {
		round.Length = assess.Short
	}
	var err error
	if round.Rubric, err = ownRubric(o.rubric); err != nil {
		return round, err
	}
	if o.second {
		if err := c.asFirstAsked(&round, o); err != nil {
			return round, err
		}
	}
	if round.Rubric == nil {
		round.Rubric = rubric.Default()
	}
	if o.association != "" {
		if round.Association, err = assess.Name(o.association); err != nil {
			return round, fmt.Errorf("--association: %w", err)
		}
	}
	if o.date != "" {
		if round.Date, err = assess.ParseDate(o.date); err != nil {
			return round, fmt.Errorf("--date: %w", err)
		}
	}
	if _, known := asking.WordsOf(round.Rubric); !known {
		c.complain(fmt.Errorf("the words around the rubric are English, as there are none in %s yet", round.Rubric.Language))
	}
	flags, err := jointWork(o.joint, round.Rubric)
	round.JointWork = filledIn(flags, round.JointWork)
	return round, err
}

// asFirstAsked takes over what the first round was, and what its agenda names.
func (c console) asFirstAsked(round *asking.Round, o roundOptions) error {
	f, err := c.locate(o.dir, o.association)
	if err != nil {
		return err
	}
	first, _, err := readAssessment(f.path)
	if err != nil {
		return orNear(err, f.path, c.inFolder(o.again))
	}
	if first.Mode == assess.Solo {
		return fmt.Errorf("--second-round: %s is one person's assessment, which has no agenda; expected a group's", f.path)
	}
	round.Rubric = cmp.Or(round.Rubric, first.Rubric)
	round.Association, round.Length, round.JointWork = first.Association, first.Length, first.JointWork
	round.Again, round.Topics = true, talkedAbout(first, o.all)
	return nil
}

// typedOr is a value as it is typed, empty where there is none.
func typedOr(value string, typed func(string) string) string {
	if value == "" {
		return ""
	}
	return typed(value)
}
