// Package docx writes an editable document for a word processor (Office Open
// XML, ECMA-376 transitional): headings, paragraphs, lists, tables and pictures,
// set in the styles of a template of the user's own or in plain ones.
//
// It is opinionated about templates. A template is spliced, never understood:
// every part of it is copied as it is, and the report is put into the one place
// of its text where it belongs. So its header, footer, logo, cover, fonts and
// sections stay what they are, whatever they are made of. Styles are found by
// the names that every language of Word gives them; those that are missing are
// added.
//
// It refuses what a document to hand on must not hold: what runs or fetches something
// when it is opened, and a tag in double braces that nothing fills in. It knows nothing of what is reported. The
// same document gives the same bytes: no clock, no chance, no order of a map.
//
// Start with a [Document]: add to it what it holds from its first line to its
// last, then [Document.Write] it.
//
// Why not a library: gomutex/godocx reads a template into types of its own and loses
// what it has none for (the header of the first page, content controls, columns);
// nguyenthenguyen/docx replaces words only; fumiama/go-docx is under the AGPL.
package docx

import (
	"cmp"
	"io"
)

// A Document is what is to be written, in the order in which it was added.
type Document struct {
	Title    string // shown by the window and read out first
	Language string // of its words, such as de-CH; American English where it is empty
	Date     string // of what is told, as in 2026-11-23; the document's own dates
	Plain    Plain  // where no template is given

	Flow
}

// A Flow is blocks from the first to the last, down a page or a column of it.
type Flow struct{ blocks []block }

// A block is what stands in a document below or above something else.
type block interface {
	// nodes are its elements, of which the first begins the block.
	nodes(p *press) []node
}

// A press is what the blocks are set with, and what is kept of those before.
type press struct {
	archive    *archive
	main       string // its part with the text
	styles     styles
	width      int   // of the text, in twentieths of a point
	drawings   int   // the highest number of a drawing so far
	lists      int   // numbered ones so far
	list       int   // the number of the one that goes on; 0 where it is that of the style
	afterTable bool  // the block before is a table
	newPage    bool  // the next paragraph begins one
	fault      error // the first
}

// A TemplateError says in one line what is wrong with a template; its name is left
// for the caller to put before it.
type TemplateError struct{ error }

// Unwrap is what is wrong.
func (e TemplateError) Unwrap() error { return e.error }

// Write writes the document, from a template (.docx or .dotx) or, where it is nil,
// in plain styles. It stands behind the template's own text, on a new page, or in
// the place of the paragraph that holds [Marker]. It fails with a [TemplateError]
// where the template is no document of Word, is too large, or holds what may not be
// handed on.
func (d *Document) Write(w io.Writer, template []byte) error {
	a, err := d.archive(template)
	if err != nil {
		return TemplateError{err}
	}
	return a.write(w)
}

func (d *Document) archive(template []byte) (*archive, error) {
	read := func([]byte) (*archive, error) { return plainArchive(d.Plain, d.language()) }
	if template != nil {
		read = openTemplate
	}
	a, err := read(template)
	if err != nil {
		return nil, err
	}
	return a, d.print(a)
}

func (d *Document) language() string { return cmp.Or(d.Language, usualLanguage) }

// print puts the document into its archive.
func (d *Document) print(a *archive) error {
	main, err := a.mainPart()
	if err != nil {
		return err
	}
	place, err := findPlace(a.parts[main])
	if err != nil {
		return err
	}
	styles, err := findStyles(a, main)
	if err != nil {
		return err
	}
	p := &press{archive: a, main: main, styles: styles, width: place.width, drawings: place.drawings, newPage: place.filled}
	body := d.nodes(p)
	speak(body, d.language())
	a.parts[main] = place.with(a.parts[main], body)
	return cmp.Or(p.fault, a.describe(d))
}
