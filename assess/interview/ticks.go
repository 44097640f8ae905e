package interview

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"collab/assess/asking"
)

// ticksPage asks to tick any of several options, or so many at most, and where there is
// an item for it, to mark the worst of them.
type ticksPage struct {
	walk  *asking.Walk
	item  *asking.Item
	worst *asking.Item // may be nil
	at    int
	say   string
	asked bool // for the worst
}

func newTicksPage(f *filling, _ style) page {
	it, worst := ticksAt(f.walk, f.here())
	return &ticksPage{walk: f.walk, item: it, worst: worst}
}

func (p *ticksPage) press(k tea.KeyMsg) act {
	p.say = ""
	switch pressed := strings.ToLower(k.String()); pressed {
	case "up", "shift+tab":
		p.at = max(p.at-1, 0)
	case "down", "tab":
		p.at = min(p.at+1, len(p.item.Options)-1)
	case " ", "x":
		return p.tick(p.at)
	case "w":
		return p.markWorst()
	case "enter", "right":
		return p.leave()
	case "left", "b":
		return (*asking.Walk).Back
	case jumpKey:
		return jumpToReview
	default:
		if i := slices.Index(marks(p.item.Options), pressed); i >= 0 && p.hasKeys() {
			p.at = i
			return p.tick(i)
		}
		p.say = say.howToMark()
	}
	return nil
}

// hasKeys tells whether a key is enough to tick each option.
func (p *ticksPage) hasKeys() bool { return len(p.item.Options) < 10 }

func (p *ticksPage) on(i int) bool {
	return slices.Contains(p.walk.Ticked(p.item), p.item.Options[i].ID)
}

func (p *ticksPage) isWorst(i int) bool { return p.worst != nil && p.walk.Taken(p.worst) == i }

func (p *ticksPage) tick(i int) act {
	ids, id := slices.Clone(p.walk.Ticked(p.item)), p.item.Options[i].ID
	switch {
	case p.on(i):
		ids = slices.DeleteFunc(ids, func(other string) bool { return other == id })
		if p.isWorst(i) {
			p.walk.Clear(p.worst)
		}
	case len(ids) >= p.item.Most:
		p.say = say.atMost(p.item.Most)
		return nil
	default:
		ids = append(ids, id)
	}
	p.walk.Tick(p.item, ids)
	return stay
}

// markWorst marks the option under the cursor, which ticks it, or takes the mark away.
func (p *ticksPage) markWorst() act {
	if p.worst == nil {
		return nil
	}
	was := p.isWorst(p.at)
	if !p.on(p.at) {
		p.tick(p.at)
	}
	p.walk.Clear(p.worst)
	if !was {
		p.walk.Take(p.worst, p.at)
	}
	return stay
}

// leave goes on; where several are ticked and none is the worst it asks once.
func (p *ticksPage) leave() act {
	if p.worst != nil && !p.asked && len(p.walk.Ticked(p.item)) > 1 && p.walk.Taken(p.worst) < 0 {
		p.asked = true
		p.say = say.whichIsWorst(p.worst.Prompts[0])
		return nil
	}
	return (*asking.Walk).Next
}

func (p *ticksPage) titles() []string { return p.walk.Names(p.walk.Here()) }

func (p *ticksPage) draw(b *block) {
	b.text(b.head, p.item.Prompts[0])
	b.gap()
	for i := range p.item.Options {
		b.keep(i == p.at, func() { p.drawRow(b, i) })
	}
	b.gap()
	if p.say != "" {
		b.text(b.mark, p.say)
		return
	}
	more := p.item.Options[p.at].More
	if p.isWorst(p.at) {
		more += say.theWorst()
	}
	b.text(b.quiet, more)
}

func (p *ticksPage) drawRow(b *block, i int) {
	o, point, tick, label := p.item.Options[i], "  ", " ", b.plain
	if i == p.at {
		point, label = "› ", b.head
	}
	switch {
	case p.isWorst(i):
		tick = "w"
	case p.on(i):
		tick = "x"
	}
	key, bare := "", "  [ ] "
	if p.hasKeys() {
		key, bare = b.key.Render(o.Mark)+"  ", bare+o.Mark+"  "
	}
	b.hang(b.mark.Render(point)+"["+b.mark.Render(tick)+"] "+key, bare, label, o.Text())
}

func (p *ticksPage) hints() []hint {
	tick := "space"
	if p.hasKeys() {
		tick = fmt.Sprintf("1-%d space", len(p.item.Options))
	}
	out := []hint{{tick, say.doesMark()}, {"↑ ↓", say.doesRow()}}
	if p.worst != nil {
		out = append(out, hint{"w", say.doesWorst()})
	}
	return append(out, hint{"enter", say.doesContinue()}, hint{"←", say.doesBack()}, jumpHint())
}
