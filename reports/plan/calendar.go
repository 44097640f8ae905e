package plan

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"
	"unicode/utf8"

	"collab/assess"
)

// An Event is a day of a calendar.
type Event struct {
	Key   string // tells it from others of the association, next year too
	Day   assess.Date
	Title string
	About string // may be empty
}

// WriteCalendar writes events as iCalendar (RFC 5545), which every calendar takes. There
// is no clock in it: the same events of the same day give the same bytes, and an event
// that is written again with another day moves.
func WriteCalendar(w io.Writer, association string, day assess.Date, events []Event) error {
	var b bytes.Buffer
	line := func(name, value string) { fold(&b, name+":"+value) }
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//collab//plan//EN")
	for _, e := range events {
		line("BEGIN", "VEVENT")
		line("UID", uid(association, e.Key))
		line("DTSTAMP", day.Format("20060102")+"T000000Z")
		line("DTSTART;VALUE=DATE", e.Day.Format("20060102"))
		line("SUMMARY", escaped(e.Title))
		if e.About != "" {
			line("DESCRIPTION", escaped(e.About))
		}
		line("TRANSP", "TRANSPARENT") // nobody is busy for it
		line("END", "VEVENT")
	}
	line("END", "VCALENDAR")
	_, err := w.Write(b.Bytes())
	return err
}

// uid is unique in the world as far as names of associations are.
func uid(association, key string) string {
	sum := sha256.Sum256([]byte(association + "\x00" + key))
	return hex.EncodeToString(sum[:16]) + "@collab.invalid"
}

// escaped is text as a value holds it (RFC 5545, 3.3.11).
func escaped(text string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`, "\r", "").Replace(text)
}

// mostOctets are those of a line without its end; what is longer goes on behind a blank
// (RFC 5545, 3.1). No character is cut in two.
const mostOctets = 75

func fold(b *bytes.Buffer, line string) {
	room := mostOctets
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		b.WriteString(line[:cut] + "\r\n ")
		line, room = line[cut:], mostOctets-1
	}
	b.WriteString(line + "\r\n")
}
