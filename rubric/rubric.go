// Package rubric holds what is asked: the stages, the dimensions with their
// questions and anchors, targets, hurdles, and the forms of collaboration with
// what they need.
//
// Start with [Default], the rubric that the program carries, or [Parse] for
// one of the user's own. Either way a Rubric is complete and consistent: every
// anchor stands, every id that is referred to exists. It is shared by all that is
// made with it, and so is what its methods give: nobody changes either. What a
// rubric is allowed to be is said by [Parse]; what its answers mean is not this
// package's business.
//
// A rank is a stage's place in order, from 1 to K, the number of stages.
package rubric

import "slices"

// A Rubric is one questionnaire with the rules that a consultant may argue with.
type Rubric struct {
	ID, Version string
	Language    string // of its texts, as in BCP 47
	Name        string
	Stages      []Stage // in order, 2 to 7; the first has rank 1
	DontKnow    string  // what the answer is called on the screen
	NotApply    string
	Terms       []Term
	// Instructions are read once, before the first question.
	Instructions []string
	Reminder     string // of them, in one line under every question; may be empty
	Roles        []Choice
	Scopes       map[Scope]string // what within and between mean
	Dimensions   []*Dimension     // traits, then the spectrum, then benefit areas
	Targets      Targets
	JointWork    JointWork
	SaysSo       string // the fact that collaboration is a written objective; may be empty
	Aim          Aim
	Priorities   Priorities
	Hurdles      Hurdles
	Forms        []Form
	Equivalent   string // why some questions count as those of another wording; empty where none do

	// Digest is the SHA-256 of the file, in hexadecimal; line ends count as LF.
	Digest string

	text      []byte
	reworded  int // questions whose words were others; see AsWorded
	traits    []*Dimension
	benefits  []*Dimension
	questions []Question
	facts     []Fact
	index     map[string]int
}

// A Stage is one of the ordered states.
type Stage struct{ ID, Name, Meaning string }

// A Term is a word that the questions use in one sense.
type Term struct{ ID, Meaning string }

// A Choice is one of several to pick from.
type Choice struct{ ID, Name string }

// A Scope says whom a question is about.
type Scope string

// The scopes. Questions of the spectrum have none: theirs is that of the joint work.
const (
	Within  Scope = "within"
	Between Scope = "between"
)

// A Kind says what a dimension's questions measure.
type Kind string

// The kinds of dimension. A rubric has traits, at most one spectrum, and any number of benefit areas.
const (
	Trait    Kind = "trait"
	Spectrum Kind = "spectrum"
	Benefit  Kind = "benefit_area"
)

// SpectrumID is the id of the dimension of kind [Spectrum] in every rubric.
const SpectrumID = "spectrum"

// A Dimension is a set of questions that measure one thing.
type Dimension struct {
	ID         string
	Kind       Kind
	Name       string
	Short      string // the name in a few characters, for tables
	Definition string
	// Instruction is shown before the first question; often empty.
	Instruction string
	Grounding   []string
	Signs       [][]string // by rank - 1: further observable signs; see [Rubric.SignsOf]
	Questions   []Question
}

// A Question is one placement on the stages.
type Question struct {
	ID        string // dimension, a dot, a name
	Dimension string
	Scope     Scope
	Short     bool // asked in the short length too
	Name      string
	Prompt    string
	Why       string
	Anchors   []string // by rank - 1
	Evidence  string   // where to look
	Signs     [][]string
	NextSteps []string // by rank - 1 of the stage that is left; one fewer than stages
	Wording   string   // digest of prompt and anchors: six hexadecimal digits
	Replaces  []string // digests of other wordings that this one is declared equivalent to
}

// Targets asks where the association needs to be.
type Targets struct {
	HorizonMonths int
	Instruction   string
	TodayIsRight  string
	Questions     []Target
}

// A Target asks that of one dimension.
type Target struct {
	Dimension, Prompt string
	Anchors           []string // by rank - 1
}

// JointWork asks what the answers to the spectrum are about.
type JointWork struct {
	About, Scope, Purpose string // prompts
	Scopes                []Choice
	Purposes              []Choice
}

// Aim asks which forms exist or are being explored.
type Aim struct {
	Prompt  string
	Choices []Choice // have, exploring, not_considering
}

// Priorities asks which traits matter most now.
type Priorities struct {
	Prompt string
	Max    int
}

// Hurdles asks what was in the way.
type Hurdles struct {
	Prompt, Worst string // prompts
	Grounding     []string
	Items         []Hurdle
}

// A Hurdle has a sign to know it by and a counter-move.
type Hurdle struct {
	ID, Name, Sign, Counter string
	Traits                  []string
}

// A Form is a form of formal collaboration.
type Form struct {
	ID, Name, Meaning, FirstStep string
	Short                        string // the name in a few words
	Needs                        []Condition
	Facts                        []Fact
}

// A Condition is met where a dimension or question has at least a rank.
type Condition struct {
	ID   string // of a dimension or a question
	Rank int
}

// A Fact is something that is met or not.
type Fact struct {
	ID    string // form, a dot, a name
	Text  string
	Short string // what is missing where it is not met, in a few words; may be empty
	Step  string // what to do where it is not met; may be empty
}

// Facts, roles and choices that the method knows by these ids.
const (
	SaysSoID = "says_so"

	OtherRole = "other" // of whoever gave none

	ScopeNone = "none" // of the joint work: there was none

	Have           = "have"
	Exploring      = "exploring"
	NotConsidering = "not_considering"
)

// K is the number of stages.
func (r *Rubric) K() int { return len(r.Stages) }

// Ref names the rubric as records do: id and version.
func (r *Rubric) Ref() string { return r.ID + " " + r.Version }

// Text is the file of the rubric as it was read, for a copy beside a record.
func (r *Rubric) Text() []byte { return r.text }

// Own tells whether the rubric is one of the user's own: not a released one,
// and so nowhere else to be found.
func (r *Rubric) Own() bool {
	_, released := releasedText(r.Ref())
	return !released
}

// Rank is the rank of a stage's id, 0 where there is no such stage.
func (r *Rubric) Rank(stage string) int {
	return 1 + slices.IndexFunc(r.Stages, func(s Stage) bool { return s.ID == stage })
}

// Questions are all questions in the rubric's order.
func (r *Rubric) Questions() []Question { return r.questions }

// Index is the place of a question in [Rubric.Questions], -1 where there is none.
func (r *Rubric) Index(id string) int {
	if i, ok := r.index[id]; ok {
		return i
	}
	return -1
}

// Dimension is the dimension with an id, an empty one where there is none.
func (r *Rubric) Dimension(id string) (*Dimension, bool) {
	if d, ok := find(r.Dimensions, id, dimensionID); ok {
		return d, true
	}
	return new(Dimension), false
}

// Traits are the dimensions of kind [Trait].
func (r *Rubric) Traits() []*Dimension { return r.traits }

// Benefits are the dimensions of kind [Benefit].
func (r *Rubric) Benefits() []*Dimension { return r.benefits }

// Target is the target question of a dimension.
func (r *Rubric) Target(dimension string) (Target, bool) {
	return find(r.Targets.Questions, dimension, func(t Target) string { return t.Dimension })
}

// Form is the form with an id.
func (r *Rubric) Form(id string) (Form, bool) {
	return find(r.Forms, id, func(f Form) string { return f.ID })
}

// Hurdle is the hurdle with an id.
func (r *Rubric) Hurdle(id string) (Hurdle, bool) {
	return find(r.Hurdles.Items, id, func(h Hurdle) string { return h.ID })
}

// Fact is the fact with an id; that of the strategy has [SaysSoID].
func (r *Rubric) Fact(id string) (Fact, bool) {
	return find(r.Facts(), id, func(f Fact) string { return f.ID })
}

// Facts are all facts: that of the strategy, then the forms' in their order.
func (r *Rubric) Facts() []Fact { return r.facts }

func dimensionID(d *Dimension) string { return d.ID }

func find[T any](in []T, id string, of func(T) string) (T, bool) {
	for _, t := range in {
		if of(t) == id {
			return t, true
		}
	}
	var none T
	return none, false
}

// IDs are the ids of choices.
func IDs(choices []Choice) []string {
	var ids []string
	for _, c := range choices {
		ids = append(ids, c.ID)
	}
	return ids
}

// NameOf is the name of the choice with an id, or the id where there is none.
func NameOf(choices []Choice, id string) string {
	if c, ok := find(choices, id, func(c Choice) string { return c.ID }); ok {
		return c.Name
	}
	return id
}

// TraitIDs are the ids of the traits, in order.
func (r *Rubric) TraitIDs() []string {
	var ids []string
	for _, d := range r.traits {
		ids = append(ids, d.ID)
	}
	return ids
}

// HurdleIDs are the ids of the hurdles, in order.
func (r *Rubric) HurdleIDs() []string {
	var ids []string
	for _, h := range r.Hurdles.Items {
		ids = append(ids, h.ID)
	}
	return ids
}
