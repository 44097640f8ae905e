package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/phone"
	"collab/internal/strict"
	"collab/rubric"
)

// codes takes the codes that pages for phones end with: typed by a person, one that was
// given as it stands, or a file of them.
func (d *respondRun) codes() error {
	p := pile{"code", d.parseCode, d.sayCode}
	from, person := d.options.code, isTerminal(d.console.in)
	take := func() (int, error) { return d.pileFrom(from, p) }
	switch {
	case from == "-" && person:
		take = d.codesFromPerson
	case from == "-" || exists(from):
	case phone.IsCode(from) && person:
		take = func() (int, error) { return d.codeFromPerson(from) }
	case phone.IsCode(from):
		take = func() (int, error) { return d.pileOf(from, p) }
	default:
		return couldNot(fmt.Errorf("--code: there is no file %s, and it is not the whole of a code", strict.Show(from)))
	}
	return d.takePile(p.noun, take)
}

// codesFromPerson takes codes until an empty line.
func (d *respondRun) codesFromPerson() (kept int, err error) {
	fmt.Fprint(d.err, "Type one code a line, with blanks or hyphens as you like. An empty line ends.\n")
	for {
		fmt.Fprintf(d.err, "Code %d: ", kept+1)
		line, _, err := d.line()
		if err != nil || line == "" {
			return kept, err
		}
		saved, err := d.codeFromPerson(line)
		switch {
		case err != nil && status(err) != statusBadInput:
			return kept, err
		case err != nil:
			d.complain(err)
		}
		if kept += saved; saved == 0 {
			fmt.Fprintln(d.err, "That code is not saved.")
		}
	}
}

// codeFromPerson saves one code, with the word that its person may have.
func (d *respondRun) codeFromPerson(line string) (saved int, err error) {
	response, err := d.parseCode(line)
	switch {
	case err != nil:
		return 0, err
	case response.Empty():
		return 0, errors.New("the code answers no questions")
	}
	d.sayCode(&response)
	if right, err := d.askPersonal(&response); err != nil || !right {
		return 0, err
	}
	file := d.oneMore()
	return 1, file.finish(response)
}

// askPersonal asks for the person's own code, until there is one that nobody else has, or
// none. It is not right where the input ended.
func (d *respondRun) askPersonal(response *assess.Response) (right bool, err error) {
	for response.Code == "" {
		fmt.Fprint(d.err, "Their own code word, if they use one (else press Enter): ")
		word, ended, err := d.line()
		if err != nil || ended || word == "" {
			return !ended, err
		}
		if err := d.setPersonal(response, word); err != nil {
			d.complain(err)
		}
	}
	return true, nil
}

// setPersonal has a response bear a person's own code, if it may.
func (d *respondRun) setPersonal(response *assess.Response, word string) error {
	word = strings.TrimSpace(word)
	n := utf8.RuneCountInString(word)
	switch path := d.codeTaken(word); {
	case n > assess.MaxCode:
		return fmt.Errorf("the code word has %d characters; expected at most %d", n, assess.MaxCode)
	case word != strict.Plain(word):
		return errors.New("the code word contains a control character; expected text")
	case path != "":
		return fmt.Errorf("%q is also in %s; give this person another code word, or none", word, filepath.Base(path))
	}
	response.Code = word
	return nil
}

// personalMark stands in a line between a code and the person's own word.
const personalMark = "code:"

// parseCode reads a code, and behind it the person's own.
func (d *respondRun) parseCode(line string) (assess.Response, error) {
	typed, personal := line, ""
	if at := strings.Index(strings.ToLower(line), personalMark); at >= 0 {
		typed, personal = line[:at], line[at+len(personalMark):]
	}
	response, err := phone.Decode(d.round(), typed)
	if err != nil && personal == "" {
		response, personal, err = d.parseCodeAndWord(typed, err)
	}
	if err != nil {
		return response, err
	}
	return response, d.setPersonal(&response, personal)
}

// parseCodeAndWord reads a code with the person's own word behind it alone. Where that is
// not it, the error is what is wrong with the whole.
func (d *respondRun) parseCodeAndWord(typed string, wrong error) (response assess.Response, word string, err error) {
	typed = strings.TrimSpace(typed)
	at := strings.LastIndexAny(typed, " \t")
	if at < 0 {
		return response, "", wrong
	}
	if response, err = phone.Decode(d.round(), typed[:at]); err != nil {
		return response, "", wrong
	}
	return response, typed[at+1:], nil
}

// sayCode says how much a code holds, and not what: whoever types it need not read it. That the
// same is there already may be a code that was sent twice, or two who agree.
func (d *respondRun) sayCode(response *assess.Response) {
	answered, asked := 0, 0
	for _, section := range asking.Sections(d.round()) {
		for _, it := range section.Items {
			if it.Kind == asking.Scale {
				asked++
			}
			if it.Kind == asking.Scale && it.Answered(response) {
				answered++
			}
		}
	}
	role := ""
	if response.Role != "" {
		role = ", " + rubric.NameOf(response.Rubric.Roles, response.Role)
	}
	fmt.Fprintf(d.out, "  %d of %d questions answered%s\n", answered, asked, strict.Plain(role))
	if path := d.sameAnswers(response); path != "" {
		d.complain(fmt.Errorf("%s holds the same answers; if that is the same person, delete one of the two", filepath.Base(path)))
	}
}

// sameAnswers is the file of the round that says all that a response says, empty where
// there is none.
func (d *respondRun) sameAnswers(response *assess.Response) string {
	names, _ := d.folder.responses(d.mark) // what cannot be read combine will name
	for _, name := range ofDate(names, d.blank.Date.String()) {
		there, _, err := d.folder.readDraft(name, d.folder.rubrics(d.own))
		if err != nil || there.over {
			continue
		}
		other := there.response
		other.Code = response.Code
		if string(other.Encode()) == string(response.Encode()) {
			return d.folder.response(name)
		}
	}
	return ""
}
