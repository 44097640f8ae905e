package rubric

import (
	"regexp"
	"strings"
)

// TermsIn are the terms that a question uses, in it or in its anchors.
func (r *Rubric) TermsIn(q Question) []Term {
	text := q.Prompt + " " + strings.Join(q.Anchors, " ")
	var used []Term
	for _, t := range r.Terms {
		word, err := regexp.Compile(`(?i)\b` + regexp.QuoteMeta(t.ID) + `s?\b`)
		if err == nil && word.MatchString(text) {
			used = append(used, t)
		}
	}
	return used
}

// SignsOf are further signs of a stage, by its rank - 1: the question's own, or where it
// has none those of its dimension. These are about groups inside the association: a
// question on other associations goes without them.
func (r *Rubric) SignsOf(q Question, stage int) []string {
	d, _ := r.Dimension(q.Dimension)
	for _, from := range [][][]string{q.Signs, d.Signs} {
		if stage < len(from) && len(from[stage]) > 0 {
			return from[stage]
		}
		if q.Scope == Between {
			break
		}
	}
	return nil
}
