package main

import (
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// typedPath is a path as it is typed at a shell: one that begins like an option is
// led in by the folder one is in.
func typedPath(path string) string {
	if strings.HasPrefix(path, "-") {
		path = "." + string(filepath.Separator) + path
	}
	return typedWord(path, runtime.GOOS)
}

// typedName is a name as it is typed at a shell, always in quotes, behind all options.
func typedName(name string) string {
	word := typedWord(name, runtime.GOOS)
	if word == name {
		word = `"` + name + `"`
	}
	if strings.HasPrefix(name, "-") {
		return "-- " + word
	}
	return word
}

// typedAgain is the command that was given, with its flags, and with some more or
// others: advice that left one out would do something else.
func typedAgain(cmd *cobra.Command, args []string, more ...string) string {
	replaced := func(flag string) bool {
		return slices.ContainsFunc(more, func(other string) bool { return strings.HasPrefix(other+" ", flag+" ") })
	}
	words := []string{cmd.CommandPath()}
	for _, arg := range args {
		words = append(words, typedPath(arg))
	}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if !replaced("--" + f.Name) {
			words = append(words, typedFlag(f)...)
		}
	})
	return strings.Join(append(words, more...), " ")
}

// typedFlag is a flag as it is typed, again for each of its values.
func typedFlag(f *pflag.Flag) []string {
	if f.Value.Type() == "bool" {
		return []string{"--" + f.Name}
	}
	values := []string{f.Value.String()}
	if several, ok := f.Value.(pflag.SliceValue); ok {
		values = several.GetSlice()
	}
	var words []string
	for _, value := range values {
		words = append(words, "--"+f.Name+" "+typedWord(value, runtime.GOOS))
	}
	return words
}

// typedWord is one word of a command as the shells of a system read it. Double
// quotes, which all of them know, do where nothing in them has a meaning; the others
// are for POSIX shells (XCU 2.2), those of Windows have none.
func typedWord(text, system string) string {
	windows := system == "windows"
	bare := func(r rune) bool {
		return unicode.In(r, unicode.L, unicode.M, unicode.N) || strings.ContainsRune("_-./:@,+", r) || windows && r == '\\'
	}
	switch {
	case text != "" && strings.IndexFunc(text, func(r rune) bool { return !bare(r) }) < 0:
		return text
	case windows:
		return `"` + strings.ReplaceAll(text, `"`, `\"`) + `"`
	case strings.ContainsAny(text, "\"$`\\!"):
		return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
	}
	return `"` + text + `"`
}
