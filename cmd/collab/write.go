package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/moby/sys/atomicwriter"
)

// mayReplace refuses before any of some files is written where one cannot be: where
// something else than a file has its name, or the folder or the disk takes no more.
// A record without its report would mislead whoever reads that.
func (f folder) mayReplace(files []file) error {
	var all []byte
	for _, file := range files {
		path := f.file(file.name)
		if about, err := os.Lstat(path); err == nil && !about.Mode().IsRegular() {
			return couldNot(advise(fmt.Errorf("%s is not a file; nothing was written", path), "Move it away and try again."))
		}
		all = append(all, file.text...)
	}
	return f.hasRoomFor(all)
}

// hasRoomFor writes a text once on trial.
func (f folder) hasRoomFor(text []byte) error {
	trial, err := os.CreateTemp(f.path, halfWritten+recordFile)
	if err != nil {
		return f.noRoom(err)
	}
	_, err = trial.Write(text)
	if err == nil {
		err = trial.Sync()
	}
	if wrong := trial.Close(); err == nil {
		err = wrong
	}
	if wrong := os.Remove(trial.Name()); err == nil {
		err = wrong
	}
	if err != nil {
		return f.noRoom(err)
	}
	return nil
}

func (f folder) noRoom(why error) error {
	return couldNot(fmt.Errorf("nothing was written: %s: %w", f.file(recordFile), ofTrial(why)))
}

// halfWritten begins the name of a file that is being written (atomicwriter.New).
const halfWritten = ".tmp-"

// halfWrittenName is the form of such names.
var halfWrittenName = regexp.MustCompile(`^\` + halfWritten + `.+\.[a-z]+[0-9]+$`)

// abandoned is the age of a half written file that nobody is writing any more.
const abandoned = time.Hour

// dropHalfWritten removes what programs that were killed left of files that they were
// writing. Another program may be writing at this moment, and its file is not to be
// taken away: who writes shares the folder's lock. Where there are no locks, only
// what is old is removed.
func dropHalfWritten(dir string) {
	unlock, alone := tryLockFolder(dir)
	defer unlock()
	removeHalfWritten(dir, alone)
}

// removeHalfWritten is the same for who knows whether anybody else is writing.
func removeHalfWritten(dir string, alone bool) {
	entries, _ := os.ReadDir(dir) // what is wrong with it who writes will say
	for _, e := range entries {
		if !e.Type().IsRegular() || !halfWrittenName.MatchString(e.Name()) {
			continue
		}
		about, err := e.Info()
		if err == nil && (alone || time.Since(about.ModTime()) > abandoned) {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

// A file is a name in an association's folder with what it is to hold.
type file struct {
	name string
	text []byte
}

// ofTrial is what is wrong with a file under the name that it has while it is
// written, without that name: nobody would know it.
func ofTrial(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path) && strings.HasPrefix(filepath.Base(path.Path), halfWritten):
		return path.Err
	case errors.As(err, &link) && strings.HasPrefix(filepath.Base(link.Old), halfWritten):
		return link.Err
	}
	return err
}

// write puts a file in place whole or not at all, and stays written when the
// power fails: its text is flushed to the disk, then the folder's entry.
func write(path string, text []byte) error { return writeAs(path, text, 0o644) }

// writeAs writes a file that only those may read whom the mode lets.
func writeAs(path string, text []byte, mode os.FileMode) error {
	unlock, _ := shareFolder(filepath.Dir(path)) // or what is half written might be taken for abandoned
	defer unlock()
	return writeLocked(path, text, mode)
}

// writeLocked writes a file in a folder that is locked.
func writeLocked(path string, text []byte, mode os.FileMode) error {
	if err := atomicwriter.WriteFile(path, text, mode); err != nil {
		return couldNot(fmt.Errorf("writing %s: %w", path, ofTrial(err)))
	}
	return flushEntries(filepath.Dir(path))
}

// writeNew writes a file where there is none, and tells whether there was none.
func writeNew(path string, text []byte) (bool, error) {
	unlock, alone := lockFolder(filepath.Dir(path))
	defer unlock()
	removeHalfWritten(filepath.Dir(path), alone)
	if exists(path) {
		return false, nil
	}
	return true, writeLocked(path, text, 0o644)
}

// sameText tells whether a file that is there is one that git or the program
// holds, which may be nil; git or an editor may have changed the line ends.
func sameText(there, held []byte) bool {
	unix := func(text []byte) []byte { return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")) }
	return held != nil && bytes.Equal(unix(there), unix(held))
}

// readIfThere gives nil for a file that is not there.
func readIfThere(path string) ([]byte, error) {
	text, err := readWhole(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return text, err
}
