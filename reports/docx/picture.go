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
func (d *Document) Picture(p Picture) { d.add(p) }

// emu are the units of a drawing in a twentieth of a point.
const emu = 635

// highest is the most that a picture is high, in twentieths of a point: it
// leaves room for a heading and a few words on a page in landscape.
const highest = 9000

func (p Picture) nodes(with *press) []node {
	with.afterTable = false
	with.drawings++
	width, most := with.width, cmp.Or(p.Highest, highest)
	height := width * p.Height / max(p.Width, 1)
	if height > most {
		width, height = width*most/height, most
	}
	id, x, y := strconv.Itoa(with.drawings), strconv.Itoa(width*emu), strconv.Itoa(height*emu)
	picture := element("pic:pic",
		element("pic:nvPicPr",
			element("pic:cNvPr").with("id", id, "name", p.Title, "descr", p.Description),
			element("pic:cNvPicPr")),
		element("pic:blipFill",
			element("a:blip").with("xmlns:r", relationNamespace, "r:embed", with.embed(p.Image, p.Kind)),
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
	run := element("w:r", element("w:drawing", inline))
	apart := element("w:spacing").with("w:before", "120", "w:after", "120")
	return []node{paragraphNode([]node{apart}, []node{run})}
}

// embed puts a picture into the document, and gives the id it is shown by.
func (p *press) embed(image []byte, kind string) string {
	part := p.archive.free(path.Dir(p.main)+"/media/report", "."+kind)
	p.archive.add(part, image)
	id, err := p.archive.relate(p.main, relationNamespace+"/image", part)
	p.fault = cmp.Or(p.fault, err, p.archive.holdsAll(kind, "image/"+kind))
	return id
}
