package history

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// program is a script that leaves a file where it is run, and that file.
func program(t *testing.T) (script, ran string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the programs of this test are shell scripts")
	}
	dir := t.TempDir()
	script, ran = filepath.Join(dir, "program"), filepath.Join(dir, "ran")
	// It answers as gpg does when it signs, so that git makes a signed commit with it.
	text := "#!/bin/sh\necho \"$0 $*\" >> " + ran + "\ncat > /dev/null\nprintf '\\n[GNUPG:] SIG_CREATED x\\n' >&2\n" +
		"printf -- '-----BEGIN PGP SIGNATURE-----\\n\\nx\\n-----END PGP SIGNATURE-----\\n'\n"
	put(t, script, text)
	if err := os.Chmod(script, 0o755); err != nil {
		t.Fatal(err)
	}
	return script, ran
}

// askEverything asks all that the program ever asks of git, in a folder that two
// records were committed in.
func askEverything(t *testing.T, dir string) {
	t.Helper()
	record := filepath.Join(dir, "assessment.yaml")
	for _, revision := range []string{Head, All} {
		if p := Find(revision, record)[0]; p.Latest(p.Versions[0].Date).Assessment == nil {
			t.Error("nothing was found")
		}
	}
	if _, _, err := At("HEAD~1", record); err != nil {
		t.Error(err)
	}
	if held := InHead(dir, "assessment.yaml"); len(held) != 1 {
		t.Error("HEAD holds nothing")
	}
	if names, err := Tracked(dir); err != nil || len(names) == 0 {
		t.Errorf("tracked are %v, %v", names, err)
	}
}

// Whatever program the configuration of a folder names, none is run.
func TestNothingIsRunThatAFolderNames(t *testing.T) {
	for name, settings := range map[string][]string{
		"to watch files":           {"core.fsmonitor"},
		"to show a page":           {"core.pager", "pager.log", "pager.ls-files"},
		"to show a difference":     {"diff.external", "diff.yaml.command", "diff.yaml.textconv"},
		"to convert a file":        {"filter.yaml.clean", "filter.yaml.smudge", "filter.yaml.process"},
		"to check a signature":     {"gpg.program", "gpg.openpgp.program", "gpg.ssh.program"},
		"to list alternates' refs": {"core.alternateRefsCommand"},
		"to connect":               {"core.sshCommand", "core.gitProxy", "core.askPass", "credential.helper", "remote.origin.uploadpack"},
		"in place of a command":    {"alias.log", "alias.ls-files", "alias.cat-file", "alias.rev-parse"},
	} {
		t.Run(name, func(t *testing.T) {
			script, ran := program(t)
			dir := repository(t)
			put(t, filepath.Join(dir, ".gitattributes"), "*.yaml diff=yaml filter=yaml\n")
			commit(t, dir, told(t, "2024-11-23", 1))
			put(t, filepath.Join(dir, "assessment.yaml"), told(t, "2025-11-23", 2))
			run(t, dir, "-c", "gpg.program="+script, "commit", "-qamx", "-S")
			if err := os.Remove(ran); err != nil {
				t.Fatal("the commit was not signed")
			}
			for _, key := range settings {
				value := script
				if strings.HasPrefix(key, "alias.") {
					value = "!" + script
				}
				run(t, dir, "config", key, value)
			}
			run(t, dir, "config", "log.showSignature", "true")
			run(t, dir, "config", "diff.renames", "copies")
			_ = os.Remove(ran) // git config itself may have shown its page with it
			askEverything(t, dir)
			if text, err := os.ReadFile(ran); err == nil {
				t.Errorf("a program was run: %s", text)
			}
		})
	}
}

// The test above can fail: git by itself runs the program that watches files, and
// the one that checks signatures.
func TestGitByItselfRunsWhatAFolderNames(t *testing.T) {
	for name, c := range map[string]struct{ key, command string }{
		"to watch files":       {"core.fsmonitor", "ls-files"},
		"to check a signature": {"gpg.program", "log"},
	} {
		t.Run(name, func(t *testing.T) {
			script, ran := program(t)
			dir := repository(t)
			put(t, filepath.Join(dir, "assessment.yaml"), told(t, "2024-11-23", 1))
			run(t, dir, "add", ".")
			run(t, dir, "-c", "gpg.program="+script, "commit", "-qmx", "-S")
			if err := os.Remove(ran); err != nil {
				t.Fatal("the commit was not signed")
			}
			run(t, dir, "config", c.key, script)
			run(t, dir, "config", "log.showSignature", "true")
			run(t, dir, c.command)
			if _, err := os.Stat(ran); err != nil {
				t.Error("git did not run it")
			}
		})
	}
}

// Hooks are programs of the folder too.
func TestNoHookIsRun(t *testing.T) {
	script, ran := program(t)
	dir := repository(t)
	commit(t, dir, told(t, "2024-11-23", 1))
	commit(t, dir, told(t, "2025-11-23", 2))
	text, err := os.ReadFile(script)
	if err != nil {
		t.Fatal(err)
	}
	for _, hook := range []string{"post-index-change", "reference-transaction", "fsmonitor-watchman", "query-watchman", "pre-auto-gc", "post-checkout"} {
		path := filepath.Join(filepath.Dir(dir), ".git", "hooks", hook)
		put(t, path, string(text))
		if err := os.Chmod(path, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	run(t, dir, "config", "core.fsmonitor", ".git/hooks/query-watchman")
	askEverything(t, dir)
	if text, err := os.ReadFile(ran); err == nil {
		t.Errorf("a hook was run: %s", text)
	}
}

// What a partial clone lacks is not fetched, by whatever the folder names for it.
func TestNothingIsFetchedByWhatAFolderNames(t *testing.T) {
	for name, url := range map[string]string{
		"by ssh":      "ssh://example.org/x",
		"by a helper": "ext::PROGRAM",
		"locally":     "file:///nowhere",
	} {
		t.Run(name, func(t *testing.T) {
			script, ran := program(t)
			dir := repository(t)
			commit(t, dir, told(t, "2024-11-23", 1))
			blob, err := exec.Command("git", "-C", dir, "rev-parse", "HEAD:./assessment.yaml").Output()
			if err != nil {
				t.Fatal(err)
			}
			id := strings.TrimSpace(string(blob))
			if err := os.Remove(filepath.Join(filepath.Dir(dir), ".git", "objects", id[:2], id[2:])); err != nil {
				t.Fatal(err)
			}
			for key, value := range map[string]string{
				"core.repositoryFormatVersion": "1",
				"extensions.partialClone":      "origin",
				"remote.origin.promisor":       "true",
				"remote.origin.url":            strings.ReplaceAll(url, "PROGRAM", script),
				"remote.origin.uploadpack":     script,
				"core.sshCommand":              script,
				"credential.helper":            script,
				"protocol.ext.allow":           "always",
			} {
				run(t, dir, "config", key, value)
			}
			if _, _, err = At("HEAD", filepath.Join(dir, "assessment.yaml")); err == nil {
				t.Error("what the clone lacks was found")
			}
			if text, err := os.ReadFile(ran); err == nil {
				t.Errorf("a program was run: %s", text)
			}
		})
	}
}
