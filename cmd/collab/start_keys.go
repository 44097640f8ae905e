package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/term"
)

// take waits for one of the keys, and does what it stands for.
func (p *startPage) take(choices []startChoice) {
	fmt.Fprintln(p.out)
	asks := p.prompt(choices)
	for {
		key, ok := p.key(asks)
		if !ok {
			p.quit()
			return
		}
		for _, c := range choices {
			if c.key == key {
				if !p.listen {
					fmt.Fprintf(p.out, "%c\n", key)
				}
				c.run(p)
				return
			}
		}
		if !p.listen {
			asks = "" // it stands there
		}
	}
}

// prompt names the keys: those with numbers, and the letter behind them.
func (p *startPage) prompt(choices []startChoice) string {
	last := len(choices) - 1
	return startPrompt(choices[0].key, choices[last-1].key, choices[last].key, p.listen)
}

// key asks for a key and gives it; in lines it is the first letter of one. At the end of
// input, and with ctrl+c, there is none. Nothing is asked before keys are taken one by
// one: ctrl+c would end the program.
func (p *startPage) key(asks string) (rune, bool) {
	if asks != "" {
		asks = " " + asks + " "
	}
	f, isFile := p.in.(*os.File)
	if p.listen || !isFile {
		fmt.Fprint(p.out, asks)
		line, err := readLine(p.in)
		if err != nil {
			return 0, false
		}
		for _, r := range strings.ToLower(line) {
			return r, true
		}
		return '\n', true
	}
	before, err := term.MakeRaw(f.Fd())
	if err != nil {
		return 0, false
	}
	defer func() { _ = term.Restore(f.Fd(), before) }()
	fmt.Fprint(p.out, asks)
	return pressedKey(f)
}

// pressedKey reads one key and no more: what is typed ahead is for what comes next. An
// arrow, which comes as several bytes, is a blank.
func pressedKey(in io.Reader) (rune, bool) {
	const ctrlC, ctrlD, escape = 3, 4, 0x1b
	key, ok := oneByte(in)
	if key == escape {
		key, ok = oneByte(in)
		if key == '[' || key == 'O' {
			for key, ok = oneByte(in); ok && key < 0x40; key, ok = oneByte(in) {
			}
			return ' ', ok
		}
	}
	if !ok || key == ctrlC || key == ctrlD {
		return 0, false
	}
	return unicode.ToLower(rune(key)), true
}

func oneByte(in io.Reader) (byte, bool) {
	var one [1]byte
	n, err := in.Read(one[:])
	return one[0], n == 1 && err == nil
}

// pause waits until the person has read.
func (p *startPage) pause(says string) {
	fmt.Fprintln(p.out)
	p.enterOr(says, 0)
	fmt.Fprintln(p.out)
}

// enterOr asks for Enter or a key, and tells whether it was the key. Others were typed too
// early, or by mistake: none of them goes on.
func (p *startPage) enterOr(asks string, awaited rune) bool {
	for ; ; asks = "" { // it stands there
		key, ok := p.key(asks)
		switch {
		case !ok:
			p.quit()
			return false
		case key == awaited:
			return true
		case p.listen || key == '\r' || key == '\n':
			return false
		}
	}
}

// hold keeps a window open that would close with the program.
func (c console) hold() {
	fmt.Fprintf(c.err, "\n %s ", startClose)
	_, _ = readLine(c.in)
}
