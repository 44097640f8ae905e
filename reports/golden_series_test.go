package reports

import (
	"bytes"
	"io"
	"slices"
	"testing"

	"collab/assess"
)

// seriesFormats by the end of their golden file's name.
var seriesFormats = []struct {
	ending string
	render func(io.Writer, *assess.Series, Options) error
	of     []string // series; all where it is empty
}{
	{ending: "trend.txt", render: onScreens(Trend)},
	{ending: "trend.lines.txt", render: TrendLines, of: []string{"once", "twice", "five_times", "hostile_course"}},
	{ending: "trend.md", render: TrendMarkdown},
	{ending: "trend.csv", render: withoutOptions(TrendTable), of: []string{"once", "five_times", "hostile_course"}},
	{ending: "trend.json", render: withoutOptions(TrendJSON), of: []string{"once", "two_stages_course"}},
}

func TestEveryFormatOfASeriesIsAsItWasLookedAt(t *testing.T) {
	for _, fix := range courses {
		s := fix.make(t)
		for _, f := range seriesFormats {
			if len(f.of) > 0 && !slices.Contains(f.of, fix.name) {
				continue
			}
			t.Run(fix.name+"."+f.ending, func(t *testing.T) {
				var b bytes.Buffer
				if err := f.render(&b, s, Options{Seal: seal}); err != nil {
					t.Fatal(err)
				}
				golden(t, fix.name+"."+f.ending, b.Bytes())
			})
		}
	}
}

// portfolioFormats by the end of their golden file's name.
var portfolioFormats = []struct {
	ending string
	render func(io.Writer, *assess.Portfolio, Options) error
}{
	{"portfolio.txt", onScreens(Portfolio)},
	{"portfolio.lines.txt", PortfolioLines},
	{"portfolio.md", PortfolioMarkdown},
	{"portfolio.csv", withoutOptions(PortfolioTable)},
	{"portfolio.json", withoutOptions(PortfolioJSON)},
}

func TestEveryFormatOfAPortfolioIsAsItWasLookedAt(t *testing.T) {
	for _, fix := range portfolios {
		p := fix.make(t)
		for _, f := range portfolioFormats {
			t.Run(fix.name+"."+f.ending, func(t *testing.T) {
				var b bytes.Buffer
				if err := f.render(&b, p, Options{Seal: seal}); err != nil {
					t.Fatal(err)
				}
				golden(t, fix.name+"."+f.ending, b.Bytes())
			})
		}
	}
}
