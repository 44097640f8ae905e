package reports

import (
	"cmp"
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

// mostHurdles is how many that were equally in the way fit into a column.
const mostHurdles = 3

// hurdleBox is what was most in the way.
func (t *assessmentText) hurdleBox() content.Box {
	worst := t.worstHurdles()
	switch len(worst) {
	case 0:
		return content.Box{}
	case 1:
		h := worst[0]
		text := t.words.HurdleOfOne(h.Sign, h.Counter)
		if t.many() {
			text = t.words.HurdleOfRoom(h.Met, t.People, h.Worst, h.Counter)
		}
		return content.Box{Heading: t.words.HurdleHeading(h.Name), Blocks: []content.Block{content.Paragraph{Text: text}}}
	}
	var names []string
	var l content.List
	for _, h := range worst {
		names = append(names, h.Name)
	}
	for _, h := range worst[:min(len(worst), mostHurdles)] {
		l.Items = append(l.Items, t.hurdle(h))
	}
	return content.Box{Heading: t.words.HurdleHeadingOfSeveral(names), Blocks: []content.Block{l}}
}

// worstHurdles are what most people call the worst and, of these, what most met.
func (t *assessmentText) worstHurdles() []assess.Obstacle {
	var worst []assess.Obstacle
	for _, h := range t.Obstacles {
		order := 0
		if len(worst) > 0 {
			order = cmp.Or(cmp.Compare(h.Worst, worst[0].Worst), cmp.Compare(h.Met, worst[0].Met))
		}
		if order > 0 {
			worst = nil
		}
		if order >= 0 {
			worst = append(worst, h)
		}
	}
	return worst
}
