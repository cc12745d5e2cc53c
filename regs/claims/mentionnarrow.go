package claims

import (
	"slices"
	"strconv"
	"strings"

	"apr/regs/sentence"
)

// narrowed keeps the words that say which of the things are counted, and when.
func (c *census) narrowed(m *mention, here, number, from, last int) {
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
	case here > 0 && (c.ts[own.from].text == "who" || c.ts[own.from].text == "which"): // "two advocates, who helped 147 people"
		k := c.all[here-1].to
		for k > c.all[here-1].from && c.ts[k-1].kind != numberToken {
			k--
		}
		c.addAll(m, k, c.all[here-1].to)
	case !subject && first < here: // "The service received 5 stories and 61 complaints", "Five nurses saw 5 children and 12 adults"
		k := c.behindBesides(c.all[first])
		if c.ts[k].kind == numberToken {
			for k++; k < c.all[first].to && !does(c.ts[k].text).has(leaving) && c.ts[k].kind == wordToken; k++ {
				c.add(m, k)
				if isPluralNoun(c.ts[k].text) {
					break
				}
			}
			break
		}
		for ; k < c.all[first].to && c.ts[k].kind != numberToken; k++ {
			c.add(m, k)
		}
	}
	c.behind(m, here, last)
	if len(m.narrow) == 0 && here > 0 && own.mark == ";" {
		context := &mention{}
		c.addAll(context, 0, own.from)
		m.before, m.naming = unmarked(context.narrow), context.naming
	}
}

// aside reports whether a stretch says more of what is named before it: ", where most people live,".
func (c *census) aside(s stretch) bool {
	first := c.ts[s.from].text
	return (s.mark == "," || s.mark == first) && (first == "where" || first == "which" || first == "who")
}

// behindBesides is where a stretch goes on behind "besides the survey we".
func (c *census) behindBesides(s stretch) int {
	if c.ts[s.from].text != "besides" {
		return s.from
	}
	for k := s.from; k < s.to; k++ {
		if c.ts[k].text == "we" {
			return k
		}
	}
	return s.to
}

// behind adds what stands behind the stretch and may belong to it: names in those that count nothing, and
// what follows the last of a list.
func (c *census) behind(m *mention, here, last int) {
	listed := last == c.all[here].to-1
	for k := here + 1; k < len(c.all) && c.all[k].mark != ";" && !c.listsAll(k, last); k++ {
		s := c.all[k]
		if !s.counts {
			if first := c.ts[s.from].text; first == "among" || first == "including" || first == "besides" {
				continue
			}
			joined := s.mark == "and" && k == here+1 && s.to-s.from < 5 && !anyOf(c.ts[s.from:s.to], func(t *token) bool {
				return does(t.text).has(silent) && !does(t.text).has(determiner|leaving) || isAuxiliary(t.text)
			})
			for i := s.from; i < s.to; i++ {
				if joined || c.ts[i].proper || i == s.from && restricting(c.ts[i].text) {
					c.add(m, i)
				}
			}
			continue
		}
		if listed = listed && countsThings(&c.ts[s.from]) && s.from+1 < s.to && !does(c.ts[s.from+1].text).has(leaving|bounding) && (s.mark == "," || s.mark == "and"); !listed {
			break
		}
		noun := s.from + 1
		for noun < s.to && !(c.ts[noun].kind == wordToken && isPluralNoun(c.ts[noun].text)) {
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
func (c *census) within(m *mention, own stretch, number, last int) {
	for k := max(own.from, number-4); k < number; k++ {
		if strings.HasSuffix(c.ts[k].text, "'s") {
			for j := k; j >= own.from && j > k-3 && c.ts[j].kind == wordToken && (j == k || !does(c.ts[j].text).has(leaving)); j-- {
				c.add(m, j)
			}
		}
		m.leans = m.leans || c.ts[k].text == "its"
	}
	if last+1 >= own.to {
		return
	}
	next := c.ts[last+1].text
	relative := next == "who" || next == "that" || next == "whose" || next == "where"
	if !relative && !slices.Contains([]string{"of", "in", "on", "for", "from", "with", "at"}, next) && !strings.HasSuffix(next, "ing") && !strings.HasSuffix(next, "ed") && next != "made" && next != "given" && next != "known" {
		return
	}
	for k := last + 1; k < own.to && c.ts[k].kind != numberToken; k++ {
		if w := c.ts[k].text; !relative && slices.Contains([]string{"is", "are", "was", "were", "has", "have", "had", "now", "will", "can"}, w) {
			break
		}
		c.add(m, k)
	}
}

// wordsOf are the telling words of another sentence.
func (c *census) wordsOf(s *sentence.Sentence) []string {
	c.beforeRoom = c.lexicon.tokens(c.beforeRoom[:0], s)
	other := census{reader: c.reader, st: &statement{}, ts: c.beforeRoom}
	m := &mention{}
	other.addAll(m, 0, len(other.ts))
	return unmarked(m.narrow)
}

// unmarked leaves out what isn't a word: "a class" that is spoken of stands for no other.
func unmarked(words []string) []string {
	return slices.DeleteFunc(words, func(w string) bool { return w[0] == '+' || w[0] == '#' })
}

func (c *census) addAll(m *mention, from, to int) {
	for k := from; k < to; k++ {
		c.add(m, k)
	}
}

// add keeps a word that narrows what is counted; it reports whether the word narrows.
func (c *census) add(m *mention, k int) bool {
	t := &c.ts[k]
	switch t.kind {
	case yearToken:
		switch {
		case t.year == c.facts.Year && !t.calendar:
		case t.calendar:
			m.times = append(m.times, strconv.Itoa(t.year))
		default:
			m.times = append(m.times, strconv.Itoa(t.year)+"/")
		}
		return false
	case numberToken:
		if k > 0 && (c.ts[k-1].proper && k > 1 || numbered()[c.ts[k-1].text]) {
			m.narrow = append(m.narrow, "#"+t.text) // "Ward 2"
		} else if k+1 < len(c.ts) && measured()[c.ts[k+1].text] {
			m.times = append(m.times, t.text+c.ts[k+1].text) // "in six years"
		} else if t.q.value != nil && !moreThan(t.q.value, 1) || !c.nounBehind(k) {
			m.narrow = append(m.narrow, "#"+t.text) // "one class", "people over 80"
		}
		return false
	case wordToken:
	default:
		return false
	}
	d := does(t.text)
	m.leans = m.leans || d.has(leaning)
	if d.has(timely) || t.ordinal > 0 || d.has(bounding) && !d.has(leaving) && t.text != "most" {
		m.times = append(m.times, t.text)
		return false
	}
	if k+1 < len(c.ts) && c.ts[k+1].kind == wordToken && (k < c.number || t.text != "a" && t.text != "an") && slices.Contains([]string{"a", "an", "some", "many", "several", "few", "most", "various", "certain"}, t.text) && !does(c.ts[k+1].text).has(silent|leaving) {
		m.narrow = append(m.narrow, "+"+t.text) // "a class reached 12 people"
		return false
	}
	if t.text == "community" && k+1 < len(c.ts) && c.ts[k+1].text == "link" {
		return false
	}
	if d.has(silent|leaving|timely|bounding|cutting) || len(t.text) < 2 || c.inArea(t) {
		return false
	}
	m.narrow, m.naming = append(m.narrow, oneOf(t.text)), m.naming || t.proper && k > 0
	return true
}

// nounBehind reports whether a noun of several follows a number, which it counts.
func (c *census) nounBehind(k int) bool {
	for i := k + 1; i < len(c.ts) && i < k+5 && c.ts[i].kind == wordToken && (i == k+1 && c.ts[i].text == "of" || !does(c.ts[i].text).has(leaving)); i++ {
		if isPluralNoun(c.ts[i].text) {
			return true
		}
	}
	return false
}

// inArea reports whether a word is of the name of the area or of a locality.
func (c *census) inArea(t *token) bool {
	return anyOf(c.st.items, func(it *item) bool {
		return it.class == isArea && it.start <= t.start && t.start < it.end && (it.area == own || isLocality(it.area)) && !c.namesMore(it)
	})
}

// settle puts the words in order, each once.
func (m *mention) settle() {
	if m.head == "neighbourhood" && slices.Contains(m.narrow, "depriv") { // "among the most deprived fifth in Scotland"
		m.kinds, m.manner = append(m.kinds, "depriv"), ofAll
		m.narrow = slices.DeleteFunc(m.narrow, func(w string) bool {
			return slices.Contains([]string{"depriv", "+most", "scotland", "among", "quintil", "simd", "neighbourhood"}, w)
		})
		m.times = slices.DeleteFunc(m.times, func(w string) bool { return w == "fifth" })
	}
	if does(m.head).has(voiced) {
		m.narrow = slices.DeleteFunc(m.narrow, func(w string) bool {
			return w == "person" || w == "left" || w == "issu" && m.head == "direction"
		})
	}
	m.narrow = append(m.narrow, m.kinds...)
	for _, words := range []*[]string{&m.kinds, &m.narrow, &m.times} {
		slices.Sort(*words)
		*words = slices.Compact(*words)
	}
}

// named has one name for things that have several.
func (m *mention) named() {
	without := func(names ...string) {
		m.kinds = slices.DeleteFunc(m.kinds, func(w string) bool { return slices.Contains(names, w) })
	}
	switch m.head {
	case "zone":
		if slices.Contains(m.kinds, "data") {
			m.head = "neighbourhood"
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
func (c *census) uncertain(m *mention, here int) bool {
	shakes := func(s stretch) bool {
		for k := s.from; k < s.to; k++ {
			if t := &c.ts[k]; t.kind == wordToken && does(t.text).has(shaky) ||
				t.text == "a" && k+1 < s.to && slices.Contains([]string{"day", "week", "month", "year", "night", "quarter"}, c.ts[k+1].text) {
				return true
			}
		}
		return false
	}
	if shakes(c.all[here]) && m.manner != ofAll {
		return true
	}
	if next := here + 1; next < len(c.all) && c.ts[c.all[next].from].text == "than" {
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
