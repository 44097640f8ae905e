package reports

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"collab/assess"
	"collab/rubric"
)

// What a page must hold up to: many people, long names, other scripts.

// forty is a room of forty people.
func forty(t testing.TB) *assess.Assessment { return fortyOf(t, defaultRubric(t)) }

func fortyOf(t testing.TB, r *rubric.Rubric) *assess.Assessment {
	t.Helper()
	tally := assess.NewTally(r, assess.Group, "Northern Trails Alliance", date(t))
	for i := range 40 {
		p := twelve()[i%12]
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
	text := strings.Replace(string(defaultRubric(t).Text()), "\nid: ", "\nid: renamed-", 1)
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

// longNames are as long as a rubric may have them, some of them one word.
func longNames(t testing.TB) *rubric.Rubric {
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

// otherWay has names that run from right to left.
func otherWay(t testing.TB) *rubric.Rubric {
	return renamed(t, func(n int, old string) string {
		if n%2 == 0 {
			return "العمل المشترك بين الجمعيات والشركاء في المناطق"
		}
		return "שיתוף פעולה בין ארגונים (" + old + ")"
	})
}

// onRubric is one complete response to another rubric.
func onRubric(t testing.TB, r *rubric.Rubric, association string) *assess.Assessment {
	answers := complete(t)
	answers.Rubric, answers.Association = r, association
	return assessed(answers)
}

// pages are what the HTML page is looked at with, beside the other fixtures.
var pages = []fixture[*assess.Assessment]{
	{"forty", forty},
	{"long_names", func(t testing.TB) *assess.Assessment {
		return onRubric(t, longNames(t), strings.Repeat("Donaudampfschifffahrtsgesellschaft", 2))
	}},
	{"forty_long_names", func(t testing.TB) *assess.Assessment { return fortyOf(t, longNames(t)) }},
	{"right_to_left", func(t testing.TB) *assess.Assessment {
		return onRubric(t, otherWay(t), "جمعية مسارات الشمال")
	}},
	{"forty_right_to_left", func(t testing.TB) *assess.Assessment { return fortyOf(t, otherWay(t)) }},
}

// hostilePages have markup in every text that a page shows.
func hostilePages() []fixture[*assess.Assessment] {
	evil := func(n int, _ string) string {
		return []string{
			"<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "</title></style></svg><b>x",
			"javascript:alert(3)", "' onmouseover='alert(4)", "<a href=//evil.example>x</a>", "]]><style>*{display:none}</style>",
		}[n%7]
	}
	return []fixture[*assess.Assessment]{
		{"hostile_person", func(t testing.TB) *assess.Assessment {
			a := onRubric(t, renamed(t, evil), "</title><script>alert(5)</script>")
			for id := range a.Notes {
				a.Notes[id] = "<svg onload=alert(6)></svg><iframe src=https://evil.example></iframe>"
			}
			a.JointWork.About = "<style>@import 'https://evil.example/a.css'</style>"
			return a
		}},
		{"hostile_room", func(t testing.TB) *assess.Assessment { return fortyOf(t, renamed(t, evil)) }},
	}
}

// An onPage is an assessment with what there is to tell of its past.
type onPage struct {
	name string
	make func(t testing.TB) (*assess.Assessment, Options)
}

// everyPage are all fixtures as pages, those with a past too.
func everyPage() []onPage {
	var all []onPage
	for _, f := range slices.Concat(fixtures, rooms, pages, hostilePages()) {
		all = append(all, onPage{f.name, func(t testing.TB) (*assess.Assessment, Options) { return f.make(t), Options{} }})
	}
	for _, f := range comparisons {
		all = append(all, onPage{"since_" + f.name, func(t testing.TB) (*assess.Assessment, Options) {
			c := f.make(t)
			return c.Now.Assessment, Options{Since: c}
		}})
	}
	for _, f := range courses {
		all = append(all, onPage{"trend_" + f.name, func(t testing.TB) (*assess.Assessment, Options) {
			return assessed(complete(t)), Options{Series: f.make(t)}
		}})
	}
	return all
}
