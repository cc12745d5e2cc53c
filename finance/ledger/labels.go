package ledger

import (
	"strings"
	"sync"
	"unicode"

	"apr/internal/table/celltext"
)

// A label is what a cell says of its row. Words prove nothing: they only say which
// rows are held against the sums above them.
type label int

const (
	noLabel     label = iota
	totalWord         // nothing but a total's words: Total, Grand total:, Carried forward, Overall result, **
	totalOf           // a total's words and of what: Total for Adult services, Y021 total
	totalLike         // a name that begins like one: Total Gas & Power
	netWord           // words that a total may have and a line as well: Net expenditure, Overall
	countWord         // how many records there are
	pageHeading       // the number of a page, or its words
)

// Words that name a total, and those that may be next to them. Carried and
// brought are totals only together with forward or down, and a result where nothing else
// is said: it may be one of a test.
var (
	totalWords   = wordSet("total totals subtotal subtotals grandtotal grandtotals sum summe zwischensumme gesamtsumme c/f b/f c/d b/d c/fwd b/fwd c/forward b/forward")
	carryWords   = wordSet("carried brought opening closing")
	resultWords  = wordSet("result results")
	netWords     = wordSet("net nett gross overall")
	countedWords = wordSet("records rows lines transactions entries")
	countWords   = wordSet("number no count record row line records rows lines transactions items entries payments invoices total of all")
	qualifiers   = wordSet("grand sub overall net gross nett report page ledger control final running cumulative section period year ytd balance balances " +
		"forward fwd down of for the all to date from previous last next amount amounts value values cost costs spend spending expenditure " +
		"payments transactions lines records income receipts general sous gbp £ and in")
)

func wordSet(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for _, w := range strings.Fields(words) {
			set[w] = true
		}
		return set
	})
}

// carried are the words behind those of carryWords: Carried forward, Opening balance.
var carried = wordSet("forward fwd down balance balances")

// labelOf is the label of a cell. Most cells are ruled out by a glance.
func labelOf(cell string) label {
	if !mayBeLabel(cell) {
		return noLabel
	}
	if isLevel(cell) {
		return totalWord
	}
	text := strings.ToLower(celltext.Spaced(cell))
	if pageWords(text) != nil {
		return pageHeading
	}
	words := wordsOf(text)
	if len(words) == 0 {
		return noLabel
	}
	named, result, rest := false, false, 0
	for i, w := range words {
		switch {
		case totalWords()[w], carryWords()[w] && i+1 < len(words) && carried()[words[i+1]]:
			named = true
		case resultWords()[w]:
			result = true
		case qualifiers()[w], i > 0 && words[i-1] == "page" && celltext.AllDigits(w):
		default:
			rest++
		}
	}
	switch {
	case counts(words):
		return countWord
	case !named && !result && rest == 0 && netWords()[words[0]] && (len(words) > 1 || words[0] == "overall"):
		return netWord
	case result && rest == 0:
		return totalWord
	case !named && text[0] == '*':
		return totalLike
	case !named:
		return noLabel
	case rest == 0:
		return totalWord
	case ofSomething(words):
		return totalOf
	case words[0] == "total" || words[0] == "totals":
		return totalLike
	}
	return noLabel
}

// isLevel reports whether a cell is the mark of a level of subtotals: asterisks, as SAP
// has them.
func isLevel(cell string) bool {
	text := celltext.Trim(cell)
	return text != "" && len(text) <= maxLevels && strings.Trim(text, "*") == ""
}

// maxLevels is how many levels of subtotals a report has.
const maxLevels = 9

// counts reports whether words are those of a number of records, with or without it.
func counts(words []string) bool {
	counted, things := false, false
	for i, w := range words {
		if celltext.AllDigits(w) && len(words) > 1 && (i == 0 || i == len(words)-1) {
			counted = counted || countedWords()[words[len(words)-1-i]] && len(words) == 2
			continue
		}
		if !countWords()[w] {
			return false
		}
		counted = counted || w == "number" || w == "no" || w == "count" || w == "total"
		things = things || w != "total" && w != "of" && w != "all" && w != "number" && w != "no"
	}
	return counted && things
}

// ofSomething reports whether words with others among them are those of a total:
// they end with its word, or begin as no name does.
func ofSomething(words []string) bool {
	first, last := words[0], words[len(words)-1]
	second := ""
	if len(words) > 1 {
		second = words[1]
	}
	switch {
	case totalWords()[last], last == "forward", last == "fwd":
		return true
	case first == "total" || first == "totals" || first == "sum":
		return second == "for" || second == "of" || second == "to"
	case first == "sub" || first == "grand" || first == "overall":
		return second == "total" || second == "totals"
	}
	return totalWords()[first] || carryWords()[first]
}

// wordsOf are the words of a text in small letters: runs of letters, digits and
// strokes, and the pound sign.
func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '/' && r != '£'
	})
}

// mayBeLabel reports whether a cell has three letters in a row that every label
// has some of, or begins as the others do.
func mayBeLabel(cell string) bool {
	switch {
	case len(cell) > maxCentreText, cell == "":
		return false
	case cell[0] == '*':
		return true
	case len(cell) == 2:
		return strings.EqualFold(cell, "pg") || strings.EqualFold(cell, "p.")
	}
	if len(cell) > 2 && startsOther(cell) {
		return true
	}
	for i := 2; i < len(cell); i++ {
		switch cell[i-1] | 0x20 {
		case 'a', 'w', 'u', '/':
		default:
			continue // none of them is in the middle of what follows
		}
		switch string([]byte{cell[i-2] | 0x20, cell[i-1] | 0x20, cell[i] | 0x20}) {
		case "tal", "war", "fwd", "own", "pag", "sum", "c/f", "b/f", "c/d", "b/d":
			return true
		}
	}
	return false
}

// startsOther reports whether a cell begins as the labels do that have none of those.
func startsOther(cell string) bool {
	if strings.IndexByte("* \"=\u00a0", cell[0]) >= 0 {
		cell = strings.TrimLeft(cell, "* \"=\u00a0")
	}
	if cell == "" || strings.IndexByte("ngoclrpNGOCLRP", cell[0]) < 0 {
		return false // the first letters of what follows
	}
	for _, start := range [...]string{"net", "gross", "overall", "opening", "closing", "number", "no", "count", "record", "row", "line", "result", "pg", "p. "} {
		if len(cell) >= len(start) && strings.EqualFold(cell[:len(start)], start) {
			return true
		}
	}
	return false
}

// startsLabel reports whether a cell begins or ends as a label of a total does that
// may be in any column of a row: what a scan looks for in columns that it doesn't read
// otherwise.
func startsLabel(cell string) bool {
	cell = celltext.Trim(cell)
	if len(cell) < 3 {
		return false
	}
	for _, start := range labelStarts {
		if len(cell) >= len(start) && strings.EqualFold(cell[:len(start)], start) {
			return true
		}
	}
	return endsLabel(cell)
}

// endsLabel reports whether a cell ends with the word of a total.
func endsLabel(cell string) bool {
	n := len(cell) - len(" total")
	return n > 0 && strings.EqualFold(cell[n:], " total")
}

var labelStarts = []string{"total", "result", "sub-t", "sub t", "subto", "grand", "overall", "carried", "brought", "balance", "c/f", "b/f", "c/d", "b/d"}
