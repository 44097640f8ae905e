package main

import (
	"bytes"
	"image"
	"image/png"
	"os"

	"github.com/rogpeppe/go-internal/testscript"
)

// pngFile writes a small picture: png logo.png
func pngFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: png FILE")
	}
	var b bytes.Buffer
	ts.Check(png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 20))))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o644))
}
