package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
)

// moreHurdles are what got in the way beside what the board page names.
func (t *assessmentText) moreHurdles() content.Section {
	s := content.Section{ID: "hurdles"}
	worst := t.worstHurdles()
	shown := worst[:min(len(worst), mostHurdles)]
	var items []content.Text
	for _, h := range t.Obstacles {
		if !slices.ContainsFunc(shown, func(w assess.Obstacle) bool { return w.ID == h.ID }) {
			items = append(items, t.hurdle(h))
		}
	}
	if len(items) > 0 {
		s.Heading = t.words.MoreHurdlesHeading(len(items))
		s.Blocks = []content.Block{content.List{Items: items}}
	}
	return s
}

func (t *assessmentText) hurdle(h assess.Obstacle) content.Text {
	if t.many() {
		return t.words.HurdleMet(h.Name, h.Met, t.People, h.Worst, h.Counter)
	}
	return t.words.Hurdle(h.Name, h.Counter)
}
