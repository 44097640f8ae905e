package main

import (
	"errors"
	"fmt"
	"io"

	"collab/assess"
	"collab/internal/regular"
	"collab/reports"
	"collab/reports/docx"
)

// documentFormat is that of a document of Word, the one format that is no text.
const documentFormat = "docx"

// document writes a document from a template; in plain styles where none is named.
func (c console) document(a *assess.Assessment, o reports.Options, out, template string) error {
	var err error
	if o.Template, err = readTemplate(template); err != nil {
		return err
	}
	err = present(c, a, o, out, reports.Document)
	var fault docx.TemplateError
	if errors.As(err, &fault) {
		return fmt.Errorf("--template: %s %w", template, err)
	}
	return err
}

// readTemplate reads a template that a person made; nil where none is named.
func readTemplate(path string) ([]byte, error) {
	if path == "" {
		return nil, nil
	}
	f, err := regular.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, docx.MaxTemplateBytes+1))
}
