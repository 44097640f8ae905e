package forms

import "strings"

// joined are paragraphs as one text.
func joined(paragraphs []string) string { return strings.Join(paragraphs, "\n\n") }

// htmlText is one line of text as HTML.
func htmlText(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(strings.Join(strings.Fields(text), " "))
}

// underscored is an id of letters, digits and _, which every tool takes.
func underscored(id string) string { return strings.ReplaceAll(id, ".", "_") }

// unreferred is text in which nothing refers to an answer. XLSForm and Qualtrics would
// look for one where "${" stands.
func unreferred(text string) string { return strings.ReplaceAll(text, "${", "$\u200b{") }
