package phone

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html"
	"strings"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

//go:embed page.js
var pageJS string

// Page is the page: one HTML file. It runs its own script and no other, and may ask for
// nothing but, where it is served, what its server says. All that people typed and all that
// the rubric says is in the description, which is data, and is shown as text.
func (d Description) Page() []byte {
	connect := "'none'"
	if d.Served {
		connect = "'self'"
	}
	return []byte(strings.NewReplacer(
		"{{language}}", html.EscapeString(d.Language),
		"{{title}}", html.EscapeString(d.Title),
		"{{needs}}", html.EscapeString(d.needsScript),
		"{{policy}}", "default-src 'none'; base-uri 'none'; form-action 'none'; style-src "+hash(pageCSS)+"; script-src "+hash(pageJS)+"; connect-src "+connect,
		"{{style}}", pageCSS,
		"{{script}}", pageJS,
		"{{description}}", string(d.json()),
	).Replace(pageHTML))
}

// hash is a source of a content security policy that allows a text and no other.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
