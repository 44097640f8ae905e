package plan

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"collab/assess"
)

func day(t testing.TB, text string) assess.Date {
	t.Helper()
	d, err := assess.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// written is a plan as [Plan.Encode] writes it, typed by hand.
const written = `format: 1
association: Lakes Guild
next_assessment: 2027-11-15

agreed:
  - assessment: 2025-11-23
    steps:
      - do: trust.reliance
        step: "Ask a peer for \"one\" small favor."
        who: "J. Ortiz: chair"
        by: 2026-03-01
        became: dropped
        why: "The peer moved."
      - do: governance.speed
        step: "Agree on who may call whom."
  - assessment: 2026-11-23
    steps:
      - do: values.goals
        step: "Name one goal."
        became: not_yet
`

func TestAPlanIsWrittenAsItIsRead(t *testing.T) {
	p, err := Parse("plan.yaml", []byte(written))
	if err != nil {
		t.Fatal(err)
	}
	want := &Plan{Association: "Lakes Guild", Next: day(t, "2027-11-15"), Rounds: []Round{
		{day(t, "2025-11-23"), []Step{
			{"trust.reliance", `Ask a peer for "one" small favor.`, "J. Ortiz: chair", day(t, "2026-03-01"), Dropped, "The peer moved."},
			{Do: "governance.speed", Words: "Agree on who may call whom."},
		}},
		{day(t, "2026-11-23"), []Step{{Do: "values.goals", Words: "Name one goal.", Became: NotYet}}},
	}}
	if !reflect.DeepEqual(p, want) {
		t.Errorf("read %+v\nwant %+v", p, want)
	}
	if got := string(p.Encode()); got != written {
		t.Errorf("wrote\n%s", got)
	}
	if got := string((&Plan{Association: "A"}).Encode()); got != "format: 1\nassociation: A\n\nagreed: []\n" {
		t.Errorf("an empty plan is\n%s", got)
	}
}

// Remarks that somebody wrote on lines of their own stay where they stood.
func TestRemarksAreKept(t *testing.T) {
	text := strings.Replace(written, "        who:", "        # she asked for it\n        who:", 1)
	text = "# Ours since 2025.\n" + strings.Replace(text, "      - do: values.goals", "      # board, 3 December\n      - do: values.goals", 1) + "# end\n"
	p, err := Parse("plan.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(p.EncodeOver([]byte(text))); got != text {
		t.Errorf("wrote\n%s", got)
	}
	p.Rounds[0].Steps[0].Who = ""
	p.Rounds[1].Steps[0].Became = Done
	got := string(p.EncodeOver([]byte(text)))
	for _, remark := range []string{"# Ours since 2025.\nformat", "# she asked for it\n", "# board, 3 December\n      - do: values.goals", "# end\n"} {
		if !strings.Contains(got, remark) {
			t.Errorf("%q is lost in\n%s", remark, got)
		}
	}
	if again, err := Parse("plan.yaml", []byte(got)); err != nil || !reflect.DeepEqual(again, p) {
		t.Errorf("it reads %+v, %v", again, err)
	}
}

func TestRoundsAreInTheOrderOfTheirDates(t *testing.T) {
	p := &Plan{}
	steps := []Step{{Do: "a", Words: "A", Who: "B"}}
	p.Agree(day(t, "2026-01-01"), steps)
	p.Agree(day(t, "2025-01-01"), steps)
	p.Agree(day(t, "2026-01-01"), []Step{{Do: "b", Words: "B"}}) // was agreed already
	p.Agree(day(t, "2027-01-01"), nil)
	if len(p.Rounds) != 2 || p.Rounds[0].Date.Year() != 2025 || p.Rounds[1].Steps[0].Do != "a" {
		t.Errorf("the rounds are %+v", p.Rounds)
	}
	if got := p.Between(day(t, "2025-01-01"), day(t, "2026-01-01")); len(got) != 1 || got[0].Date.Year() != 2025 {
		t.Errorf("between are %+v", got)
	}
	p.Rounds[0].Steps = []Step{{Do: "a", Words: "A"}}
	if got := p.Between(day(t, "2025-01-01"), day(t, "2026-01-01")); len(got) != 0 {
		t.Errorf("what nobody took counts as agreed: %+v", got)
	}
	if got := p.NextDay(); got.String() != "2027-01-01" {
		t.Errorf("the next assessment is on %s", got)
	}
	last := Plan{Rounds: []Round{{Date: day(t, "9999-12-31")}}}
	if got := last.NextDay(); got.String() != "9999-12-31" {
		t.Errorf("after the last day the next assessment is on %s", got)
	}
	if none := (*Plan)(nil); none.At(day(t, "2026-01-01")) != nil || none.Between(day(t, "2026-01-01"), day(t, "2027-01-01")) != nil {
		t.Error("no plan agrees something")
	}
}

func TestFaultsOfAPlanSayWhereAndWhatWasExpected(t *testing.T) {
	const head = "format: 1\nassociation: A\nagreed:\n  - assessment: 2026-11-23\n    steps:\n"
	for text, want := range map[string]string{
		"format: 2\nassociation: A\nagreed: []\n":                                                    "plan.yaml:1:9: 2 is out of range; expected 1",
		"format: 1\nagreed: []\n":                                                                    `plan.yaml:1:1: the entry "association" is missing`,
		head + "      - {do: trust, step: Do it, by: soon}\n":                                        `plan.yaml:6:38: "soon" is not a date; expected one such as 2026-11-23`,
		head + "      - {do: trust, step: Do it, became: finished}\n":                                `plan.yaml:6:42: "finished" is unknown; expected one of done, not_yet, dropped`,
		head + "      - {do: Trust!, step: Do it}\n":                                                 `plan.yaml:6:14: "Trust!" is no id of a question or a fact; expected one such as trust.reliance`,
		head + "      - {do: a, step: \"\"}\n":                                                       "plan.yaml:6:23: expected what to do, found nothing",
		head + "      - {do: trust}\n":                                                               `plan.yaml:6:9: the entry "step" is missing`,
		head + "      - {do: a, step: A}\n      - {do: a, step: B}\n":                                "plan.yaml:7:14: a stands twice",
		head + "      - {do: a, step: A, owner: B}\n":                                                `the entry "owner" is unknown; expected one of do, step, who, by, became, why`,
		head + strings.Repeat("      - {do: a, step: A}\n", 4):                                       "plan.yaml:6:7: 4 steps stand here; expected at most 3, as an assessment names",
		head + "      - {do: a, step: A, who: " + strings.Repeat("x", 121) + "}\n":                   "the text has 121 characters; expected at most 120",
		head + "      - {do: a, step: \"A\\u001b[31m\"}\n":                                           "the text holds a control character",
		head + "      - {do: a, step: A}\n  - assessment: 2026-11-23\n    steps: []\n":               "plan.yaml:7:17: the assessment of 2026-11-23 stands twice",
		head + "      - {do: a, step: A}\n" + strings.Repeat("  - {assessment: x, steps: []}\n", 60): "more than 60 assessments stand here",
	} {
		if _, err := Parse("plan.yaml", []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\ngives %v\nwant  %s", text, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(written))
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := Parse("plan.yaml", text)
		if err != nil {
			return
		}
		for _, written := range [][]byte{p.Encode(), p.EncodeOver(text)} {
			again, err := Parse("plan.yaml", written)
			if err != nil || !reflect.DeepEqual(p, again) {
				t.Errorf("%v: read %+v, and again %+v", err, p, again)
			}
		}
	})
}

// The expected bytes follow RFC 5545: a line of 75 octets at most, then CR LF and a blank,
// and no character cut in two.
func TestACalendarIsFoldedAndEscaped(t *testing.T) {
	var b bytes.Buffer
	err := WriteCalendar(&b, "A", day(t, "2026-11-23"), []Event{{Key: "k", Day: day(t, "2027-03-01"), Title: `a,b;c\d`, About: "x\n" + strings.Repeat("ä", 40)}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "DTSTAMP:20261123T000000Z\r\n", "DTSTART;VALUE=DATE:20270301\r\n",
		`SUMMARY:a\,b\;c\\d` + "\r\n", `DESCRIPTION:x\n` + strings.Repeat("ä", 30) + "\r\n " + strings.Repeat("ä", 10) + "\r\n", "END:VCALENDAR\r\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
	for line := range strings.SplitSeq(b.String(), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("the line %q is too long or broken", line)
		}
	}
	var again bytes.Buffer
	_ = WriteCalendar(&again, "A", day(t, "2026-11-23"), []Event{{Key: "k", Day: day(t, "2027-04-01"), Title: "moved"}})
	uid := func(text string) string {
		_, after, _ := strings.Cut(text, "UID:")
		id, _, _ := strings.Cut(after, "\r\n")
		return id
	}
	if uid(b.String()) == "" || uid(b.String()) != uid(again.String()) {
		t.Error("an event that moves is another")
	}
}
