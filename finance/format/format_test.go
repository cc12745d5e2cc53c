package format_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"apr/finance"
	"apr/finance/format"
	"apr/internal/period"
	"apr/internal/source"
)

const year = period.Year(2025)

func known(m finance.Money) finance.Amount { return finance.Amount{Money: m, Known: true} }

// sample is an account of £100.00, of which £40.00 is for care homes, with one
// ledger that is out by a penny.
func sample() format.Report {
	at := source.Position{File: "data/nhs.csv", Line: 7}
	control := finance.Money(100_01)
	funding := known(100_00)
	return format.Report{
		Authority:   "Falkirk IJB",
		MatterTitle: func(m finance.Matter) string { return "title of " + string(m) },
		Account: &finance.Account{
			Year: year, Spend: known(100_00), Plan: known(90_00), Funding: funding,
			Matters: []finance.Line{
				{ID: "4(2)(c)", Spend: known(40_00), Plan: known(50_00), Years: []finance.YearAmount{{Year: year, Spend: known(40_00), Funding: funding}}},
				{ID: "4(2)(d)"},
			},
			Localities: []finance.Line{{ID: "North", Name: "North", Spend: known(-1_00), Years: []finance.YearAmount{{Year: year - 1}}}},
			Ledgers: []finance.Ledger{{
				File: "data/nhs.csv", Partner: "NHS", Kind: finance.Actual, Year: year, Lines: 9, Classified: 2, Unclassified: 5, Totals: 1, Zero: 1,
				Total: 100_00, Control: &control, UnclassifiedTotal: 12_34,
				Largest:  []finance.UnclassifiedGroup{{CostCentre: "0203", Description: "Wards", Lines: 2, Total: 10_00, Position: at}},
				Overflow: &finance.UnclassifiedGroup{Lines: 3, Total: 2_34, Position: at},
			}},
		},
	}
}

func TestText(t *testing.T) {
	var b strings.Builder
	if err := format.Text(&b, sample()); err != nil {
		t.Fatal(err)
	}
	want := `Falkirk IJB, 2025/26

   plan   spend  variance  proportion 
  50.00   40.00     10.00       40.0% 4(2)(c) title of 4(2)(c)
      -       -         -           - 4(2)(d) title of 4(2)(d)
  90.00  100.00    -10.00      100.0% total spend
         100.00                       paid to or set aside for the authority
      -   -1.00         -           - North

data/nhs.csv (NHS, actual, 2025/26)
  9 lines read = 2 classified + 5 unclassified + 1 totals + 1 without an amount
  total 100.00, differs from the control total 100.01 by -0.01
  unclassified: 5 lines, 12.34; the largest:
    data/nhs.csv:7: cost centre "0203" Wards: 2 lines, 10.00
    data/nhs.csv:7: there are too many cost centres to list each; the others, from here on: 3 lines, 2.34
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

// What no input speaks of is null, never 0; what has no entries is [], never null.
func TestJSON(t *testing.T) {
	var b strings.Builder
	if err := format.JSON(&b, sample()); err != nil {
		t.Fatal(err)
	}
	want := `{
  "authority": "Falkirk IJB",
  "year": "2025/26",
  "funding": "100.00",
  "spend": "100.00",
  "plan": "90.00",
  "variance": "-10.00",
  "matters": [
    {
      "id": "4(2)(c)",
      "spend": "40.00",
      "proportion": 0.4,
      "plan": "50.00",
      "years": [
        {
          "year": "2025/26",
          "spend": "40.00",
          "proportion": 0.4
        }
      ]
    },
    {
      "id": "4(2)(d)",
      "spend": null,
      "proportion": null,
      "plan": null,
      "years": []
    }
  ],
  "care_groups": [],
  "localities": [
    {
      "name": "North",
      "spend": "-1.00",
      "proportion": null,
      "years": [
        {
          "year": "2024/25",
          "spend": null,
          "proportion": null
        }
      ]
    }
  ],
  "ledgers": [
    {
      "file": "data/nhs.csv",
      "partner": "NHS",
      "kind": "actual",
      "lines": 9,
      "classified_lines": 2,
      "total_lines": 1,
      "empty_lines": 1,
      "excluded_lines": 0,
      "excluded_total": "0.00",
      "exclusions": [],
      "unproven_lines": 0,
      "heading_lines": 0,
      "total": "100.00",
      "control": "100.01",
      "unmapped_lines": 5,
      "unmapped_total": "12.34",
      "unmapped_groups": [
        {
          "cost_centre": "0203",
          "description": "Wards",
          "lines": 2,
          "total": "10.00",
          "position": {
            "file": "data/nhs.csv",
            "line": 7
          }
        }
      ],
      "unmapped_beyond": {
        "lines": 3,
        "total": "2.34",
        "position": {
          "file": "data/nhs.csv",
          "line": 7
        }
      }
    }
  ]
}
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("JSON (-want +got):\n%s", diff)
	}
}
