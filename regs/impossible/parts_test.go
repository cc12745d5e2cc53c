package impossible

import "testing"

func TestPartsAndTheirWhole(t *testing.T) {
	hold(t, map[string]string{
		"Of 52 suggestions recorded, 29 were adopted, 12 are being costed and 19 were refused with reasons.":    "the parts 29, 12 and 19 are 60 together, and the text has 52 suggestions",
		"Of 52 suggestions recorded, 29 were adopted, 12 are being costed and 11 were refused with reasons.":    "",
		"Of 52 suggestions recorded, 19 were adopted, 12 are being costed and 11 were refused with reasons.":    "are 42 together",
		"Of 52 suggestions recorded, 19 were adopted, 12 are being costed, and the rest were refused.":          "",
		"Of 52 suggestions 40 were agreed and 30 carried out.":                                                  "",
		"Of 120 staff 80 answered, 70 were trained and 60 had supervision.":                                     "",
		"Of 40 complaints 21 were upheld, nine upheld in part and 20 not upheld.":                               "are 50 together, and the text has 40 complaints",
		"We had 40 complaints, of which 21 were upheld, nine upheld in part and 10 not upheld.":                 "",
		"We had 40 complaints, of which 21 were upheld, nine upheld in part and 12 not upheld.":                 "are 42 together",
		"The groups made 18 proposals. Of these 11 were accepted, four are pending and two were turned down.":   "are 17 together, and the text has 18 proposals",
		"The groups made 18 proposals. Of these 11 were accepted, four are pending and three were turned down.": "",
		"Of 940 who answered 610 agreed, 210 disagreed and 210 had no view.":                                    "are 1030 together",
		"64% agreed and 46% disagreed.":                                                                                "the shares 64% agreed and 46% disagreed are 110% together",
		"64% agreed, 21% disagreed and 16% had no view.":                                                               "",
		"We spoke to 52 people: 29 agreed with us, and 31 were carers.":                                                "",
		"The board has ten voting members, four councillors and four non-executive directors of NHS Moorland.":         "the parts four and four are 8 together, and the text has ten voting members",
		"The board has eight voting members, four councillors and four non-executive directors, and twelve others.":    "",
		"It has ten nurses, four doctors and four pharmacists.":                                                        "",
		"We heard eleven complaints: six about care at home, three about clinics and one about parking.":               "the parts six, three and one are 10 together, and the text has eleven complaints",
		"We heard eleven complaints: six about care at home, three about clinics and two about parking.":               "",
		"The team has nine workers (four nurses, three therapists and three social workers).":                          "are 10 together, and the text has nine workers",
		"The team has ten workers (four nurses, three therapists and three social workers), all in one office.":        "",
		"We made three changes: two new clinics, one bus and one advocate.":                                            "",
		"We opened six teams: two in each locality and one for the coast.":                                             "",
		"We opened four clinics: one in the north, two in the south and one on the coast.":                             "",
		"It took eight sessions: three hours on Monday and two hours on Friday.":                                       "",
		"There are twelve beds: five for respite, four for rehabilitation and one for emergencies, and two are shut":   "",
		"We looked at 19 referrals (eight from schools, seven from doctors and six from families).":                    "are 21 together, and the text has 19 referrals",
		"The board has six voting members: four from the council and four from NHS Moorland.":                          "the parts four and four are 8 together, and the text has six voting members",
		"Of the £5.1m not made, £0.9m was in prescribing, £0.4m in care packages and £0.2m in night support.":          "the parts of £5.1m are £1.5m together",
		"Of\nthe £5.1m not made, £0.9m was in prescribing, £0.4m in care\n  packages and £0.2m in night support.":      "the parts of £5.1m are £1.5m together",
		"Of 52 suggestions recorded, 29 were adopted, 12 are\n   under   consideration and 19 were\n   turned   down.": "are 60 together",
		"The board has ten\nvoting\nmembers, four councillors and four non-executive directors.":                       "the parts four and four are 8 together",
		"Of the £1.5m not made, £0.9m was in prescribing, £0.4m in care packages and £0.2m in night support.":          "",
		"Of the £5.1m not made, £0.9m was in prescribing and £0.4m in care packages.":                                  "",
		"Two inspections ended in recommendations: three for the council's service and two for the hospital.":          "",
	})
}
