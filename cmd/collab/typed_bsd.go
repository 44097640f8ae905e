//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package main

import "golang.org/x/sys/unix"

// dropInput throws away what a terminal has and nobody has read.
func dropInput(terminal uintptr) {
	_ = unix.IoctlSetPointerInt(int(terminal), unix.TIOCFLUSH, unix.TCIFLUSH)
}
