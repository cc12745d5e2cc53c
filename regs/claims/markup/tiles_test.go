package markup

import (
	"slices"
	"strings"
	"testing"
)

// Figures next to each other are read with the words below them, or around them.
func TestTiles(t *testing.T) {
	for name, tc := range map[string]struct {
		page string
		want []string // of each place, what is read there
	}{
		"words below": {`

  66.1%                         70.8%                         91.3%
  had a say in how their        positive experience of        can look after their health
  care was provided             their GP practice             very or quite well
  2023/24: 57.6%                2023/24: 67.1%                Scotland: 91.2%

`, []string{"66.1% had a say in how their care was provided; 2023/24: 57.6%.", "70.8% positive experience of their GP practice; 2023/24: 67.1%.", "91.3% can look after their health very or quite well; Scotland: 91.2%"}},
		"in the middle": {`

          781                         £250.4m
  days delayed in hospital            spent on health and
   per 1,000 people aged                  social care
            75+

`, []string{"781 days delayed in hospital per 1,000 people aged 75+", "£250.4m spent on health and social care"}},
		"words around": {`

           Emergency admissions                             Readmissions within 28 days

              11,152                                                   107
             per 100,000 adults                                   per 1,000 discharges
`, []string{"# Emergency admissions | Emergency admissions 11,152 per 100,000 adults.", "# Readmissions within 28 days | Readmissions within 28 days 107 per 1,000 discharges"}},
		"places above": {`

  STRATHMOOR                    CARRICK COAST

  52,300                        28,000
  people                        people

  £111.0m                       £60.1m
  spent                         spent

`, []string{"# Strathmoor | 52,300 people. | £111.0m spent.", "# Carrick Coast | 28,000 people | £60.1m spent"}},
		"above or below": {`

  Falls                         Readmissions

  24.1                          107

  Days delayed                  Admissions

  688                           11,152

`, nil},
		"more words than figures": {`

  24.1            107
  falls           readmissions          admissions

`, nil},
		"alone": {`
Our year

42.2%

of carers feel supported
to continue caring

898

days delayed in hospital per 1,000
people aged 75+ (2025/26)

Source: PHS
`, []string{"42.2% of carers feel supported to continue caring | 898 days delayed in hospital per 1,000 people aged 75+ (2025/26)"}},
		"figures, then words": {`
Our year

42.2%

898

of carers feel supported

days delayed in hospital

Source: PHS
`, nil},
		"the number of a page": {"\n6\n\nof all people said so and that is more than before\n\nIt rose.\n", nil},
	} {
		rest, layers := withoutTiles(tc.page)
		if len(rest) != len(tc.page) {
			t.Fatalf("%s: %d bytes, want %d", name, len(rest), len(tc.page))
		}
		var got []string
		for _, layer := range layers {
			var all []string
			for _, h := range layer.headings {
				if h.Words != "" {
					all = append(all, "# "+h.Words)
				}
			}
			paragraph := ""
			for line := range strings.Lines(layer.over(blankLines(rest)) + "\n\n") {
				if words := strings.Join(strings.Fields(line), " "); words != "" {
					paragraph += " " + words
				} else if paragraph != "" {
					all, paragraph = append(all, paragraph[1:]), ""
				}
			}
			got = append(got, strings.Join(all, " | "))
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s:\n got %q\nwant %q", name, got, tc.want)
		}
	}
}
