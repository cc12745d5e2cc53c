package law

import (
	"slices"
	"strings"

	"apr/internal/lazyregexp"
)

// otherBoards are the names of health boards that aren't made of "NHS" or "Health
// Board" and the place, by that place: the names that the orders on the areas of
// health boards gave (SI 1974/267 and its amendments, SSI 2006/32) and those that
// the boards use.
var otherBoards = map[string]string{
	"greater glasgow": "greater glasgow and clyde", "ggc": "greater glasgow and clyde", "glasgow and clyde": "greater glasgow and clyde",
	"eilean siar": "western isles", "nan eilean siar": "western isles", "ayrshire": "ayrshire and arran",
	"d and g": "dumfries and galloway", "a and a": "ayrshire and arran",
}

// otherCouncils are the names that councils have next to that of their area (Local
// Government etc. (Scotland) Act 1994, schedule 1, and as renamed under section 23
// of the 1973 Act), by what is left without "Council".
var otherCouncils = map[string]string{"western isles": "eilean siar", "nan eilean siar": "eilean siar", "na h-eileanan siar": "eilean siar"}

var (
	// holder is somebody who receives for a body.
	holder = lazyregexp.Lazy(`^.*\b(?:executives?|officers?|clerk|secretary|directors?|leader|chair|chairman|chairperson|convener|provost|members?|head)(?: of| to| for| at)*(?: the)? `)
	isBody = lazyregexp.Lazy(`\b(?:council|councils|comhairle|nhs|health board|bòrd)\b`)
	parts  = lazyregexp.Lazy(`[,;/()]|\bc/o\b`)
	joined = lazyregexp.Lazy(` and `)
	noise  = lazyregexp.Lazy(`\b(?:the|council|city|of|islands|comhairle|nhs|health|board|bòrd|territorial|local authority)\b`)
)

// NamesBody reports whether a name as people write it, such as "Chief Executive,
// NHS Forth Valley" or "Forth Valley Health Board", means a council or a health
// board. A name may mean several: "Stirling Council and NHS Forth Valley".
func NamesBody(written, body string) bool {
	key := BodyKey(body)
	return key != "" && slices.Contains(BodiesNamed(written), key)
}

// BodiesNamed are the keys of the bodies that a name as people write it means.
func BodiesNamed(written string) (keys []string) {
	for _, one := range bodiesIn(written) {
		if key := BodyKey(one); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}

// bodiesIn are the bodies that a name means, without who receives for them.
func bodiesIn(written string) []string {
	var all []string
	for _, part := range parts().Split(plain(written), -1) {
		part = strings.TrimSpace(part)
		if shared, found := strings.CutSuffix(part, " councils"); found {
			for _, place := range joined().Split(shared, -1) {
				all = append(all, place+" council")
			}
			continue
		}
		start := 0
		for _, m := range joined().FindAllStringIndex(part, -1) {
			if isBody().MatchString(part[start:m[0]]) && isBody().MatchString(part[m[1]:]) {
				all = append(all, part[start:m[0]])
				start = m[1]
			}
		}
		all = append(all, part[start:])
	}
	for i, one := range all {
		all[i] = holder().ReplaceAllString(one, "")
	}
	return all
}

// BodyKey is the kind of a body with its place: "council stirling"; "" for what is
// neither a council nor a health board.
func BodyKey(name string) string {
	name = plain(name)
	place := strings.Join(strings.Fields(noise().ReplaceAllString(name, " ")), " ")
	switch {
	case place == "":
		return ""
	case councilWord().MatchString(name):
		if other := otherCouncils[place]; other != "" {
			place = other
		}
		return "council " + strings.TrimPrefix(place, "nan ")
	case boardWord().MatchString(name):
		if other := otherBoards[place]; other != "" {
			place = other
		}
		return "board " + strings.TrimPrefix(place, "nan ")
	}
	return ""
}

var (
	councilWord = lazyregexp.Lazy(`\b(?:council|comhairle)\b`)
	boardWord   = lazyregexp.Lazy(`\b(?:nhs|health board|bòrd)\b`)
)

// plain is a name in small letters with single blanks and "and" for &.
func plain(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(strings.ReplaceAll(s, "&", " and "))), " ")
}
