package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"collab/assess"
	"collab/reports/history"
	"collab/reports/record"
	"collab/reports/table"
	"collab/rubric"
)

// The benchmarks of long histories and of many folders compare the program with
// the least that has to be done: git writes the texts to nothing, or they are
// read from the disk, and the YAML decoder alone reads them, on all cores. They
// make what they read. The figure is times-the-floor, of the fastest rounds:
//
//	go test ./cmd/collab -run '^$' -bench 'Trend$|Portfolio' -benchtime 10x

// manyVersions and manyFolders are the sizes that are promised.
const (
	manyVersions = 2000
	manyFolders  = 10_000
)

// A chronicle makes the records of one association, of one person or of a
// room, a few answers of which change from one day to the next.
type chronicle struct {
	chance *rand.Rand
	people []assess.Response
	name   string
	day    time.Time
}

func newChronicle(b *testing.B, people int, seed uint64) *chronicle {
	b.Helper()
	text := []byte(read(b, filepath.Join(examples, "answers.yaml")))
	c := &chronicle{chance: rand.New(rand.NewPCG(seed, 2)), name: "Lakes Guild", day: time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC)}
	for range people {
		r, err := assess.ParseResponse("answers.yaml", text, rubric.Released)
		if err != nil {
			b.Fatal(err)
		}
		c.people = append(c.people, r)
		c.change(len(r.Answers))
	}
	return c
}

// change gives the last person other answers.
func (c *chronicle) change(answers int) {
	for range answers {
		of := c.people[c.chance.IntN(len(c.people))].Answers
		of[c.chance.IntN(len(of))] = assess.Answer(1 + c.chance.IntN(4))
	}
}

// next is the record of the next day.
func (c *chronicle) next() []byte {
	date := assess.Date{Time: c.day}
	c.day = c.day.AddDate(0, 0, 1)
	c.change(3)
	if len(c.people) == 1 {
		r := c.people[0]
		r.Association, r.Date = c.name, date
		return record.Encode(assess.Assess(assess.One(r)))
	}
	tally := assess.NewTally(c.people[0].Rubric, assess.Group, c.name, date)
	for _, r := range c.people {
		r.Association = c.name
		if err := tally.Add(r); err != nil {
			panic(err) // they are of one round
		}
	}
	return record.Encode(assess.Assess(tally.Publish()))
}

// BenchmarkTrend is collab trend over a record with many versions in git.
func BenchmarkTrend(b *testing.B) {
	for _, size := range []struct {
		name   string
		people int
	}{{"one person", 1}, {"a room", 12}} {
		b.Run(size.name, func(b *testing.B) {
			dir := b.TempDir()
			texts := longHistory(b, dir, newChronicle(b, size.people, 1), manyVersions)
			ids := blobs(b, dir)
			program := built(b, "collab", ".")
			compareWithFloor(b, func() {
				cmd := exec.Command("git", "cat-file", "--batch")
				cmd.Dir, cmd.Stdin = dir, strings.NewReader(ids)
				nothing, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
				if err != nil {
					b.Fatal(err)
				}
				defer nothing.Close()
				cmd.Stdout = nothing
				must(b, cmd.Run())
				decode(b, len(texts), func(i int) []byte { return texts[i] })
			}, func() {
				must(b, exec.Command(program, "trend", filepath.Join(dir, "lakes-guild")).Run())
			})
		})
	}
}

// BenchmarkTrendMemory is what a series holds of each version when all were read,
// beside what the table of it shows. It must not grow with their number.
func BenchmarkTrendMemory(b *testing.B) {
	for _, versions := range []int{manyVersions / 4, manyVersions, 4 * manyVersions} {
		b.Run(fmt.Sprint(versions), func(b *testing.B) {
			dir := b.TempDir()
			longHistory(b, dir, newChronicle(b, 1, 1), versions)
			for b.Loop() {
				before := inUse()
				past := history.Find(history.Head, filepath.Join(dir, "lakes-guild", recordFile))[0]
				var s assess.Series
				past.Assessments(s.Add)
				held := inUse() - before
				var csv bytes.Buffer
				must(b, table.TrendCSV(&csv, &s))
				b.ReportMetric(float64(held)/float64(versions), "held-B/version")
				b.ReportMetric(float64(csv.Len())/float64(versions), "shown-B/version")
				runtime.KeepAlive(past)
			}
		})
	}
}

// inUse is the memory that is in use, in bytes.
func inUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkPortfolio is collab trend over many folders, each with a record and
// an earlier one in its history.
func BenchmarkPortfolio(b *testing.B) {
	dir := b.TempDir()
	var paths []string
	for i := range manyFolders {
		c := newChronicle(b, 1, uint64(i))
		c.name = fmt.Sprintf("Guild %d", i)
		folder := filepath.Join(dir, fmt.Sprint(i))
		for _, name := range []string{historyDir + "/2015-01-01.yaml", recordFile} {
			path := filepath.Join(folder, name)
			must(b, os.MkdirAll(filepath.Dir(path), 0o755))
			must(b, os.WriteFile(path, c.next(), 0o644))
			paths = append(paths, path)
		}
	}
	program := built(b, "collab", ".")
	compareWithFloor(b, func() {
		decode(b, len(paths), func(i int) []byte { return []byte(read(b, paths[i])) })
	}, func() {
		must(b, exec.Command(program, "trend", dir).Run())
	})
}

func must(b *testing.B, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

// compareWithFloor does both, turn by turn, and reports the fastest of each.
func compareWithFloor(b *testing.B, floor, program func()) {
	least := func(so *time.Duration, do func()) {
		start := time.Now()
		do()
		if took := time.Since(start); *so == 0 || took < *so {
			*so = took
		}
	}
	var below, ours time.Duration
	for b.Loop() {
		runtime.GC()
		least(&below, floor)
		least(&ours, program)
	}
	b.ReportMetric(below.Seconds()*1000, "floor-ms")
	b.ReportMetric(ours.Seconds()*1000, "program-ms")
	b.ReportMetric(ours.Seconds()/below.Seconds(), "times-the-floor")
}

// decode reads texts with the YAML decoder alone, on all cores.
func decode(b *testing.B, n int, text func(int) []byte) {
	var wait sync.WaitGroup
	for core := range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := core; i < n; i += runtime.GOMAXPROCS(0) {
				var node yaml.Node
				if err := yaml.NewDecoder(bytes.NewReader(text(i))).Decode(&node); err != nil {
					b.Error(err)
				}
			}
		})
	}
	wait.Wait()
}

// longHistory makes a repository in which a record has many versions, and
// gives their texts.
func longHistory(b *testing.B, dir string, c *chronicle, versions int) [][]byte {
	b.Helper()
	var texts [][]byte
	var commits bytes.Buffer
	for i := range versions {
		text := c.next()
		texts = append(texts, text)
		fmt.Fprintf(&commits, "commit refs/heads/main\ncommitter A <a@example.org> %d +0000\ndata 1\nx\n", 1_500_000_000+i)
		fmt.Fprintf(&commits, "M 100644 inline lakes-guild/%s\ndata %d\n%s\n", recordFile, len(text), text)
	}
	git(b, dir, nil, "init", "-q", "-b", "main")
	git(b, dir, &commits, "fast-import", "--quiet")
	git(b, dir, nil, "reset", "-q", "--hard")
	return texts
}

// blobs are the ids of all versions of the record, a line each.
func blobs(b *testing.B, dir string) string {
	b.Helper()
	var ids strings.Builder
	for line := range strings.Lines(git(b, dir, nil, "log", "--format=", "--raw", "--no-abbrev", "main")) {
		ids.WriteString(strings.Fields(line)[3] + "\n")
	}
	return ids.String()
}

func git(b *testing.B, dir string, in io.Reader, args ...string) string {
	b.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir, cmd.Stdin = dir, in
	out, err := cmd.Output()
	must(b, err)
	return string(out)
}
