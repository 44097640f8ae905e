package survey

import (
	"strings"
	"testing"
)

func TestAListIsReadByIDsAndByTexts(t *testing.T) {
	l := newList("hurdles", []string{"money", "low_trust", "culture", "power"}, 3,
		[]string{"Money", "Low trust, or a bad history", "Culture", "Culture"},
		[]string{"Money, and who pays.", "People doubted the other's word.", "Pace, style; or language.", ""})
	for cell, want := range map[string][]int{
		"":                                   nil,
		" ; , ":                              nil,
		"money culture":                      {1, 3},
		"POWER;money":                        {4, 1},
		"Money, Low trust, or a bad history": {1, 2},
		"Money, and who pays., Pace, style; or language.;":            {1, 3},
		"money,  and WHO\u00a0pays.;people doubted the other’s word.": {1, 2},
		"Low trust, or a bad history\r\nmoney":                        {2, 1},
		"Money\u00a0; low_trust culture":                              {1, 2, 3},
	} {
		var codes codeSet
		for _, code := range want {
			codes |= 1 << code
		}
		if got, wrong := l.read([]byte(cell)); wrong != nil || got != codes {
			t.Errorf("%q: %b, want %b", cell, got, codes)
		}
	}
	for cell, want := range map[string]string{
		"Low trust":                       `"Low trust" is unknown; expected ids`,
		"money mony":                      `"mony" is unknown; did you mean money?`,
		"Money, and who pays. Mostly":     `"and who pays. Mostly" is unknown`,
		"Culture of ours, power":          `"of ours" is unknown`,
		"money;Money":                     "money stands twice",
		"money low_trust culture power":   "4 are named; expected at most 3",
		"Pace, style; or languages":       `"Pace" is unknown`,
		strings.Repeat("z", 1<<20) + ";y": `zzz"… is unknown`,
	} {
		if got, wrong := l.read([]byte(cell)); wrong == nil || !strings.Contains(wrong(), want) {
			text := "nothing"
			if wrong != nil {
				text = wrong()
			}
			t.Errorf("%.50q: %b, %s; want %s", cell, got, text, want)
		}
	}
}
