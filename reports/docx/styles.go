package docx

import (
	"encoding/xml"
	"path"
	"strings"
)

// A style is what a paragraph or a table is set in. Its value is the name that
// Word gives it in files whatever the language of its menus.
type style string

const (
	body        style = "Body Text" // the template's usual one where it has none of the name
	title       style = "Title"
	subtitle    style = "Subtitle"
	deck        style = "Report Deck" // this and the next two are none of Word's
	note        style = "Report Note"
	foot        style = "Report Foot"
	heading1    style = "heading 1"
	heading2    style = "heading 2"
	listBullet  style = "List Bullet"
	listNumber  style = "List Number"
	reportTable style = "Report Table" // none of Word's: ours, or the user's own of that name
)

// styles are what a template has.
type styles struct {
	paragraphs, tables map[string]string // their ids by their names in lower case
	taken              map[string]bool   // ids, of whatever kind
	base               string            // the id of the usual paragraph's
}

func (s styles) paragraph(name style) string { return s.paragraphs[strings.ToLower(string(name))] }

// table is the style that the template's tables have, where it says so.
func (s styles) table() string { return s.tables[strings.ToLower(string(reportTable))] }

// A styleSheet is what is read of the part with the styles.
type styleSheet struct {
	Styles []struct {
		Kind    string `xml:"type,attr"`
		ID      string `xml:"styleId,attr"`
		Default string `xml:"default,attr"`
		Name    struct {
			Value string `xml:"val,attr"`
		} `xml:"name"`
	} `xml:"style"`
}

// findStyles finds the styles of a document by name, and adds those missing.
func findStyles(a *archive, main string) (styles, error) {
	part, err := a.related(main, "styles")
	if err != nil {
		return styles{}, err
	}
	if part == "" {
		if part, err = a.emptyStyles(main); err != nil {
			return styles{}, err
		}
	}
	var sheet styleSheet
	if err := decode(a.parts[part], &sheet); err != nil {
		return styles{}, damaged(part, err)
	}
	found := styles{paragraphs: map[string]string{}, tables: map[string]string{}, taken: map[string]bool{}}
	for _, s := range sheet.Styles {
		found.taken[s.ID] = true
		switch s.Kind {
		case "paragraph":
			found.paragraphs[strings.ToLower(s.Name.Value)] = s.ID
			if isOn(s.Default) {
				found.base = s.ID
			}
		case "table":
			found.tables[strings.ToLower(s.Name.Value)] = s.ID
		}
	}
	if found.base == "" { // some programs don't say which is the default
		found.base = found.paragraph("Normal")
	}
	return found, a.addStyles(main, part, found)
}

// emptyStyles gives a document that has no styles a part for them.
func (a *archive) emptyStyles(main string) (string, error) {
	part := a.free(path.Join(path.Dir(main), "styles"), ".xml")
	a.add(part, append([]byte(xml.Header), text(element("w:styles").with("xmlns:w", wordNamespace))...))
	if _, err := a.relate(main, relationNamespace+"/styles", part); err != nil {
		return "", err
	}
	return part, a.holds(part, wordType+"styles+xml")
}

// isOn reads a yes of Word.
func isOn(value string) bool { return value == "1" || value == "true" || value == "on" }
