package reports

import (
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/assess"
)

// Agenda draws what a room should talk about, to be projected: as many topics
// in full as there are rows for, the others in one line each. Stages have no
// names on it, so that a second round can follow.
func Agenda(w io.Writer, a *assess.Assessment, o Options) error {
	s := agendaScreen{screen{story: plainStory(a), Options: o}}
	var lines []string
	for full := len(s.topics()); full >= 0; full-- {
		if lines = s.lines(full); len(lines) <= o.rows() {
			break
		}
	}
	return shown(w, lines)
}

// AgendaMarkdown writes the same as one page, every topic in full.
func AgendaMarkdown(w io.Writer, a *assess.Assessment, o Options) error {
	t, err := parsed("agenda.md.tmpl", markdown, nil)
	if err != nil {
		return err
	}
	p := agendaPage{page{story: markdownStory(a), Seal: o.Seal}}
	var b bytes.Buffer
	if err := t.Execute(&b, p); err != nil {
		return err
	}
	_, err = w.Write(tidied(b.Bytes()))
	return err
}

// A topic is one question to talk about, as it is shown.
type topic struct {
	story
	assess.Topic
	Number int
}

// topics are what is left to talk about.
func (s story) topics() []topic { return s.topicsOf(s.a.AfterTalking()) }

func (s story) topicsOf(agenda assess.Agenda) []topic {
	var all []topic
	for i, t := range agenda {
		all = append(all, topic{s, t, i + 1})
	}
	return all
}

func (t topic) asked() assess.Question { return t.a.Answers[t.Question] }

// Prompt is what was asked.
func (t topic) Prompt() prose { return t.say("%s", t.asked().Prompt) }

// Trait is what the question is about.
func (t topic) Trait() string {
	d, _ := t.a.Rubric.Dimension(t.asked().Dimension)
	return short(d)
}

// Reason is why the question is worth talking about.
func (t topic) Reason() string {
	switch t.Topic.About {
	case assess.AboutSplit:
		return t.splitSince()
	case assess.AboutTarget:
		return counted(t.Gap, "stage", "stages") + " below the target"
	}
	return "answers are mixed"
}

// splitSince tells whether a room is split still, or only after talking.
func (t topic) splitSince() string {
	for _, talk := range t.a.Talks {
		switch {
		case talk.Question != t.Question:
		case talk.Label == assess.Split:
			return "the room is still split"
		default:
			return "split after talking, " + labels[talk.Label] + " before"
		}
	}
	if t.a.Second != nil {
		return "the room is split, not answered again"
	}
	return "the room is split"
}

// Time is how long to talk.
func (t topic) Time() string { return strconv.Itoa(t.Minutes) + " minutes" }

// Base is what the camps are taken from.
func (t topic) Base() string {
	base := strconv.Itoa(t.Scored()) + " answered"
	if t.Others > 0 {
		base += ", " + strconv.Itoa(t.Others) + " of them " + []string{"chose another", "chose neither", "chose none of these"}[len(t.Camps())-1]
	}
	if n := t.DontKnow; n > 0 {
		base += ", " + strconv.Itoa(n) + either(n, " doesn't know", " don't know")
	}
	return base
}

// Facts are why, on what, and how long.
func (t topic) Facts() string { return dotted(t.Trait(), t.Reason(), t.Base(), t.Time()) }

// A camp is an answer with the people who gave it; that which the target asks
// for may have none.
type camp struct {
	People int
	Wanted bool
	Anchor string
	per    int // people for a mark of its bar in a file
}

// Camps are the two answers that people stand for, in the order of the stages,
// and what the target asks for where that is neither of them.
func (t topic) Camps() []camp {
	q := t.asked()
	per := perDigit([]assess.Counts{t.Counts})
	at := func(rank int) camp { return camp{People: t.Ranks[rank-1], Anchor: q.Anchors[rank-1], per: per} }
	all := []camp{at(t.Low)}
	if t.High != t.Low {
		all = append(all, at(t.High))
	}
	if t.Wanted > 0 {
		wanted := at(t.Wanted)
		wanted.Wanted = true
		all = append(all, wanted)
	}
	return all
}

// length is how long all topics take.
func (s story) length() string { return strconv.Itoa(s.a.AfterTalking().Minutes()) + " minutes" }

// Nothing says why there is nothing to talk about.
func (s story) Nothing() prose {
	switch {
	case len(s.topics()) > 0:
		return ""
	case !s.room():
		return "One person answered: there is no room to talk."
	case len(s.a.Labelled(assess.Agree)) == 0:
		return "Too little was answered to say what is worth talking about."
	}
	return "The room agrees, and nothing stands below its target: nothing needs to be talked about."
}

// speaking is who speaks first. An edge of one or two people is not asked to
// begin: they would have to tell who they are.
func (s story) speaking() prose {
	var some []string
	topics := s.topics()
	for _, t := range topics {
		if t.fewAtAnEdge() {
			some = append(some, strconv.Itoa(t.Number))
		}
	}
	free := prose("Nobody has to say what they chose.")
	switch len(some) {
	case 0:
		return join("First those at the edges, junior before senior, then all others.", free)
	case len(topics):
		return join(free, "Ask what speaks for each description.")
	}
	return join(free, s.say("On %s ask what speaks for each description; elsewhere those at the edges speak first, junior before senior.", listed(some)))
}

// fewAtAnEdge is true where one or two people stand at the lowest or the highest
// stage that was chosen.
func (t topic) fewAtAnEdge() bool {
	const few = 2
	chosen := slices.DeleteFunc(slices.Clone(t.Ranks), func(n int) bool { return n == 0 })
	return len(chosen) > 1 && (chosen[0] <= few || chosen[len(chosen)-1] <= few)
}

// An agendaScreen is the agenda while it is set.
type agendaScreen struct{ screen }

// lines are the title, so many topics in full, the others, and who speaks first.
func (s agendaScreen) lines(full int) []string {
	title := "What to talk about"
	if nothing := s.Nothing(); nothing != "" {
		lines := append([]string{s.titled(title, Plain(s.a.Association))}, s.wrapped(s.LastRound(), s.Settled())...)
		lines = append(lines, "")
		return append(lines, hang("", string(nothing), s.columns())...)
	}
	topics := s.topics()
	lines := append([]string{s.titled(title, s.length(), Plain(s.a.Association))}, s.wrapped(s.LastRound(), s.Settled())...)
	for _, t := range topics[:full] {
		lines = append(append(lines, ""), s.full(t)...)
	}
	if full < len(topics) {
		lines = append(lines, "")
	}
	lines = append(lines, s.brief(topics[full:])...)
	return append(append(lines, ""), hang("", string(s.speaking()), s.columns())...)
}

// brief are topics in one line each, all with as much as all have room for.
func (s agendaScreen) brief(topics []topic) []string {
	var lines []string
	for left := 3; left > 0; left-- {
		lines = nil
		fits := true
		for _, t := range topics {
			parts := []string{s.low(nameOf(t.asked().Question)), t.Reason(), t.Time()}
			line := lead(t) + Plain(dotted(append([]string{t.Trait()}, parts[:left]...)...))
			fits = fits && ansi.StringWidth(line) <= s.columns()
			lines = append(lines, ansi.Truncate(line, s.columns(), "…"))
		}
		if fits {
			break
		}
	}
	return lines
}

// titled has its first part in bold.
func (s agendaScreen) titled(parts ...string) string {
	line := ansi.Truncate(dotted(parts...), s.columns(), "…")
	return s.bold(parts[0]) + strings.TrimPrefix(line, parts[0])
}

func lead(t topic) string { return strconv.Itoa(t.Number) + "  " }

// full is a topic with its camps.
func (s agendaScreen) full(t topic) []string {
	lines := hang(lead(t), string(t.Prompt()), s.columns())
	for i, l := range lines {
		lines[i] = s.bold(l)
	}
	for _, l := range hang("   ", Plain(t.Facts()), s.columns()) {
		lines = append(lines, s.faint(l))
	}
	camps := t.Camps()
	width, per := s.barWidth(camps)
	digits := 3
	for _, c := range camps {
		digits = max(digits, len(strconv.Itoa(c.People)))
	}
	for _, c := range camps {
		mark, people := strings.Repeat(block, marks(c.People, per)), strconv.Itoa(c.People)
		if c.Wanted {
			mark += string(boxGlyphs.target)
		}
		before := "   " + strings.Repeat(" ", digits-len(people)) + people + " " + mark + strings.Repeat(" ", width-ansi.StringWidth(mark)) + "  "
		anchor := hang(before, Plain(c.Anchor), s.columns())
		lines = append(lines, s.Options.byRune(anchor[0], map[rune]string{[]rune(block)[0]: accent, boxGlyphs.target: bold}))
		lines = append(lines, anchor[1:]...)
	}
	return lines
}

// barWidth is the longest bar of the camps, and how many people a block stands for.
func (s agendaScreen) barWidth(camps []camp) (width, per int) {
	most := 1
	for _, c := range camps {
		most = max(most, c.People)
	}
	per = max(1, marks(most, max(s.columns()/5, 5)))
	for _, c := range camps {
		width = max(width, marks(c.People, per))
		if c.Wanted {
			width = max(width, marks(c.People, per)+1)
		}
	}
	return width, per
}

// An agendaPage is what the template of the agenda asks for.
type agendaPage struct{ page }

// Topics are what to talk about.
func (p agendaPage) Topics() []topic { return p.topics() }

// Subtitle tells whose agenda it is, and how long it takes.
func (p agendaPage) Subtitle() string {
	if len(p.topics()) == 0 {
		return dotted(p.a.Association, p.a.Date.Long(), p.Who())
	}
	return dotted(p.a.Association, p.a.Date.Long(), p.Who(), p.length())
}

// AfterTalking is what a second round has left to talk about.
func (p agendaPage) AfterTalking() prose { return join(p.LastRound(), p.Settled()) }

// Speaking is who speaks first.
func (p agendaPage) Speaking() prose { return p.speaking() }

// Bar is the people of a camp, as a bar.
func (c camp) Bar() prose {
	bar := prose("**" + strconv.Itoa(c.People) + "**")
	if c.People > 0 {
		bar = code(strings.Repeat("#", marks(c.People, c.per))) + " " + bar
	}
	if c.Wanted {
		return bar + ", *the target:*"
	}
	return bar
}
