package ledger

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// saysUnit is how tables say that their amounts are in thousands, millions or pence.
var saysUnit = lazyregexp.Lazy(`(?i)£ ?['’]?0{3}s?(?:$|[^\d.,])|(?:^|[^\d.,£])['’]000s?\b|£ ?(?:k|m|mn|million|millions|thousand|thousands)\b|\bin (?:thousands|millions)\b|\((?:000s?|k|m|thousands|millions)\)` +
	`|\b(?:gbp|pounds|sterling)[ ,]*(?:in )?['’]?(?:000s?|k|mn?|thousands?|millions?)\b|\b(?:thousands|millions) of pounds\b` +
	`|\bin ['’]?000['’]?s?\b|\b(?:amounts?|actuals?|budgets?|plan|spend|costs?|figures|values?|net|outturn|expenditure)[ (]+000['’]?s\b` +
	// pence
	`|\bin pence(?:$|[^\w ]| [^p ])|\(pence\)|\b(?:amounts?|actuals?|budgets?|plan|spend|costs?|figures|values?|net|outturn|expenditure):? pence\b`)

var (
	// foreignHeader is how the header of amounts says that they aren't in pounds.
	foreignHeader = lazyregexp.Lazy(`(?i)€|\b(?:eur|euros?|usd)\b|\bus ?\$|\(\$\)|^\$|\s\$$`)
	// foreignLine is how a line above it says so, with words that speak of amounts.
	foreignLine = lazyregexp.Lazy(`(?i)\b(?:amounts?|figures|values|all|costs|expenditure|spend)\b[^.;]{0,30}\bin (?:€|us ?\$|(?:eur|euros?|usd|(?:us )?dollars)\b)` +
		`|\bcurrency(?: code)?(?: is)?[ :=,(]*(?:€|us ?\$|(?:eur|euros?|usd|us dollars?)\b)`)
	// sterling is what says that amounts of another currency are in pounds all the same.
	sterling = lazyregexp.Lazy(`(?i)£|\b(?:gbp|pounds?|sterling|convert\w*|translat\w*)\b`)
)

// saysForeign reports whether words of one of the forms say that amounts are in another
// currency than pounds.
func saysForeign(form *lazyregexp.Regexp, text string) bool {
	return form.MatchString(text) && !sterling().MatchString(text)
}

// Units are the words by which a table says, in the lines above its header or in one of
// the columns, that its amounts aren't in pounds: that they
// are in thousands, in pence or in another currency; "" where nothing says so.
func Units(t *table.Table, columns ...int) (words string, at source.Position) {
	for _, l := range t.Above {
		if text := l.Text(); saysUnit().MatchString(text) || saysForeign(foreignLine(), text) {
			return celltext.Short(text), l.Position
		}
	}
	for _, i := range columns {
		if h := celltext.Spaced(celltext.At(t.Header, i)); saysUnit().MatchString(h) || saysForeign(foreignHeader(), h) {
			return celltext.Short(h), source.Position{}
		}
	}
	return "", at
}

// moreUnits are the words by which something else than the lines above the header and
// the header says so: its second line, a note, the file's name, or a column of units.
func (r *Reader) moreUnits() (words string, at source.Position) {
	if words, at = r.secondUnits(); words != "" {
		return words, at
	}
	for _, n := range r.notes {
		if saysUnit().MatchString(n.text) {
			return n.text, n.at
		}
	}
	file := source.Position{File: r.Out.Spec.File}
	if name := path.Base(file.File); saysUnit().MatchString(strings.TrimSuffix(name, path.Ext(name))) {
		return name, file
	}
	for i, h := range r.Table.Header {
		if unit := r.unitOf(i); unit != "" {
			return celltext.Short(celltext.Spaced(h) + " " + unit), file
		}
	}
	if r.foreign.lines > 0 {
		return celltext.Short(celltext.Spaced(r.Table.Header[r.currency])+" "+r.foreign.example) +
			fmt.Sprintf(" on %s, %s in all", wording.Count(r.foreign.lines, "line"), r.foreign.total.Exact()), r.foreign.first
	}
	return "", at
}

var (
	currencyColumn = lazyregexp.Lazy(`(?i)^(?:ccy|currency|currency code)$`)
	foreignCode    = lazyregexp.Lazy(`(?i)^(?:€|euros?|(?:us ?)?\$|us dollars?|[a-z]{3})$`)
	sterlingCode   = lazyregexp.Lazy(`(?i)^(?:gbp|stg|ukp|ukl)$`)
	// inSterling is the header of amounts that are in pounds whatever they were paid in.
	inSterling = lazyregexp.Lazy(`(?i)\b(?:local|base|functional|home|reporting)\b`)
)

// currencies is the column that says in which currency each line is, or -1 where there
// is none or the header of the amounts says that they are in pounds.
func (r *Reader) currencies() int {
	amounts := celltext.Spaced(celltext.At(r.Table.Header, r.AmountAt()))
	if sterling().MatchString(amounts) || inSterling().MatchString(amounts) {
		return -1
	}
	return slices.IndexFunc(r.Table.Header, func(h string) bool { return currencyColumn().MatchString(celltext.Spaced(h)) })
}

// checkCurrency notes a line whose currency isn't the pound.
func (r *Reader) checkCurrency(record []string, f *figures) {
	cell := celltext.Spaced(celltext.At(record, r.currency))
	if cell == "" || !foreignCode().MatchString(cell) || sterlingCode().MatchString(cell) {
		return
	}
	t := &r.foreign
	if t.lines == 0 {
		t.first, t.example = r.Table.Records.Position(r.currency), strings.Clone(cell)
	}
	t.lines++
	t.total, _ = t.total.Add(f.Amount) // too large a sum is found with the ledger's
}

// unitOf is a unit that all the first cells of a column say, if they do.
func (r *Reader) unitOf(column int) string {
	said := ""
	for _, record := range r.Table.First {
		cell := celltext.Spaced(celltext.At(record, column))
		switch {
		case cell == "", r.Table.IsRepeatedHeader(record):
		case !saysUnit().MatchString(cell):
			return ""
		default:
			said = cell
		}
	}
	return said
}
