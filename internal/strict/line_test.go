package strict

import "testing"

func TestALineOfTheTopMappingIsReplaced(t *testing.T) {
	const text = "# remark\r\nformat: 1\r\nname: \"Old\"  # of ours\r\nnotes:\r\n  name: kept\r\n"
	got, err := WithLine([]byte(text), "name", "name: New", "was: [Old]")
	if want := "# remark\r\nformat: 1\r\nname: New\r\nwas: [Old]\r\nnotes:\r\n  name: kept\r\n"; err != nil || string(got) != want {
		t.Errorf("got %q, %v", got, err)
	}
	if got := WithoutLine([]byte("a: 1\nb: 2\n"), "b"); string(got) != "a: 1\n" {
		t.Errorf("got %q", got)
	}
	if _, err := WithLine([]byte("a: 1\n"), "name"); err == nil {
		t.Error("no error where no line holds the key")
	}
}
