package phone

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"
	"math/bits"
	"slices"
	"strings"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

// letters are what a code is written in, 0 to 28: no 0 and O, no 1, I and L, and no 2 and
// 5 either, which a hand writes like Z and S. Their number is a prime, which the check
// needs.
const letters = "346789ABCDEFGHJKMNPQRSTUVWXYZ"

const (
	base      = len(letters)
	groupSize = 5
	markSize  = 2 // letters
	checkSize = 2 // groups
	maxGroups = base - 1
)

// ErrTooLong is the error of a rubric whose answers no code can hold.
var ErrTooLong = errors.New("its answers make a code that is too long to be read out")

// A shape is what a browser must know, beside the items, to write a code.
type shape struct {
	Letters string `json:"letters"`
	Mark    string `json:"mark"`
	Groups  int    `json:"groups"`
}

// A coder writes and reads the codes of a round. A code is, in this order,
//
//   - the mark of rubric, length and round, two letters: the same in all codes of a round;
//   - the answers as one number in base 29, the lowest digit first, filled up to whole
//     groups; to the letter in place i, from 0, i² is added modulo 29, so that much that is
//     unanswered does not make groups alike;
//   - two groups of check letters; see check.go.
//
// The number is made in mixed radix, the first item in its lowest digit: n = d1 + r1(d2 +
// r2(d3 + …)). An item of which one option is chosen has the radix options + 1 and the
// digit 0 where it is unanswered, else the place of the option from 1; the worst of those
// ticked counts their options alone. An item of which up to m of n options may be
// ticked has as many digits as there are such sets, in the order of the numbers that have
// bit i set for option i. What is not asked as the answers before it stand has none, and
// nor has text.
//
// Of the default rubric in full: 41 questions of 7 answers, 7 targets of 6, the role of 8,
// at most two of six priorities (22), fourteen hurdles (2^14) and the worst (15), a fact
// (4), three aims (4) with three facts each (4^3). Together up to 184.57 bits, in 38 letters
// of 4.858 bits, which hold 184.60; with mark and check ten groups.
type coder struct {
	shape
	round asking.Round
	items []*asking.Item // that have a digit
}

func newCoder(round asking.Round) (*coder, error) {
	c := &coder{round: round}
	for _, s := range asking.Sections(round) {
		for _, it := range s.Items {
			if it.Kind != asking.Text {
				c.items = append(c.items, it)
			}
		}
	}
	most := big.NewInt(1)
	for _, it := range c.items {
		most.Mul(most, radix(it, len(it.Options)))
	}
	size := markSize
	for room := big.NewInt(1); room.Cmp(most) < 0; size++ {
		room.Mul(room, big.NewInt(int64(base)))
	}
	groups := (size+groupSize-1)/groupSize + checkSize
	if groups > maxGroups {
		return nil, ErrTooLong
	}
	c.shape = shape{letters, c.mark(), groups}
	return c, nil
}

// mark is that of rubric, length and round.
func (c *coder) mark() string {
	of := []string{"collab code 1", c.round.Rubric.Digest, string(c.round.Length), fmt.Sprint(c.round.Again)}
	for _, it := range c.items {
		of = append(of, it.ID)
	}
	sum := sha256.Sum256([]byte(strings.Join(of, "\n")))
	n := binary.BigEndian.Uint32(sum[:]) % uint32(base*base)
	return string([]byte{letters[n%uint32(base)], letters[n/uint32(base)]})
}

// options are the ids that may be chosen of an item, as a response stands.
func (c *coder) options(it *asking.Item, r *assess.Response) []string {
	for _, other := range c.items {
		if other.ID == it.Among {
			return other.Ticked(r)
		}
	}
	var ids []string
	for _, o := range it.Options {
		ids = append(ids, o.ID)
	}
	return ids
}

// radix is how many digits an item has at its place, where some options may be chosen.
func radix(it *asking.Item, options int) *big.Int {
	if it.Kind == asking.Ticks {
		return big.NewInt(int64(setsBelow(1<<options, it.Most)))
	}
	return big.NewInt(int64(options + 1))
}

// setsBelow counts the numbers below one that have at most some bits.
func setsBelow(n uint, most int) int {
	sets := 0
	for set := range n {
		if bits.OnesCount(set) <= most {
			sets++
		}
	}
	return sets
}

// Encode is the code of what a response of the round says to what its page asks. The
// personal code is not in it, nor are notes.
func Encode(round asking.Round, r *assess.Response) (string, error) {
	c, err := newCoder(round)
	if err != nil {
		return "", err
	}
	n := new(big.Int)
	for _, it := range slices.Backward(c.items) {
		if it.Asked(r) {
			options := c.options(it, r)
			n.Mul(n, radix(it, len(options)))
			n.Add(n, big.NewInt(int64(digit(it, options, r))))
		}
	}
	text := []int{strings.IndexByte(letters, c.Mark[0]), strings.IndexByte(letters, c.Mark[1])}
	for digit := new(big.Int); len(text) < (c.Groups-checkSize)*groupSize; {
		n.QuoRem(n, big.NewInt(int64(base)), digit)
		text = append(text, mod(int(digit.Int64())+len(text)*len(text)))
	}
	return written(withCheck(text)), nil
}

// digit stands for what a response says to an item.
func digit(it *asking.Item, options []string, r *assess.Response) int {
	if it.Kind != asking.Ticks {
		chosen := it.Taken(r)
		if chosen < 0 {
			return 0
		}
		return slices.Index(options, it.Options[chosen].ID) + 1
	}
	var set uint
	for _, id := range it.Ticked(r) {
		set |= 1 << slices.Index(options, id)
	}
	return setsBelow(set, it.Most)
}

// take has a response say what a digit stands for.
func take(it *asking.Item, options []string, digit int, r *assess.Response) {
	switch {
	case it.Kind == asking.Ticks:
		it.Tick(r, setAt(options, it.Most, digit))
	case digit > 0:
		it.Take(r, slices.IndexFunc(it.Options, func(o asking.Option) bool { return o.ID == options[digit-1] }))
	}
}

// setAt are the options of the set that has so many sets below it.
func setAt(options []string, most, below int) []string {
	set := uint(0)
	for ; below > 0 || bits.OnesCount(set) > most; set++ {
		if bits.OnesCount(set) <= most {
			below--
		}
	}
	var ids []string
	for i, id := range options {
		if set&(1<<i) != 0 {
			ids = append(ids, id)
		}
	}
	return ids
}

// IsCode tells whether a text has the letters and the length of a code, right or wrong.
func IsCode(text string) bool {
	groups, err := groupsOf(text)
	return err == nil && len(groups) > checkSize
}

// Decode reads a code of a round as people type it: with blanks and hyphens anywhere, in
// capitals or not. The error is a [Slip] where it can say which groups are wrong.
func Decode(round asking.Round, typed string) (assess.Response, error) {
	c, err := newCoder(round)
	if err != nil {
		return assess.Response{}, err
	}
	groups, err := groupsOf(typed)
	if err != nil {
		return assess.Response{}, err
	}
	if err := c.check(groups); err != nil {
		return assess.Response{}, err
	}
	n, text := new(big.Int), slices.Concat(groups[:c.Groups-checkSize]...)
	for i := len(text) - 1; i >= markSize; i-- {
		n.Mul(n, big.NewInt(int64(base)))
		n.Add(n, big.NewInt(int64(mod(text[i]-i*i))))
	}
	return c.response(n)
}

// response reads what was answered out of the number that it is.
func (c *coder) response(n *big.Int) (assess.Response, error) {
	r := assess.NewResponse(c.round.Rubric)
	r.Association, r.Date, r.Length, r.JointWork = c.round.Association, c.round.Date, c.round.Length, c.round.JointWork
	for _, it := range c.items {
		if !it.Asked(&r) {
			continue
		}
		options, digit := c.options(it, &r), new(big.Int)
		n.QuoRem(n, radix(it, len(options)), digit)
		take(it, options, int(digit.Int64()), &r)
	}
	if n.Sign() != 0 {
		return assess.Response{}, say.foreign()
	}
	return r, nil
}

// check says what is wrong with the groups of a code.
func (c *coder) check(groups [][]int) error {
	other := c.other(groups)
	switch {
	case other != nil:
		return other
	case len(groups) != c.Groups:
		return miscounted(groups, c.Groups)
	}
	if err := slipOf(groups); err != nil {
		return err
	}
	if !c.marks(groups) {
		return say.foreign()
	}
	return nil
}

// marks tells whether a code that is right in itself has the mark of the round.
func (c *coder) marks(groups [][]int) bool { return written(groups)[:markSize] == c.Mark }

// other is the error of a code that is right in itself, but of the same rubric in another
// length, with or without joint work, or in another round.
func (c *coder) other(groups [][]int) error {
	if len(groups) <= checkSize || slipOf(groups) != nil || len(groups) == c.Groups && c.marks(groups) {
		return nil
	}
	for _, length := range []assess.Length{assess.Full, assess.Short} {
		for _, scope := range []string{string(rubric.Within), rubric.ScopeNone} {
			round := asking.Round{Rubric: c.round.Rubric, Length: length}
			round.JointWork.Scope = scope
			o, err := newCoder(round)
			if err == nil && len(groups) == o.Groups && o.marks(groups) {
				return say.otherRound(c.round, round)
			}
		}
	}
	if len(groups)%c.Groups == 0 {
		return nil // several codes behind one another are right in themselves too
	}
	return say.foreign()
}
