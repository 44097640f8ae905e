package interview

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"collab/assess/asking"
)

// A page shows one step. Its keys change only the page and what the walk
// has recorded; where to go it says by an act.
type page interface {
	titles() []string // for the head of the screen, from long to short
	draw(*block)
	press(tea.KeyMsg) act
	hints() []hint
}

// A typist is a page with text that may not be recorded yet; commit records it.
type typist interface{ commit() }

// An act is what follows from a key, once everything is kept; nil for nothing.
type act func(*asking.Walk, time.Time)

// stay goes nowhere: it only keeps what was recorded.
func stay(*asking.Walk, time.Time) {}

// jumpKey leads to the review, where one goes on to any part, and back.
const jumpKey = "j"

func jumpToReview(w *asking.Walk, now time.Time) { w.Jump(asking.Step{Kind: asking.Review}, now) }

func jumpHint() hint { return hint{jumpKey, say.doesReview()} }

// A hint is a key, or several, and what it does.
type hint struct{ key, does string }
