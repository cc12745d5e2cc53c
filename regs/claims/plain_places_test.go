package claims

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"apr/internal/number"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// plainPlaces makes sentences about a project's localities, its matters, what it counts and its local measures.
type plainPlaces struct {
	r                   *rand.Rand
	f                   *facts.Facts
	localities, matters []*facts.Thing
	turned              bool
	// kind is the form of the sentence that was made last.
	kind string
}

func plainPlacesOf(f *facts.Facts) *plainPlaces {
	m := &plainPlaces{f: f}
	for _, t := range f.Things {
		switch t.Group {
		case "locality":
			m.localities = append(m.localities, t)
		case "matter":
			m.matters = append(m.matters, t)
		}
	}
	return m
}

// thing is one by its id, nil where there is none.
func (m *plainPlaces) thing(id string) *facts.Thing {
	i := slices.IndexFunc(m.f.Things, func(t *facts.Thing) bool { return t.ID == id })
	if i < 0 {
		return nil
	}
	return m.f.Things[i]
}

func (m *plainPlaces) pick(all ...string) string { return all[m.r.IntN(len(all))] }

// either is yes where is holds, or where it doesn't and the sentence is turned.
func (m *plainPlaces) either(is bool, yes, no string) string {
	if is != m.turned {
		return yes
	}
	return no
}

func (m *plainPlaces) people(t *facts.Thing) int64 {
	v, _ := m.f.At(m.thing("population"), facts.FaceValue, t.ID, m.f.Year)
	return v.Exact.Num().Int64()
}

func (m *plainPlaces) amount(t *facts.Thing, face facts.Face) *big.Rat {
	v, ok := m.f.At(t, face, facts.Own, m.f.Year)
	if !ok {
		return new(big.Rat)
	}
	return v.Exact
}

// called is a name of a locality within a sentence.
func (m *plainPlaces) called(t *facts.Thing) string {
	switch {
	case strings.HasSuffix(t.Title, " Coast"):
		return m.pick(t.Title, "the coast", "the Coast")
	case strings.HasPrefix(t.Title, "North "):
		return m.pick(t.Title, "the north")
	case strings.HasPrefix(t.Title, "South "):
		return m.pick(t.Title, "the south")
	}
	return t.Title
}

// in is a place with its preposition.
func (m *plainPlaces) in(name string) string {
	if strings.HasSuffix(strings.ToLower(name), "the coast") {
		return "on " + name
	}
	return "in " + name
}

// upper begins a sentence.
func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// simpleParts are fractions in words, and the percentages that they are.
var simpleParts = []struct {
	n, d  int64
	words []string
}{
	{1, 5, []string{"a fifth", "one fifth"}}, {1, 4, []string{"a quarter", "one quarter"}}, {1, 3, []string{"a third", "one third"}}, {2, 5, []string{"two fifths"}}, {1, 2, []string{"half"}},
	{3, 5, []string{"three fifths"}}, {2, 3, []string{"two thirds"}}, {3, 4, []string{"three quarters"}}, {4, 5, []string{"four fifths"}},
}

// inParts is a part of a whole in words, or a clearly wrong one.
func (m *plainPlaces) inParts(part, whole *big.Rat) string {
	p, _ := new(big.Rat).Quo(part, whole).Float64()
	if m.turned {
		if p += 0.17; p > 0.9 {
			p -= 0.37
		}
	}
	if m.r.IntN(3) == 0 {
		return m.pick("", "some ", "about ") + fmt.Sprintf("%.0f%%", 100*p)
	}
	best := simpleParts[0]
	at := func(k int) float64 { return float64(simpleParts[k].n) / float64(simpleParts[k].d) }
	for k := range simpleParts {
		if d := at(k) - p; d*d < (float64(best.n)/float64(best.d)-p)*(float64(best.n)/float64(best.d)-p) {
			best = simpleParts[k]
		}
	}
	words := m.pick(best.words...)
	if m.turned {
		return m.pick("about ", "roughly ", "around ") + words
	}
	switch d := p - float64(best.n)/float64(best.d); {
	case d > 0.008 && d < 0.015:
		return m.pick("just over ", "more than ", "a little more than ", "rather more than ", "over ", "slightly more than ") + words
	case d > 0.008:
		return m.pick("more than ", "rather more than ", "over ", "well over ") + words
	case d < -0.008 && d > -0.015:
		return m.pick("just under ", "nearly ", "almost ", "a little under ", "not quite ", "less than ", "a little less than ") + words
	case d < -0.008:
		return m.pick("less than ", "under ", "rather less than ") + words
	}
	return m.pick("about ", "roughly ", "around ") + words
}

// count is a number as texts have it, or a clearly wrong one.
func (m *plainPlaces) count(n int64) string {
	if m.turned {
		n += n/7 + 2
	}
	return number.Format(float64(n), 0)
}

// word is a small number in words, or another.
func (m *plainPlaces) word(n int64) string {
	if m.turned {
		n += int64(1 + m.r.IntN(2))
	}
	return m.plainWord(n)
}

func (m *plainPlaces) plainWord(n int64) string {
	for w, v := range language.SmallNumbers {
		if v == n && n > 0 && n < 13 && w != "both" && w != "a" && w != "an" && w != "single" {
			return w
		}
	}
	return number.Format(float64(n), 0)
}

// still makes what f makes without anything wrong.
func (m *plainPlaces) still(f func() string) string {
	turned := m.turned
	m.turned = false
	defer func() { m.turned = turned }()
	return f()
}

// sentence is one with one thing wrong where turned, and the text that it is read in; "" where the facts give none of its form.
func (m *plainPlaces) sentence() (place, sentence string) {
	forms := []func() (string, string){m.together, m.oneLocality, m.ofMatter, m.heads, m.besidePlan, m.setAsides, m.sharesSince, m.ofCounted, m.byBody, m.commitments, m.nearTarget, m.throughMeasure}
	return forms[m.r.IntN(len(forms))]()
}

// two are two localities of three or more, nil where there are only two.
func (m *plainPlaces) two() (a, b *facts.Thing) {
	if len(m.localities) < 3 {
		return nil, nil
	}
	i := m.r.IntN(len(m.localities))
	return m.localities[i], m.localities[(i+1)%len(m.localities)]
}

const aboutPlaces, aboutMoney = "opening.about", "regulation-4.introduction"

// together is about the people of two localities.
func (m *plainPlaces) together() (string, string) {
	a, b := m.two()
	if a == nil {
		return "", ""
	}
	x, y := m.called(a), m.called(b)
	all := exact.Rat(m.people(m.localities[0])+m.people(m.localities[1])+m.people(m.localities[2]), 1)
	sum := m.people(a) + m.people(b)
	n, part := "", ""
	if m.r.IntN(2) == 0 {
		n, part = m.count(sum), m.still(func() string { return m.inParts(exact.Rat(sum, 1), all) })
	} else {
		n, part = m.still(func() string { return m.count(sum) }), m.inParts(exact.Rat(sum, 1), all)
	}
	whole := m.pick("the population", "our population", "our people", "the people of "+m.f.Authority, "everyone who lives here", "all residents", "our residents")
	k := m.r.IntN(10)
	m.kind = fmt.Sprint("together ", k)
	var s string
	switch k {
	case 0:
		s = fmt.Sprintf("%s %s and %s are home to %s people, %s of %s", m.pick("Taken together", "Together", "Between them", "Together,", "Combined,"), x, y, n, part, whole)
	case 1:
		s = fmt.Sprintf("%s and %s together %s %s %s, or %s of %s", upper(x), y, m.pick("have", "are home to"), n, m.pick("people", "residents"), part, whole)
	case 2:
		s = fmt.Sprintf("%s and %s %s %s of %s, %s in all", upper(x), y, m.pick("between them account for", "together make up", "together account for", "between them have"), part, whole, n)
	case 3:
		s = fmt.Sprintf("Some %s people live %s and %s together, %s of %s", n, m.in(x), strings.TrimPrefix(m.in(y), "in "), part, whole)
	case 4:
		s = fmt.Sprintf("%s %s and %s have %s people, which is %s of %s", m.pick("Taken together,", "Between them"), x, y, n, part, whole)
	case 5:
		s = fmt.Sprintf("With %s residents between them, %s and %s make up %s of %s", n, x, y, part, whole)
	case 6:
		s = fmt.Sprintf("%s of %s live %s or %s, %s people altogether", upper(part), whole, m.in(x), m.in(y), n)
	case 7:
		s = fmt.Sprintf("%s of %s live %s and %s", upper(m.inParts(exact.Rat(sum, 1), all)), whole, m.in(x), m.in(y))
	case 8:
		third := m.localities[slices.IndexFunc(m.localities, func(t *facts.Thing) bool { return t != a && t != b })]
		s = fmt.Sprintf("%s people live in %s and %s combined, and %s in %s", m.count(sum), x, y, m.still(func() string { return m.count(m.people(third)) }), third.Title)
	default:
		s = fmt.Sprintf("%s and %s, with %s people between them, hold %s of %s", upper(x), y, n, part, whole)
	}
	return m.pick(aboutPlaces, aboutPlaces, "regulation-6.localities[0].assessment"), s + "."
}

// oneLocality is about the people of one.
func (m *plainPlaces) oneLocality() (string, string) {
	byPeople := slices.Clone(m.localities)
	slices.SortFunc(byPeople, func(a, b *facts.Thing) int { return int(m.people(b) - m.people(a)) })
	all := new(big.Rat)
	for _, t := range byPeople {
		all.Add(all, exact.Rat(m.people(t), 1))
	}
	rank := m.r.IntN(len(byPeople))
	t := byPeople[rank]
	x := m.called(t)
	part := exact.Rat(m.people(t), 1)
	// One in so many.
	p, _ := new(big.Rat).Quo(part, all).Float64()
	oneIn := []string{"", "", "two", "three", "four", "five"}
	n := int(1/p + 0.5)
	near := p-1/float64(n) < 0.025 && p-1/float64(n) > -0.025
	places := []string{"largest", "second largest", "smallest"}
	if len(byPeople) == 2 {
		places = []string{"larger", "smaller"}
	}
	order := places[rank]
	if m.turned {
		order = places[(rank+1)%len(places)]
	}
	localities := m.pick("the "+m.plainWordOf(len(byPeople))+" localities", "our "+m.plainWordOf(len(byPeople))+" localities", "our localities")
	k := m.r.IntN(9)
	m.kind = fmt.Sprint("locality ", k)
	switch {
	case k == 0 && near:
		return aboutPlaces, fmt.Sprintf("%s one %s in %s lives %s, the %s of %s.", m.pick("Roughly", "About", "Around", "Some"), m.pick("resident", "person"), oneIn[n], m.in(x), order, localities)
	case k == 1 && near:
		if m.turned {
			n = 2 + (n % 3)
		}
		return aboutPlaces, fmt.Sprintf("%s one %s in %s lives %s.", m.pick("Roughly", "About", "Around"), m.pick("resident", "person", "of our residents"), oneIn[n], m.in(x))
	case k == 2:
		return aboutPlaces, fmt.Sprintf("%s of %s lives %s, the %s of %s.", upper(m.still(func() string { return m.inParts(part, all) })), m.pick("the population", "our population"), m.in(x), order, localities)
	case k == 3:
		return aboutPlaces, fmt.Sprintf("%s of %s live %s.", upper(m.inParts(part, all)), m.pick("residents", "our people", "us", "our residents", "people here"), m.in(x))
	case k == 4:
		return aboutPlaces, fmt.Sprintf("%s, the %s of %s, is home to %s people.", upper(x), m.still(func() string { return places[rank] }), localities, m.count(m.people(t)))
	case k == 5:
		return aboutPlaces, fmt.Sprintf("%s is the %s of %s and home to %s of %s.", upper(x), order, localities, m.still(func() string { return m.inParts(part, all) }), m.pick("our people", "the population"))
	case k == 6:
		return aboutPlaces, fmt.Sprintf("%s is the %s half, with %s residents.", upper(x), m.pick("more populous", "larger"), m.count(m.people(t)))
	case k == 7:
		return aboutPlaces, fmt.Sprintf("%s has %s of %s, and is the %s of %s.", upper(x), m.inParts(part, all), m.pick("our people", "the people", "the population"), places[rank], localities)
	}
	m.kind = "locality 8"
	return aboutPlaces, fmt.Sprintf("%s of our %s people, %s, live %s.", upper(m.inParts(part, all)), number.Format(float64(all.Num().Int64()), 0), m.still(func() string { return m.count(m.people(t)) }), m.in(x))
}

func (m *plainPlaces) plainWordOf(n int) string { return m.plainWord(int64(n)) }

// inMatters are services of which all is under one matter.
var inMatters = map[string]string{"GP prescribing": "b", "General medical services": "b", "District and community nursing": "b", "Community mental health": "b", "Mental health inpatients": "a", "Community hospital inpatients": "a",
	"Care at home": "e", "Short breaks for carers": "d", "Carers' support": "d", "Allied health professions": "b", "Health improvement": "b"}

// ofMatter is about the part of a matter that one service is.
func (m *plainPlaces) ofMatter() (string, string) {
	var t, of *facts.Thing
	for t == nil {
		o := m.f.Things[m.r.IntN(len(m.f.Things))]
		if letter := inMatters[o.Title]; letter != "" && o.Group == "service" {
			t, of = o, m.thing("matter:4(2)("+letter+")")
		}
	}
	if of == nil {
		return "", ""
	}
	spent, whole := m.amount(t, facts.FaceSpend), m.amount(of, facts.FaceSpend)
	if whole.Sign() == 0 || spent.Cmp(whole) >= 0 {
		return "", ""
	}
	name := low(t)
	if t.Title == "Short breaks for carers" {
		name = "short breaks"
	}
	were := "were"
	if !strings.HasSuffix(name, "s") {
		were = "was"
	}
	p, _ := new(big.Rat).Quo(spent, whole).Float64()
	pence := fmt.Sprintf("%.0fp", 100*p)
	if m.turned {
		q := p + 0.2
		if q > 0.9 {
			q = p - 0.3
		}
		pence = fmt.Sprintf("%.0fp", 100*q)
	}
	it := m.pick("this matter", "it", "this spending", "the matter", "this heading", "the total", "the spending here", "what was spent")
	k := m.r.IntN(12)
	m.kind = fmt.Sprint("matter ", k)
	place := strings.Replace("regulation-4.matters.X", "X", strings.TrimPrefix(of.ID, "matter:"), 1)
	switch k {
	case 0:
		return place, fmt.Sprintf("%s %s the %s part of it, at %s in every pound.", upper(name), were, map[bool]string{true: "larger", false: "smaller"}[p > 0.5], pence)
	case 1:
		return place, fmt.Sprintf("%s makes up %s of %s.", upper(name), m.inParts(spent, whole), it)
	case 2:
		return place, fmt.Sprintf("%s accounts for %s of %s.", upper(name), m.inParts(spent, whole), it)
	case 3:
		return place, fmt.Sprintf("%s in every pound of it went on %s.", upper(pence), name)
	case 4:
		return place, fmt.Sprintf("Of every pound spent under this matter, %s went on %s.", pence, name)
	case 5:
		return place, fmt.Sprintf("%s of %s was for %s.", upper(m.inParts(spent, whole)), it, name)
	case 6:
		return place, fmt.Sprintf("%s took %s of %s, or %s.", upper(name), m.inParts(spent, whole), it, facts.DisplayOf(spent, facts.FaceSpend))
	case 7:
		return place, fmt.Sprintf("At %s, %s %s %s of %s.", facts.DisplayOf(spent, facts.FaceSpend), name, were, m.inParts(spent, whole), it)
	case 8:
		return place, fmt.Sprintf("%s cost %s, %s of %s.", upper(name), facts.DisplayOf(spent, facts.FaceSpend), m.inParts(spent, whole), it)
	case 9:
		return place, fmt.Sprintf("Within this matter, %s is %s.", name, m.inParts(spent, whole))
	case 10:
		return aboutMoney, fmt.Sprintf("%s makes up %s of the spending on %s.", upper(name), m.inParts(spent, whole), low(of))
	}
	return place, fmt.Sprintf("For each pound spent here, %s went to %s.", pence, name)
}

// TestPlainPlaces: sentences about localities, matters, what is counted and how far targets are away are never contradicted;
// with one thing wrong, most are.
func TestPlainPlaces(t *testing.T) {
	rounds := 1500
	if testing.Short() {
		rounds = 60
	}
	for _, dir := range []string{onCarrickmoor, onArdenmuir} {
		p := plainTextsOf(t, dir)
		m := plainPlacesOf(p.facts)
		for _, m.turned = range []bool{false, true} {
			m.r = rand.New(rand.NewPCG(32, uint64(len(dir))))
			tried, found := 0, 0
			for range rounds {
				place, sentence := m.sentence()
				if sentence == "" {
					continue
				}
				claims, ok := p.with(place, upper(sentence))
				if !ok {
					continue
				}
				tried++
				if i := slices.IndexFunc(claims, func(c *Claim) bool { return c.Verdict == Contradicted }); i < 0 && m.turned && testing.Verbose() {
					t.Logf("%s: not found: %s: %s", p.facts.Authority, m.kind, sentence)
				} else if i >= 0 && !m.turned {
					t.Errorf("%s: contradicted: %s: %s: %s", p.facts.Authority, m.kind, sentence, claims[i].Message)
				} else if i >= 0 {
					found++
				}
			}
			if m.turned && found < tried*9/10 {
				t.Errorf("%s: of %d wrong sentences %d are contradicted; at least nine in ten should be", dir, tried, found)
			}
		}
	}
}
