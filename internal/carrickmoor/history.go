package main

import (
	"fmt"
	"strings"
)

// A pastYear is what the earlier reports said of a year. Weights are parts of
// spend: of the five matters, of the three localities and of the two care
// groups (which are parts of the whole and don't make it up).
type pastYear struct {
	year           int
	funding, spend pence
	matters        [5]float64
	localities     [3]float64
	careGroups     [2]float64
}

var (
	matters    = [5]string{"4(2)(a)", "4(2)(b)", "4(2)(c)", "4(2)(d)", "4(2)(e)"}
	localities = [3]string{"Strathmoor", "Glenside", "Carrick Coast"}
	careGroups = [2]string{"Older people", "Adults with a learning disability"}
)

// The share of hospital inpatients falls by about half a point a year and that
// of care at home and other social care rises, with small underspends while the
// pandemic held services back and small overspends after it.
var past = []pastYear{
	{2020, 197_318_240_00, 196_041_873_52, [5]float64{20.10, 46.60, 12.40, 0.86, 20.04}, [3]float64{44.9, 31.8, 23.3}, [2]float64{28.4, 10.2}},
	{2021, 207_926_500_00, 206_803_417_09, [5]float64{19.62, 46.68, 12.31, 0.92, 20.47}, [3]float64{44.8, 31.8, 23.4}, [2]float64{28.5, 10.3}},
	{2022, 218_640_180_00, 219_057_962_31, [5]float64{19.19, 46.61, 12.20, 0.98, 21.02}, [3]float64{44.7, 31.7, 23.6}, [2]float64{28.8, 10.4}},
	{2023, 229_411_900_00, 230_536_118_77, [5]float64{18.71, 46.58, 12.11, 1.05, 21.55}, [3]float64{44.6, 31.7, 23.7}, [2]float64{29.1, 10.5}},
	{2024, 238_872_350_00, 239_608_245_94, [5]float64{18.20, 46.50, 12.00, 1.11, 22.19}, [3]float64{44.4, 31.7, 23.9}, [2]float64{29.4, 10.7}},
}

// historyCSV is the table of earlier years. In each year the whole of the
// funding was planned to be spent; for 2025/26 the ledgers hold plan and spend
// and the table holds the funding only.
func historyCSV(funding pence) []byte {
	var out strings.Builder
	out.WriteString("year,measure,dimension,item,amount\n")
	row := func(year int, measure, dimension, item string, amount pence) {
		fmt.Fprintf(&out, "%s,%s,%s,%s,%d.%02d\n", financial(year), measure, dimension, item, amount/100, amount%100)
	}
	for _, y := range past {
		row(y.year, "funding", "total", "", y.funding)
		row(y.year, "plan", "total", "", y.funding)
		row(y.year, "spend", "total", "", y.spend)
		for i, amount := range share(y.spend, y.matters[:]) {
			row(y.year, "spend", "matter", matters[i], amount)
		}
		for i, amount := range share(y.spend, y.localities[:]) {
			row(y.year, "spend", "locality", localities[i], amount)
		}
		// What belongs to neither care group is the last part.
		rest := 100 - y.careGroups[0] - y.careGroups[1]
		for i, amount := range share(y.spend, []float64{y.careGroups[0], y.careGroups[1], rest})[:2] {
			row(y.year, "spend", "care group", careGroups[i], amount)
		}
	}
	row(2025, "funding", "total", "", funding)
	return []byte(out.String())
}
