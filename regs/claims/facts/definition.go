package facts

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/exact"
)

// numberName is a small number in figures or in words.
const numberName = `([0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|eighteen|twenty-eight|seventy-two|an?)`

// ageNamed is an age that bounds whom a figure is of. The age is in one of the groups.
var ageNamed = lazyregexp.Lazy(`(?i)\baged (?:under |over |below |above )?([0-9]{2})\b(?: (?:and|or) (?:over|older|above|more)|\+)?|\b(?:people|adults|persons|men|women|residents|patients|population|those|in|of) (?:who are )?(?:over|under)[ -](?:the age of )?([0-9]{2})s?\b|\bthe (?:over|under)[ -]([0-9]{2})s?\b|\b([0-9]{2})\+|\b([0-9]{2})(?: years)? (?:and|or) (?:over|older|above)\b|\bbefore (?:the age of|age|turning|reaching) ([0-9]{2})\b`)

// limitNamed is the time within which something is done.
var limitNamed = lazyregexp.Lazy(`(?i)\b(?:within|inside|in under|in less than) (?:a maximum of |the |at most )?` + numberName + `[ -](?:working |calendar )?(hour|day|week|fortnight|month|year)s?\b`)

var numbersByName = map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"fourteen": 14, "eighteen": 18, "twenty-eight": 28, "seventy-two": 72}

// HoursOf is how many hours there are in a unit of time; in a month on average.
var HoursOf = map[string]float64{"hour": 1, "day": 24, "week": 7 * 24, "fortnight": 14 * 24, "month": 730.5, "year": 8766}

// Bound is an age or a time that a text or a definition names.
type Bound struct {
	Size       float64 // years, or hours
	unit       string  // of a time
	Start, End int
}

// HoldsAny reports whether one of the words is in a text.
func HoldsAny(text string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// agesIn are the ages that bound whom a text is about.
func agesIn(text string) (all []Bound) {
	if !HoldsAny(strings.ToLower(text), "aged", "over", "under", "older", "above", "before", "+") {
		return nil // as most texts
	}
	for _, m := range ageNamed().FindAllStringSubmatchIndex(text, -1) {
		for g := 2; g < len(m); g += 2 {
			if m[g] >= 0 {
				n, _ := strconv.Atoi(text[m[g]:m[g+1]])
				if rest := text[m[1]:]; !strings.HasPrefix(rest, "%") && !strings.HasPrefix(rest, " per cent") {
					all = append(all, Bound{Size: float64(n), Start: m[0], End: m[1]})
				}
				break
			}
		}
	}
	return all
}

// LimitsIn are the times within which a text says that something is done.
func LimitsIn(text string) (all []Bound) {
	if !HoldsAny(strings.ToLower(text), "within", "inside", "in under", "in less than") {
		return nil
	}
	for _, m := range limitNamed().FindAllStringSubmatchIndex(text, -1) {
		number := strings.ToLower(text[m[2]:m[3]])
		n, ok := numbersByName[number]
		if !ok {
			n, _ = strconv.Atoi(number)
		}
		unit := strings.ToLower(text[m[4]:m[5]])
		all = append(all, Bound{float64(n) * HoursOf[unit], unit, m[0], m[1]})
	}
	return all
}

// OtherBound is the only age or time of a text where that isn't one of the thing's definition.
func (t *Thing) OtherBound(text string) (said Bound, ok bool) {
	for kind := range boundKinds[:2] {
		if said, ok = t.other(text, kind); ok {
			return said, true
		}
	}
	return said, false
}

// boundKinds are the kinds of bounds.
var boundKinds = [...]boundKind{{agesIn, 0}, {LimitsIn, 0.1}, {rangesIn, 0}, {lastsIn, 0.1}}

// bounds are those that the thing's definition has.
func (t *Thing) bounds() *[len(boundKinds)][]Bound {
	t.bounded.Do(func() {
		for i, k := range boundKinds {
			t.bound[i] = k.in(t.Definition)
		}
	})
	return &t.bound
}

// boundKind finds the bounds of a kind in a text; two are the same where they differ by no more
// than a part of them.
type boundKind struct {
	in   func(string) []Bound
	near float64
}

// Others are the bounds of each kind that a text has alone, where they aren't in the thing's definition.
func (t *Thing) Others(text string) (all []Bound) {
	for kind := range boundKinds {
		if said, ok := t.other(text, kind); ok {
			all = append(all, said)
		}
	}
	return all
}

// other is the only bound of a kind in a text where that isn't one of the thing's definition.
func (t *Thing) other(text string, kind int) (said Bound, ok bool) {
	is := t.bounds()[kind]
	if len(is) == 0 {
		return said, false // as most
	}
	k := boundKinds[kind]
	all := k.in(text)
	if len(all) != 1 {
		return said, false
	}
	return all[0], !slices.ContainsFunc(is, func(b Bound) bool {
		if b.unit == all[0].unit {
			return b.Size == all[0].Size
		}
		return math.Abs(b.Size-all[0].Size) <= k.near*b.Size // "four weeks" of 28 days
	})
}

// monthsOfAge are ages in months: "at 27 to 30 months".
var monthsOfAge = lazyregexp.Lazy(`(?i)\b([0-9]{1,2}) (?:to|and|or) ([0-9]{1,2}) months\b`)

// lastOfLife is the time before death that a figure is of.
var lastOfLife = lazyregexp.Lazy(`(?i)\b(?:last|final|closing) ` + numberName + ` (week|month|year)s?\b`)

// rangesIn are the ages in months of a text, each as one number.
func rangesIn(text string) (all []Bound) {
	if !strings.Contains(text, "months") {
		return nil
	}
	for _, m := range monthsOfAge().FindAllStringSubmatchIndex(text, -1) {
		from, to := exact.Parse(text[m[2]:m[3]]), exact.Parse(text[m[4]:m[5]])
		n, _ := new(big.Rat).Add(new(big.Rat).Mul(from, exact.Rat(100, 1)), to).Float64()
		all = append(all, Bound{Size: n, Start: m[0], End: m[1]})
	}
	return all
}

// lastsIn are the times before death that a text names, in hours.
func lastsIn(text string) (all []Bound) {
	if !HoldsAny(text, "ast ", "inal ", "losing ") {
		return nil
	}
	for _, m := range lastOfLife().FindAllStringSubmatchIndex(text, -1) {
		number := strings.ToLower(text[m[2]:m[3]])
		n, ok := numbersByName[number]
		if !ok {
			if v := exact.Parse(number); v != nil {
				n = int(v.Num().Int64())
			}
		}
		unit := strings.ToLower(text[m[4]:m[5]])
		all = append(all, Bound{float64(n) * HoursOf[unit], unit, m[0], m[1]})
	}
	return all
}
