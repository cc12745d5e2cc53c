package regs

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"apr/indicators"
)

// area reports an area in apr.yaml that isn't the authority's: another one's, or, where the
// authority doesn't say that it is invented, one that no authority has. All indicators would be
// those of the area, under the authority's name.
func (n *ownNames) area() {
	a := &n.project.Config.Authority
	area, known, _ := indicators.CanonicalArea(a.Area)
	own, _, exists := indicators.FindAuthority(a.Name)
	found, hint := "", "write the area as the workbook calls the authority's own rows"
	switch owner, has := ownerOf(area); {
	case a.Area == "" || a.Name == "":
	case exists && area != own.Area && (known || !sharesName(area, own)):
		found, hint = fmt.Sprintf("the area is %q, and that of %s is %s", a.Area, own.Name, own.Area), fmt.Sprintf("write area: %s, or take it out: apr knows it", own.Area)
	case exists:
	case area == indicators.Scotland:
		found = fmt.Sprintf("the area of %s is Scotland, which no authority's is", a.Name)
	case has && !sharesName(a.Name, owner):
		found = fmt.Sprintf("the area is %s, which is that of %s, and the authority is %s", area, owner.Name, a.Name)
	case !known && !a.Invented && a.Since == 0:
		found = fmt.Sprintf("%s is not one of the 31 integration authorities, and its area, %s, is not one of the areas of Public Health Scotland's workbook", a.Name, a.Area)
		hint = "write the name and the area as they are, since: where the authority is new, or invented: true for one that doesn't exist"
	}
	if found != "" {
		n.add(Finding{Position: at(n.project.Config.PositionOf("authority.area"), projectFile), Likely: true, Found: found, Hint: hint, Related: authorityPlace(n.project)})
	}
}

// ownerOf is the authority of an area, or of a council's that shares one.
func ownerOf(area string) (owner indicators.Authority, ok bool) {
	for _, a := range indicators.Authorities() {
		if a.Area == area || slices.Contains(a.Councils, area+" Council") {
			return a, true
		}
	}
	return owner, false
}

// kindsOfBody are words in names of many bodies and places.
var kindsOfBody = []string{"health", "social", "care", "integration", "integrated", "joint", "board", "council", "partnership", "city", "islands", "north", "south", "east", "west", "western", "authority", "lead", "agency", "highlands"}

// sharesName reports whether a name has a word of the authority's own names, such as Borders.
func sharesName(name string, a indicators.Authority) bool {
	words := func(s string) []string {
		return strings.FieldsFunc(indicators.AreaKey(s), func(c rune) bool { return !unicode.IsLetter(c) })
	}
	own := words(strings.Join(append(append([]string{a.Area, a.Name, a.HSCP}, a.OtherNames...), a.Councils...), " "))
	return slices.ContainsFunc(words(name), func(w string) bool {
		return len(w) > 3 && !slices.Contains(kindsOfBody, w) && slices.Contains(own, w)
	})
}
