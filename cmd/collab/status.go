package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"collab/rubric"
)

// Exit statuses. Other programs rely on them.
const (
	statusDone        = 0
	statusNo          = 1   // the answer is no
	statusBadInput    = 2   // usage, or something that was read and refused
	statusCouldNot    = 3   // a path, the disk, the terminal, a rubric that is not here
	statusInterrupted = 130 // answers kept
)

// An outcome is an error that ends the program with a status of its own.
type outcome struct {
	status int
	error
}

func (o outcome) Unwrap() error { return o.error }

// couldNot marks an error as the program's own failing, not its input's.
func couldNot(err error) error {
	if err == nil {
		return nil
	}
	return outcome{statusCouldNot, err}
}

// status is the exit status of an error.
func status(err error) int {
	var o outcome
	switch {
	case err == nil:
		return statusDone
	case errors.As(err, &o):
		return o.status
	case errors.Is(err, rubric.ErrNotAtHand), isSystem(err):
		return statusCouldNot
	}
	return statusBadInput
}

// isSystem is true of errors that the operating system gave.
func isSystem(err error) bool {
	var path *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	return errors.As(err, &path) || errors.As(err, &link) || errors.As(err, &call)
}

// A hint is an error with what to do about it.
type hint struct {
	error
	advice string
}

func (h hint) Unwrap() error { return h.error }

// advise adds what to do to an error.
func advise(err error, format string, args ...any) error {
	return hint{err, fmt.Sprintf(format, args...)}
}

// errQuiet is an answer of "no" that was printed already.
var errQuiet = errors.New("")
