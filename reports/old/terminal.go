package reports

import (
	"io"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/assess"
	"collab/rubric"
)

// Terminal draws the assessment as one screen, the picture first. Where the
// rows do not suffice the lesser things are left out: the report has them all.
func Terminal(w io.Writer, a *assess.Assessment, o Options) error {
	s := screen{story: plainStory(a), Options: o, drawn: map[int][]string{}}
	beside, details := forms, soloDetails
	if s.room() {
		beside, details = roomForms, roomDetails
	}
	p := newPicture(s.story, s.columns(), boxGlyphs, beside...)
	profile, err := p.lines()
	if err != nil {
		return err
	}
	s.profile, s.indent = profile, p.names()+gap
	var lines []string
	for _, s.detail = range details {
		if lines, err = s.lines(); err != nil || len(lines) <= o.rows() {
			break
		}
	}
	if err != nil {
		return err
	}
	return shown(w, lines)
}

// A screen is the summary while it is set.
type screen struct {
	story
	Options
	detail
	profile []string
	indent  int              // of the rails
	drawn   map[int][]string // tables of a room's counts, by how many questions they have
}

// detail is what there is room for.
type detail struct {
	whys     bool // why each action
	allForms bool // else those that one has or explores
	cutNotes bool // notes take one line each
	cutSteps int  // lines that an action takes at most; 0 where it takes all it needs
	bare     bool // no notes
	terse    bool // above the profile only what must be said
	noChange bool // not what changed since the last time
	gaps     int  // empty lines: the first before the profile, then before the actions, then before the notes

	// Of a room.
	questions int  // that are shown as counts
	talks     int  // lines on what talking changed
	noForms   bool // not even those that one has or explores
	inline    bool // the actions begin in the line that heads them
}

// soloDetails from the one that says most. What to do is the last to be cut.
var soloDetails = []detail{
	{gaps: 3, allForms: true, whys: true},
	{gaps: 3, allForms: true},
	{gaps: 3},
	{gaps: 3, cutNotes: true},
	{gaps: 2, cutNotes: true},
	{gaps: 1, cutNotes: true},
	{cutNotes: true},
	{cutNotes: true, inline: true},
	{gaps: 1, bare: true},
	{bare: true},
	{bare: true, inline: true},
	{bare: true, noChange: true, inline: true},
	{bare: true, noChange: true, inline: true, terse: true},
	{bare: true, noChange: true, inline: true, terse: true, cutSteps: 2},
	{bare: true, noChange: true, inline: true, cutSteps: 1},
	{bare: true, noChange: true, inline: true, terse: true, cutSteps: 1},
}

// lines are the parts of the screen with the empty lines between them.
func (s screen) lines() ([]string, error) {
	if s.room() {
		return s.roomLines()
	}
	all := append(s.title(), s.summary()...)
	all = append(all, s.gap(s.gaps >= 1)...)
	all = append(all, s.painted()...)
	if !s.bare {
		notes := s.notes()
		all = append(all, s.pulls()...)
		all = append(all, s.gap(s.gaps >= 3 && len(notes) > 0)...)
		all = append(all, notes...)
	}
	all = append(all, s.gap(s.gaps >= 2)...)
	return append(all, s.next()...), nil
}

// roomLines are those of a room, whose counts stand below the profile.
func (s screen) roomLines() ([]string, error) {
	counts, err := s.counts()
	all := append(s.roomTitle(), s.roomSummary()...)
	all = append(all, s.gap(s.gaps >= 1)...)
	all = append(all, s.painted()...)
	if !s.cutNotes && !s.bare {
		all = append(all, s.pulls()...)
	}
	all = append(all, s.gap(s.gaps >= 2 && len(counts) > 0)...)
	all = append(all, counts...)
	if !s.bare {
		notes := s.roomNotes()
		all = append(all, s.gap(s.gaps >= 3 && len(notes) > 0)...)
		all = append(all, notes...)
	}
	all = append(all, s.gap(s.gaps >= 2)...)
	return append(all, s.next()...), err
}

func (s screen) gap(wanted bool) []string {
	if wanted {
		return []string{""}
	}
	return nil
}

// title is one line with name, date and the first caution, or two where it
// would not fit.
func (s screen) title() []string {
	name, caution := Plain(s.a.Association), s.caution()
	for _, date := range []string{s.a.Date.Long(), s.a.Date.Format("2 Jan 2006")} {
		line := dotted(name, date, caution)
		if ansi.StringWidth(line) <= s.columns() {
			return []string{s.bold(name) + strings.TrimPrefix(line, name)}
		}
	}
	who, _, _ := strings.Cut(caution, ",")
	if line := dotted(name, who); s.terse && ansi.StringWidth(line) <= s.columns() {
		return []string{s.bold(name) + strings.TrimPrefix(line, name)}
	}
	return []string{
		s.bold(ansi.Truncate(name, s.columns(), "…")),
		ansi.Truncate(dotted(s.a.Date.Long(), caution), s.columns(), "…"),
	}
}

// caution is the one that says who answered.
func (s screen) caution() string {
	if len(s.a.Cautions) == 0 {
		return ""
	}
	return cautions[s.a.Cautions[0]]
}

// dotted joins what is not empty.
func dotted(parts ...string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, " · ")
}

func (s screen) summary() []string {
	lines := hang("", string(join(s.InOneLine(), s.Lowest())), s.columns())
	if s.terse && len(lines) > 1 {
		lines = hang("", string(s.InOneLine()), s.columns())
	}
	if headline := strings.TrimSuffix(string(s.InOneLine()), "."); strings.HasPrefix(lines[0], headline) {
		lines[0] = s.bold(headline) + strings.TrimPrefix(lines[0], headline)
	}
	if open := s.Incomplete(); open != "" {
		lines = append(lines, hang("", string(open), s.columns())...)
	}
	if s.Since != nil && !s.noChange {
		lines = append(lines, s.changed())
	}
	return lines
}

// changed is what changed since the assessment before, in one line: as much as
// there is room for of what moved, of what may have, and of the rest.
func (s screen) changed() string {
	q := sequel{s.story, s.Since}
	lead := "Since " + s.Since.Then.Date.Format("2 Jan 2006") + " · "
	for _, said := range []prose{q.Finding(), q.Notable()} {
		line := lead + string(said)
		if said != "" && ansi.StringWidth(line) <= s.columns() {
			return line
		}
	}
	return ansi.Truncate(lead+string(q.Finding()), s.columns(), "…")
}

// pulls stand below the spectrum's rail: what holds it back, what runs ahead.
func (s screen) pulls() []string {
	text := string(s.Pull())
	if s.a.Spectrum != nil && s.a.Spectrum.None {
		text = "There was no joint work, so it stands at the first stage."
	}
	return s.note("", text, s.indent)
}

// notes are the forms, and what is not known.
func (s screen) notes() []string {
	labels := s.indent // in line with the rails, unless that is far to the right
	if labels > 20 {
		labels = 10
	}
	lines := s.parted(labels)
	for _, f := range s.a.Forms {
		if s.allForms || assess.Considers(f.Aim) {
			lines = append(lines, s.note("Form", s.form(f, labels), labels)...)
		}
	}
	return append(lines, s.note("Unknown", string(s.Unknown()), labels)...)
}

// form is how ready a form is; where its note takes one line and not all has room
// there, as much as ends with a stop.
func (s screen) form(f assess.Readiness, indent int) string {
	whole := string(s.Form(f))
	if !s.cutNotes {
		return whole
	}
	briefly := verdictOn(f)
	if f.Ready == assess.NotAsked {
		briefly = s.aim(f)
	}
	for _, said := range []string{whole, string(s.formInNumbers(f)), string(s.say("%s: %s.", f.Form.Name, briefly))} {
		if ansi.StringWidth(said) <= s.columns()-indent {
			return said
		}
	}
	return whole
}

// formInNumbers is a form with how much is short and not known.
func (s screen) formInNumbers(f assess.Readiness) prose {
	said := []string{readiness[f.Ready]}
	if f.Ready == assess.NotAsked {
		said[0] = s.aim(f)
	} else if f.Aim == rubric.Have {
		said[0] = inPlace
	}
	n := outcomesOf(f)
	if short := n[assess.Lacking]; short > 0 {
		said = append(said, strconv.Itoa(short)+" short")
	}
	if unknown := n[assess.Unknown]; unknown > 0 && assess.Considers(f.Aim) {
		said = append(said, strconv.Itoa(unknown)+" not known")
	}
	return s.say("%s: %s.", f.Form.Name, strings.Join(said, ", "))
}

// parted tells where the stage is not what the picture lets expect.
func (s screen) parted(indent int) []string {
	var lines []string
	for _, p := range s.a.Placements() {
		if text := s.Parted(p); s.whys && text != "" {
			lines = append(lines, s.note("Stage", string(s.say("%s: %s", short(p.Dimension), s.low(string(text)))), indent)...)
		}
	}
	return lines
}

// note is a text behind its label, nothing where it is empty.
func (s screen) note(label, text string, indent int) []string {
	if text == "" {
		return nil
	}
	room := s.columns() - indent
	if s.cutNotes {
		text = ansi.Truncate(text, room, "…")
	}
	lines := hang("", text, room)
	for i := range lines {
		lines[i] = s.faint(label) + strings.Repeat(" ", indent-len(label)) + lines[i]
		label = ""
	}
	return lines
}

// step is what to do and about what, in fewer words where there is little room.
func (s screen) step(act assess.Action) string {
	step := string(s.Step(act))
	if first := act; act.AgreeFirst && s.inline {
		first.AgreeFirst = false
		step = "Agree on the facts first: " + s.low(string(s.Step(first)))
	}
	if act.Dimension == "" && s.inline {
		return step
	}
	return string(s.About(act)) + " · " + step
}

// next are the actions.
func (s screen) next() []string {
	if len(s.a.Actions) == 0 {
		return append([]string{s.bold("Next")}, hang("", string(s.NoActions()), s.columns())...)
	}
	if s.inline {
		return s.nextInline()
	}
	lines := []string{s.bold("Next")}
	for i, act := range s.a.Actions {
		lines = append(lines, hang(strconv.Itoa(i+1)+"  ", s.step(act), s.columns())...)
		if s.whys {
			lines = append(lines, hang("   ", string(s.Why(act)), s.columns())...)
		}
	}
	return lines
}
