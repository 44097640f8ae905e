package record

import (
	"bytes"
	"io"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"collab/assess"
	"collab/reports"
	"collab/reports/content"
	"collab/reports/html"
	"collab/reports/lines"
	"collab/reports/markdown"
	"collab/reports/screen"
	"collab/reports/table"
	"collab/reports/word"
	"collab/rubric"
)

// What the attacker of these tests has and does.
//
// The attacker has the record of a room, or two records that the program accepts
// beside each other, and every report of them; knows who was in the room, everybody's
// role, and the rules of package disclosure. A report tells no more than its record:
// that is shown byte by byte, so that only records need to be solved. Whoever solves
// them looks for rows of one person; see rows_test.go.

var everyReport = map[string]func(io.Writer, *assess.Assessment) error{
	"screen": func(w io.Writer, a *assess.Assessment) error {
		return screen.Write(w, made(a), screen.Size{Width: 100})
	},
	"lines":    func(w io.Writer, a *assess.Assessment) error { return lines.Write(w, made(a), 100) },
	"markdown": func(w io.Writer, a *assess.Assessment) error { return markdown.Write(w, made(a)) },
	"html":     func(w io.Writer, a *assess.Assessment) error { return html.Write(w, made(a)) },
	"document": func(w io.Writer, a *assess.Assessment) error { return word.Write(w, made(a), nil) },
	"json":     func(w io.Writer, a *assess.Assessment) error { return table.JSON(w, a) },
	"csv":      func(w io.Writer, a *assess.Assessment) error { return table.CSV(w, a) },
	"record": func(w io.Writer, a *assess.Assessment) error {
		_, err := w.Write(Encode(a))
		return err
	},
}

func made(a *assess.Assessment) content.Report { return reports.Assessment(a, reports.Options{}) }

// slow are the reports that are made of every twentieth room only, quick those of
// every room; the others are made of every fifth.
var (
	slow  = []string{"html", "document"}
	quick = []string{"record", "csv"}
)

// A reader looks at what is kept and shown of rooms.
type reader struct{ rooms int }

// same fails where anything differs of two rounds.
func (r *reader) same(t rapid.TB, one, other *assess.Published) {
	t.Helper()
	r.rooms++
	here, there := assess.Assess(one), assess.Assess(other)
	for name, report := range everyReport {
		if slices.Contains(slow, name) && r.rooms%20 != 1 || !slices.Contains(quick, name) && r.rooms%5 != 1 {
			continue
		}
		var a, b bytes.Buffer
		if err := report(&a, here); err != nil {
			t.Fatal(err)
		}
		if err := report(&b, there); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Fatalf("%s:\n%s\n\nand:\n%s", name, a.String(), b.String())
		}
	}
}

// drawPeople draws a room's people: some silent, of several roles, long or short.
func drawPeople(t *rapid.T) []assess.Response {
	kind := roomKind{
		least: 5, most: 20,
		chance: rapid.Bool().Draw(t, "chance"),
		short:  rapid.Bool().Draw(t, "short"),
		roles:  rapid.Bool().Draw(t, "roles"),
		hard:   rapid.Bool().Draw(t, "hard"),
	}
	people := kind.room(rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "answers"), 1)))
	for i := range people {
		if rapid.Bool().Draw(t, "more") {
			p := &people[i]
			p.Priorities, p.Hurdles, p.Worst = []string{"trust"}, []string{"turf"}, "turf"
			p.Aim["shared_services"], p.Targets["trust"] = rubric.Exploring, 3
		}
	}
	return people
}

func TestReportsTellNoMoreThanTheRecord(t *testing.T) {
	var look reader
	rapid.Check(t, func(t *rapid.T) {
		people := drawPeople(t)
		round := roundOf(t, people).Publish()
		if rapid.Bool().Draw(t, "second round") {
			if err := round.AddSecond(roundOf(t, people).Publish()); err != nil {
				t.Fatal(err)
			}
		}
		read, err := Read("assessment.yaml", Encode(assess.Assess(round)), rubric.Released)
		if err != nil {
			t.Fatal(err)
		}
		look.same(t, round, read)
	})
}

// TestWithheldQuestionsLeaveNoTrace changes which stages people gave to questions that
// are withheld. Nothing that is kept or shown depends on it, so that nothing tells it.
func TestWithheldQuestionsLeaveNoTrace(t *testing.T) {
	var look reader
	changed := 0
	rapid.Check(t, func(t *rapid.T) {
		people := drawPeople(t)
		before := roundOf(t, people).Publish()
		for i, c := range before.Questions {
			for _, p := range people {
				if c.Withheld > 0 && p.Answers[i] > 0 {
					p.Answers[i] = 1 + (p.Answers[i]+assess.Answer(rapid.IntRange(0, 2).Draw(t, "stage")))%4
					changed++
				}
			}
		}
		after := roundOf(t, people).Publish()
		if !reflect.DeepEqual(before, after) {
			t.Fatalf("%+v\n\nand:\n%+v", before, after)
		}
		look.same(t, before, after)
	})
	if changed == 0 {
		t.Error("no question was withheld: nothing was looked at")
	}
}

// TestPlantedPeopleCannotBeTold plants one person among people who all answer alike,
// and among people who answer the first stage or the second: one who answers the last
// stage everywhere, and one who knows nothing. A room of the same record is found in
// which nobody has that row.
func TestPlantedPeopleCannotBeTold(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for name, answer := range map[string]func() assess.Answer{
		"alike":         func() assess.Answer { return 1 },
		"at two stages": func() assess.Answer { return assess.Answer(1 + random.IntN(2)) },
	} {
		for _, planted := range []assess.Answer{4, assess.DontKnow} {
			for _, short := range []bool{false, true} {
				for people := 5; people <= 20; people++ {
					room := roomOf(people, short, answer)
					plant(room[2], planted)
					if n := toldRows(t, room, 2); n > 0 {
						t.Errorf("%d people %s, short %t: %d rows of the one who answers %d are certain", people, name, short, n, planted)
					}
				}
			}
		}
	}
}

// roomOf has so many people answer every question.
func roomOf(people int, short bool, answer func() assess.Answer) []assess.Response {
	var room []assess.Response
	for range people {
		p := roomKind{short: short}.person()
		for i, q := range p.Rubric.Questions() {
			if p.Asked(q) {
				p.Answers[i] = answer()
			}
		}
		room = append(room, p)
	}
	return room
}

// plant has a person give one answer everywhere.
func plant(p assess.Response, answer assess.Answer) {
	for i, q := range p.Rubric.Questions() {
		if p.Asked(q) {
			p.Answers[i] = answer
		}
	}
}

// toldRows is how many of a person's rows are certain.
func toldRows(t *testing.T, people []assess.Response, person int) int {
	t.Helper()
	p, told := published(t, people), 0
	for i, d := range p.Rubric.Dimensions {
		if d.Kind == rubric.Benefit {
			continue
		}
		e := equationsOf(p, i)
		if e.isCertain(truth(&e, p, i, people), person) {
			told++
		}
	}
	return told
}

// TestPlantedNewcomersCannotBeTold has five people more answer a year later, one of
// whom answers the last stage everywhere. Beside the first record, the second has as
// many rows of theirs as the counts alone tell; of fewer newcomers it is refused.
func TestPlantedNewcomersCannotBeTold(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for people := 5; people <= 15; people++ {
		room := roomOf(people+5, false, func() assess.Answer { return assess.Answer(1 + random.IntN(2)) })
		plant(room[people+2], 4)
		first, second := published(t, room[:people]), published(t, room)
		for newcomers := 1; newcomers <= 5; newcomers++ {
			if got := assess.TellsApart(first, published(t, room[:people+newcomers])); got != (newcomers < 5) {
				t.Errorf("%d newcomers to %d people are told apart: %t", newcomers, people, got)
			}
		}
		for i, d := range first.Rubric.Dimensions {
			if d.Kind != rubric.Trait {
				continue
			}
			e := differenceOf(first, second, i)
			if e.isCertain(truthOfBoth(&e, first, second, i, room), people+2) {
				t.Errorf("beside the record of %d people, the row of a newcomer on %s is certain", people, d.ID)
			}
		}
	}
}

// TestAYearlyRepeatIsNotRefused has rooms answer anew a year later, with as many people
// or one to four more.
func TestAYearlyRepeatIsNotRefused(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	for _, kind := range []roomKind{{}, {short: true}, {chance: true}, {hard: true, roles: true}} {
		for more := range 5 {
			for people := 5; people <= 15; people++ {
				kind.least, kind.most = people, people
				first := published(t, kind.room(random))
				kind.least, kind.most = people+more, people+more
				later := published(t, kind.room(random))
				later.Date = assess.Date{Time: first.Date.AddDate(1, 0, 0)}
				if assess.TellsApart(first, later) {
					t.Errorf("%d people and %d a year later are told apart: %+v", people, people+more, kind)
				}
			}
		}
	}
}
