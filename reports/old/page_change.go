package reports

import (
	"slices"
	"strconv"

	"collab/assess"
	"collab/rubric"
)

// A changePage is what a template asks for to show a comparison, in a page of its
// own or in the report of the later assessment.
type changePage struct {
	sequel
	strong func(prose) prose // what stands out in a cell
}

// Since is what changed since the last time, nil where no earlier assessment is at hand.
func (p page) Since() *changePage {
	if p.since == nil {
		return nil
	}
	return &changePage{sequel{p.story, p.since}, p.strong}
}

// Association is the name.
func (p changePage) Association() string { return p.a.Association }

// Then and Now are the dates.
func (p changePage) Then() string { return p.c.Then.Date.Long() }
func (p changePage) Now() string  { return p.c.Now.Date.Long() }

// Table are the traits and the spectrum: then, now, the shift and the verdict, nil
// where there is nothing but names.
func (p changePage) Table() *table {
	t := table{columns: []column{
		left("Trait"), right("Then"), right("Now"), right("Shift"), left("95 % interval"), left("Verdict"), left("p"), right("People"),
	}}
	for _, ch := range p.c.Changes() {
		row := []prose{
			p.say("%s", short(ch.Dimension)), prose(ch.Then.String()), prose(ch.Now.String()), "", "",
			p.verdict(ch), p.say("%s", significance(ch)), p.people(ch),
		}
		if ch.HasShift {
			row[3] = prose(ch.SignedShift())
		}
		if ch.HasInterval {
			row[4] = prose(shifts(ch))
		}
		t.rows = append(t.rows, row)
	}
	if kept := t.withoutEmpty(); len(kept.columns) > 1 {
		return kept
	}
	return nil
}

// verdict is the word for it; what moved stands out. What is said of all traits is
// said above, and not in every row.
func (p changePage) verdict(ch assess.Change) prose {
	switch {
	case ch.Dimension.Kind == rubric.Spectrum && slices.Contains(p.c.Cautions, assess.CautionJointWork):
		return "different joint work"
	case ch.Why == assess.AgainstGroup || ch.Why == assess.CountedHands:
		return ""
	case ch.Verdict == "" && ch.Why != "":
		return p.say("%s", comparable(ch))
	case ch.Why == assess.FewQuestions || ch.Why == assess.OtherQuestions:
		return p.say("%s (%s)", verdicts[ch.Verdict], comparable(ch))
	case ch.OverFewer() && ch.Verdict == assess.Moved:
		return p.strong(prose(verdicts[ch.Verdict])) + p.say(" (%s)", overFewer(ch))
	case ch.OverFewer() && ch.Verdict != "":
		return p.say("%s (%s)", verdicts[ch.Verdict], overFewer(ch))
	case ch.Verdict == assess.Moved:
		return p.strong(prose(verdicts[ch.Verdict]))
	}
	return prose(verdicts[ch.Verdict])
}

// people are those whom a change rests on, where a record tells of them.
func (p changePage) people(ch assess.Change) prose {
	switch {
	case p.c.Test == assess.Linked && ch.Why == "":
		return count(ch.Pairs)
	case ch.NThen > 0 && ch.NNow > 0:
		return prose(strconv.Itoa(ch.NThen) + ", " + strconv.Itoa(ch.NNow))
	}
	return ""
}

// PeopleNote explains the column of people.
func (p changePage) PeopleNote() prose {
	switch {
	case p.c.Test == assess.Linked:
		return "People are those with a position both times."
	case p.c.Test == assess.Unlinked || p.c.Test == assess.Welch:
		return "People are those with a position, then and now."
	}
	return ""
}

// TestNote tells how the shifts were tested.
func (p changePage) TestNote() prose {
	if p.c.Tested() == 0 {
		return ""
	}
	said := tests[p.c.Test]
	if n := p.c.Drawn; n > 0 {
		said = join(said, p.say("p is from %s draws at random, the same every time.", strconv.Itoa(n)))
	}
	return join(said, p.Adjusted())
}

// tests tell how shifts are tested.
var tests = map[assess.Test]prose{
	assess.SoloRule: "",
	assess.Linked:   "The same people are linked by their codes. p is how often a shift as large comes up, up or down, when each person's difference may as well have had the other sign.",
	assess.Unlinked: "p is how often a difference as large comes up, either way, when people are dealt to the two rounds at random.",
	assess.Welch:    "Only the records are at hand. p is how often a difference as large comes up, either way, by Welch's t from the people, means and spreads that they keep.",
}

// Verdicts explain the words of the table that occur. One person's are explained by
// [changePage.TestNote].
func (p changePage) Verdicts() []headed {
	var said []headed
	for _, v := range verdictMeanings {
		if len(p.c.Judged(v.verdict)) > 0 && p.c.Test != assess.SoloRule {
			said = append(said, headed{prose(sentence(verdicts[v.verdict])), v.meaning})
		}
	}
	return said
}

// verdictMeanings are what the verdicts on a group mean.
var verdictMeanings = []struct {
	verdict assess.Outcome
	meaning prose
}{
	{assess.Moved, "The shift is a quarter of a stage or more, and its adjusted p is .05 or less."},
	{assess.Possible, "The shift is a quarter of a stage or more, and p alone is .05 or less. Among several traits that happens by chance, too, and the adjustment does not confirm it."},
	{assess.NoDetectableChange, "Less than a quarter of a stage, or no more than chance may give. It does not say that nothing changed."},
	{assess.TooFewToTell, "Too few people for a test. The figures stand as they are."},
}

// A notComparedPage are the questions that are not compared for a reason.
type notComparedPage struct{ Head, Names prose }

// Excluded are the questions that are not compared, by the reason.
func (p changePage) Excluded() []notComparedPage {
	var all []notComparedPage
	for _, e := range excluded {
		if ids := p.c.ExcludedFor(e.reason); len(ids) > 0 {
			all = append(all, notComparedPage{prose(sentence(e.words)), p.say("%s", listed(p.excludedNames(ids)))})
		}
	}
	return all
}
