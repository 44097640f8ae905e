package sheet

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

// A second language is one more words file and its templates, so no other file may
// hold what people read.
func TestSentencesAreInTheWordsFile(t *testing.T) {
	twoWords := regexp.MustCompile(`\pL{2,}[,.:;]? +\pL`)
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") || path == "words.go" {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if literal, is := n.(*ast.BasicLit); is && literal.Kind == token.STRING {
				if text, err := strconv.Unquote(literal.Value); err == nil && twoWords.MatchString(text) {
					t.Errorf("%s holds %q, which belongs into words.go", path, text)
				}
			}
			return true
		})
	}
}
