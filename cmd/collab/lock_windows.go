package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// Windows locks no folders. A file in the person's own folder for temporary files, named
// after the folder, is locked in its place: that holds among the programs of this
// person on this machine. A lock ends with its program, however that ends.

func lockFolder(dir string) (unlock func(), ok bool) {
	return lockFor(dir, windows.LOCKFILE_EXCLUSIVE_LOCK)
}

// shareFolder locks a folder together with others who share it.
func shareFolder(dir string) (unlock func(), ok bool) { return lockFor(dir, 0) }

// tryLockFolder locks a folder that nobody else has locked or shares, at once or not
// at all.
func tryLockFolder(dir string) (unlock func(), ok bool) {
	return lockFor(dir, windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY)
}

// lockAlone locks a file, and makes it where it is not there. Held tells that another
// program has it; where files cannot be locked nobody ever has.
func lockAlone(path string) (unlock func(), held bool) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return func() {}, false
	}
	err = windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &windows.Overlapped{})
	return func() { _ = f.Close() }, err == windows.ERROR_LOCK_VIOLATION
}

func lockFor(dir string, how uint32) (unlock func(), ok bool) {
	full, err := filepath.Abs(dir)
	if err != nil {
		return func() {}, false
	}
	name := fmt.Sprintf("collab-%x.lock", sha256.Sum256([]byte(strings.ToLower(full))))
	f, err := os.OpenFile(filepath.Join(os.TempDir(), name), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return func() {}, false
	}
	err = windows.LockFileEx(windows.Handle(f.Fd()), how, 0, 1, 0, &windows.Overlapped{})
	return func() { _ = f.Close() }, err == nil
}
