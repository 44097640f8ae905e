package reports

// readiness is how ready the forms of working together are.
func (r *report) readiness() {
	if !r.FormsAsked() {
		return
	}
	r.section("readiness")
	r.draw("readiness")
	for _, f := range r.Forms() {
		r.heading(2, r.say("%s: %s", f.Name(), f.Verdict()))
		r.text(r.say("%s", f.Form().Meaning), r.say("%s", f.Aim()), f.Gist())
		r.table("What it needs: "+Plain(f.Name()), f.Conditions())
		for _, fact := range f.Facts() {
			outcome := fact.Outcome + ":"
			if !fact.Met {
				outcome = strongly(outcome)
			}
			r.doc.Item(set(outcome, fact.Text))
		}
		r.text(f.FactsNotAsked())
		r.text(f.FirstStep())
	}
}

// steps are the actions in full.
func (r *report) steps() {
	actions := r.Actions()
	if len(actions) == 0 {
		return
	}
	r.section("steps")
	for _, a := range actions {
		r.heading(2, r.say("%d. %s", a.Number, a.Title()))
		r.doc.Lead(set(a.Step()))
		for _, detail := range a.Details() {
			r.doc.Item(set(detail.told()))
		}
	}
}

// obstacles are the hurdles that were met.
func (r *report) obstacles() {
	hurdles := r.Hurdles()
	if len(hurdles) == 0 {
		return
	}
	r.section("hurdles")
	for _, h := range hurdles {
		name := strongly(h.Name)
		if h.Weight != "" {
			name += " (" + h.Weight + ")"
		}
		r.doc.Item(set(name+".", h.Sign, strongly("Counter-move:"), h.Counter))
	}
}

// unknown are the questions that nobody knows the answer to.
func (r *report) unknown() {
	unknowns := r.Unknowns()
	if len(unknowns) == 0 {
		return
	}
	r.section("unknown")
	for _, n := range unknowns {
		line := n.told()
		if n.Count != "" {
			line += ", " + n.Count
		}
		if n.Look != "" {
			line += ": look at " + n.Look
		}
		r.doc.Item(set(line))
	}
}

// examples are the answers to ask for one.
func (r *report) examples() {
	unproven := r.Unproven()
	if len(unproven) == 0 {
		return
	}
	r.section("examples")
	r.doc.Lead(set(r.UnprovenNote()))
	for _, n := range unproven {
		r.doc.Item(set(n.told()))
	}
}

func (r *report) notes() {
	notes := r.Notes()
	if len(notes) == 0 {
		return
	}
	r.section("notes")
	for _, n := range notes {
		r.doc.Item(set(n.told()+":", n.Note))
	}
}

// limits are how the figures are made, what they cannot bear, and the seal.
func (r *report) limits() {
	r.section("method")
	for _, l := range r.Method() {
		r.doc.Item(set(l.told()))
	}
	said := r.say("%s, %s.", r.Rubric().Name, r.Rubric().Version)
	if r.Seal != "" {
		said = join(said, r.say("Seal of the record: %s.", r.Seal))
	}
	r.text(said)
}
