package survey

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"collab/assess"
	"collab/rubric"
)

// A form writes a survey table as some form tool does.
type form struct {
	delimiter  string
	lineEnd    string
	quoteAll   bool
	byPrompt   bool   // headers are what was asked
	starred    bool   // headers say what must be answered
	numbered   bool   // headers count what was asked
	joined     string // between texts that were ticked
	asShown    bool   // cells are what was chosen from, where people read a text
	encode     func(string) []byte
	writeCell  func(cell string) string // in another case, with blanks, by another word
	shuffle    []int                    // with which cell each cell changes places; again from the start for further ones
	emptyLines bool
}

// encodings of a table.
var encodings = map[string]func(string) []byte{
	"UTF-8":     func(text string) []byte { return []byte(text) },
	"UTF-8 BOM": func(text string) []byte { return []byte("\ufeff" + text) },
	"UTF-16 LE": func(text string) []byte { return inUTF16(text, 0) },
	"UTF-16 BE": func(text string) []byte { return inUTF16(text, 1) },
}

// inUTF16 puts the low byte of each unit first or second.
func inUTF16(text string, low int) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune("\ufeff" + text)) {
		pair := [2]byte{}
		pair[low], pair[1-low] = byte(unit), byte(unit>>8)
		b = append(b, pair[:]...)
	}
	return b
}

// table is the survey table of people of one round.
func (f form) table(people []*assess.Response) []byte {
	rows := [][]string{f.header(people[0])}
	for i, p := range people {
		rows = append(rows, f.person(p, i))
	}
	var b strings.Builder
	for _, row := range rows {
		for i := range row { // the same in every row
			j := f.shuffle[i%len(f.shuffle)] % len(row)
			row[i], row[j] = row[j], row[i]
		}
		for i, cell := range row {
			if i > 0 {
				b.WriteString(f.delimiter)
			}
			b.WriteString(f.quote(cell))
		}
		b.WriteString(f.lineEnd)
		if f.emptyLines {
			b.WriteString(f.lineEnd)
		}
	}
	return f.encode(b.String())
}

func (f form) quote(cell string) string {
	if f.quoteAll || strings.ContainsAny(cell, f.delimiter+"\"\r\n") {
		return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
	}
	return cell
}

func (f form) header(p *assess.Response) []string {
	header := []string{"respondent", "code"}
	asked := func(id, text string) {
		if f.byPrompt {
			id = text
		}
		if f.starred {
			id += " *"
		}
		if f.numbered {
			id = fmt.Sprintf("%d. %s", len(header)-1, id)
		}
		header = append(header, f.writeCell(id))
	}
	asked("role", "Your role")
	asked("priorities", p.Rubric.Priorities.Prompt)
	asked("hurdles", p.Rubric.Hurdles.Prompt)
	asked("hurdle_worst", p.Rubric.Hurdles.Worst)
	for _, q := range p.Rubric.Questions() {
		if p.Asked(q) {
			asked(q.ID, q.Prompt)
		}
	}
	for _, t := range p.Rubric.Targets.Questions {
		asked("target."+t.Dimension, t.Prompt)
	}
	for _, x := range p.Rubric.Forms {
		asked("aim."+x.ID, fmt.Sprintf("%s [%s]", p.Rubric.Aim.Prompt, x.Name))
	}
	if p.Length == assess.Full {
		for _, x := range p.Rubric.Facts() {
			asked("fact."+x.ID, x.Text)
		}
	}
	return header
}

func (f form) person(p *assess.Response, i int) []string {
	row := []string{
		fmt.Sprintf("%d, \"Ann\"\nsecond line", i), fmt.Sprintf("c%d", i), f.shown(p.Role, rubric.NameOf(p.Rubric.Roles, p.Role)),
		f.ticked(p.Priorities, func(id string) string { return traitName(p.Rubric, id) }),
		f.ticked(p.Hurdles, func(id string) string { return hurdleSign(p.Rubric, id) }),
		f.shown(p.Worst, hurdleSign(p.Rubric, p.Worst)),
	}
	for j, q := range p.Rubric.Questions() {
		if p.Asked(q) {
			row = append(row, f.shown(p.Answers[j].ID(p.Rubric), textOf(p.Rubric, int(p.Answers[j]), q.Anchors)))
		}
	}
	for _, t := range p.Rubric.Targets.Questions {
		row = append(row, f.shown(p.Targets[t.Dimension].ID(p.Rubric), targetText(p.Rubric, p.Targets[t.Dimension], t.Anchors)))
	}
	for _, x := range p.Rubric.Forms {
		row = append(row, f.shown(p.Aim[x.ID], rubric.NameOf(p.Rubric.Aim.Choices, p.Aim[x.ID])))
	}
	if p.Length == assess.Full {
		for _, x := range p.Rubric.Facts() {
			row = append(row, f.shown(string(p.Facts[x.ID]), map[assess.Fact]string{assess.Met: "Yes", assess.NotMet: "No", assess.FactUnknown: "I don’t know"}[p.Facts[x.ID]]))
		}
	}
	return row
}

// ticked is a cell of several ids, or of the texts that stood for them.
func (f form) ticked(ids []string, text func(id string) string) string {
	if !f.asShown {
		return f.writeCell(strings.Join(ids, " "))
	}
	var texts []string
	for _, id := range ids {
		texts = append(texts, text(id))
	}
	return f.writeCell(strings.Join(texts, f.joined))
}

func traitName(r *rubric.Rubric, id string) string {
	for _, d := range r.Traits() {
		if d.ID == id {
			return d.Name
		}
	}
	return ""
}

func hurdleSign(r *rubric.Rubric, id string) string {
	for _, h := range r.Hurdles.Items {
		if h.ID == id {
			return h.Sign
		}
	}
	return ""
}

// shown is a cell, or the text that stood for it.
func (f form) shown(cell, text string) string {
	if f.asShown {
		cell = text
	}
	return f.writeCell(cell)
}

// textOf is what people read of an answer.
func textOf(r *rubric.Rubric, answer int, anchors []string) string {
	switch assess.Answer(answer) {
	case assess.Unanswered:
		return ""
	case assess.DontKnow:
		return r.DontKnow
	case assess.DoesNotApply:
		return r.NotApply
	}
	return anchors[answer-1]
}

func targetText(r *rubric.Rubric, target assess.Target, anchors []string) string {
	if target == assess.TodayIsRight {
		return r.Targets.TodayIsRight
	}
	return textOf(r, int(target), anchors)
}

// drawForm draws a way of writing a table.
func drawForm(t *rapid.T) form {
	words := []func(string) string{
		func(cell string) string { return cell },
		strings.ToUpper,
		func(cell string) string { return "  " + cell + " " },
		inShort,
	}
	var names []string
	for name := range encodings {
		names = append(names, name)
	}
	slices.Sort(names)
	return form{
		delimiter:  rapid.SampledFrom([]string{",", ";", "\t"}).Draw(t, "delimiter"),
		lineEnd:    rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "line end"),
		quoteAll:   rapid.Bool().Draw(t, "quotes"),
		byPrompt:   rapid.Bool().Draw(t, "prompts"),
		starred:    rapid.Bool().Draw(t, "stars"),
		numbered:   rapid.Bool().Draw(t, "numbers"),
		joined:     rapid.SampledFrom([]string{", ", ";", " ; ", "\n"}).Draw(t, "between texts"),
		asShown:    rapid.Bool().Draw(t, "texts"),
		emptyLines: rapid.Bool().Draw(t, "empty lines"),
		encode:     encodings[rapid.SampledFrom(names).Draw(t, "encoding")],
		writeCell:  words[rapid.IntRange(0, len(words)-1).Draw(t, "words")],
		shuffle:    rapid.SliceOfN(rapid.IntRange(0, 1000), 1, 100).Draw(t, "columns"),
	}
}

// inShort is the short word of an answer where it has one.
func inShort(cell string) string {
	switch cell {
	case assess.DontKnow.ID(nil):
		return "dk"
	case assess.DoesNotApply.ID(nil):
		return "na"
	}
	if rank := rubric.Default().Rank(cell); rank > 0 {
		return fmt.Sprint(rank)
	}
	return cell
}

// TestATextStandsForAnAnswer has what form tools and word processors make of it.
func TestATextStandsForAnAnswer(t *testing.T) {
	words := answerWords(rubric.Default()).withTexts("Each group acts.", "A group's help", "Twice", " twice", "I don't know", "")
	for cell, want := range map[string]int{
		"Each group acts.":         1,
		"  each  GROUP\u00a0acts.": 1,
		"A group’s help":           2,
		"Twice":                    noWord, // of the third stage and of the fourth
		"i don’t know":             5,
		"dk":                       5,
		"collaboration":            4,
		"":                         0,
		"Each group acts":          1,
		"each group acts..":        noWord,
		"Each group act":           noWord,
	} {
		if got := words.word([]byte(cell)); got != want {
			t.Errorf("%q: %d, want %d", cell, got, want)
		}
	}
	if long := strings.Repeat(" ", 1<<20) + "Each" + strings.Repeat(" ", 1<<20) + "group acts."; words.word([]byte(long)) != noWord {
		t.Error("a cell of two megabytes was looked at")
	}
}
