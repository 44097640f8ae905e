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
	wanted, a := asSaid(said), newAll(r)
	var all []naming
	for _, list := range a.namings() {
		for _, n := range list {
			if wanted == n.word {
				return n.id, nil
			}
		}
		all = append(all, list...)
	}
	var begin, words []string
	for _, n := range all {
		words = append(words, n.word)
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

// namings are all words, in three lists: ids, names of several items together, and of one.
// Questions have names also as reports print them beside their dimension: "Trust ·
// reliance on others", "Reliance on others (trust)".
func (a all) namings() [3][]naming {
	var lists [3][]naming
	add := func(list int, id string, texts ...string) {
		for _, text := range texts {
			if word := asSaid(text); word != "" {
				lists[list] = append(lists[list], naming{word, id})
			}
		}
	}
	for _, it := range slices.Concat(a.questions, a.jointWork, a.targets, a.aims, a.facts, a.ticks) {
		for _, id := range append(a.groups(it), it.ID) {
			add(0, id, id)
		}
	}
	for _, d := range a.rubric.Dimensions {
		add(1, d.ID, d.Name, d.Short)
		for _, q := range d.Questions {
			_, last, _ := strings.Cut(q.ID, ".")
			add(2, q.ID, q.Name, q.Prompt, last, d.Short+" · "+q.Name, q.Name+" ("+d.Short+")")
		}
	}
	for _, f := range a.rubric.Forms {
		add(1, f.ID, f.Name, f.Short)
	}
	add(1, FormsStep, words(a.rubric).Walk.Forms)
	add(1, JointWorkStep, words(a.rubric).Walk.JointWork)
	for _, f := range a.rubric.Facts() {
		add(2, ofFact+f.ID, f.Text, f.Short, f.Step, f.ID)
	}
	for _, it := range slices.Concat(a.jointWork, a.ticks) {
		add(2, it.ID, it.Name, it.Prompts[0])
	}
	for _, it := range a.targets {
		add(2, it.ID, it.Prompts[0])
	}
	for _, h := range a.rubric.Hurdles.Items {
		add(2, HurdlesID, h.ID, h.Name, h.Sign, h.Counter)
	}
	return lists
}

// asSaid is a text as it is compared.
func asSaid(text string) string {
	text = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`).Replace(text)
	text = strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(text), " ")), ".?… ")
	return strings.TrimPrefix(text, "the ")
}
