package regs

import (
	"fmt"
	"strings"
	"testing"
)

// Two measures, or two localities, that have each other's value in one period are told; those
// that move as far by themselves, or change places for good, aren't.
func TestMeasuresExchanged(t *testing.T) {
	rows := func(id, unit, place string, values ...string) (text string) {
		for i, v := range values {
			text += fmt.Sprintf("%s,Of %s,202%d/2%d,%s,%s,%s\n", id, id, 1+i, 2+i, v, unit, place)
		}
		return text
	}
	for _, c := range []struct{ name, rows, want string }{
		{"as they are", rows("LM2", "bed days", "", "47512", "49260", "48733", "47405", "45918") + rows("LM3", "attendances", "", "15893", "16720", "17102", "17240", "17391"), ""},
		{"the last", rows("LM2", "bed days", "", "47512", "49260", "48733", "47405", "17391") + rows("LM3", "attendances", "", "15893", "16720", "17102", "17240", "45918"),
			"LM2 and LM3 seem to be exchanged in 2025/26: 17,391 and 45,918, and in 2024/25 they were 47,405 and 17,240"},
		{"one in between", rows("LM2", "bed days", "", "47512", "49260", "17102", "47405", "45918") + rows("LM3", "attendances", "", "15893", "16720", "48733", "17240", "17391"),
			"LM2 and LM3 seem to be exchanged in 2023/24"},
		{"for good", rows("LM2", "%", "", "70", "71", "70", "40", "41") + rows("LM3", "%", "", "40", "41", "40", "70", "71"), ""},
		{"one alone", rows("LM2", "%", "", "70", "71", "70", "71", "41") + rows("LM3", "%", "", "40", "41", "40", "41", "40"), ""},
		{"that move by as much", rows("LM2", "people", "", "7", "12", "6", "9", "4") + rows("LM3", "people", "", "4", "9", "3", "5", "9"), ""},
		{"three periods", rows("LM2", "%", "", "70", "71", "41") + rows("LM3", "%", "", "40", "41", "71"), ""},
		{"two localities", rows("LM2", "people", "North", "31", "32", "33", "32", "78") + rows("LM2", "people", "South", "77", "78", "79", "78", "33"),
			"LM2, North and LM2, South seem to be exchanged in 2025/26: 78 and 33"},
		{"two localities of two measures", rows("LM2", "people", "North", "31", "32", "33", "32", "78") + rows("LM3", "people", "South", "77", "78", "79", "78", "33"), ""},
	} {
		got := measuresFound(t, "Measure,Title,Period,Value,Unit,Locality", c.rows, checkMeasureParts)
		if c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
	targets := func(a, b string) string {
		return measuresFound(t, "Measure,Title,Period,Value,Unit,Target", "LM2,Of two,2021/22,47000,days,46000\nLM2,Of two,2022/23,47100,days,46000\nLM2,Of two,2023/24,47200,days,46000\nLM2,Of two,2024/25,47000,days,"+a+
			"\nLM3,Of three,2021/22,17000,visits,16500\nLM3,Of three,2022/23,17100,visits,16500\nLM3,Of three,2023/24,17200,visits,16500\nLM3,Of three,2024/25,17100,visits,"+b+"\n", checkMeasureParts)
	}
	if got := targets("46000", "16500"); got != "" {
		t.Error(got)
	}
	if got, want := targets("16500", "46000"), "the target of LM2 and the target of LM3 seem to be exchanged in 2024/25: 16,500 and 46,000, and in 2023/24 they were 46,000 and 16,500"; got != want {
		t.Errorf("%q; want %q", got, want)
	}
}
