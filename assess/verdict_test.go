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
		{"not confirmed by the adjustment", 25, significance{.05, .051}, Possible},
		{"not rare", 200, significance{.051, .2}, NoDetectableChange},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := groupVerdict(c.shift, c.how); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
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
