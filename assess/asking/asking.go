// Package asking describes everything that a round asks, in order, as data: what each
// item is called, its words, its options, and what an answer to it means.
//
// Every way to answer is a face of it. A face says only how it shows and takes an item;
// what is asked, and when, is said here. The package shows nothing and reads nothing.
//
// Start with [Items], or with [Sections] to ask them page by page.
package asking

import (
	"slices"
	"strconv"
	"strings"

	"collab/assess"
	"collab/rubric"
)

// A Round is what all who answer have in common.
type Round struct {
	Association string
	Date        assess.Date
	Rubric      *rubric.Rubric
	Length      assess.Length
	JointWork   assess.JointWork
	// Again is set for a second round, which asks some of the questions: Topics are their
	// ids in the order in which they are asked, none where that is not known.
	Again  bool
	Topics []string
}

// An Item is one thing that a round may ask.
type Item struct {
	ID      string   // its header in a table of our own, such as values.goals
	Code    string   // its id where a tool takes letters and digits alone, at most [MaxCode]
	Prompts []string // what asks it: first what forms say, then what else people read
	Help    string   // what is said below the prompt; or empty
	Title   string   // what asks it together with others, where it is a row of a grid; or empty
	Options []Option // none where people type
	Many    bool     // several may be ticked
	Most    int      // of them
	Asks    bool     // it is one of the rubric's questions, which make a person
	Needed  bool     // whoever answers is asked it
	Refused string   // why it is not asked; usually empty
	When    When     // whom it is asked of; usually of everybody
	Among   string   // the item whose ticked options alone may be chosen here; usually empty
	Skipped string   // what a form tool writes where it was not shown; usually empty
	Take    func(r *assess.Response, chosen int)
	Ticked  func(r *assess.Response, ids []string)
	Typed   func(r *assess.Response, text string)
}

// When says that an item is asked of those alone who chose one of some options of
// another item.
type When struct {
	Item string   // its id; empty: of everybody
	Any  []string // ids of options
}

// Of tells whether somebody who chose an option is asked.
func (w When) Of(o Option) bool { return slices.Contains(w.Any, o.ID) }

// An Option is one answer to choose. Its id stands for it, and each of the words: the
// first is the shortest, which faults show, and the last is what people read.
type Option struct {
	ID    string
	Words []string
}

// Key is the shortest word for the option, of letters, digits and _.
func (o Option) Key() string { return o.Words[0] }

// Text is what people read.
func (o Option) Text() string { return o.Words[len(o.Words)-1] }

// Items that are known by their ids.
const (
	RespondentID = "respondent"
	RoleID       = "role"
	WorstID      = "hurdle_worst"

	codeID       = "code"
	prioritiesID = "priorities"
	hurdlesID    = "hurdles"
)

// Items are all items of a round, in the order of a table of our own: those who
// answer, the questions, then what may be left out.
func Items(round Round) []*Item {
	r := round.Rubric
	items := []*Item{
		{ID: RespondentID, Typed: func(*assess.Response, string) {}},
		{ID: RoleID, Prompts: []string{rolePrompt}, Options: choices(r.Roles), Take: func(p *assess.Response, i int) { p.Role = r.Roles[i].ID }},
		{ID: codeID, Prompts: []string{codePrompt, "Code, if you like"}, Help: codeHelp, Typed: func(p *assess.Response, text string) { p.Code = text }},
	}
	for i, q := range r.Questions() {
		items = append(items, questionItem(round, i, q))
	}
	for _, t := range r.Targets.Questions {
		items = append(items, targetItem(r, t))
	}
	items = append(items,
		&Item{ID: prioritiesID, Prompts: []string{r.Priorities.Prompt}, Options: traits(r), Many: true, Most: r.Priorities.Max,
			Ticked: func(p *assess.Response, ids []string) { p.Priorities = ids }},
		&Item{ID: hurdlesID, Prompts: []string{r.Hurdles.Prompt, r.Hurdles.Prompt + " Tick any, or none."}, Options: hurdles(r), Many: true, Most: len(r.Hurdles.Items),
			Ticked: func(p *assess.Response, ids []string) { p.Hurdles = ids }},
		&Item{ID: WorstID, Prompts: []string{r.Hurdles.Worst, r.Hurdles.Worst + " Its number:"}, Help: worstHelp, Options: hurdles(r), Among: hurdlesID,
			Take: func(p *assess.Response, i int) { p.Worst = r.Hurdles.Items[i].ID }})
	for _, f := range r.Forms {
		items = append(items, &Item{ID: aimOf(f.ID), Prompts: []string{f.Name, f.Name + ". " + f.Meaning}, Help: f.Meaning, Title: r.Aim.Prompt, Options: choices(r.Aim.Choices),
			Take: func(p *assess.Response, i int) { p.Aim[f.ID] = r.Aim.Choices[i].ID }})
	}
	for _, f := range r.Facts() {
		items = append(items, factItem(round, f))
	}
	giveCodes(items)
	return items
}

func aimOf(form string) string { return "aim." + form }

func questionItem(round Round, at int, q rubric.Question) *Item {
	r := round.Rubric
	one := assess.NewResponse(r)
	one.Length, one.JointWork = round.Length, round.JointWork
	it := &Item{ID: q.ID, Prompts: []string{q.Prompt}, Help: r.Scopes[q.Scope], Asks: true, Needed: one.Asked(q) && !round.Again}
	switch {
	case !round.Length.Asks(q):
		it.Refused = notOfLength
	case !one.Asked(q):
		it.Refused = "is not asked where there was no joint work; expected --joint-scope within or between, if there was some"
	}
	it.Options = append(stages(r, q.Anchors),
		Option{assess.DontKnow.ID(r), []string{"dk", "d", "don't know", r.DontKnow}},
		Option{assess.DoesNotApply.ID(r), []string{"na", "n", "does not apply", r.NotApply}})
	it.Take = func(p *assess.Response, i int) {
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

func targetItem(r *rubric.Rubric, t rubric.Target) *Item {
	today := Option{assess.TodayIsRight.ID(r), []string{"t", r.Targets.TodayIsRight}}
	return &Item{ID: "target." + t.Dimension, Prompts: []string{t.Prompt}, Options: append(stages(r, t.Anchors), today),
		Take: func(p *assess.Response, i int) {
			p.Targets[t.Dimension] = assess.Target(i + 1)
			if i == r.K() {
				p.Targets[t.Dimension] = assess.TodayIsRight
			}
		}}
}

func factItem(round Round, f rubric.Fact) *Item {
	it := &Item{ID: "fact." + f.ID, Prompts: []string{f.Text}, Help: factPrompt, Title: factPrompt, Options: []Option{
		{string(assess.Met), []string{"yes", "y", factYes}},
		{string(assess.NotMet), []string{"no", "n", factNo}},
		{string(assess.FactUnknown), []string{"dk", "d", "don't know", round.Rubric.DontKnow}},
	}}
	it.Skipped = "n/a" // LimeSurvey and Kobo ask facts of those alone who consider the form
	if form, _, of := strings.Cut(f.ID, "."); of {
		it.When = When{aimOf(form), []string{rubric.Have, rubric.Exploring}}
	}
	if round.Length == assess.Short {
		it.Refused = notOfLength
	}
	it.Take = func(p *assess.Response, i int) {
		p.Facts[f.ID] = []assess.Fact{assess.Met, assess.NotMet, assess.FactUnknown}[i]
	}
	return it
}

// stages are the options of a question about a stage.
func stages(r *rubric.Rubric, anchors []string) []Option {
	var out []Option
	for i, s := range r.Stages {
		out = append(out, Option{s.ID, []string{strconv.Itoa(i + 1), s.Name, anchors[i]}})
	}
	return out
}

func choices(of []rubric.Choice) []Option {
	var out []Option
	for i, c := range of {
		out = append(out, Option{c.ID, []string{c.ID, strconv.Itoa(i + 1), c.Name}})
	}
	return out
}

func traits(r *rubric.Rubric) []Option {
	var out []Option
	for i, d := range r.Traits() {
		out = append(out, Option{d.ID, []string{d.ID, strconv.Itoa(i + 1), d.Short, d.Name}})
	}
	return out
}

func hurdles(r *rubric.Rubric) []Option {
	var out []Option
	for i, h := range r.Hurdles.Items {
		out = append(out, Option{h.ID, []string{h.ID, strconv.Itoa(i + 1), h.Name, h.Sign}})
	}
	return out
}
