package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// area is Carrickmoor's name in the workbook's Partnership column.
const area = "Carrickmoor"

// A dataRow is one row of the workbook's Data sheet for Carrickmoor.
type dataRow struct {
	number     int    // of the indicator: 12 is NI12
	year       string // "2025/26" or "2025"
	time       string // "Annual", "Q1" to "Q4"; empty for the survey's rows
	rate       float64
	num, den   int64 // both 0 where the workbook leaves them empty
	lower, upp float64
}

// lookup is the key that the workbook's formulas search for.
func (r dataRow) lookup() string {
	key := r.year + r.time + r.indicator() + area
	if r.time != "" {
		key += "No"
	}
	return key
}

func (r dataRow) indicator() string { return "NI" + strconv.Itoa(r.number) }

// A survey is one of NI1 to NI9: the percentage at each Health and Care
// Experience Survey and half the width of its 95% confidence interval.
type survey struct {
	number int
	half   float64
	values [7]float64 // 2013/14, 2015/16 … 2025/26
}

// The questions behind NI2, 3, 4, 5, 7 and 9 changed in 2023/24: their values
// fall there without anything having got worse.
var surveys = []survey{
	{1, 1.8, [7]float64{94.12, 93.64, 92.83, 92.41, 91.22, 91.04, 91.31}},
	{2, 3.2, [7]float64{82.37, 81.92, 80.26, 79.58, 77.43, 70.41, 72.87}},
	{3, 3.1, [7]float64{80.14, 77.85, 75.31, 74.06, 69.52, 55.28, 66.14}},
	{4, 3.2, [7]float64{77.91, 74.62, 73.08, 71.44, 64.83, 57.63, 60.21}},
	{5, 2.9, [7]float64{83.05, 80.93, 79.12, 78.36, 74.91, 67.34, 70.12}},
	{6, 2.0, [7]float64{84.71, 83.26, 81.48, 77.95, 64.18, 67.12, 70.83}},
	{7, 3.0, [7]float64{84.26, 82.11, 79.47, 78.83, 76.75, 71.38, 73.04}},
	{8, 3.4, [7]float64{42.63, 39.81, 36.24, 34.15, 31.03, 32.17, 30.12}},
	{9, 2.9, [7]float64{85.19, 83.44, 82.61, 82.07, 80.28, 74.56, 77.13}},
}

func surveyRows() []dataRow {
	var rows []dataRow
	for _, s := range surveys {
		for i, v := range s.values {
			// A weighted percentage has no round decimals.
			v += 0.0041 * math.Sin(float64(7*s.number+i))
			half := s.half + 0.11*math.Sin(float64(3*s.number+5*i))
			rows = append(rows, dataRow{number: s.number, year: financial(2013 + 2*i), rate: v,
				lower: v - half, upp: v + half})
		}
	}
	return rows
}

// A series is an indicator of counts: its rates are what the story wants, and
// each is made of a whole numerator and denominator.
type series struct {
	number     int
	multiplier float64
	// denominators are those of the first year and their yearly growth.
	first  int64
	growth float64
	// quarters is true where the workbook has quarters; populations says that a
	// quarter's rate is of the whole year's denominator.
	quarters, populations bool
	rates                 [11]float64 // 2015/16 … 2025/26
	calendar              float64     // 2025, the proxy for 2025/26; 0 for none
}

var counted = []series{
	{12, 100_000, 94_870, 0.0030, true, true, [11]float64{11240, 11305, 11420, 11480, 11390, 10905, 11602, 11898, 11703, 11398, 11060}, 11152},
	{13, 100_000, 94_870, 0.0030, true, true, [11]float64{114900, 115600, 116800, 117500, 116300, 104020, 113480, 121040, 118610, 115190, 110940}, 112030},
	{14, 1_000, 17_950, 0.0040, true, false, [11]float64{94.8, 95.3, 96.1, 96.9, 97.2, 98.0, 100.3, 102.1, 104.2, 105.7, 107.4}, 107.0},
	{16, 1_000, 27_760, 0.0142, true, true, [11]float64{19.4, 19.8, 20.3, 20.7, 21.1, 21.0, 21.8, 22.4, 22.9, 23.6, 24.2}, 24.1},
	{19, 1_000, 12_310, 0.0190, false, true, [11]float64{668, 691, 703, 729, 742, 412, 618, 794, 905, 781, 688}, 0},
}

// endOfLife is NI15: of the last six months of life, 182.5 days, the share not
// spent in hospital.
var endOfLife = series{number: 15, first: 1_224, growth: 0.0062, quarters: true,
	rates:    [11]float64{88.7, 88.9, 89.0, 89.2, 89.4, 89.9, 90.2, 90.3, 90.7, 91.1, 91.3},
	calendar: 91.4}

// daysCounted is how many days before a death NI15 looks at.
const daysCounted = 182.5

// rate is the formula by which the workbook's rate follows from numerator and
// denominator, evaluated in the order that Public Health Scotland's code has.
func (s series) rate(num, den int64) float64 {
	if s.number == 15 {
		return 100 - float64(num)/(float64(den)*daysCounted)*100
	}
	return float64(num) / float64(den) * s.multiplier
}

// numerator is the whole number that comes nearest to a wanted rate.
func (s series) numerator(rate float64, den int64) int64 {
	if s.number == 15 {
		return int64(math.Round((100 - rate) / 100 * float64(den) * daysCounted))
	}
	return int64(math.Round(rate / s.multiplier * float64(den)))
}

// seasons are the quarters' parts of a year of emergencies: the winter weighs
// most.
var seasons = []float64{0.246, 0.241, 0.258, 0.255}

func (s series) rows() []dataRow {
	var rows []dataRow
	add := func(year, time string, num, den int64) {
		rows = append(rows, dataRow{number: s.number, year: year, time: time,
			rate: s.rate(num, den), num: num, den: den})
	}
	var den int64
	for i, wanted := range s.rates {
		den = int64(math.Round(float64(s.first) * math.Pow(1+s.growth, float64(i))))
		num := s.numerator(wanted, den)
		add(financial(2015+i), "Annual", num, den)
		if !s.quarters {
			continue
		}
		nums, dens := share(num, seasons), share(den, seasons)
		for q, n := range nums {
			if s.populations {
				add(financial(2015+i), fmt.Sprintf("Q%d", q+1), n, den)
			} else {
				add(financial(2015+i), fmt.Sprintf("Q%d", q+1), n, dens[q])
			}
		}
	}
	if s.calendar != 0 {
		add("2025", "Annual", s.numerator(s.calendar, den), den)
	}
	return rows
}

// mortality is NI11, an age-standardised rate that is published without
// numerator, by calendar year from 2013 to 2024.
var mortality = [12]float64{478.4, 471.2, 474.0, 466.3, 461.1, 458.2, 449.6, 452.3, 446.8, 437.9, 429.4, 421.2}

// inspections is NI17: services graded good or better, and all, 2015/16 to
// 2025/26. The workbook shows the percentage only.
var inspections = [11][2]int{{73, 89}, {73, 88}, {74, 89}, {75, 89}, {74, 88}, {73, 87}, {71, 87}, {69, 87}, {72, 88}, {74, 88}, {75, 87}}

// atHome is NI18: people with intensive needs cared for at home, and all, in
// the census weeks of 2015 to 2024.
var atHome = [10][2]int64{{812, 1376}, {824, 1384}, {839, 1396}, {851, 1405}, {862, 1411}, {871, 1416}, {897, 1433}, {925, 1452}, {955, 1472}, {984, 1491}}

// emergencyShare is NI20: pounds spent on emergency hospital stays, and all,
// 2016/17 to 2019/20, when the series ends.
var emergencyShare = [4][2]int64{{40_866_120, 174_641_500}, {41_480_905, 179_570_200}, {42_014_337, 184_273_400}, {42_691_548, 189_740_210}}

func otherRows() []dataRow {
	var rows []dataRow
	for i, v := range mortality {
		rows = append(rows, dataRow{number: 11, year: strconv.Itoa(2013 + i), time: "Annual",
			rate: v + 0.043*math.Sin(float64(i))})
	}
	for i, v := range inspections {
		rows = append(rows, dataRow{number: 17, year: financial(2015 + i), time: "Annual",
			rate: float64(v[0]) / float64(v[1]) * 100})
	}
	for i, v := range atHome {
		rows = append(rows, dataRow{number: 18, year: strconv.Itoa(2015 + i), time: "Annual",
			rate: float64(v[0]) / float64(v[1]) * 100, num: v[0], den: v[1]})
	}
	for i, v := range emergencyShare {
		rows = append(rows, dataRow{number: 20, year: financial(2016 + i), time: "Annual",
			rate: float64(v[0]) / float64(v[1]) * 100, num: v[0], den: v[1]})
	}
	return rows
}

// indicatorRows are all of Carrickmoor's rows by their lookup key.
func indicatorRows() map[string]dataRow {
	rows := append(surveyRows(), otherRows()...)
	for _, s := range append(counted, endOfLife) {
		rows = append(rows, s.rows()...)
	}
	byKey := make(map[string]dataRow, len(rows))
	for _, r := range rows {
		byKey[r.lookup()] = r
	}
	return byKey
}

// financial names the financial year that begins in a calendar year.
func financial(year int) string { return fmt.Sprintf("%d/%02d", year, (year+1)%100) }

// lookupOf makes another area's key Carrickmoor's.
func lookupOf(key, partnership string) string {
	if before, ok := strings.CutSuffix(key, partnership+"No"); ok {
		return before + area + "No"
	}
	return strings.TrimSuffix(key, partnership) + area
}
