package assess

import (
	"bytes"
	"maps"
	"reflect"

	"collab/assess/disclosure"
	"collab/rubric"
)

// TellsApart tells whether two rounds together would give one to four people
// away; see [disclosure.TellsApart]. Second rounds count like first ones, each beside
// both of the other. Where the first rounds are the same in all that is kept, only
// a second one is new: what it says beside its first, [Published.AddSecond] judged.
// It does not ask in which words: people who answer a mended or translated question
// say what they said before.
func TellsApart(earlier, later *Published) bool {
	if earlier.Mode == Solo || later.Mode == Solo {
		return false
	}
	then, now := earlier.releases(), later.releases()
	if sameFirst(earlier, later) {
		then, now = then[1:], now[1:]
		if len(then) > 0 && reflect.DeepEqual(then, now) {
			return false
		}
	}
	for _, one := range then {
		for _, other := range now {
			if disclosure.TellsApart(one, other) {
				return true
			}
		}
	}
	return false
}

// sameFirst tells whether two first rounds are one: nothing differs that is kept of
// people, though it may be in other words.
func sameFirst(a, b *Published) bool {
	if a.Length != b.Length || a.People != b.People || !maps.Equal(a.Roles, b.Roles) {
		return false
	}
	return bytes.Equal(a.firstCounts(), b.firstCounts())
}

// firstCounts is what a record keeps of the first round.
func (p *Published) firstCounts() []byte {
	first := *p
	first.Second = nil
	var b bytes.Buffer
	first.WriteCounts(&b)
	return b.Bytes()
}

// releases are what a record tells of its first round and of its second.
func (p *Published) releases() []disclosure.Release {
	all := []disclosure.Release{p.release()}
	if p.Second != nil {
		second := Published{Round: p.Round}
		second.People, second.Questions = p.Second.People, p.Second.Questions
		all = append(all, second.release())
	}
	return all
}

// release has the questions that somebody answered, by their ids whatever their words,
// with their counts where these are kept. A second round may ask only a few.
func (p *Published) release() disclosure.Release {
	r := disclosure.Release{Day: p.Date.day(), People: p.People, Questions: map[string]disclosure.Cells{}, Groups: p.groups()}
	for i, q := range p.Rubric.Questions() {
		c := p.Questions[i]
		if !p.asked(q) || c.Answered() == 0 {
			continue
		}
		var cells disclosure.Cells
		if c.Withheld == 0 {
			cells = append(disclosure.Cells{c.DontKnow, c.DoesNotApply}, c.Ranks...)
		}
		r.Questions[q.ID] = cells
	}
	return r
}

// groups are the numbers of people of whom something is told together: of roles, of
// everybody else beside these roles, and the same of the positions on each dimension.
func (p *Published) groups() map[string]int {
	all := map[string]int{}
	add := func(about string, people int, of func(role string) int) {
		others := about + " others than"
		for _, role := range rubric.IDs(p.Rubric.Roles) {
			if n := of(role); n > 0 {
				all[about+" "+role] = n
				others += " " + role
				people -= n
			}
		}
		all[others] = people
	}
	add("people", p.People, func(role string) int { return p.Roles[role] })
	for i, kept := range p.Positions {
		if kept.N == 0 {
			continue
		}
		about := p.Rubric.Dimensions[i].ID
		all[about] = kept.N
		add(about, kept.N, func(role string) int {
			if of := p.RolePositions[role]; of != nil {
				return of[i].N
			}
			return 0
		})
	}
	return all
}
