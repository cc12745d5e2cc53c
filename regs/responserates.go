package regs

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
)

var (
	responseRate = lazyregexp.Lazy(`(?i)\bresponse rate (?:of|was|is) (?:(about|around|nearly|almost|over|more than|some|just over|just under) )?(\d{1,2}(?:\.\d)?)%`)
	// countsSaid are whole numbers, but for years, money, shares and parts of others.
	countsSaid = lazyregexp.Lazy(`(^|[ (])(\d{1,3}(?:,\d{3})+|\d{2,3})(?:$|[ );:]|, |\.(?: |$))`)
	returned   = lazyregexp.Lazy(`(?i)\b(?:return(?:ed|s)|repl(?:ied|ies)|answer(?:ed|s)|respon(?:ded|ses)|came back|completed|filled)\b`)
	// otherRates are words of a sentence with another survey, or another way to count.
	otherRates = lazyregexp.Lazy(`(?i)\b(?:compar\w*|national\w*|Scotland|last year|previous\w*|earlier|before|up from|down from|against|than|target|aim\w*|adjust\w*|undeliver\w*|excluding|except|of which|of whom|households?|valid|eligible|online|age[ds]?|per|days?|weeks?|months?|questions?)\b`)
)

// responseRates holds the response rate of each sentence against the two counts that it
// gives: how many were asked, and how many answered.
func (p *Pass) responseRates() {
	for _, s := range p.reading.statements() {
		p.responseRate(s)
	}
}

func (p *Pass) responseRate(s statement) {
	if !s.has("esponse rate") || s.has("{{") || otherRates().MatchString(s.words) || !returned().MatchString(s.words) || strings.Count(s.words, "%") != 1 {
		return
	}
	m := responseRate().FindStringSubmatchIndex(s.words)
	all := countsSaid().FindAllStringSubmatch(s.words, -1)
	if m == nil || len(all) != 2 || partOfWhole().MatchString(s.words) {
		return
	}
	part, whole := all[0][2], all[1][2]
	if countOf(part) > countOf(whole) {
		part, whole = whole, part
	}
	said := s.words[m[4]:m[5]]
	rate, err := strconv.ParseFloat(said, 64)
	is := 100 * countOf(part) / countOf(whole)
	slack := 0.6
	if strings.Contains(said, ".") {
		slack = 0.06
	}
	if m[2] >= 0 {
		slack = 3
	}
	if err != nil || math.Abs(rate-is) <= slack {
		return
	}
	p.add(Finding{Position: s.at(m[4]), Found: fmt.Sprintf("the text has a response rate of %s%%; %s of %s is %.1f%%", said, part, whole, is),
		Hint: "write the rate or the count that is right"})
}

// partOfWhole is a part of a whole, which is held against its share wherever it stands.
var partOfWhole = lazyregexp.Lazy(`\d of (?:the |our )?\d`)

// countOf is the number that a count is.
func countOf(digits string) float64 {
	n, _ := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64) // digits alone
	return n
}
