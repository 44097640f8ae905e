package sheet

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"collab/assess"
	"collab/assess/asking"
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

// printed is the paper of a round of a rubric.
func printed(t testing.TB, round asking.Round, o PaperOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := Paper(&b, asking.NewForm(round, ""), o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// full and short are rounds of the default rubric.
var (
	full  = asking.Round{Rubric: rubric.Default(), Length: assess.Full}
	short = asking.Round{Rubric: rubric.Default(), Length: assess.Short}
)

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
	round := short
	round.Association, round.Date = "Northern Trails Alliance", reportstest.Date(t)
	golden(t, "short.paper.html", printed(t, round, PaperOptions{}))
	golden(t, "short.paper.md", printed(t, round, PaperOptions{Format: "markdown"}))
}

var (
	paperNumbers = regexp.MustCompile(`<div class="numbered"><strong>(\d+)</strong>`)
	paperCells   = regexp.MustCompile(`<span>(\d+)</span>`)
	markdownAsks = regexp.MustCompile(`(?m)^\*\*(\d+)\*\* `)
)

// The questions have the numbers that the sheet's faults name, once each, and
// the cells have the same.
func TestPaperNumbersAreThoseOfTheSheet(t *testing.T) {
	for asked, round := range map[int]asking.Round{41: full, 21: short, 3: again("values.goals", "trust.reliance", "spectrum.trust")} {
		var want []string
		for i := range asked {
			want = append(want, strconv.Itoa(i+1))
		}
		html := printed(t, round, PaperOptions{})
		text := printed(t, round, PaperOptions{Format: "markdown"})
		for name, got := range map[string][]string{
			"questions": found(paperNumbers, html), "cells": found(paperCells, html), "Markdown": found(markdownAsks, text),
		} {
			if !slices.Equal(got, want) {
				t.Errorf("%d, %s: %v, want %v", asked, name, got, want)
			}
		}
	}
}

// The line that the paper shows is one that can be typed.
func TestPaperShowsALineThatReads(t *testing.T) {
	small := asking.Round{Rubric: reportstest.SmallRubric(t, 7, "en"), Length: assess.Full}
	for name, round := range map[string]asking.Round{"full": full, "short": short, "small": small, "again": again("trust.reliance", "values.goals")} {
		html := printed(t, round, PaperOptions{})
		line := regexp.MustCompile(`<p><code>(.*)</code></p>`).FindStringSubmatch(html)
		if line == nil {
			t.Fatalf("%s: no line", name)
		}
		if _, err := Parse(round, line[1]); err != nil {
			t.Errorf("%s: %q: %v", name, line[1], err)
		}
		text := printed(t, round, PaperOptions{Format: "markdown"})
		if !strings.Contains(text, "\n    "+line[1]+"\n") {
			t.Errorf("%s: the line is not in the Markdown", name)
		}
	}
}

// again is a second round about some questions.
func again(topics ...string) asking.Round {
	round := full
	round.Again, round.Topics = true, topics
	return round
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
	for i, row := range strings.Split(printed(t, full, PaperOptions{}), `<div class="numbered">`)[1:] {
		row, _, _ = strings.Cut(row, "</ol>")
		if keys := strings.Join(found(box, row), ""); keys != "dn1234" {
			t.Errorf("question %d has boxes %s", i+1, keys)
		}
	}
}

// Stages are praise or blame to those who answer; neither names nor meanings show.
func TestPaperNamesNoStage(t *testing.T) {
	for _, format := range []string{"html", "markdown"} {
		page := printed(t, full, PaperOptions{Format: format})
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
	page := printed(t, hostile(t), PaperOptions{})
	for _, bad := range []string{"<script", "src=", "href=", "url(", "@import", "javascript:", "\x1b", "\u202e", "onload"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	if !strings.Contains(page, `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`) {
		t.Error("the page has no policy")
	}
}

// hostile is a round whose words would be markup.
func hostile(t *testing.T) asking.Round {
	round := full
	round.Association = reportstest.Hostile(t).Association
	round.JointWork.About = `"><script>`
	return round
}

// Names that would be markup in either format are shown as they were typed.
func TestPaperShowsHostileTextsAsTheyWereTyped(t *testing.T) {
	html := printed(t, hostile(t), PaperOptions{})
	if !strings.Contains(html, "<h1>How collaborative is =cmd|&#39;/c calc&#39;!A1 [31m&lt;script&gt;alert(1)&lt;/script&gt;") {
		t.Error("the name is not escaped in HTML")
	}
	text := printed(t, hostile(t), PaperOptions{Format: "markdown"})
	if !strings.HasPrefix(text, `# How collaborative is =cmd&#124;'/c calc'!A1 &#91;31m&lt;script>alert(1)&lt;/script>`) {
		t.Errorf("the name is not escaped in Markdown: %.100s", text)
	}
}

// A rubric of one's own may leave out roles, terms, targets, hurdles, forms and
// the spectrum, have other stages, and texts in other scripts.
func TestPaperFitsOtherRubrics(t *testing.T) {
	for _, k := range []int{2, 7} {
		r := reportstest.SmallRubric(t, k, "ja")
		for _, format := range []string{"html", "markdown"} {
			page := printed(t, asking.Round{Rubric: r, Length: assess.Short}, PaperOptions{Format: format})
			for _, absent := range []string{"joint work", "Which of", "Mark its", "What you plan"} {
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

// What people read is large enough to read: only the keys in the boxes are smaller, which
// are for whoever types.
func TestPaperHasNoSmallType(t *testing.T) {
	for _, rule := range regexp.MustCompile(`(?m)^(.*?)\{.*?([0-9.]+)pt`).FindAllStringSubmatch(printed(t, full, PaperOptions{}), -1) {
		size, err := strconv.ParseFloat(rule[2], 64)
		if forKeys := rule[1] == "b " || rule[1] == ".sheet span "; err != nil || size < 9.5 && !forKeys {
			t.Errorf("%s is set in %s pt: %v", rule[1], rule[2], err)
		}
	}
}
