package interview

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"collab/assess"
	"collab/assess/asking"
)

// A Draft is a response that is being filled, and how it is kept.
type Draft struct {
	// Label tells a person which draft it is: "Draft of 14:05 by a chief executive".
	Label    string
	Response assess.Response
	// Revises is true where the assessment of the response's date is asked again.
	Revises bool
	// Keep makes a response safe before it returns. The first call comes as the first
	// page is left, and says which association it is, so it may make the folder; the
	// name may still change. Its error is shown to the person, who can try again.
	// Nobody finishes before it was called. The response also holds what is not asked as
	// the other answers stand: see [asking.SetAside].
	Keep func(assess.Response) error
	// Over is told that whoever began the draft starts over with the new one, so that
	// it is not counted; nil where nothing is counted but what is finished.
	Over func()
	// Room is set where a room's hands are counted; Response names the rubric then, and
	// Keep is that of the room.
	Room *Room
}

// A Room is a show of hands that is being counted, and how it is kept.
type Room struct {
	// Tally is what was counted before, of an open round; see [assess.ParseOpenHands].
	Tally *assess.Tally
	// Keep makes a tally safe before it returns; like [Draft.Keep].
	Keep func(*assess.Tally) error
}

// walk is the one that goes on with the draft.
func (d Draft) walk(asks asking.Asks) *asking.Walk {
	if d.Room != nil {
		return asking.CountHands(d.Room.Tally, asks)
	}
	return asking.NewWalk(d.Response, asks)
}

// An offer is one thing that can be done about the drafts that were found.
type offer struct {
	asking.Option
	does  offering
	draft Draft // to go on with
}

type offering int

const (
	goOn offering = iota
	startAnew
	look
	leave
)

func newOffer(key, text string, does offering) offer {
	return offer{Option: asking.Option{Mark: key, Words: []string{text}}, does: does}
}

func options(offers []offer) []asking.Option {
	var out []asking.Option
	for _, o := range offers {
		out = append(out, o.Option)
	}
	return out
}

// offers are to go on with each of the drafts, to start anew, to look at what
// a draft holds, and to leave everything as it is.
func (o Options) offers() []offer {
	var all []offer
	add := func(text string, d Draft) {
		all = append(all, newOffer(strconv.Itoa(len(all)+1), text, goOn))
		all[len(all)-1].draft = d
	}
	for _, d := range o.Found {
		done, of := d.walk(o.known()).Answered()
		text := say.continueDraft(d.Label, done, of)
		if d.Revises {
			text = say.continueRevision(d.Label)
		}
		if d.Room != nil || d.Response.Rubric.Digest == o.New.Response.Rubric.Digest {
			add(text, d)
			continue
		}
		add(text+say.withQuestionsOf(d.Response.Rubric.Ref()), d)
		var carried assess.Carried
		d.Response, carried = assess.Carry(d.Response, o.New.Response.Rubric)
		add(say.carryOver(d.Response.Rubric.Ref(), carriedWords(carried)), d)
	}
	for _, d := range o.Found {
		if d.Over != nil {
			add(say.dropDraft(d.Label), d)
			all[len(all)-1].does = startAnew
		}
	}
	revision := slices.ContainsFunc(o.Found, func(d Draft) bool { return d.Revises })
	all = append(all, newOffer("s", say.startOver(len(o.Found), revision, o.Private), startAnew))
	if !o.Private {
		all = append(all, newOffer("l", say.lookAtDraft(len(o.Found)), look))
	}
	return append(all, newOffer("q", say.leaveDrafts(), leave))
}

// carriedWords say what another rubric makes of a draft.
func carriedWords(c assess.Carried) string {
	words := []string{say.answersStay(len(c.Kept))}
	for _, part := range []struct {
		ids []string
		say func(int) string
	}{{c.Reworded, say.reworded}, {c.Added, say.added}, {c.Removed, say.removed}} {
		if n := len(part.ids); n > 0 {
			words = append(words, part.say(n))
		}
	}
	return strings.Join(words, ", ")
}

// draftsPage offers the drafts that were found, and a new start.
type draftsPage struct {
	offers []offer
	found  int
	pick   *pick
	at     int // the draft that the cursor was on last: the one to look at
	choose func(offer)
	say    string // to the last key
}

func newDraftsPage(o Options, st style, choose func(offer)) *draftsPage {
	offers := o.offers()
	p := &draftsPage{offers: offers, found: len(o.Found), pick: newPick(st, "", -1, options(offers)), choose: choose}
	p.pick.Focus()
	return p
}

func (p *draftsPage) press(k tea.KeyMsg) act {
	before := p.pick.cursor
	took := p.pick.press(k.String())
	if i := p.pick.cursor; i >= 0 && p.offers[i].does == goOn {
		p.at = i
	}
	if p.say = ""; !took && p.pick.cursor == before {
		p.say = say.pressOneShown()
	}
	if !took {
		return nil
	}
	o := p.offers[p.pick.taken]
	if o.does == look {
		o.draft = p.offers[p.at].draft
	}
	p.choose(o)
	return nil
}

func (p *draftsPage) titles() []string { return []string{say.welcomeBack()} }

func (p *draftsPage) draw(b *block) {
	b.text(b.head, say.unfinished(p.found))
	b.gap()
	p.pick.draw(b)
	b.reply(p.say)
}

func (p *draftsPage) hints() []hint {
	return p.pick.hints(strings.Join(marks(options(p.offers)), " "))
}
