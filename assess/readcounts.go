package assess

import (
	"slices"

	"collab/assess/disclosure"
	"collab/internal/strict"
	"collab/rubric"
)

// CountKeys are the keys of what a room said, in records and in the files of a
// show of hands.
var CountKeys = []string{
	"people", "body", "columns", "counts", "targets", "priorities", "hurdles", "aim", "facts",
}

// SecondKey is the key of a second round, in records of rooms.
const SecondKey = "second_round"

// PositionKeys are those that only the record of a group has.
var PositionKeys = []string{"named", "roles", "positions", "role_positions"}

// MaxPeople of a round, and rows of a survey table.
const MaxPeople = 10_000_000

// emptyRound is the round that a head names, before anybody is counted.
func (r *Response) emptyRound(mode Mode) *Tally {
	t := NewTally(r.Rubric, mode, r.Association, r.Date)
	t.Length, t.JointWork = r.Length, r.JointWork
	return t
}

// ReadRoom reads the published round of a room from a record whose head is given.
func ReadRoom(m strict.Mapping, head Response, mode Mode) *Published {
	p := &Published{Round: head.emptyRound(mode).Round, Positions: make([]Summary, len(head.Rubric.Dimensions))}
	c := readCounts(m, &p.Round)
	p.Second = c.second(m.Get(SecondKey))
	if mode == Group {
		readPositions(m, p)
	}
	return p
}

// readCounts reads what a room said, from the number of people to the facts.
func readCounts(m strict.Mapping, t *Round) counter {
	t.People = m.Need("people").Int(1, MaxPeople)
	if body := m.Get("body"); body.Exists() {
		t.Body = body.Int(max(t.People, 1), MaxPeople)
	}
	c := counter{body: body{t.Rubric, lexiconOf(t.Rubric), t.emptyResponse()}, round: t, earlier: keptEarlier(m.Get("positions"))}
	c.columns(m.Get("columns"))
	for _, e := range m.Need("counts").Entries() {
		c.counts(e, t.Questions, t.People)
	}
	c.targets(m.Get("targets"))
	c.priorities(m.Get("priorities"))
	c.hurdles(m.Get("hurdles"))
	c.aims(m.Get("aim"))
	c.facts(m.Get("facts"))
	t.countVoters()
	return c
}

// emptyResponse is a response to the round, which knows what the round asks.
func (t *Round) emptyResponse() *Response {
	r := NewResponse(t.Rubric)
	r.Length, r.JointWork = t.Length, t.JointWork
	return &r
}

// countVoters says how many people gave what, where the counts alone tell. Of a
// group's record it was enough people, or it would not stand there: of all, for how
// many ticked no hurdle is not kept. In a show of hands everybody gave an aim where
// any is counted, and the largest count of hurdles stands for those who ticked any;
// of the priorities it is as many as the counts take at least.
func (t *Round) countVoters() {
	for id, v := range t.Aim {
		v.People = t.People
		if t.Mode == Group {
			v.People = sumOf(v.For)
		}
		t.Aim[id] = v
	}
	if t.Mode == Group {
		t.Hurdles.People = t.People * one(len(t.Hurdles.For) > 0)
		return
	}
	t.Priorities.People = t.leastVoters()
	for _, n := range t.Hurdles.For {
		t.Hurdles.People = max(t.Hurdles.People, n)
	}
}

// leastVoters is how many people gave a priority at least, by the counts.
func (t *Round) leastVoters() int {
	least, all, each := 0, 0, max(t.Rubric.Priorities.Max, 1)
	for _, n := range t.Priorities.For {
		all += n
		least = max(least, n, (all+each-1)/each)
	}
	return least
}

// A counter reads the parts of what a room said.
type counter struct {
	body
	round   *Round
	earlier bool // the record is of a version before the first release
}

// columns are there for people; they must say what the counts mean.
func (c counter) columns(v strict.Value) {
	if !v.Exists() {
		return
	}
	want := c.words.answers
	items := v.Items()
	for i, item := range items {
		if word := item.Word(want...); word != "" && (i >= len(want) || word != want[i]) {
			item.Fault("the columns are in another order; expected %v", want)
			return
		}
	}
	if len(items) != len(want) {
		v.Fault("expected %d columns, found %d", len(want), len(items))
	}
}

func (c counter) counts(e strict.Entry, into []Counts, people int) {
	i := c.question(e)
	if i < 0 {
		return
	}
	read := Counts{Ranks: make([]int, c.rubric.K())}
	if e.Value.IsList() {
		c.row(e.Value, &read)
	} else {
		m := e.Value.Mapping("withheld", dontKnowID, doesNotApplyID)
		read.Withheld = m.Need("withheld").Int(0, disclosure.MinimumGroup-1)
		read.DontKnow = m.Need(dontKnowID).Int(0, MaxPeople)
		read.DoesNotApply = m.Need(doesNotApplyID).Int(0, MaxPeople)
	}
	if read.Answered() > people && people > 0 {
		e.Value.Fault("%d answers of %d people", read.Answered(), people)
	}
	into[i] = read
}

func (c counter) row(v strict.Value, into *Counts) {
	items := v.Items()
	if k := c.rubric.K(); len(items) != k+2 {
		v.Fault("%d counts stand here; expected %d: one a stage, %s, %s", len(items), k+2, dontKnowID, doesNotApplyID)
		return
	}
	for i := range into.Ranks {
		into.Ranks[i] = items[i].Int(0, MaxPeople)
	}
	into.DontKnow = items[len(items)-2].Int(0, MaxPeople)
	into.DoesNotApply = items[len(items)-1].Int(0, MaxPeople)
}

func (c counter) targets(v strict.Value) {
	for _, e := range v.Entries() {
		dimension := e.Key.Word(c.words.targeted...)
		if dimension == "" {
			continue
		}
		votes := c.votes(e.Value, c.words.targets)
		w := Wish{Ranks: make([]int, c.rubric.K()), TodayIsRight: votes.For[todayIsRightID]}
		for i, s := range c.rubric.Stages {
			w.Ranks[i] = votes.For[s.ID]
		}
		c.round.Targets[dimension] = w
	}
}

// priorities reads the votes for traits; of a group with how many people gave one.
func (c counter) priorities(v strict.Value) {
	if c.round.Mode != Group {
		c.round.Priorities = c.votes(v, c.words.traits)
		return
	}
	c.round.Priorities = c.votes(v, c.words.traits, votersKey)
	if !v.Exists() {
		return
	}
	most := 0
	for _, n := range c.round.Priorities.For {
		most = max(most, n)
	}
	for _, e := range v.Entries() {
		if e.Name == votersKey {
			c.round.Priorities.People = e.Value.Int(max(most, 1), max(c.round.People, 1))
		}
	}
	switch {
	case c.round.Priorities.People > 0:
	case c.earlier: // it did not keep how many gave one
		c.round.Priorities.People = c.round.leastVoters()
	default:
		v.Fault("how many people gave a priority is missing; expected a key %q", votersKey)
	}
}

// votersKey is the key of the people who gave any vote.
const votersKey = "people"

// votes reads counts of people by id, none of them more than all.
func (c counter) votes(v strict.Value, known []string, others ...string) Votes {
	votes := Votes{For: map[string]int{}}
	for _, e := range v.Entries() {
		if slices.Contains(others, e.Name) {
			continue
		}
		id := e.Key.Word(known...)
		if id == "" {
			continue
		}
		if n := e.Value.Int(0, max(c.round.People, 0)); n > 0 {
			votes.For[id] = n
		}
	}
	return votes
}

func (c counter) hurdles(v strict.Value) {
	m := v.Mapping("met", "worst")
	c.round.Hurdles = c.votes(m.Get("met"), c.words.hurdles)
	for _, e := range m.Get("worst").Entries() {
		hurdle := e.Key.Word(c.words.hurdles...)
		if hurdle == "" {
			continue
		}
		met := c.round.Hurdles.For[hurdle]
		if n := e.Value.Int(0, MaxPeople); n > met {
			e.Value.Fault("%d people marked it the worst; expected at most the %d who met it", n, met)
		} else if n > 0 {
			c.round.Worst[hurdle] = n
		}
	}
}

func (c counter) aims(v strict.Value) {
	for _, e := range v.Entries() {
		form := e.Key.Word(c.words.forms...)
		if form == "" {
			continue
		}
		if votes := c.votes(e.Value, c.words.aims); len(votes.For) > 0 {
			c.round.Aim[form] = votes
		}
	}
}

func (c counter) facts(v strict.Value) {
	for _, e := range v.Entries() {
		fact := e.Key.Word(c.words.facts...)
		if fact == "" {
			continue
		}
		if c.round.Length == Short {
			e.Key.Fault("%s is not asked in the length %s", fact, c.round.Length)
			continue
		}
		votes := c.votes(e.Value, factStates)
		c.round.Facts[fact] = Knowings{votes.For[string(Met)], votes.For[string(NotMet)], votes.For[string(FactUnknown)]}
	}
}

func (c counter) second(v strict.Value) *Second {
	if !v.Exists() {
		return nil
	}
	m := v.Mapping("people", "counts")
	second := &Second{People: m.Need("people").Int(1, MaxPeople), Questions: emptyCounts(c.rubric)}
	for _, e := range m.Need("counts").Entries() {
		c.counts(e, second.Questions, second.People)
	}
	return second
}

// readPositions reads what only a group's record has.
func readPositions(m strict.Mapping, p *Published) {
	p.Named = m.Get("named").Bool()
	p.Roles, p.RolePositions = map[string]int{}, map[string][]Summary{}
	for _, e := range m.Get("roles").Entries() {
		role := e.Key.Word(rubric.IDs(p.Rubric.Roles)...)
		if role == "" {
			continue
		}
		p.Roles[role] = e.Value.Int(disclosure.MinimumGroup, max(p.People, disclosure.MinimumGroup))
		p.RolePositions[role] = make([]Summary, len(p.Rubric.Dimensions))
	}
	if keptEarlier(m.Get("positions")) {
		readEarlier(m, p)
		return
	}
	for _, e := range m.Need("positions").Entries() {
		if i := placedDimension(e.Key, p.Rubric, e.Name); i >= 0 {
			p.Positions[i] = readSummary(e.Value, p, "n", "mean", "sd")
		}
	}
	for _, role := range m.Get("role_positions").Entries() {
		of, shown := p.RolePositions[role.Name]
		if !shown {
			role.Key.Fault("%s is not among the roles above", strict.Show(role.Name))
			continue
		}
		for _, e := range role.Value.Entries() {
			if i := placedDimension(e.Key, p.Rubric, e.Name); i >= 0 {
				of[i] = readSummary(e.Value, p, "n", "mean")
			}
		}
	}
}

// placedDimension is the place of the trait or the spectrum with an id, -1 with
// a fault where there is none.
func placedDimension(key strict.Value, r *rubric.Rubric, id string) int {
	var known []string
	for i, d := range r.Dimensions {
		if d.Kind == rubric.Benefit {
			continue
		}
		if known = append(known, d.ID); d.ID == id {
			return i
		}
	}
	key.Word(known...)
	return -1
}

// readSummary reads where people stand on a dimension; only that of all of them
// has a standard deviation.
func readSummary(v strict.Value, p *Published, keys ...string) Summary {
	m := v.Mapping(keys...)
	least := disclosure.MinimumGroup
	if slices.Contains(keys, "sd") {
		least = disclosure.MinimumPositions
	}
	kept := Summary{N: m.Need("n").Int(least, max(p.People, least))}
	kept.Mean = Position(m.Need("mean").Decimal(2, 1, p.Rubric.K()))
	if slices.Contains(keys, "sd") {
		kept.SD = Deviation(m.Need("sd").Decimal(1, 0, p.Rubric.K()-1))
	}
	return kept
}
