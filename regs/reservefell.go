package regs

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"apr/internal/lazyregexp"
	"apr/internal/project"
)

var (
	// reserveFell is a reserve at the beginning of the year and now.
	reserveFell = lazyregexp.Lazy(`(?i)\b(?:general\s+)?reserves?\s+(?:was|were|stood\s+at|held|had|went\s+from|fell\s+from)\s+£([0-9]+\.[0-9]+)m,?\s+(?:at\s+the\s+(?:start|beginning)\s+of\s+the\s+year|a\s+year\s+(?:ago|before)|on\s+1\s+April|in\s+April)[^.£]{0,40}£([0-9]+\.[0-9]+)m\b`)
	metFromIt   = lazyregexp.Lazy(`(?i)\b(?:met|paid|taken|funded|covered) (?:wholly |in full |all )?from (?:the |our |its )?(?:general )?reserves?\b`)
)

// reserveAndOverspend holds what a reserve lost in the year, by a text, against the overspend that it met
// by another, where the two are equal with two digits exchanged.
func (p *Pass) reserveAndOverspend(r *project.Project, all []statement) {
	if r.Account == nil || !r.Account.Spend.Known || !r.Account.Funding.Known {
		return
	}
	over := float64(r.Account.Spend.Money-r.Account.Funding.Money) / 100 / 1e6
	met := slices.ContainsFunc(all, func(s statement) bool { return s.has("eserve") && metFromIt().MatchString(s.words) })
	if over <= 0 || !met {
		return
	}
	for _, s := range all {
		m := reserveFell().FindStringSubmatchIndex(s.words)
		if m == nil {
			continue
		}
		begin, end := s.words[m[2]:m[3]], s.words[m[4]:m[5]]
		agrees := func(a, b string) bool {
			x, _ := strconv.ParseFloat(a, 64)
			y, _ := strconv.ParseFloat(b, 64)
			return math.Abs(x-y-over) <= 0.1+1e-9
		}
		if agrees(begin, end) {
			continue
		}
		for _, way := range [...]struct {
			written, meant string
			start          int
		}{{begin, pointExchanged(begin), m[2]}, {end, pointExchanged(end), m[4]}} {
			a, b := begin, end
			if way.start == m[2] {
				a = way.meant
			} else {
				b = way.meant
			}
			if way.meant == "" || !agrees(a, b) {
				continue
			}
			p.add(Finding{Position: s.at(way.start), Likely: true, Found: fmt.Sprintf("by the text the reserve fell from £%sm to £%sm, and the overspend that it met is %s: the digits of £%sm seem to be exchanged", begin, end, (r.Account.Spend.Money - r.Account.Funding.Money).Millions(), way.written),
				Hint: "see whether it is £" + way.meant + "m", Related: relatedAmount(r.Account.Spend, "the account's spending")})
			break
		}
	}
}

// pointExchanged is an amount of two digits with the point between them, with the digits exchanged.
func pointExchanged(written string) string {
	if len(written) != 3 || written[0] == written[2] {
		return ""
	}
	return string([]byte{written[2], '.', written[0]})
}
