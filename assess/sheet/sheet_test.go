package sheet

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/assesstest"
	"collab/reports/reportstest"
	"collab/rubric"
)

// sheetRound is a round of the default rubric, with nothing answered.
func sheetRound(length assess.Length, scope string) asking.Round {
	return asking.Round{Rubric: rubric.Default(), Length: length, JointWork: assess.JointWork{Scope: scope}}
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
		round      asking.Round
		want       string
	}{
		{"the full length", fullLine, sheetRound(assess.Full, "between"), fullLine},
		{"the short length", shortLine, sheetRound(assess.Short, ""), shortLine},
		{"without joint work", withoutLine, sheetRound(assess.Full, rubric.ScopeNone), withoutLine},
		{"short without joint work", shortWithout, sheetRound(assess.Short, rubric.ScopeNone), shortWithout},
		{"in one piece", strings.ReplaceAll(fullLine, " ", ""), sheetRound(assess.Full, ""), fullLine},
		{"a blank after each answer", strings.Join(strings.Split(strings.ReplaceAll(shortLine, " ", ""), ""), " "), sheetRound(assess.Short, ""), shortLine},
		{"one blank forgotten", strings.Replace(fullLine, " ", "", 1), sheetRound(assess.Full, ""), fullLine},
		{"in capitals with tabs", " " + strings.ReplaceAll(strings.ToUpper(fullLine), " ", "\t") + "\r\n", sheetRound(assess.Full, ""), fullLine},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := Parse(c.round, c.line)
			if err != nil {
				t.Fatal(err)
			}
			if got := Format(c.round, &r); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestSheetAnswersGoToTheirQuestions(t *testing.T) {
	read, err := Parse(sheetRound(assess.Short, ""), "12 d4 n. 32 11 43 123412341")
	if err != nil {
		t.Fatal(err)
	}
	r := rubric.Default()
	for id, want := range map[string]assess.Answer{
		"values.goals": 1, "values.decisions": assess.Unanswered, "values.peer_objectives": 2,
		"trust.delegation": assess.DontKnow, "trust.reliance": 4,
		"transparency.decisions": assess.DoesNotApply, "transparency.plans": assess.Unanswered,
		"spectrum.formality": 1, "spectrum.outcomes": 1, "learning.within": assess.Unanswered,
	} {
		if got := read.Answers[r.Index(id)]; got != want {
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
		{"a rank that is none", swap("2211", "2251"), `Trust, answer 3 (question 7): "5" is not an answer; expected 1 to 4, d (don't know), n (does not apply) or . (unanswered)`},
		{"a nought", swap("2211", "0211"), `Trust, answer 1 (question 5): "0" is not an answer`},
		{"in one piece", strings.ReplaceAll(swap("2211", "22x1"), " ", ""), `Trust, answer 3 (question 7): "x" is not an answer`},
		{"a key in a group of another length", swap("2211", "22-11"), "Trust has 5 answers; expected 4\nTrust, answer 3: \"-\" is not an answer"},
		{"a key in a line of another length", "12-", "the line has 3 answers; expected 41\nthe line, answer 3: \"-\" is not an answer"},
		{"what steers a terminal", swap("2211", "22\x1b1"), `Trust, answer 3 (question 7): "\x1b" is not an answer`},
		{"what turns the writing", swap("2211", "22\u202e1"), `Trust, answer 3 (question 7): "\u202e" is not an answer`},
		{"another file", strings.Repeat("x", 100), "and 93 more"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := Parse(sheetRound(assess.Full, ""), c.line)
			if err == nil || r.Answers != nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v\ngot  %v\nwant %s", r.Answers, err, c.want)
			}
		})
	}
}

func TestSheetFaultsAreToldApart(t *testing.T) {
	_, err := Parse(sheetRound(assess.Full, ""), strings.Replace(fullLine, "2211", "2x1", 1))
	var faults Faults
	if !errors.As(err, &faults) || !slices.Equal(faults, Faults{
		{Group: "Trust", Text: "has 3 answers; expected 4"},
		{Group: "Trust", Position: 2, Text: faults[1].Text},
	}) {
		t.Errorf("got %#v", err)
	}
}

// The paper is the same whatever the joint work was: numbers stay.
func TestSheetNumbersAreThoseOfThePaper(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"2211 2211 2211 2211 2211 2211 11 11 11 1x", `Advocacy, answer 2 (question 41): "x"`},
		{"2211 221x 2211 2211 2211 2211 11 11 11 11", `Trust, answer 4 (question 8): "x"`},
	} {
		_, err := Parse(sheetRound(assess.Full, rubric.ScopeNone), c.line)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

// A second round's line has the questions of the agenda alone, in its order.
func TestSheetOfASecondRound(t *testing.T) {
	round := sheetRound(assess.Full, "between")
	round.Again, round.Topics = true, []string{"trust.reliance", "values.goals", "spectrum.trust"}
	r, err := Parse(round, "4 d1")
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]assess.Answer{"trust.reliance": 4, "values.goals": assess.DontKnow, "spectrum.trust": 1, "values.decisions": 0} {
		if got := r.Answers[r.Rubric.Index(id)]; got != want {
			t.Errorf("%s is %d, want %d", id, got, want)
		}
	}
	if line := Format(round, &r); line != "4d1" {
		t.Errorf("it is written as %q", line)
	}
	if said := Echo(round, &r); len(said) != 1 || said[0].Said != "4 d 1" {
		t.Errorf("%v was understood", said)
	}
	for typed, want := range map[string]string{
		"4d":         "has 2 answers; expected 3",
		"4dx":        `answer 3 (question 3): "x" is not an answer`,
		"2: 4d1":     "",
		"4d1 c: oak": "",
	} {
		if _, err := Parse(round, typed); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", typed, err, want)
		}
	}
}

// everySheetPart has something in each group of a sheet.
const everySheetPart = "2: " + fullLine + " targets: 3332t.4 priorities: 2,6 hurdles: 1,3w,7 forms: y 2yyn 1yd. 3... code: old oak"

func TestSheetTakesEverythingThatThePaperAsks(t *testing.T) {
	r, err := Parse(sheetRound(assess.Full, "between"), everySheetPart)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ got, want any }{
		"role":                     {r.Role, "ceo"},
		"code":                     {r.Code, "old oak"},
		"answer to trust":          {r.Answers[r.Rubric.Index("trust.delegation")], assess.Answer(2)},
		"target of values":         {r.Targets["values"], assess.Target(3)},
		"target of stakeholders":   {r.Targets["stakeholders"], assess.TodayIsRight},
		"target of governance":     {r.Targets["governance"], assess.NoTarget},
		"target of spectrum":       {r.Targets["spectrum"], assess.Target(4)},
		"strategy":                 {r.Facts[rubric.SaysSoID], assess.Met},
		"aim of the partnership":   {r.Aim["strategic_partnership"], rubric.Exploring},
		"last fact of it":          {r.Facts[r.Rubric.Forms[0].Facts[2].ID], assess.NotMet},
		"aim of shared services":   {r.Aim["shared_services"], rubric.Have},
		"an unknown fact":          {r.Facts[r.Rubric.Forms[1].Facts[1].ID], assess.FactUnknown},
		"a fact with no answer":    {r.Facts[r.Rubric.Forms[1].Facts[2].ID], assess.Fact("")},
		"aim of social enterprise": {r.Aim["joint_social_enterprise"], rubric.NotConsidering},
		"priorities":               {strings.Join(r.Priorities, " "), "trust governance"},
		"hurdles":                  {strings.Join(r.Hurdles, " "), "inertia turf " + r.Rubric.Hurdles.Items[6].ID},
		"worst":                    {r.Worst, "turf"},
		"joint work":               {r.JointWork.Scope, "between"},
	} {
		if c.got != c.want {
			t.Errorf("%s is %v, want %v", name, c.got, c.want)
		}
	}
	if got := Format(sheetRound(assess.Full, "between"), &r); got != everySheetPart {
		t.Errorf("got  %s\nwant %s", got, everySheetPart)
	}
}

func TestSheetPartsAreReadHoweverTheyAreTyped(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"by first letters", "2:" + fullLine + " t:3332t.4 f:y2yyn1yd.3... p:6,2 h:7,3w,1 c:old oak", everySheetPart},
		{"in capitals, in another order", "CEO : " + strings.ToUpper(fullLine) + " H: 1 3W 7 P: 2, 6 F: Y 2YYN 1YD. 3... TARGETS: 33 32 T. 4 c:  old oak ", everySheetPart},
		{"the role named", fullLine + " role: ceo", "2: " + fullLine},
		{"nothing in them", fullLine + " r: . t: ....... f: ............. p: . h: . c: .", fullLine},
		{"a code with colons", fullLine + " c: a:b:c 1: x", fullLine + " code: a:b:c 1: x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := Parse(sheetRound(assess.Full, ""), c.line)
			if err != nil {
				t.Fatal(err)
			}
			if got := Format(sheetRound(assess.Full, ""), &r); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestSheetPartFaultsNameTheirPlace(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"t: 3332t.", "Targets has 6 answers; expected 7"},
		{"t: 3332x.4", `Targets, answer 5: "x" is not an answer; expected 1 to 4, t (Where we are today is right for us) or . (unanswered)`},
		{"f: y 2yyn 1y. 3...", "Shared services has 3 answers; expected 4"},
		{"f: y 2yyn 1yy. 3..z", `Joint social enterprise, answer 4: "z" is not an answer; expected y (Yes, this is so), n (No, not yet), d (don't know) or . (unanswered)`},
		{"f: 4............", `Strategy, answer 1: "4" is not an answer`},
		{"f: 213", "Forms has 3 answers; expected 13"},
		{"p: 2,6,1", "Priorities has 3; expected at most 2"},
		{"p: 26", `Priorities, answer 1: "26" is unknown; expected numbers from 1 to 6 with commas between`},
		{"p: 2w", `Priorities, answer 1: "2w" is unknown`},
		{"p:", "Priorities is empty; expected"},
		{"h: 1,15", `Hurdles, answer 2: "15" is unknown; expected numbers from 1 to 14 with commas between, w after the worst`},
		{"h: 01", `"01" is unknown`},
		{"h: 1,1w", `Hurdles, answer 2: "1w" is there twice`},
		{"h: 1w,2w", `Hurdles, answer 2: "2w" is a second worst; only one can be the worst`},
		{"c:", "Code has 0 characters; expected 1 to 64"},
		{"c: " + strings.Repeat("x", 65), "Code has 65 characters"},
		{"c: a\x1bb", "Code contains a control character"},
		{"c: oak hurdles: 1", "Code contains hurdles:; the code must come last in the line"},
		{"role: 9", `Role "9" is unknown; expected 1 to 7`},
		{"h: 1 hurdles: 2", "hurdles is there twice"},
		{"goals: 1", `the line has "goals" before a colon; expected role, targets, priorities, hurdles, forms, code, or a group of answers`},
	} {
		t.Run(c.typed, func(t *testing.T) {
			r, err := Parse(sheetRound(assess.Full, ""), fullLine+" "+c.typed)
			if err == nil || r.Answers != nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
	if _, err := Parse(sheetRound(assess.Short, ""), shortLine+" f: y213"); err == nil || !strings.HasPrefix(err.Error(), "Forms has 4 answers; expected 3\n") {
		t.Errorf("the short length asks no facts: %v", err)
	}
	if _, err := Parse(sheetRound(assess.Full, ""), "treasurer: "+fullLine); err == nil || !strings.Contains(err.Error(), `begins with "treasurer" and a colon; expected the number or id of a role`) {
		t.Errorf("an unknown role: %v", err)
	}
}

func TestSheetIsCorrectedGroupByGroup(t *testing.T) {
	for _, c := range []struct {
		name  string
		typed []string
		want  string
	}{
		{"a group of answers by its name", []string{fullLine, "Trust: 4444"}, strings.Replace(fullLine, "2211", "4444", 1)},
		{"a group that was wrong", []string{strings.Replace(fullLine, "2211", "221", 1), "trust: 22 11"}, fullLine},
		{"two at once, and again", []string{fullLine, "trust: 1111 values: 1111", "t: ......4", "values: 32d4 trust: 2211"}, fullLine + " targets: ......4"},
		{"the role", []string{"1: " + fullLine, "role: 2"}, "2: " + fullLine},
		{"the role in front", []string{"1: " + fullLine, "2:"}, "2: " + fullLine},
		{"a wrong part", []string{fullLine + " h: 99", "h: 9"}, fullLine + " hurdles: 9"},
		{"the whole line", []string{"1: 12 h: 3", "2: " + fullLine}, "2: " + fullLine},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := Parse(sheetRound(assess.Full, ""), c.typed...)
			if err != nil {
				t.Fatal(err)
			}
			if got := Format(sheetRound(assess.Full, ""), &r); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestEchoSaysWhatWasUnderstood(t *testing.T) {
	for _, c := range []struct {
		line, want string
		round      asking.Round
	}{
		{shortWithout, "Values 3 2 | Trust 2 2 | Transparency 3 1 | Knowledge 2 d | Stakeholders 4 . | Governance n 2 | " +
			"Not given role, targets, priorities, hurdles, forms, code", sheetRound(assess.Short, rubric.ScopeNone)},
		{everySheetPart, "Role 2 Chief executive | Values 3 2 d 4 | Trust 2 2 1 1 | Transparency 3 2 3 2 | Knowledge 2 3 2 d | " +
			"Stakeholders 3 2 2 . | Governance n n 2 1 | Spectrum 3 3 2 2 3 2 2 1 3 | Learning 2 3 | Resources 2 2 | Community 3 2 | Advocacy 4 2 | " +
			"Targets 3 3 3 2 t . 4 | Priorities 2 6 | Hurdles 1 3w 7 | " +
			"Strategy y | Strategic partnership or consortium 2 y y n | Shared services 1 y d . | Joint social enterprise 3 . . . | Code old oak", sheetRound(assess.Full, "")},
	} {
		r, err := Parse(c.round, c.line)
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, e := range Echo(c.round, &r) {
			said = append(said, e.Group+" "+e.Said)
		}
		if got := strings.Join(said, " | "); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// Whatever was answered is written and read again, with blanks anywhere.
func TestSheetIsReadAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		said := assesstest.Draw(t)
		said.Role = rapid.SampledFrom(append(rubric.IDs(said.Rubric.Roles), "")).Draw(t, "role")
		said.Code = rapid.StringMatching(`([a-z0-9äé鉄][ a-zA-Z0-9'=/;-]{0,20}[a-z0-9])?`).Draw(t, "code")
		round := asking.RoundOf(said)
		line := Format(round, said)
		answers := Format(round, &assess.Response{Rubric: said.Rubric, Role: said.Role, Answers: said.Answers})
		spaced := strings.ReplaceAll(answers, " ", " \t ") + strings.TrimPrefix(line, answers)
		for _, typed := range []string{line, strings.ReplaceAll(line, ": ", ":"), spaced} {
			got, err := Parse(round, typed)
			if err != nil || !bytes.Equal(got.Encode(), said.Encode()) {
				t.Fatalf("%q: %v\n%s\nwant\n%s", typed, err, got.Encode(), said.Encode())
			}
		}
	})
}

// The example that is printed has something in every group, and reads.
func TestExampleOfASheetIsOne(t *testing.T) {
	for _, round := range []asking.Round{sheetRound(assess.Full, ""), sheetRound(assess.Short, ""), sheetRound(assess.Full, rubric.ScopeNone)} {
		example := Example(round)
		line := Format(round, &example)
		r, err := Parse(round, line)
		if err != nil || !bytes.Equal(r.Encode(), example.Encode()) {
			t.Errorf("%s: %v", line, err)
		}
		said := Echo(round, &r)
		if last := said[len(said)-1]; last.Group != "Code" {
			t.Errorf("%s lacks %s", line, last.Said)
		}
	}
}

// A rubric of one's own may have no forms and hurdles.
func TestSheetOfAnotherRubric(t *testing.T) {
	round := asking.Round{Rubric: reportstest.SmallRubric(t, 4, "en"), Length: assess.Full}
	if _, err := Parse(round, "1234 h: 1"); err == nil || !strings.Contains(err.Error(), `"h" before a colon; expected role, targets, priorities, code, or`) {
		t.Errorf("got %v", err)
	}
	r, err := Parse(round, "1234 p: 1 c: oak")
	if err != nil || Format(round, &r) != "12 34 priorities: 1 code: oak" {
		t.Errorf("%v: %q", err, Format(round, &r))
	}
}

func FuzzParseSheet(f *testing.F) {
	for _, line := range []string{fullLine, shortLine, withoutLine, everySheetPart, "", "12-", ": :", "c:", "2: h: 1w", "\xff 1", "３2d4"} {
		f.Add(line)
	}
	round := sheetRound(assess.Full, "")
	f.Fuzz(func(t *testing.T, line string) {
		r, err := Parse(round, line)
		if err != nil {
			if r.Answers != nil || err.Error() == "" {
				t.Fatalf("%q: %v with %v", line, r.Answers, err)
			}
			return
		}
		again, err := Parse(round, Format(round, &r))
		if err != nil || !bytes.Equal(again.Encode(), r.Encode()) {
			t.Fatalf("%q: %v\n%s\nwant\n%s", line, err, again.Encode(), r.Encode())
		}
	})
}
