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

// rFunctions finds the same figures in R: its own t.test, p.adjust and pwilcox,
// and its own lists of sign flips and relabellings.
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
histograms <- function(x, n) {
  p <- sapply(seq_len(ncol(x)), function(j) {
    then <- x[seq_len(n), j]; now <- x[-seq_len(n), j]
    then <- then[!is.na(then)]; both <- c(then, now[!is.na(now)])
    all <- combn(length(both), length(then), function(i) abs(mean(both[i]) - mean(both[-i])))
    mean(all >= all[1] - 1e-9)
  })
  say("p", p)
  say("adjusted", p.adjust(p, "holm"))
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
		tally := One(*p)
		for i, d := range p.Rubric.Dimensions {
			if _, of := p.Rubric.Target(d.ID); of && d.ID != "spectrum" {
				row = append(row, int(tally.Positions[i].mean()))
			}
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
	t.Run("histograms", func(t *testing.T) {
		said := inR(t, fmt.Sprintf("x <- %s; histograms(x, 7); welch(x, 7)", rows))
		sameAsR(t, Compare(record(sideOf(t, before...)), record(sideOf(t, strangers...))), said)
	})
}

// TestLargeHistogramsAreCountedAsRCountsRanks: with positions one hundredth
// apart, the sums are those of ranks, and the chance is Wilcoxon's.
func TestLargeHistogramsAreCountedAsRCountsRanks(t *testing.T) {
	then, now, sum := Histogram{}, Histogram{}, 0
	for i := range 120 {
		if i%5 < 2 && i > 8 {
			then[Position(100+i)]++
			sum += i + 1
		} else {
			now[Position(100+i)]++
		}
	}
	m, n := then.people(), now.people()
	said := inR(t, fmt.Sprintf(`
m <- %d; n <- %d; w <- %d - m * (m + 1) / 2
say("p", min(1, 2 * pwilcox(if (w > m * n / 2) w - 1 else w, m, n, lower.tail = w <= m * n / 2)))
`, m, n, sum))
	if got := partHistograms(then, now).p(1); math.Abs(got-said["p"][0]) > 1e-9 || got > .9 {
		t.Errorf("p = %v; R has %v", got, said["p"][0])
	}
}
