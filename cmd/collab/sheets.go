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

// sheets takes paper sheets, a line each. A person sees what was understood of
// each, corrects it and keeps it; from a file all are kept, or with any fault
// none: half a pile that was kept would be counted twice when it is sent again.
func (d *respondRun) sheets() error {
	if d.blank.Association == "" {
		return advise(errors.New("the association has no name yet"), "Give its name: %s", d.options.again("Lakes Guild"))
	}
	if said := d.ahead(d.blank.Date); said != "" {
		d.complain(errors.New(said))
	}
	take := d.sheetsFromFile
	if isTerminal(d.console.in) {
		take = d.sheetsFromPerson
	}
	kept, err := take()
	if err != nil {
		return err
	}
	are := "sheets are"
	if kept == 1 {
		are = "sheet is"
	}
	fmt.Fprintf(d.err, "%d %s saved in %s\n", kept, are, strict.Plain(d.folder.file(responsesDir)))
	d.tellNext()
	return nil
}

// sheetsFromPerson takes sheets until an empty line.
func (d *respondRun) sheetsFromPerson() (kept int, err error) {
	round := d.round()
	example := sheet.Example(round)
	fmt.Fprintf(d.err, "Type one sheet a line: the characters in the marked boxes, in order, . for none.\n"+
		"You may leave out what has a name. An empty line ends. For example:\n  %s\n", strict.Plain(sheet.Format(round, &example)))
	for {
		fmt.Fprintf(d.err, "Sheet %d: ", kept+1)
		line, _, err := d.line()
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
		file := d.sheetFile()
		if err := file.finish(response); err != nil {
			return kept, err
		}
		kept++
	}
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
		next, faults := d.parseSheet(append(typed, answer)...)
		if worse(faults, wrong) {
			d.complain(faults)
			fmt.Fprintln(d.err, "That correction is not accepted.")
			continue
		}
		typed, response, wrong = append(typed, answer), next, faults
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

// sheetFile names the file for one more sheet.
func (d *respondRun) sheetFile() draft { return d.folder.newDraft(d.blank.Date, d.mark, d.now()) }

// maxFaultyLines are shown of one file: with more it is another file.
const maxFaultyLines = 10

// sheetsFromFile takes all the sheets of standard input, or none: everything
// that is wrong comes together, and where a file cannot be written those before it
// are taken back.
func (d *respondRun) sheetsFromFile() (kept int, err error) {
	text, err := readLimited(d.in)
	switch {
	case err != nil:
		return 0, couldNot(err)
	case len(text) > strict.MaxBytes:
		return 0, fmt.Errorf("standard input is too long: more than %d bytes", strict.MaxBytes)
	}
	sheets, err := d.parseSheets(string(text))
	if err != nil {
		return 0, err
	}
	var done []draft
	for i, response := range sheets {
		fmt.Fprintf(d.out, "Sheet %d\n", i+1)
		d.echo(&response)
		file := d.sheetFile()
		if err := file.finish(response); err != nil {
			for _, f := range append(done, file) {
				err = errors.Join(err, f.drop())
			}
			return 0, advise(err, "No sheet was saved. Correct this and send the file again.")
		}
		done = append(done, file)
	}
	return len(done), nil
}

// round is what a sheet asks.
func (d *respondRun) round() asking.Round {
	round := asking.RoundOf(&d.blank)
	round.Again, round.Topics = d.options.second, d.asks.Topics
	return round
}

// parseSheets reads a sheet a line; empty lines are none. The error has what is
// wrong with all of them.
func (d *respondRun) parseSheets(text string) ([]assess.Response, error) {
	var sheets []assess.Response
	var faults []string
	codes := map[string]int{} // the line of each, by what it is compared by
	number := 0
	for line := range strings.Lines(text) {
		number++
		if strings.TrimSpace(line) == "" {
			continue
		}
		response, err := d.parseSheet(line)
		key := assess.CodeKey(response.Code)
		if before := codes[key]; before > 0 {
			err = fmt.Errorf("the code %q is also in line %d", response.Code, before)
		}
		if err != nil {
			faults = append(faults, fmt.Sprintf("line %d: %s", number, strings.ReplaceAll(err.Error(), "\n", fmt.Sprintf("\nline %d: ", number))))
		}
		if key != "" {
			codes[key] = number
		}
		if err == nil && response.Empty() {
			fmt.Fprintf(d.err, "line %d answers no questions, so it is left out\n", number)
			continue
		}
		sheets = append(sheets, response)
	}
	return sheets, d.allFaults(faults)
}

// allFaults are the faults of a file as one error, the first of them in full.
func (d *respondRun) allFaults(faults []string) error {
	if len(faults) == 0 {
		return nil
	}
	if more := len(faults) - maxFaultyLines; more > 0 {
		faults = append(faults[:maxFaultyLines], fmt.Sprintf("and %d more lines", more))
	}
	hint := "No sheet was saved. Correct these and send the file again."
	if d.options.second && !d.options.all {
		hint += "\nThe second round asks only what the agenda names. If they answer all questions again: " + d.options.retry("--all")
	}
	return advise(errors.New(strings.Join(faults, "\n")), "%s", hint)
}
