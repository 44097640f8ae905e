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
	{fs.ModeDir, notAFile("it is a folder; expected a file")},
	{fs.ModeNamedPipe, notAFile("it is a named pipe; expected a file: save what it gives first")},
	{fs.ModeSocket, notAFile("it is a socket; expected a file")},
	{fs.ModeDevice, notAFile("it is a device; expected a file")},
}

// Open opens a file for reading. Of what is none the error is a [*fs.PathError] that
// says what it is, and errors.Is tells [ErrNotAFile]. Nothing of it was opened then.
func Open(path string) (*os.File, error) {
	about, err := os.Stat(path)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: path, Err: errors.Unwrap(err)}
	}
	for _, kind := range kinds {
		if about.Mode()&kind.mode != 0 {
			return nil, &fs.PathError{Op: "open", Path: path, Err: kind.err}
		}
	}
	return os.Open(path)
}

// notAFile is an [ErrNotAFile] in words of its own.
type notAFile string

func (e notAFile) Error() string        { return string(e) }
func (e notAFile) Is(target error) bool { return target == ErrNotAFile }
