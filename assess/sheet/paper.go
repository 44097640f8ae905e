package sheet

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

// PaperOptions say on what a questionnaire is printed: the first of each where it is empty.
type PaperOptions struct {
	Format string // one of [PaperFormats]
	Page   string // of HTML: one of [Pages]
}

// PaperFormats are html, printed from a browser as it stands, and markdown, for those who
// go on in a word processor. Pages are the sizes of paper.
func PaperFormats() []string { return []string{"html", "markdown"} }
func Pages() []string        { return []string{"a4", "letter"} }

// Paper writes a questionnaire to print and to fill in with a pen, and at its
// end the row of cells from which the line of [Parse] is typed. What the form does not
// know, such as the date, has a line to write it on.
// Stages have their ranks there and never their names. Nothing in the page is
// fetched or run.
func Paper(w io.Writer, form asking.Form, o PaperOptions) error {
	file, escape := "paper.html.tmpl", hypertext
	if o.Format == PaperFormats()[1] {
		file, escape = "paper.md.tmpl", markdown
	}
	t, err := parsed(file, escape, nil)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, newHandout(form, o)); err != nil {
		return err
	}
	_, err = w.Write(tidied(b.Bytes()))
	return err
}

// A handout is what the templates of the paper ask for.
type handout struct {
	asking.Form
	PaperOptions
	Sections []paperSection
	typed    *paper
}

// A paperSection has no title and no introduction where those of the one before hold.
type paperSection struct {
	Title     string
	Intro     []string
	JointWork string // what is said of the line on which it is written; empty where there is none
	Items     []paperItem
}

// A paperItem is an item as it stands on the paper.
type paperItem struct {
	*asking.Item
	Number    int    // of a question
	Side      string // of a question, in a word or two
	Note      string // what is said before it
	Explained string // what is said below it
	Boxes     []asking.Option
	Aside     []asking.Option // those that stand below the prompt
	Marked    *asking.Item    // what is asked of those that are ticked
	Words     *asking.Words
}

func newHandout(form asking.Form, o PaperOptions) handout {
	h := handout{Form: form, PaperOptions: o, typed: paperOf(form.Round)}
	numbers := numbersOf(form.Round)
	var before asking.Section
	for _, s := range form.Sections {
		printed := paperSection{Title: s.Title, Intro: s.Intro, JointWork: h.jointWorkOf(s, numbers)}
		if s.Title == before.Title {
			printed.Title = ""
			if slices.Equal(s.Intro, before.Intro) {
				printed.Intro = nil
			}
		}
		for i, it := range s.Items {
			if it.Among == "" {
				printed.Items = append(printed.Items, h.onPaper(s, i, numbers[it.ID]))
			}
		}
		h.Sections, before = append(h.Sections, printed), s
	}
	return h
}

func (h handout) onPaper(s asking.Section, at, number int) paperItem {
	it := s.Items[at]
	p := paperItem{Item: it, Number: number, Words: h.Words, Marked: amongIt(it, s.Items[at+1:])}
	numbered := slices.ContainsFunc(it.Options, func(o asking.Option) bool { return isNumber(o.Mark) })
	for _, o := range it.Options {
		if numbered && !isNumber(o.Mark) {
			p.Aside = append(p.Aside, o)
			continue
		}
		p.Boxes = append(p.Boxes, o)
	}
	switch {
	case it.Kind == asking.Scale:
		p.Side = h.sideOf(it)
	case it.Help != it.Title:
		p.Explained = it.Help
	}
	if it.Title != "" && !slices.Contains(s.Intro, it.Title) && (at == 0 || s.Items[at-1].Title != it.Title) {
		p.Note = strings.TrimSpace(it.When.OnlyIf() + " " + it.Title)
	}
	return p
}

// sideOf is a question's scope in so few words that it stands behind the prompt.
func (h handout) sideOf(it *asking.Item) string {
	return h.Side(h.Rubric.Questions()[h.Rubric.Index(it.ID)].Scope)
}

// Side is a scope in a word or two.
func (h handout) Side(s rubric.Scope) string {
	return map[rubric.Scope]string{rubric.Within: h.Words.Inside, rubric.Between: h.Words.WithOthers}[s]
}

// Sides are the scopes that a question may have.
func (h handout) Sides() []rubric.Scope { return []rubric.Scope{rubric.Within, rubric.Between} }

// jointWorkOf says what is to be written before a section that asks about joint work
// which the form does not name.
func (h handout) jointWorkOf(s asking.Section, numbers map[string]int) string {
	if h.JointWork.About != "" {
		return ""
	}
	var about []int
	for _, it := range h.AboutJointWork(s.Items) {
		about = append(about, numbers[it.ID])
	}
	if len(about) == 0 {
		return ""
	}
	first, last := about[0], about[len(about)-1]
	if last-first != len(about)-1 || first == last { // as a second round asks them
		return h.Words.AskJointWork
	}
	return h.Words.AskJointWork + " " + h.Say(h.Words.LeaveOut, "first", first, "last", last)
}

// Say fills in a sentence.
func (h handout) Say(sentence string, with ...any) string { return asking.Fill(sentence, with...) }

// Together tells whether those of a section's items that stand on one page with its title
// end at a place: the first, or all where others depend on it.
func (s paperSection) Together(at int) bool {
	last := 0
	if slices.ContainsFunc(s.Items, func(it paperItem) bool { return it.When.Item != "" }) {
		last = len(s.Items) - 1
	}
	return at == last
}

// Named says how what has a name is typed.
func (h handout) Named() []Understood {
	var named []Understood
	for _, p := range h.typed.parts {
		if p.name() != asking.RoleID {
			named = append(named, Understood{p.name(), p.how(h.Words)})
		}
	}
	return named
}

// A lineGroup is a group of the answers in the sheet's line.
type lineGroup struct {
	Title   string
	Numbers []int
}

// LineGroups are the groups of the answers.
func (h handout) LineGroups() []lineGroup {
	var groups []lineGroup
	for _, row := range h.typed.answers.rows {
		g := lineGroup{Title: row.title}
		for _, c := range row.cells {
			g.Numbers = append(g.Numbers, c.number)
		}
		groups = append(groups, g)
	}
	return groups
}

// First and Last are the numbers between which a group's questions are.
func (g lineGroup) First() int { return g.Numbers[0] }
func (g lineGroup) Last() int  { return g.Numbers[len(g.Numbers)-1] }

// Direction is that of the language, as HTML calls it.
func (h handout) Direction() string {
	language, _, _ := strings.Cut(h.Language, "-")
	if strings.Contains(fromTheRight, ","+language+",") {
		return "rtl"
	}
	return "ltr"
}

// fromTheRight are the languages that are written so.
const fromTheRight = ",ar,arc,ckb,dv,fa,he,nqo,ps,sd,syr,ug,ur,yi,"

// AsksRole tells whether a role stands in front of the line.
func (h handout) AsksRole() bool { return h.typed.roles() != nil }

// SheetLine is a line as it is typed, of invented answers.
func (h handout) SheetLine() string {
	example := Example(h.Round)
	return Format(h.Round, &example)
}

// HowTo are the paragraphs for all questions, and Notice is who sees the answers.
func (h handout) HowTo() []string { return h.Intro[:len(h.Intro)-1] }
func (h handout) Notice() string  { return h.Intro[len(h.Intro)-1] }

// Lead says how the paper is filled in.
func (h handout) Lead() string {
	n, many := len(h.typed.answers.whole().cells), h.Words.HowMany
	if len(h.typed.parts) > 0 {
		many = h.Words.HowManyAndMore
	}
	return h.Say(h.Words.Lead, "how_many", h.Say(many, "questions", n, "minutes", minutes(n)))
}

// Foot names the questionnaire and its length at the foot of each page.
func (h handout) Foot() string {
	switch {
	case h.Again:
		return h.Rubric.Ref()
	case h.Length == assess.Short:
		return h.Rubric.Ref() + ", " + h.Words.Short
	}
	return h.Rubric.Ref() + ", " + h.Words.Full
}

// PageOf is how pages are counted, as CSS has it.
func (h handout) PageOf() prose {
	of := strconv.Quote(h.Words.Page)
	return prose(asking.Fill(of, "page", `" counter(page) "`, "pages", `" counter(pages) "`))
}

// MarkWorst says which box is marked for what is chosen among what is ticked.
func (p paperItem) MarkWorst() string { return asking.Fill(p.Words.MarkWorst, "key", markKey) }

// minutes are how long it takes, to the nearest five: half a minute a question,
// and five for the rest.
func minutes(questions int) int { return max((questions/2+7)/5*5, 5) }

// Size is the page's in CSS.
func (h handout) Size() string { return cmp.Or(h.PaperOptions.Page, Pages()[0]) }

// Lettered tells whether no option has a number, as where one says yes or no.
func (p paperItem) Lettered() bool { return len(p.Boxes) > 0 && !isNumber(p.Boxes[0].Mark) }

// Describes tells whether the options are sentences, of which one fits.
func (p paperItem) Describes() bool {
	return len(p.Boxes) > 0 && p.Boxes[0].Key() == p.Boxes[0].Mark
}

// Writes tells whether one writes on a line.
func (p paperItem) Writes() bool { return p.Kind == asking.Text }

// TicksMany tells whether several boxes may be marked.
func (p paperItem) TicksMany() bool { return p.Kind == asking.Ticks }
