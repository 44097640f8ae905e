package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// docs is the folder of the reference.
const docs = "../../docs"

// TestReferenceIsTheHelp holds pages of the reference to the texts that the help prints:
// one source for both. To write them anew:
//
//	go test ./cmd/collab -run Reference -update
func TestReferenceIsTheHelp(t *testing.T) {
	pages := map[string]string{"commands.md": commandsPage()}
	for _, topic := range helpTopics() {
		text, err := helpTexts.ReadFile("help/" + topic.Name() + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		pages[topic.Name()+".md"] = helpPage(topic.Name(), string(text))
	}
	for name, want := range pages {
		path := filepath.Join(docs, name)
		if *update {
			if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if read(t, path) != want {
			t.Errorf("docs/%s is not what the help says; go test ./cmd/collab -run Reference -update writes it", name)
		}
	}
}

// lead is the head of a paragraph of the help, in capitals.
var lead = regexp.MustCompile(`^[A-Z][A-Z0-9,' -]*[A-Z](?:[.:,]| |$)`)

// helpPage is a page of the help as Markdown: paragraphs, and what is indented as it
// stands.
func helpPage(name, text string) string {
	title, rest, _ := strings.Cut(text, "\n")
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n<!-- The text of `collab help %s`; change it in cmd/collab/help/%s.txt. -->\n", title, name, name)
	for paragraph := range strings.SplitSeq(strings.Trim(rest, "\n"), "\n\n") {
		b.WriteByte('\n')
		indented, first := false, true
		for line := range strings.SplitSeq(paragraph, "\n") {
			if is := strings.HasPrefix(line, "  "); is != indented {
				b.WriteString(fence(is, first, line))
				indented = is
			}
			if !indented {
				if head := strings.TrimSpace(lead.FindString(line)); first && head != "" {
					line = "**" + head + "**" + line[len(head):]
				}
				line = strings.ReplaceAll(line, "<", "&lt;")
			}
			b.WriteString(strings.TrimPrefix(line, "  ") + "\n")
			first = false
		}
		if indented {
			b.WriteString("```\n")
		}
	}
	return b.String()
}

// fence begins or ends what stands as it is typed or printed.
func fence(begins, first bool, line string) string {
	if !begins {
		return "```\n\n"
	}
	fence := "```text\n"
	if strings.HasPrefix(line, "  collab ") {
		fence = "```sh\n"
	}
	if first {
		return fence
	}
	return "\n" + fence
}

// commandsPage is the help of every command, one behind another.
func commandsPage() string {
	root := newRootCmd(console{})
	var b strings.Builder
	b.WriteString("# Commands\n\n<!-- The help of the commands, as `collab COMMAND --help` shows it; change it there. -->\n")
	for _, g := range helpGroups() {
		fmt.Fprintf(&b, "\n## %s\n", g.title)
		for _, name := range g.commands {
			c, _, err := root.Find([]string{name})
			if err != nil {
				panic(err)
			}
			if name != "completion" && name != "help" {
				writeCommand(&b, c)
			}
		}
	}
	b.WriteString("\n`collab help` and `collab completion` are as people expect. The exit status is 0 when it is done, 1 when the answer is no\n" +
		"(a record that does not verify, `--exit-code`), 2 for input that was refused, 3 if it failed, and 130 when it was\ninterrupted with answers kept.\n")
	return b.String()
}

func writeCommand(b *strings.Builder, c *cobra.Command) {
	fmt.Fprintf(b, "\n### %s\n\n%s.\n", c.CommandPath()+strings.TrimPrefix(c.Use, c.Name()), c.Short)
	if c.Long != "" {
		fmt.Fprintf(b, "\n```text\n%s\n```\n", strings.Trim(c.Long, "\n"))
	}
	if c.Example != "" {
		b.WriteString("\n```sh\n")
		for line := range strings.Lines(c.Example) {
			b.WriteString(strings.TrimPrefix(line, "  "))
		}
		b.WriteString("\n```\n")
	}
	first := true
	c.NonInheritedFlags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		if first {
			b.WriteString("\n| flag | |\n|---|---|\n")
			first = false
		}
		value, says := pflag.UnquoteUsage(f)
		if f.Value.Type() == "bool" {
			value = ""
		}
		fmt.Fprintf(b, "| `%s` | %s |\n", strings.TrimSpace("--"+f.Name+" "+value), strings.ReplaceAll(says, "|", `\|`))
	})
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			writeCommand(b, sub)
		}
	}
}

// TestFiguresOfTheFormatsPageAreWritten finds each figure that the page names in a table.
func TestFiguresOfTheFormatsPageAreWritten(t *testing.T) {
	written := map[string]bool{}
	harbor := filepath.Join(examples, "harbor-towns-network")
	for _, args := range [][]string{
		{"report", filepath.Join(examples, "lakes-guild")}, {"report", filepath.Join(examples, "northern-trails-alliance")},
		{"diff", filepath.Join(harbor, "history", "2024-11-18.yaml"), harbor}, {"trend", examples},
	} {
		status, out, err := called(t, t.TempDir(), append(args, "--format", "csv")...)
		if status != statusDone {
			t.Fatal(err)
		}
		for line := range strings.Lines(out) {
			fields := strings.Split(line, ",")
			written[fields[2]+" "+fields[4]] = true
		}
	}
	text, err := helpTexts.ReadFile("help/formats.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), " measure\n")
	table, _, _ = strings.Cut(table, "\n\n")
	for line := range strings.Lines(table) {
		if len(line) < 28 || !strings.HasPrefix(line, "  ") {
			continue
		}
		measures, _, _ := strings.Cut(line[27:], ":")
		for measure := range strings.SplitSeq(measures, ",") {
			if figure := strings.Fields(line)[0] + " " + strings.TrimSpace(measure); !written[figure] {
				t.Errorf("no table has the figure %q", figure)
			}
		}
	}
}
