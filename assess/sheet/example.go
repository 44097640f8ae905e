package sheet

import (
	"slices"

	"collab/assess"
	"collab/assess/asking"
)

// Example is an invented response to a round, with something in every
// group of its sheet and every key that can be typed: what is printed to show how
// a sheet's line is typed.
func Example(round asking.Round) assess.Response {
	r := blank(round)
	var n int
	for _, s := range asking.Sections(round) {
		for _, it := range s.Items {
			switch {
			case it.Kind == asking.Text:
				it.Type(&r, "oak")
			case it.Kind == asking.Ticks:
				it.Tick(&r, exampleTicks(it))
			case it.Among != "":
				it.Take(&r, len(it.Options)/2)
			case it.Asked(&r):
				it.Take(&r, exampleChoice(it, n))
				n++
			}
		}
	}
	return r
}

// exampleTicks are the first option and one in the middle, or so many as may be ticked.
func exampleTicks(it *asking.Item) []string {
	ids := slices.Compact([]string{it.Options[0].ID, it.Options[len(it.Options)/2].ID})
	return ids[:min(it.Most, len(ids))]
}

// exampleChoice varies, with nothing chosen now and then, and seldom what stands aside.
func exampleChoice(it *asking.Item, n int) int {
	aside := func(o asking.Option) bool { return o.Aside }
	first := slices.IndexFunc(it.Options, aside)
	switch {
	case n%10 == 9:
		return -1
	case first >= 0 && (n%10 == 2 || n%10 == 5):
		return first + n%(len(it.Options)-first)
	case first < 0:
		first = len(it.Options)
	}
	return (n + n/3) % first
}
