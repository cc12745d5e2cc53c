package impossible

import "testing"

const commitments = `Table: Commitments

| Priority | Commitments | Met | In part | Not met |
|---|---:|---:|---:|---:|
| Start early | 6 | 3 | 2 | 1 |
| Home first | 8 | HOME | 1 | 1 |
| Fair chances | 5 | 3 | 2 | 0 |
| **Total** | 19 | TOTAL | 5 | 2 |
`

func TestTablesThatDontAddUp(t *testing.T) {
	with := func(home, total string) string {
		return replaced(commitments, "HOME", home, "TOTAL", total)
	}
	hold(t, map[string]string{
		with("6", "12"): "",
		with("9", "12"): `the row "Home first" has 8 under "Commitments", and its other cells come to 11`,
		with("5", "12"): `the row "Home first" has 8 under "Commitments", and its other cells come to 7`,
		"| Team | Nurses | Carers | All |\n|---|---|---|---|\n| North | 4 | 9 | 13 |\n| South | 6 | 11 | 17 |\n| Coast | 3 | 5 | 7 |\n":                            `the row "Coast" has 7 under "All", and its other cells come to 8`,
		"| Place | Visits | Calls |\n|---|---|---|\n| North | 410 | 36 |\n| South | 622 | 41 |\n| Total | 1,032 | 87 |\n":                                          "",
		"| Place | Visits | Calls |\n|---|---|---|\n| North | 410 | 36 |\n| South | 622 | 41 |\n| Total | 1,032 | 77 |\n":                                          "",
		"| Body | Recommendations | Complete |\n|---|---|---|\n| A | 3 | 2 |\n| B | 2 | 3 |\n| C | 4 | 4 |\n":                                                      `the row "B" has 3 under "Complete", which is more than the 2 under "Recommendations"`,
		"| Body | Referred | Seen |\n|---|---|---|\n| A | 30 | 20 |\n| B | 20 | 30 |\n| C | 40 | 40 |\n":                                                           "",
		"| Service | Spend | Staff | Visits |\n|---|---|---|---|\n| A | £3m | 20 | 14 |\n| B | £2m | 30 | 10 |\n| C | £4m | 40 | 31 |\n":                           "",
		"| Locality | People | 65 or over | Practices |\n|---|---|---|---|\n| A | 52,300 | 24% | 7 |\n| B | 38,100 | 27% | 5 |\n| C | 28,000 | 33% | 4 |\n":        "",
		"| Service | Care | Health | Total |\n|---|---|---|---|\n| A | £1.3m | £2.4m | £3.7m |\n| B | £2.1m | £2.2m | £4.4m |\n| C | £4.0m | £1.1m | £5.1m |\n":    "",
		"| Service | Care | Health | Total |\n|---|---|---|---|\n| A | £1.3m | £2.4m | £3.7m |\n| B | £2.1m | £2.2m | £3.4m |\n| C | £4.0m | £1.1m | £5.1m |\n":    `the row "B" has £3.4m under "Total", and its other cells come to 4.3`,
		"| Who | 2024 | 2025 | 2026 |\n|---|---|---|---|\n| A | 2 | 3 | 5 |\n| B | 4 | 5 | 9 |\n| C | 7 | 7 | 8 |\n| D | 3 | 4 | 9 |\n":                            "",
		"| Team | Men | Women | All |\n|---|---|---|---|\n| North | 4 | 9 | 13 |\n| South | 6 | 11 | 18 |\n| Coast | 3 | 5 | 9 |\n":                                "", // one says otherwise, or not
		"| Place | Visits | People |\n|---|---|---|\n| North | 410 | 136 |\n| South | 622 | 141 |\n| Total | 1,032 | 251 |\n\nSome people were visited in both.\n": "",
		"| Locality | 75 or over | Practices | Chemists |\n|---|---|---|---|\n| A | 5,200 | 7 | 9 |\n| B | 3,800 | 5 | 5 |\n| Total | 9,000 | 12 | 14 |\n":         "",
		"| Group | Members | Meetings | Visitors |\n|---|--:|--:|--:|\n| North | 14 | 5 | 9 |\n| South | 17 | 6 | 11 |\n| Young | 12 | 4 | 40 |\n":                 "",
		"| Team | Posts | Vacant |\n|---|--:|--:|\n| North | 41 | 5 |\n| South | 57 | 9 |\n| All teams | 98 | 41 |\n":                                              `the total under "Vacant" is 41, and the rows above it come to 14`,
		"| Team | Posts | Vacant |\n|---|--:|--:|\n| North | 41 | 5 |\n| South | 57 | 9 |\n| All teams | 98 | 14 |\n":                                              "",
		"| Team | Visits | People |\n|---|--:|--:|\n| North | 41 | 15 |\n| South | 57 | 19 |\n| All teams | 98 | 31 |\n":                                           "",
		"| A | B |\n|---|---|\n| only | words |\n| and | more |\n| of | them |\n":                                                                                  "",
	})
}
