package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what share of the people of a place are aged 65 or over: "people aged 65 or over make
// up 27% of the population", "Carrick Coast has the oldest population of our localities".

// ageWords may stand around such a share and change nothing.
var ageWords = []string{"people", "residents", "inhabitants", "population", "of", "are", "is", "were", "the", "a", "an", "in", "have", "has", "had", "us", "our", "we", "them", "whom", "its", "their", "make", "makes", "made", "up",
	"account", "accounts", "accounted", "for", "live", "lives", "here", "share", "proportion", "percentage", "aged", "some", "about", "with", "than", "at", "where", "also", "and", "over", "which", "profile", "age",
	"on", "localities", "locality", "any", "other", "three", "two", "four", "five", "six", "compared", "highest", "lowest", "largest", "smallest", "greatest", "higher", "lower", "larger", "smaller", "bigger", "greater"}

// isOlder reports whether an item says that people are aged 65 or over.
func (s *statement) isOlder(i int) bool {
	it := &s.items[i]
	switch {
	case strings.HasSuffix(it.Text, "aged "+facts.OlderPeople), strings.Contains(it.Text, "aged "+facts.OlderPeople+" "):
		return true
	case it.Class == language.IsQuantity:
		return it.Q.Unit == facts.Bare && it.Q.Hedged && it.Q.Value != nil && it.Q.Value.Cmp(exact.Parse(facts.OlderPeople)) == 0 && i > 0 && slices.Contains([]string{"are", "is", "were"}, s.items[i-1].Text)
	}
	return it.Text == "sixty-fifth" && i+1 < len(s.items) && s.items[i+1].Text == "birthday" && i > 1 && language.LastWord(s.items[i-2].Text) == "passed"
}

// ages reads one such share, rank or comparison of a sentence.
func (s *statement) ages() {
	if s.lexer.Cues&language.CueAged == 0 && !strings.Contains(s.passage.Lower[s.start:s.end], facts.OlderPeople) {
		return
	}
	t := s.things["older"]
	if t == nil || s.unsureMood() {
		return
	}
	older := language.IndexOf(s.items, func(x *lex.Item) bool {
		return strings.Contains(x.Text, facts.OlderPeople) || x.Text == "sixty-fifth" || x.Text == "oldest" || x.Text == "youngest"
	})
	if older < 0 || language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsNot || x.Class == language.IsPeriod }) {
		return
	}
	from, to := older, older+1
	for from > 0 && s.items[from-1].Class != language.IsMark {
		from--
	}
	for to < len(s.items) && s.items[to].Class != language.IsMark {
		to++
	}
	defer func() {
		if slices.ContainsFunc(s.claims, func(cl *Claim) bool { return cl.Subject == t.ID && cl.Verdict != Unread }) {
			s.dropUnread(from, to)
		}
	}()
	if s.items[older].Text == "oldest" || s.items[older].Text == "youngest" {
		s.oldest(t, older, to)
		return
	}
	if !s.isOlder(older) || !s.onlyOfAge(from, to, older) {
		return
	}
	for i := from; i < to; i++ {
		switch it := &s.items[i]; {
		case it.Class == language.IsExtreme:
			s.mostOlder(t, i, older, to)
			return
		case it.Class == language.IsMove && it.Adj, it.Class == language.IsBeside && it.N != 0:
			s.moreOlder(t, i, older, from, to)
			return
		}
	}
	s.shareOlder(t, older, from, to)
}

// onlyOfAge reports whether the items say nothing else.
func (s *statement) onlyOfAge(from, to, older int) bool {
	for i := from; i < to; i++ {
		it := &s.items[i]
		switch {
		case i == older, it.Class == language.IsQuantity, it.Class == language.IsArea && (it.Area == facts.Own || facts.IsLocality(it.Area)), it.Class == language.IsSubject && it.Thing.ID == "count:localities":
			continue
		case it.Text == "passed", it.Text == "birthday":
			continue
		case it.Class == language.IsSubject, it.Class == language.IsAside:
			return false
		}
		for _, w := range strings.Fields(it.Text) {
			if !slices.Contains(ageWords, w) {
				return false
			}
		}
	}
	return true
}

// shareOlder holds the only figure of the items against the share of the place.
func (s *statement) shareOlder(t *facts.Thing, older, from, to int) {
	q := -1
	for i := from; i < to; i++ {
		if s.items[i].Class != language.IsQuantity || i == older {
			continue
		}
		if q >= 0 || s.items[i].Q.Unit != facts.Percent || s.items[i].Q.Ref != nil || s.items[i].Q.Value == nil {
			return
		}
		q = i
	}
	if q < 0 {
		return
	}
	last := older
	if q > older { // "people aged 65 or over make up 27% of the population"
		last = q
		made := false
		for _, it := range s.items[older+1 : q] {
			made = made || strings.HasPrefix(it.Text, "ma") && strings.HasSuffix(it.Text, " up") || strings.HasPrefix(it.Text, "account") || language.LastWord(it.Text) == "for"
		}
		if !made || older > from+1 || q+1 >= to || s.items[q+1].Role != "of" {
			return
		}
	} else if before := &s.items[older-1]; older-1 != q && !slices.Contains([]string{"are", "is", "were", "them", "our"}, language.LastWord(before.Text)) && !(before.Text == "people" && s.items[from].Text == "with") {
		return // "of those aged 65 or over"
	}
	behind := last
	if s.items[older].Text == "sixty-fifth" {
		behind++
	}
	if last == older {
		for i := behind + 1; i < to; i++ {
			if it := &s.items[i]; it.Class != language.IsArea && it.Role != "in" && it.Text != "here" {
				return // "and live alone"
			}
		}
	}
	area, ok := s.placeOfAge(from, to)
	if !ok {
		return
	}
	if _, known := s.facts.At(t, facts.FaceValue, area, s.facts.Year); !known || s.ofSomeNamed(from, to, area) {
		return
	}
	it := &s.items[q]
	cl := s.tellAt(saysShare, it, t, area, s.facts.Level(t, facts.FaceValue, area, s.facts.Year, it.Q))
	cl.Quantity, cl.Unit = it.Q.Bounds(), facts.Percent
}

// ofSomeNamed reports whether the share that the items give is of people who were counted before, and who aren't all that live in
// the place: "we heard from 400 people on the coast, 27% of them aged 65 or over".
func (s *statement) ofSomeNamed(from, to int, area string) bool {
	if !language.AnyOf(s.items[from:to], func(x *lex.Item) bool { return x.Text == "them" || x.Text == "whom" }) {
		return false
	}
	counted := false
	for i := range s.items[:from] {
		if q := s.items[i].Q; s.items[i].Class == language.IsQuantity && q.Unit == facts.Bare && (!q.InWords || i+1 < len(s.items) && s.items[i+1].CountsPeople()) {
			if s.population != nil && s.facts.Level(s.population, facts.FaceValue, area, s.facts.Year, q).Truth == facts.Yes {
				return false
			}
			counted = true
		}
	}
	return counted || language.AnyOf(s.items[from:to], func(x *lex.Item) bool { return x.Text == "whom" })
}

// placeOfAge is the only place that the items name, or else that of the items before; false where that
// isn't clear.
func (s *statement) placeOfAge(from, to int) (area string, ok bool) {
	for _, run := range [][2]int{{from, to}, {0, from}} {
		named := false
		for i := run[0]; i < run[1]; i++ {
			if it := &s.items[i]; it.Class == language.IsArea {
				if named && it.Area != area && it.Area != facts.Own && area != facts.Own {
					return "", false
				}
				if !named || area == facts.Own {
					area = it.Area
				}
				named = true
			}
		}
		if named {
			return area, area == facts.Own || facts.IsLocality(area)
		}
	}
	return facts.Own, s.locality == "" && language.AnyOf(s.items[from:to], func(x *lex.Item) bool { return x.Text == "population" })
}

// dropUnread takes back what was counted as not read of the items.
func (s *statement) dropUnread(from, to int) {
	first, last := s.passage.Text.At(s.items[from].Start), s.passage.Text.At(s.items[to-1].End)
	s.claims = slices.DeleteFunc(s.claims, func(cl *Claim) bool {
		behind := cl.At.Line > first.Line || cl.At.Line == first.Line && cl.At.Column >= first.Column
		before := cl.At.Line < last.Line || cl.At.Line == last.Line && cl.At.Column < last.Column
		return cl.Verdict == Unread && behind && before
	})
}

// oldest reads that a locality has the oldest or the youngest population.
func (s *statement) oldest(t *facts.Thing, i, to int) {
	for k := i + 1; k < to; k++ {
		it := &s.items[k]
		switch {
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Bare, it.Class == language.IsSubject && it.Thing.ID == "count:localities", it.Class == language.IsArea && it.Area == facts.Own:
			continue
		case !slices.Contains([]string{"age", "profile", "population", "of", "our", "the", "localities", "locality", "all"}, it.Text):
			return
		}
	}
	if i+1 >= to {
		return
	}
	if first := s.items[i+1].Text; !slices.Contains([]string{"age", "population", "of", "locality"}, first) {
		return
	}
	s.rankOlder(t, i, map[string]int{"oldest": 1, "youngest": -1}[s.items[i].Text])
}

// mostOlder reads that a locality has the highest or the lowest share.
func (s *statement) mostOlder(t *facts.Thing, e, older, to int) {
	among := false
	for i := older; i < to; i++ {
		among = among || s.items[i].Class == language.IsSubject && s.items[i].Thing.ID == "count:localities" || strings.Contains(s.items[i].Text, "localit")
	}
	if e > older || s.items[e].Judge || !among && !strings.Contains(s.items[e].Text, "localit") {
		return
	}
	s.rankOlder(t, e, s.items[e].N)
	if to+1 < len(s.items) && s.items[to+1].Text == "at" { // "…, at 33%"
		s.figureOlder(t, to+2)
	}
}

// figureOlder holds the figure at item i against the share of the only locality.
func (s *statement) figureOlder(t *facts.Thing, i int) {
	area := s.onlyLocality()
	if i >= len(s.items) || s.items[i].Class != language.IsQuantity || area == "" || i+1 < len(s.items) && s.items[i+1].Class != language.IsMark {
		return
	}
	it := &s.items[i]
	v, ok := s.facts.At(t, facts.FaceValue, area, s.facts.Year)
	if !ok || it.Q.Unit != facts.Percent || it.Q.Ref != nil {
		return
	}
	s.tellAt(saysShare, it, t, area, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(facts.Fits(it.Q.In(), v)), Expected: v.Display, Evidence: facts.Proof(v, s.facts.Year)})
}

// rankOlder holds the word at item i against the localities' shares; sign is 1 where it says that one's
// is the highest.
func (s *statement) rankOlder(t *facts.Thing, i, sign int) {
	area := s.onlyLocality()
	if area == "" || sign == 0 || !language.AnyOf(s.items[:i], func(x *lex.Item) bool { return x.Class == language.IsArea && x.Area == area }) {
		return
	}
	v, ok := s.facts.At(t, facts.FaceValue, area, s.facts.Year)
	if !ok {
		return
	}
	beyond, others, ok := s.facts.LocalitiesBeyond(t, v, area, sign)
	if !ok {
		return
	}
	w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(beyond == 0), Evidence: facts.Proof(v, s.facts.Year)}
	w.Expected = strings.Join(append([]string{s.facts.Place(area) + " " + v.Display}, others...), ", ")
	s.tellAt(saysExtreme, &s.items[i], t, area, w).Comparator = s.items[i].Text
}

// moreOlder reads that one locality has a higher share than another.
func (s *statement) moreOlder(t *facts.Thing, m, older, from, to int) {
	var areas []string
	than := false
	for i := from; i < to; i++ {
		it := &s.items[i]
		if strings.HasPrefix(it.Text, "than") {
			than = i > older
		}
		if it.Class == language.IsQuantity && i != older {
			return
		}
		if it.Class == language.IsArea {
			if facts.IsLocality(it.Area) && than != (len(areas) == 1) {
				return
			}
			areas = append(areas, it.Area)
		}
	}
	if !than || len(areas) != 2 || areas[0] == areas[1] || s.items[m].Judge || s.items[m].N == 0 || m > older {
		return
	}
	a, okA := s.facts.At(t, facts.FaceValue, areas[0], s.facts.Year)
	b, okB := s.facts.At(t, facts.FaceValue, areas[1], s.facts.Year)
	if !okA || !okB || !language.AnyOf(s.items[m:older+1], func(x *lex.Item) bool { return x.Text == "share" || x.Text == "proportion" || x.Text == "percentage" }) {
		return
	}
	w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(a.Exact.Cmp(b.Exact) == s.items[m].N), Expected: s.facts.Place(areas[0]) + " " + a.Display + " and " + s.facts.Place(areas[1]) + " " + b.Display,
		Evidence: append(facts.Proof(a, s.facts.Year), facts.Proof(b, s.facts.Year)...)}
	s.tellAt(saysComparison, &s.items[m], t, areas[0], w).Comparator = s.items[m].Text
}
