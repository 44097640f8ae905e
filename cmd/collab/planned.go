package main

import (
	"errors"
	"fmt"
	"io/fs"

	"collab/assess"
	"collab/internal/strict"
	"collab/reports"
	"collab/reports/plan"
	"collab/reports/record"
)

// plan is that of the folder; nil where there is none.
func (f folder) plan() (*plan.Plan, error) {
	text, err := readFile(f.file(planFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return plan.Parse(f.file(planFile), text)
}

// planOf is the folder's plan, which must be that of an assessment's association.
func (f folder) planOf(a *assess.Assessment) (*plan.Plan, error) {
	p, err := f.plan()
	if err != nil || p == nil || a.KnownAs(p.Association) {
		return p, err
	}
	return nil, fmt.Errorf("%s is the plan of %q, not of %q", f.file(planFile), p.Association, a.Association)
}

// planOf is the same to be shown: that a plan cannot be read is told.
func (c console) planOf(f folder, a *assess.Assessment) *plan.Plan {
	p, err := f.planOf(a)
	if err != nil {
		c.complain(advise(err, "The report leaves the plan out until that is corrected."))
	}
	return p
}

// verifyPlan says that a plan can be read: it is no part of the record, and nothing
// follows from it.
func (c console) verifyPlan(path string) error {
	text, err := readFile(path)
	if err == nil {
		_, err = plan.Parse(path, text)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%s: a plan that can be read; no result depends on it\n", strict.Plain(path))
	return nil
}

// changePlan reads the plan, which begins with the steps of an assessment, changes it
// and writes it. Each change is on the disk before the next is asked for, and another
// window's, or an editor's, is not lost: it is read again every time.
func (f folder) changePlan(a *assess.Assessment, change func(*plan.Plan) error) (*plan.Plan, error) {
	unlock, alone := lockFolder(f.path)
	defer unlock()
	removeHalfWritten(f.path, alone)
	earlier, err := readIfThere(f.file(planFile))
	if err != nil {
		return nil, err
	}
	p, err := f.begunPlan(a)
	if err != nil {
		return nil, err
	}
	if err := change(p); err != nil {
		return nil, err
	}
	return p, writeLocked(f.file(planFile), p.EncodeOver(earlier), 0o644)
}

// begunPlan is the folder's plan with the steps of an assessment in it.
func (f folder) begunPlan(a *assess.Assessment) (*plan.Plan, error) {
	p, err := f.planOf(a)
	if err != nil {
		return nil, err
	}
	if p == nil {
		p = &plan.Plan{Association: a.Association}
	}
	p.Agree(a.Date, reports.StepsOf(a))
	return p, nil
}

// reportPlanned writes the report again after the plan was changed, where it is just
// what the program made: of the plan before, or of none. Else it says how.
func (c console) reportPlanned(f folder, a *assess.Assessment, text []byte, planned *plan.Plan) error {
	page, err := readIfThere(f.file(reportFile))
	if err != nil || page == nil {
		return err
	}
	before := f.since(a)
	again, err := f.readable(a, before, text)
	if err != nil || sameText(page, again) {
		return err
	}
	for _, told := range []*plan.Plan{planned, nil} {
		o := before.options()
		o.Reference, o.Plan = record.Seal(text), told
		was, err := readable(a, o)
		if err == nil && sameText(page, was) {
			return write(f.file(reportFile), again)
		}
	}
	c.complain(advise(fmt.Errorf("%s does not tell of this: it was edited, or is of an earlier plan", f.file(reportFile)),
		"To write it again: collab verify --fix %s", typedPath(f.path)))
	return nil
}
