package asking

import (
	"bytes"
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"collab/assess"
	"collab/rubric"
)

// Words are what people read around a rubric's own words, on paper and in forms, as a file
// of words/ has them: one a language. What stands in them between { and } is filled in
// with [Fill].
type Words struct {
	Role, Code, Priorities, Hurdles, Worst, Yes, No string
	CodeHelp                                        string `yaml:"code_help"`
	WorstHelp                                       string `yaml:"worst_help"`
	FactPrompt                                      string `yaml:"fact_prompt"`
	FactYes                                         string `yaml:"fact_yes"`
	FactNo                                          string `yaml:"fact_no"`

	AboutYou    string `yaml:"about_you"`
	WhatYouNeed string `yaml:"what_you_need"`
	WhatIsFirst string `yaml:"what_is_first"`
	WhatYouPlan string `yaml:"what_you_plan"`
	SecondRound string `yaml:"second_round"`

	Title, Notice, Thanks, Date string
	TitleUnnamed                string `yaml:"title_unnamed"`
	TitleAgain                  string `yaml:"title_again"`
	TitleAgainUnnamed           string `yaml:"title_again_unnamed"`
	NothingNeeds                string `yaml:"nothing_needs"`
	JointWork                   string `yaml:"joint_work"`
	OnlyIfAim                   string `yaml:"only_if_aim"`
	AtMost                      string `yaml:"at_most"`
	Months                      [12]string

	Association, Day, Lead, Inside, Full, Short, Page string
	HowMany                                           string `yaml:"how_many"`
	HowManyAndMore                                    string `yaml:"how_many_and_more"`
	HowToAnswer                                       string `yaml:"how_to_answer"`
	WhatWordsMean                                     string `yaml:"what_words_mean"`
	WhoSees                                           string `yaml:"who_sees"`
	WithOthers                                        string `yaml:"with_others"`
	TheJointWork                                      string `yaml:"the_joint_work"`
	AskJointWork                                      string `yaml:"ask_joint_work"`
	LeaveOut                                          string `yaml:"leave_out"`
	MarkWorst                                         string `yaml:"mark_worst"`
	NumberOfWorst                                     string `yaml:"number_of_worst"`

	Then, Group, Questions, Typed string
	SheetLine                     string `yaml:"sheet_line"`
	HowTyped                      string `yaml:"how_typed"`
	ForExample                    string `yaml:"for_example"`
	RoleTyped                     string `yaml:"role_typed"`
	OneForEach                    string `yaml:"one_for_each"`
	TheirNumbers                  string `yaml:"their_numbers"`
	ItsNumber                     string `yaml:"its_number"`
	WithWorst                     string `yaml:"with_worst"`
	EndOfLine                     string `yaml:"end_of_line"`

	Walk walkWords
}

// walkWords are what people read at a terminal, around what is on paper too.
type walkWords struct {
	Name, People, Length, Full, Short, Benefits, Ahead, Forms string
	Targets, Within, Between                                  []string // from long to short

	NameMissing    string `yaml:"name_missing"`
	RoleHelp       string `yaml:"role_help"`
	CodeHelp       string `yaml:"code_help"`
	CodeTaken      string `yaml:"code_taken"`
	PeopleMissing  string `yaml:"people_missing"`
	PeopleHelp     string `yaml:"people_help"`
	NumberNeeded   string `yaml:"number_needed"`
	LengthMissing  string `yaml:"length_missing"`
	BenefitsWords  string `yaml:"benefits_words"`
	AheadWords     string `yaml:"ahead_words"`
	AgainWords     string `yaml:"again_words"`
	JointWork      string `yaml:"joint_work"`
	TooFewPeople   string `yaml:"too_few_people"`
	TooManyPeople  string `yaml:"too_many_people"`
	HandsBefore    string `yaml:"hands_before"`
	TooManyHands   string `yaml:"too_many_hands"`
	MoreThanPeople string `yaml:"more_than_people"`
}

//go:embed words/*.yaml
var wordFiles embed.FS

// languages are the words of each language that was asked for.
var languages sync.Map

// WordsOf are the words in the language of a rubric, as of de-AT those of de; known is
// false where there are none, and they are English.
func WordsOf(r *rubric.Rubric) (words *Words, known bool) {
	language, _, _ := strings.Cut(r.Language, "-")
	if words := wordsIn(language); words != nil {
		return words, true
	}
	return wordsIn("en"), language == ""
}

func words(r *rubric.Rubric) *Words {
	words, _ := WordsOf(r)
	return words
}

// wordsIn are the words of a language; nil where there are none.
func wordsIn(language string) *Words {
	if words, read := languages.Load(language); read {
		return words.(*Words)
	}
	text, err := wordFiles.ReadFile("words/" + language + ".yaml")
	if err != nil {
		return nil
	}
	words := new(Words)
	file := yaml.NewDecoder(bytes.NewReader(text))
	file.KnownFields(true)
	if err := file.Decode(words); err != nil {
		panic(fmt.Errorf("words/%s.yaml: %w", language, err)) // it is part of the program, and tests read it
	}
	languages.Store(language, words)
	return words
}

// Fill fills in a sentence: a name and a value in turn.
func Fill(sentence string, with ...any) string {
	var pairs []string
	for i := 0; i < len(with); i += 2 {
		pairs = append(pairs, fmt.Sprintf("{%s}", with[i]), fmt.Sprint(with[i+1]))
	}
	return strings.NewReplacer(pairs...).Replace(sentence)
}

// OfDate is a date as people write it.
func (w *Words) OfDate(d assess.Date) string {
	return Fill(w.Date, "day", strconv.Itoa(d.Day()), "month", w.Months[d.Month()-1], "year", strconv.Itoa(d.Year()))
}

// title is that of a form.
func (w *Words) title(association string, again bool) string {
	switch {
	case again && association != "":
		return Fill(w.TitleAgain, "association", association)
	case again:
		return w.TitleAgainUnnamed
	case association != "":
		return Fill(w.Title, "association", association)
	}
	return w.TitleUnnamed
}
