package regular

import (
	"errors"
	"io"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestOpensFiles(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.yaml")
	if err := os.WriteFile(path, []byte("a: b\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link.yaml")
	if err := os.Symlink(path, link); err != nil {
		link = path // a disk without links
	}
	for _, name := range []string{path, link} {
		f, err := Open(name)
		if err != nil {
			t.Fatal(err)
		}
		if text, err := io.ReadAll(f); err != nil || string(text) != "a: b\n" {
			t.Errorf("%s: read %q, %v", name, text, err)
		}
		f.Close()
	}
	_, err := Open(filepath.Join(dir, "nowhere"))
	if !errors.Is(err, fs.ErrNotExist) || err.Error() != "cannot find the file "+filepath.Join(dir, "nowhere") {
		t.Errorf("of a file that is not there: %v", err)
	}
}

func TestRefusesWhatIsNoFile(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe")
	if err := exec.Command("mkfifo", pipe).Run(); err != nil {
		pipe = ""
	}
	socket := filepath.Join(dir, "socket")
	listener, err := net.Listen("unix", socket)
	if err != nil {
		socket = ""
	} else {
		defer listener.Close()
	}
	link := filepath.Join(dir, "link.yaml")
	if err := os.Symlink(pipe, link); err != nil || pipe == "" {
		link = ""
	}
	for _, c := range []struct{ path, want string }{
		{dir, "folder"},
		{pipe, "named pipe"},
		{link, "named pipe"},
		{socket, "socket"},
		{os.DevNull, "device"},
	} {
		if c.path == "" {
			continue // none can be made here
		}
		f, err := Open(c.path)
		var about *fs.PathError
		if f != nil || !errors.Is(err, ErrNotAFile) || !errors.As(err, &about) || about.Path != c.path || !strings.Contains(err.Error(), " is a "+c.want) {
			t.Errorf("%s: %v; expected that it is a %s", c.path, err, c.want)
		}
	}
}
