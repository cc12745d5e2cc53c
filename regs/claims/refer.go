package claims

import (
	"strconv"
	"strings"

	"apr/indicators"
	"apr/internal/period"
	"apr/internal/project/reference"
)

// referred is what a reference names.
type referred struct {
	thing *Thing
	face  Face
	area  string
	year  int
	// from is the year that a change is since, 0 else.
	from int
	// stated is true where the reference names its year.
	stated bool
	name   string
	value  Value
	ok     bool
}

// reference adds what a reference stands for.
func (l *lexer) reference(t *token) {
	it := item{entry: entry{class: isQuantity, word: t.ref.Name}, start: t.start, end: t.end, text: t.ref.Name}
	switch t.ref.Name {
	case "year":
		it.entry, it.known = entry{class: isPeriod, year: l.facts.Year, word: "year"}, true
		l.items = append(l.items, it)
		return
	case "authority", reference.PlaceRef, reference.PlaceTable:
		it.entry = entry{class: isPlain, word: "authority"}
		l.items = append(l.items, it)
		return
	}
	ref := l.refer(t)
	if ref == nil {
		it.entry = entry{class: isUnknown, word: "reference"}
		l.items = append(l.items, it)
		return
	}
	it.ref = ref
	q := quantity{ref: ref, unit: ref.thing.Unit, value: ref.value.Exact, den: 1}
	if ref.face == share {
		q.unit = percent
	}
	it.q = &q
	l.withWords(ref.thing)
	l.quantity(it)
}

// refer resolves a reference by the facts.
func (l *lexer) refer(t *token) *referred {
	inArea := "" // area="…"
	for _, a := range t.ref.Args {
		if a.Name == "area" {
			inArea = a.Value
		}
	}
	arg := func(i int) string { // of those without names
		for _, a := range t.ref.Args {
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
	ref := &referred{name: t.ref.Name, year: l.facts.Year, face: value}
	year := func(i int) bool {
		if arg(i) == "" {
			return true
		}
		y, err := period.Parse(arg(i))
		ref.year, ref.stated = int(y), true
		return err == nil
	}
	ok := true
	switch t.ref.Name {
	case "value", "scotland":
		ref.thing, ok = l.things[indicatorID(arg(0))], year(1)
		ref.area = otherArea(inArea)
		if t.ref.Name == "scotland" {
			ref.area = scotland
		}
	case "change":
		ref.thing = l.things[indicatorID(arg(0))]
		from, err := period.Parse(arg(1))
		ref.from, ref.face, ref.area = int(from), "change", otherArea(inArea)
		ok = err == nil && year(2)
		ref.stated = arg(2) != ""
	case "rank":
		ref.thing, ref.face = l.things[indicatorID(arg(0))], "rank"
	case "spend", "plan", "variance", "proportion", "funding":
		ref.thing, ok = l.moneyNamed(arg(0)), year(1)
		if ref.face = Face(t.ref.Name); t.ref.Name == "proportion" {
			ref.face = share
		}
	case "locality":
		ref.thing, ok = l.things["locality:"+arg(0)], year(1)
		ref.face = spend
	case "measure":
		ref.thing = l.things["measure:"+strings.ToUpper(arg(0))]
		// A place or a year, or a place and then a year.
		at := 1
		if _, err := period.Parse(arg(1)); arg(1) != "" && err != nil {
			ref.area, at = "locality:"+arg(1), 2
		}
		ok = year(at)
		if place := inArea; place != "" {
			ref.area = otherArea(place)
			if l.things["locality:"+place] != nil {
				ref.area = "locality:" + place
			}
		}
	default:
		return nil
	}
	if ref.thing == nil || !ok {
		return nil
	}
	if ref.face != "change" && ref.face != "rank" {
		if !ref.stated && ref.thing.Kind == isIndicator {
			if _, there := l.facts.at(ref.thing, ref.face, ref.area, ref.year); !there {
				ref.ok = false
				return ref
			}
		}
		ref.value, ref.ok = l.facts.at(ref.thing, ref.face, ref.area, ref.year)
		if inArea != "" && !ref.ok {
			return nil // of a place that the facts don't have
		}
	}
	return ref
}

// otherArea is a place that area="…" names as the facts have it.
func otherArea(name string) string {
	if strings.EqualFold(name, indicators.Scotland) {
		return scotland
	}
	return name
}

func indicatorID(s string) string {
	s = strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	if _, err := strconv.Atoi(s); err == nil {
		s = "NI" + s
	}
	return s
}

// moneyNamed is the amount that a reference names.
func (r *reader) moneyNamed(name string) *Thing {
	if kind, rest, found := strings.Cut(name, ":"); found {
		if t := r.things[kind+":"+strings.TrimSpace(rest)]; t != nil {
			return t
		}
	}
	for _, kind := range []string{"", "matter:", "care group:", "locality:", "partner:", "funding:", "service:"} {
		if t := r.things[kind+name]; t != nil && t.Kind == isMoney {
			return t
		}
	}
	return nil
}
