package phone

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"collab/rubric"
)

//go:embed words/*.yaml
var wordFiles embed.FS

// words are what people read on the page in one language.
type words struct {
	Notice, Counts string
	NoticeServed   string `yaml:"notice_served"`
	JointWork      string `yaml:"joint_work"`
	AskJointWork   string `yaml:"ask_joint_work"` // where it has no name

	Within, Between string
	WithinMeans     string `yaml:"within_means"`
	BetweenMeans    string `yaml:"between_means"`

	NeedsScript string            `yaml:"needs_script"`
	Page        map[string]string // what the script says, by its own names
}

// wordsOf are the words in the language of a rubric, as of de-AT those of de; English
// where there are none.
func wordsOf(r *rubric.Rubric) words {
	language, _, _ := strings.Cut(cmp.Or(r.Language, "en"), "-")
	text, err := wordFiles.ReadFile("words/" + language + ".yaml")
	if err != nil {
		language = "en"
		text, _ = wordFiles.ReadFile("words/en.yaml")
	}
	var w words
	file := yaml.NewDecoder(bytes.NewReader(text))
	file.KnownFields(true)
	if err := file.Decode(&w); err != nil {
		panic(fmt.Errorf("words/%s.yaml: %w", language, err)) // it is part of the program, and tests read it
	}
	return w
}

// notice says who sees the answers.
func (w words) notice(served bool) string {
	if served {
		return w.NoticeServed + " " + w.Counts
	}
	return w.Notice + " " + w.Counts
}

// about says whom a question is about.
func (w words) about(s rubric.Scope) string {
	return map[rubric.Scope]string{rubric.Within: w.Within, rubric.Between: w.Between}[s]
}

// scope says what that means.
func (w words) scope(s rubric.Scope) string {
	return map[rubric.Scope]string{rubric.Within: w.WithinMeans, rubric.Between: w.BetweenMeans}[s]
}
