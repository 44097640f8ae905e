package rubric

import (
	"slices"

	"collab/internal/strict"
)

// Where only words were mended, or a rubric was translated, its author may declare that
// a question still asks the same. Nothing can check that: so the reason is asked, and
// told wherever it counts.

const equivalentKey = "equivalent"

// equivalent reads which questions count as those of other wordings.
func (p *parser) equivalent(v strict.Value) {
	if !v.Exists() {
		return
	}
	m := strict.Mapping{Value: v}
	p.Equivalent = text(m.Need("reason"))
	for _, e := range v.Entries() {
		if e.Name == "reason" {
			continue
		}
		q := p.questionOf(e.Key)
		for _, item := range list(e.Value, 1, MaxItems, "digests") {
			digest := item.Text()
			switch {
			case digest == "":
			case !digestPattern.MatchString(digest):
				item.Fault("%s is no digest of a wording; expected six hexadecimal digits, as in a record under wording", strict.Show(digest))
			case q != nil && q.Wording == digest:
				item.Fault("%s is the digest of the wording that stands here", digest)
			case q != nil:
				q.Replaces = append(q.Replaces, digest)
			}
		}
	}
}

// questionOf is the question that a key names, nil with a fault where there is none.
func (p *parser) questionOf(key strict.Value) *Question {
	var known []string
	for _, d := range p.Dimensions {
		for i := range d.Questions {
			known = append(known, d.Questions[i].ID)
		}
	}
	id := key.Word(known...)
	for _, d := range p.Dimensions {
		for i := range d.Questions {
			if id != "" && d.Questions[i].ID == id {
				return &d.Questions[i]
			}
		}
	}
	return nil
}

// SameWords tells whether a question asks what another does: in the same words, or in
// words that either rubric declares equivalent.
func (q Question) SameWords(other Question) bool {
	return q.Wording == other.Wording || q.Declared(other)
}

// Declared tells whether a question asks what another does in other words, by what
// either rubric declares.
func (q Question) Declared(other Question) bool {
	if q.Wording == other.Wording || len(q.Anchors) != len(other.Anchors) {
		return false
	}
	return slices.Contains(q.Replaces, other.Wording) || slices.Contains(other.Replaces, q.Wording) ||
		slices.ContainsFunc(q.Replaces, func(digest string) bool { return slices.Contains(other.Replaces, digest) })
}
