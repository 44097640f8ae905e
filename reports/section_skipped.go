package reports

import (
	"collab/reports/content"
	"collab/reports/wording"
)

// The records that are not among what is told, and why.

func skippedBox(words wording.Words, skipped []string) content.Box {
	var l content.List
	for _, why := range skipped {
		l.Items = append(l.Items, words.LeftOutBecause(content.Typed(why)))
	}
	if len(l.Items) == 0 {
		return content.Box{}
	}
	return content.Box{Heading: words.RecordsLeftOutHeading(len(l.Items)), Blocks: []content.Block{l}}
}

func (t *assessmentText) skipped() content.Section {
	return inSection("skipped", skippedBox(t.words, t.o.Skipped))
}

func (t *portfolioText) skipped() content.Section {
	return inSection("skipped", skippedBox(t.words, t.Skipped))
}
