package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/sheet"
	"collab/internal/strict"
)

// sheets takes paper sheets. A person sees what was understood of each, corrects it
// and keeps it.
func (d *respondRun) sheets() error {
	p := pile{"sheet", func(line string) (assess.Response, error) { return d.parseSheet(line) }, d.echo}
	take := func() (int, error) { return d.pileFrom("-", p) }
	if isTerminal(d.console.in) {
		take = d.sheetsFromPerson
	}
	return d.takePile(p.noun, take)
}

// sheetsFromPerson takes sheets until an empty line.
func (d *respondRun) sheetsFromPerson() (kept int, err error) {
	round := d.round()
	example := sheet.Example(round)
	fmt.Fprintf(d.err, "Type one sheet a line: the characters in the marked boxes, in order, . for none.\n"+
		"You may leave out what has a name. An empty line ends. For example:\n  %s\n", strict.Plain(sheet.Format(round, &example)))
	for {
		fmt.Fprintf(d.err, "Sheet %d: ", kept+1)
		line, err := d.nextSheet()
		if err != nil || line == "" {
			return kept, err
		}
		response, right, err := d.settle(line)
		switch {
		case err != nil:
			return kept, err
		case !right:
			fmt.Fprintln(d.err, "That sheet is not saved.")
			continue
		case response.Empty():
			fmt.Fprintln(d.err, "That sheet answers no questions, so it is not saved.")
			continue
		}
		file := d.oneMore()
		if err := file.finish(response); err != nil {
			return kept, err
		}
		kept++
	}
}

// nextSheet is the line of the next sheet: one that was typed before it was asked for, or
// the next that is typed.
func (d *respondRun) nextSheet() (line string, err error) {
	if line, d.typed = d.typed, ""; line != "" {
		fmt.Fprintln(d.err, strict.Plain(line))
		return line, nil
	}
	line, _, err = d.line()
	return line, err
}

// line is the next line that was typed, without the blanks around it. A line
// that the end of the input cuts off is none.
func (d *respondRun) line() (line string, ended bool, err error) {
	line, err = d.in.ReadString('\n')
	if errors.Is(err, io.EOF) {
		fmt.Fprintln(d.err)
		return "", true, nil
	}
	return strings.TrimSpace(line), false, couldNot(err)
}

// settle says what was understood of a sheet, or what is wrong with it, and
// takes corrections until it is said to be right, or to be left out.
func (d *respondRun) settle(line string) (response assess.Response, right bool, err error) {
	typed := []string{line}
	response, wrong := d.parseSheet(typed...)
	for {
		d.complain(wrong)
		if wrong == nil {
			d.echo(&response)
		}
		answer, ended, err := d.askWhetherRight(wrong == nil)
		switch {
		case err != nil || ended || strings.EqualFold(answer, "n"):
			return response, false, err
		case answer == "":
			return response, wrong == nil, nil
		}
		if wrong == nil && d.isSheet(answer) {
			next, err := d.askWhetherNext()
			if err != nil || next {
				d.typed = answer
				return response, next, err
			}
		}
		next, faults := d.parseSheet(append(typed, answer)...)
		if worse(faults, wrong) {
			d.complain(faults)
			fmt.Fprintln(d.err, "That correction is not accepted.")
			continue
		}
		typed, response, wrong = append(typed, answer), next, faults
	}
}

// isSheet tells whether a line is a whole sheet by itself, and so may be the next one.
func (d *respondRun) isSheet(line string) bool {
	response, err := sheet.Parse(d.round(), line)
	return err == nil && !response.Empty()
}

// askWhetherNext asks whether a whole line, typed where a sheet is to be saved, is the next
// sheet. The end of the input is no yes.
func (d *respondRun) askWhetherNext() (next bool, err error) {
	for {
		fmt.Fprint(d.err, "That is a whole line. Is it the next sheet?\ny: yes, save this one too. n: no, it corrects this one: ")
		answer, ended, err := d.line()
		switch {
		case err != nil || ended:
			return false, err
		case strings.EqualFold(answer, "y"):
			return true, nil
		case strings.EqualFold(answer, "n"):
			return false, nil
		}
	}
}

// parseSheet reads a sheet with its corrections. A code that somebody else in the round
// has is wrong too: only whoever typed it knows better.
func (d *respondRun) parseSheet(lines ...string) (assess.Response, error) {
	response, err := sheet.Parse(d.round(), lines...)
	if path := d.codeTaken(response.Code); path != "" {
		var faults sheet.Faults
		errors.As(err, &faults)
		return response, append(faults, sheet.Fault{Group: "Code", Text: fmt.Sprintf("%q is also in %s; give this person another code, or none", response.Code, filepath.Base(path))})
	}
	return response, err
}

func (d *respondRun) askWhetherRight(understood bool) (answer string, ended bool, err error) {
	way := "the whole line"
	example := sheet.Example(d.round())
	if group := sheet.Correction(d.round(), &example); group != "" {
		way = "a group (" + strict.Plain(group) + "),\nor the whole line"
	}
	question := "Press Enter to leave this sheet out. To correct it, type %s: "
	if understood {
		question = "Press Enter to save it, or n to leave it out.\nTo correct it, type %s: "
	}
	fmt.Fprintf(d.err, question, way)
	return d.line()
}

// worse tells whether a correction made more wrong than there was: then it was
// mistyped itself.
func worse(now, before error) bool {
	var a, b sheet.Faults
	errors.As(now, &a)
	errors.As(before, &b)
	return len(a) > len(b)
}

// echo says what was understood, group by group below one another.
func (d *respondRun) echo(response *assess.Response) {
	said := sheet.Echo(d.round(), response)
	wide := 0
	for _, e := range said {
		wide = max(wide, ansi.StringWidth(strict.Plain(e.Group)))
	}
	for _, e := range said {
		group := strict.Plain(e.Group)
		fmt.Fprintf(d.out, "  %s%s  %s\n", group, strings.Repeat(" ", wide-ansi.StringWidth(group)), strict.Plain(e.Said))
	}
}

// round is what a sheet or a page asked.
func (d *respondRun) round() asking.Round {
	round := asking.RoundOf(&d.blank)
	round.Again, round.Topics = d.options.second, d.asks.Topics
	return round
}
