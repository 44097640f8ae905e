package survey

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"collab/assess"
	"collab/rubric"
)

// surveySizes are the numbers of people that BenchmarkSurvey reads.
var surveySizes = []int{1e3, 1e4, 1e5, 1e6}

// surveyStyles are the ways in which form tools write the same table.
var surveyStyles = []struct {
	name  string
	write func(cell string, anchors []string) string // of a question; of other columns there are none
}{
	{"ranks", func(cell string, _ []string) string { return cell }},
	{"stage-ids", stageOfRank},
	{"texts", textOfAnswer},
	{"quoted", func(cell string, _ []string) string { return strconv.Quote(cell) }},
}

func stageOfRank(cell string, anchors []string) string {
	if rank, err := strconv.Atoi(cell); err == nil && anchors != nil {
		return rubric.Default().Stages[rank-1].ID
	}
	return cell
}

// textOfAnswer is what people read of an answer, in quotes where it needs them.
func textOfAnswer(cell string, anchors []string) string {
	r := rubric.Default()
	rank, err := strconv.Atoi(cell)
	switch {
	case err == nil && anchors != nil:
		cell = anchors[rank-1]
	case cell == "dk":
		cell = r.DontKnow
	case cell == "na":
		cell = r.NotApply
	}
	if strings.Contains(cell, ",") {
		return strconv.Quote(cell)
	}
	return cell
}

// BenchmarkSurvey is the time from the bytes of a survey table to its findings,
// beside that of a bare program that reads the same file with encoding/csv and
// counts its cells. The peak is that of a process of its own (Linux only), of
// which some 15 MiB are the program itself.
//
//	go test ./assess/survey -run '^$' -bench Survey
func BenchmarkSurvey(b *testing.B) {
	for _, people := range surveySizes {
		benchmarkSurvey(b, people, 0)
	}
	for style := range surveyStyles[1:] {
		benchmarkSurvey(b, 1e5, style+1)
	}
}

func benchmarkSurvey(b *testing.B, people, style int) {
	b.Run(fmt.Sprintf("people=%d/cells=%s", people, surveyStyles[style].name), func(b *testing.B) {
		path := filepath.Join(b.TempDir(), "survey.csv")
		writeSurvey(b, path, people, surveyStyles[style].write)
		b.Run("score", func(b *testing.B) {
			readAgain(b, path, func(in io.Reader) { scoreSurvey(b, in) })
			b.ReportMetric(surveyPeak(b, path), "peak-MiB")
		})
		b.Run("floor", func(b *testing.B) {
			readAgain(b, path, func(in io.Reader) { countCells(b, in) })
		})
	})
}

// readAgain reads a file as often as the benchmark asks.
func readAgain(b *testing.B, path string, read func(io.Reader)) {
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(info.Size())
	for b.Loop() {
		in, err := os.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		read(in)
		if err := in.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func scoreSurvey(t testing.TB, in io.Reader) *assess.Assessment {
	round := testRound()
	tally := assess.NewTally(round.Rubric, assess.Group, round.Association, round.Date)
	add := func(_ int, r *assess.Response) error { return tally.Add(*r) }
	if _, err := Read("survey.csv", in, round, add); err != nil {
		t.Fatal(err)
	}
	return assess.Assess(tally.Publish())
}

func countCells(b *testing.B, in io.Reader) int {
	r := csv.NewReader(in)
	r.ReuseRecord = true
	cells := 0
	for {
		record, err := r.Read()
		if err == io.EOF {
			return cells
		}
		if err != nil {
			b.Fatal(err)
		}
		cells += len(record)
	}
}

// writeSurvey writes a table of a made-up survey: the same one for the same number
// of people.
func writeSurvey(t testing.TB, path string, people int, cell func(cell string, anchors []string) string) {
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(file)
	r := rubric.Default()
	w.WriteString("respondent,role")
	for _, q := range r.Questions() {
		w.WriteString("," + q.ID)
	}
	w.WriteString("\n")
	random := rand.New(rand.NewPCG(1, uint64(people)))
	roles := rubric.IDs(r.Roles)
	for i := range people {
		w.WriteString(cell(fmt.Sprintf("member-%d", i+1), nil) + "," + cell(roles[random.IntN(len(roles))], nil))
		for _, q := range r.Questions() {
			w.WriteString("," + cell(madeUpCell(random.IntN(100)), q.Anchors))
		}
		w.WriteString("\n")
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}

// madeUpCell is an answer by a percentage: one of ten people does not know.
func madeUpCell(percent int) string {
	switch {
	case percent < 10:
		return "dk"
	case percent < 14:
		return "na"
	case percent < 16:
		return ""
	}
	return strconv.Itoa(1 + percent%4)
}

// surveyVariable names the file whose survey a child process is to score.
const surveyVariable = "COLLAB_SURVEY_PEAK"

// surveyPeak is the most memory, in MiB, of a process that scores a survey.
func surveyPeak(b *testing.B, path string) float64 {
	if runtime.GOOS != "linux" {
		return 0
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestSurveyPeak$", "-test.v")
	cmd.Env = append(os.Environ(), surveyVariable+"="+path)
	out, err := cmd.CombinedOutput()
	if err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	_, after, found := strings.Cut(string(out), "VmHWM:")
	fields := strings.Fields(after)
	if !found || len(fields) == 0 {
		b.Fatalf("no peak in\n%s", out)
	}
	kib, err := strconv.Atoi(fields[0])
	if err != nil {
		b.Fatal(err)
	}
	return float64(kib) / 1024
}

// TestSurveyPeak is the child process of surveyPeak.
func TestSurveyPeak(t *testing.T) {
	path := os.Getenv(surveyVariable)
	if path == "" {
		t.Skip("only the benchmark starts this, as a process of its own, to measure its memory")
	}
	in, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	scoreSurvey(t, in)
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Printf("%s", status)
}
