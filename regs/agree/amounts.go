package agree

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/period"
	"apr/internal/project/reference"
)

// moneyFigures holds amounts typed in a sentence against the account, where
// they plainly name one of its figures.
func (r *reader) moneyFigures(s *sentence) {
	if r.report.Account == nil {
		return
	}
	for _, c := range s.clauses() {
		if len(c.tokens) == 0 || c.doubtful(r.report, "cost") {
			continue
		}
		for i := range c.tokens {
			if c.tokens[i].kind == money && !b0(c, i).in(approximate) {
				r.amountTyped(c, i)
			}
		}
	}
}

// amountTyped reads what the amount at i is said to be.
func (r *reader) amountTyped(c clause, i int) {
	y, ok := c.amountYear(r, i)
	if !ok || y == r.report.Config.Year && c.elsewhere(r.report) {
		return
	}
	switch b := b0(c, i); {
	case b.is("of") && i >= 2 && c.tokens[i-2].is("overspend", "underspend") && c.ofTheYear(i-2) && c.closed(i):
		r.variance(c, i, y)
	case c.totalBefore(i) && c.closed(i):
		r.compare(c, i, y, "spend", "total", 0.2)
	case b.is("cost") && c.head(i-1) != "" && c.closed(i):
		r.named(c, i, y, c.head(i-1))
	case b.is("was", "to", "totalled", "of") && c.spendingOn(i) != "" && c.closed(i):
		r.named(c, i, y, c.spendingOn(i))
	case b.is("spent") && c.ours(i-1) && i+2 < len(c.tokens) && c.tokens[i+1].is("on"):
		r.named(c, i, y, c.phrase(i+2, len(c.tokens)))
	}
}

// amountYear is the reporting year, or the one that the clause names.
func (c clause) amountYear(r *reader, i int) (period.Year, bool) {
	y, found := r.report.Config.Year, false
	for k := range c.tokens {
		t := &c.tokens[k]
		switch {
		case t.isYear():
			return 0, false
		case t.is("last", "previous", "preceding", "years", "since", "against", "than", "compared"):
			return 0, false
		case t.kind == year:
			if found && t.year != y {
				return 0, false
			}
			y, found = t.year, true
		}
	}
	return y, true
}

// closed reports whether nothing behind the amount at i narrows what it is of:
// the clause ends, or the year follows.
func (c clause) closed(i int) bool {
	for i++; i < len(c.tokens); i++ {
		t := &c.tokens[i]
		switch {
		case t.is(",", ")", "("):
			return true
		case t.is("in", "during", "for") && i+1 < len(c.tokens):
			next := &c.tokens[i+1]
			return next.kind == year || next.kind == referenceToken && next.ref.Name == "year" || next.is("total", "all") ||
				next.is("the", "this") && i+2 < len(c.tokens) && c.tokens[i+2].is("year")
		default:
			return false
		}
	}
	return true
}

// ofTheYear reports whether the overspend at i is the whole authority's: it is
// called total or overall, or the year ended with it.
func (c clause) ofTheYear(i int) bool {
	if !c.ours(i) {
		return false
	}
	for k := max(i-2, 0); k < i; k++ {
		if c.tokens[k].is("total", "overall") {
			return true
		}
	}
	for k := 0; k < i; k++ {
		if c.tokens[k].is("year") && (k+1 < i && c.tokens[k+1].is("ended", "closed", "finished") || k >= 2 && c.tokens[k-1].is("the") && c.tokens[k-2].is("ended", "closed", "finished")) {
			return true
		}
	}
	return false
}

// our are words that may stand before an amount of the whole authority.
var our = words("we the board partnership authority ijb it this reporting financial our its board's partnership's year ended closed finished with an a total overall had reported again so in also altogether of")

// ours reports whether nothing before the token at i speaks of a part of the
// authority.
func (c clause) ours(i int) bool {
	for k := range c.tokens[:i] {
		t := &c.tokens[k]
		if t.kind != year && !(t.kind == referenceToken && (t.ref.Name == "year" || t.ref.Name == "authority")) && !t.is(",") && !t.in(our) {
			return false
		}
	}
	return true
}

// totalBefore reports whether the amount at i is called the total spend:
// "total spending was", "we spent a total of".
func (c clause) totalBefore(i int) bool {
	text := ""
	for _, t := range c.tokens[:i] {
		if t.kind == word {
			text += " " + t.text
		} else if t.kind == year || t.kind == referenceToken {
			text += " #"
		}
	}
	for _, end := range []string{"total spending was", "total spend was", "total expenditure was", "total spending came to", "total spend came to",
		"overall spending was", "overall spend was", "total spending of", "total spend of", "total expenditure of",
		"total spending in # was", "total spend in # was", "spent a total of", "spent in total"} {
		if strings.HasSuffix(text, " "+end) {
			return c.ours(max(i-len(strings.Fields(end)), 0))
		}
	}
	return slices.Contains([]string{" spending was", " spend was", " expenditure was", " spending came to", " our spending was", " spending in # was"}, text) &&
		strings.HasPrefix(c.sentence.passage.name, "regulation-4.introduction")
}

// head is what the clause begins with, up to i.
func (c clause) head(i int) string { return c.phrase(0, i) }

// spendingOn is the name in "spending on NAME was" before the amount at i.
func (c clause) spendingOn(i int) string {
	end := i - 1
	if c.tokens[end].is("to") && end > 0 && c.tokens[end-1].is("came") {
		end--
	}
	for k := range end {
		if c.tokens[k].is("spending", "spend", "expenditure") && k+1 < end && c.tokens[k+1].is("on") && (k == 0 || k == 1 && c.tokens[0].is("our", "the")) {
			return c.phrase(k+2, end)
		}
	}
	return ""
}

// phrase is the text of the tokens from i up to j, without a year behind it.
func (c clause) phrase(i, j int) string {
	for k := i; k < j; k++ {
		if c.tokens[k].is("in", "this", "during") && k > i && k+1 < len(c.tokens) && (c.tokens[k+1].kind == year || c.tokens[k+1].kind == referenceToken || c.tokens[k+1].is("year")) || c.tokens[k].is(",") {
			j = k
		}
	}
	if i >= j {
		return ""
	}
	return strings.Join(strings.Fields(string(c.sentence.passage.plain[c.tokens[i].start:c.tokens[j-1].end])), " ")
}

// named compares the amount at i with what the account has under a name: of a
// service or care group, whichever one it is.
func (r *reader) named(c clause, i int, y period.Year, name string) {
	if name == "" {
		return
	}
	found := ""
	for _, lines := range [][]finance.Line{r.report.Account.Services, r.report.Account.CareGroups} {
		for _, l := range lines {
			if strings.EqualFold(l.ID, name) {
				if found != "" {
					return
				}
				found = l.ID
			}
		}
	}
	if found != "" {
		r.compare(c, i, y, "spend", found, 0.5)
	}
}

// compare holds the amount at i against the one that a reference would give;
// one that is further off than a part of it is of something else.
func (r *reader) compare(c clause, i int, y period.Year, function, name string, part float64) {
	ref := &reference.Reference{Name: function, Args: []reference.Argument{{Value: name}}}
	d, value, ok := r.amount(ref, y)
	t := &c.tokens[i]
	if !ok || agrees(t, value) || math.Abs(t.value-value) > math.Abs(value)*part {
		return
	}
	r.add(c.sentence.passage, t.start, fmt.Sprintf("write {{ %s %q }} in place of the figure", function, name),
		fmt.Sprintf("the text gives the %s of %s as %s; the account has %s in %s", function, name, r.written(c, *t), d.Display, y),
		related(d.Position, fmt.Sprintf("%s in %s", d.Display, y))...)
}

// variance holds "an overspend of £2.8m" against the account.
func (r *reader) variance(c clause, i int, y period.Year) {
	ref := &reference.Reference{Name: "variance", Args: []reference.Argument{{Value: "total"}}}
	d, value, ok := r.amount(ref, y)
	t, called := &c.tokens[i], c.tokens[i-2].text
	if !ok || agrees(t, math.Abs(value)) && (value < 0) == (called == "overspend") {
		return
	}
	r.add(c.sentence.passage, c.tokens[i-2].start, `write {{ variance "total" }} in place of the words and the figure`,
		fmt.Sprintf("the text has an %s of %s; the account has %s in %s", called, r.written(c, *t), d.Display, y),
		related(d.Position, fmt.Sprintf("%s in %s", d.Display, y))...)
}
