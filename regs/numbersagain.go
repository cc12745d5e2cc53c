package regs

import (
	"fmt"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/regs/impossible"
)

// A saidNumber is a number that a sentence gives of something.
type saidNumber struct {
	written  string
	value    int
	at       statement
	start    int
	definite bool // "the nine link workers": which were counted before
	bare     bool // nothing narrows what is counted
}

func (n *saidNumber) pos() source.Position { return n.at.at(n.start) }

var (
	// worksFor is how many work for the authority, however that is said.
	worksFor    = lazyregexp.Lazy(`(?i)\b([0-9]{1,3},[0-9]{3}|[0-9]{3,5})\s+(?:(?:members\s+of\s+)?staff\b|employees\b|workers\b|colleagues\b|people\s+(?:who\s+)?(?:work|are\s+employed|were\s+employed|are\s+on\s+our\s+payroll)\b)|\b(?:employs?|workforce\s+of|staff\s+of)\s+(?:about\s+|around\s+|some\s+|nearly\s+|over\s+)?([0-9]{1,3},[0-9]{3}|[0-9]{3,5})\b`)
	notAllStaff = lazyregexp.Lazy(`(?i)\b(?:who|among|trained|answered|left|joined|new|vacan\w+|nurs\w+|volunteers?|council['’]s|health board['’]s|providers?|last year|survey\w*|vaccin\w+|took|sessions?|in (?:the )?(?:north|south|east|west)|in (?:care homes|hospitals?|Scotland))\b`)
)

// nearStaff is how many bytes before a number of staff say of whom it is.
const nearStaff = 40

// staffAgain reports so many staff in one text and as many with two digits exchanged in another.
func (p *Pass) staffAgain(all []statement) {
	var said []saidNumber
	for _, s := range all {
		if !s.has("staff", "employ", "work", "colleagues") {
			continue
		}
		for _, m := range worksFor().FindAllStringSubmatchIndex(s.words, -1) {
			from := max(m[2], m[4])
			to := max(m[3], m[5])
			before, behind := s.words[max(0, m[0]-nearStaff):m[0]], s.words[m[1]:]
			if end := strings.IndexAny(behind, ",;:.(0123456789"); end >= 0 {
				behind = behind[:end]
			}
			if notAllStaff().MatchString(before[strings.LastIndexAny(before, ",;:.(")+1:]) || notAllStaff().MatchString(behind) {
				continue
			}
			written := s.words[from:to]
			said = append(said, saidNumber{written: written, value: impossible.Size(written), at: s, start: from})
		}
	}
	p.exchangedAgain(said, " staff")
}

// exchangedAgain reports the first two numbers of one thing that are alike but for two digits.
func (p *Pass) exchangedAgain(said []saidNumber, what string) {
	for i := range said {
		for k := range said[:i] {
			if !neighboursExchanged(strconv.Itoa(said[k].value), strconv.Itoa(said[i].value)) {
				continue
			}
			wrong, other := &said[i], &said[k]
			times := func(v int) (n int) {
				for _, s := range said {
					if s.value == v {
						n++
					}
				}
				return n
			}
			if times(wrong.value) > times(other.value) {
				wrong, other = other, wrong
			}
			p.add(Finding{Position: wrong.pos(), Likely: true, Found: fmt.Sprintf("the text has %s%s, and another has %s: the digits seem to be exchanged in one of them", wrong.written, what, other.written),
				Hint: "make both say the same, or say how they differ", Related: []source.Related{{Position: other.pos(), Message: "the other number"}}})
			return
		}
	}
}

var saidPounds = lazyregexp.Lazy(`£([0-9][0-9,]*(?:\.[0-9]+)?)\s?(m|k|bn|million|billion)?\b`)

// leastShared is how many telling words two sentences have in common that give one amount.
const leastShared = 3

// A saidAmount is an amount in a sentence.
type saidAmount struct {
	digits, written string
	at              statement
	start           int
}

// amountsAgain reports an amount that another text gives with two digits exchanged, in a sentence that
// has another amount or three telling words in common with it.
func (p *Pass) amountsAgain(all []statement) {
	var said []saidAmount
	times := map[string]int{}
	for _, s := range all {
		if !s.has("£") {
			continue
		}
		for _, m := range saidPounds().FindAllStringSubmatchIndex(s.words, -1) {
			unit := ""
			if m[4] >= 0 {
				unit = s.words[m[4]:m[5]][:1]
			}
			digits := strings.ReplaceAll(s.words[m[2]:m[3]], ",", "") + unit
			times[digits]++
			said = append(said, saidAmount{digits, s.words[m[0]:m[1]], s, m[0]})
		}
	}
	for i := range said {
		for k := range said[:i] {
			wrong, other := &said[i], &said[k]
			if !digitsExchanged(wrong.digits, other.digits) || wrong.at.text.Position == other.at.text.Position || !ofOneSum(wrong, other) {
				continue
			}
			if times[wrong.digits] > times[other.digits] {
				wrong, other = other, wrong
			}
			p.add(Finding{Position: wrong.at.at(wrong.start), Likely: true, Found: fmt.Sprintf("the text has %s, and another has %s: the digits seem to be exchanged in one of them", wrong.written, other.written),
				Hint: "make both say the same, or say how they differ", Related: []source.Related{{Position: other.at.at(other.start), Message: "the other amount"}}})
			return
		}
	}
}

// digitsExchanged reports whether two amounts are the same but for two neighbouring digits, whether a
// point is between them or not.
func digitsExchanged(a, b string) bool {
	if len(a) != len(b) || strings.IndexByte(a, '.') != strings.IndexByte(b, '.') {
		return false
	}
	a, b = strings.Replace(a, ".", "", 1), strings.Replace(b, ".", "", 1)
	return neighboursExchanged(a, b)
}

// ofOneSum reports whether two sentences speak of the same money, as far as what they have in common says.
func ofOneSum(a, b *saidAmount) bool {
	same := false
	for _, m := range saidPounds().FindAllString(a.at.words, -1) {
		same = same || m != a.written && strings.Contains(b.at.words, m)
	}
	words, shared := map[string]bool{}, 0
	for _, w := range placedWords(a.at.words) {
		if low := strings.ToLower(w.text); len(low) >= 5 && !smallWords()[low] {
			words[low] = true
		}
	}
	for _, w := range placedWords(b.at.words) {
		if low := strings.ToLower(w.text); words[low] {
			words[low] = false
			shared++
		}
	}
	return same && shared >= 1 || shared >= leastShared
}
