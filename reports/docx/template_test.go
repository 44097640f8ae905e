package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// template is one of a German company: two headers with a logo, a cover in a content
// control, two sections, a list and styles with German ids.
func template() *archive {
	a := &archive{parts: map[string][]byte{}}
	const w = `xmlns:w="` + wordNamespace + `" xmlns:r="` + relationNamespace + `"`
	for _, part := range [][2]string{
		{typesPart, `<Types xmlns="` + typesNamespace + `"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="PNG" ContentType="image/png"/>` +
			`<Override PartName="/word/document.xml" ContentType="` + wordType + `template.main+xml"/></Types>`},
		{"_rels/.rels", relations(rel("1", "officeDocument", "word/document.xml"))},
		{"word/document.xml", `<w:document ` + w + `><w:body>` +
			`<w:sdt><w:sdtContent><w:p><w:r><w:t>Unser Deckblatt</w:t></w:r></w:p></w:sdtContent></w:sdt>` +
			`<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:titlePg/></w:sectPr></w:pPr></w:p>` +
			`<w:sectPr><w:headerReference w:type="first" r:id="h1"/><w:headerReference w:type="default" r:id="h2"/>` +
			`<w:pgSz w:w="16838" w:h="11906"/><w:pgMar w:left="1000" w:right="838"/><w:cols w:num="2"/></w:sectPr></w:body></w:document>`},
		{"word/_rels/document.xml.rels", relations(rel("s", "styles", "styles.xml"), rel("n", "numbering", "numbering.xml"), rel("h1", "header", "header1.xml"), rel("h2", "header", "header2.xml"))},
		{"word/styles.xml", `<w:styles ` + w + `><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>` +
			`<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:type="character" w:styleId="ListBullet"><w:name w:val="x"/></w:style>` +
			`<w:style w:type="table" w:styleId="Firmentabelle"><w:name w:val="Report Table"/></w:style></w:styles>`},
		{"word/numbering.xml", `<w:numbering ` + w + `><w:abstractNum w:abstractNumId="4"/><w:num w:numId="7"/><w:numIdMacAtCleanup w:val="9"/></w:numbering>`},
		{"word/header1.xml", `<w:hdr ` + w + `/>`},
		{"word/header2.xml", `<w:hdr ` + w + `><w:p/></w:hdr>`},
		{"word/media/report1.PNG", "logo"},
	} {
		a.add(part[0], []byte(part[1]))
	}
	return a
}

func relations(all ...string) string {
	return `<Relationships xmlns="` + relationsNamespace + `">` + strings.Join(all, "") + `</Relationships>`
}

func rel(id, kind, target string) string {
	return fmt.Sprintf(`<Relationship Id="%s" Type="%s/%s" Target="%s"/>`, id, relationNamespace, kind, target)
}

func (a *archive) file(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := a.write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// replace changes a part.
func (a *archive) replace(part, old, with string) {
	a.parts[part] = []byte(strings.Replace(string(a.parts[part]), old, with, 1))
}

func TestATemplateKeepsWhatIsItsOwn(t *testing.T) {
	own := template()
	all := parts(t, everything(), own.file(t))
	for _, name := range own.names {
		switch name {
		case typesPart, "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml":
			continue
		}
		if all[name] != string(own.parts[name]) {
			t.Errorf("%s is not as it was", name)
		}
	}
	contains(t, all["word/document.xml"],
		"Unser Deckblatt", "<w:titlePg/>", "<w:pageBreakBefore/>", ">Lakes Guild<",
		`<w:pStyle w:val="berschrift1"/>`, `cx="4762500"`, `<w:tblStyle w:val="Firmentabelle"/>`, `<w:pStyle w:val="ListBullet1"/>`,
		`<w:sectPr><w:headerReference w:type="first" r:id="h1"/><w:headerReference w:type="default" r:id="h2"/>`)
	contains(t, all["word/_rels/document.xml.rels"], `Id="h2"`, `Target="/word/media/report2.png"`)
	contains(t, all["word/styles.xml"], `w:styleId="berschrift1"`, `w:styleId="Title"`, `<w:basedOn w:val="Standard"/>`, `<w:name w:val="heading 2"/><w:basedOn w:val="berschrift1"/>`)
	contains(t, all["word/numbering.xml"], `w:abstractNumId="4"`, `w:abstractNumId="5"`, `w:abstractNumId="6"`, `w:numId="7"`, `w:numId="8"`, `w:numId="9"`, "numIdMacAtCleanup")
	contains(t, all[typesPart], wordType+"document.main+xml")
	if strings.Contains(all[typesPart], "template.main") || strings.Contains(all[typesPart], `Extension="png"`) {
		t.Errorf("the parts are said to hold %s", all[typesPart])
	}
}

func TestAReportCanBeATemplate(t *testing.T) {
	var first bytes.Buffer
	if err := everything().Write(&first, nil); err != nil {
		t.Fatal(err)
	}
	all := parts(t, everything(), first.Bytes())
	contains(t, all["word/document.xml"], `<wp:docPr id="1"`, "pageBreakBefore", `<wp:docPr id="2"`)
	if n := strings.Count(all["word/styles.xml"], "List Bullet"); n != 1 {
		t.Errorf("the style is there %d times", n)
	}
}

// TestTheReportStandsWhereItIsMarked parts the marker as Word does when it is typed.
func TestTheReportStandsWhereItIsMarked(t *testing.T) {
	own := template()
	marker := `<w:p><w:r><w:t>{{rep</w:t></w:r><w:r><w:t>ort}} </w:t></w:r></w:p>`
	own.replace("word/document.xml", "<w:sdt>", marker+"<w:p><w:r><w:t>Impressum</w:t></w:r></w:p><w:sdt>")
	main := parts(t, everything(), own.file(t))["word/document.xml"]
	contains(t, main, ">Lakes Guild<", ">Listen.<", "Impressum", "Unser Deckblatt")
	for _, wrong := range []string{"{{rep", "pageBreakBefore"} {
		if strings.Contains(main, wrong) {
			t.Errorf("there is a %s", wrong)
		}
	}
}

func TestASectionThatEndsInTheMarkerStays(t *testing.T) {
	own := template()
	own.replace("word/document.xml", "</w:pPr></w:p>", "</w:pPr><w:r><w:t>{{report}}</w:t></w:r></w:p>")
	main := parts(t, everything(), own.file(t))["word/document.xml"]
	contains(t, main, "Unser Deckblatt", ">Lakes Guild<", ">Listen.<", "<w:p><w:pPr><w:sectPr><w:pgSz", "<w:titlePg/>", "w:type=\"first\"")
}

func TestATemplateWithOtherPrefixesIsUnderstood(t *testing.T) {
	own := template()
	renamed := strings.NewReplacer("<w:", "<ns0:", "</w:", "</ns0:", " w:", " ns0:", "xmlns:w=", "xmlns:ns0=")
	own.parts["word/document.xml"] = []byte(renamed.Replace(string(own.parts["word/document.xml"])))
	contains(t, parts(t, everything(), own.file(t))["word/document.xml"], "Unser Deckblatt", `<w:p xmlns:w="`, "</ns0:body>")
}

func TestTheTemplateThatWordWasGivenIsForgotten(t *testing.T) {
	own := template()
	own.replace("word/_rels/document.xml.rels", "</Relationships>", rel("set", "settings", "settings.xml")+"</Relationships>")
	own.add("word/settings.xml", []byte(`<w:settings xmlns:w="`+wordNamespace+`" xmlns:r="`+relationNamespace+`"><w:zoom w:percent="90"/><w:attachedTemplate r:id="rId1"/><w:x/></w:settings>`))
	own.add("word/_rels/settings.xml.rels", []byte(relations(`<Relationship Id="rId1" Type="`+relationNamespace+`/attachedTemplate" Target="file:///C:/Normal.dotm" TargetMode="External"/>`)))
	all := parts(t, everything(), own.file(t))
	contains(t, all["word/settings.xml"], `<w:zoom w:percent="90"/><w:x/>`)
	if strings.Contains(all["word/_rels/settings.xml.rels"], "Normal.dotm") {
		t.Error("the path is still there")
	}
}

func TestTemplatesAreRefused(t *testing.T) {
	outward := func(kind, target string) string {
		return fmt.Sprintf(`<Relationship Id="x" Type="%s/%s" Target="%s" TargetMode="External"/></Relationships>`, relationNamespace, kind, target)
	}
	for _, c := range []struct {
		name   string
		change func(*archive)
		want   string
	}{
		{"macros", func(a *archive) {
			a.replace(typesPart, "</Types>", `<Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>`)
		}, "holds macros"},
		{"a type with macros", func(a *archive) {
			a.replace(typesPart, wordType+"template.main+xml", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml")
		}, "holds macros"},
		{"a picture from elsewhere", func(a *archive) {
			a.replace("word/_rels/document.xml.rels", "</Relationships>", outward("image", "http://evil.example/x.png"))
		}, "would fetch a file"},
		{"the marker twice", func(a *archive) {
			a.replace("word/document.xml", "<w:sdt>", strings.Repeat("<w:p><w:r><w:t>{{report}}</w:t></w:r></w:p>", 2)+"<w:sdt>")
		}, "more than once"},
		{"the marker in a table", func(a *archive) {
			a.replace("word/document.xml", "<w:sdt>", "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{report}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:sdt>")
		}, "a paragraph of its own"},
		{"the marker beside words", func(a *archive) { a.replace("word/document.xml", "Unser", "{{report}} Unser") }, "a paragraph of its own"},
		{"a document type", func(a *archive) { a.replace("word/styles.xml", "<w:styles", "<!DOCTYPE x><w:styles") }, "declares a document type"},
		{"a strict document", func(a *archive) {
			a.replace("word/document.xml", wordNamespace, "http://purl.oclc.org/ooxml/wordprocessingml/main")
		}, "Strict"},
		{"no text", func(a *archive) { a.replace("_rels/.rels", "officeDocument\"", "x\"") }, "no document of Word"},
		{"a table for a calculation", func(a *archive) {
			a.replace(typesPart, wordType+"template.main+xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
		}, "no document of Word"},
		{"a damaged text", func(a *archive) { a.replace("word/document.xml", "</w:body>", "") }, "word/document.xml: XML syntax error"},
		{"a part twice", func(a *archive) { a.add("WORD/document.xml", nil) }, "no document of Word"},
		{"a part elsewhere", func(a *archive) { a.add("../x", nil) }, "no document of Word"},
		{"too many parts", func(a *archive) {
			for i := range maxParts {
				a.add(fmt.Sprint("x", i), nil)
			}
		}, "more than 2000 parts"},
	} {
		t.Run(c.name, func(t *testing.T) {
			own := template()
			c.change(own)
			err := everything().Write(&bytes.Buffer{}, own.file(t))
			var fault TemplateError
			if !errors.As(err, &fault) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v; want one of the template about %q", err, c.want)
			}
			if err != nil && strings.Contains(err.Error(), "\n") {
				t.Errorf("%q has several lines", err)
			}
		})
	}
	for name, file := range map[string][]byte{"no zip": []byte("Dear board,"), "nothing": {}, "large": make([]byte, MaxTemplateBytes+1)} {
		if err := everything().Write(&bytes.Buffer{}, file); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

// TestAPartIsReadAsFarAsThereIsRoom has a part that unpacks to a thousand times its size.
func TestAPartIsReadAsFarAsThereIsRoom(t *testing.T) {
	a := &archive{parts: map[string][]byte{}}
	a.add("word/x", make([]byte, 1_000_000))
	file := a.file(t)
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	if part, err := readPart(z.File[0], 1_000_000); err != nil || len(part) != 1_000_000 {
		t.Errorf("%d bytes, %v", len(part), err)
	}
	if _, err := readPart(z.File[0], 999_999); err == nil || !strings.Contains(err.Error(), "unpacks to more than 64 MB") {
		t.Errorf("%v; want it refused", err)
	}
}

// FuzzTemplate gives any file as a template, and any main part in a sound one. It is
// refused, or what is written is XML in every part that the report went into.
func FuzzTemplate(f *testing.F) {
	own := template()
	f.Add(own.file(f), own.parts["word/document.xml"], own.parts["word/styles.xml"], own.parts["word/numbering.xml"])
	f.Add([]byte("PK"), []byte("<w:document/>"), []byte("<w:styles/>"), []byte("<w:numbering/>"))
	f.Fuzz(func(t *testing.T, file, main, styles, lists []byte) {
		d := everything()
		_ = d.Write(&bytes.Buffer{}, file)
		own := template()
		own.parts["word/document.xml"], own.parts["word/styles.xml"], own.parts["word/numbering.xml"] = main, styles, lists
		if d.Write(&bytes.Buffer{}, own.file(t)) == nil {
			parts(t, d, own.file(t))
		}
	})
}
