package survey

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"collab/assess"
	"collab/internal/strict"
	"collab/rubric"
)

// maxColumns of a table: as many as the widest spreadsheet has.
const maxColumns = 16_384

// nowhere is the place of a column that the table does not have.
const nowhere = column(-1)

// A header is a column that a table may have.
type header struct {
	id      string
	at      column
	refused string // why the round has no such column; usually empty
}

func newHeader(id string) header { return header{id: id, at: nowhere} }

// there tells whether the table has the column.
func (h *header) there() bool { return h.at != nowhere }

// newSurvey is a table of which nothing is read.
func newSurvey(name string, table *scanner, round Round) *survey {
	r := round.Rubric
	hurdleNames, hurdleSigns := []string{}, []string{}
	for _, h := range r.Hurdles.Items {
		hurdleNames, hurdleSigns = append(hurdleNames, h.Name), append(hurdleSigns, h.Sign)
	}
	var traitNames []string
	for _, d := range r.Traits() {
		traitNames = append(traitNames, d.Name)
	}
	s := &survey{
		round:      round,
		said:       newResponse(round),
		tally:      assess.NewTally(round.Rubric, assess.Group, round.Association, round.Date),
		table:      table,
		faults:     faultList{file: name},
		respondent: identity{newHeader("respondent"), newRegister()},
		code:       identity{newHeader("code"), newRegister()},
		answers:    answerWords(r),
		priorities: newList("priorities", r.TraitIDs(), r.Priorities.Max, traitNames),
		hurdles:    newList("hurdles", r.HurdleIDs(), len(r.HurdleIDs()), hurdleNames, hurdleSigns),
		worst:      newChoice("hurdle_worst", "", idWords(r.HurdleIDs()).withTexts(slices.Concat(hurdleNames, hurdleSigns)...)),
	}
	s.role = newChoice("role", "", choiceWords(r.Roles))
	s.newQuestions()
	targets, aims, facts := targetWords(r), choiceWords(r.Aim.Choices), factWords(r)
	for _, t := range r.Targets.Questions {
		words := targets.withTexts(append(slices.Clone(t.Anchors), r.Targets.TodayIsRight)...)
		s.targets = append(s.targets, newChoice("target."+t.Dimension, t.Dimension, words))
	}
	for _, f := range r.Forms {
		s.aims = append(s.aims, newChoice("aim."+f.ID, f.ID, aims))
	}
	for _, f := range r.Facts() {
		c := newChoice("fact."+f.ID, f.ID, facts)
		if round.Length == assess.Short {
			c.refused = notOfLength(round.Length)
		}
		s.facts = append(s.facts, c)
	}
	return s
}

func notOfLength(length assess.Length) string {
	return fmt.Sprintf("is not asked in the length %s", length)
}

// notAsked says why the round does not ask a question, and nothing where it does.
func (round *Round) notAsked(q rubric.Question) string {
	asked := newResponse(*round)
	switch {
	case !round.Length.Asks(q):
		return notOfLength(round.Length)
	case !asked.Asked(q):
		return "is not asked where there was no joint work"
	}
	return ""
}

// headers are all columns that the table may have, by the names that stand
// for them: ids, and the prompts of questions.
func (s *survey) headers() map[string]*header {
	named := map[string]*header{}
	add := func(h *header) { named[h.id] = h }
	for _, h := range []*header{&s.respondent.header, &s.code.header, &s.role.header, &s.priorities.header, &s.hurdles.header, &s.worst.header} {
		add(h)
	}
	for _, h := range slices.Concat(headersOf(s.targets), headersOf(s.aims), headersOf(s.facts)) {
		add(h)
	}
	for i := range s.questions {
		add(&s.questions[i].header)
	}
	for prompt, h := range s.prompts() {
		if named[prompt] == nil {
			named[prompt] = h
		}
	}
	return named
}

// rolePrompt is how people are asked for their role, in an interview as on paper.
const rolePrompt = "Your role"

// prompts are the columns of what people were asked, by the texts that asked it.
func (s *survey) prompts() map[string]*header {
	prompts := map[string]*header{}
	add := func(text string, h *header) {
		if prompts[folded([]byte(text))] != nil {
			h = &header{refused: "is the prompt of two questions; expected an id"}
		}
		prompts[folded([]byte(text))] = h
	}
	r := s.round.Rubric
	for i := range s.questions {
		add(r.Questions()[s.questions[i].index].Prompt, &s.questions[i].header)
	}
	for i, t := range r.Targets.Questions {
		add(t.Prompt, &s.targets[i].header)
	}
	for i, f := range r.Facts() {
		add(f.Text, &s.facts[i].header)
	}
	for i, f := range r.Forms { // a question of several rows: form tools write its prompt and the row, or the row alone
		add(f.Name, &s.aims[i].header)
		add(fmt.Sprintf("%s [%s]", r.Aim.Prompt, f.Name), &s.aims[i].header)
	}
	add(r.Priorities.Prompt, &s.priorities.header)
	add(r.Hurdles.Prompt, &s.hurdles.header)
	add(r.Hurdles.Worst, &s.worst.header)
	add(rolePrompt, &s.role.header)
	return prompts
}

// Header are the headers of a survey table of a round, in an order that
// people can follow: those who answer, the questions that the round asks, then
// what may be left out.
func Header(round Round) []string {
	s := newSurvey("", nil, round)
	columns := []*header{&s.respondent.header, &s.role.header, &s.code.header}
	for i := range s.questions {
		columns = append(columns, &s.questions[i].header)
	}
	columns = append(columns, headersOf(s.targets)...)
	columns = append(columns, &s.priorities.header, &s.hurdles.header, &s.worst.header)
	columns = append(columns, headersOf(s.aims)...)
	columns = append(columns, headersOf(s.facts)...)
	var ids []string
	for _, h := range columns {
		if h.refused == "" {
			ids = append(ids, h.id)
		}
	}
	return ids
}

func headersOf(choices []choice) []*header {
	var headers []*header
	for i := range choices {
		headers = append(headers, &choices[i].header)
	}
	return headers
}

// readHeader finds out which column holds what. It is false where nothing below
// can make sense.
func (s *survey) readHeader() bool {
	named := s.headers()
	s.row = s.table.header(func(text []byte) bool { return headerOf(text, named) != nil })
	s.width = len(s.row.cells)
	if s.width == 0 {
		return false
	}
	if wrong := s.noTable(); wrong != "" {
		s.fault(wholeRow, "", func() string { return wrong })
		return false
	}
	s.named = make([]string, s.width)
	for at := range column(s.width) {
		s.readColumn(at, named)
	}
	return s.findQuestions()
}

// noTable says why the first row is no header at all, and nothing where it may
// be one.
func (s *survey) noTable() string {
	switch {
	case s.width > maxColumns:
		return fmt.Sprintf("the row has %d cells; expected at most %d", s.width, maxColumns)
	case s.row.count(holdsNUL) > 0:
		return "NUL bytes stand here; expected CSV in UTF-8, or in UTF-16 with a byte order mark"
	case s.row.blank():
		return "the row is empty; expected a header"
	}
	return ""
}

// headerName is the name in a header, without the star that form tools put behind
// what must be answered.
func headerName(text []byte) string {
	return folded(bytes.TrimSuffix(bytes.TrimSpace(text), []byte("*")))
}

// headerOf is the header with a name, nil where there is none. Some form tools
// number their questions.
func headerOf(text []byte, named map[string]*header) *header {
	name := headerName(text)
	if h := named[name]; h != nil {
		return h
	}
	if number, rest, ok := strings.Cut(name, ". "); ok && isNumber(number) {
		return named[rest]
	}
	return nil
}

func isNumber(text string) bool {
	_, err := strconv.ParseUint(text, 10, 16)
	return err == nil
}

func (s *survey) readColumn(at column, named map[string]*header) {
	text := s.row.text(at)
	name := headerName(text)
	h := headerOf(text, named)
	switch {
	case name == "":
		s.empty = append(s.empty, at)
	case h == nil:
		s.fault(at, "", func() string { return unknownHeader(s.cellText(at), name, named) })
	case h.refused != "":
		s.fault(at, h.id, func() string { return strict.Show(s.cellText(at)) + " " + h.refused })
	case h.there():
		s.fault(at, h.id, func() string { return "the same as column " + h.at.letters() + "; expected each once" })
	default:
		h.at = at
		s.named[at] = h.id
	}
}

func unknownHeader(text, name string, named map[string]*header) string {
	var names []string
	for n := range named {
		names = append(names, n)
	}
	slices.Sort(names)
	if near, found := strict.Nearest(name, names); found {
		return fmt.Sprintf("%s is unknown; did you mean %s?", strict.Show(text), named[near].id)
	}
	return fmt.Sprintf("%s is unknown; expected the id or the prompt of a question; delete the column if it is of something else, such as a name, an address or a time", strict.Show(text))
}

// findQuestions notes the questions that are asked and have no column. It is
// false where none has one.
func (s *survey) findQuestions() bool {
	var missing []string
	found := false
	for _, q := range s.questions {
		found = found || q.there()
		if !q.there() && q.refused == "" {
			missing = append(missing, q.id)
		}
	}
	switch {
	case !found:
		s.fault(wholeRow, "", func() string {
			return "no column is a question's; expected ids such as " + s.round.Rubric.Questions()[0].ID + ", or prompts"
		})
	case len(missing) > 0:
		s.fault(wholeRow, "", func() string {
			return "no column for " + enumerate(missing) + "; an empty column leaves a question unanswered"
		})
	}
	s.forgetAbsent()
	return found
}

// forgetAbsent drops the columns that the table does not have, so that people
// are read without asking for them.
func (s *survey) forgetAbsent() {
	absent := func(c choice) bool { return !c.there() }
	s.targets = slices.DeleteFunc(s.targets, absent)
	s.aims = slices.DeleteFunc(s.aims, absent)
	s.facts = slices.DeleteFunc(s.facts, absent)
	s.findColumns()
}
