package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// TestWhatFailsHasItsOwnName: while a file is written it has another.
func TestWhatFailsHasItsOwnName(t *testing.T) {
	for _, failed := range []error{
		&fs.PathError{Op: "open", Path: "/box/.tmp-r.html2082237017", Err: fs.ErrPermission},
		&os.LinkError{Op: "rename", Old: "/box/.tmp-r.html2082237017", New: "/box/r.html", Err: fs.ErrPermission},
	} {
		if got := ofTrial(failed); !errors.Is(got, fs.ErrPermission) || got.Error() != fs.ErrPermission.Error() {
			t.Errorf("got %v", got)
		}
	}
	other := &fs.PathError{Op: "open", Path: "/box", Err: fs.ErrPermission}
	if got := ofTrial(other); got.Error() != other.Error() {
		t.Errorf("got %v", got)
	}
}

// Where folders cannot be locked, what is half written may be somebody's who writes at
// this moment: only what is old goes. Where nobody else writes all of it goes, and what
// a person named so stays in either case.
func TestOnlyWhatIsAbandonedGoes(t *testing.T) {
	for _, c := range []struct {
		alone bool
		stay  []string
	}{
		{false, []string{".tmp-assessment.yaml.mine", ".tmp-report.md1", "assessment.yaml"}},
		{true, []string{".tmp-assessment.yaml.mine", "assessment.yaml"}},
	} {
		dir := t.TempDir()
		for name, age := range map[string]time.Duration{
			".tmp-assessment.yaml123":   2 * abandoned,
			".tmp-report.md1":           abandoned / 2,
			".tmp-assessment.yaml.mine": 2 * abandoned,
			"assessment.yaml":           2 * abandoned,
		} {
			path := filepath.Join(dir, name)
			if err := os.WriteFile(path, nil, 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.Chtimes(path, time.Time{}, time.Now().Add(-age)); err != nil {
				t.Fatal(err)
			}
		}
		removeHalfWritten(dir, c.alone)
		var left []string
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			left = append(left, e.Name())
		}
		if !slices.Equal(left, c.stay) {
			t.Errorf("alone %v: left are %v, want %v", c.alone, left, c.stay)
		}
	}
}
