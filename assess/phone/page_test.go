package phone

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

func fullRound() asking.Round {
	return asking.Round{Association: "Lakes Guild", Rubric: rubric.Default(), Length: assess.Full, JointWork: assess.JointWork{About: "Trail conference", Scope: string(rubric.Between)}}
}

func pageOf(t *testing.T, round asking.Round, o Options) []byte {
	t.Helper()
	d, err := NewDescription(round, o)
	if err != nil {
		t.Fatal(err)
	}
	return d.Page()
}

func TestThePageIsSmallAndAlwaysTheSame(t *testing.T) {
	one := pageOf(t, fullRound(), Options{})
	if !bytes.Equal(one, pageOf(t, fullRound(), Options{})) {
		t.Error("the same round gives two pages")
	}
	if bytes.Equal(one, pageOf(t, fullRound(), Options{Served: true})) {
		t.Error("served or not, the page is the same")
	}
	t.Logf("%d bytes: %d of HTML, %d of CSS, %d of JavaScript", len(one), len(pageHTML), len(pageCSS), len(pageJS))
	if len(one) > 120_000 || len(pageHTML)+len(pageCSS)+len(pageJS) > 40_000 {
		t.Errorf("it has %d bytes, %d without its description", len(one), len(pageHTML)+len(pageCSS)+len(pageJS))
	}
}

// What is typed stands in the page once, in the title as text and in the description
// as data, from where no reader of HTML gets out.
func TestNothingTypedEndsTheDescription(t *testing.T) {
	round := fullRound()
	for _, typed := range []string{hostile, "</script>", "<!--<script>", "\u2028", "{{script}}", "{{style}}"} {
		round.Association, round.JointWork.About = "A"+typed, typed
		page := string(pageOf(t, round, Options{Notice: typed}))
		if n := strings.Count(page, "</script"); n != 2 {
			t.Errorf("%q: %d scripts end, of 2", typed, n)
		}
		if strings.Count(page, "<!--") > 0 || strings.Count(page, pageJS) != 1 || strings.Count(page, pageCSS) != 1 {
			t.Errorf("%q is more than data", typed)
		}
	}
}

func TestThePageMayRunItselfAlone(t *testing.T) {
	for served, connect := range map[bool]string{false: "'none'", true: "'self'"} {
		page := string(pageOf(t, fullRound(), Options{Served: served}))
		policy := regexp.MustCompile(`Content-Security-Policy" content="([^"]+)"`).FindStringSubmatch(page)
		if policy == nil || !strings.HasPrefix(policy[1], "default-src 'none'; ") || !strings.HasSuffix(policy[1], "connect-src "+connect) || strings.Contains(policy[1], "unsafe") {
			t.Errorf("the policy is %q", policy)
		}
		if found := regexp.MustCompile(`(src|href|action)=|url\(|@import|https?:`).FindString(pageHTML + pageCSS + pageJS); found != "" {
			t.Errorf("the page has %q", found)
		}
	}
}

// The script says no sentence of its own, and the wording holds none that nobody says.
func TestEverySentenceIsInTheWording(t *testing.T) {
	used := map[string]bool{}
	for _, m := range regexp.MustCompile(`W\.(\w+)|say\('(\w+)'`).FindAllStringSubmatch(pageJS, -1) {
		used[m[1]+m[2]] = true
	}
	words := wordsOf(rubric.Default()).Page
	for name := range used {
		if words[name] == "" {
			t.Errorf("the page says %s, which has no words", name)
		}
	}
	for name := range words {
		if !used[name] {
			t.Errorf("nobody says %s", name)
		}
	}
	for _, literal := range regexp.MustCompile(`'[A-Z][a-z]* [a-z][^'\n]*'`).FindAllString(pageJS, -1) {
		t.Errorf("the script itself says %s", literal)
	}
}

// What browsers of 2021 lack, and what they have only under https, would leave people with
// an empty page.
func TestTheScriptIsOneForOlderBrowsers(t *testing.T) {
	newer := regexp.MustCompile(`\?\.[a-z(\[]|\?\?|\basync\b|\bclass [A-Z]|\.at\(|replaceAll|structuredClone|randomUUID|crypto\.subtle|Object\.hasOwn|serviceWorker|\bfetch\(|\bindexedDB`)
	if found := newer.FindAllString(pageJS, -1); len(found) > 0 {
		t.Errorf("the script uses %q", found)
	}
}

// What the page describes is what the round asks, in its order, and with all that helps.
func TestTheDescriptionIsOfTheWholeRound(t *testing.T) {
	short, alone, again := fullRound(), fullRound(), fullRound()
	short.Length = assess.Short
	alone.JointWork = assess.JointWork{Scope: rubric.ScopeNone}
	again.Again, again.Topics = true, []string{"trust.reliance", "values.goals"}
	for _, c := range []struct {
		name  string
		round asking.Round
		want  string
	}{
		{"full", fullRound(), "role, 41 questions, 7 targets, priorities, hurdles, worst, 3 aims, 10 facts"},
		{"short", short, "role, 21 questions, 7 targets, priorities, hurdles, worst, 3 aims, 0 facts"},
		{"no joint work", alone, "role, 32 questions, 7 targets, priorities, hurdles, worst, 3 aims, 10 facts"},
		{"second", again, "2 questions, 0 targets, 0 aims, 0 facts"},
	} {
		d, err := NewDescription(c.round, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := summary(d); got != c.want {
			t.Errorf("%s: %s; want %s", c.name, got, c.want)
		}
	}
	d, _ := NewDescription(fullRound(), Options{Served: true})
	at := slices.IndexFunc(d.Items, func(s screen) bool { return s.ID == "spectrum.risk" })
	if s := d.Items[at]; s.Section != "Joint work" || s.About != "Trail conference" || s.Why == "" || s.Where == "" || len(s.Options) != 6 || !s.Options[5].Apart || s.Options[3].Apart {
		t.Errorf("a question of the joint work is %+v", s)
	}
	if d.Items[1].ID != asking.CodeID || d.Items[1].Kind != "text" || d.Code != nil {
		t.Error("a served page does not ask for one's own code, or has a code to hand in")
	}
	at = slices.IndexFunc(d.Items, func(s screen) bool { return s.ID == "fact.shared_services.cost_known" })
	if s := d.Items[at]; s.When == nil || s.When.Item != "aim.shared_services" || !slices.Equal(s.When.Any, []string{"have", "exploring"}) || s.About != "Shared services" {
		t.Errorf("a fact is %+v", s)
	}
	for _, q := range rubric.Default().Questions() {
		at = slices.IndexFunc(d.Items, func(s screen) bool { return s.ID == q.ID })
		meaning := strings.Join(d.Items[at].Meaning, "\n")
		for scope, words := range map[rubric.Scope]string{rubric.Within: "Inside the association: Board", rubric.Between: "With other associations: You"} {
			if strings.Contains(meaning, words) != (q.Scope == scope) {
				t.Errorf("%s is %s, and means %q", q.ID, q.Scope, meaning)
			}
		}
	}
	if text := string(d.json()); strings.Contains(text, "Cooperation") || !json.Valid(d.json()) {
		t.Error("the page knows the names of stages")
	}
}

func summary(d Description) string {
	n := map[string]int{}
	text := ""
	for _, s := range d.Items {
		switch kind, _, _ := strings.Cut(s.ID, "."); {
		case s.Question:
			n["questions"]++
		case kind == "target" || kind == "aim" || kind == "fact":
			n[kind+"s"]++
		default:
			n[kind]++
		}
	}
	for _, of := range []string{"role", "questions", "targets", "priorities", "hurdles", "hurdle_worst", "aims", "facts"} {
		switch {
		case strings.HasSuffix(of, "s") && of != "priorities" && of != "hurdles":
			text += fmt.Sprintf("%d %s, ", n[of], of)
		case n[of] > 0:
			text += strings.TrimPrefix(of, "hurdle_") + ", "
		}
	}
	return strings.TrimSuffix(text, ", ")
}
