package interview

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"collab/assess/asking"
)

// handsPage counts the hands of a room: for one question, or row by row for
// what one person answers on a grid. What is typed shows beside the options at
// once, and is recorded by Enter.
type handsPage struct {
	walk  *asking.Walk
	rows  []handRow
	at    int
	entry string
	sure  string // the entry that Enter records though hands are missing
	help  help
	say   string // to the last key
}

func newHandsPage(f *filling, _ style) page {
	p := &handsPage{walk: f.walk, rows: handRows(f.walk, f.here())}
	p.at = max(slices.IndexFunc(p.rows, func(r handRow) bool { return p.walk.Counted(r.Row) == nil }), 0)
	return p
}

func (p *handsPage) people() int {
	people, _ := p.walk.InRoom()
	return people
}

func (p *handsPage) asksQuestion() bool { return p.walk.Here().Kind == asking.Question }

func (p *handsPage) press(k tea.KeyMsg) act {
	p.say = ""
	switch pressed := strings.ToLower(k.String()); pressed {
	case "enter":
		return p.enter()
	case "backspace", "delete":
		p.entry = asking.CutTo(p.entry, max(len(p.entry)-1, 0))
	case "ctrl+u":
		p.entry = ""
	case "up", "shift+tab":
		p.move(-1)
	case "down", "tab":
		p.move(+1)
	case "left", "b":
		return (*asking.Walk).Back
	case "right":
		return (*asking.Walk).Next
	case jumpKey:
		return jumpToReview
	case "esc":
		p.help = noHelp
	case "e":
		p.toggle(evidence)
	case "?":
		p.toggle(why)
	default:
		p.typed(k, pressed)
	}
	return nil
}

// typed adds what may stand in an entry: digits, blanks, commas and keys.
func (p *handsPage) typed(k tea.KeyMsg, pressed string) {
	for _, r := range pressed {
		known := strings.ContainsRune("0123456789 ,=p", r) || slices.Contains(marks(p.rows[p.at].Options), string(r))
		if (k.Type == tea.KeyRunes || k.Type == tea.KeySpace) && known && len(p.entry) < longestEntry {
			p.entry += string(r)
		}
	}
}

const longestEntry = 100

func (p *handsPage) move(by int) {
	p.at = min(max(p.at+by, 0), len(p.rows)-1)
	p.entry, p.sure = "", ""
}

func (p *handsPage) toggle(h help) {
	switch {
	case !p.asksQuestion():
	case p.help == h:
		p.help = noHelp
	default:
		p.help = h
	}
}

// enter records what was typed. Where nothing was it goes on only from what was
// counted before: like that of one person, no question is passed over unasked.
func (p *handsPage) enter() act {
	row := p.rows[p.at]
	if strings.TrimSpace(p.entry) == "" {
		if p.walk.Counted(row.Row) != nil {
			return p.onward()
		}
		p.say = say.nothingTyped(len(p.rows) > 1)
		return nil
	}
	if n, ok := parsePeople(p.entry); ok {
		return p.setPeople(n)
	}
	counts, err := parseHands(row, p.entry, p.people())
	if err == nil && p.sure != p.entry {
		if missing := p.walk.Missing(row.Row, counts); missing > 0 {
			p.sure = p.entry
			p.say = say.missingSure(missing)
			return nil
		}
	}
	if err == nil {
		err = p.walk.Count(row.Row, counts)
	}
	if err != nil {
		p.say = say.notRecorded(err)
		return nil
	}
	p.entry = ""
	p.rows = handRows(p.walk, p.walk.Here()) // the worst hurdle follows from those met
	return p.onward()
}

// onward goes to the next row, and from the last one to the next step.
func (p *handsPage) onward() act {
	if p.at+1 < len(p.rows) {
		p.move(+1)
		return stay
	}
	return (*asking.Walk).Next
}

func (p *handsPage) setPeople(n int) act {
	p.entry = ""
	if err := p.walk.SetPeople(n); err != nil {
		p.say = say.notRecorded(err)
		return nil
	}
	p.say = say.peopleNow(n)
	return stay
}

func (p *handsPage) titles() []string { return p.walk.Names(p.walk.Here()) }

func (p *handsPage) draw(b *block) {
	row := p.rows[p.at]
	if !p.asksQuestion() {
		b.reminds(p.walk.Intro(p.walk.Here()))
	}
	p.drawRows(b)
	b.text(b.head, row.Ask())
	if p.asksQuestion() {
		drawReminder(b, p.walk, p.help)
	}
	b.gap()
	p.drawOptions(b, row)
	b.gap()
	b.inView(func() { p.drawEntry(b, row) })
	drawHelp(b, p.walk, p.help)
}

// drawRows lists the rows of the page with what was counted, where it has several.
func (p *handsPage) drawRows(b *block) {
	if len(p.rows) < 2 {
		return
	}
	for i, row := range p.rows {
		point, label := "  ", b.plain
		if i == p.at {
			point, label = "› ", b.head
		}
		said := ""
		if counts := p.walk.Counted(row.Row); counts != nil {
			said = row.words(counts)
		}
		wide := max(b.width-2-lipgloss.Width(said)-2, 1)
		b.lines = append(b.lines, b.mark.Render(point)+label.Render(padded(cut(row.Name, wide), wide))+"  "+b.mark.Render(said))
	}
	b.gap()
}

// drawOptions shows the options with the hands for each: those that are being
// typed, else those that were counted.
func (p *handsPage) drawOptions(b *block, row handRow) {
	counts := p.walk.Counted(row.Row)
	if p.entry != "" {
		counts = row.preview(p.entry)
	}
	for i, o := range row.Options {
		if i > 0 && !(o.Aside && row.Options[i-1].Aside) {
			b.space()
		}
		hands := ""
		if counts != nil {
			hands = strconv.Itoa(counts[i])
		}
		lead := fmt.Sprintf("  %2s  ", o.Mark)
		cell := fmt.Sprintf("[%3s]  ", hands)
		b.hang(b.key.Render(lead)+b.mark.Render(cell), lead+cell, b.plain, o.Text())
		if p.help == evidence {
			b.signs("             ", o.Signs)
		}
	}
}

func (p *handsPage) drawEntry(b *block, row handRow) {
	people := p.people()
	state := say.people(people)
	if row.OneEach() && p.entry != "" {
		state = say.handsOf(asking.Sum(row.preview(p.entry)), people)
	}
	typed := p.entry // plain ASCII; its end is what one is typing
	if room := b.width - lipgloss.Width(state) - 12; len(typed) > room {
		typed = "…" + typed[max(len(typed)-room, 0):]
	}
	line := say.handsPrompt() + " " + b.mark.Render("› ") + typed + b.mark.Render("▏")
	b.lines = append(b.lines, padded(line, b.width-lipgloss.Width(state))+b.quiet.Render(state))
	if p.say != "" {
		b.text(b.mark, p.say)
	}
}

func (p *handsPage) hints() []hint {
	out := []hint{{say.keysOfCounts(), say.doesCounts(p.rows[p.at].example())}, {"enter", say.doesRecord()}}
	if len(p.rows) > 1 {
		out = append(out, hint{"↑ ↓", say.doesRow()})
	}
	out = append(out, hint{"←", say.doesBack()}, hint{"→", say.doesSkip()})
	if p.asksQuestion() {
		out = append(out, hint{"e", say.doesExamples()}, hint{"?", say.doesWhy()})
	}
	more := p.people() + 1 // an example, and never the number that there are
	return append(out, hint{say.keysOfPeople(more), say.doesPeople(more)}, jumpHint())
}
