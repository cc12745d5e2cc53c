package main

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// compared are the areas whose rows are taken over as they are.
var compared = []string{"Scotland", "Angus", "Moray", "Scottish Borders"}

// A story is what becomes of Carrickmoor's figure: of a rate, a part of it that grows or
// shrinks by year; of a percentage, points more or less in each of the last years.
type story struct {
	part, yearly float64 // 2022 is the middle
	points       map[string]float64
}

// Emergency care is better than next door and got better, falls and delays are worse;
// of the survey questions those about having a say and about carers move most.
var stories = map[string]story{
	"NI1": {points: map[string]float64{"": 1.2}}, "NI2": {points: map[string]float64{"": -1.5}},
	"NI3": {points: map[string]float64{"2023/24": 3.1, "2025/26": 2.4}}, "NI4": {points: map[string]float64{"": 0.8}},
	"NI5": {points: map[string]float64{"": -0.6}}, "NI6": {points: map[string]float64{"": 2.2, "2025/26": -4.9}},
	"NI7": {points: map[string]float64{"": 0.5}}, "NI8": {points: map[string]float64{"": 1.1, "2025/26": 12.1}},
	"NI9": {points: map[string]float64{"": -0.9}}, "NI11": {part: 0.93, yearly: 0.004}, "NI12": {part: 0.91, yearly: -0.006},
	"NI13": {part: 0.95, yearly: -0.012}, "NI14": {part: 0.9, yearly: -0.021}, "NI15": {points: map[string]float64{"": -0.4}},
	"NI16": {part: 1.06, yearly: 0.008}, "NI17": {points: map[string]float64{"": 1.7}}, "NI18": {points: map[string]float64{"": -2.3}},
	"NI19": {part: 1.12, yearly: 0.055}, "NI20": {points: map[string]float64{"": 0.3}},
}

// indicatorTable is the table of national indicators since 2019/20, by year.
func indicatorTable(workbook string) ([]byte, error) {
	f, err := excelize.OpenFile(workbook)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := f.GetRows("Data", excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	row(&b, "Year", "Time Period", "Partnership", "Indicator", "Numerator", "Denominator", "Rate", "Lower CI", "Upper CI")
	own := map[string]bool{}
	for _, r := range rows[1:] {
		r = append(r, make([]string, max(0, 12-len(r)))...)
		year, period, partnership, indicator := r[1], r[2], r[3], r[4]
		if year < "2019" || period != "" && period != "Annual" {
			continue
		}
		cells := []string{year, period, partnership, indicator, r[6], r[7], r[8], r[10], r[11]}
		switch {
		case partnership == "Carrickmoor":
			if cells, err = ownRow(cells); err != nil {
				return nil, err
			}
			own[indicator] = true
		case !containsFold(compared, partnership):
			continue
		}
		row(&b, cells...)
	}
	if len(own) != len(stories) {
		return nil, fmt.Errorf("%s: %d indicators of Carrickmoor, want %d", workbook, len(own), len(stories))
	}
	return b.Bytes(), nil
}

func containsFold(list []string, s string) bool {
	for _, l := range list {
		if strings.EqualFold(l, s) {
			return true
		}
	}
	return false
}

// ownRow is a row of Carrickmoor made into one of Ardenmuir, without numerator and
// denominator.
func ownRow(cells []string) ([]string, error) {
	year, indicator := cells[0], cells[3]
	st, ok := stories[indicator]
	if !ok {
		return nil, fmt.Errorf("no story of %s", indicator)
	}
	n, err := strconv.Atoi(year[:4])
	if err != nil {
		return nil, err
	}
	points, ok := st.points[year]
	if !ok {
		points = st.points[""]
	}
	move := func(cell string) (string, error) {
		if cell == "" {
			return "", nil
		}
		v, err := strconv.ParseFloat(cell, 64)
		if err != nil {
			return "", err
		}
		if st.part > 0 {
			v *= st.part * (1 + st.yearly*float64(n-2022))
		} else {
			v += points
		}
		return strconv.FormatFloat(math.Round(v*1e6)/1e6, 'f', -1, 64), nil
	}
	out := []string{year, cells[1], area, indicator, "", "", "", "", ""}
	for i := 6; i < 9; i++ {
		if out[i], err = move(cells[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}
