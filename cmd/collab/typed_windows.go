package main

import "golang.org/x/sys/windows"

// dropInput throws away what a terminal has and nobody has read.
func dropInput(terminal uintptr) {
	_ = windows.FlushConsoleInputBuffer(windows.Handle(terminal))
}
