package main

import "golang.org/x/sys/unix"

// dropInput throws away what a terminal has and nobody has read.
func dropInput(terminal uintptr) {
	_ = unix.IoctlSetInt(int(terminal), unix.TCFLSH, unix.TCIFLUSH)
}
