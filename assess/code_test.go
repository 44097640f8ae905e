package assess

import "testing"

func TestCodesAreComparedAsPeopleReadThem(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"oak", "oak", true},
		{"oak", "Oak", true},
		{"oak", "OAK ", true},
		{"\toak", "oak\u00a0", true},
		{"caf\u00e9", "cafe\u0301", true},      // composed and not
		{"CAFE\u0301", "caf\u00e9", true},      // and in capitals
		{"stra\u00dfe", "STRASSE", true},       // full folding: one letter becomes two
		{"\ufb01r", "FIR", true},               // a ligature
		{"\uff4f\uff41\uff4b", "oak", true},    // wide letters
		{"\u03c3\u03c2", "\u03a3\u03a3", true}, // both small sigmas
		{"\u1fb3", "\u03b1\u03b9", true},       // an iota below
		{"\u212aelp", "kelp", true},            // the sign for kelvin
		{"I", "i", true},                       // of no language in particular
		{"\u0131", "i", false},                 // a letter of its own
		{"oak", "oak1", false},
		{"o ak", "oak", false},
		{"cafe", "caf\u00e9", false},
		{"", "", false},
		{" ", "", false},
	} {
		if got := SameCode(c.a, c.b); got != c.same {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
		if got := SameCode(c.b, c.a); got != c.same {
			t.Errorf("%q and %q: %v", c.b, c.a, got)
		}
	}
}

// The key of a key is that key: what was compared once may be compared again.
func FuzzCodeKey(f *testing.F) {
	for _, code := range []string{"oak", "Caf\u00e9 ", "\u1fb3\u0345", "\u0130", "\u00a8", "\xff"} {
		f.Add(code)
	}
	f.Fuzz(func(t *testing.T, code string) {
		key := CodeKey(code)
		if again := CodeKey(key); again != key {
			t.Errorf("%q has the key %q, and that has %q", code, key, again)
		}
	})
}
