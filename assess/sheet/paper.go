package sheet

import (
	"bytes"
	"cmp"
	"io"
	"strconv"
	"text/template"

	"collab/assess"
	"collab/rubric"
)

// PaperOptions say which questionnaire is to be printed, and on what.
type PaperOptions struct {
	Length      assess.Length // Full where it is empty
	Association string        // a line to write on where it is empty
	Date        string        // as it is to be read; a line to write on where it is empty
	Format      PaperFormat   // PaperHTML where it is empty
	Page        Page          // of HTML; A4 where it is empty
}

// A PaperFormat is what a paper questionnaire is written in; its values are
// their names on the command line.
type PaperFormat string

// The formats. HTML is printed from a browser as it stands; Markdown is for
// those who go on in a word processor.
const (
	PaperHTML     PaperFormat = "html"
	PaperMarkdown PaperFormat = "markdown"
)

// A Page is a size of paper; its values are their names on the command line.
type Page string

// The sizes of paper.
const (
	A4     Page = "a4"
	Letter Page = "letter"
)

// Paper writes a questionnaire to print and to fill in with a pen, and at its
// end the row of cells from which the line of [Parse] is typed.
// Stages have their ranks there and never their names. Nothing in the page is
// fetched or run.
func Paper(w io.Writer, r *rubric.Rubric, o PaperOptions) error {
	o = o.filled()
	layout, known := paperLayouts[o.Format]
	if !known {
		return say.noFormat(o.Format)
	}
	if o.Page != A4 && o.Page != Letter {
		return say.noPage(o.Page)
	}
	t, err := parsed(layout.template, layout.escape, template.FuncMap{"key": keyOf, "side": sideOf})
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, newHandout(r, o)); err != nil {
		return err
	}
	_, err = w.Write(tidied(b.Bytes()))
	return err
}

var paperLayouts = map[PaperFormat]struct {
	template string
	escape   func(string) prose
}{
	PaperHTML:     {"paper.html.tmpl", hypertext},
	PaperMarkdown: {"paper.md.tmpl", markdown},
}

// filled has the usual for what is not said.
func (o PaperOptions) filled() PaperOptions {
	o.Length = cmp.Or(o.Length, assess.Full)
	o.Format = cmp.Or(o.Format, PaperHTML)
	o.Page = cmp.Or(o.Page, A4)
	return o
}

// keyOf is what stands in the box of an option at a place.
func keyOf(i int) string { return strconv.Itoa(i + 1) }

// sideOf is a scope in so few words that it stands behind a prompt.
func sideOf(s rubric.Scope) string {
	return map[rubric.Scope]string{rubric.Within: say.inside(), rubric.Between: say.withOthers()}[s]
}

// A handout is what the templates of the paper ask for.
type handout struct {
	*rubric.Rubric
	PaperOptions
	Parts []paperPart // of questions; what is asked after them is in the templates
}

// A paperPart is one of those that the questions fall into.
type paperPart struct {
	Title, Intro string
	Kind         rubric.Kind
	Groups       []paperGroup
}

// A paperGroup is one of the sheet's, with its questions as they are numbered.
type paperGroup struct {
	*rubric.Dimension
	Questions []paperQuestion
}

type paperQuestion struct {
	Number int
	rubric.Question
}

// partTitles are the parts in their order; one that has no questions is left out.
var partTitles = []paperPart{
	{Kind: rubric.Trait, Title: say.workTogether()},
	{Kind: rubric.Spectrum, Title: say.onePiece()},
	{Kind: rubric.Benefit, Title: say.benefits(), Intro: say.benefitsIntro()},
}

func newHandout(r *rubric.Rubric, o PaperOptions) handout {
	round := assess.NewResponse(r)
	round.Length = o.Length
	groups := Groups(&round)
	h := handout{Rubric: r, PaperOptions: o}
	for _, p := range partTitles {
		for _, g := range groups {
			if g.Dimension.Kind == p.Kind {
				p.Groups = append(p.Groups, onPaper(r, g))
			}
		}
		if len(p.Groups) > 0 {
			h.Parts = append(h.Parts, p)
		}
	}
	return h
}

func onPaper(r *rubric.Rubric, g Group) paperGroup {
	group := paperGroup{Dimension: g.Dimension}
	for i, place := range g.Questions {
		group.Questions = append(group.Questions, paperQuestion{g.First + i, r.Questions()[place]})
	}
	return group
}

// First and Last are the numbers between which a part's questions are.
func (p paperPart) First() int { return p.Groups[0].First() }
func (p paperPart) Last() int  { return p.Groups[len(p.Groups)-1].Last() }

// First and Last are the numbers between which a group's questions are.
func (g paperGroup) First() int { return g.Questions[0].Number }
func (g paperGroup) Last() int  { return g.Questions[len(g.Questions)-1].Number }

// Joint is true of the part that is about one piece of joint work.
func (p paperPart) Joint() bool { return p.Kind == rubric.Spectrum }

// A paperFact is a fact with what its third box is called.
type paperFact struct{ Text, DontKnow string }

// FactOfStrategy is the fact that collaboration is a written objective; none
// where it is not asked.
func (h handout) FactOfStrategy() []paperFact {
	if h.SaysSo == "" {
		return nil
	}
	return h.facts(rubric.Fact{ID: rubric.SaysSoID, Text: h.SaysSo})
}

// FactsOf are the facts of a form that are asked.
func (h handout) FactsOf(f rubric.Form) []paperFact { return h.facts(f.Facts...) }

func (h handout) facts(facts ...rubric.Fact) []paperFact {
	if h.Length != assess.Full {
		return nil
	}
	var asked []paperFact
	for _, f := range facts {
		asked = append(asked, paperFact{f.Text, h.DontKnow})
	}
	return asked
}

// Sides are the scopes that a question may have.
func (h handout) Sides() []rubric.Scope { return []rubric.Scope{rubric.Within, rubric.Between} }

// LastPart is the number of the part about what comes next.
func (h handout) LastPart() int { return len(h.Parts) + 1 }

// Numbered is how many questions have a number, and a place in the sheet's line.
func (h handout) Numbered() int { return h.Parts[len(h.Parts)-1].Last() }

// Minutes is how long it takes, to the nearest five: half a minute a question,
// and five for the rest.
func (h handout) Minutes() int { return max((h.Numbered()/2+7)/5*5, 5) }

// A namedGroup is typed behind the answers, after its name.
type namedGroup struct{ Name, How string }

// NamedGroups are those of the sheet's line, in its order.
func (h handout) NamedGroups() []namedGroup {
	var groups []namedGroup
	if n := len(h.Targets.Questions); n > 0 {
		groups = append(groups, namedGroup{"targets", say.eachTarget(n)})
	}
	switch {
	case len(h.FactOfStrategy()) > 0:
		groups = append(groups, namedGroup{"forms", say.strategyAndForms()})
	case len(h.Forms) > 0:
		groups = append(groups, namedGroup{"forms", say.eachForm()})
	}
	groups = append(groups, namedGroup{"priorities", say.theirNumbers()})
	if len(h.Hurdles.Items) > 0 {
		groups = append(groups, namedGroup{"hurdles", say.withTheWorst()})
	}
	return append(groups, namedGroup{"code", say.endOfLine()})
}

// Lead says how the paper is filled in.
func (h handout) Lead() string { return say.lead(h.Numbered(), h.Minutes()) }

// CodeHelp says what a code is for.
func (handout) CodeHelp() string { return say.codeHelp() }

// JointHelp says which joint work a part is about.
func (p paperPart) JointHelp() string { return say.jointWork(p.First(), p.Last()) }

// HowTyped says how the sheet's line is typed.
func (handout) HowTyped() string { return say.sheetLine() }

// SheetLine is a line as it is typed, of invented answers.
func (h handout) SheetLine() string {
	round := assess.NewResponse(h.Rubric)
	round.Length = h.Length
	example := Example(&round)
	return Format(&example)
}

// NameOf is the name of a dimension.
func (h handout) NameOf(id string) string {
	d, _ := h.Dimension(id)
	return d.Name
}

// Size is the page's in CSS.
func (h handout) Size() string {
	return map[Page]string{A4: "A4", Letter: "letter"}[h.Page]
}
