package impossible

import (
	"fmt"
	"math"
	"strings"

	"apr/internal/lazyregexp"
)

var (
	anAmount = lazyregexp.Lazy(`£([0-9][0-9,]*(?:\.[0-9]+)?)(?:\s?(m|k|bn|million|billion)\b)?`)
	// wholeSum is before an amount that parts follow: "Of the £1.5m".
	wholeSum = lazyregexp.Lazy(`\bOf\s+(?:(?:the|our|its|this|that)\s+)?$`)
	// partsFollow is between an amount and its parts: ", of which", " gap: ".
	partsFollow = lazyregexp.Lazy(`(?i)^(?:\s+\pL[\pL’'-]*){0,6}?(?:,?\s+of\s+which,?|:)\s+$`)
	// roughly is before an amount that isn't meant exactly.
	roughly = lazyregexp.Lazy(`(?i)\b(?:about|around|nearly|almost|over|under|than|some|roughly|approximately|up to|at least|at most|just|between|only|by)\s+$`)
	// notAPart are words by which amounts aren't parts that leave each other out.
	notAPart = lazyregexp.Lazy(`(?i)\b(?:including|of (?:which|these|this|them|it|that)|both|also|against|than|compared|instead|last year|earlier|previous\w*|before|by (?:then|\pL+day|january|february|march|april|may|june|july|august|september|october|november|december|the end)|up|down|rose|fell|from £|to £|or|between|per|each|every|a (?:year|month|week|day|person|head|place|night)|planned|plan|budget\w*|forecast\w*|expected|needed|asked|twice|half|target|original\w*|now|still|later|then|already|again|more|less|extra|after|while|but|costs?|net|gross|worth)\b|%`)
	// lastPart is before the last of several parts: "£0.4m in care packages and £0.2m in night support".
	lastPart = lazyregexp.Lazy(`(?:,|\pL)\s+and\s+(?:of\s+)?$|\band\s+the\s+other\s+$`)
	// theOther is before what is left of a sum: "the other £0.8m".
	theOther = lazyregexp.Lazy(`(?i)\b(?:the|its|our)\s+(?:other|remaining|rest,|last)\s+$`)
	// neededSum, madeSum and notMadeSum are behind amounts of savings.
	neededSum  = lazyregexp.Lazy(`(?i)^(?:\s+of\s+savings)?(?:\s+(?:was|were|had\s+been|is|are))?\s+(?:needed|required)\b`)
	madeSum    = lazyregexp.Lazy(`(?i)^(?:\s+of\s+(?:them|it|these))?(?:\s+(?:was|were|had\s+been|have\s+been))?\s+(?:made|achieved|delivered)\b`)
	notMadeSum = lazyregexp.Lazy(`(?i)^(?:\s+(?:was|were|had\s+been|have\s+been|that\s+was|that\s+were))?\s+(?:not\s+(?:made|achieved|delivered)|unmade|unachieved)\b`)
)

// nearSum is how much of a sum what is left of it may be wrong by, at most, where the words alone say that
// it is of that sum.
const nearSum = 0.2

// almost keeps what is exactly as much as roundings can't make from being lost as a float: each of them is
// less than half of its last digit.
const almost = 0.999

// An amountAt is an amount in a text.
type amountAt struct {
	start, end  int
	value, half float64 // in pounds, and half of its last digit
	rough       bool
}

// amountsIn are the amounts of a text, in order.
func amountsIn(text string) (all []amountAt) {
	for _, m := range anAmount().FindAllStringSubmatchIndex(text, -1) {
		digits, unit := text[m[2]:m[3]], ""
		if m[4] >= 0 {
			unit = text[m[4]:m[5]]
		}
		a := amountAt{start: m[0], end: m[1], value: measureOf(digits, unit), rough: roughly().MatchString(text[:m[0]])}
		digits = strings.ReplaceAll(digits, ",", "")
		places := 0
		if point := strings.IndexByte(digits, '.'); point >= 0 {
			places = len(digits) - point - 1
		} else if unit == "" {
			places = len(strings.TrimRight(digits, "0")) - len(digits)
		}
		a.half = measureOf("1", unit) * math.Pow10(-places) / 2
		all = append(all, a)
	}
	return all
}

// moneySums finds sums of money in a paragraph that don't come out: parts that are more than their whole,
// and what is left of a sum beside what isn't.
func moneySums(text string) (all []Found) {
	from := 0
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		if amounts := amountsIn(paragraph); len(amounts) >= 3 {
			for i := range amounts {
				for _, f := range [...]*Found{partsOfSum(paragraph, amounts[i:]), leftOfSum(paragraph, amounts[:i+1]), notMade(paragraph, amounts[i:])} {
					if f != nil {
						f.Start, f.End = f.Start+from, f.End+from
						all = append(all, *f)
					}
				}
			}
		}
		from += len(paragraph) + 2
	}
	return all
}

// partsOfSum finds parts behind the first of some amounts that are more than it: "Of the £1.5m not made,
// £0.9m was in prescribing, £0.6m in care packages and £0.2m in night support".
func partsOfSum(text string, amounts []amountAt) *Found {
	whole := amounts[0]
	end := whole.end + sentenceEnd(text[whole.end:])
	n := 1
	for n < len(amounts) && amounts[n].start < end {
		n++
	}
	if n < 3 || whole.rough {
		return nil
	}
	between := text[whole.end:amounts[1].start]
	rest := text[amounts[1].start:end]
	if last := amounts[n-1].end - amounts[1].start; strings.ContainsAny(rest[last:], ",;(–—") {
		rest = rest[:last+strings.IndexAny(rest[last:], ",;(–—")]
	}
	if wholeSum().MatchString(text[:whole.start]) {
		if notAPart().MatchString(between) {
			return nil
		}
	} else if !partsFollow().MatchString(between) {
		return nil
	}
	if lead := text[:amounts[n-1].start]; notAPart().MatchString(rest) || !lastPart().MatchString(lead) &&
		!theOther().MatchString(lead) {
		return nil
	}
	sum, half := 0.0, whole.half
	var parts []string
	for _, a := range amounts[1:n] {
		if a.rough {
			return nil
		}
		sum, half, parts = sum+a.value, half+a.half, append(parts, oneLine(text[a.start:a.end]))
	}
	if sum-whole.value < half*almost {
		return nil // some of it, or rounded
	}
	return &Found{whole.start, amounts[n-1].end, fmt.Sprintf("the parts %s and %s are %s together, and the text has %s", strings.Join(parts[:len(parts)-1], ", "), parts[len(parts)-1], pounds(sum), oneLine(text[whole.start:whole.end])), "correct the amounts"}
}

// leftOfSum finds what is left of a sum, the last of three amounts, that isn't what the first is more than
// the second: "The gap was £5.9m. Savings of £5.6m have been agreed. A plan for the other £0.8m follows."
func leftOfSum(text string, amounts []amountAt) *Found {
	if len(amounts) != 3 {
		return nil
	}
	a, b, left := amounts[0], amounts[1], amounts[2]
	if !theOther().MatchString(text[:left.start]) || a.rough || b.rough || left.rough || b.value >= a.value || left.value >= a.value || wholeSum().MatchString(text[:b.start]) {
		return nil
	}
	off := math.Abs(a.value - b.value - left.value)
	if off < (a.half+b.half+left.half)*almost || off > nearSum*a.value {
		return nil
	}
	return &Found{a.start, left.end, fmt.Sprintf("of %s beside %s the other %s are left, and the text has %s", oneLine(text[a.start:a.end]), oneLine(text[b.start:b.end]), pounds(a.value-b.value), oneLine(text[left.start:left.end])), "correct the amounts"}
}

// notMade finds savings that weren't made and aren't what was needed less what was made.
func notMade(text string, amounts []amountAt) *Found {
	needed := amounts[0]
	if len(amounts) < 3 || needed.rough || !neededSum().MatchString(text[needed.end:]) {
		return nil
	}
	made := amounts[1]
	if made.rough || !madeSum().MatchString(text[made.end:]) || made.value >= needed.value {
		return nil
	}
	for _, left := range amounts[2:] {
		if left.rough || !notMadeSum().MatchString(text[left.end:]) {
			continue
		}
		if off := math.Abs(needed.value - made.value - left.value); off >= (needed.half+made.half+left.half)*almost {
			return &Found{needed.start, left.end, fmt.Sprintf("of %s needed and %s made %s are left, and the text has %s as not made", oneLine(text[needed.start:needed.end]), oneLine(text[made.start:made.end]), pounds(needed.value-made.value), oneLine(text[left.start:left.end])), "correct the amounts"}
		}
		return nil
	}
	return nil
}

// pounds is an amount as texts have it.
func pounds(v float64) string {
	if v >= 100_000 {
		return "£" + plain(math.Round(v/1e4)/100) + "m"
	}
	return "£" + plain(math.Round(v*100)/100)
}
