//go:build unix

package main

import "os"

// flushEntries makes a folder's entries last, so that a file which was put in
// place is there after a power failure.
func flushEntries(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}
