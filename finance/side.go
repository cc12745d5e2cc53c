package finance

import (
	"strings"
	"unicode"

	"apr/internal/table/celltext"
)

// Side reads a cell that says whether its line is a debit or a credit: D, Dr, Debit or +,
// and C, Cr, Credit or -; S and H are those of SAP. Of documents an invoice is a debit and
// a credit note a credit. ok is false where it says neither.
func Side(cell string) (credit, ok bool) {
	switch strings.Trim(celltext.Fold(cell), ". ") {
	case "d", "dr", "debit", "debits", "s", "+":
		return false, true
	case "c", "cr", "credit", "credits", "h", "-", "−":
		return true, true
	}
	return Document(cell)
}

// Document reads a cell that says of which kind a document is: an invoice, or a credit
// note, whose amount is a credit even where it has no sign. ok is false for others.
func Document(cell string) (credit, ok bool) {
	switch strings.Trim(celltext.Fold(cell), ". ") {
	case "inv", "invoice", "invoices", "purchase invoice", "supplier invoice":
		return false, true
	case "crn", "cn", "crd", "credit note", "credit notes", "credit memo", "cr note", "crnote", "creditnote", "supplier credit note":
		return true, true
	}
	return false, false
}

// IsSideHeader reports whether a header is that of a column that says debit or credit.
func IsSideHeader(header string) bool {
	key := strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, header)
	for _, end := range []string{"indicator", "ind", "flag", "code", "marker", "type"} {
		key = strings.TrimSuffix(key, end)
	}
	switch key {
	case "drcr", "crdr", "dc", "cd", "debitcredit", "creditdebit", "debitorcredit", "creditordebit", "drorcr", "crordr":
		return true
	}
	return false
}
