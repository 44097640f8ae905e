package figure

import (
	"bytes"
	"encoding/xml"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Contrasts of published pairs: https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum
// and the definition of the ratio.
func TestContrastIsThatOfWCAG(t *testing.T) {
	for _, pair := range []struct {
		a, b string
		want float64
	}{
		{"#000", "#ffffff", 21}, {"#fff", "#fff", 1}, {"#777777", "#ffffff", 4.48}, {"#767676", "#ffffff", 4.54},
		{"#ff0000", "#ffffff", 4.00}, {"#0000ff", "#ffffff", 8.59},
	} {
		a, _ := ParseColor(pair.a)
		b, _ := ParseColor(pair.b)
		if got := Contrast(a, b); math.Abs(got-pair.want) > .005 {
			t.Errorf("%s on %s: %.3f, want %.2f", pair.a, pair.b, got, pair.want)
		}
		if Contrast(a, b) != Contrast(b, a) {
			t.Errorf("%s and %s: contrast depends on their order", pair.a, pair.b)
		}
	}
}

func TestParseColorRefusesWhatIsNone(t *testing.T) {
	for _, text := range []string{"", "#", "0b5d6b", "#0b5d6", "#0b5d6bff", "#0b5d6g", "red", "#+b5d6b", "#日本", "# b5d6b"} {
		if c, err := ParseColor(text); err == nil {
			t.Errorf("%q is read as %s", text, c)
		}
	}
	for text, want := range map[string]string{"#0b5d6b": "#0b5d6b", "#FFF": "#ffffff", "#a1c": "#aa11cc"} {
		if c, err := ParseColor(text); err != nil || c.String() != want {
			t.Errorf("%q: %s, %v", text, c, err)
		}
	}
}

// Whatever the accent, all that is read has the contrast of text, and all that is seen
// that of shapes, on either paper.
func TestEveryAccentIsLegible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		channel := rapid.Uint8()
		accent := Color{channel.Draw(t, "r"), channel.Draw(t, "g"), channel.Draw(t, "b")}
		k := rapid.IntRange(2, MostStages).Draw(t, "stages")
		for _, scheme := range []Scheme{Light, Dark} {
			p := NewPalette(scheme, accent, k)
			for _, on := range [][2]Ink{{Words, Paper}, {Muted, Paper}, {Accent, Paper}, {Words, Soft}, {Muted, Soft}} {
				if c := Contrast(p.Color(on[0]), p.Color(on[1])); c < TextContrast {
					t.Errorf("accent %s: ink %d on %d has %.2f", accent, on[0], on[1], c)
				}
			}
			for rank := 1; rank <= k; rank++ {
				if c := Contrast(p.Color(OnStage(rank)), p.Color(StageInk(rank))); c < TextContrast {
					t.Errorf("accent %s: on stage %d of %d there is %.2f", accent, rank, k, c)
				}
			}
		}
	})
}

func TestALegibleAccentIsKept(t *testing.T) {
	if got := NewPalette(Light, DefaultAccent(), 4).Color(Accent); got != DefaultAccent() {
		t.Errorf("the usual accent is drawn as %s", got)
	}
}

func TestHSLComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		channel := rapid.Uint8()
		c := Color{channel.Draw(t, "r"), channel.Draw(t, "g"), channel.Draw(t, "b")}
		if back := fromHSL(c.hsl()); back != c {
			t.Errorf("%s comes back as %s", c, back)
		}
	})
}

func TestWrapKeepsTheTextAndTheWidth(t *testing.T) {
	letters := []rune("aiWmé 協力ع- \u0301\u200d👩")
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom(letters), 0, 80, -1).Draw(t, "text")
		width := rapid.Float64Range(20, 300).Draw(t, "width")
		lines := Wrap(text, 12, true, width)
		for _, line := range lines {
			if w := Width(line, 12, true); w > width && len([]rune(strings.TrimRight(line, "\u0301\u200d👩 "))) > 1 {
				t.Errorf("%q is %.1f wide, more than %.1f", line, w, width)
			}
		}
		bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if bare(strings.Join(lines, "")) != bare(text) {
			t.Errorf("%q becomes %q", text, lines)
		}
	})
}

func TestWrapBreaksBetweenWords(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  string
	}{
		{"", 100, ""},
		{"Mutual trust", 500, "Mutual trust"},
		{"Mutual trust and respect", 100, "Mutual trust|and respect"},
		{"Stakeholder-driven", 90, "Stakeholder-|driven"},
		{"Donaudampfschifffahrt", 80, "Donaudamp|fschifffahrt"},
		{"協力している段階", 40, "協力し|ている|段階"},
	} {
		if got := strings.Join(Wrap(c.text, 12, false, c.width), "|"); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

var update = flag.Bool("update", false, "write the golden files")

// all has every shape, and texts that would do harm.
func all() Drawing {
	d := Drawing{ID: "all", Title: "<script>", Description: `"]]>&`, Width: 100, Height: 50.123456}
	d.Add(
		Rect{X: 1, Y: 2, W: 3, H: 4.5, Round: 1, Fill: Soft, Stroke: Accent},
		Line{X1: 0, Y1: 1, X2: 2, Y2: 3, Stroke: Hair, Dashed: true},
		Circle{X: 5, Y: 6, R: 7, Fill: Accent},
		Text{X: 1, Y: 10, Size: 12, Anchor: Middle, Bold: true, Ink: OnStage(2), Text: "</text><b>&amp;\x00\x1b"},
		Text{X: 1, Y: 10, Size: 12, Anchor: End, Ink: StageInk(1), Text: "é"},
	)
	return d
}

func TestAFileIsAsItWasLookedAt(t *testing.T) {
	var b bytes.Buffer
	if err := WriteSVGFile(&b, all(), NewPalette(Light, DefaultAccent(), 2)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", "all.svg")
	if *update {
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Errorf("%s differs. Got:\n%s", path, b.Bytes())
	}
	if err := xml.Unmarshal(b.Bytes(), new(struct{})); err != nil {
		t.Error(err)
	}
}
