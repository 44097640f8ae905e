package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestWhichFolderIsAnAssociations(t *testing.T) {
	here := t.TempDir()
	c := console{getwd: func() (string, error) { return here, nil }, now: time.Now}
	for _, step := range []struct{ name, given, association, make, want string }{
		{"the one given", filepath.Join(here, "x"), "Lakes Guild", "", "x"},
		{"one named after the association", "", "Lakes Guild", "", "lakes-guild"},
		{"this one while no name is known, also above one called association", "", "", "association/responses", ""},
		{"this one once it is in use", "", "Lakes Guild", "responses", ""},
	} {
		if step.make != "" {
			if err := os.MkdirAll(filepath.Join(here, step.make), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		f, err := c.locate(step.given, step.association)
		if want := filepath.Join(here, step.want); err != nil || f.path != want {
			t.Errorf("%s: %s, want %s (%v)", step.name, f.path, want, err)
		}
	}
}
