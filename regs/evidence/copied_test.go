package evidence

import (
	"slices"
	"testing"
)

func TestCopies(t *testing.T) {
	const (
		one     = "In Strathmoor the group met six times and its members asked for a clinic in the evening, which opened in May 2025 and saw 286 people."
		renamed = "In Glenside the group met four times and its members asked for a clinic in the evening, which opened in June 2025 and saw 112 people."
		edited  = "In Glenside the group met four times and its members asked for a clinic in the evening, which opened in June 2025, and 112 people came to it."
		other   = "Farm households said that day services at eleven in the morning were no use to them. Two now open at seven in lambing time."
		longer  = other + " " + one + " Keeping general practice is the largest risk, and one of the four practices has had no doctor since August."
	)
	for name, c := range map[string]struct {
		texts []string
		want  []Copy
	}{
		"the same":             {[]string{one, one}, []Copy{{1, 0}}},
		"names and numbers":    {[]string{one, other, renamed}, []Copy{{2, 0}}},
		"nearly":               {[]string{one, edited}, []Copy{{1, 0}}},
		"part of another":      {[]string{one, longer}, []Copy{{1, 0}}},
		"other words":          {[]string{one, other}, nil},
		"short and the same":   {[]string{"Staff were given more training.", "Staff were given more training."}, []Copy{{1, 0}}},
		"a number only":        {[]string{"The plan and the money moved outcome 1 on.", "The plan and the money moved outcome 2 on."}, []Copy{{1, 0}}},
		"too short":            {[]string{"It is complete.", "It is complete."}, nil},
		"empty":                {[]string{"", "", "{{ year }}"}, nil},
		"a principle's letter": {[]string{"Services were shaped by principle b(i).", "Services were shaped by principle b(xii)."}, []Copy{{1, 0}}},
		"opposite findings":    {[]string{"Waits for care at home fell on the coast.", "Admissions after falls rose in the town."}, nil},
	} {
		if got := Copies(c.texts); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
