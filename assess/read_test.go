package assess

import (
	"errors"
	"runtime"
	"strings"
	"testing"

	"collab/rubric"
)

const head = "format: 1\nassociation: Northern Trails Alliance\ndate: 2026-11-23\n"

func parse(text string) (Response, error) {
	return ParseResponse("r.yaml", []byte(text), rubric.Released)
}

func TestResponseIsReadInFull(t *testing.T) {
	r, err := parse(head + `respondent: {role: ceo, code: ""}
rubric: association-collaboration 1.0.0
length: full
joint_work: {about: "Trail conference with Lakes Guild", scope: between, purpose: shared_objective}
answers: {values.goals: coordination, values.decisions: dont_know, trust.credit: does_not_apply}
targets: {values: collaboration, knowledge: today_is_right}
priorities: [governance, trust]
hurdles: {met: [turf, inertia], worst: inertia}
aim: {strategic_partnership: exploring}
facts: {says_so: met, strategic_partnership.boards_agree: not_met}
notes: {values.goals: "2026 plan, page 4"}
`)
	if err != nil {
		t.Fatal(err)
	}
	want := `format: 1
association: Northern Trails Alliance
date: 2026-11-23
respondent: {role: ceo, code: ""}
rubric: association-collaboration 1.0.0
length: full
joint_work: {about: "Trail conference with Lakes Guild", scope: between, purpose: shared_objective}

answers:
  values.goals: coordination
  values.decisions: dont_know
  trust.credit: does_not_apply
targets:
  values: collaboration
  knowledge: today_is_right
priorities: [trust, governance]
hurdles: {met: [inertia, turf], worst: inertia}
aim: {strategic_partnership: exploring}
facts:
  says_so: met
  strategic_partnership.boards_agree: not_met
notes:
  values.goals: "2026 plan, page 4"
`
	if got := string(r.Encode()); got != want {
		t.Errorf("written again:\n%s\nwant:\n%s", got, want)
	}
}

func TestOnlyFourKeysAreNeeded(t *testing.T) {
	r, err := parse(head + "answers: {}\n")
	if err != nil || r.Length != Full || r.Rubric.Ref() != rubric.Default().Ref() {
		t.Errorf("%v, %s, %s", err, r.Length, r.Rubric.Ref())
	}
	_, err = parse("{}")
	for _, key := range []string{"format", "association", "date"} {
		if err == nil || !strings.Contains(err.Error(), `the entry "`+key+`" is missing`) {
			t.Errorf("%v does not ask for %s", err, key)
		}
	}
}

func TestFaultsNameTheirPlace(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"an unknown question", head + "answers:\n  trust.relience: cooperation\n", `r.yaml:5:3: "trust.relience" is unknown; did you mean trust.reliance?`},
		{"an unknown stage", head + "answers:\n  trust.reliance: cooperating\n", `r.yaml:5:19: "cooperating" is unknown; did you mean cooperation?`},
		{"an unknown key", head + "answer: {}\n", `r.yaml:4:1: the entry "answer" is unknown; did you mean answers?`},
		{"an unknown format", "format: 2\nassociation: A\ndate: 2026-11-23\nanswers: {}\n", "r.yaml:1:9: 2 is out of range"},
		{"a date that is none", "format: 1\nassociation: A\ndate: 2026-02-30\nanswers: {}\n", `r.yaml:3:7: "2026-02-30" is not a date; expected one such as 2026-11-23`},
		{"an unknown role", head + "respondent: {role: boss}\nanswers: {}\n", `r.yaml:4:20: "boss" is unknown; expected one of board, ceo`},
		{"what the short length does not ask", head + "length: short\nanswers: {trust.credit: cooperation}\n", "r.yaml:5:11: trust.credit is not asked in the length short"},
		{"a fact in the short length", head + "length: short\nanswers: {}\nfacts: {says_so: met}\n", "r.yaml:6:9: says_so is not asked in the length short"},
		{"the spectrum without joint work", head + "joint_work: {scope: none}\nanswers: {spectrum.risk: cooperation}\n", "r.yaml:5:11: spectrum.risk is not asked where there was no joint work"},
		{"a worst hurdle that was not met", head + "answers: {}\nhurdles: {met: [turf], worst: money}\n", "r.yaml:5:31: money is marked the worst hurdle but was not ticked"},
		{"three priorities", head + "answers: {}\npriorities: [trust, values, governance]\n", "r.yaml:5:13: 3 priorities are named; expected at most 2"},
		{"a priority twice", head + "answers: {}\npriorities: [trust, trust]\n", "r.yaml:5:21: trust is there twice"},
		{"a target of what has none", head + "answers: {}\ntargets: {learning: cooperation}\n", `r.yaml:5:11: "learning" is unknown`},
		{"a name without a letter", "format: 1\nassociation: \"...\"\ndate: 2026-11-23\nanswers: {}\n", "r.yaml:2:14: expected a name with a letter or a digit"},
		{"a name that is a number", "format: 1\nassociation: 2026\ndate: 2026-11-23\nanswers: {}\n", "r.yaml:2:14: expected text, found the number"},
		{"a name of two lines", "format: 1\nassociation: \"a\\nb\"\ndate: 2026-11-23\nanswers: {}\n", "r.yaml:2:14: the name holds a control character"},
		{"a long name", "format: 1\nassociation: " + strings.Repeat("a", 121) + "\ndate: 2026-11-23\nanswers: {}\n", "r.yaml:2:14: the name has 121 characters; expected at most 120"},
		{"an unknown rubric", head + "rubric: mine 1.0.0\nanswers: {}\n", `r.yaml:4:9: "mine 1.0.0": the rubric is missing`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := parse(c.text); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestAllFaultsComeTogether(t *testing.T) {
	_, err := parse("format: 1\nassociation: A\ndate: soon\nanswers: {a.b: x, trust.credit: y}\nnots: 1\n")
	if err == nil || strings.Count(err.Error(), "\n") != 3 {
		t.Errorf("got %v, want four lines", err)
	}
}

func TestARubricThatIsNotHereCanBeTold(t *testing.T) {
	if _, err := parse(head + "rubric: mine 1.0.0\nanswers: {}\n"); !errors.Is(err, rubric.ErrNotAtHand) {
		t.Errorf("errors.Is does not find that the rubric is missing in %v", err)
	}
}

func FuzzParseResponse(f *testing.F) {
	f.Add(head + "answers: {values.goals: coordination}\n")
	f.Add(head + "length: short\njoint_work: {scope: none}\nanswers: {}\nhurdles: {met: [turf], worst: turf}\n")
	f.Add(head + "answers: {}\nnotes: {values.goals: \"a\\tb\\n\\u202e\"}\n")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := parse(text)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "r.yaml:") {
				t.Errorf("the error names no place: %v", err)
			}
			return
		}
		again, err := parse(string(r.Encode()))
		if err != nil {
			t.Fatalf("what was written is not read: %v\n%s", err, r.Encode())
		}
		if string(again.Encode()) != string(r.Encode()) {
			t.Errorf("%s\nbecame\n%s", r.Encode(), again.Encode())
		}
		Assess(One(r))
	})
}

func TestWhatJointWorkIsAbout(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 "",
		" Trail conference ":               "Trail conference",
		"Trail\tconference":                "-",
		"Trail\nconference":                "-",
		"Trail\x1b[2J":                     "-",
		"Trail\xff":                        "-",
		strings.Repeat("ä", MaxLine):       strings.Repeat("ä", MaxLine),
		strings.Repeat("ä", MaxLine) + "1": "-",
	} {
		got, err := About(text)
		if err != nil {
			got = "-"
		}
		if got != want {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}

// What was read must not hold the text of its file, of which it is a small part.
func TestNothingHoldsTheTextOfAFile(t *testing.T) {
	const files = 20
	remarks := strings.Repeat("# nothing that is read\n", 1<<14)
	response := remarks + head + `answers: {values.goals: coordination}
targets: {values: collaboration, knowledge: today_is_right}
priorities: [governance]
hurdles: {met: [turf], worst: turf}
aim: {strategic_partnership: exploring}
facts: {says_so: met}
notes: {values.goals: "2026 plan, page 4"}
`
	hands := remarks + head + `mode: hands
people: 9
counts: {values.goals: [1, 2, 3, 1, 1, 1]}
targets: {values: {collaboration: 6}}
priorities: {governance: 6}
hurdles: {met: {turf: 6}, worst: {turf: 5}}
aim: {strategic_partnership: {exploring: 6}}
facts: {says_so: {met: 6}}
`
	for name, read := range map[string]func() (any, error){
		"a response":      func() (any, error) { return parse(response) },
		"a show of hands": func() (any, error) { return ParseHands("h.yaml", []byte(hands), rubric.Released) },
	} {
		t.Run(name, func(t *testing.T) {
			var all []any
			before := inUse()
			for range files {
				one, err := read()
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, one)
			}
			if held := inUse() - before; held > files*len(remarks)/2 {
				t.Errorf("%d bytes are held of %d files of %d", held, files, len(remarks))
			}
			runtime.KeepAlive(all)
		})
	}
}

// inUse is the memory that is in use, in bytes.
func inUse() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}
