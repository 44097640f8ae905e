package survey

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"collab/assess"
	"collab/internal/strict"
	"collab/rubric"
)

// noWord is the code of a cell that holds no word of a vocabulary.
const noWord = -1

// A vocabulary is what the cells of a column may say. Each meaning has a code,
// from 1 on in their order; 0 is an empty cell. Blanks around a word and the
// case of its letters do not matter; see [folded].
type vocabulary struct {
	codes    map[string]int
	meanings int
	shown    map[string]int // texts that stand for a word; see withTexts
	letters  int            // bytes of the longest word
	longest  int            // of the longest word or text
	slips    []string       // words long enough to be recognised in spite of a slip
	expected string

	// Words as they are usually written are found here without a look into the
	// map and without a branch, whatever their length.
	quick [64]knownWord
	mixer uint64 // with which no two of them share a place
}

// A quickWord is a word of up to 15 bytes as two numbers, with its length in the
// last byte.
type quickWord struct{ low, high uint64 }

type knownWord struct {
	quickWord
	code uint8
}

const longestQuick = 15

// quickMasks keep as many bytes of two numbers as a word of a length has.
var quickMasks = func() (masks [longestQuick + 1]quickWord) {
	for n := range masks {
		masks[n] = quickWord{1<<(8*min(n, 8)) - 1, 1<<(8*max(n-8, 0)) - 1}
	}
	return masks
}()

// quickOf is the word of n bytes, at most 15, at the beginning of 16 bytes.
func quickOf(text []byte, n uint32) quickWord {
	text = text[:16]
	mask := &quickMasks[n&longestQuick]
	return quickWord{
		low:  binary.LittleEndian.Uint64(text) & mask.low,
		high: binary.LittleEndian.Uint64(text[8:])&mask.high | uint64(n)<<56,
	}
}

// place is where a word is found.
func (w quickWord) place(mixer uint64) uint64 { return (w.low ^ w.high) * mixer >> 58 }

// newVocabulary knows the words of each meaning, all in lower case.
func newVocabulary(expected string, meanings ...[]string) *vocabulary {
	v := &vocabulary{codes: map[string]int{"": 0}, meanings: len(meanings), expected: expected}
	for i, words := range meanings {
		for _, w := range words {
			v.codes[w] = i + 1
			v.letters = max(v.letters, len(w))
			if len(w) > 3 {
				v.slips = append(v.slips, w)
			}
		}
	}
	v.longest = v.letters
	v.mix()
	return v
}

// mix finds a mixer with which no two words share a place. Where many tries find
// none, some words are found by the map alone.
func (v *vocabulary) mix() {
	for try := range uint64(1000) {
		v.mixer = 0x9e3779b97f4a7c15 + 2*try
		v.quick = [64]knownWord{}
		if v.fillQuick() {
			return
		}
	}
}

// fillQuick is false where two words share a place.
func (v *vocabulary) fillQuick() bool {
	filled := map[uint64]bool{}
	for word, code := range v.codes {
		if len(word) > longestQuick {
			continue
		}
		w := quickOf(append([]byte(word), make([]byte, 16)...), uint32(len(word)))
		at := w.place(v.mixer)
		if filled[at] {
			return false
		}
		filled[at] = true
		v.quick[at] = knownWord{w, uint8(code)}
	}
	return true
}

// withTexts is the vocabulary with a text for each meaning that has one: what
// people read and form tools write in place of a word. More texts than meanings
// begin again with the first meaning. A word comes before a text; a text that
// stands twice has no meaning. The text stands there twice, as it is
// and folded, for nearly all cells hold it as it is.
func (v *vocabulary) withTexts(texts ...string) *vocabulary {
	with := *v
	with.shown = map[string]int{}
	meanings := map[string]int{}
	for i, text := range texts {
		name := unstopped(folded([]byte(text)))
		if before := meanings[name]; before != 0 || name == "" {
			meanings[name] = noWord
			continue
		}
		meanings[name] = i%v.meanings + 1
		with.longest = max(with.longest, len(text))
	}
	for _, text := range texts {
		if name := unstopped(folded([]byte(text))); meanings[name] > 0 {
			with.shown[text], with.shown[name] = meanings[name], meanings[name]
		}
	}
	return &with
}

// vocabularyOf is one word a meaning.
func vocabularyOf(expected string, words []string) *vocabulary {
	var meanings [][]string
	for _, w := range words {
		meanings = append(meanings, []string{w})
	}
	return newVocabulary(expected, meanings...)
}

// unread is the code of a cell that is not a word as it is usually written.
const unread = 255

// read gives the codes of the cells of a row in some columns, with [unread] where
// [vocabulary.code] has to look. It is a loop of its own without a call, since
// nearly all of a survey goes through it.
func (v *vocabulary) read(r row, columns []column, codes []uint8) {
	for i, at := range columns {
		c := r.cells[at]
		codes[i] = unread
		if c.size > longestQuick {
			continue // or it holds quotes
		}
		w := quickOf(r.buf[c.from:c.from+16], c.size)
		if known := &v.quick[w.place(v.mixer)]; known.quickWord == w {
			codes[i] = known.code
		}
	}
}

// code is the code of what a cell says.
func (v *vocabulary) code(r row, at column) int {
	var code [1]uint8
	if v.read(r, []column{at}, code[:]); code[0] != unread {
		return int(code[0])
	}
	return v.word(r.text(at))
}

// word looks a cell up without what does not matter in it.
func (v *vocabulary) word(cell []byte) int {
	cell = bytes.TrimSpace(cell)
	if len(cell) <= v.letters {
		if code, known := v.codes[string(cell)]; known {
			return code
		}
	}
	if code, known := v.shown[string(cell)]; known {
		return code
	}
	if len(cell) > 2*v.longest { // with as many blanks more
		return noWord
	}
	name := folded(cell)
	if code, known := v.codes[name]; known {
		return code
	}
	if code, known := v.shown[unstopped(name)]; known {
		return code
	}
	return noWord
}

// folded is text without what does not matter in it: case, blanks around and
// between its words, and the quotation marks that word processors turn.
func folded(text []byte) string {
	return strings.Map(foldedRune, string(bytes.Join(bytes.Fields(text), []byte(" "))))
}

// unstopped is a sentence without the full stop that many leave out in a form.
func unstopped(folded string) string { return strings.TrimSuffix(folded, ".") }

func foldedRune(r rune) rune {
	switch r {
	case '‘', '’':
		return '\''
	case '“', '”':
		return '"'
	}
	return unicode.ToLower(r)
}

// fault says what is wrong with a cell that says nothing known.
func (v *vocabulary) fault(cell string) string {
	if near, found := strict.Nearest(strings.TrimSpace(cell), v.slips); found {
		return fmt.Sprintf("%s is unknown; did you mean %s?", strict.Show(cell), near)
	}
	return fmt.Sprintf("%s is unknown; expected %s", strict.Show(cell), v.expected)
}

// stageWords are the words for each rank: the number and the stage's id.
func stageWords(r *rubric.Rubric) [][]string {
	var words [][]string
	for i, stage := range r.Stages {
		words = append(words, []string{strconv.Itoa(i + 1), stage.ID})
	}
	return words
}

// answerWords have the ranks as their codes, then don't know and does not apply.
func answerWords(r *rubric.Rubric) *vocabulary {
	meanings := append(stageWords(r), []string{"dk", assess.DontKnow.ID(r)}, []string{"na", assess.DoesNotApply.ID(r)})
	return newVocabulary(fmt.Sprintf("1 to %d, a stage id or its description, dk, na or nothing", r.K()), meanings...)
}

// answerOfCode is the answer with a code of [answerWords].
func answerOfCode(code, k int) assess.Answer {
	switch code {
	case k + 1:
		return assess.DontKnow
	case k + 2:
		return assess.DoesNotApply
	}
	return assess.Answer(code)
}

// targetWords have the ranks as their codes, then today is right.
func targetWords(r *rubric.Rubric) *vocabulary {
	meanings := append(stageWords(r), []string{assess.TodayIsRight.ID(r)})
	return newVocabulary(fmt.Sprintf("1 to %d, a stage id or its description, %s or nothing", r.K(), assess.TodayIsRight.ID(r)), meanings...)
}

// factWords have the places of [factStates] as their codes, from 1. They are said by yes and no too, as they stand on paper.
func factWords(r *rubric.Rubric) *vocabulary {
	return newVocabulary("met, not_met, dk or nothing",
		[]string{string(assess.Met), "yes"}, []string{string(assess.NotMet), "no"}, []string{"dk", string(assess.FactUnknown)}).withTexts("", "", r.DontKnow)
}

// choiceWords have the places of choices as their codes, from 1.
func choiceWords(choices []rubric.Choice) *vocabulary {
	var names []string
	for _, c := range choices {
		names = append(names, c.Name)
	}
	return idWords(rubric.IDs(choices)).withTexts(names...)
}

// idWords have the places of ids as their codes, from 1.
func idWords(ids []string) *vocabulary {
	return vocabularyOf(enumerate(ids)+" or nothing", ids)
}

// enumerate writes ids for reading, the first ones of many.
func enumerate(ids []string) string {
	const most = 12
	if len(ids) > most {
		return fmt.Sprintf("%s … (%d in all)", strings.Join(ids[:most], ", "), len(ids))
	}
	return strings.Join(ids, ", ")
}
