package history

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Why git cannot say anything about a folder.
var (
	ErrNoGit        = errors.New("git is not installed here")
	ErrNoRepository = errors.New("this folder is not in a git repository")
	ErrNoRevision   = errors.New("git knows no such revision")
)

// What [Find] looks through.
const (
	Head = "HEAD"  // the commits behind what is checked out
	All  = "--all" // those of all branches and tags
)

// A Repository is a place where git keeps versions of files. Every question is
// one run of git, which may read and never writes nor reaches a network.
type Repository struct {
	dir    string // where git is run
	prefix string // of the names in dir, from the top: empty or with a slash at the end

	// Bare tells that it has no files checked out, and no index.
	Bare bool
	// Shallow tells that the repository was cloned without its earliest commits.
	Shallow bool
}

// Open gives the repository that a folder lies in: of a work tree, a submodule
// or a bare one. Where there is none, errors.Is tells [ErrNoRepository] or
// [ErrNoGit]; any other error is git's own sentence.
func Open(dir string) (*Repository, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, ErrNoGit
	}
	r := &Repository{dir: dir}
	out, err := r.git("rev-parse", "--is-shallow-repository", "--is-bare-repository", "--show-prefix")
	if err != nil {
		if strings.Contains(err.Error(), "not a git repository") {
			return nil, ErrNoRepository
		}
		return nil, err
	}
	shallow, rest, _ := strings.Cut(string(out), "\n")
	bare, prefix, _ := strings.Cut(rest, "\n")
	r.Shallow, r.Bare = shallow == "true", bare == "true"
	r.prefix = strings.TrimSuffix(prefix, "\n") // a folder's name may hold a line break
	return r, nil
}

// path is the name by which git knows a file: from the top of the repository,
// with slashes.
func (r *Repository) path(file string) (string, error) {
	below, err := filepath.Rel(real(r.dir), real(absolute(file)))
	return path.Join(r.prefix, filepath.ToSlash(below)), err
}

// real is a path without links, as git sees it; that of a file that is no more
// is that of its folder.
func real(name string) string {
	if found, err := filepath.EvalSymlinks(name); err == nil {
		return found
	}
	if dir := filepath.Dir(name); dir != name {
		return filepath.Join(real(dir), filepath.Base(name))
	}
	return name
}

// git runs git in the repository's folder and gives what it prints.
func (r *Repository) git(args ...string) (out []byte, err error) {
	err = r.stream(nil, func(printed io.Reader) error {
		out, err = io.ReadAll(printed)
		return err
	}, args...)
	return out, err
}

// stream runs git with an input, which may be nil, and hands over what it prints
// while it prints it. The error is that of the reader, or the cause of what
// git complains of.
func (r *Repository) stream(in io.Reader, read func(io.Reader) error, args ...string) error {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	cmd := Command(ctx, r.dir, args...)
	var complaint bytes.Buffer
	cmd.Stdin, cmd.Stderr = in, &complaint
	printed, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	if err := read(printed); err != nil {
		stop()
		_ = cmd.Wait() // it was stopped
		return err
	}
	if err := cmd.Wait(); err != nil {
		if strings.Contains(complaint.String(), "promisor remote") {
			return gitError{ErrMissing}
		}
		return gitError{fmt.Errorf("git: %s", cmp.Or(cause(complaint.String()), err.Error()))}
	}
	return nil
}

// Command is a run of git in a folder. All of the program's runs of git are made
// here, so that none of them runs what the folder's own configuration names.
func Command(ctx context.Context, dir string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", slices.Concat(nothingElse, args)...)
	cmd.Dir, cmd.Env = dir, environment()
	return cmd
}

// nothingElse are options by which git runs no other program. A folder may come from
// anybody, and its .git/config with it: it can name programs to watch files, to
// check signatures, to show pages, to connect and to ask for passwords. An empty
// value turns a setting off, also in old versions that take "false" for a program.
var nothingElse = []string{
	"--no-pager",
	"-c", "core.fsmonitor=",
	"-c", "core.hooksPath=" + os.DevNull,
	"-c", "core.alternateRefsCommand=",
	"-c", "core.sshCommand=",
	"-c", "core.gitProxy=",
	"-c", "core.askPass=",
	"-c", "credential.helper=",
	"-c", "diff.external=",
	"-c", "log.showSignature=false",
}

// cause is the first line of a complaint that is no mere warning; of a clone
// without all contents git warns first that it may not fetch any.
func cause(complaint string) string {
	lines := strings.Split(strings.TrimSpace(complaint), "\n")
	for _, line := range lines {
		if !strings.HasPrefix(line, "warning:") {
			return line
		}
	}
	return lines[0]
}

// environment is that of the process, but for what would let git write, ask,
// reach a network, read our paths as patterns, or look into the repository that
// a hook runs for instead of the one that a folder lies in.
func environment() []string {
	own := slices.DeleteFunc(os.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return slices.Contains([]string{"GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_PREFIX"}, name)
	})
	return append(own,
		"LC_ALL=C",
		"GIT_OPTIONAL_LOCKS=0",
		"GIT_TERMINAL_PROMPT=0",
		"GIT_NO_LAZY_FETCH=1",
		"GIT_ALLOW_PROTOCOL=none", // of old versions that do not know the above
		"GIT_LITERAL_PATHSPECS=0",
		"GIT_GLOB_PATHSPECS=0",
		"GIT_NOGLOB_PATHSPECS=0",
		"GIT_ICASE_PATHSPECS=0",
	)
}

// An entry is what a tree holds under a path.
type entry struct{ kind, id, path string }

// tree lists what a revision holds under some paths from the top.
func (r *Repository) tree(revision string, paths ...string) ([]entry, error) {
	out, err := r.git(append([]string{"--literal-pathspecs", "ls-tree", "-z", "--full-tree", "--end-of-options", revision, "--"}, paths...)...)
	if err != nil {
		return nil, err
	}
	var entries []entry
	for _, line := range strings.Split(string(out), "\x00") {
		about, name, ok := strings.Cut(line, "\t")
		if fields := strings.Fields(about); ok && len(fields) == 3 {
			entries = append(entries, entry{kind: fields[1], id: fields[2], path: name})
		}
	}
	return entries, nil
}
