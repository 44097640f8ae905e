package assess

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

// rFunctions finds the same figures in R: its own t.test, p.adjust and
// distribution of t, and its own lists of sign flips and relabellings.
const rFunctions = `
say <- function(name, values) cat(name, formatC(values, digits = 15, format = "g"), "\n")
maxT <- function(statistics) {            # a relabelling a row, the first as answered
  observed <- statistics[1, ] - 1e-9
  order <- order(observed, decreasing = TRUE)
  steps <- statistics[, order, drop = FALSE]
  for (k in rev(seq_len(ncol(steps) - 1))) steps[, k] <- pmax(steps[, k], steps[, k + 1])
  adjusted <- cummax(colMeans(steps >= rep(observed[order], each = nrow(steps))))
  say("p", colMeans(statistics >= rep(observed, each = nrow(statistics))))
  say("adjusted", adjusted[order(order)])
}
flips <- function(d) {                    # a person a row
  signs <- as.matrix(expand.grid(rep(list(c(1, -1)), nrow(d))))
  zeros <- ifelse(is.na(d), 0, d)
  maxT(abs(signs %*% zeros) / rep(colSums(!is.na(d)), each = nrow(signs)))
}
apart <- function(x, then) {
  d <- abs(colMeans(x[then, , drop = FALSE], na.rm = TRUE) - colMeans(x[-then, , drop = FALSE], na.rm = TRUE))
  ifelse(is.nan(d), Inf, d)
}
relabellings <- function(x, n) maxT(t(combn(nrow(x), n, function(then) apart(x, then))))
kept <- function(x, per) floor(x * per + .5) / per
summaries <- function(x, n) {             # Welch's t from what records keep, and Holm
  figures <- sapply(seq_len(ncol(x)), function(j) {
    then <- x[seq_len(n), j]; now <- x[-seq_len(n), j]
    then <- then[!is.na(then)]; now <- now[!is.na(now)]
    a <- kept(sd(then), 10)^2 / length(then); b <- kept(sd(now), 10)^2 / length(now)
    shift <- kept(mean(now), 100) - kept(mean(then), 100)
    df <- (a + b)^2 / (a^2 / (length(then) - 1) + b^2 / (length(now) - 1))
    c(2 * pt(-abs(shift) / sqrt(a + b), df), shift + c(-1, 1) * qt(.975, df) * sqrt(a + b))
  })
  say("p", figures[1, ])
  say("adjusted", p.adjust(figures[1, ], "holm"))
  say("interval", as.vector(figures[2:3, ]))
}
paired <- function(x, y) for (j in seq_len(ncol(x))) say("interval", t.test(y[, j], x[, j], paired = TRUE)$conf.int)
welch <- function(x, n) for (j in seq_len(ncol(x))) say("interval", t.test(x[-seq_len(n), j], x[seq_len(n), j])$conf.int)
`

// inR runs a script after rFunctions and gives the numbers that it says, by name.
func inR(t *testing.T, script string) map[string][]float64 {
	t.Helper()
	path, err := exec.LookPath("Rscript")
	if err != nil {
		t.Skip("Rscript is not installed (Debian: apt-get install r-base-core); the figures are not compared with R's")
	}
	cmd := exec.Command(path, "--vanilla", "-")
	cmd.Stdin = strings.NewReader(rFunctions + script)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, complaint.String())
	}
	said := map[string][]float64{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		for _, f := range fields[1:] {
			v, err := strconv.ParseFloat(f, 64)
			if err != nil {
				t.Fatalf("R says %q", line)
			}
			said[fields[0]] = append(said[fields[0]], v)
		}
	}
	return said
}

// matrix writes positions by person and trait as R reads them, in stages.
func matrix(rows [][]int) string {
	var cells []string
	for _, row := range rows {
		for _, v := range row {
			cell := "NA"
			if v != 0 {
				cell = fmt.Sprintf("%d/100", v)
			}
			cells = append(cells, cell)
		}
	}
	return fmt.Sprintf("matrix(c(%s), ncol = %d, byrow = TRUE)", strings.Join(cells, ", "), len(rows[0]))
}

// madeUpPeople answer all traits at random; some do not know.
func madeUpPeople(random *rand.Rand, n, lift int) []*Response {
	var people []*Response
	for i := range n {
		r := blank()
		r.Code = fmt.Sprintf("p%02d", i)
		for j, q := range r.Rubric.Questions() {
			if q.Scope == "" {
				continue
			}
			r.Answers[j] = Answer(min(4, max(1, 1+random.IntN(3)+lift*one(random.IntN(2) == 0))))
			if random.IntN(12) == 0 {
				r.Answers[j] = DontKnow
			}
		}
		people = append(people, r)
	}
	return people
}

// positionsOf are people's positions on the traits, 0 where there is none.
func positionsOf(people []*Response) [][]int {
	var rows [][]int
	for _, p := range people {
		var row []int
		for _, at := range assessOne(p).Traits {
			row = append(row, int(at.Position))
		}
		rows = append(rows, row)
	}
	return rows
}

// sameAsR compares a comparison's traits with what R says.
func sameAsR(t *testing.T, c *Comparison, said map[string][]float64) {
	t.Helper()
	if len(said["p"]) != 6 || len(said["adjusted"]) != 6 || len(said["interval"]) != 12 {
		t.Fatalf("R says %v", said)
	}
	for j, ch := range c.Traits {
		if math.Abs(ch.P-said["p"][j]) > 1e-9 || math.Abs(ch.Adjusted-said["adjusted"][j]) > 1e-9 {
			t.Errorf("%s: p %v, adjusted %v; R has %v, %v", ch.Dimension.ID, ch.P, ch.Adjusted, said["p"][j], said["adjusted"][j])
		}
		if ch.Coarse { // people in no pair have a position
			if ch.HasInterval {
				t.Errorf("%s: a coarse shift has an interval", ch.Dimension.ID)
			}
			continue
		}
		low, high := said["interval"][2*j], said["interval"][2*j+1]
		if math.Abs(ch.Low.Stages()-low) > .005+1e-9 || math.Abs(ch.High.Stages()-high) > .005+1e-9 {
			t.Errorf("%s: interval %v to %v; R has %v to %v", ch.Dimension.ID, ch.Low, ch.High, low, high)
		}
	}
}

func TestChangeIsWhatRFinds(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 1))
	before, after := madeUpPeople(random, 11, 0), madeUpPeople(random, 11, 1)
	then, now := positionsOf(before), positionsOf(after)
	for i := range then { // a pair takes both
		for j := range then[i] {
			if then[i][j] == 0 || now[i][j] == 0 {
				then[i][j], now[i][j] = 0, 0
			}
		}
	}
	t.Run("linked", func(t *testing.T) {
		said := inR(t, fmt.Sprintf("x <- %s; y <- %s; flips(y - x); paired(x, y)", matrix(then), matrix(now)))
		c := Compare(sideOf(t, before...), sideOf(t, after...))
		if c.Test != Linked || c.Pairs != 11 {
			t.Fatalf("%s of %d pairs", c.Test, c.Pairs)
		}
		sameAsR(t, c, said)
	})

	strangers := madeUpPeople(random, 8, 1)
	for _, p := range strangers {
		p.Code = ""
	}
	before = before[:7]
	rows := matrix(append(positionsOf(before), positionsOf(strangers)...))
	t.Run("unlinked", func(t *testing.T) {
		said := inR(t, fmt.Sprintf("x <- %s; relabellings(x, 7); welch(x, 7)", rows))
		sameAsR(t, Compare(sideOf(t, before...), sideOf(t, strangers...)), said)
	})
	t.Run("records", func(t *testing.T) {
		then, now := madeUpPeople(random, 14, 0), madeUpPeople(random, 12, 1)
		rows := matrix(append(positionsOf(then), positionsOf(now)...))
		said := inR(t, fmt.Sprintf("x <- %s; summaries(x, 14)", rows))
		c := Compare(record(sideOf(t, then...)), record(sideOf(t, now...)))
		if c.Test != Welch || c.Tested() != 6 {
			t.Fatalf("%s of %d traits", c.Test, c.Tested())
		}
		sameAsR(t, c, said)
	})
}
