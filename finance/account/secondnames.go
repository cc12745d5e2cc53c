package account

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// A twelfth of the cost centres, and two of a small ledger, may have two names before the
// column is taken to hold something else.
const mostNamedTwice = 12

// A name is taken for that of another cost centre where no more than a quarter of the lines with
// a code have it, and nine cost centres in ten have a name of their own.
const partMisnamed, ownNames = 4, 90

// reportSecondNames reports a code with the names of two services: rows that were filled down
// too far have another's code. A cost centre that was given another name in the year has one
// after the other.
func (b *posting) reportSecondNames() {
	for _, l := range b.ledgers {
		if l.Ledger.Kind != finance.Actual {
			continue
		}
		slipped := misplaced(l)
		b.codesOfNeighbours(l, slipped)
		var twice []*ledger.Centre
		names := map[string]string{} // codes by the first part of their name
		several := 0
		for _, code := range slices.Sorted(maps.Keys(l.Centres)) {
			c := l.Centres[code]
			if first := beforeComma(c.Name); first != "" && names[celltext.Fold(first)] == "" {
				names[celltext.Fold(first)] = c.Code
			}
			if c.Second != nil || c.Various {
				several++
			}
			if c.Second != nil && !c.Various && c.Code != "" && slipped[c] == nil {
				twice = append(twice, c)
			}
		}
		if several > max(2, len(l.Centres)/mostNamedTwice) {
			continue
		}
		for _, c := range twice {
			b.secondName(l, c, names)
		}
	}
}

// misplaced are the cost centres some of whose lines have the name of another one, with that:
// their code is wrong, or their name.
func misplaced(l *ledger.Result) map[*ledger.Centre]*ledger.Centre {
	whose, centres := map[string]*ledger.Centre{}, sortedCentres(l)
	for _, c := range centres {
		if name := celltext.Fold(c.Name); name != "" && whose[name] == nil {
			whose[name] = c
		}
	}
	if len(whose)*100 < len(centres)*ownNames {
		return nil
	}
	found := map[*ledger.Centre]*ledger.Centre{}
	for _, c := range centres {
		if c.Second == nil || c.Various || c.Code == "" || c.Second.Lines*partMisnamed > c.Lines() {
			continue
		}
		if o := whose[celltext.Fold(c.Second.Name)]; o != nil && o != c && o.Code != "" {
			found[c] = o
		}
	}
	return found
}

// manyMisplaced is from how many cost centres on they are told together.
const manyMisplaced = 4

// codesOfNeighbours reports lines with the code of one cost centre and the name of another.
func (b *posting) codesOfNeighbours(l *ledger.Result, slipped map[*ledger.Centre]*ledger.Centre) {
	lines, amount := 0, finance.Money(0)
	var first *ledger.Centre
	for _, c := range sortedCentres(l) {
		o := slipped[c]
		if o == nil {
			continue
		}
		if first == nil || c.Second.First.Compare(first.Second.First) < 0 {
			first = c
		}
		lines, amount = lines+c.Second.Lines, amount+c.Second.Amount
		if len(slipped) < manyMisplaced {
			b.doubts.Add(hasTwoNames(l, c, o.Code))
		}
	}
	if len(slipped) < manyMisplaced {
		return
	}
	o, s := slipped[first], first.Second
	b.doubts.Add(&source.Problem{Code: finance.CodeMappingName, Position: s.First, About: l.Spec.Partner + " codes and names", Likely: true,
		Message: fmt.Sprintf("%s of the ledger %s, %s in all, have the code of one cost centre and the name of another, the first that of %s (%s) under %s (%s)",
			wording.Count(lines, "line"), l.Spec.File, amount.Exact(), o.Code, o.Name, first.Code, first.Name),
		Hint: "see whether the column of codes has slipped by a row, or codes were filled down too far"})
}

func (b *posting) secondName(l *ledger.Result, c *ledger.Centre, names map[string]string) {
	s := c.Second
	whose := names[celltext.Fold(beforeComma(s.Name))]
	if whose == c.Code {
		whose = ""
	}
	renamed := s.Months&c.NameMonths == 0
	if overlap(stems(beforeComma(c.Name)), stems(beforeComma(s.Name))) || whose == "" && (renamed || s.Amount == 0) {
		return
	}
	b.doubts.Add(hasTwoNames(l, c, whose))
}

// hasTwoNames is a finding about a code with two names, of which the second is also whose.
func hasTwoNames(l *ledger.Result, c *ledger.Centre, whose string) *source.Problem {
	s := c.Second
	p := &source.Problem{Code: finance.CodeMappingName, Position: s.First, About: l.Spec.Partner + " " + c.Code + " " + s.Name, Likely: whose != "",
		Message: fmt.Sprintf("the code %s has two names in the ledger %s: %s, and in %s, %s in all, %s", c.Code, l.Spec.File, c.Name, wording.Count(s.Lines, "line"), s.Amount.Exact(), s.Name),
		Hint:    "see whether rows were filled down too far and have another's code"}
	if whose != "" {
		p.Message += "; " + whose + " is called so too"
	}
	return p
}

// beforeComma is the part of a name before its first comma, stroke or bracket.
func beforeComma(name string) string {
	if i := strings.IndexAny(strings.ReplaceAll(name, " - ", " – "), ",;:(–"); i > 0 {
		return strings.TrimSpace(name[:min(i, len(name))])
	}
	return name
}
