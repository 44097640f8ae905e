package plan

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"collab/assess"
	"collab/internal/strict"
)

// Parse reads a plan. The name is for its faults, which come as a [strict.Faults] with
// everything that is wrong.
func Parse(name string, text []byte) (*Plan, error) {
	top, err := strict.Parse(name, text)
	if err != nil {
		return nil, err
	}
	m := top.Mapping("format", "association", "next_assessment", "agreed")
	m.Need("format").Int(Format, Format)
	p := &Plan{Association: assess.ReadName(m.Need("association")), Next: assess.ReadDate(m.Get("next_assessment"))}
	rounds := m.Need("agreed")
	for i, item := range rounds.Items() {
		if i == MaxRounds {
			item.Fault("more than %d assessments stand here; expected at most as many", MaxRounds)
			break
		}
		p.take(item)
	}
	slices.SortStableFunc(p.Rounds, func(a, b Round) int { return a.Date.Compare(b.Date.Time) })
	return p, m.Err()
}

// take reads what was agreed after one assessment.
func (p *Plan) take(item strict.Value) {
	m := item.Mapping("assessment", "steps")
	date := m.Need("assessment")
	r := Round{Date: assess.ReadDate(date)}
	if p.At(r.Date) != nil {
		date.Fault("the assessment of %s stands twice", r.Date)
	}
	steps := m.Need("steps")
	if n := len(steps.Items()); n > MaxSteps {
		steps.Fault("%d steps stand here; expected at most %d, as an assessment names", n, MaxSteps)
		return
	}
	for _, item := range steps.Items() {
		s, do := readStep(item)
		if r.Step(s.Do) != nil {
			do.Fault("%s stands twice", s.Do)
		}
		r.Steps = append(r.Steps, s)
	}
	p.Rounds = append(p.Rounds, r)
}

func readStep(item strict.Value) (s Step, do strict.Value) {
	m := item.Mapping("do", "step", "who", "by", "became", "why")
	do = m.Need("do")
	words := m.Need("step")
	if words.Blank() {
		words.Fault("expected what to do, found nothing")
	}
	s = Step{
		Do: do.Text(), Words: readLine(words, MaxLine),
		Who: readLine(m.Get("who"), MaxWho), By: assess.ReadDate(m.Get("by")),
		Became: Outcome(m.Get("became").Word(Outcomes()...)), Why: readLine(m.Get("why"), MaxLine),
	}
	if s.Do != "" && strings.ContainsFunc(s.Do, func(r rune) bool { return !isID(r) }) {
		do.Fault("%s is no id of a question or a fact; expected one such as trust.reliance", strict.Show(s.Do))
	}
	return s, do
}

// isID is true of what ids are made of.
func isID(r rune) bool { return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '_' || r == '.' }

func readLine(v strict.Value, most int) string {
	if v.Blank() {
		return ""
	}
	line, err := Line(v.Text(), most)
	if err != nil {
		v.Fault("%v", err)
	}
	return line
}

// Line checks what somebody typed and gives it without the blanks around it: one line of
// so many characters at most, none of which steers a terminal.
func Line(text string, most int) (string, error) {
	line := strings.TrimSpace(text)
	switch {
	case line != strict.Clean(line) || strings.ContainsAny(line, "\n\t"):
		return "", errors.New("the text holds a control character; expected text on one line")
	case utf8.RuneCountInString(line) > most:
		return "", fmt.Errorf("the text has %d characters; expected at most %d", utf8.RuneCountInString(line), most)
	}
	return line, nil
}
