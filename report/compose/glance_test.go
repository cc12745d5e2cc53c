package compose

import (
	"testing"

	"apr/indicators"
	"apr/internal/document"
	"apr/internal/project"
)

// A tile marks a change as the table and the report's own tiles do: one that is too small
// to be shown is neither better nor worse.
func TestATileMarksItsChange(t *testing.T) {
	for _, c := range []struct {
		before float64
		status document.Status
		words  string
	}{
		{11402, document.StatusBetter, "−2.2% since 2024/25, better"},
		{10900, document.StatusWorse, "+2.3% since 2024/25, worse"},
		{11155, document.StatusSame, "under 0.1% since 2024/25, little changed"},
		{11149, document.StatusSame, "under 0.1% since 2024/25, little changed"},
	} {
		w := &indicators.Workbook{File: "data/phs.csv", Observations: []indicators.Observation{
			observed("NI12", "Fife", "2024/25", c.before), observed("NI12", "Fife", "2025/26", 11152),
		}}
		table, err := w.Table(indicators.TableOptions{Area: "Fife", Year: 2025})
		if err != nil {
			t.Fatal(err)
		}
		b := newBuilder(&project.Project{Config: &project.Config{Year: 2025}, Workbook: w, Indicators: table}, nil, Options{})
		status, words := b.changeOf(document.Datum{ID: "NI12@2025/26"})
		if status != c.status || words.String() != c.words {
			t.Errorf("from %v: %q, %q; want %q, %q", c.before, status, words, c.status, c.words)
		}
		own := b.keyIndicators([]string{"NI12"})
		if len(own) != 1 || own[0].Status != c.status || own[0].StatusWord.String() != c.words {
			t.Errorf("from %v: apr's own tile is %+v", c.before, own)
		}
	}
}
