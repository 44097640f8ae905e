package history

import (
	"errors"
	"fmt"
	"slices"

	"collab/assess"
	"collab/reports/record"
)

// Found is an assessment with the name of the version that it comes from. Where
// nothing was found it has neither.
type Found struct {
	*assess.Assessment
	Name string
}

// Latest gives of each past the latest assessment through a day, where there
// is one; a zero date sets no limit. Versions that are no assessment of the
// association are passed over and noted in [Past.Skipped].
func Latest(pasts []*Past, through func(*Past) assess.Date) []Found {
	found := make([]Found, len(pasts))
	open := make([]int, len(pasts)) // places of those that are looked for still
	for i := range pasts {
		open[i] = i
	}
	for len(open) > 0 {
		var wanted []Version
		var places []int
		for _, i := range open {
			if v, ok := pasts[i].last(through(pasts[i])); ok {
				wanted, places = append(wanted, v), append(places, i)
			}
		}
		open = open[:0]
		n := 0
		read(wanted, func(r reading) {
			i := places[n]
			n++
			if pasts[i].admits(r) {
				found[i] = Found{r.assessment, r.Name()}
				return
			}
			open = append(open, i)
		})
	}
	return found
}

// Latest is the association's latest assessment through a day; see [Latest].
func (p *Past) Latest(through assess.Date) Found {
	return Latest([]*Past{p}, func(*Past) assess.Date { return through })[0]
}

// Before is the latest assessment of an earlier date.
func (p *Past) Before(date assess.Date) Found { return p.Latest(DayBefore(date)) }

// DayBefore is the day before a date.
func DayBefore(date assess.Date) assess.Date { return assess.Date{Time: date.AddDate(0, 0, -1)} }

// last is the last version through a day.
func (p *Past) last(through assess.Date) (Version, bool) {
	for _, v := range slices.Backward(p.Versions) {
		if through.IsZero() || !v.Date.After(through.Time) {
			return v, true
		}
	}
	return Version{}, false
}

// admits tells whether a reading is an assessment of the association. What is
// not is no version any more, and is noted.
func (p *Past) admits(r reading) bool {
	err := r.err
	if err == nil || errors.Is(err, record.ErrEarlier) {
		p.settleNames(r)
		if p.isKnownAs(r.assessment.Association) {
			r.assessment.Association, r.assessment.Formerly = p.Association, p.Formerly
			return true
		}
		err = fmt.Errorf("%s: it is the record of %q, not of %q", r.Name(), r.assessment.Association, p.Association)
	}
	p.skip(err, r.repo == nil)
	p.drop(r)
	return false
}

// settleNames finds whose past it is, where that is not known yet: by the record that
// stands in the folder, else by one that was read. Git may take the record of an
// association that left for an earlier one of that which came in the same commit, and
// its dates may be later.
func (p *Past) settleNames(r reading) {
	if p.Association != "" {
		return
	}
	p.Of(r.assessment)
	if r.turn == turnOfRecord {
		return
	}
	text, err := readFile(p.Record)
	if err != nil {
		return
	}
	if name, formerly, err := record.Names(p.Record, text); err == nil {
		p.Association, p.Formerly = name, formerly
	}
}

// isKnownAs tells whether the association goes by a name, or did.
func (p *Past) isKnownAs(name string) bool {
	return name == p.Association || slices.Contains(p.Formerly, name)
}

// drop takes away a version that does not count.
func (p *Past) drop(r reading) {
	p.Versions = slices.DeleteFunc(p.Versions, func(v Version) bool { return v.same(r.Version) })
}

// mayBeCorrected tells whether a reading is of the association's record, with
// findings that do not follow: a later one of its date may have put that right.
func (p *Past) mayBeCorrected(r reading) bool {
	return errors.Is(r.err, record.ErrOtherFindings) && p.isKnownAs(r.assessment.Association)
}

// Assessments hands over the association's assessments, the earliest first and
// of each date the last that was made. What is passed over is noted in
// [Past.Skipped], unless it does not verify and a later one of its date does: that
// was corrected, and nothing is missing.
func (p *Past) Assessments(take func(*assess.Assessment)) {
	if p.Latest(assess.Date{}).Assessment == nil { // whose record it is
		return
	}
	var last *assess.Assessment
	var doubtful []reading // those of one date that may have been corrected
	note := func() {
		for _, r := range doubtful {
			p.admits(r)
		}
		doubtful = nil
	}
	read(slices.Clone(p.Versions), func(r reading) {
		if len(doubtful) > 0 && !doubtful[0].Date.Equal(r.Date.Time) {
			note()
		}
		if p.mayBeCorrected(r) {
			doubtful = append(doubtful, r)
			return
		}
		if !p.admits(r) {
			return
		}
		for _, corrected := range doubtful {
			p.drop(corrected)
		}
		doubtful = nil
		if last != nil && !last.Date.Equal(r.Date.Time) {
			take(last)
		}
		last = r.assessment
	})
	note()
	if last != nil {
		take(last)
	}
}

// Every hands over what each version says, in their order, whether or not it
// verifies and whosever it is. What cannot be read is noted in [Past.Skipped].
func (p *Past) Every(take func(Found)) {
	read(p.Versions, func(r reading) {
		if r.assessment != nil {
			take(Found{r.assessment, r.Name()})
			return
		}
		p.skip(r.err, r.repo == nil)
	})
}
