package claims

import "testing"

// The ages and times of a sentence are those of the definition of what its figure is of.
func TestDefinitions(t *testing.T) {
	contrary(t, "ardenmuir", map[string]ofKind{
		"ages": {
			[]string{`Falls (NI16) were {{ value "NI16" }} per 1,000 people aged 65 or over.`, `People aged 75 and over spent {{ value "NI19" }} days per 1,000 in hospital when they were ready to leave (NI19).`,
				`Falls (NI16) were {{ value "NI16" }} per 1,000 of the over-65s.`, `Premature mortality (NI11) was {{ value "NI11" }} per 100,000 people under 75.`},
			[]string{`Falls (NI16) were {{ value "NI16" }} per 1,000 people aged 75 or over.`, `People aged 65 and over spent {{ value "NI19" }} days per 1,000 in hospital when they were ready to leave (NI19).`,
				`Falls (NI16) were {{ value "NI16" }} per 1,000 of the over-85s.`, "Falls (NI16) were 26.1 per 1,000 people aged 60 or over.", `Premature mortality (NI11) was {{ value "NI11" }} per 100,000 people under 65.`},
			[]string{"Among people aged 85 or over falls rose by a tenth.", `Falls (NI16) were {{ value "NI16" }} per 1,000, and the classes are for people aged 75 or over.`,
				`Falls (NI16) were {{ value "NI16" }} per 1,000 people, most of them aged 80 or over.`, "Of those who fell 41 were aged 75 or over.", "Over 75% of those aged 80 or over live at home.",
				`Emergency admissions (NI12) were {{ value "NI12" }} per 100,000 adults.`},
		},
		"times": {
			[]string{`Support plans were offered within eight weeks to {{ measure "AM4" }} of carers (AM4).`, `In all {{ measure "AM4" }} of adult carer support plans were offered within 8 weeks.`},
			[]string{`Support plans were offered within eight days to {{ measure "AM4" }} of carers (AM4).`, `In all {{ measure "AM4" }} of adult carer support plans were offered within 18 weeks.`,
				`In all {{ measure "AM4" }} of adult carer support plans were offered within three months.`, `Readmissions within seven days (NI14) were {{ value "NI14" }} per 1,000.`},
			[]string{`In all {{ measure "AM4" }} of adult carer support plans were offered in time, half of them within four weeks.`, "Most plans were offered within three weeks.",
				"We answer each complaint within five days.", `In all {{ measure "AM4" }} of adult carer support plans were offered within 56 days.`},
		},
	})
}
