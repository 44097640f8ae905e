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
