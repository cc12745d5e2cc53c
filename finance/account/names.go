package account

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/finance"
	"apr/finance/ledger"
	"apr/finance/suggest"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// reportNames reports cost centres that belong to something else than their names say:
// health care to a matter of social care or the other way round, one locality's to another
// or to all, and the set-aside to other money.
func (b *posting) reportNames() {
	var localities []localityName
	for _, l := range b.spec.Localities {
		localities = append(localities, localityName{name: l, words: ledger.Plain(l), own: b.ownWords(l)})
	}
	for _, l := range b.ledgers {
		if l.Ledger.Kind != finance.Actual {
			continue
		}
		wrong := map[string][]*ledger.Centre{}
		for _, code := range slices.Sorted(maps.Keys(l.Centres)) {
			c := l.Centres[code]
			if c.Name == "" || c.Mixed {
				continue
			}
			if says := matterSaid(l.Spec.Partner, c); says != "" {
				key := fmt.Sprintf("belong to %s, and their names say %s", c.Class.Matter, says)
				wrong[key] = append(wrong[key], c)
			}
			if says := localitySaid(c, localities); says != "" {
				key := fmt.Sprintf("belong to %s, and their names say %s", c.Class.Locality, says)
				if c.Class.Locality == "" {
					key = fmt.Sprintf("are shared between the localities by %q, and their names say %s", c.Class.Apportion, says)
				}
				wrong[key] = append(wrong[key], c)
			}
			for _, key := range namesSay(c) {
				wrong[key] = append(wrong[key], c)
			}
			if saysSetAside(l.Spec.Partner, c) {
				key := fmt.Sprintf("belong to %s money, and their names say set aside", cmp.Or(string(c.Class.Funding), "no"))
				wrong[key] = append(wrong[key], c)
			}
		}
		for _, key := range slices.Sorted(maps.Keys(wrong)) {
			b.namedOtherwise(l, key, wrong[key])
		}
	}
}

func (b *posting) namedOtherwise(l *ledger.Result, what string, centres []*ledger.Centre) {
	var total finance.Money
	for _, c := range centres {
		total += c.Amount
	}
	if len(centres) == 1 {
		what = strings.Replace(strings.Replace(strings.Replace(what, "belong", "belongs", 1), "are shared", "is shared", 1), "their names say", "its name says", 1)
	}
	about := l.Spec.Partner + " " + centres[0].Code
	if more := len(centres) - 1; more > 0 { // an answer is of these alone
		about += fmt.Sprintf(" and %d more", more)
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeMappingName, Position: centres[0].Position, About: about,
		Message: fmt.Sprintf("%s of the ledger %s, %s in all, %s: %s", wording.Count(len(centres), "cost centre"), l.Spec.File, total.Exact(), what, titles(centres)),
		Hint:    "correct the rule, or the row of the mapping"})
}

// matterSaid is the matter that finance suggest proposes by the cost centre's name, where
// that is health care and the cost centre belongs to social care, or the other way round.
// Services that health boards and councils both have, such as those for addictions, may be
// either.
func matterSaid(partner string, c *ledger.Centre) finance.Matter {
	body, other := suggest.BodyCalled(partner)
	if body == "" || c.Class.Matter == "" {
		return ""
	}
	says := suggest.MatterOf(body, c.Name)
	if says == "" || isHealth(says) == isHealth(c.Class.Matter) {
		return ""
	}
	if o := suggest.MatterOf(other, c.Name); o != "" && isHealth(o) == isHealth(c.Class.Matter) {
		return ""
	}
	return says
}

func isHealth(m finance.Matter) bool { return m == finance.Inpatient || m == finance.OtherHealth }

// localityName is a locality with all words of its name and those that no other has.
type localityName struct{ name, words, own string }

// localitySaid is another locality than the cost centre's that a part of its name is: all
// of the locality's name, or the words of it that no other has. A place that merely has
// such a word, as North Street has, isn't one.
func localitySaid(c *ledger.Centre, localities []localityName) (says string) {
	if c.Class.Locality == "" && c.Class.Apportion == "" {
		return ""
	}
	for part := range strings.FieldsFuncSeq(c.Name, func(r rune) bool { return strings.ContainsRune(",;:()/–", r) }) {
		p := ledger.Plain(part)
		for _, l := range localities {
			if c.Class.Locality == "" && p == " central " && p != l.words {
				continue // what is done centrally, which is shared by right
			}
			if p == l.words || p == l.own {
				if l.name == c.Class.Locality {
					return ""
				}
				says = l.name
			}
		}
	}
	return says
}

// ownWords are the words of a locality's name that no other locality has.
func (b *posting) ownWords(locality string) string {
	return ledger.Plain(strings.Join(slices.DeleteFunc(strings.Fields(celltext.Fold(locality)), func(w string) bool {
		return slices.ContainsFunc(b.spec.Localities, func(o string) bool {
			return o != locality && slices.Contains(strings.Fields(celltext.Fold(o)), w)
		})
	}), " "))
}

// reportWithoutCode reports lines whose code of a cost centre is empty, beside others that
// have the same name and a code.
func (b *posting) reportWithoutCode() {
	for _, l := range b.ledgers {
		blank := l.Centres[""]
		if blank == nil || blank.Name == "" {
			continue
		}
		for _, code := range slices.Sorted(maps.Keys(l.Centres)) {
			if c := l.Centres[code]; code != "" && sameText(c.Name, blank.Name) {
				b.doubts.Add(&source.Problem{Code: finance.CodeMappingName, Position: blank.Position, About: l.Spec.Partner + " without a code", Likely: true,
					Message: fmt.Sprintf("the cost centre is empty in %s of the ledger %s, %s in all; the first is called %s, as %s is", wording.Count(blank.Lines(), "line"), l.Spec.File, blank.Amount.Exact(), blank.Name, c.Code),
					Hint:    "write the code in these lines"})
				break
			}
		}
	}
}
