package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestFolderNamesFitEverySystem(t *testing.T) {
	for name, want := range map[string]string{
		"Northern Trails Alliance":       "northern-trails-alliance",
		"  A & B — C!  ":                 "a-b-c",
		"../../etc/passwd":               "etc-passwd",
		"..":                             "association",
		"CON":                            "con-association",
		"com1":                           "com1-association",
		"LPT¹":                           "lpt1-association", // NFKC makes a plain digit of it
		"Com":                            "com",
		"Fédération québécoise":          "fédération-québécoise",
		"Fe\u0301de\u0301ration":         "fédération", // the same, as macOS writes it
		"ＦＵＬＬ　ｗｉｄｔｈ":                     "full-width",
		"全国徒步协会":                         "全国徒步协会",
		"اتحاد الدروب":                   "اتحاد-الدروب",
		"a\u202eb\x1b[31m":               "a-b-31m",
		"NUL.txt":                        "nul-txt",
		"name. ":                         "name",
		strings.Repeat("very long ", 20): "very-long-very-long-very-long-very-long-very-long-very-long",
	} {
		if got := slug(name); got != want {
			t.Errorf("slug(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestFolderNamesAreAlwaysSafe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := slug(rapid.String().Draw(t, "name"))
		if name == "" || strings.ContainsAny(name, `/\:*?"<>|. `) || strings.Trim(name, "-") != name ||
			utf8.RuneCountInString(name) > 80 || slug(name) != name && !strings.HasSuffix(name, "-association") {
			t.Errorf("%q", name)
		}
	})
}
