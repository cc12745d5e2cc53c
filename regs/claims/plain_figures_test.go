package claims

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// figuresSentence is a sentence with figures of several things, or of one beside another, which is wrong in one of them
// where turned; "" where the facts give none of its form.
func figuresSentence(r *rand.Rand, p *texts, m *plainMoney, turned bool) string {
	f := p.facts
	pick := func(all ...string) string { return all[r.IntN(len(all))] }
	upper := func(s string) string {
		if strings.HasPrefix(s, "£") {
			return s
		}
		return strings.ToUpper(s[:1]) + s[1:]
	}
	year := f.Year
	m.r = r
	size := func(t *facts.Thing, y int, wrong bool) string {
		return m.pounds(new(big.Rat).SetInt(m.varied(t, y)), wrong)
	}
	share := func(t *facts.Thing, wrong bool) string {
		v, _ := f.At(t, facts.FaceShare, facts.Own, year)
		if n, _ := v.Exact.Float64(); wrong {
			return fmt.Sprintf("%.1f%%", n*1.15+0.3)
		}
		return v.Display
	}
	switch form := r.IntN(12); form {
	case 0, 1: // an overspend beside another
		at, base := year-r.IntN(2), year-2-r.IntN(2)
		a, b := m.varied(m.total, at), m.varied(m.total, base)
		if a.Sign() >= 0 || b.Sign() >= 0 {
			return ""
		}
		ratio, _ := new(big.Rat).SetFrac(a, b).Float64()
		so := []bool{ratio > 1.1, ratio < 0.9, ratio > 2.1, ratio < 0.47}
		for k, word := range []string{"larger than", "smaller than", "more than twice", "less than half"} {
			if so[k] == turned || r.IntN(2) == 0 || ratio > 0.9 && ratio < 1.1 || ratio > 1.9 && ratio < 2.1 {
				continue
			}
			ref := pick("that of ", "the overspend of ") + facts.YearName(base) + pick("", " ("+size(m.total, base, false)+")")
			if at == year && form == 0 {
				spent, plan := m.spent(m.total, at), new(big.Rat).Add(m.spent(m.total, at), new(big.Rat).SetInt(a))
				return fmt.Sprintf("%s was spent where %s had been planned; the difference, %s, is %s %s.", facts.DisplayOf(spent, facts.FaceSpend), facts.DisplayOf(plan, facts.FaceSpend), size(m.total, at, false), word, ref)
			}
			return fmt.Sprintf("The overspend of %s in %s was %s %s.", size(m.total, at, false), facts.YearName(at), word, ref)
		}
		return ""
	case 2, 3: // a part of the overspend
		of, t := size(m.total, year, false), m.of(m.services)
		if m.varied(t, year).Sign() > 0 {
			return ""
		}
		part := size(t, year, turned)
		return upper(fmt.Sprintf(pick("of the overspend of %[1]s, %[3]s accounts for %[2]s.", "%[2]s of the %[1]s overspend arose in %[3]s.", "of the %[1]s overspend, %[2]s was in %[3]s.", "we overspent by %[1]s, %[2]s of it in %[3]s.", "%[3]s made up %[2]s of the overspend of %[1]s."), of, part, low(t)))
	case 4: // what each partner accounts for
		a, b := m.partners[0], m.partners[1]
		return fmt.Sprintf("Of the overspend of %s, the services of %s account for %s and those of %s for %s.", size(m.total, year, false), a.Title, size(a, year, turned), b.Title, size(b, year, false))
	case 5: // shares in turn, and behind one verb
		t := slices.Clone(m.matters)
		r.Shuffle(len(t), func(i, k int) { t[i], t[k] = t[k], t[i] })
		name := func(t *facts.Thing) string { return strings.ToLower(t.Title[:1]) + t.Title[1:] }
		for _, x := range t[:3] {
			if strings.ContainsAny(x.Title, "(,") || strings.Contains(x.Title, " and ") || strings.Contains(x.Title, " or ") || strings.Contains(x.Title, "carers") {
				return ""
			}
		}
		if r.IntN(2) == 0 {
			return fmt.Sprintf("The shares of %s and %s were %s and %s%s.", name(t[0]), name(t[1]), share(t[0], false), share(t[1], turned), pick("", " respectively"))
		}
		return upper(fmt.Sprintf("%s took %s of the money, %s %s and %s %s.", name(t[0]), share(t[0], false), name(t[1]), share(t[1], false), name(t[2]), share(t[2], turned)))
	case 6: // what was saved
		s := (&statement{reader: p.reader}).savings()
		if s == nil {
			return ""
		}
		made, _ := f.At(s, facts.FaceValue, facts.Own, year)
		goal, _ := f.At(s, facts.FaceTarget, facts.Own, year)
		short := new(big.Rat).Sub(goal.Exact, made.Exact)
		aim, left := facts.DisplayOf(goal.Exact, facts.FaceSpend), m.pounds(short, turned)
		return upper(fmt.Sprintf(pick("%[2]s of the %[1]s savings target was not made.", "of the %[1]s savings target %[3]s was made, leaving %[2]s to find.", "we saved %[3]s, %[2]s less than the target of %[1]s."), aim, left, facts.DisplayOf(made.Exact, facts.FaceSpend)))
	case 7: // counts of the survey's indicators
		rose, still, all := 0, 0, 0
		for _, t := range f.Things {
			if from, to, ok := f.Pair(t, facts.FaceValue, facts.Own, year-2, year); ok && t.Survey && t.Kind == facts.Indicator {
				all++
				if facts.Unclear(from, to) {
					still++
				} else if to.Exact.Cmp(from.Exact) > 0 {
					rose++
				}
			}
		}
		if turned {
			rose, still = rose+1+r.IntN(2), still-1-r.IntN(2)
		}
		word := func(n int) string {
			for w, v := range language.SmallNumbers {
				if v == int64(n) && w != "both" && w != "no" && w != "a" && w != "an" && w != "none" {
					return w
				}
			}
			return strconv.Itoa(n)
		}
		return fmt.Sprintf("Of the %s survey indicators, %s rose clearly and %s showed no clear change%s.", word(all), word(rose), word(still), pick("", " since "+facts.YearName(year-2)))
	case 8: // places for two indicators
		names := [][2]string{{"NI13", "emergency bed days"}, {"NI14", "readmissions within 28 days"}, {"NI16", "falls"}, {"NI12", "emergency admissions"}, {"NI17", "care services graded good or better"}}
		r.Shuffle(len(names), func(i, k int) { names[i], names[k] = names[k], names[i] })
		var places []string
		of := 0
		for _, named := range names {
			id, name := named[0], named[1]
			best, worst, n, _, ok := f.PlaceAmong(thing(f, id), f.Newest(thing(f, id), facts.FaceValue, facts.Own), thing(f, id).Better)
			if !ok || best != worst || n < 10 || len(places) == 2 {
				continue
			}
			if of = n; turned && len(places) == 1 {
				best = (best+3)%n + 1
			}
			places = append(places, strconv.Itoa(best)+map[bool]string{true: "th", false: map[int]string{1: "st", 2: "nd", 3: "rd"}[best%10]}[best%10 > 3 || best%10 == 0 || best/10 == 1]+" for "+name)
		}
		if len(places) < 2 {
			return ""
		}
		return fmt.Sprintf("Of the %d areas we ranked %s and %s.", of, places[0], places[1])
	case 9, 10: // a rate of a hundred
		for _, code := range []string{"CM02", "CM08", "AM4", "AM3"} {
			i := slices.IndexFunc(f.Things, func(t *facts.Thing) bool { return t.Code == code })
			if i < 0 || r.IntN(2) == 0 {
				continue
			}
			v, _ := f.At(f.Things[i], facts.FaceValue, facts.Own, year)
			n := v.Exact.Num().Int64()
			if !v.Exact.IsInt() {
				continue
			}
			if turned {
				n -= int64(3 + r.IntN(6))
			}
			who, did, _ := strings.Cut(map[string]string{"CM02": "people|seen by a link worker within three weeks", "CM08": "people|seen by alcohol and drug services within three weeks", "AM4": "adult carer support plans|offered within eight weeks", "AM3": "community payback orders|completed"}[code], "|")
			return fmt.Sprintf(pick("%[1]d in every hundred %[2]s were %[3]s.", "%[1]d %[2]s in every 100 were %[3]s.", "%[1]d of every 100 %[2]s were %[3]s.", "Of every 100 %[2]s, %[1]d were %[3]s."), n, who, did)
		}
		return ""
	default: // two measures
		a, b := slices.IndexFunc(f.Things, func(t *facts.Thing) bool { return t.Code == "CM07" }), slices.IndexFunc(f.Things, func(t *facts.Thing) bool { return t.Code == "CM09" })
		if a < 0 || b < 0 {
			return ""
		}
		v, _ := f.At(f.Things[a], facts.FaceValue, facts.Own, year)
		w, _ := f.At(f.Things[b], facts.FaceValue, facts.Own, year)
		second := w.Display
		if turned {
			second = v.Display
		}
		return fmt.Sprintf(pick("Sickness absence and the vacancy rate were %s and %s respectively.", "Sickness absence fell to %s and the vacancy rate to %s.", "Sickness absence was %s and the vacancy rate %s."), v.Display, second)
	}
}

// TestPlainFigures: sentences with figures of several things are never contradicted; with one thing wrong, most are.
func TestPlainFigures(t *testing.T) {
	rounds := 450
	if testing.Short() {
		rounds = 60
	}
	for _, dir := range []string{onCarrickmoor, onArdenmuir} {
		p := plainTextsOf(t, dir)
		m := plainMoneyOf(p.facts)
		for _, turned := range []bool{false, true} {
			r := rand.New(rand.NewPCG(32, uint64(len(dir))))
			tried, _, contradicted := p.readEach(t, "regulation-10.sections[0].text", rounds, turned, func() string { return figuresSentence(r, p, m, turned) })
			if turned && contradicted < tried*19/20 {
				t.Errorf("%s: of %d wrong sentences %d are contradicted; at least 19 in 20 should be", dir, tried, contradicted)
			}
		}
		r := rand.New(rand.NewPCG(33, uint64(len(dir))))
		series := plainSeriesOf(p.facts)
		p.readJoined(t, "regulation-10.sections[0].text", rounds, 60, func() string {
			a, b := figuresSentence(r, p, m, false), figuresSentence(r, p, m, false)
			if r.IntN(2) == 0 {
				b = plainSentence(r, series[r.IntN(len(series))], false)
			}
			if a == "" || b == "" {
				return ""
			}
			if first, _, _ := strings.Cut(b, " "); first != "NHS" && first != "GP" && !strings.HasPrefix(b, "Scotland") && !areaNamed(p.facts, first) && !strings.HasPrefix(p.facts.Authority, first) {
				b = strings.ToLower(b[:1]) + b[1:]
			}
			return strings.TrimSuffix(a, ".") + []string{", while ", ", and ", "; ", ", whereas ", ", but "}[r.IntN(5)] + b
		})
	}
}
