package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// release makes a folder as it is packed, with times and rights of its own.
func release(t *testing.T, at time.Time, umask os.FileMode) string {
	dir := filepath.Join(t.TempDir(), "collab-1")
	for name, mode := range map[string]os.FileMode{"collab": 0o777, "START.txt": 0o666, "man/collab.1": 0o666} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("the text of "+name), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode&^umask); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestSameFilesGiveTheSameBytes(t *testing.T) {
	for _, ending := range []string{".zip", ".tar.gz"} {
		var made [][]byte
		for _, dir := range []string{release(t, time.Unix(1e9, 0), 0o022), release(t, time.Now(), 0o077)} {
			path := filepath.Join(t.TempDir(), "a"+ending)
			if err := run([]string{path, dir}, "1796000000"); err != nil {
				t.Fatal(err)
			}
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			made = append(made, text)
		}
		if !bytes.Equal(made[0], made[1]) {
			t.Errorf("%s: times and rights of the folder show in the archive", ending)
		}
	}
}

func TestArchivesHoldTheFilesUnderTheFoldersName(t *testing.T) {
	dir, out := release(t, time.Now(), 0o022), t.TempDir()
	archive := filepath.Join(out, "a.tar.gz")
	if err := run([]string{archive, dir}, "1796000000"); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command("tar", "-xzf", archive, "-C", out).CombinedOutput(); err != nil {
		t.Skipf("tar: %v: %s", err, said)
	}
	program, err := os.Stat(filepath.Join(out, "collab-1", "collab"))
	if err != nil || program.Mode().Perm() != 0o755 || program.ModTime().Unix() != 1796000000 {
		t.Errorf("the program unpacked: %v, %v", program, err)
	}

	archive = filepath.Join(out, "a.zip")
	if err := run([]string{archive, dir}, "1796000000"); err != nil {
		t.Fatal(err)
	}
	z, err := zip.OpenReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	f, err := z.Open("collab-1/man/collab.1")
	if err != nil {
		t.Fatal(err)
	}
	if text, err := io.ReadAll(f); err != nil || string(text) != "the text of man/collab.1" {
		t.Errorf("the manual unpacked: %q, %v", text, err)
	}
}

func TestNothingIsPackedWithoutATime(t *testing.T) {
	out := filepath.Join(t.TempDir(), "a.zip")
	if err := run([]string{out, t.TempDir()}, ""); err == nil {
		t.Error("no SOURCE_DATE_EPOCH was taken")
	}
}
