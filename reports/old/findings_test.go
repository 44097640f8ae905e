package reports

import (
	"bytes"
	"strings"
	"testing"

	"collab/assess"
)

func TestTheSummaryNamesWhatHasTooFewAnswers(t *testing.T) {
	r := complete(t)
	copy(r.Answers, []assess.Answer{3, assess.DontKnow, assess.DontKnow, 2})
	a := assess.Assess(assess.One(r))
	const want = "Not enough answers to say where values (2 of 4) stands."
	for _, f := range []rendition[*assess.Assessment]{{ending: "md", render: Markdown}, {ending: "html", render: HTML}} {
		text := rendered(t, func(b *bytes.Buffer) error { return f.render(b, a, Options{}) })
		if strings.Count(text, want) != 1 {
			t.Errorf("%s does not say once: %s", f.ending, want)
		}
	}
	if said := plainStory(roomOfTwelve(t)).NotPlaced(); said != "" {
		t.Errorf("everything has a position: %s", said)
	}
}
