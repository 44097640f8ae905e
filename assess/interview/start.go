package interview

import (
	"fmt"
	"slices"
	"strconv"

	"collab/assess"
	"collab/rubric"
)

// newStartPage asks for what the command line did not say.
func newStartPage(s *Script, st style) page {
	r, asks := s.Rubric(), s.Start()
	name := textField(st, "Name of the association", s.given.Association, assess.MaxName)
	name.needed = "The name is needed: it stands on the report, and names the folder."
	role := pickField(newPick(st, "Your role", slices.Index(rubric.IDs(r.Roles), s.given.Role), numbered(names(r.Roles))))
	role.help = "Your own name is not asked."
	lengths := []assess.Length{assess.Short, assess.Full}
	length := pickField(newPick(st, "How long", -1, numbered(lengthNames(s))))
	length.needed = "Press 1 or 2."
	if s.seen[s.Here()] {
		length.pick.taken = slices.Index(lengths, s.given.Length)
		length.pick.cursor = length.pick.taken
	}
	p := &formPage{heading: []string{r.Name, "Start"}, intro: drawWelcome}
	name.hidden = func() bool { return !asks.Association }
	role.hidden = func() bool { return !asks.Role || len(r.Roles) == 0 }
	length.hidden = func() bool { return !asks.Length }
	p.fields = []*formField{name, role, length}
	p.record = func() { recordStart(s, name, role, length, lengths) }
	return p.opened()
}

func recordStart(s *Script, name, role, length *formField, lengths []assess.Length) {
	id, long := s.given.Role, s.given.Length
	if !role.empty() {
		id = s.Rubric().Roles[role.pick.taken].ID
	}
	if !length.empty() {
		long = lengths[length.pick.taken]
	}
	s.SetStart(*name.text, id, long)
}

// lengthNames say what each length takes, by the count of its own screens.
func lengthNames(s *Script) []string {
	say := func(l assess.Length, what string) string {
		r := s.given
		r.Length = l
		t := New(r, false)
		return fmt.Sprintf("%s: about %d minutes, %d screens", what, roughly(t), t.Progress().Of)
	}
	return []string{say(assess.Short, "Short"), say(assess.Full, "Full")}
}

// roughly is how many minutes a whole script takes, to the nearest five.
func roughly(s *Script) int { return max(int(s.Progress().Left.Minutes()/5+.5), 1) * 5 }

func drawWelcome(b *block) {
	b.text(b.head, "How collaborative is your association?")
	b.text(b.plain, "You will say what anyone could see happening. No answer is praise or blame, and the last one is not the goal.")
	if b.air >= reminding {
		b.gap()
	}
	b.reminds("Every answer is kept at once: stop whenever you like and go on later. They will be readable in assessment.yaml. " +
		"For a screen reader, stop here and start with --accessible or ACCESSIBLE=1.")
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
			b.reminds("The next questions are about one piece of joint work. If there was none, leave its name empty and say so.")
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
