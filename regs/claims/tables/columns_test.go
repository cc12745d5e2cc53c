package tables

import (
	"strings"
	"testing"

	"apr/regs/claims/claim"
	"apr/regs/claims/facts/factstest"
)

// TestColumns has one cell of a table told where the others of its column show what that means.
func TestColumns(t *testing.T) {
	const (
		ranks     = "| NI1 Health | 5 |\n| NI2 Helped | 5 |\n| NI3 A say | 1 |\n| NI9 Safe | 1 |\n| NI12 Emergencies | "
		statuses  = "|---|---|---|---|\n| Care Inspectorate | Council care at home | Medication records | complete |\n| Care Inspectorate | Council care at home | Supervision of staff | complete |\n| Care Inspectorate | Council care at home | Knowing who is coming | "
		recommend = "| Body | Service | About | Status |\n"
	)
	f := factstest.Of(t, "../../../examples/carrickmoor")
	for table, want := range map[string]string{
		"| Indicator | Rank of 32 |\n|---|---|\n" + ranks + "14 |":                          "",
		"| Indicator | Rank of 32 |\n|---|---|\n" + ranks + "4 |":                           "4",
		"| Indicator | Rank |\n|---|---|\n" + ranks + "4 |":                                 "4",
		"| Indicator | Rank (of 32) |\n|---|---|\n" + ranks + "4 |":                         "4",
		"| Indicator | Rank of 8 |\n|---|---|\n" + ranks + "4 |":                            "", // among others
		"| Indicator | Rank in family |\n|---|---|\n" + ranks + "4 |":                       "",
		"Ranks in our family\n\n| Indicator | Rank |\n|---|---|\n" + ranks + "4 |":          "",
		"| Indicator | Rank 2023/24 |\n|---|---|\n" + ranks + "4 |":                         "", // others are wrong as well
		"| Indicator | Rank of 32 |\n|---|---|\n" + ranks + "4 |\n| NI4 Co-ordinated | 3 |": "",
		"| Indicator | Score |\n|---|---|\n" + ranks + "4 |":                                "",
		"Spend by locality\n\n| Locality | 2024/25 | 2025/26 |\n|---|---|---|\n| Strathmoor | £106.4m | £111.0m |\n| Glenside | £67.0m | £79.3m |\n| Carrick Coast | £57.3m | £60.1m |":       "£67.0m",
		"Budget by locality\n\n| Locality | 2024/25 | 2025/26 |\n|---|---|---|\n| Strathmoor | £106.4m | £111.0m |\n| Glenside | £67.0m | £79.3m |\n| Carrick Coast | £57.3m | £60.1m |":      "",
		"Spend on homes by locality\n\n| Locality | 2024/25 | 2025/26 |\n|---|---|---|\n| Strathmoor | £6.4m | £11.0m |\n| Glenside | £7.0m | £7.3m |\n| Carrick Coast | £7.3m | £6.1m |":     "",
		"| Locality | Spend 2024/25 | Share of money paid or set aside |\n|---|---|---|\n| Strathmoor | £106.4m | 44.8% |\n| Glenside | £76.0m | 30.2% |\n| Carrick Coast | £57.3m | 24.3% |": "30.2%",
		"What each locality spent in 2024/25\n\n| Locality | Spend |\n|---|---|\n| Strathmoor | £106.4m |\n| Glenside | £76.0m |\n| Carrick Coast | £53.7m |":                                 "£53.7m",
		recommend + statuses + "in progress |":                                                        "",
		recommend + statuses + "under way |":                                                          "",
		recommend + statuses + "open |":                                                               "",
		recommend + statuses + "complete |":                                                           "complete",
		recommend + statuses + "not started |":                                                        "not started",
		"Status on 30 September 2025\n\n" + recommend + statuses + "complete |":                       "", // of another day
		"| Firm | Service | Project | Status |\n" + statuses + "complete |":                           "", // not of recommendations
		recommend + statuses + "complete |\n| Care Inspectorate | Moor Lodge | Meals | complete |":    "", // of others, too
		recommend + strings.ReplaceAll(statuses, "Council care at home", "Moor Lodge") + "complete |": "",
	} {
		var got []string
		for _, c := range claimsOf(f, table) {
			if c.Verdict == claim.Contradicted {
				got = append(got, c.Text)
			}
		}
		if strings.Join(got, ";") != want {
			t.Errorf("%s\n%q, want %q", table, got, want)
		}
	}
}
