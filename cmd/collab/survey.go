package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"time"

	"collab/assess"
	"collab/assess/survey"
	"collab/internal/regular"
	"collab/reports"
	"collab/rubric"
)

// fromTable adds up a survey table. What a table cannot hold comes as flags, or
// from the folder.
func (g gathering) fromTable() (*assess.Tally, folder, error) {
	name, in, err := g.openTable()
	if err != nil {
		return nil, folder{}, err
	}
	defer in.Close()
	f, err := g.locate(g.options.dir, g.options.association)
	if err != nil {
		return nil, f, err
	}
	round, err := g.tableRound(f)
	if err != nil {
		return nil, f, err
	}
	tally, err := g.readTable(name, in, round)
	if err == nil && lacksScope(tally) {
		g.complain(advise(errors.New("the table answers the questions about joint work, and nothing says whose; what asks for it cannot be told"),
			"Say it with --joint-scope: %s", listed(rubric.IDs(tally.Rubric.JointWork.Scopes))))
	}
	return tally, f, err
}

// readTable adds up a table, and tells what was read.
func (g gathering) readTable(name string, in io.Reader, round survey.Round) (*assess.Tally, error) {
	tally := assess.NewTally(round.Rubric, assess.Group, round.Association, round.Date)
	progress, done := g.progress()
	rows := map[string]int{} // by code
	var wrong []error
	read, err := survey.Read(name, in, round, func(row int, r *assess.Response) error {
		progress(row)
		code := assess.CodeKey(r.Code)
		if first := rows[code]; first > 0 && !g.options.unlinked && len(wrong) < maxFaultyLines {
			wrong = append(wrong, fmt.Errorf("%s: row %d: the code %q stands in row %d too; a person counts once", name, row, r.Code, first))
		}
		if code != "" {
			rows[code] = row
		}
		return tally.Add(*r)
	})
	done()
	switch {
	case err != nil:
		return nil, errors.Join(append(wrong, err)...)
	case len(wrong) > 0:
		return nil, advise(errors.Join(wrong...), "If two people chose the same code, count both, linked with nobody over the years: %s", g.options.again("--unlinked"))
	}
	for _, line := range read.Lines() {
		fmt.Fprintf(g.err, "%s: %s\n", reports.Plain(name), reports.Plain(line))
	}
	return tally, nil
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
func (g gathering) openTable() (name string, in io.ReadCloser, err error) {
	if g.options.csv == "-" {
		return "standard input", io.NopCloser(g.in), nil
	}
	in, err = regular.Open(g.options.csv)
	return g.options.csv, in, err
}

// tableRound is what the flags say of a table. Where they say nothing a second
// round is as the first, and the association is that of the folder's record.
func (g gathering) tableRound(f folder) (survey.Round, error) {
	o := g.options
	round := survey.Round{Rubric: g.own, Length: assess.Full}
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
func (g gathering) tableAssociation(f folder) (string, error) {
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
		err = errors.New("a table cannot hold the name of the association; expected --association NAME")
	}
	return name, err
}

// asFirst takes over from the first round in a folder what the flags do not say of
// the second.
func asFirst(f folder, round *survey.Round, undated bool) error {
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
	round.Length, round.JointWork = first.Length, first.JointWork
	return nil
}

// filledIn is the joint work that flags say something of, and the first round
// the rest.
func filledIn(flags, first assess.JointWork) assess.JointWork {
	return assess.JointWork{
		About:   cmp.Or(flags.About, first.About),
		Scope:   cmp.Or(flags.Scope, first.Scope),
		Purpose: cmp.Or(flags.Purpose, first.Purpose),
	}
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
