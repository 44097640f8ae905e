package wording

import (
	"testing"

	"collab/assess"
	"collab/reports/content"
)

func day(t *testing.T, text string) assess.Date {
	t.Helper()
	d, err := assess.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// What changed is one sentence that does not contradict itself.
func TestSentencesOfChange(t *testing.T) {
	e := English{}
	up, down := Shifted{Trait: "Trust", Stage: "Coordination", Up: true}, Shifted{Trait: "Values"}
	open := Shifted{Trait: "Transparency", Up: true}
	d := func(text string) assess.Date { return day(t, text) }
	dates := func(all ...string) []assess.Date {
		var out []assess.Date
		for _, a := range all {
			out = append(out, d(a))
		}
		return out
	}
	heading := func(f ChangeFound) content.Text { return e.ChangeHeading(nil, f) }
	for _, c := range []struct {
		said content.Text
		want string
	}{
		{heading(ChangeFound{Moved: []Shifted{up}, Judged: 6, All: 6}), "Trust moved up to coordination; no other clear change"},
		{heading(ChangeFound{Moved: []Shifted{up}, Judged: 1, All: 6}), "Trust moved up to coordination"},
		{heading(ChangeFound{Moved: []Shifted{up, open}, Judged: 6, All: 6}), "Trust and transparency moved up; no other clear change"},
		{heading(ChangeFound{Moved: []Shifted{up, down}, Judged: 6, All: 6}), "Trust moved up to coordination and values moved down; no other clear change"},
		{heading(ChangeFound{Moved: []Shifted{up}, Possible: []Shifted{open}, Judged: 6, All: 6}), "Trust moved up to coordination; transparency may have moved up; no other clear change"},
		{heading(ChangeFound{Possible: []Shifted{open}, Judged: 6, All: 6}), "Transparency may have moved up; no other clear change"},
		{heading(ChangeFound{Judged: 6, All: 6}), "No clear change in any trait"},
		{heading(ChangeFound{Judged: 1, All: 6}), "No clear change in the one trait that can be judged"},
		{heading(ChangeFound{Judged: 6, All: 6, Higher: []string{"Trust", "Values"}}), "No clear change in any trait; the stage is higher on trust and values, which may be chance"},
		{heading(ChangeFound{Judged: 6, All: 6, Higher: []string{"Trust"}, Lower: []string{"Stakeholders"}}), "No clear change in any trait; the stage is higher on trust and the stage is lower on stakeholders, which may be chance"},
		{heading(ChangeFound{Judged: 6, All: 6, Together: assess.NoDetectableChange}), "No clear change, in any trait or in all together"},
		{heading(ChangeFound{Judged: 6, All: 6, Together: assess.Moved, TogetherUp: true}), "All traits together moved up; no trait changed clearly by itself"},
		{heading(ChangeFound{Judged: 6, All: 6, Together: assess.Possible}), "All traits together may have moved down; no trait changed clearly by itself"},
		{heading(ChangeFound{All: 6, Why: assess.CountedHands}), "A show of hands cannot show whether anything changed"},
		{heading(ChangeFound{All: 6, Few: true}), "Too few people answered to tell what changed"},
		{e.ChangeHeading(content.Words("2024"), ChangeFound{Moved: []Shifted{up}, Judged: 6, All: 6}), "Since 2024, trust moved up to coordination; no other clear change"},
		{e.ChangeHeading(content.Words("2024"), ChangeFound{All: 6, Why: assess.AgainstGroup}), "One person’s answers cannot be compared with those of several"},
		{e.DayHeads(dates("2025-11-17", "2026-11-23"))[0], "2025"},
		{e.DayHeads(dates("2026-03-04", "2026-11-23"))[0], "Mar"},
		{e.DayHeads(dates("2026-11-04", "2026-11-23"))[0], "4 Nov"},
		{e.DayHeads(dates("2025-11-04", "2025-12-23", "2026-11-01"))[0], "Nov 2025"},
		{e.DayAmong(d("2026-03-04"), dates("2026-03-04", "2026-11-23")), "March 2026"},
		{e.ComparedPeople(11, 12, 0), "Twelve people answered this time and eleven last time."},
		{e.ComparedPeople(12, 12, 0), "Twelve people answered each time."},
		{e.ComparedPeople(12, 12, 8), "The same eight people are compared, linked by their codes."},
		{e.Unlinked(1, 4), "One person then and four now are left out, as no code links them."},
		{e.Outcome(assess.Moved, 3, 4), "moved (3 of 4)"},
		{e.Outcome(assess.NoDetectableChange, 0, 0), "~"},
		{e.Signed("-0.05"), "−0.05"},
		{e.StagesUp(1), "one stage up"},
		{e.StagesUp(-2), "two stages down"},
		{e.Chance(.0499), ".050"}, {e.Chance(1), "1.000"}, {e.Chance(.0009), "< .001"}, {e.Chance(.001), ".001"},
		{e.AnswersChangedHeading(1, 0, 0), "One answer changed, to a higher stage"},
		{e.AnswersChangedHeading(2, 0, 0), "Two answers changed, all to a higher stage"},
		{e.AnswersChangedHeading(2, 1, 1), "Four answers changed: two to a higher stage, one to a lower stage and one to or from an answer without a stage"},
		{e.ReachedTarget([]string{"Trust", "Values"}), "Trust and values reached their target."},
		{e.NotTested(assess.NoSpread, []string{"Trust"}, false), "Trust was not tested: hardly anyone differed from the others, then or now."},
		{e.ExcludedFor(assess.Reworded, []string{"Goals"}, "1.1.0"), "Reworded in version 1.1.0: “Goals”."},
		{e.PortfolioHeading(1, 0, 0), "One association, assessed for the first time"},
		{e.PortfolioHeading(7, 4, 0), "Seven associations: four were assessed before, and none has clearly changed since"},
		{e.PortfolioHeading(7, 1, 1), "Seven associations: one was assessed before and has clearly changed since"},
		{e.AgendaHeading(1, 6), "One question to talk about, in about 6 minutes"},
		{e.TopicBase(10, 2, 1, false), "Ten people answered: eight chose a description shown here, two chose others. One more does not know."},
		{e.TopicBase(1, 0, 2, true), "One person answered again. Two more do not know."},
		{e.WhyTalk(assess.AboutSplit, true, 0), "the room is still split"},
		{e.WhyTalk(assess.AboutTarget, false, 1), "one stage below the target"},
	} {
		if got := c.said.Plain(); got != c.want {
			t.Errorf("said  %q\nwant  %q", got, c.want)
		}
	}
}
