package interview

import (
	"strings"
)

// handItems ask for the hands of a room, row by row.
func (l *lines) handItems(rows []handRow) []item {
	w := l.walk
	var items []item
	for _, row := range rows {
		it := l.shown(row.Item)
		it.options = row.Options
		it.expects = say.expectsHands(row.example())
		it.accept = func(entry string) reply { return l.hearHands(row, entry) }
		if counts := w.Counted(row.Row); counts != nil {
			it.given = say.countedHands(row.words(counts))
		}
		items = append(items, it)
	}
	return items
}

// hearHands records what was counted. Where hands are missing it says so: one can
// go back and count again.
func (l *lines) hearHands(row handRow, entry string) reply {
	w := l.walk
	if n, ok := parsePeople(entry); ok {
		if err := w.SetPeople(n); err != nil {
			return reply{said: say.because(err)}
		}
		return reply{taken: true, said: say.peopleNow(n), then: func() { l.repeat("") }}
	}
	if !strings.ContainsAny(entry, "0123456789") {
		return reply{}
	}
	people, _ := w.InRoom()
	counts, err := parseHands(row, entry, people)
	if err == nil {
		err = w.Count(row.Row, counts)
	}
	if err != nil {
		return reply{said: say.because(err)}
	}
	said := say.recordedHands(row.words(counts), w.Missing(row.Row, counts), people, row.OneEach())
	return reply{taken: true, said: said}
}
