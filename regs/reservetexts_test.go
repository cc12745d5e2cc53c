package regs

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"apr/internal/rounds"
)

// reserveFindings are a rule's findings with reserves and a text on money. The base
// project is of 2018/19 and was overspent.
func reserveFindings(t *testing.T, rule, reserves, key, text string) string {
	t.Helper()
	changes := "-- change/edit/apr.yaml --\nfinance:\n=>\nfinance:\n  reserves:\n" + reserves +
		"-- change/edit/narrative/regulation-4.yaml --\nintroduction: Money came from two partners.\n=>\nintroduction: Money came from two partners.\n" + key + ": " + text + "\n"
	var got []string
	for _, f := range findingsOf(projectOf(t, archive(t, "testdata/base.txtar"), txtar.Parse([]byte(changes)), "change"), rule) {
		got = append(got, f.Message)
	}
	return strings.Join(got, "\n")
}

// A text gives the balances of reserves as the table has them.
func TestReserveBalancesInTexts(t *testing.T) {
	const two = "    - {name: General reserve, opening: \"410.00\", transfers_out: \"164.22\", closing: \"245.78\"}\n" +
		"    - {name: Earmarked reserves, opening: \"100.00\", transfers_in: \"20.00\", closing: \"120.00\"}\n"
	for text, want := range rounds.FewOf(t, map[string]string{
		"The general reserve was £410 at 31 March 2019. It was £246 a year before.": `the text says that General reserve held £410 at the end of the year; apr.yaml has £245.78, and £410.00 at its beginning: the two seem to be exchanged` + "\n" +
			`the text says that General reserve held £246 at the beginning of the year; apr.yaml has £410.00, and £245.78 at its end: the two seem to be exchanged`,
		"On 31 March 2019 our general reserve stood at £300.":         "General reserve held £300 at the end of the year; apr.yaml has £245.78",
		"We held £512 in the general reserve at the end of the year.": "General reserve held £512 at the end of the year",
		"The general reserve fell from £380 to £246.":                 "General reserve held £380 at the beginning of the year",
		"Earmarked reserves rose from £120 to £100 in the year.":      "Earmarked reserves held £120 at the beginning of the year",
		"At 1 April 2018 the earmarked reserves came to £150.":        "Earmarked reserves held £150 at the beginning of the year",
		"Our reserves were £510 at the end of 2018/19.":               "all reserves held £510 at the end of the year; apr.yaml has £365.78, and £510.00 at its beginning",
		"The general reserve closed the year at £410.":                "General reserve held £410 at the end of the year",

		"The general reserve was £246 at 31 March 2019. It was £410 a year before.": "",
		"On 31 March 2019 our general reserve stood at £245.78.":                    "",
		"The general reserve fell from £410 to £246.":                               "",
		"We held about £250 in the general reserve at the end of the year.":         "",
		"Our reserves were £366 at the end of 2018/19.":                             "",
		"The general reserve will be £300 at 31 March 2020.":                        "",
		"The general reserve should be £300 at the end of the year, by our policy.": "",
		"At 31 March 2017 the general reserve was £380.":                            "",
		"The council's general reserve was £900 at 31 March 2019.":                  "",
		"We took £164 from the general reserve.":                                    "",
		"The winter reserve was £40 at 31 March 2019.":                              "",
		"£50 of the general reserve was committed at 31 March 2019.":                "",
		"The general reserve was £246 at 31 March 2019. It was set up in 2010.":     "",
		"The general reserve wasn't £300 at 31 March 2019.":                         "",
	}) {
		if got := reserveFindings(t, "R0-reserves", two, "outlook", text); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// What wasn't underspent can't have gone to reserves.
func TestUnderspendThatWentToReserves(t *testing.T) {
	const one = "    - {name: General reserve, opening: \"410.00\", closing: \"410.00\"}\n"
	for text, want := range rounds.FewOf(t, map[string]string{
		"The underspend went to reserves.":                   `the text says "The underspend went to reserves"`,
		"Our underspend was added to the general reserve.":   "Our underspend was added to the general reserve",
		"We put the year's underspend into reserves.":        "the year's underspend into reserves",
		"The overall underspend of £20 is held in reserves.": "The overall underspend of £20 is held in reserves",
		"The surplus was carried into our reserves.":         "The surplus was carried into our reserves",

		"The overspend was met from reserves.":                                     "",
		"The underspend of social work went to reserves.":                          "",
		"Social work was underspent. The underspend went to reserves.":             "",
		"Last year's underspend went to reserves.":                                 "",
		"An underspend would have gone to reserves.":                               "",
		"There was no underspend, and nothing went to reserves.":                   "",
		"The underspend of 2017/18 went to reserves.":                              "",
		"If there is an underspend next year, the underspend will go to reserves.": "",
		"We keep reserves for winter.":                                             "",
	}) {
		if got := reserveFindings(t, "R0-reserves", one, "outlook", text); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// The base project was overspent: no overspend is added to reserves, and no reserve grew that
// paid for one.
func TestOverspendThatWentToReserves(t *testing.T) {
	const one = "    - {name: Kept, opening: \"410.00\", closing: \"410.00\"}\n"
	for text, want := range rounds.FewOf(t, map[string]string{
		"The year ended with {{ variance \"total\" }}. It was added to reserves.":                                       `the text says "It was added to reserves" of the year's variance; the account shows an overspend of`,
		"The year ended with {{ variance \"total\" }}, added to the general reserve.":                                   "of the year's variance",
		"We put {{ variance \"total\" }} into our **reserves**.":                                                        "of the year's variance",
		"We took {{ variance \"total\" }} out of our **reserves**.":                                                     "",
		"We spent more than we had, and kept the rest in reserves.":                                                     "kept the rest in reserves",
		"There was an overspend, which was put into the general reserve.":                                               "of the year's variance",
		"We spent more than we had. The rest was carried to reserves.":                                                  "The rest was carried to reserves",
		"The overspend was met from reserves. The general reserve was £6.9m at the start of the year and is £9.4m now.": "a reserve grew from £6.9m to £9.4m",
		"The overspend was met from reserves. The general reserve was £6.9m at the start of the year and is £4.1m now.": "",
		"The general reserve was £6.9m at the start of the year and is £9.4m now.":                                      "",
		"The year ended with {{ variance \"total\" }}. It was paid from reserves.":                                      "",
		"The year ended with an overspend. A grant of £2 was unspent and it was added to reserves.":                     "",
		"The year ended with an overspend. No part of it was added to reserves.":                                        "",
		"An underspend of £3 in nursing was kept. It was added to reserves.":                                            "",
		"The overspend is a warning. What the council's sale of a hall brought was added to reserves.":                  "",
		"We spent more than we had.\n\n  The board plans. It was added to reserves in 2014/15.":                         "",
	}) {
		if got := reserveFindings(t, "R0-reserves", one, "outlook", "|\n  "+text); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// The base project was overspent: reasons that say that less was spent are another year's.
func TestReasonsOfAnUnderspend(t *testing.T) {
	for text, want := range map[string]string{
		"Posts in nursing stayed empty. The underspend went to reserves.":         `"The underspend went"`,
		"We spent less than we had because posts in social work stayed empty.":    `"We spent less than we had because"`,
		"The board spent less than it was given, since posts were empty.":         `"board spent less than it was given,"`,
		"Posts were hard to fill. The underspend has been moved to next year.":    `"The underspend has been moved"`,
		"The surplus was added to reserves.":                                      `"The surplus was"`,
		"We spent less than we had on social work, and more on medicines.":        "",
		"We spent less than we had because posts were empty until the overspend.": "",
		"The board spent more than it was given, since prices rose.":              "",
		"Medicines cost more. The underspends of other services were too small.":  "",
		"We had less than we needed.":                                             "",
		"We spent more than we had because medicines cost more.":                  "",
	} {
		changes := "-- change/edit/narrative/regulation-4.yaml --\nvariance_reasons: Agency nursing cost more than planned.\n=>\nvariance_reasons: |\n  " + text + "\n"
		got := ""
		for _, f := range findingsOf(projectOf(t, archive(t, "testdata/base.txtar"), txtar.Parse([]byte(changes)), "change"), "R4-1c-direction") {
			got += f.Message
		}
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
