package main

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"
)

// readers are the pages that people read; those of the commands' own help are tested
// with it.
func readers(t *testing.T) []string {
	t.Helper()
	pages, err := filepath.Glob(filepath.Join(docs, "*.md"))
	if err != nil || len(pages) < 5 {
		t.Fatalf("%d pages in docs, %v", len(pages), err)
	}
	pages = slices.DeleteFunc(pages, func(path string) bool { return filepath.Base(path) == "commands.md" })
	for _, name := range []string{"README.md", "CONTRIBUTING.md", "SECURITY.md", "RELEASING.md", "CHANGELOG.md"} {
		pages = append(pages, filepath.Join("../..", name))
	}
	return pages
}

// ranElsewhere are commands of the pages that other checks run.
var ranElsewhere = []string{
	"go test ./...",                   // .ci/run does
	"go build -o collab ./cmd/collab", // .ci/run builds it for other systems
}

// fenced is what stands in the fences of a kind on a page.
func fenced(page, kind string) []string {
	var blocks []string
	for _, part := range strings.Split(page, "\n```"+kind+"\n")[1:] {
		block, _, _ := strings.Cut(part, "\n```")
		blocks = append(blocks, block)
	}
	return blocks
}

// TestCommandsOfTheDocsRunAsPrinted runs every command that stands in a block of its
// own, page by page, where the examples are.
func TestCommandsOfTheDocsRunAsPrinted(t *testing.T) {
	texts := map[string]string{}
	for _, path := range readers(t) {
		texts[filepath.Base(path)] = read(t, path)
	}
	dir := assessedTwice(t)
	ran := 0
	for name, text := range texts {
		for _, block := range fenced(text, "sh") {
			for line := range strings.Lines(strings.ReplaceAll(block, "\\\n", "")) {
				line = strings.TrimSpace(line)
				ours, isOurs := strings.CutPrefix(line, "go run ./cmd/collab")
				switch {
				case slices.Contains(ranElsewhere, line) || line == "":
				case isOurs || strings.HasPrefix(line, "collab "):
					if isOurs {
						line = "collab" + ours
					}
					runExample(t, dir, line)
					ran++
				default:
					t.Errorf("%s: nothing runs %q", name, line)
				}
			}
		}
	}
	if ran < 20 {
		t.Errorf("only %d commands were found", ran)
	}
}

// inText is a command in the middle of a text or a table.
var inText = regexp.MustCompile("`collab ([^`]+)`|(?m)^ *[0-9] collab ([a-z].*)$|\"collab ([^\"]+)\"")

// TestCommandsInTheTextsExist finds the command and the flags of all that is named
// anywhere in the pages, with names in capitals for what people put in their place.
func TestCommandsInTheTextsExist(t *testing.T) {
	for _, path := range readers(t) {
		text := read(t, path)
		for _, found := range inText.FindAllStringSubmatch(text, -1) {
			line := strings.Join(strings.Fields(strings.Join(found[1:], "")), " ")
			if strings.HasPrefix(line, "COMMAND") {
				continue
			}
			if err := commandExists(arguments("collab " + line)); err != nil {
				t.Errorf("%s: collab %s: %v", filepath.Base(path), line, err)
			}
		}
	}
}

// commandExists tells whether a command and its flags are there.
func commandExists(args []string) error {
	root := newRootCmd(console{})
	cmd, rest, err := root.Find(args)
	if err != nil {
		return err
	}
	if cmd == root {
		return errors.New("there is no such command")
	}
	cmd.InitDefaultHelpFlag()
	var unknown *pflag.NotExistError
	if err := cmd.ParseFlags(rest); errors.As(err, &unknown) {
		return err
	}
	return nil
}

// TestChangeInTheReadmeIsWhatTheProgramPrints holds the picture in words to the example;
// -update writes it anew.
func TestChangeInTheReadmeIsWhatTheProgramPrints(t *testing.T) {
	harbor := filepath.Join(examples, "harbor-towns-network")
	_, out, _ := called(t, t.TempDir(), "diff", filepath.Join(harbor, "history", "2025-11-17.yaml"), harbor)
	const readme = "../../README.md"
	text := read(t, readme)
	blocks := fenced(text, "text")
	if len(blocks) != 1 {
		t.Fatalf("%d blocks", len(blocks))
	}
	if *update {
		want, _, _ := strings.Cut(out, "\n\n How sure")
		if err := os.WriteFile(readme, []byte(strings.Replace(text, blocks[0], want, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
		blocks[0] = want
	}
	if !strings.HasPrefix(out, blocks[0]+"\n") {
		t.Errorf("the README shows another change than the program, which prints (-update writes it)\n%s", out)
	}
}

// TestPicturesOfTheReadmeAreSmallAndThere finds every picture.
func TestPicturesOfTheReadmeAreSmallAndThere(t *testing.T) {
	pictures := regexp.MustCompile(`!\[[^\]]+\]\(([^)]+)\)`).FindAllStringSubmatch(read(t, "../../README.md"), -1)
	if len(pictures) < 2 {
		t.Errorf("%d pictures", len(pictures))
	}
	for _, p := range pictures {
		about, err := os.Stat(filepath.Join("../..", p[1]))
		if err != nil || about.Size() > 200_000 {
			t.Errorf("%s: %v, %v", p[1], about, err)
		}
	}
}
