package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"
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
	for _, marker := range []string{
		`<w:r><w:t>{{rep</w:t></w:r><w:r><w:t>ort}} </w:t></w:r>`,
		`<w:r><w:t>{{ report }}</w:t></w:r>`,
		`<w:r><w:t>{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>{Report</w:t></w:r><w:r><w:t> }}</w:t></w:r>`,
		`<w:r><w:t>{{</w:t><w:tab/><w:t>REPORT}}</w:t></w:r>`,
	} {
		own := template()
		own.replace("word/document.xml", "<w:sdt>", "<w:p>"+marker+"</w:p><w:p><w:r><w:t>Impressum</w:t></w:r></w:p><w:sdt>")
		main := parts(t, everything(), own.file(t))["word/document.xml"]
		contains(t, main, ">Lakes Guild<", ">Listen.<", "Impressum", "Unser Deckblatt")
		for _, wrong := range []string{"{", "}", "pageBreakBefore"} {
			if strings.Contains(main, wrong) {
				t.Errorf("%s: there is a %s", marker, wrong)
			}
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

// inBody puts something before a template's own text.
func inBody(a *archive, markup string) { a.replace("word/document.xml", "<w:body>", "<w:body>"+markup) }

// inText puts something into a paragraph of its own.
func inText(a *archive, markup string) { inBody(a, "<w:p>"+markup+"</w:p>") }

func fieldMark(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }

func TestLinksThatAReaderClicksAreLeft(t *testing.T) {
	own := template()
	own.replace("word/_rels/document.xml.rels", "</Relationships>", `<Relationship Id="x" Type="`+relationNamespace+`/hyperlink" Target="https://guild.example" TargetMode="External"/></Relationships>`)
	inText(own, `<w:hyperlink r:id="x"><w:r><w:t>Our site</w:t></w:r></w:hyperlink>`+
		fieldMark("begin")+`<w:r><w:instrText> HYPERLINK "https://guild.example/link" </w:instrText></w:r>`+fieldMark("separate")+`<w:r><w:t>LINK to us</w:t></w:r>`+fieldMark("end")+
		`<w:fldSimple w:instr=" PAGE "/>`)
	all := parts(t, everything(), own.file(t))
	contains(t, all["word/document.xml"], "Our site", "HYPERLINK", "LINK to us", ">Lakes Guild<")
	contains(t, all["word/_rels/document.xml.rels"], "https://guild.example")
}

func TestATemplateWithoutStylesIsTaken(t *testing.T) {
	for name, relations := range map[string]string{
		"headers":    relations(rel("h1", "header", "header1.xml"), rel("h2", "header", "header2.xml")),
		"no headers": `<Relationships xmlns="` + relationsNamespace + `"/>`,
	} {
		t.Run(name, func(t *testing.T) {
			own := template()
			own.parts["word/_rels/document.xml.rels"] = []byte(relations)
			delete(own.parts, "word/styles.xml")
			own.names = slices.DeleteFunc(own.names, func(name string) bool { return name == "word/styles.xml" })
			all := parts(t, everything(), own.file(t))
			contains(t, all["word/document.xml"], `<w:pStyle w:val="heading1"/>`)
			contains(t, all["word/_rels/document.xml.rels"], `/styles" Target="/word/styles1.xml"`, "</Relationships>")
			contains(t, all["word/styles1.xml"], `w:styleId="Title"`, `w:styleId="heading1"`)
			contains(t, all[typesPart], `PartName="/word/styles1.xml" ContentType="`+wordType+`styles+xml"`)
		})
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
		}, "a linked picture in its text, which is fetched when the document is opened; in Word, delete it, insert the picture itself, and save the template again"},
		{"a picture that says it is a link to click", func(a *archive) {
			a.replace("word/_rels/document.xml.rels", "</Relationships>", outward("hyperlink", "http://evil.example/x.png"))
			inText(a, `<w:r><w:drawing><a:blip xmlns:a="`+mainNamespace+`" r:link="x"/></w:drawing></w:r>`)
		}, "a linked picture"},
		{"an old picture that says it is a link to click", func(a *archive) {
			a.replace("word/_rels/document.xml.rels", "</Relationships>", outward("hyperlink", "http://evil.example/x.png"))
			inText(a, `<w:r><w:pict><v:imagedata xmlns:v="v" r:id="x"/></w:pict></w:r>`)
		}, "a linked picture"},
		{"an old picture by its address", func(a *archive) {
			inText(a, `<w:r><w:pict><v:imagedata xmlns:v="v" src="http://evil.example/x.png"/></w:pict></w:r>`)
		}, "a linked picture"},
		{"a picture whose address is not said to lead out", func(a *archive) {
			a.replace("word/_rels/document.xml.rels", "</Relationships>", rel("x", "image", "http://evil.example/x.png")+"</Relationships>")
		}, "a linked picture"},
		{"a picture of a server without a protocol", func(a *archive) {
			a.replace("word/_rels/document.xml.rels", "</Relationships>", rel("x", "image", `\\evil\x.png`)+"</Relationships>")
		}, "a linked picture"},
		{"a picture of a server with slashes", func(a *archive) {
			a.replace("word/_rels/document.xml.rels", "</Relationships>", rel("x", "image", "//evil.example/x.png")+"</Relationships>")
		}, "a linked picture"},
		{"relations with a name in capitals", func(a *archive) { a.add("word/_rels/header1.xml.RELS", []byte(relations())) }, "its name is not written as Word writes it"},
		{"relations with another name in capitals", func(a *archive) { a.add("word/_rels/Header1.xml.rels", []byte(relations())) }, "its name is not written as Word writes it"},
		{"relations with a name in escapes", func(a *archive) { a.add("word/_rels/header%31.xml.rels", []byte(relations())) }, "its name is not written as Word writes it"},
		{"a part in UTF-16", func(a *archive) { a.add("word/x.part", []byte("\xff\xfe<\x00x\x00/\x00>\x00")) }, "is damaged (word/x.part"},
		{"a linked file", func(a *archive) {
			a.replace("word/_rels/document.xml.rels", "</Relationships>", outward("oleLink", "file:///C:/x.xlsx"))
		}, "a linked file in its text"},
		{"a field that fetches a picture", func(a *archive) {
			inText(a, `<w:fldSimple w:instr=" includepicture &quot;http://evil.example/x.png&quot; \d "/>`)
		}, "holds the field INCLUDEPICTURE in its text, which takes in something from outside the document; in Word, click it, press Ctrl+Shift+F9, which leaves what it shows, and save the template again"},
		{"a field in many runs", func(a *archive) {
			inText(a, fieldMark("begin")+`<w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\cmd</w:instrText></w:r>`+fieldMark("end"))
		}, "the field DDEAUTO"},
		{"a field that another writes", func(a *archive) {
			inText(a, fieldMark("begin")+fieldMark("begin")+`<w:r><w:instrText>QUOTE x</w:instrText></w:r>`+fieldMark("separate")+`<w:r><w:t>LI</w:t></w:r>`+fieldMark("end")+`<w:r><w:instrText>NK x</w:instrText></w:r>`+fieldMark("separate"))
		}, "the field LINK"},
		{"a field in a header", func(a *archive) {
			a.replace("word/header2.xml", "<w:p/>", `<w:p><w:fldSimple w:instr="INCLUDETEXT x"/></w:p>`)
		}, "the field INCLUDETEXT in a header"},
		{"another file", func(a *archive) { inBody(a, `<w:altChunk r:id="c"/>`) }, "another file (altChunk) in its text"},
		{"another file by its relation", func(a *archive) {
			a.replace("word/_rels/document.xml.rels", "</Relationships>", rel("c", "aFChunk", "chunk.html")+"</Relationships>")
		}, "another file (altChunk) in its text"},
		{"a mail merge", func(a *archive) {
			a.add("word/settings.xml", []byte(`<w:settings xmlns:w="`+wordNamespace+`"><w:mailMerge/></w:settings>`))
		}, "a mail merge in its settings, which looks for its list of addresses"},
		{"an object of another program", func(a *archive) { inText(a, `<w:r><w:object><o:OLEObject xmlns:o="o"/></w:object></w:r>`) }, "an object of another program"},
		{"a control", func(a *archive) { inText(a, `<w:r><w:object><w:control r:id="c"/></w:object></w:r>`) }, "a control (ActiveX) in its text"},
		{"a part of another document", func(a *archive) { inText(a, `<w:subDoc r:id="c"/>`) }, "a subdocument in its text"},
		{"frames", func(a *archive) {
			a.add("word/webSettings.xml", []byte(`<w:webSettings xmlns:w="`+wordNamespace+`"><w:frameset/></w:webSettings>`))
		}, "a page of frames"},
		{"an add-in", func(a *archive) {
			a.replace("_rels/.rels", "</Relationships>", `<Relationship Id="t" Type="http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes" Target="word/panes.xml"/></Relationships>`)
		}, "an add-in in the file"},
		{"a tag that nothing fills in", func(a *archive) { inText(a, `<w:r><w:t>Dear {{cli</w:t></w:r><w:r><w:t>ent}}</w:t></w:r>`) }, "holds {{client}} in its text, which nothing fills in; take it out: only {{report}} is filled in"},
		{"the marker in a header", func(a *archive) {
			a.replace("word/header2.xml", "<w:p/>", `<w:p><w:r><w:t>{{ Report }}</w:t></w:r></w:p>`)
		}, "holds {{ Report }} in a header, where no report can stand; move it to a paragraph of its own in the text"},
		{"the marker in a text box", func(a *archive) {
			inText(a, `<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{{report}}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>`)
		}, "a paragraph of its own"},
		{"the marker in a content control", func(a *archive) { a.replace("word/document.xml", "Unser Deckblatt", "{{report}}") }, "a paragraph of its own"},
		{"the marker beside a picture", func(a *archive) {
			inText(a, `<w:r><w:t>{{report}}</w:t></w:r><w:r><w:drawing/></w:r>`)
		}, "a paragraph of its own"},
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
