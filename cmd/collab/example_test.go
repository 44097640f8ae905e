package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/sheet"
	"collab/rubric"
)

// examples is the folder that readers of the README are sent to.
const examples = "../../examples"

// TestExampleIsWhatTheProgramMakes fails where the example's files are not
// those that the program writes today. To make them anew, at the top:
//
//	go run ./cmd/collab assess --answers examples/answers.yaml --dir examples/northern-trails-alliance
func TestExampleIsWhatTheProgramMakes(t *testing.T) {
	dir := t.TempDir()
	if status, _, err := called(t, dir, "assess", "--answers", filepath.Join(examples, "answers.yaml"), "--dir", dir); status != 0 {
		t.Fatal(err)
	}
	for _, name := range []string{recordFile, reportFile} {
		got, want := read(t, filepath.Join(examples, "northern-trails-alliance", name)), read(t, filepath.Join(dir, name))
		if got != want {
			t.Errorf("examples/northern-trails-alliance/%s is not what the program makes", name)
		}
	}
}

// TestRoomExampleIsWhatTheProgramMakes does what the README beside the example
// says: a survey table, then that of the second round.
func TestRoomExampleIsWhatTheProgramMakes(t *testing.T) {
	from, dir := filepath.Join(examples, "lakes-guild"), t.TempDir()
	lines := strings.ReplaceAll(read(t, filepath.Join(from, "README.md")), "\\\n", "")
	rounds := 0
	for line := range strings.Lines(lines) {
		args := arguments(strings.TrimSpace(line))
		if len(args) < 2 || args[0] != "combine" {
			continue
		}
		rounds++
		for i, a := range args {
			switch {
			case strings.HasSuffix(a, ".csv"):
				args[i] = filepath.Join(from, a)
			case a == ".":
				args[i] = dir
			}
		}
		if status, _, err := called(t, dir, args...); status != statusDone {
			t.Fatal(err)
		}
	}
	if rounds != 2 {
		t.Errorf("the README has %d rounds, want 2", rounds)
	}
	for _, name := range []string{recordFile, reportFile} {
		if read(t, filepath.Join(from, name)) != read(t, filepath.Join(dir, name)) {
			t.Errorf("examples/lakes-guild/%s is not what the program makes", name)
		}
	}
}

// update writes an example anew.
var update = flag.Bool("update", false, "write the example of a repeated assessment anew")

// TestRepeatedExampleIsWhatTheProgramMakes makes the three assessments of an
// association that has answered every year, from its survey tables. They are made
// in no repository, for in one git would be the memory. To write them anew:
//
//	go test ./cmd/collab -run RepeatedExample -update
func TestRepeatedExampleIsWhatTheProgramMakes(t *testing.T) {
	from, dir := filepath.Join(examples, "harbor-towns-network"), t.TempDir()
	for _, date := range []string{"2024-11-18", "2025-11-17", "2026-11-23"} {
		status, _, err := called(t, dir, "combine", "--csv", filepath.Join(from, "surveys", date[:4]+".csv"), "--date", date,
			"--association", "Harbor Towns Network (invented)", "--body", "15",
			"--joint-about", "Harbor festival", "--joint-scope", "between", "--joint-purpose", "shared_objective", "--dir", dir)
		if status != statusDone {
			t.Fatal(err)
		}
	}
	for _, name := range []string{recordFile, reportFile, "history/2024-11-18.yaml", "history/2025-11-17.yaml"} {
		if *update {
			if err := write(filepath.Join(from, name), []byte(read(t, filepath.Join(dir, name)))); err != nil {
				t.Fatal(err)
			}
		}
		if read(t, filepath.Join(from, name)) != read(t, filepath.Join(dir, name)) {
			t.Errorf("examples/harbor-towns-network/%s is not what the program makes", name)
		}
	}
}

func read(t testing.TB, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestExamplesOfTheHelpRunAsPrinted runs every line of every help, one after
// another in the folder of an association that six people have assessed twice,
// which is a git repository and holds the examples. Those that ask a person find no terminal here, and
// must get as far as saying so.
func TestExamplesOfTheHelpRunAsPrinted(t *testing.T) {
	dir := assessedTwice(t)
	for _, cmd := range commands(newRootCmd(console{})) {
		if cmd.Runnable() && cmd.Example == "" {
			t.Errorf("%s has no example", cmd.CommandPath())
		}
		for line := range strings.Lines(cmd.Example) {
			runExample(t, dir, strings.TrimSpace(line))
		}
	}
}

// assessedTwice is the folder of an association that six people have assessed twice. It
// is a git repository, holds the examples, and is the one that the test is in.
func assessedTwice(t *testing.T) (dir string) {
	t.Helper()
	from, err := filepath.Abs(examples)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.CopyFS("examples", os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	dir, err = os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"init", "-q"}, {"config", "user.name", "A"}, {"config", "user.email", "a@example.org"}} {
		runGit(t, dir, args...)
	}
	for _, date := range []string{"2025-11-23", "2026-11-23"} {
		responses(t, folder{dir}, date, 6)
		if status, _, err := called(t, dir, "combine"); status != statusDone {
			t.Fatal(err)
		}
		runGit(t, dir, "add", ".")
		runGit(t, dir, "commit", "-qm", date)
	}
	return dir
}

// argument is a part of a command line, with or without quotes.
var argument = regexp.MustCompile(`"[^"]*"|\S+`)

// arguments are those of a command line, without the program's name.
func arguments(line string) []string {
	var args []string
	for _, w := range argument.FindAllString(line, -1) {
		args = append(args, strings.Trim(w, `"`))
	}
	return args[min(1, len(args)):]
}

func runExample(t *testing.T, dir, line string) {
	t.Helper()
	line, _, _ = strings.Cut(line, "   ") // what stands behind is said of it
	line, file, _ := strings.Cut(line, " > ")
	line, from, piped := strings.Cut(line, " < ")
	var input string
	if piped {
		input = read(t, from)
	}
	args := arguments(line)
	status, out, err := calledWith(t, dir, input, args...)
	asksPerson := args[0] == "room" || args[0] == "assess" && !strings.Contains(line, "--answers") || args[0] == "respond" && !strings.Contains(line, "--sheet") && !strings.Contains(line, "--code")
	switch {
	case asksPerson && strings.Contains(err, "in a terminal window"):
	case asksPerson || status != statusDone:
		t.Errorf("%s: status %d\n%s", line, status, err)
	}
	if file != "" {
		if err := os.WriteFile(file, []byte(out), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func runGit(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

// commands are the program's own commands; cobra brings its own help.
func commands(root *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{root}
	for _, c := range root.Commands() {
		if c.Name() != "completion" && c.Name() != "help" {
			all = append(all, commands(c)...)
		}
	}
	return all
}

// TestLineInTheHelpIsASheet reads the line that the help of respond explains.
func TestLineInTheHelpIsASheet(t *testing.T) {
	_, help, _ := called(t, t.TempDir(), "respond", "--help")
	_, rest, _ := strings.Cut(help, "\n  2: ")
	line, _, found := strings.Cut(rest, "\n\n")
	if !found {
		t.Fatalf("there is no line in\n%s", help)
	}
	round := assess.NewResponse(rubric.Default())
	if _, err := sheet.Parse(asking.RoundOf(&round), "2: "+strings.Join(strings.Fields(line), " ")); err != nil {
		t.Error(err)
	}
}

// responses puts the answers of so many people of Lakes Guild into a folder.
func responses(t *testing.T, f folder, date string, people int) {
	t.Helper()
	for i := range people {
		r := assess.NewResponse(rubric.Default())
		r.Association = "Lakes Guild"
		r.Date, _ = assess.ParseDate(date)
		r.JointWork.Scope = "between"
		for q := range r.Answers {
			r.Answers[q] = assess.Answer(1 + (q+i)%3)
		}
		d := f.newDraft(r.Date, "", time.Now())
		if err := d.finish(r); err != nil {
			t.Fatal(err)
		}
	}
}
