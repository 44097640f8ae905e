package interview

import (
	"strings"
)

// handItems ask for the hands of a room, row by row.
func (l *lines) handItems(rows []handRow) []item {
	s := l.script
	var items []item
	for _, row := range rows {
		it := item{
			options: row.options,
			expects: say.expectsHands(row.example()),
			noun:    say.item(),
			remind:  row.intro,
			accept:  func(entry string) reply { return l.hearHands(row, entry) },
		}
		if counts := s.counted(row); counts != nil {
			it.given = say.countedHands(row.words(counts))
		}
		for _, text := range []string{row.label, row.prompt} {
			if text != "" {
				it.asks = append(it.asks, sentence(text))
			}
		}
		if s.Here().Kind == Question {
			it.topic, it.remind = s.topicHere()
			it.asks = []string{row.prompt}
		}
		items = append(items, it)
	}
	return items
}

// hearHands records what was counted. Where hands are missing it says so: one can
// go back and count again.
func (l *lines) hearHands(row handRow, entry string) reply {
	s := l.script
	if n, ok := parsePeople(entry); ok {
		if err := s.SetPeople(n); err != nil {
			return reply{said: say.because(err)}
		}
		return reply{taken: true, said: say.peopleNow(n), then: func() { l.repeat("") }}
	}
	if !strings.ContainsAny(entry, "0123456789") {
		return reply{}
	}
	people, _ := s.InRoom()
	counts, err := parseHands(row, entry, people)
	if err == nil {
		err = s.Count(row, counts)
	}
	if err != nil {
		return reply{said: say.because(err)}
	}
	said := say.recordedHands(row.words(counts), s.missing(row, counts), people, !row.each && row.upTo == nil)
	return reply{taken: true, said: said}
}
