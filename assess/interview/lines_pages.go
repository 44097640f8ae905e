package interview

import (
	"strconv"
	"strings"

	"collab/assess/asking"
)

// itemsHere are the items of the step where the walk stands, as the answers are.
func (l *lines) itemsHere() []item {
	w := l.walk
	if rows := handRows(w, w.Here()); rows != nil {
		return l.handItems(rows)
	}
	switch w.Here().Kind {
	case asking.Instructions:
		return []item{{name: say.instructions(), reads: true, asks: l.instructionsWords(), expects: say.enterContinues(), accept: notUnderstood}}
	case asking.Review:
		return []item{l.reviewItem()}
	}
	var items []item
	_, worst := ticksAt(w, w.Here())
	for _, it := range w.Items(w.Here()) {
		switch it.Kind {
		case asking.Text:
			items = append(items, l.line(it))
		case asking.Ticks:
			items = append(items, l.ticks(it, worst))
		default:
			items = append(items, l.one(it))
		}
	}
	return items
}

// reviewItem lists the parts: all of them at first, later only those that are open.
func (l *lines) reviewItem() item {
	w := l.walk
	parts := w.Overview()
	asks := []string{say.reviewBegins(reviewLine(w, parts))}
	if unplaced := l.unplacedWords(); unplaced != "" {
		asks = append(asks, unplaced)
	}
	for i, part := range parts {
		if !l.listed || part.Open {
			asks = append(asks, say.reviewPart(i+1, part.Name, strings.Join(state(w, part), ", ")))
		}
	}
	end := say.reviewEnd()
	if l.listed {
		end = say.reviewEndAgain()
	}
	return item{
		name:    say.review(),
		asks:    append(asks, end),
		expects: say.expectsPart(len(parts)),
		needed:  say.lastPage(),
		accept: func(entry string) reply {
			if n, err := strconv.Atoi(entry); err == nil && n >= 1 && n <= len(parts) {
				return reply{taken: true, then: func() { l.leave(jumpTo(parts[n-1].To), firstOpenItem) }}
			}
			if lower := strings.ToLower(entry); lower == "f" || lower == "finish" {
				return reply{taken: true, then: func() { l.leave(finish, firstOpenItem) }}
			}
			return reply{}
		},
	}
}
