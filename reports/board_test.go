package reports_test

import (
	"bytes"
	"strings"
	"testing"

	"collab/reports"
	"collab/reports/lines"
)

// Nobody is said to have turned a form down where nobody was asked.
func TestFormsWithoutAnAimAreNotCalledNotConsidered(t *testing.T) {
	var b bytes.Buffer
	if err := lines.Write(&b, reports.Assessment(example(t, "harbor-towns-network")), 0); err != nil {
		t.Fatal(err)
	}
	if said := b.String(); strings.Contains(said, "consider") || !strings.Contains(said, "Strategic partnership: cannot tell yet") {
		t.Error(said)
	}
}
