package assess

import (
	"errors"
	"fmt"
	"slices"

	"collab/rubric"
)

// A Tally is an open round: people can still be added, and it holds what must not
// be kept. [Tally.Publish] gives what may be kept, and only that can be assessed
// and written.
type Tally struct {
	Round
	placed []placing      // one for each of the rubric's dimensions
	known  []string       // ids of the rubric's roles
	roles  map[string]int // people by role; of those who gave none the role other
}

// NewTally is a round that nobody has answered yet. The first response that is
// added sets its length and joint work.
func NewTally(r *rubric.Rubric, mode Mode, association string, date Date) *Tally {
	return &Tally{Round: newRound(r, mode, association, date), known: rubric.IDs(r.Roles), roles: map[string]int{}}
}

// ErrNobody is the error of a response without an answer.
var ErrNobody = errors.New("no question is answered")

// Add adds a person's answers to a group's. A response of another association,
// rubric, length or joint work does not belong to the round and is an error, and so
// is one that answers no question: it is nobody's.
func (t *Tally) Add(r Response) error {
	if err := t.belongs(&r); err != nil {
		return err
	}
	if t.People == 0 {
		t.Length, t.JointWork = r.Length, r.JointWork
		t.placed = newPlacings(&t.Round)
	}
	t.count(&r)
	role := t.roleOf(&r)
	t.roles[role]++
	for i := range t.placed {
		t.placed[i].add(&t.Round, role, r.Answers)
	}
	return nil
}

// roleOf is a person's role; without one that the rubric has it is other.
func (t *Tally) roleOf(r *Response) string {
	if slices.Contains(t.known, r.Role) {
		return r.Role
	}
	return rubric.OtherRole
}

func (t *Tally) belongs(r *Response) error {
	switch {
	case t.Mode != Group:
		return fmt.Errorf("a round of mode %s takes no further response", t.Mode)
	case r.Association != t.Association:
		return fmt.Errorf("the association is %q; expected %q", r.Association, t.Association)
	case r.Rubric.Digest != t.Rubric.Digest:
		return fmt.Errorf("the rubric is another than the round's, %s", t.Rubric.Ref())
	case r.Empty():
		return ErrNobody
	case t.People > 0 && r.Length != t.Length:
		return fmt.Errorf("the length is %s; expected %s", r.Length, t.Length)
	case t.People > 0 && r.JointWork != t.JointWork:
		return fmt.Errorf("these answers are about the joint work %s, the round is about %s", r.JointWork, t.JointWork)
	}
	return nil
}
