package main

import (
	"bytes"
	"fmt"
)

// A service has a plan for the year in pounds and what was spent of it in thousandths;
// north and south are the centres where there is one for each locality.
type service struct {
	centre, name string
	plan         int64
	spent        int64
}

// NHS Westerlea's services and Ardenmuir Council's.
var (
	healthServices = []service{
		{"H110", "Inverden Community Hospital, wards", 4_212_000, 1021},
		{"H120", "Muirside Community Hospital, wards", 3_868_000, 1034},
		{"S100", "Emergency medicine and geriatric wards, set aside", 13_450_000, 1012},
		{"S200", "Emergency department, set aside", 3_120_000, 1018},
		{"N110", "District nursing, north", 2_310_000, 984},
		{"N120", "District nursing, south", 2_745_000, 991},
		{"G100", "General medical services", 9_120_000, 1000},
		{"R110", "GP prescribing, north", 4_705_000, 1046},
		{"R120", "GP prescribing, south", 5_890_000, 1039},
		{"M100", "Community mental health", 3_340_000, 975},
		{"V100", "Health visiting and school nursing", 2_268_000, 962},
		{"A100", "Alcohol and drug services", 1_190_000, 1004},
		{"J100", "Out-of-hours primary care (hosted)", 1_545_000, 1015},
		{"X100", "Health management and premises", 1_930_000, 1002},
	}
	councilServices = []service{
		{"C110", "Care homes for older people, north", 4_890_000, 1016},
		{"C120", "Care homes for older people, south", 6_240_000, 1023},
		{"C300", "Care home places for adults under 65", 1_460_000, 994},
		{"U100", "Carers' centre and short breaks", 1_085_000, 1037},
		{"E110", "Care at home, north", 5_310_000, 1041},
		{"E120", "Care at home, south", 6_930_000, 1038},
		{"L100", "Supported living, learning disability", 8_215_000, 1007},
		{"F100", "Fostering, kinship care and family support", 5_640_000, 1052},
		{"K100", "Justice social work", 1_325_000, 981},
		{"W110", "Social work teams, north", 1_870_000, 972},
		{"W120", "Social work teams, south", 2_390_000, 978},
		{"Q100", "Equipment and adaptations", 745_000, 1011},
		{"Z100", "Management and commissioning", 1_240_000, 996},
	}
)

// kinds are the kinds of cost of a line with their parts of a service.
var kinds = []struct {
	account, name string
	part          int64
}{{"1000", "Employees", 62}, {"2000", "Supplies and services", 14}, {"3000", "Payments to providers", 24}}

// A line is one of a ledger: a centre's budget and actual of a quarter.
type line struct {
	service       service
	account, name string
	quarter       int
	plan, spend   int64 // pence
}

// ledgers are the lines of both partners.
func ledgers() (health, council []line) { return lines(healthServices), lines(councilServices) }

func lines(services []service) (all []line) {
	for _, s := range services {
		plans := share(s.plan*100, 62, 14, 24)
		spends := share(s.plan*s.spent/10, 62, 14, 24)
		for k, kind := range kinds {
			plan := share(plans[k], 25, 25, 25, 25)
			spend := share(spends[k], 24, 25, 25, 26) // prices rise within the year
			for q := range 4 {
				all = append(all, line{s, kind.account, kind.name, q + 1, plan[q], spend[q]})
			}
		}
	}
	return all
}

func sums(lines []line) (plan, spend int64) {
	for _, l := range lines {
		plan, spend = plan+l.plan, spend+l.spend
	}
	return plan, spend
}

// quarterEnds are the days by which lines are dated.
var quarterEnds = []string{"30/06/2025", "30/09/2025", "31/12/2025", "31/03/2026"}

// ledgerTable is a ledger as the finance system writes it, with its total at the foot.
func ledgerTable(lines []line) []byte {
	var b bytes.Buffer
	row(&b, "Cost centre", "Cost centre name", "Account", "Account name", "Date", "Budget", "Actual")
	for _, l := range lines {
		row(&b, l.service.centre, l.service.name, l.account, l.name, quarterEnds[l.quarter-1], pounds(l.plan), pounds(l.spend))
	}
	plan, spend := sums(lines)
	row(&b, "Total", "", "", "", "", pounds(plan), pounds(spend))
	return b.Bytes()
}

// A pastYear is what an earlier report said: parts of spend in thousandths, of the five
// matters, of north and south and of the two care groups.
type pastYear struct {
	year           int
	funding, spend int64 // pence
	matters        [5]int64
	north          int64
	careGroups     [2]int64
}

var past = []pastYear{
	{2020, 83_916_000_00, 83_120_440_18, [5]int64{214, 375, 122, 8, 281}, 429, [2]int64{286, 73}},
	{2021, 88_204_000_00, 87_911_302_77, [5]int64{212, 372, 121, 9, 286}, 429, [2]int64{287, 74}},
	{2022, 92_871_000_00, 93_240_115_06, [5]int64{209, 369, 120, 9, 293}, 430, [2]int64{288, 75}},
	{2023, 98_340_000_00, 99_058_871_93, [5]int64{206, 365, 119, 9, 301}, 431, [2]int64{290, 75}},
	{2024, 103_120_000_00, 103_977_260_41, [5]int64{203, 361, 118, 10, 308}, 431, [2]int64{292, 76}},
}

// funding is what was paid to and set aside for the board in 2025/26, in pence: the plan
// was to spend it.
func funding() int64 {
	health, council := ledgers()
	h, _ := sums(health)
	c, _ := sums(council)
	return h + c
}

func historyTable() []byte {
	var b bytes.Buffer
	row(&b, "year", "measure", "dimension", "item", "amount")
	put := func(year int, measure, dimension, item string, amount int64) {
		row(&b, financial(year), measure, dimension, item, pounds(amount))
	}
	for _, y := range past {
		put(y.year, "funding", "total", "", y.funding)
		put(y.year, "plan", "total", "", y.funding)
		put(y.year, "spend", "total", "", y.spend)
		for i, m := range share(y.spend, y.matters[:]...) {
			put(y.year, "spend", "matter", fmt.Sprintf("4(2)(%c)", 'a'+i), m)
		}
		for i, m := range share(y.spend, y.north, 1000-y.north) {
			put(y.year, "spend", "locality", []string{"North Ardenmuir", "South Ardenmuir"}[i], m)
		}
		rest := 1000 - y.careGroups[0] - y.careGroups[1]
		for i, m := range share(y.spend, y.careGroups[0], y.careGroups[1], rest)[:2] {
			put(y.year, "spend", "care group", []string{"Older people", "Adults with a learning disability"}[i], m)
		}
	}
	put(2025, "funding", "total", "", funding())
	return b.Bytes()
}
