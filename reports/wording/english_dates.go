package wording

import (
	"collab/assess"
	"collab/reports/content"
)

// Dates that stand beside each other, as short as they can be told apart.

// DayHeads are dates as short as they can be told apart, for the heads of columns or rows.
func (English) DayHeads(dates []assess.Date) []content.Text {
	form := shortest(dates, "2006", "Jan 2006", "2 Jan 2006")
	if !apart(dates, "2006") && sameYear(dates) {
		form = shortest(dates, "Jan", "2 Jan")
	}
	heads := make([]content.Text, len(dates))
	for i, d := range dates {
		heads[i] = say("%s", d.Format(form))
	}
	return heads
}

// DayAmong is a date as short as it can be told from others, in a sentence.
func (English) DayAmong(d assess.Date, others []assess.Date) content.Text {
	return say("%s", d.Format(shortest(others, "2006", "January 2006", "2 January 2006")))
}

// shortest is the first form that tells dates apart, or the last.
func shortest(dates []assess.Date, forms ...string) string {
	for _, form := range forms {
		if apart(dates, form) {
			return form
		}
	}
	return forms[len(forms)-1]
}

// apart tells whether dates differ in a form.
func apart(dates []assess.Date, form string) bool {
	seen := map[string]bool{}
	for _, d := range dates {
		seen[d.Format(form)] = true
	}
	return len(seen) == len(dates)
}

func sameYear(dates []assess.Date) bool {
	for _, d := range dates {
		if d.Year() != dates[0].Year() {
			return false
		}
	}
	return true
}
