package interview

import (
	"slices"
	"strings"

	"collab/internal/strict"
	"collab/rubric"
)

// Named is the id of the question or dimension that somebody means. They may say its
// id, or what a report prints of it: a trait's name or short name, a question's name or
// prompt. The beginning is enough where nothing else begins so. Case and blanks do not
// matter, nor the shape of quotation marks.
//
// Of several the ids come before the names of dimensions, and these before those of
// questions: "trust" is the trait, though an attribute of the joint work is called so too.
func Named(r *rubric.Rubric, said string) (string, error) {
	wanted := asSaid(said)
	var all []naming
	for _, list := range [][]naming{ids(r), namesOfDimensions(r), namesOfQuestions(r)} {
		for _, n := range list {
			if wanted == n.word {
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
	case len(begin) == 1:
		return begin[0], nil
	case len(begin) > 1 && inOneDimension(begin):
		return begin[0], nil
	case len(begin) > 1:
		return "", say.mayMean(Clean(said), begin)
	}
	var words []string
	for _, n := range all {
		words = append(words, n.word)
	}
	if near, found := strict.Nearest(wanted, words); found {
		return "", say.calledNothing(Clean(said), all[slices.Index(words, near)].id)
	}
	return "", say.calledNothing(Clean(said), "")
}

// A naming is a word for what has an id.
type naming struct{ word, id string }

func ids(r *rubric.Rubric) []naming {
	var all []naming
	for _, d := range r.Dimensions {
		all = append(all, naming{asSaid(d.ID), d.ID})
		for _, q := range d.Questions {
			all = append(all, naming{asSaid(q.ID), q.ID})
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

// namesOfQuestions has the names also as reports print them beside their dimension:
// "Trust · reliance on others", "Reliance on others (trust)".
func namesOfQuestions(r *rubric.Rubric) []naming {
	var all []naming
	for _, d := range r.Dimensions {
		for _, q := range d.Questions {
			_, last, _ := strings.Cut(q.ID, ".")
			for _, text := range []string{q.Name, q.Prompt, last, d.Short + " · " + q.Name, q.Name + " (" + d.Short + ")"} {
				all = append(all, naming{asSaid(text), q.ID})
			}
		}
	}
	return all
}

// inOneDimension tells whether the first of some ids is the dimension of all others.
func inOneDimension(ids []string) bool {
	return !slices.ContainsFunc(ids[1:], func(id string) bool { return !strings.HasPrefix(id, ids[0]+".") })
}

// asSaid is a text as it is compared.
func asSaid(text string) string {
	text = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`).Replace(text)
	return strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(text), " ")), ".?… ")
}
