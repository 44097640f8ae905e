package interview

import (
	"fmt"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"collab/assess"
)

// A Draft is a response that is being filled, and how it is kept.
type Draft struct {
	// Label tells a person which draft it is: "Draft of 14:05 by a chief executive".
	Label    string
	Response assess.Response
	// Keep makes a response safe before it returns. The first call comes as the first
	// page is left, and says which association it is, so it may make the folder; the
	// name may still change. Its error is shown to the person, who can try again.
	// Nobody finishes before it was called.
	Keep func(assess.Response) error
}

// draftsPage offers the drafts that were found, and a new start.
type draftsPage struct {
	pick   *pick
	choose func(int) // the place of the draft, or how many there are for a new one
}

func newDraftsPage(found []Draft, st style, choose func(int)) *draftsPage {
	options := append(draftOptions(found), option{key: "s", text: startAnew(found)})
	p := &draftsPage{pick: newPick(st, "", -1, options), choose: choose}
	p.pick.Focus()
	return p
}

// draftOptions offer to go on with each of the drafts.
func draftOptions(found []Draft) []option {
	var options []option
	for i, d := range found {
		done, of := New(d.Response, Start{}).Answered()
		text := fmt.Sprintf("Go on: %s, %d of %d answered", d.Label, done, of)
		options = append(options, option{key: strconv.Itoa(i + 1), text: text})
	}
	return options
}

func startAnew(found []Draft) string {
	if len(found) == 1 {
		return "Start anew. The draft is kept."
	}
	return "Start anew. The drafts are kept."
}

func (p *draftsPage) press(k tea.KeyMsg) act {
	if p.pick.press(k.String()) {
		p.choose(p.pick.taken)
	}
	return nil
}

func (p *draftsPage) titles() []string { return []string{"Welcome back"} }

func (p *draftsPage) draw(b *block) {
	b.text(b.head, draftsTitle)
	b.gap()
	p.pick.draw(b)
}

func (p *draftsPage) hints() []hint {
	return []hint{{"1-9 s ↑ ↓ enter", "choose"}}
}
