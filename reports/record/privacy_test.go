package record

import (
	"bytes"
	"io"
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"collab/assess"
	reports "collab/reports/old"
	figures "collab/reports/table"
	"collab/rubric"
)

// What the attacker of these tests has and does.
//
// The attacker has the record of a closed round, or two records that the program
// accepted beside each other, and every report of them; and knows who
// was in the room, and everybody's role. A report tells no more than its record:
// that is shown first, byte by byte, so that only records need to be looked at.
//
// A record is tables that count people: a question's answers; the positions on a
// trait, of all and of each role that is shown; targets, votes, aims and facts. The
// attacker adds and subtracts whole tables, in all combinations of -1, 0 and 1, of
// one record or of both. Where what is left is the table of a group of one to four
// people, these are told apart from the rest, and the test fails. Where tables of
// two records differ because people changed, and one to four people explain all
// differences of the room or of a role, these are told apart too.
//
// That a cell of a table holds one person tells nobody apart: it is not known who
// that is, and not what else they said. What does not count as told is how many
// people gave a table no answer.

// A member is one person of a made-up room.
type member struct {
	role    string
	answers []assess.Answer
	more    uint64 // seeds what else they said, or did not
}

func drawMember(t *rapid.T) member {
	m := member{role: rapid.SampledFrom([]string{"", "board", "staff", "ceo"}).Draw(t, "role")}
	m.more = rapid.Uint64().Draw(t, "more")
	silent := rapid.IntRange(0, 9).Draw(t, "silent") // of ten answers
	seed := m.more
	for range rubric.Default().Questions() {
		seed = seed*6364136223846793005 + 1442695040888963407
		switch n := int(seed >> 33 % 40); {
		case n/4 < silent:
			m.answers = append(m.answers, assess.Answer(-n%3)) // unanswered, not known, not applicable
		default:
			m.answers = append(m.answers, assess.Answer(1+n%4))
		}
	}
	return m
}

func drawMembers(t *rapid.T, least, most int) []member {
	var all []member
	for range rapid.IntRange(least, most).Draw(t, "people") {
		all = append(all, drawMember(t))
	}
	return all
}

// response is what a member says.
func (m member) response(association string, date assess.Date) assess.Response {
	r := assess.NewResponse(rubric.Default())
	r.Association, r.Date, r.Role = association, date, m.role
	copy(r.Answers, m.answers)
	if m.more&1 > 0 {
		r.Priorities = []string{[]string{"values", "trust"}[m.more>>1&1]}
	}
	if m.more&4 > 0 {
		r.Hurdles = []string{[]string{"turf", "inertia"}[m.more>>3&1]}
		r.Worst = r.Hurdles[0]
	}
	if m.more&16 > 0 {
		r.Aim["shared_services"] = []string{rubric.Have, rubric.Exploring}[m.more>>5&1]
	}
	if m.more&64 > 0 {
		r.Facts["says_so"] = []assess.Fact{assess.Met, assess.FactUnknown}[m.more>>7&1]
	}
	if m.more&256 > 0 {
		r.Targets["trust"] = assess.Target(1 + m.more>>9&3)
	}
	return r
}

// closed is the round of members, closed as the program does.
func closed(t *rapid.T, people []member) *assess.Tally {
	date, _ := assess.ParseDate("2026-11-23")
	round := assess.NewTally(rubric.Default(), assess.Group, "Lakes Guild", date)
	for _, m := range people {
		if err := round.Add(m.response(round.Association, date)); err != nil {
			t.Fatal(err)
		}
	}
	round.Close()
	return round
}

var everyReport = map[string]func(io.Writer, *assess.Assessment, reports.Options) error{
	"terminal":        reports.Terminal,
	"lines":           reports.Lines,
	"markdown":        reports.Markdown,
	"agenda":          reports.Agenda,
	"agenda markdown": reports.AgendaMarkdown,
	"json":            func(w io.Writer, a *assess.Assessment, _ reports.Options) error { return figures.JSON(w, a) },
	"csv":             func(w io.Writer, a *assess.Assessment, _ reports.Options) error { return figures.CSV(w, a) },
}

func TestReportsTellNoMoreThanTheRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := drawMembers(t, 5, 20)
		round := closed(t, people)
		if rapid.Bool().Draw(t, "second round") {
			second := closed(t, drawMembers(t, len(people), len(people)))
			if err := round.AddSecond(second); err != nil {
				t.Skip(err)
			}
		}
		here := assess.Assess(round)
		tally, err := Read("assessment.yaml", Encode(here), rubric.Released)
		if err != nil {
			t.Fatal(err)
		}
		there := assess.Assess(tally)
		for name, report := range everyReport {
			var a, b bytes.Buffer
			o := reports.Options{Width: 100, Rows: 1000}
			if err := report(&a, here, o); err != nil {
				t.Fatal(err)
			}
			if err := report(&b, there, o); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(a.Bytes(), b.Bytes()) {
				t.Fatalf("%s:\n%s\nfrom the record:\n%s", name, a.String(), b.String())
			}
		}
	})
}

// A table is how many people of each kind it counts. The kinds are the attacker's:
// people of one role who came, left, or stayed.
type table []int

// leak is the size of a group of one to four people that some combination of
// tables leaves, 0 where there is none.
func leak(tables []table) int {
	if len(tables) == 0 {
		return 0
	}
	return leakOf(tables, make(table, len(tables[0])))
}

// leakOf adds each table to a sum not at all, once, or minus once.
func leakOf(tables []table, sum table) int {
	if len(tables) == 0 {
		return few(sum)
	}
	for _, times := range []int{0, 1, -2} { // on what was added before
		for kind, n := range tables[0] {
			sum[kind] += times * n
		}
		if n := leakOf(tables[1:], sum); n > 0 {
			return n
		}
	}
	for kind, n := range tables[0] {
		sum[kind] += n
	}
	return 0
}

// few is how many people a group has where all are counted once and they are one
// to four; else 0.
func few(group table) int {
	n := 0
	for _, people := range group {
		if people < 0 {
			return 0
		}
		n += people
	}
	if n >= 5 {
		return 0
	}
	return n
}

// A kind of people: who has a role, and was there in the first round already.
type kind struct {
	role  string
	added bool
}

// kindsOf are those of a room whose last people were added.
func kindsOf(people []member, added int) []kind {
	var kinds []kind
	for i, m := range people {
		role := m.role
		if role == "" {
			role = rubric.OtherRole
		}
		kinds = append(kinds, kind{role, i >= len(people)-added})
	}
	return kinds
}

// sizeTables are the tables of who was there, or has a position on a trait: of all
// and of the roles that are shown. In says who is counted.
func sizeTables(kinds []kind, in func(person int) bool, shown func(role string) bool) []table {
	all := allKinds()
	of := func(is func(kind) bool) table {
		counts := make(table, len(all))
		for i, k := range kinds {
			if in(i) && is(k) {
				counts[slices.Index(all, k)]++
			}
		}
		return counts
	}
	tables := []table{of(func(kind) bool { return true })}
	for _, role := range []string{"board", "staff", "ceo", rubric.OtherRole} {
		if shown(role) {
			tables = append(tables, of(func(k kind) bool { return k.role == role }))
		}
	}
	return tables
}

func allKinds() []kind {
	var all []kind
	for _, role := range []string{"board", "staff", "ceo", rubric.OtherRole} {
		all = append(all, kind{role, false}, kind{role, true})
	}
	return all
}

// tablesOf are the tables of a round by what they are about: who was there, and
// the positions on each trait. People is how many of the kinds the round has.
func tablesOf(round *assess.Tally, people []member, kinds []kind, count int) map[string][]table {
	all := map[string][]table{"people": sizeTables(kinds, func(i int) bool { return i < count }, func(role string) bool { return round.Roles[role] > 0 })}
	for i, d := range round.Rubric.Dimensions {
		if d.Kind == rubric.Benefit || len(round.Positions[i]) == 0 {
			continue
		}
		placed := func(person int) bool { return person < count && hasPosition(people[person], d) }
		all[d.ID] = sizeTables(kinds, placed, func(role string) bool {
			return round.RolePositions[role] != nil && len(round.RolePositions[role][i]) > 0
		})
	}
	return all
}

// hasPosition tells whether a member alone has a position on a dimension.
func hasPosition(m member, d *rubric.Dimension) bool {
	date, _ := assess.ParseDate("2026-11-23")
	a := assess.Assess(assess.One(m.response("Lakes Guild", date)))
	p, _ := a.Placement(d.ID)
	return p.Position > 0
}

func TestNobodyIsToldApartWithinARecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := drawMembers(t, 5, 24)
		round, err := Read("assessment.yaml", Encode(assess.Assess(closed(t, people))), rubric.Released)
		if err != nil {
			t.Fatal(err)
		}
		for about, tables := range tablesOf(round, people, kindsOf(people, 0), len(people)) {
			if n := leak(tables); n > 0 {
				t.Fatalf("%d people are told apart by %s", n, about)
			}
		}
		for id, n := range counted(round) {
			if n > 0 && n < 5 {
				t.Fatalf("%s is told of %d people", id, n)
			}
		}
	})
}

// counted are the people behind each table that is no position.
func counted(round *assess.Tally) map[string]int {
	people := map[string]int{}
	for i, q := range round.Rubric.Questions() {
		for _, n := range round.Questions[i].Ranks {
			people[q.ID] += n
		}
	}
	for id, w := range round.Targets {
		people["target "+id] = w.People()
	}
	for id, k := range round.Facts {
		people["fact "+id] = k.Known()
	}
	for id, v := range round.Aim {
		people["aim "+id] = v.People
	}
	for id, votes := range map[string]assess.Votes{"priorities": round.Priorities, "hurdles": round.Hurdles} {
		for _, n := range votes.For {
			people[id] += n
		}
	}
	return people
}

func TestNobodyIsToldApartByTwoRecords(t *testing.T) {
	accepted := 0
	rapid.Check(t, func(t *rapid.T) {
		before := drawMembers(t, 5, 16)
		added := drawMembers(t, 0, 12)
		people := slices.Concat(before, added)
		first, second := closed(t, before), closed(t, people)
		if rapid.Bool().Draw(t, "a year later") { // all answer as they did
			second.Date = assess.Date{Time: first.Date.AddDate(1, 0, 0)}
		}
		if assess.TellsApart(first, second) != assess.TellsApart(second, first) {
			t.Fatal("the order of records matters")
		}
		if assess.TellsApart(first, second) {
			return
		}
		accepted++
		kinds := kindsOf(people, len(added))
		now := tablesOf(second, people, kinds, len(people))
		for about, then := range tablesOf(first, people, kinds, len(before)) {
			if n := leak(slices.Concat(then, now[about])); n > 0 {
				t.Fatalf("%d people are told apart by %s", n, about)
			}
		}
	})
	if accepted == 0 {
		t.Error("no two records were accepted: nothing was looked at")
	}
}

// TestFewWhoChangedAreToldApart has one to four people answer otherwise, leave for
// others, or take another role: none of it may stand beside the earlier record.
func TestFewWhoChangedAreToldApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := drawMembers(t, 6, 16)
		after := slices.Clone(people)
		for range rapid.IntRange(1, 4).Draw(t, "changed") {
			i := rapid.IntRange(0, len(people)-1).Draw(t, "who")
			if rapid.Bool().Draw(t, "only the role") {
				after[i].role = rapid.SampledFrom([]string{"", "board", "staff", "ceo"}).Draw(t, "role")
				continue
			}
			after[i] = drawMember(t)
		}
		first, second := closed(t, people), closed(t, after)
		if table := otherwise(first, second); table != "" && !assess.TellsApart(first, second) {
			t.Fatalf("%s differs by few people and is accepted:\n%s\n%s", table, Encode(assess.Assess(first)), Encode(assess.Assess(second)))
		}
	})
}

// otherwise is a table that two rounds both tell, and not alike.
func otherwise(a, b *assess.Tally) string {
	for i, q := range a.Rubric.Questions() {
		x, y := a.Questions[i], b.Questions[i]
		if x.Withheld+y.Withheld == 0 && !reflect.DeepEqual(x, y) {
			return q.ID
		}
	}
	for role, n := range a.Roles {
		if m := b.Roles[role]; m > 0 && n != m {
			return role
		}
	}
	for i, d := range a.Rubric.Dimensions {
		if x, y := a.Positions[i], b.Positions[i]; len(x) > 0 && len(y) > 0 && !maps.Equal(x, y) {
			return d.ID
		}
		for role, of := range a.RolePositions {
			if there := b.RolePositions[role]; there != nil && len(of[i]) > 0 && len(there[i]) > 0 && !maps.Equal(of[i], there[i]) {
				return d.ID + " of " + role
			}
		}
	}
	return ""
}
