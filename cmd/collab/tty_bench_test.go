//go:build unix

package main

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// The kinds of terminal on which the first page must show at once.
var kinds = []struct {
	name string
	setting
}{
	{"answers queries", setting{answers: true}},
	{"answers nothing", setting{}},
	{"dumb", setting{env: []string{"TERM=dumb"}}},
}

// firstPage is asked first, whatever the terminal is.
const firstPage = "Name of the association"

// BenchmarkFirstQuestion is from the start of the process to the first page in
// the window.
func BenchmarkFirstQuestion(b *testing.B) {
	path := built(b, "collab", ".")
	for _, k := range kinds {
		b.Run(k.name, func(b *testing.B) {
			k.program = path
			dir := b.TempDir()
			var took []time.Duration
			for b.Loop() {
				began := time.Now()
				w := k.open(b, dir, "assess")
				w.waitFor(firstPage)
				took = append(took, time.Since(began))
				w.shut()
			}
			percentiles(b, took)
		})
	}
}

// BenchmarkKeyToNextQuestion is from the key that answers a question to the
// next question in the window. Between them the answer is put safely on the disk
// that holds the folder for temporary files (TMPDIR).
func BenchmarkKeyToNextQuestion(b *testing.B) {
	path, says := built(b, "collab", "."), example(b)
	chance := rand.New(rand.NewPCG(1, 1))
	var p *person
	var took []time.Duration
	at, last := 0, 0
	for b.Loop() {
		if at == last {
			if p != nil {
				p.shut()
			}
			p = sit(setting{program: path}.open(b, b.TempDir(), "assess"), says)
			p.says.Notes = nil
			p.waitFor(p.sign(0))
			at, last = p.atID("values.goals"), p.atID("governance.review")
			p.answers(0, at)
		}
		// A person's key falls on any moment between two frames.
		time.Sleep(time.Duration(chance.Int64N(int64(20 * time.Millisecond))))
		began := time.Now()
		p.press(p.keys(at))
		p.waitFor(p.sign(at + 1))
		took = append(took, time.Since(began))
		if at++; p.steps[at].ID == "" { // a pause
			p.answers(at, at+1)
			at++
		}
	}
	percentiles(b, took)
}

// percentiles reports what half of them, and what all but one in a hundred,
// took at most.
func percentiles(b *testing.B, took []time.Duration) {
	b.Helper()
	slices.Sort(took)
	at := func(share float64) float64 {
		return float64(took[int(share*float64(len(took)-1))]) / float64(time.Millisecond)
	}
	b.ReportMetric(at(.50), "p50-ms")
	b.ReportMetric(at(.99), "p99-ms")
	b.ReportMetric(0, "ns/op")
}
