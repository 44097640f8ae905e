package main

import (
	"context"

	"collab/assess"
	"collab/assess/interview"
)

// aloud is what the one who counts a show of hands reads first.
var aloud = []string{
	"Everybody in the room raises a hand for the description that fits, and you count. It is not private, and the report says so.",
	"Every count is kept at once: stop whenever you like and go on later. They will be readable in assessment.yaml.",
}

// fromRoom counts a show of hands at the terminal. Like one person's answers
// the counts are in a draft on the disk before the next question shows.
func (r round) fromRoom(ctx context.Context, association string) error {
	if err := r.mustReachPerson(r.options.accessible); err != nil {
		return err
	}
	head, err := r.begin(association)
	if err != nil {
		return err
	}
	blank := assess.NewTally(head.Rubric, assess.Hands, head.Association, head.Date)
	blank.Length = head.Length
	s := &sitting{console: r.console, dir: r.options.dir, mark: handsMark}
	found, err := s.found(head.Association, r.own)
	if err != nil {
		return err
	}
	_, outcome, err := r.ask(ctx, interview.Options{
		New:       interview.Draft{Response: head, Room: &interview.Room{Tally: blank, Keep: s.keepRoom}},
		Found:     found,
		AskLength: !r.options.short,
		Welcome:   aloud,
	}, r.options.accessible)
	if err != nil {
		return couldNot(err)
	}
	if outcome != interview.Done {
		return s.stopped(r.again("collab assess --hands"))
	}
	return r.finishHands(s.draft)
}

// finishHands makes the assessment of what was counted, as the draft holds it.
func (r round) finishHands(d draft) error {
	text, err := readFile(d.path)
	if err != nil {
		return err
	}
	tally, err := assess.ParseHands(d.path, text, d.folder.rubrics(r.own))
	if err != nil {
		return err
	}
	if err := r.finishRoom(d.folder, tally, r.options.accessible); err != nil {
		return err
	}
	return d.drop()
}
