// Package wording holds every sentence that a reader of a report sees.
//
// A sentence is one method with typed arguments. Its caller says what was found and
// never how to say it: plurals, lists, dates, marks, capitals and the order of words
// are the language's. A method gives [content.Text]; what does not apply has no text.
//
// There is one language, [English], in the files that begin with its name; each of
// them is about one part of what is read. A second is a type with the same methods in
// files of its own: then [Words], which all callers use, becomes the interface that
// both fulfil, and [For] chooses by the language of a record's rubric. Nothing outside
// this folder changes. Until then an interface would only say every sentence twice.
package wording

import "strings"

// Words are the sentences of one language.
type Words = English

// For are the words of the language in which a rubric is written. There is English
// only; the names of a rubric in another language stand in it as they are.
func For(language string) Words {
	return English{foreign: language != "" && language != "en" && !strings.HasPrefix(language, "en-")}
}
