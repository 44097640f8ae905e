package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"collab/internal/strict"
)

// collabFolder is where the start page keeps everything, in the person's documents.
const collabFolder = "Collab"

// A startPage is what collab shows without arguments in a terminal, as it does after a
// double-click: what people come for, each a key. It runs the commands, and comes back
// until the person leaves, so that no window closes before it was read.
type startPage struct {
	console
	ctx    context.Context
	listen bool   // plain sentences
	dir    string // where the associations' folders are
	left   bool   // the person quit
}

// A startChoice is a line of the page.
type startChoice struct {
	key         rune
	title, says string
	run         func(*startPage)
}

// startChoices are those of the page, in order.
func startChoices() []startChoice {
	return []startChoice{
		{'1', startAlone, startAloneSays, (*startPage).alone},
		{'2', startPhones, startPhonesSays, (*startPage).room},
		{'3', startResult, startResultSays, (*startPage).result},
		{'4', startYear, startYearSays, (*startPage).year},
		{'5', startMore, startMoreSays, (*startPage).more},
		{'q', startQuit, "", (*startPage).quit},
	}
}

// start shows the page until the person leaves.
func (c console) start(ctx context.Context, accessible bool) error {
	here, err := c.getwd()
	if err != nil {
		return couldNot(err)
	}
	if accessible {
		getenv := c.getenv
		c.getenv = func(name string) string {
			if name == "ACCESSIBLE" {
				return "1"
			}
			return getenv(name)
		}
	}
	if w, ok := c.err.(*commandWriter); ok {
		c.err = w.to // commands are typed on this page by the name alone
	}
	c.started = programName
	p := &startPage{console: c, ctx: ctx, listen: c.inLines(accessible), dir: here}
	if !(folder{here}).inUse() {
		p.dir, p.away = filepath.Join(c.documents(), collabFolder), true
	}
	p.below = 2 // what it asks next takes up to three rows where a shell's prompt takes one
	for !p.left {
		p.show(startTitle, startChoices(), startFiles(p.dir))
		p.take(startChoices())
	}
	return nil
}

// show prints a title, what can be chosen and a last line.
func (p *startPage) show(title string, choices []startChoice, last string) {
	fmt.Fprintf(p.out, "\n %s\n\n", title)
	for _, c := range choices {
		if p.listen {
			fmt.Fprintf(p.out, " %s\n", startLine(c.key, strict.Plain(c.title), c.says))
			continue
		}
		fmt.Fprintf(p.out, "   %c  %-21s %s\n", c.key, strict.Plain(c.title), c.says)
	}
	if last != "" {
		fmt.Fprintf(p.out, "\n %s\n", strict.Plain(last))
	}
}

func (p *startPage) quit() { p.left = true }

// alone asks one person, and offers the report.
func (p *startPage) alone() {
	began := time.Now()
	if p.settle() && p.does("assess") {
		p.offerNewest(began)
	}
}

// room asks for a name and opens the round to phones.
func (p *startPage) room() {
	began := time.Now()
	if !p.settle() {
		return
	}
	args := []string{"room"}
	if !(folder{p.dir}).inUse() {
		fmt.Fprintf(p.out, "\n %s ", startName)
		name, err := readLine(p.in)
		if err != nil || name == "" {
			return
		}
		args = append(args, "--", name)
	}
	if p.does(args...) {
		p.offerNewest(began)
	}
}

// result shows one of the results, and offers it in the browser.
func (p *startPage) result() {
	if f, ok := p.choose(startWhichResult); ok && p.does("report", f.path) {
		p.offer(f, "report")
	}
}

// year is for an association that was assessed before.
func (p *startPage) year() {
	f, ok := p.choose(startWhichYear)
	if !ok {
		return
	}
	choices := []startChoice{
		{'1', startAgain, startAgainSays, func(p *startPage) {
			if p.does("assess", "--dir", f.path) {
				p.offer(f, "report")
			}
		}},
		{'2', startChanged, startChangedSays, func(p *startPage) {
			if p.does("diff", f.path) {
				p.offer(f, "diff")
			}
		}},
		{'3', startSteps, startStepsSays, func(p *startPage) {
			p.does("plan", f.path)
			p.pause(startBack)
		}},
		{'b', startGoBack, "", func(*startPage) {}},
	}
	p.show(startYearTitle(f.association()), choices, "")
	p.take(choices)
}

// more shows the help, and takes commands as they are typed in a terminal.
func (p *startPage) more() {
	if !p.settle() {
		return
	}
	p.pages(overview(p.commands(p.console)))
	for !p.left {
		fmt.Fprintf(p.out, "\n %s ", startCommand)
		line, err := readLine(p.in)
		if err != nil || line == "" {
			return
		}
		fmt.Fprintln(p.out)
		p.run(p.ctx, words(line), p.console) // what is wrong stands above the next prompt
	}
}

// pages shows a text a screen at a time, for the eye.
func (p *startPage) pages(text string) {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	const around = 3 // an empty line, what to press and the cursor
	for room := p.rows() - around; !p.listen && !p.left && rowsOf(lines, p.width()) > room; {
		n := 1
		for rowsOf(lines[:n+1], p.width()) <= room {
			n++
		}
		fmt.Fprintf(p.out, "%s\n", strings.Join(lines[:n], "\n"))
		lines = lines[n:]
		p.pause(startRest)
	}
	fmt.Fprintf(p.out, "%s\n", strings.Join(lines, "\n"))
}

// words are those of a command line, without the program's name; quotation marks
// hold a name of several words together.
func words(line string) []string {
	var all []string
	quoted := false
	for i, part := range strings.Split(line, `"`) {
		if quoted = i%2 == 1; quoted {
			all = append(all, part)
			continue
		}
		all = append(all, strings.Fields(part)...)
	}
	if len(all) > 0 && all[0] == programName {
		all = all[1:]
	}
	return all
}

// does runs a command. What it ends with was said; here it must not pass unread.
func (p *startPage) does(args ...string) bool {
	fmt.Fprintln(p.out)
	ended := p.run(p.ctx, args, p.console)
	if ended != statusDone {
		p.pause(startBack)
	}
	return ended == statusDone
}

// settle makes the folder, and goes there: what commands write and what they advise
// is for the folder that one is in.
func (p *startPage) settle() bool {
	err := os.MkdirAll(p.dir, 0o755)
	if err == nil {
		err = os.Chdir(p.dir)
	}
	if err != nil {
		p.complain(couldNot(err))
		p.pause(startBack)
	}
	return err == nil
}
