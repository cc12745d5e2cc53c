package regs

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"apr/finance"
	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// doubts are what looks wrong in apr.yaml beside the account; a reason there answers it.
func doubts(r *project.Project) (problems []*source.Problem) {
	return append(append(exchangedShares(r), reservesBesideSpend(r)...), excludedThoughOurs(r)...)
}

// Shares are near the population's within so many points where the method speaks of people,
// and within one where it doesn't: then it takes more to say that they are exchanged.
const (
	nearPopulation = 3
	nearAnything   = 1
	offPopulation  = 5
	// Shares that go by the population are its to a tenth of a point, or to the last place that
	// they are written with; by those of a year that the method names, to so many points.
	roundedShares = 0.1
	yearlyShares  = 1.5
)

// weighted is how a method says that it goes by some people, or by more than their number.
var weighted = lazyregexp.Lazy(`(?i)\b(?:weight\w*|need\w*|lists?|list size|practices?|patients?|registered|NRAC|formula|depriv\w*|aged?|older|over|under|adults?|child\w*|and|rural\w*|adjust\w*|part of it|except|roughly|about|agreed|caseload\w*|admissions?)\b`)

var methodYear = lazyregexp.Lazy(`\b20\d\d\b`)

// sharesOff is how many points shares may be off the population's that a method says they are.
func sharesOff(a *finance.Apportionment) float64 {
	if weighted().MatchString(a.Method) {
		return offPopulation
	}
	near := roundedShares
	whole := true
	for _, s := range a.Shares {
		whole = whole && s.PPM%10_000 == 0
	}
	if whole {
		near = 1
	}
	if methodYear().MatchString(a.Method) { // which the populations needn't be of
		near = max(near, yearlyShares)
	}
	return near
}

var byPopulation = lazyregexp.Lazy(`(?i)\bpopulation|\bpeople who live\b|\bresidents\b`)

// exchangedShares are apportionments whose shares are those of the population, but of other
// localities, or that should be and are far from it.
func exchangedShares(r *project.Project) (problems []*source.Problem) {
	people := map[string]int{}
	all := 0
	for _, l := range r.Config.Localities {
		if l.Population <= 0 {
			return nil
		}
		people[l.Name] = l.Population
		all += l.Population
	}
	for i := range r.Account.Apportions {
		a := &r.Account.Apportions[i]
		method := byPopulation().MatchString(a.Name + " " + a.Method)
		near := float64(nearAnything)
		if method {
			near = nearPopulation
		}
		share := func(s finance.Share) float64 { return float64(s.PPM) / 10_000 }
		part := func(s finance.Share) float64 { return 100 * float64(people[s.Locality]) / float64(all) }
		report := func(likely bool, format string, args ...any) {
			problems = append(problems, &source.Problem{Code: finance.CodeImplausible, Position: at(a.Position, projectFile), About: "shares of " + a.Name, Likely: likely,
				Message: fmt.Sprintf("the apportionment %q ", a.Name) + fmt.Sprintf(format, args...), Hint: "correct the shares or the populations"})
		}
		told := false
		for m, s := range a.Shares {
			for _, o := range a.Shares[m+1:] {
				off := func(a, b float64) float64 { return math.Abs(a - b) }
				if !told && off(share(s), part(o)) <= near && off(share(o), part(s)) <= near && off(share(s), part(s)) > offPopulation && off(share(o), part(o)) > offPopulation {
					told = true
					report(true, "gives %s %s%% and %s %s%%, and of the people %s%% live in %s and %s%% in %s: the shares seem to be exchanged", s.Locality, finance.PercentOf(s.PPM),
						o.Locality, finance.PercentOf(o.PPM), formatted(part(s), 1), s.Locality, formatted(part(o), 1), o.Locality)
				}
			}
		}
		for _, s := range a.Shares {
			if method && !told && math.Abs(share(s)-part(s)) > sharesOff(a)+1e-9 {
				told = true
				report(false, "goes by the population and gives %s %s%%, where %s%% of the people live", s.Locality, finance.PercentOf(s.PPM), formatted(part(s), 1))
			}
		}
	}
	return problems
}

// Reserves are of the order of spend, or the two are in different units: an authority holds
// less than it spends in a year, and more than a ten thousandth of that where it holds any.
const (
	mostReserves  = 1.5
	leastReserves = 0.0001
)

// reservesBesideSpend are reserves that seem to be in thousands, or in another unit.
func reservesBesideSpend(r *project.Project) (problems []*source.Problem) {
	spend, f := r.Account.Spend, &r.Config.Finance
	if !spend.Known || spend.Money <= 0 || len(f.Reserves) == 0 {
		return nil
	}
	if p := reserveBesideOthers(f, spend.Money); p != nil {
		return []*source.Problem{p}
	}
	largest := finance.Money(0)
	total := f.TotalReserves()
	for _, m := range []finance.Money{total.Opening, total.Closing} {
		largest = max(largest, m, -m)
	}
	part := float64(largest) / float64(spend.Money)
	if largest == 0 || part >= leastReserves && part <= mostReserves {
		return nil
	}
	return []*source.Problem{{Code: finance.CodeImplausible, Position: at(f.Reserves[0].Position, projectFile), About: "reserves and spend", Likely: true,
		Message: fmt.Sprintf("the reserves come to %s, and %s was spent in the year: one of them seems to be in another unit, such as thousands", largest.Exact(), spend.Exact()),
		Hint:    "write reserves in pounds and pence"}}
}

// reserveBesideOthers is a reserve that seems to be in thousands beside others in pounds: all
// its amounts are written in whole pounds, and are less than a ten thousandth of spend,
// where another is more than a thousandth.
func reserveBesideOthers(f *project.Finance, spend finance.Money) *source.Problem {
	limit, other := float64(spend)*leastReserves, uint64(0)
	var small *project.Reserve
	for i := range f.Reserves {
		r := &f.Reserves[i]
		a, ok := r.Amounts()
		size := max(a.Opening.Magnitude(), a.In.Magnitude(), a.Out.Magnitude(), a.Closing.Magnitude())
		whole := !strings.Contains(r.Opening+r.In+r.Out+r.Closing, ".")
		switch {
		case !ok:
		case whole && a.Opening > 0 && a.Closing > 0 && float64(size) < limit:
			small = cmp.Or(small, r)
		case float64(size) > 10*limit:
			other = max(other, size)
		}
	}
	if small == nil || other == 0 {
		return nil
	}
	a, _ := small.Amounts()
	return &source.Problem{Code: finance.CodeImplausible, Position: at(small.Position, projectFile), About: "reserve " + small.Name, Likely: true,
		Message: fmt.Sprintf("the reserve %q holds %s, and another %s: one of the reserves seems to be in thousands", small.Name, a.Closing.Exact(), finance.Money(other).Exact()),
		Hint:    "write reserves in pounds and pence"}
}

var (
	// fromReserves is how texts say that reserves paid for something.
	fromReserves = lazyregexp.Lazy(`(?i)\b(?:paid|met|funded|financed|covered|balanced|bridged|closed|taken|took|drew|drawn|used)\b[^.;:]{0,60}\b(?:from|by|with|on|out of|use of)\b[^.;:]{0,40}\breserves?\b|\b(?:used|drew (?:down|on))\b[^.;:]{0,30}\breserves?\b`)
	// notSaid is what takes it back, or speaks of another time.
	notSaid = lazyregexp.Lazy(`(?i)\b(?:not|no|never|without|nothing|rather than|instead|neither|will|would|may|could|next year|last year|year before|had to)\b|n['’]t\b`)
)

// checkPaidFromReserves reports texts on money that say that reserves paid for something,
// where the reserves have grown in the year.
func checkPaidFromReserves(r *project.Project, p *Pass) {
	total := r.Config.Finance.TotalReserves()
	if len(r.Config.Finance.Reserves) == 0 || total.Closing <= total.Opening || total.Out > 0 {
		return
	}
	r.Narrative.EachText(func(name string, t *yamlpos.Text) {
		if !strings.HasPrefix(name, "regulation-4.") || !says(*t) {
			return
		}
		said := fromReserves().FindStringIndex(t.Markdown)
		if said == nil {
			return
		}
		begin := strings.LastIndexAny(t.Markdown[:said[0]], ".;:") + 1
		end := said[1] + strings.IndexAny(t.Markdown[said[1]:]+".", ".;:")
		if !notSaid().MatchString(t.Markdown[begin:min(end, len(t.Markdown))]) {
			p.Report(t.At(said[0]), "see whether the reserves in apr.yaml have transfers_out, and opening and closing in their places",
				"the text says that reserves paid for something (%q), and they rose from %s to %s with nothing taken out", t.Markdown[said[0]:said[1]], total.Opening.Exact(), total.Closing.Exact())
		}
	})
}
