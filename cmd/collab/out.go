package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ownedNames are those of files that only the program itself writes, or only a person.
func ownedNames() []string { return []string{recordFile, rubricFile, brandFile, reportFile, planFile} }

// mayWriteTo refuses an --out that is a file of an association, or one of those
// that are read; what is empty or not there is none of these. Fit is the name of the
// association's file that what is written is the content of, or empty.
func mayWriteTo(out, fit string, read ...string) error {
	if out == "" {
		return nil
	}
	there, err := os.Stat(out)
	for _, path := range read {
		if input, wrong := os.Stat(path); err == nil && wrong == nil && os.SameFile(there, input) {
			return fmt.Errorf("--out: %s is the file being read; name another file", out)
		}
	}
	is := func(name string) bool { return strings.EqualFold(filepath.Base(out), name) } // as some disks have it
	if !is(fit) && slices.ContainsFunc(ownedNames(), is) {
		return fmt.Errorf("--out: %s is a name collab uses itself; choose another name", filepath.Base(out))
	}
	dir := dirOf(out)
	if about, err := os.Stat(dir); err != nil || !about.IsDir() {
		return noFolderFor(out, dir)
	}
	if target, err := filepath.EvalSymlinks(dir); err == nil {
		dir = target
	}
	for _, owned := range []string{responsesDir, historyDir} {
		if strings.EqualFold(filepath.Base(dir), owned) {
			return fmt.Errorf("--out: %s%c is for earlier records only; name a file in another folder", owned, filepath.Separator)
		}
	}
	return nil
}

// noFolderFor says that the folder that something is to be written to is not there.
func noFolderFor(out, dir string) error {
	err := couldNot(fmt.Errorf("--out: cannot write %s: there is no folder %s", out, dir))
	if near, found := nearFolder(dir); found {
		return advise(err, "Did you mean the folder %s?", near)
	}
	return advise(err, "Make the folder first, or name another.")
}

// putOut writes to a file, or to the output where none is named.
func (c console) putOut(out string, text []byte) error {
	if out != "" {
		return c.writeOut(out, text)
	}
	_, err := c.out.Write(text)
	return err
}
