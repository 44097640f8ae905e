package reports

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"collab/assess"
)

// widestLine is what a screen reader's user takes in at once.
const widestLine = 100

// Lines tells the assessment as plain sentences, for a screen reader or a
// pipe: one finding after the other, nothing drawn, and of the program's own no
// characters but ASCII. Lines are broken at 100 columns, or at the width.
func Lines(w io.Writer, a *assess.Assessment, o Options) error {
	s := plainStory(a)
	return o.spoken(w, s.told(s.since(o.Since)))
}

// spoken writes sentences one below the other; nothing of those that are empty.
func (o Options) spoken(w io.Writer, sentences []prose) error {
	width := widestLine
	if o.Width > 0 {
		width = min(o.width(), widestLine)
	}
	var b strings.Builder
	for _, said := range sentences {
		if said == "" {
			continue
		}
		for _, part := range hang("", string(said), width) {
			b.WriteString(strings.ReplaceAll(part, kept, " ") + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// since is what changed since the assessment before, where that is at hand.
func (s story) since(c *assess.Comparison) []prose {
	if c == nil {
		return nil
	}
	q := sequel{s, c}
	return append([]prose{s.say("Since %s, %s:", c.Then.Date.Long(), q.Whom())}, q.told()...)
}

// told is all there is to say, in the order of the report.
func (s story) told(since []prose) []prose {
	var all []prose
	tell := func(lines ...prose) {
		for _, l := range lines {
			if l != "" {
				all = append(all, l)
			}
		}
	}
	tell(s.Opened(), s.FirstRound(), s.Incomplete(), join(s.InOneLine(), s.Lowest()), s.HeldDown(), s.Borderline(), s.Agrees(), s.NotKnown(), s.Sure())
	tell(since...)
	for _, p := range s.a.Placements() {
		tell(s.OnTrait(p))
	}
	for _, q := range s.a.Labelled(assess.Split) {
		tell(s.SplitOn(q))
	}
	tell(s.RolesShown())
	for _, g := range s.a.RoleGaps {
		tell(s.RoleGap(g))
	}
	tell(s.JointWork(), s.Pull(), s.Sides(), s.TalkAhead())
	for _, f := range s.a.Forms {
		tell(s.Form(f))
	}
	tell(s.NextSteps()...)
	for _, h := range s.a.Obstacles {
		tell(s.Hurdle(h))
	}
	for _, id := range s.a.Unknowns {
		tell(s.WhereToLook(id))
	}
	for _, t := range s.a.Changed() {
		tell(join("After talking:", s.Talked(t)))
	}
	tell(s.Unmoved())
	return all
}

// Opened names the association, the date and what limits the whole.
func (s story) Opened() prose {
	said := s.say("%s, %s.", s.a.Association, s.a.Date.Long())
	if s.room() {
		said = join(said, s.say("%s.", sentence(strings.ReplaceAll(dotted(s.Who(), s.How()), " ·", ","))))
	}
	for _, limit := range s.limits() {
		said = join(said, s.say("%s.", sentence(limit)))
	}
	return said
}

// OnTrait is a trait with what is wanted of it and what is lowest in it.
func (s story) OnTrait(p assess.Placement) prose {
	said := join(s.Standing(p), s.Want(p), s.OneSide(p))
	if lowest := s.lowestIn(p); len(lowest) > 0 {
		said = join(said, s.say("Lowest: %s.", listed(s.questionNames(lowest))))
	}
	return said
}

// lowestIn are the lowest questions of a trait; none where all of them are equal.
func (s story) lowestIn(p assess.Placement) []string {
	below := p.Lift.Questions
	if len(below) == 0 {
		return nil
	}
	lowest := s.question(below[0]).Rank
	higher := slices.IndexFunc(below, func(id string) bool { return s.question(id).Rank > lowest })
	switch {
	case higher >= 0:
		return below[:higher]
	case len(below) < p.Base.Ranked:
		return below
	}
	return nil
}

// NextSteps are the actions, each with its reason.
func (s story) NextSteps() []prose {
	if len(s.a.Actions) == 0 {
		return []prose{s.NoActions()}
	}
	var said []prose
	for i, act := range s.a.Actions {
		said = append(said, join(s.say("Next, %d: %s.", i+1, s.About(act)), s.Step(act), s.Why(act)))
	}
	return append(said, s.PassedOver())
}

// Hurdle is what was in the way, with its counter-move.
func (s story) Hurdle(h assess.Obstacle) prose {
	worst := ""
	switch {
	case s.room():
		worst = fmt.Sprintf(", for %s", s.metBy(h))
	case h.Worst > 0:
		worst = ", the worst"
	}
	return join(s.say("In the way%s: %s.", worst, s.low(h.Name)), s.say("%s", h.Sign), s.say("Counter-move: %s", s.low(h.Counter)))
}

// WhereToLook is a question that is not known, with its evidence.
func (s story) WhereToLook(id string) prose {
	q := s.question(id)
	d, _ := s.a.Rubric.Dimension(q.Dimension)
	name := s.say("Not known: %s, %s", s.few(d), s.low(nameOf(q.Question)))
	if s.room() {
		name = s.say("%s (%s)", name, of(q.Counts.DontKnow, q.Answered()))
	}
	if q.Evidence == "" {
		return s.say("%s.", name)
	}
	return s.say("%s. Look at: %s", name, s.low(q.Evidence))
}
