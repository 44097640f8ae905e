package content

// A Profile shows where each of several things stands: a row for each, with a cell
// for every stage.
type Profile struct {
	Caption Text // for those who don't see the picture
	Order   Text // heads the names: how the rows are ordered
	Stages  []Text
	Figures []Text // heads of the figures behind the cells
	Flag    Text   // heads the flags; may be empty
	// Course heads the lines over time; empty where the rows have none.
	Course Text
	Groups [][]ProfileRow // set a little apart from each other
}

// A ProfileRow is one thing that stands somewhere.
type ProfileRow struct {
	Name    Text
	Strong  bool // stands out: what is lowest, or what moved
	Quiet   bool // stands back: what did not move
	Cells   []Cell
	Was     int       // cells up to which it stood before; 0 where that is not shown
	Course  []float64 // positions over time, from 1 to the number of stages, oldest first
	Figures []Text    // one for each head
	// Around is drawn below the last figure; nil where there is nothing to draw.
	Around *Around
	Flag   Text
	// Told is the row in a sentence, for formats without a picture.
	Told Text
}

// An Around is an interval about zero, on a scale from -1 to 1 that all rows share, with
// what lies in it.
type Around struct{ Low, At, High float64 }

// A Cell is a stage of a row.
type Cell struct {
	Fill  Fill
	Label Text // inside the cell; may be empty
	// Spoken is what the cell means, for those who don't see it; empty where its label
	// says so, or it means nothing.
	Spoken Text
}

// A Fill says what a cell shows.
type Fill string

// The fills.
const (
	Empty   Fill = ""
	Reached Fill = "reached"
	Wanted  Fill = "wanted"
	Unsure  Fill = "unsure" // reached, by what may be chance
)

// WriteTo gives the profile to a writer.
func (b Profile) WriteTo(w Writer) { w.Profile(b) }
