package reportstest

import (
	"regexp"
	"strings"
	"testing"

	"collab/assess"
	"collab/rubric"
)

// What a page must hold up to: many people, long names, other scripts.

// Forty is a room of forty people.
func Forty(t testing.TB) *assess.Assessment { return FortyOf(t, DefaultRubric(t)) }

func FortyOf(t testing.TB, r *rubric.Rubric) *assess.Assessment {
	t.Helper()
	tally := assess.NewTally(r, assess.Group, "Northern Trails Alliance", Date(t))
	for i := range 40 {
		p := Twelve()[i%12]
		p.turn = i + 1
		answers := p.response(t)
		answers.Rubric = r
		if i%7 == 0 {
			answers.Answers[i%len(answers.Answers)] = assess.DontKnow
		}
		if err := tally.Add(answers); err != nil {
			t.Fatal(err)
		}
	}
	tally.Body = 55
	return assess.Assess(tally.Publish())
}

var namesOfRubric = regexp.MustCompile(`( *)name: "([^"]*)"`)

// renamed is the default rubric with other names, made from the number of each and cut
// to what a rubric may have: 28 characters of a question's name, 60 of another.
func renamed(t testing.TB, name func(n int, old string) string) *rubric.Rubric {
	t.Helper()
	n := 0
	text := strings.Replace(string(DefaultRubric(t).Text()), "\nid: ", "\nid: renamed-", 1)
	text = namesOfRubric.ReplaceAllStringFunc(text, func(line string) string {
		n++
		part, most := namesOfRubric.FindStringSubmatch(line), 60
		if len(part[1]) == 8 {
			most = 28
		}
		longest := []rune(name(n, part[2]))
		return part[1] + `name: "` + string(longest[:min(len(longest), most)]) + `"`
	})
	r, err := rubric.Parse("renamed.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// LongNames are as long as a rubric may have them, some of them one word.
func LongNames(t testing.TB) *rubric.Rubric {
	return renamed(t, func(n int, old string) string {
		switch n % 5 {
		case 0:
			return strings.Repeat("Donaudampfschifffahrt", 3)
		case 1:
			return strings.Repeat("W", 60)
		}
		return old + " and whatever else belongs to it here and in other places"
	})
}

// OtherWay has names that run from right to left.
func OtherWay(t testing.TB) *rubric.Rubric {
	return renamed(t, func(n int, old string) string {
		if n%2 == 0 {
			return "العمل المشترك بين الجمعيات والشركاء في المناطق"
		}
		return "שיתוף פעולה בין ארגונים (" + old + ")"
	})
}

// onRubric is one complete response to another rubric.
func onRubric(t testing.TB, r *rubric.Rubric, association string) *assess.Assessment {
	answers := Complete(t)
	answers.Rubric, answers.Association = r, association
	return Assessed(answers)
}

// Pages are what the HTML page is looked at with, beside the other fixtures.
var Pages = []Fixture[*assess.Assessment]{
	{"forty", Forty},
	{"long_names", func(t testing.TB) *assess.Assessment {
		return onRubric(t, LongNames(t), strings.Repeat("Donaudampfschifffahrtsgesellschaft", 2))
	}},
	{"forty_long_names", func(t testing.TB) *assess.Assessment { return FortyOf(t, LongNames(t)) }},
	{"right_to_left", func(t testing.TB) *assess.Assessment {
		return onRubric(t, OtherWay(t), "جمعية مسارات الشمال")
	}},
	{"forty_right_to_left", func(t testing.TB) *assess.Assessment { return FortyOf(t, OtherWay(t)) }},
}

// HostilePages have markup in every text that a page shows.
func HostilePages() []Fixture[*assess.Assessment] {
	evil := func(n int, _ string) string {
		return []string{
			"<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "</title></style></svg><b>x",
			"javascript:alert(3)", "' onmouseover='alert(4)", "<a href=//evil.example>x</a>", "]]><style>*{display:none}</style>",
		}[n%7]
	}
	return []Fixture[*assess.Assessment]{
		{"hostile_person", func(t testing.TB) *assess.Assessment {
			a := onRubric(t, renamed(t, evil), "</title><script>alert(5)</script>")
			for id := range a.Notes {
				a.Notes[id] = "<svg onload=alert(6)></svg><iframe src=https://evil.example></iframe>"
			}
			a.JointWork.About = "<style>@import 'https://evil.example/a.css'</style>"
			return a
		}},
		{"hostile_room", func(t testing.TB) *assess.Assessment { return FortyOf(t, renamed(t, evil)) }},
	}
}
