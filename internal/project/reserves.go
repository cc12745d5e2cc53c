package project

import (
	"fmt"
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/project/datum"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// MoneyUnits are what the columns of tables of money are in.
type MoneyUnits string

// Units of tables of money.
const (
	Thousands MoneyUnits = "thousands" // £000, the default
	Millions  MoneyUnits = "millions"  // £m with one decimal
)

// Reserve is a usable reserve of the authority, from its accounts' movement in
// reserves. Amounts are pounds and pence as they are written.
type Reserve struct {
	Name     string          `yaml:"name" jsonschema:"required,description=What the reserve is called such as General reserve"`
	Opening  string          `yaml:"opening" jsonschema:"required,description=What it held on 1 April; quoted; such as 1234567.89"`
	In       string          `yaml:"transfers_in,omitempty" jsonschema:"description=What was added in the year; quoted; nothing when absent"`
	Out      string          `yaml:"transfers_out,omitempty" jsonschema:"description=What was taken out in the year without a minus sign; quoted; nothing when absent"`
	Closing  string          `yaml:"closing" jsonschema:"required,description=What it held on 31 March; quoted"`
	Position source.Position `yaml:"-"`
}

// ReserveAmounts are a reserve's amounts, each the one that its Figure names.
type ReserveAmounts struct {
	Opening, In, Out, Closing finance.Money
}

// Off is by how much the closing amount isn't the opening one with what moved; 0 where
// it is.
func (a ReserveAmounts) Off() finance.Money { return a.Closing - (a.Opening + a.In - a.Out) }

// plus is the sum of two reserves.
func (a ReserveAmounts) plus(b ReserveAmounts) ReserveAmounts {
	return ReserveAmounts{a.Opening + b.Opening, a.In + b.In, a.Out + b.Out, a.Closing + b.Closing}
}

// reserveFigures are the names of a reserve's amounts, in order of the table.
func reserveFigures() []string {
	return []string{"opening", "transfers_in", "transfers_out", "closing"}
}

func (a ReserveAmounts) list() []finance.Money {
	return []finance.Money{a.Opening, a.In, a.Out, a.Closing}
}

// Amounts are the reserve's; ok is false where one can't be read, which is told with
// apr.yaml.
func (r *Reserve) Amounts() (a ReserveAmounts, ok bool) {
	ok = true
	read := func(written string) finance.Money {
		if written == "" {
			return 0
		}
		m, err := finance.ParseMoney(written)
		ok = ok && err == nil
		return m
	}
	a = ReserveAmounts{read(r.Opening), read(r.In), read(r.Out), read(r.Closing)}
	return a, ok
}

// TotalReserves are all reserves together.
func (f *Finance) TotalReserves() (sum ReserveAmounts) {
	for i := range f.Reserves {
		a, _ := f.Reserves[i].Amounts()
		sum = sum.plus(a)
	}
	return sum
}

// AllReserves is the key of all reserves together in the ids of figures.
const AllReserves = "total"

// ReserveID names an amount of a reserve: opening, transfers_in, transfers_out or
// closing.
func ReserveID(name, figure string) datum.ID {
	return datum.ID{Measure: datum.ReserveAmount, Of: wording.OneLine(name) + ":" + figure}
}

// reserves checks what apr.yaml says of reserves by itself.
func (c *configChecker) reserves() {
	var names []string
	for i, r := range c.config.Finance.Reserves {
		path := yamlpos.Item("finance.reserves", i)
		names = append(names, r.Name)
		for _, amount := range []struct {
			key, written string
			signed       bool
		}{{"opening", r.Opening, true}, {"transfers_in", r.In, false}, {"transfers_out", r.Out, false}, {"closing", r.Closing, true}} {
			m, err := finance.ParseMoney(amount.written)
			switch {
			case amount.written == "": // absent, or told as missing
			case err != nil:
				c.add("malformed-amount", path+"."+amount.key, "write pounds and pence, such as 1234567.89", "%s: %q: %v", amount.key, amount.written, err)
			case m < 0 && !amount.signed:
				c.add("malformed-amount", path+"."+amount.key, "write it without a minus sign: transfers_out are taken away", "%s: %s is below nought", amount.key, m.Exact())
			}
		}
		if isTotal(r.Name) {
			c.add("unknown-value", path+".name", "apr adds them up", "a reserve can't be called %q", wording.OneLine(r.Name))
		}
	}
	c.once("finance.reserves", "the reserve", names)
}

// reserveSettings are the amounts of reserves as figures of the report.
func (p *Config) reserveSettings() (list []datum.Setting) {
	var operands [4][]datum.ID
	for i := range p.Finance.Reserves {
		r := &p.Finance.Reserves[i]
		amounts, ok := r.Amounts()
		if !ok {
			continue
		}
		for j, figure := range reserveFigures() {
			path := yamlpos.Item("finance.reserves", i) + "." + figure
			at := p.PositionOf(path)
			if at.IsZero() {
				at = r.Position
			}
			m := amounts.list()[j]
			id := ReserveID(r.Name, figure)
			list = append(list, datum.Setting{ID: id, Title: fmt.Sprintf("reserve %s: %s", r.Name, figureWords(figure)), Money: &m, Value: m.String(), Position: at})
			operands[j] = append(operands[j], id)
		}
	}
	if len(list) == 0 {
		return nil
	}
	for j, figure := range reserveFigures() {
		m := p.Finance.TotalReserves().list()[j]
		list = append(list, datum.Setting{ID: ReserveID(AllReserves, figure), Title: "all reserves: " + figureWords(figure), Money: &m, Value: m.String(),
			Position: p.PositionOf("finance.reserves"), Formula: "the sum of the reserves", Operands: operands[j]})
	}
	return list
}

func figureWords(figure string) string {
	return map[string]string{"opening": "at the beginning of the year", "transfers_in": "transfers in", "transfers_out": "transfers out", "closing": "at the end of the year"}[figure]
}

// isTotal reports whether a reserve's name is that of all of them together.
func isTotal(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 {
		return false
	}
	first, last := words[0], words[len(words)-1]
	return slices.Contains([]string{"total", "totals", "sum", "all"}, first) || last == "total" || last == "totals"
}
