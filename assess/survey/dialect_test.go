package survey

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"gopkg.in/yaml.v3"

	"collab/assess"
	"collab/rubric"
)

// An asked is one thing that a form asks, made from the rubric alone.
type asked struct {
	id, prompt  string
	title, row  string   // of a grid; empty where it is none
	ids, texts  []string // of the options
	many, typed bool
	chosen      func(p *assess.Response) []int
	said        func(p *assess.Response) string // where it is typed
}

func askedOf(r *rubric.Rubric) []asked {
	all := []asked{
		{id: "role", prompt: "Your role", ids: rubric.IDs(r.Roles), texts: namesOf(r.Roles),
			chosen: func(p *assess.Response) []int { return placeOf(p.Role, rubric.IDs(r.Roles)) }},
		{id: "code", prompt: "Your code", typed: true, said: func(p *assess.Response) string { return p.Code }},
	}
	var stages []string
	for _, s := range r.Stages {
		stages = append(stages, s.ID)
	}
	for i, q := range r.Questions() {
		all = append(all, asked{id: q.ID, prompt: q.Prompt,
			ids: append(slices.Clone(stages), "dk", "na"), texts: append(slices.Clone(q.Anchors), r.DontKnow, r.NotApply),
			chosen: func(p *assess.Response) []int {
				return map[bool][]int{true: {int(p.Answers[i]) - 1}}[p.Answers[i] > 0]
			}})
		last := &all[len(all)-1]
		ranked := last.chosen
		last.chosen = func(p *assess.Response) []int {
			switch p.Answers[i] {
			case assess.DontKnow:
				return []int{r.K()}
			case assess.DoesNotApply:
				return []int{r.K() + 1}
			}
			return ranked(p)
		}
	}
	for _, t := range r.Targets.Questions {
		all = append(all, asked{id: "target." + t.Dimension, prompt: t.Prompt,
			ids: append(slices.Clone(stages), "today_is_right"), texts: append(slices.Clone(t.Anchors), r.Targets.TodayIsRight),
			chosen: func(p *assess.Response) []int {
				switch want := p.Targets[t.Dimension]; want {
				case assess.NoTarget:
					return nil
				case assess.TodayIsRight:
					return []int{r.K()}
				default:
					return []int{int(want) - 1}
				}
			}})
	}
	var traits, signs []string
	for _, d := range r.Traits() {
		traits = append(traits, d.Name)
	}
	for _, h := range r.Hurdles.Items {
		signs = append(signs, h.Sign)
	}
	all = append(all,
		asked{id: "priorities", prompt: r.Priorities.Prompt, ids: r.TraitIDs(), texts: traits, many: true,
			chosen: func(p *assess.Response) []int { return placesOf(p.Priorities, r.TraitIDs()) }},
		asked{id: "hurdles", prompt: r.Hurdles.Prompt, ids: r.HurdleIDs(), texts: signs, many: true,
			chosen: func(p *assess.Response) []int { return placesOf(p.Hurdles, r.HurdleIDs()) }},
		asked{id: "hurdle_worst", prompt: r.Hurdles.Worst, ids: r.HurdleIDs(), texts: signs,
			chosen: func(p *assess.Response) []int { return placeOf(p.Worst, r.HurdleIDs()) }})
	for _, f := range r.Forms {
		all = append(all, asked{id: "aim." + f.ID, prompt: f.Name, title: r.Aim.Prompt, row: f.Name,
			ids: rubric.IDs(r.Aim.Choices), texts: namesOf(r.Aim.Choices),
			chosen: func(p *assess.Response) []int { return placeOf(p.Aim[f.ID], rubric.IDs(r.Aim.Choices)) }})
	}
	for _, f := range r.Facts() {
		all = append(all, asked{id: "fact." + f.ID, prompt: f.Text, title: "Is this so today?", row: f.Text,
			ids: []string{"met", "not_met", "dont_know"}, texts: []string{"Yes", "No", r.DontKnow},
			chosen: func(p *assess.Response) []int {
				return placeOf(string(p.Facts[f.ID]), []string{"met", "not_met", "dont_know"})
			}})
	}
	return all
}

func namesOf(choices []rubric.Choice) (names []string) {
	for _, c := range choices {
		names = append(names, c.Name)
	}
	return names
}

func placeOf(id string, ids []string) []int {
	if at := slices.Index(ids, id); at >= 0 {
		return []int{at}
	}
	return nil
}

func placesOf(chosen, ids []string) (places []int) {
	for _, id := range chosen {
		places = append(places, slices.Index(ids, id))
	}
	slices.Sort(places)
	return places
}

// invented are thirty people, the same each time: of some roles, some with a code,
// one who stopped, who do not know everything.
func invented(r *rubric.Rubric) []*assess.Response {
	random := rand.New(rand.NewPCG(7, 30))
	var people []*assess.Response
	for n := range 30 {
		p := assess.NewResponse(r)
		round := testRound()
		p.Association, p.Date, p.Length = round.Association, round.Date, round.Length
		p.Role = r.Roles[random.IntN(len(r.Roles))].ID
		if n%3 > 0 {
			p.Code = fmt.Sprintf("Tree %d", n)
		}
		for i := range p.Answers {
			p.Answers[i] = assess.Answer([]int{1, 2, 2, 3, 3, 4, -1, -2, 0, 2}[random.IntN(10)])
			if n == 11 && i > 14 {
				p.Answers[i] = assess.Unanswered
			}
		}
		for _, t := range r.Targets.Questions {
			p.Targets[t.Dimension] = assess.Target(random.IntN(r.K()+2) - 1)
			if p.Targets[t.Dimension] == assess.NoTarget {
				delete(p.Targets, t.Dimension)
			}
		}
		for _, id := range r.TraitIDs() {
			if random.IntN(3) == 0 && len(p.Priorities) < r.Priorities.Max {
				p.Priorities = append(p.Priorities, id)
			}
		}
		for _, id := range r.HurdleIDs() {
			if random.IntN(4) == 0 {
				p.Hurdles, p.Worst = append(p.Hurdles, id), id
			}
		}
		for _, f := range r.Forms {
			p.Aim[f.ID] = r.Aim.Choices[random.IntN(3)].ID
		}
		for _, f := range r.Facts() {
			p.Facts[f.ID] = []assess.Fact{assess.Met, assess.NotMet, assess.FactUnknown}[random.IntN(3)]
			if random.IntN(4) == 0 {
				delete(p.Facts, f.ID)
			}
		}
		people = append(people, &p)
	}
	return people
}

// A dialect is how a form tool, or a program after it, writes a table.
type dialect struct {
	before  [][2]string // columns of the tool's own: header and cell
	above   [][]string  // rows above the header
	header  func(n int, a asked) string
	second  func(n int, a asked) string // a further header row; nil for none
	cell    func(a asked, place int) string
	ticks   string // between the options that are ticked in one cell
	behind  string // the last of them
	boxes   func(n int, a asked, place int) (header, second string)
	ticked  func(a asked, place int) string
	empty   string // in a box that is not ticked
	andCell bool   // boxes stand beside the one cell
	write   func(rows [][]string) []byte
	dropped bool // cells at the end of a row that hold nothing
}

// table writes the invented people, who were asked by a rubric.
func (d dialect) table(r *rubric.Rubric) []byte {
	all := askedOf(r)
	header, second := []string{}, []string{}
	for _, own := range d.before {
		header, second = append(header, own[0]), append(second, "")
	}
	for n, a := range all {
		if !a.many || d.boxes == nil || d.andCell {
			header = append(header, d.header(n, a))
			if d.second != nil {
				second = append(second, d.second(n, a))
			}
		}
		for place := range a.ids {
			if a.many && d.boxes != nil {
				above, below := d.boxes(n, a, place)
				header, second = append(header, above), append(second, below)
			}
		}
	}
	rows := append(slices.Clone(d.above), header)
	if d.second != nil {
		rows = append(rows, second)
	}
	for _, p := range invented(r) {
		rows = append(rows, d.row(all, p))
	}
	return d.write(rows)
}

func (d dialect) row(all []asked, p *assess.Response) []string {
	var cells []string
	for _, own := range d.before {
		cells = append(cells, own[1])
	}
	for _, a := range all {
		if a.typed {
			cells = append(cells, a.said(p))
			continue
		}
		if !a.many || d.boxes == nil || d.andCell {
			var chosen []string
			for _, place := range a.chosen(p) {
				chosen = append(chosen, d.cell(a, place))
			}
			cell := strings.Join(chosen, d.ticks)
			if a.many && cell != "" {
				cell += d.behind
			}
			cells = append(cells, cell)
		}
		for place := range a.ids {
			if a.many && d.boxes != nil {
				cell := d.empty
				if slices.Contains(a.chosen(p), place) {
					cell = d.ticked(a, place)
				}
				cells = append(cells, cell)
			}
		}
	}
	for d.dropped && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// Ways to write.

func separated(by rune, end string) func([][]string) []byte {
	return func(rows [][]string) []byte {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma = by
		for _, row := range rows {
			_ = w.Write(row) // a buffer takes all
		}
		w.Flush()
		return bytes.ReplaceAll(b.Bytes(), []byte("\n"), []byte(end))
	}
}

func (d dialect) as(change func(*dialect)) dialect {
	change(&d)
	return d
}

func encoded(write func([][]string) []byte, encode func(string) string) func([][]string) []byte {
	return func(rows [][]string) []byte { return []byte(encode(string(write(rows)))) }
}

func inCharmap(m *charmap.Charmap) func(string) string {
	return func(text string) string {
		out, err := m.NewEncoder().String(text)
		if err != nil {
			panic(err) // the test's texts are of both
		}
		return out
	}
}

func inUTF16(mark string, low int) func(string) string {
	return func(text string) string {
		var b []byte
		for _, unit := range utf16.Encode([]rune(mark + text)) {
			pair := [2]byte{}
			pair[low], pair[1-low] = byte(unit), byte(unit>>8)
			b = append(b, pair[:]...)
		}
		return string(b)
	}
}

// workbookOf writes a workbook with an empty sheet, and the table on the second.
func workbookOf(shared bool) func([][]string) []byte {
	return func(rows [][]string) []byte {
		var sheet, texts strings.Builder
		sheet.WriteString(`<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
		n := 0
		for i, row := range rows {
			fmt.Fprintf(&sheet, `<row r="%d" spans="1:9">`, i+1)
			for j, cell := range row {
				if cell == "" {
					continue
				}
				text := escaped(cell)
				switch {
				case isNumber(cell):
					fmt.Fprintf(&sheet, `<c r="%s%d" s="1"><v>%s</v></c>`, letters(j), i+1, cell)
				case shared:
					fmt.Fprintf(&texts, `<si><r><rPr><b/></rPr><t xml:space="preserve">%s</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>`, text)
					fmt.Fprintf(&sheet, `<c r="%s%d" t="s"><v>%d</v></c>`, letters(j), i+1, n)
					n++
				default:
					fmt.Fprintf(&sheet, `<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>`, letters(j), i+1, text)
				}
			}
			sheet.WriteString("</row>")
		}
		sheet.WriteString("</sheetData></worksheet>")
		return zipped(map[string]string{
			"[Content_Types].xml":        "<Types/>",
			"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="About" sheetId="1" r:id="rId1"/><sheet name="Form1" sheetId="2" r:id="rId2"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
			"xl/sharedStrings.xml":       "<sst>" + texts.String() + "</sst>",
			"xl/worksheets/sheet1.xml":   `<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>A form</t></is></c></row></sheetData></worksheet>`,
			"xl/worksheets/sheet2.xml":   sheet.String(),
		})
	}
}

func isNumber(cell string) bool {
	_, err := strconv.ParseFloat(cell, 64)
	return err == nil
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text))
	return b.String()
}

func zipped(files map[string]string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range files {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(text))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// Ways to call a column, and to answer.

func byID(_ int, a asked) string              { return a.id }
func byPrompt(_ int, a asked) string          { return a.prompt }
func id(a asked, place int) string            { return a.ids[place] }
func text(a asked, place int) string          { return a.texts[place] }
func squeezedID(_ int, a asked) string        { return strings.NewReplacer(".", "", "_", "").Replace(a.id) }
func underscored(_ int, a asked) string       { return strings.ReplaceAll(a.id, ".", "_") }
func numbered(n int, a asked) string          { return fmt.Sprintf("%d. %s *", n+1, a.prompt) }
func lettered(a asked, place int) string      { return fmt.Sprintf("%c) %s", 'a'+place, a.texts[place]) }
func printed(a asked, place int) string       { return fmt.Sprintf("%d %s", place+1, a.texts[place]) }
func answerCode(_ asked, p int) string        { return fmt.Sprintf("A%d", p+1) }
func unstopped(a asked, p int) string         { return strings.ToUpper(strings.TrimSuffix(a.texts[p], ".")) }
func always(s string) func(asked, int) string { return func(asked, int) string { return s } }

// inGrid has the row of a grid behind its title.
func inGrid(_ int, a asked) string {
	if a.title != "" {
		return fmt.Sprintf("%s [%s]", a.title, a.row)
	}
	return a.prompt
}

// decimal is the number of an option where the program knows it by one, as a
// spreadsheet writes numbers.
func decimal(a asked, place int) string {
	if place < 4 && strings.Contains(a.id, ".") && !strings.HasPrefix(a.id, "fact.") {
		return fmt.Sprintf("%d.0", place+1)
	}
	return a.texts[place]
}

// keyed are the keys of the paper, and the screen's words.
func keyed(a asked, place int) string {
	switch {
	case strings.HasPrefix(a.id, "fact."):
		return []string{"Yes, this is so", "No, not yet", strings.ReplaceAll(a.texts[2], "'", "’")}[place]
	case a.ids[place] == "dk":
		return "d"
	case a.ids[place] == "na":
		return "n"
	case a.ids[place] == "today_is_right":
		return "t"
	}
	return strconv.Itoa(place + 1)
}

func turned(text string) string {
	text = strings.ReplaceAll(text, "'", "’")
	return strings.ReplaceAll(text, " program", "\u00a0pro\u200bgram")
}

var plain = dialect{header: byID, cell: id, ticks: " ", write: separated(',', "\n")}

var google = dialect{
	before: [][2]string{{"Timestamp", "2026/11/10 09:03:07 AM GMT+1"}, {"Email Address", "ann@example.org"}},
	header: inGrid, cell: text, ticks: ", ", write: separated(',', "\r\n"),
}

var microsoft = dialect{
	before: [][2]string{{"ID", "1"}, {"Start time", "46000.5"}, {"Completion time", "46000.6"}, {"Email", "anonymous"}, {"Name", ""}},
	header: byPrompt, cell: text, ticks: ";", behind: ";", write: workbookOf(true),
}

var limeSurvey = dialect{
	before: [][2]string{{"id. Response ID", "1"}, {"submitdate. Date submitted", "1980-01-01"}, {"lastpage. Last page", "4"}, {"startlanguage. Start language", "en"}, {"seed. Seed", "42"}},
	header: func(n int, a asked) string { return fmt.Sprintf("G%02dQ%02d. %s", n/9+1, n+1, a.prompt) },
	cell:   text, write: separated(',', "\n"),
	boxes: func(n int, a asked, place int) (string, string) {
		return fmt.Sprintf("G09Q%02d[SQ%03d]. %s [%s]", n, place, a.prompt, a.texts[place]), ""
	},
	ticked: always("Yes"), empty: "No",
}

var kobo = dialect{
	before: [][2]string{{"start", "x"}, {"end", "x"}, {"__version__", "v"}},
	header: func(n int, a asked) string { return "page/" + underscored(n, a) }, cell: id, ticks: " ", write: separated(';', "\n"),
	boxes:  func(n int, a asked, place int) (string, string) { return underscored(n, a) + "/" + a.ids[place], "" },
	ticked: always("1"), empty: "0", andCell: true,
}

var surveyMonkey = dialect{
	before: [][2]string{{"Respondent ID", "118"}, {"Collector ID", "4"}, {"IP Address", "203.0.113.7"}, {"Custom Data 1", ""}},
	header: byPrompt, second: func(int, asked) string { return "Response" }, cell: text, write: separated(',', "\n"),
	boxes: func(_ int, a asked, place int) (string, string) {
		return map[bool]string{true: a.prompt}[place == 0], a.texts[place]
	},
	ticked: text,
}

var qualtrics = dialect{
	before: [][2]string{{"StartDate", "x"}, {"Progress", "100"}, {"Duration (in seconds)", "301"}, {"ResponseId", "R_1"}, {"UserLanguage", "EN"}},
	header: func(n int, a asked) string { return fmt.Sprintf("Q%d", n) }, cell: text, ticks: ",",
	second: func(n int, a asked) string { return a.prompt },
	write: func(rows [][]string) []byte {
		imports := make([]string, len(rows[0]))
		for i := range imports {
			imports[i] = fmt.Sprintf(`{"ImportId":"QID%d"}`, i)
		}
		return separated(',', "\n")(slices.Insert(rows, 2, imports))
	},
}

var dialects = map[string]dialect{
	"Google":                        google,
	"Google, ticks by semicolons":   google.as(func(d *dialect) { d.ticks = ";" }),
	"Google, prompts alone":         google.as(func(d *dialect) { d.header = byPrompt }),
	"Microsoft":                     microsoft,
	"Microsoft, texts in the cells": microsoft.as(func(d *dialect) { d.write = workbookOf(false) }),
	"LimeSurvey, code and text":     limeSurvey,
	"LimeSurvey, text, ticked Y": limeSurvey.as(func(d *dialect) {
		d.header, d.ticked, d.empty = byPrompt, always("Y"), ""
		d.boxes = func(_ int, a asked, place int) (string, string) { return a.prompt + " [" + a.texts[place] + "]", "" }
	}),
	"LimeSurvey, codes": limeSurvey.as(func(d *dialect) {
		d.header, d.cell, d.ticked, d.empty = squeezedID, answerCode, always("Y"), ""
		d.boxes = func(n int, a asked, place int) (string, string) {
			return squeezedID(n, a) + "[" + a.ids[place] + "]", ""
		}
	}),
	"Kobo, names": kobo,
	"Kobo, labels": kobo.as(func(d *dialect) {
		d.header, d.cell, d.ticks, d.andCell = byPrompt, text, "", false
		d.boxes = func(_ int, a asked, place int) (string, string) { return a.prompt + "/" + a.texts[place], "" }
	}),
	"SurveyMonkey":           surveyMonkey,
	"SurveyMonkey, one cell": surveyMonkey.as(func(d *dialect) { d.boxes, d.ticks = nil, ", " }),
	"Qualtrics":              qualtrics,
	"Qualtrics, a column an option": qualtrics.as(func(d *dialect) {
		d.boxes = func(n int, a asked, place int) (string, string) {
			return fmt.Sprintf("Q%d_%d", n, place+1), a.prompt + " - Selected Choice - " + a.texts[place]
		}
		d.ticked = text
	}),
	"Qualtrics, exported by ids": qualtrics.as(func(d *dialect) { d.header = underscored }),
	"Excel, separator line": google.as(func(d *dialect) {
		d.write = encoded(separated(';', "\r\n"), func(s string) string { return "\ufeffsep=;\r\n" + s })
	}),
	"Excel, ANSI": google.as(func(d *dialect) {
		d.write = encoded(separated(';', "\r\n"), func(s string) string { return inCharmap(charmap.Windows1252)(strings.ReplaceAll(s, "'", "’")) })
	}),
	"Excel, Macintosh": google.as(func(d *dialect) {
		d.write = encoded(separated(';', "\r"), func(s string) string { return inCharmap(charmap.Macintosh)(strings.ReplaceAll(s, "'", "’")) })
	}),
	"Excel, UTF-16":           google.as(func(d *dialect) { d.write = encoded(separated('\t', "\r\n"), inUTF16("\ufeff", 0)) }),
	"UTF-16, big end first":   google.as(func(d *dialect) { d.write = encoded(separated('\t', "\r\n"), inUTF16("\ufeff", 1)) }),
	"UTF-16 without mark":     google.as(func(d *dialect) { d.write = encoded(separated(',', "\n"), inUTF16("", 0)) }),
	"UTF-16 big without mark": google.as(func(d *dialect) { d.write = encoded(separated(',', "\n"), inUTF16("", 1)) }),
	"bars":                    google.as(func(d *dialect) { d.write = separated('|', "\n") }),
	"titles above": google.as(func(d *dialect) {
		d.above = [][]string{{"Survey of the Northern Trails Alliance"}, {""}, {"Answers", "30"}}
	}),
	"cells left off": plain.as(func(d *dialect) { d.dropped = true }),
	"empty rows and columns": google.as(func(d *dialect) {
		d.write = func(rows [][]string) []byte {
			for i := range rows {
				rows[i] = append(rows[i], "", "")
			}
			empty := make([]string, len(rows[0]))
			return separated(',', "\n")(append(slices.Insert(rows, 4, empty), empty, empty))
		}
	}),
	"numbers and letters": google.as(func(d *dialect) { d.header, d.cell = numbered, lettered }),
	"as printed": google.as(func(d *dialect) {
		d.header, d.cell = func(n int, a asked) string { return fmt.Sprintf("%d %s (inside)", n+1, a.prompt) }, printed
	}),
	"capitals without stops": google.as(func(d *dialect) {
		d.header, d.cell = func(n int, a asked) string { return strings.ToUpper(a.prompt) }, unstopped
	}),
	"numbers with decimals": microsoft.as(func(d *dialect) { d.cell = decimal }),
	"the keys of the paper": plain.as(func(d *dialect) { d.header, d.cell, d.ticks = byPrompt, keyed, "," }),
	"turned and invisible":  google.as(func(d *dialect) { d.write = encoded(separated(',', "\n"), turned) }),
	"HTML": google.as(func(d *dialect) {
		d.header = func(n int, a asked) string {
			return "<p><strong>" + strings.ReplaceAll(a.prompt, "'", "&#39;") + "</strong>&nbsp;</p>"
		}
	}),
	"UTF-8 that Excel took for ANSI": google.as(func(d *dialect) {
		d.write = encoded(separated(',', "\n"), func(s string) string {
			out, err := charmap.Windows1252.NewDecoder().String(strings.ReplaceAll(s, "'", "’"))
			if err != nil {
				panic(err)
			}
			return out
		})
	}),
	"LimeSurvey, not shown, and how long it took": limeSurvey.as(func(d *dialect) {
		d.before = append(d.before, [2]string{"interviewtime. Total time", "301.5"}, [2]string{"trustrelianceTime. Question time: trustreliance", "7.1"},
			[2]string{"hurdles[other]. Which of these stopped or slowed joint work in the past 12 months? [Other]", "weather"})
		d.empty = "N/A"
		d.header = func(n int, a asked) string { return squeezedID(n, a) + ". " + inGrid(n, a) }
		write := d.write
		d.write = func(rows [][]string) []byte {
			for at, header := range rows[0] {
				for _, row := range rows[1:] {
					if strings.HasPrefix(header, "fact") && row[at] == "" {
						row[at] = "N/A"
					}
				}
			}
			return write(rows)
		}
	}),
	"Microsoft, a quiz": microsoft.as(func(d *dialect) {
		d.before = append(d.before, [2]string{"Total points", "0"}, [2]string{"Points - How do people know who decides what?", "0"}, [2]string{"Feedback - How do people know who decides what?", ""})
	}),
	"hyphens and bullets": google.as(func(d *dialect) {
		d.header = func(n int, a asked) string { return fmt.Sprintf("Question %d: %s", n+1, a.prompt) }
		d.cell = func(a asked, place int) string {
			return []string{fmt.Sprint(place+1, " - "), "• ", "Option ", "iv) "}[place%4] + map[bool]string{true: "3 - "}[place%4 == 2] + a.texts[place]
		}
	}),
	"ids in brackets before": google.as(func(d *dialect) { d.header = func(_ int, a asked) string { return "[" + a.id + "] " + a.prompt } }),
	"ids in brackets behind": google.as(func(d *dialect) { d.header = func(_ int, a asked) string { return a.prompt + " [" + a.id + "]" } }),
	"ids, then prompts":      google.as(func(d *dialect) { d.header = func(_ int, a asked) string { return a.id + ": " + a.prompt } }),
	"quoted for Excel":       google.as(func(d *dialect) { d.cell = func(a asked, place int) string { return `="` + a.ids[place] + `"` } }),
	"the trait before": google.as(func(d *dialect) {
		d.header = func(n int, a asked) string { return "How you work together: " + a.prompt }
	}),
}

func TestEveryDialectSaysTheSame(t *testing.T) {
	for language, r := range map[string]*rubric.Rubric{"English": rubric.Default(), "a translation": translated(t)} {
		want := peopleIn(t, "plain", plain.table(r), r)
		var invent []string
		for _, p := range invented(r) {
			invent = append(invent, string(p.Encode()))
		}
		if diff := cmp.Diff(invent, want); diff != "" {
			t.Fatalf("the plain table says something else than its people:\n%s", diff)
		}
		for name, d := range dialects {
			t.Run(language+", "+name, func(t *testing.T) {
				if diff := cmp.Diff(want, peopleIn(t, name, d.table(r), r)); diff != "" {
					t.Errorf("another result than the plain table:\n%s", diff)
				}
			})
		}
	}
}

// A table in the language of a rubric that is not at hand is one fault, unless it says
// everything by ids.
func TestATableInAnotherLanguageIsOneFault(t *testing.T) {
	foreign := translated(t)
	for name, d := range dialects {
		_, err := Read(name, bytes.NewReader(d.table(foreign)), testRound(), func(int, *assess.Response) error { return nil })
		var faults Faults
		switch {
		case err == nil:
			t.Logf("%s says everything by ids", name)
		case !errors.As(err, &faults) || len(faults.First) != 1 || faults.More > 0 || !strings.Contains(err.Error(), "give that rubric with --rubric"):
			t.Errorf("%s: %.900v", name, err)
		}
	}
}

// translated is the default rubric in another language, with every text changed.
func translated(t *testing.T) *rubric.Rubric {
	t.Helper()
	var file yaml.Node
	if err := yaml.Unmarshal(rubric.Default().Text(), &file); err != nil {
		t.Fatal(err)
	}
	translate(file.Content[0], "")
	text, err := yaml.Marshal(&file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := rubric.Parse("translated.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// translate changes the texts below a node, which stands behind a key, and the language.
func translate(n *yaml.Node, key string) {
	switch {
	case key == "language":
		n.Value = "xx"
	case key == "id" && n.Value == rubric.Default().ID:
		n.Value += "-xx"
	case n.Kind == yaml.ScalarNode && n.Tag == "!!str" && (strings.Contains(n.Value, " ") || key == "name" || key == "short"):
		n.Value = strings.Map(func(r rune) rune {
			i := strings.IndexRune("abcdefghijklmnopqrstuvwxyz", unicode.ToLower(r))
			if i < 0 {
				return r
			}
			other := []rune("nöpqrstüvwxyzäbcdéfghijklm")[i]
			if unicode.IsUpper(r) {
				return unicode.ToUpper(other)
			}
			return other
		}, n.Value)
	}
	for i, child := range n.Content {
		if n.Kind == yaml.MappingNode {
			if i%2 == 1 {
				translate(child, n.Content[i-1].Value)
			}
			continue
		}
		translate(child, key)
	}
}

// peopleIn are the response files of those who stand in a table of a rubric.
func peopleIn(t *testing.T, name string, table []byte, r *rubric.Rubric) []string {
	t.Helper()
	var people []string
	round := testRound()
	round.Rubric = r
	_, err := Read(name, bytes.NewReader(table), round, func(_ int, r *assess.Response) error {
		people = append(people, string(r.Encode()))
		return nil
	})
	if err != nil {
		t.Fatalf("%v\n%.3000s", err, table)
	}
	return people
}
