package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// slug makes a name that every file system takes from an association's:
// letters and digits of any script in lower case, the rest as single hyphens,
// in one Unicode form (NFKC), of a length that leaves room for a path.
func slug(association string) string {
	const most = 60
	var b strings.Builder
	length, gap := 0, false
	for _, r := range strings.ToLower(norm.NFKC.String(association)) {
		if !unicode.In(r, unicode.L, unicode.M, unicode.N) {
			gap = length > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			length, gap = length+1, false
		}
		if length >= most {
			break
		}
		b.WriteRune(r)
		length++
	}
	name := strings.TrimRight(norm.NFC.String(b.String()), "-")
	if name == "" || reservedOnWindows(name) {
		return strings.TrimLeft(name+"-association", "-")
	}
	return name
}

// reservedOnWindows is true of the names of devices, which no folder may have
// (learn.microsoft.com/windows/win32/fileio/naming-a-file).
func reservedOnWindows(name string) bool {
	switch name {
	case "con", "prn", "aux", "nul":
		return true
	}
	digit, isPort := strings.CutPrefix(name, "com")
	if !isPort {
		digit, isPort = strings.CutPrefix(name, "lpt")
	}
	return isPort && len([]rune(digit)) == 1 && strings.ContainsAny(digit, "0123456789¹²³")
}
