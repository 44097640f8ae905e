package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// mayReplace refuses before any of some files is written where one cannot be: where
// something else than a file has its name, or the folder or the disk takes no more.
// A record without its report would mislead whoever reads that.
func (f folder) mayReplace(files []file) error {
	var all []byte
	for _, file := range files {
		path := f.file(file.name)
		if about, err := os.Lstat(path); err == nil && !about.Mode().IsRegular() {
			return couldNot(advise(fmt.Errorf("%s is no file; nothing is written", path), "Move it away, and do this again."))
		}
		dropHalfWritten(f.path, file.name)
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
	return couldNot(fmt.Errorf("nothing is written: %s: %w", f.file(recordFile), ofTrial(why)))
}

// dropHalfWritten removes what a program that was killed left of a file that it was
// writing.
func dropHalfWritten(dir, name string) {
	entries, _ := os.ReadDir(dir) // what is wrong with it who writes will say
	for _, e := range entries {
		random, found := strings.CutPrefix(e.Name(), halfWritten+name)
		if found && e.Type().IsRegular() && strings.Trim(random, "0123456789") == "" {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}
