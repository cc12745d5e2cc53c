package account

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/finance"
	"apr/finance/ledger"
	"apr/finance/suggest"
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

var (
	// partnership is a part of a name that is a partnership's or a joint board's.
	partnership = lazyregexp.Lazy(`(?i)^(.+?) (?:h&?scp|ijb|(?:health (?:and|&) social care )partnership|integration joint board)$`)
	// shared is what says that another area's name stands there by right.
	shared = lazyregexp.Lazy(`(?i)\b(?:host(?:ed|ing)?|shared?|joint(?:ly)?|on behalf of|recharges?|sla|service level|cross[- ]?(?:boundary|border)|out[- ]of[- ]area|outwith|placements?|purchased? from|provided (?:by|for)|with|for|by|from|to)\b`)
)

// reportElsewhere reports cost centres that are called after another authority than this one.
func (b *posting) reportElsewhere() {
	areas := map[string]bool{}
	for _, area := range b.spec.Elsewhere {
		areas[celltext.Fold(area)] = true
	}
	for _, l := range b.ledgers {
		if l.Ledger.Kind != finance.Actual {
			continue
		}
		by := map[string][]*ledger.Centre{}
		for _, code := range slices.Sorted(maps.Keys(l.Centres)) {
			c := l.Centres[code]
			if c.Class.Exclude != "" || c.Class.Funding == finance.Hosted || shared().MatchString(c.Name) {
				continue
			}
			if place := b.placeElsewhere(c.Name, areas); place != "" {
				by[place] = append(by[place], c)
			}
		}
		for _, place := range slices.Sorted(maps.Keys(by)) {
			b.namedOtherwise(l, "belong to this authority, and their names say "+place, by[place])
		}
	}
}

// placeElsewhere is the part of a name that is another authority's, or "". areas are those of
// others, folded.
func (b *posting) placeElsewhere(name string, areas map[string]bool) string {
	for part := range strings.FieldsFuncSeq(strings.ReplaceAll(name, " - ", ","), func(r rune) bool { return strings.ContainsRune(",;:()/–—", r) }) {
		part = strings.TrimSpace(part)
		place := part
		m := partnership().FindStringSubmatch(part)
		if m != nil {
			place = m[1]
		}
		if (areas[celltext.Fold(place)] || m != nil && properName(place)) && !b.ours(place) {
			return part
		}
	}
	return ""
}

// ours reports whether a name is the authority's, one of its bodies' or a locality's, or a
// part of one.
func (b *posting) ours(place string) bool {
	words := ledger.Plain(place)
	for _, own := range slices.Concat(b.spec.Own, b.spec.Bodies, b.spec.Localities) {
		if own != "" && (strings.Contains(ledger.Plain(own), words) || strings.Contains(words, ledger.Plain(own))) {
			return true
		}
	}
	return false
}

// fieldWords are words of names that say what is done and not where.
var fieldWords = lazyregexp.Lazy(`(?i)\b(?:community|carers?|joint|local|localit\w*|housing|public|third|all|our|non|support\w*|child\w*|famil\w*|adults?|older|people|young|mental|health|social|care|work|manage\w*|corporate|financ\w*|services?|teams?|primary|secondary|acute|learning|disabilit\w*|nurs\w*|strateg\w*|plan\w*|head|office\w*|director\w*|chief|senior|business|admin\w*|quality|areas?|integrat\w*|host\w*|deliver\w*|operation\w*|workforce|digital|it|pharmac\w*|prescrib\w*|hospital|commission\w*|contracts?|budgets?|reserves?|savings?|central|general|other|staff|training|justice|alcohol|drugs?|recovery|rehabilitation|transformation|change|performance|clinical|professional|allied|therap\w*|dental|primary|property|estates?|transport)\b`)

// properName reports whether a text is the name of a place: each of its words begins with a
// capital letter, but for "and" and its kin, and none says what is done.
func properName(s string) bool {
	for _, w := range strings.Fields(s) {
		switch strings.ToLower(w) {
		case "and", "&", "of", "the":
			continue
		}
		if w[0] < 'A' || w[0] > 'Z' || fieldWords().MatchString(w) {
			return false
		}
	}
	return s != ""
}

// reportServices reports cost centres whose name is that of another service than the one that
// they are mapped to, where both are plain words of the field.
func (b *posting) reportServices() {
	for _, l := range b.ledgers {
		body, _ := suggest.BodyCalled(l.Spec.Partner)
		if l.Ledger.Kind != finance.Actual || body == "" {
			continue
		}
		wrong := map[string][]*ledger.Centre{}
		for _, code := range slices.Sorted(maps.Keys(l.Centres)) {
			c := l.Centres[code]
			if c.Name == "" || c.Mixed || c.Class.Service == "" || c.Class.Exclude != "" {
				continue
			}
			if says := b.serviceSaid(body, c); says != "" {
				key := fmt.Sprintf("belong to the service %s, and their names say %s", c.Class.Service, says)
				wrong[key] = append(wrong[key], c)
			}
		}
		for _, key := range slices.Sorted(maps.Keys(wrong)) {
			b.namedOtherwise(l, key, wrong[key])
		}
	}
}

// serviceSaid is another service than the cost centre's that its name says, or "": by the
// words of the field, or since its name begins with the name of a service of another rule
// and says nothing of its own.
func (b *posting) serviceSaid(body suggest.Body, c *ledger.Centre) string {
	if says := suggest.OtherService(body, c.Name, c.Class.Service); says != "" {
		return says
	}
	name := stems(c.Name)
	if len(name) == 0 || aboutPlaces().MatchString(c.Name) || overlap(name, stems(c.Class.Service)) {
		return ""
	}
	for _, s := range b.rules.Names.Services {
		if words := stems(s); len(words) >= 2 && len(name) >= len(words) && slices.Equal(name[:len(words)], words) && !sameText(s, c.Class.Service) && suggest.IsPlain(body, s) {
			return s
		}
	}
	return ""
}

// aboutPlaces is a name of what is done about a service by others.
var aboutPlaces = lazyregexp.Lazy(`(?i)\b(?:teams?|review\w*|liaison|assess\w*|officers?|commission\w*|contracts?|quality|inspect\w*|manage\w*|admin\w*|monitor\w*|support|charging|income|staff|training|development|project)\b`)

// stems are the words of a name in small letters, without the mark of the plural and without
// what is in brackets.
func stems(name string) (words []string) {
	name, _, _ = strings.Cut(name, "(")
	for _, w := range strings.Fields(ledger.Plain(name)) {
		if w == "and" || w == "of" || w == "the" || w == "for" || w == "services" || w == "service" || w == "at" || w == "in" {
			continue
		}
		words = append(words, strings.TrimSuffix(w, "s"))
	}
	return words
}

// overlap reports whether two names have a word in common, or one within another.
func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool {
		return slices.ContainsFunc(b, func(y string) bool {
			return x == y || len(x) > 3 && len(y) > 3 && (strings.Contains(x, y) || strings.Contains(y, x))
		})
	})
}

// reportCentresTwice reports cost centres that two ledgers have with the same lines.
func (b *posting) reportCentresTwice() {
	for j, later := range b.ledgers {
		for _, first := range b.ledgers[:j] {
			if later.Ledger.Kind != finance.Actual || first.Ledger.Kind != finance.Actual || later.Ledger.Year != first.Ledger.Year || sameTable(first.Spec, later.Spec) {
				continue
			}
			var both []*ledger.Centre
			for _, code := range slices.Sorted(maps.Keys(later.Centres)) {
				c, o := later.Centres[code], first.Centres[code]
				if o != nil && c.SameLines(o) && c.Class.Exclude == "" && o.Class.Exclude == "" {
					both = append(both, c)
				}
			}
			if n := len(both); n > 0 && n*10 < len(later.Centres)*9 {
				b.centresTwice(first, later, both)
			}
		}
	}
}

func (b *posting) centresTwice(first, later *ledger.Result, both []*ledger.Centre) {
	var total finance.Money
	for _, c := range both {
		total += c.Amount
	}
	o := first.Centres[celltext.Code(both[0].Code)]
	p := &source.Problem{Code: finance.CodeMayRepeat, Position: both[0].Position, About: later.Spec.File + " " + both[0].Code, Likely: true,
		Message: fmt.Sprintf("%s of the ledger %s, %s in all, %s in %s too, with the same accounts, dates and amounts: the same money seems to count twice: %s",
			wording.Count(len(both), "cost centre"), later.Spec.File, total.Exact(), wording.Form(len(both), "is", "are"), first.Spec.File, titles(both)),
		Hint: "take the lines out of the ledger of the partner that didn't spend them"}
	if o != nil {
		p.Related = []source.Related{{Position: o.Position, Message: "the first of its lines in the other ledger"}}
	}
	b.doubts.Add(p)
}
