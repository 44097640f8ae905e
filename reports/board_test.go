package reports_test

import (
	"bytes"
	"strings"
	"testing"

	"collab/reports"
	"collab/reports/content"
	"collab/reports/lines"
	"collab/reports/reportstest"
)

// Nobody is said to have turned a form down where nobody was asked.
func TestFormsWithoutAnAimAreNotCalledNotConsidered(t *testing.T) {
	var b bytes.Buffer
	if err := lines.Write(&b, reports.Assessment(example(t, "harbor-towns-network")), 0); err != nil {
		t.Fatal(err)
	}
	if said := b.String(); strings.Contains(said, "consider") || !strings.Contains(said, "Strategic partnership: too little is known") {
		t.Error(said)
	}
}

// A form that some explore and others have is not called "not considered": the page would
// contradict the counts of the same report.
func TestBoardSaysWhereARoomDisagreesOnAForm(t *testing.T) {
	board := told(t, reports.Assessment(reportstest.Divided(t), reports.Options{}).On(content.Board))
	for _, want := range []string{
		"Joint social enterprise: no common aim",
		"Four of 14 say that it is in place and four that it is being explored, less than a third of the room each, so three conditions count as not known.",
		"Shared services: not considered\n",
		"Six of 14 say that it is in place: settle that first.",
	} {
		if strings.Count(board, want) != 1 {
			t.Errorf("%q is not said once in\n%s", want, board)
		}
	}
	if strings.Count(board, "no one is considering it") != 1 { // shared services
		t.Error(board)
	}
}

// The short length names who says what of a form too.
func TestShortReportSaysWhereARoomDisagreesOnAForm(t *testing.T) {
	said := told(t, reports.Assessment(reportstest.ShortRoom(t), reports.Options{}))
	if want := "Strategic partnership: four of twelve say that it is in place, four that it is being explored and four that it is not considered."; !strings.Contains(said, want) {
		t.Errorf("%q is missing in\n%s", want, said)
	}
}
