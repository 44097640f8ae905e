package assess

// One person's shift counts from these sizes on. At a whole stage one of six
// traits would move in 23 of 100 retests without any change, at 1.25 in 6.
const (
	SoloMoved      Shift = 125 // over three questions or more
	SoloMovedOfTwo Shift = 150 // over two
)

// soloVerdict is that on one person's shift over so many questions, two or more.
func soloVerdict(s Shift, questions int) Outcome {
	least := SoloMoved
	if questions == 2 {
		least = SoloMovedOfTwo
	}
	if s.size() >= least {
		return Moved
	}
	return NoDetectableChange
}

// All traits of one person together need fewer stages than one alone: over all that
// was answered both times, good and bad days weigh less. From so many questions on
// there is a verdict, and from many on it takes less.
const (
	LeastOfAllTraits             = 12
	ManyOfAllTraits              = 16
	AllTraitsMoved         Shift = 90 // over many questions
	AllTraitsPossible      Shift = 65
	AllTraitsMovedOfFew    Shift = 95 // over fewer
	AllTraitsPossibleOfFew Shift = 70
)

// allTraitsVerdict is that on one person's shift over so many questions of all traits.
func allTraitsVerdict(s Shift, questions int) Outcome {
	moved, possible := AllTraitsMoved, AllTraitsPossible
	if questions < ManyOfAllTraits {
		moved, possible = AllTraitsMovedOfFew, AllTraitsPossibleOfFew
	}
	switch {
	case s.size() >= moved:
		return Moved
	case s.size() >= possible:
		return Possible
	}
	return NoDetectableChange
}

// A group's change counts from these on.
const (
	rare             = .05
	groupMoved Shift = 25
)

// groupVerdict is that on a shift between groups.
func groupVerdict(s Shift, how significance) Outcome {
	switch {
	case s.size() < groupMoved || how.p > rare:
		return NoDetectableChange
	case how.adjusted <= rare:
		return Moved
	}
	return Possible
}
