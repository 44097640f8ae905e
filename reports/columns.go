package reports

import (
	"slices"

	"collab/reports/content"
)

// balanced puts boxes into two columns that hold some already, each into the shorter.
func balanced(left, right []content.Box, boxes []content.Box) content.Columns {
	for _, b := range boxes {
		if height(left) <= height(right) {
			left = append(left, b)
		} else {
			right = append(right, b)
		}
	}
	columns := content.Columns{Of: [][]content.Box{left}}
	if len(right) > 0 {
		columns.Of = append(columns.Of, right)
	}
	return columns
}

// halved is a box whose blocks stand in two columns under its heading.
func halved(b content.Box) content.Box {
	half := (len(b.Blocks) + 1) / 2
	b.Blocks = beside(content.Box{Blocks: b.Blocks[:half]}, content.Box{Blocks: b.Blocks[half:]})
	return b
}

// highest is the height of the highest of boxes that stand beside each other.
func highest(boxes []content.Box) int {
	n := 0
	for _, b := range boxes {
		n = max(n, height([]content.Box{b}))
	}
	return n
}

// height is about how many lines boxes take in a column.
func height(boxes []content.Box) int {
	n := 0
	for _, box := range boxes {
		n += 2 + linesOf(box.Heading)
		for _, b := range box.Blocks {
			n += blockHeight(b)
		}
	}
	return n
}

func blockHeight(b content.Block) int {
	n := 0
	switch b := b.(type) {
	case content.Paragraph:
		n = linesOf(b.Text)
	case content.List:
		n = linesOf(b.Items...)
	case content.Steps:
		for _, s := range b.Items {
			n += 2 + linesOf(content.Join(s.Do, s.Why)) + linesOf(s.Notes...) + max(linesOf(s.Taken)-1, 0)
		}
	case content.Choices:
		n = linesOf(b.Question)
		for _, c := range b.Rows {
			n += linesOf(content.Join(c.Prefix, c.Words))
		}
	case content.Answers:
		for _, g := range b.Groups {
			for _, a := range g.Items {
				n += linesOf(a.Question, a.Chosen, a.Note)
			}
		}
	}
	return n
}

// linesOf is about how many lines texts take, each beginning anew.
func linesOf(texts ...content.Text) int {
	const perLine = 56
	n := 0
	for _, t := range texts {
		n += (len([]rune(t.Plain())) + perLine - 1) / perLine
	}
	return n
}

// beside are boxes in columns, each in its own; no block where none holds anything.
func beside(boxes ...content.Box) []content.Block {
	var columns content.Columns
	for _, box := range present(boxes...) {
		columns.Of = append(columns.Of, []content.Box{box})
	}
	if len(columns.Of) == 0 {
		return nil
	}
	return []content.Block{columns}
}

// present are the boxes that hold something.
func present(boxes ...content.Box) []content.Box {
	return slices.DeleteFunc(boxes, func(b content.Box) bool { return len(b.Blocks) == 0 })
}
