package interview

import (
	"slices"
	"strconv"
	"strings"

	"collab/assess"
	"collab/rubric"
)

// itemsHere are the items of the step where the script stands, as the answers are.
func (l *lines) itemsHere() []item {
	s := l.script
	if rows := s.countedRows(s.Here()); rows != nil {
		return l.handItems(rows)
	}
	switch s.Here().Kind {
	case StartPage:
		return l.start.items(s)
	case Instructions:
		return []item{{name: say.instructions(), reads: true, asks: instructionsWords(s), expects: say.enterContinues(), accept: notUnderstood}}
	case JointWork:
		return jointWorkItems(s)
	case Question:
		return []item{questionItem(s)}
	case Targets:
		return gridItems(targetRows(s), say.target(), s.Rubric().Targets.Instruction, func(r gridRow) (string, []string) {
			return r.label, []string{r.prompt}
		})
	case Aim:
		return aimItems(s)
	case Facts:
		f, _ := s.Rubric().Form(s.Here().ID)
		return gridItems(factRows(s, f), say.fact(), say.withMeaning(f.Name, f.Meaning), asFact)
	case Priorities:
		return []item{prioritiesItem(s)}
	case Hurdles:
		return l.hurdlesItems()
	}
	return []item{l.reviewItem()}
}

// gridItems asks row by row what the screen asks on one page.
func gridItems(rows []gridRow, noun, remind string, words func(gridRow) (topic string, asks []string)) []item {
	var items []item
	for _, row := range rows {
		it := choice(row)
		it.noun, it.remind = noun, remind
		it.topic, it.asks = words(row)
		it.clear = func() { row.take(-1) }
		items = append(items, it)
	}
	return items
}

func asFact(r gridRow) (string, []string) { return "", []string{sentence(r.label) + " " + r.prompt} }

func aimItems(s *Script) []item {
	rows := aimRows(s)
	facts := 0
	if s.asksSaysSo() {
		facts = 1
	}
	items := gridItems(rows[:facts], say.item(), "", asFact)
	return append(items, gridItems(rows[facts:], say.item(), s.Rubric().Aim.Prompt, func(r gridRow) (string, []string) {
		return "", []string{say.withMeaning(r.label, r.prompt)}
	})...)
}

func jointWorkItems(s *Script) []item {
	asks, given := s.Rubric().JointWork, s.given.JointWork
	d, _ := s.Rubric().Dimension(s.Here().Section)
	about := line(asks.About, given.About, assess.MaxLine, func(text string) reply {
		given.About = text
		s.SetJointWork(given)
		return reply{taken: true, said: say.recordedText(text)}
	})
	about.remind = say.jointWorkLines(noneOf(asks))
	if s.partOfGroup {
		about.remind += " " + say.forEverybody()
	}
	about.clear = func() {
		given.About = ""
		s.SetJointWork(given)
	}
	scope := choice(gridRow{
		options: numbered(names(asks.Scopes)), taken: slices.Index(rubric.IDs(asks.Scopes), given.Scope),
		take: func(i int) { given.Scope = asks.Scopes[i].ID; s.SetJointWork(given) },
	})
	scope.asks = []string{asks.Scope}
	purpose := choice(gridRow{
		options: numbered(names(asks.Purposes)), taken: slices.Index(rubric.IDs(asks.Purposes), given.Purpose),
		take: func(i int) { given.Purpose = asks.Purposes[i].ID; s.SetJointWork(given) },
	})
	purpose.asks = []string{asks.Purpose}
	items := []item{about, scope}
	if given.Scope != rubric.ScopeNone && len(asks.Purposes) > 0 {
		items = append(items, purpose)
	}
	for i := range items {
		items[i].noun, items[i].topic = say.item(), d.Short
	}
	return items
}

func questionItem(s *Script) item {
	q, _ := s.question()
	it := choice(questionRow(s, q))
	it.topic, it.remind = s.topicHere()
	it.asks = []string{q.Prompt}
	if note := s.noteWords(q.ID); note != "" {
		it.asks = append([]string{sentence(note)}, it.asks...)
	}
	return it
}

// topicHere is what the question is about, and what to have in mind at it.
func (s *Script) topicHere() (topic, remind string) {
	q, d := s.question()
	all := topics(q, d)
	remind = reminder(s.Rubric(), d)
	if about := s.given.JointWork.About; d.Kind == rubric.Spectrum && about != "" {
		remind = say.yourJointWork(remind, about)
	}
	return all[min(1, len(all)-1)], remind
}

// questionRow is a question with its answers as a row of options.
func questionRow(s *Script, q rubric.Question) gridRow {
	options, answers := questionOptions(s.Rubric(), q)
	return gridRow{
		options: options, taken: slices.Index(answers, s.AnswerTo(q.ID)),
		take: func(i int) { s.Answer(q.ID, answers[i]) },
	}
}

func prioritiesItem(s *Script) item {
	r := s.Rubric()
	it := ticks(priorityRows(s), r.Priorities.Max, s.SetPriorities)
	it.asks = []string{r.Priorities.Prompt, say.enterNumbers()}
	return it
}

// hurdlesItems ask for the hurdles and, of two or more, for the worst; w behind
// a number says it at once, as on the screen.
func (l *lines) hurdlesItems() []item {
	s := l.script
	r, given := s.Rubric(), s.given
	rows := hurdleRows(s)
	met := ticks(rows, 0, func(ids []string) { s.SetHurdles(ids, given.Worst) })
	met.asks = []string{r.Hurdles.Prompt, say.enterHurdles()}
	met.accept = l.withWorst(rows, met.accept)
	items := []item{met}
	if len(given.Hurdles) < 2 {
		return items
	}
	return append(items, worstItem(s, rows))
}

// withWorst hears which number has a w behind it, and has the others heard.
func (l *lines) withWorst(rows []tickRow, accept func(string) reply) func(string) reply {
	return func(entry string) reply {
		words := strings.FieldsFunc(strings.ToLower(entry), func(r rune) bool { return r == ' ' || r == ',' })
		worst := -1
		for i, word := range words {
			number, marked := strings.CutSuffix(word, "w")
			n, err := strconv.Atoi(number)
			switch {
			case !marked || err != nil || n < 1 || n > len(rows):
				continue
			case worst >= 0:
				return reply{said: say.oneWorst()}
			}
			worst, words[i] = n-1, number
		}
		r := accept(strings.Join(words, " "))
		if r.taken && worst >= 0 {
			l.script.SetHurdles(l.script.given.Hurdles, rows[worst].id)
			r.said = say.recordedWorst(r.said, worst+1)
			r.then = func() { l.leave((*Script).Next, firstOpenItem) }
		}
		return r
	}
}

func worstItem(s *Script, rows []tickRow) item {
	given := s.given
	worst := gridRow{taken: -1}
	var ids []string
	for i, row := range rows {
		if !row.on {
			continue
		}
		if row.worst {
			worst.taken = len(ids)
		}
		ids = append(ids, row.id)
		worst.options = append(worst.options, option{key: strconv.Itoa(i + 1), text: row.label})
	}
	worst.take = func(i int) { s.SetHurdles(given.Hurdles, at(ids, i)) }
	it := choice(worst)
	it.expects = listed(keys(worst.options), say.or())
	it.asks = []string{s.Rubric().Hurdles.Worst}
	it.clear = func() { worst.take(-1) }
	return it
}

// reviewItem lists the parts: all of them at first, later only those that are open.
func (l *lines) reviewItem() item {
	s := l.script
	parts := s.Overview()
	asks := []string{say.reviewBegins(s.reviewLine(parts))}
	if unplaced := s.unplacedWords(); unplaced != "" {
		asks = append(asks, unplaced)
	}
	for i, part := range parts {
		if !l.listed || s.Open(part.To) {
			asks = append(asks, say.reviewPart(i+1, part.Name, strings.Join(s.state(part), ", ")))
		}
	}
	end := say.reviewEnd()
	if l.listed {
		end = say.reviewEndAgain()
	}
	return item{
		name:    say.review(),
		asks:    append(asks, end),
		expects: say.expectsPart(len(parts)),
		needed:  say.lastPage(),
		accept: func(entry string) reply {
			if n, err := strconv.Atoi(entry); err == nil && n >= 1 && n <= len(parts) {
				return reply{taken: true, then: func() { l.leave(jumpTo(parts[n-1].To), firstOpenItem) }}
			}
			if lower := strings.ToLower(entry); lower == "f" || lower == "finish" {
				return reply{taken: true, then: func() { l.leave(finish, firstOpenItem) }}
			}
			return reply{}
		},
	}
}
