package phone

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"collab/rubric"
)

// Every language has every word, and fills in the same.
func TestLanguagesHaveTheSameWords(t *testing.T) {
	files, err := wordFiles.ReadDir("words")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	english := sentences(wordsOf(&rubric.Rubric{Language: "en"}))
	for _, file := range files {
		language := strings.TrimSuffix(file.Name(), ".yaml")
		own := sentences(wordsOf(&rubric.Rubric{Language: language}))
		for _, name := range slices.Sorted(maps.Keys(english)) {
			if got, want := filledIn(own[name]), filledIn(english[name]); own[name] == "" || !slices.Equal(got, want) {
				t.Errorf("%s: %s is %q, and fills in %v; expected %v", language, name, own[name], got, want)
			}
		}
		if len(own) != len(english) {
			t.Errorf("%s has %d sentences, of %d", language, len(own), len(english))
		}
	}
	if other := wordsOf(&rubric.Rubric{Language: "xx-YY"}); other.Counts != wordsOf(rubric.Default()).Counts {
		t.Error("where there are no words they are not English")
	}
}

// sentences are all of a language, by their names.
func sentences(w words) map[string]string {
	all := maps.Clone(w.Page)
	for fields, i := reflect.ValueOf(w), 0; i < fields.NumField(); i++ {
		if fields.Field(i).Kind() == reflect.String {
			all[fields.Type().Field(i).Name] = fields.Field(i).String()
		}
	}
	return all
}

// filledIn are the names of what is filled in, in the order of letters.
func filledIn(sentence string) []string {
	names := regexp.MustCompile(`\{(.*?)\}`).FindAllString(sentence, -1)
	slices.Sort(names)
	return names
}
