package workbook

import (
	"strings"
	"testing"
	"testing/fstest"
)

// A comma that isn't quoted moves what is behind it, and a rate has no percent sign.
func TestMovedCellsAndPercentSigns(t *testing.T) {
	const heads = "Year,Time Period,Partnership,Indicator,Numerator,Denominator,Rate,Lower CI,Upper CI\n"
	for text, want := range map[string]string{
		"2025,Annual,Fife,NI12,,,9965.98,,\n":                     "",
		"2025,Annual,Fife,NI12,,,9965.98,,,,\n":                   "",
		"2025,Annual,Fife,NI12,,,9965.98,,,checked by the team\n": "",
		"2025,Annual,Fife,NI12,,,\"9,965.98\",,\n":                "",
		"2023/24,,Fife,NI1,,,92.1%,90.2%,94.4%\n":                 "",
		"2023/24,,Fife,NI1,,,92,90.2,94.4\n":                      "",
		"2025,Annual,Fife,NI12,,,9,965.98,,\n":                    "w.csv:2:25: NI12: the row has 10 cells and the header 9; the value counts as missing",
		"2025,Annual,Fife,NI12,9,655,96880,9965.98,9900,9999\n":   "NI12: the row has 10 cells and the header 9; the value counts as missing",
		"2025,Annual,Fife,NI12,,,9965.98%,,\n":                    `w.csv:2:25: NI12 is per 100,000, and a value has a percent sign`,
	} {
		w, err := Read(fstest.MapFS{"w.csv": {Data: []byte(heads + text)}}, "w.csv")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range w.Problems {
			if !strings.Contains(p.Message, "areas") && !strings.Contains(p.Message, "no rows") {
				got = append(got, p.Position.String()+": "+p.Message)
			}
		}
		said := strings.Join(got, "\n")
		if want == "" && said != "" || !strings.Contains(said, want) || strings.Contains(want, "missing") != (w.Observations[0].Value == nil) {
			t.Errorf("%s: %q; want %q", text, said, want)
		}
	}
}
