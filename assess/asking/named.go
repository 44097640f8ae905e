package asking

import (
	"cmp"
	"slices"
	"strings"

	"collab/internal/strict"
	"collab/rubric"
)

// Ids of several items together, beside those of dimensions and steps.
const factsID = "facts"

// under are the items that an id names: its own, or those of a dimension, a form or all
// of a kind.
func (a all) under(id string) []*Item {
	var items []*Item
	for _, it := range a.every() {
		if it.ID == id || slices.Contains(a.groups(it), id) {
			items = append(items, it)
		}
	}
	return items
}

// groups are the ids of what an item is a part of.
func (a all) groups(it *Item) []string {
	switch {
	case it.Kind == Scale:
		return []string{a.rubric.Questions()[a.rubric.Index(it.ID)].Dimension}
	case slices.Contains(a.jointWork, it):
		return []string{JointWorkStep}
	case slices.Contains(a.targets, it):
		return []string{TargetsStep}
	case slices.Contains(a.aims, it):
		return []string{FormsStep, strings.TrimPrefix(it.ID, ofAim)}
	case slices.Contains(a.facts, it):
		return []string{factsID, cmp.Or(strings.TrimPrefix(it.When.Item, ofAim), FormsStep)}
	case it.Among != "":
		return []string{it.Among}
	}
	return nil
}

// Named is the id of what somebody means of all that is asked; [Revise] takes it. They
// may say its id, or what a report prints of it: a trait's name or short name, a question's
// name or prompt, a form, a fact, a hurdle. The beginning is enough where nothing else
// begins so. Case and blanks do not matter, nor the shape of quotation marks.
//
// Of several the ids come before the names of dimensions, and these before all others:
// "trust" is the trait, though an attribute of the joint work is called so too.
func Named(r *rubric.Rubric, said string) (string, error) {
	wanted := asSaid(said)
	a := newAll(r)
	var all []naming
	for _, list := range [][]naming{a.ids(), namesOfDimensions(r), namesOfForms(r), a.namesOfItems(), namesOfOptions(r)} {
		for _, n := range list {
			if wanted == n.word && wanted != "" {
				return n.id, nil
			}
		}
		all = append(all, list...)
	}
	var begin []string
	for _, n := range all {
		if wanted != "" && strings.HasPrefix(n.word, wanted) && !slices.Contains(begin, n.id) {
			begin = append(begin, n.id)
		}
	}
	switch {
	case len(begin) == 1, len(begin) > 1 && a.holds(begin[0], begin[1:]):
		return begin[0], nil
	case len(begin) > 1:
		return "", say.mayMean(strict.Plain(said), begin)
	}
	var words []string
	for _, n := range all {
		words = append(words, n.word)
	}
	if near, found := strict.Nearest(wanted, words); found {
		return "", say.calledNothing(strict.Plain(said), all[slices.Index(words, near)].id)
	}
	return "", say.calledNothing(strict.Plain(said), "")
}

// holds tells whether some ids are of parts of what another one names.
func (a all) holds(id string, parts []string) bool {
	group := a.under(id)
	return !slices.ContainsFunc(parts, func(part string) bool {
		return slices.ContainsFunc(a.under(part), func(it *Item) bool { return !slices.Contains(group, it) })
	})
}

// A naming is a word for what has an id.
type naming struct{ word, id string }

// ids are those that name something, groups before what is in them.
func (a all) ids() []naming {
	var all []naming
	add := func(id string) {
		if n := (naming{asSaid(id), id}); id != "" && !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	for _, it := range a.every() {
		for _, group := range a.groups(it) {
			add(group)
		}
		if it.ID != RespondentID && it.ID != CodeID && it.ID != RoleID {
			add(it.ID)
		}
	}
	return all
}

func namesOfDimensions(r *rubric.Rubric) []naming {
	var all []naming
	for _, d := range r.Dimensions {
		all = append(all, naming{asSaid(d.Name), d.ID}, naming{asSaid(d.Short), d.ID})
	}
	return all
}

// namesOfForms has those of all forms and facts together too.
func namesOfForms(r *rubric.Rubric) []naming {
	var all []naming
	for _, f := range r.Forms {
		all = append(all, naming{asSaid(f.Name), f.ID}, naming{asSaid(f.Short), f.ID})
	}
	return append(all, naming{asSaid(say.forms()), FormsStep}, naming{asSaid(say.jointWorkName()), JointWorkStep})
}

// namesOfItems has questions also as reports print them beside their dimension:
// "Trust · reliance on others", "Reliance on others (trust)".
func (a all) namesOfItems() []naming {
	var all []naming
	add := func(id string, texts ...string) {
		for _, text := range texts {
			if text != "" {
				all = append(all, naming{asSaid(text), id})
			}
		}
	}
	for _, q := range a.rubric.Questions() {
		d, _ := a.rubric.Dimension(q.Dimension)
		_, last, _ := strings.Cut(q.ID, ".")
		add(q.ID, q.Name, q.Prompt, last, d.Short+" · "+q.Name, q.Name+" ("+d.Short+")")
	}
	for _, f := range a.rubric.Facts() {
		add(ofFact+f.ID, f.Text, f.Short, f.Step, f.ID)
	}
	for _, it := range a.every() {
		if it.Kind != Scale && len(it.Prompts) > 0 && !slices.Contains(a.aims, it) && !slices.Contains(a.targets, it) && it != a.role && it != a.code {
			add(it.ID, it.Name, it.Prompts[0])
		}
	}
	for _, t := range a.rubric.Targets.Questions {
		add(ofTarget+t.Dimension, t.Prompt)
	}
	return all
}

// namesOfOptions are hurdles, which are ticked together.
func namesOfOptions(r *rubric.Rubric) []naming {
	var all []naming
	for _, h := range r.Hurdles.Items {
		for _, text := range []string{h.ID, h.Name, h.Sign, h.Counter} {
			all = append(all, naming{asSaid(text), HurdlesID})
		}
	}
	return all
}

// asSaid is a text as it is compared.
func asSaid(text string) string {
	text = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`).Replace(text)
	text = strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(text), " ")), ".?… ")
	return strings.TrimPrefix(text, "the ")
}
