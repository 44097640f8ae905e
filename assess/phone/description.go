package phone

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"collab/assess/asking"
	"collab/internal/strict"
	"collab/rubric"
)

// A Description is everything that a page asks and says.
type Description struct {
	Round        string            `json:"round"`  // under which the phone keeps the answers
	Served       bool              `json:"served"` // in a room; else the page ends with a code
	Again        bool              `json:"again"`  // a second round
	Language     string            `json:"language"`
	Title        string            `json:"title"`
	Association  string            `json:"association"`
	Notice       string            `json:"notice"` // who sees the answers
	Instructions []string          `json:"instructions"`
	Seconds      int               `json:"seconds"` // that a question takes somebody who has answered none yet
	Items        []screen          `json:"items"`
	Code         *shape            `json:"code,omitempty"`
	Words        map[string]string `json:"words"`

	needsScript string // what a browser shows that runs none
}

// Options say what is not said by the round.
type Options struct {
	Served bool
	Notice string // who sees the answers, in place of the usual words
	Round  string // the mark of a served round, which no other has; empty: made of the description
}

// seconds that a question takes at first: the full length takes twenty minutes with it.
const seconds = 25

// A screen is one item as it is shown.
type screen struct {
	ID       string   `json:"id"`
	Kind     string   `json:"kind"` // one, many or text
	Section  string   `json:"section"`
	About    string   `json:"about,omitempty"` // whom it is about
	Intro    []string `json:"intro,omitempty"` // read before the prompt
	Prompt   string   `json:"prompt"`
	Help     string   `json:"help,omitempty"`
	Options  []option `json:"options,omitempty"`
	Most     int      `json:"most,omitempty"` // that may be ticked
	When     *when    `json:"when,omitempty"`
	Among    string   `json:"among,omitempty"`
	Why      string   `json:"why,omitempty"`
	Meaning  []string `json:"meaning,omitempty"` // of the words in it
	Where    string   `json:"where,omitempty"`   // to look
	Signs    []string `json:"signs,omitempty"`
	Question bool     `json:"question,omitempty"` // one of the rubric's
	Weight   float64  `json:"weight"`             // of the time that it takes; a question has 1
}

// An option stands apart where it is no description: I don't know, does not apply.
type option struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Apart bool   `json:"apart,omitempty"`
}

type when struct {
	Item string   `json:"item"`
	Any  []string `json:"any"`
}

// NewDescription describes what a round asks. It is an error where a page as a file would
// end with a code that is too long to be read out.
func NewDescription(round asking.Round, o Options) (Description, error) {
	form, words := asking.NewForm(round, ""), wordsOf(round.Rubric)
	d := Description{
		Served:       o.Served,
		Again:        round.Again,
		Language:     form.Language,
		Title:        strict.Plain(form.Title),
		Association:  strict.Plain(round.Association),
		Notice:       strict.Plain(o.Notice),
		Instructions: round.Rubric.Instructions,
		Seconds:      seconds,
		Words:        words.Page,
		needsScript:  words.NeedsScript,
	}
	if d.Notice == "" {
		d.Notice = words.notice(o.Served)
	}
	for _, s := range form.Sections {
		if round.JointWork.About == "" && len(round.AboutJointWork(s.Items)) > 0 {
			s.Intro = append([]string{words.AskJointWork}, s.Intro...)
		}
		d.Items = append(d.Items, screensOf(round, words, s)...)
	}
	if !o.Served { // a personal code is handed in beside that of the answers
		d.Items = slices.DeleteFunc(d.Items, func(s screen) bool { return s.Kind == "text" })
		c, err := newCoder(round)
		if err != nil {
			return d, err
		}
		d.Code = &c.shape
	}
	d.Round = o.Round
	if d.Round == "" {
		d.Round = fmt.Sprintf("%x", sha256.Sum256(d.json()))[:16]
	}
	return d, nil
}

// json is the description as it stands in the page: nothing in it ends a script.
func (d Description) json() []byte {
	text, err := json.Marshal(d)
	if err != nil {
		panic(err) // texts, numbers and lists of them can always be written
	}
	return text
}

func screensOf(round asking.Round, w words, s asking.Section) []screen {
	var out []screen
	for i, it := range s.Items {
		sc := screen{ID: it.ID, Kind: kindOf(it), Section: s.Title, Prompt: it.Prompts[0], Among: it.Among, Weight: .5}
		if it.Kind == asking.Ticks {
			sc.Most, sc.Weight = it.Most, 2
		}
		sc.introduce(s, i)
		if at := slices.IndexFunc(s.Items, func(aim *asking.Item) bool { return aim.ID == it.When.Item }); at >= 0 {
			sc.When, sc.About = &when{it.When.Item, it.When.Any}, s.Items[at].Prompts[0]
		}
		for _, o := range it.Options {
			sc.Options = append(sc.Options, option{o.ID, o.Text(), o.Aside})
		}
		if at := round.Rubric.Index(it.ID); at >= 0 {
			sc.explain(round, w, round.Rubric.Questions()[at])
		}
		out = append(out, sc)
	}
	return out
}

// introduce says what is read around the prompt of an item of a section. What introduces
// the section stands before its first item, and can be looked up at the others.
func (sc *screen) introduce(s asking.Section, i int) {
	it := s.Items[i]
	switch {
	case it.Title != "":
		sc.Intro = []string{it.Title}
	case i == 0:
		sc.Intro = s.Intro
	default:
		sc.Meaning = slices.Clone(s.Intro)
	}
	if it.Title != it.Help && it.Among == "" {
		sc.Help = it.Help
	}
}

func kindOf(it *asking.Item) string {
	switch it.Kind {
	case asking.Text:
		return "text"
	case asking.Ticks:
		return "many"
	}
	return "one"
}

// explain adds what helps with one of the rubric's questions.
func (s *screen) explain(round asking.Round, w words, q rubric.Question) {
	r := round.Rubric
	d, _ := r.Dimension(q.Dimension)
	s.Question, s.Weight, s.Section, s.About, s.Help = true, 1, d.Short, w.about(q.Scope), r.Reminder
	if d.Kind == rubric.Spectrum {
		s.Section, s.About = w.JointWork, strict.Plain(round.JointWork.About)
	}
	if d.Kind != rubric.Trait {
		s.Help = ""
	}
	s.Why, s.Where = q.Why, q.Evidence
	if meaning := r.Scopes[q.Scope]; meaning != "" {
		s.Meaning = append(s.Meaning, asking.Fill(w.scope(q.Scope), "meaning", meaning))
	}
	for _, t := range r.TermsIn(q) {
		s.Meaning = append(s.Meaning, strings.ToUpper(t.ID[:1])+t.ID[1:]+": "+t.Meaning)
	}
	for stage := range r.K() {
		s.Signs = append(s.Signs, r.SignsOf(q, stage)...)
	}
}
