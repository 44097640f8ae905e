package main

import (
	"os"
	"path/filepath"
	"unsafe"

	"golang.org/x/sys/windows"
)

// documentsFolder is the person's own; OneDrive may have moved it.
func documentsFolder() string {
	if dir, err := windows.KnownFolderPath(windows.FOLDERID_Documents, 0); err == nil {
		return dir
	}
	return filepath.Join(os.Getenv("USERPROFILE"), "Documents")
}

// openFile opens a file with the program that is set for it.
func openFile(path string) error {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, nil, name, nil, nil, windows.SW_SHOWNORMAL)
}

// ownWindow is true where the window closes with the program: nothing else runs in it,
// as after a double-click.
func ownWindow() bool {
	var processes [2]uint32
	count, _, _ := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList").
		Call(uintptr(unsafe.Pointer(&processes[0])), uintptr(len(processes)))
	return count == 1
}
