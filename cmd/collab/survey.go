package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/survey"
	"collab/internal/regular"
	"collab/internal/strict"
	"collab/rubric"
)

// fromTables adds survey tables to what response files said, which may be nil. What a
// table cannot hold comes from these, as flags, or from the folder.
func (g combineRun) fromTables(f folder, tally *assess.Tally, codes *codeBook) (*assess.Tally, error) {
	if err := g.tablesAreThere(); err != nil {
		return nil, err
	}
	round, err := g.tableRound(f, tally)
	if err != nil {
		return nil, err
	}
	if tally == nil {
		tally = assess.NewTally(round.Rubric, assess.Group, round.Association, round.Date)
	}
	seen := map[[sha256.Size]byte]string{}
	var wrong []error
	var twice bool
	for _, path := range g.options.csv {
		faults, digest, err := g.readTable(path, round, tally, codes)
		twice = twice || faults != nil
		wrong = append(append(wrong, faults...), err)
		if err != nil {
			continue
		}
		if first := seen[digest]; first != "" {
			wrong = append(wrong, fmt.Errorf("%s is an exact copy of %s; each person counts once", path, first))
		}
		seen[digest] = path
	}
	if err := errors.Join(wrong...); err != nil {
		if twice {
			err = advise(err, "%s", g.adviseUnlinked())
		}
		return nil, err
	}
	if lacksScope(tally) {
		g.complain(advise(errors.New("the table answers questions about joint work but does not say between whom, so the report cannot use them fully"),
			"Say where the work was with --joint-scope: %s", listed(rubric.IDs(tally.Rubric.JointWork.Scopes))))
	}
	return tally, nil
}

// tablesAreThere refuses tables that cannot be opened, before anything else is asked,
// and one that is given twice.
func (g combineRun) tablesAreThere() error {
	wrong := sameFiles(g.options.csv)
	for _, path := range g.options.csv {
		_, in, err := g.openTable(path)
		if err == nil {
			err = in.Close()
		}
		wrong = append(wrong, err)
	}
	return errors.Join(wrong...)
}

// readTable adds up a table, and tells what was read. It gives the codes that somebody
// had before, and the digest of the file.
func (g combineRun) readTable(path string, round asking.Round, tally *assess.Tally, codes *codeBook) (twice []error, digest [sha256.Size]byte, err error) {
	name, in, err := g.openTable(path)
	if err != nil {
		return nil, digest, err
	}
	defer in.Close()
	progress, done := g.progress()
	sum := sha256.New()
	var like alike
	// Of one table alone its reader says which rows are the same. In a second round,
	// which asks little and of a room that has agreed, that is no sign of anything.
	several := (len(g.options.csv) > 1 || tally.People > 0) && !g.options.second
	var repeated []string
	read, err := survey.Read(name, io.TeeReader(in, sum), round, func(row int, r *assess.Response) error {
		progress(row)
		if codes.repeats(r, codePlace{name, row}) {
			repeated = append(repeated, fmt.Sprintf("%s: row %d left out: %s", name, row, sameCodeAndAnswers))
			return nil
		}
		before, again := codes.sees(r.Code, codePlace{name, row})
		if again && len(twice) < mostFaults {
			twice = append(twice, codes.fault(fmt.Sprintf("%s: row %d", name, row), r.Code, before.beside(name)))
		}
		if several {
			if before, again := codes.seesAnswers(r, codePlace{name, row}); again && before.path != name {
				like.note(row, before)
			}
		}
		return tally.Add(*r)
	})
	done()
	if g.options.unlinked {
		twice = g.sayBothCount(twice)
	}
	if err != nil {
		return twice, digest, err
	}
	for _, line := range append(read.Lines(), like.lines()...) {
		fmt.Fprintf(g.err, "%s: %s\n", strict.Plain(name), strict.Plain(line))
	}
	for _, line := range repeated {
		fmt.Fprintln(g.err, strict.Plain(line))
	}
	return twice, [sha256.Size]byte(sum.Sum(nil)), nil
}

// alike are rows of a table whose answers are those of another table or a response file.
type alike struct {
	said []string
	more int
}

// note notes one more row. The first twenty are named.
func (a *alike) note(row int, before codePlace) {
	if len(a.said) == 20 {
		a.more++
		return
	}
	before.path = filepath.Base(before.path)
	a.said = append(a.said, fmt.Sprintf("row %d as %s", row, before.beside("")))
}

// lines tell of them.
func (a *alike) lines() []string {
	if len(a.said) == 0 {
		return nil
	}
	more := ""
	if a.more > 0 {
		more = fmt.Sprintf(" (and %d more)", a.more)
	}
	return []string{"the same answers, all of them counted; please check that they are from different people: " + strings.Join(a.said, "; ") + more}
}

// lacksScope tells whether the spectrum was answered and not said of which scope.
func lacksScope(t *assess.Tally) bool {
	if t.JointWork.Scope != "" {
		return false
	}
	for i, q := range t.Rubric.Questions() {
		if q.Dimension == rubric.SpectrumID && t.Questions[i].Scored() > 0 {
			return true
		}
	}
	return false
}

// openTable gives the table, and the name to report faults under.
func (g combineRun) openTable(path string) (name string, in io.ReadCloser, err error) {
	if path == "-" {
		return "standard input", io.NopCloser(g.in), nil
	}
	in, err = regular.Open(path)
	return path, in, err
}

// tableRound is what is known of a table. Where response files were read it is their
// round. Where flags say nothing a second round is as the first, and the association
// is that of the folder's record.
func (g combineRun) tableRound(f folder, read *assess.Tally) (asking.Round, error) {
	o := g.options
	if read != nil {
		return asking.Round{Association: read.Association, Date: read.Date, Rubric: read.Rubric, Length: read.Length, JointWork: read.JointWork}, nil
	}
	round := asking.Round{Rubric: g.own, Length: assess.Full}
	var err error
	if round.Association, err = g.tableAssociation(f); err != nil {
		return round, err
	}
	if round.Date, err = g.today(o.date); err != nil {
		return round, err
	}
	if o.second {
		if err := asFirst(f, &round, o.date == ""); err != nil {
			return round, err
		}
	}
	if round.Rubric == nil {
		round.Rubric = rubric.Default()
	}
	if o.short {
		round.Length = assess.Short
	}
	flags, err := jointWork(o.joint, round.Rubric)
	round.JointWork = filledIn(flags, round.JointWork)
	return round, err
}

// tableAssociation is the name that the flag gives, else that of the folder's record.
func (g combineRun) tableAssociation(f folder) (string, error) {
	if g.options.association != "" {
		if _, err := assess.Name(g.options.association); err != nil {
			return "", fmt.Errorf("--association: %w", err)
		}
	}
	name, err := f.named(g.options.association)
	if err == nil && name == "" && g.options.second {
		_, _, _, err = openRecord(f.path)
		return "", orNear(err, f.path, g.inFolder(g.options.again))
	}
	if err == nil && name == "" {
		err = errors.New("a table does not hold the name of the association; add --association NAME")
	}
	return name, err
}

// asFirst takes over from the first round in a folder what the flags do not say of
// the second, which asks some of its questions again.
func asFirst(f folder, round *asking.Round, undated bool) error {
	first, _, err := readAssessment(f.path)
	if err != nil {
		return err
	}
	if round.Rubric == nil {
		round.Rubric = first.Rubric
	}
	if undated {
		round.Date = first.Date
	}
	round.Length, round.JointWork, round.Again = first.Length, first.JointWork, true
	round.Topics = talkedAbout(first, false)
	return nil
}

// progress says on a terminal how far a long table is read, from a second on.
func (c console) progress() (say func(row int), done func()) {
	if !isTerminal(c.err) {
		return func(int) {}, func() {}
	}
	const often = 4096 // rows
	began, said := c.now(), false
	say = func(row int) {
		if row%often == 0 && c.now().Sub(began) > time.Second {
			fmt.Fprintf(c.err, "\r%d rows read", row)
			said = true
		}
	}
	return say, func() {
		if said {
			_, _ = io.WriteString(c.err, "\r\x1b[K")
		}
	}
}
