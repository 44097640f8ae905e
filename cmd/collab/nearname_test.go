package main

import "testing"

func TestNamesThatAreNearlyOne(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Chefs & Caterers", "Chefs and Caterers", true},
		{"The Lakes Guild", "lakes guild", true},
		{"Fédération des Sentiers", "Federation des Sentiers", true},
		{"Northern Trails Alliance", "Northern Trail Alliance", true},
		{"Hill Farmers Union", "Hill Farmers Alliance", false},
		{"Hikers", "Bikers", false},
		{"Lake Land Guild", "Lakeland Guild", true},
		{"Northern Alliance", "Southern Alliance", false},
		{"District 11", "District 12", false},
		{"Test Guild", "Test Gild", true},
		{"Test Guild", "Tset Giuld", false}, // two slips are two names
		{"Lakes Guild", "Lakes Giuld", true},
		{"Gild", "Guild", false},
		{"Coast Bowlers", "Coast Rowers", false},
		{"Wine Guild", "Wing Guild", false},
		{"Ward 1111", "Ward 1112", false},
		{"", "", false},
		{"&", "and", false},
		{"全国徒步协会", "全国登山协会", false},
	} {
		if got := nearly(c.a, c.b); got != c.want {
			t.Errorf("nearly(%q, %q) = %v", c.a, c.b, got)
		}
	}
}
