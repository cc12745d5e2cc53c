package ledger

import (
	"slices"
	"strings"
	"unicode"

	"apr/finance"
	"apr/internal/table/celltext"
)

// A Running is what the lines so far sum to, column by column. Amount is the amount,
// or debit less credit.
type Running struct {
	Amount, Debit, Credit, Plan finance.Money
	Lines                       int
}

// since is what came after an earlier place.
func (s Running) since(b Running) Running {
	return Running{s.Amount - b.Amount, s.Debit - b.Debit, s.Credit - b.Credit, s.Plan - b.Plan, s.Lines - b.Lines}
}

// add adds a line, or returns false where a sum would be too large.
func (s *Running) add(f *figures) bool {
	var fits [4]bool
	s.Amount, fits[0] = s.Amount.Add(f.Amount)
	s.Debit, fits[1] = s.Debit.Add(f.Debit)
	s.Credit, fits[2] = s.Credit.Add(f.Credit)
	s.Plan, fits[3] = s.Plan.Add(f.Plan)
	s.Lines++
	return fits == [4]bool{true, true, true, true}
}

// maxBounds is how many of the last places there are where a section may begin.
const maxBounds = 4096

// bound notes that a section may begin here: after a total, or at a row without an
// amount, such as a heading.
func (r *Reader) bound() {
	n := len(r.bounds)
	if r.Sums.Lines == 0 || n > 0 && r.bounds[n-1].Lines == r.Sums.Lines {
		return
	}
	if n == 2*maxBounds {
		r.bounds = append(r.bounds[:0], r.bounds[n-maxBounds:]...)
	}
	r.bounds = append(r.bounds, r.Sums)
	r.summing.bound(r.Sums)
}

// inEmptySection reports whether there was no amount since a section might begin: a
// total of it is £0.00.
func (r *Reader) inEmptySection() bool {
	n := len(r.bounds)
	return n > 0 && r.bounds[n-1].Lines == r.Sums.Lines
}

// sections calls each with what every section that ends here sums to, the shortest
// first and that of all lines last, until it returns false.
func (r *Reader) sections(each func(sum Running) bool) {
	for _, b := range slices.Backward(r.bounds[max(0, len(r.bounds)-maxBounds):]) {
		if b.Lines < r.Sums.Lines && !each(r.Sums.since(b)) {
			return
		}
	}
	each(r.Sums)
}

// rowWords is what the cells of a row that aren't amounts say.
type rowWords struct {
	codes   int  // cells of a cost centre or an account
	dated   bool // a date or a period
	further bool // anything else but a total's words
	named   bool // a name that begins like a total's, and no code
	level   bool // it has the mark of a level of subtotals for a code
	label   label
	at      int // the column of the label
}

// plainLine reports whether nothing in the row says that it might be a total.
func (w *rowWords) plainLine() bool { return w.codes > 0 && w.label == noLabel }

// maxIdentity is how many columns are looked at first to see what a row is.
const maxIdentity = 2

// words looks at a row. Where it has all codes that it could, it is a line whatever
// else it says; where it has one, other columns count only if they begin like a total's
// label.
func (r *Reader) words(record []string) (w rowWords) {
	w.at = -1
	mark := func(l label, column int) {
		if w.label == noLabel || l < w.label {
			w.label, w.at = l, column
		}
	}
	for n, i := range r.identity {
		text := celltext.Trim(celltext.At(record, i))
		switch l := labelOf(text); {
		case isLevel(text):
			mark(totalWord, i)
			w.level = true
		case !says(text):
		case n >= maxIdentity && w.codes > 0 && !startsLabel(text):
			w.codes++
		case l == totalWord, l == totalOf, l == netWord, l == countWord:
			mark(l, i)
			w.named = w.named || l == netWord || l == countWord
		case l == pageHeading:
			w.codes++
			mark(pageHeading, i)
		case i == r.date || i == r.period:
			w.dated = true
		case r.headings.is(text):
			w.codes++
			mark(pageHeading, i)
		default:
			w.codes++
			if l == totalLike {
				mark(l, i)
			}
		}
	}
	if len(r.identity) > 1 && w.codes == len(r.identity) {
		return w
	}
	for i, cell := range record {
		if cell == "" || r.IsMoney(i) || slices.Contains(r.identity, i) || w.codes > 0 && !startsLabel(cell) {
			continue
		}
		r.otherWords(&w, i, celltext.Trim(cell), mark)
	}
	return w
}

// otherWords looks at a cell that isn't a code.
func (r *Reader) otherWords(w *rowWords, column int, text string, mark func(label, int)) {
	mapped := column < len(r.mapped) && r.mapped[column]
	switch l := labelOf(text); {
	case !says(text), !mapped && isFigure(text):
	case l == totalWord, l == totalOf:
		mark(l, column)
	case l == pageHeading:
		mark(l, column)
		w.further = true
	case column == r.date, column == r.period:
		w.dated = true
	case l == totalLike, l == netWord, l == countWord:
		mark(l, column)
		w.named = true
	default:
		if _, ok := parseDate(text); ok {
			w.dated = true
		} else {
			w.further = true
		}
	}
}

// says reports whether a text says anything: it has a letter or a digit, and isn't
// merely the currency.
func says(text string) bool {
	return text != "" && text != "GBP" && strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// isFigure reports whether a cell that isn't mapped holds a figure: an amount, or
// a percentage.
func isFigure(text string) bool {
	_, _, err := finance.ParseCellAmount(strings.TrimSuffix(text, "%"))
	return err == nil
}

// A verdict is what a row with no code, or with a total's words, turns out to be.
type verdict int

const (
	isLine     verdict = iota
	isTotal            // it sums what is above it
	isUnproven         // it has nothing but a total's words, or no code, and doesn't
)

// verdictOf holds a row against the sums above it. Words alone prove nothing.
func (r *Reader) verdictOf(w *rowWords, f *figures) verdict {
	if !f.any() {
		if w.label == totalWord && w.codes == 0 && !w.dated && !w.further {
			return isTotal // there is nothing to add
		}
		return isLine
	}
	if w.label == pageHeading { // it isn't one
		w.label = noLabel
	}
	if w.label == noLabel && len(r.identity) == 0 { // there are no codes
		return isLine
	}
	lines, sums := r.sumOf(f)
	sums = sums || f.zero() && r.inEmptySection()
	if !sums || w.further {
		if sum, named := r.runOf(w); named {
			m := f.miss(sum)
			if m == nil {
				return isTotal
			}
			if !w.further && !f.zero() {
				r.misnamed(w, m)
				return isUnproven
			}
		}
	}
	bare := w.codes == 0 && !w.dated && (!w.further && !w.named || w.level)
	switch {
	case w.label == countWord && w.codes == 0 && f.Amount == finance.Money(100*r.Sums.Lines):
		return isTotal // of the records
	case w.label == countWord && w.codes == 0 && !w.dated && !w.further && !sums && !f.zero():
		r.unproven(w, f, false)
		return isUnproven
	case w.named && w.codes == 0 && !w.dated && !w.further:
		switch {
		case sums && lines > 1:
			return isTotal
		case sums:
			r.noteSumming(w, f, r.Sums)
		case !f.zero():
			r.unproven(w, f, true) // where it nearly is one
		}
	case sums && w.codes == 0 && (!w.further || w.label == totalWord):
		return isTotal
	case sums && w.codes > 0 && w.label == totalWord && lines > 1:
		return isTotal
	case (sums || !bare && r.sumsUntold(f)) && (w.label != noLabel || w.further && w.codes == 0):
		r.noteSumming(w, f, r.Sums)
	case !sums && bare && w.label != totalOf && (w.label == totalWord || !f.zero()):
		r.unproven(w, f, false)
		return isUnproven
	case !sums && (w.label == totalWord || w.label == totalOf && w.codes == 0) && !f.zero():
		if !r.unproven(w, f, true) && !r.excludes() {
			r.labelled.note(r, w, f)
		}
	}
	return isLine
}

// identifies reports whether a cell of the columns that say what a line is makes a
// line of its row, suspect whether its row may be something else, and labels the same
// of cells in other columns.
func (r *Reader) identifies(cell string) bool {
	text := celltext.Trim(cell)
	return says(text) && labelOf(text) == noLabel && !r.headings.is(text)
}

func (r *Reader) suspect(cell string) bool {
	text := celltext.Trim(cell)
	return labelOf(text) != noLabel || r.headings.is(text) || celltext.LostDigits(text)
}

func labels(cell string) bool { return startsLabel(cell) && labelOf(celltext.Trim(cell)) != noLabel }

// sumOf reports whether a row is the sum of a section in each of its columns, and of
// how many lines.
func (r *Reader) sumOf(f *figures) (lines int, ok bool) {
	r.sections(func(sum Running) bool {
		if ok = f.miss(sum) == nil; ok {
			lines = sum.Lines
		}
		return !ok
	})
	return lines, ok
}
