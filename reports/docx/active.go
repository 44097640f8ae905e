package docx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
)

// An active thing is what a template may not hold: it runs, or fetches something,
// when the document that is made from it is opened.
type active struct {
	is   string // what it is, behind "holds"
	does string // what it does, behind "which"
	cure string // what to do about it in Word
}

func (a active) err(part string) error {
	return fmt.Errorf("holds %s in %s, which %s; in Word, %s, and save the template again", a.is, placeOf(part), a.does, a.cure)
}

var errOddName = errors.New("its name is not written as Word writes it")

var (
	macros     = active{"macros", "run when the document is opened", "save it without them, as a .docx or .dotx file"}
	linkedFile = active{"a linked file", "is fetched when the document is opened", "choose File, Info, Edit Links to Files, and break the link"}
	picture    = active{"a linked picture", "is fetched when the document is opened", "delete it, insert the picture itself"}
	otherFile  = active{"another file (altChunk)", "is taken in when the document is opened", "open it, save it as a new .docx file"}
	mailMerge  = active{"a mail merge", "looks for its list of addresses when the document is opened", "choose Mailings, Start Mail Merge, Normal Word Document"}
	foreign    = active{"an object of another program (OLE)", "starts that program", "cut it, paste it as a picture"}
	control    = active{"a control (ActiveX)", "runs a program", "delete it (Developer, Design Mode)"}
	subpart    = active{"a subdocument", "is fetched when the document is opened", "choose View, Outline, Show Document, Unlink"}
	frames     = active{"a page of frames", "other files fill when the document is opened", "copy its text into a new document"}
	addIn      = active{"an add-in", "starts by itself", "choose File, Info, Inspect Document, remove the task pane add-ins"}
)

// activeElements are those that run or fetch, by their names in lower case.
var activeElements = map[string]active{
	"altchunk": otherFile, "mailmerge": mailMerge, "oleobject": foreign, "control": control,
	"subdoc": subpart, "frameset": frames, "sourcefilename": frames, "webextension": addIn, "taskpane": addIn,
}

// activeRelations are those that run or fetch wherever they lead, by the last word
// of their kind in lower case. What leads out of the document and stands not here
// is a link like any other.
var activeRelations = map[string]active{
	"achunk": otherFile, "afchunk": otherFile, "mailmergesource": mailMerge, "mailmergeheadersource": mailMerge,
	"oleobject": foreign, "control": control, "activexcontrolbinary": control, "subdocument": subpart, "frame": frames,
	"vbaproject": macros, "wordvbadata": macros, "webextension": addIn, "webextensiontaskpanes": addIn,
}

// activeTypes are words of the content types of parts that run, whatever the parts
// are called.
var activeTypes = []struct {
	word string
	active
}{{"macroenabled", macros}, {"vbaproject", macros}, {"vbadata", macros}, {"activex", control}, {"oleobject", foreign}, {"webextension", addIn}}

// withoutPrograms refuses parts that run.
func (t contentTypes) withoutPrograms() error {
	for _, part := range slices.Concat(t.Defaults, t.Overrides) {
		for _, a := range activeTypes {
			if strings.Contains(strings.ToLower(part.ContentType), a.word) {
				return a.err(part.PartName)
			}
		}
	}
	return nil
}

// cutOff sees to it that opening the document runs and fetches nothing: links that a
// reader may follow are left, the path of the template that Word was once given is
// taken out, anything else is refused.
func (a *archive) cutOff(types contentTypes) error {
	var others []string
	for _, name := range a.names {
		if !strings.HasSuffix(strings.ToLower(name), ".rels") {
			others = append(others, name)
		} else if err := a.cutRelations(name); err != nil {
			return err
		}
	}
	for _, name := range others {
		if !types.markup(name, a.parts[name]) {
			continue
		}
		if err := a.withoutActive(name); err != nil {
			return err
		}
	}
	return nil
}

// cutRelations refuses relations by which opening the document would fetch something.
func (a *archive) cutRelations(name string) error {
	relations, err := parseRelations(name, a.parts[name])
	if err != nil {
		return err
	}
	of := strings.TrimSuffix(strings.Replace(name, "_rels/", "", 1), path.Ext(name))
	if !a.namedAsUsual(name, of) {
		return damaged(name, errOddName)
	}
	for _, r := range relations {
		kind := strings.ToLower(path.Base(r.Type))
		found, is := activeRelations[kind]
		switch {
		case is:
			return found.err(of)
		case !r.outward() || kind == "hyperlink":
		case r.is("attachedTemplate"):
			if err := a.detach(name); err != nil {
				return err
			}
		case kind == "image":
			return picture.err(of)
		default:
			return linkedFile.err(of)
		}
	}
	return nil
}

// namedAsUsual is false of relations that a word processor, to which case and
// escapes in names are nothing, may find for a part where this package does not.
func (a *archive) namedAsUsual(name, of string) bool {
	usual := path.Ext(name) == ".rels" && path.Base(path.Dir(name)) == "_rels" && !strings.Contains(name, "%")
	return usual && !slices.ContainsFunc(a.names, func(part string) bool { return part != of && strings.EqualFold(part, of) })
}

// withoutActive refuses a part with elements or fields that run or fetch, and with
// links that something else takes than a reader's click.
func (a *archive) withoutActive(name string) error {
	relations, err := a.relations(name)
	if err != nil {
		return err
	}
	links := map[string]bool{}
	for _, r := range relations {
		links[r.ID] = r.outward()
	}
	var found *active
	fields := fieldReader{}
	err = eachToken(a.parts[name], func(t xml.Token, _ span) {
		if e, is := t.(xml.StartElement); is && found == nil {
			found = activeElement(e, links)
		}
		fields.see(t)
	})
	if err != nil {
		return damaged(name, err)
	}
	if found != nil {
		return found.err(name)
	}
	if keyword := fields.fetching(); keyword != "" {
		return active{"the field " + keyword, "takes in something from outside the document", "click it, press Ctrl+Shift+F9, which leaves what it shows"}.err(name)
	}
	return nil
}

// activeElement is what runs or fetches of an element; nil where nothing does.
func activeElement(e xml.StartElement, links map[string]bool) *active {
	name := strings.ToLower(e.Name.Local)
	if a, is := activeElements[name]; is {
		return &a
	}
	clicked := name == "hyperlink" || name == "hlinkclick"
	drawn := name == "imagedata" || name == "fill" || name == "stroke"
	for _, a := range e.Attr {
		local := strings.ToLower(a.Name.Local)
		switch {
		case relates(a.Name) && links[a.Value] && !clicked:
			return &picture
		case drawn && (local == "src" || local == "href") && a.Value != "":
			return &picture
		}
	}
	return nil
}

// relates is true of an attribute that holds the id of a relation.
func relates(name xml.Name) bool {
	return name.Local == "relid" || name.Space == relationNamespace || strings.HasPrefix(name.Space, strictNamespaces)
}

// placeOf is where a part stands, for a reader who knows nothing of parts.
func placeOf(part string) string {
	name := strings.TrimRight(strings.TrimSuffix(path.Base("/"+part), path.Ext(part)), "0123456789")
	switch name {
	case "document":
		return "its text"
	case "header", "footer":
		return "a " + name
	case "footnotes", "endnotes", "comments", "settings":
		return "its " + name
	case "", ".", "/":
		return "the file"
	}
	return "the part " + strings.TrimPrefix(part, "/")
}
