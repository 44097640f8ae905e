package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"collab/rubric"
)

func TestTheHelpNamesThePurposesOfTheDefaultRubric(t *testing.T) {
	named := strings.Split(strings.ReplaceAll(purposes, " or ", ", "), ", ")
	if want := rubric.IDs(rubric.Default().JointWork.Purposes); !slices.Equal(named, want) {
		t.Errorf("got %q, want %q", named, want)
	}
}

// TestJointWorkWithoutAScopeIsTold reads a table that answers the spectrum.
func TestJointWorkWithoutAScopeIsTold(t *testing.T) {
	args := []string{"combine", "--csv", filepath.Join(examples, "lakes-guild", "survey.csv"), "--association", "Lakes Guild (invented)", "--dir"}
	status, _, told := called(t, t.TempDir(), append(args, t.TempDir())...)
	if status != statusDone || !strings.Contains(told, "Say where the work was with --joint-scope: within, between, none\n") {
		t.Errorf("%d: %s", status, told)
	}
	status, _, told = called(t, t.TempDir(), append(args, t.TempDir(), "--joint-scope", "between")...)
	if status != statusDone || strings.Contains(told, "--joint-scope") {
		t.Errorf("%d: %s", status, told)
	}
}
