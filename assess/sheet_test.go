package assess

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"collab/rubric"
)

// sheetRound is a round of the default rubric, with nothing answered.
func sheetRound(length Length, scope string) *Response {
	r := NewResponse(rubric.Default())
	r.Length, r.JointWork.Scope = length, scope
	return &r
}

const (
	fullLine     = "32d4 2211 3232 232d 322. nn21 332232213 23 22 32 42"
	shortLine    = "32 22 31 2d 4. n2 332232213"
	withoutLine  = "32d4 2211 3232 232d 322. nn21 23 22 32 42" // there was no joint work
	shortWithout = "32 22 31 2d 4. n2"
)

func TestSheetIsReadHoweverItIsSpaced(t *testing.T) {
	for _, c := range []struct {
		name, line string
		round      *Response
		want       string
	}{
		{"the full length", fullLine, sheetRound(Full, "between"), fullLine},
		{"the short length", shortLine, sheetRound(Short, ""), shortLine},
		{"without joint work", withoutLine, sheetRound(Full, rubric.ScopeNone), withoutLine},
		{"short without joint work", shortWithout, sheetRound(Short, rubric.ScopeNone), shortWithout},
		{"in one piece", strings.ReplaceAll(fullLine, " ", ""), sheetRound(Full, ""), fullLine},
		{"a blank after each answer", strings.Join(strings.Split(strings.ReplaceAll(shortLine, " ", ""), ""), " "), sheetRound(Short, ""), shortLine},
		{"one blank forgotten", strings.Replace(fullLine, " ", "", 1), sheetRound(Full, ""), fullLine},
		{"in capitals with tabs", " " + strings.ReplaceAll(strings.ToUpper(fullLine), " ", "\t") + "\r\n", sheetRound(Full, ""), fullLine},
	} {
		t.Run(c.name, func(t *testing.T) {
			answers, err := ParseSheet(c.round, c.line)
			if err != nil {
				t.Fatal(err)
			}
			if got := FormatSheet(c.round, answers); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestSheetAnswersGoToTheirQuestions(t *testing.T) {
	answers, err := ParseSheet(sheetRound(Short, ""), "12 d4 n. 32 11 43 123412341")
	if err != nil {
		t.Fatal(err)
	}
	r := rubric.Default()
	for id, want := range map[string]Answer{
		"values.goals": 1, "values.decisions": Unanswered, "values.peer_objectives": 2,
		"trust.delegation": DontKnow, "trust.reliance": 4,
		"transparency.decisions": DoesNotApply, "transparency.plans": Unanswered,
		"spectrum.formality": 1, "spectrum.outcomes": 1, "learning.within": Unanswered,
	} {
		if got := answers[r.Index(id)]; got != want {
			t.Errorf("%s is %d, want %d", id, got, want)
		}
	}
}

func TestSheetFaultsNameTheirPlace(t *testing.T) {
	swap := func(old, with string) string { return strings.Replace(fullLine, old, with, 1) }
	for _, c := range []struct{ name, line, want string }{
		{"a group too short", swap("2211", "221"), "Trust has 3 answers; expected 4"},
		{"a group too long", swap("32d4", "32d44"), "Values has 5 answers; expected 4"},
		{"a slip that another makes up for", swap("32d4 2211", "32d 42211"), "Values has 3 answers; expected 4\nTrust has 5 answers; expected 4"},
		{"one answer in a group", swap("2211", "2"), "Trust has 1 answer; expected 4"},
		{"the whole too short", strings.ReplaceAll(swap("4", ""), " ", ""), "the line has 40 answers; expected 41"},
		{"nothing", " ", "the line has 0 answers; expected 41"},
		{"a rank that is none", swap("2211", "2251"), `Trust, answer 3 (question 7): "5" is no answer; expected 1 to 4, d (don't know), n (does not apply) or . (unanswered)`},
		{"a nought", swap("2211", "0211"), `Trust, answer 1 (question 5): "0" is no answer`},
		{"in one piece", strings.ReplaceAll(swap("2211", "22x1"), " ", ""), `Trust, answer 3 (question 7): "x" is no answer`},
		{"a key in a group of another length", swap("2211", "22-11"), "Trust has 5 answers; expected 4\nTrust, answer 3: \"-\" is no answer"},
		{"a key in a line of another length", "12-", "the line has 3 answers; expected 41\nthe line, answer 3: \"-\" is no answer"},
		{"what steers a terminal", swap("2211", "22\x1b1"), `Trust, answer 3 (question 7): "\x1b" is no answer`},
		{"what turns the writing", swap("2211", "22\u202e1"), `Trust, answer 3 (question 7): "\u202e" is no answer`},
		{"another file", strings.Repeat("x", 100), "and 93 more"},
	} {
		t.Run(c.name, func(t *testing.T) {
			answers, err := ParseSheet(sheetRound(Full, ""), c.line)
			if err == nil || answers != nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v\ngot  %v\nwant %s", answers, err, c.want)
			}
		})
	}
}

func TestSheetFaultsAreToldApart(t *testing.T) {
	_, err := ParseSheet(sheetRound(Full, ""), strings.Replace(fullLine, "2211", "2x1", 1))
	var faults SheetFaults
	if !errors.As(err, &faults) || !slices.Equal(faults, SheetFaults{
		{Group: "Trust", Text: "has 3 answers; expected 4"},
		{Group: "Trust", Position: 2, Text: faults[1].Text},
	}) {
		t.Errorf("got %#v", err)
	}
}

// The paper is the same whatever the joint work was: numbers stay.
func TestSheetNumbersAreThoseOfThePaper(t *testing.T) {
	for _, scope := range []string{"between", rubric.ScopeNone} {
		groups := SheetGroups(sheetRound(Full, scope))
		if last := groups[len(groups)-1]; last.Dimension.ID != "advocacy" || last.First != 40 || len(last.Questions) != 2 {
			t.Errorf("%q: %+v", scope, last)
		}
	}
	if groups := SheetGroups(sheetRound(Short, "")); len(groups) != 7 || groups[6].First != 13 {
		t.Errorf("%d groups", len(groups))
	}
}

func TestEchoSaysWhatWasUnderstood(t *testing.T) {
	round := sheetRound(Short, rubric.ScopeNone)
	answers, err := ParseSheet(round, shortWithout)
	if err != nil {
		t.Fatal(err)
	}
	want := "Values 3 2 | Trust 2 2 | Transparency 3 1 | Knowledge 2 d | Stakeholders 4 . | Governance n 2"
	if got := strings.Join(EchoSheet(round, answers), " | "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Whatever was answered is written and read again, with blanks anywhere.
func TestSheetIsReadAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		round := sheetRound(rapid.SampledFrom([]Length{Full, Short}).Draw(t, "length"),
			rapid.SampledFrom([]string{"", rubric.ScopeNone}).Draw(t, "scope"))
		answers := make([]Answer, len(round.Answers))
		for i, q := range round.Rubric.Questions() {
			if round.Asked(q) {
				answers[i] = Answer(rapid.IntRange(int(DoesNotApply), round.Rubric.K()).Draw(t, q.ID))
			}
		}
		line := FormatSheet(round, answers)
		for _, typed := range []string{line, strings.ToUpper(line), strings.ReplaceAll(line, " ", ""), strings.ReplaceAll(line, " ", " \t ")} {
			got, err := ParseSheet(round, typed)
			if err != nil || !slices.Equal(got, answers) {
				t.Fatalf("%q: %v, %v, want %v", typed, err, got, answers)
			}
		}
	})
}

func FuzzParseSheet(f *testing.F) {
	for _, line := range []string{fullLine, shortLine, withoutLine, "", "12-", "\xff 1", "３2d4"} {
		f.Add(line)
	}
	round := sheetRound(Full, "")
	f.Fuzz(func(t *testing.T, line string) {
		answers, err := ParseSheet(round, line)
		if err != nil {
			if answers != nil || err.Error() == "" {
				t.Fatalf("%q: %v with %v", line, answers, err)
			}
			return
		}
		again, err := ParseSheet(round, FormatSheet(round, answers))
		if err != nil || !slices.Equal(again, answers) {
			t.Fatalf("%q: %v, %v, want %v", line, err, again, answers)
		}
		if len(strings.Join(strings.Fields(line), "")) != len(answers) {
			t.Fatalf("%q was read as %v", line, answers)
		}
	})
}
