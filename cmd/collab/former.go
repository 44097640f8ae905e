package main

import (
	"fmt"
	"io"

	old "collab/reports/old"
)

// A former writes what has no maker in the new reports yet: change, series, portfolio and
// agenda. It goes with the package that it calls.
type former struct{ screen, lines, markdown formerWriter }

type formerWriter func(io.Writer, old.Options) error

// formerly makes one of functions that write a T.
func formerly[T any](of T, reference string, screen, lines, markdown func(io.Writer, T, old.Options) error) *former {
	bind := func(write func(io.Writer, T, old.Options) error) formerWriter {
		return func(w io.Writer, o old.Options) error {
			o.Seal = reference
			return write(w, of, o)
		}
	}
	return &former{bind(screen), bind(lines), bind(markdown)}
}

func (f *former) format(name string) (format, error) {
	switch name {
	case "terminal":
		return format{name, func(w io.Writer, _ showing, set styling) error {
			o := old.Options{Width: set.Width, Rows: set.Rows, Color: set.Color}
			if set.Rows == 0 {
				o.Rows = endless
			}
			if set.listened {
				return f.lines(w, o)
			}
			return f.screen(w, o)
		}}, nil
	case "markdown":
		return format{name, func(w io.Writer, _ showing, _ styling) error { return f.markdown(w, old.Options{}) }}, nil
	}
	return format{}, fmt.Errorf("--format %s: it is not written of this yet; expected terminal, markdown, json or csv", name)
}
