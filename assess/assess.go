// Package assess turns answers into findings. It is the method; every rule is
// stated where it is applied, with the paper it comes from.
//
// Start with a [Response], one person's answers. [One] makes a published tally of
// it; a room's responses are added to an open [Tally] one by one, and
// [Tally.Publish] gives what may be kept of it by the rules of package disclosure.
// [Assess] is the only function that makes findings, from a published tally of one
// or of many, and everything that a report shows is a field of the [Assessment] it
// returns, with the cautions that limit it.
//
// The package is opinionated about what the answers can bear. Stages are ranks,
// so they are judged by order alone; a mean of ranks is called a position and
// never a score. Don't know and does not apply are never scored. Where too
// little was answered there is no finding, and no finding is invented. It has
// no clock, no files, no terminal and no randomness of its own: the same answers
// give the same findings.
//
// [Compare] says what changed between two assessments, and "no detectable
// change" is a result. It judges positions and never stages, for with nothing
// changed 20 to 37 % of stages flip in rooms of eight or fewer.
package assess

import "collab/rubric"

// An Assessment is a published tally with the findings that follow from it. Ranks are
// from 1 to K and 0 where there is none; positions likewise.
type Assessment struct {
	*Published
	Headline  Headline
	Traits    []Placement // in the rubric's order
	Spectrum  *Spectrum   // nil where the rubric has none
	Answers   []Question  // one for each of the rubric's questions, in their order
	Forms     []Readiness // in the rubric's order
	Actions   []Action    // at most three, the first to do first
	Obstacles []Obstacle  // the hurdles that were met, in the rubric's order
	Unknowns  []string    // ids of questions that are a finding for not being known
	Unproven  []string    // ids of questions at the last stage without a note; one person
	Cautions  []Caution   // what limits the findings
	RoleViews []RoleView  // of the roles that may be shown
	RoleGaps  []RoleGap
	Talks     []Talk // what a second round changed
}

// Headline is the profile in one line.
type Headline struct {
	Stage    int      // rank
	Lowest   []string // traits with the lowest position
	CappedBy []string // traits that hold the headline below the median of the traits
	// BetweenLow to BetweenHigh are the headlines that one answer moved by one stage,
	// or upper medians, could give, with today's; zero where they are one stage.
	BetweenLow, BetweenHigh int
	// UnknownLow to UnknownHigh are the headlines with all unknowns at the
	// first stage and at the last; zero where no unknown matters.
	UnknownLow, UnknownHigh int
	TalkAhead               Verdict
}

// A Verdict is yes, no, or nothing said.
type Verdict string

// The verdicts.
const (
	Unsaid Verdict = ""
	Yes    Verdict = "yes"
	No     Verdict = "no"
)

// A Placement says where a trait or the spectrum stands.
type Placement struct {
	Dimension       *rubric.Dimension
	Base            Base
	Position        Position
	Stage           int // rank
	Within, Between Position
	// Basis is the only scope that the trait rests on, empty where it rests on
	// both or the rubric asks one alone.
	Basis  rubric.Scope
	Target Target
	// Wanted is the rank of the target, today's where today is right.
	Wanted int
	// Gap is Wanted less Stage, in stages; of use only where HasGap.
	Gap    int
	HasGap bool
	Lift   Lift
	People int // with a position; from counts the fewest who scored one of its questions
	Spread
}

// Base is what a figure rests on: questions asked, and what became of them.
type Base struct{ Asked, Ranked, DontKnow, DoesNotApply, Unanswered int }

// Lift is what would raise a trait by one stage.
type Lift struct {
	To        int      // rank; 0 where the trait is at the last stage or has none
	Must      int      // how many of the questions must rise
	Questions []string // those below To, the lowest first
}

// Spectrum is the placement of the joint work.
type Spectrum struct {
	Placement
	Behind []string // attributes below the stage: they hold back
	Ahead  []string // attributes above it: they run ahead
	None   bool     // there was no joint work: the first stage without questions
}

// A Question is what a round says to one question.
type Question struct {
	*rubric.Question
	Counts
	Asked bool
	Rank  int // the person's answer or the lower median; 0 where there is none

	// Of a group, where five people or more are scored.
	Mean        Position
	Distance    float64 // AD, in stages
	Deviation   float64 // SD, in stages
	WithinGroup float64 // r_wg
	Agreement   float64 // A
	Label       Label
}

// Readiness of one form.
type Readiness struct {
	Form       rubric.Form
	Ready      Ready
	Aim        string // have, exploring, not_considering, or empty
	Conditions []Requirement
}

// Ready is a verdict on readiness; its values are their ids in files.
type Ready string

// The verdicts on readiness.
const (
	IsReady    Ready = "ready"
	Nearly     Ready = "nearly"
	NotYet     Ready = "not_yet"
	CannotTell Ready = "cannot_tell"
	NotAsked   Ready = "not_asked"
)

// A Requirement is one condition or fact of a form with its outcome.
type Requirement struct {
	ID    string // of a dimension, a question or a fact
	Fact  bool
	State State
	Needs int // rank; 0 of a fact
	Has   int // rank; 0 of a fact and where it is unknown
	Short int // stages short; 1 of a fact that is not met
	Why   Doubt
}

// A Doubt says why a requirement is unknown although it was answered; empty where
// it was not.
type Doubt string

// The doubts, on conditions about the spectrum.
const (
	WorkInside   Doubt = "inside"   // the joint work was inside the association
	WorkUnstated Doubt = "unstated" // with whom it was is not stated
)

// A State is the outcome of a requirement.
type State string

// The states.
const (
	Fulfilled State = "fulfilled"
	Lacking   State = "short"
	Unknown   State = "unknown"
)

// Short are the ids of the requirements that are short.
func (r Readiness) Short() []string { return r.withState(Lacking) }

// Unknown are the ids of the requirements that nobody can tell.
func (r Readiness) Unknown() []string { return r.withState(Unknown) }

func (r Readiness) withState(s State) []string {
	var ids []string
	for _, c := range r.Conditions {
		if c.State == s {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// An Action is one thing to do next.
type Action struct {
	Do        string // id of a question or a fact
	Dimension string // of the question; empty for a fact
	Form      string // whose readiness it blocks, where Why is BlocksForm
	To        int    // rank to reach; 0 of a fact
	Why       Reason
	Step      string // the sentence to act on
	// AgreeFirst is true where the room is split on the question.
	AgreeFirst bool
	// Equal are the other questions of the dimension at the same lowest rank: as
	// good a place to begin. Close are the dimensions with the same reason and gap,
	// and a position that is less than a quarter of a stage above, of which no
	// action is about. Both are ids in the rubric's order.
	Equal, Close []string
}

// A Reason says why an action was chosen; its values are their ids in files.
type Reason string

// The reasons, in the order in which actions are taken.
const (
	BlocksForm Reason = "blocks_form"
	Voted      Reason = "voted"
	ByGap      Reason = "gap"
	Lowest     Reason = "lowest"
)

// An Obstacle is a hurdle that people met.
type Obstacle struct {
	rubric.Hurdle
	Met   int // people who ticked it
	Worst int // people who marked it the worst
}

// A Caution limits what findings mean; its values are their ids in files.
type Caution string

// The cautions of one assessment.
const (
	CautionSolo     Caution = "solo"      // one informed view, likely to read high (Singer et al. 2008)
	CautionFew      Caution = "few"       // 2 to 4 people
	CautionSmall    Caution = "small"     // 5 to 7 people: read the counts, not the decimals
	CautionHands    Caution = "hands"     // counted in the room: not private
	CautionShort    Caution = "short"     // the short length
	CautionNamed    Caution = "named"     // answers can be traced
	CautionOneScope Caution = "one_scope" // a trait rests on one scope only
	CautionUnknowns Caution = "unknowns"  // something is not known
	CautionReworded Caution = "reworded"  // some questions were worded otherwise when they were answered
)

// Assess finds what follows from a tally.
func Assess(t *Published) *Assessment {
	s := newScorer(t)
	a := &Assessment{
		Published: t,
		Answers:   s.questions(),
		Traits:    make([]Placement, 0, len(t.Rubric.Traits())),
		Forms:     make([]Readiness, 0, len(t.Rubric.Forms)),
	}
	placed := map[string]int{}
	for i, d := range t.Rubric.Dimensions {
		switch d.Kind {
		case rubric.Trait:
			a.Traits = append(a.Traits, s.placement(i))
			placed[d.ID] = a.Traits[len(a.Traits)-1].Stage
		case rubric.Spectrum:
			a.Spectrum = s.spectrum(i)
			placed[d.ID] = a.Spectrum.Stage
		}
	}
	a.Headline = s.headline(a.Traits)
	for _, f := range t.Rubric.Forms {
		a.Forms = append(a.Forms, s.readiness(f, placed))
	}
	a.Actions = s.actions(a)
	a.Obstacles = s.obstacles()
	a.Unknowns = s.unknowns()
	a.Unproven = s.unproven()
	a.Cautions = s.cautions(a)
	a.RoleViews = s.roles()
	a.RoleGaps = s.roleGaps(a.RoleViews)
	a.Talks = s.talks()
	return a
}
