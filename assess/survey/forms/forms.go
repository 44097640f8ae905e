// Package forms writes what is asked as forms ready-made for form tools: a script for
// Google Forms, an XLSForm for KoboToolbox and its kin, files to import for LimeSurvey and
// Qualtrics, and a document for Microsoft Forms.
//
// It says nothing of its own: what a form asks is an [asking.Form], and what the tools then
// write, package survey reads by the same description. No answer is required in any of them.
//
// Start with [Formats]. The same form gives the same bytes.
package forms

import (
	"io"

	"collab/assess/asking"
)

// A Format is what some form tool takes.
type Format struct {
	Name   string // as it is asked for
	Tool   string // as its makers call it
	Ending string // of its files
	Binary bool   // it is no text
	Write  func(w io.Writer, f asking.Form) error
}

// Formats are all formats.
func Formats() []Format {
	return []Format{
		{"google", "Google Forms", ".gs", false, Google},
		{"xlsform", "KoboToolbox and ODK", ".xlsx", true, XLSForm},
		{"limesurvey", "LimeSurvey", ".txt", false, LimeSurvey},
		{"qualtrics", "Qualtrics", ".txt", false, Qualtrics},
		{"word", "Microsoft Forms", ".docx", true, Word},
	}
}
