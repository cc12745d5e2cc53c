package calendar

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"apr/internal/period"
)

// ICS writes the dated events as iCalendar (RFC 5545): all-day events that block
// nobody's time. The same calendar gives the same bytes: an event keeps its UID
// when its date is moved, and is stamped with the calendar's day.
func (c *Calendar) ICS(w io.Writer, generator string) error {
	var b icsWriter
	b.line("BEGIN", "VCALENDAR")
	b.line("VERSION", "2.0")
	b.line("PRODID", "-//"+escape(generator)+"//EN")
	b.line("CALSCALE", "GREGORIAN")
	for _, e := range c.Events {
		c.event(&b, e)
	}
	b.line("END", "VCALENDAR")
	_, err := io.WriteString(w, b.String())
	return err
}

const icsDay = "20060102"

func (c *Calendar) event(b *icsWriter, e Event) {
	title := e.Title
	switch {
	case e.Certainty == Usual:
		title = "Usually in " + e.When.String() + ": " + title
	case e.When.Months != period.Day:
		title = "In " + e.When.String() + ": " + title
	}
	b.line("BEGIN", "VEVENT")
	b.line("UID", c.uid(e))
	b.line("DTSTAMP", c.stamp().Format(icsDay)+"T000000Z")
	b.line("DTSTART;VALUE=DATE", e.When.Start.Format(icsDay))
	b.line("DTEND;VALUE=DATE", e.When.End().AddDate(0, 0, 1).Format(icsDay)) // the day after
	b.line("SUMMARY", escape(c.Authority+": "+title))
	if text := e.describe(); text != "" {
		b.line("DESCRIPTION", escape(text))
	}
	b.line("CATEGORIES", escape(string(e.Kind)))
	b.line("TRANSP", "TRANSPARENT")
	b.line("END", "VEVENT")
}

// describe is what is known next to the title.
func (e Event) describe() string {
	var parts []string
	if e.Detail != "" {
		parts = append(parts, e.Detail)
	}
	if len(e.Measures) > 0 {
		parts = append(parts, "Measures: "+strings.Join(e.Measures, ", "))
	}
	if len(e.Texts) > 0 {
		parts = append(parts, "Texts: "+strings.Join(e.Texts, ", "))
	}
	return strings.Join(parts, "\n")
}

// stamp is the calendar's day; without one, that of the reporting year's end.
func (c *Calendar) stamp() time.Time {
	if c.Today.IsZero() {
		return c.Year.Ends()
	}
	return c.Today
}

// uid is the event's lasting name.
func (c *Calendar) uid(e Event) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%s", c.Authority, c.Year, e.key))
	return hex.EncodeToString(sum[:16]) + "@apr"
}

// escape writes a text value: section 3.3.11. Control characters, which a value
// can't have, become blanks.
func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r == 0x7f {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(s)
}

// icsWriter writes content lines: section 3.1.
type icsWriter struct{ strings.Builder }

// foldAt is how many octets a line has at most, its break not counted.
const foldAt = 75

// line writes a content line, folded between characters.
func (b *icsWriter) line(name, value string) {
	rest, width := name+":"+value, foldAt
	for len(rest) > width {
		cut := width
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		b.WriteString(rest[:cut] + "\r\n ")
		rest, width = rest[cut:], foldAt-1 // the blank counts
	}
	b.WriteString(rest + "\r\n")
}
