package tables

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
	"apr/regs/claims/facts/factstest"
	"apr/regs/claims/language"
	"apr/regs/claims/markup"
	"apr/regs/sentence"
)

// readerOf reads tables that are held against facts.
func readerOf(f *facts.Facts) *Reader {
	return NewReader(f, language.NewLexicon(language.NewDictionary(f)))
}

// claimsOf are what the tables of a text say.
func claimsOf(f *facts.Facts, text string) (all []*claim.Claim) {
	p := sentence.NewPassage("t.md", yamlpos.NewText(text, source.Position{File: "t.md", Line: 1, Column: 1}))
	for _, t := range In(text) {
		all = append(all, readerOf(f).Claims(p, t)...)
	}
	return all
}

// TestSums has a row of totals held against the rows above it.
func TestSums(t *testing.T) {
	f := &facts.Facts{Year: 2025}
	for table, want := range map[string]string{
		"| Head | Number |\n|---|---:|\n| One | 12 |\n| Two | 30 |\n| Total | 42 |":                                                                  "right",
		"| Head | Number |\n|---|---:|\n| One | 12 |\n| Two | 30 |\n| **Total** | **44** |":                                                          `the table's column "Number" adds up to 42; its row "Total" has 44`,
		"| Head | Spent |\n|---|---:|\n| One | £1.2m |\n| Two | £3.0m |\n| Total | £4.3m |":                                                          "right", // as they are rounded
		"| Head | Spent |\n|---|---:|\n| One | £1.2m |\n| Two | £3.0m |\n| Total | £4.8m |":                                                          `the table's column "Spent" adds up to £4.2m; its row "Total" has £4.8m`,
		"| Head | Spent |\n|---|---:|\n| One | £120 |\n| Two | £300 |\n| Total | £460 |":                                                             `the table's column "Spent" adds up to £420; its row "Total" has £460`,
		"| Head | Number |\n|---|---:|\n| One | 12 |\n| Two | 30 |\n| Both | 42 |\n| Total | 42 |":                                                   "", // with a sum among its rows
		"| Head | Share |\n|---|---:|\n| One | 12% |\n| Two | 30% |\n| Total | 44% |":                                                                "",
		"| Head | Number |\n|---|---:|\n| One | 12 |\n| Two | many |\n| Total | 44 |":                                                                "",
		"| Head | Number |\n|---|---:|\n| One | 12 |\n| Two | 30 |\n| Three | 44 |":                                                                  "",
		"| Head | A | B |\n|---|---|---|\n| One | 12 | 3 |\n| Two | 30 | 4 |\n| Subtotal X | 42 | 8 |\n| Three | 5 | 1 |":                            `the table's column "B" adds up to 7; its row "Subtotal X" has 8`,
		"| Head | A | B |\n|---|---|---|\n| One | 12 | 3 |\n| Two | 30 | 4 |\n| Subtotal X | 40 | 8 |\n| Three | 5 | 1 |":                            "", // none of its columns adds up
		"| Head | A | B |\n|---|---|---|\n| One | 12 | (3) |\n| Two | 30 | 4 |\n| Subtotal X | 42 | (1) |\n| Three | 5 | 1 |":                        `the table's column "B" adds up to 1; its row "Subtotal X" has (1)`,
		"| Head | A |\n|---|---|\n| One | 12 |\n| Two | 30 |\n| Subtotal X | 42 |\n| Three | 5 |\n| Four | 6 |\n| Subtotal Y | 11 |\n| Total | 53 |": "right",
		"| Head | A |\n|---|---|\n| One | 12 |\n| Two | 30 |\n| Subtotal X | 42 |\n| Three | 5 |\n| Four | 6 |\n| Subtotal Y | 11 |\n| Total | 54 |": `the table's column "A" adds up to 53; its row "Total" has 54`,
		// A row that adds up is one of subtotals by any name, and the total is that of those.
		"| Head | A | B |\n|---|---|---|\n| One | 1,200 | 3 |\n| Two | 3,055 | 4 |\n| The board | 4,255 | 8 |\n| Three | 5 | 1 |":                               `the table's column "B" adds up to 7; its row "The board" has 8`,
		"| Head | A | B |\n|---|---|---|\n| One | 1,200 | 30 |\n| Two | 3,055 | 40 |\n| The board | 4,255 | 80 |\n| Three | 500 | 10 |\n| Total | 4,755 | 80 |": "right", // of the rows that aren't sums
		"| Head | A |\n|---|---|\n| One | 12 |\n| Two | 30 |\n| of which new | 4 |\n| Total | 42 |":                                                             "",
		"Spent in £m\n\n| Head | Of it |\n|---|---:|\n| One | 12 |\n| Two | 30 |\n| Total | 43 |":                                                               "right", // as they are rounded
	} {
		got := ""
		for _, c := range claimsOf(f, table) {
			if got = "right"; c.Verdict == claim.Contradicted {
				got = c.Message
			}
		}
		if got != want {
			t.Errorf("%s\n%q, want %q", table, got, want)
		}
	}
}

// TestPlacesTotal has the row of the authority held against those of its localities, where they are parts of it.
func TestPlacesTotal(t *testing.T) {
	f := &facts.Facts{Year: 2025, Areas: []facts.AreaName{{Area: "locality:North", Name: "North"}, {Area: "locality:South", Name: "South"}, {Area: facts.Own, Name: "Moor"}}}
	const table = "| Locality | People | N |\n|---|---|---|\n| North | 1,000 | 7 |\n| South | 2,000 | 5 |\n| Moor | 3,000 | "
	for total, want := range map[string]string{
		"12": "right", "11.5": `the table's column "N" adds up to 12; its row "Moor" has 11.5`,
		"13": "", // one is in no locality
		"6":  "", // an average
		"9":  "", // another figure
	} {
		got := ""
		for _, c := range claimsOf(f, table+total+" |") {
			if strings.HasSuffix(c.Text, " "+total) {
				if got = "right"; c.Verdict == claim.Contradicted {
					got = c.Message
				}
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", total, got, want)
		}
	}
}

// TestDocuments has cells of tables that are laid out as lines of text be right, as many as these at least.
func TestDocuments(t *testing.T) {
	r := readerOf(factstest.Of(t, "../../../examples/carrickmoor"))
	for file, want := range map[string]int{"layout.txt": 17, "tables-layout.txt": 196, "tables-web.txt": 102} {
		content, err := os.ReadFile(filepath.Join("../testdata/documents", file))
		if err != nil {
			t.Fatal(err)
		}
		cells, passage := 0, sentence.NewPassage(file, yamlpos.NewText(string(content), source.Position{File: file, Line: 1, Column: 1}))
		for _, text := range markup.ReadAll(file, string(content)) {
			for _, table := range LaidOut(text.Tables) {
				one := reading{Reader: r, passage: passage}
				heads := make([]string, len(table.Rows[0]))
				for i, cell := range table.Rows[0] {
					heads[i] = headWords(cell.Text)
				}
				all := one.cells(heads, table.Rows[2:], headWords(table.Around+" "+table.Rows[0][0].Text))
				for i := range all {
					if right, _ := one.cellRight(&all[i], all[i].years); right {
						cells++
					}
				}
			}
		}
		if cells < want {
			t.Errorf("%s: %d cells are right, want %d", file, cells, want)
		}
	}
}

// A cell that its heads say what it is of, and that is another figure than the data's, is found
// where its neighbours are right.
func TestCells(t *testing.T) {
	f := factstest.Of(t, "../../../examples/carrickmoor")
	for table, want := range map[string]string{
		"| Place | Population |\n|---|---:|\n| Strathmoor | 53,200 |\n| Glenside | 38,100 |":                             "53,200 for Strathmoor, population; apr.yaml has 52,300",
		"| Place | Population |\n|---|---:|\n| Strathmoor | 52,300 |\n| Glenside | 38,100 |":                             "",
		"| Place | Households |\n|---|---:|\n| Strathmoor | 23,200 |\n| Glenside | 18,100 |":                             "",
		"| Measure | 2024 | 2025 | 2026 |\n|---|---|---|---|\n| Sickness absence in the year | 7.4% | 5.7% | 7.2% |":     "5.7% for sickness absence in the year (CM07); the data have 7.5% in 2024/25",
		"| Measure | 2023/24 | 2024/25 | 2025/26 |\n|---|---|---|---|\n| CM07 | 7.4% | 7.5% | 7.9% |":                    "7.9% for sickness absence in the year (CM07); the data have 7.2% in 2025/26",
		"| Measure | 2024 | 2025 | 2026 |\n|---|---|---|---|\n| Sickness absence in the year | 7.4% | 7.5% | 7.2% |":     "",
		"| Measure | 2024 | 2025 | 2026 |\n|---|---|---|---|\n| Sickness absence of nurses | 8.4% | 8.5% | 8.2% |":       "",
		"| Measure | 2024 | 2025 | 2026 |\n|---|---|---|---|\n| Vacancies, share of posts | 9.8% | 9.1% | 6.8% |":        "6.8% for posts that are vacant at 31 March (CM09); the data have 8.6% in 2025/26",
		"| Measure | 2024 | 2025 | 2026 |\n|---|---|---|---|\n| Vacancies, share of posts | 9.8% | 9.1% | 8.6% |":        "",
		"| Measure | 2023/24 | 2025/26 | Scotland |\n|---|---|---|---|\n| Had a say in care | 55.3% | 61.6% | 59.4% |":   "61.6% for had a say in care and support (NI3); the data have 66.1% in 2025/26",
		"| Measure | 2023/24 | 2025/26 | Scotland |\n|---|---|---|---|\n| Had a say in moving | 55.3% | 61.6% | 59.4% |": "", // with a word that its title doesn't have
		"| Measure | 2023/24 | 2025/26 | Scotland |\n|---|---|---|---|\n| Had a say | 55.3% | 66.1% | 59.4% |":           "",
		"| Measure | 2023/24 | 2025/26 | Moray |\n|---|---|---|---|\n| Had a say in care | 55.3% | 61.6% | 59.4% |":      "", // of another place
		"| Measure | 2024 | 2025 | 2026 |\n|---|---|---|---|\n| Vacancies on the wards | 19.0% | 9.1% | 14.0% |":         "",
		"| Measure | 2024 | 2025 | 2026 |\n|---|---|---|---|\n| Sick leave | 9.8% | 9.1% | 6.8% |":                       "",
		"| Measure | 2024/25 | 2025/26 |\n|---|---|---|\n| Emergency admissions | 12% | 14% |":                           "",
		"| Service | Spent |\n|---|---:|\n| GP prescribing | £29.4m |\n| Care at home | £20.0m |":                        "£29.4m for GP prescribing; the account has £24.9m",
		"| Service | Spend (£m) |\n|---|---:|\n| GP prescribing | 24.9 |\n| Care at home | 22.6 |":                       "22.6 for Care at home; the account has £20.0m",
		"| Service | Saved |\n|---|---:|\n| GP prescribing | £1.4m |\n| Care at home | £0.2m |":                          "",
		"| Service | Spent |\n|---|---:|\n| GP prescribing | £1.4m |\n| Care at home | £0.2m |":                          "",
		// A column of pounds is of what was spent where the words next to the table say so, and nothing else.
		"What we spent\n\n| What | Million pounds |\n|---|---:|\n| GP prescribing | £29.4m |\n| Care at home | £20.0m |":                  "£29.4m for GP prescribing; the account has £24.9m",
		"What we spent\n\n| What | Million pounds |\n|---|---:|\n| GP prescribing | £24.9m |\n| Care at home | £20.0m |":                  "",
		"What we saved\n\n| What | Million pounds |\n|---|---:|\n| GP prescribing | £1.4m |\n| Care at home | £20.0m |":                   "",
		"What we spent in 2024/25\n\n| What | Million pounds |\n|---|---:|\n| GP prescribing | £24.0m |\n| Care at home | £20.0m |":       "",
		"What we spent more than planned\n\n| What | Million pounds |\n|---|---:|\n| GP prescribing | £1.4m |\n| Care at home | £20.0m |": "",
		"What we spent\n\n| What | Households |\n|---|---:|\n| GP prescribing | £29.4m |\n| Care at home | £20.0m |":                      "",
		// The label of the row, or the words next to the table, say of which place it is.
		"**Table 5**: Scotland's values\n\n| Indicator | 2021/22 | 2022/23 | 2023/24 |\n|---|---|---|---|\n| NI14 | 113 | 113 | 114 |":             "",
		"**Table 5**: Scotland's values\n\n| Indicator | 2021/22 | 2022/23 | 2023/24 |\n|---|---|---|---|\n| NI14 | 113 | 131 | 114 |":             "131 for Scotland, readmissions within 28 days (NI14); the data have 113 in 2022/23",
		"| Indicator | 2021/22 | 2022/23 | 2023/24 |\n|---|---|---|---|\n| NI14 | 113 | 113 | 114 |\n\nTable 5: readmissions in Scotland":          "",
		"| NI14 | 2021/22 | 2022/23 | 2023/24 |\n|---|---|---|---|\n| NI14 Readmissions, Scotland | 113 | 113 | 114 |\n| NI14 | 100 | 102 | 104 |": "",
		"We are compared with Scotland.\n\n| Indicator | 2021/22 | 2022/23 | 2023/24 |\n|---|---|---|---|\n| NI14 | 100 | 102 | 140 |":             "140 for readmissions within 28 days (NI14); the data have 104 in 2023/24",
		// A row of which hardly a cell is right is of something else.
		"| Indicator | 2021/22 | 2022/23 | 2023/24 |\n|---|---|---|---|\n| NI14 | 100 | 113 | 114 |": "",
		// A year may have two digits, and a place no year.
		"| Indicator | 21/22 | 22/23 | 23/24 | Scotland |\n|---|---|---|---|---|\n| NI14 | 100 | 102 | 104 | 114 |": "",
		"| Indicator | 21/22 | 22/23 | 23/24 | Scotland |\n|---|---|---|---|---|\n| NI14 | 100 | 102 | 104 | 113 |": "", // of an earlier year
		"| Indicator | 21/22 | 22/23 | 23/24 | Scotland |\n|---|---|---|---|---|\n| NI14 | 100 | 102 | 104 | 141 |": "141 for Scotland, readmissions within 28 days (NI14); the data have 114",
		"| Indicator | 21/22 | 22/23 | 23/24 |\n|---|---|---|---|\n| NI14 | 100 | 120 | 104 |":                      "120 for readmissions within 28 days (NI14); the data have 102 in 2022/23",
		"| Indicator | 21/23 | 22/24 | 23/25 |\n|---|---|---|---|\n| NI14 | 100 | 120 | 104 |":                      "",
		// Rows may be the localities.
		"| Locality | Waiting for care at home |\n|---|---|\n| Strathmoor | 31 |\n| Glenside | 32 |\n| Carrick Coast | 17 |\n| All Carrickmoor | 71 |":             "32 for Glenside, people waiting for care at home",
		"| Locality | Waiting for care at home |\n|---|---|\n| Strathmoor | 31 |\n| Glenside | 23 |\n| Carrick Coast | 17 |\n| All Carrickmoor | 71 |":             "",
		"| Locality | Waiting for care at home, 2024 |\n|---|---|\n| Strathmoor | 31 |\n| Glenside | 32 |\n| Carrick Coast | 17 |\n| All Carrickmoor | 71 |":       "",
		"| Locality | Waiting for care at home, March 2025 |\n|---|---|\n| Strathmoor | 31 |\n| Glenside | 32 |\n| Carrick Coast | 17 |\n| All Carrickmoor | 71 |": "",
		"| Locality | Visits of the library van |\n|---|---|\n| Strathmoor | 31 |\n| Glenside | 32 |\n| Carrick Coast | 17 |\n| All Carrickmoor | 71 |":            "",
		"| Locality | Waiting for a carer |\n|---|---|\n| Strathmoor | 12 |\n| Glenside | 32 |\n| Carrick Coast | 17 |\n| All Carrickmoor | 61 |":                  "",
		"| Locality | People |\n|---|---|\n| Strathmoor | 52,300 |\n| Glenside | 38,100 |\n| All Carrickmoor | 120,400 |":                                          "120,400 for population; apr.yaml has 118,400",
		// The head of a row may give the unit of a share.
		"| Measure | 2023/24 | 2024/25 | 2025/26 |\n|---|---|---|---|\n| CM07 Sickness absence (%) | 7.4 | 7.5 | 7.9 |":    "7.9 for sickness absence in the year (CM07); the data have 7.2% in 2025/26",
		"| Measure | 2023/24 | 2024/25 | 2025/26 |\n|---|---|---|---|\n| CM07 Sickness absence (days) | 7.4 | 7.5 | 7.9 |": "",
		// All services of a partner.
		"| Service | Budget £m | Spend £m |\n|---|---|---|\n| All Carrickmoor Council services | 88.89 | 91.82 |": "91.82 for Carrickmoor Council; the account has £89.8m",
		// Heads give the unit of amounts.
		"| Measure | 2023/24 | 2024/25 | 2025/26 |\n|---|---|---|---|\n| CM11 Savings (£ million) | 4.4 | 5.2 | 4.7 |": "",
		"| Measure | 2023/24 | 2024/25 | 2025/26 |\n|---|---|---|---|\n| CM11 Savings (£ million) | 4.4 | 5.2 | 7.4 |": "7.4 for savings made in the year (CM11); the data have £4.7m in 2025/26",
		"| Measure (£m) | 2023/24 | 2024/25 | 2025/26 |\n|---|---|---|---|\n| CM11 Savings | 4.4 | 5.2 | 7.4 |":        "7.4 for savings made in the year (CM11); the data have £4.7m in 2025/26",
		"| Measure | 2023/24 | 2024/25 | 2025/26 |\n|---|---|---|---|\n| CM11 Savings | 4.4 | 5.2 | 7.4 |":             "",
	} {
		var found []string
		for _, c := range claimsOf(f, "Some words.\n\n"+table+"\n") {
			if c.Verdict == claim.Contradicted {
				found = append(found, c.Message)
			}
		}
		if all := strings.Join(found, "\n"); want == "" && all != "" || !strings.Contains(all, want) {
			t.Errorf("%s\ngot %q, want %q", table, all, want)
		}
	}
}

// What a row has as over or under is what its plan and its spending leave, where that is so of others.
func TestVariances(t *testing.T) {
	const head = "| Service | Budget £m | Spend £m | Variance £m |\n|---|---|---|---|\n| One | 9.64 | 9.91 | (0.27) |\n| Two | 0.62 | 1.24 | (0.62) |\n| Three | 11.90 | 11.48 | 0.42 |\n| Four | 5.20 | 4.92 | 0.28 |\n"
	const unsigned = "| Service | Planned | Spent | Over or under |\n|---|---|---|---|\n| One | £9m | £10m | +£1m |\n| Two | £4m | £6m | +£2m |\n| Three | £8m | £7m | -£1m |\n| Four | £5m | £4m | −£1m |\n"
	const reserves = "| Service | Budget | Reserves | Spend | Variance |\n|---|---|---|---|---|\n| One | 100 | 0 | 90 | 10 |\n| Two | 80 | 0 | 70 | 10 |\n| Three | 60 | 0 | 65 | -5 |\n| Four | 50 | 0 | 45 | 5 |\n"
	for table, want := range map[string]string{
		head + "| Five | 12.40 | 12.61 | (0.21) |": "",
		head + "| Five | 12.40 | 12.61 | (0.22) |": "", // as they are rounded
		head + "| Five | 12.40 | 12.61 | n/a |":    "",
		head + "| Five | 12.40 | n/a | (0.51) |":   "",
		head + "| Five | 12.40 | 12.40 | 0 |":      "",
		head + "| Five | 12.40 | 12.61 | (0.51) |": "(0.51) for the variance; its plan of 12.40 and its spending of 12.61 make it (0.21)",
		head + "| Five | 12.40 | 12.61 | 0.21 |":   "0.21 for the variance; its plan of 12.40 and its spending of 12.61 make it −0.21",
		head + "| Five | 12.40 | 12.61 | (1.7%) |": "",
		unsigned + "| Five | £7m | £9m | £2m |":    "",
		unsigned + "| Five | £7m | £9m | £4m |":    "£4m for the variance; its plan of £7m and its spending of £9m make it £2m",
		reserves + "| Five | 40 | 20 | 55 | 5 |":   "", // with what was taken from reserves
		reserves + "| Five | 40 | 0 | 55 | 15 |":   "15 for the variance",
		"| Service | Budget | Spend | Variance |\n|---|---|---|---|\n| One | 10 | 9 | 4 |\n| Two | 8 | 7 | 5 |\n| Three | 6 | 5 | 1 |":                     "", // of something else
		"| Service | Budget | Spend | Change |\n|---|---|---|---|\n| One | 10 | 9 | 1 |\n| Two | 8 | 7 | 1 |\n| Three | 6 | 5 | 1 |\n| Four | 6 | 5 | 9 |": "",
	} {
		got := ""
		for _, c := range claimsOf(factstest.Of(t, "../../../examples/carrickmoor"), "Some words.\n\n"+table+"\n") {
			if c.Verdict == claim.Contradicted {
				got += c.Message
			}
		}
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s\n%q, want %q", table, got, want)
		}
	}
}
