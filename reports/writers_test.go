package reports_test

import (
	"archive/zip"
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"collab/internal/strict"
	"collab/reports"
	"collab/reports/content"
	"collab/reports/figure"
	"collab/reports/html"
	"collab/reports/lines"
	"collab/reports/markdown"
	"collab/reports/reportstest"
	"collab/reports/screen"
	"collab/reports/word"
)

// writers are all formats that a report is written in.
var writers = map[string]func(io.Writer, content.Report) error{
	"html":     html.Write,
	"markdown": markdown.Write,
	"word":     func(w io.Writer, r content.Report) error { return word.Write(w, r, nil) },
	"lines":    func(w io.Writer, r content.Report) error { return lines.Write(w, r, 0) },
	"screen":   func(w io.Writer, r content.Report) error { return screen.Write(w, r, screen.Size{}) },
}

// Every word of a report is in every format. Words that begin with Seen are for those who
// see a picture, words that begin with Told for those who don't.
func TestNoWriterLeavesAWordOut(t *testing.T) {
	for _, sheet := range []content.Sheet{content.Flowing, content.Fresh, content.Board, content.Slide} {
		r := everything(sheet)
		for name, write := range writers {
			out := written(t, name, write, r)
			for _, w := range wordsOf(reflect.ValueOf(r.Sections)) {
				switch {
				case strings.HasPrefix(w, "Seen") && name == "lines":
				case strings.HasPrefix(w, "Told") && name != "lines":
				case !strings.Contains(out, w):
					t.Errorf("%s leaves %s out on the sheet %q", name, w, sheet)
				}
			}
		}
	}
}

// Whoever adds a kind of block puts one into everything, so that the test above sees it.
func TestEveryKindOfBlockIsTried(t *testing.T) {
	tried := map[string]bool{}
	for _, s := range everything(content.Flowing).Sections {
		for _, b := range s.Blocks {
			tried[reflect.TypeOf(b).Name()] = true
		}
	}
	kinds := reflect.TypeFor[content.Writer]()
	for i := range kinds.NumMethod() {
		if name := kinds.Method(i).Name; !tried[name] {
			t.Errorf("no %s is tried", name)
		}
	}
}

// A report with a block of every kind, each field filled in with a word of its own.
func everything(sheet content.Sheet) content.Report {
	of := content.Words
	cell := []content.Cell{{Fill: content.Reached, Label: of("SeenCell")}, {Fill: content.Wanted}}
	drawn := figure.Drawing{ID: "d", Title: "FigureTitle", Description: "FigureDescription", Width: 100, Height: 50,
		Data: figure.Table{Columns: []figure.Column{{Name: "SeenData"}}, Rows: [][]string{{"SeenFigure"}}}}
	return content.Report{
		Title: of("Title"), Language: "en", Date: "2026-11-23", Running: of("Running"),
		Sections: []content.Section{
			{ID: "first", Sheet: sheet, Heading: of("FirstHeading"), Blocks: []content.Block{
				content.Paragraph{Text: of("BodyText")},
				content.Paragraph{Tone: content.Deck, Text: of("DeckText")},
				content.Paragraph{Tone: content.Note, Text: of("NoteText")},
				content.List{Items: []content.Text{of("ItemOne"), of("ItemTwo")}},
				content.Steps{Who: of("SeenWho"), By: of("SeenBy"), Items: []content.Step{
					{Do: of("StepDo"), Why: of("StepWhy"), Notes: []content.Text{of("StepNote")}},
					{State: content.Done, Do: of("StepDone"), Taken: of("StepTaken")},
				}},
				content.Choices{Question: of("ChoiceQuestion"), Rows: []content.Choice{{Count: 7, Prefix: of("ChoicePrefix"), Words: of("ChoiceWords")}}},
				content.Answers{Groups: []content.AnswerGroup{{Items: []content.Answer{{Question: of("FewQuestion"), Chosen: of("FewChosen"), Note: of("FewNote")}}}}},
				content.Answers{Question: of("SeenQuestions"), Chosen: of("SeenChosen"), Stage: of("SeenStage"), Groups: []content.AnswerGroup{
					{Heading: of("GroupHeading"), Aside: of("GroupAside"), Items: []content.Answer{
						{Question: of("AllQuestion"), Chosen: of("AllChosen"), Note: of("AllNote"), Cells: cell[:1], Alt: of("AllAlt")},
					}},
				}},
				content.Profile{Caption: of("ProfileCaption"), Order: of("SeenOrder"), Stages: []content.Text{of("SeenA"), of("SeenB")},
					Figures: []content.Text{of("SeenHead")}, Flag: of("SeenFlagHead"), Groups: [][]content.ProfileRow{{
						{Name: of("SeenName"), Strong: true, Cells: cell, Was: 1, Figures: []content.Text{of("SeenFigure1")}, Flag: of("SeenFlag"), Told: of("ToldRow")},
					}}},
				content.Heat{Caption: of("HeatCaption"), Heads: []content.Text{of("HeatHead")}, Unknown: of("HeatUnknown"), People: 5, Groups: []content.HeatGroup{
					{Heading: of("HeatGroup"), Rows: []content.HeatRow{
						{Name: of("HeatName"), Counts: []int{3}, Unknown: 2, Label: of("HeatLabel")},
						{Name: of("HeatHidden"), Instead: of("HeatInstead")},
					}},
				}},
				content.Pips{Marks: []content.Mark{content.Met, content.Missing, content.Unknown}, Told: of("PipsSay")},
				content.Table{Caption: of("TableCaption"), Heads: []content.Head{{Text: of("SeenRowHead")}, {Text: of("TableHead"), Figures: true}},
					Rows: []content.Row{{Strong: true, Cells: []content.Text{of("TableRow"), of("TableCell")}}}},
				content.Figure{Wide: drawn, Phone: drawn},
				content.Columns{Of: [][]content.Box{
					{{Heading: of("BoxHeading"), Blocks: []content.Block{content.Paragraph{Text: of("BoxText")}}}},
					{{Heading: of("OtherBox"), Blocks: []content.Block{content.Paragraph{Text: of("OtherText")}}}},
				}},
				content.Paragraph{Tone: content.Foot, Text: of("FootText")},
			}},
			{ID: "second", Heading: of("SecondHeading"), Blocks: []content.Block{content.Paragraph{Text: of("LastText")}}},
		},
	}
}

func written(t *testing.T, name string, write func(io.Writer, content.Report) error, r content.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, r); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if name != "word" {
		return b.String()
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.Name == "word/document.xml" {
			return string(read(t, f))
		}
	}
	t.Fatal("the document has no text")
	return ""
}

func read(t *testing.T, f *zip.File) []byte {
	t.Helper()
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// wordsOf are the texts of all spans in a value.
func wordsOf(v reflect.Value) []string {
	if v.Type() == reflect.TypeFor[content.Span]() {
		return []string{v.Interface().(content.Span).Text}
	}
	var words []string
	switch v.Kind() {
	case reflect.Interface:
		words = wordsOf(v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			words = append(words, wordsOf(v.Index(i))...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			words = append(words, wordsOf(v.Field(i))...)
		}
	}
	return words
}

// hostile are texts that would do something in one format or another.
var hostile = []string{
	"a<script>b</script> | **c** \x1b[31m [d](e) \u202e",
	`</w:t></w:r><w:r><w:instrText> INCLUDETEXT "http://evil.example" </w:instrText>`,
	"`a` ~b~ $c$ {{ d }} {% e %} <!-- f ]]> :g: @h #12 https://i.example www.j.example",
	"one\ntwo\r\n# three\u2028four\x00\x07\u009b\t5",
	`"' onload=alert(1) '"><img src=x onerror=alert(1)>`,
	"- a", "1. b", "> c", "=1+1", "| d |", "---", "_e_", "\\", "&lt;", "\xff\xfe",
}

// What people type is shown as it was typed wherever it may stand, and does nothing: a
// page has the marks, lines and cells that it has around a plain word.
func TestTypedTextDoesNothing(t *testing.T) {
	marks := map[string][]string{"html": {"<", ">", `"`}, "word": {"<w:p>", "<w:r>", "<w:t ", "<w:tc>", "<w:instrText"}, "markdown": {"\n", "|", "](", "`"}}
	around := func(name, text string) map[string]int {
		text = content.Typed(text).Plain() // as whoever makes a report takes it
		r := everything(content.Board)
		r.Sections = withText(reflect.ValueOf(r.Sections), text).Interface().([]content.Section)
		r.Title, r.Running = content.Text{{Text: text, Typed: true}}, content.Text{{Text: text, Typed: true}}
		out := written(t, name, writers[name], r)
		for _, c := range strings.ReplaceAll(out, "\u2060", "") { // parts what a code host would link
			if c != '\n' && strict.Invisible(c) {
				t.Errorf("%s: %q leaves %U", name, text, c)
			}
		}
		counts := map[string]int{}
		for _, m := range marks[name] {
			counts[m] = strings.Count(out, m)
		}
		if name == "markdown" { // tags stand in for marks and line breaks
			for _, tag := range regexp.MustCompile(`<[^\s>]*`).FindAllString(out, -1) {
				if tag != "<b" && tag != "</b" && tag != "<br" {
					t.Errorf("%s: %q is the tag %s", name, text, tag)
				}
			}
		}
		return counts
	}
	for name := range writers {
		plain := around(name, "plain")
		for _, text := range hostile {
			if got := around(name, text); !reflect.DeepEqual(got, plain) {
				t.Errorf("%s: around %q there is %v, around a word %v", name, text, got, plain)
			}
		}
	}
}

// withText is a value with a typed text in every span, and in all that a figure says.
func withText(v reflect.Value, text string) reflect.Value {
	if v.Type() == reflect.TypeFor[content.Span]() {
		s := v.Interface().(content.Span)
		s.Text, s.Typed = text, true
		return reflect.ValueOf(s)
	}
	if v.Type() == reflect.TypeFor[figure.Drawing]() {
		d := v.Interface().(figure.Drawing)
		d.Title, d.Description = text, text
		d.Data = figure.Table{Columns: []figure.Column{{Name: text}}, Rows: [][]string{{text}}}
		return reflect.ValueOf(d)
	}
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.Interface:
		out.Set(withText(v.Elem(), text))
	case reflect.Slice:
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(withText(v.Index(i), text))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(withText(v.Field(i), text))
		}
	}
	return out
}

// BenchmarkWriters is each format of the report of forty people; Word is to take less
// than 150 ms, a page less than 50.
func BenchmarkWriters(b *testing.B) {
	r := reports.Assessment(reportstest.Forty(b), reports.Options{})
	for name, write := range writers {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := write(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// twoWords are words of a sentence.
var twoWords = regexp.MustCompile(`[A-Za-z]{2,} [A-Za-z]{2,}`)

// notForReaders are tags, style and policy of a page.
var notForReaders = regexp.MustCompile(`^(<|@media|default-src )`)

// Writers and makers hold no sentence: those are in the room wording.
func TestSentencesAreInTheirRoom(t *testing.T) {
	for _, room := range []string{".", "content", "html", "markdown", "word", "lines", "screen"} {
		files, err := filepath.Glob(filepath.Join(room, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			if !strings.HasSuffix(path, "_test.go") {
				noSentence(t, path)
			}
		}
	}
}

func noSentence(t *testing.T, path string) {
	t.Helper()
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		literal, is := n.(*ast.BasicLit)
		if !is || literal.Kind != token.STRING {
			return true
		}
		text, err := strconv.Unquote(literal.Value)
		if err == nil && twoWords.MatchString(text) && !notForReaders.MatchString(text) {
			t.Errorf("%s: %q belongs into a file of wording", files.Position(literal.Pos()), text)
		}
		return true
	})
}

// tags are the marks of a template; what is left of it is what a reader sees.
var tags = regexp.MustCompile(`(?s)\{\{.*?\}\}|<[^>]*>`)

func TestTemplatesHoldNoWord(t *testing.T) {
	files, err := filepath.Glob("html/templates/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if left := strings.TrimSpace(tags.ReplaceAllString(tags.ReplaceAllString(string(text), ""), "")); regexp.MustCompile(`[A-Za-z]`).MatchString(left) {
			t.Errorf("%s holds %q", path, left)
		}
	}
}
