package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"collab/internal/strict"
)

// The same association under a name that is spelled a little otherwise would get a
// second folder and a series of its own. So a name that nearly is one that is there is
// asked about.

// A nearName is an error: a name nearly is that of a folder's association.
type nearName struct {
	typed  string
	theirs string
	folder folder
}

func (e nearName) Error() string {
	return fmt.Sprintf("%q is nearly %q, whose files are in %s", e.typed, e.theirs, e.folder.path)
}

// refusal says what to do about it where nobody can be asked.
func (e nearName) refusal() error {
	return advise(e, "If they are the same association, use that name: %s\n"+
		"If they are two, name a folder for the new one: --dir %s", typedName(e.theirs), typedPath(slug(e.typed)))
}

// saidInside is an error as the interview shows it, which has no line for advice.
func saidInside(err error) error {
	var near nearName
	if !errors.As(err, &near) {
		return err
	}
	return fmt.Errorf("%w. If they are two associations, stop and start again with --dir %s", near, typedPath(slug(near.typed)))
}

// nearly tells whether two names are one but for case, signs, accents, small words and
// slips of the finger.
func nearly(a, b string) bool {
	left, right := nameWords(a), nameWords(b)
	if strings.Join(left, "") == strings.Join(right, "") {
		return len(left) > 0
	}
	if len(left) != len(right) {
		return false
	}
	others := 0
	for i := range left {
		switch {
		case slip(left[i], right[i]):
		case shortSlip(left[i], right[i]):
			others++
		default:
			return false
		}
	}
	return others == 0 || others == 1 && len(left) > 1
}

// shortSlip tells whether a short word is another but for one letter too many or two that
// changed places behind the first: Guild and Gild. It says something only beside words that agree.
func shortSlip(a, b string) bool {
	const short = 4
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < short || a[0] != b[0] || strings.ContainsFunc(a+b, unicode.IsNumber) {
		return false
	}
	at := 0
	for at < len(a) && a[at] == b[at] {
		at++
	}
	switch len(b) - len(a) {
	case 0:
		return at+1 < len(a) && a[at] == b[at+1] && a[at+1] == b[at] && a[at+2:] == b[at+2:]
	case 1:
		return a[at:] == b[at+1:]
	}
	return false
}

// slip tells whether one word is the other, or is it by a slip of the finger. In a
// short word, in a number or at the beginning nearly all are other words: Hikers and
// Bikers, Northern and Southern.
func slip(a, b string) bool {
	const long = 7
	if strings.TrimSuffix(a, "s") == strings.TrimSuffix(b, "s") {
		return true
	}
	if len(a) < long || len(b) < long || a[0] != b[0] || strings.ContainsFunc(a+b, unicode.IsNumber) {
		return false
	}
	_, near := strict.Nearest(a, []string{b})
	return near
}

// smallWords come and go in the names of associations.
var smallWords = map[string]bool{"the": true, "and": true, "of": true, "for": true, "inc": true, "ltd": true, "ev": true}

// nameWords are the words that two spellings of one name have in common.
func nameWords(name string) []string {
	folded := cases.Fold().String(norm.NFKD.String(name))
	folded = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) || r == '.' || r == '\'' || r == '’' {
			return -1
		}
		return r
	}, folded)
	var words []string
	for _, word := range strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		if !smallWords[word] {
			words = append(words, word)
		}
	}
	return words
}

// folderNamed finds the folder of an association below another folder: by the name that the
// folder is given at first, else by the record in one that has another name. Where no
// folder is of that name and one is nearly, the error is a [nearName].
func (c console) folderNamed(here, association string) (folder, error) {
	usual := folder{filepath.Join(here, slug(association))}
	if usual.inUse() {
		return usual, nil
	}
	var near error
	entries, _ := os.ReadDir(here) // who cannot list it makes a folder in it, or is told why not
	for _, e := range entries {
		f := folder{filepath.Join(here, e.Name())}
		if !f.inUse() {
			continue
		}
		switch name := f.association(); {
		case name == association:
			return f, nil
		case near == nil && nearly(name, association):
			near = nearName{association, name, f}.refusal()
		}
	}
	return usual, near
}

// settleName asks about a name that nearly is one that is there. It gives the name and
// the folder (of --dir) to go on with; without a terminal, the error says what to do.
func (c console) settleName(typed, dir string) (name, within string, err error) {
	near, is := c.nearTo(typed, dir)
	if !is {
		return typed, dir, nil
	}
	if !isTerminal(c.in) || !isTerminal(c.err) {
		return "", "", near.refusal()
	}
	c.note("%s is already here, in %s.", near.theirs, near.folder.path)
	for {
		fmt.Fprintf(c.err, "Is %s the same association? y or n: ", strict.Plain(typed))
		switch answer, err := readLine(c.in); {
		case err != nil:
			return "", "", outcome{statusInterrupted, errQuiet}
		case isYes(answer):
			return near.theirs, near.folder.path, nil
		case isNo(answer):
			return typed, filepath.Join(filepath.Dir(near.folder.path), slug(typed)), nil
		}
	}
}

// nearTo finds the association that a name nearly is: of the folder that is meant, or of
// those below it.
func (c console) nearTo(typed, dir string) (near nearName, is bool) {
	if typed == "" {
		return near, false
	}
	f, err := c.locate(dir, "")
	if err != nil {
		return near, false
	}
	if f.inUse() || dir != "" {
		theirs := f.association()
		return nearName{typed, theirs, f}, theirs != typed && nearly(theirs, typed)
	}
	_, err = c.folderNamed(f.path, typed)
	is = errors.As(err, &near)
	return near, is
}

func isYes(answer string) bool {
	return strings.EqualFold(answer, "y") || strings.EqualFold(answer, "yes")
}
func isNo(answer string) bool {
	return strings.EqualFold(answer, "n") || strings.EqualFold(answer, "no")
}

// readLine reads a line that was typed, and no byte more: what follows is for others.
func readLine(in io.Reader) (string, error) {
	var line []byte
	one := make([]byte, 1)
	for {
		n, err := in.Read(one)
		switch {
		case n == 1 && one[0] == '\n':
			return strings.TrimSpace(string(line)), nil
		case n == 1 && len(line) < 1<<10:
			line = append(line, one[0])
		case err != nil:
			return "", err
		}
	}
}

// locate is the folder of an association: the one given, else the current one
// if it has an association's files or no name is known yet, else the association's
// below it.
func (c console) locate(given, association string) (folder, error) {
	if given != "" {
		path, err := filepath.Abs(given)
		return folder{path}, err
	}
	here, err := c.getwd()
	if err != nil {
		return folder{}, couldNot(err)
	}
	if f := (folder{here}); f.inUse() || association == "" {
		return f, nil
	}
	return c.folderNamed(here, association)
}

// withPart are the folders of which a name, as folders are named, is some whole words, or
// of whose association.
func withPart(part, beside string, names []string) []string {
	var with []string
	for _, name := range names {
		f := folder{filepath.Join(beside, name)}
		if hasWords(name, part) || f.inUse() && hasWords(slug(f.association()), part) {
			with = append(with, name)
		}
	}
	return with
}

func hasWords(name, part string) bool { return strings.Contains("-"+name+"-", "-"+part+"-") }

// nearFolder is the folder whose name is nearly that of a path that is not there, or the
// only one that has its words.
func nearFolder(path string) (string, bool) {
	if exists(path) {
		return "", false
	}
	beside := filepath.Dir(path)
	entries, _ := os.ReadDir(beside) // who cannot list it is told what is missing all the same
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	named := filepath.Base(path)
	near, found := strict.Nearest(named, names)
	if found {
		return filepath.Join(beside, near), true
	}
	if part := withPart(slug(named), beside, names); len(part) == 1 {
		return filepath.Join(beside, part[0]), true
	}
	return "", false
}
