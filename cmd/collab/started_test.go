package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestTheWayOfStartingIsWhatIsTyped(t *testing.T) {
	dir := t.TempDir()
	self, other := filepath.Join(dir, "collab"), filepath.Join(dir, "other", "collab")
	for _, path := range []string{self, other} {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	nowhere := func(string) (string, error) { return "", errors.New("not found") }
	at := func(path string) func(string) (string, error) {
		return func(string) (string, error) { return path, nil }
	}
	for _, c := range []struct {
		name, self, called string
		find               func(string) (string, error)
		want               string
	}{
		{"on the search path", self, "collab", at(self), "collab"},
		{"on the search path, called by its whole path", self, self, at(self), "collab"},
		{"another program has the name", self, "./collab", at(other), "./collab"},
		{"in this folder", self, "./collab", nowhere, "./collab"},
		{"no path is known but its own", self, "collab", nowhere, typedWord(self, "linux")},
		{"in a folder with a blank", self, "./my tools/collab", nowhere, `"./my tools/collab"`},
		{"go run", "/tmp/go-build3141/b001/exe/collab", "/tmp/go-build3141/b001/exe/collab", nowhere, "go run ./cmd/collab"},
		{"go run, from the cache", "/home/a/.cache/go-build/fd/" + strings.Repeat("0f", 32) + "-d/collab", "collab", nowhere, "go run ./cmd/collab"},
	} {
		if got := howStarted(c.self, c.called, c.find); string(got) != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestAdviceAndHelpAreTypedAsTheProgramWasStarted(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"report nosuch", "To make one: go run ./cmd/collab assess\n"},
		{"report --nosuch", "To see what it takes: go run ./cmd/collab report --help\n"},
		{"assess --help", "  go run ./cmd/collab assess --short --role ceo\n"},
		{"", "  go run ./cmd/collab assess "},
	} {
		var said bytes.Buffer
		run(context.Background(), strings.Fields(c.args), console{
			in: strings.NewReader(""), out: &said, err: &said,
			getenv: func(string) string { return "" }, getwd: func() (string, error) { return t.TempDir(), nil }, now: time.Now,
			started: "go run ./cmd/collab",
		})
		if !strings.Contains(said.String(), c.want) {
			t.Errorf("%q: %q is missing in\n%s", c.args, c.want, &said)
		}
	}
}

func TestOnlyCommandsAreTyped(t *testing.T) {
	var said bytes.Buffer
	w := console{started: "./collab", commands: newRootCmd}.asTyped(&said)
	for _, text := range []string{"collab: open x", " collab gives files other names", " go run ./cmd/collab assess", " (collab respond)", " collab-assess"} {
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if want := "collab: open x collab gives files other names go run ./cmd/collab assess (./collab respond) collab-assess"; said.String() != want {
		t.Errorf("%q, want %q", said.String(), want)
	}
}
