package wording

import (
	"collab/assess"
	"collab/reports/content"
)

// Dates that stand beside each other, as short as they can be told apart.

// DayHead is a date as short as it can be told from others, for the head of a column.
func (English) DayHead(d assess.Date, form DayForm) content.Text {
	return say("%s", d.Format(string(form)))
}

// A DayForm is how dates are written that stand beside each other.
type DayForm string

// DayFormOf is the shortest form in which dates are told apart. It is found once for a
// long series.
func DayFormOf(dates []assess.Date) DayForm {
	if !apart(dates, "2006") && sameYear(dates) {
		return DayForm(shortest(dates, "Jan", "2 Jan"))
	}
	return DayForm(shortest(dates, "2006", "Jan 2006", "2 Jan 2006"))
}

// DayAmong is the same in a sentence.
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
