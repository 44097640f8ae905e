package reports

import (
	"strings"

	"collab/assess"
	"collab/reports/docx"
)

// cover are who hands the report over, the association, the day, and who answered.
func (r *report) cover() {
	if l := r.brand.Logo; l != nil {
		const high = 700 // twentieths of a point: a thumb's width
		r.doc.Picture(docx.Picture{
			Image: l.Bytes, Kind: strings.TrimPrefix(l.MediaType, "image/"), Width: l.Width, Height: l.Height, Highest: high,
			Title: "Logo", Description: string(join("Logo", r.say("%s", r.brand.Name))),
		})
	}
	r.text(r.say("%s", r.brand.Name))
	r.doc.SetTitle(set(r.say("%s", r.Association())))
	r.doc.Subtitle(set(r.Subtitle()))
}

// minute is what can be read in one.
func (r *report) minute() {
	r.section("summary")
	r.text(strongly(r.InOneLine()), r.Opening())
	for _, said := range []prose{r.Room(), r.Firmness(), r.Sides(), r.Wishes(), r.TalkAhead()} {
		r.text(said)
	}
	if len(r.Actions()) == 0 {
		r.text(r.NoActions())
		return
	}
	r.doc.Lead(set("What to do next:"))
	for _, a := range r.Actions() {
		r.doc.Step(set(strongly(a.About()+"."), a.Step(), a.Why()))
	}
	r.text(r.PassedOver())
}

// change is what changed since the assessment before.
func (r *report) change() {
	since := r.Since()
	if since == nil {
		return
	}
	r.section("since")
	r.text(r.say("%s to %s · %s", since.Then(), since.Now(), since.Whom()))
	r.text(strongly(since.Finding()), since.Headlines(), since.Restaged())
	r.draw("since")
	r.table("What changed", since.Table())
	r.text(since.PeopleNote())
	for _, verdict := range since.Verdicts() {
		r.doc.Item(set(verdict.told()))
	}
	r.items(since.Limits())
	r.text(since.NotCompared())
	r.text(since.TestNote())
}

// trend is the way of the traits over all assessments.
func (r *report) trend() {
	if r.overTime == nil {
		return
	}
	r.section("trend")
	r.draw("trend")
	r.table("Where the traits stood over time", r.overTime)
	r.text(r.TrendKey())
}

func (r *report) profile() {
	r.section("profile")
	r.draw("profile")
	if r.leftOut {
		r.text("Some pictures are left out, since their font does not have all of the letters. Their figures are in the tables.")
	}
	r.table("Where each trait stands", r.Profile())
	r.text(r.BaseNote())
	for _, one := range r.Remarks() {
		r.doc.Item(set(one.told()))
	}
	if lifting := r.Lifting(); len(lifting) > 0 {
		r.doc.Lead(set("What would lift each trait by one stage:"))
		r.items(lifting)
	}
}

// splits are the questions that camps stand on, with what they chose.
func (r *report) splits() {
	splits := r.Splits()
	if len(splits) == 0 {
		return
	}
	r.section("splits")
	for _, t := range splits {
		r.doc.Lead(set(t.Named().told()+":", t.Prompt(), r.say("%s:", sentence(t.Base()))))
		for _, c := range t.Camps() {
			r.doc.Item(set(strongly(r.say("%s:", counted(c.People, "person", "people"))), r.say("%s", c.Anchor)))
		}
	}
}

// told is a question with its dimension.
func (n namedQuestion) told() prose { return strongly(n.Name) + " (" + n.About + ")" }

func (r *report) roles() {
	t := r.ByRole()
	if t == nil {
		return
	}
	r.section("roles")
	r.table("The positions of each role", t)
	r.items(r.RoleGaps())
	r.text(r.RolesHidden())
}

func (r *report) wishes() {
	t := r.Wanted()
	if t == nil {
		return
	}
	r.section("wanted")
	r.table("How many people want which stage", t)
	r.text(r.Votes())
	r.text(r.InWriting())
}

// afterTalking is the second round beside the first.
func (r *report) afterTalking() {
	said := r.SecondRound()
	if said == "" {
		return
	}
	r.section("talking")
	r.text(said)
	r.draw("talking")
	r.table("The questions that talking changed", r.rounds())
	r.items(r.Talks())
	r.text(r.Unmoved())
}

// rounds are the counts of both rounds, of the questions that talking changed.
func (r *report) rounds() *table {
	t := table{columns: append([]column{left("Question"), left("Round")}, r.countHeads()...)}
	for _, talk := range r.a.Changed() {
		question := r.questionOf(r.a.Answers[talk.Question])
		t.rows = append(t.rows,
			append([]prose{question, "first"}, r.counts(talk.Before)...),
			append([]prose{"", "second"}, r.counts(talk.After)...))
	}
	return t.withoutEmpty()
}

func (r *report) sides() {
	t := r.Scopes()
	if t == nil {
		return
	}
	r.section("sides")
	r.draw("sides")
	r.table("The positions within the association and between associations", t)
	r.text(r.ScopesNote())
}

func (r *report) spectrum() {
	sp := r.Spectrum()
	if sp == nil {
		return
	}
	r.section("spectrum")
	r.text(r.JointWork())
	r.text(r.SpectrumStands())
	r.draw("spectrum")
	if t := r.Attributes(); t != nil {
		r.table("Where each attribute of the joint work stands", t)
		r.text(r.SaidNote())
	}
}

// gains are the benefit areas.
func (r *report) gains() {
	t := r.Benefits()
	if t == nil {
		return
	}
	r.section("benefits")
	r.draw("benefits")
	r.table("The benefit areas", t)
	r.text(r.SaidNote())
}

// answers are all that was answered: of a room the counts of every question.
func (r *report) answers() {
	r.section("answers")
	r.table("All answers", r.Everything())
	if !r.room() {
		return
	}
	r.text(r.AnswersKey())
	for _, p := range r.pictures {
		if strings.HasPrefix(p.id, "answers-") {
			r.heading(2, prose(p.Title))
			r.doc.Picture(p.Picture)
		}
	}
	r.text(r.say("The numbers at the head of a column are those of the stages: %s. The middle answer is, of two, the lower.", r.Stages()),
		"What is not known or does not apply is beside it.")
	for _, part := range r.Answers() {
		r.heading(2, prose(part.Label()))
		r.table("Questions: "+labels[part.label], r.labelledCounts(part.label))
	}
}

// labelledCounts are the counts of the questions with a label.
func (r *report) labelledCounts(l assess.Label) *table {
	t := table{columns: append(append([]column{left("Question")}, r.countHeads()...), left("Middle"))}
	for _, q := range r.a.Labelled(l) {
		counts := r.counts(q.Counts)
		if l == assess.Withheld {
			clear(counts[:r.a.Rubric.K()])
		}
		t.rows = append(t.rows, append(append([]prose{r.questionOf(q)}, counts...), r.say("%s", r.stage(q.Rank))))
	}
	return t.withoutEmpty()
}

// questionOf is a question behind its dimension.
func (p page) questionOf(q assess.Question) prose {
	d, _ := p.a.Rubric.Dimension(q.Dimension)
	return p.say("%s: %s", short(d), p.low(nameOf(q.Question)))
}

// countHeads are the heads of what counts gives.
func (p page) countHeads() []column {
	var heads []column
	for rank := range p.a.Rubric.K() {
		heads = append(heads, right(string(count(rank+1))))
	}
	return append(heads, right("n"), right("Don't know"), right("N/a"))
}

// counts are cells: how many chose each stage, how many any, and the others.
func (p page) counts(c assess.Counts) []prose {
	var cells []prose
	for _, n := range c.Ranks {
		cells = append(cells, count(n))
	}
	return append(cells, count(c.Scored()), count(c.DontKnow), some(c.DoesNotApply))
}
