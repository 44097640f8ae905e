package survey

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"collab/assess"
	"collab/assess/assesstest"
	"collab/rubric"
)

// testRound is a full round of the default rubric.
func testRound() Round {
	return Round{Association: "Northern Trails Alliance", Date: assess.Date{Time: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)}, Rubric: rubric.Default(), Length: assess.Full}
}

func TestATableSaysWhatItsPeopleSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := assesstest.Draw(t)
		round := Round{first.Association, first.Date, first.Rubric, first.Length, first.JointWork}
		want := assess.NewTally(round.Rubric, assess.Group, round.Association, round.Date)
		var people []*assess.Response
		for range rapid.IntRange(1, 14).Draw(t, "people") {
			p := drawAlike(t, first)
			p.Role = rapid.SampledFrom([]string{"", "board", "board", "staff", "other"}).Draw(t, "role")
			people = append(people, p)
			if err := want.Add(*p); err != nil {
				t.Fatal(err)
			}
		}
		want.Close()
		table := drawForm(t).table(people)
		got, err := Read("survey.csv", bytes.NewReader(table), round, nil)
		if err != nil {
			t.Fatalf("%v\n%s", err, table)
		}
		got.Close()
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("the table, and the people one by one:\n%s\n%s", cmp.Diff(partsOf(want), partsOf(got)), table)
		}
	})
}

// partsOf are the parts of a tally that cmp may look at.
func partsOf(t *assess.Tally) any {
	return []any{t.People, t.Questions, t.Positions, t.Targets, t.Priorities, t.Hurdles, t.Worst, t.Aim, t.Facts, t.Roles, t.RolePositions}
}

// drawAlike draws a response of the same round as another: of the same answers,
// or of others.
func drawAlike(t *rapid.T, like *assess.Response) *assess.Response {
	if rapid.Bool().Draw(t, "alike") {
		copied := *like
		return &copied
	}
	p := assesstest.Draw(t)
	p.Length, p.JointWork = like.Length, like.JointWork
	for i, q := range p.Rubric.Questions() {
		if !p.Asked(q) {
			p.Answers[i] = assess.Unanswered
		}
	}
	if p.Length == assess.Short {
		p.Facts = map[string]assess.Fact{}
	}
	return p
}

// What encoding/csv reads, the scanner reads alike, however it cuts the bytes
// into blocks.
func TestTheScannerReadsAsEncodingCSV(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cells := rapid.SliceOfN(rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom([]rune(`ab,;" é`+"\n")), 0, 60, -1), 1, 5), 0, 20)
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.UseCRLF = rapid.Bool().Draw(t, "CRLF")
		want := cells.Draw(t, "cells")
		if err := w.WriteAll(want); err != nil {
			t.Fatal(err)
		}
		s := newScanner(bytes.NewReader(b.Bytes()))
		s.step = rapid.IntRange(1, 90).Draw(t, "step")
		var got [][]string
		for b := range s.blocks() {
			for r := range b.rows() {
				var row []string
				for at := range column(len(r.cells)) {
					row = append(row, string(r.text(at)))
				}
				got = append(got, row)
			}
		}
		if w.UseCRLF {
			for _, row := range want {
				for i := range row {
					row[i] = strings.ReplaceAll(row[i], "\n", "\r\n")
				}
			}
		}
		if diff := cmp.Diff(want, got); s.broken != "" || diff != "" && len(want)+len(got) > 0 {
			t.Fatalf("%s\n%s", s.broken, diff)
		}
	})
}

// questionIDs are the ids of all questions.
func questionIDs() []string {
	var ids []string
	for _, q := range rubric.Default().Questions() {
		ids = append(ids, q.ID)
	}
	return ids
}

// askedHeader and cellsOf are a header of all questions, and a row below it.
func askedHeader() string {
	return strings.Join(questionIDs(), ",")
}

func cellsOf(cell string) string {
	return strings.TrimSuffix(strings.Repeat(cell+",", len(rubric.Default().Questions())), ",")
}

func TestFaultsOfATable(t *testing.T) {
	header, row := askedHeader(), cellsOf("2")
	short := Round{Rubric: rubric.Default(), Length: assess.Short}
	none := testRound()
	none.JointWork.Scope = rubric.ScopeNone
	const five = `: "5" is unknown; expected 1 to 4, a stage id or its description, dk, na or nothing`
	const deleted = "expected the id or the prompt of a question; delete the column if it is of something else, such as a name, an address or a time"
	for _, c := range []struct {
		name  string
		round Round
		table string
		want  []string
	}{
		{"nothing", testRound(), "", []string{`: the table is empty; expected a header and a row a person`}},
		{"a header alone", testRound(), header + "\n", []string{`: no row below the header holds an answer`}},
		{"an empty first row", testRound(), " ,\n" + header, []string{`: row 1: the row is empty; expected a header`}},
		{"no question", testRound(), "name,role\nAnn,board\n", []string{
			`: row 1: no column is a question's; expected ids such as values.goals, or prompts`,
			`: row 1, column A: "name" is unknown; expected the id or the prompt of a question; delete the column if it is of something else, such as a name, an address or a time`}},
		{"a rank that is none, in its cell", testRound(), "respondent," + header + "\n\nAnn," + row + "\n\"Bo\nLee\"," + strings.Replace(row, "2", "5", 1), []string{
			`: row 4, column B (values.goals)` + five}},
		{"a slip in a stage", testRound(), header + "\n" + strings.Replace(row, "2", "Cordination", 1), []string{
			`: row 2, column A (values.goals): "Cordination" is unknown; did you mean coordination?`}},
		{"a formula", testRound(), header + "\n" + strings.Replace(row, "2", "=1+1", 1), []string{
			`: row 2, column A (values.goals): "=1+1" is unknown; expected 1 to 4, a stage id or its description, dk, na or nothing`}},
		{"a NUL in a cell", testRound(), header + "\n" + strings.Replace(row, "2", "2\x00", 1), []string{
			`: row 2, column A (values.goals): "2\x00" is unknown; expected 1 to 4, a stage id or its description, dk, na or nothing`}},
		{"a NUL in the header", testRound(), "\x00" + header + "\n" + row, []string{
			`: row 1: NUL bytes stand here; expected CSV in UTF-8, or in UTF-16 with a byte order mark`}},
		{"a NUL in a name", testRound(), "respondent," + header + "\nA\x00," + row, []string{
			`: row 2, column A (respondent): a NUL byte stands here; expected text`}},
		{"ragged rows", testRound(), header + "\n1\n" + row + ",2\n" + row, []string{
			`: row 2: cells in the row: 1; expected 41 as in the header`,
			`: row 3: cells in the row: 42; expected 41 as in the header`}},
		{"an open quote", testRound(), header + "\n" + row + "\n2,\"3," + row + "\n" + row + "\n", []string{
			`: row 3, column B (values.decisions): the quote that opens here is not closed before the end of the table, or within 1 MiB; nothing after it was read`}},
		{"an open quote in the header", testRound(), `"` + header + "\n" + row, []string{
			`: row 1, column A: the quote that opens here is not closed before the end of the table, or within 1 MiB; nothing after it was read`}},
		{"text after a quote", testRound(), header + "\n\"2\"3" + strings.TrimPrefix(row, "2"), []string{
			`: row 2, column A (values.goals): "\"2\"3" is unknown; expected 1 to 4, a stage id or its description, dk, na or nothing`}},
		{"a question twice", testRound(), header + ",Values.Goals\n" + row + ",2", []string{
			`: row 1, column AP (values.goals): the same as column A; expected each once`}},
		{"a question by id and prompt", testRound(), header + "," + rubric.Default().Questions()[0].Prompt + "\n" + row + ",2", []string{
			`: row 1, column AP (values.goals): the same as column A; expected each once`}},
		{"a slip in a header", testRound(), strings.Replace(header, "trust.reliance", "trust.relience", 1) + "\n" + row, []string{
			`: row 1: no column for trust.reliance; an empty column leaves a question unanswered`,
			`: row 1, column G: "trust.relience" is unknown; did you mean trust.reliance?`}},
		{"a column of the form tool", testRound(), "Timestamp," + header + "\nnow," + row, []string{
			`: row 1, column A: "Timestamp" is unknown; ` + deleted}},
		{"the columns that a form tool begins with", testRound(), "ID,Start time,Email,Name," + header + "\n1,now,a@b.c,Ann," + row, []string{
			`: row 1, column A: "ID" is unknown; ` + deleted, `: row 1, column B: "Start time" is unknown; ` + deleted,
			`: row 1, column C: "Email" is unknown; ` + deleted, `: row 1, column D: "Name" is unknown; ` + deleted}},
		{"a column without a header", testRound(), header + ",\n" + row + ",\n" + row + ",x\n", []string{
			`: row 3, column AP: the column has no header; expected one, or an empty column`}},
		{"a person twice", testRound(), "code,respondent," + header + "\nx,Ann," + row + "\n,," + row + "\n,," + row + "\nx, Ann ," + row, []string{
			`: row 5, column A (code): the same code as in row 2; expected each once`,
			`: row 5, column B (respondent): the same respondent as in row 2; expected each once`}},
		{"a role", testRound(), "role," + header + "\nbored," + row, []string{
			`: row 2, column A (role): "bored" is unknown; did you mean board?`}},
		{"other columns", testRound(), "target.values,fact.says_so,aim.shared_services,priorities,hurdles,hurdle_worst," + header +
			"\nna,true,maybe,trust trust,turf,money," + row + "\n,,,values trust governance,terf,turf," + row, []string{
			`: row 2, column A (target.values): "na" is unknown; expected 1 to 4, a stage id or its description, today_is_right or nothing`,
			`: row 2, column B (fact.says_so): "true" is unknown; expected met, not_met, dk or nothing`,
			`: row 2, column C (aim.shared_services): "maybe" is unknown; expected have, exploring, not_considering or nothing`,
			`: row 2, column D (priorities): trust stands twice`,
			`: row 2, column F (hurdle_worst): money is marked the worst but is not among those that were met`,
			`: row 3, column D (priorities): 3 are named; expected at most 2`,
			`: row 3, column E (hurdles): "terf" is unknown; did you mean turf?`}},
		{"a text that nobody could tick", testRound(), "priorities,hurdles,hurdle_worst," + header +
			"\n\"Openness, Trust\",\"Money, Mostly in spring; turf\",Money," + row, []string{
			`: row 2, column A (priorities): "Openness" is unknown; expected ids separated by blanks, such as values, trust, transparency, knowledge, stakeholders, governance, or their texts separated by commas`,
			`: row 2, column B (hurdles): "Mostly in spring" is unknown; expected ids separated by blanks, such as inertia, capacity, turf, low_trust, turnover, no_case, money, culture, systems, rules, partner, power … (14 in all), or their texts separated by commas`}},
		{"the columns of form tools", testRound(), "Timestamp,Start time,Name *,ID," + header + "\n,,,," + row, []string{
			`: row 1, column A: "Timestamp" is unknown; ` + deleted,
			`: row 1, column B: "Start time" is unknown; ` + deleted,
			`: row 1, column C: "Name *" is unknown; ` + deleted,
			`: row 1, column D: "ID" is unknown; ` + deleted}},
		{"what the short length does not ask", short, header + ",fact.says_so\n" + row + ",met", nil},
		{"the spectrum without joint work", none, header + "\n" + row, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			tally, err := Read("people.csv", strings.NewReader(c.table), c.round, nil)
			var faults Faults
			if !errors.As(err, &faults) || tally != nil {
				t.Fatalf("error %v, tally %v", err, tally)
			}
			if c.want == nil {
				if !strings.Contains(err.Error(), "is not asked") {
					t.Errorf("got %v", err)
				}
				return
			}
			want := "people.csv" + strings.Join(c.want, "\npeople.csv")
			if diff := cmp.Diff(want, err.Error()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestTheExportedHeaderIsRead has a person who answered nothing below it.
func TestTheExportedHeaderIsRead(t *testing.T) {
	short, none := testRound(), testRound()
	short.Length = assess.Short
	none.JointWork.Scope = rubric.ScopeNone
	for _, c := range []struct {
		round Round
		width int
	}{{testRound(), 67}, {short, 37}, {none, 58}} {
		header := Header(c.round)
		if len(header) != c.width || header[3] != "values.goals" {
			t.Errorf("%d columns, want %d: %v", len(header), c.width, header)
		}
		table := strings.Join(header, ",") + "\nAnn" + strings.Repeat(",", len(header)-1)
		if tally, err := Read("people.csv", strings.NewReader(table), c.round, nil); err != nil || tally.People != 1 {
			t.Errorf("%v", err)
		}
	}
}

func TestAQuestionThatIsNotAskedHasNoColumn(t *testing.T) {
	round := testRound()
	round.JointWork.Scope = rubric.ScopeNone
	_, err := Read("people.csv", strings.NewReader(askedHeader()+"\n"+cellsOf("")), round, nil)
	if want := `column Y (spectrum.formality): "spectrum.formality" is not asked where there was no joint work`; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want %s", err, want)
	}
}

// The first hundred faults are told in the order of rows and columns.
func TestManyFaultsAreCounted(t *testing.T) {
	table := askedHeader() + strings.Repeat("\n"+cellsOf("5"), 1000)
	_, err := Read("people.csv", strings.NewReader(table), testRound(), nil)
	var faults Faults
	if !errors.As(err, &faults) || len(faults.First) != 100 || faults.More != 41*1000-100 {
		t.Fatalf("got %v", err)
	}
	for i, f := range faults.First {
		if f.Row != 2+i/41 || f.Column != column(i%41).letters() {
			t.Errorf("fault %d: %v", i, f)
		}
	}
	if !strings.HasSuffix(err.Error(), "\npeople.csv: and 40900 more") {
		t.Errorf("got %v", err)
	}
}

func TestTenThousandUnknownColumns(t *testing.T) {
	var header strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&header, "trust.reliance%d,", i)
	}
	table := header.String() + askedHeader() + strings.Repeat("\n"+strings.Repeat(",", 10_000)+cellsOf("2"), 3)
	_, err := Read("people.csv", strings.NewReader(table), testRound(), nil)
	var faults Faults
	if !errors.As(err, &faults) || len(faults.First)+faults.More != 10_000 {
		t.Errorf("got %v", err)
	}
}

// endless gives a pattern again and again, up to a number of bytes.
type endless struct {
	pattern string
	left    int
}

func (e *endless) Read(into []byte) (int, error) {
	n := 0
	for n+len(e.pattern) <= len(into) && e.left > 0 {
		n += copy(into[n:], e.pattern)
		e.left -= len(e.pattern)
	}
	if n == 0 && e.left <= 0 {
		return 0, io.EOF
	}
	return n, nil
}

// A hostile table has one fault, without all of it being read.
func TestEndlessRows(t *testing.T) {
	const size = 100 << 20
	for _, c := range []struct{ name, before, pattern, want string }{
		{"in the header", "", "x", "row 1: the row is longer than 1 MiB"},
		{"in a cell", askedHeader() + "\n", "x", "row 2: the row is longer than 1 MiB"},
		{"of cells", askedHeader() + "\n", ",", "row 2: the row is longer than 1 MiB"},
		{"of quotes", askedHeader() + "\n", `"`, "row 2, column A (values.goals): the quote that opens here"},
		{"of open quotes", askedHeader() + "\n,\"", "\n", "row 2, column B (values.decisions): the quote that opens here"},
	} {
		rest := &endless{c.pattern, size}
		_, err := Read("people.csv", io.MultiReader(strings.NewReader(c.before), rest), testRound(), nil)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v", c.name, err)
		}
		if read := size - rest.left; read > 3*maxRow {
			t.Errorf("%s: %d bytes were read", c.name, read)
		}
	}
}

func TestAReaderThatFails(t *testing.T) {
	broken := errors.New("the disk is gone")
	in := io.MultiReader(strings.NewReader(askedHeader()+"\n5,"), iotest.ErrReader(broken))
	if _, err := Read("people.csv", in, testRound(), nil); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func TestProgressTellsTheRows(t *testing.T) {
	table := askedHeader() + strings.Repeat("\n"+cellsOf("2"), 5000)
	last := 0
	_, err := Read("people.csv", strings.NewReader(table), testRound(), func(rows int) {
		if rows <= last {
			t.Errorf("%d rows after %d", rows, last)
		}
		last = rows
	})
	if err != nil || last != 5001 {
		t.Errorf("%d rows, %v", last, err)
	}
}

// A register finds whoever comes again among many, wherever it has to grow.
func TestARegisterFindsEveryone(t *testing.T) {
	const people = 100_000
	r := newRegister()
	again := map[int]int{}
	twice := func(row, first int) { again[row] = first }
	for i := range people {
		r.note(2*i+2, fmt.Append(nil, "member", i))
		if i%300 == 0 {
			r.settle(twice)
		}
	}
	if r.settle(twice); len(again) > 0 {
		t.Fatalf("%d people were taken for others", len(again))
	}
	for i := 0; i < people; i += 997 {
		row := 2*people + i
		r.note(row, fmt.Append(nil, "member", i))
		if r.settle(twice); again[row] != 2*i+2 {
			t.Errorf("%d was found in row %d", i, again[row])
		}
	}
}

// Run it with -fuzzminimizetime 1x: hashes differ from run to run, and the fuzzer
// tries in vain to find the smallest input that takes the same way again.
func FuzzReadSurvey(f *testing.F) {
	for _, table := range []string{
		"respondent,role," + askedHeader() + "\nAnn,board," + cellsOf("2") + "\r\nBo,," + cellsOf(" DK "),
		strings.ReplaceAll(askedHeader()+",priorities\n"+cellsOf("coordination")+",trust values\n", ",", ";"),
		"\xff\xfea\x00;\x00", "\ufeff\"a\"\"b\"\n", "\"", "values.goals\r\r\n2\r", "a,b\nc",
	} {
		f.Add([]byte(table))
	}
	f.Fuzz(func(t *testing.T, table []byte) {
		tally, err := Read("people.csv", bytes.NewReader(table), testRound(), nil)
		if (tally == nil) == (err == nil) {
			t.Fatalf("tally %v, error %v", tally, err)
		}
		var faults Faults
		if err != nil && !errors.As(err, &faults) {
			t.Fatalf("the error is no fault: %v", err)
		}
		for _, fault := range faults.First {
			if strings.ContainsFunc(fault.Error(), func(r rune) bool { return r < ' ' }) {
				t.Errorf("control characters in %q", fault)
			}
		}
		if tally != nil {
			tally.Close()
			assess.Assess(tally)
		}
	})
}
