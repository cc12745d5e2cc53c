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
)

// plainUnread makes sentences of kinds that are rarer: how many are in which state.
type plainUnread struct {
	r      *rand.Rand
	f      *facts.Facts
	learnt *facts.Tally // what the report's own sentence says of its commitments, nil where it has a table
	turned bool
	wrong  bool // something wrong was said
}

func (u *plainUnread) pick(all ...string) string { return all[u.r.IntN(len(all))] }

// or is the right text, or one of the others where the sentence is turned and nothing wrong was said before.
func (u *plainUnread) or(right string, others ...string) string {
	if !u.turned || u.wrong || u.r.IntN(2) == 0 {
		return right
	}
	o := u.pick(others...)
	u.wrong = u.wrong || o != right
	return o
}

// count is a number in words or figures, up to three of which another is a wrong one.
func (u *plainUnread) count(n int64) string {
	return u.or(countWord(n), countWord(n+1), countWord(n+2), countWord(max(n-1, 1)))
}

// countWord is a small number as texts have it.
func countWord(n int64) string {
	words := strings.Fields("none one two three four five six seven eight nine ten eleven twelve")
	if n < int64(len(words)) {
		return words[n]
	}
	return fmt.Sprint(n)
}

// states is about how many commitments or local measures are in which state.
func (u *plainUnread) states() string {
	type state struct {
		n     int64
		words []string
	}
	t := u.f.TallyOf("commitments", "")
	if u.r.IntN(2) == 0 {
		t = u.f.TallyOf("measures", "")
	}
	if t == nil {
		t = u.learnt
	}
	var all []state
	for _, s := range []struct{ state, words string }{{"met", "were met|were delivered|have been completed|are complete"}, {"part", "were met in part|were partly delivered"}, {"under way", "are under way|are in progress|are being delivered|are on track"},
		{"green", "are green|are rated green|met their targets"}, {"amber", "are amber|are rated amber"}, {"red", "are red|are well off target"}} {
		if n := t.States[s.state]; n > 0 && (t.Noun == "commitments" || s.state != "met") {
			all = append(all, state{n, strings.Split(s.words, "|")})
		}
	}
	i := u.r.IntN(len(all))
	a, b := all[i], all[(i+1)%len(all)]
	first, second := u.pick(a.words...), u.pick(b.words...)
	whole := fmt.Sprint(t.All[0])
	n, m := u.count(a.n), u.count(b.n)
	if first == "are well off target" && u.wrong { // those that missed it, too, may be called so
		first = "are red"
	}
	if second == "are well off target" && u.wrong {
		second = "are red"
	}
	if second == "are on track" || first == "are on track" { // those that are met may be, too
		u.wrong = u.wrong && n == countWord(a.n) && second != "are on track"
	}
	what := t.Noun
	if what == "measures" {
		what = "local measures"
	}
	k := u.r.IntN(6)
	if k == 0 || k == 1 || k == 4 {
		whole = u.or(whole, fmt.Sprint(t.All[0]+5))
	}
	switch k {
	case 0:
		return fmt.Sprintf("Of our %s %s, %s %s and %s %s.", whole, what, n, first, m, second)
	case 1:
		return fmt.Sprintf("%s out of %s %s %s, and %s %s.", upper(n), whole, what, first, m, second)
	case 2:
		return fmt.Sprintf("Among the %s, %s %s, %s %s.", what, n, first, m, second)
	case 3:
		return fmt.Sprintf("%s %s %s, %s %s.", upper(n), what, first, m, second)
	case 4:
		return fmt.Sprintf("%s of the %s %s %s; %s %s.", upper(n), whole, what, first, m, second)
	}
	return fmt.Sprintf("We now have %s %s that %s and %s that %s.", n, what, first, m, second)
}

// services are services that were over or under their budgets by so much that texts speak of it, of one kind.
func (u *plainUnread) services(sign int) (all []*facts.Thing) {
	for _, t := range u.f.Things {
		if v, ok := u.f.At(t, facts.FaceVariance, facts.Own, u.f.Year); ok && t.Group == "service" && v.Exact.Sign() == sign && new(big.Rat).Abs(v.Exact).Cmp(exact.Rat(150000, 1)) > 0 && !strings.ContainsAny(t.Title, "(,") {
			all = append(all, t)
		}
	}
	u.r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// amount is an amount in millions, or where the sentence is turned another.
func (u *plainUnread) amount(v *big.Rat) string { return u.amountOr(v, 170, 40) }

// amountOr is an amount, or where the sentence is turned so many hundredths of it.
func (u *plainUnread) amountOr(v *big.Rat, more, less int64) string {
	in := func(hundredths int64) string {
		return "£" + new(big.Rat).Mul(new(big.Rat).Abs(v), exact.Rat(hundredths, 100000000)).FloatString(1) + "m"
	}
	return u.or(in(100), in(more), in(less))
}

// named is a service's name within a sentence.
func named(t *facts.Thing) string {
	name := t.Called()
	if strings.HasPrefix(name, "GP") {
		return name
	}
	return strings.ToLower(name[:1]) + name[1:]
}

// thing is the one with an id.
func (u *plainUnread) thing(id string) *facts.Thing {
	return u.f.Things[slices.IndexFunc(u.f.Things, func(t *facts.Thing) bool { return t.ID == id })]
}

// causes is about what an overspend came from.
func (u *plainUnread) causes() string {
	all := u.services(-1)
	if len(all) < 2 {
		return ""
	}
	v := func(t *facts.Thing) *big.Rat {
		x, _ := u.f.At(t, facts.FaceVariance, facts.Own, u.f.Year)
		return x.Exact
	}
	total, _ := u.f.At(u.thing("total"), facts.FaceVariance, facts.Own, u.f.Year)
	a, b := all[0], all[1]
	m, n := named(a), named(b)
	whole := "£" + new(big.Rat).Mul(new(big.Rat).Abs(total.Exact), exact.Rat(1, 1000000)).FloatString(1) + "m"
	sum := new(big.Rat).Add(v(a), v(b))
	if k := u.r.IntN(10); k == 8 {
		return fmt.Sprintf("The overspends of %s and %s came to %s.", m, n, u.amount(sum))
	} else if k == 9 {
		slices.SortFunc(all, func(a, b *facts.Thing) int { return v(a).Cmp(v(b)) })
		return fmt.Sprintf("The largest overspend of any service, %s, was in %s.", "£"+new(big.Rat).Mul(new(big.Rat).Abs(v(all[0])), exact.Rat(1, 1000000)).FloatString(1)+"m", u.or(named(all[0]), named(all[len(all)-1])))
	}
	x, y := u.amount(v(a)), u.amount(v(b))
	switch u.r.IntN(8) {
	case 0:
		return fmt.Sprintf("The overspend of %s came from %s (%s) and %s (%s), among others.", whole, m, x, n, y)
	case 1:
		return fmt.Sprintf("The overspend was driven by %s, at %s, and %s, at %s.", m, x, n, y)
	case 2:
		return fmt.Sprintf("%s added %s to the overspend and %s %s.", upper(m), x, n, y)
	case 3:
		return fmt.Sprintf("Two services explain much of the overspend: %s (%s) and %s (%s).", m, x, n, y)
	case 4:
		return fmt.Sprintf("Of the overspend, %s was on %s, %s on %s and the rest elsewhere.", x, m, y, n)
	case 5:
		return fmt.Sprintf("%s and %s went over by %s and %s respectively.", upper(m), n, x, y)
	case 6:
		return fmt.Sprintf("The overspend of %s includes %s on %s and %s on %s.", whole, x, m, y, n)
	}
	return fmt.Sprintf("Two services, %s and %s, overspent by %s and %s.", m, n, x, y)
}

// inPassing is about a service or a care group of which the sentence says in passing what it is.
func (u *plainUnread) inPassing() string {
	var all []*facts.Thing
	for _, t := range u.f.Things {
		if v, ok := u.f.At(t, facts.FaceSpend, facts.Own, u.f.Year); ok && (t.Group == "service" || t.Group == "care group") && v.Exact.Cmp(exact.Rat(3000000, 1)) > 0 && !strings.ContainsAny(t.Title, "(,") {
			all = append(all, t)
		}
	}
	t := all[u.r.IntN(len(all))]
	v, _ := u.f.At(t, facts.FaceSpend, facts.Own, u.f.Year)
	what := u.pick("one of our busiest services", "a service under pressure", "one of the services that people ask for most", "where demand is hardest to foresee")
	if t.Group == "care group" {
		what = u.pick("one of our two key care groups", "a key care group")
	}
	return fmt.Sprintf(u.pick("Spend on %[1]s, %[2]s, was %[3]s.", "We spent %[3]s on %[1]s, %[2]s.", "In all, %[1]s (%[2]s) cost %[3]s.", "Expenditure on %[1]s – %[2]s – came to %[3]s."), named(t), what, u.amount(v.Exact))
}

// pastYears is about what was spent in an earlier year, and how that compared with its plan.
func (u *plainUnread) pastYears() string {
	t, year := u.thing("total"), u.f.First+u.r.IntN(u.f.Year-u.f.First)
	spent, _ := u.f.At(t, facts.FaceSpend, facts.Own, year)
	v, ok := u.f.At(t, facts.FaceVariance, facts.Own, year)
	if !ok || new(big.Rat).Abs(v.Exact).Cmp(exact.Rat(100000, 1)) < 0 {
		return ""
	}
	under := v.Exact.Sign() > 0
	y, n, size := facts.YearName(year), u.amountOr(spent.Exact, 107, 94), u.amount(v.Exact)
	over := func(ifOver, ifUnder string) string {
		if under {
			ifOver, ifUnder = ifUnder, ifOver
		}
		return u.or(ifOver, ifUnder)
	}
	we := u.pick("we", "the board", "the integration authority")
	switch u.r.IntN(5) {
	case 0:
		return fmt.Sprintf("In %s %s spent %s and reported %s of %s.", y, we, n, over("an overspend", "an underspend"), size)
	case 1:
		return fmt.Sprintf("In %s %s spent %s and %s by %s.", y, we, n, over("overspent", "underspent"), size)
	case 2:
		return fmt.Sprintf("Spending in %s was %s, %s %s budget.", y, n, size, over("over", "under"))
	case 3:
		return fmt.Sprintf("Total spend in %s was %s, and the result %s of %s.", y, n, over("an overspend", "an underspend"), size)
	}
	return fmt.Sprintf("%s spent %s in %s, when there was %s of %s.", upper(we), n, y, over("an overspend", "an underspend"), size)
}

// people is about those of one locality among all.
func (u *plainUnread) people() string {
	var all []*facts.Thing
	t := u.thing("population")
	at := func(area string) int64 {
		v, _ := u.f.At(t, facts.FaceValue, area, u.f.Newest(t, facts.FaceValue, area))
		return v.Exact.Num().Int64()
	}
	for _, o := range u.f.Things {
		if o.Group == "locality" {
			all = append(all, o)
		}
	}
	slices.SortFunc(all, func(a, b *facts.Thing) int { return int(at(b.ID) - at(a.ID)) })
	words := [2]string{"largest", "smallest"}
	if len(all) == 2 {
		words = [2]string{"larger", "smaller"}
	}
	k := u.r.IntN(len(all))
	l, other := all[k], all[(k+1)%len(all)]
	n, whole := at(l.ID), at(facts.Own)
	figure := func(n int64) string { return number.Format(float64(n), 0) }
	count, total := func() string { return u.or(figure(n), figure(at(other.ID))) }, func() string { return u.or(figure(whole), figure(whole+9000)) }
	share := func() string {
		p := (100*n + whole/2) / whole
		return u.or(fmt.Sprintf("%d%%", p), fmt.Sprintf("%d%%", p+9), fmt.Sprintf("%d%%", p-9))
	}
	name, own := u.f.Place(l.ID), u.f.Place(facts.Own)
	where := "in " + name
	rank, end := "", k == 0 || k == len(all)-1
	j := u.r.IntN(8)
	if end && j >= 4 {
		rank = u.or(words[k/max(len(all)-1, 1)], words[1-k/max(len(all)-1, 1)])
	}
	switch {
	case j == 0:
		return fmt.Sprintf("%s of our %s people live %s.", upper(share()), total(), where)
	case j == 1:
		return fmt.Sprintf("%s has %s people, %s of everyone in %s.", name, count(), share(), own)
	case j == 2:
		return fmt.Sprintf("%s has %s people, and %s of them live %s.", own, total(), share(), where)
	case j == 3:
		return fmt.Sprintf("Of our %s residents %s live %s, which is %s of them.", total(), count(), where, share())
	case !end:
		return ""
	case j == 4:
		return fmt.Sprintf("%s, with %s of our %s people, is the %s of our %s localities.", name, figure(n), total(), rank, countWord(int64(len(all))))
	case j == 5:
		return fmt.Sprintf("%s has %s localities, the %s of which is %s.", own, countWord(int64(len(all))), rank, name)
	case j == 6:
		return fmt.Sprintf("Our %s localities, of which %s is the %s, have %s people.", countWord(int64(len(all))), name, rank, total())
	}
	return fmt.Sprintf("%s, with its %s people, has the %s population of our %s localities.", name, figure(n), rank, countWord(int64(len(all))))
}

// counted is about what part of those whom a local measure counts are of one locality.
func (u *plainUnread) counted() string {
	var all []*facts.Thing
	for _, t := range u.f.Things {
		if countedNames[t.Code][0] != "" && t.Kind == facts.Measure {
			all = append(all, t)
		}
	}
	t := all[u.r.IntN(len(all))]
	what, who := countedNames[t.Code][0], countedNames[t.Code][1]
	var places []*facts.Thing
	for _, o := range u.f.Things {
		if o.Group == "locality" {
			places = append(places, o)
		}
	}
	l := places[u.r.IntN(len(places))]
	at := func(area string) int64 {
		v, _ := u.f.At(t, facts.FaceValue, area, u.f.Year)
		return v.Exact.Num().Int64()
	}
	n, whole := at(l.ID), at(facts.Own)
	figure := func(n int64) string { return number.Format(float64(n), 0) }
	count, total := func() string { return u.or(figure(n), figure(n+n/4), figure(n-n/4)) }, func() string { return u.or(figure(whole), figure(whole+whole/6)) }
	share := func() string {
		p := (100*n + whole/2) / whole
		return u.or(fmt.Sprintf("%d%%", p), fmt.Sprintf("%d%%", p+9), fmt.Sprintf("%d%%", p-9))
	}
	name := u.f.Place(l.ID)
	switch u.r.IntN(5) {
	case 0:
		return fmt.Sprintf("%s of the %s %s come from %s.", upper(share()), total(), what, name)
	case 1:
		return fmt.Sprintf("There were %s %s, %s of them from %s.", total(), what, count(), name)
	case 2:
		return fmt.Sprintf("%s has %s %s, %s of the %s in %s as a whole.", name, count(), what, share(), total(), u.f.Place(facts.Own))
	case 3:
		return fmt.Sprintf("Of the %s %s %s were of %s from %s.", total(), what, count(), who, name)
	}
	return fmt.Sprintf("%s of the %s %s are from %s, %s of them.", count(), total(), what, name, share())
}

// turns is about how something stands since its highest or lowest figure.
func (u *plainUnread) turns() string {
	all := plainMeasuresOf(u.f)
	m := all[u.r.IntN(len(all))]
	n := len(m.values) - 1
	e, high := -1, u.r.IntN(2) == 0
	for i := range m.values {
		c := 0
		if e >= 0 {
			c = m.values[i].Exact.Cmp(m.values[e].Exact)
		}
		if e < 0 || c > 0 && high || c < 0 && !high {
			e = i
		} else if c == 0 {
			return ""
		}
	}
	if n < 2 || e == 0 || e == n || m.counted != "" || strings.HasPrefix(m.values[n].Display, "£") {
		return ""
	}
	peak, down, up := "peak", []string{"fell", "went down", "came down"}, []string{"rose", "went up", "increased"}
	if !high {
		peak, down, up = "low", up, down
	}
	k := u.r.IntN(3)
	year := facts.YearName(u.f.Year - n + e)
	other := e - 1
	was, now := u.or(figureOf(m.values[e]), figureOf(m.values[other])), figureOf(m.values[n])
	moved := u.or(down[k], up[k])
	its := "its"
	if m.plural {
		its = "their"
	}
	switch u.r.IntN(3) {
	case 0:
		return fmt.Sprintf("After %s %s of %s in %s, %s %s to %s.", its, peak, was, year, m.name, moved, now)
	case 1:
		return fmt.Sprintf("%s %s from a %s point of %s in %s to %s.", upper(m.name), moved, map[bool]string{true: "high", false: "low"}[high], was, year, now)
	}
	return fmt.Sprintf("From %s %s in %s, %s, %s %s to %s.", its, map[bool]string{true: "highest", false: "lowest"}[high], year, was, m.name, moved, now)
}

// TestPlainUnread: sentences of these kinds are never contradicted; with one thing wrong, most are.
func TestPlainUnread(t *testing.T) {
	rounds := 70
	if testing.Short() {
		rounds = 20
	}
	for _, dir := range []string{onCarrickmoor, onArdenmuir} {
		p := textsOf(t, dir)
		for _, k := range []struct {
			name  string
			next  func(*plainUnread) string
			least int // per cent of the turned ones that are found
		}{{"states", (*plainUnread).states, 95}, {"causes", (*plainUnread).causes, 90}, {"in passing", (*plainUnread).inPassing, 90}, {"earlier years", (*plainUnread).pastYears, 90}, {"people", (*plainUnread).people, 90}, {"counted", (*plainUnread).counted, 90}, {"turns", (*plainUnread).turns, 90}, {"family", (*plainUnread).family, 75}} {
			for _, turned := range []bool{false, true} {
				u := &plainUnread{r: rand.New(rand.NewPCG(7, uint64(len(dir)))), f: p.facts, learnt: p.reader.tallies.Learnt}
				tried, _, contradicted := p.readEach(t, "regulation-3.outcomes[3].assessment", rounds, turned, func() string {
					u.turned, u.wrong = turned, false
					if text := k.next(u); u.wrong == turned {
						return text
					}
					return ""
				})
				if turned && contradicted*100 < k.least*tried {
					t.Errorf("%s, %s: of %d wrong sentences %d are contradicted", p.facts.Authority, k.name, tried, contradicted)
				}
			}
		}
	}
}
