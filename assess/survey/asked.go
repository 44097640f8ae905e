package survey

import (
	"fmt"
	"strconv"
	"strings"

	"collab/assess"
	"collab/rubric"
)

// An item is something that a round may ask, and a table may have a column of.
type item struct {
	id      string   // its header in a table of our own, such as values.goals
	prompts []string // what asks it, on the screen, on paper and in forms
	options []option // none where people type
	many    bool     // several may be ticked
	most    int      // of them
	asks    bool     // it is one of the rubric's questions, which make a person
	needed  bool     // a column is expected
	refused string   // why it is not asked; usually empty
	skipped string   // what a form tool writes where it was not shown; usually empty
	take    func(r *assess.Response, chosen int)
	ticked  func(r *assess.Response, ids []string)
	typed   func(r *assess.Response, text string)
}

// An option is one answer to choose. Its id stands for it, and each of the words:
// what a fault shows first, then what people read.
type option struct {
	id    string
	words []string
}

// Words around the rubric's own, on the screen and on paper.
const (
	factPrompt = "Is this so today?"
	factYes    = "Yes, this is so"
	factNo     = "No, not yet"
)

// itemsOf are all items of a round, in the order of a table of our own: those who
// answer, the questions, then what may be left out.
func itemsOf(round Round) []*item {
	r := round.Rubric
	items := []*item{
		{id: respondentID, typed: func(*assess.Response, string) {}},
		{id: roleID, prompts: []string{"Your role"}, options: choices(r.Roles), take: func(p *assess.Response, i int) { p.Role = r.Roles[i].ID }},
		{id: "code", prompts: []string{"Your code", "Code, if you like"}, typed: func(p *assess.Response, text string) { p.Code = text }},
	}
	for i, q := range r.Questions() {
		items = append(items, questionItem(round, i, q))
	}
	for _, t := range r.Targets.Questions {
		items = append(items, targetItem(r, t))
	}
	items = append(items,
		&item{id: "priorities", prompts: []string{r.Priorities.Prompt}, options: traits(r), many: true, most: r.Priorities.Max,
			ticked: func(p *assess.Response, ids []string) { p.Priorities = ids }},
		&item{id: "hurdles", prompts: []string{r.Hurdles.Prompt, r.Hurdles.Prompt + " Tick any, or none."}, options: hurdles(r), many: true, most: len(r.Hurdles.Items),
			ticked: func(p *assess.Response, ids []string) { p.Hurdles = ids }},
		&item{id: worstID, prompts: []string{r.Hurdles.Worst, r.Hurdles.Worst + " Its number:"}, options: hurdles(r),
			take: func(p *assess.Response, i int) { p.Worst = r.Hurdles.Items[i].ID }})
	for _, f := range r.Forms {
		items = append(items, &item{id: "aim." + f.ID, prompts: []string{f.Name, folded(r.Aim.Prompt) + " " + f.Name, f.Name + ". " + f.Meaning}, options: choices(r.Aim.Choices),
			take: func(p *assess.Response, i int) { p.Aim[f.ID] = r.Aim.Choices[i].ID }})
	}
	for _, f := range r.Facts() {
		items = append(items, factItem(round, f))
	}
	return items
}

// Items that are known by their ids.
const (
	respondentID = "respondent"
	roleID       = "role"
	worstID      = "hurdle_worst"
)

func questionItem(round Round, at int, q rubric.Question) *item {
	r := round.Rubric
	one := assess.NewResponse(r)
	one.Length, one.JointWork = round.Length, round.JointWork
	it := &item{id: q.ID, prompts: []string{q.Prompt}, asks: true, needed: one.Asked(q) && !round.Again}
	switch {
	case !round.Length.Asks(q):
		it.refused = notOfLength
	case !one.Asked(q):
		it.refused = "is not asked where there was no joint work; expected --joint-scope within or between, if there was some"
	}
	it.options = append(stages(r, q.Anchors),
		option{assess.DontKnow.ID(r), []string{"dk", "d", "don't know", r.DontKnow}},
		option{assess.DoesNotApply.ID(r), []string{"na", "n", "does not apply", r.NotApply}})
	it.take = func(p *assess.Response, i int) {
		switch i - r.K() {
		case 0:
			p.Answers[at] = assess.DontKnow
		case 1:
			p.Answers[at] = assess.DoesNotApply
		default:
			p.Answers[at] = assess.Answer(i + 1)
		}
	}
	return it
}

const notOfLength = "is not asked in the short form; leave out --short if the full form was asked"

func targetItem(r *rubric.Rubric, t rubric.Target) *item {
	today := option{assess.TodayIsRight.ID(r), []string{"t", r.Targets.TodayIsRight}}
	return &item{id: "target." + t.Dimension, prompts: []string{t.Prompt}, options: append(stages(r, t.Anchors), today),
		take: func(p *assess.Response, i int) {
			p.Targets[t.Dimension] = assess.Target(i + 1)
			if i == r.K() {
				p.Targets[t.Dimension] = assess.TodayIsRight
			}
		}}
}

func factItem(round Round, f rubric.Fact) *item {
	it := &item{id: "fact." + f.ID, prompts: []string{f.Text, folded(factPrompt) + " " + f.Text}, options: []option{
		{string(assess.Met), []string{"yes", "y", factYes}},
		{string(assess.NotMet), []string{"no", "n", factNo}},
		{string(assess.FactUnknown), []string{"dk", "d", "don't know", round.Rubric.DontKnow}},
	}}
	it.skipped = "n/a" // LimeSurvey and Kobo ask facts of those alone who consider the form
	if round.Length == assess.Short {
		it.refused = notOfLength
	}
	it.take = func(p *assess.Response, i int) {
		p.Facts[f.ID] = []assess.Fact{assess.Met, assess.NotMet, assess.FactUnknown}[i]
	}
	return it
}

// stages are the options of a question about a stage.
func stages(r *rubric.Rubric, anchors []string) []option {
	var out []option
	for i, s := range r.Stages {
		out = append(out, option{s.ID, []string{strconv.Itoa(i + 1), s.Name, anchors[i]}})
	}
	return out
}

func choices(of []rubric.Choice) []option {
	var out []option
	for i, c := range of {
		out = append(out, option{c.ID, []string{c.ID, strconv.Itoa(i + 1), c.Name}})
	}
	return out
}

func traits(r *rubric.Rubric) []option {
	var out []option
	for i, d := range r.Traits() {
		out = append(out, option{d.ID, []string{d.ID, strconv.Itoa(i + 1), d.Name, d.Short}})
	}
	return out
}

func hurdles(r *rubric.Rubric) []option {
	var out []option
	for i, h := range r.Hurdles.Items {
		out = append(out, option{h.ID, []string{h.ID, strconv.Itoa(i + 1), h.Name, h.Sign}})
	}
	return out
}

// names are all texts by which a header means the item.
func (it *item) names() []string {
	names := []string{it.id, strings.ReplaceAll(it.id, ".", "_"), squeezed(it.id)}
	return append(names, it.prompts...)
}

// squeezed is an id in letters and digits alone, as LimeSurvey wants its codes.
func squeezed(id string) string { return strings.NewReplacer(".", "", "_", "").Replace(id) }

// expected says what a cell may hold.
func (it *item) expected() string {
	const most = 12
	var words []string
	for _, o := range it.options {
		words = append(words, o.words[0])
	}
	if len(words) > most {
		return fmt.Sprintf("%s … (%d in all), or what people read", strings.Join(words[:most], ", "), len(words))
	}
	return strings.Join(words, ", ") + ", or what people read"
}
