package main

import (
	"context"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/interview"
)

// aloud is what the one who counts a show of hands reads first.
var aloud = []string{
	"Everyone in the room raises a hand for the description that fits, and you count. This is not private, and the report says so.",
	"Each count is saved as you type it: stop any time and continue later. Anyone who can open assessment.yaml can read the counts.",
}

// fromRoom counts a show of hands at the terminal. Like one person's answers
// the counts are in a draft on the disk before the next question shows.
func (r assessRun) fromRoom(ctx context.Context, association string) error {
	if err := r.mustReachPerson(r.options.accessible, answersInstead); err != nil {
		return err
	}
	head, err := r.begin(association)
	if err != nil {
		return err
	}
	mark, again := handsMark, "collab assess --hands"
	asks := asking.Asks{Length: !r.options.short && !r.options.second}
	if r.options.second {
		if asks, err = r.asInFirst(&head); err != nil {
			return err
		}
		mark, again = secondHandsMark, again+" --second-round"
		if r.options.all {
			again += " --all"
		}
	}
	blank := assess.NewTally(head.Rubric, assess.Hands, head.Association, head.Date)
	blank.Length, blank.JointWork = head.Length, head.JointWork
	s := &session{console: r.console, dir: r.options.dir, mark: mark}
	found, err := s.found(head.Association, r.own)
	if err != nil {
		return err
	}
	_, outcome, err := r.ask(ctx, interview.Options{
		New:     interview.Draft{Response: head, Room: &interview.Room{Tally: blank, Keep: s.keepRoom}},
		Found:   found,
		Asks:    asks,
		Welcome: r.warned(head.Date, aloud),
	}, r.options.accessible)
	if err != nil {
		return s.failed(err, r.again(again))
	}
	if outcome != interview.Done {
		return s.stopped(r.again(again))
	}
	if err := s.keepThere(); err != nil {
		return err
	}
	err = r.finishHands(s.draft)
	s.sayParted()
	return err
}

// asInFirst asks in a second round what was asked in the first, and says which
// questions are worth asking again.
func (r assessRun) asInFirst(head *assess.Response) (asking.Asks, error) {
	f, err := r.locate(r.options.dir, head.Association)
	if err != nil {
		return asking.Asks{}, err
	}
	first, _, err := readAssessment(f.path)
	if err != nil {
		return asking.Asks{}, orNear(err, f.path, r.inFolder(r.options.again))
	}
	head.Association, head.Rubric, head.Length, head.JointWork = first.Association, first.Rubric, first.Length, first.JointWork
	return secondOf(first, r.options.all), nil
}

// secondOf says what a second round asks, about the joint work of the first.
func secondOf(first *assess.Assessment, all bool) asking.Asks {
	return asking.Asks{Again: true, Topics: talkedAbout(first, all), JointWorkKnown: true}
}

// talkedAbout are the ids of the questions on the room's agenda, in its order: a second
// round asks these again, or where there are none, or told so, all.
func talkedAbout(a *assess.Assessment, all bool) []string {
	var agenda []string
	for _, t := range a.Agenda() {
		agenda = append(agenda, a.Answers[t.Question].ID)
	}
	if all {
		return nil
	}
	return agenda
}

const allHelp = "with --second-round: ask all questions again"

// finishHands makes the assessment of what was counted, as the draft holds it.
func (r assessRun) finishHands(d draft) error {
	text, err := readFile(d.path)
	if err != nil {
		return err
	}
	tally, err := assess.ParseHands(d.path, text, d.folder.rubrics(r.own))
	if err != nil {
		return err
	}
	if err := r.finishCounted(d.folder, tally); err != nil {
		return err
	}
	return d.drop()
}

// finishCounted keeps and shows a show of hands, as a first or a second round.
func (r assessRun) finishCounted(f folder, tally *assess.Published) error {
	finish := r.finishRoom
	if r.options.second {
		finish = r.finishSecond
	}
	return orReplace(finish(f, tally, r.options.replace, r.options.accessible), r.options.again)
}

// replaceHelp is said of the same flag of several commands.
const replaceHelp = "save even if comparing two records could reveal answers; deletes the earlier record"
