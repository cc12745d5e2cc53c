package claims

import "testing"

// TestDistances has sentences that say how far a figure is from a target or a budget, of which the data know nothing.
func TestDistances(t *testing.T) {
	for sentence, contradicted := range map[string]bool{
		"There were 83 callers in the queue, 33 more than the target of 50.":                     false,
		"There were 83 callers in the queue, 43 more than the target of 50.":                     true,
		"Take-up reached 88%, seven points below the 95% target.":                                false,
		"Take-up reached 88%, nine points below the 95% target.":                                 true,
		"The new course cost £12.4m, £0.4m over its budget of £11.9m.":                           false, // as rounded
		"The new course cost £12.4m, £0.9m over its budget of £11.9m.":                           true,
		"Callers numbered 83, up 12 on the year before, 33 above the target of 50.":              false,
		"Callers numbered 83, up 12 on the year before, 43 above the target of 50.":              false, // which of two figures isn't clear
		"We hope for 83 callers, 43 above the target of 50.":                                     false,
		"Some 80 callers were in the queue, 43 above the target of 50.":                          false,
		"The queue had 83 callers, 43 more than the 50 of a year earlier were from the islands.": false,
	} {
		if is := contradictionIn(t, onCarrickmoor, sentence); (is != "") != contradicted {
			t.Errorf("%s: contradicted %q", sentence, is)
		}
	}
}

// TestDistanceInPounds says what the distance is as texts have amounts.
func TestDistanceInPounds(t *testing.T) {
	const want = `the text has "£0.9m over its budget of £11.9m"; from £12.4m to £11.9m it is £0.5m`
	if is := contradictionIn(t, onCarrickmoor, "The new course cost £12.4m, £0.9m over its budget of £11.9m."); is != want {
		t.Errorf("got %q; want %q", is, want)
	}
}

// contradictionIn is what is said against a sentence in a text about a national outcome, "" for nothing.
func contradictionIn(t *testing.T, dir, sentence string) (message string) {
	claims, ok := textsOf(t, dir).with("regulation-3/outcomes[3].assessment", sentence)
	if !ok {
		t.Fatal("no text")
	}
	for _, c := range claims {
		if c.Verdict == Contradicted {
			message = c.Message
		}
	}
	return message
}

// TestPopulationsAndBudgets has what goes on about how many people live in the localities, and percentages of budgets.
func TestPopulationsAndBudgets(t *testing.T) {
	for sentence, contradicted := range map[string]bool{
		"Strathmoor has 52,300 residents and Glenside 38,100.":                                   false,
		"Strathmoor has 52,300 residents and Glenside 31,800.":                                   true,
		"Strathmoor is the largest locality with 52,300 people; Glenside has 31,800.":            true,
		"Strathmoor has 52,300 residents, Glenside 38,100 and Carrick Coast 27,000.":             true,
		"Strathmoor has 52,300 people and Glenside has 2,100 carers.":                            false,
		"Strathmoor has 52,300 people and in 2011 Glenside had 36,400.":                          false,
		"We spent £250.4m, which is £2.8m more than we had planned.":                             false,
		"We spent £250.4m, which is £1.8m more than we had planned.":                             true,
		"We spent £250.4m, £1.8m more than we planned.":                                          true,
		"On the coast we spent £50.0m, £1.8m more than we had planned there.":                    true, // the amount
		"Our overspend came to 1.1% of the £247.6m planned.":                                     false,
		"Our overspend came to 2.5% of the £247.6m planned.":                                     true,
		"The overspend on care at home came to 7.6% of its budget of £18.6m.":                    false,
		"The overspend on care at home came to 6.7% of its budget of £18.6m.":                    true,
		"Care at home was 7.6% over its £18.6m budget.":                                          false,
		"Care at home was 6.7% over its £18.6m budget.":                                          true,
		"Care at home, 7.6% over its £18.6m, did worst.":                                         false,
		"By 2027 care at home should be 5% under its £20m budget.":                               false,
		"Care at home took about a third of the £57.1m spent on other social care.":              false,
		"Care at home took about a quarter of the £57.1m spent on other social care.":            true,
		"Care at home and one small service took half of the £57.1m spent on other social care.": false,
	} {
		if is := contradictionIn(t, onCarrickmoor, sentence); (is != "") != contradicted {
			t.Errorf("%s: contradicted %q", sentence, is)
		}
	}
}
