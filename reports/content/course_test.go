package content

import (
	"testing"

	"collab/reports/figure"
)

func TestBarsAreAsHighAsThePosition(t *testing.T) {
	for _, c := range []struct {
		at   float64
		k    int
		want string
	}{{0, 4, "·"}, {1, 4, "▁"}, {4, 4, "█"}, {2.5, 4, "▅"}, {2, 2, "█"}, {7, 7, "█"}, {1.01, 7, "▁"}} {
		if got := (ProfileRow{Course: []float64{c.at}}).Bars(c.k); got != c.want {
			t.Errorf("%v of %d: %s, want %s", c.at, c.k, got, c.want)
		}
	}
}

// A point that is missing is no point at the bottom.
func TestALinePassesByWhatIsMissing(t *testing.T) {
	got := ProfileRow{Course: []float64{1, 0, 4}}.Line(4, 6, 4, 94, 26)
	want := []figure.Point{{X: 6, Y: 26}, {X: 94, Y: 4}}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("the line goes through %v, want %v", got, want)
	}
	if bars := (ProfileRow{Course: []float64{1, 0, 4}}).Bars(4); bars != "▁·█" {
		t.Errorf("the bars are %s", bars)
	}
}
