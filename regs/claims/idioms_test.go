package claims

import (
	"slices"
	"strings"
	"testing"
)

// Verbs with up or down that say no direction are no claim of one.
func TestIdiomsSayNoDirection(t *testing.T) {
	p := textsOf(t, "../../examples/carrickmoor")
	for _, s := range []string{
		"What was spent is added up from the ledgers of both partners.",
		"Total spending adds up to what the ledgers say.",
		"Our spending is summed up in the table below.",
		"Spending was totted up by locality.",
		"Total spending is made up of five matters.",
		"The spending was drawn up under six headings.",
		"Spending is set down by matter, and written up each quarter.",
		"Emergency admissions are followed up by the practice nurse.",
		"Emergency admissions were picked up by the frailty team.",
		"Falls were written up by the wards.",
		"Delayed discharge is taken up with the hospital each week.",
		"Spending on prescribing was broken down by practice.",
		"Emergency admissions were split up by age.",
		"Spending on care at home was set up as a budget of its own.",
		"For falls a new register was opened up to care homes.",
		"Care home spending is put down to the partner that pays it.",
		"We end up with an overspend that both partners share.",
	} {
		got, ok := p.with("regulation-4/introduction", s)
		if !ok {
			t.Fatal("no text")
		}
		for _, c := range got {
			if c.Verdict != Unread && (c.Measure == saysChange || c.Measure == saysComparison) {
				t.Errorf("%q: %s %s %q %s", s, c.Verdict, c.Measure, c.Text, c.Message)
			}
		}
	}
	// They are no reason to overlook a direction that is there.
	for s, is := range map[string]Verdict{
		"Emergency admissions went up.":                                          Contradicted,
		"Emergency admissions are down.":                                         Confirmed,
		"Emergency admissions, which add up to the largest part of it, went up.": Unread,
		"Total spending went up.":                                                Confirmed,
		"Total spending came down.":                                              Contradicted,
	} {
		got, _ := p.with("regulation-4/introduction", s)
		if is != Unread && !someAre(got, is) {
			t.Errorf("%q isn't %s", s, is)
		}
	}
}

// An amount in brackets behind a service isn't its spending where the sentence speaks of
// savings or pressures that the one before names.
func TestBracketsOfWhatWentBefore(t *testing.T) {
	p := textsOf(t, "../../examples/carrickmoor")
	for _, s := range []string{
		"Grants of £2.0m were won. The largest were in prescribing (£1.3m) and care at home (£0.2m).",
		"Pressures of £3.9m are known. Most are in GP prescribing (£2.3m), telecare (£0.9m) and the rest in care at home (£0.7m).",
		"Of the £1.1m, some was in prescribing (£0.9m).",
		"Cuts were agreed. They are in the direct payments (£0.6m) and telecare (£0.1m).",
	} {
		got, _ := p.with("regulation-4/introduction", s)
		for _, c := range got {
			if c.Verdict == Contradicted {
				t.Errorf("%q: %q %s", s, c.Text, c.Message)
			}
		}
	}
	for _, s := range []string{
		"We spent most on GP prescribing (£14.9m).",
		"The largest overspends were in prescribing (£1.4m) and care at home (£3.4m).",
	} {
		got, _ := p.with("regulation-4/introduction", s)
		if !someAre(got, Contradicted) {
			t.Errorf("%q isn't found wrong", s)
		}
	}
}

// The reason why a claim isn't read is true of its sentence.
func TestReasonsAreTrue(t *testing.T) {
	p := textsOf(t, "../../examples/carrickmoor")
	for s, want := range map[string]string{
		"The unit began in May 2025 and cost £480,000.":           "of a month",
		"It started in September and cost £480,000.":              "of a month",
		"Some 512 people told us that they were content.":         `with "told"`,
		"The befrienders, who helped 163 people, met each month.": `with "helped" it may`,
		"We hope to see 300 people in classes next year.":         `with "hope" it may`,
		"It would have cost £480,000.":                            `with "would"`,
		"Adults might be at risk in 46 homes.":                    `with "might"`,
	} {
		got, _ := p.with("regulation-4/introduction", s)
		if !slices.ContainsFunc(got, func(c *Claim) bool { return strings.Contains(c.Reason, want) }) {
			t.Errorf("%q: no reason has %q", s, want)
			for _, c := range got {
				t.Logf("    %s %q %s", c.Verdict, c.Text, c.Reason)
			}
		}
	}
}
