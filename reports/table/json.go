package table

import (
	"fmt"
	"io"
	"strings"

	"collab/assess"
)

// JSON writes the figures of [Rows] under the same names as a tree:
// kind, id, measure. Numbers are JSON numbers with the decimals of the long
// table, lists are arrays of ids, and all else is a string as it stands there;
// yes and no are strings too, because a measure such as met is yes for one
// person and a count for a room. Order is that of the rows.
func JSON(w io.Writer, a *assess.Assessment) error {
	_, err := io.WriteString(w, branch(a, Rows(a))+"\n")
	return err
}

// branch is the tree of an assessment's rows.
func branch(a *assess.Assessment, rows []Row) string {
	return fmt.Sprintf("{\n  \"association\": %s,\n  \"date\": %s%s\n}", quoted(a.Association), quoted(a.Date.String()), boughs(rows))
}

// boughs are the rows as objects behind what stands before them in a tree.
func boughs(rows []Row) string {
	var b strings.Builder
	var at Row // the row before
	for _, r := range rows {
		b.WriteString(step(at, r))
		fmt.Fprintf(&b, "%s: %s", quoted(r.Measure), r.Value.json())
		at = r
	}
	return b.String() + closed(at)
}

// step closes the objects that a row no longer belongs to and opens its own.
func step(from, to Row) string {
	const measure = ",\n      "
	switch {
	case from.Kind == to.Kind && from.ID == to.ID:
		return measure
	case from.Kind == to.Kind:
		return fmt.Sprintf("\n    },\n    %s: {\n      ", quoted(to.ID))
	}
	return fmt.Sprintf("%s,\n  %s: {\n    %s: {\n      ", closed(from), quoted(to.Kind), quoted(to.ID))
}

// closed ends what the last row left open.
func closed(last Row) string {
	if last.Kind == "" {
		return ""
	}
	return "\n    }\n  }"
}

func (v Value) json() string {
	switch v.is {
	case number:
		return v.text
	case list:
		var ids []string
		for _, id := range strings.Fields(v.text) {
			ids = append(ids, quoted(id))
		}
		return "[" + strings.Join(ids, ", ") + "]"
	}
	return quoted(v.text)
}
