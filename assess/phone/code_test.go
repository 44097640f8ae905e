package phone

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

// encoded is the code of a response that is drawn, with the response.
func encoded(t *rapid.T) (asking.Round, *assess.Response, string) {
	round := drawRound(t)
	r := drawResponse(t, round)
	code, err := Encode(round, r)
	if err != nil {
		t.Fatal(err)
	}
	return round, r, code
}

func TestACodeHoldsEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		round, r, code := encoded(t)
		got, err := Decode(round, code)
		if err != nil {
			t.Fatal(err)
		}
		if want := string(r.Encode()); string(got.Encode()) != want {
			t.Errorf("%s holds\n%s\nwant\n%s", code, got.Encode(), want)
		}
	})
}

func TestACodeIsReadAsPeopleTypeIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		round, r, code := encoded(t)
		between := rapid.SampledFrom([]string{"", " ", "-", "  ", " - ", "\u2013", "\t", "\u00a0", ". "})
		var typed strings.Builder
		for i, letter := range strings.ReplaceAll(code, " ", "") {
			if i%5 == 0 {
				typed.WriteString(between.Draw(t, "between"))
			}
			if rapid.Bool().Draw(t, "small") {
				letter += 'a' - 'A'
				if letter > 'z' || letter < 'a' {
					letter -= 'a' - 'A'
				}
			}
			typed.WriteRune(letter)
		}
		got, err := Decode(round, typed.String())
		if err != nil || string(got.Encode()) != string(r.Encode()) {
			t.Errorf("%q: %v", typed.String(), err)
		}
	})
}

// groupsIn are the groups of a code.
func groupsIn(code string) []string { return strings.Fields(code) }

func slipIn(t *rapid.T, round asking.Round, groups []string) Slip {
	_, err := Decode(round, strings.Join(groups, " "))
	var slip Slip
	if !errors.As(err, &slip) {
		t.Fatalf("%v: no slip is found, but %v", groups, err)
	}
	return slip
}

// anyGroup draws five letters.
func anyGroup(t *rapid.T) string {
	var b strings.Builder
	for range groupSize {
		b.WriteByte(letters[rapid.IntRange(0, base-1).Draw(t, "letter")])
	}
	return b.String()
}

func TestAnyWrongGroupIsNamedAndPutRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		round, _, code := encoded(t)
		groups := groupsIn(code)
		at := rapid.IntRange(0, len(groups)-1).Draw(t, "group")
		right, wrong := groups[at], anyGroup(t)
		if rapid.Bool().Draw(t, "one letter") {
			i := rapid.IntRange(0, groupSize-1).Draw(t, "place")
			wrong = right[:i] + wrong[i:i+1] + right[i+1:]
		}
		if wrong == right {
			return
		}
		groups[at] = wrong
		slip := slipIn(t, round, groups)
		if !slices.Equal(slip.Groups, []int{at + 1}) || !strings.HasSuffix(slip.Text, right) {
			t.Errorf("group %d, %s for %s: %v %s", at+1, wrong, right, slip.Groups, slip)
		}
	})
}

func TestGroupsThatChangedPlacesAreNamed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		round, _, code := encoded(t)
		groups := groupsIn(code)
		a := rapid.IntRange(0, len(groups)-2).Draw(t, "one")
		b := rapid.IntRange(a+1, len(groups)-1).Draw(t, "other")
		if groups[a] == groups[b] {
			return
		}
		groups[a], groups[b] = groups[b], groups[a]
		slip := slipIn(t, round, groups)
		right := slices.Clone(groups)
		if slices.Equal(slip.Groups, []int{a + 1, b + 1}) {
			return
		}
		// Another pair may explain it as well, once in a long while.
		if len(slip.Groups) != 2 {
			t.Fatalf("groups %d and %d: %v", a+1, b+1, slip)
		}
		x, y := slip.Groups[0]-1, slip.Groups[1]-1
		right[x], right[y] = right[y], right[x]
		if _, err := Decode(round, strings.Join(right, " ")); err != nil {
			t.Errorf("groups %d and %d: %v", a+1, b+1, slip)
		}
	})
}

func TestAnyTwoWrongGroupsAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		round, _, code := encoded(t)
		groups := groupsIn(code)
		before := slices.Clone(groups)
		for range 2 {
			groups[rapid.IntRange(0, len(groups)-1).Draw(t, "group")] = anyGroup(t)
		}
		if !slices.Equal(groups, before) {
			slipIn(t, round, groups)
		}
	})
}

func TestAMissingGroupIsNamed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		round, _, code := encoded(t)
		groups := groupsIn(code)
		at := rapid.IntRange(0, len(groups)-1).Draw(t, "group")
		alike := at > 0 && groups[at-1] == groups[at] || at < len(groups)-1 && groups[at+1] == groups[at]
		slip := slipIn(t, round, slices.Delete(groups, at, at+1))
		if !alike && !slices.Equal(slip.Groups, []int{at + 1}) {
			t.Errorf("without group %d: %v", at+1, slip)
		}
	})
}

func TestWhatIsNoGroupIsNamed(t *testing.T) {
	round := asking.Round{Rubric: rubric.Default(), Length: assess.Full}
	code, err := Encode(round, empty(round))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, typed, want string
	}{
		{"an O", strings.Replace(code, " ", " O", 1), "block 2, O"},
		{"a letter too few", code[:len(code)-1], "block 10, "},
		{"a letter too many", "A" + code, "block 1, A"},
		{"a control character", "\x1b[2JK" + code[5:], `block 1, "\x1b[2JK", has the character '\x1b'`},
		{"nothing", " ", "there is no code; expected 10 blocks of five characters"},
		{"one group", code[:5], "the code has 1 block; expected 10"},
		{"two codes", code + " " + code, "the code has 20 blocks; expected 10"},
		{"a page of text", strings.Repeat("KTRVM ", 100), "this has 100 blocks, which no code has"},
		{"a group twice", code[:5] + " " + code, "there is one block too many: blocks 1 and 2 are the same"},
	} {
		_, err := Decode(round, c.typed)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %v; expected %q", c.name, err, c.want)
		}
	}
}

func empty(round asking.Round) *assess.Response {
	r := assess.NewResponse(round.Rubric)
	r.Length, r.JointWork = round.Length, round.JointWork
	return &r
}

// A code of something else is right in itself, and says of what it is.
func TestACodeOfAnotherRoundIsNamed(t *testing.T) {
	own, err := rubric.Parse("own.yaml", []byte(strings.Replace(string(rubric.DefaultText()), "1.0.0", "1.0.1", 1)))
	if err != nil {
		t.Fatal(err)
	}
	topics := []string{"trust.reliance", "values.goals"}
	full := asking.Round{Rubric: rubric.Default(), Length: assess.Full}
	short, alone, another, again := full, full, full, full
	short.Length, another.Rubric = assess.Short, own
	alone.JointWork.Scope = rubric.ScopeNone
	again.Again, again.Topics = true, topics
	for _, c := range []struct {
		name     string
		of, for_ asking.Round
		want     string
	}{
		{"short", short, full, "short version"},
		{"full", full, short, "full version"},
		{"no joint work", alone, full, "without joint work"},
		{"joint work", full, alone, "with joint work"},
		{"first", full, again, "first round"},
		{"second", again, full, "another"},
		{"rubric", another, full, "another version"},
	} {
		code, err := Encode(c.of, empty(c.of))
		if err != nil {
			t.Fatal(err)
		}
		_, err = Decode(c.for_, code)
		var slip Slip
		if err == nil || errors.As(err, &slip) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v; expected %q", c.name, err, c.want)
		}
	}
}

// The bits of the default rubric, counted by hand in code.go.
func TestTheDefaultRubricTakesTenGroups(t *testing.T) {
	round := asking.Round{Rubric: rubric.Default(), Length: assess.Full}
	c, err := newCoder(round)
	if err != nil {
		t.Fatal(err)
	}
	bits := 0.0
	for _, it := range c.items {
		n, _ := radix(it, len(it.Options)).Float64()
		bits += math.Log2(n)
	}
	want := 41*math.Log2(7) + 7*math.Log2(6) + 3 + math.Log2(22) + 14 + math.Log2(15) + 2 + 3*2 + 9*2
	if math.Abs(bits-want) > 1e-9 || bits > 38*math.Log2(29) || c.Groups != 10 {
		t.Errorf("%.4f bits, by hand %.4f, room %.4f; %d groups", bits, want, 38*math.Log2(29), c.Groups)
	}
	short := round
	short.Length = assess.Short
	if c, err = newCoder(short); err != nil || c.Groups != 7 {
		t.Errorf("the short version takes %d groups: %v", c.Groups, err)
	}
}

// More than 28 groups nobody reads out, and the check does not reach further.
func TestARubricMayBeTooLongForACode(t *testing.T) {
	var b strings.Builder
	b.WriteString("format: 1\nid: long\nversion: \"1\"\nname: Long\nstages: [{id: a, name: A, meaning: M.}, {id: b, name: B, meaning: M.}]\n" +
		"roles: [{id: other, name: Other}]\nscopes: {within: In., between: Out.}\npriorities: {prompt: 'Which?'}\ndimensions:\n")
	for d := range 16 {
		fmt.Fprintf(&b, "  - id: t%d\n    kind: trait\n    name: T\n    short: T\n    definition: D.\n    questions:\n", d)
		for q := range 20 {
			fmt.Fprintf(&b, "      - {id: t%d.q%d, name: Q, scope: within, prompt: 'P?', anchors: {a: A., b: B.}, next_steps: {b: S.}}\n", d, q)
		}
	}
	r, err := rubric.Parse("long.yaml", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	round := asking.Round{Rubric: r, Length: assess.Full}
	if _, err := NewDescription(round, Options{}); !errors.Is(err, ErrTooLong) {
		t.Errorf("a page as a file: %v", err)
	}
	if _, err := NewDescription(round, Options{Served: true}); err != nil {
		t.Errorf("a served page: %v", err)
	}
}

// Whatever is typed is a code, or is refused; and what is a code is written as it was typed.
func FuzzDecode(f *testing.F) {
	round := asking.Round{Rubric: rubric.Default(), Length: assess.Short, JointWork: assess.JointWork{Scope: rubric.ScopeNone}}
	f.Add("YWDMY PGXNS ZJCYZ HYN9H SXB69 DGRRT")
	f.Add("ywbqx-btakv-3jcyz-hyn9h-9ssxr-abzv9")
	f.Add("QWENN TZJVB AWFBZ UMACG RWNYE 83PV9 37T8H JRAUH PK6TH QNEPY")
	f.Add("\x00\u2028 ZZZZZ \u2013")
	f.Fuzz(func(t *testing.T, typed string) {
		r, err := Decode(round, typed)
		if err != nil {
			return
		}
		code, err := Encode(round, &r)
		groups, _ := groupsOf(typed)
		if err != nil || code != written(groups) {
			t.Errorf("%q is read, and written as %q: %v", typed, code, err)
		}
	})
}
