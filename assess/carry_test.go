package assess

import (
	"bytes"
	"slices"
	"testing"

	"collab/rubric"
)

// A later rubric words one question anew, drops one and adds one; a target's
// anchor, a hurdle's sign and a form's meaning change too.
func later(t *testing.T) *rubric.Rubric {
	t.Helper()
	text := rubric.DefaultText()
	for _, edit := range [][2]string{
		{`"1.0.0"`, `"1.1.0"`},
		{"id: association-collaboration", "id: of-our-own"},
		{"id: values.decisions", "id: values.choices"},
	} {
		if !bytes.Contains(text, []byte(edit[0])) {
			t.Fatalf("the default rubric has no %s", edit[0])
		}
		text = bytes.Replace(text, []byte(edit[0]), []byte(edit[1]), 1)
	}
	r, err := rubric.Parse("later.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestCarryKeepsWhatIsAskedInTheSameWords(t *testing.T) {
	r := NewResponse(rubric.Default())
	r.Association, r.Role, r.Code = "Lakes Guild", "board", "heron"
	for i := range r.Answers {
		r.Answers[i] = 2
	}
	r.Notes = map[string]string{"values.goals": "page 4", "values.decisions": "page 5"}
	r.Priorities, r.Hurdles, r.Worst = []string{"trust"}, []string{"inertia", "turf"}, "turf"
	r.Targets["values"], r.Aim["shared_services"], r.Facts[rubric.SaysSoID] = 3, rubric.Have, Met

	over, c := Carry(r, later(t))
	if over.Rubric.Index("values.choices") < 0 || over.Answers[over.Rubric.Index("values.choices")] != Unanswered {
		t.Error("a question that is new has an answer")
	}
	if !slices.Equal(c.Added, []string{"values.choices"}) || !slices.Equal(c.Removed, []string{"values.decisions"}) || len(c.Reworded) > 0 {
		t.Errorf("carried %+v", c)
	}
	if len(c.Kept) != len(r.Answers)-1 || over.Answers[over.Rubric.Index("values.goals")] != 2 {
		t.Errorf("kept %d of %d", len(c.Kept), len(r.Answers))
	}
	if over.Notes["values.goals"] != "page 4" || len(over.Notes) != 1 {
		t.Errorf("notes %v", over.Notes)
	}
	if over.Role != "board" || over.Code != "heron" || over.Worst != "turf" || over.Targets["values"] != 3 ||
		over.Aim["shared_services"] != rubric.Have || over.Facts[rubric.SaysSoID] != Met {
		t.Errorf("left something behind: %+v", over)
	}
}

func TestCarryLeavesOutWhatWasAskedInOtherWords(t *testing.T) {
	r := NewResponse(rubric.Default())
	r.Answers[0], r.Notes[r.Rubric.Questions()[0].ID] = 3, "an example"
	to := *rubric.Default()
	text := bytes.Replace(to.Text(), []byte(to.Questions()[0].Prompt), []byte("Who decides?"), 1)
	reworded, err := rubric.Parse("x.yaml", bytes.Replace(text, []byte("id: association-collaboration"), []byte("id: of-our-own"), 1))
	if err != nil {
		t.Fatal(err)
	}
	over, c := Carry(r, reworded)
	if over.Answers[0] != Unanswered || len(over.Notes) > 0 || len(c.Reworded) != 1 || len(c.Kept) > 0 {
		t.Errorf("carried %+v to %v", c, over.Answers[0])
	}
}
