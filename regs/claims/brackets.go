package claims

import (
	"slices"

	"apr/regs/claims/language"
)

// ofUnnamed reports whether the amounts in brackets of a sentence are of what the one before
// spoke of, and not what was spent: "Savings of £4.7m were made. The largest were in
// prescribing (£1.4m) and care homes (£0.8m)". Money is spent on a service; what is in one is
// a saving, a pressure or a grant.
func (s *statement) ofUnnamed() bool {
	within := false
	for i := range s.items {
		switch it := &s.items[i]; it.Class {
		case language.IsFace, language.IsBase:
			return false
		case language.IsSubject:
			k := i - 1
			for k >= 0 && slices.Contains([]string{"the", "our", "its"}, s.items[k].text) {
				k--
			}
			within = within || k >= 0 && s.items[k].text == "in"
		}
	}
	return within
}
