package reportstest

import (
	"fmt"
	"testing"

	"collab/assess"
)

// Courses are series of each kind that a report must not stumble over.
var Courses = []Fixture[*assess.Series]{
	{"once", func(t testing.TB) *assess.Series { return series(round(t, then, 12)) }},
	{"twice", func(t testing.TB) *assess.Series { return series(round(t, then, 12), round(t, now, 12, rises)) }},
	{"five_times", fiveTimes},
	{"twelve_times", twelveTimes},
	{"two_stages_course", func(t testing.TB) *assess.Series { return otherCourse(t, 2) }},
	{"seven_stages_course", func(t testing.TB) *assess.Series { return otherCourse(t, 7) }},
	{"hostile_course", func(t testing.TB) *assess.Series {
		c := hostileChange(t)
		return series(c.Then, c.Now)
	}},
}

func series(sides ...assess.Side) *assess.Series {
	var s assess.Series
	for _, side := range sides {
		s.Add(side.Assessment)
	}
	return &s
}

// fiveTimes is one person, then a show of hands, then rooms, the last of which has
// another rubric and says little of governance.
func fiveTimes(t testing.TB) *assess.Series {
	little := func(i int, r *assess.Response) {
		for j, q := range r.Rubric.Questions() {
			if q.Dimension == "governance" && i > 2 {
				r.Answers[j] = assess.DontKnow
			}
		}
	}
	return series(
		Alone(t, "2022-03-04"),
		asHands(round(t, "2023-03-10", 9)),
		round(t, "2024-04-02", 12),
		round(t, "2025-11-03", 12, rises),
		round(t, now, 9, rises, inRubric(rewordedRubric(t)), little),
	)
}

// twelveTimes is a room that rises slowly, falls back once, and rises again.
func twelveTimes(t testing.TB) *assess.Series {
	var sides []assess.Side
	for year := range 12 {
		drift := func(i int, r *assess.Response) {
			for q := range r.Answers {
				if (i+q)%12 < year && year != 6 {
					by(r, 1, r.Rubric.Questions()[q].ID)
				}
			}
		}
		sides = append(sides, round(t, fmt.Sprintf("%d-05-%02d", 2015+year, 3+year), 12, drift))
	}
	return series(sides...)
}

// otherCourse is a small rubric with k stages, answered three times by one person.
func otherCourse(t testing.TB, k int) *assess.Series {
	var s assess.Series
	for year := range 3 {
		r := Other(t, k, "en")
		d, err := assess.ParseDate(fmt.Sprintf("%d-01-31", 2024+year))
		if err != nil {
			t.Fatal(err)
		}
		r.Date = d
		for i := range r.Answers {
			r.Answers[i] = assess.Answer(min(1+year*(k-1)/2, k))
		}
		s.Add(Assessed(r))
	}
	return &s
}

// Portfolios are those that a report must not stumble over.
var Portfolios = []Fixture[*assess.Portfolio]{
	{"none", func(testing.TB) *assess.Portfolio { return assess.NewPortfolio(nil, assess.ByName) }},
	{"one", func(t testing.TB) *assess.Portfolio {
		return assess.NewPortfolio([]assess.Member{Member(t, "alliance", "Northern Trails Alliance", round(t, now, 12))}, assess.ByName)
	}},
	{"seven", Seven},
}

// Member is an association with its assessments, the latest last.
func Member(t testing.TB, folder, name string, sides ...assess.Side) assess.Member {
	t.Helper()
	for _, s := range sides {
		s.Association = name
	}
	latest := sides[len(sides)-1].Assessment
	if len(sides) == 1 {
		return assess.NewMember(folder, 1, nil, latest)
	}
	return assess.NewMember(folder, len(sides), sides[len(sides)-2].Assessment, latest)
}

// Seven are associations of all kinds, one of them with another rubric.
func Seven(t testing.TB) *assess.Portfolio {
	small := Assessed(Other(t, 7, "en"))
	low := func(i int, r *assess.Response) { by(r, -1, "trust.reliance", "governance.roles", "values.goals") }
	return assess.NewPortfolio([]assess.Member{
		Member(t, "clients/northern-trails-alliance", "Northern Trails Alliance", round(t, then, 12), sideWith(t, 15, said(t, now, 12, rises))),
		Member(t, "clients/lakes", "Lakes Guild", Alone(t, then)),
		Member(t, "clients/harbour", "Harbour Pilots", round(t, "2025-05-01", 7), round(t, "2026-05-02", 9, low)),
		Member(t, "clients/hands", "Federation of Regional Mountaineering and Climbing Associations", round(t, "2024-05-01", 7), asHands(round(t, "2025-05-02", 9))),
		Member(t, "clients/valley", "Valley Guild", round(t, "2025-02-01", 7), round(t, "2026-02-02", 9, rises)),
		Member(t, "clients/=1+1", Hostile(t).Association, Alone(t, now, rises)),
		Member(t, "clients/alpine", small.Association, assess.Side{Assessment: small}),
	}, assess.ByDate)
}
