package markup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/lazyregexp"
)

// This file joins what pages set apart and what is read together: a figure on a card with the words below it, and a term of a
// list with the figure that is all that is said of it.

var (
	figureAlone = lazyregexp.Lazy(`^£?\d[\d,]*(?:\.\d+)?(?:%| ?(?:m|million|per cent))?$`)
	wordsInside = []string{"b", "strong", "span", "em"}
)

// belowFigure is where a figure ends that stands by itself in the block right before the one that tag i opens and that goes
// on with it in small letters, "<p>5,846</p><p>people went into hospital"; ok is false where there is none.
func (p *pageReader) belowFigure(i int) (end int, ok bool) {
	if first, _ := utf8.DecodeRuneInString(p.wordsBehind(i)); !unicode.IsLower(first) {
		return 0, false
	}
	k := i - 1
	for k > 0 && p.tags[k].closes && p.between(k) == "" && p.tags[k-1].closes && slices.Contains(wordsInside, p.tags[k-1].name) {
		k--
	}
	if k < 1 || !p.tags[k].closes || p.between(i-1) != "" || p.tags[k-1].closes || !isBlockOrInline(p.tags[k-1].name) {
		return 0, false
	}
	return p.tags[k].start, figureAlone().MatchString(p.between(k - 1))
}

func isBlockOrInline(element string) bool {
	return element == "p" || element == "div" || slices.Contains(wordsInside, element)
}

// between is the text from a tag to the next.
func (p *pageReader) between(i int) string {
	return strings.TrimSpace(p.text[p.tags[i].end:p.tags[i+1].start])
}

// wordsBehind is the text behind a tag, or behind those of emphasis that come next.
func (p *pageReader) wordsBehind(i int) string {
	for ; i+1 < len(p.tags); i++ {
		if text := p.between(i); text != "" || !slices.Contains(wordsInside, p.tags[i+1].name) {
			return text
		}
	}
	return ""
}

// termOf is the tag that ends the term of which the description that tag i opens gives no more than a figure; -1 where it says
// more.
func (p *pageReader) termOf(i int) int {
	if p.tags[i].name != "dd" || i+1 == len(p.tags) || p.tags[i+1].name != "dd" || i == 0 || p.between(i-1) != "" || !figureAlone().MatchString(p.between(i)) {
		return -1
	}
	if before := p.tags[i-1]; before.name == "dt" && before.closes {
		return i - 1
	}
	return -1
}

// goOn makes one paragraph of what is from one byte to another.
func (p *pageReader) goOn(start, end int) {
	for at := start; at < end; at++ {
		if c := p.out[at]; c == '\n' || c == '\r' {
			p.out[at] = ' '
		}
	}
}
