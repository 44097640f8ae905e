package docx

import (
	"cmp"
	"path"
	"strconv"
)

// A Picture stands in a paragraph of its own.
type Picture struct {
	Image         []byte
	Kind          string // png or jpeg
	Width, Height int    // in pixels; only their ratio counts
	Title         string // what is shown
	Description   string // what is to be seen, for those who don't see it
	// Highest is how high it may be, in twentieths of a point, if it is not to be
	// as wide as the text; 0 where it is.
	Highest int
}

// Picture adds a picture.
func (d *Flow) Picture(p Picture) { d.add(p) }

// emu are the units of a drawing in a twentieth of a point.
const emu = 635

// highest is the most that a picture is high, in twentieths of a point: it
// leaves room for a heading and a few words on a page in landscape.
const highest = 9000

func (p Picture) nodes(with *press) []node {
	with.afterTable = false
	apart := element("w:spacing").with("w:before", "120", "w:after", "120")
	return []node{paragraphNode([]node{apart}, []node{p.run(with, with.width)})}
}

// run is the picture as a part of a line, of so much width at most.
func (p Picture) run(with *press, width int) node {
	with.drawings++
	id, err := with.archive.embed(with.main, p.Image, p.Kind)
	with.fault = cmp.Or(with.fault, err)
	return p.inline(with.drawings, id, width)
}

// inline shows a picture that is embedded.
func (p Picture) inline(number int, embedded string, width int) node {
	most := cmp.Or(p.Highest, highest)
	height := width * p.Height / max(p.Width, 1)
	if height > most {
		width, height = width*most/height, most
	}
	id, x, y := strconv.Itoa(number), strconv.Itoa(width*emu), strconv.Itoa(height*emu)
	picture := element("pic:pic",
		element("pic:nvPicPr",
			element("pic:cNvPr").with("id", id, "name", p.Title, "descr", p.Description),
			element("pic:cNvPicPr")),
		element("pic:blipFill",
			element("a:blip").with("xmlns:r", relationNamespace, "r:embed", embedded),
			element("a:stretch", element("a:fillRect"))),
		element("pic:spPr",
			element("a:xfrm", element("a:off").with("x", "0", "y", "0"), element("a:ext").with("cx", x, "cy", y)),
			element("a:prstGeom", element("a:avLst")).with("prst", "rect")),
	).with("xmlns:pic", pictureNamespace)
	inline := element("wp:inline",
		element("wp:extent").with("cx", x, "cy", y),
		element("wp:docPr").with("id", id, "name", p.Title, "descr", p.Description, "title", p.Title),
		element("wp:cNvGraphicFramePr",
			element("a:graphicFrameLocks").with("xmlns:a", mainNamespace, "noChangeAspect", "1")),
		element("a:graphic",
			element("a:graphicData", picture).with("uri", pictureNamespace)).with("xmlns:a", mainNamespace),
	).with("xmlns:wp", drawingNamespace, "distT", "0", "distB", "0", "distL", "0", "distR", "0")
	return element("w:r", element("w:drawing", inline))
}

// embed puts a picture into the document, and gives the id it is shown by in a part.
func (a *archive) embed(in string, image []byte, kind string) (string, error) {
	part := a.free(path.Dir(in)+"/media/report", "."+kind)
	a.add(part, image)
	id, err := a.relate(in, relationNamespace+"/image", part)
	return id, cmp.Or(err, a.holdsAll(kind, "image/"+kind))
}
