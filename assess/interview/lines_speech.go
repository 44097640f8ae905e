package interview

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// A line has at most widestLine characters, or the columns of a narrower terminal.
const (
	widestLine    = 100
	narrowestLine = 40
)

// speech writes what is said. All of it that comes at once is written at once,
// so that a screen reader reads it in one go.
type speech struct {
	out    *bufio.Writer
	width  int      // characters of a line
	echoed []string // to be said in front of what comes next
	spoke  bool
}

// newSpeech breaks lines at a width; 0 is that of no terminal.
func newSpeech(out io.Writer, width int) *speech {
	if width <= 0 {
		width = widestLine
	}
	return &speech{out: bufio.NewWriter(out), width: min(max(width, narrowestLine), widestLine)}
}

// echo says a sentence in front of the next line; forget has it not said.
func (s *speech) echo(sentence string) {
	if sentence != "" {
		s.echoed = append(s.echoed, sentence)
	}
}

func (s *speech) forget() { s.echoed = nil }

// say says a paragraph, in as many lines as it needs.
func (s *speech) say(text string) {
	text = strings.Join(append(s.echoed, text), " ")
	s.echoed, s.spoke = nil, true
	for _, line := range inLines(spoken(text), s.width) {
		_, _ = s.out.WriteString(line + "\n") // flush gives the error
	}
}

// gap parts what was said before from what comes next.
func (s *speech) gap() {
	if s.spoke {
		_ = s.out.WriteByte('\n')
	}
}

func (s *speech) flush() error { return s.out.Flush() }

// punctuation that screen readers read out as symbols, or not at all.
var punctuation = strings.NewReplacer(
	"“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'", "‚", "'",
	"–", "-", "—", "-", "‑", "-", "−", "-", "…", "...", " · ", ", ", "·", ",", "•", "-", "→", "to",
	"\u00A0", " ", "\u202F", " ", "\u2009", " ",
)

// spoken is text without control characters, with plain punctuation.
func spoken(text string) string { return Clean(punctuation.Replace(text)) }

// inLines breaks text into lines of at most so many characters, a word that is
// longer than that within the word.
func inLines(text string, width int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		if used > 0 && used+1+n > width {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		for ; n > width; n -= width {
			runes := []rune(word)
			lines, word = append(lines, string(runes[:width])), string(runes[width:])
		}
		line, used = line+word, used+n
	}
	return append(lines, line)
}

// longestLine is how many bytes of a line are looked at: no text that may be
// answered is as long.
const longestLine = 16 << 10

// errCutOff is the end of input in the middle of a line.
var errCutOff = errors.New(say.cutOff())

// readLine reads a whole line, and waits for it no longer than ctx lasts.
func readLine(ctx context.Context, in *bufio.Reader) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	type line struct {
		text string
		err  error
	}
	heard := make(chan line, 1) // so that a read that nobody awaits any more can end
	go func() {
		text, err := nextLine(in)
		heard <- line{text, err}
	}()
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case h := <-heard:
		return entry(h.text), h.err
	}
}

func nextLine(in *bufio.Reader) (string, error) {
	var text []byte
	for {
		part, err := in.ReadSlice('\n')
		if len(text) < longestLine {
			text = append(text, part...)
		}
		switch {
		case err == nil:
			return string(text), nil
		case errors.Is(err, bufio.ErrBufferFull):
		case errors.Is(err, io.EOF) && len(text) > 0:
			return "", errCutOff
		default:
			return "", err
		}
	}
}

// entry is what a line says: without the marks that arrow keys leave in it,
// or the byte order mark that some programs put before a file's first.
func entry(line string) string { return Clean(strings.TrimPrefix(ansi.Strip(line), "\uFEFF")) }
