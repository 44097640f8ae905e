package survey

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/assesstest"
	"collab/rubric"
)

// testRound is a full round of the default rubric.
func testRound() asking.Round {
	return asking.Round{
		Association: "Northern Trails Alliance", Rubric: rubric.Default(), Length: assess.Full,
		Date: assess.Date{Time: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)},
	}
}

// count reads a table and counts those who answered.
func count(table string, round asking.Round) (people int, read Summary, err error) {
	read, err = Read("people.csv", strings.NewReader(table), round, func(int, *assess.Response) error {
		people++
		return nil
	})
	return people, read, err
}

// questionHeader and cellsOf are a header of all questions, and a row below it.
func questionHeader(length assess.Length) string {
	var ids []string
	for _, q := range rubric.Default().Questions() {
		if length.Asks(q) {
			ids = append(ids, q.ID)
		}
	}
	return strings.Join(ids, ",")
}

func cellsOf(cell string) string {
	return strings.TrimSuffix(strings.Repeat(cell+",", len(rubric.Default().Questions())), ",")
}

// Whoever is drawn, in whichever dialect: the table says what they say.
func TestATableSaysWhatItsPeopleSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := assesstest.Draw(t)
		round := asking.Round{Association: first.Association, Date: first.Date, Rubric: first.Rubric, Length: first.Length, JointWork: first.JointWork}
		var rows, want []string
		columns := slices.DeleteFunc(askedOf(first.Rubric), func(a asked) bool { return !slices.Contains(Header(round), a.id) })
		for range rapid.IntRange(1, 9).Draw(t, "people") {
			p := assesstest.Draw(t)
			p.Length, p.JointWork = first.Length, first.JointWork
			for i, q := range p.Rubric.Questions() {
				if !p.Asked(q) {
					p.Answers[i] = assess.Unanswered
				}
			}
			if p.Length == assess.Short {
				p.Facts = map[string]assess.Fact{}
			}
			cells := plain.row(columns, p)
			if slices.ContainsFunc(p.Answers, func(a assess.Answer) bool { return a != assess.Unanswered }) {
				want = append(want, string(p.Encode()))
			}
			rows = append(rows, strings.Join(cells, ","))
		}
		var header, got []string
		for _, a := range columns {
			header = append(header, a.id)
		}
		table := strings.Join(header, ",") + "\n" + strings.Join(rows, "\n")
		_, err := Read("people.csv", strings.NewReader(table), round, func(_ int, r *assess.Response) error {
			got = append(got, string(r.Encode()))
			return nil
		})
		if len(want) > 0 && err != nil {
			t.Fatalf("%v\n%s", err, table)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s\n%s", diff, table)
		}
	})
}

// What encoding/csv reads, our reader reads alike, however the bytes come.
func TestRowsAreReadAsEncodingCSVDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cells := rapid.SliceOfN(rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom([]rune(`ab,;" é`+"\n")), 0, 60, -1), 1, 5), 0, 20)
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.UseCRLF = rapid.Bool().Draw(t, "CRLF")
		want := cells.Draw(t, "cells")
		if err := w.WriteAll(want); err != nil {
			t.Fatal(err)
		}
		var in io.Reader = bytes.NewReader(b.Bytes())
		if rapid.Bool().Draw(t, "byte by byte") {
			in = iotest.OneByteReader(in)
		}
		table := newCSV(in, ',')
		var got [][]string
		for {
			r, err := table.next()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			var row []string
			for at := range r.cells {
				row = append(row, r.text(at))
			}
			if got = append(got, row); r.number != len(got) {
				t.Fatalf("row %d is said to be %d", len(got), r.number)
			}
		}
		for _, row := range want {
			for i := range row {
				if w.UseCRLF {
					row[i] = strings.ReplaceAll(row[i], "\n", "\r\n")
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" && len(want)+len(got) > 0 {
			t.Fatal(diff)
		}
	})
}

func TestFaultsOfATable(t *testing.T) {
	header, row := questionHeader(assess.Full), cellsOf("2")
	short, none := testRound(), testRound()
	short.Length, none.JointWork.Scope = assess.Short, rubric.ScopeNone
	const five = `: "5" is unknown; expected 1, 2, 3, 4, dk, na, or the text of an answer`
	prompt := rubric.Default().Questions()[6].Prompt
	for _, c := range []struct {
		name  string
		round asking.Round
		table string
		want  []string
	}{
		{"nothing", testRound(), "", []string{`: the table is empty; expected a header and a row for each person`}},
		{"a header alone", testRound(), header + "\n", []string{`: there is no answer below the header`}},
		{"rows without an answer", testRound(), "code,role," + header + "\noak,board\nelm,staff\n", []string{`: there is no answer below the header`}},
		{"no question", testRound(), "name,role\nAnn,board\n", []string{
			`: row 1: no column holds a question; expected the text of a question above each, or its id, such as values.goals. If people answered in another language or version, give that rubric with --rubric`}},
		{"a rank that is none, in its cell", testRound(), "respondent," + header + "\n\nAnn," + row + "\n\"Bo\nLee\"," + strings.Replace(row, "2", "5", 1), []string{
			`: row 4, column B (values.goals)` + five}},
		{"the same in many rows", testRound(), header + strings.Repeat("\n"+strings.Replace(row, "2", "5", 1), 3), []string{
			`: row 2, column A (values.goals)` + five + ` (and in 2 more cells, the first in row 3)`}},
		{"a slip in a stage", testRound(), header + "\n" + strings.Replace(row, "2", "Cordination", 1), []string{
			`: row 2, column A (values.goals): "Cordination" is unknown; did you mean "coordination"?`}},
		{"two answers in one cell", testRound(), header + "\n" + strings.Replace(row, "2", "2 dk", 1), []string{
			`: row 2, column A (values.goals): "2 dk" is unknown; expected 1, 2, 3, 4, dk, na, or the text of an answer`}},
		{"a range that Excel may make a date", testRound(), header + "\n" + strings.Replace(row, "2", "3-1", 1), []string{
			`: row 2, column A (values.goals): "3-1" is unknown; expected 1, 2, 3, 4, dk, na, or the text of an answer`}},
		{"a NUL in a cell", testRound(), header + "\n" + strings.Replace(row, "2", "2\x00", 1), []string{
			`: row 2, column A (values.goals): "2\x00" is unknown; expected 1, 2, 3, 4, dk, na, or the text of an answer`}},
		{"a NUL in the header", testRound(), "\x00" + header + "\n" + row, []string{
			`: row 1: this is not a table: it holds NUL bytes; expected CSV or .xlsx`}},
		{"a row that is too long", testRound(), header + "\n" + row + "\n" + row + ",2\n" + row, []string{
			`: row 3, column AP: this row has more cells than the header; a comma in a text may have split one`}},
		{"an open quote", testRound(), header + "\n" + row + "\n2,\"3," + row + "\n" + row + "\n", []string{
			`: row 3, column B (values.decisions): the quotation mark here is not closed before the end of the table, or within 1 MiB; nothing below it was read`}},
		{"an open quote in the header", testRound(), `"` + header + "\n" + row, []string{
			`: row 1, column A: the quotation mark here is not closed before the end of the table, or within 1 MiB; nothing below it was read`}},
		{"a question twice", testRound(), header + ",Values.Goals\n" + row + ",2", []string{
			`: row 1, column AP (values.goals): column A holds the same; expected one column for it`}},
		{"a question by id and prompt", testRound(), header + "," + rubric.Default().Questions()[0].Prompt + "\n" + row + ",2", []string{
			`: row 1, column AP (values.goals): column A holds the same; expected one column for it`}},
		{"a slip in a header", testRound(), strings.Replace(header, "trust.reliance", "trust.relience", 1) + "\n" + row, []string{
			`: row 1, column G: "trust.relience" is not a question here; did you mean trust.reliance? If so, correct the header; if not, give the column another name`}},
		{"a prompt that was cut short", testRound(), strings.Replace(header, "trust.reliance", prompt[:len(prompt)-10], 1) + "\n" + row, []string{
			`: row 1, column G: "What do you rely on other associati" is not a question here; did you mean trust.reliance? If so, correct the header; if not, give the column another name`}},
		{"another wording", testRound(), strings.Replace(header, "trust.reliance", "What do you count on other associations to do?", 1) + "\n" + row, []string{
			`: row 1, column G: "What do you count on other associations "… is not a question here; did you mean trust.reliance? If so, correct the header; if not, give the column another name`}},
		{"a role asked otherwise", testRound(), "Your role in the association," + header + "\nboard," + row, []string{
			`: row 1, column A: "Your role in the association" is not a question here; did you mean role? If so, correct the header; if not, give the column another name`}},
		{"a question without a column", testRound(), "Timestamp," + strings.Replace(header, "trust.reliance", "Shoe size", 1) + "\n" + "now," + row, []string{
			`: row 1 (trust.reliance): there is no column for "What do you rely on other associations t"…; add one, which may be empty; these columns were not understood: "Timestamp", "Shoe size"`}},
		{"a column without a header", testRound(), header + ",\n" + row + ",\n" + row + ",x\n" + row + ",y\n", []string{
			`: row 3, column AP: this column has no header; write the question above it, or empty it`}},
		{"a person twice", testRound(), "respondent," + header + "\nAnn," + row + "\n," + row + "\n Ann ," + row, []string{
			`: row 4: row 2 names the same respondent; each person counts once`}},
		{"an unknown priority", testRound(), header + ",priorities\n" + row + ",trust mony\n", []string{
			`: row 2, column AP (priorities): "trust mony" is unknown; expected values, trust, transparency, knowledge, stakeholders, governance, or the text of an answer`}},
		{"a priority twice", testRound(), header + ",priorities\n" + row + ",trust;Trust\n", []string{
			`: row 2, column AP (priorities): trust is there twice`}},
		{"too many priorities", testRound(), header + ",priorities\n" + row + ",trust;values;knowledge\n", []string{
			`: row 2, column AP (priorities): 3 are named; expected at most 2`}},
		{"a column of no option", testRound(), header + ",priorities[turst]\n" + row + ",1\n", []string{
			`: row 1, column AP (priorities): "priorities[turst]" is none of the options; expected values, trust, transparency, knowledge, stakeholders, governance, or the text of an answer`}},
		{"a box neither ticked nor empty", testRound(), header + ",priorities[trust]\n" + row + ",maybe\n", []string{
			`: row 2, column AP (priorities): "maybe" is neither yes nor no`}},
		{"boxes that say something else", testRound(), header + ",priorities,priorities/trust\n" + row + ",values,1\n", []string{
			`: row 2, column AQ (priorities): the columns of the options disagree with column AP; make them agree`}},
		{"a worst that was not met", testRound(), header + ",hurdles,hurdle_worst\n" + row + ",money,power\n", []string{
			`: row 2, column AQ (hurdle_worst): power is marked the worst hurdle but was not ticked`}},
		{"a long code", testRound(), "code," + header + "\n" + strings.Repeat("x", 65) + "," + row, []string{
			`: row 2, column A (code): the code has 65 characters; expected at most 64`}},
		{"a code in an unknown encoding", testRound(), "code," + header + "\ncaf\xe9," + row, []string{
			`: row 2, column A (code): some characters of this code are unclear; save the table as CSV UTF-8`}},
		{"the full form where the short one was asked", short, header + "\n" + row + "\n" + row, []string{
			`: row 2, column B (values.decisions): values.decisions is not asked in the short form; leave out --short if the full form was asked`}},
		{"the short form where the full one was asked", testRound(), questionHeader(assess.Short) + "\n" + strings.Repeat("2,", 20) + "2\n", []string{
			`: row 1: only the questions of the short version have a column; add --short if people answered that, or else a column for each of the other 20, which may be empty`}},
		{"joint work where there was none", none, header + "\n" + row, []string{
			`: row 2, column Y (spectrum.formality): spectrum.formality is not asked where there was no joint work; expected --joint-scope within or between, if there was some`}},
		{"an old workbook", testRound(), "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", []string{`: this is an old Excel workbook (.xls); save it as .xlsx or CSV`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := count(c.table, c.round)
			if err == nil {
				t.Fatal("it was read")
			}
			got := strings.Split(err.Error(), "\n")
			if c.round.Length == assess.Short || c.round.JointWork.Scope == rubric.ScopeNone {
				got = got[:1] // the other columns have the like
			}
			for i := range got {
				got[i] = strings.TrimPrefix(got[i], "people.csv")
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhatIsReadIsTold(t *testing.T) {
	header, row := questionHeader(assess.Full), cellsOf("2")
	for _, c := range []struct {
		name, table string
		people      int
		want        []string
	}{
		{"a plain table", header + "\n" + row + "\n" + cellsOf("3"), 2, []string{"2 rows"}},
		{"rows without an answer", "code,role," + header + ",aim.shared_services\noak,," + row + "\nelm,board\n,staff" + strings.Repeat(",", 42) + "have\n\n", 1, []string{"3 rows, 2 without an answer left out"}},
		{"one who stopped", header + "\n" + row + "\n3,3,3\n", 2, []string{"2 rows, 1 stopped early, and what they answered counts"}},
		{"identical rows", header + strings.Repeat("\n"+row, 3) + "\n" + cellsOf("3") + "\n" + cellsOf("3"), 5, []string{
			"5 rows", "identical rows, all of them counted: 2, 3 and 4; 5 and 6"}},
		{"the same answers of others", "respondent," + header + "\nAnn," + row + "\nBo," + row, 2, []string{"2 rows"}},
		{"a form tool's columns", "Timestamp,Email Address," + header + ",Score\nnow,a@b.c," + row + ",7\n", 1, []string{
			"1 row", "left out 3 columns that the questionnaire does not ask: Timestamp, Email Address, Score",
			"these columns may show who answered; they are not used, but stay in your file: Email Address"}},
		{"what people typed besides", header + ",priorities[other],Which traits matter most in the next 12 months? Choose one or two. [Other]\n" + row + ",,time\n", 1, []string{
			"1 row", "left out 2 columns that the questionnaire does not ask: priorities[other], Which traits matter most in the next 12 months? Choose one or two. [Other]"}},
		{"another encoding", strings.Replace(header, "transparency.figures", "Who sees the association\x92s financial figures during the year?", 1) + "\n" + row, 1, []string{"1 row", "read as Windows-1252"}},
		{"an empty column that is not asked", header + ",,\n" + row + ",,\n", 1, []string{"1 row"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			people, read, err := count(c.table, testRound())
			if err != nil {
				t.Fatal(err)
			}
			if people != c.people || read.People != c.people {
				t.Errorf("%d people, said to be %d; want %d", people, read.People, c.people)
			}
			if diff := cmp.Diff(c.want, read.Lines()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// None of the columns that form tools add of their own is taken for a slip.
func TestTheColumnsOfFormToolsAreLeftOut(t *testing.T) {
	own := []string{
		"Timestamp", "Email Address", "Username", "Score", // Google
		"ID", "Start time", "Completion time", "Email", "Name", "Last modified time", "Total points", "Quiz feedback", // Microsoft
		"id. Response ID", "submitdate. Date submitted", "lastpage. Last page", "startlanguage. Start language", "seed. Seed", "startdate. Date started",
		"datestamp. Date last action", "ipaddr. IP address", "refurl. Referrer URL", "token. Access code", "Response ID", "Date submitted", "interviewtime. Total time", // LimeSurvey
		"start", "end", "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "__version__", "_tags", "_index", "deviceid", "username", // Kobo
		"Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "First Name", "Last Name", "Custom Data 1", // SurveyMonkey
		"StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished", "RecordedDate", "ResponseId", "RecipientLastName", "RecipientFirstName",
		"RecipientEmail", "ExternalReference", "LocationLatitude", "LocationLongitude", "DistributionChannel", "UserLanguage", "Q_RecaptchaScore", // Qualtrics
	}
	for _, header := range own {
		table := header + "," + questionHeader(assess.Full) + "\nx," + cellsOf("2")
		people, read, err := count(table, testRound())
		if err != nil || people != 1 || !slices.Equal(read.LeftOut, []string{header}) {
			t.Errorf("%s: %d people, left out %v: %v", header, people, read.LeftOut, err)
		}
	}
}

// TestTheExportedHeaderIsRead has a person who answered one question below it.
func TestTheExportedHeaderIsRead(t *testing.T) {
	short, none := testRound(), testRound()
	short.Length = assess.Short
	none.JointWork.Scope = rubric.ScopeNone
	for _, c := range []struct {
		round asking.Round
		width int
	}{{testRound(), 67}, {short, 37}, {none, 58}} {
		header := Header(c.round)
		if len(header) != c.width || header[3] != "values.goals" {
			t.Errorf("%d columns, want %d: %v", len(header), c.width, header)
		}
		if people, _, err := count(strings.Join(header, ",")+"\nAnn,,,2", c.round); err != nil || people != 1 {
			t.Errorf("%d people: %v", people, err)
		}
	}
}

func TestASecondRoundAsksWhatHasAColumn(t *testing.T) {
	round := testRound()
	round.Again = true
	people, _, err := count("Role,What do you rely on other associations to do?,values.goals\nStaff,I don't know,\nBoard,,\nStaff,,2\n", round)
	if err != nil || people != 2 {
		t.Errorf("%d people: %v", people, err)
	}
	if _, _, err := count("Role,Shoe size\nStaff,40\n", round); err == nil || !strings.Contains(err.Error(), "no column holds a question") {
		t.Errorf("got %v", err)
	}
	if _, _, err := count("trust.reliance,values.gaols\n2,2\n", round); err == nil || !strings.Contains(err.Error(), "did you mean values.goals?") {
		t.Errorf("got %v", err)
	}
	round.Topics = []string{"trust.reliance", "values.goals", "spectrum.trust"}
	_, said, err := count("spectrum.trust,values.goals\n2,3\n", round)
	if err != nil || !slices.Equal(said.NoColumn, []string{"trust.reliance"}) || !slices.Contains(said.Lines(), "the agenda also names these questions, which have no column: trust.reliance") {
		t.Errorf("%v: %v", said.Lines(), err)
	}
}

// Priorities that no separator parts from each other, and one that stands in another.
func TestTicksAreReadInOneWayOnly(t *testing.T) {
	it := &asking.Item{ID: "priorities", Most: 4, Options: []asking.Option{
		{ID: "time", Words: []string{"time", "Time"}}, {ID: "both", Words: []string{"both", "Time, money"}}, {ID: "money", Words: []string{"money", "Money"}}, {ID: "odd", Words: []string{"odd", "Pace, style; or language."}},
	}}
	ticks := newTicker(newWords(it, new(charset)))
	for cell, want := range map[string]ticked{
		"":                                 {},
		" ; , ":                            {},
		"money time":                       {options: 0b101},
		"Pace, style; or language.":        {options: 0b1000},
		"MONEY,pace, style; or language.;": {options: 0b1100},
		"Money\ntime":                      {options: 0b101},
		"Time, money":                      {wrong: `"Time, money" can be read in two ways; use ids, such as time`},
		"money;Money":                      {wrong: "money is there twice"},
		"Pace, style":                      {wrong: `"Pace" is unknown; expected time, both, money, odd, or the text of an answer`},
		"mony":                             {wrong: `"mony" is unknown; did you mean "money"?`},
		strings.Repeat("time,", 101):       {wrong: "this cell names more than 100 things; expected time, both, money, odd, or the text of an answer"},
	} {
		if got := ticks.read([]byte(cell)); got != want {
			t.Errorf("%.40q: got %+v, want %+v", cell, got, want)
		}
	}
}

// Of a column that is wrong all over, three cells are told and the others counted; the
// same wrong words in many columns are told once; and a table of something else is not
// read to its end.
func TestManyFaultsAreCounted(t *testing.T) {
	var table strings.Builder
	table.WriteString(questionHeader(assess.Full))
	for row := range 1000 {
		table.WriteString("\n" + cellsOf(fmt.Sprint(row+5)) + "\n" + cellsOf("2"))
	}
	_, _, err := count(table.String(), testRound())
	const expects = " is unknown; expected 1, 2, 3, 4, dk, na, or the text of an answer"
	want := []string{
		`people.csv: row 2, column A (values.goals): "5"` + expects + " (and in 40 more cells, the first in row 2, column B)",
		`people.csv: row 4, column A (values.goals): "6"` + expects + " (and in 40 more cells, the first in row 4, column B)",
		`people.csv: row 6, column A (values.goals): "7"` + expects + " (and in 9921 more cells, the first in row 6, column B)",
		"people.csv: there are too many errors; the rows from 489 on were not read",
	}
	if err == nil || err.Error() != strings.Join(want, "\n") {
		t.Errorf("got %.900v", err)
	}
}

// A hundred faults are told, whichever they are.
func TestFaultsOfManyColumnsAreCounted(t *testing.T) {
	var header, row strings.Builder
	for _, q := range rubric.Default().Questions()[:10] {
		for slip := range 15 {
			fmt.Fprintf(&header, ",%sx%c", q.ID, 'a'+slip)
			row.WriteString(",")
		}
	}
	_, _, err := count(questionHeader(assess.Full)+header.String()+"\n"+cellsOf("2")+row.String()+"\n", testRound())
	var faults Faults
	if !errors.As(err, &faults) || len(faults.First) != 100 || faults.More != 50 || !strings.HasSuffix(err.Error(), "\npeople.csv: and 50 more") {
		t.Errorf("got %.300v", err)
	}
}

func TestTenThousandColumns(t *testing.T) {
	var header strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&header, "trust.reliance%d,", i)
	}
	table := header.String() + questionHeader(assess.Full) + strings.Repeat("\n"+strings.Repeat(",", 10_000)+cellsOf("2"), 3)
	_, _, err := count(table, testRound())
	if want := "people.csv: row 1: this row has more than 2000 cells; expected one for each question"; err == nil || err.Error() != want {
		t.Errorf("got %.300v", err)
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
		{"in the header", "", "x", "people.csv: row 1: this row is longer than 1 MiB; nothing below it was read"},
		{"in a cell", questionHeader(assess.Full) + "\n", "x", "people.csv: row 2: this row is longer than 1 MiB; nothing below it was read"},
		{"of cells", questionHeader(assess.Full) + "\n", ",", "people.csv: row 2: this row is longer than 1 MiB; nothing below it was read"},
		{"of NULs", questionHeader(assess.Full) + "\n", "\x00", "people.csv: row 2: this row is longer than 1 MiB; nothing below it was read"},
		{"of quotes", questionHeader(assess.Full) + "\n", `"`, "people.csv: row 2: this row is longer than 1 MiB; nothing below it was read"},
		{"of open quotes", questionHeader(assess.Full) + "\n,\"", "\n", "people.csv: row 2, column B (values.decisions): the quotation mark here is not closed before the end of the table, or within 1 MiB; nothing below it was read"},
	} {
		rest := &endless{c.pattern, size}
		_, err := Read("people.csv", io.MultiReader(strings.NewReader(c.before), rest), testRound(), nil)
		if err == nil || err.Error() != c.want {
			t.Errorf("%s: got %.300v", c.name, err)
		}
		if read := size - rest.left; read > 8*maxRow {
			t.Errorf("%s: %d bytes were read", c.name, read)
		}
	}
}

func TestHostileWorkbooks(t *testing.T) {
	const sheets = `<workbook xmlns:r="r"><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>`
	const relations = `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`
	const outside = `<Relationships><Relationship Id="rId1" TargetMode="External" Target="file:///etc/passwd"/></Relationships>`
	with := func(relations, texts, sheet string) []byte {
		return zipped(map[string]string{"xl/workbook.xml": sheets, "xl/_rels/workbook.xml.rels": relations, "xl/sharedStrings.xml": texts, "xl/worksheets/sheet1.xml": sheet})
	}
	row := func(cell string) string {
		return "<worksheet><sheetData><row>" + cell + "</row></sheetData></worksheet>"
	}
	const broken = "people.xlsx: the workbook cannot be read; save it as .xlsx again, or as CSV"
	for name, c := range map[string]struct {
		workbook []byte
		want     string
	}{
		"no zip":                {[]byte("PK\x03\x04 and no more"), broken},
		"an empty zip":          {zipped(nil), broken},
		"a Word document":       {zipped(map[string]string{"word/document.xml": "<w/>"}), broken},
		"an outside sheet":      {with(outside, "", row("")), broken},
		"a text out of range":   {with(relations, "<sst/>", row(`<c t="s"><v>7</v></c>`)), "people.xlsx: the workbook is damaged: a cell refers to a text that is missing; save it as .xlsx again, or as CSV"},
		"a bomb":                {with(relations, "", row("<c><v>"+strings.Repeat("0", maxUnpacked)+"</v></c>")), "people.xlsx: the workbook is larger than 128 MiB unpacked; save the sheet as CSV"},
		"a bomb of texts":       {with(relations, "<sst>"+strings.Repeat("<si/>", maxTexts+1)+"</sst>", row("")), "people.xlsx: the workbook holds more than a million texts; save the sheet as CSV"},
		"very deep":             {with(relations, "", strings.Repeat("<a>", 1_000_000)), "people.xlsx: the table is empty; expected a header and a row for each person"},
		"very deep in a cell":   {with(relations, "", row("<c>"+strings.Repeat("<a>", 1_000_000))), "people.xlsx: row 1: no column holds a question; expected the text of a question above each, or its id, such as values.goals. If people answered in another language or version, give that rubric with --rubric"},
		"very wide":             {with(relations, "", row(`<c r="XFD1"><v>x</v></c>`)), "people.xlsx: row 1: this row has more than 2000 cells; expected one for each question"},
		"XML with own entities": {with(relations, "", `<!DOCTYPE x [<!ENTITY a "b">]>`+row(`<c><v>&a;</v></c>`)), broken},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read("people.xlsx", bytes.NewReader(c.workbook), testRound(), nil)
			if err == nil || err.Error() != c.want {
				t.Errorf("got %.300v", err)
			}
		})
	}
}

// A formula counts for what was computed last; nothing is computed.
func TestFormulasAreNotComputed(t *testing.T) {
	header, cells := "", ""
	for _, q := range rubric.Default().Questions() {
		header += `<c t="inlineStr"><is><t>` + q.ID + `</t></is></c>`
		cells += `<c t="str"><f>1+1+HYPERLINK("http://example.org")</f><v>2</v></c>`
	}
	sheet := "<worksheet><sheetData><row>" + header + "</row><row>" + cells + "</row></sheetData></worksheet>"
	workbook := zipped(map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   sheet,
	})
	var answers []assess.Answer
	_, err := Read("people.xlsx", bytes.NewReader(workbook), testRound(), func(_ int, r *assess.Response) error {
		answers = slices.Clone(r.Answers)
		return nil
	})
	if err != nil || slices.ContainsFunc(answers, func(a assess.Answer) bool { return a != 2 }) || len(answers) != 41 {
		t.Errorf("%v, %v", answers, err)
	}
}

func TestAReaderThatFails(t *testing.T) {
	broken := errors.New("the disk is gone")
	long := questionHeader(assess.Full) + strings.Repeat("\n"+cellsOf("2"), 20_000)
	for _, before := range []string{"", questionHeader(assess.Full) + "\n5,", long} {
		in := io.MultiReader(strings.NewReader(before), iotest.ErrReader(broken))
		if _, err := Read("people.csv", in, testRound(), func(int, *assess.Response) error { return nil }); !errors.Is(err, broken) {
			t.Errorf("got %v", err)
		}
	}
}

func TestACallerMayStop(t *testing.T) {
	enough := errors.New("enough")
	n := 0
	_, err := Read("people.csv", strings.NewReader(questionHeader(assess.Full)+strings.Repeat("\n"+cellsOf("2"), 9)), testRound(), func(row int, _ *assess.Response) error {
		if n++; row == 4 {
			return enough
		}
		return nil
	})
	if !errors.Is(err, enough) || n != 3 {
		t.Errorf("%d rows, %v", n, err)
	}
}

// A register finds whoever comes again among many, wherever it has to grow.
func TestARegisterFindsEveryone(t *testing.T) {
	const people = 100_000
	r := newRegister()
	for i := range people {
		if row := 2*i + 2; r.first(row, fmt.Append(nil, "member", i)) != row {
			t.Fatalf("%d was taken for another", i)
		}
	}
	for i := 0; i < people; i += 997 {
		if first := r.first(2*people+2+i, fmt.Append(nil, "member", i)); first != 2*i+2 {
			t.Errorf("%d was found in row %d", i, first)
		}
	}
}

// Run it with -fuzzminimizetime 1x: hashes differ from run to run, and the fuzzer
// tries in vain to find the smallest input that takes the same way again.
func FuzzRead(f *testing.F) {
	for _, table := range []string{
		"respondent,role," + questionHeader(assess.Full) + "\nAnn,board," + cellsOf("2") + "\r\nBo,," + cellsOf(" DK "),
		strings.ReplaceAll(questionHeader(assess.Full)+",priorities\n"+cellsOf("coordination")+",trust values\n", ",", ";"),
		"\xff\xfea\x00;\x00", "\ufeff\"a\"\"b\"\n", "\"", "values.goals\r\r\n2\r", "a,b\nc", "sep=;\n",
		string(surveyMonkey.table(rubric.Default())), string(microsoft.table(rubric.Default())),
	} {
		f.Add([]byte(table))
	}
	f.Fuzz(func(t *testing.T, table []byte) {
		tally := assess.NewTally(rubric.Default(), assess.Group, testRound().Association, testRound().Date)
		_, err := Read("people.csv", bytes.NewReader(table), testRound(), func(_ int, r *assess.Response) error { return tally.Add(*r) })
		var faults Faults
		if err != nil && !errors.As(err, &faults) {
			t.Fatalf("the error is no fault: %v", err)
		}
		for _, fault := range faults.First {
			if strings.ContainsFunc(fault.Error(), func(r rune) bool { return r < ' ' }) {
				t.Errorf("control characters in %q", fault)
			}
		}
		if err == nil && tally.People == 0 {
			t.Error("nobody was read, and nothing is wrong")
		}
	})
}

// Of many questions without a column one line names the first.
func TestManyMissingColumnsAreOneFault(t *testing.T) {
	_, _, err := count("values.goals,values.decisions,Shoe size\n2,2,40\n", testRound())
	const want = "people.csv: row 1: there is no column for 39 questions: values.peer_objectives, values.fit, trust.delegation, trust.disagreement, " +
		"trust.reliance, trust.credit, transparency.decisions, transparency.figures, transparency.plans, transparency.costs, knowledge.handover, " +
		`knowledge.lessons and 27 more; add one for each, which may be empty; these columns were not understood: "Shoe size"`
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}
