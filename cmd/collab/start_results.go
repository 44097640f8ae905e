package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"collab/internal/strict"
)

// assessed are the folders that hold a record: this one, or those in it.
func (p *startPage) assessed() []folder {
	var found []folder
	dirs := []string{p.dir}
	entries, _ := os.ReadDir(p.dir) // where nothing was written yet there is no folder
	for _, e := range entries {
		dirs = append(dirs, filepath.Join(p.dir, e.Name()))
	}
	for _, dir := range dirs {
		if f := (folder{dir}); exists(f.file(recordFile)) {
			found = append(found, f)
		}
	}
	return found
}

// choose asks which association is meant, where there are several.
func (p *startPage) choose(title string) (folder, bool) {
	found := p.assessed()
	if len(found) == 0 {
		fmt.Fprintf(p.out, "\n %s\n", startNothing)
		p.pause(startBack)
		return folder{}, false
	}
	if !p.settle() {
		return folder{}, false
	}
	if len(found) == 1 {
		return found[0], true
	}
	var chosen folder
	var choices []startChoice
	const most = 9 // keys
	for i, f := range found[:min(len(found), most)] {
		choices = append(choices, startChoice{rune('1' + i), f.association(), "", func(*startPage) { chosen = f }})
	}
	choices = append(choices, startChoice{'b', startGoBack, "", func(*startPage) {}})
	p.show(title, choices, startOthers(len(found)-most))
	p.take(choices)
	return chosen, chosen.path != ""
}

// offerNewest offers the report that was written since a moment.
func (p *startPage) offerNewest(since time.Time) {
	for _, f := range p.assessed() {
		if about, err := os.Stat(f.file(recordFile)); err == nil && writtenSince(about, since) {
			p.offer(f, "report")
			return
		}
	}
	p.pause(startBack)
}

// writtenSince allows for file systems that keep whole seconds, or two.
func writtenSince(about fs.FileInfo, since time.Time) bool {
	return !about.ModTime().Before(since.Add(-2 * time.Second))
}

// offer offers what was shown as a page in the browser.
func (p *startPage) offer(f folder, command string) {
	fmt.Fprintln(p.out)
	opens := p.enterOr(startOffer(p.listen), 'o')
	fmt.Fprintln(p.out)
	if !opens {
		return
	}
	page := f.file(command + ".html")
	if p.run(p.ctx, []string{command, "--format", "html", "--out", page, f.path}, p.console) != statusDone {
		p.pause(startBack)
		return
	}
	if err := p.open(page); err != nil {
		fmt.Fprintf(p.out, " %s\n", startNotOpened(strict.Plain(page)))
	}
	p.pause(startBack)
}
