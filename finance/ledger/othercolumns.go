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
	columns map[int]map[string]*SaidLines // a nil map has had too many texts
	credits finance.Money                 // of all lines below nought
	// marks are the texts of columns of comments by which lines aren't to count, by column.
	marks map[int]map[string]*SaidLines
	heads map[int]bool // columns of comments
}

// SaidLines are the lines of which a column says one thing.
type SaidLines struct {
	Text  string
	Lines int
	Total finance.Money
	First source.Position
}

// A SaidColumn is a column that isn't mapped and says few things of the lines.
type SaidColumn struct {
	Head  string
	Texts []*SaidLines // in order of their texts
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
				o.columns = map[int]map[string]*SaidLines{}
			}
			texts = map[string]*SaidLines{}
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
			s = &SaidLines{Text: cell, First: r.Table.Records.Position(i)}
			texts[cell] = s
		}
		s.Lines++
		s.Total += f.Amount // too large a sum is found with the ledger's
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
			o.heads, o.marks = map[int]bool{}, map[int]map[string]*SaidLines{}
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
			o.marks[i] = map[string]*SaidLines{}
		}
		cell = strings.Clone(cell)
		s = &SaidLines{Text: cell, First: r.Table.Records.Position(i)}
		o.marks[i][cell] = s
	}
	s.Lines++
	s.Total += f.Amount
}

var (
	commentHead = lazyregexp.Lazy(`(?i)\b(?:comments?|notes?|remarks?|flags?|review|queries|query|checked|action)\b`)
	// markedText is what people write beside a line that isn't to count.
	markedText = lazyregexp.Lazy(`(?i)^\W*(?:poss(?:ible|ibly)?\.? )?dup(?:licate[ds]?|l?e)?\W*(?:$|[-–:,;(/]|of\b|line|entry|posting|payment|invoice|row|do\b)|\b(?:do not|don['’]?t) (?:use|count|include|post|pay)\b|^\W*(?:to be |please )?(?:ignore|delete|remove|exclude)d?\b|` +
		`\b(?:entered|posted|keyed|input|booked|recorded|counted|charged|paid|included|in|here|there) twice\s*(?:$|[-–:,;.(/!])|\bdouble[- ]?(?:counted|counting|posted|paid|keyed|entered|charged)\b|\b(?:take|strip|net) (?:(?:it|this|these|them|line|row) )?out\W*$|` +
		`\balready (?:(?:in|on|posted in|counted in|paid in|included in) (?:p|per|period|m|month|q|quarter|line|row|jnl|journal) ?\d|posted|counted|entered|keyed)\b|\b(?:counted|posted|paid|included|entered) in (?:\w+ ){0,2}already\b|` +
		`\b(?:to be|needs? to be|must be|should be) (?:reversed|removed|deleted|taken out|excluded)\b|\bwrong (?:year|period|cost cent(?:re|er)|code|ledger|authority|partnership|ijb|hscp)\b|^\W*not (?:ours|for us|ijb|hscp)\b|^\W*(?:void(?:ed)?|cancel(?:l?ed)?|reversed|deleted|rejected|superseded|obsolete)\b|\b(?:posted|entered|keyed) in error\b|^\W*(?:test|dummy)(?:[ -](?:line|entry|record|data|row|posting|transaction|journal|only|do not use))*s?\W*$`)
	unmarked = lazyregexp.Lazy(`(?i)\b(?:not?|isn['’]t|wasn['’]t|never)\b(?:\s+\w+){0,2}\s+(?:duplicate|void|cancel|revers|delet|reject|double|twice|already|wrong|remove|exclude)`)
)

// reportMarked reports lines beside which a comment says that they aren't to count. Those that
// are reversed count by right where others take them back.
func (r *Reader) reportMarked(head string, texts map[string]*SaidLines) {
	for _, text := range slices.Sorted(maps.Keys(texts)) {
		s := texts[text]
		if s.Total <= 0 || strings.Contains(strings.ToLower(text), "revers") && -r.review.others.credits >= s.Total {
			continue
		}
		r.Out.Doubts.Add(&source.Problem{Code: finance.CodeLedgerSays, Position: s.First, About: r.Out.Spec.File + " " + text, Likely: true,
			Message: fmt.Sprintf("%s beside it in the column %q, which isn't mapped, %q, %s in all, and counted all the same", wording.Count(s.Lines, "line has", "lines have"), celltext.Short(head), text, s.Total.Exact()),
			Hint:    "take them out of the export, or exclude them by a rule; if they are right, take the comment out"})
	}
}

var (
	statusHead = lazyregexp.Lazy(`(?i)\bstatus\b|\bstate\b|\bposting\b`)
	voidText   = lazyregexp.Lazy(`(?i)^(?:cancel(?:l?ed)?|void(?:ed)?|deleted|rejected|parked)$`)
	reversed   = lazyregexp.Lazy(`(?i)^reversed$`)
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
		if len(texts) > 0 {
			c := SaidColumn{Head: strings.Clone(head)}
			for _, text := range slices.Sorted(maps.Keys(texts)) {
				c.Texts = append(c.Texts, texts[text])
			}
			r.Out.Columns = append(r.Out.Columns, c)
		}
	}
}

// reportVoid reports lines that a column calls cancelled. Those that are reversed count by
// right where others take them back.
func (r *Reader) reportVoid(head string, texts map[string]*SaidLines) {
	lines := 0
	for _, s := range texts {
		lines += s.Lines
	}
	for _, text := range slices.Sorted(maps.Keys(texts)) {
		s := texts[text]
		back := reversed().MatchString(text) && -r.review.others.credits < s.Total
		if !voidText().MatchString(text) && !back || s.Total == 0 || 2*s.Lines >= lines {
			continue
		}
		r.Out.Doubts.Add(&source.Problem{Code: finance.CodeLedgerSays, Position: s.First, About: r.Out.Spec.File + " " + text, Likely: true,
			Message: fmt.Sprintf("%s %q in the column %q, which isn't mapped, %s in all, and counted all the same", wording.Count(s.Lines, "line is", "lines are"), text, celltext.Short(head), s.Total.Exact()),
			Hint:    "take them out of the export if they never came to be spent"})
	}
}
