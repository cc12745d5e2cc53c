package report

import (
	"regexp"
	"strings"
)

// StubMarker begins every text that a scaffold writes for somebody to replace,
// and LastYearMarker the first paragraph of one that is carried over from last
// year's report for somebody to bring up to date.
const (
	StubMarker     = "STUB:"
	LastYearMarker = "LAST YEAR:"
)

// filler begins a text that only shows how a page will look.
const filler = "lorem ipsum"

var (
	comment = regexp.MustCompile(`(?s)<!--.*?(-->|$)`)
	// placeholder is a whole text that only holds a place, whatever brackets,
	// emphasis and full stops stand around it.
	placeholder = regexp.MustCompile(`^(?:tb[acd]|todo|to do|to be (?:added|advised|agreed|completed|confirmed|decided|determined|drafted|inserted|provided|supplied|written)|to follow|text to follow|(?:more )?to come|pending|draft|placeholder|x{2,}|n/?a|\?+|\.+|…|-+|–|—)$`)
	decoration  = "*_`~[](){}<>«»\"'“”‘’!.…:;, \t\r\n"
)

// IsStub reports whether a text says nothing yet: it is empty or blank, is a
// scaffold's stub (StubMarker, or an HTML comment alone), is last year's
// (LastYearMarker), is filler ("lorem ipsum …"), or is nothing but a placeholder
// such as TBC, TBD, TODO, "to follow", "to be confirmed", xxx, N/A or "???". Text
// beside a placeholder is text: whether it is enough isn't asked here.
func IsStub(t Text) bool {
	s := beginning(t)
	if strings.HasPrefix(s, StubMarker) || strings.HasPrefix(s, LastYearMarker) {
		return true
	}
	if n := len(filler); len(s) >= n && strings.EqualFold(s[:n], filler) {
		return true
	}
	var words []string
	for word := range strings.FieldsSeq(strings.Trim(s, decoration)) {
		if words = append(words, word); len(words) > 3 {
			return false // no placeholder is so long, and most texts are much longer
		}
	}
	return len(words) == 0 || placeholder.MatchString(strings.ToLower(strings.Join(words, " ")))
}

// beginning is a text from its first word, without comments.
func beginning(t Text) string {
	s := strings.TrimSpace(comment.ReplaceAllString(t.Markdown, ""))
	return strings.TrimSpace(strings.TrimLeft(s, "#>*_ "))
}

// IsLastYears reports whether a text is still marked as last year's. Its
// references aren't this year's claims, and aren't evaluated.
func IsLastYears(t Text) bool { return strings.HasPrefix(beginning(t), LastYearMarker) }

// Shown is what a draft shows of a text: of one that is last year's, the
// paragraph that says so, for a draft with old news in it misleads.
func Shown(t Text) Text {
	if !IsLastYears(t) {
		return t
	}
	paragraph, _, _ := strings.Cut(strings.TrimSpace(t.Markdown), "\n\n")
	return NewText(paragraph, t.Position)
}
