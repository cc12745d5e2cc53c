package format_test

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"apr/indicators"
	"apr/indicators/format"
	"apr/internal/period"
	"apr/internal/source"
)

func number(v float64) *float64 { return &v }

func printed(t *testing.T, print func(io.Writer) error) string {
	t.Helper()
	var b strings.Builder
	if err := print(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// difference is of three changes: one beyond the threshold, one that shows only
// with more decimals than a report prints, and a new row whose area would be a
// formula in a spreadsheet.
func difference() *indicators.Difference {
	cell := func(file, cell string) source.Position { return source.Position{File: file, Sheet: "Data", Cell: cell} }
	return &indicators.Difference{
		Old: &indicators.Workbook{File: "old.xlsx", Release: "May 2026"}, New: &indicators.Workbook{File: "new.xlsx"},
		Threshold: 5,
		Changes: []indicators.ReleaseChange{
			{Kind: indicators.Revised, Indicator: "NI12", Area: "Falkirk", Period: "2024/25", Field: "value", Old: number(10000), New: number(11000), Percent: number(10), Flagged: true, OldPosition: cell("old.xlsx", "I5"), NewPosition: cell("new.xlsx", "I6")},
			{Kind: indicators.Revised, Indicator: "NI12", Area: "Falkirk", Period: "2023/24", Field: "value", Old: number(10000), New: number(10000.25), Percent: number(0.0025), OldPosition: cell("old.xlsx", "I7"), NewPosition: cell("new.xlsx", "I8")},
			{Kind: indicators.NewRow, Indicator: "NI18", Area: "=cmd()", Period: "2024", Field: "value", NewText: "*", NewPosition: source.Position{File: "data/new.csv", Line: 9}},
		},
	}
}

func TestDiffText(t *testing.T) {
	got := printed(t, func(w io.Writer) error { return format.DiffText(w, difference()) })
	want := `all areas: from old.xlsx (May 2026) to new.xlsx

New rows
  NI18  2024  =cmd()  *  new.csv:9

Revised
  NI12  2024/25  Falkirk  value  10,000 → 11,000      +10.0%           beyond ±5%  Data!I5  Data!I6
  NI12  2023/24  Falkirk  value  10,000.0 → 10,000.3  less than +0.1%              Data!I7  Data!I8

3 changes, 1 flagged
`
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("text (-want +got):\n%s", d)
	}
}

func TestDiffTextOfTheSame(t *testing.T) {
	got := printed(t, func(w io.Writer) error {
		return format.DiffText(w, &indicators.Difference{Area: "Falkirk", Old: &indicators.Workbook{File: "a.csv"}, New: &indicators.Workbook{File: "b.csv"}})
	})
	if want := "Falkirk: from a.csv to b.csv\n\nNothing changed.\n"; got != want {
		t.Errorf("got %q; want %q", got, want)
	}
}

// Numbers are whole in the CSV, and no text from a workbook is a formula there.
func TestDiffCSV(t *testing.T) {
	got := printed(t, func(w io.Writer) error { return format.DiffCSV(w, difference()) })
	rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"change", "indicator", "area", "period", "field", "old", "new", "percent", "flagged", "old_cell", "new_cell"},
		{"revised", "NI12", "Falkirk", "2024/25", "value", "10000", "11000", "10.00", "yes", "old.xlsx!Data!I5", "new.xlsx!Data!I6"},
		{"revised", "NI12", "Falkirk", "2023/24", "value", "10000", "10000.25", "0.00", "", "old.xlsx!Data!I7", "new.xlsx!Data!I8"},
		{"new-row", "NI18", "'=cmd()", "2024", "value", "", "*", "", "", "", "data/new.csv:9"},
	}
	if d := cmp.Diff(want, rows); d != "" {
		t.Errorf("rows (-want +got):\n%s", d)
	}
}

func TestDiffJSON(t *testing.T) {
	got := printed(t, func(w io.Writer) error { return format.DiffJSON(w, difference()) })
	var back struct {
		Old     struct{ Release string }
		Flagged int
		Changes []struct {
			Area     string
			Old, New *float64
			NewText  string `json:"new_text"`
		}
	}
	if err := json.Unmarshal([]byte(got), &back); err != nil {
		t.Fatal(err)
	}
	if back.Old.Release != "May 2026" || back.Flagged != 1 || len(back.Changes) != 3 {
		t.Fatalf("got %s", got)
	}
	if c := back.Changes[2]; c.Area != "=cmd()" || c.Old != nil || c.New != nil || c.NewText != "*" {
		t.Errorf("the new row is %+v", c)
	}
	empty := printed(t, func(w io.Writer) error {
		return format.DiffJSON(w, &indicators.Difference{Old: &indicators.Workbook{}, New: &indicators.Workbook{}})
	})
	if !strings.Contains(empty, `"changes": []`) {
		t.Errorf("no changes are %s; want an empty list", empty)
	}
}

// table is NI12 over two years, of which one has no value.
func table(t *testing.T) *indicators.Table {
	t.Helper()
	i, ok := indicators.ByID("NI12")
	if !ok {
		t.Fatal("there is no NI12")
	}
	at := source.Position{File: "w.xlsx", Sheet: "Data", Cell: "I5"}
	return &indicators.Table{Area: "Falkirk", Year: 2025, Window: []period.Year{2024, 2025}, Series: []*indicators.Series{{
		Indicator: i,
		Points: []indicators.Point{
			{Year: 2024, Status: indicators.Missing, Notes: []string{"first", "shared"}},
			{Year: 2025, Period: "2025", Basis: indicators.Calendar, Status: indicators.HasValue, Value: number(12345.5), Scotland: number(11000), Rank: 2, Of: 31, Position: at, Notes: []string{"shared"}},
		},
	}}}
}

// A note that two points share is once below the table.
func TestTableText(t *testing.T) {
	got := printed(t, func(w io.Writer) error { return format.TableText(w, table(t)) })
	for _, want := range []string{"Falkirk, 2025/26\n\n", "missing [1] [2]", "12,346 [2]", "11,000", "2 of 31", "\n\n[1] first\n[2] shared\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nlacks %q", got, want)
		}
	}
}

// JSON has the value in full, the name of the authority, and no value or position
// where there is none.
func TestTableJSON(t *testing.T) {
	got := printed(t, func(w io.Writer) error { return format.TableJSON(w, "Falkirk IJB", table(t)) })
	var back struct {
		Authority  string
		Indicators []struct{ Points []map[string]any }
	}
	if err := json.Unmarshal([]byte(got), &back); err != nil {
		t.Fatal(err)
	}
	want := []map[string]any{
		{"year": "2024/25", "status": "missing", "note": "first shared"},
		{"year": "2025/26", "period": "2025", "basis": "calendar", "status": "value", "value": 12345.5, "scotland": 11000.0, "note": "shared",
			"position": map[string]any{"file": "w.xlsx", "sheet": "Data", "cell": "I5"}},
	}
	if back.Authority != "Falkirk IJB" || len(back.Indicators) != 1 {
		t.Fatalf("got %s", got)
	}
	if d := cmp.Diff(want, back.Indicators[0].Points); d != "" {
		t.Errorf("points (-want +got):\n%s", d)
	}
}
