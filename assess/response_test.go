package assess

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"
)

// What is done to a clone is not done to the response.
func TestACloneSharesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawResponse(t)
		before := r.Encode()
		c := r.Clone()
		if !bytes.Equal(before, c.Encode()) {
			t.Fatalf("the clone says\n%s\nand not\n%s", c.Encode(), before)
		}
		c.Answers[0], c.Targets["trust"], c.Aim["shared_services"] = 4, 1, "have"
		c.Facts["says_so"], c.Notes["trust.reliance"] = Met, "a note"
		for i := range c.Priorities {
			c.Priorities[i] = "power"
		}
		for i := range c.Hurdles {
			c.Hurdles[i] = "money"
		}
		if after := r.Encode(); !bytes.Equal(before, after) {
			t.Fatalf("the response became\n%s", after)
		}
	})
}
