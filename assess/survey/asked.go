package survey

import (
	"fmt"
	"math/bits"
	"strings"

	"collab/assess/asking"
)

// headersFor are all texts in a header that mean an item.
func headersFor(it *asking.Item) []string {
	names := append([]string{it.ID, strings.ReplaceAll(it.ID, ".", "_"), it.Code, squeezed(it.ID)}, it.Prompts...)
	if it.Title != "" {
		names = append(names, folded(it.Title)+" "+it.Prompts[0])
	}
	return names
}

// squeezed is an id in letters and digits alone.
func squeezed(id string) string { return strings.NewReplacer(".", "", "_", "").Replace(id) }

// expected says what a cell of an item may hold.
func expected(it *asking.Item) string {
	const most = 12
	var words []string
	for _, o := range it.Options {
		words = append(words, o.Words[0])
	}
	if len(words) > most {
		return fmt.Sprintf("%s … (%d in all), or the text of an answer", strings.Join(words[:most], ", "), len(words))
	}
	return strings.Join(words, ", ") + ", or the text of an answer"
}

// idsOf are the ids of an item's options.
func idsOf(it *asking.Item, options uint64, into []string) []string {
	for ; options != 0; options &= options - 1 {
		into = append(into, it.Options[bits.TrailingZeros64(options)].ID)
	}
	return into
}
