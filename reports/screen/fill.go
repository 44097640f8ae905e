package screen

import (
	"cmp"
	"slices"
)

// A part is one thing that a screen says. Its forms go from the shortest to the fullest,
// and their ranks rise.
type part struct {
	apart  bool // an empty line stands before it where there is room
	listed bool // its first form is an item of a list, with those before and behind it
	heads  bool // it is the heading of what stands behind it
	forms  []form
}

// A form is the lines of a part, with the rank at which they are wanted.
type form struct {
	rank  int
	lines []string
}

// The ranks, from what a screen never lacks to what only a tall one has.
const (
	rankHeading = 10 + 10*iota
	rankProfile
	rankStepsCut // a line each
	rankSteps
	rankLegend // of stages that stand there by number
	rankRunning
	rankStepsHeading
	rankFirstGaps // about the profile
	rankSlides    // the headings of further slides
	rankDeck
	rankBody
	rankTable
	rankChoicesHeading
	rankGaps
	rankNote
	rankChoices
	rankWhy
	rankPips
	rankAnswersHeading
	rankBoxHeading
	rankAnswers
	rankBox
	rankPipsTold
	rankFolded
	rankStepNotes
	rankFoot
	rankEverySection // all of a section comes before what the next one adds
)

// never are left out, however few the rows.
const never = rankStepsCut

// fill takes from parts what rows have room for, in the order of the ranks. All of it
// where rows is 0.
func fill(parts []part, rows int) []string {
	c := choice{parts: parts, form: slices.Repeat([]int{none}, len(parts)), gap: make([]bool, len(parts))}
	for _, w := range wishes(parts) {
		before, gap := c.form[w.part], c.gap[w.part]
		if w.form == none {
			c.gap[w.part] = true
		} else {
			c.form[w.part] = max(before, w.form)
		}
		if rows > 0 && w.rank > never && c.rows() > rows {
			c.form[w.part], c.gap[w.part] = before, gap
		}
	}
	return c.lines()
}

// none is the form of a part that does not stand there.
const none = -1

// A wish is for a form of a part or, where the form is none, for the gap before it.
type wish struct{ rank, part, form int }

func wishes(parts []part) []wish {
	var all []wish
	for i, p := range parts {
		for j, f := range p.forms {
			all = append(all, wish{f.rank, i, j})
		}
		if p.apart && len(p.forms) > 0 {
			rank := max(rankGaps, p.forms[0].rank)
			if p.forms[0].rank <= rankStepsCut {
				rank = rankFirstGaps
			}
			all = append(all, wish{rank, i, none})
		}
	}
	slices.SortStableFunc(all, func(a, b wish) int { return cmp.Compare(a.rank, b.rank) })
	return all
}

// A choice is what stands on a screen.
type choice struct {
	parts []part
	form  []int
	gap   []bool
}

func (c choice) lines() []string {
	var all []string
	list, headed := false, false // the part before is an item of one, or a heading
	for i, p := range c.parts {
		if c.form[i] == none {
			continue
		}
		item := p.listed && c.form[i] == 0
		if c.gap[i] && len(all) > 0 && !(item && list) && !(p.heads && headed) {
			all = append(all, "")
		}
		list, headed = item, p.heads
		all = append(all, p.forms[c.form[i]].lines...)
	}
	return all
}

func (c choice) rows() int { return len(c.lines()) }

// within are the forms of parts that stand in one under a heading: the heading alone, then
// more and more of them.
func within(heading form, parts []part) []form {
	forms := []form{heading}
	c := choice{parts: parts, form: slices.Repeat([]int{none}, len(parts)), gap: make([]bool, len(parts))}
	for _, w := range wishes(parts) {
		if w.form == none {
			continue
		}
		c.form[w.part] = max(c.form[w.part], w.form)
		forms = append(forms, form{max(w.rank, heading.rank), c.lines()})
	}
	return forms
}
