package asking

import (
	"slices"
	"strconv"
	"strings"

	"collab/assess"
	"collab/rubric"
)

func roleItem(r *rubric.Rubric) *Item {
	it := &Item{ID: RoleID, Kind: Choice, Name: words(r).Role, Prompts: []string{words(r).Role}, Options: choices(r.Roles)}
	return taking(it, inField(func(p *assess.Response) *string { return &p.Role }), ids(it.Options))
}

func codeItem(r *rubric.Rubric) *Item {
	it := &Item{ID: CodeID, Name: words(r).Code, Prompts: []string{words(r).Code, say.codeOnPaper()}, Help: words(r).CodeHelp}
	return typing(it, func(p *assess.Response) *string { return &p.Code }, assess.MaxCode)
}

// jointWorkItems ask what the questions about joint work are about. Where there was
// none, no more is asked of it.
func jointWorkItems(r *rubric.Rubric) []*Item {
	asks := r.JointWork
	if len(asks.Scopes) == 0 {
		return nil
	}
	some := whereJointWork(r)
	about := &Item{ID: JointAboutID, Prompts: []string{asks.About}, When: some}
	typing(about, func(p *assess.Response) *string { return &p.JointWork.About }, assess.MaxLine)
	items := []*Item{about, some.of}
	if len(asks.Purposes) > 0 {
		purpose := &Item{ID: JointPurposeID, Kind: Choice, Prompts: []string{asks.Purpose}, Options: choices(asks.Purposes), When: some}
		items = append(items, taking(purpose, inField(func(p *assess.Response) *string { return &p.JointWork.Purpose }), ids(purpose.Options)))
	}
	for _, it := range items {
		it.Name = it.Prompts[0]
	}
	return items
}

func scopeItem(r *rubric.Rubric) *Item {
	it := &Item{ID: JointScopeID, Kind: Choice, Name: r.JointWork.Scope, Prompts: []string{r.JointWork.Scope}, Options: choices(r.JointWork.Scopes)}
	return taking(it, inField(func(p *assess.Response) *string { return &p.JointWork.Scope }), ids(it.Options))
}

// whereJointWork asks unless somebody says that there was none.
func whereJointWork(r *rubric.Rubric) When {
	scope := scopeItem(r)
	some := slices.DeleteFunc(ids(scope.Options), func(id string) bool { return id == rubric.ScopeNone })
	return When{Item: JointScopeID, Any: some, Open: true, of: scope}
}

func questionItem(r *rubric.Rubric, at int, q rubric.Question) *Item {
	it := &Item{ID: q.ID, Kind: Scale, Name: q.Name, Prompts: []string{q.Prompt}, Help: r.Scopes[q.Scope], Long: !assess.Short.Asks(q)}
	if q.Dimension == rubric.SpectrumID {
		it.When = whereJointWork(r)
	}
	it.Options = stages(r, q.Anchors)
	for i := range it.Options {
		it.Options[i].Signs = r.SignsOf(q, i)
	}
	it.Options = append(it.Options,
		Option{ID: assess.DontKnow.ID(r), Mark: "d", Words: []string{"dk", "d", "don't know", r.DontKnow}, Aside: true},
		Option{ID: assess.DoesNotApply.ID(r), Mark: "n", Words: []string{"na", "n", "does not apply", r.NotApply}, Aside: true})
	ofQuestion(it, at)
	return taking(it, inField(func(p *assess.Response) *assess.Answer { return &p.Answers[at] }),
		append(ranks[assess.Answer](r), assess.DontKnow, assess.DoesNotApply))
}

func targetItem(r *rubric.Rubric, t rubric.Target) *Item {
	d, _ := r.Dimension(t.Dimension)
	it := &Item{ID: ofTarget + t.Dimension, Kind: Choice, Name: targetName(d), Prompts: []string{t.Prompt}}
	it.Options = append(stages(r, t.Anchors), Option{ID: assess.TodayIsRight.ID(r), Mark: "t", Words: []string{"t", r.Targets.TodayIsRight}})
	ofWish(it, t.Dimension)
	return taking(it, underID(func(p *assess.Response) map[string]assess.Target { return p.Targets }, t.Dimension),
		append(ranks[assess.Target](r), assess.TodayIsRight))
}

// targetName is what a target is about, in few words where these say it alone.
func targetName(d *rubric.Dimension) string {
	if d.Kind == rubric.Spectrum {
		return d.Name
	}
	return d.Short
}

func prioritiesItem(r *rubric.Rubric) *Item {
	it := &Item{ID: PrioritiesID, Name: words(r).Priorities, Prompts: []string{r.Priorities.Prompt}, Options: traits(r), Most: r.Priorities.Max}
	if it.Most == 0 {
		it.Options = nil
	}
	ofVotes(it, func(t *assess.Tally) map[string]int { return t.Priorities.For }, func(t *assess.Tally, v map[string]int) { t.Priorities.For = v })
	return ticking(it, func(p *assess.Response) *[]string { return &p.Priorities })
}

func hurdlesItem(r *rubric.Rubric) *Item {
	it := &Item{ID: HurdlesID, Name: words(r).Hurdles, Prompts: []string{r.Hurdles.Prompt, r.Hurdles.Prompt + say.anyOrNone()}, Options: hurdles(r), Most: len(r.Hurdles.Items)}
	ofVotes(it, func(t *assess.Tally) map[string]int { return t.Hurdles.For }, func(t *assess.Tally, v map[string]int) { t.Hurdles.For = v })
	return ticking(it, func(p *assess.Response) *[]string { return &p.Hurdles })
}

func worstItem(r *rubric.Rubric) *Item {
	it := &Item{ID: WorstID, Kind: Choice, Name: words(r).Worst, Prompts: []string{r.Hurdles.Worst, r.Hurdles.Worst + say.itsNumber()}, Help: words(r).WorstHelp, Options: hurdles(r), Among: HurdlesID, of: hurdlesItem(r)}
	ofVotes(it, func(t *assess.Tally) map[string]int { return t.Worst }, func(t *assess.Tally, v map[string]int) { t.Worst = v })
	return taking(it, inField(func(p *assess.Response) *string { return &p.Worst }), ids(it.Options))
}

func aimItem(r *rubric.Rubric, f rubric.Form) *Item {
	it := &Item{ID: ofAim + f.ID, Kind: Choice, Name: f.Name, Prompts: []string{f.Name, f.Name + ". " + f.Meaning}, Help: f.Meaning, Title: r.Aim.Prompt, Options: choices(r.Aim.Choices)}
	ofVotes(it, func(t *assess.Tally) map[string]int { return t.Aim[f.ID].For },
		func(t *assess.Tally, v map[string]int) { t.Aim[f.ID] = assess.Votes{For: v, People: t.People} })
	return taking(it, underID(func(p *assess.Response) map[string]string { return p.Aim }, f.ID), ids(it.Options))
}

// factItem is asked of those who have the form or explore it; that of the strategy of
// everybody.
func factItem(r *rubric.Rubric, f rubric.Fact) *Item {
	it := &Item{ID: ofFact + f.ID, Kind: Choice, Name: f.Text, Prompts: []string{f.Text, say.factPromptOnce() + " " + f.Text}, Help: words(r).FactPrompt, Title: words(r).FactPrompt, Long: true, Options: []Option{
		{ID: string(assess.Met), Mark: "y", Words: []string{"yes", "y", words(r).FactYes}},
		{ID: string(assess.NotMet), Mark: "n", Words: []string{"no", "n", words(r).FactNo}},
		{ID: string(assess.FactUnknown), Mark: "d", Words: []string{"dk", "d", "don't know", r.DontKnow}},
	}}
	it.Skipped = "n/a" // LimeSurvey and Kobo ask facts of those alone who consider the form
	if id, _, of := strings.Cut(f.ID, "."); of {
		form, _ := r.Form(id)
		aim := aimItem(r, form)
		considered := slices.DeleteFunc(ids(aim.Options), func(id string) bool { return !assess.Considers(id) })
		it.When = When{Item: aim.ID, Any: considered, of: aim, only: words(r).OnlyIfAim}
	}
	ofKnowings(it, f.ID)
	return taking(it, underID(func(p *assess.Response) map[string]assess.Fact { return p.Facts }, f.ID),
		[]assess.Fact{assess.Met, assess.NotMet, assess.FactUnknown})
}

// ranks are those of the stages, in order.
func ranks[V ~int](r *rubric.Rubric) []V {
	var out []V
	for rank := range r.K() {
		out = append(out, V(rank+1))
	}
	return out
}

// stages are the options of a question about a stage.
func stages(r *rubric.Rubric, anchors []string) []Option {
	var out []Option
	for i, s := range r.Stages {
		out = append(out, numbered(i, s.ID, strconv.Itoa(i+1), s.Name, anchors[i]))
	}
	return out
}

func choices(of []rubric.Choice) []Option {
	var out []Option
	for i, c := range of {
		out = append(out, numbered(i, c.ID, c.ID, strconv.Itoa(i+1), c.Name))
	}
	return out
}

func traits(r *rubric.Rubric) []Option {
	var out []Option
	for i, d := range r.Traits() {
		o := numbered(i, d.ID, d.ID, strconv.Itoa(i+1), d.Short, d.Name)
		o.More = d.Definition
		out = append(out, o)
	}
	return out
}

func hurdles(r *rubric.Rubric) []Option {
	var out []Option
	for i, h := range r.Hurdles.Items {
		o := numbered(i, h.ID, h.ID, strconv.Itoa(i+1), h.Name, h.Sign)
		o.More = h.Name
		out = append(out, o)
	}
	return out
}

// numbered is an option that goes by its number.
func numbered(i int, id string, words ...string) Option {
	return Option{ID: id, Mark: strconv.Itoa(i + 1), Words: words}
}
