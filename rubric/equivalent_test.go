package rubric

import (
	"strings"
	"testing"
)

// A question that a rubric declares equivalent asks the same as the one whose digest it
// names; so do two that name one digest.
func TestQuestionsAreEquivalentWhereARubricSaysSo(t *testing.T) {
	parse := func(text string) Question {
		t.Helper()
		r, err := Parse("own.yaml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return r.Questions()[0]
	}
	first := parse(own(t))
	id := first.ID
	reworded := func(by, declares string) string {
		return strings.Replace(own(t), "Who does what?", by, 1) + declares
	}
	declaring := "\nequivalent: {reason: Translated., " + id + ": [\"" + first.Wording + "\"]}\n"
	mended := parse(reworded("Who does which?", ""))
	translated := parse(reworded("Wer tut was?", declaring))
	again := parse(reworded("Qui fait quoi ?", declaring))
	for _, c := range []struct {
		what     string
		a, b     Question
		same, by bool
	}{
		{"the same words", first, first, true, false},
		{"other words", first, mended, false, false},
		{"declared", first, translated, true, true},
		{"declared, the other way", translated, first, true, true},
		{"both declare it", translated, again, true, true},
		{"not to that one", mended, translated, false, false},
	} {
		if got := c.a.SameWords(c.b); got != c.same {
			t.Errorf("%s: the same is %v", c.what, got)
		}
		if got := c.a.Declared(c.b); got != c.by {
			t.Errorf("%s: declared is %v", c.what, got)
		}
	}
	shorter := first
	shorter.Anchors = first.Anchors[:1]
	if translated.Declared(shorter) {
		t.Error("a question with other stages is declared the same")
	}
}

func TestFaultsOfADeclaration(t *testing.T) {
	first := Question{}
	if r, err := Parse("own.yaml", []byte(own(t))); err == nil {
		first = r.Questions()[0]
	}
	for declares, want := range map[string]string{
		first.ID + ": [abcdef]":                                          `the entry "reason" is missing`,
		"reason: Mended., " + first.ID + ": [abcdeg]":                    `"abcdeg" is no digest of a wording; expected six hexadecimal digits`,
		"reason: Mended., " + first.ID + ": [\"" + first.Wording + "\"]": "is the digest of the wording that stands here",
		"reason: Mended., nowhere.at_all: [abcdef]":                      `"nowhere.at_all" is unknown; expected one of`,
		"reason: Mended., " + first.ID + ": abcdef":                      "expected a list",
	} {
		_, err := Parse("own.yaml", []byte(own(t)+"\nequivalent: {"+declares+"}\n"))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s gives %v, want %s", declares, err, want)
		}
	}
}
