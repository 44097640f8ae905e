package table

import (
	"io"
	"strconv"

	"collab/assess"
	"collab/internal/strict"
)

// PortfolioCSV writes a portfolio as a long table: of each association the latest
// assessment and what changed since the one before, then how far they lie apart.
// The spread is of no association and of no date.
func PortfolioCSV(w io.Writer, p *assess.Portfolio) error {
	return long(w, func(yield func([]Row) bool) {
		for _, m := range p.Members {
			if !yield(memberRows(m)) {
				return
			}
		}
		yield(portfolioRows(p))
	})
}

// PortfolioJSON writes the same figures as a list of trees, one an association, and
// the spread beside it.
func PortfolioJSON(w io.Writer, p *assess.Portfolio) error {
	return trees(w, func(yield func(string) bool) {
		for _, m := range p.Members {
			if !yield(branch(m.Latest().Head, memberRows(m))) {
				return
			}
		}
	}, boughs(portfolioRows(p)))
}

// memberRows are those of a member's latest assessment, with where it was found.
func memberRows(m assess.Member) []Row {
	t := &sheet{Assessment: m.Latest().Head}
	t.about("assessment", "round")
	t.typed("folder", m.Folder)
	t.count("rounds", m.Rounds)
	return append(t.rows, pointRows(m.Latest())...)
}

// portfolioRows are of no association: which records are not among the assessments, and
// how far they lie apart.
func portfolioRows(p *assess.Portfolio) []Row {
	var rows []Row
	for i, why := range p.Skipped {
		rows = append(rows, Row{Kind: "comparison", ID: strconv.Itoa(i + 1), Measure: "skipped", Value: Value{strict.Plain(why), typed}})
	}
	return append(rows, spreadRows(p)...)
}

func spreadRows(p *assess.Portfolio) []Row {
	var rows []Row
	for _, a := range p.Spreads {
		add := func(measure, text string) {
			if text != "" {
				rows = append(rows, Row{Kind: "spread", ID: a.Dimension.ID, Measure: measure, Value: Value{text, number}})
			}
		}
		add("n", strconv.Itoa(a.N))
		add("left_out", strconv.Itoa(a.LeftOut))
		add("low", a.Low.String())
		add("high", a.High.String())
		add("median", a.Median.String())
		add("mean", a.Mean.String())
	}
	return rows
}
