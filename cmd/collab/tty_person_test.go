//go:build unix

package main

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

// The keys of a terminal that have no letter.
const (
	enter = "\r"
	left  = "\x1b[D"
	right = "\x1b[C"
	up    = "\x1b[A"
	down  = "\x1b[B"
	ctrlC = "\x03"
	ctrlZ = "\x1a"
)

// paste is text that arrives at once and says that it was pasted.
func paste(text string) string { return "\x1b[200~" + text + "\x1b[201~" }

// A person has a response in mind and gives it, screen by screen.
type person struct {
	*window
	says  assess.Response
	steps []asking.Step    // all that they will be asked, from the start page on
	kept  *assess.Response // what they need not type again, or nil
}

// asks is what a step asks in a word: its id, but where there are many of a kind.
func asks(step asking.Step) string {
	words := map[asking.StepKind]string{
		asking.StartPage: "start", asking.Instructions: "read", asking.Pause: "pause", asking.Question: "question", asking.Review: "review",
	}
	if step.Kind == asking.Grid && step.ID != asking.TargetsStep && step.ID != asking.FormsStep {
		return "facts"
	}
	return cmp.Or(words[step.Kind], step.ID)
}

// sit has a person sit down before a window where the start page comes first.
func sit(w *window, says assess.Response) *person {
	return &person{window: w, says: says, steps: asking.NewWalk(says, asking.Asks{Length: true}).Steps()}
}

// answers gives everything, from the screen that is shown up to the one in
// place to, which is then shown.
func (p *person) answers(from, to int) {
	p.t.Helper()
	for i := from; i < to; i++ {
		p.press(p.keys(i))
		p.waitFor(p.sign(i + 1))
	}
}

// finishes gives everything from a screen on without once looking up, and ends
// the interview.
func (p *person) finishes(from int) {
	p.t.Helper()
	var keys strings.Builder
	for i := from; i < p.last(); i++ {
		keys.WriteString(p.keys(i))
	}
	p.press(keys.String() + "f")
}

// skips goes on to the review from the screen in place from, and answers only
// what decides which screens there are.
func (p *person) skips(from int) {
	p.t.Helper()
	var keys strings.Builder
	for i := from; i < p.last(); i++ {
		switch asks(p.steps[i]) {
		case asking.JointWorkStep:
			keys.WriteString(p.keys(i))
		default:
			keys.WriteString(right)
		}
	}
	p.press(keys.String())
	p.waitFor(p.sign(p.last()))
}

// last is the place of the review.
func (p *person) last() int { return len(p.steps) - 1 }

// at is the place of the first step that fits.
func (p *person) at(fits func(asking.Step) bool) int {
	p.t.Helper()
	i := slices.IndexFunc(p.steps, fits)
	if i < 0 {
		p.t.Fatal("no such step")
	}
	return i
}

func (p *person) atID(id string) int {
	p.t.Helper()
	return p.at(func(s asking.Step) bool { return s.ID == id })
}

// sign is what tells the screen in place i from the others.
func (p *person) sign(i int) string {
	asked, parts := 0, 0
	for _, step := range p.steps[:i+1] {
		if step.Kind.TakesAnswer() {
			asked++
		}
		if step.Kind == asking.Pause {
			parts++
		}
	}
	switch asks(p.steps[i]) {
	case "start":
		return "Name of the association"
	case "read":
		return "Before the first question"
	case "pause":
		return fmt.Sprintf("Part %d of ", parts)
	case "review":
		return "Finish and see"
	}
	return fmt.Sprintf(" %d of ", asked)
}

// keys are those that say at the step in place i what the person has in mind,
// and go on.
func (p *person) keys(i int) string {
	r, step := p.says, p.steps[i]
	switch asks(step) {
	case "start":
		return r.Association + enter + place(rubric.IDs(r.Rubric.Roles), r.Role) +
			place([]assess.Length{assess.Short, assess.Full}, r.Length)
	case "question":
		return p.note(step.ID) + answerKey(r.Answers[r.Rubric.Index(step.ID)])
	case asking.JointWorkStep:
		return p.jointWork()
	case asking.TargetsStep, asking.FormsStep, "facts":
		rows := p.rows(step)
		return strings.Repeat(up, len(rows)) + strings.Join(rows, "") + enter // it begins at the first open row
	case asking.PrioritiesID:
		var keys string
		for _, id := range r.Priorities {
			keys += strconv.Itoa(1 + slices.IndexFunc(r.Rubric.Traits(), func(d *rubric.Dimension) bool { return d.ID == id }))
		}
		return keys + enter
	case asking.HurdlesID:
		return p.hurdles() + enter
	}
	return enter
}

// note opens the note to a question, types it and keeps it.
func (p *person) note(question string) string {
	note := p.says.Notes[question]
	if note == "" || p.kept != nil && p.kept.Notes[question] == note {
		return ""
	}
	return "m" + note + enter
}

// jointWork fills the page's fields from the first that is empty.
func (p *person) jointWork() string {
	asks, j, kept := p.says.Rubric.JointWork, p.says.JointWork, assess.JointWork{}
	if p.kept != nil {
		kept = p.kept.JointWork
	}
	keys := place(rubric.IDs(asks.Purposes), j.Purpose)
	if kept.Scope == "" {
		keys = place(rubric.IDs(asks.Scopes), j.Scope) + keys
	}
	if kept.About == "" {
		keys = j.About + enter + keys
	}
	return keys
}

func answerKey(a assess.Answer) string {
	switch a {
	case assess.Unanswered:
		return right
	case assess.DontKnow:
		return "d"
	case assess.DoesNotApply:
		return "n"
	}
	return strconv.Itoa(int(a))
}

// place is the key of one of several choices; none goes to the next field.
func place[T comparable](of []T, chosen T) string {
	if i := slices.Index(of, chosen); i >= 0 {
		return strconv.Itoa(i + 1)
	}
	return ""
}

// rows are the keys of a page with a row each, which go to the next row.
func (p *person) rows(step asking.Step) []string {
	r := p.says
	var keys []string
	add := func(key string) { keys = append(keys, cmp.Or(key, down)) }
	switch asks(step) {
	case asking.TargetsStep:
		for _, q := range r.Rubric.Targets.Questions {
			switch target := r.Targets[q.Dimension]; target {
			case assess.NoTarget:
				add("")
			case assess.TodayIsRight:
				add("t")
			default:
				add(strconv.Itoa(int(target)))
			}
		}
	case asking.FormsStep:
		if r.Length == assess.Full {
			add(factKey(r.Facts[rubric.SaysSoID]))
		}
		for _, f := range r.Rubric.Forms {
			add(place(rubric.IDs(r.Rubric.Aim.Choices), r.Aim[f.ID]))
		}
	case "facts":
		form, _ := r.Rubric.Form(step.ID)
		for _, f := range form.Facts {
			add(factKey(r.Facts[f.ID]))
		}
	}
	return keys
}

func factKey(f assess.Fact) string {
	return map[assess.Fact]string{assess.Met: "y", assess.NotMet: "n", assess.FactUnknown: "d"}[f]
}

// hurdles ticks those that were met, the worst with its own key.
func (p *person) hurdles() string {
	var keys string
	for _, h := range p.says.Rubric.Hurdles.Items {
		switch {
		case h.ID == p.says.Worst:
			keys += "w"
		case slices.Contains(p.says.Hurdles, h.ID):
			keys += " "
		}
		keys += down
	}
	if len(p.says.Hurdles) > 1 && p.says.Worst == "" {
		keys += enter // asked for the worst, once
	}
	return keys
}

// upTo is what the person has said when the screen in place n is drawn.
func (p *person) upTo(n int) assess.Response {
	all, r := p.says, assess.NewResponse(p.says.Rubric)
	r.Date = all.Date
	for _, step := range p.steps[:n] {
		switch asks(step) {
		case "start":
			r.Association, r.Role, r.Length = all.Association, all.Role, all.Length
		case asking.JointWorkStep:
			r.JointWork = all.JointWork
		case "question":
			i := all.Rubric.Index(step.ID)
			r.Answers[i] = all.Answers[i]
			if note := all.Notes[step.ID]; note != "" {
				r.Notes[step.ID] = note
			}
		case asking.TargetsStep:
			r.Targets = all.Targets
		case asking.FormsStep:
			r.Aim = all.Aim
			r.Facts[rubric.SaysSoID] = all.Facts[rubric.SaysSoID]
		case "facts":
			form, _ := all.Rubric.Form(step.ID)
			for _, f := range form.Facts {
				r.Facts[f.ID] = all.Facts[f.ID]
			}
		case asking.PrioritiesID:
			r.Priorities = all.Priorities
		case asking.HurdlesID:
			r.Hurdles, r.Worst = all.Hurdles, all.Worst
		}
	}
	return r
}

// said is a response as single facts by name, to compare what was said with
// what was kept.
func said(r assess.Response) map[string]string {
	facts := map[string]string{}
	for i, q := range r.Rubric.Questions() {
		if a := r.Answers[i]; a != assess.Unanswered {
			facts["answer "+q.ID] = a.ID(r.Rubric)
		}
	}
	for id, t := range r.Targets {
		facts["target "+id] = t.ID(r.Rubric)
	}
	for id, f := range r.Facts {
		if f != "" {
			facts["fact "+id] = string(f)
		}
	}
	for _, id := range r.Hurdles {
		facts["hurdle "+id] = "met"
	}
	for _, id := range r.Priorities {
		facts["priority "+id] = "yes"
	}
	for name, text := range map[string]string{
		"association": r.Association, "role": r.Role, "length": string(r.Length), "worst hurdle": r.Worst,
		"joint work": r.JointWork.About, "joint work's scope": r.JointWork.Scope, "joint work's purpose": r.JointWork.Purpose,
	} {
		if text != "" {
			facts[name] = text
		}
	}
	addAll(facts, "form ", r.Aim)
	addAll(facts, "note ", r.Notes)
	return facts
}

func addAll(to map[string]string, kind string, from map[string]string) {
	for id, text := range from {
		to[kind+id] = text
	}
}

// missing are the facts of one that are not in another, or not so.
func missing(from, in map[string]string) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(from)) {
		if in[name] != from[name] {
			out = append(out, fmt.Sprintf("%s: %q, not %q", name, from[name], in[name]))
		}
	}
	return out
}

// example is the response of the example, with which every kind of screen is asked.
func example(t testing.TB) assess.Response {
	t.Helper()
	return parsed(t, filepath.Join(examples, "answers.yaml"))
}

func parsed(t testing.TB, path string) assess.Response {
	t.Helper()
	r, err := assess.ParseResponse(path, []byte(read(t, path)), rubric.Released)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// responseFiles are the response files in an association's folder.
func responseFiles(t testing.TB, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, responsesDir, "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// onlyDraft is the one response file in an association's folder.
func onlyDraft(t testing.TB, folder string) string {
	t.Helper()
	files := responseFiles(t, folder)
	if len(files) != 1 {
		t.Fatalf("%d response files in %s, want one: %v", len(files), folder, files)
	}
	return files[0]
}

// noResponses checks that nothing at all is left of the responses.
func noResponses(t testing.TB, folder string) {
	t.Helper()
	if left, err := os.ReadDir(filepath.Join(folder, responsesDir)); !os.IsNotExist(err) {
		t.Errorf("left in responses: %v %v", left, err)
	}
}
