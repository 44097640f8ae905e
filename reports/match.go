package reports

import (
	"slices"
	"strings"

	"collab/assess"
	"collab/reports/content"
)

// Two associations side by side, on one page for a meeting of two boards.

// Match is the report of two associations beside each other.
func Match(m *assess.Match, o Options) content.Report {
	t := newMatchText(m)
	a, b := m.Sides[0], m.Sides[1]
	return content.Report{
		Title:    t.words.MatchTitle(t.names[0], t.names[1]),
		Language: t.words.Language(),
		Date:     max(a.Date.String(), b.Date.String()),
		Running:  t.words.MatchRunning(t.names[0], a.Date, t.names[1], b.Date),
		Brand:    o.Brand,
		Sections: []content.Section{t.page()},
	}
}

// A matchText tells a match. Names of the questionnaire are those of the first's rubric.
type matchText struct {
	*assess.Match
	*assessmentText // of the first
	names           [2]content.Text
}

func newMatchText(m *assess.Match) *matchText {
	t := &matchText{Match: m, assessmentText: newAssessmentText(m.Sides[0], Options{})}
	for i, side := range m.Sides {
		t.names[i] = content.Typed(side.Association)
	}
	return t
}

func (t *matchText) page() content.Section {
	said := []content.Text{t.words.MatchReady(t.names[0], t.Ready[0], t.names[1], t.Ready[1])}
	var limits []content.Text
	for _, c := range t.Match.Cautions {
		limits = append(limits, t.words.MatchCaution(c, content.Typed(t.Sides[0].JointWork.About), content.Typed(t.Sides[1].JointWork.About)))
	}
	return content.Section{
		ID: "match", Sheet: content.Board, Heading: t.words.MatchHeading(formName(t.Form), t.Ready, t.open()),
		Blocks: slices.Concat([]content.Block{
			content.Paragraph{Tone: content.Deck, Text: content.Join(said...)},
			content.Paragraph{Tone: content.Note, Text: t.words.Consent()},
		}, beside(t.firstBox()), []content.Block{t.needsTable(), content.Paragraph{Tone: content.Note, Text: content.Join(limits...)}},
			beside(t.viewsBox(), t.lacksBox()), beside(t.bothBox()), []content.Block{
				content.Paragraph{Tone: content.Foot, Text: content.Join(t.words.MatchMeans(), t.words.StageRule(), t.words.NotValidated())},
			}),
	}
}

// open counts what either side is short of, or does not know.
func (t *matchText) open() int {
	n := 0
	for _, need := range t.Needs {
		if need.Of[0].State != assess.Fulfilled || need.Of[1].State != assess.Fulfilled {
			n++
		}
	}
	return n
}

func (t *matchText) firstBox() content.Box {
	var steps content.Steps
	for _, topic := range t.First {
		steps.Items = append(steps.Items, t.topic(topic))
	}
	if len(steps.Items) == 0 {
		return content.Box{}
	}
	return content.Box{Heading: t.words.FirstHeading(len(steps.Items)), Blocks: []content.Block{steps}}
}

func (t *matchText) topic(topic assess.FirstTopic) content.Step {
	open := t.words.OpenFor(nil)
	switch {
	case !topic.Of[1]:
		open = t.words.OpenFor(t.names[0])
	case !topic.Of[0]:
		open = t.words.OpenFor(t.names[1])
	}
	switch topic.Kind {
	case assess.TopicView:
		at := slices.IndexFunc(t.Views, func(v assess.MatchedView) bool { return v.Question == topic.ID })
		ranks := t.Views[at].Ranks
		return content.Step{
			Do:  t.words.AgreeOnView(t.question(topic.ID).Prompt),
			Why: t.words.SeenApart(t.names[0], t.stage(ranks[0]), t.names[1], t.stage(ranks[1])),
		}
	case assess.TopicFact:
		return content.Step{Do: t.step(assess.Action{Do: topic.ID}), Why: open}
	}
	at := slices.IndexFunc(t.Needs, func(n assess.MatchedNeed) bool { return n.ID == topic.ID })
	return content.Step{Do: t.words.AgreeOnNeed(t.requirement(t.Needs[at].Of[0]), t.stage(t.Needs[at].Needs)), Why: open}
}

// needsTable has a row for every condition and fact.
func (t *matchText) needsTable() content.Table {
	table := content.Table{Caption: t.words.MatchCaption(formName(t.Form)), Heads: []content.Head{
		{Text: t.words.ConditionsOf()}, {Text: headName(t.Sides[0].Association)}, {Text: headName(t.Sides[1].Association)},
	}}
	for _, n := range t.Needs {
		row := content.Row{Cells: []content.Text{t.words.NeededAt(t.requirement(n.Of[0]), t.stage(n.Needs))}}
		for _, r := range n.Of {
			cell := t.words.HasStage(t.stage(r.Has), r.Short)
			if n.Fact {
				cell = t.words.HasFact(r.State)
			}
			row.Cells = append(row.Cells, cell)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// headName is an association's name at the head of a narrow column: what stands in
// brackets behind it is left out, and words that would make it too long.
func headName(name string) content.Text {
	const most = 22
	if i := strings.LastIndex(name, " ("); i > 0 {
		name = name[:i]
	}
	words := strings.Fields(name)
	short := ""
	for i, word := range words {
		longer := strings.TrimSpace(short + " " + word)
		if i > 0 && len([]rune(longer)) > most {
			return content.Typed(short + "…")
		}
		short = longer
	}
	return content.Typed(short)
}

func (t *matchText) lacksBox() content.Box {
	var l content.List
	for i := range t.Sides {
		short, unknown := t.Lacks(i)
		l.Items = append(l.Items, t.words.LacksOf(t.names[i], t.needNames(short), t.needNames(unknown)))
	}
	return content.Box{Heading: t.words.LacksHeading(), Blocks: []content.Block{l}}
}

func (t *matchText) needNames(needs []assess.MatchedNeed) []string {
	var names []string
	for _, n := range needs {
		names = append(names, t.requirement(n.Of[0]))
	}
	return names
}

// viewsBox is where they see the joint work differently.
func (t *matchText) viewsBox() content.Box {
	if len(t.Views) == 0 {
		return content.Box{}
	}
	differ := t.Differ()
	box := content.Box{Heading: t.words.ViewsHeading(len(differ), len(t.Views))}
	var l content.List
	for _, v := range differ {
		l.Items = append(l.Items, t.words.ViewOf(questionName(t.question(v.Question)), t.stage(v.Ranks[0]), t.stage(v.Ranks[1])))
	}
	if len(l.Items) == 0 {
		return box
	}
	box.Blocks = []content.Block{l, content.Paragraph{Tone: content.Note, Text: t.words.ViewsOrder(t.names[0], t.names[1])}}
	return box
}

// bothBox is what both want.
func (t *matchText) bothBox() content.Box {
	var said []content.Text
	if len(t.BothWant) > 0 {
		said = append(said, t.words.BothWantTraits(t.shortNames(t.BothWant)))
	}
	if len(t.BothAim) > 0 {
		var forms []string
		for _, id := range t.BothAim {
			f, _ := t.Sides[0].Rubric.Form(id)
			forms = append(forms, formName(f))
		}
		said = append(said, t.words.BothAimAt(forms))
	}
	if len(said) == 0 {
		return content.Box{}
	}
	return content.Box{Heading: t.words.BothWantHeading(len(t.BothWant) > 0), Blocks: []content.Block{content.Paragraph{Text: content.Join(said...)}}}
}
