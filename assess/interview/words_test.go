package interview

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var twoWords = regexp.MustCompile(`\pL{2,}[,.:;]? +\pL`)

// A second language is one more set of words files, so no other file may hold what
// people read.
func TestSentencesAreInTheWordsFiles(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "words") {
			continue
		}
		for _, text := range literals(t, path) {
			if twoWords.MatchString(text) {
				t.Errorf("%s holds %q, which belongs into a words file", path, text)
			}
		}
	}
}

// literals are the strings of a source file, imports and tags aside.
func literals(t *testing.T, path string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	ast.Inspect(file, func(n ast.Node) bool {
		if literal, is := n.(*ast.BasicLit); is && literal.Kind == token.STRING {
			if text, err := strconv.Unquote(literal.Value); err == nil {
				all = append(all, text)
			}
		}
		return true
	})
	return all
}

func TestEveryWordOfTheInterviewIsPlainAmericanEnglish(t *testing.T) {
	british := regexp.MustCompile(`(?i)\b(colour|organis|favour|programme|tick(s|ed)?\b|anew\b|whilst|behind the)`)
	for _, path := range []string{"words.go", "words_lines.go", "words_hands.go"} {
		for _, text := range literals(t, path) {
			if found := british.FindString(text); found != "" {
				t.Errorf("%s: %q says %q", path, text, found)
			}
		}
	}
}
