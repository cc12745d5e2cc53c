package ledger

import (
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// lineWords are what the texts of lines say of their money: that it is a balance of another
// year, or that it passes between the partners.
type lineWords struct {
	columns []int    // of texts
	account []bool   // which of them are names of accounts, which may be a partner's name alone
	others  []string // partners but the ledger's
	last    []string
	lastIs  []wordKind
	known   []map[string]wordKind
	unspent [len(notSpent)]reportedLines
	moved   map[string]*MovedLines
}

// wordKind is what a text says of its line's money.
type wordKind uint8

const (
	plainWords wordKind = iota
	movedWords
	unspentWords // and those behind it: the kinds of money that isn't spent
)

// MovedLines are lines with a text that speaks of money passing from one body to another.
type MovedLines struct {
	Text  string
	Lines int
	Total finance.Money
	First source.Position
}

// maxMoved is how many such texts are kept: more than accounts have such names.
const maxMoved = 400

var (
	// carriedText is a balance of another year. An accrual that is brought forward and reversed is
	// none: it is a part of what was spent.
	carriedText = lazyregexp.Lazy(`(?i)\b(?:opening|closing) balances?\b|\bbalances? (?:b/?f(?:wd)?|c/?f(?:wd)?|(?:brought|carried) (?:forward|fwd|down))\b|\b(?:brought|carried) (?:forward|fwd|down) balances?\b|^(?:brought|carried) forward(?: from)?(?: 20\d\d\s?[/-]\s?(?:20)?\d\d)?$|^[bc]/f(?:wd)?$`)
	movedText   = lazyregexp.Lazy(`(?i)\bresource transfers?\b|\b(?:transfers?|recharges?|payments?|contributions?|funding|monies|money|passed|paid|income|receipts?|received|recover(?:y|ies|ed)|reimbursements?|refunds?|grants?|allocations?|secondments?) (?:made |over |of resources? )?(?:to|from|by)\b`)
)

// newLineWords finds the columns of texts that say what a line is: those that are mapped, but
// for codes, dates and amounts.
func (r *Reader) newLineWords(partners []string) (w lineWords) {
	w.moved = map[string]*MovedLines{}
	for _, p := range partners {
		if celltext.Fold(p) != celltext.Fold(r.Out.Spec.Partner) {
			w.others = append(w.others, p)
		}
	}
	for i := range r.Table.Header {
		name := ""
		for n, at := range r.Table.Index {
			if at == i && (name == "" || n < name) {
				name = n
			}
		}
		if name == "" || r.IsMoney(i) || i == r.date || i == r.period || i == r.side {
			continue
		}
		switch name {
		case finance.CostCentreColumn, finance.AccountColumn, finance.LocalityColumn:
			continue
		}
		w.columns, w.known = append(w.columns, i), append(w.known, map[string]wordKind{})
		w.account = append(w.account, i != r.describe && (strings.HasPrefix(name, finance.AccountColumn) || name == finance.DescriptionColumn))
	}
	w.last, w.lastIs = make([]string, len(w.columns)), make([]wordKind, len(w.columns))
	return w
}

// maxWordTexts is how many texts are kept with what they say.
const maxWordTexts = 1 << 12

// add takes in a line.
func (w *lineWords) add(r *Reader, record []string, f *figures) {
	for n, i := range w.columns {
		cell := celltext.At(record, i)
		if cell != w.last[n] {
			w.lastIs[n] = w.kindOf(n, cell)
			w.last[n] = strings.Clone(cell)
		}
		if w.lastIs[n] == plainWords {
			continue
		}
		words := rowWords{at: i}
		if k := w.lastIs[n]; k >= unspentWords {
			w.unspent[k-unspentWords].note(r, &words, f)
		} else {
			w.move(r, cell, f)
		}
		return
	}
}

// kindOf is what a cell of one of its columns says.
func (w *lineWords) kindOf(column int, cell string) wordKind {
	known := w.known[column]
	k, ok := known[cell]
	if ok {
		return k
	}
	if text := celltext.Spaced(cell); len(text) <= maxCentreText && (mayMove(text) || mayBeUnspent(text)) {
		if movedText().MatchString(text) {
			k = movedWords
		}
		for i := range notSpent {
			if notSpent[i].text().MatchString(text) {
				k = unspentWords + wordKind(i)
				break
			}
		}
	}
	if k == plainWords && w.account[column] && len(cell) <= maxCentreText && w.namesOther(cell) {
		k = movedWords
	}
	if len(known) < maxWordTexts {
		known[strings.Clone(cell)] = k
	}
	return k
}

// namesOther reports whether the name of an account is another partner's, but for what the
// partner sells to anybody.
func (w *lineWords) namesOther(name string) bool {
	return slices.ContainsFunc(w.others, func(p string) bool { return NamesBody(name, p) }) && !tradeText().MatchString(name)
}

// mayMove reports whether a text has a part that every text of interest has one of.
func mayMove(text string) bool {
	for i := range len(text) {
		rest := text[i:]
		switch text[i] | 0x20 {
		case 'b':
			if hasPrefixFold(rest, "balance") || hasPrefixFold(rest, "brought") || hasPrefixFold(rest, "b/f") || hasPrefixFold(rest, "by ") {
				return true
			}
		case 'c':
			if hasPrefixFold(rest, "carried") || hasPrefixFold(rest, "c/f") {
				return true
			}
		case 't':
			if hasPrefixFold(rest, "transfer") || hasPrefixFold(rest, "to ") {
				return true
			}
		case 'f':
			if hasPrefixFold(rest, "from ") {
				return true
			}
		}
	}
	return false
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// move adds a line to those with its text.
func (w *lineWords) move(r *Reader, cell string, f *figures) {
	text := celltext.Spaced(cell)
	m := w.moved[text]
	if m == nil {
		if len(w.moved) == maxMoved {
			return
		}
		text = strings.Clone(text)
		m = &MovedLines{Text: text, First: r.Table.Records.Position(r.AmountAt())}
		w.moved[text] = m
	}
	m.Lines++
	m.Total += f.Amount // too large a sum is found with the ledger's
}
