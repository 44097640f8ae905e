package assess

import (
	"regexp"

	"collab/assess/disclosure"
	"collab/internal/strict"
	"collab/rubric"
)

// Before the first release records kept how many people stood at each position. They are
// read as today's keep them, a number, a mean and a deviation where these may be kept,
// and never written so again: from the counts at each position people's own rows follow.

// isHistogram tells whether positions are kept as earlier versions did: {1.75: 1, 2.00: 3}.
func isHistogram(v strict.Value) bool {
	entries := v.Entries()
	return len(entries) > 0 && positionKey.MatchString(entries[0].Name)
}

var positionKey = regexp.MustCompile(`^[1-9]\.[0-9][0-9]$`)

// keptEarlier tells whether a record's positions are kept as earlier versions did.
func keptEarlier(positions strict.Value) bool {
	entries := positions.Entries()
	return len(entries) > 0 && isHistogram(entries[0].Value)
}

// readEarlier reads the positions of such a record, as much as today's rules let keep.
func readEarlier(m strict.Mapping, p *Published) {
	p.Earlier = true
	for i, kept := range suppress(p.Questions, p.quorum()) {
		if p.Questions[i].Withheld == 0 {
			p.Questions[i] = kept
		}
	}
	for _, e := range m.Get("positions").Entries() {
		i := placedDimension(e.Key, p.Rubric, e.Name)
		if i < 0 {
			continue
		}
		if s := readHistogram(e.Value, p); s.mayBeKept() && !p.anyWithheld(p.Rubric.Dimensions[i]) {
			p.Positions[i] = Summary{s.n, s.mean(), s.kept()}
		}
	}
	for _, role := range m.Get("role_positions").Entries() {
		of, shown := p.RolePositions[role.Name]
		if !shown {
			role.Key.Fault("%s is not among the roles above", strict.Show(role.Name))
			continue
		}
		for _, e := range role.Value.Entries() {
			i := placedDimension(e.Key, p.Rubric, e.Name)
			if i < 0 {
				continue
			}
			if s := readHistogram(e.Value, p); s.n >= disclosure.MinimumGroup && p.Positions[i].N > 0 {
				of[i] = Summary{N: s.n, Mean: s.mean()}
			}
		}
	}
	p.hideFewOthers()
}

// hideFewOthers hides the roles of a trait where one to four people of it are in none of
// them.
func (p *Published) hideFewOthers() {
	for i := range p.Positions {
		others := p.Positions[i].N
		for _, of := range p.RolePositions {
			others -= of[i].N
		}
		if others == 0 || others >= disclosure.MinimumGroup {
			continue
		}
		for _, of := range p.RolePositions {
			of[i] = Summary{}
		}
	}
}

// anyWithheld is true of a dimension of which a question is withheld: what people's
// positions rested on is not to be told by their mean.
func (p *Published) anyWithheld(d *rubric.Dimension) bool {
	for _, q := range d.Questions {
		if p.asked(q) && p.Questions[p.Rubric.Index(q.ID)].Scored() < p.quorum() {
			return true
		}
	}
	return false
}

// readHistogram reads how many people stood at each position.
func readHistogram(v strict.Value, p *Published) (s sample) {
	for _, e := range v.Entries() {
		if !positionKey.MatchString(e.Name) {
			e.Key.Fault("%s is no position; expected one such as 2.25", strict.Show(e.Name))
			continue
		}
		at := int(e.Name[0]-'0')*100 + int(e.Name[2]-'0')*10 + int(e.Name[3]-'0')
		n := e.Value.Int(1, max(p.People, 1))
		if at > 100*p.Rubric.K() || s.n+n > p.People {
			e.Key.Fault("more people stand here than answered, or at no stage")
			return sample{}
		}
		s.add(at, n)
	}
	return s
}
