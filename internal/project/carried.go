package project

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// CarriedFile notes the texts that apr init --from carried over from last year's
// project: a line for each, with the year that it is of, the SHA-256 of its words,
// and its name.
const CarriedFile = "carried-over.txt"

// Review says who found that a text of last year is still true, and when. It
// is at the text's head and isn't printed.
type Review struct {
	// By is the person's name and On the day as it is written: YYYY-MM-DD.
	By, On   string
	Position source.Position
}

// Carried is a text of the narrative that is as it was carried over.
type Carried struct {
	// Name is as of Narrative.EachText, and From the year that the text is of.
	Name, From string
	Text       yamlpos.Text
	// Noted is the line of CarriedFile.
	Noted source.Position
	// Review is nil where nobody says that the text is still true.
	Review *Review
}

// carriedText is a line of CarriedFile.
type carriedText struct {
	from string
	at   source.Position
}

var review = lazyregexp.Lazy(`(?i)^\s*unchanged: reviewed by (\pL[^\n]*?) on ([^\s]+?)\.?[ \t]*(?:\r?\n(?:[ \t]*\r?\n)*|$)`)

// takeReviews takes from each text the paragraph that says that it was reviewed.
func (n *Narrative) takeReviews() {
	n.reviews = map[string]*Review{}
	n.EachText(func(name string, t *yamlpos.Text) {
		m := review().FindStringSubmatchIndex(t.Markdown)
		if m == nil {
			return
		}
		n.reviews[name] = &Review{By: t.Markdown[m[2]:m[3]], On: t.Markdown[m[4]:m[5]], Position: t.At(m[2])}
		*t = t.From(m[1])
	})
}

// WithoutReview is a text without the paragraph that says that it was reviewed.
func WithoutReview(markdown string) string {
	if m := review().FindStringIndex(markdown); m != nil {
		return markdown[m[1]:]
	}
	return markdown
}

// CarriedOver are the texts that are as they were carried over from last year's
// project, in order of the report, except for those that are still marked as last
// year's. A term's meaning may well stay, and isn't among them.
func (r *Project) CarriedOver() []Carried {
	if len(r.carried) == 0 || r.Narrative == nil {
		return nil
	}
	var all []Carried
	r.Narrative.EachText(func(name string, t *yamlpos.Text) {
		if IsStub(*t) {
			return
		}
		if was, found := r.carried[TextSum(t.Markdown)]; found {
			all = append(all, Carried{Name: name, From: was.from, Text: *t, Noted: was.at, Review: r.Narrative.reviews[name]})
		}
	})
	for i := range r.Config.Tables {
		t := &r.Config.Tables[i]
		if was, found := r.carried[TextSum(r.TypedWords(t))]; found {
			all = append(all, Carried{Name: "the table " + t.ID, From: was.from, Text: yamlpos.Text{Position: r.Config.PositionOf(yamlpos.Item("tables", i) + ".file")}, Noted: was.at})
		}
	}
	return all
}

// TextSum is the SHA-256 of a text's words, whatever blanks and line ends are
// between them.
func TextSum(markdown string) string {
	sum := sha256.Sum256([]byte(strings.Join(strings.Fields(markdown), " ")))
	return hex.EncodeToString(sum[:])
}

// mostCarried is how long CarriedFile may be: a report has some hundred texts.
const mostCarried = 1 << 20

// carriedOver reads CarriedFile, where there is one.
func (l *loader) carriedOver(_ context.Context, s *stage) error {
	data, err := l.folder.ReadFile(CarriedFile)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("reading %s: %w", CarriedFile, err)
	case len(data) > mostCarried:
		s.fatal.Add(&source.Problem{Code: "too-large", Position: source.Position{File: CarriedFile},
			Message: fmt.Sprintf("%s is larger than %d bytes", CarriedFile, mostCarried), Hint: "take it out if apr init --from didn't write it"})
		return nil
	}
	l.project.carried = map[string]carriedText{}
	line := 0
	for row := range bytes.Lines(data) {
		line++
		fields := strings.Fields(string(row))
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		at := source.Position{File: CarriedFile, Line: line, Column: 1}
		if len(fields) != 3 || len(fields[1]) != hex.EncodedLen(sha256.Size) || !isYear(fields[0]) {
			s.fatal.Add(&source.Problem{Code: "malformed-line", Position: at,
				Message: "expected a reporting year, the SHA-256 of a text and its name",
				Hint:    "apr init --from writes this file; take the line out if you don't know what it is for"})
			continue
		}
		l.project.carried[strings.ToLower(fields[1])] = carriedText{from: fields[0], at: at}
	}
	return nil
}

func isYear(s string) bool {
	_, err := period.Parse(s)
	return err == nil
}
