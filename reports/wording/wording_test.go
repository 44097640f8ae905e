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
	for _, c := range []struct {
		said content.Text
		want string
	}{
		{e.Headline(guild, []string{"Cooperation"}, []string{"Trust"}, false), "Lakes Guild is at the cooperation stage; trust is lowest"},
		{e.Headline(guild, []string{"Cooperation"}, []string{"Trust", "Values"}, false), "Lakes Guild is at the cooperation stage; trust and values are lowest"},
		{e.Headline(guild, []string{"Cooperation"}, []string{"Trust", "Values"}, true), "Lakes Guild is at the cooperation stage; no trait is lower than another"},
		{e.Headline(guild, []string{"Cooperation", "Coordination"}, nil, false), "Lakes Guild is between cooperation and coordination"},
		{e.Headline(guild, nil, nil, false), "Lakes Guild: too little was answered to name a stage"},
		{e.SomeAnswered(assess.Group, 12, 15), "12 of 15 people, each alone"},
		{e.SomeAnswered(assess.Hands, 1, 0), "1 person, by a show of hands"},
		{e.StepsHeading(1), "One step, small on purpose"},
		{e.StepsHeading(3), "Three steps, each small on purpose"},
		{e.UnknownsMatter(1, "Cooperation", "Cooperation"), "The one answer not known cannot change the stage."},
		{e.UnknownsMatter(2, "Cooperation", "Coordination"), "The two answers not known could put the stage anywhere from cooperation to coordination."},
		{e.HurdleOfRoom(9, 12, 9, "Stop one task."), "Nine of 12 met it, and all nine call it the worst. One way out: stop one task."},
		{e.HurdleOfRoom(9, 12, 1, "Stop one task."), "Nine of 12 met it, and one calls it the worst. One way out: stop one task."},
		{e.ConditionsMet(3, 9, []string{"Trust", "Values", "Formality", "Commitment", "A leader.", "The cost."}, nil), "3 of 9 met. Still missing: trust, values, formality and three more."},
		{e.BelowMean("Trust", 1, 4, "Cooperation"), "One of the four questions on trust has not reached cooperation, so trust has not either."},
		{English{foreign: true}.Highest([]string{"Vertrauen"}, "Kooperation"), "Vertrauen stands highest, at Kooperation."},
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

// A method of a language gives one text that is ready to be read.
func TestEverySentenceIsAText(t *testing.T) {
	language := reflect.TypeFor[English]()
	for i := range language.NumMethod() {
		m := language.Method(i)
		if m.Name == "Language" || m.Name == "Date" {
			continue
		}
		if m.Type.NumOut() != 1 || m.Type.Out(0) != reflect.TypeFor[content.Text]() {
			t.Errorf("%s gives %v, expected a text", m.Name, m.Type)
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
