package assess

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"collab/internal/strict"
	"collab/rubric"
)

// Format is the layout of response files and records that this program writes
// and the newest that it reads.
const Format = 1

// Lengths of typed text, in characters.
const (
	MaxName = 120 // of an association
	MaxLine = 300 // of the joint work
	MaxNote = 2000
	MaxCode = 64
)

// BodyKeys are the keys of a response file that hold what was said; a record of
// one person has the same.
var BodyKeys = []string{"answers", "targets", "priorities", "hurdles", "aim", "facts", "notes"}

// headKeys come before them in both files.
var headKeys = []string{"format", "association", "date", "rubric", "length", "joint_work"}

// ParseResponse reads a response file. The name is for its faults; the finder
// gives the rubric that the file names. What the file leaves out is unanswered.
// The error is a [strict.Faults] with everything that is wrong.
func ParseResponse(name string, text []byte, find rubric.Finder) (Response, error) {
	top, err := strict.Parse(name, text)
	if err != nil {
		return Response{}, err
	}
	m := top.Mapping(slices.Concat(headKeys, BodyKeys, []string{"respondent"})...)
	r, err := ReadHead(m, find)
	if err != nil {
		return Response{}, err
	}
	readRespondent(m.Get("respondent"), &r)
	m.Need("answers")
	ReadBody(m, &r)
	return r, m.Err()
}

// ReadHead reads what a response file and a record say of the round: from the
// format to the joint work. Where the rubric cannot be had nothing else can be
// read, and the error says so together with the faults before it.
func ReadHead(m strict.Mapping, find rubric.Finder) (Response, error) {
	m.Need("format").Int(Format, Format)
	association := ReadName(m.Need("association"))
	date := ReadDate(m.Need("date"))
	ref := m.Get("rubric")
	found, err := find(ref.Text())
	if err != nil {
		ref.Because(err)
		return Response{}, cmp.Or(m.Err(), err)
	}
	r := NewResponse(found)
	r.Association, r.Date = association, date
	if word := m.Get("length").Word(string(Full), string(Short)); word != "" {
		r.Length = Length(word)
	}
	r.JointWork = readJointWork(m.Get("joint_work"), found)
	return r, nil
}

// Name checks the name of an association as a person typed it and gives it
// without the blanks around it: one line with a letter or a digit, of at most
// [MaxName] characters, none of which steers a terminal.
func Name(text string) (string, error) {
	name := strings.TrimSpace(text)
	switch {
	case name != strict.Clean(name) || strings.ContainsAny(name, "\n\t"):
		return "", errors.New("the name holds a control character; expected text on one line")
	case !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
		return "", errors.New("expected a name with a letter or a digit")
	case utf8.RuneCountInString(name) > MaxName:
		return "", fmt.Errorf("the name has %d characters; expected at most %d", utf8.RuneCountInString(name), MaxName)
	}
	return name, nil
}

// About checks what joint work is about, as a person typed it, and gives it without
// the blanks around it: one line of at most [MaxLine] characters, none of which
// steers a terminal. It may be empty.
func About(text string) (string, error) {
	about := strings.TrimSpace(text)
	switch {
	case about != strict.Clean(about) || strings.ContainsAny(about, "\n\t"):
		return "", errors.New("the text holds a control character; expected text on one line")
	case utf8.RuneCountInString(about) > MaxLine:
		return "", fmt.Errorf("the text has %d characters; expected at most %d", utf8.RuneCountInString(about), MaxLine)
	}
	return about, nil
}

// ReadName reads the name of an association; see [Name].
func ReadName(v strict.Value) string {
	text := v.Text()
	if text == "" {
		return ""
	}
	name, err := Name(text)
	if err != nil {
		v.Fault("%v", err)
	}
	return name
}

// MaxFormerly is the number of former names that are read of an association.
const MaxFormerly = 50

// ReadFormerly reads the names that an association had before.
func ReadFormerly(v strict.Value) []string {
	var names []string
	for _, item := range v.Items() {
		if name := ReadName(item); name != "" {
			names = append(names, name)
		}
	}
	if len(names) > MaxFormerly {
		v.Fault("%d former names stand here; expected at most %d", len(names), MaxFormerly)
	}
	return names
}

// readLine reads text that stands on one line.
func readLine(v strict.Value, most int) string {
	text := readText(v, most)
	if strings.ContainsAny(text, "\n\t") {
		v.Fault("expected text on one line")
	}
	return text
}

func readText(v strict.Value, most int) string {
	text := strings.TrimSpace(v.Text())
	if n := utf8.RuneCountInString(text); n > most {
		v.Fault("the text has %d characters; expected at most %d", n, most)
	}
	return text
}

// ReadDate reads a date such as 2026-11-23.
func ReadDate(v strict.Value) Date {
	text := v.Text()
	if text == "" {
		return Date{}
	}
	date, err := ParseDate(text)
	if err != nil {
		v.Fault("%s is not a date; expected one such as 2026-11-23", strict.Show(text))
	}
	return date
}

func readRespondent(v strict.Value, r *Response) {
	m := v.Mapping("role", "code")
	r.Role = m.Get("role").Word(rubric.IDs(r.Rubric.Roles)...)
	if code := m.Get("code"); !code.Blank() {
		r.Code = readLine(code, MaxCode)
	}
}

func readJointWork(v strict.Value, r *rubric.Rubric) JointWork {
	m := v.Mapping("about", "scope", "purpose")
	var j JointWork
	if about := m.Get("about"); !about.Blank() {
		j.About = readLine(about, MaxLine)
	}
	j.Scope = m.Get("scope").Word(rubric.IDs(r.JointWork.Scopes)...)
	j.Purpose = m.Get("purpose").Word(rubric.IDs(r.JointWork.Purposes)...)
	return j
}

// ReadBody reads what one person said, from the answers to the notes.
func ReadBody(m strict.Mapping, r *Response) {
	b := body{r.Rubric, lexiconOf(r.Rubric), r}
	for _, e := range m.Get("answers").Entries() {
		b.answer(e)
	}
	for _, e := range m.Get("targets").Entries() {
		b.target(e)
	}
	b.priorities(m.Get("priorities"))
	b.hurdles(m.Get("hurdles"))
	for _, e := range m.Get("aim").Entries() {
		b.aim(e)
	}
	for _, e := range m.Get("facts").Entries() {
		b.fact(e)
	}
	for _, e := range m.Get("notes").Entries() {
		if i := b.question(e); i >= 0 {
			r.Notes[r.Rubric.Questions()[i].ID] = readText(e.Value, MaxNote)
		}
	}
}

// body reads the parts of what one person said. It keeps the rubric's own words
// where a file has the same, for the file's would hold all of its text.
type body struct {
	rubric *rubric.Rubric
	words  lexicon
	into   *Response
}

// question is the place of the question that a key names, -1 with a fault
// where the round does not ask it.
func (b body) question(e strict.Entry) int {
	i := b.rubric.Index(e.Name)
	switch {
	case i < 0:
		e.Key.Word(ids(b.rubric.Questions(), func(q rubric.Question) string { return q.ID })...)
		return -1
	case !b.into.Length.Asks(b.rubric.Questions()[i]):
		e.Key.Fault("%s is not asked in the length %s", e.Name, b.into.Length)
		return -1
	case !b.into.Asked(b.rubric.Questions()[i]):
		e.Key.Fault("%s is not asked where there was no joint work", e.Name)
		return -1
	}
	return i
}

func (b body) answer(e strict.Entry) {
	i := b.question(e)
	if i < 0 {
		return
	}
	switch word := e.Value.Word(b.words.answers...); word {
	case "":
	case dontKnowID:
		b.into.Answers[i] = DontKnow
	case doesNotApplyID:
		b.into.Answers[i] = DoesNotApply
	default:
		b.into.Answers[i] = Answer(b.rubric.Rank(word))
	}
}

func (b body) target(e strict.Entry) {
	dimension := e.Key.Word(b.words.targeted...)
	if dimension == "" {
		return
	}
	switch word := e.Value.Word(b.words.targets...); word {
	case "":
	case todayIsRightID:
		b.into.Targets[dimension] = TodayIsRight
	default:
		b.into.Targets[dimension] = Target(b.rubric.Rank(word))
	}
}

func (b body) priorities(v strict.Value) {
	b.into.Priorities = set(v, b.words.traits)
	if n := len(b.into.Priorities); n > b.rubric.Priorities.Max {
		v.Fault("%d priorities are named; expected at most %d", n, b.rubric.Priorities.Max)
	}
}

func (b body) hurdles(v strict.Value) {
	m := v.Mapping("met", "worst")
	b.into.Hurdles = set(m.Get("met"), b.words.hurdles)
	b.into.Worst = m.Get("worst").Word(b.words.hurdles...)
	if b.into.Worst != "" && !slices.Contains(b.into.Hurdles, b.into.Worst) {
		m.Get("worst").Fault("%s is marked the worst hurdle but was not ticked", b.into.Worst)
	}
}

// set reads a list of ids, each once, and gives them in the order of those known.
func set(v strict.Value, known []string) []string {
	found := map[string]bool{}
	for _, item := range v.Items() {
		word := item.Word(known...)
		if found[word] {
			item.Fault("%s is there twice", word)
		}
		found[word] = word != ""
	}
	var ordered []string
	for _, id := range known {
		if found[id] {
			ordered = append(ordered, id)
		}
	}
	return ordered
}

func (b body) aim(e strict.Entry) {
	form := e.Key.Word(b.words.forms...)
	if form == "" {
		return
	}
	if word := e.Value.Word(b.words.aims...); word != "" {
		b.into.Aim[form] = word
	}
}

func (b body) fact(e strict.Entry) {
	fact := e.Key.Word(b.words.facts...)
	if fact == "" {
		return
	}
	if b.into.Length == Short {
		e.Key.Fault("%s is not asked in the length %s", fact, b.into.Length)
		return
	}
	if word := e.Value.Word(factStates...); word != "" {
		b.into.Facts[fact] = Fact(word)
	}
}
