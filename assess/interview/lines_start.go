package interview

import (
	"slices"
	"strconv"
	"strings"

	"collab/assess"
	"collab/rubric"
)

// startEntries are what the start page was told. They are recorded together
// when it is left, since a length that was not chosen yet must not be kept.
type startEntries struct {
	association, role, code string
	people                  int
	length                  assess.Length // empty until it was chosen
}

func (e *startEntries) record(s *Script) {
	length := e.length
	if length == "" {
		length = s.given.Length
	}
	if e.people > 0 {
		_ = s.SetPeople(e.people) // it fits: it was checked as it was entered
	}
	s.SetStart(e.association, e.role, e.code, length)
}

func (e *startEntries) items(s *Script) []item {
	var items []item
	asks := s.Start()
	if asks.Association {
		items = append(items, e.nameItem())
	}
	if asks.Role && len(s.Rubric().Roles) > 0 {
		items = append(items, e.roleItem(s.Rubric()))
	}
	if asks.Code {
		it := line(say.askCode(say.codeTitle(), say.codeHelp()), e.code, assess.MaxCode, func(text string) reply {
			if err := s.codeFits(text); err != nil {
				return reply{said: err.Error()}
			}
			e.code = text
			return reply{taken: true, said: say.notedCode()}
		})
		it.name, it.clear = say.codeTitle(), func() { e.code = "" }
		items = append(items, it)
	}
	if asks.People {
		items = append(items, e.peopleItem(s))
	}
	if asks.Length {
		items = append(items, e.lengthItem(s))
	}
	return items
}

func (e *startEntries) nameItem() item {
	it := line(say.asking(say.nameTitle(), ""), e.association, assess.MaxName, func(text string) reply {
		name, err := assess.Name(text)
		if err != nil {
			return reply{said: say.notAName(err)}
		}
		e.association = name
		return reply{taken: true, said: say.noted(name)}
	})
	it.name = say.nameTitle()
	if e.association == "" {
		it.needed = say.nameNeeded()
	}
	return it
}

func (e *startEntries) roleItem(r *rubric.Rubric) item {
	it := noting(gridRow{
		options: numbered(names(r.Roles)),
		taken:   slices.Index(rubric.IDs(r.Roles), e.role),
		take:    func(i int) { e.role = r.Roles[i].ID },
	})
	it.name, it.asks = say.roleTitle(), []string{say.asking(say.roleTitle(), say.roleHelp())}
	return it
}

func (e *startEntries) peopleItem(s *Script) item {
	given := ""
	if e.people > 0 {
		given = strconv.Itoa(e.people)
	}
	it := line(say.asking(say.peopleTitle(), say.peopleHelp()), given, 6, func(text string) reply {
		n, err := strconv.Atoi(text)
		if err != nil {
			return reply{said: say.pleaseNumber()}
		}
		if err := s.PeopleFit(n); err != nil {
			return reply{said: say.because(err)}
		}
		e.people = n
		return reply{taken: true, said: say.notedPeople(n)}
	})
	it.name, it.expects = say.peopleTitle(), say.expectsNumber()
	if e.people == 0 {
		it.needed = say.peopleNeeded()
	}
	return it
}

func (e *startEntries) lengthItem(s *Script) item {
	it := noting(gridRow{
		options: numbered(lengthNames(s)),
		taken:   slices.Index(lengths, e.length),
		take:    func(i int) { e.length = lengths[i] },
	})
	it.name, it.asks = say.lengthTitle(), []string{say.lengthTitle()}
	if e.length == "" {
		it.needed = say.lengthMissing()
	}
	return it
}

// noting is a choice that is not recorded at once, and echoed by its meaning.
func noting(row gridRow) item {
	it := choice(row)
	accept := it.accept
	it.accept = func(entry string) reply {
		r := accept(entry)
		if r.taken {
			i := slices.IndexFunc(row.options, func(o option) bool { return o.key == strings.ToLower(entry) })
			meaning, _, _ := strings.Cut(row.options[i].text, ":")
			r.said = say.noted(meaning)
		}
		return r
	}
	return it
}
