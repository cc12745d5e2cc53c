package claims

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"apr/internal/rounds"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// mutated is a text with one thing in a confirmed claim changed.
type mutated struct {
	kind, markdown string
	// at is the byte at which what carries the claim begins.
	at int
}

var (
	yearOf      = regexp.MustCompile(`\b20\d\d/\d\d\b`)
	argumentOf  = regexp.MustCompile(`"([^"]+)"`)
	sameKind    = map[string]string{"NI12": "NI13", "NI13": "NI12", "NI11": "NI12", "NI14": "NI16", "NI16": "NI14", "NI19": "NI14", "GP prescribing": "Day services", "Care at home": "Day services", "Strathmoor": "Glenside", "Glenside": "Strathmoor", "Carrick Coast": "Glenside", "North Ardenmuir": "South Ardenmuir", "South Ardenmuir": "North Ardenmuir"}
	otherPlaces = [][2]string{{"Scotland", "Moray"}, {"Strathmoor", "Glenside"}, {"Glenside", "Carrick Coast"}, {"Carrickmoor", "Moray"}, {"North Ardenmuir", "South Ardenmuir"}, {"South Ardenmuir", "North Ardenmuir"}, {"Ardenmuir", "Moray"}}
)

// otherThing is another thing of the kind that a reference names, "" for none.
func otherThing(name string) string {
	switch {
	case sameKind[name] != "":
		return sameKind[name]
	case strings.HasPrefix(name, "4(2)(") && name != "4(2)(b)":
		return "4(2)(b)"
	case name == "4(2)(b)":
		return "4(2)(a)"
	case strings.HasPrefix(name, "NI") && name != "NI5":
		return "NI5"
	case name == "NI5":
		return "NI4"
	}
	return ""
}

// offsets maps the places of a text to its bytes.
func offsets(t yamlpos.Text) map[source.Position]int {
	at := map[source.Position]int{}
	for i := len(t.Markdown); i >= 0; i-- {
		at[t.At(i)] = i
	}
	return at
}

// mutations are the ways to make a confirmed claim wrong in its text.
func mutations(c *Claim, text yamlpos.Text, at map[source.Position]int) (all []mutated) {
	start, end, from, to := at[c.At], at[c.AtEnd], at[c.Position], at[c.End]
	if end <= start || to < end || from > start {
		return nil
	}
	add := func(kind, old, with string, i int) {
		carrier := start
		if i < start {
			carrier += len(with) - len(old)
		}
		all = append(all, mutated{kind, text.Markdown[:i] + with + text.Markdown[i+len(old):], carrier})
	}
	part, whole := text.Markdown[start:end], text.Markdown[from:to]
	if strings.HasPrefix(part, "{{") {
		for n, m := range argumentOf.FindAllStringSubmatchIndex(part, -1) {
			old := part[m[2]:m[3]]
			if other := otherThing(old); n == 0 && other != "" {
				add("reference", old, other, start+m[2])
			}
			if yearOf.MatchString(old) {
				add("reference's year", old, map[bool]string{true: "2021/22", false: "2020/21"}[old == "2020/21"], start+m[2])
			}
		}
		return all
	}
	if m := digitsOf.FindStringIndex(part); m != nil {
		old := part[m[0]:m[1]]
		add("number", old, another(old), start+m[0])
		if strings.HasSuffix(part, "%") && c.Measure != saysChange {
			add("unit", part, strings.TrimSuffix(part, "%")+" percentage points", start)
		}
	}
	if with := opposite[strings.ToLower(part)]; with != "" {
		add("direction", part, with, start)
	}
	if strings.Contains(whole, "{{") {
		return all
	}
	if m := yearOf.FindStringIndex(whole); m != nil {
		add("year", whole[m[0]:m[1]], "2009/10", from+m[0])
	}
	for _, p := range otherPlaces {
		if i := strings.Index(whole, p[0]); i >= 0 {
			add("area", p[0], p[1], from+i)
			break
		}
	}
	return all
}

// TestConfirmedIsMeant changes the figure, the year, the direction, the place or the unit of
// each confirmed claim in the prose of both examples, or what its reference names: then
// it isn't confirmed any more.
func TestConfirmedIsMeant(t *testing.T) {
	for name, dir := range rounds.FewOf(t, map[string]string{"carrickmoor": "../../examples/carrickmoor", "ardenmuir": "../../examples/ardenmuir"}) {
		p := textsOf(t, dir)
		counts := map[string][3]int{} // contradicted, not read, still confirmed
		confirmed := 0
		for text, body := range p.texts {
			at := offsets(body)
			for _, c := range p.reader.read([]Text{{Name: text, Text: body}}).Claims {
				if c.Verdict != Confirmed {
					continue
				}
				confirmed++
				for _, m := range mutations(c, body, at) {
					changed := yamlpos.NewText(m.markdown, body.Position)
					there := offsets(changed)
					n := counts[m.kind]
					contradicted, left := false, false
					for _, o := range p.reader.read([]Text{{Name: text, Text: changed}}).Claims {
						contradicted = contradicted || o.Verdict == Contradicted && o.At.Line == c.At.Line
						left = left || o.Verdict == Confirmed && there[o.At] == m.at && o.Measure == c.Measure
					}
					switch {
					case contradicted:
						n[0]++
					case left:
						n[2]++
						t.Logf("%s of %q is still confirmed", m.kind, c.Text)
					default:
						n[1]++
					}
					counts[m.kind] = n
				}
			}
		}
		var kinds []string
		for k := range counts {
			kinds = append(kinds, k)
		}
		slices.Sort(kinds)
		for _, k := range kinds {
			n := counts[k]
			t.Logf("%s, %s: %d contradicted, %d not read, %d still confirmed", name, k, n[0], n[1], n[2])
			if n[2] > 0 {
				t.Errorf("%s: %d claims are confirmed whatever the %s", name, n[2], k)
			}
		}
		if t.Logf("%s: %d confirmed", name, confirmed); confirmed == 0 {
			t.Errorf("%s: nothing is confirmed, so nothing was tried", name)
		}
	}
}
