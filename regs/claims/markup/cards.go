package markup

import (
	"html"
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
	figureFirst = lazyregexp.Lazy(`^£?\d[\d,]*(?:\.\d+)?(?:%| ?(?:m|million|per cent))?(?:$|[,;]| or | \()`)
	asRate      = lazyregexp.Lazy(`^(?:[a-z]+ ){0,3}per \d`)
	spending    = lazyregexp.Lazy(`(?i)^(?:total )?(?:spend|spending|spent|we spent)$`)
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
	return strings.TrimSpace(html.UnescapeString(p.text[p.tags[i].end:p.tags[i+1].start]))
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

// cardBelow is the tag of the words on a card of no more than the heading that tag i opens, a figure and these words, which go
// on from the figure as those of a rate do, "per 100,000 adults", or say on what it was spent; 0 where it is no such card.
func (p *pageReader) cardBelow(i int) (words int) {
	const most = 6 // tags from the end of the heading to the words
	end := p.tags[i].closed
	if i == 0 || p.tags[i-1].closes || p.tags[i-1].closed == 0 || p.between(i-1) != "" || p.between(end) != "" {
		return 0
	}
	for k := end + 2; k < min(end+most, len(p.tags)-1); k++ {
		t := p.tags[k]
		if t.closes || t.closed == 0 || t.name != "p" && t.name != "div" {
			continue
		}
		_, below := p.belowFigure(k)
		words := p.wordsBehind(k)
		goesOn := asRate().MatchString(words) || strings.HasPrefix(words, "on ") && spending().MatchString(p.words(i))
		if below && goesOn && p.tags[i-1].closed == t.closed+1 && p.between(t.closed) == "" {
			return k
		}
	}
	return 0
}

// card makes a paragraph of a heading, the figure below it and the words of tag k.
func (p *pageReader) card(i, k int) (last int) {
	end := p.tags[i].closed
	p.headings = append(p.headings, Heading{At: p.tags[end].end, Level: levelOf(p.tags[i].name), Words: p.words(i)})
	for _, t := range p.tags[i : k+1] {
		p.blank(t.start, t.end)
	}
	p.goOn(p.tags[i].start, p.tags[k].end)
	p.put(p.tags[i].start, "\n\n")
	p.put(p.tags[end].start, ":")
	return k
}

// termOf is the tag that ends the term of which the description that tag i opens gives a figure, or begins with one that more
// follow: "£12.8m, £0.2m more than planned"; -1 where it says something else.
func (p *pageReader) termOf(i int) int {
	if p.tags[i].name != "dd" || i+1 == len(p.tags) || i == 0 || p.between(i-1) != "" || !figureFirst().MatchString(p.wordsBehind(i)) {
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
