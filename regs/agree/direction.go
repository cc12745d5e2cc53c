package agree

import (
	"fmt"
	"math"
	"strings"

	"apr/indicators"
	"apr/internal/period"
	"apr/internal/source"
)

// moves are the words that say which way something went: +1 up, -1 down.
var moves = map[string]int{
	"rose": 1, "risen": 1, "rising": 1, "increased": 1, "grew": 1, "grown": 1, "climbed": 1, "higher": 1, "up": 1,
	"fell": -1, "fallen": -1, "falling": -1, "dropped": -1, "decreased": -1, "declined": -1, "reduced": -1, "shrank": -1,
	"lower": -1, "down": -1,
}

// judgements say whether it went the better way (+1) or the worse (-1).
var judgements = map[string]int{"improved": 1, "worsened": -1, "deteriorated": -1}

// nouns say the same after an article: "a fall in".
var nouns = map[string]int{"rise": 1, "increase": 1, "growth": 1, "fall": -1, "drop": -1, "decrease": -1, "decline": -1, "reduction": -1}

// claimWords may stand between what a claim is about and its verb, or between
// its verb and the figure it leads to: they change neither.
var claimWords = words(`also again has have been is are was were further slightly sharply steadily clearly markedly significantly much a little
	now rate rates figure value indicator measure the of adults people discharges population aged over days admissions
	this year years third second fourth fifth running in row for to by from about nearly around since continued per on before last previous still more`)

// Directions finds words that say that something rose, fell, improved or
// worsened where the data show the opposite.
func (p *Prose) Directions() []Finding {
	r := &reader{Prose: p}
	for _, s := range p.sentences {
		if !s.refers() && !s.has("NI") {
			continue
		}
		s.read()
		clauses := s.clauses()
		if len(clauses) > 1 && s.mixed() {
			clauses = s.whole(clauses)
		}
		for _, c := range clauses {
			r.direction(c)
		}
	}
	return r.findings
}

// mixed reports whether a sentence says of things that they rose and fell.
func (s *sentence) mixed() bool {
	up, down := false, false
	for _, t := range s.tokens {
		if t.kind == word {
			up, down = up || moves[t.text] > 0, down || moves[t.text] < 0
		}
	}
	return up && down
}

// whole are the clauses where each that has a verb says itself what it is
// about; none where one leaves it to another clause.
func (s *sentence) whole(clauses []clause) []clause {
	for _, c := range clauses {
		if _, ok := c.only(); !ok && c.moves() {
			return nil
		}
	}
	return clauses
}

func (c clause) moves() bool {
	for _, t := range c.tokens {
		if t.kind == word && moves[t.text] != 0 {
			return true
		}
	}
	return false
}

// verb is the one word of direction of a clause.
type verb struct {
	at, way int
	judges  bool
	noun    bool
}

// verb finds the clause's word of direction; ok is false where it has none or
// several that could be meant.
func (c clause) verb() (v verb, ok bool) {
	found := 0
	for i, t := range c.tokens {
		if t.kind != word {
			continue
		}
		way, judges, noun := moves[t.text], false, false
		if way == 0 {
			way, judges = judgements[t.text], true
		}
		if b := c.before(i); way == 0 && nouns[t.text] != 0 && b != nil && i+1 < len(c.tokens) && c.tokens[i+1].is("in", "of") {
			way, judges, noun = nouns[t.text], false, true
		}
		if way == 0 && b0(c, i).is("to") && i >= 2 && c.tokens[i-2].is("continued", "continues") {
			way, judges = nouns[t.text], false // continued to rise
		}
		if way == 0 {
			continue
		}
		if i+1 < len(c.tokens) && c.tokens[i+1].is("short", "through", "apart", "behind", "within", "into", "below", "above", "under") ||
			t.is("up", "down") && i+1 < len(c.tokens) && c.tokens[i+1].is("to") {
			return v, false
		}
		v = verb{i, way, judges, noun}
		found++
	}
	return v, found == 1
}

// b0 is the token before, or one that is nothing.
func b0(c clause, i int) *token {
	if b := c.before(i); b != nil {
		return b
	}
	return &token{}
}

// direction holds the claim of one clause against the data.
func (r *reader) direction(c clause) {
	if len(c.tokens) == 0 {
		return
	}
	v, ok := c.verb()
	if !ok || c.doubtful(r.report) {
		return
	}
	over, ok := c.over(r.report)
	if !ok || over.named && c.tokens[v.at].is("higher", "lower", "up", "down") {
		return // "lower in 2021/22" may be than now
	}
	if over.from == 0 && !over.named && c.elsewhere(r.report) {
		return
	}
	id, one := c.only()
	if one && r.report.Indicators != nil && c.ties(v) {
		r.indicatorMoved(c, v, id, over)
		return
	}
	if ref := c.leadsToMoney(v); ref != nil && !one {
		r.moneyMoved(c, v, ref, over)
	}
}

// ties reports whether every word between the clause's indicator and its verb
// is known to change nothing.
func (c clause) ties(v verb) bool {
	before, after := -1, -1
	for i := range c.tokens {
		if _, is := c.tokens[i].about(); is {
			if i < v.at {
				before = i
			} else if after < 0 {
				after = i
			}
		}
	}
	switch {
	case v.noun:
		return after >= 0 && c.happened(v.at) && c.nounTies(v.at, after)
	case before >= 0:
		return c.known(before+1, v.at) && c.subject(before) && c.intransitive(v.at+1) && c.tail(v.at+1)
	case c.tokens[v.at].is("higher", "lower"):
		return false
	}
	return after >= 0 && c.tokens[after].kind == referenceToken && c.known(v.at+1, after) &&
		(after == v.at+1 || c.tokens[after-1].is("to", "by", "from", ",", "(")) && c.tail(v.at+1)
}

// known reports whether the tokens from i up to j are claim words, numbers,
// years, commas or parentheses.
func (c clause) known(i, j int) bool {
	for ; i < j; i++ {
		t := &c.tokens[i]
		switch t.kind {
		case word:
			if !t.in(claimWords) {
				return false
			}
		case mark:
			if !t.is(",", "(", ")") {
				return false
			}
		}
	}
	return true
}

// subject reports whether the indicator at i is what the clause is about: only
// words of its title, and a year, stand before it.
func (c clause) subject(i int) bool {
	id, _ := c.tokens[i].about()
	own := titleWords(id)
	for k := range c.tokens[:i] {
		t := &c.tokens[k]
		switch {
		case t.kind == year, t.kind == referenceToken, t.is(",", "(", ")"):
		case t.is("in", "for", "during", "at") && !own[t.text]:
			if n := c.tokens[k+1]; n.kind != year && n.kind != referenceToken && !n.is("the", "this") {
				return false
			}
		case t.kind == number && own[t.text]:
		case !t.is("the", "our", "indicator", "rate", "figure", "value", "of", "last", "year", "this", "reporting", "a", "share", "proportion",
			"number", "percentage", "since") && !own[t.text]:
			return false
		}
	}
	return true
}

// alsoCalled are words by which indicators go beside those of their titles.
var alsoCalled = map[indicators.ID]string{
	"NI11": "deaths early", "NI13": "stays unplanned", "NI14": "readmitted readmission", "NI16": "falls fall",
	"NI18": "care at home for people with", "NI19": "delayed discharge discharges delays delay", "NI3": "having", "NI17": "graded were",
}

// titleWords are the words of an indicator's titles.
func titleWords(id indicators.ID) map[string]bool {
	i, _ := indicators.ByID(id)
	return words(strings.ToLower(strings.NewReplacer("(", " ", ")", " ", ",", " ", "'", " ").Replace(i.Title+" "+i.ShortTitle)) + " " + alsoCalled[id])
}

// intransitive reports whether what follows a verb can't be its object.
func (c clause) intransitive(i int) bool {
	if i >= len(c.tokens) {
		return true
	}
	t := &c.tokens[i]
	return t.kind != word || t.in(claimWords) || t.is("between", "during", "against", "compared", "than", "over", "faster", "most", "markedly", "too", "everywhere")
}

// happened reports whether a clause with a noun says that it came about.
func (c clause) happened(noun int) bool {
	for i := range c.tokens[:noun] {
		t := &c.tokens[i]
		if t.is("saw", "seen") || t.is("was", "been") && (c.tokens[0].is("there") || i > 1 && c.tokens[i-1].is("there")) {
			return true
		}
	}
	return false
}

// nounTies reports whether "a fall in" is one in the indicator: few words stand
// between, and it in parentheses or right behind.
func (c clause) nounTies(noun, at int) bool {
	if at-noun > 10 {
		return false
	}
	if at == noun+2 {
		return c.tail(at + 1)
	}
	for _, t := range c.tokens[noun+2 : at-1] {
		if t.kind != word || t.is("among", "amongst", "at", "on", "from") {
			return false
		}
	}
	return c.tokens[at-1].is("(") && at+1 < len(c.tokens) && c.tokens[at+1].is(")") && c.tail(at+2)
}

// tail reports whether what follows leaves the claim about all of the area: a
// place or group would be named with "in", "at", "among" or "for".
func (c clause) tail(i int) bool {
	for ; i+1 < len(c.tokens); i++ {
		if !c.tokens[i].is("in", "at", "among", "amongst", "for", "across", "within", "on") {
			continue
		}
		next := &c.tokens[i+1]
		switch {
		case next.kind == year || next.kind == referenceToken:
		case next.is("the", "this", "each", "every", "a"):
			if i+2 >= len(c.tokens) || !c.tokens[i+2].is("year", "row", "reporting", "third", "second", "fourth", "fifth", "previous", "last") {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// indicatorMoved holds a claim about an indicator against its series.
func (r *reader) indicatorMoved(c clause, v verb, id indicators.ID, over stretch) {
	s := r.report.Indicators.ByID(id)
	if s == nil {
		return
	}
	way := v.way
	if v.judges {
		switch s.Indicator.Polarity {
		case indicators.HigherIsBetter:
		case indicators.LowerIsBetter:
			way = -way
		default:
			return
		}
	}
	m, ok := r.moved(s, over)
	if !ok || m.way != -way {
		return
	}
	t := c.tokens[v.at]
	r.add(c.sentence.passage, t.start, "correct the word, or say which years are compared",
		fmt.Sprintf("the text says that %s %s; the data show %s in %s and %s in %s", id, r.written(c, t),
			s.Indicator.Format(*m.from.Value), m.from.Year, s.Indicator.Format(*m.to.Value), m.to.Year),
		source.Related{Position: m.to.Position, Message: fmt.Sprintf("%s in %s", id, m.to.Year)},
		source.Related{Position: m.from.Position, Message: fmt.Sprintf("%s in %s", id, m.from.Year)})
}

// written is a token as the text has it.
func (r *reader) written(c clause, t token) string {
	return c.sentence.passage.text.Markdown[t.start:t.end]
}

// movement is which way a series went between two points.
type movement struct {
	from, to *indicators.Point
	way      int
}

// moved is how a series moved over a stretch. Without a year to compare with,
// the move since the year before and that over the window must be the same
// way, unless the words are of the year before.
func (r *reader) moved(s *indicators.Series, over stretch) (m movement, ok bool) {
	to := s.At(over.to)
	if to == nil || to.Value == nil {
		if over.to != r.report.Config.Year {
			return m, false
		}
		to = s.Newest()
	}
	if to == nil {
		return m, false
	}
	if over.from != 0 {
		return between(s, over.from, to)
	}
	if s.FromPrevious == nil || s.Newest() == nil || to.Year != s.Newest().Year {
		return m, false
	}
	m, ok = between(s, s.FromPrevious.FromYear, to)
	if !ok || over.previous || s.FromFirst == nil {
		return m, ok
	}
	long, known := between(s, s.FromFirst.FromYear, to)
	return m, known && long.way == m.way
}

// between is the move from a year to a point, as far as it shows in the
// figures that the report prints.
func between(s *indicators.Series, from period.Year, to *indicators.Point) (m movement, ok bool) {
	start := s.At(from)
	if start == nil || start.Value == nil || start.Year >= to.Year {
		return m, false
	}
	for i := range s.Points {
		if p := &s.Points[i]; p.Break && p.Year > from && p.Year <= to.Year {
			return m, false
		}
	}
	m = movement{from: start, to: to}
	if s.Indicator.Format(*start.Value) != s.Indicator.Format(*to.Value) {
		m.way = int(math.Copysign(1, *to.Value-*start.Value))
	}
	return m, true
}
