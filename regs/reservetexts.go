package regs

import (
	"fmt"
	"math/big"
	"regexp"
	"strings"

	"apr/finance"
	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// balances are what a reserve, or all of them, held at the ends of the year.
type balances struct {
	name           string
	opening, close finance.Money
	place          source.Position
}

const (
	poundsSaid = `((?:about |around |nearly |almost |roughly |some |just (?:over|under) )?£[0-9][0-9,]*(?:\.[0-9]+)?(?:m\b|k\b| ?million\b|bn\b)?)`
	heldVerb   = `(?:was|were|stood at|is|are|came to|totalled|amounted to|held|had|contained|reached)`
	fromTo     = `(?:fell|rose|went|grew|dropped|shrank|increased|decreased|declined|went (?:up|down)|(?:was|were) (?:cut|reduced))`
)

var (
	// ofReserves takes a sentence out: of another body, another time, or a wish.
	ofReserves = lazyregexp.Lazy(`(?i)\b(?:not|never|no|will|would|should|could|may|must|target|aims?|aimed|policy|minimum|least|forecast|expect\w*|planned|council['’]s|board['’]s own|NHS|national|Scotland|other|last year|committed|of which|if|unless)\b|n['’]t\b`)
	// wasBefore is a balance of the year before, of what the sentence before spoke of.
	wasBefore = lazyregexp.Lazy(`(?i)^\s*(?:it|they|that|this) (?:was|were|had been|stood at|held) ` + poundsSaid + ` (?:a|the|one) year (?:before|earlier|ago)\b`)
	// pounds of a text, with what is before them and how they are shortened.
	poundsParts = lazyregexp.Lazy(`^([a-z ]*)£([0-9][0-9,]*(?:\.([0-9]+))?)\s?(m|k|bn|million)?$`)
	wentIn      = lazyregexp.Lazy(`(?i)\b(?:the|our|this) (?:(?:year['’]s|overall|whole|net|total) )*(?:underspend|surplus)(?: of £[0-9][0-9.,]*(?:m|k)?)? (?:went|goes|has gone|moved|(?:was|is|has been) (?:added|put|moved|transferred|carried|held|kept|taken|paid|placed))(?: forward| over)? (?:in|to|into)\b[^.;:]{0,30}\breserves?\b|\b(?:put|added|moved|transferred|carried|kept|placed|paid) (?:the|our|this) (?:(?:year['’]s|overall|whole|net|total) )*(?:underspend|surplus)(?: of £[0-9][0-9.,]*(?:m|k)?)? (?:in|to|into)\b[^.;:]{0,30}\breserves?\b`)
	partUnder   = lazyregexp.Lazy(`(?i)\bundersp\w+|\bsurplus\b`)
)

// ends are how a text names the end of the reporting year, or its beginning.
func ends(y int) (end, begin string) {
	end = fmt.Sprintf(`(?:(?:the )?31(?:st)? March,? %d|the end of (?:the year|March %d|%d[/–-](?:20)?%02d)|(?:the )?year[ -]end)`, y+1, y+1, y, (y+1)%100)
	begin = fmt.Sprintf(`(?:(?:the )?31(?:st)? March,? %d|1(?:st)? April,? %d|the (?:start|beginning) of (?:the year|April %d|%d[/–-](?:20)?%02d))`, y, y, y, y, (y+1)%100)
	return end, begin
}

// balanceForm is a way to say a balance: the groups of the amounts at the beginning and
// at the end, 0 for neither.
type balanceForm struct {
	form       *lazyregexp.Regexp
	begin, end int
}

// balanceForms are those for a reserve of a name, which is an expression.
func balanceForms(name string, year int) []balanceForm {
	end, begin := ends(year)
	name = `(?:^|[^\p{L}’'-])(?:the |our |in )?` + name
	of := func(date string) string {
		return `(?i)` + name + ` ` + heldVerb + ` ` + poundsSaid + `,? (?:at|on|by) ` + date + `\b|\b(?:at|on|by) ` + date + `,? ` + `(?:the |our )?` + strings.TrimPrefix(name, `(?:^|[^\p{L}’'-])(?:the |our |in )?`) + ` ` + heldVerb + ` ` + poundsSaid +
			`|\b(?:we|board|partnership|authority) (?:held|had) ` + poundsSaid + ` in` + name + `,? (?:at|on|by) ` + date + `\b`
	}
	return []balanceForm{
		{lazyregexp.New(of(end)), 0, 1},
		{lazyregexp.New(of(begin)), 1, 0},
		{lazyregexp.New(`(?i)` + name + ` ` + fromTo + ` from ` + poundsSaid + ` to ` + poundsSaid), 1, 2},
		{lazyregexp.New(`(?i)` + name + ` (?:closed|ended|finished) (?:the year )?(?:at|with|on) ` + poundsSaid), 0, 1},
		{lazyregexp.New(`(?i)` + name + ` (?:opened|began|started) (?:the year )?(?:at|with|on) ` + poundsSaid), 1, 0},
	}
}

// checkReserveTexts holds the balances that texts give against those of apr.yaml.
func checkReserveTexts(r *project.Project, p *Pass) {
	all := reserveBalances(r)
	if len(all) == 0 {
		return
	}
	forms := map[string][]balanceForm{}
	last := (*balances)(nil) // that of the sentence before
	for _, s := range p.reading.statements() {
		before := last
		last = nil
		if before != nil {
			if m := wasBefore().FindStringSubmatchIndex(s.words); m != nil {
				p.reserveSaid(s, m[2], m[3], before, false)
			}
		}
		low := strings.ToLower(s.words)
		if !strings.Contains(low, "reserve") && !strings.Contains(low, "£") || ofReserves().MatchString(s.words) {
			continue
		}
		for i := range all {
			b := &all[i]
			name := nameForm(b.name)
			if !strings.Contains(low, strings.ToLower(strings.TrimSuffix(b.name, "s"))) && b.name != allReserves {
				continue
			}
			if forms[b.name] == nil {
				forms[b.name] = balanceForms(name, int(r.Config.Year))
			}
			if p.balance(s, forms[b.name], b) {
				last = b
				break
			}
		}
	}
}

// balance reports whether a sentence gives a reserve's balance, which is checked.
func (p *Pass) balance(s statement, forms []balanceForm, b *balances) bool {
	for _, f := range forms {
		m := f.form.FindStringSubmatchIndex(s.words)
		if m == nil {
			continue
		}
		var at [][2]int
		for i := 2; i < len(m); i += 2 {
			if m[i] >= 0 {
				at = append(at, [2]int{m[i], m[i+1]})
			}
		}
		if f.begin > 0 {
			p.reserveSaid(s, at[f.begin-1][0], at[f.begin-1][1], b, false)
		}
		if f.end > 0 {
			p.reserveSaid(s, at[f.end-1][0], at[f.end-1][1], b, true)
		}
		return true
	}
	return false
}

const allReserves = "all reserves"

// nameForm is how texts write a reserve's name.
func nameForm(name string) string {
	if name == allReserves {
		return `(?:all |total )?(?:of )?(?:our |the )?(?:total )?reserves`
	}
	return regexp.QuoteMeta(strings.TrimSuffix(name, "s")) + `s?`
}

func reserveBalances(r *project.Project) (all []balances) {
	for i := range r.Config.Finance.Reserves {
		reserve := &r.Config.Finance.Reserves[i]
		a, ok := reserve.Amounts()
		if !ok {
			return nil // told with apr.yaml
		}
		all = append(all, balances{reserve.Name, a.Opening, a.Closing, at(r.Config.PositionOf(yamlpos.Item("finance.reserves", i)+".closing"), reserve.Position, projectFile)})
	}
	if len(all) > 0 {
		total := r.Config.Finance.TotalReserves()
		all = append(all, balances{allReserves, total.Opening, total.Closing, at(r.Config.PositionOf("finance.reserves"), projectFile)})
	}
	return all
}

// reserveSaid reports an amount of a sentence that isn't the reserve's.
func (p *Pass) reserveSaid(s statement, from, to int, b *balances, end bool) {
	said := s.words[from:to]
	right, other, when, otherWhen := b.opening, b.close, "beginning", "end"
	if end {
		right, other, when, otherWhen = b.close, b.opening, "end", "beginning"
	}
	if fitsSaid(said, right) {
		return
	}
	message := fmt.Sprintf("the text says that %s held %s at the %s of the year; apr.yaml has %s", b.name, said, when, right.Exact())
	exchanged := fitsSaid(said, other)
	if exchanged {
		message += fmt.Sprintf(", and %s at its %s: the two seem to be exchanged", other.Exact(), otherWhen)
	}
	p.add(Finding{Position: s.at(from), Found: message, Likely: exchanged, Hint: "correct the text, or the reserve in apr.yaml", Related: declared(b.place, "the reserve")})
}

// fitsSaid reports whether an amount as a text has it may be the exact one, rounded or cut
// to the digits that are shown; "about" is within a twentieth.
func fitsSaid(said string, exact finance.Money) bool {
	m := poundsParts().FindStringSubmatch(strings.ToLower(said))
	if m == nil {
		return true
	}
	v, ok := new(big.Rat).SetString(strings.ReplaceAll(m[2], ",", ""))
	if !ok {
		return true
	}
	unit := new(big.Rat).SetInt64(map[string]int64{"": 1, "k": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9}[m[4]])
	slack := new(big.Rat).Set(unit)
	for range m[3] {
		slack.Quo(slack, big.NewRat(10, 1))
	}
	v.Mul(v, unit)
	held := big.NewRat(int64(exact), 100)
	off := new(big.Rat).Sub(v, held)
	off.Abs(off)
	if twentieth := new(big.Rat).Mul(held.Abs(held), big.NewRat(1, 20)); m[1] != "" && twentieth.Cmp(slack) > 0 {
		slack = twentieth
	}
	return off.Sign() == 0 || off.Cmp(slack) < 0
}

// checkUnderspendKept reports texts on money that put an underspend into reserves, where
// the year was overspent. What the reasons for the variance say has a rule of its own.
func checkUnderspendKept(r *project.Project, p *Pass) {
	a := r.Account
	if a == nil || !a.Plan.Known || !a.Spend.Known || a.Spend.Money <= a.Plan.Money {
		return
	}
	for _, s := range p.reading.statements() {
		if !strings.HasPrefix(s.name, "regulation-4.") && !strings.HasPrefix(s.name, "opening.") || s.name == "regulation-4.variance_reasons" || !s.has("eserve") || notSaid().MatchString(s.words) {
			continue
		}
		m := wentIn().FindStringIndex(s.words)
		if m == nil || len(partUnder().FindAllStringIndex(s.text.Markdown, 2)) > 1 {
			continue // it is that of a part, which the text has named
		}
		p.add(Finding{Position: s.at(m[0]), Found: fmt.Sprintf("the text says %q; the account shows an overspend of %s", s.words[m[0]:m[1]], (a.Spend.Money - a.Plan.Money).Exact()),
			Hint: "correct the text, or the ledgers and the plan", Related: append(relatedAmount(a.Plan, "the planned spending, "+a.Plan.Exact()), relatedAmount(a.Spend, "the spend, "+a.Spend.Exact())...)})
	}
}
