package wording

import (
	"reflect"
	"testing"

	"collab/assess"
	"collab/reports/content"
)

func TestSentences(t *testing.T) {
	e := English{}
	guild := content.Typed("Lakes Guild")
	march, _ := assess.ParseDate("2027-03-01")
	for _, c := range []struct {
		said content.Text
		want string
	}{
		{e.Headline(guild, []string{"Cooperation"}, []string{"Trust"}, false), "Lakes Guild is at the cooperation stage; trust is lowest"},
		{e.Headline(guild, []string{"Cooperation"}, []string{"Trust", "Values"}, false), "Lakes Guild is at the cooperation stage; trust and values are lowest"},
		{e.Headline(guild, []string{"Cooperation"}, []string{"Trust", "Values"}, true), "Lakes Guild is at the cooperation stage; no trait is lower than another"},
		{e.Headline(guild, []string{"Cooperation", "Coordination"}, nil, false), "Lakes Guild is between cooperation and coordination"},
		{e.Headline(guild, nil, nil, false), "Lakes Guild: too little was answered to name a stage"},
		{e.SomeAnswered(assess.Group, 12, 15), "12 of 15 people, answering separately"},
		{e.SomeAnswered(assess.Hands, 1, 0), "1 person, by a show of hands"},
		{e.StepsHeading(1), "One step, small on purpose"},
		{e.StepsHeading(3), "Three steps, each small on purpose"},
		{e.UnknownsMatter(1, "Cooperation", "Cooperation"), "You answered “I don’t know” once; knowing the answer would not change the overall stage."},
		{e.UnknownsMatter(2, "Cooperation", "Coordination"), "You answered “I don’t know” twice; knowing more could give any overall stage from cooperation to coordination."},
		{e.HurdleOfRoom(9, 12, 9, "Stop one task."), "Nine of twelve had this problem; all nine said it was the worst. One way out: stop one task."},
		{e.HurdleOfRoom(9, 12, 1, "Stop one task."), "Nine of twelve had this problem; one said it was the worst. One way out: stop one task."},
		{e.ConditionsMet(3, 9, []string{"Trust", "Values", "Formality", "Commitment", "Duration", "Joint results"}, []string{"A leader.", "The cost."}, nil), "3 of 9 conditions met. Too low: trust, values, formality and three more. Missing: a leader and the cost."},
		{e.BelowMean("Trust", 1, 4, "Cooperation"), "Trust has not reached cooperation, because one of the four questions on it has not."},
		{e.Headline(guild, []string{"Cooperation"}, []string{"Stakeholders"}, false), "Lakes Guild is at the cooperation stage; stakeholders are lowest"},
		{e.SpectrumHeading("Cooperation", []string{"Change in programs"}, nil), "Joint work is at cooperation; change in programs is lower"},
		{e.SpectrumHeading("Cooperation", []string{"Joint results"}, nil), "Joint work is at cooperation; joint results are lower"},
		{e.SpectrumHeading("Cooperation", nil, nil), "All features of the joint work are at cooperation"},
		{e.Lift("Trust", "Coordination", 1, []string{"Reliance"}), "To reach coordination on trust, improve “Reliance”."},
		{e.Lift("Trust", "Coordination", 1, []string{"Reliance", "Credit"}), "To reach coordination on trust, improve “Reliance” or “Credit”."},
		{e.Lift("Trust", "Coordination", 2, []string{"Reliance", "Credit"}), "To reach coordination on trust, improve “Reliance” and “Credit”."},
		{e.Lift("Trust", "Coordination", 2, []string{"Reliance", "Credit", "Help"}), "To reach coordination on trust, improve two of these: “Reliance”, “Credit”, “Help”."},
		{e.Lift("Trust", "Coordination", 3, []string{"Reliance", "Credit", "Help"}), "To reach coordination on trust, improve all of these: “Reliance”, “Credit”, “Help”."},
		{e.TalkHeading(0, 0), "Talking changed no question"},
		{e.TalkHeading(1, 1), "After talking, the room agrees on one more question"},
		{e.TalkHeading(3, 1), "Talking changed the answers to three questions; the room now agrees on one of them"},
		{e.TalkHeading(2, 0), "Talking changed the answers to two questions, but the room does not agree yet"},
		{e.PrioritiesHeading([]string{"Trust"}, 9, 12), "Trust matters most now, say nine of twelve"},
		{e.PrioritiesHeading([]string{"Trust", "Values"}, 4, 12), "Trust and values matter most now, say four of twelve each"},
		{e.PrioritiesHeading([]string{"Trust"}, 12, 12), "Trust matters most now, say all twelve"},
		{e.SidesHeading([]string{"Trust"}, []string{"Values"}), "Work inside is stronger on trust; work with others is stronger on values"},
		{e.SidesHeading(nil, nil), "No trait differs by half a stage or more between work inside and work with others"},
		{e.FormsHeading([]FormMet{{"Shared services", 6, 1, 9}, {"Joint venture", 2, 3, 5}, {"Merger", 4, 0, 4}}), "Conditions met: shared services 6 of 9 (1 not known); joint venture 2 of 5 (3 not known); merger 4 of 4"},
		{e.SomeAim("Shared services", 12, map[string]int{"have": 9, "exploring": 2, "not_considering": 1}), "Shared services: nine of twelve say that it is in place, two that it is being explored and one that it is not considered."},
		{e.SomeAim("Shared services", 11, map[string]int{"not_considering": 11}), "Shared services: all eleven say that it is not considered."},
		{e.Alternatives(3, []AsGood{{"Trust", []string{"Reliance", "Credit"}}, {"Values", nil}}, []string{"Stakeholders"}), "Three places to begin, in no particular order. On trust, you could begin with “Reliance” or “Credit” just as well. To work on after these: stakeholders."},
		{e.Alternatives(1, nil, nil), ""},
		{e.RoomAnswersHeading(2, 3, 2), "Two questions are split, three mixed, two not known to many"},
		{e.RoomAnswersHeading(0, 0, 0), "No question is split or mixed"},
		{e.AnswersHeading([]string{"Cooperation", "Coordination"}), "Most answers describe cooperation or coordination"},
		{e.AnswersCounted(3, []StageCount{{"Cooperation", 2}, {"Coordination", 1}}, 1, 0, 2), "Three answers match a stage: two cooperation and one coordination. One is “I don’t know” and two are unanswered."},
		{e.JointWork(guild, "With another association", "Lower costs"), "“Lakes Guild” (with another association). Main purpose: lower costs."},
		{e.JointWork(nil, "With another association", ""), "With another association."},
		{e.JointWork(nil, "", "Lower costs"), "Main purpose: lower costs."},
		{e.NoStepOnLowest(assess.Group, []string{"Knowledge"}, RightToday, nil), "Knowledge is lowest, but the room does not want to move up, so no step is about this."},
		{e.NoStepOnPriority(assess.Solo, []string{"Trust", "Values"}, NoTarget, nil), "You chose trust and values as priorities, but no target was set, so no step is about these."},
		{e.NoStepOnPriority(assess.Group, []string{"Values"}, OthersFirst, []assess.Reason{assess.BlocksForm, assess.Voted}), "Values are a priority too, but no step is about this yet, as the form being explored and another priority come first."},
		{English{foreign: true}.Highest([]string{"Vertrauen"}, "Kooperation"), "Vertrauen stands highest, at Kooperation."},
		{e.AgreedHeading(Became{Steps: 3}), "Three steps agreed last time; what became of them is not noted"},
		{e.AgreedHeading(Became{Steps: 3, Done: 1, NotYet: 2}), "Of the three steps agreed last time, one is done"},
		{e.AgreedHeading(Became{Steps: 3, Done: 2}), "Of the three steps agreed last time, two are done"},
		{e.AgreedHeading(Became{Steps: 3, Done: 3}), "All three steps agreed last time are done"},
		{e.AgreedHeading(Became{Steps: 3, Dropped: 1}), "None of the three steps agreed last time is done"},
		{e.AgreedHeading(Became{Steps: 1, Dropped: 1}), "The step agreed last time was dropped"},
		{e.BecameOfStep(content.Done, content.Typed("J. Ortiz"), march, nil), "Done · J. Ortiz"},
		{e.BecameOfStep(content.NotYet, content.Typed("J. Ortiz"), march, content.Typed("No money.")), "Not yet · J. Ortiz, by 1 March 2027 · No money."},
		{e.BecameOfStep(content.Open, nil, assess.Date{}, nil), "Not noted"},
		{e.Taken(nil, march), "by 1 March 2027"},
		{e.PlanHeading(march, Became{Steps: 3, Done: 1}, 1), "Two of the three steps agreed on 1 March 2027 are left to do"},
		{e.PlanHeading(march, Became{Steps: 3}, 2), "Three steps agreed on 1 March 2027; one has nobody yet"},
		{e.PlanHeading(march, Became{Steps: 3}, 3), "Three steps agreed on 1 March 2027, each taken by somebody"},
		{e.PlanHeading(march, Became{Steps: 2, Done: 1, Dropped: 1}, 2), "Nothing is left to do of what was agreed on 1 March 2027"},
		{e.TooFewPairs(1, 6), "Only one person could be linked by code; with fewer than six, the two groups are compared as different people."},
		{e.Equivalent(1, content.Typed("Translated.")), "One question is compared although the wording changed, because the rubric declares it equivalent: “Translated.”."},
		{e.MatchHeading("Shared services", [2]assess.Ready{assess.NotYet, assess.Nearly}, 3), "Shared services: three conditions are open before both are ready"},
		{e.LacksOf(guild, []string{"Trust"}, []string{"The cost today"}), "Lakes Guild: trust; not known: the cost today."},
		{e.StageMeans("IT", "IT is shared."), "IT: IT is shared."},
	} {
		if got := c.said.Plain(); got != c.want {
			t.Errorf("said  %q\nwant  %q", got, c.want)
		}
	}
}

func TestTextInASentenceStaysAsItIsSet(t *testing.T) {
	got := say("*Of %s*: %s, _%s_", 2, content.Typed("*a_ %s"), "it's")
	want := content.Text{
		{Text: "Of 2", Strong: true}, {Text: ": "}, {Text: "*a_ %s", Typed: true}, {Text: ", "}, {Text: "it’s", Quiet: true},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("said %+v\nwant %+v", got, want)
	}
}

// A method of a language gives a text, or several, ready to be read.
func TestEverySentenceIsAText(t *testing.T) {
	language := reflect.TypeFor[English]()
	for i := range language.NumMethod() {
		m := language.Method(i)
		if m.Name == "Language" || m.Name == "Date" {
			continue
		}
		if m.Type.NumOut() != 1 || m.Type.Out(0) != reflect.TypeFor[content.Text]() && m.Type.Out(0) != reflect.TypeFor[[]content.Text]() {
			t.Errorf("%s gives %v, expected a text, or several", m.Name, m.Type)
		}
	}
}

func TestEveryVerdictHasItsWords(t *testing.T) {
	for _, r := range []assess.Ready{assess.IsReady, assess.Nearly, assess.NotYet, assess.CannotTell, assess.NotAsked} {
		if len(English{}.Verdict(r)) == 0 {
			t.Errorf("nothing is said of %s", r)
		}
	}
}
