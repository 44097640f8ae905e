package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"collab/assess"
	"collab/rubric"
)

// fromTable adds up a survey table. What a table cannot hold comes as flags.
func (g gathering) fromTable() (*assess.Tally, folder, error) {
	round, err := g.tableRound()
	if err != nil {
		return nil, folder{}, err
	}
	f, err := g.locate(g.options.dir, round.Association)
	if err != nil {
		return nil, f, err
	}
	name, in := g.options.csv, g.in
	if name == "-" {
		name = "standard input"
	} else {
		file, err := os.Open(name)
		if err != nil {
			return nil, f, err
		}
		defer file.Close()
		in = file
	}
	progress, done := g.progress()
	tally, err := assess.ReadSurvey(name, in, round, progress)
	done()
	return tally, f, err
}

// tableRound is what the flags say of a table.
func (g gathering) tableRound() (assess.SurveyRound, error) {
	o := g.options
	round := assess.SurveyRound{Rubric: g.own, Length: assess.Full}
	if round.Rubric == nil {
		round.Rubric = rubric.Default()
	}
	if o.short {
		round.Length = assess.Short
	}
	if o.association == "" || o.date == "" {
		return round, errors.New("a table needs --association and --date, which it cannot hold")
	}
	var err error
	if round.Association, err = assess.Name(o.association); err != nil {
		return round, fmt.Errorf("--association: %w", err)
	}
	if round.Date, err = g.today(o.date); err != nil {
		return round, err
	}
	round.JointWork, err = jointWork(o.joint, round.Rubric)
	return round, err
}

// progress says on a terminal how far a long table is read, from a second on.
func (c console) progress() (say func(rows int), done func()) {
	if !isTerminal(c.err) {
		return nil, func() {}
	}
	began, said := c.now(), false
	say = func(rows int) {
		if c.now().Sub(began) > time.Second {
			fmt.Fprintf(c.err, "\r%d people read", rows)
			said = true
		}
	}
	return say, func() {
		if said {
			_, _ = io.WriteString(c.err, "\r\x1b[K")
		}
	}
}
