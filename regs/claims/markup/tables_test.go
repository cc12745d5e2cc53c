package markup

import (
	"fmt"
	"strings"
	"testing"
)

// Tables of text, as programs lay them out: the figures of each row stand under the heads that they belong to, or
// aren't given.
func TestFindTables(t *testing.T) {
	for _, tc := range []struct{ name, page, want string }{
		{"names over several lines", `
Table 5: Scotland's values
 Indicator                                 2020/21 2021/22 2022/23
 NI12 Emergency admissions (per             11,877 11,658 11,848
 100,000)
 NI13 Emergency bed days (per 100,000) 110,682 108,635 110,045
 NI18 Adults with intensive needs cared     66.8%   66.4%   66.4%
 for at home
`, `Table 5: Scotland's values
Indicator|2020/21|2021/22|2022/23
NI12 Emergency admissions (per 100,000)|11,877|11,658|11,848
NI13 Emergency bed days (per 100,000)|110,682|108,635|110,045
NI18 Adults with intensive needs cared for at home|66.8%|66.4%|66.4%`},
		{"heads over two lines, and a place over two columns", `
Table 4                                                    Carrickmoor                  Scotland
                                                    Previous        Latest               Latest

NI1   Look after health very/quite well                91.0%         91.3%                91.2%
NI2   Supported to live independently                  70.4%         72.9%                64.5%
NI13  Emergency bed days (per 100,000)             115,190       112,030              109,916
`, `
Table 4|Carrickmoor Previous|Carrickmoor Latest|Scotland Latest
NI1 Look after health very/quite well|91.0%|91.3%|91.2%
NI2 Supported to live independently|70.4%|72.9%|64.5%
NI13 Emergency bed days (per 100,000)|115,190|112,030|109,916`},
		{"cells that are missing, under heads that say where", `
Matter                     Planned       Spent      Variance
Hospital inpatients         42,915      44,234        −1,320
Other health care                      116,374
Care homes                  29,330      29,815          −485
Unpaid carers          3,000         2,908               +92
`, `
Matter|Planned|Spent|Variance
Hospital inpatients|42,915|44,234|−1,320
Other health care||116,374|
Care homes|29,330|29,815|−485
Unpaid carers|3,000|2,908|+92`},
		{"two of the same year, of two places", `
                               Here                 There
                          2024/25  2025/26    2024/25  2025/26
Falls                        23.6     24.1       24.5     24.2
Readmissions                  106      107        112      114
`, `
|Here 2024/25|Here 2025/26|There 2024/25|There 2025/26`},
		{"names around their figures", `
 Indicator                   2020/21    2021/22
 NI11 Premature
 mortality rate per              452         447
 100,000 people
 NI14 Readmissions                98         100
 NI15 Last six
 months of life at
                               89.9%      90.2%
 home or in a
 community setting
`, `
Indicator|2020/21|2021/22
NI11 Premature mortality rate per 100,000 people|452|447
NI14 Readmissions|98|100
NI15 Last six months of life at home or in a community setting|89.9%|90.2%`},
		{"names above their figures or below: not sure", `
 Indicator                   2020/21    2021/22
 Premature mortality             452         447
 Readmissions
 Falls                            98         100
 Delays
`, `
Indicator|2020/21|2021/22
|452|447
|98|100`},
		{"marks of notes", `
Indicator                2024/25    2025/26
Admissions                11,398     11,152*
Bed days                 115,190    112,030[8]
Readmissions [2]             106        107 [8]
`, `
Indicator|2024/25|2025/26
Admissions|11,398|11,152
Bed days|115,190|112,030
Readmissions|106|107`},
		{"no heads", `
Hospital inpatients                     44.2
Other health care                                      116.4
Care homes                          29.8
`, ""},
		{"a figure, not a table", `
12,000                               11,898
                        11,601                    11,703
11,500                                                         11,398
11,000      10,905
            2020/21     2021/22      2022/23      2023/24      2024/25
`, ""},
		{"prose with figures in two columns", `
The number of falls rose to 24.1 and          admissions fell to 11,152
per 1,000 people in the year 2025/26          that is the lowest for years
and it was 23.6 in the year before            since 2021/22 it was 11,601
`, ""},
	} {
		rest, tables, _ := withoutTables(tc.page)
		if len(rest) != len(tc.page) {
			t.Errorf("%s: %d bytes, want %d", tc.name, len(rest), len(tc.page))
		}
		var got strings.Builder
		for _, table := range tables {
			fmt.Fprintln(&got, table.Around)
			for _, row := range table.Rows {
				for i, c := range row {
					if i > 0 {
						got.WriteByte('|')
					}
					got.WriteString(c.Text)
				}
				got.WriteByte('\n')
			}
		}
		if got := strings.TrimSuffix(got.String(), "\n"); got != tc.want && (len(tables) > 0 || tc.want != "") && !strings.HasPrefix(got, tc.want+"\n") {
			t.Errorf("%s:\n got %s\nwant %s", tc.name, got, tc.want)
		}
	}
}
