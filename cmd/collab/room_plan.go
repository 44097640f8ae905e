package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/phone/room"
	"collab/internal/strict"
	"collab/rubric"
)

// roomFile lies among the responses, and is as private as they are. Its name begins
// with a dot: it is nobody's answers.
const roomFile = ".room.yaml"

// A roomPlan is what phones need to find a round again.
type roomPlan struct {
	round asking.Round
	path  string
	port  int
	phase room.Phase
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
	m := top.Mapping("format", "association", "date", "rubric", "length", "joint_work", "path", "port", "phase")
	head, err := assess.ReadHead(m, find)
	if err != nil {
		return roomPlan{}, err
	}
	p := roomPlan{round: roundOf(head)}
	given := m.Need("path")
	if p.path = room.Typed(given.Text()); p.path == "" {
		given.Fault("expected eight letters and digits, as collab room draws them")
	}
	p.port = m.Need("port").Int(1, 1<<16-1)
	p.phase = room.Phase(m.Need("phase").Word(string(room.First), string(room.Talk), string(room.Second), string(room.Ended)))
	return p, m.Err()
}

// keepRoomPlan writes it.
func (f folder) keepRoomPlan(p roomPlan) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# What phones need to find this round again (collab room). It holds nobody's answers.\n")
	fmt.Fprintf(&b, "format: %d\nassociation: %s\ndate: %s\n", assess.Format, strict.Scalar(p.round.Association), p.round.Date)
	assess.WriteRound(&b, p.round.Rubric, p.round.Length, p.round.JointWork)
	fmt.Fprintf(&b, "path: %s\nport: %d\nphase: %s\n", p.path, p.port, p.phase)
	return writeAs(f.response(roomFile), b.Bytes(), 0o600)
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
		(!o.short || p.round.Length == assess.Short) && joint == p.round.JointWork
}
