package rubric

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"gopkg.in/yaml.v3"
)

// A released rubric is frozen: years later, assessments are read and verified
// by it. If this test fails, do not change the digest here: put the file back
// as it was, and release what you changed as 1.1.0 beside it.
func TestReleasedRubricsStayAsTheyAre(t *testing.T) {
	for ref, want := range map[string]string{
		"association-collaboration 1.0.0": "b923b111e161d86b97c519d9269f5ecfaabe5461e90619944c7479538727193d",
	} {
		r, err := Released(ref)
		if err != nil {
			t.Fatal(err)
		}
		if r.Digest != want {
			t.Errorf("%s has the digest %s, was released with %s", ref, r.Digest, want)
		}
	}
}

func TestDefaultHoldsTheWholeQuestionnaire(t *testing.T) {
	r := Default()
	count := map[string]int{"questions": len(r.Questions()), "targets": len(r.Targets.Questions), "hurdles": len(r.Hurdles.Items),
		"forms": len(r.Forms), "facts": len(r.Facts()), "stages": r.K(), "roles": len(r.Roles), "terms": len(r.Terms),
		"instructions": len(r.Instructions), "traits": len(r.Traits()), "benefits": len(r.Benefits()), "purposes": len(r.JointWork.Purposes)}
	for _, q := range r.Questions() {
		d, _ := r.Dimension(q.Dimension)
		count[string(d.Kind)]++
		if q.Short {
			count["short "+string(d.Kind)]++
		}
	}
	for what, want := range map[string]int{"questions": 41, "targets": 7, "hurdles": 14, "forms": 3, "facts": 10, "stages": 4, "roles": 7,
		"terms": 4, "instructions": 6, "traits": 6, "benefits": 4, "purposes": 5,
		"trait": 24, "spectrum": 9, "benefit_area": 8, "short trait": 12, "short spectrum": 9} {
		if count[what] != want {
			t.Errorf("%d %s, want %d", count[what], what, want)
		}
	}
	checkWhole(t, r)
}

func TestDefaultLeavesNothingOut(t *testing.T) {
	for _, d := range Default().Dimensions {
		if len(d.Grounding) == 0 {
			t.Errorf("%s has no grounding", d.ID)
		}
		if d.Kind == Trait && (len(d.Questions) != 4 || scopesOf(d) != "within within between between" || len(d.Signs) != 4) {
			t.Errorf("%s has %d questions, %s, %d signs", d.ID, len(d.Questions), scopesOf(d), len(d.Signs))
		}
		for _, q := range d.Questions {
			if q.Why == "" || q.Evidence == "" {
				t.Errorf("%s lacks why or evidence", q.ID)
			}
		}
	}
}

func scopesOf(d *Dimension) string {
	var scopes []string
	for _, q := range d.Questions {
		scopes = append(scopes, string(q.Scope))
	}
	return strings.Join(scopes, " ")
}

func TestEveryDefaultQuestionHasItsOwnName(t *testing.T) {
	for what, of := range map[string]func(Question) string{
		"wording": func(q Question) string { return q.Wording },
		"name":    func(q Question) string { return q.Name },
		"prompt":  func(q Question) string { return q.Prompt },
	} {
		seen := map[string]string{}
		for _, q := range Default().Questions() {
			if other, twice := seen[of(q)]; twice {
				t.Errorf("%s and %s share the %s %s", other, q.ID, what, of(q))
			}
			seen[of(q)] = q.ID
		}
	}
}

// A question is one screen of 80 columns and 24 rows: what stands around
// prompt and anchors takes the other fourteen.
func TestDefaultQuestionsFitTheScreen(t *testing.T) {
	const columns, most = 76, 10
	for _, q := range Default().Questions() {
		total := rows(q.Prompt, columns)
		if total > 2 {
			t.Errorf("%s: the prompt takes %d rows", q.ID, total)
		}
		for i, anchor := range q.Anchors {
			n := rows(anchor, columns)
			if n > 2 {
				t.Errorf("%s: anchor %d takes %d rows", q.ID, i+1, n)
			}
			total += n
		}
		if total > most {
			t.Errorf("%s takes %d rows, more than %d", q.ID, total, most)
		}
	}
}

// rows is the number of rows that a text takes when its words are wrapped.
func rows(text string, columns int) int {
	rows, used := 1, 0
	for _, word := range strings.Fields(text) {
		n := len([]rune(word))
		if used > 0 && used+1+n > columns {
			rows, used = rows+1, 0
		}
		if used > 0 {
			used++
		}
		used += n
	}
	return rows
}

func TestWordingCanBeRecomputedByHand(t *testing.T) {
	sum := sha256.Sum256([]byte("4:How?,2:No,3:Oui,"))
	if got, want := wording("How?", []string{"No", "Oui"}), fmt.Sprintf("%x", sum)[:6]; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if wording("a", []string{"b", "c"}) == wording("a", []string{"bc", ""}) || wording("ab", nil) == wording("a", []string{"b"}) {
		t.Error("where one text ends makes no difference")
	}
}

func TestDigestKnowsNoLineEndsAndNoByteOrderMark(t *testing.T) {
	crlf := append([]byte("\ufeff"), bytes.ReplaceAll(DefaultText(), []byte("\n"), []byte("\r\n"))...)
	var utf16le []byte
	for _, unit := range utf16.Encode([]rune(string(crlf))) {
		utf16le = binary.LittleEndian.AppendUint16(utf16le, unit)
	}
	for _, copied := range [][]byte{crlf, utf16le} {
		r, err := Parse("copy.yaml", copied)
		if err != nil {
			t.Fatal(err)
		}
		if r.Digest != Default().Digest || r.Own() {
			t.Errorf("a copy with other line ends is another rubric: %s", r.Digest)
		}
	}
}

func TestReleasedFindsOnlyWhatIsAtHand(t *testing.T) {
	for _, ref := range []string{"", "association-collaboration 1.0.0"} {
		if r, err := Released(ref); err != nil || r != Default() {
			t.Errorf("%q: %v", ref, err)
		}
	}
	for _, ref := range []string{"association-collaboration 0.9", "association-collaboration", "1.0.0", "ours 1.0.0", "association-collaboration ../default/1.0.0", "association-collaboration  1.0.0"} {
		if _, err := Released(ref); !errors.Is(err, ErrNotAtHand) {
			t.Errorf("%q: got %v, want %v", ref, err, ErrNotAtHand)
		}
	}
}

func TestPreferFindsOnesOwnFirst(t *testing.T) {
	ours, err := Parse("own.yaml", []byte(own(t)))
	if err != nil {
		t.Fatal(err)
	}
	for ref, want := range map[string]*Rubric{"": ours, "our-rubric 1": ours, "association-collaboration 1.0.0": Default(), "our-rubric 2": nil} {
		if got, err := Prefer(ours)(ref); got != want || (err == nil) != (want != nil) {
			t.Errorf("%q: got %v, %v", ref, got, err)
		}
	}
	if got, err := Prefer(nil)(""); got != Default() || err != nil {
		t.Errorf("without one's own: got %v, %v", got, err)
	}
}

func TestDefaultKeepsItsOrder(t *testing.T) {
	want := []string{"values", "trust", "transparency", "knowledge", "stakeholders", "governance", "spectrum", "learning", "knowledge_resources", "community", "advocacy"}
	if got := dimensionIDs(Default().Dimensions); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func BenchmarkDefault(b *testing.B) {
	text := DefaultText()
	for b.Loop() {
		if _, err := Parse("1.0.0.yaml", text); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDefaultFloor is what yaml.v3 alone takes for the same file.
func BenchmarkDefaultFloor(b *testing.B) {
	text := DefaultText()
	for b.Loop() {
		var node yaml.Node
		if err := yaml.NewDecoder(bytes.NewReader(text)).Decode(&node); err != nil {
			b.Fatal(err)
		}
	}
}
