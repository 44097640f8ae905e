package main

import (
	"io"
	"os/exec"
	"path/filepath"
	"testing"

	"collab/assess"
	"collab/reports"
	"collab/rubric"
)

// built is a program of this module, built as a release is.
func built(b *testing.B, name, from string) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), name)
	if out, err := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", path, from).CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return path
}

// BenchmarkStart is the time of a whole process that prints its version,
// beside one that holds a command line and nothing else.
func BenchmarkStart(b *testing.B) {
	for _, program := range []struct{ name, from string }{{"collab", "."}, {"empty", "./testdata/empty"}} {
		b.Run(program.name, func(b *testing.B) {
			path := built(b, program.name, program.from)
			for b.Loop() {
				if err := exec.Command(path, "version").Run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkScoreAndReport is from a full response to each of its reports.
func BenchmarkScoreAndReport(b *testing.B) {
	text := []byte(read(b, filepath.Join(examples, "answers.yaml")))
	response, err := assess.ParseResponse("answers.yaml", text, rubric.Released)
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range formats {
		b.Run(f.name, func(b *testing.B) {
			for b.Loop() {
				if err := f.write(io.Discard, reportOptions{}.showing(assess.Assess(assess.One(response)), reports.Options{}), styling{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
