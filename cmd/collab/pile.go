package main

import (
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"fmt"
	"strings"

	"collab/assess"
	"collab/internal/strict"
)

// A pile is what people answered elsewhere and somebody types in, a line each: paper
// sheets, or codes. From a file all are kept, or with any fault none. Where the computer
// stops in between, the file can be sent again: what was kept of it is not kept twice.
type pile struct {
	noun string                                     // what one of them is called
	read func(line string) (assess.Response, error) // what a line says
	show func(*assess.Response)                     // says what was understood
}

// takePile has a pile taken, of things that are called so, and says how many were kept.
func (d *respondRun) takePile(noun string, take func() (kept int, err error)) error {
	if d.blank.Association == "" {
		return advise(errors.New("the association has no name yet"), "Give its name: %s", d.options.again("Lakes Guild"))
	}
	if said := d.ahead(d.blank.Date); said != "" {
		d.complain(errors.New(said))
	}
	if said := d.counted(); said != "" {
		d.complain(errors.New(said))
	}
	if !d.options.second {
		d.noteJointWork(d.round())
	}
	kept, err := take()
	if err != nil {
		return err
	}
	are := "s are"
	if kept == 1 {
		are = " is"
	}
	d.note("%d %s%s saved in %s", kept, noun, are, d.folder.file(responsesDir))
	d.tellNext()
	return nil
}

// pileFrom takes a whole file, or standard input.
func (d *respondRun) pileFrom(from string, p pile) (kept int, err error) {
	c := d.console
	c.in = d.in
	name, text, err := c.readInput(from)
	switch {
	case err != nil:
		return 0, couldNot(err)
	case len(text) > strict.MaxBytes:
		return 0, fmt.Errorf("%s is too long: more than %d bytes", name, strict.MaxBytes)
	}
	return d.pileOf(string(strict.ToUTF8(text)), p)
}

// pileOf keeps all that a text says, or nothing of it: everything that is wrong comes
// together, and where a file cannot be written those before it are taken back.
func (d *respondRun) pileOf(text string, p pile) (kept int, err error) {
	d.pile = d.filesFor(text)
	responses, files, err := d.parsePile(text, p)
	if err != nil {
		return 0, err
	}
	var done []draft
	for i, response := range responses {
		file := files[i]
		if exists(file.path) {
			continue
		}
		fmt.Fprintf(d.out, "%s %d\n", strings.ToUpper(p.noun[:1])+p.noun[1:], i+1)
		p.show(&response)
		if err := file.finish(response); err != nil {
			for _, f := range append(done, file) {
				err = errors.Join(err, f.drop())
			}
			return 0, advise(err, "No %s was saved. Correct this and send the file again.", p.noun)
		}
		done = append(done, file)
	}
	if before := len(responses) - len(done); before > 0 {
		d.note("%d of these were saved before from the same file; nothing is saved twice", before)
	}
	return len(responses), nil
}

// filesFor names the file for each line of a pile. The names follow from the pile: sent
// again it finds its own. A line alone is kept or not, and two people may say the same.
func (d *respondRun) filesFor(text string) []draft {
	if !strings.Contains(strings.TrimSpace(text), "\n") {
		return []draft{d.oneMore()}
	}
	var files []draft
	for range strings.Lines(text) {
		sum := sha256.Sum256(fmt.Appendf(nil, "%s %s %d\n%s", d.blank.Date, d.mark, len(files), text))
		word := strings.ToLower(base32.StdEncoding.EncodeToString(sum[:])[:12])
		files = append(files, d.folder.draftOf(word, d.blank.Date, d.mark, d.now()))
	}
	return files
}

// oneMore names the file for one more of a pile.
func (d *respondRun) oneMore() draft { return d.folder.newDraft(d.blank.Date, d.mark, d.now()) }

// parsePile reads a line each; empty lines are none. The error has what is wrong with
// all of them.
func (d *respondRun) parsePile(text string, p pile) (responses []assess.Response, files []draft, err error) {
	var faults []string
	codes := map[string]int{} // the line of each, by what it is compared by
	number := 0
	for line := range strings.Lines(text) {
		number++
		if strings.TrimSpace(line) == "" {
			continue
		}
		response, err := p.read(line)
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
			d.note("line %d answers no questions, so it is left out", number)
			continue
		}
		responses, files = append(responses, response), append(files, d.pile[number-1])
	}
	return responses, files, d.allFaults(faults, p.noun)
}

// maxFaultyLines are shown of one file: with more it is another file.
const maxFaultyLines = 10

// allFaults are the faults of a file as one error, the first of them in full.
func (d *respondRun) allFaults(faults []string, noun string) error {
	if len(faults) == 0 {
		return nil
	}
	if more := len(faults) - maxFaultyLines; more > 0 {
		faults = append(faults[:maxFaultyLines], fmt.Sprintf("and %d more lines", more))
	}
	hint := fmt.Sprintf("No %s was saved. Correct these and send the file again.", noun)
	if d.options.second && !d.options.all {
		hint += "\nThe second round asks only what the agenda names. If they answer all questions again: " + d.options.retry("--all")
	}
	return advise(errors.New(strings.Join(faults, "\n")), "%s", hint)
}
