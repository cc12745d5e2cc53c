package sums

import (
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/sentence"
)

// read gives what a sentence makes of its figures, of a report that has no data.
func read(t *testing.T, text string) ([]*claim.Claim, *Parts) {
	t.Helper()
	f := &facts.Facts{Year: 2025, First: 2016}
	p := sentence.NewPassage("opening.about", yamlpos.NewText(text, source.Position{File: "opening.yaml", Line: 1, Column: 1}))
	all := p.Sentences()
	if len(all) != 1 {
		t.Fatalf("%s: %d sentences", text, len(all))
	}
	return Claims(f, all[0], language.NewLexicon(language.NewDictionary(f)).Tokens(nil, all[0]))
}

// TestClaims has the figures of sentences held against each other: these are right, these are wrong, and of these
// nothing is said.
func TestClaims(t *testing.T) {
	const right, unread = "right", ""
	for text, want := range map[string]string{
		// Shares of two amounts.
		"149 of 212 people (70%) were seen in time.":                                        right,
		"149 of 212 people (60%) were seen in time.":                                        "the text has 60%; 149 of 212 is 70.3%",
		"Of 60 that were reviewed 14, almost a quarter, were late.":                         right,
		"Of 60 that were reviewed 14, almost half, were late.":                              "the text has half; 14 of 60 is 23.3%",
		"The overspend of £2.8m is 1.1% of the budget of £247.6m.":                          right,
		"£2.8m is 1.1% of the budget of £247.6m.":                                           right,
		"£2.8m is 2.1% of the budget of £247.6m.":                                           "the text has 2.1%; £2.8m of £247.6m is 1.1%",
		"Almost three quarters of the pledges – 15 of 24 – were kept.":                      "the text has three quarters; 15 of 24 is 62.5%",
		"Six in ten of the bed days, 3,051 out of 5,064, were of three people.":             right,
		"Nine in ten of the bed days, 3,051 out of 5,064, were of three people.":            "the text has Nine in ten; 3,051 of 5,064 is 60.2%",
		"All but nine of 204, or 96%, were answered.":                                       unread,
		"More than 7 out of 10 people (77.1%) agreed.":                                      unread,
		"They cost £60.4m of the £108.7m that was spent, or more than half of it.":          right,
		"They cost £60.4m of the £108.7m that was spent, or about two thirds of it.":        "the text has two thirds of it; £60.4m of £108.7m is 55.6%",
		"They cost £60.4m of the £108.7m that was spent, and half of it was for medicines.": unread,
		// Sizes of changes.
		"The share rose by 14 points, from 74% in the spring to 88%.": right,
		"The share rose by 16 points, from 74% in the spring to 88%.": "the text has 16 points; with 74% and 88% it is 14 percentage points",
		"The share rose by 14%, from 74% in the spring to 88%.":       "the text has 14%; with 74% and 88% it is 14 percentage points, or 18.9%; percent and percentage points are taken for each other",
		"It grew by two homes, from 60 beds to 84.":                   unread,
		"The list is open to people aged from 5 to 12, 8 fewer.":      unread,
		// Amounts a head.
		"The fund paid £105,000, or £210 a head for the 500 carers.": right,
		"The fund paid £84,000, or £210 a head for the 500 carers.":  "the text has £210; with £84,000 and 500 it is £168",
		// Sums.
		"They are £213.0m, £9.5m and £28.0m: £250.5m in all.":                                      right,
		"They are £213.0m, £9.5m and £28.0m: £260.5m in all.":                                      "£213.0m, £9.5m and £28.0m are £250.5m together; the text has £260.5m",
		"Home care cost £90.3m, day care £16.8m and meals £1.6m, which comes to £108.7m in all.":   right,
		"Home care cost £90.3m, day care £16.8m and meals £1.6m, which comes to £118.7m in all.":   "£90.3m, £16.8m and £1.6m are £108.7m together; the text has £118.7m",
		"The £250.4m that was spent was made up of £160.6m by the board and £89.8m by us.":         right,
		"The £250.4m that was spent was made up of £150.6m by the board and £89.8m by us.":         "£150.6m and £89.8m are £240.4m together; the text has £250.4m",
		"Home care cost £24.3m, day care £4.4m and meals £1.1m, which makes £29.8m for the three.": right,
		"Home care cost £24.3m, day care £4.4m and meals £1.1m, which makes £31.8m for the three.": "£24.3m, £4.4m and £1.1m are £29.8m together; the text has £31.8m",
		"Home care cost £24.3m, day care £4.4m and meals £1.1m, which makes £41.8m for all four.":  unread,
		"Home care cost £90.3m, day care £16.8m more than meals, in all £118.7m.":                  unread,
		// Parts of a whole.
		"Of the 24 actions, 15 were met, six in part and three not.":                            unread, // which is right
		"Of the 24 actions, 15 were met, six in part and four not.":                             "the parts 15, six and four are 25 together; the text has 24",
		"Of the 24 actions, 15 were met, six in part and two not; the other one was withdrawn.": unread,
		// What is left.
		"Grants of £3.4m were made against the £4.0m promised, leaving £0.9m.":        `the text has "leaving £0.9m"; £3.4m against £4.0m is £0.6m`,
		"Grants of £3.4m were made against the £4.0m promised, leaving £0.6m.":        unread, // which is right
		"We spent £250.4m against a plan of £247.6m, an underspend of £2.8m.":         `the text has "underspend of £2.8m"; £250.4m against £247.6m is an overspend of £2.8m`,
		"We needed £6.2m and made £4.7m, so we are £1.9m short.":                      `the text has "£1.9m"; £6.2m against £4.7m is £1.5m`,
		"We needed £6.2m and made £4.7m, so we are £1.5m short.":                      unread, // which is right
		"We needed £6.2m and made £4.7m, which would have left us about £1.9m short.": unread,
		// Single figures.
		"We spent £250.4m.": unread,
	} {
		claims, _ := read(t, text)
		got := unread
		for _, c := range claims {
			if c.Verdict == claim.Contradicted {
				got = c.Message
			} else if got == unread {
				got = right
			}
		}
		if got != want {
			t.Errorf("%s\n%q, want\n%q", text, got, want)
		}
	}
}

// TestPlaces has a claim be of the words that it is read of, and carried by the figure that can be wrong.
func TestPlaces(t *testing.T) {
	claims, _ := read(t, "In the spring 149 of 212 people (60%) were seen in time.")
	if len(claims) != 1 || claims[0].Text != "149 of 212 people (60%" || claims[0].Words != "60%" || claims[0].At.Column != 34 || claims[0].Name != "opening.about" {
		t.Errorf("%+v", claims)
	}
}

// TestParts keeps the parts of a whole that is named and not counted.
func TestParts(t *testing.T) {
	_, parts := read(t, "We count 15 commitments met, six partly met and three not.")
	if parts == nil || parts.Of != "commitments" || parts.Together != 24 || parts.Written != "15, six and three" {
		t.Errorf("%+v", parts)
	}
	if _, parts := read(t, "We count 15 commitments met and six partly met."); parts != nil {
		t.Errorf("%+v", parts)
	}
}
