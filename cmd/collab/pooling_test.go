package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"collab/assess"
	"collab/reports/record"
	"collab/rubric"
)

// pool makes a number of associations whose answers are drawn, one person's each.
func pool(t *testing.T, associations int) (dir string) {
	t.Helper()
	dir = t.TempDir()
	draw := rand.New(rand.NewPCG(17, 1))
	for i := range associations {
		r := assess.NewResponse(rubric.Default())
		r.Association = fmt.Sprintf("Guild %d", i)
		r.Date, _ = assess.ParseDate("2026-11-23")
		r.JointWork.Scope = "between"
		for q := range r.Answers {
			r.Answers[q] = assess.Answer(1 + draw.IntN(4))
		}
		path := filepath.Join(dir, strconv.Itoa(i), recordFile)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, record.Encode(assess.Assess(assess.One(r))), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A pooled is what the query of docs/pooling.md gives of a trait.
type pooled struct {
	Mode, Trait  string
	N            int
	Median       float64
	Lower, Upper *float64
}

// byDuckDB runs the SQL of docs/pooling.md over a trend.csv, in its folder.
func byDuckDB(t *testing.T, dir string) []pooled {
	t.Helper()
	modules := os.Getenv("COLLAB_NODE_MODULES")
	if _, err := os.Stat(filepath.Join(modules, "@duckdb", "node-api")); modules == "" || err != nil {
		t.Skip("DuckDB is not here: npm install @duckdb/node-api, and name node_modules in COLLAB_NODE_MODULES")
	}
	sql := strings.Join(fenced(read(t, filepath.Join(docs, "pooling.md")), "sql"), "\n")
	const script = `
const { DuckDBInstance } = require('@duckdb/node-api');
(async () => {
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  let rows;
  for (const one of process.argv[1].split(';').filter(s => s.trim())) rows = await db.runAndReadAll(one);
  console.log(JSON.stringify(rows.getRowObjectsJson()));
})();`
	cmd := exec.Command("node", "-e", script, sql)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "NODE_PATH="+modules)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, err.(*exec.ExitError).Stderr)
	}
	var rows []struct {
		Mode, Trait string
		N           string
		Median      float64
		Lower       *float64 `json:"lower_quartile"`
		Upper       *float64 `json:"upper_quartile"`
	}
	if err := json.Unmarshal(out, &rows); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var all []pooled
	for _, r := range rows {
		n, err := strconv.Atoi(r.N)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, pooled{r.Mode, r.Trait, n, r.Median, r.Lower, r.Upper})
	}
	return all
}

// TestPoolingGivesTheMedianThatTrendGives takes the long table of many associations
// through Parquet to the spread per trait, by the SQL of docs/pooling.md, and compares
// with trend's own, which takes the lower of two in the middle: an odd number has one.
// COLLAB_POOL says how many.
func TestPoolingGivesTheMedianThatTrendGives(t *testing.T) {
	associations := 101
	if n, err := strconv.Atoi(os.Getenv("COLLAB_POOL")); err == nil {
		associations = n
	}
	dir, work := pool(t, associations), t.TempDir()
	table := filepath.Join(work, "trend.csv")
	began := time.Now()
	if status, _, err := called(t, work, "trend", dir, "--format", "csv", "--out", table); status != statusDone {
		t.Fatal(err)
	}
	byTrend := time.Since(began)
	began = time.Now()
	rows := byDuckDB(t, work)
	t.Logf("%d associations: trend %.1f s, table %.1f MB, DuckDB %.1f s, Parquet %.2f MB", associations,
		byTrend.Seconds(), megabytes(t, table), time.Since(began).Seconds(), megabytes(t, filepath.Join(work, "trend.parquet")))
	if len(rows) != len(rubric.Default().TraitIDs()) {
		t.Errorf("%d traits", len(rows))
	}
	own := medians(read(t, table))
	for _, r := range rows {
		if r.N != associations || fmt.Sprintf("%.2f", r.Median) != own[r.Trait] || r.Lower == nil || *r.Lower >= r.Median || *r.Upper <= r.Median {
			t.Errorf("%+v, and trend's median is %s", r, own[r.Trait])
		}
	}
}

// medians are those that trend itself wrote behind the associations.
func medians(table string) map[string]string {
	found := map[string]string{}
	for line := range strings.Lines(table) {
		if f := strings.Split(strings.TrimSpace(line), ","); len(f) == 6 && f[2] == "spread" && f[4] == "median" {
			found[f[3]] = f[5]
		}
	}
	return found
}

func megabytes(t *testing.T, path string) float64 {
	about, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return float64(about.Size()) / 1e6
}

// TestPoolingShowsNothingOfFew counts associations around the two limits.
func TestPoolingShowsNothingOfFew(t *testing.T) {
	for _, c := range []struct {
		associations    int
		shown, quartile bool
	}{{4, false, false}, {5, true, false}, {9, true, false}, {10, true, true}} {
		dir, work := pool(t, c.associations), t.TempDir()
		if status, _, err := called(t, work, "trend", dir, "--format", "csv", "--out", filepath.Join(work, "trend.csv")); status != statusDone {
			t.Fatal(err)
		}
		rows := byDuckDB(t, work)
		if (len(rows) > 0) != c.shown || c.shown && (rows[0].Lower != nil) != c.quartile {
			t.Errorf("%d associations: %+v", c.associations, rows)
		}
	}
}
