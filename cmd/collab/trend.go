package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"

	"github.com/spf13/cobra"

	"collab/assess"
	"collab/reports"
	"collab/reports/history"
	"collab/reports/table"
)

// trendOptions are the flags of collab trend.
type trendOptions struct {
	output
	sort, dir string
}

func newTrendCmd(c console) *cobra.Command {
	var o trendOptions
	cmd := &cobra.Command{
		Use:   "trend [FOLDER...]",
		Short: "Show all assessments, or several associations",
		Long: `Shows all assessments of an association by date, and what changed between them.
Earlier assessments come from history/ and from git. A record that has errors is
left out, and collab tells you which.

With several associations, it shows the latest assessment of each side by side,
and what changed since the assessment before.`,
		Example: `  collab trend
  collab trend --format csv --out trend.csv examples/harbor-towns-network
  collab trend --sort date examples`,
		RunE: func(_ *cobra.Command, paths []string) error {
			if o.dir != "" {
				paths = append(paths, o.dir)
			}
			return c.trend(paths, o)
		},
	}
	outputFlags(cmd, &o.output, formatNames(false))
	cmd.Flags().StringVar(&o.dir, "dir", "", "the `FOLDER` to show, as if given without --dir")
	cmd.Flags().StringVar(&o.sort, "sort", string(assess.ByName), "for several associations: the `ORDER`: "+listed(orderNames())+", or the id of a trait")
	return cmd
}

func orderNames() []string {
	var names []string
	for _, o := range assess.Orders() {
		names = append(names, string(o))
	}
	return names
}

func (c console) trend(paths []string, o trendOptions) error {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	if err := o.check(c, true); err != nil {
		return err
	}
	if err := mayWriteTo(o.out, "", append(slices.Clone(paths), o.logo)...); err != nil {
		return err
	}
	records, err := associations(paths)
	if err != nil {
		return err
	}
	debug.SetGCPercent(garbageOfHistories)
	if len(records) > 1 {
		return c.portfolio(records, o)
	}
	return c.series(records[0], o)
}

// garbageOfHistories is how much garbage may lie about, in percent of what is held:
// thousands of records are read and let go, and little of each is held. With the usual
// 100, a fifth of the time goes into looking for it.
const garbageOfHistories = 400

// associations are the records of the associations that some paths name, each a
// folder, a record in it, or a folder of such folders.
func associations(paths []string) (records []string, err error) {
	for _, path := range paths {
		about, err := os.Stat(path)
		if errors.Is(err, fs.ErrNotExist) && gitRemembers(path) {
			records = append(records, folder{path}.file(recordFile))
			continue
		}
		if errors.Is(err, fs.ErrNotExist) {
			return nil, orNear(advise(missingRecord{path, err}, "To make one: collab assess"), path, nil)
		}
		if err != nil {
			return nil, err
		}
		if !about.IsDir() {
			records = append(records, path)
			continue
		}
		inside := within(path)
		if len(inside) == 0 { // git may know what it held
			inside = []string{(folder{path}).file(recordFile)}
		}
		records = append(records, inside...)
	}
	slices.Sort(records)
	return slices.Compact(records), nil
}

// gitRemembers is true of a folder that is not there but whose record git
// holds: it was taken away, or the repository is bare.
func gitRemembers(path string) bool {
	return len(folder{path}.past(history.Head).Versions) > 0
}

// series shows one association.
func (c console) series(record string, o trendOptions) error {
	past := history.Find(history.Head, record)[0]
	var s assess.Series
	past.Assessments(s.Add)
	s.LeftOut = skippedIn(dirOf(record), past)
	c.tellSkipped(past)
	if len(s.Points) == 0 {
		return noAssessment(record)
	}
	if _, err := orderOf(o.sort, s.Latest()); err != nil {
		return err
	}
	return c.put(o.output, folder{dirOf(record)}, reports.Options{}, func(options reports.Options) showing {
		return showing{report: reports.Series(&s, options), csv: figures(table.TrendCSV, &s), json: figures(table.TrendJSON, &s)}
	})
}

func noAssessment(record string) error {
	return couldNot(advise(fmt.Errorf("there is no assessment here: neither %s, nor one in git or history/", record),
		"To make one: collab assess"))
}

// portfolio shows several associations.
func (c console) portfolio(records []string, o trendOptions) error {
	pasts := history.Find(history.Head, records...)
	var members []assess.Member
	for some := range slices.Chunk(pasts, atOnce) {
		members = append(members, membersOf(some)...)
	}
	c.tellSkipped(pasts...)
	if len(members) == 0 {
		return noAssessment(listed(records[:min(len(records), 3)]))
	}
	var latest []assess.Point
	for _, m := range members {
		latest = append(latest, m.Latest())
	}
	order, err := orderOf(o.sort, latest...)
	if err != nil {
		return err
	}
	p := assess.NewPortfolio(members, order)
	p.Skipped = skippedIn(dirOf(dirOf(records[0])), pasts...)
	return c.put(o.output, folder{dirOf(dirOf(records[0]))}, reports.Options{}, func(options reports.Options) showing {
		return showing{report: reports.Portfolio(p, options), csv: figures(table.PortfolioCSV, p), json: figures(table.PortfolioJSON, p)}
	})
}

// atOnce is how many associations' assessments are held whole at a time.
const atOnce = 256

// membersOf reads the last two assessments of associations. Those without any
// are left out.
func membersOf(pasts []*history.Past) []assess.Member {
	latest := history.Latest(pasts, func(*history.Past) assess.Date { return assess.Date{} })
	ends := map[*history.Past]assess.Date{}
	var some []*history.Past
	var now []history.Found
	for i, p := range pasts {
		if latest[i].Assessment != nil {
			some, now = append(some, p), append(now, latest[i])
			ends[p] = history.DayBefore(latest[i].Date)
		}
	}
	before := history.Latest(some, func(p *history.Past) assess.Date { return ends[p] })
	var members []assess.Member
	for i, p := range some {
		members = append(members, assess.NewMember(filepath.Dir(p.Record), p.Rounds(), before[i].Assessment, now[i].Assessment))
	}
	return members
}

// orderOf checks --sort: an order, or the id of what some assessment stands on.
func orderOf(name string, latest ...assess.Point) (assess.Order, error) {
	names := orderNames()
	for _, s := range latest[0].Standings {
		names = append(names, s.Dimension.ID)
	}
	if slices.Contains(names, name) {
		return assess.Order(name), nil
	}
	for _, p := range latest {
		if _, ok := p.Standing(name); ok {
			return assess.Order(name), nil
		}
	}
	return "", fmt.Errorf("--sort: %q is unknown; expected one of %s", name, listed(names))
}
