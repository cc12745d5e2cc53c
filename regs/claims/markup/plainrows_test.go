package markup

import (
	"strings"
	"testing"
)

// TestPlainRows has tables of which each row is a line read, where it is sure which head a column has.
func TestPlainRows(t *testing.T) {
	for page, want := range map[string]string{
		"Service Budget Actual\nCare 12 14\nDay care 3 (4)\nAlarms 5 6":                                   "Service|Budget|Actual;Care|12|14;Day care|3|(4);Alarms|5|6",
		"Service Budget (£m) Actual (£m)\nHealth\nCare 12 14\n\nDay care 3 4\nAlarms 5 6":                 "Service|Budget (£m)|Actual (£m);Care|12|14;Day care|3|4;Alarms|5|6",
		"Measure 2024/25 2025/26 Rating\nWait 12 14 red\nRate 3 4 amber\nDays 5 6 green":                  "Measure|2024/25|2025/26|Rating;Wait|12|14|red;Rate|3|4|amber;Days|5|6|green",
		"Year\nBudget\nActual\n2023/24 12 14\n2024/25 3 4\n2025/26 5 6":                                   "Year|Budget|Actual;2023/24|12|14;2024/25|3|4;2025/26|5|6",
		"Service Budget Actual\nCare 12 14\nHomes for\nolder people 3 4\nPeople under 65 5 6":             "Service|Budget|Actual;Care|12|14;Homes for older people|3|4;People under 65|5|6",
		"Service Number of visits Actual\nCare 12 14\nDay care 3 4\nAlarms 5 6":                           "", // "visits" may be a head by itself
		"Service Budget Actual\nCare 12 14\nDay care 3 4":                                                 "", // two rows
		"Care 12 14\nDay care 3 4\nAlarms 5 6":                                                            "",
		"We planned our budget and actual\nspend rose from 12 to 14\nand fell then to 3 4\nand to 5 6 7.": "",
	} {
		_, all, _ := withoutPlainRows(page)
		var got []string
		for _, table := range all {
			for _, row := range table.Rows {
				var cells []string
				for _, c := range row {
					cells = append(cells, c.Text)
				}
				got = append(got, strings.Join(cells, "|"))
			}
		}
		if strings.Join(got, ";") != want {
			t.Errorf("%q: %q, want %q", page, strings.Join(got, ";"), want)
		}
	}
}
