package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"collab/assess"
	"collab/internal/strict"
	"collab/reports/history"
	"collab/reports/record"
)

func newRenameCmd(c console) *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "rename NAME",
		Short: "Give an association another name",
		Long: `Changes the name in all files of the association. The record also keeps the old
name, so that earlier assessments still count. The folder keeps its name.`,
		Example: `  collab rename "Harbor Towns League" --dir examples/harbor-towns-network`,
		Args:    exactlyOneName,
		RunE:    func(_ *cobra.Command, args []string) error { return c.rename(args[0], dir) },
	}
	cmd.Flags().StringVar(&dir, "dir", "", "the `FOLDER` of the association's files")
	return cmd
}

// exactlyOneName refuses no name, and words that the shell took apart.
func exactlyOneName(cmd *cobra.Command, args []string) error {
	if err := atMost(1)(cmd, args); err != nil {
		return err
	}
	return atLeastOne(`the new name, such as "Hill Farmers Alliance"`)(cmd, args)
}

// A renaming gives the files of an association another name of it.
type renaming struct {
	folder
	to      string
	known   []string // names that it goes by: files of others are left alone
	changed []string // paths
	left    []error  // of files that stay as they are, and why
}

// rename writes the record first: it says which names count as the association's, so
// that whatever is not renamed yet, should the program be killed, still counts. Then
// the same command goes on. Back to a name of before, the record comes last: until then
// it counts both.
func (c console) rename(typed, dir string) error {
	to, err := assess.Name(typed)
	if err != nil {
		return err
	}
	f, err := c.locate(dir, "")
	if err != nil {
		return err
	}
	text, err := readWhole(f.file(recordFile))
	if errors.Is(err, fs.ErrNotExist) {
		return adviseNear(fmt.Errorf("there is no assessment to rename here: %s", f.file(recordFile)), f.path,
			func(path string) string { return "collab rename " + typedName(to) + " --dir " + c.argument(path) })
	}
	if err != nil {
		return err
	}
	was, formerly, err := record.Names(f.file(recordFile), text)
	if err != nil {
		return err
	}
	if err := f.mayBeCalled(to); err != nil {
		return err
	}
	r := &renaming{folder: f, to: to, known: append(slices.Clone(formerly), was)}
	steps := []func() error{r.record, r.others}
	if slices.Contains(formerly, to) { // back to it: the record then forgets the name between
		slices.Reverse(steps)
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	c.tellRenamed(r, was)
	return nil
}

// mayBeCalled refuses a name that an association next door has or had: the two would
// count as one from then on.
func (f folder) mayBeCalled(name string) error {
	beside := filepath.Dir(f.path)
	entries, _ := os.ReadDir(beside) // who cannot list it has nobody next door
	for _, e := range entries {
		other := folder{filepath.Join(beside, e.Name())}
		if sameFile(other.path, f.path) || !other.inUse() {
			continue
		}
		if other.association() != name && !slices.Contains(other.formerly(), name) {
			continue
		}
		return advise(fmt.Errorf("%q is the name of another association, or was: its files are in %s", name, other.path),
			"Choose another name. If that folder is only a copy, move it away first.")
	}
	return nil
}

// record renames the record as it is by now, which somebody may have written meanwhile,
// and its report. The report comes first: should the program be killed between the two,
// the same command still finds the record to rename, and a report that is right.
func (r *renaming) record() error {
	unlock, alone := lockFolder(r.path)
	defer unlock()
	removeHalfWritten(r.path, alone)
	path := r.file(recordFile)
	text, err := readWhole(path)
	if err != nil {
		return err
	}
	renamed, err := record.Rename(path, r.asToday(text), r.to, r.isBorne)
	if err != nil || bytes.Equal(renamed, text) {
		return err
	}
	if err := r.report(text, renamed); err != nil {
		return err
	}
	if err := writeLocked(path, renamed, 0o644); err != nil {
		return err
	}
	r.changed = append(r.changed, path)
	return nil
}

// report writes the report of the renamed record, where it is just what the record gives.
func (r *renaming) report(text, renamed []byte) error {
	page, err := readIfThere(r.file(reportFile))
	if err != nil || page == nil {
		return err
	}
	if !r.rendered(page, text) && !r.rendered(page, renamed) {
		r.left = append(r.left, advise(fmt.Errorf("%s keeps the name before: it was edited by hand, or written by another version of this program", r.file(reportFile)),
			"To write it again: %s", r.reportAnew()))
		return nil
	}
	a, err := r.assessment(renamed)
	if err != nil {
		return err
	}
	before := r.since(a)
	if page, err = r.readable(a, before, renamed); err != nil {
		return err
	}
	if err := writeLocked(r.file(reportFile), page, 0o644); err != nil {
		return err
	}
	r.changed = append(r.changed, r.file(reportFile))
	return nil
}

// isBorne tells whether anything but the record itself bears a name: what git holds, and
// what could not be renamed, or not be read.
func (r *renaming) isBorne(name string) bool {
	past := r.past(history.Head)
	borne := len(r.left) > 0 || len(past.Unsure) > 0
	past.Every(func(f history.Found) { borne = borne || f.Association == name && f.Name != past.Record })
	return borne
}

// others renames what else bears the name.
func (r *renaming) others() error {
	if exists(r.file(planFile)) {
		if err := r.one(r.file(planFile)); err != nil {
			return err
		}
	}
	for _, dir := range []string{historyDir, responsesDir} {
		entries, err := os.ReadDir(r.file(dir))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for _, e := range entries {
			if filepath.Ext(e.Name()) != ".yaml" || !e.Type().IsRegular() {
				continue
			}
			if err := r.one(filepath.Join(r.file(dir), e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// one renames a file, unless it is of another association, or says nothing of any.
func (r *renaming) one(path string) error {
	about, err := os.Stat(path)
	if err != nil {
		return err
	}
	text, err := readFile(path)
	if err != nil {
		return err
	}
	name, err := record.Association(path, text)
	if err != nil || name == r.to || !slices.Contains(r.known, name) {
		return nil
	}
	renamed, err := record.RenameAlone(path, r.asToday(text), r.to)
	if err != nil {
		r.left = append(r.left, err)
		return nil
	}
	if err := writeAs(path, renamed, about.Mode().Perm()); err != nil {
		return err
	}
	r.changed = append(r.changed, path)
	return nil
}

func (c console) tellRenamed(r *renaming, was string) {
	for _, err := range r.left {
		c.complain(err)
	}
	if len(r.changed) == 0 {
		fmt.Fprintf(c.out, "Nothing to do: the association is %s already.\n", strict.Plain(r.to))
		return
	}
	fmt.Fprintf(c.out, "%s is now %s, in:\n", strict.Plain(was), strict.Plain(r.to))
	for _, path := range r.changed {
		fmt.Fprintf(c.out, "  %s\n", strict.Plain(path))
	}
	c.complain(r.pageBefore())
	said := "Earlier assessments under the name before still count as its own, in git too."
	if !slices.Contains(r.formerly(), was) {
		said = fmt.Sprintf("It no longer counts as %s: no assessment here has that name.", strict.Plain(was))
	}
	fmt.Fprintf(c.out, "%s\nThe folder keeps its name: %s\n", said, strict.Plain(r.path))
}
