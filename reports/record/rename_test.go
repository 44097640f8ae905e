package record

import (
	"strings"
	"testing"

	"collab/rubric"
)

// A renamed record is known by both names, verifies, and holds all else as it was.
func TestARenamedRecordKeepsItsFormerNames(t *testing.T) {
	text := encoded(answered(t))
	was, _, err := Names("r.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	nothing := func(string) bool { return false }
	renamed, err := Rename("r.yaml", text, "First: new", nothing)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Rename("r.yaml", renamed, "Second", nothing)
	if err != nil {
		t.Fatal(err)
	}
	name, formerly, err := Names("r.yaml", again)
	if err != nil || name != "Second" || strings.Join(formerly, "|") != was+"|First: new" {
		t.Errorf("it is %q, before %q: %v", name, formerly, err)
	}
	if _, err := Open("r.yaml", again, rubric.Released); err != nil {
		t.Errorf("it does not verify: %v", err)
	}
	back, err := Rename("r.yaml", again, was, func(name string) bool { return name == "Second" })
	if err != nil {
		t.Fatal(err)
	}
	if _, formerly, _ := Names("r.yaml", back); strings.Join(formerly, "|") != "Second" {
		t.Errorf("back again, before %q", formerly)
	}
	if slipped, err := Rename("r.yaml", again, was, nothing); err != nil || string(slipped) != string(text) {
		t.Errorf("back from names that nothing bears it is another record: %v\n%s", err, slipped)
	}
	alone, err := RenameAlone("r.yaml", back, was)
	if err != nil || string(alone) != string(back) {
		t.Errorf("the same name changes something: %v", err)
	}
	if _, err := RenameAlone("r.yaml", []byte("{association: A, date: 2026-01-01}\n"), "B"); err == nil {
		t.Error("no error where the name has no line of its own")
	}
}
