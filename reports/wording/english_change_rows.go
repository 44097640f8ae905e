package wording

import (
	"math"
	"strconv"
	"strings"

	"collab/assess"
	"collab/reports/content"
)

// The rows of a profile that shows a change.

// Shift heads the shifts.
func (English) Shift() content.Text { return say("Shift") }

// Verdict heads the verdicts.
func (English) VerdictHead() content.Text { return say("Verdict") }

// Outcome is the verdict on a change, as a row shows it; of and asked are the questions
// that the shift rests on where these are fewer than the profile's, else 0.
func (English) Outcome(o assess.Outcome, of, asked int) content.Text {
	said := rowOutcomes[o]
	if of == 0 {
		return say("%s", said)
	}
	return say("%s (%s of %s)", said, of, asked)
}

// rowOutcomes are short enough for a row.
var rowOutcomes = map[assess.Outcome]string{
	"":                        "",
	assess.Moved:              "moved",
	assess.Possible:           "possible",
	assess.NoDetectableChange: "~",
	assess.TooFewToTell:       "too few",
	assess.NotTested:          "not tested",
}

// OutcomeTold is the same in a sentence.
func (English) OutcomeTold(o assess.Outcome) content.Text { return say("%s", toldOutcomes[o]) }

var toldOutcomes = map[assess.Outcome]string{
	"":                        "not tested",
	assess.Moved:              "moved",
	assess.Possible:           "may have moved",
	assess.NoDetectableChange: "no clear change",
	assess.TooFewToTell:       "too few to tell",
	assess.NotTested:          "not tested",
}

// Signed is a shift with its sign.
func (English) Signed(shift string) content.Text {
	return say("%s", strings.Replace(shift, "-", "−", 1))
}

// ShiftRange is the interval of a shift.
func (e English) ShiftRange(low, high assess.Shift) content.Text {
	return say("%s to %s", e.Signed(low.Signed()), e.Signed(high.Signed()))
}

// StagesUp is how far a stage moved; below 0 is down.
func (English) StagesUp(n int) content.Text {
	if n < 0 {
		return say("%s down", counted(-n, "stage", "stages"))
	}
	return say("%s up", counted(n, "stage", "stages"))
}

// A ChangeTold is a row of a change.
type ChangeTold struct {
	Trait, StageThen, StageNow string // no stage where there is none
	Outcome                    assess.Outcome
	Then, Now                  assess.Position // 0 where they are not told
	Shift                      string          // empty where there is none
	Interval                   content.Text
	P, Adjusted                float64
	HasP                       bool
	Pairs, NThen, NNow         int // 0 where they are not told
	Of, Asked                  int // questions, where they are fewer than the profile's
}

// ChangeTold is a row of a change in a sentence.
func (e English) ChangeTold(c ChangeTold) content.Text {
	said := say("%s: %s", c.Trait, e.OutcomeTold(c.Outcome))
	if c.Then > 0 {
		said = say("%s, mean %s then, %s now", said, c.Then, c.Now)
	}
	if c.Shift != "" {
		said = say("%s, shift %s", said, e.Signed(c.Shift))
	}
	if len(c.Interval) > 0 {
		said = say("%s, 95% interval %s", said, c.Interval)
	}
	switch {
	case c.HasP && c.Outcome == assess.Possible:
		said = say("%s, p %s, adjusted %s", said, equals(c.P), equals(c.Adjusted))
	case c.HasP:
		said = say("%s, p %s", said, equals(c.Adjusted))
	}
	switch {
	case c.Pairs > 0:
		said = say("%s, %s both times", said, counted(c.Pairs, "person", "people"))
	case c.NThen > 0 && c.NNow > 0:
		said = say("%s, %s people then, %s now", said, c.NThen, c.NNow)
	}
	if c.Of > 0 {
		said = say("%s, over %s of %s questions", said, c.Of, c.Asked)
	}
	switch {
	case c.StageNow == "" || c.StageThen == "":
	case c.StageNow == c.StageThen:
		said = say("%s. Stage: %s, as before", said, e.low(c.StageNow))
	default:
		said = say("%s. Stage: %s then, %s now", said, e.low(c.StageThen), e.low(c.StageNow))
	}
	return say("%s.", said)
}

// leastChance is what three decimals can tell from zero.
const leastChance = .001

// Chance is a p as papers print it: three decimals and no zero before the point.
func (English) Chance(p float64) content.Text { return say("%s", chance(p)) }

func chance(p float64) string {
	if p < leastChance {
		return "< .001"
	}
	return strings.TrimPrefix(strconv.FormatFloat(math.Round(1000*p)/1000, 'f', 3, 64), "0")
}

// equals is a p behind its letter.
func equals(p float64) string {
	if p < leastChance {
		return chance(p)
	}
	return "= " + chance(p)
}
