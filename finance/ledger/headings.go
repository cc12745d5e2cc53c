package ledger

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/finance"
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// headings are what a printed report repeats on each page: the lines above the
// header, and the header, which may have two lines.
type headings struct {
	cells   map[string]bool // of the records above the header, without their digits
	records map[string]bool // those records
	second  []string        // the second line of the header
	first   source.Position
	example string
	page    int // the last number of a page
}

func newHeadings(above []table.Line) headings {
	h := headings{cells: map[string]bool{}, records: map[string]bool{}}
	for _, line := range above {
		key := headingKey(line.Cells)
		if !strings.ContainsFunc(key, unicode.IsLetter) {
			continue
		}
		h.records[key] = true
		for _, c := range line.Cells {
			if c = withoutDigits(c); strings.ContainsFunc(c, unicode.IsLetter) {
				h.cells[c] = true
			}
		}
	}
	return h
}

// withoutDigits is a cell as it is on every page: numbers of pages and times differ.
func withoutDigits(cell string) string {
	s := strings.ToLower(celltext.Spaced(cell))
	if !strings.ContainsAny(s, "0123456789") {
		return s
	}
	out := make([]byte, 0, len(s))
	for i := range len(s) {
		switch {
		case s[i] < '0' || s[i] > '9':
			out = append(out, s[i])
		case i == 0 || s[i-1] < '0' || s[i-1] > '9':
			out = append(out, '0')
		}
	}
	return string(out)
}

// headingKey is what a record says, without digits and empty cells.
func headingKey(record []string) string {
	var cells []string
	for _, c := range record {
		if c = withoutDigits(c); c != "" {
			cells = append(cells, c)
		}
	}
	return strings.Join(cells, "\x00")
}

// is reports whether a cell may be one of a heading.
func (h *headings) is(text string) bool {
	if len(h.cells) == 0 || len(text) > maxCentreText {
		return false
	}
	var room [64]byte
	if plain, ok := plainWithoutDigits(room[:0], text); ok {
		return h.cells[string(plain)]
	}
	return h.cells[withoutDigits(text)]
}

// plainWithoutDigits appends what withoutDigits makes of a cell of ASCII with single
// spaces; ok is false for others.
func plainWithoutDigits(out []byte, cell string) (_ []byte, ok bool) {
	last := byte(' ')
	for i := range len(cell) {
		b := cell[i]
		switch {
		case b < ' ' || b >= utf8.RuneSelf || b == ' ' && last == ' ' || b == '=' && i == 0:
			return nil, false
		case b >= '0' && b <= '9':
			if last < '0' || last > '9' {
				out = append(out, '0')
			}
		case b >= 'A' && b <= 'Z':
			out = append(out, b|0x20)
		default:
			out = append(out, b)
		}
		last = b
	}
	return out, last != ' '
}

// isHeading reports whether a record is a heading of a page, the header over again,
// or its second line. Hidden by none of these is an amount: a record that has one
// is a heading only if the one of the first page had it too, as with the number of
// the page.
func (r *Reader) isHeading(record []string) bool {
	h := &r.headings
	switch {
	case isRule(record), r.Table.IsRepeatedHeader(record), h.second != nil && table.SameCells(record, h.second):
		return true
	case r.Out.Ledger.Lines == r.Out.Ledger.Headings && h.second == nil && r.isSecondLine(record):
		h.second = slices.Clone(record)
		for i := range h.second {
			h.second[i] = strings.Clone(h.second[i])
		}
		return true
	case r.isPageLine(record):
		return true
	}
	for _, i := range r.identity {
		if text := celltext.Trim(celltext.At(record, i)); text != "" && !h.is(text) && labelOf(text) != pageHeading {
			return false
		}
	}
	key := headingKey(record)
	if !h.records[key] {
		return false
	}
	f, err := r.figures(record)
	return err != nil || !f.any() || strings.Contains(key, "page")
}

// isRule reports whether a record is a rule that a report draws under its header or
// over its totals: strokes and nothing else, in some cell three or more.
func isRule(record []string) bool {
	drawn := false
	for _, c := range record {
		text := celltext.Trim(c)
		if strings.Trim(text, "-=_ ") != "" {
			return false
		}
		drawn = drawn || len(text) >= minRule
	}
	return drawn
}

// minRule is from how many strokes on a cell is a rule, not a sign for nothing.
const minRule = 3

// unit is how the second line of a header says in what amounts are.
var unit = lazyregexp.Lazy(`(?i)^\(?(?:£|gbp)?\s*(?:['’]?000s?|thousands?|k|m|millions?|pence)\)?$`)

// headerWords are those of which a second line of a header has one over its amounts.
var headerWords = wordSet("£ gbp pounds sterling amount amounts actual actuals budget plan net nett gross value spend total totals debit credit " +
	"date ytd year period vat variance outturn cost costs expenditure")

// isSecondLine reports whether a record goes on with the header: words of headers, and
// no amount, in the columns of amounts, and no digits in the others.
func (r *Reader) isSecondLine(record []string) bool {
	words := false
	for i, c := range record {
		text := celltext.Trim(c)
		switch _, _, err := finance.ParseCellAmount(text); {
		case text == "":
		case !r.IsMoney(i):
			if strings.ContainsFunc(text, unicode.IsDigit) {
				return false
			}
		case !unit().MatchString(text) && (err == nil || !slices.ContainsFunc(wordsOf(strings.ToLower(text)), func(w string) bool { return headerWords()[w] })):
			return false
		default:
			words = true
		}
	}
	return words
}

// heading counts a record that is one.
func (r *Reader) heading(record []string) {
	l := &r.Out.Ledger
	l.Lines++
	if l.Headings++; l.Headings == 1 {
		r.headings.first = r.Table.Records.Position(-1)
		r.headings.example = celltext.Short(strings.Join(strings.FieldsFunc(strings.Join(record, "\x00"), func(c rune) bool { return c == 0 }), ", "))
	}
}

// reportHeadings reports them.
func (r *Reader) reportHeadings() {
	n := r.Out.Ledger.Headings
	if n == 0 {
		return
	}
	message := "%s isn't a line but a heading of a page or of columns, such as %q, and isn't counted"
	if n > 1 {
		message = "%s aren't lines but headings of pages or of columns, such as %q, and aren't counted"
	}
	r.Out.Soft.Add(&source.Problem{Code: finance.CodeHeadings, Position: r.headings.first,
		Message: fmt.Sprintf(message, wording.Count(n, "row"), r.headings.example),
		Hint:    "export the ledger without page breaks, if the finance system can"})
}

// secondUnits are the words by which the second line of the header says that an amount
// isn't in pounds, or "".
func (r *Reader) secondUnits() (words string, at source.Position) {
	for i, c := range r.headings.second {
		if text := celltext.Trim(c); r.IsMoney(i) && unit().MatchString(text) {
			return celltext.Short(celltext.Spaced(r.Table.Header[i]) + " " + text), r.headings.first
		}
	}
	return "", at
}
