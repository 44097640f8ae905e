package reports_test

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"collab/assess"
	"collab/reports"
	"collab/reports/content"
	"collab/reports/projector"
	"collab/reports/reportstest"
)

// Each question that a room answered again has a screen whose counts are those of both
// rounds, and no stage has its name there.
func TestBeforeAndAfterShowsBothRounds(t *testing.T) {
	a := reportstest.AfterTalking(t)
	r := reports.BeforeAndAfter(a, reports.Options{})
	shown := a.Talks
	if len(shown) > 7 {
		shown = a.Changed()
	}
	if len(shown) == 0 || len(r.Sections) != 1+len(shown) {
		t.Fatalf("there are %d screens for %d questions", len(r.Sections), len(shown))
	}
	for i, talk := range shown {
		s := r.Sections[i+1]
		table, is := s.Blocks[1].(content.Table)
		if !is || s.ID != "talk-"+a.Answers[talk.Question].ID {
			t.Fatalf("a screen is %s with %T", s.ID, s.Blocks[1])
		}
		for rank := range talk.Before.Ranks {
			cells := table.Rows[rank].Cells
			if cells[0].Plain() != a.Answers[talk.Question].Anchors[rank] || cells[1].Plain() != strconv.Itoa(talk.Before.Ranks[rank]) || cells[2].Plain() != strconv.Itoa(talk.After.Ranks[rank]) {
				t.Errorf("%s says %v of stage %d, the rounds %v and %v", s.ID, cells, rank+1, talk.Before.Ranks, talk.After.Ranks)
			}
		}
	}
	page := projected(t, r)
	for _, stage := range a.Rubric.Stages {
		if strings.Contains(page, stage.Name) {
			t.Errorf("the screens name the stage %s", stage.Name)
		}
	}
}

// Every label before meets every label after in words of its own.
func TestTalkOutcomesHaveWords(t *testing.T) {
	a := reportstest.AfterTalking(t)
	seen := map[string]bool{}
	labels := []assess.Label{assess.Agree, assess.Mixed, assess.Split}
	for _, before := range labels {
		for _, after := range labels {
			a.Talks = []assess.Talk{a.Talks[0]}
			a.Talks[0].Label, a.Talks[0].NowLabel, a.Talks[0].Now = before, after, a.Talks[0].Median
			seen[reports.BeforeAndAfter(a, reports.Options{}).Sections[1].Heading.Plain()] = true
		}
	}
	if len(seen) != len(labels)*len(labels) {
		t.Errorf("there are %d headings: %v", len(seen), seen)
	}
}

// A screen has a mark for each person, and only the first screen shows at first.
func TestTheProjectorMarksEachPerson(t *testing.T) {
	a := reportstest.RoomOfTwelve(t)
	page := projected(t, reports.Agenda(a, reports.Options{}))
	topics := a.AfterTalking()
	if got := strings.Count(page, "<section"); got != 1+len(topics) || strings.Count(page, " hidden>") != len(topics) {
		t.Errorf("there are %d screens, want %d of which all but one are hidden", got, 1+len(topics))
	}
	rows := regexp.MustCompile(`<li><b>(\d+)</b><span class="people [a-z]*" aria-hidden="true">((?:<i></i>)*)</span>`).FindAllStringSubmatch(page, -1)
	if len(rows) == 0 {
		t.Fatalf("no count is shown:\n%s", page)
	}
	for _, row := range rows {
		if got := strconv.Itoa(strings.Count(row[2], "<i>")); got != row[1] {
			t.Errorf("%s people have %s marks", row[1], got)
		}
	}
}

// What people and rubrics say stays text on the projector.
func TestTheProjectorRunsNothing(t *testing.T) {
	a := reportstest.HostileRoom(t)
	for _, r := range []content.Report{reports.Agenda(a, reports.Options{}), reports.BeforeAndAfter(a, reports.Options{})} {
		if page := projected(t, r); strings.Contains(page, "<script") || strings.Contains(page, "<img") || strings.ContainsAny(page, "\x1b\u202e") {
			t.Errorf("the screens hold\n%s", page)
		}
	}
}

func projected(t *testing.T, r content.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := projector.Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
