package record

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"collab/assess"
	"collab/rubric"
)

// A record that an earlier version wrote, with a histogram of positions in place of
// their number, mean and deviation, is read as today's is. The histogram is made here
// from people's answers, by the rule of a position alone.
func TestHistogramsOfEarlierVersionsAreReadAsTodaysPositions(t *testing.T) {
	people := guild(t)
	a := assess.Assess(roundOf(t, people).Publish())
	today := string(Encode(a))
	read := func(text string) *assess.Published {
		t.Helper()
		p, err := Read("assessment.yaml", []byte(text), rubric.Released)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	text := asEarlier(today, people)
	now, then := read(today), read(text)
	if now.Earlier || !then.Earlier {
		t.Error("it is not told which record is of an earlier version")
	}
	kept := 0
	for i, d := range now.Rubric.Dimensions {
		if now.Positions[i] != then.Positions[i] {
			t.Errorf("%s is at %+v, want %+v", d.ID, then.Positions[i], now.Positions[i])
		}
		for role, of := range now.RolePositions {
			if of[i] != then.RolePositions[role][i] {
				t.Errorf("%s of %s is at %+v, want %+v", d.ID, role, then.RolePositions[role][i], of[i])
			}
		}
		kept += then.Positions[i].N
	}
	if kept == 0 {
		t.Error("no position is kept")
	}
	if got := string(Encode(assess.Assess(then))); got != today {
		t.Errorf("it is written as\n%s", diff.Diff("today", []byte(today), "again", []byte(got)))
	}
	if _, err := Open("assessment.yaml", []byte(text), rubric.Released); !errors.Is(err, ErrEarlier) {
		t.Errorf("opening it gives %v", err)
	}
	if _, _, err := Verify("assessment.yaml", []byte(text), rubric.Released); !errors.Is(err, ErrEarlier) {
		t.Errorf("verifying it gives %v", err)
	}
	wrong := strings.Replace(text, "  trust: {", "  trust: {9.75: 1, ", 1)
	if _, err := Read("assessment.yaml", []byte(wrong), rubric.Released); err == nil {
		t.Error("a position beyond the last stage is read")
	}
}

// positionsLine is a line of people's positions, of all of them or of a role.
var positionsLine = regexp.MustCompile(`^ +(\w+): \{n: `)

// asEarlier is a record with its positions as earlier versions kept them.
func asEarlier(today string, people []assess.Response) string {
	var out strings.Builder
	role := ""
	for line := range strings.Lines(today) {
		name := strings.TrimSuffix(strings.TrimSpace(line), ":")
		if d := positionsLine.FindStringSubmatch(line); d != nil {
			indent, _, _ := strings.Cut(line, d[1])
			dimension, _ := rubric.Default().Dimension(d[1])
			fmt.Fprintf(&out, "%s%s: %s\n", indent, d[1], histogram(dimension, role, people))
			continue
		}
		if slices.Contains([]string{"board", "staff"}, name) {
			role = name
		}
		out.WriteString(line)
	}
	return out.String()
}

// histogram is how many people, of a role if one is named, stand at each position of a
// dimension: the mean of their stages, where two thirds of the questions have one.
func histogram(d *rubric.Dimension, role string, people []assess.Response) string {
	counts := map[string]int{}
	for _, p := range people {
		sum, n := 0, 0
		for _, q := range d.Questions {
			if a := p.Answers[p.Rubric.Index(q.ID)]; a > 0 {
				sum, n = sum+int(a), n+1
			}
		}
		if 3*n >= 2*len(d.Questions) && (role == "" || p.Role == role) {
			at := (200*sum + n) / (2 * n) // hundredths, rounded half up
			counts[fmt.Sprintf("%d.%02d", at/100, at%100)]++
		}
	}
	var lines []string
	for at, n := range counts {
		lines = append(lines, fmt.Sprintf("%s: %d", at, n))
	}
	slices.Sort(lines)
	return "{" + strings.Join(lines, ", ") + "}"
}

// A record of a released rubric as it was worded once is read, and what it was asked in
// other words is compared with nothing.
func TestEarlierWordingsOfAReleasedRubricAreKept(t *testing.T) {
	r := rubric.Default()
	text := string(Encode(assess.Assess(roundOf(t, guild(t)).Publish())))
	was := strings.Replace(text, "reliance: "+r.Questions()[r.Index("trust.reliance")].Wording, "reliance: abcdef", 1)
	a, err := Open("assessment.yaml", []byte(was), rubric.Released)
	if err != nil {
		t.Fatal(err)
	}
	if a.Rubric.Reworded() != 1 || !slices.Contains(a.Cautions, assess.CautionReworded) {
		t.Errorf("%d questions are reworded, cautions %v", a.Rubric.Reworded(), a.Cautions)
	}
	if string(Encode(a)) != was {
		t.Error("it is not written as it was")
	}
	now, err := Open("assessment.yaml", []byte(text), rubric.Released)
	if err != nil {
		t.Fatal(err)
	}
	c := assess.Compare(assess.Side{Assessment: a}, assess.Side{Assessment: now})
	if got := c.ExcludedFor(assess.Reworded); !slices.Equal(got, []string{"trust.reliance"}) {
		t.Errorf("reworded are %v", got)
	}
	if r.Reworded() != 0 || r.Questions()[r.Index("trust.reliance")].Wording == "abcdef" {
		t.Error("the released rubric itself was changed")
	}
	edited := strings.Replace(was, "trust.reliance: [", "trust.reliance: [1, 2, 3, 4, 1, 0]  # ", 1)
	if _, err := Open("assessment.yaml", []byte(edited), rubric.Released); err == nil {
		t.Error("nothing is said of findings that do not follow")
	}
}
