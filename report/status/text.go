package status

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"apr/internal/project"
	"apr/internal/wording"
)

// lineWidth is how long a line may be.
const lineWidth = 80

// Text prints the status for people: the counts, by section, and each person's texts.
func (s *Status) Text(out io.Writer) error {
	var b bytes.Buffer
	wrapped := func(text string) {
		for _, line := range wording.Wrap(text, lineWidth) {
			fmt.Fprintln(&b, line)
		}
	}
	wrapped(fmt.Sprintf("%s, %s, on %s: %s", s.Authority, s.Year, s.Today.Format("2 January 2006"), cmp.Or(s.Published, wording.DaysLeft(s.DaysLeft))))
	c := s.Total()
	wrapped(fmt.Sprintf("%s: %d empty, %d draft, %d agreed, %d signed off, %d lapsed", texts(c), c.Empty, c.Draft, c.Agreed, c.Signed, c.Lapsed))
	line := fmt.Sprintf("%d late, %d due, %d too long.", c.Late, c.Due, c.Over)
	if s.Required {
		line += " A final report wants every text signed off."
	}
	if !s.Listed {
		line = fmt.Sprintf("There is no %s, so owners, days and limits aren't known: apr status --write makes it.", project.PeopleFile)
	}
	wrapped(line)
	if s.Person != "" {
		wrapped(fmt.Sprintf("Of %s alone; %s left out.", s.Person, wording.Count(s.LeftOut, "text is", "texts are")))
	}
	s.sections(&b)
	s.persons(&b)
	_, err := out.Write(b.Bytes())
	return err
}

// texts is how many texts there are, with their words.
func texts(c Count) string {
	return wording.Count(c.Texts, "text") + " with " + wording.Count(c.Words, "word")
}

func (s *Status) sections(b *bytes.Buffer) {
	if len(s.Texts) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%-14s%5s%8s%7s%7s%8s%8s%8s%7s%7s\n", "SECTION", "TEXTS", "WORDS", "EMPTY", "DRAFT", "AGREED", "SIGNED", "LAPSED", "DUE", "LATE")
	for _, c := range s.Sections() {
		fmt.Fprintf(b, "%-14s%5d%8d%7d%7d%8d%8d%8d%7d%7d\n", c.Name, c.Texts, c.Words, c.Empty, c.Draft, c.Agreed, c.Signed, c.Lapsed, c.Due, c.Late)
	}
}

func (s *Status) persons(b *bytes.Buffer) {
	for _, c := range s.Persons() {
		head := cmp.Or(c.Name, "Nobody yet")
		if c.Role != "" {
			head += ", " + c.Role
		}
		if !s.Listed {
			head = "Texts"
		}
		head += ": " + texts(c)
		var calls []string
		for _, n := range []struct {
			n    int
			what string
		}{{c.Late, "late"}, {c.Due, "due"}, {c.Over, "too long"}} {
			if n.n > 0 {
				calls = append(calls, fmt.Sprintf("%d %s", n.n, n.what))
			}
		}
		if len(calls) > 0 {
			head += "; " + strings.Join(calls, ", ")
		}
		fmt.Fprintf(b, "\n%s\n", strings.Join(wording.Wrap(head, lineWidth), "\n"))
		for _, t := range s.ownedBy(c.Name) {
			fmt.Fprintln(b, t.line())
		}
	}
}

// line is a text in a line of state, words, day and name; a long name has a second one.
func (t Text) line() string {
	state := string(t.State)
	if t.Late > 0 {
		state = "late, " + state
	}
	words := fmt.Sprint(t.Count)
	if t.Words > 0 {
		words += fmt.Sprintf("/%d", t.Words)
	}
	if t.Over() > 0 {
		words = "over " + words
	}
	due := ""
	if d, err := time.Parse(time.DateOnly, t.Due); err == nil {
		due = d.Format("2 Jan 2006")
	}
	line := fmt.Sprintf("  %-12s  %-14s  %11s", state, words, due)
	name := t.Name
	if about := t.about(); about != "" {
		name += " (" + about + ")"
	}
	if utf8.RuneCountInString(line)+2+utf8.RuneCountInString(name) > lineWidth {
		return strings.TrimRight(line, " ") + "\n" + strings.Repeat(" ", 16) + name
	}
	return line + "  " + name
}

// mostAbout is how many letters are printed of what a text is about.
const mostAbout = 40

// about is what the entry of a list is about that a text is of, such as "locality North":
// its number alone says nothing to those who write it.
func (t Text) about() string {
	about := []rune(wording.OneLine(strings.ReplaceAll(strings.TrimPrefix(t.Entry, "title="), "=", " ")))
	if len(about) > mostAbout {
		return strings.TrimRight(string(about[:mostAbout]), " ,;") + "…"
	}
	return string(about)
}
