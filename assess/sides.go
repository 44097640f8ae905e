package assess

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// SideOf puts the responses of a group's people beside their assessment, in the
// order of file names or rows. It is an error where they are not those that the
// assessment counts, and where a code stands twice.
func SideOf(a *Assessment, people []*Response) (Side, error) {
	again := NewTally(a.Rubric, Group, a.Association, a.Date)
	for i, p := range people {
		if err := again.Add(*p); err != nil {
			return Side{}, fmt.Errorf("response %d of the round of %s: %w", i+1, a.Date, err)
		}
	}
	if !sameRound(&a.Round, &again.Round) {
		return Side{}, fmt.Errorf("the %d responses are not those that the assessment of %s counts; it has %d people",
			len(people), a.Date, a.People)
	}
	coded := map[string]bool{}
	for _, p := range people {
		key := CodeKey(p.Code)
		if coded[key] && key != "" {
			return Side{}, fmt.Errorf("the code %q is there twice in the round of %s; a person counts once", strings.TrimSpace(p.Code), a.Date)
		}
		coded[key] = true
	}
	return Side{Assessment: a, people: people}, nil
}

// sameRound tells whether a round, which may be closed, has the counts of one
// that is not.
func sameRound(t, open *Round) bool {
	return t.Mode == Group && t.People == open.People && t.Length == open.Length && t.JointWork == open.JointWork &&
		slices.EqualFunc(t.Questions, open.Questions, func(a, b Counts) bool {
			return a.DontKnow == b.DontKnow && a.DoesNotApply == b.DoesNotApply && a.Scored() == b.Scored() &&
				(a.Withheld > 0 || slices.Equal(a.Ranks, b.Ranks))
		})
}

// A pair is the two responses of one person.
type pair struct{ then, now *Response }

// linkedPairs are the people with the same code in both rounds, in the order of codes.
func linkedPairs(then, now Side) []pair {
	earlier := map[string]*Response{}
	for _, p := range then.people {
		earlier[CodeKey(p.Code)] = p
	}
	delete(earlier, "")
	byCode := map[string]pair{}
	for _, p := range now.people {
		key := CodeKey(p.Code)
		if before := earlier[key]; before != nil {
			byCode[key] = pair{before, p}
		}
	}
	var pairs []pair
	for _, key := range slices.Sorted(maps.Keys(byCode)) {
		pairs = append(pairs, byCode[key])
	}
	return pairs
}
