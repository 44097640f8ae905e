package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// doors are the packages of ours that each package may import.
var doors = map[string][]string{
	"packaging/pack":      {},
	"internal/strict":     {},
	"internal/quiet":      {},
	"internal/regular":    {},
	"internal/escape":     {"internal/strict"},
	"rubric":              {"internal/strict"},
	"assess/disclosure":   {},
	"assess":              {"assess/disclosure", "rubric", "internal/strict"},
	"assess/assesstest":   {"assess", "rubric"},
	"assess/sheet":        {"assess", "assess/asking", "rubric", "internal/strict", "internal/escape"},
	"assess/asking":       {"assess", "rubric", "internal/strict"},
	"assess/phone/room":   {"assess", "assess/asking", "internal/strict", "rubric"},
	"assess/phone":        {"assess", "assess/asking", "rubric", "internal/strict"},
	"assess/survey/forms": {"assess/asking"},
	"assess/survey":       {"assess", "assess/asking", "rubric", "internal/strict"},
	"assess/interview":    {"assess", "assess/asking", "rubric", "internal/quiet", "internal/strict"},
	"reports":             {"assess", "rubric", "reports/brand", "reports/content", "reports/plan", "reports/wording", "reports/figure"},
	"reports/content":     {"internal/strict", "reports/brand", "reports/figure"},
	"reports/wording":     {"assess", "rubric", "reports/content"},
	"reports/html":        {"internal/strict", "reports/content", "reports/figure"},
	"reports/markdown":    {"internal/strict", "reports/content", "internal/escape"},
	"reports/word":        {"internal/strict", "reports/brand", "reports/content", "reports/docx", "reports/figure"},
	"reports/slide":       {"reports/content", "reports/figure"},
	"reports/lines":       {"internal/strict", "reports/content"},
	"reports/screen":      {"internal/strict", "reports/content"},
	"reports/table":       {"assess", "internal/strict", "reports/plan"},
	"reports/reportstest": {"assess", "rubric"},
	"reports/brand":       {"internal/strict", "reports/figure"},
	"reports/docx":        {},
	"reports/figure":      {},
	"reports/plan":        {"assess", "internal/strict"},
	"reports/projector":   {"reports/content", "reports/html"},
	"reports/record":      {"assess", "rubric", "internal/strict"},
	"reports/schema":      {"assess", "assess/disclosure", "internal/strict", "rubric"},
	"reports/history":     {"assess", "internal/regular", "internal/strict", "reports/record", "rubric"},
	"cmd/collab":          {"assess", "assess/asking", "assess/disclosure", "internal/quiet", "internal/regular", "assess/interview", "assess/phone/room", "assess/phone", "assess/sheet", "assess/survey", "assess/survey/forms", "internal/strict", "reports", "reports/brand", "reports/content", "reports/docx", "reports/figure", "reports/history", "reports/html", "reports/lines", "reports/markdown", "reports/plan", "reports/projector", "reports/record", "reports/schema", "reports/screen", "reports/slide", "reports/table", "reports/word", "rubric"},
}

// world is what a package that only computes must not reach.
var world = []string{"os", "os/exec", "os/signal", "io/fs", "net", "net/http", "syscall", "math/rand", "math/rand/v2", "crypto/rand"}

// reaching are the packages that may.
var reaching = []string{"cmd/collab", "packaging/pack", "internal/regular", "reports/history"}

// serving is the package that speaks HTTP, over listeners that come in from cmd/collab.
const serving = "assess/phone/room"

// fromStatedSeeds are the files that may draw from a generator: its seeds are
// part of the method, so that the same answers give the same figures.
var fromStatedSeeds = []string{"assess/flips.go", "assess/relabelling.go"}

func TestPackagesUseTheirDoors(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Name() == "testdata" {
			return fs.SkipDir
		}
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		from, err := filepath.Rel("../..", filepath.Dir(path))
		if err != nil {
			return err
		}
		from = filepath.ToSlash(from)
		allowed, known := doors[from]
		if !known {
			t.Errorf("%s: the package %s has no doors here yet", path, from)
		}
		seen[from] = true
		draws := slices.Contains(fromStatedSeeds, from+"/"+d.Name())
		for _, to := range imports(t, path) {
			ours, isOurs := strings.CutPrefix(to, "collab/")
			if isOurs && !slices.Contains(allowed, ours) {
				t.Errorf("%s imports %s, which is no door of %s", path, ours, from)
			}
			if draws && to == "math/rand/v2" || from == serving && (to == "net" || to == "net/http") {
				continue
			}
			if !slices.Contains(reaching, from) && slices.Contains(world, to) {
				t.Errorf("%s imports %s: files, clock, terminal and chance come in from cmd/collab", path, to)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range doors {
		if !seen[name] {
			t.Errorf("the package %s is gone; take its doors away", name)
		}
	}
}

func imports(t *testing.T, path string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, i := range file.Imports {
		p, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, p)
	}
	return paths
}

// TestHouseIsDescribed finds every package in the picture that newcomers are given.
func TestHouseIsDescribed(t *testing.T) {
	picture := fenced(read(t, "../../CONTRIBUTING.md"), "text")[0]
	for name := range doors {
		if !strings.Contains(picture, name) && !strings.Contains(picture, filepath.Base(name)) {
			t.Errorf("CONTRIBUTING.md does not say what %s is for", name)
		}
	}
}
