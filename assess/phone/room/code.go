package room

import (
	"fmt"
	"strings"

	"rsc.io/qr"
)

// A Code is a picture that phones read an address from.
type Code struct{ code *qr.Code }

// NewCode is the code of a text; nil where it is too long for one.
func NewCode(text string) *Code {
	c, err := qr.Encode(text, qr.L) // a screen does not get dirty
	if err != nil {
		return nil
	}
	return &Code{c}
}

// A Wifi is the network that phones join.
type Wifi struct {
	Name     string
	Password string
	Code     bool // a code joins it, with the password, or where that is empty without one
}

// text is what a code that joins the network says.
func (w Wifi) text() string {
	escape := strings.NewReplacer(`\`, `\\`, `;`, `\;`, `,`, `\,`, `:`, `\:`, `"`, `\"`).Replace
	if w.Password == "" {
		return "WIFI:T:nopass;S:" + escape(w.Name) + ";;"
	}
	return "WIFI:T:WPA;S:" + escape(w.Name) + ";P:" + escape(w.Password) + ";;"
}

// margin is the white around a code, in modules; the standard asks for four.
const margin = 4

// SVG is the code as a path of squares, with its margin, in a view box that starts at 0.
func (c *Code) SVG() (side int, path string) {
	var b strings.Builder
	for y := range c.code.Size {
		for x := range c.code.Size {
			if c.code.Black(x, y) {
				fmt.Fprintf(&b, "M%d %dh1v1h-1z", x+margin, y+margin)
			}
		}
	}
	return c.code.Size + 2*margin, b.String()
}

// slimMargin is what terminals have room for; phones read it.
const slimMargin = 2

// Lines are the code in half blocks, two rows of it in a line. With color it is black on
// white; without, its white is what the terminal writes with, as on a dark one.
func (c *Code) Lines(color bool) []string {
	side := c.code.Size + 2*slimMargin
	white := func(x, y int) bool { return y >= side || !c.code.Black(x-slimMargin, y-slimMargin) }
	var lines []string
	for y := 0; y < side; y += 2 {
		var b strings.Builder
		for x := range side {
			b.WriteString(map[[2]bool]string{{true, true}: "█", {true, false}: "▀", {false, true}: "▄"}[[2]bool{white(x, y), white(x, y+1)}])
			if !white(x, y) && !white(x, y+1) {
				b.WriteByte(' ')
			}
		}
		line := b.String()
		if color {
			line = "\x1b[97;40m" + line + "\x1b[0m"
		}
		lines = append(lines, line)
	}
	return lines
}
