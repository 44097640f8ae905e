// Package regular opens files that are read, and refuses what only has a name like
// one. Reading a named pipe may never end, and reading a device may do something.
package regular

import (
	"errors"
	"io/fs"
	"os"
)

// ErrNotAFile says that what has a file's name is none.
var ErrNotAFile = errors.New("not a file")

// kinds are what is refused, and how it is called.
var kinds = []struct {
	mode fs.FileMode
	err  error
}{
	{fs.ModeDir, notAFile("is a folder; expected a file")},
	{fs.ModeNamedPipe, notAFile("is a named pipe; expected a file: save what it gives first")},
	{fs.ModeSocket, notAFile("is a socket; expected a file")},
	{fs.ModeDevice, notAFile("is a device; expected a file")},
}

// Open opens a file for reading. The error says in plain words why it cannot; it is a
// [*fs.PathError] too. Of what is none it says what it is, and errors.Is tells
// [ErrNotAFile]. Nothing of it was opened then.
func Open(path string) (*os.File, error) {
	about, err := os.Stat(path)
	if err != nil {
		return nil, problem{&fs.PathError{Op: "open", Path: path, Err: errors.Unwrap(err)}}
	}
	for _, kind := range kinds {
		if about.Mode()&kind.mode != 0 {
			return nil, problem{&fs.PathError{Op: "open", Path: path, Err: kind.err}}
		}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, problem{&fs.PathError{Op: "open", Path: path, Err: errors.Unwrap(err)}}
	}
	return f, nil
}

// A problem says why a path was not opened.
type problem struct{ why *fs.PathError }

func (p problem) Unwrap() error { return p.why }

func (p problem) Error() string {
	var other notAFile
	switch {
	case errors.Is(p.why, fs.ErrNotExist):
		return "cannot find the file " + p.why.Path
	case errors.Is(p.why, fs.ErrPermission):
		return "you may not read " + p.why.Path
	case errors.As(p.why, &other):
		return p.why.Path + " " + string(other)
	}
	return p.why.Error()
}

// notAFile is an [ErrNotAFile] in words of its own.
type notAFile string

func (e notAFile) Error() string        { return string(e) }
func (e notAFile) Is(target error) bool { return target == ErrNotAFile }
