package asking

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
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
	english := wordsIn("en")
	for _, file := range files {
		language := strings.TrimSuffix(file.Name(), ".yaml")
		sameFields(t, language, reflect.ValueOf(*wordsIn(language)), reflect.ValueOf(*english))
		sameFields(t, language+", walk", reflect.ValueOf(wordsIn(language).Walk), reflect.ValueOf(english.Walk))
	}
}

func sameFields(t *testing.T, language string, words, english reflect.Value) {
	t.Helper()
	for i := range words.NumField() {
		name := words.Type().Field(i).Name
		if words.Field(i).IsZero() {
			t.Errorf("%s lacks %s", language, name)
		}
		if words.Field(i).Kind() != reflect.String {
			continue
		}
		if got, want := filledIn(words.Field(i).String()), filledIn(english.Field(i).String()); !slices.Equal(got, want) {
			t.Errorf("%s: %s fills in %v, expected %v", language, name, got, want)
		}
	}
}

// filledIn are the names of what is filled in, in the order of letters.
func filledIn(sentence string) []string {
	names := regexp.MustCompile(`\{(.*?)\}`).FindAllString(sentence, -1)
	slices.Sort(names)
	return names
}

func TestWordsAreThoseOfTheRubric(t *testing.T) {
	for language, want := range map[string]bool{"": true, "en": true, "en-GB": true, "xx": false} {
		r := *rubric.Default()
		r.Language = language
		if words, known := WordsOf(&r); known != want || words.Role != "Your role" {
			t.Errorf("%q: known %v, %q", language, known, words.Role)
		}
	}
}

// A second language is one more file in words/, so no other may hold what people read.
// words.go has the faults of what is named on a command line.
func TestSentencesAreInTheFilesOfLanguages(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	understood := []string{"don't know", "does not apply"} // in every table
	twoWords := regexp.MustCompile(`\pL{2,}[,.:;]? +\pL`)
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") || path == "words.go" {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			literal, is := n.(*ast.BasicLit)
			if is && literal.Kind == token.STRING && twoWords.MatchString(literal.Value) && !slices.Contains(understood, strings.Trim(literal.Value, `"`)) {
				t.Errorf("%s holds %s, which belongs into words/", path, literal.Value)
			}
			return true
		})
	}
}
