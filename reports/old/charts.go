package reports

import (
	"bytes"
	"net/url"
	"strings"

	"collab/assess"
	"collab/reports/drawing"
)

// A Chart is a picture as a file of its own, for a report that cannot hold it.
type Chart struct {
	Name string // of the file; it begins with [Options.Charts]
	SVG  []byte
}

// Charts are the pictures that [Markdown] shows where it is told what their names
// begin with. The files belong beside it.
func Charts(a *assess.Assessment, o Options) ([]Chart, error) {
	light, dark := palettes(o.Brand.AccentColor(), a.Rubric.K())
	var all []Chart
	for _, d := range Drawings(a, o, PageWidth) {
		var b bytes.Buffer
		if err := drawing.WriteSVGFile(&b, d, light, dark); err != nil {
			return nil, err
		}
		all = append(all, Chart{o.chartName(d), b.Bytes()})
	}
	return all, nil
}

func (o Options) chartName(d drawing.Drawing) string { return o.Charts + d.ID + ".svg" }

func palettes(accent drawing.Color, k int) (light, dark drawing.Palette) {
	return drawing.NewPalette(drawing.Light, accent, k), drawing.NewPalette(drawing.Dark, accent, k)
}

// chartsOf writes the pictures of one part of a report, each as Markdown shows it.
type chartsOf struct {
	Options
	drawn []drawing.Drawing
}

func markdownCharts(a *assess.Assessment, o Options) chartsOf {
	if o.Charts == "" {
		return chartsOf{}
	}
	return chartsOf{o, Drawings(a, o, PageWidth)}
}

// Chart are the pictures whose id begins so, below one another; empty where none is
// to be shown.
func (c chartsOf) Chart(id string) prose {
	var shown []string
	for _, d := range c.drawn {
		if d.ID != id && !strings.HasPrefix(d.ID, id+"-") {
			continue
		}
		says := string(markdown(d.Title + ". " + d.Description))
		shown = append(shown, "!["+says+"]("+address(c.chartName(d))+")")
	}
	return prose(strings.Join(shown, "\n\n"))
}

// address is a file's name as a link has it.
func address(name string) string {
	return strings.NewReplacer("(", "%28", ")", "%29").Replace(url.PathEscape(name))
}
