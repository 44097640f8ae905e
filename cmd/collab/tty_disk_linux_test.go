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
	p := asking(t, dir, example(t))
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
	p := asking(t, dir, example(t))
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
	pile := strings.Repeat(assess.FormatSheet(&says)+"\n", 500)
	status, out, err := calledWith(t, dir, pile, "respond", "Lakes Guild", "--short", "--joint-scope", "none", "--sheet")
	if status != statusCouldNot || !strings.Contains(err, "no space left") || !strings.Contains(err, "No sheet is kept.") {
		t.Errorf("status %d\n%s", status, err)
	}
	if said := strings.Count(out, "Sheet "); said < 10 || said == 500 {
		t.Errorf("the disk was full at sheet %d", said)
	}
	noResponses(t, filepath.Join(dir, "lakes-guild"))
}
