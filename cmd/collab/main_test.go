package main

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// asProgram makes the test binary behave as the program itself, for tests that
// start it over a terminal.
const asProgram = "COLLAB_TEST_AS_PROGRAM"

// brokenOnce names a file: where it is there, the clock of the program that the
// test binary behaves as panics.
const brokenOnce = "COLLAB_TEST_BROKEN_ONCE"

func TestMain(m *testing.M) {
	if file := os.Getenv(brokenOnce); file != "" {
		os.Exit(run(context.Background(), os.Args[1:], brokenConsole(file)))
	}
	if os.Getenv(asProgram) != "" {
		os.Exit(run(context.Background(), os.Args[1:], testConsole()))
	}
	testscript.Main(m, map[string]func(){"collab": main})
}

// testConsole is that of the process, started by the program's name and not as the test
// binary that it is.
func testConsole() console {
	c := processConsole()
	c.started = programName
	return c
}

func brokenConsole(file string) console {
	c := testConsole()
	c.now = func() time.Time {
		if _, err := os.Stat(file); err == nil {
			panic("the clock has stopped\x1b[2J")
		}
		return time.Now()
	}
	return c
}

// called runs the program in process and gives what it printed. Its folder is
// the one given, its date 23 November 2026.
func called(t testing.TB, dir string, args ...string) (status int, out, err string) {
	t.Helper()
	return calledWith(t, dir, "", args...)
}

// calledWith is called with something on standard input.
func calledWith(t testing.TB, dir, input string, args ...string) (status int, out, err string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	c := console{
		in:     strings.NewReader(input),
		out:    &stdout,
		err:    &stderr,
		getenv: func(string) string { return "" },
		getwd:  func() (string, error) { return dir, nil },
		now:    func() time.Time { return time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC) },
	}
	status = run(context.Background(), args, c)
	return status, stdout.String(), stderr.String()
}
