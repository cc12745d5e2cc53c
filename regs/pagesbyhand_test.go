package regs

import (
	"strings"
	"testing"

	"apr/internal/rounds"
)

func TestPagesByHand(t *testing.T) {
	for text, want := range rounds.FewOf(t, map[string]string{
		"The figures come from ledgers, as the table on page 14 shows.":                       `"on page 14"`,
		"What it spent is added up from their ledgers, as the table on page 14 shows.":        `"on page 14"`,
		"The council has it in their report, on page 14.":                                     "",
		"The Care Inspectorate's report has its grades on page 6.":                            "",
		"- how it was done,\n  as is said on\n  page 12":                                      `"on page 12"`,
		"Turn to page 31 for the accounts.":                                                   `"to page 31"`,
		"The accounts have it on page 31.":                                                    "",
		"On page 14, the guidance says why.":                                                  "",
		"Falls rose again (see p. 3).":                                                        `"see p. 3"`,
		"How we chose them is said on pages 7 to 9.":                                          `"on pages 7 to 9"`,
		"The table overleaf has the rest.":                                                    `"overleaf"`,
		"The chart on the next page has the years.":                                           `"on the next page"`,
		"Page 5 of this report has the money.":                                                `"Page 5"`,
		"The Scottish Government's guidance says so on page 14.":                              "",
		"On page 14 of the strategic plan we promised it.":                                    "",
		"The leaflet has two pages instead of eleven.":                                        "",
		"The summary of four pages is built with it.":                                         "",
		"Aged 75 and over, 14 people came.":                                                   "",
		"We met at 5 p.m. on Monday.":                                                         "",
		"> It was on page 3 of everything.":                                                   "",
		"The last page says where to find it.":                                                "",
		"On stage 4 we stopped.":                                                              "",
		"The board's paper has it on page 3.":                                                 "",
		"As Audit Scotland wrote (Local government in Scotland, 2025, p. 14), it can't last.": "",
	}) {
		if got := foundInMoray(text, "R0-pasted"); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
