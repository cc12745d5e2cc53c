package account

import (
	"cmp"
	"fmt"

	"apr/finance"
	"apr/finance/ledger"
	"apr/finance/suggest"
	"apr/internal/lazyregexp"
	"apr/internal/source"
)

var (
	setAside    = lazyregexp.Lazy(`(?i)\bset[ -]?aside\b`)
	notSetAside = lazyregexp.Lazy(`(?i)\b(?:non|not|excl\w*|excluding|outside|other than|net of|before|without|outwith)[ -]+(?:\w+[ -]+){0,3}set[ -]?aside\b`)
)

// saysSetAside reports whether a cost centre of a health board is called set aside, by
// itself or by its service, and belongs to other money.
func saysSetAside(partner string, c *ledger.Centre) bool {
	body, _ := suggest.BodyCalled(partner)
	if c.Class.Exclude != "" || c.Class.Funding == finance.SetAside || body == suggest.Council {
		return false
	}
	for _, name := range []string{c.Name, c.Class.Service} {
		if setAside().MatchString(name) && !notSetAside().MatchString(name) {
			return true
		}
	}
	return false
}

// reportSetAside reports what is set aside and can't be. The Public Bodies (Joint Working)
// (Scotland) Act 2014 has a health board set amounts aside, for functions carried out in
// hospitals: a council sets none aside, and what is set aside isn't social care.
func (b *posting) reportSetAside() {
	for _, l := range b.ledgers {
		body, _ := suggest.BodyCalled(l.Spec.Partner)
		council, social, first := finance.Money(0), finance.Money(0), source.Position{}
		for i := range l.Tallies {
			t := &l.Tallies[i]
			switch {
			case t.Funding != finance.SetAside || t.Matter == "" || isHealth(t.Matter):
				continue // of a council, too: its ledger may hold the health board's money
			case body == suggest.Council:
				council += t.Amount.Money
			default:
				social += t.Amount.Money
			}
			first = cmp.Or(first, t.Amount.First)
		}
		p := &source.Problem{Code: finance.CodeMappingName, Position: cmp.Or(first, l.Spec.Position), About: l.Spec.Partner + " set-aside", Likely: true,
			Hint: "see funding: at the ledger and in the rules; what a partner pays over is delegated"}
		switch {
		case council != 0:
			p.Message = fmt.Sprintf("%s of %s is given as set aside: only a health board sets money aside, for hospital services", council.Exact(), l.Spec.Partner)
		case social != 0:
			p.Message = fmt.Sprintf("%s of the ledger %s is social care and given as set aside: money is set aside for hospital services alone", social.Exact(), l.Spec.File)
		default:
			continue
		}
		b.doubts.Add(p)
	}
}

// noReason is what a reason says that says none.
var noReason = lazyregexp.Lazy(`(?i)^[\W_]*(?:(?:tbc|tba|tbd|t\.b\.c|todo|to be (?:confirmed|decided|agreed|advised|checked|completed))\b.{0,20}|reason|check|pending|x+|y|yes|true|n/?a|none|placeholder)?[\W_]*$`)

// emptyReason are words of which none says why lines aren't the authority's: a reason of them alone
// says that they are left out, and that was known.
var emptyReason = lazyregexp.Lazy(`(?i)^(?:[\W_]*\b(?:not|no|isn['’]t|aren['’]t|don['’]t|doesn['’]t|didn['’]t|needn['’]t|can['’]t|needed?|needs|wanted?|want|required?|relevant|necessary|used?|useful|applicable|appl(?:y|ies)|belongs?|fits?|shown?|count(?:s|ed)?|includ(?:e|es|ed)|exclud(?:e|es|ed)|exclusions?|left|leave|out|ignored?|removed?|deleted?|skip(?:ped)?|omit(?:ted)?|taken?|in|of|from|for|to|at|by|on|as|so|it|its|is|are|be|was|were|we|they|them|do|does|did|this|that|these|those|the|a|an|here|there|now|all|any|table|report|account|sheet|ledger|lines?|rows?|items?|codes?|cost|centres?|spend|spending|amounts?|figures?|other|others|misc|miscellaneous|various|general|reasons?|agreed|discussed|requested|instructed|decided|above|below|see|email|notes?|unknown|unclear|unsure|sure|query|queries|queried|please|temporar(?:y|ily)|maybe|perhaps|probably|year|ok|okay|done|correct|right|wrong)\b)+[\W_]*$`)

// reportReasons reports lines that are left out for a reason that says nothing.
func (b *posting) reportReasons() {
	for _, l := range b.ledgers {
		for _, e := range l.Ledger.Exclusions {
			if e.Transfer != "" || !noReason().MatchString(e.Why) && !emptyReason().MatchString(e.Why) {
				continue
			}
			at := e.Position
			for i := range b.spec.Rules {
				if r := &b.spec.Rules[i]; r.Exclude == e.Why {
					at = cmp.Or(r.Position, at)
					break
				}
			}
			b.doubts.Add(&source.Problem{Code: finance.CodeMappingName, Position: at, About: l.Spec.Partner + " excluded", Likely: true,
				Message: fmt.Sprintf("%s of the ledger %s is left out, and the reason is %q: it doesn't say why", e.Total.Exact(), l.Spec.File, e.Why),
				Hint:    "write under exclude why the lines aren't the authority's, or what they belong to"})
		}
	}
}
