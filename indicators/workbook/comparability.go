package workbook

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"apr/indicators"
	"apr/internal/lazyregexp"
	"apr/internal/table"
	"apr/internal/table/xlsx"
	"apr/internal/wording"
)

// maxRemarks is how many rows of a sheet without a table are read for what it
// says of comparability.
const maxRemarks = 400

// comparability collects what the cells of a row say of it.
func (p *preamble) comparability(r *table.Row) {
	for column, text := range r.Text[:r.Width] {
		if !strings.Contains(strings.ToLower(text), "compar") || !comparison().MatchString(text) {
			continue
		}
		p.remarks = append(p.remarks, indicators.Comparability{
			Indicators: indicatorsNamed(text),
			Text:       wording.OneLine(text),
			Position:   p.grid.Position(r, column),
		})
	}
}

// mayCompare reports whether a text has what comparison finds, or looks like it.
func mayCompare(text []byte) bool {
	return bytes.Contains(text, []byte("ompar")) || bytes.Contains(text, []byte("OMPAR"))
}

// mayCompareIn reports whether a worksheet's part may refer to a shared string that
// speaks of comparing. Nearly every program writes a cell's kind last, right
// before its value; where it is elsewhere a number of the same digits makes
// it say so without need.
func mayCompareIn(part []byte, shared *xlsx.Strings) bool {
	numbers := shared.Having("ompar", "OMPAR")
	if len(numbers) == 0 {
		return false
	}
	before := []byte(`t="s"><v>`)
	if bytes.Count(part, before) != bytes.Count(part, []byte(`t="s"`)) || bytes.Contains(part, []byte(`t='s'`)) {
		before = []byte(">")
	}
	for _, n := range numbers {
		if bytes.Contains(part, slices.Concat(before, strconv.AppendInt(nil, int64(n), 10), []byte("</"))) {
			return true
		}
	}
	return false
}

// readRemarks collects what the notes under the table say of comparability. The
// rows above it were read for that with its header.
func (rd *reader) readRemarks() error {
	if below := rd.grid.Below(rd.last); !mayCompare(below) && !mayCompareIn(below, rd.grid.Strings) {
		return nil // nearly always: a table of 13,000 rows isn't read twice
	}
	p := preamble{grid: rd.grid}
	err := rd.grid.Scan(xlsx.Selection{}, func(r *table.Row) bool {
		if r.Number > rd.last {
			p.comparability(r)
		}
		return true
	})
	rd.workbook.Comparability = append(rd.workbook.Comparability, p.remarks...)
	return err
}

var (
	// comparison finds "comparable", "compared", "comparison" and similar words.
	comparison = lazyregexp.Lazy(`(?i)\b(?:non-?|in|un)?compar`)
	// namedList finds "NI2, 3, 4 and 9", "NI12-16", "indicators 2 to 5".
	namedList = lazyregexp.Lazy(`(?i)\b(?:NI|indicators?)[\s-]*\d{1,2}\b(?:(?:\s*(?:,|and|&|to|-|–)\s*)+(?:NI[\s-]*)?\d{1,2}\b)*`)
	// namedPart is a number of such a list, and what joins it to the one before.
	namedPart = lazyregexp.Lazy(`(?i)(to|-|–)?\s*(?:NI[\s-]*|indicators?[\s-]*)?(\d{1,2})`)
	// yearName is taken out of a text first: its digits aren't an indicator's.
	yearName = lazyregexp.Lazy(`(?:19|20)\d\d(?:\s*[/–-]\s*(?:20)?\d\d?\b)?`)
)

// indicatorsNamed are the indicators that a sentence names.
func indicatorsNamed(text string) []indicators.ID {
	var ids []indicators.ID
	list := catalogue().list
	for _, named := range namedList().FindAllString(yearName().ReplaceAllString(text, "…"), -1) {
		last := 0
		for n, part := range namedPart().FindAllStringSubmatch(named, -1) {
			number, err := strconv.Atoi(part[2])
			if err != nil || number < 1 || number > len(list) {
				continue
			}
			first := number
			if n > 0 && part[1] != "" && last > 0 && last < number {
				first = last + 1
			}
			for i := first; i <= number; i++ {
				if id := list[i-1].ID; !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
			}
			last = number
		}
	}
	slices.SortFunc(ids, indicators.ID.Compare)
	return ids
}
