package asking

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"collab/assess"
	"collab/rubric"
)

// every is all items, and those of the joint work.
func every(r *rubric.Rubric) []*Item {
	return append(Items(Round{Rubric: r, Length: assess.Full}), JointWork(r)...)
}

func blank() *assess.Response { return Round{Rubric: rubric.Default(), Length: assess.Full}.response() }

func differ(t *testing.T, got, want *assess.Response, what string) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(assess.Response{}, "Rubric"), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// Whatever is answered is read as it was set, leaves all else alone, and is gone when it
// is taken back.
func TestAnItemIsSetReadAndTakenBack(t *testing.T) {
	for _, it := range every(rubric.Default()) {
		if it.ID == RespondentID {
			continue // whoever runs the table has it; no response does
		}
		r := blank()
		var got, want any
		switch it.Kind {
		case Text:
			it.Type(r, "oak")
			got, want = it.Typed(r), "oak"
		case Ticks:
			it.Tick(r, []string{it.Options[2].ID, it.Options[0].ID})
			got, want = it.Ticked(r), []string{it.Options[0].ID, it.Options[2].ID}
		default:
			last := len(it.Options) - 1
			it.Take(r, last)
			got, want = it.Taken(r), last
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", it.ID, diff)
		}
		for _, other := range every(rubric.Default()) {
			if other.ID != it.ID && other.ID != RespondentID && other.Answered(r) {
				t.Errorf("%s is an answer to %s too", it.ID, other.ID)
			}
		}
		copied := blank()
		it.Copy(copied, r)
		differ(t, copied, r, it.ID+" copied")
		it.Clear(r)
		differ(t, r, blank(), it.ID+" taken back")
	}
}

// What each option is recorded as, from the files that people write.
func TestOptionsAreWhatFilesSay(t *testing.T) {
	r := blank()
	for _, it := range every(r.Rubric) {
		for i, o := range it.Options {
			one := blank()
			if it.Kind == Ticks {
				it.Tick(one, []string{o.ID})
			} else {
				it.Take(one, i)
			}
			says := slices.Concat([]string{one.Role, one.Worst, one.JointWork.Scope, one.JointWork.Purpose}, one.Priorities, one.Hurdles)
			for _, a := range one.Answers {
				says = append(says, a.ID(r.Rubric))
			}
			for _, target := range one.Targets {
				says = append(says, target.ID(r.Rubric))
			}
			for _, aim := range one.Aim {
				says = append(says, aim)
			}
			for _, fact := range one.Facts {
				says = append(says, string(fact))
			}
			if said := slices.DeleteFunc(says, func(s string) bool { return s == "" }); !slices.Equal(said, []string{o.ID}) {
				t.Errorf("%s: option %s is recorded as %q", it.ID, o.ID, said)
			}
		}
	}
}

// A question is asked where the method scores it, and a fact of who considers the form.
func TestItemsAreAskedAsTheMethodHasIt(t *testing.T) {
	a := newAll(rubric.Default())
	for _, length := range []assess.Length{assess.Full, assess.Short} {
		for _, scope := range []string{"", "within", "between", rubric.ScopeNone} {
			r := blank()
			r.Length, r.JointWork.Scope = length, scope
			for i, q := range r.Rubric.Questions() {
				if got, want := a.questions[i].Asked(r), r.Asked(q); got != want {
					t.Errorf("%s, %s, scope %q: asked %v, scored %v", q.ID, length, scope, got, want)
				}
			}
			for aim, asked := range map[string]bool{"": false, rubric.Have: true, rubric.Exploring: true, rubric.NotConsidering: false} {
				r.Aim["shared_services"] = aim
				for _, it := range a.facts {
					of := it.When.Item == "aim.shared_services"
					if want := length == assess.Full && (of && asked || it.ID == "fact.says_so"); it.Asked(r) != want && (of || it.When.Item == "") {
						t.Errorf("%s, %s, aim %q: asked %v", it.ID, length, aim, !want)
					}
				}
			}
			for _, it := range a.jointWork {
				if want := scope != rubric.ScopeNone || it.ID == JointScopeID; it.Asked(r) != want {
					t.Errorf("%s, scope %q: asked %v", it.ID, scope, !want)
				}
			}
		}
	}
}

// No two options of an item are typed alike.
func TestMarksTellOptionsApart(t *testing.T) {
	for _, it := range every(rubric.Default()) {
		seen := map[string]bool{}
		for _, o := range it.Options {
			if o.Mark == "" || seen[o.Mark] {
				t.Errorf("%s: option %s has the mark %q", it.ID, o.ID, o.Mark)
			}
			seen[o.Mark] = true
		}
	}
}
