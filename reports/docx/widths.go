package docx

import (
	"strings"
	"unicode/utf8"
)

// A setting is how a table is fitted to its page.
type setting struct {
	letter, around int // room for a letter, and for what is around the letters of a cell
	size, margin   int // of the font, in half points, and beside the letters; 0 as the styles have them
	widths         []int
}

// settings are tried one after the other: as it is, close, and small. A smaller one
// would not be read.
var settings = []setting{
	{letter: 120, around: 200},
	{letter: 88, around: 170, size: 18, margin: 60},
	{letter: 83, around: 150, size: 17, margin: 60},
}

// setting is the first in which every word has room, else the last.
func (t Table) setting(width int) setting {
	tried := settings
	switch {
	case t.Small:
		tried = settings[2:]
	case t.Drawn:
		tried = settings[1:]
	}
	var s setting
	for _, s = range tried {
		if sum(t.least(s, mostLetters)) <= width {
			break
		}
	}
	s.widths = t.widths(s, width)
	return s
}

// mostLetters is what a column counts as at most.
const mostLetters = 40

// widths shares the width of the text out to the columns: to each what its longest
// word needs, as far as there is room, and the rest by what they hold. Word adjusts
// them to the words; others take them as they stand.
func (t Table) widths(s setting, width int) []int {
	letters := mostLetters
	for letters > 1 && sum(t.least(s, letters)) > width {
		letters--
	}
	widths := t.least(s, letters)
	weights := t.weights(s, widths)
	left, all := max(width-sum(widths), 0), sum(weights)
	for i := range widths {
		widths[i] += left * weights[i] / all
	}
	return widths
}

// weights say how the room that is left over is shared: between the filled cells of a
// picture, else between the columns that hold more than a line, or between all.
func (t Table) weights(s setting, least []int) []int {
	all, long := make([]int, len(t.Columns)), make([]int, len(t.Columns))
	for i, c := range t.Columns {
		longest := utf8.RuneCountInString(c.Head.Plain()) / 2
		for _, cell := range t.column(i) {
			longest = max(longest, utf8.RuneCountInString(cell.Plain()))
		}
		all[i] = 1 + min(longest, mostLetters)
		if longest*s.letter+s.around > least[i] {
			long[i] = all[i]
		}
		if t.Drawn {
			long[i] = 0
		}
		if c.Drawn {
			long[i] = 1
		}
	}
	if sum(long) == 0 {
		return all
	}
	return long
}

// column are the texts of one, but for those that go over several.
func (t Table) column(at int) []Text {
	var texts []Text
	for _, r := range t.Rows {
		column := 0
		for _, c := range r.Cells {
			if column == at && c.Over <= 1 {
				texts = append(texts, c.Text)
			}
			column += max(c.Over, 1)
		}
	}
	return texts
}

// drawnAlike gives all columns of filled cells the most that one of them has.
func (t Table) drawnAlike(values []int) {
	most := 0
	for i, c := range t.Columns {
		if c.Drawn {
			most = max(most, values[i])
		}
	}
	for i, c := range t.Columns {
		if c.Drawn {
			values[i] = most
		}
	}
}

// least is what the longest word of each column needs, of so many letters at most. In a
// table that is a picture each cell is one line, but for those that are filled.
func (t Table) least(s setting, letters int) []int {
	var widths []int
	for i, c := range t.Columns {
		word := longestWord(c.Head.Plain())
		if whole := utf8.RuneCountInString(c.Head.Plain()); whole <= shortHead || t.Drawn && !c.Drawn {
			word = whole
		}
		for _, cell := range t.column(i) {
			if word = max(word, longestWord(cell.Plain())); t.Drawn && !c.Drawn {
				word = max(word, utf8.RuneCountInString(cell.Plain()))
			}
		}
		if t.Drawn {
			word = max(word, fewLetters) // M and W are wide
		}
		widths = append(widths, min(word, letters)*s.letter+s.around)
	}
	t.drawnAlike(widths)
	return widths
}

func sum(all []int) int {
	n := 0
	for _, v := range all {
		n += v
	}
	return n
}

// fewLetters have no wide and narrow ones among them to make up for each other.
const fewLetters = 5

// shortHead is how many letters the head of a column has at most to stand on one line.
const shortHead = 8

// longestWord is that of a text, in characters.
func longestWord(text string) int {
	longest := 0
	for word := range strings.FieldsSeq(text) {
		longest = max(longest, utf8.RuneCountInString(word))
	}
	return longest
}
