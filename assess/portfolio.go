package assess

import (
	"cmp"
	"slices"
	"strings"
)

// A Portfolio is several associations side by side.
type Portfolio struct {
	Members []Member
	// Spreads tell how far the associations lie apart on each trait, in the
	// rubric's order, and last on the spectrum. What nobody stands on is left out.
	Spreads []Apart
	// Skipped says which records are not among the assessments and why, one sentence
	// each. It is from whoever found them.
	Skipped []string
}

// A Member is one association of a portfolio.
type Member struct {
	Folder string // as the caller names it
	// Series holds the latest assessment and, where there is one, the one
	// before, with what changed between them.
	Series Series
	Rounds int // its assessments of different dates, at least one
}

// NewMember is an association with its latest assessment and the one before,
// which is nil where there is none.
func NewMember(folder string, rounds int, before, latest *Assessment) Member {
	m := Member{Folder: folder, Rounds: rounds}
	if before != nil {
		m.Series.Add(before)
	}
	m.Series.Add(latest)
	m.Series.first, m.Series.before, m.Series.last = nil, nil, nil // nothing is added to it any more
	return m
}

// Latest is the member's latest assessment.
func (m Member) Latest() Point { return m.Series.Latest() }

// Moved are the ids of the traits that moved since the assessment before.
func (m Member) Moved() []string {
	if c := m.Latest().Since; c != nil {
		return c.Moved()
	}
	return nil
}

// Moved is the number of associations in which a trait moved since the assessment before.
func (p *Portfolio) Moved() int {
	n := 0
	for _, m := range p.Members {
		n += one(len(m.Moved()) > 0)
	}
	return n
}

// Again is the number of associations that were assessed before, so that there is a
// change to tell.
func (p *Portfolio) Again() int {
	n := 0
	for _, m := range p.Members {
		n += one(m.Latest().Since != nil)
	}
	return n
}

// An Order is a way to sort a portfolio: one of those below, or the id of a
// trait or of the spectrum, which puts the lowest position first.
type Order string

// The orders. Where two members are equal the name decides, then the folder.
const (
	ByName  Order = "name"
	ByDate  Order = "date"  // the longest ago first: who is due
	ByStage Order = "stage" // the lowest headline first
	ByMoved Order = "moved" // the most traits moved first
)

// Orders are the orders but for those by an id.
func Orders() []Order { return []Order{ByName, ByDate, ByStage, ByMoved} }

// NewPortfolio puts members in an order and finds how far they lie apart.
func NewPortfolio(members []Member, by Order) *Portfolio {
	p := &Portfolio{Members: slices.Clone(members)}
	slices.SortStableFunc(p.Members, func(a, b Member) int {
		return cmp.Or(by.compare(a, b),
			strings.Compare(a.Latest().Head.Association, b.Latest().Head.Association),
			strings.Compare(a.Folder, b.Folder))
	})
	p.Spreads = spreads(p.Members)
	return p
}

// compare sorts two members; what one of them does not have comes last.
func (o Order) compare(a, b Member) int {
	left, right := a.Latest(), b.Latest()
	switch o {
	case ByName:
		return 0
	case ByDate:
		return left.Head.Date.Compare(right.Head.Date.Time)
	case ByStage:
		return zeroLast(left.Head.Headline.Stage, right.Head.Headline.Stage)
	case ByMoved:
		return cmp.Compare(len(b.Moved()), len(a.Moved()))
	}
	here, _ := left.Standing(string(o))
	there, _ := right.Standing(string(o))
	return zeroLast(int(here.Position), int(there.Position))
}

// zeroLast sorts small before large, and zero, which is none, last.
func zeroLast(a, b int) int {
	return cmp.Or(cmp.Compare(one(a == 0), one(b == 0)), cmp.Compare(a, b))
}
