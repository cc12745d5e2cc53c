package verify

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"apr/internal/project/datum"
	"apr/internal/wording"
	"apr/regs/claims"
)

// agreeing are the figures of what is read for claims that agree with the inputs, in order.
func (p *page) agreeing() (list []claims.Shown) {
	var begins []int // of the paragraphs
	if p.prose != nil {
		at := 0
		for _, paragraph := range p.prose.paragraphs {
			begins = append(begins, at)
			at += len(paragraph) + len(between)
		}
	}
	for i := range p.Figures {
		f := &p.Figures[i]
		begin, n := 0, f.at.paragraph
		switch {
		case !f.agrees || f.at.start >= f.at.end || p.prose != nil && (n < 1 || n > len(begins)):
			continue // as in a table
		case p.prose != nil && f.at.end > len(p.prose.paragraphs[n-1]):
			continue // it goes on in another paragraph
		case p.prose != nil:
			begin = begins[n-1]
		}
		if id, err := datum.Parse(f.ID); err == nil {
			list = append(list, claims.Shown{Start: begin + f.at.start, End: begin + f.at.end, ID: id})
		}
	}
	slices.SortStableFunc(list, func(a, b claims.Shown) int { return cmp.Compare(a.Start, b.Start) })
	end := 0
	return slices.DeleteFunc(list, func(s claims.Shown) bool {
		if s.Start < end {
			return true // it is in another
		}
		end = s.End
		return false
	})
}

// onOneLine moves spans of a text to where they are when it is on one line.
func onOneLine(text string, spans []*span) {
	if len(spans) == 0 || wording.OneLine(text) == text {
		return
	}
	moved := make([]int, len(text)+1)
	size, blank := 0, false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			blank = size > 0
		} else if blank {
			size, blank = size+1, false
		}
		for k := range n {
			moved[i+k] = size
			if !unicode.IsSpace(r) {
				size++
			}
		}
		i += n
	}
	moved[len(text)] = size
	for _, s := range spans {
		s.start, s.end = moved[min(s.start, len(text))], moved[min(s.end, len(text))]
	}
}
