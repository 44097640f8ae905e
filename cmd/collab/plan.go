package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"collab/assess"
	"collab/reports"
	"collab/reports/plan"
	"collab/reports/table"
)

// planOptions are the flags of collab plan.
type planOptions struct {
	output
	step        string // its number or its id
	agreed      string // the date of the assessment
	who, by     string
	became, why string
	next        string
	said        func(flag string) bool // tells whether a flag was given
}

// planChanges are the flags that change a step.
var planChanges = []string{"who", "by", "became", "why"}

func newPlanCmd(c console) *cobra.Command {
	var o planOptions
	cmd := &cobra.Command{
		Use:   "plan [FILE or FOLDER]",
		Short: "Note who does each step, by when, and the result",
		Long: `Asks who does each step and by when, and later whether the step was done. Then it
shows the plan. Press Enter to leave an answer open. The plan never changes a
result.

The plan is the file plan.yaml, beside the record. You can also edit the file, or
use the flags below. The report and the next assessment show the plan.

You may leave names out. Anyone who can open the folder or the report can read
the names.

--out plan.ics makes a calendar file with all dates.`,
		Example: `  collab plan
  collab plan examples/lakes-guild
  collab plan --step 1 --who "J. Ortiz" --by 2027-03-01
  collab plan --step 1 --became done
  collab plan --next 2027-11-23
  collab plan --out plan.ics`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.said = cmd.Flags().Changed
			path := "."
			if len(args) == 1 {
				path = c.pathOf(args[0])
			}
			return c.plan(path, o)
		},
	}
	outputFlags(cmd, &o.output, append(formatNames(false), "ics"))
	f := cmd.Flags()
	f.StringVar(&o.step, "step", "", "change this `STEP`: its number or its id")
	f.StringVar(&o.agreed, "agreed", "", "change a step of the assessment of this `DATE` (default: the latest)")
	f.StringVar(&o.who, "who", "", "the `NAME` or office of the person who does the step; empty: nobody yet")
	f.StringVar(&o.by, "by", "", "the last `DATE` for the step, such as 2027-03-01; empty: none")
	f.StringVar(&o.became, "became", "", "the `RESULT` of the step: "+listed(plan.Outcomes())+"; empty: not known")
	f.StringVar(&o.why, "why", "", "the reason for the result, in a few `WORDS`")
	f.StringVar(&o.next, "next", "", "the `DATE` of the next assessment (default: a year after the latest)")
	return cmd
}

// plan changes the plan as the flags say, or asks a person, and shows it.
func (c console) plan(path string, o planOptions) error {
	if err := o.check(c, true); err != nil {
		return err
	}
	changes := slices.ContainsFunc(planChanges, o.said)
	switch {
	case changes && o.step == "":
		return advise(errors.New("these flags need --step, to say which step"), "For example: collab plan --step 1 --who \"J. Ortiz\"")
	case o.step != "" && !changes:
		return fmt.Errorf("--step: say what changes; give one of --who, --by, --became, --why")
	case o.agreed != "" && o.step == "":
		return errors.New("--agreed needs --step")
	}
	if err := mayWriteTo(o.out, "", path, o.logo); err != nil {
		return err
	}
	a, text, err := c.readToShow(path, o.view)
	if err != nil {
		return err
	}
	f, err := associationOf(path)
	if err != nil {
		return err
	}
	before, err := f.planOf(a)
	if err != nil {
		return err
	}
	r := &planRun{console: c, folder: f, of: a}
	if r.plan, err = f.begunPlan(a); err != nil {
		return err
	}
	switch {
	case changes || o.said("next"):
		err = r.change(o)
	case o.format == "terminal" && o.out == "" && isTerminal(c.in) && isTerminal(c.out):
		err = r.ask()
	}
	if wrong := r.finish(text, before); err == nil {
		err = wrong
	}
	if err != nil {
		return err
	}
	return c.put(o.output, f, reports.Options{}, func(options reports.Options) showing { return r.showing(options) })
}

// A planRun is one run of collab plan.
type planRun struct {
	console
	folder folder
	of     *assess.Assessment
	plan   *plan.Plan
	wrote  bool
}

func (r *planRun) showing(o reports.Options) showing {
	language := r.of.Rubric.Language
	return showing{
		whole:  true,
		report: reports.Plan(r.plan, language, o),
		csv:    figures(table.PlanCSV, r.plan), json: figures(table.PlanJSON, r.plan),
		calendar: func(w io.Writer) error {
			return plan.WriteCalendar(w, r.plan.Association, r.of.Date, reports.Calendar(r.plan, language))
		},
	}
}

// keep changes the plan that is on the disk.
func (r *planRun) keep(change func(*plan.Plan) error) error {
	p, err := r.folder.changePlan(r.of, change)
	if err == nil {
		r.plan, r.wrote = p, true
	}
	return err
}

// finish has the report tell of the plan, and says what was written.
func (r *planRun) finish(text []byte, before *plan.Plan) error {
	if !r.wrote {
		return nil
	}
	r.note("Saved in %s", r.folder.file(planFile))
	r.complain(r.folder.pageBefore())
	return r.reportPlanned(r.folder, r.of, text, before)
}

// keepStep changes one step.
func (r *planRun) keepStep(agreed assess.Date, do string, change func(*plan.Step)) error {
	return r.keep(func(p *plan.Plan) error {
		round := p.At(agreed)
		if round == nil || round.Step(do) == nil {
			return fmt.Errorf("%s: the step %s is not there any more", r.folder.file(planFile), do)
		}
		change(round.Step(do))
		return nil
	})
}

// change does what the flags say.
func (r *planRun) change(o planOptions) error {
	next, err := dateOfFlag("next", o.next, r.of.Date)
	if err != nil {
		return err
	}
	if o.step != "" {
		if err := r.changeStep(o); err != nil {
			return err
		}
	}
	if !o.said("next") {
		return nil
	}
	return r.keep(func(p *plan.Plan) error { p.Next = next; return nil })
}

func (r *planRun) changeStep(o planOptions) error {
	round, err := r.round(o.agreed)
	if err != nil {
		return err
	}
	step, err := stepNamed(round, o.step)
	if err != nil {
		return err
	}
	by, err := dateOfFlag("by", o.by, round.Date)
	if err != nil {
		return err
	}
	if o.became != "" && !slices.Contains(plan.Outcomes(), o.became) {
		return fmt.Errorf("--became: %q is unknown; expected one of %s", o.became, listed(plan.Outcomes()))
	}
	who, err := plan.Line(o.who, plan.MaxWho)
	if err != nil {
		return fmt.Errorf("--who: %w", err)
	}
	why, err := plan.Line(o.why, plan.MaxLine)
	if err != nil {
		return fmt.Errorf("--why: %w", err)
	}
	return r.keepStep(round.Date, step.Do, func(s *plan.Step) {
		if o.said("who") {
			s.Who = who
		}
		if o.said("by") {
			s.By = by
		}
		if o.said("became") {
			s.Became = plan.Outcome(o.became)
		}
		if o.said("why") {
			s.Why = why
		}
	})
}

// round is what was agreed after the assessment of a day, or the latest.
func (r *planRun) round(agreed string) (plan.Round, error) {
	if agreed == "" {
		if n := len(r.plan.Rounds); n > 0 {
			return r.plan.Rounds[n-1], nil
		}
		return plan.Round{}, errors.New("nothing is agreed: the assessment names no step")
	}
	date, err := assess.ParseDate(agreed)
	if err != nil {
		return plan.Round{}, fmt.Errorf("--agreed: %w", err)
	}
	if round := r.plan.At(date); round != nil {
		return *round, nil
	}
	var dates []string
	for _, round := range r.plan.Rounds {
		dates = append(dates, round.Date.String())
	}
	return plan.Round{}, fmt.Errorf("--agreed: nothing was agreed after an assessment of %s; expected one of %s", agreed, listed(dates))
}

// stepNamed finds a step by its number or its id.
func stepNamed(r plan.Round, named string) (*plan.Step, error) {
	if n, err := strconv.Atoi(named); err == nil && n >= 1 && n <= len(r.Steps) {
		return &r.Steps[n-1], nil
	}
	if s := r.Step(named); s != nil {
		return s, nil
	}
	var ids []string
	for _, s := range r.Steps {
		ids = append(ids, s.Do)
	}
	return nil, fmt.Errorf("--step: %q is no step agreed on %s; expected 1 to %d, or one of %s", named, r.Date, len(r.Steps), listed(ids))
}

// dateOfFlag is the date of a flag, as it is typed behind the question too; zero where the
// flag is empty.
func dateOfFlag(flag, given string, after assess.Date) (assess.Date, error) {
	if given == "" {
		return assess.Date{}, nil
	}
	date, err := typedDate(given, after)
	if err != nil {
		return date, fmt.Errorf("--%s: %w", flag, err)
	}
	return date, nil
}
