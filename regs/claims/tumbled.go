package claims

import (
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

var (
	// peopleBefore are people of whom the next verb is said, and not how many they are:
	// "26 older people in 1,000 fell", unlike "the number of older people fell".
	peopleBefore = lazyregexp.Lazy(`(?i)(?:^|[,;:(–—]|\b(?:and|but|while|where|when|as|because|if|that|than|of|in|out of) (?:every |the |all )?[0-9][0-9,. ]*|\b(?:and|but|while|where|when|because|if|that)\b|\b[0-9][0-9,.]*|[^\s]\s{4,})\s*` +
		`(?:(?:more|fewer|some|many|most|several|no|older|frail|frailer|disabled|the|our|these|of|[0-9][0-9,.]*)\s+)*(?:people|adults|residents|patients|women|men|persons|tenants)` +
		`(?: aged [0-9]+ (?:and|or) over| over [0-9]+)?(?: (?:in|per|of|out of)(?: every)? [0-9][0-9,]*)?(?: who)?(?: (?:had|have|has))?\s+$`)
	// perSoMany is how many people a rate is per: "bed days per 100,000 adults have fallen".
	perSoMany = lazyregexp.Lazy(`(?i)\b(?:per|for every|for each)\s+[0-9][0-9,]*\s+(?:[a-z]+\s+)?(?:people|adults|residents|patients|population|persons)(?: aged [0-9]+ (?:and|or) over| over [0-9]+)?(?:\s+(?:has|have|had))?\s+$`)
	// byHowMuch follows a fall of a figure.
	byHowMuch = lazyregexp.Lazy(`(?i)^\s*(?:by|to|below|since|again|further|slightly|sharply|steadily|short|behind|in (?:every|each) year|year (?:on|after|by) year|from\s+(?:£|[0-9]|\s))`)
)

// endsAsPeople reports whether a text ends with a word that peopleBefore can end with, as few do.
func endsAsPeople(text string) bool {
	text = strings.TrimRight(text, " \t\n\f\r")
	if text == "" {
		return false
	}
	last := text[strings.LastIndexByte(text, ' ')+1:]
	switch last {
	case "over", "who", "had", "have", "has":
		return true
	}
	return language.IsDigit(last[len(last)-1]) || last[len(last)-1] == ',' || facts.HoldsAny(last, "people", "adults", "residents", "patients", "men", "persons", "tenants")
}

// peopleFell makes plain words of "fell" where it is people who do, and no figure.
func (s *statement) peopleFell() {
	for i := range s.items {
		it := &s.items[i]
		if it.Class == language.IsMove && slices.Contains([]string{"fell", "fall", "fallen"}, it.text) &&
			endsAsPeople(s.passage.Lower[s.start:it.start]) && !byHowMuch().Match(s.plain[it.end:s.end]) && peopleBefore().Match(s.plain[s.start:it.start]) && !perSoMany().Match(s.plain[s.start:it.start]) {
			it.makePlain()
		}
	}
}
