package strict

import (
	"bytes"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// simpleTexts are read without yaml.v3.
var simpleTexts = []string{
	"a: b\n",
	"a: b",
	"# first\na: 1  # one\n\nb: -2\nc: \"x: y # z\"\n",
	"a:\n  b: c\n  d:\n    e: f\n  # remark\n  g: h\ni: 2026-11-23\n",
	"a: {}\nb: []\nc: {d: 1.00, e: [f, \"g, h\"], 1.25: 4}\nd: [[1], {a: b}]\n",
	"a: Lakes Guild (north)  # remark\nb: \"Wälder\"\nc: {d: \"Wälder\", e: f}\n",
	"a: true\nb: null\nc: False\nd: nullable\ntrue: x\n1: y\ne: 0x1F\nf: 1e3\n",
	"a:  # remark\n  b: c\n",
}

// otherTexts are left to yaml.v3.
var otherTexts = []string{
	"", "\n", "a", "a:\n", "- a\n", "a: 'b'\n", "a: \"b\\n\"\n", "a: |\n  b\n", "a: b: c\n", "a: b\n  c\n",
	"a: *b\n", "a: &b c\n", "a: !x c\n", "a:\tb\n", "a: b\t\n", "a: b \n", "a: {b}\n", "a: {b: c,}\n", "a: [b\n]\n",
	"---\na: b\n", "a: b\n---\n", "? a\n: b\n", "a: \"b\nc\"\n", "a:b\n", " a: b\n", "a: b\n c: d\n", "a:\nb: c\n",
	"a: b\r\n", "a: -\n", "a: --- b\n", "a: [-]\n", "\"a\": b\n", "a: ~\n", "a: <<\n", "<<: a\n",
}

// compareSimple fails where simple gives other nodes than yaml.v3.
func compareSimple(t *testing.T, text []byte) bool {
	t.Helper()
	got, ok := simple(string(text))
	if !ok {
		return false
	}
	want, second, err := decode(text)
	if err != nil || second > 0 || len(want.Content) != 1 {
		t.Fatalf("%q was read; yaml.v3 says %v, and line %d", text, err, second)
	}
	var d document
	if diff := cmp.Diff(d.take(want.Content[0], 0), got, cmp.AllowUnexported(node{}), cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%q: %s", text, diff)
	}
	return true
}

func TestSimpleTextsAreReadAsYAMLReadsThem(t *testing.T) {
	for _, text := range simpleTexts {
		if !compareSimple(t, []byte(text)) {
			t.Errorf("%q is left to yaml.v3", text)
		}
	}
	for _, text := range otherTexts {
		if compareSimple(t, []byte(text)) {
			t.Errorf("%q is not left to yaml.v3", text)
		}
	}
}

// TestOurOwnFilesAreSimple keeps the speed: a record, and answers as people type
// them.
func TestOurOwnFilesAreSimple(t *testing.T) {
	for _, path := range []string{"../../examples/northern-trails-alliance/assessment.yaml", "../../examples/answers.yaml"} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !compareSimple(t, bytes.TrimSpace(text)) {
			t.Errorf("%s is left to yaml.v3", path)
		}
	}
}

func FuzzSimple(f *testing.F) {
	for _, text := range append(simpleTexts, otherTexts...) {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if _, wrong := badCharacter(text); wrong == "" { // such texts are refused before
			compareSimple(t, text)
		}
	})
}

func TestListsInListsTakeNoMoreRoomThanOthers(t *testing.T) {
	const deep = 250
	line := "a: " + strings.Repeat("[", deep) + strings.Repeat("1, ", 160) + "1" + strings.Repeat("]", deep) + "\n"
	text := strings.Repeat(line, 100)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, ok := simple(text); !ok {
		t.Fatal("the text is left to yaml.v3")
	}
	runtime.ReadMemStats(&after)
	made := after.TotalAlloc - before.TotalAlloc
	if most := uint64(100 * len(text)); made > most {
		t.Errorf("%d bytes are made of a text of %d; expected at most %d", made, len(text), most)
	}
}
