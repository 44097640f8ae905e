package main

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"collab/assess"
	"collab/reports"
	"collab/reports/record"
	"collab/reports/table"
)

// diffOptions are the flags of collab diff.
type diffOptions struct {
	output
	exitCode  bool
	responses bool
}

func newDiffCmd(c console) *cobra.Command {
	var o diffOptions
	cmd := &cobra.Command{
		Use:   "diff [OLD] [NEW]",
		Short: "Show what changed between two assessments",
		Long: `Compares two assessments of an association. A small difference is often chance,
so each difference is marked: moved, possible, or ~ (too small to be sure of).

Run collab diff alone to compare the latest assessment with the one before. Or
name the two assessments, OLD and NEW:
  a record or its folder   northern-trails-alliance
  a date                   2025-11-23 (the latest assessment up to that date)
  for users of git         HEAD~1, v1 or v1:northern-trails-alliance

--responses compares each person's answers, then and now. People must have given
the same code both times.`,
		Example: `  collab diff
  collab diff 2025-11-23
  collab diff HEAD~1 --exit-code
  collab diff --responses 2025-11-23
  collab diff --format csv --out change.csv examples/harbor-towns-network/history/2024-11-18.yaml examples/harbor-towns-network`,
		Args: atMost(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.again = func(path string) string { return typedAgain(cmd, append(slices.Clone(args), c.argument(path))) }
			return c.diff(args, o)
		},
	}
	outputFlags(cmd, &o.output, formatNames(false))
	cmd.Flags().BoolVar(&o.exitCode, "exit-code", false, "for scripts: exit status 1 if a trait moved")
	cmd.Flags().BoolVar(&o.responses, "responses", false, "match people by the codes in their responses")
	return cmd
}

func (c console) diff(args []string, o diffOptions) error {
	if err := o.check(c, true); err != nil {
		return err
	}
	if err := mayWriteTo(o.out, "", append(slices.Clone(args), o.logo)...); err != nil {
		return err
	}
	s := &sides{console: c, responses: o.responses, told: map[string]bool{}}
	then, now, err := s.find(args)
	if err != nil {
		return s.orInside(err, args, o.again)
	}
	comparison, err := s.compare(then, now)
	if err != nil {
		return err
	}
	err = c.put(o.output, now.folder, reports.Options{Plan: c.planOf(now.folder, comparison.Now.Assessment)}, func(options reports.Options) showing {
		return showing{whole: true, report: reports.Comparison(comparison, options), csv: figures(table.DiffCSV, comparison), json: figures(table.DiffJSON, comparison)}
	})
	if err != nil {
		return err
	}
	if o.exitCode && comparison.AnyMoved() {
		return outcome{statusNo, errQuiet}
	}
	return nil
}

// compare compares what was found, from the earlier to the later.
func (s *sides) compare(then, now side) (*assess.Comparison, error) {
	if !then.KnownAs(now.Association) && !now.KnownAs(then.Association) {
		return nil, advise(fmt.Errorf("%s is the record of %q, %s of %q; only assessments of one association can be compared",
			then.name, then.Association, now.name, now.Association),
			"To see several side by side: collab trend FOLDER...")
	}
	if then.Date.After(now.Date.Time) {
		s.complain(fmt.Errorf("%s is the later assessment, so it is taken as the new one", then.name))
		then, now = now, then
	}
	if bytes.Equal(record.Encode(then.Assessment), record.Encode(now.Assessment)) {
		s.complain(errors.New("both sides are the same assessment"))
	}
	var compared [2]assess.Side
	for i, side := range []side{then, now} {
		compared[i] = assess.Side{Assessment: side.Assessment}
		if !s.responses || side.Mode != assess.Group {
			continue
		}
		var err error
		if compared[i], err = side.withPeople(); err != nil {
			return nil, fmt.Errorf("--responses: %w", err)
		}
	}
	comparison := assess.Compare(compared[0], compared[1])
	comparison.Skipped = s.skipped
	return comparison, nil
}
