package main

import (
	"errors"
	"fmt"
	"io"

	"collab/internal/regular"
	"collab/reports/docx"
)

// documentFormat is that of a document of Word, the one format that is no text.
const documentFormat = "docx"

// ofTemplate says of an error that is the template's which one that is.
func ofTemplate(err error, template string) error {
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
