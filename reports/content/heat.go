package content

// A Heat shows how many people chose what, question by question; the more did, the
// stronger a cell is filled.
type Heat struct {
	Caption Text   // for those who don't see the picture
	Heads   []Text // of the counts
	Unknown Text   // heads those who did not know
	People  int    // whose answers a full cell is
	Groups  []HeatGroup
}

// A HeatGroup is the questions about one thing.
type HeatGroup struct {
	Heading Text
	Rows    []HeatRow
}

// A HeatRow is one question.
type HeatRow struct {
	Name    Text
	Strong  bool
	Counts  []int // one for each head; none where they are withheld
	Instead Text  // stands in place of the counts
	Unknown int
	Many    bool // so many did not know that it is a finding
	Label   Text // how far people agree; empty where nothing is to be said
}

// WriteTo gives the heat table to a writer.
func (b Heat) WriteTo(w Writer) { w.Heat(b) }

// Strength is how strong the cell of a count is filled, from 0 to 4, by the share of the
// people who chose it.
func Strength(n, people int) int {
	switch share := float64(n) / float64(max(people, 1)); {
	case n == 0:
		return 0
	case share <= .25:
		return 1
	case share <= .5:
		return 2
	case share <= .7:
		return 3
	}
	return 4
}
