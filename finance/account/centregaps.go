package account

import (
	"cmp"
	"fmt"
	"maps"
	"math/bits"
	"slices"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/lazyregexp"
	"apr/internal/period"
	"apr/internal/source"
)

// forAPart is a name of what isn't there all the year.
var forAPart = lazyregexp.Lazy(`(?i)\b(?:term|school|nurser|holiday|season|winter|summer|autumn|spring|christmas|festive|flu\b|vaccin|immunis|camp|club|clos(?:ed|ing|ure)|end(?:ed|s|ing)|until|from (?:april|may|june|july|august|september|october|november|december|january|february|march)|to (?:april|may|june|july|august|september|october|november|december|january|february|march)|pilot|one[- ]off|grant|project|temporary|interim|new\b|opened|student|exam)`)

// A wholeCentre is a cost centre over all ledgers of its partner.
type wholeCentre struct {
	*ledger.Centre
	months uint32
	lines  int
	amount finance.Money
}

// Cost centres are held against each other where so many have lines in at least so many
// months or quarters, two and more in each; of the others so many in a hundred have lines in
// a month that one of them lacks.
const (
	leastCentres = 6
	leastSteps   = 4
	othersHave   = 90
)

// reportCentreGaps reports cost centres without lines in a month or quarter in which nearly all
// others of the partner have some, and which have lines in all else. One that begins later,
// or whose name says that it is for a part of the year, is none.
func (b *posting) reportCentreGaps() {
	type whose struct {
		partner string
		year    period.Year
	}
	all := map[whose]map[string]*wholeCentre{}
	var order []whose
	for _, l := range b.ledgers {
		w := whose{l.Spec.Partner, l.Ledger.Year}
		if l.Ledger.Kind != finance.Actual || len(l.Centres) == 0 {
			continue
		}
		if all[w] == nil {
			all[w] = map[string]*wholeCentre{}
			order = append(order, w)
		}
		for code, c := range l.Centres {
			o := all[w][code]
			if o == nil {
				o = &wholeCentre{Centre: c}
				all[w][code] = o
			}
			o.months, o.lines, o.amount = o.months|c.Months, o.lines+c.Lines(), o.amount+c.Amount
		}
	}
	for _, w := range order {
		b.centreGaps(cmp.Or(w.partner, b.ledgers[0].Spec.File), w.year, all[w])
	}
}

func (b *posting) centreGaps(whose string, year period.Year, centres map[string]*wholeCentre) {
	var months uint32
	regular := []*wholeCentre{}
	for _, code := range slices.Sorted(maps.Keys(centres)) {
		if c := centres[code]; c.months != 0 && c.lines >= 2*bits.OnesCount32(c.months) {
			regular = append(regular, c)
			months |= c.months
		}
	}
	steps := monthsOf(months)
	if len(regular) < leastCentres || len(steps) < leastSteps {
		return
	}
	blank := centres[""]
	for _, c := range regular {
		if blank != nil && sameText(blank.Name, c.Name) {
			continue // some of its lines lack their code, which is told
		}
		missing := monthsOf(months &^ c.months)
		if len(missing) == 0 || len(missing) > max(1, len(steps)/4) || missing[0] == steps[0] || !together(missing, steps) ||
			c.Class.Exclude != "" || c.amount.Magnitude() < leastPlanned || forAPart().MatchString(c.Name) {
			continue
		}
		have := 0
		for _, o := range regular {
			if o.months&(months&^c.months) == months&^c.months {
				have++
			}
		}
		if have*100 < (len(regular)-1)*othersHave {
			continue
		}
		b.doubts.Add(&source.Problem{Code: finance.CodeMonthsMissing, Position: c.Position, About: whose + " " + c.Code + " " + year.String(), Likely: true,
			Message: fmt.Sprintf("the cost centre %s of %s has lines in %s of %s, %s in all, and none in %s, in which %d of the %d others have some",
				c.Title(), whose, monthNames(monthsOf(c.months)), year, c.amount.Exact(), monthNames(missing), have, len(regular)-1),
			Hint: "see whether a month's or a quarter's rows were left out of the export"})
	}
}

// together reports whether the missing months follow each other among all.
func together(missing, all []int) bool {
	at := slices.Index(all, missing[0])
	return at >= 0 && at+len(missing) <= len(all) && slices.Equal(all[at:at+len(missing)], missing)
}
