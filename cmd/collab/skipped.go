package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"collab/reports/history"
)

// skippedIn are the records that were left out of pasts, named from a folder on: what is
// told in a file must not hold where the folder lies, and is the same on every system.
func skippedIn(dir string, pasts ...*history.Past) []string {
	var said []string
	for _, p := range pasts {
		for _, why := range p.Skipped {
			text := strings.ReplaceAll(why.Error(), dir+string(filepath.Separator), "")
			name, rest, _ := strings.Cut(text, ":")
			said = append(said, filepath.ToSlash(name)+":"+rest)
		}
	}
	return said
}

// tellSkipped warns of what was left out of pasts.
func (c console) tellSkipped(pasts ...*history.Past) {
	const most = 100
	n := 0
	for _, p := range pasts {
		for _, why := range p.Skipped {
			if n++; n <= most {
				c.complain(fmt.Errorf("skipped: %v", why))
			}
		}
	}
	if n > most {
		c.complain(fmt.Errorf("skipped: and %d more", n-most))
	}
}
