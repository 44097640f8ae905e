package asking

import "time"

// usual is how long a question takes before the person's own pace is known:
// with it the full length takes 25 minutes and the short one 15.
const usual = 25 * time.Second

// usualInRoom allows for reading the descriptions aloud and counting the hands.
const usualInRoom = 60 * time.Second

const (
	trust   = 5               // questions that the usual pace counts for
	longest = 2 * time.Minute // at one question; more is a telephone call
)

// pace is how long a person takes for a question, from the times at which
// they moved on.
type pace struct {
	room  bool      // a room takes its time
	since time.Time // zero until the first move
	took  time.Duration
	over  float64 // weight of the steps that took it
}

// leave says that a step of a weight was left forward. Only its first time is of the pace.
func (p *pace) leave(w float64, first bool, now time.Time) {
	if first && w > 0 && !p.since.IsZero() {
		p.took += min(max(now.Sub(p.since), 0), time.Duration(w*float64(longest)))
		p.over += w
	}
	p.enter(now)
}

func (p *pace) enter(now time.Time) { p.since = now }

// left is how long steps of a total weight will take.
func (p *pace) left(weight float64) time.Duration {
	usual := usual
	if p.room {
		usual = usualInRoom
	}
	each := (float64(trust)*float64(usual) + float64(p.took)) / (trust + p.over)
	return time.Duration(weight * each)
}
