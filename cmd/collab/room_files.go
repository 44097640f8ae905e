package main

import (
	"os"
	"slices"
	"sync"
	"time"

	"github.com/moby/sys/atomicwriter"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/phone/room"
	"collab/rubric"
)

// phoneFiles are the response files of one round's phones. A file's name is random and
// says nothing of its phone.
type phoneFiles struct {
	folder folder
	date   assess.Date
	mark   string
	of     map[string]*draft // by person
}

func newPhoneFiles(f folder, date assess.Date, mark string) *phoneFiles {
	return &phoneFiles{f, date, mark, map[string]*draft{}}
}

// known reads what phones have said before. Of what cannot be read, combine will say so.
func (p *phoneFiles) known(find rubric.Finder, round asking.Round) ([]room.State, error) {
	names, err := p.folder.responses(p.mark)
	if err != nil {
		return nil, err
	}
	var states []room.State
	for _, name := range ofDate(names, p.date.String()) {
		d, open, err := p.folder.readDraft(name, find)
		if err != nil || !d.phone || d.person == "" || d.response.Rubric.Digest != round.Rubric.Digest {
			continue
		}
		p.of[d.person] = &d
		states = append(states, room.State{Person: d.person, Seq: d.seq, Finished: !open, Response: d.response})
	}
	return states, nil
}

// flushedAtOnce is how many files are flushed at the same time: with more they wait for one
// another.
const flushedAtOnce = 16

// save writes what phones said, each file whole or not at all, and then makes the
// folder's entries last, once for all.
func (p *phoneFiles) save(states []room.State) []error {
	dir := p.folder.file(responsesDir)
	unlock, _ := shareFolder(dir) // or what is half written might be taken for abandoned
	defer unlock()
	wrong := make([]error, len(states))
	free := make(chan struct{}, flushedAtOnce)
	var wait sync.WaitGroup
	for i, s := range states {
		d := p.draftOf(s)
		free <- struct{}{}
		wait.Go(func() {
			defer func() { <-free }()
			wrong[i] = d.writeTimeless()
		})
	}
	wait.Wait()
	if err := flushEntries(dir); err != nil {
		return slices.Repeat([]error{err}, len(states))
	}
	return wrong
}

// draftOf is the draft of a phone, with what it says now.
func (p *phoneFiles) draftOf(s room.State) *draft {
	d := p.of[s.Person]
	if d == nil {
		made := p.folder.newDraft(p.date, p.mark, time.Time{})
		made.phone, made.person = true, s.Person
		d = &made
		p.of[s.Person] = d
	}
	d.seq, d.open, d.response = s.Seq, !s.Finished, s.Response
	return d
}

// writeTimeless writes the draft, without the time of the day at which that was: it
// could tell who answered when.
func (d *draft) writeTimeless() error {
	head := d.tail()
	if d.open {
		head = d.head()
	}
	if err := atomicwriter.WriteFile(d.path, slices.Concat(head, d.response.Encode()), 0o600); err != nil {
		return err
	}
	_ = os.Chtimes(d.path, d.response.Date.Time, d.response.Date.Time) // a disk that cannot is no reason to lose an answer
	return nil
}

// clean removes what a program that was killed left half written.
func (p *phoneFiles) clean() { dropHalfWritten(p.folder.file(responsesDir)) }
