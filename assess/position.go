package assess

import (
	"fmt"
	"math/big"
)

// A Position is a mean of ranks in hundredths of a stage: 275 is 2.75. Whole
// numbers keep the file and the memory equal to the byte. Zero is none.
type Position int

// String writes the position with two decimals, and nothing where there is none.
func (p Position) String() string {
	if p == 0 {
		return ""
	}
	return fmt.Sprintf("%d.%02d", p/100, p%100)
}

// Stages is the position as a number of stages.
func (p Position) Stages() float64 { return float64(p) / 100 }

// ratio is sum/n as a position, rounded half away from zero. n is not 0.
func ratio(sum, n int) Position { return Position(roundHalfAway(100*sum, n)) }

// rounded is a mean of ranks as a position, rounded half away from zero.
func rounded(mean *big.Rat) Position {
	doubled := new(big.Rat).Mul(mean, big.NewRat(200, 1))
	doubled.Add(doubled, big.NewRat(1, 1))
	return Position(new(big.Int).Quo(doubled.Num(), new(big.Int).Mul(doubled.Denom(), big.NewInt(2))).Int64())
}

// roundHalfAway is num/den, rounded to a whole number, halves away from zero.
// den is above 0.
func roundHalfAway(num, den int) int {
	if num < 0 {
		return -roundHalfAway(-num, den)
	}
	return (2*num + den) / (2 * den)
}

func abs(n int) int { return max(n, -n) }

// shiftOf is a difference of means of ranks, rounded half away from zero.
func shiftOf(difference *big.Rat) Shift {
	if difference.Sign() < 0 {
		return -shiftOf(new(big.Rat).Neg(difference))
	}
	return Shift(rounded(difference))
}
