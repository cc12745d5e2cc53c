package claims

import (
	"regexp"
	"strings"
	"testing"

	"apr/internal/project/datum"
)

// Figures that are known to be right, [display|id] here, are held as references are: the
// words needn't say of which year or area they are, and what they do say is held.
func TestFiguresKnownToBeRight(t *testing.T) {
	facts := textsOf(t, "../../examples/carrickmoor").facts
	marked := regexp.MustCompile(`\[([^|\]]*)\|([^\]]*)\]`)
	for text, want := range map[string]string{
		"Emergency admissions (NI12) were [11,398|NI12@2024/25].":                                 "",
		"In Falkirk NI12 was [10,803|NI12@2024/25:area:Falkirk].":                                 "",
		"For emergency admissions (NI12) we were [16th of 32|NI12@2021/22:rank].":                 "",
		"In 2024/25 emergency admissions (NI12) were [11,398|NI12@2024/25].":                      "",
		"In 2023/24 emergency admissions (NI12) were [11,398|NI12@2024/25].":                      "contradicted",
		"Scotland's emergency admissions (NI12) were [11,398|NI12@2024/25].":                      "contradicted",
		"Emergency admissions (NI12) were [11,398|NI12@2025/26] in 2025/26.":                      "contradicted", // its id was changed
		"Emergency admissions (NI12) were [11,398|NI11@2024/25].":                                 "contradicted", // of another thing
		"Emergency admissions (NI12) were 11,398.":                                                "contradicted",
		"Emergency admissions (NI12) were [11,398|NI12@2024/25], and NI12 was 11,398 in 2023/24.": "contradicted",
	} {
		plain, at := "", 0
		var shown []Shown
		for _, m := range marked.FindAllStringSubmatchIndex(text, -1) {
			plain += text[at:m[0]]
			id, err := datum.Parse(text[m[4]:m[5]])
			if err != nil {
				t.Fatal(err)
			}
			shown = append(shown, Shown{len(plain), len(plain) + m[3] - m[2], id})
			plain, at = plain+text[m[2]:m[3]], m[1]
		}
		one := NewText("report.txt", plain+text[at:])
		digits := Read(facts, []Text{one}).Count(Contradicted)
		one.Shown = shown
		reading := Read(facts, []Text{one})
		if got := reading.Count(Contradicted) > 0; got != (want != "") {
			t.Errorf("%s: contradicted %t (%d in digits)", text, got, digits)
			for _, c := range reading.Claims {
				t.Logf("    %s %s %q %s %s%s", c.Verdict, c.Measure, c.Text, c.Period, c.Message, c.Reason)
			}
		}
		if digits == 0 && !strings.HasPrefix(text, "In 2024/25") {
			t.Errorf("%s: in digits nothing is contradicted", text)
		}
		if all := Read(facts, []Text{NewText("report.txt", one.Markdown)}); len(all.Claims) != len(reading.Claims) {
			t.Errorf("%s: %d claims of %d", text, len(reading.Claims), len(all.Claims))
		}
	}
}
