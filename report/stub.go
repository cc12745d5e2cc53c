package report

import (
	"regexp"
	"strings"
)

// StubMarker begins every text that a scaffold writes for somebody to replace.
const StubMarker = "STUB:"

var (
	comment = regexp.MustCompile(`(?s)<!--.*?(-->|$)`)
	// placeholder is a whole text that only holds a place, whatever brackets,
	// emphasis and full stops stand around it.
	placeholder = regexp.MustCompile(`^(?:tb[acd]|todo|to do|to be (?:added|advised|agreed|completed|confirmed|decided|determined|drafted|inserted|provided|supplied|written)|to follow|text to follow|(?:more )?to come|pending|draft|placeholder|x{2,}|n/?a|\?+|\.+|…|-+|–|—)$`)
	decoration  = "*_`~[](){}<>«»\"'“”‘’!.…:;, \t\r\n"
)

// IsStub reports whether a text says nothing yet: it is empty or blank, is a
// scaffold's stub (StubMarker, or an HTML comment alone), is filler ("lorem
// ipsum …"), or is nothing but a placeholder such as TBC, TBD, TODO, "to
// follow", "to be confirmed", xxx, N/A or "???". Text beside a placeholder is
// text: whether it is enough isn't asked here.
func IsStub(t Text) bool {
	s := strings.TrimSpace(comment.ReplaceAllString(t.Markdown, ""))
	s = strings.TrimSpace(strings.TrimLeft(s, "#>*_ "))
	if strings.HasPrefix(s, StubMarker) || strings.HasPrefix(strings.ToLower(s), "lorem ipsum") {
		return true
	}
	bare := strings.Trim(s, decoration)
	if bare == "" {
		return true
	}
	return placeholder.MatchString(strings.ToLower(strings.Join(strings.Fields(bare), " ")))
}
