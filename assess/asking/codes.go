package asking

import (
	"fmt"
	"strings"
)

// MaxCode is how long a code may be: LimeSurvey takes no longer one.
const MaxCode = 20

// giveCodes gives each item a code of its own, which depends on the rubric alone: its
// id in letters and digits. What is too long is cut off, and numbered where that is the
// code of another item.
func giveCodes(items []*Item) {
	taken := map[string]bool{}
	for _, it := range items {
		if code := bare(it.ID); len(code) <= MaxCode && !taken[code] {
			it.Code, taken[code] = code, true
		}
	}
	for i, it := range items {
		if it.Code != "" {
			continue
		}
		code := bare(it.ID)
		code = code[:min(len(code), MaxCode)]
		if taken[code] {
			end := fmt.Sprintf("x%d", i)
			code = code[:min(len(code), MaxCode-len(end))] + end
		}
		it.Code, taken[code] = code, true
	}
}

func bare(id string) string { return strings.NewReplacer(".", "", "_", "").Replace(id) }
