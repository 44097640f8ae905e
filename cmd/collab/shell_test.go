package main

import (
	"os/exec"
	"testing"
)

func TestAWordIsTypedAsTheShellReadsIt(t *testing.T) {
	for _, c := range []struct{ text, posix, windows string }{
		{"lakes-guild", "lakes-guild", "lakes-guild"},
		{"/srv/wälder/鉄道", "/srv/wälder/鉄道", "/srv/wälder/鉄道"},
		{"Lakes Guild", `"Lakes Guild"`, `"Lakes Guild"`},
		{"R&D (north)", `"R&D (north)"`, `"R&D (north)"`},
		{"a;rm b", `"a;rm b"`, `"a;rm b"`},
		{"O'Neill", `"O'Neill"`, `"O'Neill"`},
		{"~a*?[b]<c>|#", `"~a*?[b]<c>|#"`, `"~a*?[b]<c>|#"`},
		{"$HOME", `'$HOME'`, `"$HOME"`},
		{"`ls`", "'`ls`'", "\"`ls`\""},
		{`a"b'c`, `'a"b'\''c'`, `"a\"b'c"`},
		{`C:\lakes`, `'C:\lakes'`, `C:\lakes`},
		{"a!b", `'a!b'`, `"a!b"`},
		{"", `""`, `""`},
	} {
		if got := typedWord(c.text, "linux"); got != c.posix {
			t.Errorf("%q: %s, want %s", c.text, got, c.posix)
		}
		if got := typedWord(c.text, "windows"); got != c.windows {
			t.Errorf("%q on Windows: %s, want %s", c.text, got, c.windows)
		}
		sh, err := exec.LookPath("sh")
		if err != nil {
			continue
		}
		out, err := exec.Command(sh, "-c", "printf %s "+typedWord(c.text, "linux")).Output()
		if err != nil || string(out) != c.text {
			t.Errorf("%q: the shell reads %q, %v", c.text, out, err)
		}
	}
}

func TestWhatLooksLikeAnOptionIsTypedAsNone(t *testing.T) {
	if got := typedPath("-x y")[:1]; got != `"` || typedPath("-x") == "-x" {
		t.Errorf("%s, %s", got, typedPath("-x"))
	}
	if got := typedName("-x"); got != `-- "-x"` {
		t.Error(got)
	}
	if got := typedName("Guild"); got != `"Guild"` {
		t.Error(got)
	}
}
