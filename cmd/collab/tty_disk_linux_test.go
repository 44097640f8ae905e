package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/sheet"
)

// disk is a small disk of its own, where that is permitted (to root, mostly).
func disk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("mounting a small disk is not permitted here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

func TestFullDiskIsSaidAndMended(t *testing.T) {
	t.Parallel()
	dir := disk(t)
	p := beginInterview(t, dir, example(t))
	filler := filepath.Join(dir, "filler")
	whileBroken(t, p, filepath.Join(dir, inExample), func() { fill(t, filler) }, "no space left on device", func() {
		if err := os.Remove(filler); err != nil {
			t.Fatal(err)
		}
	})
}

// fill writes a file until the disk is full.
func fill(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, block := range []int{1 << 16, 1} {
		for err = nil; err == nil; {
			_, err = f.Write(make([]byte, block))
		}
		if !errors.Is(err, syscall.ENOSPC) && !errors.Is(err, io.ErrShortWrite) {
			t.Fatal(err)
		}
	}
}

func TestReadOnlyDiskIsSaidAndMended(t *testing.T) {
	t.Parallel()
	dir := disk(t)
	p := beginInterview(t, dir, example(t))
	again := func(flags uintptr) func() {
		return func() {
			if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT|flags, "size=1m"); err != nil {
				t.Fatal(err)
			}
		}
	}
	whileBroken(t, p, filepath.Join(dir, inExample), again(syscall.MS_RDONLY), "read-only file system", again(0))
}

// Where the disk is full after half a pile of sheets, none of them is kept.
func TestNoSheetIsKeptWhereTheDiskIsTooSmallForAll(t *testing.T) {
	t.Parallel()
	dir := disk(t)
	says := shortResponse()
	pile := strings.Repeat(sheet.Format(asking.RoundOf(&says), &says)+"\n", 500)
	status, out, err := calledWith(t, dir, pile, "respond", "Lakes Guild", "--short", "--joint-scope", "none", "--sheet")
	if status != statusCouldNot || !strings.Contains(err, "no space left") || !strings.Contains(err, "No sheet was saved.") {
		t.Errorf("status %d\n%s", status, err)
	}
	if said := strings.Count(out, "Sheet "); said < 10 || said == 500 {
		t.Errorf("the disk was full at sheet %d", said)
	}
	noResponses(t, filepath.Join(dir, "lakes-guild"))
}

// pagesOf is how much of a disk a text takes.
func pagesOf(text string) int { return (len(text) + 1<<12 - 1) >> 12 }

// Where the disk has room for no more than the record, the one that is there stays
// with its report.
func TestOnAFullDiskARecordStaysWithItsReport(t *testing.T) {
	t.Parallel()
	dir := disk(t)
	says := shortResponse()
	says.Date, _ = assess.ParseDate(day)
	answers := filepath.Join(t.TempDir(), "answers.yaml")
	keep := func() (int, string) {
		if err := os.WriteFile(answers, says.Encode(), 0o600); err != nil {
			t.Fatal(err)
		}
		status, _, err := calledWith(t, dir, "", "assess", "--answers", answers, "--dir", filepath.Join(dir, "lakes"))
		return status, err
	}
	if status, err := keep(); status != statusDone {
		t.Fatal(err)
	}
	record, report := filepath.Join(dir, "lakes", recordFile), filepath.Join(dir, "lakes", reportFile)
	before, about := read(t, record), read(t, report)
	kept := filepath.Join(dir, "lakes", historyDir, day+".yaml") // takes no room later
	if err := os.Mkdir(filepath.Dir(kept), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(kept, []byte(before), 0o600); err != nil {
		t.Fatal(err)
	}
	if pagesOf(before) >= pagesOf(about) {
		t.Fatal("the disk is never too small for the report alone")
	}
	filler := filepath.Join(dir, "filler")
	fill(t, filler)
	says.Answers[0] = 5 - says.Answers[0]
	for room := int64(1 << 12); ; room += 1 << 12 { // from none to enough for all
		status, err := keep()
		if status == statusDone {
			break
		}
		if status != statusCouldNot || read(t, record) != before || read(t, report) != about {
			t.Fatalf("status %d with %d bytes more: the record and the report are others\n%s", status, room, err)
		}
		fill(t, filler)
		full, wrong := os.Stat(filler)
		if wrong == nil {
			wrong = os.Truncate(filler, full.Size()-room)
		}
		if wrong != nil {
			t.Fatal(wrong)
		}
	}
}
