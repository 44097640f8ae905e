package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// understandColors has a console of Windows carry out the sequences for colors and
// bold, which older ones print as they are.
func understandColors(out *os.File) {
	var mode uint32
	console := windows.Handle(out.Fd())
	if windows.GetConsoleMode(console, &mode) == nil {
		_ = windows.SetConsoleMode(console, mode|windows.ENABLE_PROCESSED_OUTPUT|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING)
	}
}
