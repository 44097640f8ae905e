package interview

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// A tickRow can be ticked.
type tickRow struct {
	id, key, label string // the key may be empty
	more           string // shown while the cursor is on it
	on, worst      bool
}

// ticksPage asks to tick any of several rows, or so many at most, and where
// told to, to mark the worst of them.
type ticksPage struct {
	heading     []string
	prompt      string
	worstPrompt string
	most        int // 0: any number
	asksWorst   bool
	rows        []tickRow
	at          int
	say         string
	asked       bool // for the worst
	record      func(ticked []string, worst string)
}

func (p *ticksPage) press(k tea.KeyMsg) act {
	p.say = ""
	switch pressed := strings.ToLower(k.String()); pressed {
	case "up", "shift+tab":
		p.at = max(p.at-1, 0)
	case "down", "tab":
		p.at = min(p.at+1, len(p.rows)-1)
	case " ", "x":
		return p.tick(p.at)
	case "w":
		return p.markWorst()
	case "enter", "right":
		return p.leave()
	case "left", "b":
		return (*Script).Back
	default:
		for i, r := range p.rows {
			if r.key != "" && r.key == pressed {
				p.at = i
				return p.tick(i)
			}
		}
		p.say = say.howToMark()
	}
	return nil
}

func (p *ticksPage) tick(i int) act {
	row := &p.rows[i]
	if !row.on && p.most > 0 && len(p.ticked()) >= p.most {
		p.say = say.atMost(p.most)
		return nil
	}
	row.on = !row.on
	row.worst = row.worst && row.on
	return p.changed()
}

// markWorst marks the row under the cursor, which ticks it, or takes the mark away.
func (p *ticksPage) markWorst() act {
	if !p.asksWorst {
		return nil
	}
	was := p.rows[p.at].worst
	for i := range p.rows {
		p.rows[i].worst = false
	}
	p.rows[p.at].on, p.rows[p.at].worst = true, !was
	return p.changed()
}

func (p *ticksPage) changed() act {
	p.record(p.ticked(), p.worst())
	return stay
}

// leave goes on; where several are ticked and none is the worst it asks once.
func (p *ticksPage) leave() act {
	if p.asksWorst && !p.asked && len(p.ticked()) > 1 && p.worst() == "" {
		p.asked = true
		p.say = say.whichIsWorst(p.worstPrompt)
		return nil
	}
	return (*Script).Next
}

func (p *ticksPage) ticked() []string {
	var ids []string
	for _, r := range p.rows {
		if r.on {
			ids = append(ids, r.id)
		}
	}
	return ids
}

func (p *ticksPage) worst() string {
	for _, r := range p.rows {
		if r.worst {
			return r.id
		}
	}
	return ""
}

func (p *ticksPage) titles() []string { return p.heading }

func (p *ticksPage) draw(b *block) {
	b.text(b.head, p.prompt)
	b.gap()
	for i := range p.rows {
		draw := func() { p.drawRow(b, i) }
		if i == p.at {
			b.inView(draw)
			continue
		}
		draw()
	}
	b.gap()
	if p.say != "" {
		b.text(b.mark, p.say)
		return
	}
	more := p.rows[p.at].more
	if p.rows[p.at].worst {
		more += say.theWorst()
	}
	b.text(b.quiet, more)
}

func (p *ticksPage) drawRow(b *block, i int) {
	row, point, tick, label := p.rows[i], "  ", " ", b.plain
	if i == p.at {
		point, label = "› ", b.head
	}
	switch {
	case row.worst:
		tick = "w"
	case row.on:
		tick = "x"
	}
	key, bare := "", "  [ ] "
	if row.key != "" {
		key, bare = b.key.Render(row.key)+"  ", bare+row.key+"  "
	}
	b.hang(b.mark.Render(point)+"["+b.mark.Render(tick)+"] "+key, bare, label, row.label)
}

func (p *ticksPage) hints() []hint {
	tick := "space"
	if p.rows[0].key != "" {
		tick = fmt.Sprintf("1-%d space", len(p.rows))
	}
	out := []hint{{tick, say.doesMark()}, {"↑ ↓", say.doesRow()}}
	if p.asksWorst {
		out = append(out, hint{"w", say.doesWorst()})
	}
	return append(out, hint{"enter", say.doesContinue()}, hint{"←", say.doesBack()})
}
