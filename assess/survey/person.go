package survey

import (
	"bytes"
	"fmt"
	"math/bits"
	"slices"
	"unicode/utf8"

	"collab/assess"
	"collab/assess/asking"
	"collab/internal/strict"
)

// A person is what the row at hand says.
type person struct {
	blank assess.Response // of somebody who says nothing
	says  assess.Response
	ids   []string // what was ticked, of all lists
	key   []byte   // stands for all that is said
	wrong bool     // a cell cannot be read
	last  int      // of the questions, the place of the last that was answered, from 1
	who   []byte   // the respondent; empty where nobody is named

	questions int    // that have a column
	yes, no   string // as tools write of a box, in the language of the questions

	known, foreign int // cells of one choice, of all rows
	rows           *register
}

func newPerson(round asking.Round) person {
	words, _ := asking.WordsOf(round.Rubric)
	p := person{says: assess.NewResponse(round.Rubric), rows: newRegister(), yes: folded(words.Yes), no: folded(words.No)}
	p.says.Association, p.says.Date, p.says.Length, p.says.JointWork = round.Association, round.Date, round.Length, round.JointWork
	p.blank = p.says // whose maps and answers are cleared, not made anew, for each row
	return p
}

// forget makes room for the next row.
func (p *person) forget() {
	p.says = p.blank
	r := &p.says
	clear(r.Answers)
	clear(r.Targets)
	clear(r.Aim)
	clear(r.Facts)
	p.ids, p.key, p.wrong, p.last, p.who = p.ids[:0], p.key[:0], false, 0, nil
}

// readRow reads one row below the heading.
func (s *reader) readRow(r row) error {
	if r.blank() {
		return nil
	}
	s.summary.Rows++
	s.forget()
	s.readChoices(r)
	s.readLists(r)
	s.readTexts(r)
	s.checkEmpty(r)
	if s.last == 0 && !s.wrong {
		s.summary.Empty++
		return nil
	}
	s.checkWorst(r)
	s.lookForTwins(r)
	s.summary.People++
	if s.questions > 7 && s.last <= s.questions-s.questions/4 {
		s.summary.Stopped++
	}
	if len(s.faults.First) > 0 {
		return nil
	}
	return s.each(r.number, &s.says)
}

func (s *reader) readChoices(r row) {
	asked := 0
	for i := range s.choices {
		c := &s.choices[i]
		if c.question {
			asked++
		}
		place := c.place(r.cell(c.at))
		s.key = append(s.key, byte(place))
		if place < 0 {
			if place != nothing {
				s.fault(r.number, c.at, c.item, c.fault(r.text(c.at), place))
				s.wrong = true
				s.foreign++
			}
			continue
		}
		s.known++
		c.item.Take(&s.says, place)
		if c.question {
			s.last = asked
		}
	}
}

func (s *reader) readLists(r row) {
	for i := range s.lists {
		l := &s.lists[i]
		options, at, wrong := l.ticked(r, &s.person)
		if wrong != "" {
			s.fault(r.number, at, l.item, wrong)
		}
		s.key = fmt.Append(s.key, options)
		from := len(s.ids)
		s.ids = idsOf(l.item, options, s.ids)
		l.item.Tick(&s.says, s.ids[from:])
	}
}

// ticked are the options that a row ticks, or what is wrong with it, and where.
func (l *listColumns) ticked(r row, p *person) (options uint64, at int, wrong string) {
	for _, b := range l.boxes {
		switch place := l.inBox(r.text(b.at), b.option, p); place {
		case b.option:
			options |= 1 << b.option
		case unknown:
			return 0, b.at, fmt.Sprintf("%s is neither yes nor no", strict.Show(r.text(b.at)))
		}
	}
	if n := bits.OnesCount64(options); n > l.item.Most {
		return 0, l.boxes[0].at, fmt.Sprintf("%d are ticked; expected at most %d", n, l.item.Most)
	}
	if l.at < 0 {
		return options, l.at, ""
	}
	says := l.read(r.cell(l.at))
	if says.wrong == "" && len(l.boxes) > 0 && options != 0 && options != says.options {
		return 0, l.boxes[0].at, fmt.Sprintf("the columns of the options disagree with column %s; make them agree", letters(l.at))
	}
	return says.options, l.at, says.wrong
}

// inBox is the option where its box is ticked, nothing where it is not.
func (l *listColumns) inBox(cell string, option int, p *person) int {
	switch folded(cell) {
	case "", "0", "no", p.no, "n", "false", "n/a", "not selected", "unchecked":
		return nothing
	case "1", "yes", p.yes, "y", "true", "x", "selected", "checked", "\u2713", "\u2714", "\u2611":
		return option
	}
	if l.place([]byte(cell)) == option {
		return option
	}
	return unknown
}

func (s *reader) readTexts(r row) {
	for _, c := range s.texts {
		text := bytes.TrimSpace(r.cell(c.at))
		if len(text) == 0 {
			continue
		}
		if c.item.ID == asking.RespondentID {
			s.who = text
			continue
		}
		shown, known := s.charset.typed(string(text))
		typed := strict.Plain(shown)
		switch {
		case !known:
			s.fault(r.number, c.at, c.item, "some characters of this code are unclear; save the table as CSV UTF-8")
		case utf8.RuneCountInString(typed) > assess.MaxCode:
			s.fault(r.number, c.at, c.item, fmt.Sprintf("the code has %d characters; expected at most %d", utf8.RuneCountInString(typed), assess.MaxCode))
		}
		c.item.Type(&s.says, typed)
		s.key = append(append(s.key, 0), typed...)
	}
}

// checkEmpty notes what stands where nothing may stand: each column once, since the
// rows below say the same.
func (s *reader) checkEmpty(r row) {
	for i := range s.empty {
		c := &s.empty[i]
		if !c.told && len(bytes.TrimSpace(r.cell(c.at))) > 0 {
			c.told = true
			s.fault(r.number, c.at, c.item, c.why)
		}
	}
	for at := s.width; at < len(r.cells); at++ {
		if len(bytes.TrimSpace(r.cells[at])) > 0 {
			s.fault(r.number, at, nil, "this row has more cells than the header; a comma in a text may have split one")
			return
		}
	}
}

func (s *reader) checkWorst(r row) {
	if worst := s.says.Worst; worst != "" && !slices.Contains(s.says.Hurdles, worst) && len(s.faults.First) == 0 {
		s.fault(r.number, s.worst, s.itemAt(s.worst), worst+" is marked the worst hurdle but was not ticked")
	}
}

// lookForTwins notes whoever stands in the table twice: by name, or where nobody is
// named by all that is said.
func (s *reader) lookForTwins(r row) {
	key := s.key
	if len(s.who) > 0 {
		key = append(append(key[:0], "who"...), s.who...)
	}
	first := s.rows.first(r.number, key)
	switch {
	case first == r.number:
	case len(s.who) > 0:
		s.fault(r.number, -1, nil, fmt.Sprintf("row %d names the same respondent; each person counts once", first))
	default:
		s.summary.twin(first, r.number)
	}
}
