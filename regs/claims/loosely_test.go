package claims

import (
	"strings"
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/sentence"
)

// TestLooseNames reads sentences by names that people use loosely: a wrong figure is found where it
// shows by itself that it is the thing's, and nothing is said of others.
func TestLooseNames(t *testing.T) {
	contrary(t, "carrickmoor", map[string]ofKind{
		"readmissions": {
			[]string{"People back in hospital within 28 days numbered 107 per 1,000 discharges."},
			[]string{"People back in hospital within 28 days numbered 170 per 1,000 discharges.", "Bounce-backs ran at 102 per 1,000 discharges."},
			[]string{"Fewer of those who fell had to go to hospital.", "On one ward 14 people came back to hospital within a month.", "Of 640 people whom the frailty team saw, 71 were in hospital again within 28 days."},
		},
		"sickness": {
			[]string{"Staff were off sick for 7.2% of their time."},
			[]string{"Staff were off sick for 7.4% of their time.", "Our staff were too ill to work for 2.7% of their time."},
			[]string{"Nurses alone were off sick for 7.4% of their time.", "In home care staff were off sick for 7.4% of their time.", "More staff were off sick."},
		},
		"patients' experience": {
			[]string{"Patients who are happy with their practice make up 70.8%."},
			[]string{"Patients who are happy with their practice make up 67.1%."},
			[]string{"At one surgery 67.1% of patients were happy with their practice.", "Our own poll found 67.1% of patients happy with their practice."},
		},
		"words that aren't understood": {
			[]string{"Readmissions were 107 per 1,000."},
			[]string{"Readmissions stubbornly clung to 104 per 1,000."},
			[]string{"Readmissions at the cottage hospital clung to 104 per 1,000.", "Readmissions once stubbornly clung to 104 per 1,000.", "It is only right that 95% of adult protection inquiries are completed in time.",
				"Inspectors deemed 81.6% of the rooms good or better."},
		},
		"what the board was told": {
			[]string{"Members were told that the year's overspend was £2.8m."},
			[]string{"Members were told that the year's overspend was £8.2m.", "It was reported to the board that emergency admissions were 11,398 per 100,000."},
			[]string{"Members were told in November that the overspend would be £0.9m.", "Members were told that the overspend of another board was £8.2m.", "A visitor said that the overspend was £8.2m."},
		},
	})
}

// TestBounds holds ages, times and units of a whole sentence against the definition.
func TestBounds(t *testing.T) {
	contrary(t, "carrickmoor", map[string]ofKind{
		"times": {
			[]string{"Patients back in hospital inside 28 days of going home remain our most stubborn problem, with 107 for every 1,000 discharges.", "People spent 91.4% of their last six months at home.", "For every thousand discharges, 107 people were back in hospital within four weeks."},
			[]string{"Patients back in hospital inside 30 days of going home remain our most stubborn problem, with 107 for every 1,000 discharges.", "People spent 91.4% of their last three months at home.",
				"For every thousand discharges, 107 people were back in hospital within a fortnight."},
			[]string{"Of 486 people who had reablement, 107 were back in hospital inside 90 days.", "Readmissions were 107 per 1,000, and a plan for them is due within three months."},
		},
		"units": {
			[]string{"An adult carer support plan took 11.0 weeks on average.", "Money advisers won £1.3m for households."},
			[]string{"An adult carer support plan took 11.0 days on average.", "Households stayed in temporary accommodation for 117 weeks on average.", "Days delayed in hospital of people aged 75 and over were 688 per 100,000.",
				"Money advisers won £1.3bn for households."},
			[]string{"An adult carer support plan took 77 days on average.", "An adult carer support plan takes two days to write.", "The longest stay in temporary accommodation was 117 weeks."},
		},
	})
	contrary(t, "ardenmuir", map[string]ofKind{
		"ages": {
			[]string{"Of people aged 65 or over, 97.0% live at home, supported or not.", "A developmental concern was found in 15.7% of children at 27 to 30 months."},
			[]string{"Of people aged 75 or over, 97.0% live at home, supported or not.", "A developmental concern was found in 15.7% of children at 13 to 15 months."},
			[]string{"A developmental concern was found in 15.7% of children, and there is a check at 13 to 15 months, too."},
		},
		"numbers in words": {
			[]string{"Unscheduled bed days, all ages, are down by more than three thousand since 2022/23.", "Support for unpaid carers came to a little over a million pounds."},
			[]string{"Unscheduled bed days, all ages, are down by more than four thousand since 2022/23.", "Support for unpaid carers came to about one and a half million pounds."},
			[]string{"The café sold a dozen cakes.", "More than four thousand people answered."},
		},
	})
}

// TestNumbersInWords reads numbers as people write them.
func TestNumbersInWords(t *testing.T) {
	l := language.NewLexicon(nil)
	for text, want := range map[string]string{
		"five thousand": "5000", "twenty-nine million pounds": "29000000", "a million": "1000000", "two dozen": "24", "half a dozen": "6",
		"a hundred": "100", "six and a half thousand": "6500", "two and a half million pounds": "2500000", "3 thousand": "3000",
	} {
		q := (*facts.Quantity)(nil)
		for _, tok := range l.Tokens(nil, sentenceOf(t, text+" were counted.")) {
			if tok.Kind == language.NumberToken && q == nil {
				q = tok.Q
			}
		}
		if q == nil || exact.Decimal(q.Value) != want || (q.Unit == facts.Pounds) != strings.Contains(text, "pounds") {
			t.Errorf("%q: %+v", text, q)
		}
	}
}

func sentenceOf(t *testing.T, text string) *sentence.Sentence {
	t.Helper()
	return sentence.NewPassage("x", yamlpos.NewText(text, source.Position{File: "x", Line: 1, Column: 1})).Sentences()[0]
}
