package history

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"collab/assess"
	"collab/internal/strict"
	"collab/reports/record"
	"collab/rubric"
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

// told is a record of Lakes Guild in which every trait stands at one rank.
func told(t *testing.T, date string, rank int) string {
	t.Helper()
	return toldOf(t, "Lakes Guild", date, rank)
}

func toldOf(t *testing.T, association, date string, rank int) string {
	t.Helper()
	r := assess.NewResponse(rubric.Default())
	r.Association = association
	var err error
	if r.Date, err = assess.ParseDate(date); err != nil {
		t.Fatal(err)
	}
	for i := range r.Answers {
		r.Answers[i] = assess.Answer(rank)
	}
	return string(record.Encode(assess.Assess(assess.One(r))))
}

// commit puts a text into the record of a folder and commits all there is.
func commit(t *testing.T, dir, text string) {
	t.Helper()
	put(t, filepath.Join(dir, "assessment.yaml"), text)
	run(t, dir, "add", "--all", ".")
	run(t, dir, "commit", "-qm", "x")
}

// series is what a past tells: dates and the first trait's stages.
func series(t *testing.T, dir string) (string, []error) {
	t.Helper()
	p := Find(Head, filepath.Join(dir, "assessment.yaml"))[0]
	var got []string
	p.Assessments(func(a *assess.Assessment) {
		got = append(got, fmt.Sprintf("%s=%d", a.Date, a.Traits[0].Stage))
	})
	return strings.Join(got, " "), p.Skipped
}

// expect fails where a series or what was skipped is another.
func expect(t *testing.T, dir, want string, skipped ...string) {
	t.Helper()
	got, why := series(t, dir)
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(why) != len(skipped) {
		t.Fatalf("skipped %v, want %q", why, skipped)
	}
	for i := range skipped {
		if !strings.Contains(why[i].Error(), skipped[i]) {
			t.Errorf("skipped %v, want %q", why[i], skipped[i])
		}
	}
}

func TestTheOrderIsThatOfTheDates(t *testing.T) {
	dir := repository(t)
	commit(t, dir, told(t, "2026-03-01", 3))
	commit(t, dir, told(t, "2024-03-01", 1)) // found in a drawer, and committed late
	commit(t, dir, told(t, "2025-03-01", 2))
	commit(t, dir, told(t, "2025-03-01", 4)) // corrected
	expect(t, dir, "2024-03-01=1 2025-03-01=4 2026-03-01=3")
}

func TestWhatWasTakenBackCountsAgain(t *testing.T) {
	dir := repository(t)
	commit(t, dir, told(t, "2025-03-01", 2))
	commit(t, dir, told(t, "2025-03-01", 4))
	commit(t, dir, told(t, "2025-03-01", 2))
	commit(t, dir, told(t, "2026-03-01", 3))
	expect(t, dir, "2025-03-01=2 2026-03-01=3")
}

func TestRenamedFoldersAreFollowed(t *testing.T) {
	dir := repository(t)
	commit(t, dir, told(t, "2024-03-01", 1))
	moved := filepath.Join(filepath.Dir(dir), "new\nname")
	run(t, filepath.Dir(dir), "mv", "--", filepath.Base(dir), "new\nname")
	commit(t, moved, told(t, "2025-03-01", 2)) // moved and changed at once
	// Another association takes the place that was left.
	commit(t, dir, toldOf(t, "Hills Club", "2026-03-01", 4))
	expect(t, moved, "2024-03-01=1 2025-03-01=2")
	expect(t, dir, "2026-03-01=4", `it is the record of "Lakes Guild", not of "Hills Club"`)
	// Looked at together, each has its own.
	both := Find(Head, filepath.Join(dir, "assessment.yaml"), filepath.Join(moved, "assessment.yaml"))
	if both[0].Rounds() != 1 || both[1].Rounds() != 2 {
		t.Errorf("%v", both)
	}
}

func TestBothSidesOfAMergeCount(t *testing.T) {
	dir := repository(t)
	commit(t, dir, told(t, "2023-03-01", 1))
	run(t, dir, "checkout", "-qb", "side")
	commit(t, dir, told(t, "2024-03-01", 2))
	run(t, dir, "checkout", "-q", "-")
	run(t, dir, "mv", "assessment.yaml", "other.yaml")
	run(t, dir, "commit", "-qm", "moved")
	run(t, dir, "mv", "other.yaml", "assessment.yaml")
	run(t, dir, "commit", "-qm", "moved back")
	commit(t, dir, told(t, "2025-03-01", 3))
	run(t, dir, "merge", "-q", "-s", "ours", "-m", "merged", "side")
	commit(t, dir, told(t, "2026-03-01", 4))
	expect(t, dir, "2023-03-01=1 2024-03-01=2 2025-03-01=3 2026-03-01=4")
}

func TestAMergeSaysWhichCorrectionHolds(t *testing.T) {
	dir := repository(t)
	commit(t, dir, told(t, "2024-03-01", 1))
	run(t, dir, "checkout", "-qb", "side")
	commit(t, dir, told(t, "2024-03-01", 2))
	run(t, dir, "checkout", "-q", "-")
	commit(t, dir, told(t, "2024-03-01", 3))
	run(t, dir, "merge", "-q", "-s", "ours", "-m", "merged", "side")
	commit(t, dir, told(t, "2026-03-01", 4))
	expect(t, dir, "2024-03-01=3 2026-03-01=4")
}

func TestFilesAndCommitsOfOneDate(t *testing.T) {
	dir := repository(t)
	commit(t, dir, told(t, "2024-03-01", 1))
	put(t, filepath.Join(dir, Dir, "2024-03-01.yaml"), told(t, "2024-03-01", 2)) // not committed: later
	put(t, filepath.Join(dir, "assessment.yaml"), told(t, "2025-03-01", 4))
	expect(t, dir, "2024-03-01=2 2025-03-01=4")
	// Committed together with a correction it is what the correction replaced.
	commit(t, dir, told(t, "2024-03-01", 3))
	commit(t, dir, told(t, "2025-03-01", 4))
	expect(t, dir, "2024-03-01=3 2025-03-01=4")
}

func TestWhatCannotBeReadIsNamedAndSkipped(t *testing.T) {
	dir := repository(t)
	commit(t, dir, told(t, "2022-03-01", 1))
	whole := told(t, "2023-03-01", 2)
	commit(t, dir, whole[:len(whole)/3])
	commit(t, dir, "<<<<<<< HEAD\n"+whole)
	commit(t, dir, strings.Replace(whole, "position: 2.00", "position: 4.00", 1))
	commit(t, dir, toldOf(t, "Hills Club", "2024-03-01", 3))
	commit(t, dir, strings.Replace(whole, "association-collaboration 1.0.0", "mine 1.0.0", 1))
	commit(t, dir, "")
	put(t, filepath.Join(dir, Dir, "2023-01-01.yaml"), "date: [")
	put(t, filepath.Join(dir, "assessment.yaml"), told(t, "2025-03-01", 4))
	expect(t, dir, "2022-03-01=1 2025-03-01=4",
		":--an odd 'name'/assessment.yaml:1:1: the file is empty",
		"2023-01-01.yaml:1",
		"not valid YAML",
		"merge conflict",
		"the rubric is missing",
		"its findings do not follow",
		`it is the record of "Hills Club", not of "Lakes Guild"`)
}

func TestWhatWasCorrectedIsNoGap(t *testing.T) {
	dir := repository(t)
	byHand := func(date string) string {
		return strings.Replace(told(t, date, 2), "position: 2.00", "position: 3.00", 1)
	}
	commit(t, dir, byHand("2024-03-01")) // and put right in a commit
	commit(t, dir, told(t, "2024-03-01", 2))
	commit(t, dir, told(t, "2025-03-01", 3)) // and spoilt
	commit(t, dir, byHand("2025-03-01"))
	commit(t, dir, byHand("2026-03-01"))                                           // and never put right
	put(t, filepath.Join(dir, "history", "2027-03-01.yaml"), byHand("2027-03-01")) // and put right in the folder
	put(t, filepath.Join(dir, "history", "2027-03-01-2.yaml"), toldOf(t, "Harbor Towns", "2027-03-01", 2))
	put(t, filepath.Join(dir, "assessment.yaml"), told(t, "2027-03-01", 4))
	expect(t, dir, "2024-03-01=2 2025-03-01=3 2027-03-01=4",
		"findings do not follow", "findings do not follow", `"Harbor Towns"`)
}

func TestWithoutARepositoryThereIsTheFolder(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "assessment.yaml"), told(t, "2025-03-01", 2))
	put(t, filepath.Join(dir, Dir, "2024-03-01.yaml"), told(t, "2024-03-01", 1))
	put(t, filepath.Join(dir, Dir, "2024-03-01-report.md"), "#")
	expect(t, dir, "2024-03-01=1 2025-03-01=2")
	expect(t, filepath.Join(dir, "none"), "")
}

func TestWithoutGitThereIsTheFolder(t *testing.T) {
	dir := repository(t)
	commit(t, dir, told(t, "2024-03-01", 1))
	put(t, filepath.Join(dir, "assessment.yaml"), told(t, "2025-03-01", 2))
	t.Setenv("PATH", "")
	expect(t, dir, "2025-03-01=2", "git is not installed here")
	if _, _, err := At("HEAD", filepath.Join(dir, "assessment.yaml")); !errors.Is(err, ErrNoGit) {
		t.Error(err)
	}
}

// TestAHookSeesTheFoldersOwnRepository sets what git sets for a hook.
func TestAHookSeesTheFoldersOwnRepository(t *testing.T) {
	dir := repository(t)
	commit(t, dir, told(t, "2024-03-01", 1))
	commit(t, dir, told(t, "2025-03-01", 2))
	t.Setenv("GIT_DIR", ".git")
	expect(t, dir, "2024-03-01=1 2025-03-01=2")
	if _, _, err := At("HEAD~1", filepath.Join(dir, "assessment.yaml")); err != nil {
		t.Error(err)
	}
}

// TestNothingIsTakenForAnOptionOrAPattern uses names that git could read so.
func TestNothingIsTakenForAnOptionOrAPattern(t *testing.T) {
	top := filepath.Dir(repository(t))
	for i, name := range []string{"--output=x", "a*", "[b]", ":(top)c", "d\te\nf", `g"h\i`, "wälder", "j\xff"} {
		dir := filepath.Join(top, name)
		if err := os.Mkdir(dir, 0o755); err != nil {
			t.Skipf("%q: %v", name, err)
		}
		commit(t, dir, toldOf(t, guild(i), "2024-03-01", 1))
		commit(t, dir, toldOf(t, guild(i), "2025-03-01", 2))
		expect(t, dir, "2024-03-01=1 2025-03-01=2")
		a, _, err := At("HEAD~1", filepath.Join(dir, "assessment.yaml"))
		if err != nil || a.Traits[0].Stage != 1 {
			t.Errorf("%q: %v", name, err)
		}
	}
	if entries, err := os.ReadDir(top); err != nil || len(entries) != 10 { // eight, .git, and that of repository
		t.Errorf("%v, %v", entries, err)
	}
}

func guild(i int) string { return fmt.Sprintf("Guild %d", i) }

func TestARubricOfOnesOwnIsFoundWhereItLay(t *testing.T) {
	dir := repository(t)
	own := strings.Replace(string(rubric.DefaultText()), "id: association-collaboration", "id: mine", 1)
	reworded := strings.Replace(own, "How", "In what way", 1)
	for i, text := range []string{own, reworded} {
		r, err := rubric.Parse("rubric.yaml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(dir, RubricFile), text)
		response := assess.NewResponse(r)
		response.Association = "Lakes Guild"
		response.Date, _ = assess.ParseDate(fmt.Sprintf("202%d-03-01", i))
		for q := range response.Answers {
			response.Answers[q] = assess.Answer(i + 1)
		}
		commit(t, dir, string(record.Encode(assess.Assess(assess.One(response)))))
	}
	expect(t, dir, "2020-03-01=1 2021-03-01=2")
	if a, _, err := At("HEAD~1", filepath.Join(dir, "assessment.yaml")); err != nil || a.Traits[0].Stage != 1 {
		t.Error(err)
	}
}

func TestHeldIsWhatHeadHolds(t *testing.T) {
	dir := repository(t)
	if held := InHead(dir, "assessment.yaml"); len(held) != 0 { // nothing is committed
		t.Errorf("%q", held)
	}
	commit(t, dir, "one\n")
	put(t, filepath.Join(dir, "assessment.yaml"), "two\n")
	held := InHead(dir, "assessment.yaml", "report.md")
	if len(held) != 1 || string(held["assessment.yaml"]) != "one\n" {
		t.Errorf("%q", held)
	}
}

func TestAllBranchesAreLookedThroughWhereAsked(t *testing.T) {
	dir := repository(t)
	commit(t, dir, told(t, "2023-03-01", 1))
	run(t, dir, "checkout", "-qb", "side")
	commit(t, dir, told(t, "2024-03-01", 2))
	run(t, dir, "checkout", "-q", "-")
	path := filepath.Join(dir, "assessment.yaml")
	if n := Find(Head, path)[0].Rounds(); n != 1 {
		t.Errorf("%d rounds behind HEAD", n)
	}
	if n := Find(All, path)[0].Rounds(); n != 2 {
		t.Errorf("%d rounds in all branches", n)
	}
}

func TestWhatWasOnceInTheHistoryIsFoundWhereAsked(t *testing.T) {
	dir := repository(t)
	kept := filepath.Join(dir, Dir, "2023-03-01.yaml")
	put(t, kept, told(t, "2023-03-01", 1))
	commit(t, dir, told(t, "2024-03-01", 2))
	if err := os.Remove(kept); err != nil {
		t.Fatal(err)
	}
	commit(t, dir, told(t, "2025-03-01", 3))
	path := filepath.Join(dir, "assessment.yaml")
	if n := Find(Head, path)[0].Rounds(); n != 2 {
		t.Errorf("%d rounds that count", n)
	}
	if n := Find(All, path)[0].Rounds(); n != 3 {
		t.Errorf("%d rounds that were ever kept", n)
	}
}

func TestTheLatestThroughADay(t *testing.T) {
	dir := repository(t)
	commit(t, dir, told(t, "2023-03-01", 1))
	commit(t, dir, told(t, "2024-03-01", 2))
	commit(t, dir, "broken: [")
	commit(t, dir, strings.Replace(told(t, "2024-06-01", 3), "position: 3.00", "position: 4.00", 1))
	for day, want := range map[string]string{"2023-02-28": "", "2023-03-01": "2023-03-01", "2024-02-29": "2023-03-01", "2030-01-01": "2024-03-01"} {
		date, err := assess.ParseDate(day)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if found := Find(Head, filepath.Join(dir, "assessment.yaml"))[0].Latest(date); found.Assessment != nil {
			got = found.Date.String()
		}
		if got != want {
			t.Errorf("in force on %s is %q, want %q", day, got, want)
		}
	}
}

// TestWhatMayHideCountsIsUnsure tells what git could not say, and what a file in
// the folder hides, from an old version that is no record.
func TestWhatMayHideCountsIsUnsure(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(dir string)
		want  error // in Unsure; nil: nothing is
	}{
		{"an old version that is no record", func(string) {}, nil},
		{"no git", func(string) { t.Setenv("PATH", "") }, ErrNoGit},
		{"a broken HEAD", func(dir string) { put(t, filepath.Join(dir, "..", ".git", "HEAD"), "nothing\n") }, errDamaged},
		{"a broken branch", func(dir string) {
			run(t, dir, "branch", "-f", "side")
			put(t, filepath.Join(dir, "..", ".git", "refs", "heads", "side"), "nothing\n")
		}, ErrGit},
		{"a shallow clone", func(dir string) {
			out, err := exec.Command("git", "-C", dir, "rev-parse", "HEAD").Output()
			if err != nil {
				t.Fatal(err)
			}
			put(t, filepath.Join(dir, "..", ".git", "shallow"), string(out))
		}, ErrShallow},
		{"a file of the history", func(dir string) { put(t, filepath.Join(dir, Dir, "2023-01-01.yaml"), "date: [") }, strict.Fault{}},
	} {
		path := os.Getenv("PATH")
		dir := repository(t)
		commit(t, dir, "date: [")
		commit(t, dir, told(t, "2024-03-01", 1))
		c.spoil(dir)
		past := Find(All, filepath.Join(dir, "assessment.yaml"))[0]
		past.Every(func(Found) {})
		t.Setenv("PATH", path)
		if c.want == nil {
			if len(past.Unsure) > 0 || len(past.Skipped) != 1 {
				t.Errorf("%s: unsure are %v of %v", c.name, past.Unsure, past.Skipped)
			}
			continue
		}
		var fault strict.Fault
		if len(past.Unsure) != 1 || !errors.Is(past.Unsure[0], c.want) && !errors.As(past.Unsure[0], &fault) {
			t.Errorf("%s: unsure are %v, want %v", c.name, past.Unsure, c.want)
		}
	}
}

func TestTheRecordInTheFolderTellsWhoseHistoryItIs(t *testing.T) {
	a := repository(t)
	commit(t, a, toldOf(t, "Alpha", "2023-05-01", 1))
	commit(t, a, toldOf(t, "Alpha", "2024-05-01", 2))
	b := filepath.Join(filepath.Dir(a), "b")
	if err := os.RemoveAll(a); err != nil { // one left and another came: git takes it for a move
		t.Fatal(err)
	}
	put(t, filepath.Join(b, "assessment.yaml"), toldOf(t, "Beta", "2023-09-01", 3))
	run(t, filepath.Dir(a), "add", "--all", ".")
	run(t, filepath.Dir(a), "commit", "-qm", "x")

	past := Find(Head, filepath.Join(b, "assessment.yaml"))[0]
	if found := past.Latest(assess.Date{}); found.Assessment == nil || found.Association != "Beta" {
		t.Errorf("the latest is %v of %s", found.Name, past.Association)
	}
}

func TestAFolderThatWasMovedAndAssessedInOneCommit(t *testing.T) {
	old := repository(t)
	commit(t, old, told(t, "2022-05-01", 1))
	commit(t, old, told(t, "2023-05-01", 2))
	guild := filepath.Join(filepath.Dir(old), "guild")
	if err := os.Rename(old, guild); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(guild, Dir, "2023-05-01.yaml"), told(t, "2023-05-01", 2))
	run(t, filepath.Dir(old), "rm", "-rq", "--cached", "--", filepath.Base(old))
	commit(t, guild, toldOf(t, "Lakes Guild", "2024-05-01", 4))

	past := Find(Head, filepath.Join(guild, "assessment.yaml"))[0]
	if past.Rounds() != 3 {
		t.Errorf("%d rounds are known, not 3: %v", past.Rounds(), past.Versions)
	}
}

func TestWhatIsNoFileIsSkipped(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "assessment.yaml"), told(t, "2024-05-01", 1))
	if err := os.Mkdir(filepath.Join(dir, Dir), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := exec.Command("mkfifo", filepath.Join(dir, Dir, "2023-05-01.yaml")).Run(); err != nil {
		t.Skip("no pipe can be made here")
	}
	if past := Find(Head, filepath.Join(dir, "assessment.yaml"))[0]; len(past.Versions) != 1 || len(past.Skipped) != 1 {
		t.Errorf("%d versions, skipped: %v", len(past.Versions), past.Skipped)
	}
}
