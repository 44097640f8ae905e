package content

// Steps are things to do, the first to do first, or what became of such.
type Steps struct {
	Items []Step
	// Who and By head the lines to fill in below a step that nobody took yet; empty
	// where there are none.
	Who, By Text
}

// A Step is one thing to do.
type Step struct {
	State State
	Do    Text
	Why   Text
	Notes []Text // in quiet lines: what would do as well
	Taken Text   // who took it by when, or what became of it; empty where nobody did yet
}

// A State is what became of a step.
type State string

// The states.
const (
	Open   State = "" // to do
	Done   State = "done"
	NotYet State = "not_yet" // agreed earlier, and not done
	// Dropped is agreed earlier, and nobody is to do it any more.
	Dropped State = "dropped"
)

// WriteTo gives the steps to a writer.
func (b Steps) WriteTo(w Writer) { w.Steps(b) }
