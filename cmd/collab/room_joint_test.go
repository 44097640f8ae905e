package main

import (
	"io"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"collab/assess"
)

// Whoever leads a room is asked once what its joint work is; phones say it, and so do sheets
// that are typed in. The same command goes on without asking.
func TestRoomAsksForItsJointWork(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "lakes")
	p := launchRoom(t, dir, freePort(t))
	defer p.kill()
	if _, err := io.WriteString(p.keys, "Trail fair\n7\n2\n\n"); err != nil { // 7 is no option
		t.Fatal(err)
	}
	p.url = p.waitFor(addressLine)
	page := pageOf(t, p.url)
	if !strings.Contains(page, "The joint work meant in these questions: Trail fair.") || strings.Contains(page, askLeader) {
		t.Errorf("phones do not say which joint work is meant")
	}
	p.leave()
	if said := p.errs.String(); !strings.Contains(said, `"7" is not an option. Type 1, 2 or 3`) {
		t.Errorf("of what is no option it says %q", said)
	}
	p = launchRoom(t, dir, freePort(t))
	p.waitFor(addressLine)
	p.leave()
	plan, err := folder{dir}.roomPlan(folder{dir}.rubrics(nil))
	if want := (assess.JointWork{About: "Trail fair", Scope: "between"}); err != nil || plan.round.JointWork != want {
		t.Errorf("the room is about %v, %v", plan.round.JointWork, err)
	}
	status, _, said := calledWith(t, dir, "1: ....\n", "respond", "--sheet", "--date", "2026-11-23")
	if strings.Contains(said, "nothing says") {
		t.Errorf("a sheet of the room: status %d, %s", status, said)
	}
}

// A room without joint work asks nothing about any, and a name alone does not say where it
// was.
func TestRoomWithoutJointWork(t *testing.T) {
	for _, c := range []struct {
		flags []string
		typed string
		want  assess.JointWork
	}{
		{nil, "\n3\n", assess.JointWork{Scope: "none"}},
		{nil, "Fair\n3\n", assess.JointWork{Scope: "none"}},
		{[]string{"--joint-about", "Fair"}, "1\n5\n", assess.JointWork{About: "Fair", Scope: "within", Purpose: "other"}},
	} {
		dir := filepath.Join(t.TempDir(), "lakes")
		p := launchRoom(t, dir, freePort(t), c.flags...)
		if _, err := io.WriteString(p.keys, c.typed); err != nil {
			t.Fatal(err)
		}
		p.url = p.waitFor(addressLine)
		asks := strings.Contains(pageOf(t, p.url), `"id":"spectrum.formality"`)
		p.leave()
		plan, err := folder{dir}.roomPlan(folder{dir}.rubrics(nil))
		if err != nil || plan.round.JointWork != c.want || asks != (c.want.Scope != "none") {
			t.Errorf("%q: the room is about %v, %v; it asks about joint work: %t", c.typed, plan.round.JointWork, err, asks)
		}
	}
}

// Where the input ends, nothing is opened; where a flag says where the work was but not
// which, phones say whom to ask.
func TestRoomWhoseJointWorkIsNotSaid(t *testing.T) {
	dir := t.TempDir()
	status, _, said := calledWith(t, dir, "", "room", "Lakes Guild", "--accessible", "--address", "127.0.0.1")
	if status != statusBadInput || !strings.Contains(said, "--joint-scope between") || exists(filepath.Join(dir, "lakes-guild")) {
		t.Errorf("status %d: %s", status, said)
	}
	p := startRoom(t, filepath.Join(dir, "lakes"), freePort(t), "--joint-scope", "between")
	page := pageOf(t, p.url)
	p.leave()
	if !strings.Contains(page, askLeader) || !strings.Contains(p.errs.String(), "nothing says which joint work is meant") {
		t.Errorf("phones do not say whom to ask, or the room does not warn: %s", p.errs)
	}
}

func pageOf(t *testing.T, url string) string {
	t.Helper()
	reply, err := http.Get(url + "/")
	if err != nil {
		t.Fatal(err)
	}
	defer reply.Body.Close()
	text, err := io.ReadAll(reply.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// askLeader is what phones say where the joint work has no name.
const askLeader = "If you do not know which, ask the person who leads the session."

// What leaves the joint work open warns, in whatever way people answer.
func TestJointWorkThatIsNotSaidIsWarnedOf(t *testing.T) {
	for _, command := range [][]string{
		{"rubric", "print"},
		{"rubric", "export", "--format", "page"},
		{"respond", "Lakes Guild", "--sheet"},
		{"respond", "Lakes Guild", "--code"},
	} {
		for _, c := range []struct {
			flags []string
			warns string
		}{
			{nil, "which joint work is meant, or where it was"},
			{[]string{"--joint-scope", "within"}, "nothing says which joint work is meant: "},
			{[]string{"--joint-about", "Fair"}, "nothing says where the joint work was"},
			{[]string{"--joint-about", "Fair", "--joint-scope", "within"}, ""},
			{[]string{"--joint-scope", "none"}, ""},
		} {
			_, _, said := calledWith(t, t.TempDir(), "", slices.Concat(command, c.flags)...)
			if warns := strings.Contains(said, "nothing says"); warns != (c.warns != "") || !strings.Contains(said, c.warns) {
				t.Errorf("%v %v says %s", command, c.flags, said)
			}
		}
	}
}
