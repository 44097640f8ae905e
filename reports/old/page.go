package reports

import (
	"strconv"
	"strings"

	"collab/assess"
	"collab/rubric"
)

// A page is what the template of the report asks for. Strings are escaped by
// the template; prose is not.
type page struct {
	story
	Seal   string
	since  *assess.Comparison // with the assessment before; nil where none is at hand
	strong func(prose) prose  // what stands out in a cell
}

// Association is the name.
func (p page) Association() string { return p.a.Association }

// Rubric is what was asked.
func (p page) Rubric() *rubric.Rubric { return p.a.Rubric }

// Subtitle tells when, who, and what limits the whole.
func (p page) Subtitle() prose {
	parts := append([]string{p.a.Date.Long(), p.who()}, p.limits()...)
	return p.say("%s", dotted(parts...))
}

func (p page) who() string {
	if p.room() {
		return dotted(p.Who(), p.How())
	}
	if p.a.Role == "" {
		return "answered by one person"
	}
	return "answered by one person (" + p.low(rubric.NameOf(p.a.Rubric.Roles, p.a.Role)) + ")"
}

// Opening is what follows the headline.
func (p page) Opening() prose { return join(p.Meaning(), p.Lowest(), p.HeldDown()) }

// Firmness is what could move the headline.
func (p page) Firmness() prose {
	if p.room() {
		return join(p.NotPlaced(), p.Sure(), p.Borderline())
	}
	return join(p.Incomplete(), p.NotPlaced(), p.Borderline(), p.NotKnown())
}

// Profile is the table of traits and the spectrum.
func (p page) Profile() *table {
	if p.room() {
		return p.roomProfile()
	}
	columns := []column{left("Trait"), right("Position"), left("Stage"), left("Target"), right("Base")}
	var rows [][]prose
	for _, d := range p.a.Placements() {
		rows = append(rows, []prose{
			p.say("%s", short(d.Dimension)), p.figure(d.Position), p.reached(d), p.target(d), p.base(d),
		})
	}
	return &table{columns, rows}
}

const none = prose("–")

func (p page) figure(f assess.Position) prose {
	if f == 0 {
		return none
	}
	return prose(f.String())
}

func (p page) target(d assess.Placement) prose {
	switch d.Target {
	case assess.NoTarget:
		return none
	case assess.TodayIsRight:
		return "as it is"
	}
	return p.say("%s", p.stage(d.Wanted))
}

func (p page) base(d assess.Placement) prose {
	if d.Base.Asked == 0 {
		return none
	}
	return p.say("%s", answered(d.Base))
}

// BaseNote tells what the figures rest on.
func (p page) BaseNote() prose {
	if p.room() {
		return p.ProfileNote()
	}
	return join("The position is the mean of the answers.", byOrder, "The base is the number of answers with a stage, of the questions asked.", p.LeftOut())
}

// LeftOut tells which answers are in no figure.
func (p page) LeftOut() prose {
	var out []string
	for _, d := range p.a.Placements() {
		if left := leftOut(d.Base); left != "" {
			out = append(out, p.low(short(d.Dimension))+" ("+left+")")
		}
	}
	if len(out) == 0 {
		return ""
	}
	return p.say("Left out: %s.", strings.Join(out, ", "))
}

func (p page) reached(d assess.Placement) prose {
	if d.Stage == 0 {
		return none
	}
	return p.say("%s", p.stage(d.Stage))
}

// Remarks tell where a stage is not what the position lets expect, and what
// rests on one scope only.
func (p page) Remarks() []headed {
	var said []headed
	for _, d := range p.a.Placements() {
		if text := join(p.Parted(d), p.OneSide(d)); text != "" {
			said = append(said, headed{p.say("%s", short(d.Dimension)), text})
		}
	}
	return said
}

// Lifting tells what would raise each trait by a stage.
func (p page) Lifting() []prose {
	var said []prose
	for _, t := range p.a.Traits {
		if lift := p.Weakest(t); lift != "" {
			said = append(said, lift)
		}
	}
	return said
}

// Scopes is the table of positions within and between.
func (p page) Scopes() *table {
	var rows [][]prose
	for _, t := range p.a.Traits {
		if t.Within > 0 || t.Between > 0 {
			rows = append(rows, []prose{p.say("%s", t.Dimension.Name), p.figure(t.Within), p.figure(t.Between)})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return &table{[]column{left("Trait"), right("Within"), right("Between")}, rows}
}

// ScopesNote says on how few questions a scope's position rests.
func (p page) ScopesNote() prose {
	least, most := p.a.ScopeBase()
	if least == most {
		return p.say("Each of these figures rests on %s: read it as a hint.", counted(most, "question", "questions"))
	}
	return p.say("Each of these figures rests on %s to %s: read it as a hint.", inWords(least), counted(most, "question", "questions"))
}

// Spectrum is the joint work's placement, nil where the rubric has none.
func (p page) Spectrum() *assess.Spectrum { return p.a.Spectrum }

// SpectrumStands is where the joint work stands and what pulls at it.
func (p page) SpectrumStands() prose {
	sp := p.a.Spectrum
	if sp.None {
		return p.Want(sp.Placement)
	}
	return join(p.Standing(sp.Placement), p.Want(sp.Placement), p.Pull())
}

// Attributes is the table of the spectrum's questions.
func (p page) Attributes() *table {
	sp := p.a.Spectrum
	if sp.None || sp.Base.Ranked == 0 {
		return nil
	}
	pull := map[string]prose{}
	for _, id := range sp.Behind {
		pull[id] = "holding back"
	}
	for _, id := range sp.Ahead {
		pull[id] = "running ahead"
	}
	var rows [][]prose
	for _, q := range sp.Dimension.Questions {
		if answered := p.question(q.ID); answered.Asked {
			rows = append(rows, []prose{p.say("%s", nameOf(&q)), p.answer(answered), pull[q.ID]})
		}
	}
	return &table{[]column{left("Attribute"), left("Stage"), left("Pull")}, rows}
}

// answer is what was said to a question.
func (p page) answer(q assess.Question) prose {
	if p.room() {
		return p.said(q)
	}
	switch q.Answer() {
	case assess.DontKnow:
		return "not known"
	case assess.DoesNotApply:
		return "n/a"
	case assess.Unanswered:
		return none
	}
	return p.say("%s", p.stage(q.Rank))
}

// Benefits is the table of benefit areas by scope, empty where none was answered.
func (p page) Benefits() *table {
	var rows [][]prose
	said := false
	for _, d := range p.a.Rubric.Benefits() {
		row := []prose{p.say("%s", d.Name), none, none}
		for _, q := range d.Questions {
			placed := p.question(q.ID)
			said = said || placed.Answered() > 0
			row[map[rubric.Scope]int{rubric.Within: 1, rubric.Between: 2}[q.Scope]] = p.answer(placed)
		}
		rows = append(rows, row)
	}
	if !said {
		return nil
	}
	return &table{[]column{left("Area"), left("Within the association"), left("Between associations")}, rows}
}

// Everything is the table of one person's answers; for a room see [page.Answers].
func (p page) Everything() *table {
	if p.room() {
		return nil
	}
	var rows [][]prose
	last := ""
	for _, q := range p.a.Answers {
		if !q.Asked {
			continue
		}
		d, _ := p.a.Rubric.Dimension(q.Dimension)
		name := short(d)
		if q.Dimension == last {
			name = ""
		}
		last = q.Dimension
		rows = append(rows, []prose{p.say("%s", name), p.say("%s", nameOf(q.Question)), prose(q.Scope), p.answer(q)})
	}
	return &table{[]column{left("About"), left("Question"), left("Side"), left("Answer")}, rows}
}

// Stages tells what the stages are.
func (p page) Stages() string {
	var names []string
	for i, s := range p.a.Rubric.Stages {
		names = append(names, strconv.Itoa(i+1)+" "+p.low(s.Name))
	}
	return listed(names)
}
