package reports

import (
	"slices"
	"testing"

	"collab/assess"
	"collab/reports/reportstest"
)

// An onPage is an assessment with what there is to tell of its past.
type onPage struct {
	Name string
	Make func(t testing.TB) (*assess.Assessment, Options)
}

// everyPage are all fixtures as pages, those with a past too.
func everyPage() []onPage {
	var all []onPage
	for _, f := range slices.Concat(fixtures, rooms, pages, reportstest.HostilePages()) {
		all = append(all, onPage{f.Name, func(t testing.TB) (*assess.Assessment, Options) { return f.Make(t), Options{} }})
	}
	for _, f := range comparisons {
		all = append(all, onPage{"since_" + f.Name, func(t testing.TB) (*assess.Assessment, Options) {
			c := f.Make(t)
			return c.Now.Assessment, Options{Since: c}
		}})
	}
	for _, f := range courses {
		all = append(all, onPage{"trend_" + f.Name, func(t testing.TB) (*assess.Assessment, Options) {
			return assessed(complete(t)), Options{Series: f.Make(t)}
		}})
	}
	return all
}
