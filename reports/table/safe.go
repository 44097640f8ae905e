package table

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"collab/internal/strict"
)

// cell is text as a cell of a table that a spreadsheet opens: one that begins
// as a formula does is made text by an apostrophe.
func cell(text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	if plain := strict.Plain(text); strings.ContainsRune("\t\r\n", first) || startsFormula(plain) {
		return "'" + plain
	}
	return strict.Plain(text)
}

// startsFormula knows the wide forms too, which some spreadsheets read alike.
func startsFormula(text string) bool {
	return text != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(text)[0])
}

// quoted is text as a JSON string: nothing is lost, and what must not reach a
// terminal is written as an escape.
func quoted(text string) string {
	var raw, b strings.Builder
	e := json.NewEncoder(&raw)
	e.SetEscapeHTML(false)
	_ = e.Encode(text) // a string into memory cannot fail
	for _, r := range strings.TrimSuffix(raw.String(), "\n") {
		if !strict.Invisible(r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return b.String()
}
