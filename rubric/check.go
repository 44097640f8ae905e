package rubric

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"collab/internal/strict"
)

// Lengths in characters, and counts, up to which screens and tables hold.
const (
	MaxID       = 40
	MaxShort    = 14
	MaxQuestion = 28
	MaxName     = 60
	MaxText     = 500
	MaxItems    = 20 // dimensions, questions of one, roles, forms, hurdles
)

// Words that ids may not be, by where they would be taken for something else.
var (
	// reservedPlaces stand beside dimensions and forms in records, responses,
	// survey headers and the long table.
	reservedPlaces = []string{
		"headline", "overall", "round", "action", "split", "unknown", "cautions", // findings
		"says_so", "fact", "facts", "target", "targets", "aim", "priorities", "hurdles", "hurdle_worst", // answers
		"respondent", "role", "roles", "code", "notes", "none", // people
		"dont_know", "does_not_apply", "today_is_right", "unanswered",
	}
	// reservedStages are other answers, in files and in survey cells.
	reservedStages = []string{
		"dont_know", "does_not_apply", "today_is_right", "unanswered", "withheld", "none",
		"dk", "na", "met", "not_met",
	}
	// yamlWords are no text to one reader of YAML or another.
	yamlWords = []string{"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
)

// Shapes of words, as regular expressions.
const (
	WordShape     = `^[a-z][a-z0-9_]*$` // of an id without a dot
	RubricShape   = `^[a-z][a-z0-9_-]*$`
	VersionShape  = `^[0-9]+(\.[0-9]+)*$`
	LanguageShape = `^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`
)

var (
	wordPattern     = regexp.MustCompile(WordShape)
	rubricPattern   = regexp.MustCompile(RubricShape)
	versionPattern  = regexp.MustCompile(VersionShape)
	languagePattern = regexp.MustCompile(LanguageShape)
)

// ids are those of one kind that were read so far, each with its line.
type ids map[string]int

// add notes an id, and a fault where it stands a second time. It gives the id back.
func (seen ids) add(v strict.Value, id string) string {
	if id == "" {
		return ""
	}
	if line, twice := seen[id]; twice {
		v.Fault("%s is there twice, first in line %d", strict.Show(id), line)
		return id
	}
	seen[id] = v.Line()
	return id
}

func text(v strict.Value) string { return line(v, MaxText) }

func name(v strict.Value) string { return line(v, MaxName) }

func nameOr(v strict.Value, otherwise string) string {
	if !v.Exists() {
		return otherwise
	}
	return name(v)
}

// line reads a text of up to most characters. Blanks and line breaks in a row
// count as one blank, so that a rubric may fold its long texts as it likes.
func line(v strict.Value, most int) string {
	line := strings.Join(strings.Fields(v.Text()), " ")
	if n := utf8.RuneCountInString(line); n > most {
		v.Fault("the text has %d characters; expected up to %d", n, most)
	}
	return line
}

// shaped reads a word of a pattern, or gives nothing.
func shaped(v strict.Value, pattern *regexp.Regexp, expected string) string {
	id := v.Text()
	switch {
	case id == "":
		return ""
	case !pattern.MatchString(id):
		v.Fault("%s does not fit; expected %s", strict.Show(id), expected)
		return ""
	}
	return shortEnough(v, id)
}

// shortEnough gives an id of up to [MaxID] characters, or nothing.
func shortEnough(v strict.Value, id string) string {
	if len(id) > MaxID {
		v.Fault("%s has %d characters; expected up to %d", strict.Show(id), len(id), MaxID)
		return ""
	}
	return id
}

func rubricID(v strict.Value) string {
	return shaped(v, rubricPattern, "a lower-case word of letters, digits and hyphens, such as our-rubric")
}

func version(v strict.Value) string {
	return shaped(v, versionPattern, `numbers with dots, such as "1.0.0"`)
}

func language(v strict.Value) string {
	if !v.Exists() {
		return "en"
	}
	return shaped(v, languagePattern, "a language such as en or pt-BR")
}

// word reads an id without a dot. The value comes first in what it gives, so
// that both go to [ids.add].
func word(v strict.Value) (strict.Value, string) {
	id := shaped(v, wordPattern, "a lower-case word of letters, digits and underscores that begins with a letter")
	return v, unreserved(v, id, yamlWords)
}

func unreserved(v strict.Value, id string, reserved []string) string {
	if slices.Contains(reserved, id) {
		v.Fault("%s is reserved; expected another id", strict.Show(id))
		return ""
	}
	return id
}

func stageID(v strict.Value) (strict.Value, string) {
	_, id := word(v)
	return v, unreserved(v, id, reservedStages)
}

// placeID reads the id of a dimension of a kind, or of a form, which has none.
func placeID(v strict.Value, kind Kind) (strict.Value, string) {
	_, id := word(v)
	switch {
	case id == "":
	case kind == Spectrum && id != SpectrumID:
		v.Fault("%s is the id of the spectrum; expected %s", strict.Show(id), SpectrumID)
	case kind != Spectrum && id == SpectrumID:
		v.Fault("%s is reserved for the dimension of that kind; expected another id", SpectrumID)
	default:
		return v, unreserved(v, id, reservedPlaces)
	}
	return v, ""
}

// dottedID reads the id of a question: the dimension's, a dot, a word.
func dottedID(v strict.Value, dimension string) (strict.Value, string) {
	id := v.Text()
	rest, ok := strings.CutPrefix(id, dimension+".")
	switch {
	case id == "" || dimension == "":
		return v, ""
	case !ok || !wordPattern.MatchString(rest):
		v.Fault("%s does not fit; expected %s, a dot and a lower-case word", strict.Show(id), dimension)
		return v, ""
	}
	return v, shortEnough(v, id)
}

// factID reads the id of a fact, a word, and puts the form's before it.
func factID(v strict.Value, form string) (strict.Value, string) {
	_, id := word(v)
	if id == "" || form == "" {
		return v, ""
	}
	return v, shortEnough(v, form+"."+id)
}

// list reads a list with as many items as are allowed.
func list(v strict.Value, low, high int, of string) []strict.Value {
	items := v.Items()
	if n := len(items); items != nil && (n < low || n > high) {
		v.Fault("expected %d to %d %s, found %d", low, high, of, n)
	}
	return items
}

// kinds of dimension in the order in which they come.
var kinds = []string{string(Trait), string(Spectrum), string(Benefit)}

func kindOf(v strict.Value, after Kind) Kind {
	kind := v.Word(kinds...)
	if kind != "" && slices.Index(kinds, kind) < slices.Index(kinds, string(after)) {
		v.Fault("a %s after a %s; expected traits, then the spectrum, then benefit areas", kind, after)
	}
	return Kind(kind)
}

// fewest is the number of questions that a dimension needs at least.
func fewest(kind Kind) int {
	if kind == Trait {
		return 2
	}
	return 1
}

// scope reads the scope of a question of a kind of dimension.
func scope(m strict.Mapping, kind Kind, scoped ids) Scope {
	if kind == Spectrum {
		m.Get("scope").Fault("a question of the spectrum has no scope of its own; it is that of the joint work")
		return ""
	}
	v := m.Need("scope")
	s := v.Word(string(Within), string(Between))
	if kind == Benefit {
		scoped.add(v, s)
	}
	return Scope(s)
}

// among reads one of the ids that exist. Where there are none, what should
// define them has its own fault.
func among(v strict.Value, known []string) string {
	if len(known) == 0 {
		return ""
	}
	return v.Word(known...)
}

// staged are the ids of the dimensions that have a stage.
func (p *parser) staged() []string {
	return append(dimensionIDs(p.ofKind(Trait)), dimensionIDs(p.ofKind(Spectrum))...)
}

// needed are the ids that a form may set a condition on.
func (p *parser) needed() []string {
	known := p.staged()
	for _, d := range p.Dimensions {
		for _, q := range d.Questions {
			if q.ID != "" {
				known = append(known, q.ID)
			}
		}
	}
	return known
}

func dimensionIDs(dimensions []*Dimension) []string {
	var ids []string
	for _, d := range dimensions {
		if d.ID != "" {
			ids = append(ids, d.ID)
		}
	}
	return ids
}

func choiceID(c Choice) string { return c.ID }

// needWith gives a section that is needed where another one is there, and of
// no use where it is not.
func needWith(m strict.Mapping, key string, there bool, other string) strict.Value {
	if there {
		return m.Need(key)
	}
	m.Get(key).Fault("%s is of no use without %s; expected it left out", key, other)
	return strict.Value{}
}

// notReleased notes a rubric that takes the name of a released one with other texts.
func notReleased(r *Rubric, v strict.Value) {
	if text, ok := releasedText(r.Ref()); ok && digestFile(text) != r.Digest {
		v.Fault("%s is a released rubric with other texts; give yours an id or a version of its own", r.Ref())
	}
}
