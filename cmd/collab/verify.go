package main

import (
	"bytes"
	"fmt"
	"path/filepath"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"collab/assess"
	"collab/internal/strict"
	"collab/reports/record"
)

func newVerifyCmd(c console) *cobra.Command {
	var fix bool
	cmd := &cobra.Command{
		Use:   "verify [--fix] FILE...",
		Short: "Check that a record's findings follow from its answers",
		Long: `Renders each record again from its answers and compares the two. How an editor
saves it (blanks at line ends, remarks, UTF-16) is no difference. After a merge or
an edit by hand, --fix writes the findings and the report anew; what is replaced
is kept in the folder's history.

Exit status: 0 all verify; 1 one does not; 3 one cannot be verified, because its
rubric is not at hand.`,
		Example: `  collab verify examples/northern-trails-alliance/assessment.yaml
  collab verify --fix examples/northern-trails-alliance`,
		Args: atLeastOne("what to verify: a record or its folder, such as . for the one you are in"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			return c.verify(paths, fix, func(path string) string { return typedAgain(cmd, []string{path}) })
		},
	}
	cmd.Flags().BoolVar(&fix, "fix", false, "write the findings anew where they do not follow")
	return cmd
}

// verify looks at every record before it says how it went; the gravest outcome
// is the exit status.
func (c console) verify(paths []string, fix bool, again func(path string) string) error {
	var gravest error
	for _, path := range paths {
		err := orNear(c.verifyOne(path, fix), path, again)
		if err != nil {
			c.complain(err)
		}
		if status(err) > status(gravest) {
			gravest = err
		}
	}
	if gravest == nil {
		return nil
	}
	return outcome{status(gravest), errQuiet}
}

func (c console) verifyOne(path string, fix bool) error {
	f, path, text, err := openRecord(path)
	if err != nil {
		return err
	}
	got, want, err := record.Verify(path, text, f.rubrics(nil))
	if err != nil {
		return fmt.Errorf("cannot verify: %w", orReport(orOther(err, path, "record", text), path))
	}
	stale := f.staleReport(path, text)
	switch {
	case bytes.Equal(got, want) && stale == nil:
		fmt.Fprintf(c.out, "%s verifies\n", strict.Plain(path))
		return nil
	case fix:
		return c.rewrite(f, path, text)
	}
	if bytes.Equal(got, want) {
		return outcome{statusNo, stale}
	}
	fmt.Fprintf(c.out, "%s does not match its answers\n", strict.Plain(path))
	c.showDifference(path, got, want)
	return outcome{statusNo, advise(fmt.Errorf("%s does not verify", path),
		"If the answers are right, write the findings anew with: collab verify --fix %s", typedPath(path))}
}

// staleReport tells of a report beside a record that is not of it: the program may
// have been killed between the two, or somebody copied one alone.
func (f folder) staleReport(path string, text []byte) error {
	if filepath.Base(path) != recordFile {
		return nil
	}
	page, err := readIfThere(f.file(reportFile))
	if err != nil || page == nil {
		return err
	}
	t, err := record.Read(path, text, f.rubrics(nil))
	if err != nil {
		return err
	}
	reference := record.Seal(record.Encode(assess.Assess(t)))
	// A record that somebody saved in another way has another reference, and is the same.
	if bytes.Contains(page, []byte(reference)) || bytes.Contains(page, []byte(record.Seal(text))) {
		return nil
	}
	return advise(fmt.Errorf("%s is not of the record beside it: it does not bear its reference, %s", f.file(reportFile), reference),
		"Write it anew with: collab verify --fix %s", typedPath(path))
}

// rewrite puts a record's findings right. In an association's folder the report
// follows.
func (c console) rewrite(f folder, path string, text []byte) error {
	t, err := record.Read(path, text, f.rubrics(nil))
	if err != nil {
		return err
	}
	a := assess.Assess(t)
	if filepath.Base(path) != recordFile { // one of the history, or a copy
		return write(path, record.Encode(a))
	}
	if _, err := f.keep(a, c.since(f, a), keeping{}); err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%s is written anew; what stood there is in %s, unless git holds it\n", strict.Plain(path), strict.Plain(f.file(historyDir)))
	return nil
}

// showDifference prints the lines that differ.
func (c console) showDifference(path string, got, want []byte) {
	for line := range bytes.Lines(diff.Diff(path, got, "as it follows", want)) {
		fmt.Fprintln(c.out, "  "+strict.Plain(string(line)))
	}
}
