package sentence

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/lazyregexp"
)

// Quotation is a block of somebody's words.
type Quotation struct {
	Paragraphs []Span
	// By says whose words they are, Before is what leads to them and ends in a colon; both are "" where nothing does.
	By, Before string
	// Lines is how many of them were counted as left out.
	Lines int
}

var (
	boxedBy = lazyregexp.Lazy(`\bby=(?:"([^"]*)"|'([^']*)'|“([^”]*)”)`)
	// nameBehind finds the name behind the last of somebody's words, which is behind a dash.
	nameBehind = lazyregexp.Lazy(`(?:[.!?…]["'”’]?|["”])\s+((?:—|–|--|―)\s*[^.!?]+?)\s*$`)
)

// dashes stand before the name of somebody who is quoted.
var dashes = []string{"—", "–", "--", "―"}

// beginQuotation begins a block of somebody's words, and marks where they are said to be somebody's.
func (p *Passage) beginQuotation(mark string) {
	q := Quotation{}
	if m := boxedBy().FindStringSubmatch(mark); m != nil {
		q.By = m[1] + m[2] + m[3]
	}
	p.Quotations = append(p.Quotations, q)
}

// quoteLine adds a line to the last quotation; goesOn is true where the paragraph before does.
func (p *Passage) quoteLine(line string, offset int, goesOn bool) (paragraph bool) {
	p.LeftOut.Quotations++
	if len(p.Quotations) == 0 {
		return false
	}
	q := &p.Quotations[len(p.Quotations)-1]
	q.Lines++
	words := strings.TrimLeft(line, "> \t")
	start, end := offset+len(line)-len(words), offset+len(line)
	p.Blank(offset, start)
	if words = strings.TrimSpace(words); words == "" || !IsProse(words) {
		return false
	}
	item := itemEnd(words)
	if _, name := behindDash(words); name {
		goesOn = false
	}
	if last := len(q.Paragraphs) - 1; goesOn && item == 0 {
		q.Paragraphs[last].End = end
	} else {
		q.Paragraphs = append(q.Paragraphs, Span{start + item, end})
	}
	return true
}

// attribute finds whose words the quotations are: behind a dash at their end or below them, or before a colon above.
func (p *Passage) attribute() {
	for i := range p.Quotations {
		q := &p.Quotations[i]
		if len(q.Paragraphs) == 0 {
			continue
		}
		q.Before = p.wordsAbove(q.Paragraphs[0].Start)
		last := &q.Paragraphs[len(q.Paragraphs)-1]
		text := string(p.Plain[last.Start:last.End])
		if by, ok := behindDash(text); ok && len(q.Paragraphs) > 1 {
			q.By, q.Paragraphs = by, q.Paragraphs[:len(q.Paragraphs)-1]
		} else if m := nameBehind().FindStringSubmatchIndex(text); m != nil {
			q.By, _ = behindDash(text[m[2]:m[3]])
			last.End = last.Start + m[2]
		} else if q.By == "" {
			q.By = p.nameBelow(last.End)
		}
	}
}

// behindDash are the words of a text behind the dash that it begins with.
func behindDash(text string) (string, bool) {
	text = strings.TrimSpace(text)
	for _, dash := range dashes {
		if rest, ok := strings.CutPrefix(text, dash); ok {
			return trimWords(strings.TrimLeft(rest, "—–- ")), true
		}
	}
	return "", false
}

// trimWords are words with one blank between each two, without marks of emphasis.
func trimWords(text string) string {
	text = strings.NewReplacer("*", " ", "_", " ", "\\", " ").Replace(text)
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), " ,", ",") // of **Jo Bell**, our chair
}

// blockFrom is the number of the first block that begins at a place or behind it.
func (p *Passage) blockFrom(at int) int {
	n, _ := slices.BinarySearchFunc(p.Blocks, at, func(b Span, at int) int { return b.Start - at })
	return n
}

// wordsAbove is the last sentence of the paragraph right above a place where that ends in a colon.
func (p *Passage) wordsAbove(at int) string {
	n := p.blockFrom(at)
	if n == 0 {
		return ""
	}
	b := p.Blocks[n-1]
	text := strings.TrimRight(string(p.Plain[b.Start:b.End]), " \n*_")
	if len(bytes.TrimSpace(p.Plain[b.End:at])) > 0 || !strings.HasSuffix(text, ":") {
		return ""
	}
	return trimWords(string(p.Plain[p.sentenceStart(b, b.Start+len(text)) : b.Start+len(text)]))
}

// nameBelow is what stands behind a dash in the paragraph right below a place.
func (p *Passage) nameBelow(at int) string {
	n := p.blockFrom(at)
	if n == len(p.Blocks) || len(bytes.TrimSpace(p.Plain[at:p.Blocks[n].Start])) > 0 {
		return ""
	}
	by, _ := behindDash(string(p.Plain[p.Blocks[n].Start:p.Blocks[n].End]))
	return by
}

// sentenceStart is where the sentence of a block begins that a place is in.
func (p *Passage) sentenceStart(b Span, at int) int {
	for i := at - 1; i >= b.Start; i-- {
		if strings.IndexByte(".!?", p.Plain[i]) >= 0 && p.endsSentence(b, i) {
			for i++; i < at && strings.IndexByte(` .!?)"'`, p.Plain[i]) >= 0; i++ {
			}
			return i
		}
	}
	return b.Start
}

// Spoken are somebody's words within a block of prose, between quotation marks.
type Spoken struct {
	// Span has the marks, Words only what is between them.
	Span, Words Span
	// Before and Behind are the rest of the sentence on either side, up to other words between marks.
	Before, Behind Span
}

// Spoken are the words between quotation marks in a block, but for a few that are no more than a term.
func (p *Passage) Spoken(b Span) (list []Spoken) {
	at := b.Start
	unclosed := map[rune]bool{} // so that a text of many isn't looked through for each
	for at < b.End {
		s, ok := p.spokenFrom(b, at, unclosed)
		if !ok {
			break
		}
		words := bytes.TrimSpace(p.Plain[s.Words.Start:s.Words.End])
		if at = s.Span.End; bytes.IndexByte(words, ' ') > 0 || len(words) > 0 && strings.IndexByte(",.!?", words[len(words)-1]) >= 0 {
			list = append(list, s)
		}
	}
	for i := range list {
		s, from, to := &list[i], b.Start, b.End
		if i > 0 {
			from = list[i-1].Span.End
		}
		if i+1 < len(list) {
			to = list[i+1].Span.Start
		}
		s.Before = Span{p.sentenceStart(Span{from, b.End}, s.Span.Start), s.Span.Start}
		s.Behind = Span{s.Span.End, p.sentenceEnd(b, s.Span.End, to)}
	}
	return list
}

// sentenceEnd is where the sentence ends that a place is in, at the latest at to.
func (p *Passage) sentenceEnd(b Span, at, to int) int {
	for i := at; i < to; i++ {
		if strings.IndexByte(".!?", p.Plain[i]) >= 0 && p.endsSentence(b, i) {
			return i
		}
	}
	return to
}

// spokenFrom are the first words between quotation marks behind a place.
func (p *Passage) spokenFrom(b Span, from int, unclosed map[rune]bool) (Spoken, bool) {
	for at := from; at < b.End; {
		r, size := utf8.DecodeRune(p.Plain[at:b.End])
		if !unclosed[r] && p.opens(b, at, r) {
			if end, width := p.closing(b, at+size, r); end > 0 {
				return Spoken{Span: Span{at, end + width}, Words: Span{at + size, end}}, true
			}
			unclosed[r] = true
		}
		at += size
	}
	return Spoken{}, false
}

// opens reports whether what stands at a place opens somebody's words.
func (p *Passage) opens(b Span, at int, mark rune) bool {
	if at > b.Start && p.Plain[at-1] != ' ' && p.Plain[at-1] != '(' {
		return false
	}
	switch mark {
	case '"', '“':
		return true
	case '\'', '‘': // which look like an apostrophe
		i := at - 1
		for i > b.Start && p.Plain[i] == ' ' {
			i--
		}
		return i < b.Start || strings.IndexByte(":,.", p.Plain[i]) >= 0
	}
	return false
}

// closing is where the next mark is that closes another, and its width, 0 where none does.
func (p *Passage) closing(b Span, from int, mark rune) (end, width int) {
	closes := map[rune]string{'"': `"`, '“': "”", '\'': `'`, '‘': "’"}[mark]
	for i := from; i < b.End; i++ {
		n := bytes.Index(p.Plain[i:b.End], []byte(closes))
		if n < 0 {
			return 0, 0
		}
		if i += n; mark == '"' || mark == '“' || p.closesWords(b, i, i+len(closes)) {
			return i, len(closes)
		}
	}
	return 0, 0
}

// closesWords reports whether what looks like an apostrophe stands behind the end of a sentence and before a blank.
func (p *Passage) closesWords(b Span, start, end int) bool {
	next, _ := utf8.DecodeRune(p.Plain[end:])
	return strings.IndexByte(".,!?", p.Plain[start-1]) >= 0 && (end == b.End || !unicode.IsLetter(next) && !unicode.IsDigit(next))
}
