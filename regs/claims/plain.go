package claims

import (
	"html"
	"regexp"
	"strings"

	"apr/internal/lazyregexp"
)

var (
	hiddenHTML = lazyregexp.Lazy(`(?is)<(?:script|style|head|svg|nav|table)\b.*?</(?:script|style|head|svg|nav|table)>|<!--.*?-->`)
	headHTML   = lazyregexp.Lazy(`(?is)<h[1-6]\b[^>]*>.*?</h[1-6]>|<blockquote\b.*?</blockquote>`)
	blockTag   = lazyregexp.Lazy(`(?i)</?(?:p|div|li|ul|ol|section|article|main|br|dd|dt|dl|figure|figcaption|aside|header|footer|body|html)\b[^>]*>`)
	anyTag     = lazyregexp.Lazy(`<[^<>]*>`)
	entity     = lazyregexp.Lazy(`&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,30});`)
	isHTML     = lazyregexp.Lazy(`(?is)^\s*<(?:!doctype|html|body|p|div|h[1-6])\b`)
)

// Plain makes text of HTML, and of text with page breaks, with every byte in its
// place: a tag becomes as many blanks. Tables, headings and quotations are no
// prose and are left out.
func Plain(text string) string {
	if !isHTML().MatchString(text) {
		return strings.ReplaceAll(text, "\f", "\n")
	}
	blank := func(re *regexp.Regexp, fill string) {
		text = re.ReplaceAllStringFunc(text, func(s string) string { return blanked(s, fill) })
	}
	blank(hiddenHTML(), "\n\n")
	blank(headHTML(), "\n\n")
	blank(blockTag(), "\n\n")
	blank(anyTag(), "")
	return entity().ReplaceAllStringFunc(text, func(s string) string {
		plain := html.UnescapeString(s)
		if plain == " " {
			plain = " "
		}
		if len(plain) > len(s) {
			return s
		}
		return plain + strings.Repeat(" ", len(s)-len(plain))
	})
}

// blanked is as many blanks as a text has bytes, its line ends kept, begun with
// fill where there is room.
func blanked(s, fill string) string {
	b := []byte(s)
	for i := range b {
		if b[i] != '\n' {
			b[i] = ' '
		}
	}
	if !strings.Contains(s, "\n\n") && len(b) >= len(fill) {
		copy(b, fill)
	}
	return string(b)
}
