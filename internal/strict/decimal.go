package strict

import (
	"math"
	"strconv"
)

// Decimal reads a number with so many decimals, no more and no fewer, from low to
// high, and gives it as a whole number of its last place: 1.75 with two is 175.
func (v Value) Decimal(decimals, low, high int) int {
	if v.node == nil {
		return 0
	}
	unit := math.Pow10(decimals)
	number, err := strconv.ParseFloat(v.node.Value, 64)
	if err != nil || strconv.FormatFloat(number, 'f', decimals, 64) != v.node.Value {
		v.Fault("expected a number with %d decimals, found %s", decimals, what(v.node))
		return 0
	}
	if number < float64(low) || number > float64(high) {
		v.Fault("%s is out of range; expected %d to %d", v.node.Value, low, high)
		return 0
	}
	return int(math.Round(number * unit))
}
