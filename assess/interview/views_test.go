package interview

import (
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

// TestViews draws every kind of page in a small, a usual and a wide window. Look
// at what has changed in testdata before it is taken:
//
//	go test ./assess/interview -run TestViews -update
func TestViews(t *testing.T) {
	finished := everything()
	for i := range finished.Answers {
		finished.Answers[i] = assess.Answer(1 + i%4)
	}
	finished.Answers[5], finished.Answers[9] = assess.Unanswered, assess.DontKnow
	for _, c := range []struct {
		name string
		at   func() *sitting
	}{
		{"start", func() *sitting { return sit(t, assess.NewResponse(rubric.Default()), true) }},
		{"instructions", func() *sitting { return sit(t, begun(assess.Full), false) }},
		{"pause", func() *sitting {
			return sit(t, begun(assess.Full), false).at(func(s asking.Step) bool { return s.Kind == asking.Pause && s.Section == "trust" })
		}},
		{"question", func() *sitting { return sit(t, begun(assess.Full), false).atID("trust.delegation") }},
		{"question-evidence", func() *sitting { return sit(t, everything(), false).atID("spectrum.formality").keys("e") }},
		{"question-why", func() *sitting { return sit(t, begun(assess.Full), false).atID("trust.delegation").keys("?") }},
		{"not-kept", func() *sitting {
			s := sit(t, begun(assess.Full), false).atID("trust.delegation")
			s.fail = errors.New("northern-trails-alliance/responses/2026-11-23-k4mz.yaml: no space left on device")
			return s.keys("3")
		}},
		{"joint-work", func() *sitting {
			return sit(t, begun(assess.Full), false).atID(asking.JointWorkStep).keys("type:Trail conference", "enter", "2")
		}},
		{"forms", func() *sitting { return sit(t, begun(assess.Full), false).atID(asking.FormsStep).keys("y", "2", "3") }},
		{"targets", func() *sitting { return sit(t, begun(assess.Full), false).atID(asking.TargetsStep).keys("3", "3", "t") }},
		{"facts", func() *sitting { return sit(t, everything(), false).atID("strategic_partnership").keys("y", "n") }},
		{"priorities", func() *sitting {
			return sit(t, begun(assess.Full), false).atID(asking.PrioritiesID).keys("2", "6", "1")
		}},
		{"note", func() *sitting {
			return sit(t, begun(assess.Full), false).atID("trust.delegation").keys("m", "type:the joint budget of 2026, see the minutes of March: ", "paste:page 4 and what the treasurer said about it")
		}},
		{"respond", func() *sitting {
			o := Options{New: Draft{Response: begun(assess.Full)}, Asks: asking.Asks{Code: true}, Welcome: []string{"Your answers are yours.", "They go to a file on this laptop. No result is shown here."}}
			return (&sitting{t: t}).with(o).keys("type:oak")
		}},
		{"drafts", func() *sitting { return (&sitting{t: t}).with(twoDrafts()) }},
		{"look", func() *sitting { return (&sitting{t: t}).with(twoDrafts()).keys("l") }},
		{"revise", func() *sitting {
			return (&sitting{t: t}).with(Options{New: Draft{Response: finished}, Only: []string{"trust.reliance"}})
		}},
		{"hurdles", func() *sitting {
			return sit(t, begun(assess.Full), false).atID(asking.HurdlesID).keys(" ", "down", "down", "w")
		}},
		{"hands", func() *sitting { return sitRoom(t, counting(12)).atID("trust.delegation").keys("type:2 5 3 0 d 1") }},
		{"hands-missing", func() *sitting {
			return sitRoom(t, counting(12)).atID("trust.delegation").keys("type:2 5 3 0 d 1", "enter")
		}},
		{"hands-targets", func() *sitting {
			return sitRoom(t, counting(12)).atID(asking.TargetsStep).keys("type:2 5 3 0 t 2", "enter")
		}},
		{"hands-hurdles", func() *sitting {
			return sitRoom(t, counting(12)).atID(asking.HurdlesID).keys("type:1=3 3=2 4=5 7=1", "enter")
		}},
		{"review", func() *sitting { return sit(t, finished, false).atKind(asking.Review) }},
	} {
		for _, size := range [][2]int{{80, 24}, {60, 20}, {120, 40}} {
			file := filepath.Join("testdata", fmt.Sprintf("%s-%dx%d.txt", c.name, size[0], size[1]))
			golden(t, file, c.at().size(size[0], size[1]).plainView())
		}
	}
}

// twoDrafts are offered to somebody who comes back.
func twoDrafts() Options {
	one, two := begun(assess.Full), begun(assess.Short)
	one.Answers[0], one.Answers[1], one.Notes["values.goals"] = 3, assess.DontKnow, "plan of 2026, page 4"
	return Options{New: Draft{Response: assess.NewResponse(rubric.Default())}, Found: []Draft{
		{Label: "Northern Trails Alliance, draft of 23 November 2026 14:05 (Chief executive)", Response: one},
		{Label: "Northern Trails Alliance, draft of 20 November 2026 9:12 (Board)", Response: two},
	}}
}
