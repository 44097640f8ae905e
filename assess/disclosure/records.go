package disclosure

// A Release is what one round of a record tells of its questions.
type Release struct {
	Day       int // days since a fixed day
	People    int
	Questions map[string]Cells // by id, of all that somebody answered
	// Groups are the numbers of people of whom something is told together, by a name
	// that means the same in both: of a role, and of all and of a role who have a
	// position on a trait.
	Groups map[string]int
}

// Cells are the people by what they answered to one question: don't know, does not
// apply, each stage. A stage that is not there has nobody. Nil where the stage counts
// are withheld.
type Cells []int

// at is the number of people of one answer.
func (c Cells) at(i int) int {
	if i < len(c) {
		return c[i]
	}
	return 0
}

// Window is the number of days within which two records are compared with
// tolerance: people who answer again so soon may change an answer.
const Window = 60

// TellsApart tells whether the difference of two releases would give one to four
// people away. Only questions in the same words that bear stage counts in both are
// looked at: at least half of the questions of the release that has fewer.
//
// Whatever the dates, it does where one release is the other with one to four
// people more: in all of these questions its counts of stages, don't know and does
// not apply are those of the other and at most as many answers more. The release
// with more people must be the larger in every question. At most sixty days apart, it
// also does where that holds in nine of ten of them, or where as many people
// answered and nine of ten of them differ by one person's answer at most: one person
// gave it, took it back, or gave another.
//
// Five newcomers are enough for the questions, but one of them may be the only one of
// a role: at most sixty days apart, two releases of which one contains the other in
// nine of ten questions also give one to four people away where any group that both
// tell of differs by so many.
//
// The order of the two does not matter. Half of the questions is counted in the
// release with fewer, so that a short length beside a full one and a second round of
// three questions are compared. A latecomer may leave questions open, so a question
// that both have alike counts as contained. Two releases that are alike in everything
// fall under the last rule too: where they are known to be one round kept twice, do
// not compare them.
func TellsApart(earlier, later Release) bool {
	c := compare(earlier, later)
	if c.compared == 0 || 2*c.compared < min(len(earlier.Questions), len(later.Questions)) {
		return false
	}
	near := max(later.Day-earlier.Day, earlier.Day-later.Day) <= Window
	if IsFew(c.more) {
		return c.contained == c.compared || near && c.isMost(c.contained)
	}
	if c.more == 0 {
		return near && c.isMost(c.alike)
	}
	return near && c.isMost(c.contained) && fewDiffer(earlier.Groups, later.Groups)
}

// fewDiffer tells whether any group that both tell of differs by one to four people.
func fewDiffer(earlier, later map[string]int) bool {
	for name, people := range earlier {
		if there, told := later[name]; told && IsFew(max(people-there, there-people)) {
			return true
		}
	}
	return false
}

// Contained tells whether a second round is the first with one to four people
// more, or fewer, in nine of ten of the questions that bear stage counts in both. As
// many people who answer alike are no fault: they are asked the same again at once.
func Contained(first, second Release) bool {
	c := compare(first, second)
	return c.compared > 0 && IsFew(c.more) && c.isMost(c.contained)
}

// A comparison counts the questions of two releases.
type comparison struct {
	more      int // people of the larger release beyond those of the smaller
	compared  int // questions with stage counts in both
	contained int // of which the larger release has the smaller's people and at most so many more
	alike     int // which differ by one person's answer at most
}

// isMost tells whether a number of the questions is nine of ten of them.
func (c comparison) isMost(questions int) bool { return 10*questions >= 9*c.compared }

func compare(earlier, later Release) comparison {
	small, large := earlier, later
	if small.People > large.People {
		small, large = large, small
	}
	c := comparison{more: large.People - small.People}
	for id, less := range small.Questions {
		more := large.Questions[id]
		if less == nil || more == nil {
			continue
		}
		c.compared++
		gained, lost := apart(less, more)
		if lost == 0 && gained <= c.more {
			c.contained++
		}
		if gained <= 1 && lost <= 1 {
			c.alike++
		}
	}
	return c
}

// apart counts the answers that the second has beyond the first, and lacks.
func apart(first, second Cells) (gained, lost int) {
	for i := range max(len(first), len(second)) {
		more := second.at(i) - first.at(i)
		gained += max(more, 0)
		lost += max(-more, 0)
	}
	return gained, lost
}
