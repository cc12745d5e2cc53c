package ledger

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// otherColumns are the columns that aren't mapped and hold few texts each, by column: what
// they say of a line may be that it isn't the authority's, or that it is void.
type otherColumns struct {
	columns map[int]map[string]*saidLines // a nil map has had too many texts
	credits finance.Money                 // of all lines below nought
	// marks are the texts of columns of comments by which lines aren't to count, by column.
	marks map[int]map[string]*saidLines
	heads map[int]bool // columns of comments
}

// saidLines are the lines of which a column says one thing.
type saidLines struct {
	text  string
	lines int
	total finance.Money
	first source.Position
}

const maxOtherTexts, longestOtherText = 40, 80

// add takes in a line.
func (o *otherColumns) add(r *Reader, record []string, f *figures) {
	if f.Amount < 0 {
		o.credits += f.Amount
	}
	for i, cell := range record {
		if i >= len(r.mapped) || r.mapped[i] {
			continue
		}
		o.mark(r, i, cell, f)
		texts, known := o.columns[i]
		if known && texts == nil {
			continue
		}
		if !known {
			if o.columns == nil {
				o.columns = map[int]map[string]*saidLines{}
			}
			texts = map[string]*saidLines{}
			o.columns[i] = texts
		}
		if cell = celltext.Trim(cell); cell == "" {
			continue
		}
		s := texts[cell]
		if s == nil {
			if len(texts) == maxOtherTexts || len(cell) > longestOtherText {
				o.columns[i] = nil
				continue
			}
			cell = strings.Clone(cell)
			s = &saidLines{text: cell, first: r.Table.Records.Position(i)}
			texts[cell] = s
		}
		s.lines++
		s.total += f.Amount // too large a sum is found with the ledger's
	}
}

// mark takes in a cell of a column of comments.
func (o *otherColumns) mark(r *Reader, i int, cell string, f *figures) {
	if cell == "" {
		return
	}
	comments, known := o.heads[i]
	if !known {
		if o.heads == nil {
			o.heads, o.marks = map[int]bool{}, map[int]map[string]*saidLines{}
		}
		comments = commentHead().MatchString(celltext.Spaced(r.Table.Header[i]))
		o.heads[i] = comments
	}
	if !comments || len(cell) > longestOtherText {
		return
	}
	cell = celltext.Trim(cell)
	s := o.marks[i][cell]
	if s == nil {
		if len(o.marks[i]) == maxOtherTexts || !markedText().MatchString(cell) || unmarked().MatchString(cell) {
			return
		}
		if o.marks[i] == nil {
			o.marks[i] = map[string]*saidLines{}
		}
		cell = strings.Clone(cell)
		s = &saidLines{text: cell, first: r.Table.Records.Position(i)}
		o.marks[i][cell] = s
	}
	s.lines++
	s.total += f.Amount
}

var (
	commentHead = lazyregexp.Lazy(`(?i)\b(?:comments?|notes?|remarks?|flags?|review|queries|query|checked|action)\b`)
	// markedText is what people write beside a line that isn't to count.
	markedText = lazyregexp.Lazy(`(?i)^\W*(?:poss(?:ible|ibly)?\.? )?dup(?:licate[ds]?|l?e)?\W*(?:$|[-–:,;(/]|of\b|line|entry|posting|payment|invoice|row|do\b)|\b(?:do not|don['’]?t) (?:use|count|include|post|pay)\b|^\W*(?:to be |please )?(?:ignore|delete|remove|exclude)d?\b|^\W*(?:void(?:ed)?|cancel(?:l?ed)?|reversed|deleted|rejected|superseded|obsolete)\b|\b(?:posted|entered|keyed) in error\b|^\W*(?:test|dummy)(?:[ -](?:line|entry|record|data|row|posting|transaction|journal|only|do not use))*s?\W*$`)
	unmarked   = lazyregexp.Lazy(`(?i)\b(?:not?|isn['’]t|wasn['’]t|never)\b(?:\s+\w+){0,2}\s+(?:duplicate|void|cancel|revers|delet|reject)`)
)

// reportMarked reports lines beside which a comment says that they aren't to count. Those that
// are reversed count by right where others take them back.
func (r *Reader) reportMarked(head string, texts map[string]*saidLines) {
	for _, text := range slices.Sorted(maps.Keys(texts)) {
		s := texts[text]
		if s.total <= 0 || strings.Contains(strings.ToLower(text), "revers") && -r.review.others.credits >= s.total {
			continue
		}
		r.Out.Doubts.Add(&source.Problem{Code: finance.CodeLedgerSays, Position: s.first, About: r.Out.Spec.File + " " + text, Likely: true,
			Message: fmt.Sprintf("%s beside it in the column %q, which isn't mapped, %q, %s in all, and counted all the same", wording.Count(s.lines, "line has", "lines have"), celltext.Short(head), text, s.total.Exact()),
			Hint:    "take them out of the export, or exclude them by a rule; if they are right, take the comment out"})
	}
}

var (
	statusHead = lazyregexp.Lazy(`(?i)\bstatus\b|\bstate\b|\bposting\b`)
	voidText   = lazyregexp.Lazy(`(?i)^(?:cancel(?:l?ed)?|void(?:ed)?|deleted|rejected|parked)$`)
	reversed   = lazyregexp.Lazy(`(?i)^reversed$`)
	boardHead  = lazyregexp.Lazy(`(?i)^(?:ijb|hscp|integration (?:joint board|authority)|integration authority name|joint board|health and social care partnership)(?: name)?$`)
	boardText  = lazyregexp.Lazy(`(?i)[ ,]*\b(?:ijb|hscp|integration joint board|(?:health (?:and|&) social care )?partnership)$`)
	noBoard    = lazyregexp.Lazy(`(?i)^(?:all|shared|hosted|corporate|pan\b.*|n/?a|none|various|other|unallocated|not applicable|[-–?]+)$`)
)

// reportOthers reports what columns that aren't mapped say of lines.
func (r *Reader) reportOthers() {
	if r.Out.Ledger.Kind != finance.Actual {
		return
	}
	for _, i := range slices.Sorted(maps.Keys(r.review.others.columns)) {
		texts := r.review.others.columns[i]
		head := celltext.Spaced(celltext.At(r.Table.Header, i))
		switch {
		case statusHead().MatchString(head):
			r.reportVoid(head, texts)
		case r.review.others.heads[i]:
			r.reportMarked(head, r.review.others.marks[i])
		}
		r.reportBoards(head, texts)
	}
}

// reportVoid reports lines that a column calls cancelled. Those that are reversed count by
// right where others take them back.
func (r *Reader) reportVoid(head string, texts map[string]*saidLines) {
	lines := 0
	for _, s := range texts {
		lines += s.lines
	}
	for _, text := range slices.Sorted(maps.Keys(texts)) {
		s := texts[text]
		back := reversed().MatchString(text) && -r.review.others.credits < s.total
		if !voidText().MatchString(text) && !back || s.total == 0 || 2*s.lines >= lines {
			continue
		}
		r.Out.Doubts.Add(&source.Problem{Code: finance.CodeLedgerSays, Position: s.first, About: r.Out.Spec.File + " " + text, Likely: true,
			Message: fmt.Sprintf("%s %q in the column %q, which isn't mapped, %s in all, and counted all the same", wording.Count(s.lines, "line is", "lines are"), text, celltext.Short(head), s.total.Exact()),
			Hint:    "take them out of the export if they never came to be spent"})
	}
}

// reportBoards reports lines that a column gives to another integration authority than most.
func (r *Reader) reportBoards(head string, texts map[string]*saidLines) {
	byName, lines, named := map[string]*saidLines{}, 0, 0
	for _, text := range slices.Sorted(maps.Keys(texts)) {
		s := texts[text]
		lines += s.lines
		if noBoard().MatchString(text) {
			continue
		}
		if boardText().MatchString(text) {
			named += s.lines
		}
		key := celltext.Fold(boardText().ReplaceAllString(text, ""))
		if of := byName[key]; of != nil {
			of.lines, of.total = of.lines+s.lines, of.total+s.total
			continue
		}
		all := *s
		byName[key] = &all
	}
	if !boardHead().MatchString(head) && named*10 < lines*9 || len(byName) < 2 {
		return
	}
	most := slices.MaxFunc(slices.Collect(maps.Values(byName)), func(a, b *saidLines) int { return a.lines - b.lines })
	if most.lines*2 <= lines {
		return
	}
	for _, key := range slices.Sorted(maps.Keys(byName)) {
		s := byName[key]
		if s == most || s.total == 0 {
			continue
		}
		r.Out.Doubts.Add(&source.Problem{Code: finance.CodeLedgerSays, Position: s.first, About: r.Out.Spec.File + " " + s.text, Likely: true,
			Message: fmt.Sprintf("%s of %q in the column %q, which isn't mapped, %s in all, and most are of %q", wording.Count(s.lines, "line is", "lines are"), s.text, celltext.Short(head), s.total.Exact(), most.text),
			Hint:    "see whether the export has another authority's money; if so, map the column and exclude its lines by a rule"})
	}
}
