package claims

import "testing"

// Children looked after away from home (AM1) were 78 in 2025/26 and 81 in 2024/25; 31 of
// them are from the north. Developmental concerns (AM2) were 15.7% and 16.6%.
func TestReferencesToMeasuresOfAYear(t *testing.T) {
	contrary(t, "ardenmuir", map[string]ofKind{
		"years": {
			[]string{`In 2024/25 children looked after away from home (AM1) were {{ measure "AM1" "2024/25" }}.`,
				`Children looked after away from home (AM1) were {{ measure "AM1" "2024/25" }} in 2024/25.`,
				`In 2025/26 children looked after away from home (AM1) were {{ measure "AM1" }}.`},
			[]string{`In 2024/25 children looked after away from home (AM1) were {{ measure "AM1" }}.`,
				`In 2024/25 children looked after away from home (AM1) were {{ measure "AM1" "2023/24" }}.`},
			[]string{`At 27 to 30 months {{ measure "AM2" }} of children had a developmental concern, against {{ measure "AM2" "2024/25" }} a year before.`,
				`There were {{ measure "AM1" "North Ardenmuir" }} from the north in 2025/26.`, `There were {{ measure "AM1" area="North Ardenmuir" }} from the north in 2025/26.`,
				`There were {{ measure "AM1" "North Ardenmuir" "2025/26" }} from the north in 2025/26.`},
		},
		"areas": {
			[]string{`Emergency admissions (NI12) were {{ value "NI12" }} per 100,000.`},
			nil,
			[]string{`Scotland's emergency admissions (NI12) were {{ value "NI12" area="Scotland" }} per 100,000.`,
				`In Moray emergency admissions (NI12) were {{ value "NI12" area="Moray" }} per 100,000.`, `In Moray emergency admissions (NI12) were {{ value "NI12" "2024/25" area="Moray" }} per 100,000.`},
		},
	})
}
