package strict

import (
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// A person is what the tests read: one key of each shape.
type person struct {
	name  string
	age   int
	tall  bool
	likes []string
	pet   string
}

func readPerson(v Value) person {
	m := v.Mapping("name", "age", "tall", "likes", "pet")
	p := person{
		name: m.Need("name").Text(),
		age:  m.Get("age").Int(0, 150),
		tall: m.Get("tall").Bool(),
		pet:  m.Get("pet").Word("cat", "canary", "none"),
	}
	for _, like := range m.Get("likes").Items() {
		p.likes = append(p.likes, like.Text())
	}
	return p
}

// faults reads text as a person and gives what was wrong, without the file's name.
func faults(text string) string {
	v, err := Parse("p", []byte(text))
	if err == nil {
		readPerson(v)
		err = v.Err()
	}
	if err == nil {
		return ""
	}
	return strings.ReplaceAll(err.Error(), "p:", "")
}

// utf16Of is text in UTF-16 without a mark.
func utf16Of(order binary.AppendByteOrder, text string) string {
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		b = order.AppendUint16(b, unit)
	}
	return string(b)
}

func TestReadsWhatIsRight(t *testing.T) {
	const plain = "name: Ann Lee\nage: 41\ntall: true\nlikes: [tea, 2026-11-23, 'a: b']\npet: cat\n"
	const want = `{Ann Lee 41 true [tea 2026-11-23 a: b] cat}`
	for name, text := range map[string]string{
		"blocks":            "name: Ann Lee\nage: 41\ntall: true\nlikes:\n  - tea\n  - 2026-11-23\n  - \"a: b\"\npet: cat\n",
		"flow":              `{name: Ann Lee, age: 41, tall: true, likes: [tea, 2026-11-23, "a: b"], pet: cat}`,
		"byte order mark":   "\ufeff" + plain,
		"UTF-16":            utf16Of(binary.LittleEndian, "\ufeff"+plain),
		"its other order":   utf16Of(binary.BigEndian, "\ufeff"+plain),
		"without a mark":    utf16Of(binary.LittleEndian, plain),
		"nor in the other":  utf16Of(binary.BigEndian, plain),
		"no last newline":   strings.TrimSpace(plain),
		"blanks at the end": strings.ReplaceAll(plain, "\n", " \t\r\n\t \r\n"),
		"lines end in CRLF": "name: Ann Lee\r\nage: 41\r\ntall: true\r\nlikes:\r\n- tea\r\n- 2026-11-23\r\n- 'a: b'\r\npet: cat\r\n",
		"with --- and ...":  "---\nname: Ann Lee\nage: 41\ntall: true\nlikes: [tea, 2026-11-23, 'a: b']\npet: cat\n...\n",
		"comments":          "# who\nname: Ann Lee # her\nage: 41\ntall: true\nlikes: [tea, 2026-11-23, 'a: b']\npet: cat\n# end\n",
	} {
		t.Run(name, func(t *testing.T) {
			v, err := Parse("p", []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			p := readPerson(v)
			if got := fmt.Sprint(p); got != want || v.Err() != nil {
				t.Errorf("got %s, %v; want %s", got, v.Err(), want)
			}
		})
	}
}

func TestNamesEachFaultWithItsPlace(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		// the document
		{"an empty file", "", "1:1: the file is empty"},
		{"blank lines only", "\n \n", "1:1: the file is empty"},
		{"comments only", "# nothing yet\n", "1:1: the file is empty"},
		{"text where keys belong", "Ann", `1:1: expected keys with values, found "Ann"`},
		{"a list where keys belong", "- Ann", "1:1: expected keys with values, found a list"},
		{"nothing after ---", "---\n", "1:1: the file is empty"},
		{"two documents", "name: Ann\n---\nname: Bob\n", "2:1: a second document begins here; expected only one in the file"},
		{"a second document that is broken", "name: Ann\n---\n[\n", "3:1: not valid YAML: a value is missing, or a bracket is not closed"},
		{"a merge conflict", "name: Ann\n<<<<<<< HEAD\nage: 1\n=======\nage: 2\n>>>>>>> theirs\n", "2:1: there is an unresolved merge conflict here; keep one version, and delete the marker lines"},
		{"the end of a merge conflict", "name: Ann\n>>>>>>> theirs\n", "2:1: there is an unresolved merge conflict here; keep one version, and delete the marker lines"},
		{"Latin-1", "name: Ren\xe9e\n", "1:10: from here on the file is not UTF-8; save it as UTF-8"},
		{"UTF-16 that ends within a character", "\xff\xfen\x00a", "1:1: from here on the file is not UTF-8; save it as UTF-8"},
		{"half a pair of UTF-16", "\xff\xfen\x00\x00\xd8", "1:1: from here on the file is not UTF-8; save it as UTF-8"},
		{"UTF-16 with a slip", "\xff\xfe" + utf16Of(binary.LittleEndian, "name: Zoë 🌲\nage: old\n"), `2:6: expected a whole number, found "old"`},
		{"an escape sequence", "name: Ann\npet: é\x1b[2J\n", "2:7: there is a control character (U+001B) here; delete it"},
		{"a line separator", "name: A\u2028nn\n", "1:8: there is a control character (U+2028) here; delete it"},
		{"a return without a line feed", "name: Ann\rage: 1\n", "1:10: there is a control character (U+000D) here; delete it"},

		// YAML that is none, far below the line that yaml.v3 names
		{"a line indented too little", "name: Ann\nlikes:\n  - a\n  - b\n - c\npet: cat\n", "5:2: not valid YAML: this line does not fit those above it; check its indentation, and any quotes inside quotes"},
		{"a second colon", "name: Ann\npet: cat: black\n", "2:1: not valid YAML: this line has a second colon, or is indented too far; put text with a colon in quotes"},
		{"a tab for indentation", "name: Ann\nlikes:\n\t- tea\n", "3:2: not valid YAML: there is a tab here, or text that begins with @, % or `; indent with spaces, and put such text in quotes"},
		{"a quote inside quotes", "name: Ann\nage: 3\npet: 'it's'\ntall: true\n", "3:1: not valid YAML: this line does not fit those above it; check its indentation, and any quotes inside quotes"},
		{"a quote that is not closed", "name: Ann\npet: \"cat\nage: 3\n", "2:1: not valid YAML: a quotation mark is not closed"},
		{"a list that is not closed", "name: Ann\nage: 3\nlikes: [tea\ntall: true\n", "3:1: not valid YAML: a list in [ ] is not closed, or text in it needs quotes"},
		{"a mapping that is not closed", "name: Ann\nage: {a: 1\n", "2:1: not valid YAML: a { is not closed, or text after it needs quotes"},
		{"a key without a colon", "name: Ann\nage\npet: cat\n", "2:1: not valid YAML: expected a key, a colon and a value"},
		{"a list in the middle of keys", "name: Ann\n- age\n", "2:1: not valid YAML: this line does not fit those above it; check its indentation, and any quotes inside quotes"},
		{"emphasis with stars", "name: Ann\npet: *cat*\n", "2:1: not valid YAML: put text that begins with * or & in quotes"},
		{"an alias to nothing", "name: Ann\npet: *cat\n", "2:1: not valid YAML: put text that begins with * in quotes"},
		{"a backslash in quotes", "name: Ann\npet: \"\\q\"\n", "2:1: not valid YAML: a backslash in double quotes must be written twice"},
		{"a slip after a list over many lines", "name: Ann\nlikes: [\n  a,\n  b,\n  c]\npet: 'it's'\n", "6:1: not valid YAML: this line does not fit those above it; check its indentation, and any quotes inside quotes"},

		// YAML that no file of ours needs
		{"an anchor", "name: &a Ann\n", `1:7: "&a" is read as a YAML anchor; put text that begins with & in quotes`},
		{"an alias", "name: Ann\nlikes: [&a tea, *a]\n", `2:9: "&a" is read as a YAML anchor; put text that begins with & in quotes` + "\n" +
			`2:17: "*a" is read as a YAML alias; put text that begins with * in quotes`},
		{"an alias as a key", "name: Ann\nlikes: [&a tea]\n*a : 1\n", `2:9: "&a" is read as a YAML anchor; put text that begins with & in quotes` + "\n" +
			`3:1: "*a" is read as a YAML alias; put text that begins with * in quotes`},
		{"a tag", "name: !!str Ann\nage: !!int 3\n", `1:7: "!!str" is read as a YAML tag; put text that begins with ! in quotes` + "\n" +
			`2:6: "!!int" is read as a YAML tag; put text that begins with ! in quotes`},
		{"a merge key", "name: Ann\n<<: {age: 3}\n", "2:1: the YAML merge key << is not read; write the keys themselves"},
		{"a list as a key", "name: Ann\n[a]: 3\n", "2:1: expected a word as the key, found a list"},
		{"this is nested too deep", "name: " + strings.Repeat("[", 17) + strings.Repeat("]", 17), "1:7: expected text, found a list\n1:23: this is nested more than 16 levels deep"},

		// keys
		{"an unknown key", "name: Ann\ncolour: red\n", `2:1: the entry "colour" is unknown; expected one of name, age, tall, likes, pet`},
		{"a slip in a key", "nmae: Ann\n", `1:1: the entry "nmae" is unknown; did you mean name?` + "\n" + `1:1: the entry "name" is missing`},
		{"a missing key", "age: 3\n", `1:1: the entry "name" is missing`},
		{"a key twice", "name: Ann\nage: 3\nname: Bob\n", `3:1: "name" is there twice, first in line 1`},
		{"a key with nothing behind it", "name:\nage: 3\n", `1:1: "name" has no value; add one, or delete the line`},

		// values
		{"a number for a word", "name: Ann\npet: 3\n", `2:6: the number "3" is unknown; expected one of cat, canary, none`},
		{"a number for text", "name: 12\n", `1:7: expected text, found the number "12": put it in quotes`},
		{"a truth for text", "name: true\n", `1:7: expected text, found "true": put it in quotes`},
		{"a list for text", "name: [Ann]\n", "1:7: expected text, found a list"},
		{"keys for text", "name: {first: Ann}\n", "1:7: expected text, found keys with values"},
		{"blank text", "name: '  '\n", "1:7: expected text, found nothing"},
		{"nothing in a list", "name: Ann\nlikes: [tea, ~]\n", "2:14: expected text, found nothing"},
		{"an escaped control character", `name: "a\x1bb"`, "1:7: the text holds a control character; delete it"},
		{"text for a number", "name: Ann\nage: old\n", `2:6: expected a whole number, found "old"`},
		{"a fraction for a number", "name: Ann\nage: 1.5\n", `2:6: expected a whole number, found the number "1.5"`},
		{"a number in quotes", "name: Ann\nage: '3'\n", `2:6: expected a whole number, found "3"`},
		{"a hexadecimal number", "name: Ann\nage: 0x1F\n", `2:6: expected a whole number, found the number "0x1F"`},
		{"a number with a leading zero", "name: Ann\nage: 010\n", `2:6: expected a whole number, found the number "010"`},
		{"a number beyond all", "name: Ann\nage: 99999999999999999999\n", `2:6: expected a whole number, found the number "99999999999999999999"`},
		{"a number out of range", "name: Ann\nage: 151\n", "2:6: 151 is out of range; expected 0 to 150"},
		{"text for a truth", "name: Ann\ntall: yes\n", `2:7: expected true or false, found "yes"`},
		{"text for a list", "name: Ann\nlikes: tea\n", `2:8: expected a list, found "tea"`},
		{"an unknown word", "name: Ann\npet: dragon\n", `2:6: "dragon" is unknown; expected one of cat, canary, none`},
		{"a slip in a word", "name: Ann\npet: Canray\n", `2:6: "Canray" is unknown; did you mean canary?`},
		{"a word as short as its slips", "name: Ann\npet: no\n", `2:6: "no" is unknown; did you mean none?`},
		{"columns count characters", "{name: Zoë, age: x}\n", `1:18: expected a whole number, found "x"`},
		{"a byte order mark is no column", "\ufeffage: 3\n", `1:1: the entry "name" is missing`},

		{"several faults at once, in the order of lines", "age: x\ncolour: red\nlikes: [1, tea, 2]\nage: 4\n", `1:1: the entry "name" is missing
1:6: expected a whole number, found "x"
2:1: the entry "colour" is unknown; expected one of name, age, tall, likes, pet
3:9: expected text, found the number "1": put it in quotes
3:17: expected text, found the number "2": put it in quotes
4:1: "age" is there twice, first in line 1`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := faults(test.text); got != test.want {
				t.Errorf("reading\n%s\ngot\n%s\nwant\n%s", test.text, got, test.want)
			}
		})
	}
}

func TestFindsASlipFarDownALongFile(t *testing.T) {
	lines := []string{"name: Ann", "likes:"}
	for i := range 1000 {
		lines = append(lines, fmt.Sprintf("  - {a: %d, b: \"text\"}", i))
	}
	lines[700] = "  - {a: 1, b: it's: not}"
	if got := faults(strings.Join(lines, "\n")); !strings.HasPrefix(got, "701:3: ") {
		t.Errorf("got %.200s; want line 701", got)
	}
}

func TestCountsFaultsBeyondTheFirstHundred(t *testing.T) {
	var numbers []string
	for i := range 150 {
		numbers = append(numbers, strconv.Itoa(i))
	}
	got := faults("name: Ann\nlikes: [" + strings.Join(numbers, ", ") + "]\n")
	if lines := strings.Split(got, "\n"); len(lines) != 101 || lines[100] != " and 50 more" {
		t.Errorf("got %d lines, the last %q", len(lines), lines[len(lines)-1])
	}
	got = faults("name: Ann\nlikes: [" + strings.Join(numbers[:100], ", ") + "]\n")
	if lines := strings.Split(got, "\n"); len(lines) != 100 || !strings.Contains(lines[99], `"99"`) {
		t.Errorf("got %d lines, the last %q", len(lines), lines[len(lines)-1])
	}
}

func TestSaysEachSentenceOnce(t *testing.T) {
	const sentence = `3:5: expected text, found the number "1": put it in quotes`
	for times, want := range map[int]string{
		1: sentence,
		2: sentence + " (also in line 4)",
		3: sentence + " (also in lines 4 and 5)",
		6: sentence + " (also in lines 4, 5, 6, 7 and 8)",
		7: sentence + " (also in lines 4, 5, 6, 7, 8 and 1 more)",
	} {
		if got := faults("name: Ann\nlikes:\n" + strings.Repeat("  - 1\n", times)); got != want {
			t.Errorf("%d times: %s; want %s", times, got, want)
		}
	}
	if got := faults("name: Ann\nlikes: [1, 1]\n"); got != strings.Replace(sentence, "3:5", "2:9", 1) {
		t.Errorf("twice in a line: %s", got)
	}
}

func TestFaultsAreErrorsWithPlacesAndCauses(t *testing.T) {
	cause := errors.New("not at hand")
	v, err := Parse("p", []byte("name: Ann\n"))
	if err != nil {
		t.Fatal(err)
	}
	v.Mapping("name").Get("name").Because(cause)
	var fault Fault
	if err := v.Err(); !errors.Is(err, cause) || !errors.As(err, &fault) || fault.Line != 1 || fault.Column != 7 {
		t.Errorf("got %v at %d:%d", err, fault.Line, fault.Column)
	}
}

func TestWhatIsNotThereReadsAsNothing(t *testing.T) {
	var v Value
	m := v.Mapping("a")
	if v.Exists() || v.Line() != 0 || m.Need("a").Text() != "" || v.Int(1, 2) != 0 || v.Bool() || v.Items() != nil || v.Err() != nil {
		t.Error("the zero value reads as something")
	}
	v.Fault("nobody sees this")
}

func TestNearestIsNotEveryShortWord(t *testing.T) {
	if got, ok := Nearest("xy", []string{"dk", "na"}); ok {
		t.Errorf("took %q for a slip", got)
	}
}

// mostMiB may be allocated to refuse a file of a mebibyte.
const mostMiB = 512

// Whatever a stranger sends, the answer comes soon and is an error.
func TestHostileFilesCostLittle(t *testing.T) {
	fill := func(part string) string { return strings.Repeat(part, MaxBytes/len(part)) }
	for name, text := range map[string]string{
		"over the size":        fill("a") + "aa",
		"deep lists in UTF-16": utf16Of(binary.BigEndian, fill("[")[:MaxBytes/2]),
		"deep lists":           fill("["),
		"deep mappings":        fill("{a: "),
		"deep blocks":          fill("- "),
		"deep keys":            fill("? "),
		"a bomb of aliases":    "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\n",
		"one key":              fill("a: 1\n"),
		"one long key":         "{" + fill("k")[:MaxBytes-9] + ": 1}",
		"an open list":         "[" + fill("a,")[1:],
		"open quotes":          fill("- \"\n"),
		"unknown keys":         manyKeys(),
		"lines without order":  "a: 1\n" + fill("  b\n c\n")[:200<<10],
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			if faults(text) == "" {
				t.Error("no fault")
			}
			runtime.ReadMemStats(&after)
			// What is allocated stands for the work that is done, on any machine.
			if mib := (after.TotalAlloc - before.TotalAlloc) >> 20; mib > mostMiB {
				t.Errorf("allocated %d MiB", mib)
			}
		})
	}
}

func manyKeys() string {
	var b strings.Builder
	for i := 0; b.Len() < MaxBytes-20; i++ {
		fmt.Fprintf(&b, "k%d: 1\n", i)
	}
	return b.String()
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"name: Ann\nage: 3\n", "a: &a [*a]\n", "? [a]\n: b\n", "- - - x\n", "{a: [", "a: |\n x\n", "\xff", "%YAML 1.1\n---\na", "<<: {}\n", "a: !!binary x\n",
		"name: Ann\nlikes:\n  - a\n - b\n", "\"\\u0000\": 1", "#\n- #\n  #", "a:\n  ? b\n",
	} {
		f.Add([]byte(seed))
		f.Add([]byte(utf16Of(binary.BigEndian, seed)))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		v, err := Parse("p", text)
		if err == nil {
			readPerson(v)
			err = v.Err()
		}
		var fault Fault
		if err != nil && (!errors.As(err, &fault) || fault.Line < 1 || fault.Column < 1 || fault.Text == "") {
			t.Errorf("a fault without its place: %v", err)
		}
		if err != nil && fault.Line > 1+strings.Count(string(text), "\n") {
			t.Errorf("a fault below the last line: %v", err)
		}
	})
}
