package workbook

import (
	"strings"
	"testing"

	"apr/indicators"
)

// What people do to a workbook: each case says what apr answers for NI12 in
// 2025/26.
func TestWorkbooksAsTheyCome(t *testing.T) {
	const heads = "Year,Time Period,Partnership,Indicator,Numerator,Denominator,Rate\n"
	for name, c := range map[string]struct {
		file, text string
		status     indicators.Status
		value      float64
		note       string // part of a note
		unreadable string
	}{
		"a blank before the number":           {"w.csv", heads + "2025,Annual,Fife,NI12,,, 11554\n", indicators.HasValue, 11554, "", ""},
		"a space between thousands":           {"w.csv", heads + "2025,Annual,Fife,NI12,,,11 554\n", indicators.Missing, 0, "", `holds "11 554", which is not a number`},
		"a no-break space":                    {"w.csv", heads + "2025,Annual,Fife,NI12,,,11\u00a0554\n", indicators.Missing, 0, "", `which is not a number`},
		"an apostrophe":                       {"w.csv", heads + "2025,Annual,Fife,NI12,,,11'554\n", indicators.Missing, 0, "", `holds "11'554", which is not a number`},
		"a decimal comma with a point":        {"w.csv", heads + "2025,Annual,Fife,NI12,,,\"11.554,73\"\n", indicators.Missing, 0, "", `holds "11.554,73", which is not a number`},
		"a question mark":                     {"w.csv", heads + "2025,Annual,Fife,NI12,,,?\n2025/26,Annual,Fife,NI12,,,11000\n", indicators.Missing, 0, "", `holds "?", which is not a number`},
		"a number with a question mark":       {"w.csv", heads + "2025,Annual,Fife,NI12,,,11554?\n2025/26,Annual,Fife,NI12,,,11000\n", indicators.Missing, 0, "", `holds "11554?", which is not a number`},
		"see note":                            {"w.csv", heads + "2025,Annual,Fife,NI12,,,see note\n2025/26,Annual,Fife,NI12,,,11000\n", indicators.Missing, 0, "", `holds "see note", which is not a number`},
		"to follow":                           {"w.csv", heads + "2025,Annual,Fife,NI12,,,TBC\n2025/26,Annual,Fife,NI12,,,11000\n", indicators.HasValue, 11000, `has the mark "TBC" in place of a value`, ""},
		"a provisional mark":                  {"w.csv", heads + "2025,Annual,Fife,NI12,,,11554p\n", indicators.HasValue, 11554, "", ""},
		"a formula's error":                   {"w.csv", heads + "2025,Annual,Fife,NI12,,,#DIV/0!\n2025/26,Annual,Fife,NI12,,,11000\n", indicators.Missing, 0, "", "holds the error #DIV/0!"},
		"####":                                {"w.csv", heads + "2025,Annual,Fife,NI12,,,#####\n2025/26,Annual,Fife,NI12,,,11000\n", indicators.Missing, 0, "", "holds the error #####"},
		"the same row twice, once broken":     {"w.csv", heads + "2025,Annual,Fife,NI12,,,\"11554,73\"\n2025,Annual,Fife,NI12,,,11554.73\n", indicators.HasValue, 11554.73, "two different values", ""},
		"twice broken":                        {"w.csv", heads + "2025,Annual,Fife,NI12,,,\n2025,Annual,Fife,NI12,,,\"11554,73\"\n2025/26,Annual,Fife,NI12,,,11000\n", indicators.Missing, 0, "", `holds "11554,73", which is not a number`},
		"a percentage of admissions":          {"w.csv", heads + "2025,Annual,Fife,NI12,,,1155473%\n", indicators.HasValue, 1155473, "", ""},
		"a name with the month, values older": {"MI_Jul2026.csv", heads + "2024,Annual,Fife,NI12,,,11000\n", indicators.Missing, 0, "although the release of July 2026 ought to have it", ""},
		"a name with an earlier month":        {"MI_May2026.csv", heads + "2024,Annual,Fife,NI12,,,11000\n", indicators.NotPublished, 0, "Not yet published in the release of May 2026", ""},
		"a fix of the release":                {"MI_July2026_ni_18_fix.csv", heads + "2024,Annual,Fife,NI12,,,11000\n", indicators.Missing, 0, "ought to have it", ""},
		"quarters alone of the year":          {"w.csv", heads + "2024/25,Annual,Fife,NI12,,,11000\n2025/26,Q1,Fife,NI12,,,2700\n", indicators.NotPublished, 0, "Not yet published in this release", ""},
		"Scotland alone has it":               {"w.csv", heads + "2024/25,Annual,Fife,NI12,,,11000\n2025,Annual,Scotland,NI12,,,11500\n", indicators.Missing, 0, "has no row for this area and year", ""},
	} {
		fsys := csvFS(c.text)
		if c.file != "w.csv" {
			fsys[c.file] = fsys["w.csv"]
			delete(fsys, "w.csv")
		}
		p := tableOf(t, readAll(t, fsys), indicators.TableOptions{Area: "Fife", Year: 2025}).ByID("NI12").At(2025)
		got := 0.0
		if p.Value != nil {
			got = *p.Value
		}
		if p.Status != c.status || got != c.value || !strings.Contains(strings.Join(p.Notes, " "), c.note) || !strings.Contains(p.Unreadable, c.unreadable) || c.unreadable == "" && p.Unreadable != "" {
			t.Errorf("%s: %s, %v, %q, notes %q; want %s, %v, %q, %q", name, p.Status, got, p.Unreadable, p.Notes, c.status, c.value, c.unreadable, c.note)
		}
	}
}
