package reports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/assess"
)

// The parts of the screen that only a room has.

// roomDetails from the one that says most.
var roomDetails = []detail{
	{gaps: 3, allForms: true, whys: true, questions: everyQuestion, talks: everyQuestion},
	{gaps: 3, allForms: true, whys: true, questions: everyQuestion, talks: 5},
	{gaps: 3, allForms: true, whys: true, questions: onlySplit, talks: 5},
	{gaps: 3, whys: true, questions: onlySplit, talks: 3},
	{gaps: 3, questions: onlySplit, talks: 3},
	{gaps: 3, questions: onlySplit, talks: 3, cutNotes: true},
	{gaps: 3, questions: 4, talks: 1, cutNotes: true},
	{gaps: 2, questions: 3, talks: 1, cutNotes: true},
	{gaps: 2, questions: 3, talks: 1, cutNotes: true, noForms: true},
	{gaps: 1, questions: 3, talks: 1, cutNotes: true, noForms: true, inline: true},
	{gaps: 1, questions: 2, talks: 1, cutNotes: true, noForms: true, inline: true},
	{questions: 2, talks: 1, cutNotes: true, noForms: true, inline: true},
	{questions: 1, talks: 1, cutNotes: true, noForms: true, inline: true},
	{questions: 1, cutNotes: true, noForms: true, inline: true},
	{cutNotes: true, noForms: true, inline: true},
	{bare: true, inline: true},
	{bare: true, noChange: true, inline: true},
	{bare: true, noChange: true, inline: true, terse: true},
	{bare: true, noChange: true, inline: true, terse: true, cutSteps: 2},
	{bare: true, noChange: true, inline: true, cutSteps: 1},
	{bare: true, noChange: true, inline: true, terse: true, cutSteps: 1},
}

const (
	everyQuestion = 1000 // those first on which the room is split
	onlySplit     = 999
)

// roomTitle says who answered, and how: in one line, or in two. What limits the
// whole stands to the last.
func (s screen) roomTitle() []string {
	name := Plain(s.a.Association)
	date, who, how, limits := s.a.Date.Long(), s.Who(), s.How(), dotted(s.first()...)
	day := s.a.Date.Format("2 Jan 2006")
	inOne := []string{dotted(date, who, how, limits), dotted(day, who, how, limits)}
	if s.terse {
		inOne = append(inOne, dotted(day, who, limits))
	}
	for _, rest := range inOne {
		if line := dotted(name, rest); ansi.StringWidth(line) <= s.columns() {
			return []string{s.bold(name) + strings.TrimPrefix(line, name)}
		}
	}
	lines := []string{s.bold(ansi.Truncate(name, s.columns(), "…"))}
	for _, rest := range []string{dotted(date, who, how, limits), dotted(day, who, how, limits), dotted(day, who, limits)} {
		if ansi.StringWidth(rest) <= s.columns() {
			return append(lines, rest)
		}
	}
	return append(lines, hang("", dotted(day, who, limits), s.columns())...)
}

// first are the cautions of the title; that of a few people stands with what is
// said of the intervals.
func (s screen) first() []string {
	var some []string
	for _, c := range s.a.Cautions {
		if words, titled := ofRooms[c]; titled && c != assess.CautionFew {
			some = append(some, words)
		}
	}
	return some
}

// roomSummary is the headline, on how many questions the room agrees, and
// where no interval is drawn, why.
func (s screen) roomSummary() []string {
	round := s.FirstRound()
	if s.terse {
		round = s.AnsweredAgain()
	}
	lines := append(s.summary(), s.wrapped(round)...)
	if s.bare {
		return lines
	}
	lines = append(lines, hang("", string(s.Agreement()), s.columns())...)
	if s.allWithout(assess.Everyone) || s.allWithout(assess.FewAsked) {
		lines = append(lines, hang("", string(s.Sure()), s.columns())...)
	}
	return lines
}

// listed are the questions that there is room for, and their number if all were shown.
func (s screen) listed() (shown []assess.Question, whole int) {
	split := s.a.Labelled(assess.Split)
	switch {
	case s.questions == everyQuestion:
		for _, l := range labelOrder {
			shown = append(shown, s.a.Labelled(l)...)
		}
		return shown, len(shown)
	case s.questions < len(split):
		return split[:s.questions], len(split)
	}
	return split, len(split)
}

// counts are the questions with their counts as bars. Every part is headed by
// what its questions have in common.
func (s screen) counts() ([]string, error) {
	shown, whole := s.listed()
	if len(shown) == 0 {
		return nil, nil
	}
	lines, known := s.drawn[len(shown)]
	if known {
		return lines, nil
	}
	var err error
	for _, size := range s.barSizes(shown) {
		if lines, err = s.table(shown, whole, size); err != nil || s.fit(lines) {
			break
		}
	}
	for i, l := range lines {
		lines[i] = ansi.Truncate(l, s.columns(), "…")
	}
	lines = s.paintedCounts(lines)
	s.drawn[len(shown)] = lines
	return lines, err
}

// A barSize is how many people a block stands for, and how wide a name may be.
type barSize struct{ per, name int }

// barSizes are those to try: names are cut before bars are, and bars no longer
// than the screen are begun with.
func (s screen) barSizes(shown []assess.Question) []barSize {
	most := 1
	for _, q := range shown {
		most = max(most, slices.Max(q.Ranks))
	}
	var sizes []barSize
	for per := marks(most, s.columns()); ; per += (per + 3) / 4 {
		sizes = append(sizes, barSize{per, widestName}, barSize{per, max(s.columns()*2/5, 24)})
		if per >= most {
			return sizes
		}
	}
}

func (s screen) fit(lines []string) bool {
	for _, l := range lines {
		if ansi.StringWidth(l) > s.columns() {
			return false
		}
	}
	return true
}

// table are the questions in columns: what they are about, a bar a stage, how
// many answered with a stage, and how many don't know.
func (s screen) table(shown []assess.Question, whole int, size barSize) ([]string, error) {
	columns := []column{left("")}
	for range s.a.Rubric.Stages {
		columns = append(columns, left(""))
	}
	columns = append(columns, right(""), left(""))
	var rows [][]prose
	last := assess.Label("")
	for _, q := range shown {
		if q.Label != last {
			rows = append(rows, s.head(q.Label, len(shown), whole, len(rows) == 0))
		}
		last = q.Label
		rows = append(rows, s.counted(q, size))
	}
	return alignedRows(&table{columns, rows})
}

// head is the line over the questions of a label.
func (s screen) head(l assess.Label, shown, whole int, first bool) []prose {
	name := sentence(labels[l])
	if shown < whole {
		name += fmt.Sprintf(" (%d of %d)", shown, whole)
	}
	row := make([]prose, s.a.Rubric.K()+3)
	row[0] = prose(name)
	if first {
		for i := range s.a.Rubric.Stages {
			row[1+i] = prose(strconv.Itoa(i + 1))
		}
		row[s.a.Rubric.K()+1] = "n"
	}
	return row
}

// counted is one question.
func (s screen) counted(q assess.Question, size barSize) []prose {
	d, _ := s.a.Rubric.Dimension(q.Dimension)
	about := string(s.say("%s · %s", short(d), s.low(nameOf(q.Question))))
	row := []prose{prose(ansi.Truncate(about, size.name, "…"))}
	for _, n := range q.Ranks {
		cell := bar(n, size.per)
		if q.Label == assess.Withheld {
			cell = ""
		}
		row = append(row, prose(cell))
	}
	row = append(row, prose(strconv.Itoa(q.Scored())))
	var rest []string
	if n := q.Counts.DontKnow; n > 0 {
		rest = append(rest, strconv.Itoa(n)+" don't know")
	}
	if n := q.Counts.DoesNotApply; n > 0 {
		rest = append(rest, strconv.Itoa(n)+" n/a")
	}
	return append(row, prose(strings.Join(rest, ", ")))
}

// paintedCounts has the heads in bold and the bars in the accent.
func (s screen) paintedCounts(lines []string) []string {
	marks := map[rune]string{[]rune(block)[0]: accent, []rune(nobody)[0]: faint}
	for i, l := range lines {
		lines[i] = s.Options.byRune(l, marks)
		for _, label := range labelOrder {
			if head := sentence(labels[label]); strings.HasPrefix(l, head) {
				lines[i] = s.bold(head) + strings.TrimPrefix(l, head)
			}
		}
	}
	return lines
}

// roomNotes are the roles that see a trait differently, what is not known, the
// forms, and what talking changed.
func (s screen) roomNotes() []string {
	const labels = 10
	lines := s.parted(labels)
	for _, g := range s.a.RoleGaps {
		lines = append(lines, s.note("Roles", string(s.RoleGap(g)), labels)...)
	}
	lines = append(lines, s.note("Unknown", string(s.DoNotKnow()), labels)...)
	for _, f := range s.a.Forms {
		if !s.noForms && (s.allForms || assess.Considers(f.Aim)) {
			lines = append(lines, s.note("Form", s.form(f, labels), labels)...)
		}
	}
	changed := s.a.Changed()
	for i, t := range changed[:min(s.talks, len(changed))] {
		text := string(s.Talked(t))
		if more := len(changed) - s.talks; more > 0 && i == s.talks-1 {
			text = s.rest(text, more)
		}
		lines = append(lines, s.note("Talked", text, labels)...)
	}
	if len(changed) < s.talks || s.talks == everyQuestion {
		lines = append(lines, s.note("Talked", string(s.Unmoved()), labels)...)
	}
	return lines
}

// nextInline are the actions behind the word that heads them.
func (s screen) nextInline() []string {
	var lines []string
	for i, act := range s.a.Actions {
		lead, step := "      "+strconv.Itoa(i+1)+"  ", s.step(act)
		lines = append(lines, s.hung(lead, step)...)
	}
	lines[0] = s.bold("Next") + strings.TrimPrefix(lines[0], "    ")
	return lines
}

// hung is a step in as many lines as it may take.
func (s screen) hung(lead, step string) []string {
	lines := hang(lead, step, s.columns())
	if s.cutSteps == 0 || len(lines) <= s.cutSteps {
		return lines
	}
	last := s.cutSteps - 1
	rest := lines[last] + " " + strings.TrimSpace(lines[last+1])
	return append(lines[:last], ansi.Truncate(rest, s.columns(), "…"))
}

// rest tells how many more there are.
func (s screen) rest(text string, more int) string {
	return text + " And " + counted(more, "other", "others") + "."
}
