// Package impossible finds in a text what can't be, whatever the data say: a day that no
// month has, an amount with a digit too few or a unit twice, and parts that are more than
// their whole.
package impossible

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"apr/internal/lazyregexp"
)

// Found is one thing that can't be, with where it is in the text.
type Found struct {
	Start, End    int
	Message, Hint string
}

// Find finds what can't be in a text, in order. References have to be blanks in it.
func Find(text string) []Found { return find(text, look(text)) }

func find(text string, may mayHave) (all []Found) {
	all = append(days(text, may), amounts(text, may)...)
	all = append(all, partsOfWhole(text, may.parts)...)
	if may.whole || strings.Contains(text, ": ") {
		all = append(all, partsTogether(text, may)...)
	}
	if strings.Contains(text, "%") || strings.Contains(text, " cent ") {
		all = append(all, sharesTogether(text)...)
	}
	if strings.Contains(text, ":") {
		all = append(append(all, lists(text)...), partsInPlaces(text)...)
	}
	all = append(all, partsOfCount(text)...)
	all = append(all, partsOfKinds(text)...)
	if strings.Contains(text, "£") {
		exchanged := moneyParts(text)
		all = append(all, exchanged...)
		for _, f := range moneySums(text) {
			if !slices.ContainsFunc(exchanged, func(o Found) bool { return o.Start < f.End && f.Start < o.End }) {
				all = append(all, f)
			}
		}
	}
	if strings.Contains(text, "|") {
		all = append(all, sums(text)...)
	}
	all = append(all, turnedRound(text)...)
	if may.months > 1 && strings.Contains(text, " 20") {
		all = append(all, spans(text)...)
	}
	slices.SortStableFunc(all, func(a, b Found) int { return a.Start - b.Start })
	return all
}

const monthName = `(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)`

var (
	dayThenMonth = lazyregexp.Lazy(`\b([0-9]{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+` + monthName + `\b\.?(?:,?\s+(20[0-9]{2})\b)?`)
	monthThenDay = lazyregexp.Lazy(`\b` + monthName + `\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,\s+(20[0-9]{2})\b`)
	numericDay   = lazyregexp.Lazy(`(?:^|[\s(])(?:([0-9]{1,2})[/.]([0-9]{1,2})[/.](20[0-9]{2})|(20[0-9]{2})-([0-9]{2})-([0-9]{2}))(?:$|[\s,.;:)])`)
	// leadsToDay is before a day without a year, which else may be a number of things:
	// "the 31 June referrals".
	leadsToDay = lazyregexp.Lazy(`(?i)(?:\b(?:on|by|until|till|since|from|to|before|after|and|ended|ending|ends|at|dated|of|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)|[(–—-])$`)
)

// days finds days that no month has.
func days(text string, may mayHave) (all []Found) {
	add := func(start, end, day, month, year int) {
		first := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
		last := first.AddDate(0, 1, -1).Day()
		written := strings.Join(strings.Fields(strings.TrimRight(text[start:end], ".")), " ")
		why := fmt.Sprintf("%s has %d days", first.Month(), last)
		switch {
		case month < 1 || month > 12:
			why = "the year has 12 months"
		case day >= 1 && day <= last:
			return
		case month == 2 && day == 29:
			why = fmt.Sprintf("February %d has %d days", year, last)
		}
		all = append(all, Found{start, end, fmt.Sprintf("there is no %s: %s", written, why), "correct the day or the month"})
	}
	for _, m := range matches(may.dayThenMonth, dayThenMonth, text) {
		day, year := number(text[m[2]:m[3]]), 2024 // a leap year
		if m[6] >= 0 {
			year = number(text[m[6]:m[7]])
		} else if !leadsToDay().MatchString(lastWord(text[:m[0]])) || strings.HasSuffix(strings.TrimRight(text[:m[0]], " \n"), "/") {
			continue
		}
		if m[0] > 0 && strings.IndexByte("0123456789.,/£–-", text[m[0]-1]) >= 0 {
			continue // the end of another number
		}
		add(m[0], m[1], day, monthOf(text[m[4]:m[5]]), year)
	}
	for _, m := range monthThenDay().FindAllStringSubmatchIndex(text, -1) {
		add(m[0], m[1], number(text[m[4]:m[5]]), monthOf(text[m[2]:m[3]]), number(text[m[6]:m[7]]))
	}
	for _, m := range matches(may.numericDay, numericDay, text) {
		if m[2] >= 0 {
			add(m[2], m[7], number(text[m[2]:m[3]]), number(text[m[4]:m[5]]), number(text[m[6]:m[7]]))
		} else {
			add(m[8], m[13], number(text[m[12]:m[13]]), number(text[m[10]:m[11]]), number(text[m[8]:m[9]]))
		}
	}
	return all
}

// monthOf is the month that a name or its beginning is of.
func monthOf(name string) int {
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(m.String(), name[:3]) {
			return int(m)
		}
	}
	return 0
}

func number(digits string) int {
	n, err := strconv.Atoi(strings.ReplaceAll(digits, ",", ""))
	if err != nil {
		return 0
	}
	return n
}

var (
	// misgrouped is an amount, or a number of two groups or more, whose last digits are two, one or
	// four: £240,00.
	misgrouped = lazyregexp.Lazy(`£\s?[0-9]{1,3}(?:,[0-9]{3})*,(?:[0-9]{1,2}|[0-9]{4,})\b|\b[0-9]{1,3}(?:,[0-9]{3})+,(?:[0-9]{1,2}|[0-9]{4})\b|£\s?[0-9]{4,},[0-9]{3}\b`)
	// unitTwice is an amount in full, or with a unit, that has another behind it.
	unitTwice = lazyregexp.Lazy(`(£\s?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{5,})(?:\.[0-9]+)?\s?(million|billion|m|bn)\b|(£\s?)[0-9][0-9.,]*\s?(?:m|bn|k)\s+(?:million|billion|thousand)\b|£\s?[0-9][0-9.,]*\s(?:million|billion|thousand)\s+(?:million|billion)\b`)
)

// amounts finds numbers whose digits are grouped as no number's are, and amounts with a unit
// too much.
func amounts(text string, may mayHave) (all []Found) {
	for _, m := range matches(may.grouped, misgrouped, text) {
		if rest := text[m[1]:]; len(rest) > 1 && (rest[0] == ',' || rest[0] == '.') && rest[1] >= '0' && rest[1] <= '9' && rest[0] == ',' {
			continue
		}
		if m[0] > 0 && strings.IndexByte("0123456789.,", text[m[0]-1]) >= 0 {
			continue
		}
		all = append(all, Found{m[0], m[1], fmt.Sprintf("the digits of %q are grouped as no number's are: one seems to be missing, or to be too many", text[m[0]:m[1]]), "write the number again"})
	}
	for _, m := range matches(strings.Contains(text, "£"), unitTwice, text) {
		if m[4] >= 0 && number(text[m[4]:m[5]]) < 10_000 {
			continue // £1,350 million
		}
		written := strings.Join(strings.Fields(text[m[0]:m[1]]), " ")
		all = append(all, Found{m[0], m[1], fmt.Sprintf("%q can't be: the amount has its unit twice", written), "delete the unit, or the noughts"})
	}
	return all
}

const count = `([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)`

var (
	// partHere is a part of a whole that a text begins with.
	partHere = lazyregexp.Lazy(`(?i)^` + count + `\s+(?:out\s+)?of\s+(?:the|our|its|their|all|these|those)?\s*` + count + `\s+(\pL[\pL-]+)`)
	// namedByNumber is before a number that is a name: "Ward 12 of the three hospitals".
	namedByNumber = lazyregexp.Lazy(`(?:\pL*\p{Lu}\pL*|\b(?i:page|table|figure|regulation|regulations|section|paragraph|article|number|no\.?|ward|phase|stage|step|level|item|band|grade|room|age|aged|to|per|and|–|-))$`)
	monthLast     = lazyregexp.Lazy(monthName + `$`)
	notCounted    = wordSet(`january february march april may june july august september october november december per percent hours minutes days weeks months years year points pounds miles`)
)

// partAt is the part of a whole with "of" at a place, from an offset on, or nil.
func partAt(text string, from, of int) []int {
	number := len(withoutOut(text[:of]))
	for number > from && (text[number-1] == ',' || isDigit(text[number-1]) || isLetter(text[number-1])) {
		number--
	}
	for at := max(number, from); at < of; at++ {
		if m := matchHere(partHere(), text, at); m != nil {
			return m
		}
	}
	return nil
}

// matchHere is where an expression that is tried at the beginning of a text matches from an
// offset on, or nil; a word begins there, if it does.
func matchHere(re *lazyregexp.Regexp, text string, at int) []int {
	if at > 0 && lazyregexp.IsWordByte(text[at-1]) || !lazyregexp.IsWordByte(text[at]) {
		return nil
	}
	m := re.FindStringSubmatchIndex(text[at:])
	for i := range m {
		m[i] += at
	}
	return m
}

// partsIn are the parts of wholes in a text with "of" at these places.
func partsIn(text string, places []int) (all [][]int) {
	end := 0
	for _, of := range places {
		if m := partAt(text, end, of); m != nil {
			all, end = append(all, m), m[1]
		}
	}
	return all
}

// partsOfWhole finds parts that are more than what they are of: "240 of 204 plans".
func partsOfWhole(text string, places []int) (all []Found) {
	for _, m := range partsIn(text, places) {
		part, whole, noun := text[m[2]:m[3]], text[m[4]:m[5]], strings.ToLower(text[m[6]:m[7]])
		a, b := size(part), size(whole)
		before := text[:m[0]]
		switch {
		case a <= b, b < 2, notCounted[noun], b >= 1900 && b <= 2100 && len(whole) == 4:
		case len(before) > 0 && strings.IndexByte("0123456789.,/£%-–", before[len(before)-1]) >= 0:
		case namedByNumber().MatchString(lastWord(before)) && !monthLast().MatchString(lastWord(before)) && !sentenceStart(before):
		default:
			written := strings.Join(strings.Fields(text[m[2]:m[5]]), " ")
			all = append(all, Found{m[2], m[5], fmt.Sprintf("%q can't be: the part is more than the whole", written), "correct one of the two numbers"})
		}
	}
	return all
}

// lastWord is the last word of a text, with the marks that stand at it.
func lastWord(text string) string {
	text = strings.TrimRight(text, blanks)
	return text[strings.LastIndexAny(text, blanks)+1:]
}

// sentenceStart reports whether a text ends where a sentence begins.
func sentenceStart(before string) bool {
	before = strings.TrimRight(before, " \n\t")
	return before == "" || strings.IndexByte(".!?:", before[len(before)-1]) >= 0
}

var words = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
	"fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}

// InWords is a number up to twenty that is a word, 0 where it is none.
func InWords(word string) int {
	if len(word) < len("one") || len(word) > len("seventeen") || strings.IndexByte("EFNOSTefnost", word[0]) < 0 {
		return 0
	}
	return words[strings.ToLower(word)]
}

// Size is a count in figures or in words, up to twenty.
func Size(s string) int { return size(s) }

func size(s string) int {
	if n := InWords(s); n > 0 {
		return n
	}
	return number(s)
}

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// sentenceEnd is where the sentence ends that a text begins in.
func sentenceEnd(text string) int {
	for i := range len(text) {
		switch {
		case text[i] == '\n' && i+1 < len(text) && text[i+1] == '\n',
			strings.IndexByte(".!?", text[i]) >= 0 && (i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\n'):
			return i
		}
	}
	return len(text)
}
