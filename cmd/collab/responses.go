package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"hash/maphash"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"collab/assess"
	"collab/internal/strict"
	"collab/rubric"
)

// A responseRound is what response files say of one round: each person once.
type responseRound struct {
	people     []draft // who count, in the order of their files
	files      int     // that were read
	leftOut    []leftOut
	unfinished []string    // paths of those that count as they stand
	alike      [][2]string // paths of two whose answers are all the same
}

// leftOut is a response file that is not counted, and why.
type leftOut struct{ path, why string }

// readResponses reads response files, all before it judges any: everything that is
// wrong comes at once. A draft that was started over counts where it was asked for by
// its name.
func (f folder) readResponses(files []string, find rubric.Finder, named bool) (responseRound, error) {
	files = slices.Sorted(slices.Values(files))
	round := responseRound{files: len(files)}
	wrong := sameFiles(files)
	for _, path := range files {
		d, _, err := f.readDraftAt(path, find)
		if err == nil && d.room != nil {
			err = fmt.Errorf("%s holds the counts of a show of hands; expected one person's answers", path)
		}
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		round.take(d, named)
	}
	if err := errors.Join(wrong...); err != nil {
		return round, err
	}
	f.underItsName(round.people)
	round.noteAlike()
	return round, nil
}

// underItsName gives people's answers the name that the association has now: whoever
// answered while it was renamed bears the one before.
func (f folder) underItsName(people []draft) {
	formerly := f.formerly()
	for i := range people {
		if r := &people[i].response; slices.Contains(formerly, r.Association) {
			r.Association, _ = f.named("") // the record that could be read just now
		}
	}
}

// take counts one more file, unless it is nobody's or that of somebody who counts.
func (r *responseRound) take(d draft, named bool) {
	out := func(path, why string, args ...any) {
		r.leftOut = append(r.leftOut, leftOut{path, fmt.Sprintf(why, args...)})
	}
	switch {
	case d.over && !named:
		out(d.path, "the person started over")
		return
	case d.response.Empty():
		out(d.path, "it answers no questions")
		return
	}
	for i, other := range r.people {
		if bytes.Equal(other.text, d.text) {
			out(d.path, "it is an exact copy of %s", filepath.Base(other.path))
			return
		}
		if d.person == "" || other.person != d.person {
			continue
		}
		if other.fuller(d) {
			out(d.path, "%s holds the same person's answers, and more", filepath.Base(other.path))
			return
		}
		out(other.path, "%s holds the same person's answers, and more", filepath.Base(d.path))
		r.people[i] = d
		return
	}
	r.people = append(r.people, d)
}

// fuller tells whether a draft is to count rather than another of the same person: of a
// phone what it sent last, else the finished one, else that with more answers.
func (d draft) fuller(other draft) bool {
	if d.phone && other.phone && d.seq != other.seq {
		return d.seq > other.seq
	}
	answers := func(d draft) int {
		return len(slices.DeleteFunc(slices.Clone(d.response.Answers), func(a assess.Answer) bool { return a == assess.Unanswered }))
	}
	if d.open != other.open {
		return other.open
	}
	return cmp.Compare(answers(d), answers(other)) >= 0
}

// noteAlike notes who answered every question as somebody before did. In a second round,
// which asks little and of a room that has agreed, that is no sign of anything.
func (r *responseRound) noteAlike() {
	first := map[string]string{}
	for _, d := range r.people {
		if d.open {
			r.unfinished = append(r.unfinished, d.path)
		}
		if mark, _ := markOf(filepath.Base(d.path)); mark == secondMark {
			continue
		}
		said := d.response
		said.Code, said.Role = "", ""
		text := string(said.Encode())
		if earlier, again := first[text]; again {
			r.alike = append(r.alike, [2]string{earlier, d.path})
			continue
		}
		first[text] = d.path
	}
}

// tell says what was read: who counts, and what was left out and why; with it what else
// was.
func (r responseRound) tell(c console, leftOut []string) {
	people := "people"
	if len(r.people) == 1 {
		people = "person"
	}
	fmt.Fprintf(c.err, "Read: %d %s from %s\n", len(r.people), people, files(r.files))
	say := func(format string, args ...any) {
		fmt.Fprintf(c.err, "  %s\n", strict.Plain(fmt.Sprintf(format, args...)))
	}
	for _, path := range r.unfinished {
		say("%s is unfinished; its answers so far count", path)
	}
	for _, pair := range r.alike {
		say("%s and %s hold the same answers; both count. Please check that they are from two people", pair[0], filepath.Base(pair[1]))
	}
	for _, out := range r.leftOut {
		say("left out: %s: %s", out.path, out.why)
	}
	for _, what := range leftOut {
		say("left out: %s", what)
	}
}

// sameFiles are the files that go by two names, or by one twice.
func sameFiles(files []string) []error {
	var wrong []error
	abouts := make([]os.FileInfo, len(files))
	for i, path := range files {
		about, err := os.Stat(path)
		if err != nil {
			continue // who reads it says so
		}
		first := slices.IndexFunc(abouts[:i], func(earlier os.FileInfo) bool { return earlier != nil && os.SameFile(earlier, about) })
		if first >= 0 {
			wrong = append(wrong, fmt.Errorf("%s is the same file as %s; each person counts once", path, files[first]))
		}
		abouts[i] = about
	}
	return wrong
}

// A codeBook knows where each code stands, and where the same answers do. Of what these
// are compared by it keeps a hash of 64 bits: a table may hold a million codes, and among as many two share one by
// chance once in thirty million tables. It holds nothing that points elsewhere.
type codeBook struct {
	seed   maphash.Seed
	places map[uint64]rowOfPath
	both   bool // of two people with one code both count
	once   bool // but only once where their answers are the same too
	paths  []string
}

// A rowOfPath is a codePlace, of one of the paths of a codeBook.
type rowOfPath struct{ path, row int32 }

func newCodeBook() *codeBook {
	return &codeBook{seed: maphash.MakeSeed(), places: map[uint64]rowOfPath{}}
}

// A codePlace is a response file, or a row of a table.
type codePlace struct {
	path string
	row  int
}

// beside names the place where another file is spoken of.
func (p codePlace) beside(path string) string {
	switch {
	case p.row == 0:
		return p.path
	case p.path == path:
		return fmt.Sprintf("row %d", p.row)
	}
	return fmt.Sprintf("row %d of %s", p.row, p.path)
}

// sees notes a code, and tells where it stood before.
func (b *codeBook) sees(code string, place codePlace) (before codePlace, again bool) {
	key := assess.CodeKey(code)
	if key == "" {
		return codePlace{}, false
	}
	return b.note(key, place)
}

// seesAnswers notes what somebody said to the questions, which all sources hold alike,
// and tells where the same was said before.
func (b *codeBook) seesAnswers(r *assess.Response, place codePlace) (before codePlace, again bool) {
	key := make([]byte, 1, 64) // no code begins with the byte 0
	for _, a := range r.Answers {
		key = append(key, byte(a))
	}
	return b.note(string(key), place)
}

// note notes a key, and tells where it stood before.
func (b *codeBook) note(key string, place codePlace) (before codePlace, again bool) {
	hash := maphash.String(b.seed, key)
	if known, again := b.places[hash]; again {
		return codePlace{b.paths[known.path], int(known.row)}, true
	}
	if n := len(b.paths); n == 0 || b.paths[n-1] != place.path {
		b.paths = append(b.paths, place.path)
	}
	b.places[hash] = rowOfPath{int32(len(b.paths) - 1), int32(place.row)}
	return codePlace{}, false
}

// repeats tells whether somebody with this code gave these very answers before: on a phone
// and in a table, say. That is one person.
func (b *codeBook) repeats(r *assess.Response, place codePlace) bool {
	key := assess.CodeKey(r.Code)
	if !b.once || key == "" {
		return false
	}
	_, again := b.note("\x01"+key+fmt.Sprint(r.Answers), place) // no code begins with the byte 1
	return again
}

// leaveOutRepeated leaves out whoever repeats the code and the answers of somebody.
func (r *responseRound) leaveOutRepeated(codes *codeBook) {
	r.people = slices.DeleteFunc(r.people, func(d draft) bool {
		again := codes.repeats(&d.response, codePlace{path: d.path})
		if again {
			r.leftOut = append(r.leftOut, leftOut{d.path, sameCodeAndAnswers})
		}
		return again
	})
}

const sameCodeAndAnswers = "the code and all answers are those of somebody who counts already"

// fault says of a code that it stands in two places.
func (b *codeBook) fault(place, code, before string) error {
	so := "each person counts once"
	if b.both {
		so = "both count. If they are one person, delete one, and run collab combine"
	}
	return fmt.Errorf("%s: the code %q is also in %s; %s", place, code, before, so)
}

// enter notes the codes of people, and says which of them two gave.
func (b *codeBook) enter(people []draft) []error {
	var wrong []error
	for _, p := range people {
		if before, again := b.sees(p.response.Code, codePlace{path: p.path}); again {
			wrong = append(wrong, b.fault(p.path, p.response.Code, before.beside(p.path)))
		}
	}
	return wrong
}

// sameCodes are the codes that two people gave.
func sameCodes(people []draft) []error { return newCodeBook().enter(people) }

// settleJointWork lets flags say what the joint work of a round is. Where files say
// different things and the flags do not settle it, the error names them all.
func settleJointWork(people []draft, flags assess.JointWork) error {
	about := map[assess.JointWork][]string{}
	var order []assess.JointWork
	for i := range people {
		r := &people[i].response
		if flags.Scope == rubric.ScopeNone && r.JointWork.Scope != rubric.ScopeNone && answersSpectrum(r) {
			return fmt.Errorf("--joint-scope: %s answers the questions about joint work, so the scope cannot be none", people[i].path)
		}
		r.JointWork = filledIn(flags, r.JointWork)
		if about[r.JointWork] == nil {
			order = append(order, r.JointWork)
		}
		about[r.JointWork] = append(about[r.JointWork], people[i].path)
	}
	if len(order) < 2 {
		return nil
	}
	var wrong []error
	most := order[0]
	for _, j := range order {
		if len(about[j]) > len(about[most]) {
			most = j
		}
	}
	for _, j := range order {
		more := ""
		if n := len(about[j]) - 1; n > 0 {
			more = fmt.Sprintf(" and %d more", n)
		}
		wrong = append(wrong, fmt.Errorf("%s%s: the joint work is %s", about[j][0], more, jointWorkWords(j)))
	}
	for i := range people {
		people[i].response.JointWork = most // what else is wrong is said once
	}
	return otherJointWork{errors.Join(wrong...), most, order}
}

// otherJointWork is the error of files about different joint work.
type otherJointWork struct {
	error
	most  assess.JointWork // what most files say
	every []assess.JointWork
}

// flags are those that say of every file what most of them say, as far as they differ.
func (o otherJointWork) flags() []string {
	var flags []string
	add := func(flag string, part func(assess.JointWork) string) {
		differs := slices.ContainsFunc(o.every, func(j assess.JointWork) bool { return part(j) != part(o.most) })
		if !differs {
			return
		}
		said := part(o.most)
		for _, j := range o.every {
			said = cmp.Or(said, part(j))
		}
		flags = append(flags, flag+" "+typedPath(said))
	}
	add("--joint-about", func(j assess.JointWork) string { return j.About })
	add("--joint-scope", func(j assess.JointWork) string { return j.Scope })
	add("--joint-purpose", func(j assess.JointWork) string { return j.Purpose })
	return flags
}

func jointWorkWords(j assess.JointWork) string {
	about := "without a name"
	if j.About != "" {
		about = fmt.Sprintf("%q", j.About)
	}
	words := []string{about, "scope " + cmp.Or(j.Scope, "not said")}
	if j.Purpose != "" {
		words = append(words, "purpose "+j.Purpose)
	}
	return strings.Join(words, ", ")
}

func answersSpectrum(r *assess.Response) bool {
	for i, q := range r.Rubric.Questions() {
		if q.Dimension == rubric.SpectrumID && r.Answers[i] != assess.Unanswered {
			return true
		}
	}
	return false
}

// addUp adds the people up and names those who do not belong to the round of
// the first.
func addUp(people []draft) (*assess.Tally, error) {
	if len(people) == 0 {
		return nil, errors.New("there are no responses to combine")
	}
	first := people[0].response
	tally := assess.NewTally(first.Rubric, assess.Group, first.Association, first.Date)
	var misfits []error
	for _, p := range people {
		if err := tally.Add(p.response); err != nil {
			misfits = append(misfits, fmt.Errorf("%s: %w", p.path, err))
			continue
		}
		if p.response.Date.After(tally.Date.Time) {
			tally.Date = p.response.Date
		}
	}
	return tally, errors.Join(misfits...)
}

func files(n int) string {
	if n == 1 {
		return "1 file"
	}
	return fmt.Sprintf("%d files", n)
}
