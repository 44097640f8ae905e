package reports

import (
	"fmt"
	"strings"
	"testing"

	"collab/assess"
	"collab/reports/drawing"
	"collab/rubric"
)

// With 1 to 9 attributes, 2 to 7 stages and names as long as they may be, no text of a
// picture lies on another or leaves the picture, at any width that pages have.
func TestNoTextOfAPictureLiesOnAnother(t *testing.T) {
	for k := 2; k <= 7; k++ {
		for n := 1; n <= 9; n++ {
			r := rubricOf(t, k, n)
			for name, a := range map[string]*assess.Assessment{"one": oneOn(t, r), "room": roomOn(t, r)} {
				for _, width := range []float64{PhoneWidth, PageWidth} {
					drawn := only(plainStory(a).drawLadder(width))
					if n == 9 { // the rest is the same for any number of attributes
						drawn = Drawings(a, Options{}, width)
					}
					for _, d := range drawn {
						collisions(t, fmt.Sprintf("%s, %d stages, %d attributes, %v wide, %s", name, k, n, width, d.ID), d)
					}
				}
			}
		}
	}
}

func only(d drawing.Drawing, drawn bool) []drawing.Drawing {
	if !drawn {
		return nil
	}
	return []drawing.Drawing{d}
}

func TestNoTextOfAnyFixtureLiesOnAnother(t *testing.T) {
	for _, fix := range everyPage() {
		a, o := fix.Make(t)
		for _, width := range []float64{PhoneWidth, PageWidth} {
			for _, d := range Drawings(a, o, width) {
				collisions(t, fmt.Sprintf("%s, %v wide, %s", fix.Name, width, d.ID), d)
			}
		}
	}
}

// A box is where something stands.
type box struct {
	left, top, right, bottom float64
	what                     string
}

func (b box) on(other box) bool {
	const slack = 1
	return min(b.right, other.right)-max(b.left, other.left) > slack && min(b.bottom, other.bottom)-max(b.top, other.top) > slack
}

func collisions(t *testing.T, where string, d drawing.Drawing) {
	t.Helper()
	var texts []box
	for _, s := range d.Shapes {
		if text, ok := s.(drawing.Text); ok {
			texts = append(texts, boxOf(text))
		}
	}
	for i, b := range texts {
		if b.left < -1 || b.right > d.Width+1 || b.top < -1 || b.bottom > d.Height+1 {
			t.Errorf("%s: %q leaves the picture", where, b.what)
		}
		for _, other := range texts[i+1:] {
			if b.on(other) {
				t.Errorf("%s: %q lies on %q", where, b.what, other.what)
			}
		}
	}
}

// boxOf is where a text stands, from the top of its capitals to below its baseline.
func boxOf(s drawing.Text) box {
	w := drawing.Width(s.Text, s.Size, s.Bold)
	left := s.X - w*map[drawing.Anchor]float64{drawing.Middle: .5, drawing.End: 1}[s.Anchor]
	return box{left, s.Y - .8*s.Size, left + w, s.Y + .22*s.Size, s.Text}
}

// rubricOf has k stages and n attributes, and every name as long as it may be.
func rubricOf(t *testing.T, k, n int) *rubric.Rubric {
	t.Helper()
	var b strings.Builder
	long := func(i, most int) string {
		texts := []string{strings.Repeat("W", most), strings.Repeat("many small words ", 5), strings.Repeat("協力している段階", 8)}
		return strings.TrimSpace(string([]rune(texts[i%3])[:most]))
	}
	b.WriteString("format: 1\nid: wide\nversion: \"0.1.0\"\nlanguage: en\nname: \"Wide\"\nstages:\n")
	for i := range k {
		fmt.Fprintf(&b, "  - {id: s%d, name: %q, meaning: \"Meaning.\"}\n", i+1, long(i, 60))
	}
	b.WriteString("other_answers: {dont_know: \"I don't know\", does_not_apply: \"Does not apply\"}\n")
	b.WriteString("roles:\n  - {id: other, name: \"Other\"}\nscopes: {within: \"Inside.\", between: \"Outside.\"}\ndimensions:\n")
	question := func(id string, i int, scope string) {
		fmt.Fprintf(&b, "      - id: %s\n        name: %q\n%s        short: true\n        prompt: \"How?\"\n        anchors:\n", id, long(i, 28), scope)
		for s := range k {
			fmt.Fprintf(&b, "          s%d: \"It is %d.\"\n", s+1, s)
		}
		b.WriteString("        next_steps:\n")
		for s := range k - 1 {
			fmt.Fprintf(&b, "          s%d: \"Do step %d.\"\n", s+2, s)
		}
	}
	dimension := func(id, kind string, i int) {
		fmt.Fprintf(&b, "  - id: %s\n    kind: %s\n    name: %q\n    short: %q\n    definition: \"About it.\"\n    questions:\n", id, kind, long(i, 60), long(i, 14))
	}
	for i, id := range []string{"one", "two", "three"} {
		dimension(id, "trait", i)
		question(id+".q0", i, "        scope: within\n")
		question(id+".q1", i+1, "        scope: between\n")
	}
	dimension("spectrum", "spectrum", 1)
	for i := range n {
		question(fmt.Sprintf("spectrum.q%d", i), i, "")
	}
	for i, id := range []string{"gain", "grow"} {
		dimension(id, "benefit_area", i)
		question(id+".q0", i, "        scope: within\n")
		question(id+".q1", i+1, "        scope: between\n")
	}
	b.WriteString("priorities: {prompt: \"Which?\", max: 1}\n")
	b.WriteString("joint_work:\n  about: \"What?\"\n  scope: \"Whose?\"\n  scopes:\n    - {id: within, name: \"Within\"}\n    - {id: between, name: \"Between\"}\n    - {id: none, name: \"None\"}\n  purpose: \"Why?\"\n  purposes:\n    - {id: other, name: \"Other\"}\n")
	r, err := rubric.Parse("wide.yaml", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// answersOn places the questions over all stages, a person apart from the next.
func answersOn(t *testing.T, r *rubric.Rubric, turn int) assess.Response {
	t.Helper()
	answers := assess.NewResponse(r)
	answers.Association, answers.Date = "日本山岳会", date(t)
	answers.JointWork = assess.JointWork{Scope: "between"}
	for i := range answers.Answers {
		answers.Answers[i] = assess.Answer((i+turn)%r.K() + 1)
	}
	return answers
}

func oneOn(t *testing.T, r *rubric.Rubric) *assess.Assessment {
	return longer(assessed(answersOn(t, r, 0)))
}

// longer gives questions names of sixty characters, which no rubric may have today.
func longer(a *assess.Assessment) *assess.Assessment {
	name := func(q *rubric.Question) { q.Name = string([]rune(strings.Repeat(q.Name+" ", 3))[:60]) }
	for i := range a.Answers {
		name(a.Answers[i].Question)
	}
	for i := range a.Spectrum.Dimension.Questions {
		name(&a.Spectrum.Dimension.Questions[i])
	}
	return a
}

func roomOn(t *testing.T, r *rubric.Rubric) *assess.Assessment {
	t.Helper()
	tally := assess.NewTally(r, assess.Group, "日本山岳会", date(t))
	for i := range 11 {
		if err := tally.Add(answersOn(t, r, i*i)); err != nil {
			t.Fatal(err)
		}
	}
	return longer(assess.Assess(tally.Publish()))
}
