//go:build !windows

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// documentsFolder is the person's own, or their home where there is none.
func documentsFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return os.TempDir()
	}
	settings, _ := os.ReadFile(filepath.Join(home, ".config", "user-dirs.dirs"))
	return documentsIn(home, string(settings))
}

// documentsIn reads the folder's name, which is another in other languages
// (freedesktop.org, xdg-user-dirs).
func documentsIn(home, settings string) string {
	dir := filepath.Join(home, "Documents")
	for line := range strings.Lines(settings) {
		if value, is := strings.CutPrefix(strings.TrimSpace(line), "XDG_DOCUMENTS_DIR="); is {
			dir = filepath.Clean(strings.Replace(strings.Trim(value, `"`), "$HOME", home, 1))
		}
	}
	if about, err := os.Stat(dir); err != nil || !about.IsDir() {
		return home
	}
	return dir
}

// openFile opens a file with the program that is set for it, where there is a desktop.
func openFile(path string) error {
	opener := "open"
	if runtime.GOOS != "darwin" {
		opener = "xdg-open"
		if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
			return errors.New("there is no desktop here")
		}
	}
	return exec.Command(opener, path).Run()
}

// ownWindow is true where the window closes with the program, which is so on Windows
// only.
func ownWindow() bool { return false }
