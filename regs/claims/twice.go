package claims

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/source"
	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
	"apr/regs/claims/mentions"
	"apr/regs/sentence"
)

// said is a figure that one text gives and that another may give again: of a thing
// for which the data have no figure, or of a whole that is counted.
type said struct {
	// key says what it is of, in words that are the same wherever it is said.
	key, what string
	is        exact.Interval
	written   string
	claim     *Claim // nil where no claim was read
	sentence  source.Position
	position  source.Position
	end       source.Position
	name      string
}

// wholes are the words before a number that counts the whole of something.
var wholes = []string{"its", "our", "all", "their"}

// passing are nouns of which there is no one whole: they are counted again and
// again.
var passing = []string{"years", "year", "days", "weeks", "months", "hours", "minutes", "people", "times", "things", "places", "others", "areas", "staff", "parts", "main", "key",
	"points", "ways", "per", "percent", "million", "adults", "of", "and", "or", "in", "to", "were", "are", "was", "is", "have", "has", "had", "more", "new", "other"}

// narrowing follow a noun that is a part of what it names.
var narrowing = []string{"that", "which", "who", "in", "of", "for", "from", "with", "on", "at", "whose", "to", "by", "where", "and"}

// countWholes keeps the wholes that a sentence counts: "of its 24 commitments",
// "all 11 directions".
func (r *reader) countWholes(ts []language.Token, at source.Position) {
	for i := 1; i+1 < len(ts); i++ {
		t := &ts[i]
		if t.Kind != language.NumberToken || !t.Q.IsWhole() || t.Q.Loose > 1 || !exact.MoreThan(t.Q.Value, 1) {
			continue
		}
		before := ts[i-1].Text
		partitive := before == "the" && i > 1 && ts[i-2].Text == "of"
		if !slices.Contains(wholes, before) && !partitive {
			continue
		}
		var noun []string
		k := i + 1
		for k < len(ts) && ts[k].Kind == language.WordToken && len(noun) < 3 && !slices.Contains(passing, ts[k].Text) && !slices.Contains(narrowing, ts[k].Text) {
			noun = append(noun, ts[k].Text)
			if strings.HasSuffix(ts[k].Text, "s") {
				k++
				break
			}
			k++
		}
		if len(noun) == 0 || !strings.HasSuffix(noun[len(noun)-1], "s") || k < len(ts) && slices.Contains(narrowing, ts[k].Text) {
			continue
		}
		if partitive && len(noun) < 2 {
			continue // "of the four practices" of one place and of another
		}
		what := strings.Join(noun, " ")
		q := language.Exactly(t.Q.Value.Num().Int64())
		r.reading.said = append(r.reading.said, said{key: "whole:" + r.locality + ":" + what, what: what, is: q.In(), written: r.textOf(t.Start, t.End), sentence: at,
			position: r.passage.Text.At(t.Start), end: r.passage.Text.At(t.End), name: r.name})
	}
}

// sayAgain keeps a figure of a thing for which the data have none.
func (c *clause) sayAgain(cl *Claim, t *facts.Thing, face facts.Face, area string, years []int, q *placed) {
	if cl.Verdict != Unread || len(years) != 1 || q.Q.Fraction || q.Q.Hedged || c.statement.loose() {
		return
	}
	c.reading.said = append(c.reading.said, said{key: fmt.Sprintf("%s %s %s %d %s", t.ID, face, area, years[0], q.Q.Unit), what: t.Called() + " in " + facts.YearName(years[0]),
		is: q.Q.In(), written: c.textOf(q.Start, q.End), claim: cl, sentence: c.passage.Text.At(c.start), position: cl.At, end: cl.AtEnd, name: c.name})
}

// twice finds one thing that two sentences give two values: they contradict each
// other, even where the data know nothing of it.
func (r *Reading) twice() {
	first := map[string]*said{}
	for i := range r.said {
		s := &r.said[i]
		f := first[s.key]
		if f == nil {
			first[s.key] = s
			continue
		}
		if f.is.Meets(s.is) || f.sentence == s.sentence || r.verdictAt(s) != Unread || r.verdictAt(f) == Contradicted {
			continue
		}
		cl := s.claim
		if cl == nil {
			cl = &Claim{Text: s.written + " " + s.what, Position: s.position, End: s.end, At: s.position, AtEnd: s.end, Name: s.name, Scope: "area", Mood: "asserted", Quantity: &s.is}
			r.Claims = append(r.Claims, cl)
		}
		cl.Measure, cl.Verdict, cl.Reason, cl.Slip = saysTwice, Contradicted, "", "twice"
		cl.Expected = f.written
		cl.Message = fmt.Sprintf("the text has %s %s; at %s it has %s", s.written, s.what, f.position, f.written)
		cl.Hint = "make both say the same, or say how they differ"
		cl.Evidence = claim.Related(f.position, "the other figure")
	}
}

// verdictAt is that of a claim that holds what was said against something else than another text.
func (r *Reading) verdictAt(s *said) Verdict {
	for _, c := range r.Claims {
		if c != s.claim && c.At == s.position && c.Verdict != Unread && c.Measure == saysCount {
			return c.Verdict
		}
	}
	return Unread
}

// asCounted is a sentence as package mentions reads it, with the places that its items name.
func (r *reader) asCounted(s *sentence.Sentence, ts []language.Token, items []lex.Item) mentions.Sentence {
	r.placeRoom = r.placeRoom[:0]
	for i := range items {
		if it := &items[i]; it.Class == language.IsArea {
			r.placeRoom = append(r.placeRoom, mentions.Place{Area: it.Area, Locality: facts.IsLocality(it.Area), Start: it.Start, End: it.End})
		}
	}
	return mentions.Sentence{Sentence: s, Tokens: ts, Places: r.placeRoom, Locality: r.locality, OfMatter: r.money != nil}
}
