package rubric

import "slices"

// AsWorded is the rubric as it was when its questions had other digests, by their ids:
// an earlier state of a rubric that goes by the same name and version. Only the digests
// are that state's, so that what it asked in other words is compared with nothing; the
// words that stand here are today's, and [Rubric.Reworded] counts where they are others.
// A question that the digests do not name keeps its own.
func (r *Rubric) AsWorded(digests map[string]string) *Rubric {
	as := *r
	as.reworded = 0
	as.traits, as.benefits = nil, nil
	as.Dimensions = make([]*Dimension, len(r.Dimensions))
	as.questions = nil
	for i, d := range r.Dimensions {
		copied := *d
		copied.Questions = slices.Clone(d.Questions)
		for j := range copied.Questions {
			q := &copied.Questions[j]
			if was, known := digests[q.ID]; known && was != q.Wording {
				q.Wording = was
				as.reworded++
			}
		}
		as.Dimensions[i] = &copied
		as.questions = append(as.questions, copied.Questions...)
		switch d.Kind {
		case Trait:
			as.traits = append(as.traits, &copied)
		case Benefit:
			as.benefits = append(as.benefits, &copied)
		}
	}
	return &as
}

// Reworded is the number of questions whose words were others when they were answered;
// see [Rubric.AsWorded].
func (r *Rubric) Reworded() int { return r.reworded }
