package lex

import (
	"strings"

	"apr/indicators"
	"apr/internal/period"
	"apr/internal/project/reference"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// reference adds what a reference stands for.
func (l *lexer) reference(t *language.Token) {
	it := Item{Entry: language.Entry{Class: language.IsQuantity, Word: t.Ref.Name}, Start: t.Start, End: t.End, Text: t.Ref.Name}
	switch t.Ref.Name {
	case "year":
		it.Entry, it.Known = language.Entry{Class: language.IsPeriod, Year: l.facts.Year, Word: "year"}, true
		l.items = append(l.items, it)
		return
	case "authority", reference.PlaceRef, reference.PlaceTable:
		it.Entry = language.Entry{Class: language.IsPlain, Word: "authority"}
		l.items = append(l.items, it)
		return
	}
	ref := l.refer(t)
	if ref == nil {
		it.Entry = language.Entry{Class: language.IsUnknown, Word: "reference"}
		l.items = append(l.items, it)
		return
	}
	it.Ref = ref
	q := facts.Quantity{Ref: ref, Unit: ref.Thing.Unit, Value: ref.Value.Exact, Den: 1}
	if ref.Face == facts.FaceShare {
		q.Unit = facts.Percent
	}
	it.Q = &q
	l.withWords(ref.Thing)
	l.quantity(it)
}

// refer resolves a reference by the facts.
func (l *lexer) refer(t *language.Token) *facts.Referred {
	inArea := "" // area="…"
	for _, a := range t.Ref.Args {
		if a.Name == "area" {
			inArea = a.Value
		}
	}
	arg := func(i int) string { // of those without names
		for _, a := range t.Ref.Args {
			if a.Name != "" {
				continue
			}
			if i == 0 {
				return a.Value
			}
			i--
		}
		return ""
	}
	ref := &facts.Referred{Name: t.Ref.Name, Year: l.facts.Year, Face: facts.FaceValue}
	year := func(i int) bool {
		if arg(i) == "" {
			return true
		}
		y, err := period.Parse(arg(i))
		ref.Year, ref.Stated = int(y), true
		return err == nil
	}
	ok := true
	switch t.Ref.Name {
	case "value", "scotland":
		ref.Thing, ok = l.things[facts.IndicatorID(arg(0))], year(1)
		ref.Area = otherArea(inArea)
		if t.Ref.Name == "scotland" {
			ref.Area = facts.Scotland
		}
	case "change":
		ref.Thing = l.things[facts.IndicatorID(arg(0))]
		from, err := period.Parse(arg(1))
		ref.From, ref.Face, ref.Area = int(from), "change", otherArea(inArea)
		ok = err == nil && year(2)
		ref.Stated = arg(2) != ""
	case "rank":
		ref.Thing, ref.Face = l.things[facts.IndicatorID(arg(0))], "rank"
	case "spend", "plan", "variance", "proportion", "funding":
		ref.Thing, ok = facts.MoneyNamed(l.things, arg(0)), year(1)
		if ref.Face = facts.Face(t.Ref.Name); t.Ref.Name == "proportion" {
			ref.Face = facts.FaceShare
		}
	case "locality":
		ref.Thing, ok = l.things["locality:"+arg(0)], year(1)
		ref.Face = facts.FaceSpend
	case "measure":
		ref.Thing = l.things["measure:"+strings.ToUpper(arg(0))]
		// A place or a year, or a place and then a year.
		at := 1
		if _, err := period.Parse(arg(1)); arg(1) != "" && err != nil {
			ref.Area, at = "locality:"+arg(1), 2
		}
		ok = year(at)
		if place := inArea; place != "" {
			ref.Area = otherArea(place)
			if l.things["locality:"+place] != nil {
				ref.Area = "locality:" + place
			}
		}
	default:
		return nil
	}
	if ref.Thing == nil || !ok {
		return nil
	}
	if ref.Face != "change" && ref.Face != "rank" {
		if !ref.Stated && ref.Thing.Kind == facts.Indicator {
			if _, there := l.facts.At(ref.Thing, ref.Face, ref.Area, ref.Year); !there {
				ref.Ok = false
				return ref
			}
		}
		ref.Value, ref.Ok = l.facts.At(ref.Thing, ref.Face, ref.Area, ref.Year)
		if inArea != "" && !ref.Ok {
			return nil // of a place that the facts don't have
		}
	}
	return ref
}

// otherArea is a place that area="…" names as the facts have it.
func otherArea(name string) string {
	if strings.EqualFold(name, indicators.Scotland) {
		return facts.Scotland
	}
	return name
}

// carersAsked finds the national indicator of carers who feel supported in a sentence on carers that says so in two
// places, or goes on with the one before.
func (l *lexer) carersAsked() []claimed {
	asked := l.things["NI8"]
	if asked == nil {
		return nil
	}
	carers := -1
	for i := range l.ts {
		t := &l.ts[i]
		next := ""
		if i+1 < len(l.ts) {
			next = l.ts[i+1].Text
		}
		switch t.Text {
		case "carers":
			if i > 1 && !(i == 1 && l.ts[0].Text == "unpaid") && next != "said" {
				return nil // "young carers"
			}
			carers = i
		case "people", "adults", "parents", "staff", "young", "colleagues", "families", "workers":
			return nil
		case "feel", "felt":
			if carers >= 0 && next == "supported" && i > 0 && l.ts[i-1].Kind == language.NumberToken {
				return []claimed{{thing: asked, at: []int{i, i + 1}}}
			}
		case "said":
			if carers >= 0 && carers == i-1 && next == "yes" && l.Last == asked && !l.LastNarrow && l.askedOfSupport() {
				return []claimed{{thing: asked, at: []int{carers}}}
			}
		}
	}
	return nil
}

// askedOfSupport reports whether the last question that the paragraph speaks of is whether carers feel supported.
func (l *lexer) askedOfSupport() bool {
	for b, n := l.Before, 0; b != nil && n < 4; b, n = b.Before, n+1 {
		text := l.Passage.Lower[b.Start:b.End]
		if strings.Contains(text, "carers") && strings.Contains(text, "support") {
			return true
		}
		if strings.Contains(text, "ask") || strings.Contains(text, "question") {
			return false
		}
	}
	return false
}
