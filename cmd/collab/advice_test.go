package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// advised is a command in a sentence.
var advised = regexp.MustCompile(`\bcollab ([a-z][^\n]*)`)

// stand are what a person would put in place of the words in capitals.
var stand = strings.NewReplacer("--csv FILE", "--csv examples/lakes-guild/survey.csv", "--answers FILE", "--answers loose.yaml",
	"FILE...", "loose.yaml", "NAME", `"Lakes Guild"`, "DATE", "2026-11-23", "OLD NEW", "2025-11-23 2026-11-23", "FOLDER...", "examples/lakes-guild examples/harbor-towns-network")

// TestAdviceRunsAsPrinted gets into trouble, does what is advised word by word, and is
// out of it: the command is done, or gets as far as asking a person.
func TestAdviceRunsAsPrinted(t *testing.T) {
	dir := assessedTwice(t)
	mine, err := filepath.Glob(filepath.Join(responsesDir, "2026-11-23-*.yaml"))
	if err != nil || len(mine) == 0 {
		t.Fatal("nobody has answered", err)
	}
	broken := strings.Replace(read(t, recordFile), "stage: ", "stage:  ", 1)
	for name, text := range map[string]string{"edited/assessment.yaml": broken, "loose.yaml": read(t, mine[0])} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ said, trouble string }{
		{"nothing of that name", "report nosuch"},
		{"no terminal for one person", "assess"},
		{"no terminal for a group", "respond"},
		{"an unknown flag", "report --zzz"},
		{"an unknown command", "asess"},
		{"a name of several words", "assess Lakes Guild"},
		{"a name in place of a command", "nta"},
		{"a record that is not there", "verify nowhere"},
		{"a round for one person", "assess --second-round"},
		{"an id that no question has", "assess --dir examples/northern-trails-alliance --revise nosuch"},
		{"a side that is no revision", "diff nosuch"},
		{"nothing answered", "combine --dir empty"},
		{"an agenda of nobody", "report --agenda nosuch"},
		{"an unknown topic", "help nosuch"},
		{"a folder of several", "report examples"},
		{"a second round without a first", "combine --csv examples/lakes-guild/second-round.csv --second-round --dir empty"},
		{"a table without what it lacks", "combine --csv examples/lakes-guild/survey.csv --dir empty"},
		{"a plan of nothing", "plan nosuch"},
		{"another name for nothing", "rename \"Another Name\" --dir empty"},
		{"a match of nothing", "match examples/lakes-guild nosuch"},
		{"a trend of nothing", "trend nosuch"},
		{"an ending that nothing writes", "report --out report.pdf"},
		{"a rubric that is none", "rubric check loose.yaml"},
		{"a room without a terminal", "room"},
		{"findings that do not follow", "verify edited"},
	} {
		status, _, said := called(t, dir, arguments("collab "+c.trouble)...)
		if status == statusDone {
			t.Errorf("%s (%s) was no trouble", c.said, c.trouble)
		}
		for _, command := range advisedIn(said) {
			command = stand.Replace(command)
			if err := commandExists(arguments("collab " + command)); err != nil {
				t.Errorf("%s: %q is advised: %v", c.trouble, command, err)
				continue
			}
			runAdvice(t, dir, c.trouble, command)
		}
	}
}

// advisedIn are the commands in the advice of an error, whose lines are set in.
func advisedIn(said string) []string {
	var commands []string
	for line := range strings.Lines(said) {
		advice, is := strings.CutPrefix(line, "        ")
		for sentence := range strings.SplitSeq(advice, ". ") {
			if found := advised.FindStringSubmatch(sentence); is && found != nil {
				commands = append(commands, strings.TrimRight(found[1], ".\n"))
			}
		}
	}
	return commands
}

func runAdvice(t *testing.T, dir, trouble, command string) {
	t.Helper()
	status, _, err := called(t, dir, arguments("collab "+command)...)
	asks := strings.Contains(err, "in a terminal window")
	if status != statusDone && !asks {
		t.Errorf("%s: advised was %q, which ends with %d: %s", trouble, command, status, err)
	}
}

// TestCommandsInAllTextsOfTheProgramExist looks through every text in the sources: a
// flag that was renamed would go on being advised.
func TestCommandsInAllTextsOfTheProgramExist(t *testing.T) {
	root := newRootCmd(console{})
	found := 0
	for _, glob := range []string{"*.go", "../../assess/*/*.go", "../../reports/wording/*.go", "../../reports/*.go"} {
		paths, err := filepath.Glob(glob)
		if err != nil || len(paths) == 0 {
			t.Fatal(glob, err)
		}
		for _, path := range paths {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				lit, is := n.(*ast.BasicLit)
				if !is || lit.Kind != token.STRING {
					return true
				}
				text, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				for _, command := range regexp.MustCompile(`\bcollab ([a-z]+(?: [^.;,:()"\n]*)?)`).FindAllStringSubmatch(text, -1) {
					args := strings.Fields(strings.ReplaceAll(command[1], "%s", "x"))
					if cmd, _, err := root.Find(args[:1]); err != nil || cmd == root {
						continue // a sentence about the program
					}
					found++
					if err := commandExists(args); err != nil {
						t.Errorf("%s: collab %s: %v", path, command[1], err)
					}
				}
				return true
			})
		}
	}
	if found < 60 {
		t.Errorf("only %d commands were found", found)
	}
}
