package strict

import (
	"strings"
	"testing"
)

func TestADecimalIsWrittenAsItIsPrinted(t *testing.T) {
	for _, c := range []struct {
		text     string
		decimals int
		want     int
		fault    string
	}{
		{"1.75", 2, 175, ""},
		{"0.4", 1, 4, ""},
		{"4.00", 2, 400, ""},
		{"0.00", 2, 0, ""},
		{"1.7", 2, 0, "expected a number with 2 decimals"},
		{"1.750", 2, 0, "expected a number with 2 decimals"},
		{"2", 2, 0, "expected a number with 2 decimals"},
		{"1e0", 2, 0, "expected a number with 2 decimals"},
		{".nan", 2, 0, "expected a number with 2 decimals"},
		{"-0.10", 2, 0, "-0.10 is out of range; expected 0 to 4"},
		{"4.01", 2, 0, "4.01 is out of range; expected 0 to 4"},
		{"high", 2, 0, "expected a number with 2 decimals"},
	} {
		t.Run(c.text, func(t *testing.T) {
			top, err := Parse("f.yaml", []byte("x: "+c.text+"\n"))
			if err != nil {
				t.Fatal(err)
			}
			m := top.Mapping("x")
			got := m.Need("x").Decimal(c.decimals, 0, 4)
			if err := m.Err(); got != c.want || (err == nil) != (c.fault == "") || err != nil && !strings.Contains(err.Error(), c.fault) {
				t.Errorf("%d, %v; want %d, %q", got, err, c.want, c.fault)
			}
		})
	}
}
