package evidence

import "testing"

func TestTurnsThatHoldAPlaceOrPointElsewhere(t *testing.T) {
	r := NewReader(lawOfTest, nil)
	for words, want := range map[string]Kind{
		"Holding text only.":                             Left,
		"Dummy paragraph for layout purposes.":           Left,
		"Sample wording from the template.":              Left,
		"Placeholder - efficiencies to be listed":        Left,
		"Placeholder for the Chair's remarks":            Left,
		"Parked until the new dataset lands.":            Left,
		"Left for the performance lead to fill.":         Left,
		"Ibid.":                                          Pointer,
		"Minute 7 of 13 August 2025 refers.":             Pointer,
		"The committee's paper of May refers.":           Pointer,
		"Refer back to the Month 12 monitoring return.":  Pointer,
		"Please consult the Annual Accounts, note 7.":    Pointer,
		"See the plan, pages 12 to 14.":                  Pointer,
		"The detail sits in our companion document.":     Pointer,
		"How we consult is on our engagement microsite.": Pointer,
		"Everything about this is on the slides.":        Pointer,
		"Nil return.": Refusal,
		"N/K":         Refusal,
		"For more on this, contact the planning team.": Referral,
		"£2.8m; 1.1%.":                                            Figure,
		"£2.8m for 12 new beds.":                                  Answer,
		"For more beds, ring-fenced money was used.":              Answer,
		"A nil return was received.":                              Refusal,
		"Sample checks by the pharmacist found no error.":         Answer,
		"Temporary staff filled eleven posts.":                    Answer,
		"Holding beds were closed in May.":                        Answer,
		"Placeholder devices were replaced on nine wards.":        Answer,
		"Parked cars blocked the ambulance bay.":                  Answer,
		"Parked until the new building opens.":                    Answer,
		"Beds were left for the winter team to fill at night.":    Answer,
		"The ward refers people to the choir.":                    Answer,
		"Each team refers.":                                       Answer,
		"What people want is in the plan of each patient's care.": Answer,
		"How carers sleep is on the nurse's form, and she rings.": Answer,
		"The clinic is in the old school.":                        Answer,
		"Consult your pharmacist, note 7 posters say.":            Answer,
	} {
		if got := r.Kind(words); got != want {
			t.Errorf("%q is %d, want %d", words, got, want)
		}
	}
}

func TestAnActionThatIsStillARecommendation(t *testing.T) {
	const asked = "Decisions about staffing risks should be recorded when they are made, with the professional advice given and what staff were told afterwards."
	r := NewReader(lawOfTest, nil)
	for action, want := range map[string]Repeats{
		"Decisions about staffing risks should be recorded at the time, with professional advice and the reply that was given to staff.":    Nearly,
		"Decisions about staffing risks are recorded at the time in a log, with professional advice and the reply that was given to staff.": Own,
		"Nurses must now record each decision about a staffing risk in a log that the matron signs.":                                        Own,
	} {
		if got := r.Repeats(action, asked); got != want {
			t.Errorf("%q is %d, want %d", action, got, want)
		}
	}
}
