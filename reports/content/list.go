package content

// A List is items without an order.
type List struct{ Items []Text }

// WriteTo gives the list to a writer.
func (b List) WriteTo(w Writer) { w.List(b) }
