package assess

import (
	"cmp"

	"collab/rubric"
)

// compareCautions are what limits a comparison as a whole.
func compareCautions(then, now Side) []Caution {
	none := JointWork{}
	whole := func(s Side) bool { return s.Body > 0 && s.Body == s.People }
	var out []Caution
	for _, c := range []struct {
		holds   bool
		caution Caution
	}{
		{(then.Mode == Solo) != (now.Mode == Solo), CautionOneAgainstGroup},
		{then.Length != now.Length, CautionLengths},
		{roleMixChanged(then, now), CautionRoleMix},
		{whole(then) || whole(now), CautionEveryone},
		{then.JointWork != none && now.JointWork != none && then.JointWork != now.JointWork, CautionJointWork},
		{then.Mode == Hands || now.Mode == Hands, CautionHands},
	} {
		if c.holds {
			out = append(out, c.caution)
		}
	}
	return out
}

// roleMixChanged tells whether other roles answered: half the sum of the absolute
// differences of the roles' shares is above a quarter. Groups only. Roles that a
// record hides count as one; a role that either side hides is among them on both,
// for nobody can tell it from the others.
func roleMixChanged(then, now Side) bool {
	if then.Mode != Group || now.Mode != Group {
		return false
	}
	a, b := then.roleCounts(), now.roleCounts()
	hide(a, b)
	hide(b, a)
	apart := abs(a[hiddenRoles]*now.People - b[hiddenRoles]*then.People)
	for role := range a {
		if role != hiddenRoles {
			apart += abs(a[role]*now.People - b[role]*then.People)
		}
	}
	for role := range b {
		if _, both := a[role]; !both && role != hiddenRoles {
			apart += b[role] * then.People
		}
	}
	return 2*apart > then.People*now.People // apart / (2 n m) > 1/4
}

// hiddenRoles stands for those that a record does not show; no role has its id.
const hiddenRoles = ""

// roleCounts are the people by role: of all roles where the responses are at
// hand, else of those shown, the others together.
func (s Side) roleCounts() map[string]int {
	counts := map[string]int{}
	for _, p := range s.people {
		counts[cmp.Or(p.Role, rubric.OtherRole)]++
	}
	if s.people != nil {
		return counts
	}
	shown := 0
	for role, n := range s.Roles {
		counts[role] = n
		shown += n
	}
	counts[hiddenRoles] = s.People - shown
	return counts
}

// hide counts the roles that only one side shows among the hidden, where the
// other side hides any.
func hide(a, other map[string]int) {
	if other[hiddenRoles] == 0 {
		return
	}
	for role, n := range a {
		if _, shown := other[role]; !shown && role != hiddenRoles {
			a[hiddenRoles] += n
			delete(a, role)
		}
	}
}
