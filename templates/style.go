package templates

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/source"
)

// What a style may not do: begin another element, load, or hide what the report
// must show.
var (
	cssEnd     = lazyregexp.Lazy(`</|<!--`)
	cssImport  = lazyregexp.Lazy(`(?i)@import\b`)
	cssURL     = lazyregexp.Lazy(`(?i)\b(?:url|src|image|image-set)\(\s*["']?\s*([^"')\s]*)`)
	cssEscape  = lazyregexp.Lazy(`\\[0-9a-fA-F]`)
	cssRule    = lazyregexp.Lazy(`([^{};]*)\{([^{}]*)\}`)
	cssComment = lazyregexp.Lazy(`(?s)/\*.*?(?:\*/|$)`)
	cssSimple  = lazyregexp.Lazy(`[.#]?[\w-]+|\*`)
)

// shown are what a style has to leave visible: each as the last part of a
// selector says it.
var shown = []string{"*", "html", "body", "header", "main", "section", "h1", "h2", "table", "#doc-main", ".layout", ".cover", ".cover-inner", ".cover-notes", ".statutory", ".watermark", ".state", ".callout"}

// texts are elements of the report's text. A selector that names them by classes, or
// within something else than the report, may mean others.
var texts = []string{"p", "ul", "ol", "li", "dl", "dt", "dd", "thead", "tbody", "tr", "th", "td", "caption", "h3", "h4", "h5", "h6", "figure", "figcaption", "blockquote", "article", "div", "strong", "em"}

// maxFaults is how many faults of a style are reported.
const maxFaults = 20

// StyleFault is what is wrong at an offset of a style.
type StyleFault struct {
	Offset        int
	Message, Hint string
}

// StyleFaults are what a style does that a report which is one file, and shows
// all that it must, can't have. ids are of parts of the report that must be
// shown. There are ways to hide that it doesn't see, such as something else in
// front, or text in the colour of the ground: it is there to catch mistakes.
func StyleFaults(text string, ids ...string) []StyleFault {
	var faults []StyleFault
	bare := cssComment().ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) })
	add := func(offset int, hint, format string, args ...any) {
		if len(faults) >= maxFaults {
			return
		}
		faults = append(faults, StyleFault{offset, fmt.Sprintf(format, args...), hint})
	}
	for _, at := range cssEnd().FindAllStringIndex(text, -1) { // in a comment too
		add(at[0], "", "%s has no place in a style", text[at[0]:at[1]])
	}
	for _, at := range cssImport().FindAllStringIndex(bare, -1) {
		add(at[0], "write its rules here: the report is one file", "@import loads another file")
	}
	for _, at := range cssURL().FindAllStringSubmatchIndex(bare, -1) {
		address := bare[at[2]:at[3]]
		if lower := strings.ToLower(address); !strings.HasPrefix(lower, "data:") && !strings.HasPrefix(lower, "#") {
			add(at[0], "use a data: address: the report is one file", "%q is loaded from elsewhere", address)
		}
	}
	// An escape could spell any of these in another way.
	for _, at := range cssEscape().FindAllStringIndex(bare, -1) {
		add(at[0], "write the character itself", "a character is escaped")
	}
	for _, at := range cssRule().FindAllStringSubmatchIndex(bare, -1) {
		if !hides(bare[at[4]:at[5]]) {
			continue
		}
		if what := hidden(bare[at[2]:at[3]], ids); what != "" {
			start := at[2] + len(bare[at[2]:at[3]]) - len(strings.TrimLeft(bare[at[2]:at[3]], " \t\r\n"))
			add(start, "leave it visible: the report must show it", "the style hides %s", what)
		}
	}
	slices.SortStableFunc(faults, func(a, b StyleFault) int { return a.Offset - b.Offset })
	return faults
}

// hidden is which of shown, or of ids, a rule's selectors mean, "" for none.
func hidden(selectors string, ids []string) string {
	for selector := range strings.SplitSeq(selectors, ",") {
		parts := strings.FieldsFunc(selector, func(r rune) bool { return strings.ContainsRune(" \t\r\n>+~", r) })
		if len(parts) == 0 {
			continue
		}
		last := parts[len(parts)-1]
		if strings.Contains(last, "::") {
			continue // what the style itself adds
		}
		if strings.HasPrefix(last, ":") {
			return last // of any element
		}
		if slices.Contains(texts, strings.ToLower(last)) && !slices.ContainsFunc(parts, func(part string) bool {
			return !slices.Contains(texts, strings.ToLower(part)) && !slices.Contains(shown, strings.ToLower(part))
		}) {
			return last
		}
		for _, simple := range cssSimple().FindAllString(last, -1) {
			id := strings.TrimPrefix(simple, "#")
			if slices.Contains(shown, strings.ToLower(simple)) || strings.ContainsAny(last, "#[") && slices.Contains(ids, id) {
				return simple
			}
		}
	}
	return ""
}

// StyleProblems are the faults of a project's own style with their places.
func StyleProblems(text string, ids ...string) []*source.Problem {
	var problems []*source.Problem
	for _, f := range StyleFaults(text, ids...) {
		problems = append(problems, &source.Problem{Code: "template", Position: PositionIn(Style, text[:f.Offset]), Message: f.Message, Hint: f.Hint})
	}
	return problems
}
