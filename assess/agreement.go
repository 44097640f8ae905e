package assess

import (
	"math"
	"math/bits"
	"slices"

	"collab/assess/disclosure"
)

// A Label says how far a room agrees on a question; its values are their ids
// in files.
type Label string

// The labels.
const (
	Withheld Label = "withheld" // under five scored answers: their counts are not kept
	TooFew   Label = "too_few"  // to judge agreement
	Split    Label = "split"    // two camps, two stages or more apart
	Agree    Label = "agree"    // more than chance gives
	Mixed    Label = "mixed"
)

// agreement is A of van der Eijk (2001) for counts of one question: 1 where all
// are on one stage, 0 where they are even, -1 where two opposite camps are left.
// The counts are peeled into layers: a layer takes the smallest count that is
// left from every stage that has any.
func agreement(counts []int) float64 {
	left, n := slices.Clone(counts), total(counts)
	if n == 0 {
		return 0
	}
	sum := 0.0
	for {
		pattern, least := uint(0), math.MaxInt
		for i, c := range left {
			if c > 0 {
				pattern |= 1 << i
				least = min(least, c)
			}
		}
		if pattern == 0 {
			return sum / float64(n)
		}
		stages := bits.OnesCount(pattern)
		sum += unimodality(pattern, len(counts)) * (1 - float64(stages-1)/float64(len(counts)-1)) * float64(least*stages)
		for i := range left {
			if left[i] > 0 {
				left[i] -= least
			}
		}
	}
}

// unimodality is U of a layer: over the triples of its stages, in order, those
// that read 110 or 011 speak for one camp (TU), those that read 101 against it
// (TDU). U = [(K-2)TU - (K-1)TDU] / [(K-2)(TU+TDU)], and 1 where there are none.
func unimodality(pattern uint, k int) float64 {
	has := func(i int) bool { return pattern>>i&1 == 1 }
	same, apart := 0, 0
	for i := range k {
		for j := i + 1; j < k; j++ {
			for l := j + 1; l < k; l++ {
				switch {
				case has(j) && has(i) != has(l):
					same++
				case !has(j) && has(i) && has(l):
					apart++
				}
			}
		}
	}
	if same+apart == 0 {
		return 1
	}
	return (float64(k-2)*float64(same) - float64(k-1)*float64(apart)) / (float64(k-2) * float64(same+apart))
}

// labelOf says how far a room agrees, by the first of these rules that holds:
// under five answers are too few; two single stages two or more apart, each
// with 30 % and three people at least and no stage between them with more than
// half as many as the smaller, are a split; A of .50 or more, and of more than
// chance gives, is agreement; all else is mixed.
func labelOf(counts []int) Label {
	n := total(counts)
	switch {
	case n < disclosure.MinimumGroup:
		return TooFew
	case isSplit(counts):
		return Split
	case agreement(counts) >= max(leastAgreement, byChance(n, len(counts)))-tolerance:
		return Agree
	}
	return Mixed
}

// leastAgreement is the A under which nothing is called agreement.
const leastAgreement = .50

// tolerance is for values of A that are equal but for their last bits.
const tolerance = 1e-9

func isSplit(counts []int) bool {
	n := total(counts)
	camp := func(c int) bool { return c >= 3 && 10*c >= 3*n }
	for i, a := range counts {
		for j := i + 2; j < len(counts); j++ {
			b := counts[j]
			if camp(a) && camp(b) && 2*slices.Max(counts[i+1:j]) <= min(a, b) {
				return true
			}
		}
	}
	return false
}

// byChance is c(n, K), which is found once.
func byChance(n, k int) float64 {
	return chances.of([2]int{n, k}, func() float64 { return chanceAgreement(n, k) })
}

// mostOutcomes is the number of possible counts up to which all are listed.
const mostOutcomes = 200_000

// chanceAgreement is c(n, K): the smallest attainable A that even random
// answers of n people reach or pass with a probability of .05 at most. It is
// found by listing all counts while they are at most 200,000; beyond, where
// chance gives less than .50, it is -1. Where no A is so rare it is infinite.
func chanceAgreement(n, k int) float64 {
	if outcomes(n, k) > mostOutcomes {
		return -1
	}
	weight := map[float64]float64{} // probability by A, rounded to its tolerance
	counts := make([]int, k)
	logs := logFactorials(n)
	eachCounts(counts, 0, n, -float64(n)*math.Log(float64(k))+logs[n], logs, func(logP float64) {
		weight[math.Round(agreement(counts)/tolerance)*tolerance] += math.Exp(logP)
	})
	values := make([]float64, 0, len(weight))
	for a := range weight {
		values = append(values, a)
	}
	slices.Sort(values)
	slices.Reverse(values)
	c, p := math.Inf(1), 0.0
	for _, a := range values {
		if p += weight[a]; p > .05+tolerance {
			break
		}
		c = a
	}
	return c
}

// eachCounts goes through all ways to spread n people over the stages from one
// on; logP is the logarithm of what is known of their probability.
func eachCounts(counts []int, from, n int, logP float64, logs []float64, visit func(logP float64)) {
	if from == len(counts)-1 {
		counts[from] = n
		visit(logP - logs[n])
		return
	}
	for c := range n + 1 {
		counts[from] = c
		eachCounts(counts, from+1, n-c, logP-logs[c], logs, visit)
	}
}

// logFactorials are the logarithms of 0! to n!.
func logFactorials(n int) []float64 {
	logs := make([]float64, n+1)
	for i := range logs {
		logs[i], _ = math.Lgamma(float64(i) + 1)
	}
	return logs
}

// outcomes is the number of ways to spread n people over k stages, as far as
// it matters.
func outcomes(n, k int) int { return choose(n+k-1, n, mostOutcomes) }

// choose is the number of ways to choose k of n; where it is above most, any
// number above most.
func choose(n, k, most int) int {
	ways := 1
	for i := range min(k, n-k) {
		if ways = ways * (n - i) / (i + 1); ways > most {
			break
		}
	}
	return ways
}
