package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"collab/assess"
	"collab/rubric"
)

// assessOptions are the flags of collab assess.
type assessOptions struct {
	answers string // a response file, or - for standard input
	short   bool
	role    string
	rubric  string // a rubric file
	date    string
	dir     string

	accessible bool
	revise     string // id of a question or a dimension
	hands      bool   // counts a show of hands
	second     bool   // of a show of hands: the second round
	all        bool   // asks all questions in a second round
	replace    bool   // of a show of hands: see [keeping]

	again func(more ...string) string // see [typedAgain]
}

func newAssessCmd(c console) *cobra.Command {
	var o assessOptions
	cmd := &cobra.Command{
		Use:   "assess [ASSOCIATION]",
		Short: "Answer for your association and get a report",
		Long: `Asks you the questions and writes your report. This takes about 25 minutes, or
15 for the short version. Each answer is saved as you give it. You can stop any
time with ctrl+c; run collab assess again to continue.

Your answers and results go to the file assessment.yaml, and a report to
report.md. Both open in any text editor. Anyone who can open these files can read
your answers.`,
		Example: `  collab assess "Northern Trails Alliance"
  collab assess --short --role ceo
  collab assess --revise trust.reliance
  collab assess --hands "Lakes Guild"
  collab assess --answers examples/answers.yaml --dir northern-trails`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.again = func(more ...string) string { return typedAgain(cmd, args, more...) }
			var association string
			if len(args) == 1 {
				association = args[0]
			}
			return c.assess(cmd.Context(), association, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.answers, "answers", "", "read the answers from this `FILE` instead of asking you")
	f.BoolVar(&o.short, "short", false, "ask the short version")
	f.StringVar(&o.role, "role", "", "your `ROLE`, such as ceo or board")
	f.StringVar(&o.rubric, "rubric", "", "ask the questions in this rubric `FILE` instead of the default ones")
	f.StringVar(&o.date, "date", "", "the `DATE` of the assessment, such as 2026-11-23 (default: today)")
	f.StringVar(&o.dir, "dir", "", "the `FOLDER` of the association's files")
	f.StringVar(&o.revise, "revise", "", "answer this again: a question, trait, target, hurdle or fact, by `ID` or name")
	f.BoolVar(&o.hands, "hands", false, "count a show of hands in a meeting")
	f.BoolVar(&o.second, "second-round", false, "save the show of hands as round two")
	f.BoolVar(&o.all, "all", false, allHelp)
	f.BoolVar(&o.replace, "replace", false, replaceHelp)
	f.BoolVar(&o.accessible, "accessible", false, accessibleHelp)
	return cmd
}

// inFolder is the command that was given, for another folder.
func (c console) inFolder(again func(more ...string) string) func(path string) string {
	return func(path string) string { return again("--dir " + c.argument(path)) }
}

// An assessRun is one run of collab assess.
type assessRun struct {
	console
	options assessOptions
	own     *rubric.Rubric // of --rubric, or nil
}

// assess asks or reads one person's answers, and keeps and shows what follows.
func (c console) assess(ctx context.Context, association string, o assessOptions) error {
	own, err := ownRubric(o.rubric)
	if err != nil {
		return err
	}
	if association, o.dir, err = c.settleName(association, o.dir); err != nil {
		return err
	}
	r := assessRun{console: c, options: o, own: own}
	switch {
	case o.revise != "" && (o.answers != "" || association != "" || o.short || o.date != ""):
		return errors.New("--revise changes the existing assessment; leave out --answers, --short, --date and the name")
	case o.replace && !o.hands && o.answers == "":
		return errors.New("--replace works for groups only; add --hands or --answers")
	case o.hands && (o.revise != "" || o.role != ""):
		return errors.New("--hands counts a whole group; leave out --role and --revise")
	case o.second && !o.hands && o.answers == "":
		return advise(errors.New("--second-round works for groups only; add --hands or --answers"),
			"If each person answers alone: collab respond --second-round")
	case o.revise != "":
		return r.askAgain(ctx)
	case o.answers != "":
		return r.fromFile(association)
	case o.hands:
		return r.fromRoom(ctx, association)
	}
	return r.fromPerson(ctx, association)
}

// fromFile takes the answers from a response file.
func (r assessRun) fromFile(association string) error {
	name, text, err := r.readInput(r.options.answers)
	if err != nil {
		return err
	}
	beside := folder{filepath.Dir(r.options.answers)}
	if assess.IsHands(text) {
		return r.fromHands(association, name, text, beside)
	}
	if r.options.hands || r.options.second {
		return fmt.Errorf("%s holds one person's answers; expected mode: hands with counts", name)
	}
	response, err := assess.ParseResponse(name, text, beside.rubrics(r.own))
	if err != nil {
		return orOther(err, name, "response file", text)
	}
	if association != "" && association != response.Association {
		return fmt.Errorf("%s holds the answers of %q, not of %q", name, response.Association, association)
	}
	if err := r.override(&response); err != nil {
		return err
	}
	f, err := r.locate(r.options.dir, response.Association)
	if err != nil {
		return err
	}
	return r.finish(f, response)
}

// fromHands takes the counts of a show of hands from a file.
func (r assessRun) fromHands(association, name string, text []byte, beside folder) error {
	tally, err := assess.ParseHands(name, text, beside.rubrics(r.own))
	if err != nil {
		return err
	}
	if association != "" && association != tally.Association {
		return fmt.Errorf("%s holds the counts of %q, not of %q", name, tally.Association, association)
	}
	if r.options.date != "" {
		if tally.Date, err = r.today(r.options.date); err != nil {
			return err
		}
	}
	f, err := r.locate(r.options.dir, tally.Association)
	if err != nil {
		return err
	}
	return r.finishCounted(f, tally)
}

// override lets the flags that were given speak for the file.
func (r assessRun) override(response *assess.Response) error {
	if r.options.short && response.Length != assess.Short {
		return errors.New("--short does not fit: the file answers the full version")
	}
	if r.options.date != "" {
		date, err := r.today(r.options.date)
		if err != nil {
			return err
		}
		response.Date = date
	}
	role, err := r.role(response.Rubric)
	response.Role = cmp.Or(role, response.Role)
	return err
}

// role checks --role against the rubric's roles.
func (r assessRun) role(of *rubric.Rubric) (string, error) {
	return r.options.role, known("--role", r.options.role, of.Roles)
}

// finish keeps the assessment that follows from a response and shows it.
func (r assessRun) finish(f folder, response assess.Response) error {
	return r.keepAndShow(f, assess.Assess(assess.One(response)), keeping{}, r.options.accessible)
}
