package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
)

const measuresFile = "local-measures.csv"

// A localMeasure is one measure of the board's performance framework with its
// values, oldest first. What the narrative says of a measure is the same here.
type localMeasure struct {
	id, title, unit, polarity string
	target, tolerance         string
	frequency, owner, source  string
	next                      string
	values                    []measured
}

// measured is a value; numerator and denominator are 0 where it isn't a share,
// locality is "" for the whole area.
type measured struct {
	period, locality       string
	value                  string
	numerator, denominator int
}

// years are the values of the years up to 2025/26.
func years(values ...string) []measured {
	var all []measured
	for i, v := range values {
		all = append(all, measured{period: financial(2026 - len(values) + i), value: v})
	}
	return all
}

var localMeasures = []localMeasure{
	{"CM01", "People waiting for care at home at the end of the quarter", "people", "lower", "80", "10%", "quarterly",
		"Head of Community Services", "Care at home scheduling system", "2026-08-14", []measured{
			{period: "Q4 2020/21", value: "96"}, {period: "Q4 2021/22", value: "121"}, {period: "Q4 2022/23", value: "148"}, {period: "Q4 2023/24", value: "171"},
			{period: "Q4 2024/25", value: "164"}, {period: "Q1 2025/26", value: "143"}, {period: "Q2 2025/26", value: "118"},
			{period: "Q3 2025/26", value: "97"}, {period: "Q4 2025/26", value: "71"},
			{period: "Q4 2024/25", locality: "Strathmoor", value: "64"}, {period: "Q4 2024/25", locality: "Glenside", value: "42"},
			{period: "Q4 2024/25", locality: "Carrick Coast", value: "58"}, {period: "Q4 2025/26", locality: "Strathmoor", value: "31"},
			{period: "Q4 2025/26", locality: "Glenside", value: "23"}, {period: "Q4 2025/26", locality: "Carrick Coast", value: "17"}}},
	{"CM02", "People seen by a link worker within three weeks", "%", "higher", "75", "5", "annual",
		"Head of Primary Care", "Link worker register", "2027-05-14", []measured{
			{"2022/23", "", "54.0", 540, 1000}, {"2023/24", "", "61.0", 793, 1300},
			{"2024/25", "", "63.0", 1002, 1590}, {"2025/26", "", "60.0", 1158, 1930}, {"2025/26", "Strathmoor", "41.0", 344, 840},
			{"2025/26", "Glenside", "72.0", 439, 610}, {"2025/26", "Carrick Coast", "78.1", 375, 480}}},
	{"CM03", "Wait for an adult carer support plan, average", "weeks", "lower", "8", "1", "annual",
		"Head of Adult Social Care", "Carers Centre case records", "2027-05-14", years("7.6", "8.1", "8.9", "10.6", "10.4", "11.0")},
	{"CM04", "Adult carer support plans made", "plans", "higher", "700", "5%", "annual",
		"Head of Adult Social Care", "Carers Centre case records", "2027-05-14", years("498", "537", "582", "601", "655", "742")},
	{"CM05", "Adult protection inquiries completed in time", "%", "higher", "95", "5", "annual",
		"Chief Social Work Officer", "Social work case system", "2027-05-28", []measured{
			{"2020/21", "", "90.0", 711, 790}, {"2021/22", "", "91.6", 788, 860}, {"2022/23", "", "92.7", 844, 910}, {"2023/24", "", "93.5", 886, 948}, {"2024/25", "", "92.0", 924, 1004}, {"2025/26", "", "91.0", 968, 1064}}},
	{"CM06", "Staff survey: employee engagement index", "index", "higher", "78", "2", "annual",
		"Head of People and Organisation", "Staff survey", "2027-03-31", years("77", "75", "75", "76", "76", "77")},
	{"CM07", "Sickness absence in the year", "%", "lower", "6.5", "0.5", "annual",
		"Head of People and Organisation", "Payroll systems of the council and the health board", "2027-05-14", years("5.4", "6.3", "7.1", "7.4", "7.5", "7.2")},
	{"CM08", "People seen by alcohol and drug services within three weeks", "%", "higher", "90", "5", "annual",
		"Head of Mental Health and Recovery", "Alcohol and drug waiting times database", "2027-06-30", years("86.0", "88.5", "89.2", "90.0", "92.0", "93.0")},
	{"CM09", "Posts that are vacant at 31 March", "%", "lower", "8", "1", "annual",
		"Head of People and Organisation", "Payroll systems of the council and the health board", "2027-05-14", years("6.9", "8.3", "10.1", "9.8", "9.1", "8.6")},
	{"CM10", "Benefits gained for households by money advisers", "£ million", "higher", "1.2", "10%", "annual",
		"Head of Primary Care", "Money advice case records", "2027-05-14", years("0.7", "0.8", "0.9", "1.0", "1.1", "1.3")},
	{"CM11", "Savings made in the year", "£ million", "higher", "6.2", "10%", "annual",
		"Chief Finance Officer", "Financial monitoring", "2027-05-28", years("3.1", "3.6", "2.9", "4.4", "5.2", "4.7")},
	{"CM12", "Supervision on time, social care staff", "%", "higher", "90", "5", "annual",
		"Chief Social Work Officer", "Supervision register", "2027-05-14", years("71", "76", "88")},
	{"CM13", "Emergency admissions: ratio of the most deprived fifth to the rest", "ratio", "lower", "1.8", "5%", "six-monthly",
		"Head of Planning and Performance", "Hospital records by neighbourhood", "October 2026", nil},
	{"CM14", "Days in temporary accommodation, average", "days", "lower", "120", "10%", "annual",
		"Head of Housing, Carrickmoor Council", "Council housing system", "2027-06-30", years("112", "119", "127", "131", "124", "117")},
}

// writeMeasures writes the table of local measures.
func writeMeasures(folder string) (string, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{{"Measure", "Title", "Period", "Value", "Target", "Tolerance", "Numerator", "Denominator", "Unit", "Polarity",
		"Frequency", "Owner Role", "Source", "Next Data Date", "Locality"}}
	number := func(n int) string {
		if n == 0 {
			return ""
		}
		return fmt.Sprint(n)
	}
	for _, m := range localMeasures {
		values := m.values
		if len(values) == 0 {
			values = []measured{{}} // a row that says what is to come
		}
		for _, v := range values {
			target := m.target
			if v.period == "" || v.locality != "" && m.unit != "%" {
				target = "" // of what is counted, a locality's part has no target
			}
			rows = append(rows, []string{m.id, m.title, v.period, v.value, target, m.tolerance, number(v.numerator), number(v.denominator),
				m.unit, m.polarity, m.frequency, m.owner, m.source, m.next, v.locality})
		}
	}
	if err := w.WriteAll(rows); err != nil {
		return "", err
	}
	target := filepath.Join(folder, measuresFile)
	return fmt.Sprintf("%s: %d measures, %d rows", target, len(localMeasures), len(rows)-1), os.WriteFile(target, b.Bytes(), 0o644)
}
