package rubric

import "testing"

func TestSignsOfATraitAreNotThoseOfQuestionsOnOtherAssociations(t *testing.T) {
	r := Default()
	d, _ := r.Dimension("values")
	for _, q := range d.Questions {
		if shown := len(r.SignsOf(q, 0)) > 0; shown != (q.Scope == Within) {
			t.Errorf("%s (%s): signs are shown: %v", q.ID, q.Scope, shown)
		}
	}
	joint, _ := r.Dimension(SpectrumID)
	if q := joint.Questions[0]; len(r.SignsOf(q, 0)) == 0 {
		t.Errorf("%s has no signs of its own", q.ID)
	}
}
