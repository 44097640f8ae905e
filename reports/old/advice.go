package reports

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"collab/assess"
	"collab/rubric"
)

// The sentences about one trait, one form, one action.

// Standing is a trait or the spectrum in one sentence. What it rests on is said
// where not all that was asked has a stage.
func (s story) Standing(p assess.Placement) prose {
	name := short(p.Dimension)
	said := s.say("%s: %s, %s.", name, p.Position, s.lowStage(p.Stage))
	switch {
	case p.Position == 0 && s.room():
		return s.say("%s: not enough answers.", name)
	case p.Position == 0:
		return s.say("%s: not enough answers (%s).", name, base(p.Base))
	case p.Stage == 0:
		said = s.say("%s: %s.", name, p.Position)
	}
	switch {
	case p.Base.Ranked == p.Base.Asked:
	case s.room():
		said = join(said, s.say("Rests on %s questions.", answered(p.Base)))
	default:
		said = join(said, s.say("Answered: %s.", base(p.Base)))
	}
	return join(said, s.SpreadOf(p))
}

// Want is what is wanted of a trait.
func (s story) Want(p assess.Placement) prose {
	switch {
	case p.Target == assess.NoTarget:
		return ""
	case p.Target == assess.TodayIsRight:
		return "Today is right."
	case p.HasGap && p.Gap == 0:
		return s.say("%s %s, as today.", s.voice("You want", "The room wants"), s.lowStage(p.Wanted))
	case p.HasGap && p.Gap < 0:
		return s.say("%s no more than %s.", s.voice("You need", "The room needs"), s.lowStage(p.Wanted))
	}
	return s.say("%s %s.", s.voice("You want", "The room wants"), s.lowStage(p.Wanted))
}

// OneSide names the only scope that a trait rests on.
func (s story) OneSide(p assess.Placement) prose {
	if p.Basis == "" {
		return ""
	}
	return s.say("It rests on answers about work %s only.", sides[p.Basis])
}

// Weakest names the questions that hold a trait down, and how many must rise.
func (s story) Weakest(p assess.Placement) prose {
	l := p.Lift
	if l.To == 0 || len(l.Questions) == 0 || l.Must == 0 {
		return ""
	}
	names := s.questionNames(l.Questions)
	if l.Must == len(names) {
		return s.say("%s reaches %s when %s %s.", short(p.Dimension), s.lowStage(l.To), listed(names), either(len(names), "rises", "rise"))
	}
	return s.say("%s reaches %s when %s of these %s: %s.", short(p.Dimension), s.lowStage(l.To),
		inWords(l.Must), either(l.Must, "rises", "rise"), strings.Join(names, ", "))
}

// base is what a figure rests on: how many were answered, and what became of the others.
func base(b assess.Base) string {
	if out := leftOut(b); out != "" {
		return answered(b) + ", " + out
	}
	return answered(b)
}

// answered is the number of answers with a stage, of those asked.
func answered(b assess.Base) string {
	return strconv.Itoa(b.Ranked) + " of " + strconv.Itoa(b.Asked)
}

// leftOut are the questions without a stage.
func leftOut(b assess.Base) string {
	var out []string
	for _, other := range []struct {
		n    int
		what string
	}{{b.DontKnow, "not known"}, {b.DoesNotApply, "not applicable"}, {b.Unanswered, "open"}} {
		if other.n > 0 {
			out = append(out, strconv.Itoa(other.n)+" "+other.what)
		}
	}
	return strings.Join(out, ", ")
}

// Form is a form's readiness in one sentence: the verdict, what is short, what is unknown.
// The short form asks the aim and nothing else of it.
func (s story) Form(f assess.Readiness) prose {
	if f.Ready == assess.NotAsked {
		return s.say("%s: %s. What it needs is asked in the full form only.", f.Form.Name, s.aim(f))
	}
	return join(s.say("%s: %s.", f.Form.Name, verdictOn(f)), s.shortOf(f), s.unknownOf(f))
}

// aim is what the association makes of a form.
func (s story) aim(f assess.Readiness) string {
	of := aims
	if s.room() {
		of = aimsOfRooms
	}
	return cmp.Or(of[f.Aim], "not answered")
}

// verdictOn is how ready a form is. One that is in place cannot be called unready:
// of it is said whether what it needs is there.
func verdictOn(f assess.Readiness) string {
	if f.Aim != rubric.Have || f.Ready == assess.NotAsked {
		return readiness[f.Ready]
	}
	switch n := outcomesOf(f); {
	case n[assess.Lacking] > 0:
		return inPlace + ", with gaps"
	case n[assess.Unknown] > 0:
		return inPlace + ", not all known"
	}
	return inPlace + ", nothing short"
}

const inPlace = "in place"

// shortOf names what a form is short of in a few words.
func (s story) shortOf(f assess.Readiness) prose { return s.lacking("Short", f, assess.Lacking) }

// unknownOf names what a form needs and nobody knows. What was not asked, since
// the form is not considered, is not named one by one.
func (s story) unknownOf(f assess.Readiness) prose {
	if assess.Considers(f.Aim) {
		said := s.lacking("Not known", f, assess.Unknown)
		if _, why := s.doubted(f); why != "" {
			said = join(said, prose(sentence(doubts[why])+"."))
		}
		return said
	}
	return ""
}

// doubts are why an answer does not count for a form.
var doubts = map[assess.Doubt]string{
	assess.WorkInside:   "the joint work described was inside the association; this needs work with another",
	assess.WorkUnstated: "it is not stated with whom the joint work was; this needs work with another association",
}

// Doubted names what a form needs and does not take from the answers given, and
// why.
func (s story) Doubted(f assess.Readiness) prose {
	names, why := s.doubted(f)
	if why == "" {
		return ""
	}
	return s.say("Why %s %s unknown: %s.", listed(names), either(len(names), "is", "are"), doubts[why])
}

func (s story) doubted(f assess.Readiness) (names []string, why assess.Doubt) {
	for _, c := range f.Conditions {
		if c.Why != "" {
			names, why = append(names, s.brief(c)), c.Why
		}
	}
	return names, why
}

func (s story) lacking(what string, f assess.Readiness, state assess.State) prose {
	var names []string
	for _, c := range f.Conditions {
		if c.State == state {
			names = append(names, s.brief(c))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return s.say("%s: %s.", what, strings.Join(names, "; "))
}

// brief is a requirement in a few words.
func (s story) brief(c assess.Requirement) string {
	if d, ok := s.a.Rubric.Dimension(c.ID); ok {
		return s.low(short(d))
	}
	return s.low(strings.TrimSuffix(s.subject(c), "."))
}

// Needs is a requirement in full: what is needed, and what is there today.
func (s story) Needs(c assess.Requirement) prose {
	switch {
	case c.Fact:
		return s.say("%s", s.subject(c))
	case c.Has == 0:
		return s.say("%s: needs %s, not known today.", s.subject(c), s.lowStage(c.Needs))
	}
	return s.say("%s: needs %s, today %s.", s.subject(c), s.lowStage(c.Needs), s.lowStage(c.Has))
}

// About is what an action is about: a dimension, or a form.
func (s story) About(act assess.Action) prose {
	if d, ok := s.a.Rubric.Dimension(act.Dimension); ok {
		return s.say("%s", short(d))
	}
	f, _ := s.a.Rubric.Form(act.Form)
	return s.say("%s", f.Name)
}

// Step is what to do.
func (s story) Step(act assess.Action) prose {
	step := s.say("%s", act.Step)
	if act.Dimension == "" {
		step = s.say("Make this true: %s", s.low(act.Step))
	}
	if act.AgreeFirst {
		step = join("Agree on the facts first: the room is split.", step)
	}
	return step
}

// Why is why an action was chosen, and what might as well have been.
func (s story) Why(act assess.Action) prose { return join(s.reason(act), s.alternatives(act)) }

// alternatives are equally good places to begin, and dimensions that are close.
func (s story) alternatives(act assess.Action) prose {
	var said prose
	if len(act.Equal) > 0 {
		said = s.say("Equally good places to begin: %s.", listed(s.questionNames(act.Equal)))
	}
	if len(act.Close) > 0 {
		said = join(said, s.say("Close behind: %s.", s.names(act.Close)))
	}
	return said
}

// reason is why an action was chosen.
func (s story) reason(act assess.Action) prose {
	d, _ := s.a.Rubric.Dimension(act.Dimension)
	p, _ := s.a.Placement(act.Dimension)
	switch act.Why {
	case assess.BlocksForm:
		f, _ := s.a.Rubric.Form(act.Form)
		if act.Dimension == "" {
			return s.say("%s exploring this form, which needs it.", s.voice("You are", "The room is"))
		}
		if p.Target != assess.NoTarget && p.HasGap && p.Gap <= 0 {
			return s.say("%s no more of it, but %s exploring a form that does: %s.", s.voice("You need", "The room needs"), s.voice("are", "is"), s.low(f.Name))
		}
		return s.say("%s exploring a form that needs it: %s.", s.voice("You are", "The room is"), s.low(f.Name))
	case assess.Voted:
		if !s.room() {
			return s.say("You chose %s as what matters most now, and want %s more.", s.few(d), counted(p.Gap, "stage", "stages"))
		}
		return s.say("%s chose %s as what matters most now, and the room wants %s more.",
			of(s.a.Priorities.For[act.Dimension], s.voters()), s.few(d), counted(p.Gap, "stage", "stages"))
	case assess.ByGap:
		return s.on(s.voice("You want ", "The room wants ")+counted(p.Gap, "stage", "stages")+" more %s than today.", []string{act.Dimension})
	}
	return s.say("%s is among the traits that stand lowest, and no targets were given.", short(d))
}

// Evidence is where to look, of an action on a question.
func (s story) Evidence(act assess.Action) prose { return s.say("%s", s.question(act.Do).Evidence) }

// Lifts is what would raise the action's trait by a stage.
func (s story) Lifts(act assess.Action) prose {
	p, _ := s.a.Placement(act.Dimension)
	return s.Weakest(p)
}

// goesFirst is what a step of each reason is for.
var goesFirst = []struct {
	why  assess.Reason
	what string
}{
	{assess.BlocksForm, "a form that is being explored"},
	{assess.Voted, "what matters most now"},
	{assess.ByGap, "larger gaps to the targets"},
}

// voters are those who said what matters most now; hands do not tell how many they were.
func (s story) voters() int {
	if s.a.Mode == assess.Hands {
		return s.a.People
	}
	return s.a.Priorities.People
}

// PassedOver says how sure the choice of three steps is, and why none is about what
// stands lowest.
func (s story) PassedOver() prose {
	if len(s.a.Actions) < 3 {
		return s.notLowest()
	}
	return join("Three places to begin, in no sure order.", s.notLowest())
}

func (s story) notLowest() prose {
	lowest := s.a.Headline.Lowest
	if len(s.a.Actions) == 0 || len(lowest) == 0 || len(lowest) == len(s.a.Traits) {
		return ""
	}
	reasons := map[assess.Reason]bool{}
	for _, act := range s.a.Actions {
		if slices.Contains(lowest, act.Dimension) {
			return ""
		}
		reasons[act.Why] = true
	}
	wanted, open := false, false
	for _, id := range lowest {
		p, _ := s.a.Placement(id)
		wanted = wanted || p.HasGap && p.Gap > 0
		open = open || p.Target == assess.NoTarget
	}
	said, them := s.say("No step is about %s, the lowest", s.names(lowest)), either(len(lowest), "it", "them")
	switch {
	case !wanted && open:
		return s.say("%s: no target was set for %s.", said, them)
	case !wanted:
		return s.say("%s: %s no more of %s.", said, s.voice("you want", "the room wants"), them)
	}
	var first []string
	for _, g := range goesFirst {
		if reasons[g.why] {
			first = append(first, g.what)
		}
	}
	if len(first) == 0 {
		return ""
	}
	return s.say("%s: steps go first to %s.", said, listed(first))
}

// NoActions is said where nothing is short and there is no gap.
func (s story) NoActions() prose {
	if s.a.Headline.Stage == 0 {
		return "Too little was answered to advise anything."
	}
	return "Nothing is short and no target is above today: no action is invented."
}
