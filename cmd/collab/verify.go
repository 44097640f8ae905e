package main

import (
	"bytes"
	"errors"
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
		Short: "Check that results match the answers",
		Long: `Calculates the results again from the answers in each record and compares them.
If you have changed answers by hand, --fix saves the new results and writes the
report again. The previous version is kept in history/.

For scripts: the exit status is 0 if all records match, and 1 if a record does
not. It is 3 if a record cannot be checked because its rubric is missing.`,
		Example: `  collab verify examples/northern-trails-alliance/assessment.yaml
  collab verify --fix examples/northern-trails-alliance`,
		Args: atLeastOne("a record or its folder, such as . for this folder"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			return c.verify(paths, fix, func(path string) string { return typedAgain(cmd, []string{path}) })
		},
	}
	cmd.Flags().BoolVar(&fix, "fix", false, "recalculate results that do not match")
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
	if filepath.Base(path) == planFile {
		return c.verifyPlan(path)
	}
	f, path, text, err := openRecord(path)
	if err != nil {
		return err
	}
	got, want, err := record.Verify(path, text, f.rubrics(nil))
	if errors.Is(err, record.ErrEarlier) {
		if fix {
			return c.rewrite(f, path, text)
		}
		return couldNot(advise(err, "To write it as this version does: collab verify --fix %s", typedPath(path)))
	}
	if err != nil {
		return fmt.Errorf("cannot verify: %w", orReport(orOther(err, path, "record", text), path))
	}
	stale := f.staleReport(path, text)
	switch {
	case bytes.Equal(got, want) && stale == nil && !(fix && f.reportLagsPlan(path, text)):
		fmt.Fprintf(c.out, "%s: the results match the answers\n", strict.Plain(path))
		return nil
	case fix:
		return c.rewrite(f, path, text)
	}
	if bytes.Equal(got, want) {
		return outcome{statusNo, stale}
	}
	fmt.Fprintf(c.out, "%s: the results no longer match the answers\n", strict.Plain(path))
	c.showDifference(path, got, want)
	return outcome{statusNo, advise(fmt.Errorf("answers in %s were edited after the results were saved", path),
		"If the answers are right, recalculate the results: collab verify --fix %s", typedPath(path))}
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
	return advise(fmt.Errorf("%s does not belong to the record beside it: it lacks the reference %s", f.file(reportFile), reference),
		"To write it again: collab verify --fix %s", typedPath(path))
}

// reportLagsPlan is true of a report that does not tell what the plan beside it does.
func (f folder) reportLagsPlan(path string, text []byte) bool {
	if filepath.Base(path) != recordFile || !exists(f.file(planFile)) {
		return false
	}
	page, err := readIfThere(f.file(reportFile))
	if err != nil || page == nil {
		return false
	}
	a, err := f.assessment(text)
	if err != nil {
		return false
	}
	before := f.since(a)
	again, err := f.readable(a, before, text)
	return err == nil && !sameText(page, again)
}

// rewrite puts a record's findings right. In an association's folder the report
// follows.
func (c console) rewrite(f folder, path string, text []byte) error {
	a, err := f.assessment(text)
	if err != nil {
		return err
	}
	if filepath.Base(path) != recordFile { // one of the history, or a copy
		return write(path, record.Encode(a))
	}
	if _, err := f.keep(a, c.since(f, a), keeping{}); err != nil {
		return err
	}
	fmt.Fprintf(c.out, "Updated %s; the previous version is in %s, or in git\n", strict.Plain(path), strict.Plain(f.file(historyDir)))
	c.complain(f.oldPage(record.Seal(record.Encode(a))))
	return nil
}

// showDifference prints the lines that differ.
func (c console) showDifference(path string, got, want []byte) {
	for line := range bytes.Lines(diff.Diff(path, got, "recalculated", want)) {
		fmt.Fprintln(c.out, "  "+strict.Plain(string(line)))
	}
}
