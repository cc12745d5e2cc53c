package claims

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/source"
)

// said is a figure that one text gives and that another may give again: of a thing
// for which the data have no figure, or of a whole that is counted.
type said struct {
	// key says what it is of, in words that are the same wherever it is said.
	key, what string
	is        Interval
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
func (r *reader) countWholes(ts []token, at source.Position) {
	for i := 1; i+1 < len(ts); i++ {
		t := &ts[i]
		if t.kind != numberToken || t.q.unit != bare || t.q.loose > 1 || !t.q.value.IsInt() || !moreThan(t.q.value, 1) {
			continue
		}
		before := ts[i-1].text
		partitive := before == "the" && i > 1 && ts[i-2].text == "of"
		if !slices.Contains(wholes, before) && !partitive {
			continue
		}
		var noun []string
		k := i + 1
		for k < len(ts) && ts[k].kind == wordToken && len(noun) < 3 && !slices.Contains(passing, ts[k].text) && !slices.Contains(narrowing, ts[k].text) {
			noun = append(noun, ts[k].text)
			if strings.HasSuffix(ts[k].text, "s") {
				k++
				break
			}
			k++
		}
		if len(noun) == 0 || !strings.HasSuffix(noun[len(noun)-1], "s") || k < len(ts) && slices.Contains(narrowing, ts[k].text) {
			continue
		}
		if partitive && len(noun) < 2 {
			continue // "of the four practices" of one place and of another
		}
		what := strings.Join(noun, " ")
		q := exactly(t.q.value.Num().Int64())
		r.reading.said = append(r.reading.said, said{key: "whole:" + r.locality + ":" + what, what: what, is: q.in(), written: r.textOf(t.start, t.end), sentence: at,
			position: r.passage.Text.At(t.start), end: r.passage.Text.At(t.end), name: r.name})
	}
}

// sayAgain keeps a figure of a thing for which the data have none.
func (c *clause) sayAgain(cl *Claim, t *Thing, face Face, area string, years []int, q *placed) {
	if cl.Verdict != Unread || len(years) != 1 || q.q.fraction || q.q.hedged || c.statement.loose() {
		return
	}
	c.reading.said = append(c.reading.said, said{key: fmt.Sprintf("%s %s %s %d %s", t.ID, face, area, years[0], q.q.unit), what: t.called() + " in " + yearName(years[0]),
		is: q.q.in(), written: c.textOf(q.start, q.end), claim: cl, sentence: c.passage.Text.At(c.start), position: cl.At, end: cl.AtEnd, name: c.name})
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
		if f.is.meets(s.is) || f.sentence == s.sentence || r.verdictAt(s) != Unread || r.verdictAt(f) == Contradicted {
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
		cl.Evidence = related(f.position, "the other figure")
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
