package wording

import (
	"fmt"
	"strings"

	"collab/reports/content"
)

// say fills in a sentence: %s takes the next argument, which keeps how it is set where
// it is a text, and is made safe to show. What stands between two * stands out, what
// stands between two _ stands back; arguments may hold either.
func say(sentence string, args ...any) content.Text {
	var out content.Text
	var run []byte
	var now content.Span
	end := func() {
		if len(run) > 0 {
			now.Text = string(run)
			out, run = out.With(now), nil
		}
	}
	for i := 0; i < len(sentence); i++ {
		switch c := sentence[i]; {
		case c == '*':
			end()
			now.Strong = !now.Strong
		case c == '_':
			end()
			now.Quiet = !now.Quiet
		case c == '%' && i+1 < len(sentence) && sentence[i+1] == 's':
			i++
			end()
			for _, s := range text(next(&args)) {
				s.Strong, s.Quiet = s.Strong || now.Strong, s.Quiet || now.Quiet
				out = out.With(s)
			}
		default:
			run = append(run, c)
		}
	}
	end()
	return out
}

func next(args *[]any) any {
	if len(*args) == 0 {
		return "%!s(missing)"
	}
	first := (*args)[0]
	*args = (*args)[1:]
	return first
}

func text(arg any) content.Text {
	if t, is := arg.(content.Text); is {
		return t
	}
	return content.Words(strings.ReplaceAll(fmt.Sprint(arg), "'", "’"))
}
