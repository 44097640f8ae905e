package interview

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"collab/assess"
	"collab/rubric"
)

// A held part is what a response says on one section.
type held struct {
	section string
	answers []heldAnswer
}

// A heldAnswer is what was asked, in a few words, and what was answered.
type heldAnswer struct{ asked, answered string }

// holds is everything that a draft says, by section, in the order in which it is
// asked. Like all of the interview it names no stage: it shows the anchors.
func (d Draft) holds() []held {
	if d.Room != nil {
		return heldHands(NewRoom(d.Room.Tally, Start{}))
	}
	return heldAnswersOf(d.Response)
}

// heldHands are the counts of a room, as they were typed.
func heldHands(s *Script) []held {
	var all []held
	for _, t := range s.Steps() {
		for _, row := range s.countedRows(t) {
			counts := s.counted(row)
			if counts == nil {
				continue
			}
			name := row.label
			if t.Kind == Question {
				name = s.Rubric().Questions()[s.Rubric().Index(t.ID)].Name
			}
			all = addHeld(all, s.partName(t), heldAnswer{name, row.words(counts)})
		}
	}
	return all
}

// addHeld adds answers to the last section, or to a new one.
func addHeld(all []held, section string, answers ...heldAnswer) []held {
	switch last := len(all) - 1; {
	case len(answers) == 0:
	case last >= 0 && all[last].section == section:
		all[last].answers = append(all[last].answers, answers...)
	default:
		all = append(all, held{section, answers})
	}
	return all
}

func heldAnswersOf(r assess.Response) []held {
	var all []held
	add := func(section string, answers []heldAnswer) { all = addHeld(all, section, answers...) }
	for _, d := range r.Rubric.Dimensions {
		section := d.ID
		switch d.Kind {
		case rubric.Benefit:
			section = BenefitsSection
		case rubric.Spectrum:
			add(sectionName(r.Rubric, section), heldJointWork(r))
		}
		add(sectionName(r.Rubric, section), heldAnswers(r, d))
	}
	add(say.heldTargets(), heldTargets(r))
	add(say.forms(), heldForms(r))
	add(say.heldTicks(), heldTicks(r))
	return all
}

func heldAnswers(r assess.Response, d *rubric.Dimension) []heldAnswer {
	var out []heldAnswer
	for _, q := range d.Questions {
		text := ""
		switch a := r.Answers[r.Rubric.Index(q.ID)]; a {
		case assess.Unanswered:
		case assess.DontKnow:
			text = r.Rubric.DontKnow
		case assess.DoesNotApply:
			text = r.Rubric.NotApply
		default:
			text = q.Anchors[a-1]
		}
		if note := r.Notes[q.ID]; note != "" {
			text = strings.TrimSpace(text + " " + say.yourNote(note))
		}
		if text != "" {
			out = append(out, heldAnswer{q.Name, text})
		}
	}
	return out
}

func heldJointWork(r assess.Response) []heldAnswer {
	j, asks := r.JointWork, r.Rubric.JointWork
	var parts []string
	for _, part := range []string{j.About, nameOf(asks.Scopes, j.Scope), nameOf(asks.Purposes, j.Purpose)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return []heldAnswer{{say.heldJointWork(), strings.Join(parts, " · ")}}
}

// nameOf is the name of a choice, empty where none was made.
func nameOf(choices []rubric.Choice, id string) string {
	if id == "" {
		return ""
	}
	return rubric.NameOf(choices, id)
}

func heldTargets(r assess.Response) []heldAnswer {
	var out []heldAnswer
	for _, q := range r.Rubric.Targets.Questions {
		d, _ := r.Rubric.Dimension(q.Dimension)
		switch t := r.Targets[q.Dimension]; t {
		case assess.NoTarget:
		case assess.TodayIsRight:
			out = append(out, heldAnswer{d.Short, r.Rubric.Targets.TodayIsRight})
		default:
			out = append(out, heldAnswer{d.Short, q.Anchors[t-1]})
		}
	}
	return out
}

func heldForms(r assess.Response) []heldAnswer {
	var out []heldAnswer
	for _, f := range r.Rubric.Forms {
		if aim := r.Aim[f.ID]; aim != "" {
			out = append(out, heldAnswer{f.Name, rubric.NameOf(r.Rubric.Aim.Choices, aim)})
		}
	}
	said := map[assess.Fact]string{assess.Met: say.factYes(), assess.NotMet: say.factNo(), assess.FactUnknown: r.Rubric.DontKnow}
	for _, f := range r.Rubric.Facts() {
		if fact := r.Facts[f.ID]; fact != "" {
			out = append(out, heldAnswer{f.Text, said[fact]})
		}
	}
	return out
}

func heldTicks(r assess.Response) []heldAnswer {
	var out []heldAnswer
	for _, d := range r.Rubric.Traits() {
		if slices.Contains(r.Priorities, d.ID) {
			out = append(out, heldAnswer{say.mattersMost(), d.Name})
		}
	}
	for _, h := range r.Rubric.Hurdles.Items {
		switch {
		case h.ID == r.Worst:
			out = append(out, heldAnswer{say.heldWorstHurdle(), h.Name})
		case slices.Contains(r.Hurdles, h.ID):
			out = append(out, heldAnswer{say.heldHurdle(), h.Name})
		}
	}
	return out
}

// lookPage shows what a draft holds.
type lookPage struct {
	draft  Draft
	parts  []held
	goOn   func()
	goBack func()
}

func (p *lookPage) press(k tea.KeyMsg) act {
	switch strings.ToLower(k.String()) {
	case "enter":
		p.goOn()
	case "left", "b", "esc":
		p.goBack()
	}
	return nil
}

func (p *lookPage) titles() []string { return []string{say.aLook()} }

func (p *lookPage) draw(b *block) {
	b.text(b.head, p.draft.Label)
	if len(p.parts) == 0 {
		b.text(b.plain, say.nothingHeld())
	}
	for _, part := range p.parts {
		b.lines = append(b.lines, "") // one scrolls here: the parts stay apart
		b.text(b.head, part.section)
		for _, a := range part.answers {
			b.labelled(a.asked+":", a.answered)
		}
	}
}

func (p *lookPage) hints() []hint {
	return []hint{{say.keysOfPages(), say.doesRead()}, {"enter", say.doesGoOnWith()}, {"←", say.doesBack()}}
}
