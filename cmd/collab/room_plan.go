package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/phone/room"
	"collab/internal/strict"
	"collab/rubric"
)

// roomFile lies among the responses, and is as private as they are. Its name begins
// with a dot: it is nobody's answers.
const roomFile = ".room.yaml"

// roomLock is locked while a room is open. It stays, and holds nothing: a file that is
// removed could be locked twice.
const roomLock = ".room.lock"

// A roomPlan is what phones need to find a round again.
type roomPlan struct {
	round asking.Round
	path  string
	port  int
	phase room.Phase
	// topics are the ids of the questions of the second round, once it has begun; none for
	// all. Whoever goes on asks the same, or phones would answer questions that are not asked.
	topics []string
}

// roomPlan is that which the folder keeps; the zero value where there is none.
func (f folder) roomPlan(find rubric.Finder) (roomPlan, error) {
	path := f.response(roomFile)
	text, err := readFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return roomPlan{}, nil
	}
	if err != nil {
		return roomPlan{}, err
	}
	top, err := strict.Parse(path, text)
	if err != nil {
		return roomPlan{}, err
	}
	m := top.Mapping("format", "association", "date", "rubric", "length", "joint_work", "path", "port", "phase", "topics")
	head, err := assess.ReadHead(m, find)
	if err != nil {
		return roomPlan{}, err
	}
	p := roomPlan{round: roundOf(head)}
	if slices.Contains(f.formerly(), p.round.Association) { // it was renamed while the room was open
		p.round.Association, _ = f.named("")
	}
	given := m.Need("path")
	if p.path = room.Typed(given.Text()); p.path == "" {
		given.Fault("expected eight letters and digits, as collab room draws them")
	}
	p.port = m.Need("port").Int(1, 1<<16-1)
	p.phase = room.Phase(m.Need("phase").Word(string(room.First), string(room.Talk), string(room.Second), string(room.Ended)))
	if topics := m.Get("topics"); topics.Exists() {
		p.topics = []string{}
		for _, id := range topics.Items() {
			p.topics = append(p.topics, id.Text())
		}
	}
	return p, m.Err()
}

// keepRoomPlan writes it.
func (f folder) keepRoomPlan(p roomPlan) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# What phones need to find this round again (collab room). It holds nobody's answers.\n")
	fmt.Fprintf(&b, "format: %d\nassociation: %s\ndate: %s\n", assess.Format, strict.Scalar(p.round.Association), p.round.Date)
	assess.WriteRound(&b, p.round.Rubric, p.round.Length, p.round.JointWork)
	fmt.Fprintf(&b, "path: %s\nport: %d\nphase: %s\n", p.path, p.port, p.phase)
	if p.topics != nil {
		fmt.Fprintf(&b, "topics: [%s]\n", strings.Join(p.topics, ", "))
	}
	return writeAs(f.response(roomFile), b.Bytes(), 0o600)
}

// waitsFor tells whether a plan's round is open, and has answers that no record counts.
func (f folder) waitsFor(p roomPlan) bool {
	mark := ""
	if p.phase == room.Second {
		mark = secondMark
	}
	names, _ := f.responses(mark) // what cannot be listed is said when the first answer is kept
	if !p.phase.Open() || len(ofDate(names, p.round.Date.String())) == 0 {
		return false
	}
	a, _, err := readAssessment(f.path)
	return err != nil || a.Date != p.round.Date || p.phase == room.Second && a.Second == nil
}

// goesOn tells whether somebody who begins a round on a date goes on with this one.
// Given says that the date was asked for: then it is no other.
func (p roomPlan) goesOn(date assess.Date, given bool) bool {
	switch {
	case p.path == "":
		return false
	case given || p.phase == room.Ended:
		return p.round.Date.Equal(date.Time)
	}
	return oneRound(p.round.Date, date)
}

// asksAs tells whether the flags of a command agree with what the round asks.
func (p roomPlan) asksAs(round asking.Round, o roomOptions) bool {
	joint := filledIn(o.joint, p.round.JointWork)
	return round.Association == p.round.Association && round.Rubric.Digest == p.round.Rubric.Digest &&
		(!o.short || p.round.Length == assess.Short) && !(o.all && len(p.topics) > 0) && joint == p.round.JointWork
}
