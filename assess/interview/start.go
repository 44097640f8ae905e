package interview

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"collab/assess"
	"collab/rubric"
)

// newStartPage asks for what the command line did not say.
func newStartPage(s *Script, st style) page {
	r, asks := s.Rubric(), s.Start()
	name := textField(st, say.nameTitle(), s.given.Association, assess.MaxName)
	name.needed = say.nameNeeded()
	role := pickField(newPick(st, say.roleTitle(), slices.Index(rubric.IDs(r.Roles), s.given.Role), numbered(names(r.Roles))))
	role.help = say.roleHelp()
	code := textField(st, say.codeTitle(), s.given.Code, assess.MaxCode)
	code.help = say.codeHelpHere()
	code.check = func() error { return s.codeFits(*code.text) }
	people := peopleField(s, st)
	length := pickField(newPick(st, say.lengthTitle(), -1, numbered(lengthNames(s))))
	length.needed = say.lengthNeeded()
	if s.seen[s.Here()] {
		length.pick.taken = slices.Index(lengths, s.given.Length)
		length.pick.cursor = length.pick.taken
	}
	p := &formPage{heading: []string{r.Name, say.start()}, first: true, intro: func(b *block) { drawWelcome(b, s) }}
	name.hidden = func() bool { return !asks.Association }
	role.hidden = func() bool { return !asks.Role || len(r.Roles) == 0 }
	code.hidden = func() bool { return !asks.Code }
	length.hidden = func() bool { return !asks.Length }
	p.fields = []*formField{name, role, code, people, length}
	p.record = func() {
		if n, err := strconv.Atoi(Clean(*people.text)); err == nil && asks.People {
			_ = s.SetPeople(n) // it fits: the field was left
		}
		recordStart(s, name, role, code, length)
	}
	return p.opened()
}

// codeFits refuses a code that somebody else in the round has: whose answers belong
// together could not be told.
func (s *Script) codeFits(code string) error {
	if s.codeTaken != nil && s.codeTaken(Clean(code)) {
		return say.codeTaken()
	}
	return nil
}

// peopleField asks how many people are in the room.
func peopleField(s *Script, st style) *formField {
	given := ""
	if n, _ := s.InRoom(); n > 0 {
		given = strconv.Itoa(n)
	}
	f := textField(st, say.peopleTitle(), given, 6)
	f.help = say.peopleHelp()
	f.needed = say.peopleNeeded()
	f.hidden = func() bool { return !s.Start().People }
	f.check = func() error {
		n, err := strconv.Atoi(Clean(*f.text))
		if err != nil {
			return errors.New(say.numberNeeded())
		}
		return s.PeopleFit(n)
	}
	return f
}

func recordStart(s *Script, name, role, code, length *formField) {
	id, long := s.given.Role, s.given.Length
	if !role.empty() {
		id = s.Rubric().Roles[role.pick.taken].ID
	}
	if !length.empty() {
		long = lengths[length.pick.taken]
	}
	s.SetStart(*name.text, id, *code.text, long)
}

// drawWelcome draws the first paragraph always, and the others where there is room.
func drawWelcome(b *block, s *Script) {
	words := s.welcomeWords()
	b.text(b.head, say.welcomeTitle())
	b.text(b.plain, words[0])
	if b.air >= reminding {
		b.gap()
	}
	b.reminds(strings.Join(append(slices.Clone(words[1:]), say.linesHint()), " "))
}

// newJointWorkPage asks what the spectrum's questions are about.
func newJointWorkPage(s *Script, st style) page {
	asks, given := s.Rubric().JointWork, s.given.JointWork
	about := textField(st, asks.About, given.About, assess.MaxLine)
	scope := pickField(newPick(st, asks.Scope, slices.Index(rubric.IDs(asks.Scopes), given.Scope), numbered(names(asks.Scopes))))
	purpose := pickField(newPick(st, asks.Purpose, slices.Index(rubric.IDs(asks.Purposes), given.Purpose), numbered(names(asks.Purposes))))
	chosen := func() assess.JointWork {
		return assess.JointWork{About: *about.text, Scope: choiceAt(asks.Scopes, scope.pick), Purpose: choiceAt(asks.Purposes, purpose.pick)}
	}
	purpose.hidden = func() bool { return chosen().Scope == rubric.ScopeNone || len(asks.Purposes) == 0 }
	d, _ := s.Rubric().Dimension(s.Here().Section)
	p := &formPage{
		heading: []string{d.Name, d.Short},
		intro: func(b *block) {
			b.reminds(say.jointWorkIntro(noneOf(asks)))
			if s.partOfGroup {
				b.text(b.plain, say.forEverybody())
			}
		},
		fields: []*formField{about, scope, purpose},
		eager:  true,
		record: func() {
			if j := chosen(); j != s.given.JointWork {
				s.SetJointWork(j)
			}
		},
	}
	return p.opened()
}

// noneOf is what one chooses where there was no joint work.
func noneOf(asks rubric.JointWork) string { return rubric.NameOf(asks.Scopes, rubric.ScopeNone) }

func choiceAt(choices []rubric.Choice, p *pick) string {
	if p.taken < 0 {
		return ""
	}
	return choices[p.taken].ID
}

func names(choices []rubric.Choice) []string {
	var out []string
	for _, c := range choices {
		out = append(out, c.Name)
	}
	return out
}

// numbered are options with the keys 1, 2, 3 …
func numbered(texts []string) []option {
	var out []option
	for i, text := range texts {
		out = append(out, option{key: strconv.Itoa(i + 1), text: text})
	}
	return out
}
