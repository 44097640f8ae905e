package assess

import "testing"

func TestVerdictOnAGroup(t *testing.T) {
	for _, c := range []struct {
		name  string
		shift Shift
		how   significance
		want  Outcome
	}{
		{"sure, and a quarter of a stage", 25, significance{.05, .05}, Moved},
		{"down as well", -25, significance{.01, .05}, Moved},
		{"sure, and too small to matter", 24, significance{.001, .001}, NoDetectableChange},
		{"not confirmed by the adjustment", 25, significance{.05, .0501}, Possible},
		{"not rare", 200, significance{.0501, .2}, NoDetectableChange},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := groupVerdict(c.shift, c.how); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestVerdictOnOnePerson(t *testing.T) {
	for _, c := range []struct {
		shift     Shift
		questions int
		want      Outcome
	}{
		{125, 3, Moved}, {124, 3, NoDetectableChange}, {-125, 4, Moved}, {-124, 4, NoDetectableChange},
		{150, 2, Moved}, {149, 2, NoDetectableChange}, {-150, 2, Moved},
	} {
		if got := soloVerdict(c.shift, c.questions); got != c.want {
			t.Errorf("%v over %d: %s, want %s", c.shift, c.questions, got, c.want)
		}
	}
}

func TestVerdictOnAllTraitsOfOnePerson(t *testing.T) {
	for _, c := range []struct {
		shift     Shift
		questions int
		want      Outcome
	}{
		{90, 16, Moved}, {89, 16, Possible}, {65, 16, Possible}, {64, 16, NoDetectableChange},
		{-90, 24, Moved}, {-65, 24, Possible}, {-64, 24, NoDetectableChange},
		{95, 15, Moved}, {94, 15, Possible}, {70, 15, Possible}, {69, 15, NoDetectableChange},
		{95, 12, Moved}, {-94, 12, Possible}, {-69, 12, NoDetectableChange},
	} {
		if got := allTraitsVerdict(c.shift, c.questions); got != c.want {
			t.Errorf("%v over %d: %s, want %s", c.shift, c.questions, got, c.want)
		}
	}
}

func TestShiftsAreWrittenWithTheirSign(t *testing.T) {
	for shift, want := range map[Shift][2]string{
		50: {"0.50", "+0.50"}, -25: {"-0.25", "-0.25"}, 0: {"0.00", "0.00"}, -5: {"-0.05", "-0.05"}, 125: {"1.25", "+1.25"},
	} {
		if shift.String() != want[0] || shift.Signed() != want[1] {
			t.Errorf("%d: %s and %s, want %v", int(shift), shift, shift.Signed(), want)
		}
	}
}
