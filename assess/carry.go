package assess

import (
	"slices"

	"collab/rubric"
)

// Carried says what became of a response's answers when they were carried over
// to another rubric. All are ids of questions, in the rubrics' order.
type Carried struct {
	Kept     []string // answered, and worded as before
	Reworded []string // asked by both, in other words: to be answered again
	Removed  []string // asked by the earlier rubric alone
	Added    []string // asked by the later one alone
}

// Carry takes a response over to another rubric. What was said stays where it
// is asked in the same words, and is left out where it is not: nobody answered
// the new words.
func Carry(r Response, to *rubric.Rubric) (Response, Carried) {
	over := NewResponse(to)
	over.Association, over.Date, over.Code, over.Length = r.Association, r.Date, r.Code, r.Length
	if slices.Contains(rubric.IDs(to.Roles), r.Role) {
		over.Role = r.Role
	}
	carried := over.carryAnswers(&r)
	over.carryJointWork(&r)
	over.carryAhead(&r)
	return over, carried
}

func (r *Response) carryAnswers(from *Response) Carried {
	var c Carried
	earlier := from.Rubric.Questions()
	for i, q := range r.Rubric.Questions() {
		switch at := from.Rubric.Index(q.ID); {
		case at < 0:
			c.Added = append(c.Added, q.ID)
		case !earlier[at].SameWords(q):
			c.Reworded = append(c.Reworded, q.ID)
		default:
			r.Answers[i] = from.Answers[at]
			if from.Answers[at] != Unanswered {
				c.Kept = append(c.Kept, q.ID)
			}
			if note := from.Notes[q.ID]; note != "" {
				r.Notes[q.ID] = note
			}
		}
	}
	for _, q := range earlier {
		if r.Rubric.Index(q.ID) < 0 {
			c.Removed = append(c.Removed, q.ID)
		}
	}
	return c
}

func (r *Response) carryJointWork(from *Response) {
	j, asks := from.JointWork, r.Rubric.JointWork
	if !slices.Contains(rubric.IDs(asks.Scopes), j.Scope) {
		j.Scope = ""
	}
	if !slices.Contains(rubric.IDs(asks.Purposes), j.Purpose) {
		j.Purpose = ""
	}
	r.JointWork = j
}

// carryAhead carries what stands behind the questions, from the targets to the facts.
func (r *Response) carryAhead(from *Response) {
	for _, now := range r.Rubric.Targets.Questions {
		then, asked := from.Rubric.Target(now.Dimension)
		if t := from.Targets[now.Dimension]; asked && t != NoTarget && slices.Equal(then.Anchors, now.Anchors) {
			r.Targets[now.Dimension] = t
		}
	}
	for _, d := range r.Rubric.Traits() {
		if slices.Contains(from.Priorities, d.ID) && len(r.Priorities) < r.Rubric.Priorities.Max {
			r.Priorities = append(r.Priorities, d.ID)
		}
	}
	for _, now := range r.Rubric.Hurdles.Items {
		then, _ := from.Rubric.Hurdle(now.ID)
		if slices.Contains(from.Hurdles, now.ID) && then.Sign == now.Sign {
			r.Hurdles = append(r.Hurdles, now.ID)
		}
	}
	if slices.Contains(r.Hurdles, from.Worst) {
		r.Worst = from.Worst
	}
	for _, now := range r.Rubric.Forms {
		then, _ := from.Rubric.Form(now.ID)
		if aim := from.Aim[now.ID]; aim != "" && then.Meaning == now.Meaning {
			r.Aim[now.ID] = aim
		}
	}
	for _, now := range r.Rubric.Facts() {
		then, _ := from.Rubric.Fact(now.ID)
		if fact := from.Facts[now.ID]; fact != "" && then.Text == now.Text {
			r.Facts[now.ID] = fact
		}
	}
}
