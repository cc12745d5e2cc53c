package workbook

import (
	"errors"
	"math"
	"testing"

	"apr/indicators"
	"apr/internal/source"
)

// FuzzRead reads any text as a long table, a dashboard's export or a dashboard.
// Whatever it is, each value knows its line, no two rows stand for one thing, a
// release doesn't differ from itself, and a table can be made or is refused with
// a reason.
func FuzzRead(f *testing.F) {
	f.Add(asCSV(sample()))
	f.Add(csvHeads + "2023/24,Annual,Fife,NI15,No,7915,352,87.68,14,1,1\n2122/23,Q1,Other,NI24,Yes,,,#N/A,,,\n")
	f.Add("Indicator1,Year1,Data1,Partnership1,Locality,Value,Scotland\nNI19,2024/25,Annual,Fife,All,820,900\nNI19,2024/25,Annual,Angus,All,810,901\n")
	f.Add("Select partnership,Falkirk\n\nIndicator,2022/23,2023/24,Scotland,2024\nNI3,,57.2,59.6,\nNI12,805 (p),*,901,#N/A\n")
	f.Add(",Fife,,Scotland,\nIndicator,2022/23,2023/24p,2022/23,2023/24p\nNI19,700,710,900,910\n")
	f.Add("\"NI2, 3 and 9-12: not comparable\"\nYear,Partnership,Indicator,Rate\n2008/9,Na h-Eileanan Siar,ni 1,\"1,234.5%\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		w, err := Read(csvFS(text), "w.csv")
		if err != nil {
			var input *source.InputError
			if !errors.As(err, &input) || len(input.Problems) == 0 {
				t.Fatalf("%v isn't an InputError with problems", err)
			}
			return
		}
		seen := map[observationKey]bool{}
		for _, o := range w.Observations {
			key := observationKey{o.Indicator, o.Area, o.Period}
			if seen[key] || o.Area == "" || o.Position.Line < 1 {
				t.Fatalf("%+v: twice, nobody's, or nowhere", o)
			}
			seen[key] = true
			if o.Value != nil && (math.IsNaN(*o.Value) || math.IsInf(*o.Value, 0)) {
				t.Fatalf("%+v has no number", o)
			}
		}
		if d := indicators.Diff(w, w, indicators.DiffOptions{}); len(d.Changes) > 0 {
			t.Fatalf("the release differs from itself: %+v", d.Changes)
		}
		if d := indicators.Diff(w, &indicators.Workbook{}, indicators.DiffOptions{}); len(w.Observations) > 0 && len(d.Changes) == 0 {
			t.Fatal("nothing vanished")
		}
		for _, o := range w.Observations[:min(3, len(w.Observations))] {
			if made, err := w.Table(indicators.TableOptions{Area: o.Area, Year: 2024}); err == nil && len(made.Series) != len(indicators.Catalogue()) {
				t.Fatalf("%d series", len(made.Series))
			}
		}
	})
}
