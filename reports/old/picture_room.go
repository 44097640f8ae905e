package reports

import (
	"strconv"

	"collab/assess"
)

// What stands beside the rails of a room.

// intervalOf is the interval of a position.
func (p picture) intervalOf(d assess.Placement) prose {
	if p.spread < 1 {
		return ""
	}
	return prose(p.interval(d))
}

// labelOf is the label that most needs talking about.
func (p picture) labelOf(d assess.Placement) prose {
	if p.spread < 2 || !p.room() {
		return ""
	}
	return prose(p.story.labelOf(d.Dimension.ID))
}

// peopleOf are those with a position, in all rows where not everybody has one
// in each: else the title says it.
func (p picture) peopleOf(d assess.Placement) prose {
	if !p.bases || !p.room() || !p.someWithout() {
		return ""
	}
	return prose(p.people(d))
}

func (p picture) someWithout() bool {
	for _, d := range p.a.Placements() {
		if n := p.people(d); n != "" && n != strconv.Itoa(p.a.People) {
			return true
		}
	}
	return false
}
