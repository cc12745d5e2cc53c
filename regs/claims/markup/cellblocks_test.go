package markup

import (
	"strings"
	"testing"
)

// Tables whose cells are lines have as many names as rows and as many heads as columns, or aren't read.
func TestWithoutCellBlocks(t *testing.T) {
	blank := func(lines ...string) string { return strings.Join(lines, "\n\n") + "\n" }
	for name, tc := range map[string]struct{ page, want string }{
		"names before heads": {
			"Some words.\nMeasure\nMSG1 Emergency\nadmissions\nAM2 Bed days\n\n" + blank("2023/24", "2024/25", "6,155", "6,061", "49,260", "48,733"),
			"Measure|2023/24|2024/25\nMSG1 Emergency admissions|6,155|6,061\nAM2 Bed days|49,260|48,733"},
		"names behind heads, and several rows in a block": {
			blank("Service (£000)", "Budget", "Actual", "Care homes\nEquipment and\nadaptations\nTotal", "12\n13", "14\n15", "25", "29"),
			"Service (£000)|Budget|Actual\nCare homes|12|14\nEquipment and adaptations|13|15\nTotal|25|29"},
		"names of two tables": {
			"Indicator\nNI12 Admissions\nNI13 Bed days\n\nQuestion\nNI1 Health\nNI2 Independence\n\n" + blank("2024/25", "2025/26", "1", "2", "3", "4", "2023/24", "2025/26", "Scotland\n2025/26", "5%", "6%", "7%", "8%", "9%", "10%"),
			"Indicator|2024/25|2025/26\nNI12 Admissions|1|2\nNI13 Bed days|3|4\nQuestion|2023/24|2025/26|Scotland 2025/26\nNI1 Health|5%|6%|7%\nNI2 Independence|8%|9%|10%"},
		"a row after the other": {
			"Words above.\n\nIndicator\n2023/24\n2024/25\nScotland\nNI13 Bed days\n118,610\n115,190\n109,916\nNI14 Readmissions\nin 28 days\n104\nn/a\n114\n\nWords below.\n",
			"Indicator|2023/24|2024/25|Scotland\nNI13 Bed days|118,610|115,190|109,916\nNI14 Readmissions in 28 days|104|n/a|114"},
		"rows with fewer figures":     {"Indicator\n2023/24\n2024/25\nBed days\n118,610\n115,190\nReadmissions\n104\nFalls\n22.9\n23.6\n", ""},
		"rows without years above":    {"Service\nBudget\nActual\nCare homes\n12\n13\nEquipment\n14\n15\n", ""},
		"more names than rows":        {blank("Falls\nBed days\nReadmissions\nDelays", "2023/24", "2024/25", "1", "2", "3", "4"), ""},
		"fewer figures than cells":    {blank("Measure\nFalls\nBed days", "2023/24", "2024/25", "1", "2", "3"), ""},
		"no heads":                    {blank("Measure\nFalls\nBed days", "1", "2", "3", "4"), ""},
		"a sentence above figures":    {blank("We made it.", "We met.", "We went.", "Falls\nBed days", "1", "2", "3", "4"), ""},
		"columns of unlike lengths":   {blank("Service", "Budget", "Actual", "Care homes\nDay services", "12\n13", "14", "15"), ""},
		"figures with words of tiles": {blank("Falls", "12", "Bed days", "13", "Delays", "14"), ""},
	} {
		rest, tables, _ := withoutCellBlocks(tc.page)
		var lines []string
		for _, table := range tables {
			for _, row := range table.Rows {
				var cells []string
				for _, c := range row {
					cells = append(cells, c.Text)
					if first, _, _ := strings.Cut(c.Text, " "); !strings.HasPrefix(tc.page[c.At:], first) && row[0].Text != table.Rows[0][0].Text {
						t.Errorf("%s: %q isn't at byte %d", name, c.Text, c.At)
					}
				}
				lines = append(lines, strings.Join(cells, "|"))
			}
		}
		if got := strings.Join(lines, "\n"); got != tc.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, tc.want)
		}
		if len(rest) != len(tc.page) || (tc.want == "") != (rest == tc.page) {
			t.Errorf("%s: %q is left of the text", name, rest)
		}
	}
}
