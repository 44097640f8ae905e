package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"collab/assess"
	"collab/reports"
	"collab/reports/table"
)

// matchOptions are the flags of collab match.
type matchOptions struct {
	output
	form string // its id; empty: the one that both explore
}

func newMatchCmd(c console) *cobra.Command {
	var o matchOptions
	cmd := &cobra.Command{
		Use:   "match A B",
		Short: "Put two associations side by side before they join forces",
		Long: `Makes a page for a meeting of two boards that plan a partnership, shared services
or a joint social enterprise. The page shows what this needs and which conditions
each association meets. It ends with three things to agree on first.

For A and B, give two folders or names of associations. Ask both associations
before you show their results to each other. The command changes no record.`,
		Example: `  collab match examples/northern-trails-alliance examples/lakes-guild
  collab match examples/northern-trails-alliance examples/lakes-guild --form shared_services --out match.html`,
		Args: cobra.MaximumNArgs(2),
		RunE: func(_ *cobra.Command, paths []string) error {
			if len(paths) != 2 {
				return fmt.Errorf("collab match needs two assessments: their files, folders or associations' names")
			}
			return c.match(c.pathOf(paths[0]), c.pathOf(paths[1]), o)
		},
	}
	outputFlags(cmd, &o.output, formatNames(false))
	cmd.Flags().StringVar(&o.form, "form", "", "the `FORM`: "+listed(rubricForms)+" (default: the one that both explore)")
	return cmd
}

// rubricForms are those of the default rubric, for the help: to read it whenever the
// program starts would take too long.
var rubricForms = []string{"strategic_partnership", "shared_services", "joint_social_enterprise"}

func (c console) match(first, second string, o matchOptions) error {
	if err := o.check(c, true); err != nil {
		return err
	}
	if err := mayWriteTo(o.out, "", first, second, o.logo); err != nil {
		return err
	}
	var sides [2]*assess.Assessment
	for i, path := range []string{first, second} {
		a, _, err := c.readToShow(path, o.view)
		if err != nil {
			return err
		}
		sides[i] = a
	}
	m, err := assess.NewMatch(sides[0], sides[1], o.form)
	if err != nil {
		return c.orFull(err, sides, first, second)
	}
	return c.put(o.output, besideRecord(first), reports.Options{}, func(options reports.Options) showing {
		return showing{report: reports.Match(m, options), csv: figures(table.MatchCSV, m), json: figures(table.MatchJSON, m)}
	})
}

// orFull is an error of two records. Of the short version it says how the full one is
// answered.
func (c console) orFull(err error, sides [2]*assess.Assessment, paths ...string) error {
	i := slices.IndexFunc(sides[:], func(a *assess.Assessment) bool { return a.Length == assess.Short })
	if i < 0 {
		return err
	}
	if sides[i].Mode == assess.Group {
		return advise(err, "Ask that group again, without --short.")
	}
	f, wrong := associationOf(paths[i])
	if wrong != nil {
		return err
	}
	return advise(err, "To answer the full version: collab assess --dir %s", cmp.Or(c.argument(f.path), "."))
}
