package regs

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"

	"apr/finance"
)

// condensed is a ledger of the example with the lines of an account in a cost centre added
// up to one, whatever their period. Rules that classify lines and what they come to see
// no difference, and reading it for each of hundreds of reports takes a tenth of the time.
func condensed(ledger []byte) ([]byte, error) {
	var lines []string
	type sum struct {
		at      int // in lines
		cells   []string
		amounts map[int]finance.Money
	}
	var sums []*sum
	byAccount := map[string]*sum{}
	var period, money map[int]bool // nil above the headers
	for line := range strings.Lines(string(ledger)) {
		r := csv.NewReader(strings.NewReader(line))
		cells, err := r.Read()
		if err != nil || period == nil || len(cells) < len(period)+len(money) || strings.Contains(line, "Total,") || strings.HasPrefix(line, ",") {
			lines = append(lines, line)
			if strings.Contains(line, "Cost Centre") {
				period, money = columnsOf(cells)
			}
			continue
		}
		key := ""
		for i, cell := range cells {
			if !period[i] && !money[i] {
				key += cell + "\n"
			}
		}
		s := byAccount[key]
		if s == nil {
			s = &sum{at: len(lines), amounts: map[int]finance.Money{}}
			byAccount[key], sums = s, append(sums, s)
			lines = append(lines, "")
		}
		s.cells = cells // of the last period
		for i := range money {
			m, _, err := finance.ParseAmount(cells[i])
			if err != nil {
				return nil, fmt.Errorf("%s: %w", line, err)
			}
			s.amounts[i] += m
		}
	}
	for _, s := range sums {
		for i, m := range s.amounts {
			s.cells[i] = m.String()
		}
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		if err := w.Write(s.cells); err != nil {
			return nil, err
		}
		w.Flush()
		lines[s.at] = b.String()
	}
	return []byte(strings.Join(lines, "")), nil
}

// columnsOf are the columns of periods and of amounts by a ledger's headers.
func columnsOf(headers []string) (period, money map[int]bool) {
	period, money = map[int]bool{}, map[int]bool{}
	for i, h := range headers {
		switch {
		case strings.HasSuffix(h, "for Period"), strings.HasSuffix(h, "Costs"), h == "Variance":
			money[i] = true
		case strings.Contains(h, "Period"):
			period[i] = true
		}
	}
	return period, money
}
