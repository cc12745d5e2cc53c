package workbook

import (
	"fmt"
	"strings"
	"testing"

	"apr/indicators"
)

// Heads over each other's columns show in values that are all outside of their limits on one
// side; a few rows, or a release whose limits are wrong in another way, show nothing.
func TestHeadsOfValuesAndLimitsExchanged(t *testing.T) {
	book := func(heads string, rows, wrong int) string {
		var b strings.Builder
		b.WriteString("Year,Partnership,Indicator," + heads + "\n")
		for i := range rows {
			value := 61.5
			if i < wrong {
				value = 40
			}
			fmt.Fprintf(&b, "20%d/%d,%s,NI3,%g,%g,%g\n", 17+i%4*2, 18+i%4*2, indicators.Areas()[i/4], value+float64(i)/10, 58.25+float64(i)/10, 64.5+float64(i)/10)
		}
		return b.String()
	}
	for _, c := range []struct{ name, text, want string }{
		{"as it should be", book("Rate,Lower CI,Upper CI", 24, 0), ""},
		{"rate and lower limit", book("Lower CI,Rate,Upper CI", 24, 0), "w.csv: the heads Rate and Lower CI seem to be exchanged: of 24 rows with confidence limits 24 have a value that is below its lower limit"},
		{"rate and upper limit", book("Upper CI,Lower CI,Rate", 24, 0), "w.csv: the heads Rate and Upper CI seem to be exchanged: of 24 rows with confidence limits 24 have a value that is above its upper limit"},
		{"limits exchanged", book("Rate,Upper CI,Lower CI", 24, 0), ""},
		{"a few rows", book("Lower CI,Rate,Upper CI", 8, 0), ""},
		{"half of the values", book("Rate,Lower CI,Upper CI", 24, 12), ""},
	} {
		_, err := Read(csvFS(c.text), "w.csv")
		got := ""
		if err != nil {
			got = err.Error()
		}
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}
