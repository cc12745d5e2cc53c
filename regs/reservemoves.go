package regs

import (
	"fmt"
	"math/big"
	"strings"

	"apr/finance"
	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
)

var (
	// restWentIn is what went into reserves, by a word that stands for what the text spoke of before,
	// and restCameFrom what was paid from them.
	restWentIn   = lazyregexp.Lazy(`(?i)(?:^|[^\pL])(?:(?:kept|put|added|moved|transferred|carried|placed|paid) (?:it|the (?:rest|difference|balance|remainder)|what was left)(?: all)? (?:in|to|into)\b[^.;:]{0,30}?\breserves?\b|(?:(?:it|this|that|which|the (?:rest|difference|balance|remainder))(?: all| then)? )?(?:(?:was|is|has been|were) )?(?:went|added|put|moved|transferred|carried|kept|paid|placed|returned)(?: forward| over| back)? (?:in|to|into)\b[^.;:]{0,30}?\breserves?\b)`)
	restCameFrom = lazyregexp.Lazy(`(?i)(?:^|[^\pL])(?:(?:it|this|that|which|the (?:rest|difference|balance|remainder|overspend))(?: all| then)? )?(?:was|is|has been|were)? ?(?:paid|met|funded|covered|taken) (?:from|by|with|out of)\b[^.;:]{0,30}?\breserves?\b`)
	// putIn is the same with the reference behind the verb: "We put {{ variance "total" }} into reserves".
	putIn = lazyregexp.Lazy(`(?i)\b(?:put|added|moved|transferred|carried|placed|paid)\s+(?:in|to|into)\b[^.;:]{0,30}?\breserves?\b`)
	// These are what they stand for: the difference of spend and plan, in words or by a reference.
	overWords  = lazyregexp.Lazy(`(?i)\bover(?:spen\w+|spent)|\bmore than (?:we had|it had|was planned|we planned|planned|the plan|it was given|we were given)|\bdeficit\b|\bshortfall\b`)
	underWords = lazyregexp.Lazy(`(?i)\bundersp\w+|\bless than (?:we had|it had|was planned|we planned|planned|the plan|it was given|we were given)|\bsurplus\b`)
	varianceOf = lazyregexp.Lazy(`\{\{-?\s*(?:variance|about)\s+["“](?:variance:)?total[^}]*\}\}`)
	// otherMoney is money of another kind, of which the same may well be said.
	otherMoney = lazyregexp.Lazy(`(?i)\b(?:grants?|income|savings?|one-off|earmarked|received|allocations?|council['’]s|funding for|unspent)\b`)
	// balanceNow is what a reserve held at the beginning of the year and holds now.
	balanceNow = lazyregexp.Lazy(`(?i)\breserves? (?:was|were|stood at|held|had) (£[0-9][0-9,.]*(?:m|k|bn)?(?: million)?) at the (?:start|beginning) of the year,? (?:and|but) (?:is|are|now stands? at|stands? at|holds?|has|was|were) (?:now )?(£[0-9][0-9,.]*[0-9](?:m|k|bn)?(?: million)?)`)
)

// nearBefore is how many bytes before a sentence say what its "it" stands for.
const nearBefore = 260

// checkVarianceMoved reports an overspend that a text has added to reserves, an underspend that was
// paid from them, and reserves that grew though they paid for an overspend.
func checkVarianceMoved(r *project.Project, p *Pass) {
	a := r.Account
	if a == nil || !a.Plan.Known || !a.Spend.Known || a.Spend.Money == a.Plan.Money {
		return
	}
	v := &varianceMoved{Pass: p, account: a, over: a.Spend.Money > a.Plan.Money}
	v.shows = "an underspend of " + (a.Plan.Money - a.Spend.Money).Exact()
	if v.over {
		v.shows = "an overspend of " + (a.Spend.Money - a.Plan.Money).Exact()
	}
	for _, s := range p.reading.statements() {
		if !s.has("eserve") || !ofMoney().MatchString(s.name) || notSaid().MatchString(s.words) {
			continue
		}
		v.moved(s)
		if v.over {
			v.balance(s)
		}
	}
	for _, f := range v.grew {
		if !v.paid.IsZero() {
			f.Related = declared(v.paid, "where reserves paid for something")
			p.add(f)
		}
	}
}

// ofMoney are the texts that say what became of the variance.
var ofMoney = lazyregexp.Lazy(`^(?:opening|summary|easy-read|regulation-[45])\.`)

// varianceMoved reads what texts say became of the year's variance.
type varianceMoved struct {
	*Pass
	account *finance.Account
	over    bool
	shows   string
	// paid is the first sentence by which reserves paid for something, and grew are those by which
	// one of them grew.
	paid source.Position
	grew []Finding
}

// moved reports a sentence that moves the variance the wrong way.
func (v *varianceMoved) moved(s statement) {
	form, same, opposite := restWentIn, overWords, underWords
	if !v.over {
		form, same, opposite = restCameFrom, underWords, overWords
	}
	said := s.text.Markdown[max(0, s.start-nearBefore):s.start]
	if i := strings.LastIndex(said, "\n\n"); i >= 0 {
		said = said[i:]
	}
	m := form().FindStringIndex(s.words)
	if put := putIn().FindStringIndex(s.words); v.over && put != nil && varianceOf().MatchString(s.text.Markdown[s.start+put[0]:s.start+put[1]]) {
		m, said = put, s.text.Markdown[s.start:s.start+put[1]]
	} else if m != nil {
		said += s.text.Markdown[s.start : s.start+m[0]]
	}
	if m == nil || !varianceOf().MatchString(said) && !same().MatchString(said) || opposite().MatchString(said) || otherMoney().MatchString(said+s.words) {
		return
	}
	a := v.account
	v.add(Finding{Position: s.at(m[0]), Found: fmt.Sprintf("the text says %q of the year's variance; the account shows %s", strings.Trim(wording.OneLine(s.words[m[0]:m[1]]), " ,;"), v.shows),
		Hint: "correct the text, or the ledgers and the plan", Related: append(relatedAmount(a.Plan, "the planned spending, "+a.Plan.Exact()), relatedAmount(a.Spend, "the spend, "+a.Spend.Exact())...)})
}

// balance keeps what a sentence says reserves paid for, and that one of them grew.
func (v *varianceMoved) balance(s statement) {
	if v.paid.IsZero() && fromReserves().MatchString(s.words) {
		v.paid = s.at(0)
	}
	b := balanceNow().FindStringSubmatchIndex(s.words)
	if b == nil {
		return
	}
	was, is := poundsIn(s.words[b[2]:b[3]]), poundsIn(s.words[b[4]:b[5]])
	if was == nil || is == nil || is.Cmp(was) <= 0 {
		return
	}
	v.grew = append(v.grew, Finding{Position: s.at(b[4]), Likely: true, Hint: "see whether the two amounts are in their places",
		Found: fmt.Sprintf("the text says that a reserve grew from %s to %s, and that reserves paid for something; the account shows %s", s.words[b[2]:b[3]], s.words[b[4]:b[5]], v.shows)})
}

// poundsIn is an amount as a text has it, in pounds; nil where it is none.
func poundsIn(said string) *big.Rat {
	m := poundsParts().FindStringSubmatch(strings.ToLower(said))
	if m == nil {
		return nil
	}
	v, ok := new(big.Rat).SetString(strings.ReplaceAll(m[2], ",", ""))
	if !ok {
		return nil
	}
	return v.Mul(v, new(big.Rat).SetInt64(map[string]int64{"": 1, "k": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9}[m[4]]))
}
