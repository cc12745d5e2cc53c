package account

import (
	"fmt"
	"path"
	"slices"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// reportSays reports ledgers that speak of something else than what apr.yaml takes them
// for: amounts that are yet to be spent, another partner, and sheets that aren't read.
func (b *posting) reportSays() {
	for _, l := range b.ledgers {
		if l.Expected != "" {
			b.says(l, source.Position{File: l.Spec.File}, "write kind: actual if it is what was spent in the end, or map the column of what was spent",
				"the amounts of the ledger %s are read from the column %q: a forecast isn't what was spent", l.Spec.File, celltext.Short(l.Expected))
		}
		l.Unread = slices.DeleteFunc(l.Unread, func(sheet string) bool { return b.reads(l.Spec.File, sheet) })
		if n := len(l.Unread); n > 0 {
			format := "the ledger %s is read from %s of its workbook, and the sheet %s has the same heads and isn't read"
			if n > 1 {
				format = "the ledger %s is read from %s of its workbook, and the sheets %s have the same heads and aren't read"
			}
			b.says(l, l.Spec.Position, "name each sheet in a ledger of its own, as in sheet: "+celltext.Short(l.Unread[0])+"; if the first is all, name it",
				format, l.Spec.File, firstSheet(l), celltext.List(l.Unread))
		} else if l.HiddenSheet != "" {
			b.says(l, l.Spec.Position, "show the sheet, and see whether it is the export; name the sheet of the ledger, as in sheet: "+celltext.Short(l.HiddenSheet),
				"the ledger %s is read from %s of its workbook", l.Spec.File, firstSheet(l))
		}
		if !b.otherPartner(l) {
			b.otherBody(l)
		}
		for _, p := range l.Doubts.List() {
			b.doubts.Add(p)
		}
	}
}

// reads reports whether a ledger is of a sheet of a file.
func (b *posting) reads(file, sheet string) bool {
	return slices.ContainsFunc(b.ledgers, func(l *ledger.Result) bool { return l.Spec.File == file && sameText(l.Spec.Sheet, sheet) })
}

// firstSheet is the first sheet of a ledger's workbook, with its name where it is hidden.
func firstSheet(l *ledger.Result) string {
	if l.HiddenSheet == "" {
		return "the first sheet"
	}
	return fmt.Sprintf("the first sheet, %s, which is hidden,", celltext.Short(l.HiddenSheet))
}

func (b *posting) says(l *ledger.Result, at source.Position, hint, format string, args ...any) {
	b.doubts.Add(&source.Problem{Code: finance.CodeLedgerSays, Position: at, About: l.Spec.File, Likely: true,
		Message: fmt.Sprintf(format, args...), Hint: hint})
}

// otherPartner reports a ledger whose first lines, or else whose file's name, speak of
// another partner and not of its own.
func (b *posting) otherPartner(l *ledger.Result) (reported bool) {
	for _, line := range l.Words {
		text := line.Text()
		if ledger.Named(text, l.Spec.Partner) {
			return false
		}
		if other := b.partnerNamed(text, l); other != "" {
			b.says(l, line.Position, "see whether the partners of two ledgers are swapped in apr.yaml",
				"the ledger %s is given as %s's, and its first lines say %q", l.Spec.File, l.Spec.Partner, celltext.Short(text))
			return true
		}
	}
	name := path.Base(l.Spec.File)
	if other := b.partnerNamed(name, l); other != "" && !ledger.Named(name, l.Spec.Partner) {
		b.says(l, l.Spec.Position, "see whether the partners of two ledgers are swapped in apr.yaml",
			"the ledger %s is given as %s's, and its file is called after %s", l.Spec.File, l.Spec.Partner, other)
		return true
	}
	return false
}

// partnerNamed is another partner than the ledger's that a text names, or "".
func (b *posting) partnerNamed(text string, l *ledger.Result) string {
	for _, o := range b.ledgers {
		if !sameText(o.Spec.Partner, l.Spec.Partner) && ledger.Named(text, o.Spec.Partner) {
			return o.Spec.Partner
		}
	}
	return ""
}
