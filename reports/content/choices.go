package content

// Choices show how many people chose which words.
type Choices struct {
	Question Text // may be empty
	Rows     []Choice
}

// A Choice is a count with the words it counts.
type Choice struct {
	Count  int
	Prefix Text // in a quiet tone before the words; may be empty
	Words  Text
	Told   Text // before the words instead of the count and the prefix, for those who listen; may be empty
}

// WriteTo gives the choices to a writer.
func (b Choices) WriteTo(w Writer) { w.Choices(b) }
