package ledger

import (
	"path"
	"regexp"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
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
func saysForeign(form *regexp.Regexp, text string) bool {
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
		if currency := r.currencyOf(i); currency != "" {
			return celltext.Short(celltext.Spaced(h) + " " + currency), file
		}
	}
	return "", at
}

var (
	currencyColumn = lazyregexp.Lazy(`(?i)^(?:ccy|currency|currency code)$`)
	foreignCode    = lazyregexp.Lazy(`(?i)^(?:€|eur|euros?|usd|us ?\$)$`)
	// inSterling is the header of amounts that are in pounds whatever they were paid in.
	inSterling = lazyregexp.Lazy(`(?i)\b(?:local|base|functional|home|reporting)\b`)
)

// currencyOf is another currency than pounds that one of the first cells of a column of
// currencies says, where the header of the amounts doesn't say that they are in pounds.
func (r *Reader) currencyOf(column int) string {
	amounts := celltext.Spaced(celltext.At(r.Table.Header, r.AmountAt()))
	if !currencyColumn().MatchString(celltext.Spaced(r.Table.Header[column])) || sterling().MatchString(amounts) || inSterling().MatchString(amounts) {
		return ""
	}
	for _, record := range r.Table.First {
		if cell := celltext.Spaced(celltext.At(record, column)); foreignCode().MatchString(cell) {
			return cell
		}
	}
	return ""
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
