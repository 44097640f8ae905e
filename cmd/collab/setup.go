package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"collab/internal/strict"
	"collab/reports/history"
)

func newSetupCmd(c console) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "setup",
		Short:   "Improve how git shows changes in records",
		Example: "  collab setup git",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newSetupGitCmd(c))
	return cmd
}

func newSetupGitCmd(c console) *cobra.Command {
	var make bool
	cmd := &cobra.Command{
		Use:   "git [FOLDER]",
		Short: "Improve how git shows changes in records",
		Long: `Shows what would be set up in a folder, and how to undo it. Nothing changes
without --write.

  .gitattributes         tells git which files are records
  git config, local      tells git how to find the trait of a change
  responses/.gitignore   keeps people's own answers out of git

The folder must be in a git repository.`,
		Example: `  collab setup git
  collab setup git --write`,
		Args: atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			dir, err := filepath.Abs(append(args, ".")[0])
			if err != nil {
				return err
			}
			return c.setupGit(folder{dir}, make)
		},
	}
	cmd.Flags().BoolVar(&make, "write", false, "set it up")
	return cmd
}

// attributes are the lines that a folder's .gitattributes needs.
var attributes = []string{
	"assessment.yaml text eol=lf diff=collab",
	"**/history/*.yaml text eol=lf diff=collab",
	"plan.yaml text eol=lf diff=collab-plan",
}

// labels are the settings by which git labels a change. git shows what the first
// brackets hold of the nearest line above the lines that it shows: in a record a trait's
// id or the name of a section, in a plan the step.
var labels = []struct{ key, value string }{
	{"diff.collab.xfuncname", `^ *([a-z][a-z0-9_]*)[.:]`},
	{"diff.collab-plan.xfuncname", `^ *- ((do|assessment): .*)$`},
}

const attributesFile = ".gitattributes"

// A lack is one thing that a folder lacks.
type lack struct {
	what []string     // lines that show it
	undo string       // how to undo it
	make func() error // does it
}

func (c console) setupGit(f folder, write bool) error {
	if about, err := os.Stat(f.path); err != nil {
		return err
	} else if !about.IsDir() {
		return couldNot(fmt.Errorf("%s is not a folder", f.path))
	}
	repo, err := history.Open(f.path)
	if errors.Is(err, history.ErrNoRepository) {
		return couldNot(advise(fmt.Errorf("%s: %w", f.path, err), "Make a repository first: git init"))
	}
	if err != nil {
		return couldNot(fmt.Errorf("%s: %w", f.path, err))
	}
	if repo.Bare {
		return couldNot(advise(fmt.Errorf("%s is a bare repository, without files to set up", f.path), "Do this in a clone of it."))
	}
	lacks, err := f.lacks()
	if err != nil {
		return err
	}
	say := func(format string, args ...any) { fmt.Fprintf(c.out, format+"\n", args...) }
	switch {
	case len(lacks) == 0:
		say("Everything is set up.")
	case write:
		say("Set up:\n")
	default:
		say("To set up (nothing is changed yet):\n")
	}
	for _, l := range lacks {
		if write {
			if err := l.make(); err != nil {
				return err
			}
		}
		for _, line := range l.what {
			say("  %s", strict.Plain(line))
		}
		say("    to undo it: %s\n", strict.Plain(l.undo))
	}
	if len(lacks) > 0 && !write {
		say("To set it up: %s\n", strict.Plain(strings.TrimSpace("collab setup git --write "+c.argument(f.path))))
	}
	say("%s", milestones)
	return nil
}

const milestones = `A tag makes an assessment easy to name. After you have committed one:
  git tag -a 2026-autumn -m "Assessment of autumn 2026"
  collab diff 2026-autumn`

// lacks are the things that are not set up yet.
func (f folder) lacks() ([]lack, error) {
	var all []lack
	text, err := readWhole(f.file(attributesFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if missing := missingLines(text, attributes); len(missing) > 0 {
		all = append(all, f.lackOfAttributes(text, missing))
	}
	for _, l := range labels {
		if setting, _ := f.git("config", "--local", "--get", l.key); setting == l.value {
			continue
		}
		all = append(all, lack{
			what: []string{fmt.Sprintf("git config --local %s '%s'", l.key, l.value)},
			undo: "git config --local --unset " + l.key,
			make: func() error { _, err := f.git("config", "--local", l.key, l.value); return err },
		})
	}
	for _, dir := range f.openResponses() {
		path := filepath.Join(dir, ignoreFile)
		all = append(all, lack{
			what: []string{path + ": leave out all of it"},
			undo: "remove the file; then anyone with the repository can read the answers",
			make: func() error { return write(path, []byte(ignoreResponses)) },
		})
	}
	return all, nil
}

// openResponses are the folders of responses that git does not leave out: of
// this association, or of those whose folders lie here.
func (f folder) openResponses() []string {
	dirs := []string{f.file(responsesDir)}
	entries, _ := os.ReadDir(f.path) // who cannot list it cannot set it up either
	for _, e := range entries {
		dirs = append(dirs, filepath.Join(f.path, e.Name(), responsesDir))
	}
	return slices.DeleteFunc(dirs, func(dir string) bool { return !exists(dir) || exists(filepath.Join(dir, ignoreFile)) })
}

// lackOfAttributes is that of some lines; what stands in the file stays.
func (f folder) lackOfAttributes(text []byte, missing []string) lack {
	path := f.file(attributesFile)
	if len(text) > 0 && !bytes.HasSuffix(text, []byte("\n")) {
		text = append(text, '\n')
	}
	what := []string{"in " + path + ":"}
	for _, line := range missing {
		what = append(what, "  "+line)
		text = append(text, line+"\n"...)
	}
	return lack{
		what: what,
		undo: "remove these lines from the file",
		make: func() error { return write(path, text) },
	}
}

// missingLines are those that a text does not hold.
func missingLines(text []byte, lines []string) []string {
	there := map[string]bool{}
	for _, line := range strings.Split(string(text), "\n") {
		there[strings.TrimSpace(line)] = true
	}
	var missing []string
	for _, line := range lines {
		if !there[line] {
			missing = append(missing, line)
		}
	}
	return missing
}

// git runs git in the folder. Only setup, which is asked to, changes anything by it.
func (f folder) git(args ...string) (string, error) {
	cmd := history.Command(context.Background(), f.path, args...)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		return "", couldNot(fmt.Errorf("git %s: %s", args[0], strings.TrimSpace(complaint.String()+" "+err.Error())))
	}
	return strings.TrimSuffix(string(out), "\n"), nil
}
