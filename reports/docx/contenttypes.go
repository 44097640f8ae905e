package docx

import (
	"bytes"
	"path"
	"slices"
	"strings"
)

// typesPart says of every part what it holds.
const typesPart = "[Content_Types].xml"

// contentTypes are what the parts hold: by the ending of their names, and by name.
type contentTypes struct {
	Defaults  []contentType `xml:"Default"`
	Overrides []contentType `xml:"Override"`
}

type contentType struct {
	Extension   string `xml:",attr"`
	PartName    string `xml:",attr"`
	ContentType string `xml:",attr"`
}

func (a *archive) contentTypes() (contentTypes, error) {
	var types contentTypes
	if err := decode(a.parts[typesPart], &types); err != nil {
		return types, damaged(typesPart, err)
	}
	return types, nil
}

// of is what a part holds.
func (t contentTypes) of(part string) string {
	for _, o := range t.Overrides {
		if strings.EqualFold(o.PartName, "/"+part) {
			return o.ContentType
		}
	}
	return ""
}

// markup is true of a part that is XML, whatever it is called. One in another
// encoding than UTF-8 is too, though it cannot be read.
func (t contentTypes) markup(name string, part []byte) bool {
	ending := strings.ToLower(path.Ext(name))
	if ending == ".rels" || ending == ".xml" || strings.HasSuffix(t.of(name), "xml") {
		return true
	}
	start := bytes.TrimLeft(part, "\ufeff \t\r\n")
	return slices.ContainsFunc([]string{"<", "\x00<", "\xff\xfe", "\xfe\xff"}, func(s string) bool { return bytes.HasPrefix(start, []byte(s)) })
}

// holdsAll says what all parts with an ending hold, where nothing is said of it yet.
func (a *archive) holdsAll(extension, kind string) error {
	types, err := a.contentTypes()
	if err != nil {
		return err
	}
	for _, d := range types.Defaults {
		if strings.EqualFold(d.Extension, extension) {
			return nil
		}
	}
	return a.sayType(element("Default").with("xmlns", typesNamespace, "Extension", extension, "ContentType", kind))
}

// holds says what a part holds, where nothing is said of it yet.
func (a *archive) holds(part, kind string) error {
	types, err := a.contentTypes()
	if err != nil || types.of(part) != "" {
		return err
	}
	return a.sayType(element("Override").with("xmlns", typesNamespace, "PartName", "/"+part, "ContentType", kind))
}

func (a *archive) sayType(said node) error {
	types, err := inside(a.parts[typesPart], said)
	if err != nil {
		return err
	}
	a.parts[typesPart] = types
	return nil
}
