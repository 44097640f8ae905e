package main

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
)

// fullDisk takes nothing.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// A command whose result could not be printed does not say that it is done.
func TestAResultThatIsLostIsNoSuccess(t *testing.T) {
	examples, err := filepath.Abs("../../examples")
	if err != nil {
		t.Fatal(err)
	}
	trails, harbor := filepath.Join(examples, "northern-trails-alliance"), filepath.Join(examples, "harbor-towns-network")
	repository := t.TempDir()
	runGit(t, repository, "init", "-q")
	commands := [][]string{
		{"assess", "--answers", filepath.Join(examples, "answers.yaml"), "--dir", t.TempDir()},
		{"respond", "Lakes Guild", "--sheet", "--joint-scope", "none", "--dir", t.TempDir()},
		{"combine", "--csv", filepath.Join(examples, "lakes-guild", "survey.csv"), "--association", "X", "--joint-scope", "between", "--dir", t.TempDir()},
		{"room", "Lakes Guild", "--accessible", "--address", "127.0.0.1", "--port", strconv.Itoa(freePort(t)), "--dir", t.TempDir()},
		{"report", trails},
		{"report", trails, "--accessible"},
		{"report", trails, "--format", "json"},
		{"diff", harbor},
		{"trend", harbor},
		{"match", trails, filepath.Join(examples, "lakes-guild")},
		{"plan", harbor},
		{"rename", "Harbor Towns Network (invented)", "--dir", harbor}, // it is called so already
		{"setup", "git", repository},
		{"verify", trails},
		{"rubric", "show"},
		{"rubric", "print"},
		{"rubric", "export", "--format", "csv"},
		{"rubric", "export", "--format", "schema"},
		{"man"},
		{"version"},
		{"help", "files"},
		{"help", "method"},
		{"completion", "bash"},
		{"--version"},
		{"--help"},
		{"report", "--help"},
	}
	named := func(name string) bool {
		return slices.ContainsFunc(commands, func(args []string) bool { return slices.Contains(args, name) })
	}
	for _, c := range newRootCmd(console{}).Commands() {
		if !named(c.Name()) && isRunnable(c) {
			t.Errorf("collab %s is not tried", c.Name())
		}
	}
	for _, args := range commands {
		t.Run(strings.Join(args[:min(2, len(args))], " "), func(t *testing.T) {
			var said strings.Builder
			c := console{
				in: strings.NewReader("3 3 3 3 2 2 1 2 3 2 2 2 2 2 3 2 3 3 2 3 3 2 3 2 21 32 33 4n\n"), out: fullDisk{}, err: &said,
				getenv: func(string) string { return "" },
				getwd:  func() (string, error) { return repository, nil },
				now:    func() time.Time { return time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC) },
			}
			if got := run(context.Background(), args, c); got != statusCouldNot {
				t.Errorf("exit status %d, want %d", got, statusCouldNot)
			}
			if !strings.Contains(said.String(), "printing the result: no space left on device") {
				t.Errorf("it said: %s", said.String())
			}
		})
	}
}

func isRunnable(c *cobra.Command) bool { return c.Runnable() || c.HasSubCommands() }

// One error says each sentence once, and not without end.
func TestErrorsAreBounded(t *testing.T) {
	var said strings.Builder
	c := console{out: io.Discard, err: &said}
	var all []error
	for i := range 3 * mostFaults {
		all = append(all, errors.New("fault "+strings.Repeat("i", i/2)))
	}
	c.complain(errors.Join(all...))
	lines := strings.Split(strings.TrimSpace(said.String()), "\n")
	if len(lines) != mostFaults+1 || lines[mostFaults] != "collab: and 50 more" {
		t.Errorf("%d lines, the last %q", len(lines), lines[len(lines)-1])
	}
}
