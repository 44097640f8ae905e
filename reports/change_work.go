package reports

import (
	"collab/assess"
	"collab/reports/content"
	"collab/reports/wording"
	"collab/rubric"
)

// The joint work of two assessments, where it is not the same.

// otherWork says what is not the same of the joint work.
func (t *changeText) otherWork() wording.OtherWork {
	then, now := t.Then.JointWork, t.Now.JointWork
	none := func(j assess.JointWork) bool { return j.Scope == rubric.ScopeNone }
	switch {
	case none(then) != none(now):
		return wording.WorkOnce
	case then.About != now.About:
		return wording.WorkName
	case then.Scope != now.Scope:
		return wording.WorkScope
	}
	return wording.WorkPurpose
}

// otherWorkTold is the same in a sentence.
func (t *changeText) otherWorkTold() content.Text {
	return t.words.OtherWorkTold(t.otherWork(), workTold(t.Then.Assessment), workTold(t.Now.Assessment))
}

// workTold is the joint work of an assessment, in the words of its rubric.
func workTold(a *assess.Assessment) wording.Work {
	j, w := a.JointWork, wording.Work{About: content.Typed(a.JointWork.About), None: a.JointWork.Scope == rubric.ScopeNone}
	if j.Scope != "" {
		w.Scope = rubric.NameOf(a.Rubric.JointWork.Scopes, j.Scope)
	}
	if j.Purpose != "" {
		w.Purpose = rubric.NameOf(a.Rubric.JointWork.Purposes, j.Purpose)
	}
	return w
}
