package content

// A Paragraph is text in a tone.
type Paragraph struct {
	Tone Tone
	Text Text
}

// A Tone says what a paragraph is to those around it.
type Tone string

// The tones.
const (
	Body Tone = ""
	Deck Tone = "deck" // what a reader in a hurry reads after the heading
	Note Tone = "note" // a quiet line that explains what stands above it
	Foot Tone = "foot" // at the end of a page: legend, limits, reference
)

// WriteTo gives the paragraph to a writer.
func (b Paragraph) WriteTo(w Writer) { w.Paragraph(b) }
