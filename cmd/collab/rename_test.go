package main

import (
	"bytes"
	"os"
	"testing"
	"time"
)

// A record that somebody writes while the command waits for the folder is renamed, and
// not written over.
func TestRenameTakesTheRecordAsItIsByNow(t *testing.T) {
	dir := t.TempDir()
	f := folder{dir}
	text, err := os.ReadFile("../../examples/lakes-guild/assessment.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := write(f.file(recordFile), text); err != nil {
		t.Fatal(err)
	}
	unlock, ok := lockFolder(dir)
	if !ok {
		t.Skip("folders cannot be locked here")
	}
	done := make(chan int)
	go func() {
		status, _, _ := called(t, dir, "rename", "New Name", "--dir", dir)
		done <- status
	}()
	time.Sleep(300 * time.Millisecond) // by then it waits; on a slower machine the test says nothing
	const mark = "# written meanwhile\n"
	if err := writeLocked(f.file(recordFile), append([]byte(mark), text...), 0o644); err != nil {
		t.Fatal(err)
	}
	unlock()
	if status := <-done; status != statusDone {
		t.Fatalf("exits with %d", status)
	}
	after, err := os.ReadFile(f.file(recordFile))
	if err != nil || !bytes.Contains(after, []byte(mark)) || !bytes.Contains(after, []byte("association: New Name\n")) {
		t.Errorf("%v: the record is\n%.300s", err, after)
	}
}
