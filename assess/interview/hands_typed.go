package interview

import (
	"slices"
	"strconv"
	"strings"

	"collab/assess/asking"
)

// A handRow is one thing that a room raises its hands for, as its hands are typed.
type handRow struct{ asking.Row }

// handRows are what is counted at a step, nil where one person answers.
func handRows(w *asking.Walk, t asking.Step) []handRow {
	var rows []handRow
	for _, row := range w.Rows(t) {
		rows = append(rows, handRow{row})
	}
	return rows
}

// parseHands reads the hands for a row as they are typed: "2 5 3 0 d 1"; all in
// order, "2 5 3 0 1 0"; or only those that there are, "1=2 3=5". What has a letter
// may be left out, and so may what follows once all people are counted.
func parseHands(row handRow, entry string, people int) ([]int, error) {
	counts := make([]int, len(row.Options))
	words, inOrder, named := handWords(entry), 0, false
	for i := 0; i < len(words); i++ {
		n, err := strconv.Atoi(words[i])
		of := slices.IndexFunc(row.Options, func(o asking.Option) bool { return o.Mark == words[i] })
		behind := i+1 < len(words) && words[i+1] == "="
		switch {
		case behind && of >= 0 || err != nil && of >= 0:
			if behind {
				named, i = named || err == nil, i+1
			}
			i++
			if counts[of], err = countIn(words, i); err != nil {
				return nil, say.numberAfter(row.Options[of].Mark)
			}
		case err != nil || behind:
			return nil, say.notAnAnswer(cut(words[i], 10))
		case inOrder == len(counts):
			return nil, say.tooManyCounts(len(counts))
		default:
			counts[inOrder] = n
			inOrder++
		}
	}
	needed := row.inOrder()
	if named && inOrder == 0 || len(words) > 0 && inOrder == 0 && row.numbered() == 0 {
		needed = 0
	}
	if inOrder < needed && (row.Kind == asking.Ticks || asking.Sum(counts) != people) {
		return nil, say.tooFewCounts(needed)
	}
	return counts, nil
}

func countIn(words []string, i int) (int, error) {
	if i >= len(words) {
		return 0, strconv.ErrSyntax
	}
	return strconv.Atoi(words[i])
}

// handWords parts an entry into numbers, letters and equals signs, which may
// stand together.
func handWords(entry string) []string {
	entry = strings.NewReplacer(",", " ", "=", " = ").Replace(strings.ToLower(entry))
	var spaced strings.Builder
	before := false
	for _, r := range entry {
		digit := r >= '0' && r <= '9'
		if digit != before {
			spaced.WriteByte(' ')
		}
		spaced.WriteRune(r)
		before = digit
	}
	return strings.Fields(spaced.String())
}

// parsePeople reads an entry that says how many people there are now: "p 13".
func parsePeople(entry string) (int, bool) {
	words := handWords(entry)
	if len(words) != 2 || words[0] != "p" {
		return 0, false
	}
	n, err := strconv.Atoi(words[1])
	return n, err == nil
}

// numbered is how many of the options go by a number.
func (row handRow) numbered() int {
	n := 0
	for _, o := range row.Options {
		if numberOf(o) > 0 {
			n++
		}
	}
	return n
}

// numberOf is the number that an option goes by, 0 where it has a letter.
func numberOf(o asking.Option) int {
	n, _ := strconv.Atoi(o.Mark)
	return n
}

// inOrder is how many of the options are counted by their order: those with a
// number, or where none has one, all.
func (row handRow) inOrder() int {
	if n := row.numbered(); n > 0 {
		return n
	}
	return len(row.Options)
}

// words are counts as they are typed: "2 5 3 0 d 1".
func (row handRow) words(counts []int) string {
	var out []string
	inOrder := row.inOrder()
	for i, n := range counts {
		switch {
		case i < inOrder:
			out = append(out, strconv.Itoa(n))
		case n > 0:
			out = append(out, row.Options[i].Mark+" "+strconv.Itoa(n))
		}
	}
	return strings.Join(out, " ")
}

// manyOptions are so many that one types only those that there are.
const manyOptions = 6

// preview is what an entry says so far, as far as it can be understood.
func (row handRow) preview(entry string) []int {
	for words := handWords(entry); len(words) > 0; words = words[:len(words)-1] {
		sofar := strings.Join(words, " ")
		for _, rest := range []string{"", strings.Repeat(" 0", max(row.inOrder()-len(words), 0))} {
			if counts, err := parseHands(row, sofar+rest, 0); err == nil {
				return counts
			}
		}
	}
	return make([]int, len(row.Options))
}

// example shows how counts are typed.
func (row handRow) example() string {
	n := row.inOrder()
	if n > manyOptions {
		return "1=3 4=2"
	}
	words := []string{"2", "5", "3", "0"}[:min(n, 4)]
	if n < len(row.Options) {
		words = append(words, row.Options[n].Mark, "1")
	}
	return strings.Join(words, " ")
}
