package main

import (
	"errors"
	"io/fs"
	"os"
	"testing"
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
