package sheet

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"collab/assess"
	"collab/reports/reportstest"
	"collab/rubric"
)

var update = flag.Bool("update", false, "write the golden files")

// golden compares with testdata/name.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(path); err != nil || string(want) != got {
		t.Errorf("%s differs (%v); look at it and run go test -update. Got:\n%s", path, err, got)
	}
}

func printed(t testing.TB, r *rubric.Rubric, o PaperOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := Paper(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestQuestionnaireIsAsItWasLookedAt(t *testing.T) {
	for _, width := range []int{60, 80} {
		var b bytes.Buffer
		if err := Questionnaire(&b, reportstest.SmallRubric(t, 7, "en"), width); err != nil {
			t.Fatal(err)
		}
		golden(t, fmt.Sprintf("questionnaire.%d.txt", width), b.String())
	}
}

func TestPaperIsAsItWasLookedAt(t *testing.T) {
	short := PaperOptions{Length: assess.Short, Association: "Northern Trails Alliance", Date: "23 November 2026"}
	golden(t, "short.paper.html", printed(t, rubric.Default(), short))
	short.Format = PaperMarkdown
	golden(t, "short.paper.md", printed(t, rubric.Default(), short))
}

var (
	paperNumbers = regexp.MustCompile(`<p class="ask"><strong>(\d+)</strong>`)
	paperCells   = regexp.MustCompile(`<span>(\d+)</span>`)
	markdownAsks = regexp.MustCompile(`(?m)^\*\*(\d+)\*\* `)
)

// The questions have the numbers that the sheet's faults name, once each, and
// the cells have the same.
func TestPaperNumbersAreThoseOfTheSheet(t *testing.T) {
	for _, length := range []assess.Length{assess.Full, assess.Short} {
		round := assess.NewResponse(rubric.Default())
		round.Length = length
		var want []string
		for _, g := range Groups(&round) {
			for i := range g.Questions {
				want = append(want, keyOf(g.First+i-1))
			}
		}
		html := printed(t, rubric.Default(), PaperOptions{Length: length})
		text := printed(t, rubric.Default(), PaperOptions{Length: length, Format: PaperMarkdown})
		for name, got := range map[string][]string{
			"questions": found(paperNumbers, html), "cells": found(paperCells, html), "Markdown": found(markdownAsks, text),
		} {
			if !slices.Equal(got, want) {
				t.Errorf("%s, %s: %v, want %v", length, name, got, want)
			}
		}
	}
}

// The line that the paper shows is one that can be typed.
func TestPaperShowsALineThatReads(t *testing.T) {
	for _, r := range []*rubric.Rubric{rubric.Default(), reportstest.SmallRubric(t, 7, "en")} {
		for _, length := range []assess.Length{assess.Full, assess.Short} {
			round := assess.NewResponse(r)
			round.Length = length
			html := printed(t, r, PaperOptions{Length: length})
			line := regexp.MustCompile(`<p><code>(.*)</code></p>`).FindStringSubmatch(html)
			if line == nil {
				t.Fatalf("%s: no line", r.ID)
			}
			if _, err := Parse(&round, line[1]); err != nil {
				t.Errorf("%s, %s: %q: %v", r.ID, length, line[1], err)
			}
			text := printed(t, r, PaperOptions{Length: length, Format: PaperMarkdown})
			if !strings.Contains(text, "\n    "+line[1]+"\n") {
				t.Errorf("%s, %s: the line is not in the Markdown", r.ID, length)
			}
		}
	}
}

func found(pattern *regexp.Regexp, text string) []string {
	var all []string
	for _, m := range pattern.FindAllStringSubmatch(text, -1) {
		all = append(all, m[1])
	}
	return all
}

func TestEveryQuestionHasABoxForEachAnswer(t *testing.T) {
	box := regexp.MustCompile(`<b>(.)</b>`)
	for i, row := range strings.Split(printed(t, rubric.Default(), PaperOptions{}), `<p class="ask">`)[1:] {
		row, _, _ = strings.Cut(row, "</ol>")
		if keys := strings.Join(found(box, row), ""); keys != "dn1234" {
			t.Errorf("question %d has boxes %s", i+1, keys)
		}
	}
}

// Stages are praise or blame to those who answer; neither names nor meanings show.
func TestPaperNamesNoStage(t *testing.T) {
	for _, format := range []PaperFormat{PaperHTML, PaperMarkdown} {
		page := printed(t, rubric.Default(), PaperOptions{Format: format})
		for _, s := range rubric.Default().Stages {
			for _, shown := range []string{s.Meaning, "</b>" + s.Name + "<", "** " + s.Name + "\n"} {
				if strings.Contains(page, shown) {
					t.Errorf("%s: %q shows", format, shown)
				}
			}
		}
	}
}

func TestPaperFetchesAndRunsNothing(t *testing.T) {
	page := printed(t, rubric.Default(), PaperOptions{Association: reportstest.Hostile(t).Association, Date: `"><script>`})
	for _, bad := range []string{"<script", "src=", "href=", "url(", "@import", "javascript:", "\x1b", "\u202e", "onload"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	if !strings.Contains(page, `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`) {
		t.Error("the page has no policy")
	}
}

// Names that would be markup in either format are shown as they were typed.
func TestPaperShowsHostileTextsAsTheyWereTyped(t *testing.T) {
	name := reportstest.Hostile(t).Association
	html := printed(t, rubric.Default(), PaperOptions{Association: name})
	if !strings.Contains(html, "<h1>=cmd|&#39;/c calc&#39;!A1 [31m&lt;script&gt;alert(1)&lt;/script&gt;") {
		t.Error("the name is not escaped in HTML")
	}
	text := printed(t, rubric.Default(), PaperOptions{Association: name, Format: PaperMarkdown})
	if !strings.HasPrefix(text, `# &#61;cmd&#124;'/c calc'!A1 &#91;31m&lt;script>alert(1)&lt;/script>`) {
		t.Errorf("the name is not escaped in Markdown: %.100s", text)
	}
}

// A rubric of one's own may leave out roles, terms, targets, hurdles, forms and
// the spectrum, have other stages, and texts in other scripts.
func TestPaperFitsOtherRubrics(t *testing.T) {
	for _, k := range []int{2, 7} {
		r := reportstest.SmallRubric(t, k, "ja")
		for _, format := range []PaperFormat{PaperHTML, PaperMarkdown} {
			page := printed(t, r, PaperOptions{Format: format, Length: assess.Short})
			for _, absent := range []string{"How to answer", "Hurdles", "Forms of", "joint work", "Your strategy"} {
				if strings.Contains(page, absent) {
					t.Errorf("%d stages, %s: %q is there", k, format, absent)
				}
			}
			if !strings.Contains(page, "It is "+strconv.Itoa(k-1)+".") || strings.Contains(page, "<no value>") {
				t.Errorf("%d stages, %s:\n%s", k, format, page)
			}
		}
	}
}

func TestPaperRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, o := range []PaperOptions{{Format: "docx"}, {Page: "a5"}} {
		if err := Paper(&bytes.Buffer{}, rubric.Default(), o); err == nil {
			t.Errorf("%+v is taken", o)
		}
	}
}

// TestPaperFitsItsPages prints in the browser that COLLAB_BROWSER names and
// counts the pages:
//
//	COLLAB_BROWSER=chromium go test ./assess/sheet -run TestPaperFitsItsPages
func TestPaperFitsItsPages(t *testing.T) {
	browser := os.Getenv("COLLAB_BROWSER")
	if browser == "" {
		t.Skip("COLLAB_BROWSER names no browser to print with")
	}
	for _, c := range []struct {
		o    PaperOptions
		most int
	}{
		{PaperOptions{Page: A4}, 9},
		{PaperOptions{Page: Letter}, 9},
		{PaperOptions{Page: A4, Length: assess.Short}, 5},
		{PaperOptions{Page: Letter, Length: assess.Short}, 5},
	} {
		dir := t.TempDir()
		page, pdf := filepath.Join(dir, "paper.html"), filepath.Join(dir, "paper.pdf")
		if err := os.WriteFile(page, []byte(printed(t, rubric.Default(), c.o)), 0o644); err != nil {
			t.Fatal(err)
		}
		print := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
			"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-pdf-header-footer",
			"--user-data-dir="+filepath.Join(dir, "profile"), "--print-to-pdf="+pdf, page)
		if said, err := print.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
		pages, err := os.ReadFile(pdf)
		if err != nil {
			t.Fatal(err)
		}
		n := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(pages, -1))
		t.Logf("%s %s: %d pages", c.o.Page, c.o.Length, n)
		if n == 0 || n > c.most {
			t.Errorf("%s %s: %d pages, at most %d", c.o.Page, c.o.Length, n, c.most)
		}
	}
}
