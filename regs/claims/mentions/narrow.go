package mentions

import (
	"slices"
	"strconv"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/sentence"
)

// narrowed keeps the words that say which of the things are counted, and when.
func (c *reading) narrowed(m *Mention, here, number, from, last int) {
	own := c.all[here]
	if m.manner == ofAll {
		c.within(m, own, number, last)
		return
	}
	subject := false // the stretch has words of its own before the number
	for k := own.from; k < own.to; k++ {
		if k != number && (k < from || k > last) {
			subject = c.add(m, k) && k < number || subject
		}
	}
	for k := here - 1; k >= 0 && c.all[k+1].mark != ";"; k-- {
		if s := c.all[k]; !s.counts && !c.aside(s) {
			c.addAll(m, c.behindBesides(s), s.to)
		}
	}
	switch first := slices.IndexFunc(c.all, func(s stretch) bool { return s.counts }); {
	case here > 0 && (c.ts[own.from].Text == "who" || c.ts[own.from].Text == "which"): // "two advocates, who helped 147 people"
		k := c.all[here-1].to
		for k > c.all[here-1].from && c.ts[k-1].Kind != language.NumberToken {
			k--
		}
		c.addAll(m, k, c.all[here-1].to)
	case !subject && first < here: // "The service received 5 stories and 61 complaints", "Five nurses saw 5 children and 12 adults"
		k := c.behindBesides(c.all[first])
		if c.ts[k].Kind == language.NumberToken {
			for k++; k < c.all[first].to && !doesHere(&c.ts[k]).has(leaving) && c.ts[k].Kind == language.WordToken; k++ {
				c.add(m, k)
				if isPluralNoun(c.ts[k].Text) {
					break
				}
			}
			break
		}
		for ; k < c.all[first].to && c.ts[k].Kind != language.NumberToken; k++ {
			c.add(m, k)
		}
	}
	c.behind(m, here, last)
	if len(m.narrow) == 0 && here > 0 && own.mark == ";" {
		context := &Mention{}
		c.addAll(context, 0, own.from)
		m.before, m.naming = unmarked(context.narrow), context.naming
	}
}

// aside reports whether a stretch says more of what is named before it: ", where most people live,".
func (c *reading) aside(s stretch) bool {
	first := c.ts[s.from].Text
	return (s.mark == "," || s.mark == first) && (first == "where" || first == "which" || first == "who")
}

// behindBesides is where a stretch goes on behind "besides the survey we".
func (c *reading) behindBesides(s stretch) int {
	if c.ts[s.from].Text != "besides" {
		return s.from
	}
	for k := s.from; k < s.to; k++ {
		if c.ts[k].Text == "we" {
			return k
		}
	}
	return s.to
}

// behind adds what stands behind the stretch and may belong to it: names in those that count nothing, and
// what follows the last of a list.
func (c *reading) behind(m *Mention, here, last int) {
	listed := last == c.all[here].to-1
	for k := here + 1; k < len(c.all) && c.all[k].mark != ";" && !c.listsAll(k, last); k++ {
		s := c.all[k]
		if !s.counts {
			if first := c.ts[s.from].Text; first == "among" || first == "including" || first == "besides" {
				continue
			}
			joined := s.mark == "and" && k == here+1 && s.to-s.from < 5 && !language.AnyOf(c.ts[s.from:s.to], func(t *language.Token) bool {
				return doesHere(t).has(silent) && !doesHere(t).has(determiner|leaving) || isAuxiliary(t.Text)
			})
			for i := s.from; i < s.to; i++ {
				if joined || c.ts[i].Proper || i == s.from && restricting(c.ts[i].Text) {
					c.add(m, i)
				}
			}
			continue
		}
		if listed = listed && countsThings(&c.ts[s.from]) && s.from+1 < s.to && !doesHere(&c.ts[s.from+1]).has(leaving|bounding) && (s.mark == "," || s.mark == "and"); !listed {
			break
		}
		noun := s.from + 1
		for noun < s.to && !(c.ts[noun].Kind == language.WordToken && isPluralNoun(c.ts[noun].Text)) {
			noun++
		}
		c.addAll(m, noun+1, s.to)
	}
}

func isAuxiliary(w string) bool {
	return slices.Contains([]string{"is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "did", "we", "it", "they"}, w)
}

// restricting reports whether what a word begins is about a part of what was counted.
func restricting(w string) bool {
	return slices.Contains([]string{"all", "most", "mainly", "mostly", "none", "some", "many", "each", "both", "half"}, w)
}

// within keeps what says of a whole where it is: "all 16 practices in Carrickmoor".
func (c *reading) within(m *Mention, own stretch, number, last int) {
	for k := max(own.from, number-4); k < number; k++ {
		if strings.HasSuffix(c.ts[k].Text, "'s") {
			for j := k; j >= own.from && j > k-3 && c.ts[j].Kind == language.WordToken && (j == k || !doesHere(&c.ts[j]).has(leaving)); j-- {
				c.add(m, j)
			}
		}
		m.leans = m.leans || c.ts[k].Text == "its"
	}
	if last+1 >= own.to {
		return
	}
	next := c.ts[last+1].Text
	relative := next == "who" || next == "that" || next == "whose" || next == "where"
	if !relative && !slices.Contains([]string{"of", "in", "on", "for", "from", "with", "at"}, next) && !strings.HasSuffix(next, "ing") && !strings.HasSuffix(next, "ed") && next != "made" && next != "given" && next != "known" {
		return
	}
	for k := last + 1; k < own.to && c.ts[k].Kind != language.NumberToken; k++ {
		if w := c.ts[k].Text; !relative && slices.Contains([]string{"is", "are", "was", "were", "has", "have", "had", "now", "will", "can"}, w) {
			break
		}
		c.add(m, k)
	}
}

// wordsOf are the telling words of another sentence.
func (c *reading) wordsOf(s *sentence.Sentence) []string {
	c.before = c.lexicon.Tokens(c.before[:0], s)
	other := reading{Reader: c.Reader, ts: c.before}
	m := &Mention{}
	other.addAll(m, 0, len(other.ts))
	return unmarked(m.narrow)
}

// unmarked leaves out what isn't a word: "a class" that is spoken of stands for no other.
func unmarked(words []string) []string {
	return slices.DeleteFunc(words, func(w string) bool { return w[0] == '+' || w[0] == '#' })
}

func (c *reading) addAll(m *Mention, from, to int) {
	for k := from; k < to; k++ {
		c.add(m, k)
	}
}

// add keeps a word that narrows what is counted; it reports whether the word narrows.
func (c *reading) add(m *Mention, k int) bool {
	t := &c.ts[k]
	switch t.Kind {
	case language.YearToken:
		switch {
		case t.Year == c.facts.Year && !t.Calendar:
		case t.Calendar:
			m.times = append(m.times, strconv.Itoa(t.Year))
		default:
			m.times = append(m.times, strconv.Itoa(t.Year)+"/")
		}
		return false
	case language.NumberToken:
		if k > 0 && (c.ts[k-1].Proper && k > 1 || language.Numbered()[c.ts[k-1].Text]) {
			m.narrow = append(m.narrow, "#"+t.Text) // "Ward 2"
		} else if k+1 < len(c.ts) && measured()[c.ts[k+1].Text] {
			m.times = append(m.times, t.Text+c.ts[k+1].Text) // "in six years"
		} else if t.Q.Value != nil && !exact.MoreThan(t.Q.Value, 1) || !c.nounBehind(k) {
			m.narrow = append(m.narrow, "#"+t.Text) // "one class", "people over 80"
		}
		return false
	case language.WordToken:
	default:
		return false
	}
	d := doesHere(t)
	m.leans = m.leans || d.has(leaning)
	if d.has(timely) || t.Ordinal > 0 || d.has(bounding) && !d.has(leaving) && t.Text != "most" {
		m.times = append(m.times, t.Text)
		return false
	}
	if k+1 < len(c.ts) && c.ts[k+1].Kind == language.WordToken && (k < c.number || t.Text != "a" && t.Text != "an") && slices.Contains([]string{"a", "an", "some", "many", "several", "few", "most", "various", "certain"}, t.Text) && !doesHere(&c.ts[k+1]).has(silent|leaving) {
		m.narrow = append(m.narrow, "+"+t.Text) // "a class reached 12 people"
		return false
	}
	if t.Text == "community" && k+1 < len(c.ts) && c.ts[k+1].Text == "link" {
		return false
	}
	if d.has(silent|leaving|timely|bounding|cutting) || len(t.Text) < 2 || c.inArea(t) {
		return false
	}
	m.narrow, m.naming = append(m.narrow, oneOf(t.Text)), m.naming || t.Proper && k > 0
	return true
}

// nounBehind reports whether a noun of several follows a number, which it counts.
func (c *reading) nounBehind(k int) bool {
	for i := k + 1; i < len(c.ts) && i < k+5 && c.ts[i].Kind == language.WordToken && (i == k+1 && c.ts[i].Text == "of" || !doesHere(&c.ts[i]).has(leaving)); i++ {
		if isPluralNoun(c.ts[i].Text) {
			return true
		}
	}
	return false
}

// inArea reports whether a word is of the name of the area or of a locality.
func (c *reading) inArea(t *language.Token) bool {
	return slices.ContainsFunc(c.Places, func(it Place) bool {
		return it.Start <= t.Start && t.Start < it.End && (it.Area == facts.Own || it.Locality) && !c.namesMore(&it)
	})
}

// settle puts the words in order, each once.
func (m *Mention) settle() {
	if m.Head == "neighbourhood" && slices.Contains(m.narrow, "depriv") { // "among the most deprived fifth in Scotland"
		m.kinds, m.manner = append(m.kinds, "depriv"), ofAll
		m.narrow = slices.DeleteFunc(m.narrow, func(w string) bool {
			return slices.Contains([]string{"depriv", "+most", "scotland", "among", "quintil", "simd", "neighbourhood"}, w)
		})
		m.times = slices.DeleteFunc(m.times, func(w string) bool { return w == "fifth" })
	}
	if does(m.Head).has(voiced) {
		m.narrow = slices.DeleteFunc(m.narrow, func(w string) bool {
			return w == "person" || w == "left" || w == "issu" && m.Head == "direction"
		})
	}
	m.narrow = append(m.narrow, m.kinds...)
	for _, words := range []*[]string{&m.kinds, &m.narrow, &m.times} {
		slices.Sort(*words)
		*words = slices.Compact(*words)
	}
}

// named has one name for things that have several.
func (m *Mention) named() {
	without := func(names ...string) {
		m.kinds = slices.DeleteFunc(m.kinds, func(w string) bool { return slices.Contains(names, w) })
	}
	switch m.Head {
	case "zone":
		if slices.Contains(m.kinds, "data") {
			m.Head = "neighbourhood"
			without("data")
		}
	case "practice":
		without("general", "gp", "doctor", "medical")
	case "worker":
		if slices.Contains(m.kinds, "link") {
			without("community")
		}
	}
}

// uncertain reports whether something around the number makes it say something else than how many there
// are in the reporting year.
func (c *reading) uncertain(m *Mention, here int) bool {
	shakes := func(s stretch) bool {
		for k := s.from; k < s.to; k++ {
			if t := &c.ts[k]; t.Kind == language.WordToken && doesHere(t).has(shaky) ||
				t.Text == "a" && k+1 < s.to && slices.Contains([]string{"day", "week", "month", "year", "night", "quarter"}, c.ts[k+1].Text) {
				return true
			}
		}
		return false
	}
	if shakes(c.all[here]) && m.manner != ofAll {
		return true
	}
	if next := here + 1; next < len(c.all) && c.ts[c.all[next].from].Text == "than" {
		return true // "three practices with more than 10,000 patients"
	} else if next < len(c.all) && !c.all[next].counts && does(c.all[next].mark).has(cutting) && shakes(c.all[next]) {
		return true // "the year before"
	}
	for k := here - 1; k >= 0 && c.all[k+1].mark != ";"; k-- {
		if !c.all[k].counts && shakes(c.all[k]) {
			return true
		}
	}
	return false
}
