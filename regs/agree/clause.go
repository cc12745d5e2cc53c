package agree

import (
	"strings"

	"apr/indicators"
	"apr/internal/project"
)

// clause is a run of a sentence's tokens that makes one statement.
type clause struct {
	sentence *sentence
	tokens   []token
}

// divides are the words at which another statement may begin.
var divides = words("but while whereas although though however because so and or yet then which who where when after as despite")

// clauses divides a sentence at stops and conjunctions; not inside parentheses,
// and not between two things of a kind, as in "between 2020/21 and 2022/23".
func (s *sentence) clauses() []clause {
	var all []clause
	start, depth := 0, 0
	for i, t := range s.tokens {
		switch {
		case t.is("("):
			depth++
		case t.is(")"):
			depth = max(depth-1, 0)
		case depth > 0:
		case t.is(";", ":", "—", "–") || t.in(divides) && !s.joinsAlike(i):
			all = append(all, clause{s, s.tokens[start:i]})
			start = i + 1
		}
	}
	return append(all, clause{s, s.tokens[start:]})
}

// joinsAlike reports whether the conjunction at i stands between two years,
// or two numbers.
func (s *sentence) joinsAlike(i int) bool {
	if i == 0 || i+1 >= len(s.tokens) || !s.tokens[i].is("and", "or") {
		return false
	}
	before, after := s.tokens[i-1], s.tokens[i+1]
	return before.kind == after.kind && (before.kind == year || before.kind == number)
}

// elsewhere reports whether the sentence outside the clause, or the one before
// it, speaks of another year than the reporting year: a clause without a year
// may then be about that one.
func (c clause) elsewhere(r *project.Project) bool {
	of := func(tokens []token) bool {
		for i := range tokens {
			if len(c.tokens) > 0 && tokens[i].start >= c.start() && tokens[i].end <= c.end() {
				continue
			}
			if t := &tokens[i]; t.isYear() || t.kind == year && t.year != r.Config.Year ||
				t.kind == referenceToken && len(t.ref.Args) > 1 && argument(t.ref, 1) != r.Config.Year.String() {
				return true
			}
		}
		return false
	}
	if b := c.sentence.before; b != nil {
		b.read()
		if of(b.tokens) {
			return true
		}
	}
	return of(c.sentence.tokens)
}

// doubts are words with which a sentence doesn't state what happened, or not
// of this area and this year: it is denied, hoped, planned, or about a part.
var doubts = words(`not no never neither nor without hardly barely scarcely if unless whether would could should may might
	must will shall cannot expect expected expects expecting forecast forecasts projected predicted predicts plan planned plans aim
	aimed aims target targets targeted hope hoped hopes intend intended commitment commitments committed goal goals ambition want wanted wants
	trying try tried meant had until slowed stopped halted reversed prevent prevented avoid avoided feared fear fears
	said says claimed claims suggested suggests believed modelled estimate estimated estimates assumed target's likely unlikely possible possibly
	gap rank ranking rankings place difference differences variation variations margin limit limits interval confidence
	family average scotland scotland's scottish national nationally england peers neighbours comparator elsewhere
	complaints complaint cost costs unlike rather instead otherwise almost
	men women boys girls male female ward wards quarter quarters quarterly month months monthly week weeks weekly winter summer spring autumn
	january february march april may june july august september october november december
	pandemic decade decades ago long half early earlier mid late later temporarily briefly initially peak peaked
	some parts practices practice hospital's localities locality neighbourhood neighbourhoods deprived`)

// doubtful reports whether the clause has a word of doubt, other than those
// allowed, or names a locality.
func (c clause) doubtful(r *project.Project, allowed ...string) bool {
	for _, t := range c.tokens {
		if t.kind == word && (doubts[t.text] || strings.HasSuffix(t.text, "n't")) && !t.is(allowed...) {
			return true
		}
	}
	text := strings.ToLower(string(c.sentence.passage.plain[c.start():c.end()]))
	for _, l := range r.Config.Localities {
		if l.Name != "" && strings.Contains(text, strings.ToLower(l.Name)) {
			return true
		}
	}
	return false
}

func (c clause) start() int { return c.tokens[0].start }
func (c clause) end() int   { return c.tokens[len(c.tokens)-1].end }

// about is the indicator that a token speaks of: its id, or a reference to its
// value or change for the area.
func (t *token) about() (indicators.ID, bool) {
	switch {
	case t.kind == indicator:
		return t.id, true
	case t.kind == referenceToken && (t.ref.Name == "value" || t.ref.Name == "change") && len(t.ref.Args) > 0:
		id := indicators.ID(strings.ToUpper(strings.ReplaceAll(t.ref.Args[0].Value, " ", "")))
		_, known := indicators.ByID(id)
		return id, known
	}
	return "", false
}

// only is the one indicator that the clause speaks of.
func (c clause) only() (id indicators.ID, ok bool) {
	for i := range c.tokens {
		if other, is := c.tokens[i].about(); is {
			if id != "" && other != id {
				return "", false
			}
			id = other
		}
	}
	return id, id != ""
}
