package record

import (
	"bytes"
	"encoding/binary"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"gopkg.in/yaml.v3"

	"collab/assess"
	"collab/rubric"
)

var update = flag.Bool("update", false, "write the golden files anew")

// answered is the response of testdata/answers.yaml.
func answered(t testing.TB) assess.Response {
	t.Helper()
	name := filepath.Join("testdata", "answers.yaml")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	r, err := assess.ParseResponse(name, text, rubric.Released)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func encoded(r assess.Response) []byte { return Encode(assess.Assess(assess.One(r))) }

func TestRecordIsTheGoldenOne(t *testing.T) {
	got := encoded(answered(t))
	golden := filepath.Join("testdata", "assessment.yaml")
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got:\n%s", got)
	}
}

func TestARecordReadBackVerifies(t *testing.T) {
	text := encoded(answered(t))
	got, want, err := Verify("assessment.yaml", text, rubric.Released)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%v\n%s", err, want)
	}
	windows := bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))
	if Seal(text) != Seal(windows) || len(Seal(text)) != 12 {
		t.Errorf("the seals are %s and %s", Seal(text), Seal(windows))
	}
}

// saved are ways in which editors and people leave a record as it is.
func saved(text string) map[string]string {
	inOrder := func(order binary.AppendByteOrder) string {
		var b []byte
		for _, unit := range utf16.Encode([]rune("\ufeff" + text)) {
			b = order.AppendUint16(b, unit)
		}
		return string(b)
	}
	return map[string]string{
		"a byte order mark":        "\ufeff" + text,
		"UTF-16":                   inOrder(binary.LittleEndian),
		"UTF-16 of the other kind": inOrder(binary.BigEndian),
		"CR LF":                    strings.ReplaceAll(text, "\n", "\r\n"),
		"blanks at line ends":      strings.ReplaceAll(text, "\n", " \t\n"),
		"remarks":                  "# ours\n" + strings.ReplaceAll(text, "\n", "  # \"said\"\n"),
		"no remarks":               regexp.MustCompile(`(?m)  # .*$`).ReplaceAllString(text, ""),
		"no last newline":          strings.TrimSuffix(text, "\n"),
		"empty lines":              strings.ReplaceAll(text, "\n", "\n\n"),
	}
}

func TestHowARecordWasSavedIsNoDifference(t *testing.T) {
	r := answered(t)
	r.Notes = map[string]string{"trust.reliance": `Ask "Zoë" # not Ann \`}
	text := string(encoded(r))
	for name, as := range saved(text) {
		if as == text {
			t.Fatalf("%s: nothing differs", name)
		}
		if got, want, err := Verify("assessment.yaml", []byte(as), rubric.Released); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %v", name, err)
		}
		if a, err := Open("assessment.yaml", []byte(as), rubric.Released); err != nil || string(Encode(a)) != text {
			t.Errorf("%s: not opened as it was: %v", name, err)
		}
		if date, err := Date("assessment.yaml", []byte(as)); err != nil || !date.Equal(r.Date.Time) {
			t.Errorf("%s: the date is %s, %v", name, date, err)
		}
	}
}

func TestWhatLooksLikeARemarkAndIsTextIsADifference(t *testing.T) {
	r := answered(t)
	r.Association = "Guild"
	text := string(encoded(r))
	for _, edited := range []string{
		strings.Replace(text, "headline: {stage: ", `headline: {stage: "# ", was: `, 1),
		strings.Replace(text, "\nwording:", "\n  more: \"\n    # text\"\nwording:", 1),
		strings.Replace(text, "\nwording:", "\n  more: |\n    # text\nwording:", 1),
	} {
		got, want, err := Verify("assessment.yaml", []byte(edited), rubric.Released)
		if err != nil || bytes.Equal(got, want) {
			t.Errorf("it verifies (%v):\n%s", err, edited)
		}
	}
}

func TestAnEditedFindingDoesNotVerify(t *testing.T) {
	text := bytes.Replace(encoded(answered(t)), []byte("headline: {stage: "), []byte("headline: {stage: not_"), 1)
	got, want, err := Verify("assessment.yaml", text, rubric.Released)
	if err != nil || bytes.Equal(got, want) {
		t.Errorf("an edited headline verifies (%v)", err)
	}
}

// Open reads no more than the answers where the rest follows from them; what stands
// there is read all the same where it does not.
func TestOpenSaysWhatIsWrongBelowTheAnswers(t *testing.T) {
	text := string(encoded(answered(t)))
	if a, err := Open("r.yaml", []byte(text), rubric.Released); err != nil || string(Encode(a)) != text {
		t.Errorf("the record as it was written: %v", err)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"a finding", "headline: {stage: ", "headline: {stage: not_", "r.yaml: " + ErrOtherFindings.Error()},
		{"no digest", rubric.Default().Questions()[0].Wording, "abcdeg", rubric.ErrNotAtHand.Error()},
		{"another key", "\nwording:", "\nanything: 1\nwording:", `the entry "anything" is unknown`},
		{"a key again", "\nwording:", "\nmethod: 1\nwording:", `"method" is there twice, first in line 2`},
		{"no findings", findingsLine, "\n", `the entry "findings" is missing`},
		{"nothing below", text[strings.Index(text, findingsLine)+len(findingsLine):], "", `"findings"`},
	} {
		edited := strings.Replace(text, c.old, c.new, 1)
		if _, err := Open("r.yaml", []byte(edited), rubric.Released); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v; expected %s", c.name, err, c.want)
		}
	}
}

func TestOneChangedAnswerChangesItsTraitAndTheAdviceOnly(t *testing.T) {
	r := answered(t)
	before := strings.Split(string(encoded(r)), "\n")
	i := r.Rubric.Index("trust.reliance")
	r.Answers[i]++
	var changed []string
	for n, line := range strings.Split(string(encoded(r)), "\n") {
		if n >= len(before) || line != before[n] {
			changed = append(changed, strings.Fields(line)[0])
		}
	}
	if got := strings.Join(changed, " "); got != "trust.reliance: trust: action.2:" {
		t.Errorf("changed: %s", got)
	}
}

func TestReadRefuses(t *testing.T) {
	text := string(encoded(answered(t)))
	for _, c := range []struct{ name, old, new, want string }{
		{"another method", "method: 1", "method: 2", "assessment.yaml:2:9: 2 is out of range"},
		{"another mode", "mode: solo", "mode: duo", `assessment.yaml:5:7: "duo" is unknown; expected one of solo, group, hands`},
		{"no findings", "findings:", "foundings:", `the entry "foundings" is unknown; did you mean findings?`},
		{"half a file", "\nfindings:", "\n<<<<<<< ours\nfindings:", "there is an unresolved merge conflict here"},
		{"no answers", "answers:", "answer:", `the entry "answers" is missing`},
	} {
		t.Run(c.name, func(t *testing.T) {
			edited := strings.Replace(text, c.old, c.new, 1)
			if _, err := Read("assessment.yaml", []byte(edited), rubric.Released); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestARecordOfOtherWordsCannotBeVerified(t *testing.T) {
	text := string(encoded(answered(t)))
	wording := rubric.Default().Questions()[0].Wording
	for _, edited := range []string{
		strings.Replace(text, "rubric: association-collaboration 1.0.0", "rubric: mine 1.0.0", 1),
		strings.Replace(text, wording, "abcdef", 1),
	} {
		if _, _, err := Verify("assessment.yaml", []byte(edited), rubric.Released); !errors.Is(err, rubric.ErrNotAtHand) {
			t.Errorf("got %v, want that the rubric is missing", err)
		}
	}
}

func TestHeadNeedsNoMoreThanNameAndDate(t *testing.T) {
	association, date, err := Head("r.yaml", []byte("association: A\ndate: 2026-11-23\nsomething: else\n"))
	if err != nil || association != "A" || date.String() != "2026-11-23" {
		t.Errorf("%q, %s, %v", association, date, err)
	}
	if _, _, err := Head("r.yaml", []byte("date: 2026-11-23\n")); err == nil {
		t.Error("a record without an association has a head")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(string(encoded(answered(f))))
	f.Add("format: 1\nmethod: 1\nassociation: A\ndate: 2026-11-23\nmode: solo\nrubric: association-collaboration 1.0.0\nanswers: {}\nfindings: {}\nwording: {}\n")
	f.Fuzz(func(t *testing.T, text string) {
		tally, err := Read("r.yaml", []byte(text), rubric.Released)
		if err != nil {
			return
		}
		once := Encode(assess.Assess(tally))
		got, want, err := Verify("r.yaml", once, rubric.Released)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("a record that was written does not verify: %v\n%s", err, once)
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	a := assess.Assess(assess.One(answered(b)))
	b.ReportAllocs()
	for b.Loop() {
		Encode(a)
	}
}

func BenchmarkOpen(b *testing.B) {
	text := encoded(answered(b))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open("r.yaml", text, rubric.Released); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpenFloor is what yaml.v3 alone takes for the same file.
func BenchmarkOpenFloor(b *testing.B) {
	text := encoded(answered(b))
	b.ReportAllocs()
	for b.Loop() {
		var node yaml.Node
		if err := yaml.Unmarshal(text, &node); err != nil {
			b.Fatal(err)
		}
	}
}
