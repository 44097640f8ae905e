//go:build linux || darwin || dragonfly || freebsd || netbsd || openbsd

package main

import (
	"os"

	"golang.org/x/sys/unix"
)

// lockFolder waits until no other program has a folder locked, and locks it. Where
// that cannot be, as on some disks of a network, ok is false. A lock ends with its
// program, however that ends.
func lockFolder(dir string) (unlock func(), ok bool) { return flock(dir, unix.LOCK_EX) }

// shareFolder locks a folder together with others who share it.
func shareFolder(dir string) (unlock func(), ok bool) { return flock(dir, unix.LOCK_SH) }

// tryLockFolder locks a folder that nobody else has locked or shares, at once or not
// at all.
func tryLockFolder(dir string) (unlock func(), ok bool) {
	return flock(dir, unix.LOCK_EX|unix.LOCK_NB)
}

// lockAlone locks a file, and makes it where it is not there. Held tells that another
// program has it; where files cannot be locked nobody ever has.
func lockAlone(path string) (unlock func(), held bool) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return func() {}, false
	}
	err = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	return func() { _ = f.Close() }, err == unix.EWOULDBLOCK
}

func flock(dir string, how int) (unlock func(), ok bool) {
	d, err := os.Open(dir)
	if err != nil {
		return func() {}, false
	}
	for err = unix.EINTR; err == unix.EINTR; {
		err = unix.Flock(int(d.Fd()), how)
	}
	return func() { _ = d.Close() }, err == nil
}
