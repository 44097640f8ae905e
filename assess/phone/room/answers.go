package room

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"collab/assess"
	"collab/assess/asking"
	"collab/internal/strict"
	"collab/rubric"
)

// mostSeq is more than anybody changes answers.
const mostSeq = 1_000_000_000

var keyForm = regexp.MustCompile(`^[0-9a-f]{32}$`)

// A message is what a phone puts.
type message struct {
	Round    string             `json:"round"`
	Phone    string             `json:"phone"`
	Seq      *int               `json:"seq"`
	Finished bool               `json:"finished"`
	Role     string             `json:"role"`
	Code     string             `json:"code"`
	Answers  map[string]oneMany `json:"answers"`
}

// A oneMany is an id or a text, or several ids.
type oneMany struct {
	words []string
	many  bool
}

// UnmarshalJSON takes a string or a list of strings.
func (o *oneMany) UnmarshalJSON(text []byte) error {
	if bytes.HasPrefix(text, []byte("[")) {
		o.many = true
		return json.Unmarshal(text, &o.words)
	}
	o.words = make([]string, 1)
	if bytes.Equal(text, []byte("null")) {
		return errors.New("null")
	}
	return json.Unmarshal(text, &o.words[0])
}

// readMessage reads what a phone puts; it may hold nothing else.
func readMessage(text []byte) (message, error) {
	var m message
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if !utf8.Valid(text) || d.Decode(&m) != nil {
		return m, unfit(notAMessage)
	}
	if _, err := d.Token(); err != io.EOF {
		return m, unfit(notAMessage)
	}
	switch {
	case !keyForm.MatchString(m.Phone):
		return m, unfit(notAKey)
	case m.Seq == nil || *m.Seq < 0 || *m.Seq > mostSeq:
		return m, unfit(notASeq, mostSeq)
	}
	return m, nil
}

// Questions are what a round asks, ready to be answered.
type questions struct {
	Round
	items map[string]*asking.Item
}

func newQuestions(round Round) *questions {
	q := &questions{round, map[string]*asking.Item{}}
	for _, section := range asking.Sections(round.Asked) {
		for _, it := range section.Items {
			q.items[it.ID] = it
		}
	}
	for _, id := range []string{asking.RoleID, asking.CodeID} {
		delete(q.items, id) // a message has places of their own for them
	}
	return q
}

// state is what a message says. Whatever cannot be an answer to what is asked is an
// error that names it.
func (q *questions) state(m message) (State, error) {
	asked := q.Asked
	r := assess.NewResponse(asked.Rubric)
	r.Association, r.Date, r.Length, r.JointWork = asked.Association, asked.Date, asked.Length, asked.JointWork
	s := State{Person: PersonOf(q.Mark, m.Phone), Seq: *m.Seq, Finished: m.Finished}
	if m.Role != "" && !slices.Contains(rubric.IDs(asked.Rubric.Roles), m.Role) {
		return s, unfit(noSuchRole, shown(m.Role))
	}
	r.Role = m.Role
	var err error
	if r.Code, err = code(m.Code); err != nil {
		return s, err
	}
	for id, given := range m.Answers {
		if err := q.take(&r, id, given); err != nil {
			return s, err
		}
	}
	if r.Worst != "" && !slices.Contains(r.Hurdles, r.Worst) {
		return s, unfit(worstNotMet, r.Worst)
	}
	s.Response = r
	return s, nil
}

// A confirmation says what the room holds of a phone.
type confirmation struct {
	Seq  int   `json:"seq"`
	Held *held `json:"held,omitempty"` // where what was put was not taken
}

// Held are one person's answers as a message has them.
type held struct {
	Finished bool           `json:"finished"`
	Role     string         `json:"role"`
	Code     string         `json:"code"`
	Answers  map[string]any `json:"answers"`
}

// confirm is the reply to what was put. Its own answers go back to a phone that has lost
// some of them: only the phone has the key that leads to them.
func (q *questions) confirm(put, kept State) confirmation {
	if put.Seq == kept.Seq && put.same(kept) {
		return confirmation{Seq: kept.Seq}
	}
	r := &kept.Response
	h := &held{kept.Finished, r.Role, r.Code, map[string]any{}}
	for id, it := range q.items {
		switch {
		case len(it.Options) == 0 || !it.Answered(r):
		case it.Kind == asking.Ticks:
			h.Answers[id] = it.Ticked(r)
		default:
			h.Answers[id] = it.Options[it.Taken(r)].ID
		}
	}
	return confirmation{kept.Seq, h}
}

// code is one's own word as a file holds it.
func code(typed string) (string, error) {
	word := strings.TrimSpace(typed)
	switch {
	case word != strict.Plain(word):
		return "", unfit(codeOnOneLine)
	case utf8.RuneCountInString(word) > assess.MaxCode:
		return "", unfit(codeTooLong, assess.MaxCode)
	}
	return word, nil
}

func (q *questions) take(r *assess.Response, id string, given oneMany) error {
	it := q.items[id]
	switch {
	case it == nil || len(it.Options) == 0:
		return unfit(notAsked, shown(id))
	case (it.Kind == asking.Ticks) != given.many:
		return unfit(oneOrMany, id)
	case given.many:
		return takeMany(r, it, given.words)
	}
	at := option(it, given.words[0])
	if at < 0 {
		return unfit(noSuchAnswer, shown(given.words[0]), id)
	}
	it.Take(r, at)
	return nil
}

func takeMany(r *assess.Response, it *asking.Item, ids []string) error {
	if len(ids) > it.Most {
		return unfit(tooMany, it.ID, it.Most)
	}
	for i, id := range ids {
		switch {
		case option(it, id) < 0:
			return unfit(noSuchAnswer, shown(id), it.ID)
		case slices.Contains(ids[:i], id):
			return unfit(twice, id, it.ID)
		}
	}
	it.Tick(r, ids)
	return nil
}

func option(it *asking.Item, id string) int {
	return slices.IndexFunc(it.Options, func(o asking.Option) bool { return o.ID == id })
}

// unfit refuses what cannot be an answer.
func unfit(why string, args ...any) error {
	return refusal{http.StatusUnprocessableEntity, fmt.Sprintf(why, args...)}
}

// shown is what somebody sent, short and on one line.
func shown(text string) string {
	const most = 60
	text = strict.Plain(text)
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most]) + "…"
	}
	return fmt.Sprintf("%q", text)
}
