package scaffold

import (
	"bytes"
	"encoding/csv"
	"slices"

	"apr/finance"
	"apr/finance/account"
	"apr/internal/period"
	"apr/internal/table/celltext"
)

// historyPath is where the project keeps earlier years.
const historyPath = "data/history.csv"

// history is the table of earlier years: what last year's account knows of the years
// that this year's report is compared with, to the penny, and a row without an amount
// for all else that regulation 4(3) and 6(3) ask for.
func (p *values) history() ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	write := func(k account.Key, amount string) {
		_ = w.Write([]string{k.Year.String(), k.Measure.String(), account.DimensionNames[k.Dimension], k.Item, amount}) // w.Error reports it
	}
	_ = w.Write([]string{"year", "measure", "dimension", "item", "amount"})
	known := map[account.Key]bool{}
	var past *finance.Account
	if p.From != nil {
		past = p.From.Account
	}
	for _, y := range period.Window(p.Year) {
		if past != nil {
			for _, r := range account.RowsOf(past, p.Year) {
				if r.Year == y {
					write(r.Key, r.Amount.String())
					folded := r.Key
					folded.Item = celltext.Fold(r.Item)
					known[folded] = true
				}
			}
		}
		for _, k := range p.owed(y) {
			folded := k
			folded.Item = celltext.Fold(k.Item)
			if !known[folded] {
				write(k, "")
			}
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// owed are the amounts of a year that the report needs: of earlier years funding, plan
// and spend, and the spend by matter, locality and care group; of the reporting year,
// whose spend and plan the ledgers give, the funding.
func (p *values) owed(y period.Year) (keys []account.Key) {
	total := func(m account.Measure) account.Key { return account.Key{Measure: m, Year: y} }
	if y == p.Year {
		return []account.Key{total(account.FundingMeasure)}
	}
	since := map[string]period.Year{}
	var groups []string
	if p.From != nil {
		c := p.From.Config
		if y < c.Authority.Since {
			return nil
		}
		groups = c.CareGroups
		for _, l := range c.Localities {
			since[l.Name] = l.Since
		}
		for name, first := range c.CareGroupsSince {
			since[name] = first
		}
	}
	keys = []account.Key{total(account.FundingMeasure), total(account.PlanMeasure), total(account.SpendMeasure)}
	for _, d := range []struct {
		dimension account.Dimension
		items     []string
	}{{account.ByMatter, finance.Texts(finance.Matters)}, {account.ByLocality, p.Localities}, {account.ByCareGroup, slices.Clone(groups)}} {
		for _, item := range d.items {
			if y >= since[item] {
				keys = append(keys, account.Key{Measure: account.SpendMeasure, Year: y, Dimension: d.dimension, Item: item})
			}
		}
	}
	return keys
}

// mappings copies the workbooks of cost centres that last year's rules name: the rules
// are carried over.
func (p *values) mappings() (files []file, err error) {
	if p.From == nil {
		return nil, nil
	}
	for _, r := range p.From.Config.Finance.Rules {
		if r.Mapping == "" {
			continue
		}
		data, err := p.From.ReadInput(r.Mapping)
		if err != nil {
			return nil, err
		}
		files = append(files, file{Name: r.Mapping, Data: data})
	}
	return files, nil
}
