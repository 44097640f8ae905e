package docx

import (
	"encoding/xml"
	"fmt"
	"path"
	"strings"
)

// A relation leads from one part to another, or out of the document.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:",attr"`
	Target string `xml:",attr"`
	Mode   string `xml:"TargetMode,attr"`
}

// outward is true of what leads out of the document, whether it says so or not.
func (r relation) outward() bool {
	return strings.EqualFold(r.Mode, "External") || strings.ContainsAny(r.Target, `:\`) || strings.HasPrefix(r.Target, "//")
}

// is tells whether a relation is of a kind. Word writes the kinds with two
// beginnings; the last word is the same.
func (r relation) is(kind string) bool { return path.Base(r.Type) == kind }

// relationsOf is the part that holds the relations of a part; of the whole
// document where it is empty.
func relationsOf(part string) string {
	return path.Join(path.Dir(part), "_rels", path.Base("/"+part)+".rels")
}

// relations are those of a part.
func (a *archive) relations(part string) ([]relation, error) {
	name := relationsOf(part)
	if part == "" {
		name = "_rels/.rels"
	}
	return parseRelations(name, a.parts[name])
}

func parseRelations(name string, text []byte) ([]relation, error) {
	if text == nil {
		return nil, nil
	}
	var held struct {
		Relations []relation `xml:"Relationship"`
	}
	if err := decode(text, &held); err != nil {
		return nil, damaged(name, err)
	}
	return held.Relations, nil
}

// target is the part that a relation of another leads to.
func (r relation) target(from string) string {
	if rooted, ok := strings.CutPrefix(r.Target, "/"); ok {
		return path.Clean(rooted)
	}
	return path.Join(path.Dir(from), r.Target)
}

// related is the part of a kind that a part leads to, empty where there is none.
func (a *archive) related(part, kind string) (string, error) {
	relations, err := a.relations(part)
	if err != nil {
		return "", err
	}
	for _, r := range relations {
		if target := r.target(part); r.is(kind) && !r.outward() && a.parts[target] != nil {
			return target, nil
		}
	}
	return "", nil
}

// mainPart is the part with the text.
func (a *archive) mainPart() (string, error) {
	main, err := a.related("", "officeDocument")
	if err == nil && main == "" {
		err = errNotWord
	}
	return main, err
}

const (
	relationsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships"
	typesNamespace     = "http://schemas.openxmlformats.org/package/2006/content-types"
)

// relate leads from a part to another, by an id that is free.
func (a *archive) relate(part, kind, target string) (id string, err error) {
	relations, err := a.relations(part)
	if err != nil {
		return "", err
	}
	taken := map[string]bool{}
	for _, r := range relations {
		taken[r.ID] = true
	}
	for n := 1; id == "" || taken[id]; n++ {
		id = fmt.Sprintf("report%d", n)
	}
	name := relationsOf(part)
	if part == "" {
		name = "_rels/.rels"
	}
	if a.parts[name] == nil {
		a.add(name, []byte(xml.Header+`<Relationships xmlns="`+relationsNamespace+`"></Relationships>`))
	}
	added := element("Relationship").with("xmlns", relationsNamespace, "Id", id, "Type", kind, "Target", "/"+target)
	a.parts[name], err = inside(a.parts[name], added)
	return id, err
}
