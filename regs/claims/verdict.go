package claims

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/source"
)

// tell records a claim that an item of the clause carries, by what its readings
// came to: one that is true confirms it, and it is contradicted only where each
// is false.
func (c *clause) tell(m Measure, it *item, t *Thing, area string, ways []way) *Claim {
	start, end := c.words()
	start, end = min(start, it.start), max(end, it.end)
	cl := &Claim{
		Text: c.textOf(start, end), Position: c.passage.Text.At(start), End: c.passage.Text.At(end), At: c.passage.Text.At(it.start), AtEnd: c.passage.Text.At(it.end),
		Name: c.name, Subject: t.ID, Scope: scopeName(area), Measure: m, Comparator: it.text, Mood: "asserted", Verdict: Unread,
		Reason: "the data have no figure for it",
	}
	if it.q == nil || it.q.ref == nil {
		cl.Words = c.textOf(it.start, it.end)
	}
	c.got = true
	against := 0
	var first *way
	for i := range ways {
		w := &ways[i]
		switch w.truth {
		case yes:
			cl.Verdict, cl.Reason = Confirmed, ""
			first = w
		case no:
			against++
			if first == nil {
				first = w
			}
		}
		if cl.Verdict == Confirmed {
			break
		}
	}
	if cl.Verdict == Confirmed && it.q == nil && ways[0].truth == no {
		cl.Verdict = Unread // a word is right of a time that is less likely to be meant
	}
	if cl.Verdict != Confirmed && against > 0 && against < len(ways) {
		cl.Reason = "it isn't clear which year or place is meant"
	}
	if cl.Verdict != Confirmed && against > 0 && against == len(ways) {
		cl.Verdict, cl.Reason = Contradicted, ""
	}
	if first != nil {
		cl.Expected, cl.Evidence = first.expected, first.evidence
		if first.year != 0 {
			cl.Period = yearName(first.year)
		}
		if first.base != 0 {
			cl.Base = yearName(first.base)
		}
	}
	if cl.Verdict == Contradicted {
		cl.Message = c.message(m, it, t, area, first)
		cl.Hint = hintOf(m, t, area, first, c.facts.Year)
	}
	c.claims = append(c.claims, cl)
	c.told = append(c.told, told{cl, it, t, area})
	return cl
}

func scopeName(area string) string {
	switch {
	case area == own:
		return "area"
	case strings.HasPrefix(area, "locality:"):
		return area[len("locality:"):]
	}
	return area
}

// ofPlace is "Scotland's " and the like before a thing.
func (c *clause) ofPlace(area string) string {
	switch {
	case area == own:
		return ""
	case area == family:
		return "the family's average of "
	}
	return "the figure of " + c.facts.place(area) + " for "
}

// message says what is wrong.
func (c *clause) message(m Measure, it *item, t *Thing, area string, w *way) string {
	said := asQuoted(c.textOf(it.start, it.end))
	data := "the data have "
	if t.Kind == isMoney {
		data = "the account has "
	}
	switch m {
	case saysValue, saysShare, saysCount:
		if t.Kind == isCount {
			return fmt.Sprintf("the text has %s %s; the report lists %s", said, t.Title, w.expected)
		}
		what := t.called()
		if m == saysShare {
			what = "the share of " + what
		}
		if w.year == 0 {
			return fmt.Sprintf("the text gives %s%s as %s; %s%s", c.ofPlace(area), what, said, data, w.expected)
		}
		return fmt.Sprintf("the text gives %s%s as %s; %s%s in %s", c.ofPlace(area), what, said, data, w.expected, yearName(w.year))
	case saysVariance:
		return fmt.Sprintf("the text says of %s %q; the account has %s in %s", t.called(), said, w.expected, yearName(w.year))
	case saysTarget:
		return fmt.Sprintf("the text says of %s %q; the data have %s", t.called(), said, w.expected)
	case saysReference:
		return "the reference is of " + w.expected
	}
	return fmt.Sprintf("the text says of %s%s %q; %s%s", c.ofPlace(area), t.called(), said, data, w.expected)
}

// asQuoted is a figure as it goes on in a message: "some 52,300" of a sentence's first word.
func asQuoted(said string) string {
	r, n := utf8.DecodeRuneInString(said)
	if second, _ := utf8.DecodeRuneInString(said[n:]); unicode.IsUpper(r) && !unicode.IsUpper(second) && !unicode.IsDigit(second) {
		return string(unicode.ToLower(r)) + said[n:]
	}
	return said
}

// hintOf says what to write.
func hintOf(m Measure, t *Thing, area string, w *way, year int) string {
	if m != saysValue && m != saysShare {
		return "correct the words, or say which figures are compared"
	}
	name := "value"
	switch {
	case t.ID == "sum" || t.Kind == isPeople, t.Kind == isMeasure && w != nil && w.year != 0 && w.year != year:
		return "correct the figure"
	case t.Kind == isMeasure && isLocality(area):
		return fmt.Sprintf("write {{ measure %q %q }} in place of the figure", codeOf(t), scopeName(area))
	case t.Kind == isMoney && m == saysShare:
		name = "proportion"
	case t.Kind == isMoney:
		name = "spend"
	case t.Kind == isMeasure:
		name = "measure"
	case area == scotland:
		name = "scotland"
	case area != own:
		return "correct the figure"
	}
	if w != nil && w.year != 0 && t.Kind == isIndicator {
		return fmt.Sprintf("see which of the two is right; if the data are, write {{ %s %q %q }} in place of the figure", name, codeOf(t), yearName(w.year))
	}
	return fmt.Sprintf("see which of the two is right; if the data are, write {{ %s %q }} in place of the figure", name, codeOf(t))
}

// related is a place with what it is.
func related(at source.Position, message string) []source.Related {
	if at.IsZero() {
		return nil
	}
	return []source.Related{{Position: at, Message: message}}
}
