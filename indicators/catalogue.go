package indicators

import (
	"embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"apr/internal/period"
	"apr/internal/wording"
)

// data holds the catalogue of the core suite, the integration authorities and
// the spellings of areas. A break or an outcome that turns out to be different
// is repaired there, not in code.
//
//go:embed data
var data embed.FS

// Catalogue is the core suite of integration indicators, in order:
// titles as the Scottish Government published them in 2015, and the national
// outcomes that it mapped each indicator to. The slice is the caller's.
func Catalogue() []Indicator {
	list := make([]Indicator, 0, len(catalogue().list))
	for _, entry := range catalogue().list {
		i := entry.Indicator
		i.Outcomes, i.Breaks = slices.Clone(i.Outcomes), slices.Clone(i.Breaks)
		list = append(list, i)
	}
	return list
}

// ByID is an indicator of the catalogue; ok is false where there is none of
// that name.
func ByID(id ID) (indicator Indicator, ok bool) {
	entry, ok := catalogue().byID[id]
	if !ok {
		return Indicator{}, false
	}
	i := entry.Indicator
	i.Outcomes, i.Breaks = slices.Clone(i.Outcomes), slices.Clone(i.Breaks)
	return i, true
}

// Suite names the indicators of the core suite: "NI1 to NI23".
func Suite() string { return Names(func(*Indicator) bool { return true }) }

// Names are the ids of the indicators that are asked for, those that follow one
// another as a range: "NI1 to NI9 and NI11 to NI20".
func Names(asked func(*Indicator) bool) string {
	var list []*Indicator
	for _, c := range catalogue().list {
		list = append(list, &c.Indicator)
	}
	return ranges(list, asked)
}

// Names are the ids of those of the table's indicators that are asked for.
func (t *Table) Names(asked func(*Indicator) bool) string {
	var list []*Indicator
	for _, s := range t.Series {
		list = append(list, &s.Indicator)
	}
	return ranges(list, asked)
}

func ranges(list []*Indicator, asked func(*Indicator) bool) string {
	var runs []string
	for from := 0; from < len(list); from++ {
		to := from
		for to < len(list) && asked(list[to]) {
			to++
		}
		switch {
		case to > from+1:
			runs = append(runs, fmt.Sprintf("%s to %s", list[from].ID, list[to-1].ID))
		case to > from:
			runs = append(runs, string(list[from].ID))
		}
		from = max(from, to)
	}
	return wording.List(runs)
}

// catalogued is an indicator and how its rate follows from the numerator and
// denominator next to it.
type catalogued struct {
	Indicator
	formula string // "ratio", "remainder" or "" where the workbook gives only the rate
	factor  float64
}

// recompute is the rate that numerator and denominator give; ok is false where
// the indicator has no formula.
func (c *catalogued) recompute(numerator, denominator float64) (rate float64, ok bool) {
	switch {
	case denominator == 0:
		return 0, false
	case c.formula == "ratio":
		return numerator / denominator * c.factor, true
	case c.formula == "remainder":
		// NI15: the numerator is days in hospital during the last six months
		// (182.5 days) of life, the denominator deaths.
		return 100 - numerator/(denominator*c.factor)*100, true
	}
	return 0, false
}

type catalogueIndex struct {
	list []*catalogued
	byID map[ID]*catalogued
}

var catalogue = sync.OnceValue(func() catalogueIndex { return indexCatalogue(embedded("data/indicators.csv")) })

func indexCatalogue(rows []map[string]string) catalogueIndex {
	index := catalogueIndex{byID: map[ID]*catalogued{}}
	for n, r := range rows {
		c := &catalogued{
			Indicator: Indicator{
				ID:            ID(r["id"]),
				Number:        n + 1,
				Kind:          Kind(r["kind"]),
				Title:         r["title"],
				ShortTitle:    r["short_title"],
				Unit:          r["unit"],
				Denominator:   r["denominator"],
				Decimals:      must(strconv.Atoi(r["decimals"])),
				Polarity:      Polarity(r["polarity"]),
				Basis:         Basis(r["basis"]),
				CalendarProxy: r["calendar_proxy"] == "yes",
				Reported:      r["reported"] == "yes",
				Note:          r["note"],
			},
			formula: r["formula"],
		}
		for outcome := range strings.SplitSeq(r["outcomes"], ";") {
			c.Outcomes = append(c.Outcomes, must(strconv.Atoi(outcome)))
		}
		for _, year := range split(r["breaks"]) {
			c.Breaks = append(c.Breaks, must(period.Parse(year)))
		}
		if r["last_year"] != "" {
			c.LastYear = must(period.Parse(r["last_year"]))
		}
		if r["factor"] != "" {
			c.factor = must(strconv.ParseFloat(r["factor"], 64))
		}
		index.list = append(index.list, c)
		index.byID[c.ID] = c
	}
	return index
}

// embedded reads one of the package's own tables, a map from column to cell
// for each row.
func embedded(name string) []map[string]string {
	file := must(data.Open(name))
	defer file.Close()
	records := must(csv.NewReader(file).ReadAll())
	rows := make([]map[string]string, 0, len(records)-1)
	for _, record := range records[1:] {
		row := make(map[string]string, len(record))
		for i, head := range records[0] {
			row[head] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// split separates the parts of a cell, which may be empty.
func split(cell string) []string {
	var parts []string
	for part := range strings.SplitSeq(cell, ";") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// must is for the embedded tables: a mistake in them is a mistake in apr,
// which every test finds.
func must[T any](v T, err error) T {
	if err != nil {
		panic(fmt.Sprintf("indicators: embedded data: %v", err))
	}
	return v
}
