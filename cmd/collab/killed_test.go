package main

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"
)

// A combine that is killed between two of its files has lost nothing: the earlier
// record is still there, what does not fit together is noticed, and to combine again,
// or to mend it, makes the folder what it would have been.
func TestKilledBetweenTwoFiles(t *testing.T) {
	surveys, err := filepath.Abs("../../examples/harbor-towns-network/surveys")
	if err != nil {
		t.Fatal(err)
	}
	combine := func(dir, year string) {
		t.Helper()
		status, _, said := called(t, dir, "combine", "--csv", filepath.Join(surveys, year+".csv"), "--association", "Harbor Towns",
			"--date", year+"-11-18", "--joint-scope", "between", "--dir", dir)
		if status != statusDone {
			t.Fatal(said)
		}
	}
	before, after := t.TempDir(), t.TempDir()
	combine(before, "2024")
	copyFolder(t, before, after)
	combine(after, "2025")
	old := read(t, filepath.Join(before, recordFile))
	written := inOrder(t, before, after)
	if len(written) != 3 {
		t.Fatalf("written are %v; expected the history, the record and the report", written)
	}
	for killed := range len(written) + 1 {
		dir := t.TempDir()
		copyFolder(t, before, dir)
		for _, name := range written[:killed] {
			copyFile(t, filepath.Join(after, name), filepath.Join(dir, name))
		}
		half := filepath.Join(dir, halfWritten+reportFile+"123")
		if err := os.WriteFile(half, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
		at := "killed before " + append(written, "its end")[killed]
		if read(t, filepath.Join(dir, recordFile)) != old && (!exists(filepath.Join(dir, historyDir)) || read(t, filepath.Join(dir, historyDir, "2024-11-18.yaml")) != old) {
			t.Errorf("%s the earlier record is lost", at)
		}
		fits := slices.Contains(written[:killed], recordFile) == slices.Contains(written[:killed], reportFile)
		status, _, said := called(t, dir, "verify", dir)
		if fits != (status == statusDone) {
			t.Errorf("%s it verifies with %d: %s", at, status, said)
		}
		mended := t.TempDir()
		copyFolder(t, dir, mended)
		if status, _, said := called(t, mended, "verify", "--fix", mended); status != statusDone {
			t.Errorf("%s it cannot be mended: %s", at, said)
		}
		if status, _, said := called(t, mended, "verify", mended); status != statusDone {
			t.Errorf("%s it is not mended: %s", at, said)
		}
		combine(dir, "2025")
		for _, name := range written {
			if got, want := read(t, filepath.Join(dir, name)), read(t, filepath.Join(after, name)); got != want {
				t.Errorf("%s, and combined again, %s is another", at, name)
			}
		}
		unlock, locks := lockFolder(dir)
		unlock()
		if locks && exists(half) { // without locks it goes when it is old
			t.Errorf("%s a half written file stays", at)
		}
	}
}

// inOrder are the files that one folder has and another has not, or not so, in the
// order in which they were written.
func inOrder(t *testing.T, before, after string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(after, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, err := filepath.Rel(after, path)
		if err != nil {
			return err
		}
		now, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if then, err := os.ReadFile(filepath.Join(before, name)); err != nil || !bytes.Equal(then, now) {
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	// Files written within a tick of the clock bear the same time: those keep the order
	// that is promised, and a file written earlier than promised is put where it was.
	promised := []string{rubricFile, filepath.Join(historyDir, "2024-11-18.yaml"), recordFile, reportFile}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(modified(t, filepath.Join(after, a)).Compare(modified(t, filepath.Join(after, b))),
			cmp.Compare(slices.Index(promised, a), slices.Index(promised, b)))
	})
	return names
}

func modified(t *testing.T, path string) time.Time {
	t.Helper()
	about, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return about.ModTime()
}

func copyFolder(t *testing.T, from, to string) {
	t.Helper()
	if err := os.RemoveAll(to); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, []byte(read(t, from)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Programs that write into one folder at once all finish, and each record that was
// there is kept: none takes away the file that another is writing.
func TestWritersAtOnceAllFinish(t *testing.T) {
	dir := t.TempDir()
	unlock, ok := lockFolder(dir)
	unlock()
	if !ok {
		t.Skip("folders cannot be locked here")
	}
	stages := []string{"single_handed", "cooperation", "coordination", "collaboration"}
	for i, stage := range stages {
		text := "format: 1\nassociation: Lakes Guild\ndate: 2026-11-23\nanswers: {trust.reliance: " + stage + "}\n"
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprint(i, ".yaml")), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const rounds = 10
	var wait sync.WaitGroup
	for i := range stages {
		wait.Go(func() {
			for range rounds {
				status, _, said := called(t, dir, "assess", "--answers", filepath.Join(dir, fmt.Sprint(i, ".yaml")), "--dir", filepath.Join(dir, "lakes"))
				if status != statusDone {
					t.Error(said)
				}
			}
		})
	}
	wait.Wait()
	f := folder{filepath.Join(dir, "lakes")}
	seen := map[string]bool{read(t, f.file(recordFile)): true}
	kept, err := filepath.Glob(filepath.Join(f.file(historyDir), "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range kept {
		seen[read(t, path)] = true
	}
	if len(seen) != len(stages) {
		t.Errorf("%d records are kept, want each of %d", len(seen), len(stages))
	}
	if status, _, said := called(t, dir, "verify", f.path); status != statusDone {
		t.Errorf("the record and its report do not fit: %s", said)
	}
	if left, _ := filepath.Glob(f.file(halfWritten + "*")); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}
