package language

import (
	"slices"
	"strings"
	"sync"

	"apr/regs/claims/facts"
)

// spellings of an indicator's code.
func codeNames(number string) string {
	n := strings.TrimPrefix(number, "NI")
	return "ni" + n + "; ni-" + n + "; ni " + n + "; indicator " + n + "; national indicator " + n + "; national indicator ni" + n + "; national integration indicator " + n + "; core suite? indicator " + n + "; integration indicator " + n
}

// Dictionary is everything that this report can speak of.
type Dictionary struct {
	Words  *Trie // of every report
	Names  *Trie // of this one
	Gapped *Trie // those of its names that have others between their words
	Spoken *Trie // what people call its local measures loosely
	// plain are further words that change nothing.
	Plain map[string]bool
	// titles are the local measures by the words of their titles.
	Titles []titled
	stems  map[string]*stemUse
	// namesakes are, for each thing, those that go by nearly the same name.
	Namesakes map[*facts.Thing][]*facts.Thing
}

// titled is a local measure with the stems of its title.
type titled struct {
	thing  *facts.Thing
	stems  []string
	words  []string
	weight float64 // of all its stems
}

// SuiteNames is the trie of the indicators' names, which are every report's.
// Things are known by their ids: each report has its own.
var SuiteNames = sync.OnceValue(func() *Trie {
	t := newTrie(0)
	for id, n := range facts.IndicatorNames {
		for _, phrase := range strings.Split(n.Names+"; "+facts.Synonyms[id].Names+"; "+facts.Further()[id].Names+"; "+codeNames(id), ";") {
			t.add(phrase, Entry{Class: IsSubject, Word: id})
		}
	}
	return t
})

// NewDictionary has the names of everything that the facts know.
func NewDictionary(f *facts.Facts) *Dictionary {
	d := &Dictionary{Words: OfReports(), Names: newTrie(12 * len(f.Things)), Gapped: newTrie(4 * len(f.Things)), Spoken: newTrie(4 * len(f.Things)), Plain: map[string]bool{}, stems: map[string]*stemUse{}, Namesakes: namesakesOf(f.Things)}
	for _, w := range f.Vocabulary {
		for _, one := range facts.WordsOf(w) {
			d.Plain[one] = true
			d.Plain[one+"'s"] = true
		}
	}
	for _, t := range f.Things {
		is := &Entry{Class: IsSubject, Thing: t}
		for _, n := range t.Names {
			for phrase := range strings.SplitSeq(n, ";") {
				if strings.Contains(phrase, "..") {
					d.Gapped.put(phrase, is, false)
					continue
				}
				d.Names.put(phrase, is, false)
				if (t.Group == "partner" || t.Group == "matter") && strings.TrimSpace(phrase) != "" {
					d.Names.put(strings.TrimSpace(phrase)+"'s", is, false)
				}
			}
		}
		if t.Kind == facts.Measure {
			d.title(t)
		}
		for phrase := range strings.SplitSeq(t.Spoken, ";") {
			d.Spoken.put(phrase, is, false)
		}
	}
	for _, a := range f.Areas {
		words := facts.WordsOf(a.Name)
		if len(words) == 0 {
			continue
		}
		phrase := strings.Join(words, " ")
		is := &Entry{Class: IsArea, Area: a.Area, Word: a.Name}
		d.Names.put(phrase, is, false)
		d.Names.put(phrase+"'s", is, false)
	}
	d.weigh()
	return d
}

// title adds a local measure by its title.
func (d *Dictionary) title(t *facts.Thing) {
	words := facts.WordsOf(t.Title)
	var stems []string
	for _, w := range words {
		if len(w) > 2 && !TitleStops[w] {
			stems = append(stems, Stem(w))
		}
	}
	if len(stems) > 0 {
		d.Titles = append(d.Titles, titled{thing: t, stems: stems, words: words})
	}
}

// TitleStops are words of titles that say nothing by themselves.
var TitleStops = map[string]bool{"the": true, "and": true, "for": true, "who": true, "are": true, "that": true, "with": true, "within": true,
	"year": true, "average": true, "end": true, "quarter": true, "their": true, "from": true, "all": true, "march": true, "time": true}

// Stem is what forms of a word have in common.
func Stem(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'")
	for _, end := range [...]string{"ing", "ed"} { // "waited" as "wait"
		if rest, ok := strings.CutSuffix(w, end); ok && len(rest) >= 4 {
			w = rest
			break
		}
	}
	if len(w) > 5 {
		return w[:5]
	}
	return strings.TrimSuffix(w, "s")
}

// weigh says of each stem of the titles which titles have it, and of each title what
// its stems weigh: the fewer have one, the more it tells.
func (d *Dictionary) weigh() {
	for i := range d.Titles {
		for _, s := range d.Titles[i].stems {
			u := d.stems[s]
			if u == nil {
				u = &stemUse{}
				d.stems[s] = u
			}
			if n := len(u.titles); n == 0 || u.titles[n-1] != i {
				u.different++
			}
			u.titles = append(u.titles, i)
		}
	}
	for i := range d.Titles {
		for _, s := range d.Titles[i].stems {
			d.Titles[i].weight += d.stems[s].weight()
		}
	}
}

// stemUse are the titles that have a stem, by their places, once for each time, and
// how many different ones that are.
type stemUse struct {
	titles    []int
	different int
}

func (u *stemUse) weight() float64 { return 1 / float64(u.different) }

// TitleMatch is what a sentence has of a title.
type TitleMatch struct {
	got  float64
	rare bool // a stem that no other title has
	at   []int
}

// matches are what the tokens have of each title; nil where they have nothing.
func (d *Dictionary) matches(ts []Token, room []TitleMatch) []TitleMatch {
	var all []TitleMatch
	met := make([]*stemUse, 0, 16)
	for k := range ts {
		if ts[k].Kind == MarkToken || ts[k].Text == "" {
			continue
		}
		u := (*stemUse)(nil)
		if f := ts[k].Form; f != nil {
			u = f.stem
		} else {
			u = d.stems[Stem(ts[k].Text)]
		}
		if u == nil || slices.Contains(met, u) {
			continue
		}
		if ts[k].Text == "not" && (k == 0 || ts[k-1].Text != "or") {
			continue // "at home, supported or not"
		}
		if ts[k].Kind == NumberToken && (k+1 == len(ts) || d.stems[Stem(ts[k+1].Text)] == nil) {
			continue // "of the three localities": not that of "within three weeks"
		}
		met = append(met, u)
		if all == nil {
			all = room[:len(d.Titles)]
			for i := range all {
				all[i] = TitleMatch{at: all[i].at[:0]}
			}
		}
		for _, i := range u.titles {
			m := &all[i]
			m.got, m.rare, m.at = m.got+u.weight(), m.rare || u.different == 1, append(m.at, k)
		}
	}
	return all
}

// placeAt reports whether tokens begin with the name of a place of more than one word: "people on the coast wait for care at home".
func (d *Dictionary) placeAt(ts []Token) bool {
	node := d.Names
	for i := range ts {
		if node = node.After(ts[i].Text); node == nil {
			return false
		}
		if i > 0 && slices.ContainsFunc(node.Here, func(e *Entry) bool { return e.Class == IsArea }) {
			return true
		}
	}
	return false
}

// Measure is the local measure that a sentence is about, by the words of its
// title, with the places of those words; nil where none or more than one can be
// meant.
func (d *Dictionary) Measure(ts []Token, room []TitleMatch) (*facts.Thing, []int) {
	best, bestScore, second := -1, 0.0, 0.0
	all := d.matches(ts, room)
	for i := range all {
		m, t := &all[i], &d.Titles[i]
		score := m.got / t.weight
		if n := len(t.stems); len(m.at) < min(2, n) || !m.rare && (len(m.at) < n || n < 3) {
			score = 0
		}
		if score > bestScore {
			best, bestScore, second = i, score, bestScore
		} else if score > second {
			second = score
		}
	}
	if best < 0 || bestScore < 0.7 || bestScore-second < 0.1 {
		return nil, nil
	}
	at := slices.Clone(all[best].at)
	slices.Sort(at)
	ofTitle := func(k int) bool { return ts[k].Kind != MarkToken && slices.Contains(d.Titles[best].words, ts[k].Text) }
	for k := at[0]; k < at[len(at)-1]; k++ { // other words of the title between them
		if !slices.Contains(at, k) && ofTitle(k) && !d.placeAt(ts[k:at[len(at)-1]]) {
			at = append(at, k)
		}
	}
	// And those that go on with it: "in the year", but not the "in" of "in each year".
	slices.Sort(at)
	end := at[len(at)-1] + 1
	for end < len(ts) && ofTitle(end) {
		end++
	}
	if last := at[len(at)-1] + 1; end > last && (TitleStops[ts[end-1].Text] && len(ts[end-1].Text) > 3) {
		for k := last; k < end; k++ {
			at = append(at, k)
		}
	}
	return d.Titles[best].thing, at
}
