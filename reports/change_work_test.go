package reports_test

import (
	"strings"
	"testing"

	"collab/assess"
	"collab/reports"
	"collab/reports/reportstest"
	"collab/rubric"
)

// Where the joint work is not the same the report says what of it is not, in a sentence and
// in the row of the spectrum.
func TestReportSaysWhatOfTheJointWorkIsAnother(t *testing.T) {
	fair := assess.JointWork{About: "Fair", Scope: string(rubric.Between), Purpose: "lower_costs"}
	with := func(change func(*assess.JointWork)) assess.JointWork { other := fair; change(&other); return other }
	for _, c := range []struct {
		then      assess.JointWork
		want, row string
	}{
		{with(func(j *assess.JointWork) { j.About = "Lobby" }),
			"The joint work was “Lobby” then and “Fair” now, so the spectrum compares different work.", "other work"},
		{with(func(j *assess.JointWork) { j.Scope = string(rubric.Within) }),
			"The joint work is still “Fair”, but was “Between groups inside our association” then and is “With another association” now, so the spectrum compares different work.", "other work"},
		{with(func(j *assess.JointWork) { j.Purpose = "shared_objective" }),
			"The joint work is still “Fair”, but its main purpose was “Reach a shared objective” then and is “Lower costs” now, so compare the spectrum with care.", "other purpose"},
		{with(func(j *assess.JointWork) { j.Purpose = "" }),
			"The joint work is still “Fair”, but its main purpose was not stated then and is “Lower costs” now, so compare the spectrum with care.", "other purpose"},
		{assess.JointWork{Scope: rubric.ScopeNone},
			"There was no joint work then and there is some now, so the spectrum does not compare like with like.", "other work"},
	} {
		then, now := reportstest.Complete(t), reportstest.Complete(t)
		then.JointWork, now.JointWork = c.then, fair
		if c.then.Scope == rubric.ScopeNone {
			for i, q := range then.Rubric.Questions() {
				if q.Dimension == rubric.SpectrumID {
					then.Answers[i] = assess.Unanswered
				}
			}
		}
		report := reports.Comparison(assess.Compare(
			assess.Side{Assessment: reportstest.Assessed(then)}, assess.Side{Assessment: reportstest.Assessed(now)}), reports.Options{})
		if said := told(t, report); strings.Count(said, c.want) != 1 {
			t.Errorf("%q is not said once in\n%s", c.want, said)
		}
		groups := profileOf(t, report).Groups
		if got := groups[len(groups)-1][0].Flag.Plain(); got != c.row {
			t.Errorf("the spectrum's row says %q, want %q", got, c.row)
		}
	}
}

// A trait that reached its target by what may be chance is not said to have reached it, and
// a mean of one question says that it is of one.
func TestTargetReachedByChanceSaysSo(t *testing.T) {
	then, now := reportstest.ShortForm(t), reportstest.ShortForm(t)
	for i, q := range then.Rubric.Questions() {
		switch {
		case !q.Short:
		case q.Dimension == "values":
			then.Answers[i], now.Answers[i] = 2, 3
		case q.ID == "trust.delegation" || q.Dimension == "trust" && q.Scope == rubric.Within:
			then.Answers[i], now.Answers[i] = 2, 3
		case q.Dimension == "trust":
			then.Answers[i], now.Answers[i] = assess.DoesNotApply, assess.DoesNotApply
		}
	}
	then.Targets, now.Targets = map[string]assess.Target{"values": 3}, map[string]assess.Target{"values": 3}
	report := reports.Comparison(assess.Compare(
		assess.Side{Assessment: reportstest.Assessed(then)}, assess.Side{Assessment: reportstest.Assessed(now)}), reports.Options{})
	said := told(t, report)
	if want := "Values stand at their target now, but that may be chance."; !strings.Contains(said, want) || strings.Contains(said, "reached their target") {
		t.Errorf("%q is missing in\n%s", want, said)
	}
	for _, row := range profileOf(t, report).Groups[0] {
		if row.Name.Plain() == "Trust" && row.Flag.Plain() != "too few (1 of 2)" {
			t.Errorf("trust says %q", row.Flag.Plain())
		}
	}
}
