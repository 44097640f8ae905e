package asking

import (
	"strings"
	"testing"

	"collab/rubric"
)

func TestWhatAReportPrintsNamesWhatIsMeant(t *testing.T) {
	r := rubric.Default()
	for said, want := range map[string]string{
		"trust.reliance":             "trust.reliance",
		"Trust.Reliance":             "trust.reliance",
		"trust":                      "trust",
		"Trust":                      "trust",
		"Mutual trust and respect":   "trust",
		"mutual  trust":              "trust",
		"values.g":                   "values.goals",
		"reliance":                   "trust.reliance",
		"Goals that fit together":    "values.goals",
		"goals that fit":             "values.goals",
		"How do the goals of groups": "values.goals",
		"How do the goals of groups inside the association fit together?": "values.goals",
		"Trust · reliance on others":                                      "trust.reliance",
		"Reliance on others (trust)":                                      "trust.reliance",
		"Spectrum · joint planning":                                       "spectrum.planning",
		"spectrum.trust":                                                  "spectrum.trust",
		"stakeh":                                                          "stakeholders",

		// What reports print of all that is asked beside the questions.
		"target.trust":                           "target.trust",
		"targets":                                "targets",
		"priorities":                             "priorities",
		"Hurdles":                                "hurdles",
		"No time or staff":                       "hurdles",
		"Fear of losing control":                 "hurdles",
		"The worst hurdle":                       "hurdle_worst",
		"worst hurdle":                           "hurdle_worst",
		"worst":                                  "hurdle_worst",
		"shared services":                        "shared_services",
		"Strategic partnership":                  "strategic_partnership",
		"Strategic partnership or consortium":    "strategic_partnership",
		"aim.shared_services":                    "aim.shared_services",
		"facts":                                  "facts",
		"Both boards have approved exploring it": "fact.strategic_partnership.boards_agree",
		"approval by both boards":                "fact.strategic_partnership.boards_agree",
		"Ask both boards to approve exploring the partnership.":              "fact.strategic_partnership.boards_agree",
		"Closer collaboration is a written objective in our strategic plan.": "fact.says_so",
		"joint work":             "joint_work",
		"joint_scope":            "joint_scope",
		"forms of collaboration": "forms",
	} {
		if got, err := Named(r, said); got != want || err != nil {
			t.Errorf("%q: %q, %v; want %s", said, got, err, want)
		}
	}
	// Every id, name and prompt is found, and means itself.
	for _, d := range r.Dimensions {
		for _, said := range []string{d.ID, d.Name, d.Short} {
			if got, err := Named(r, said); got != d.ID {
				t.Errorf("%q: %q, %v", said, got, err)
			}
		}
		for _, q := range d.Questions {
			for _, said := range []string{q.ID, q.Prompt, strings.ToUpper(q.Prompt)} {
				if got, err := Named(r, said); got != q.ID {
					t.Errorf("%q: %q, %v", said, got, err)
				}
			}
		}
	}
}

func TestWhatIsNotMeantIsSaid(t *testing.T) {
	r := rubric.Default()
	for said, want := range map[string]string{
		"trust.relaince": "did you mean trust.reliance?",
		"Trsut":          "did you mean trust?",
		"hurdels":        "did you mean hurdles?",
		"priorites":      "did you mean priorities?",
		"How":            "may mean values.goals, values.decisions",
		"":               `nothing that is asked is called ""`,
		"nothing of it":  `nothing that is asked is called "nothing of it"`,
		"\x1b[2J":        `is called "[2J"`,
	} {
		if got, err := Named(r, said); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %q, %v; want %s", said, got, err, want)
		}
	}
}
