// Package history finds the earlier records of an association: those that lie
// in the folder's history, and those that git remembers.
//
// It gives files as they are and judges none of them; git is run as a program,
// and nothing is written to a repository.
package history

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// An Earlier is a record that was the association's before.
type Earlier struct {
	Name string // where it is: a path, or a commit and a path
	Text []byte
}

// Files are the records in a folder's history, by name. A folder that is not
// there holds none.
func Files(dir string) ([]Earlier, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var found []Earlier
	for _, e := range entries {
		if filepath.Ext(e.Name()) != ".yaml" || strings.HasSuffix(e.Name(), "rubric.yaml") {
			continue
		}
		path := filepath.Join(dir, e.Name())
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		found = append(found, Earlier{path, text})
	}
	return found, nil
}

// Commits are the versions of a file that any commit of any branch holds, the
// latest first. Where there is no git, no repository or no commit there are none.
func Commits(dir, file string) []Earlier {
	log, err := git(dir, "log", "--all", "--format=%H", "--", file)
	if err != nil {
		return nil
	}
	var found []Earlier
	for _, commit := range strings.Fields(string(log)) {
		name := commit + ":./" + file
		// A commit that removes the file holds no version of it.
		if text, err := git(dir, "cat-file", "blob", "--end-of-options", name); err == nil {
			found = append(found, Earlier{name, text})
		}
	}
	return found
}

// git runs git in a folder and gives what it prints.
func git(dir string, args ...string) ([]byte, error) {
	cmd := exec.Command("git", append([]string{"-C", dir}, args...)...)
	var out bytes.Buffer
	cmd.Stdout = &out
	cmd.Env = append(os.Environ(), "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C")
	err := cmd.Run()
	return out.Bytes(), err
}
