package history

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// repository is a folder with a git repository in its parent, so that the file
// is in a subfolder of it.
func repository(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed here")
	}
	top := t.TempDir()
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_SYSTEM", os.DevNull)
	run(t, top, "init", "-q")
	run(t, top, "config", "user.name", "A")
	run(t, top, "config", "user.email", "a@example.org")
	dir := filepath.Join(top, "--an odd 'name'")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

func run(t *testing.T, dir string, args ...string) {
	t.Helper()
	if out, err := exec.Command("git", append([]string{"-C", dir}, args...)...).CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestCommitsAreAllVersionsOfTheFile(t *testing.T) {
	dir := repository(t)
	put(t, filepath.Join(dir, "stays"), "here\n")
	for _, text := range []string{"one\n", "two\n"} {
		put(t, filepath.Join(dir, "assessment.yaml"), text)
		run(t, dir, "add", ".")
		run(t, dir, "commit", "-qm", "x")
	}
	run(t, dir, "rm", "-q", "assessment.yaml")
	run(t, dir, "commit", "-qm", "gone")
	var got string
	for _, e := range Commits(dir, "assessment.yaml") {
		got += string(e.Text)
	}
	if got != "two\none\n" {
		t.Errorf("got %q", got)
	}
}

func TestWithoutARepositoryThereAreNoCommits(t *testing.T) {
	if got := Commits(t.TempDir(), "assessment.yaml"); got != nil {
		t.Errorf("%v", got)
	}
	if got := Commits(filepath.Join(t.TempDir(), "none"), "assessment.yaml"); got != nil {
		t.Errorf("%v", got)
	}
}

func TestFilesAreTheRecordsOfTheHistory(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"2025-11-23.yaml", "2025-11-23-2.yaml", "2025-11-23-report.md", "2025-11-23-rubric.yaml"} {
		put(t, filepath.Join(dir, name), name)
	}
	got, err := Files(dir)
	if err != nil || len(got) != 2 || string(got[0].Text) != "2025-11-23-2.yaml" {
		t.Errorf("%v, %v", got, err)
	}
	if got, err := Files(filepath.Join(dir, "none")); err != nil || got != nil {
		t.Errorf("%v, %v", got, err)
	}
}
