// Package speakers says who speaks where a report quotes somebody: "Our Chair, Jo Bell, said: …", "…," a carer told us,
// "— Al Reid, Chief Officer". Somebody who speaks for the authority states its facts; a person who uses services, a member
// of staff or another body doesn't.
package speakers

import (
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/facts"
)

// Speaker is who says something.
type Speaker int

const (
	// Unknown is somebody of whom it isn't sure for whom they speak.
	Unknown Speaker = iota
	// Authority is somebody who speaks for the authority in its report.
	Authority
	// Other is a person who uses services, a carer, a member of staff, an inspector or another body, or somebody at another
	// time.
	Other
	// Same is the one who spoke before: "she added".
	Same
)

const (
	person = `(?:(?:Cllr|Councillor|Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){1,3}`
	// verbs are what somebody does who is quoted. What is asked, denied or read out isn't said of what is so.
	verbs = `(?:said|says|added|adds|explained|explains|commented|comments|wrote|writes|noted|notes|remarked|remarks|concluded|concludes|stated|states|reflected|continued|went on|put it|puts it|told us|told me|tells us)`
)

var (
	leads = lazyregexp.Lazy(`^(?:(?i:as) )?(\S.*?),? (?:also |then )?` + verbs + `(?: that)?\s*[:,]?$`)
	// once finds what somebody said at another time.
	once   = lazyregexp.Lazy(`^(\S.*?),? ` + verbs + `,? ((?:in|at|on|during|last|when|back|before|earlier|two|three|four|five|a)\b.*?)\s*[:,]$`)
	named  = lazyregexp.Lazy(`^(\S.*?)\s*:$`)
	follow = lazyregexp.Lazy(`^,?\s*` + verbs + ` (\S.*?)[.,:;]?$`)
	behind = lazyregexp.Lazy(`^,?\s*(\S.*?),? (?:also |then )?` + verbs + `[.,:;]?$`)
	again  = lazyregexp.Lazy(`^(?i:he|she|they)$`)

	// office finds who holds an office of the authority: the name, the words before the office, the office, the board that
	// it is of with the place before that, and the name behind it.
	office = lazyregexp.Lazy(`^(?:(` + person + `), )?(?:((?i:our|the)|\S+(?: \S+)*['’]s?) )?(?:(?i:interim|acting) )?` +
		`((?i:chair|chairman|chairwoman|chairperson|vice[- ]chair|chief officer|chief finance officer|chief financial officer))` +
		`((?: (?i:of|for|to)|,)(?: (?i:the|our))?((?: \p{L}[\p{L}&’'-]*)*?) (?i:(?:health and social care )?(?:integration joint board|integration authority|joint board|partnership|board)|IJB|HSCP))?` +
		`(?:,? (` + person + `))?,?$`)
	// of finds a board in what stands before an office: "the board's".
	of = lazyregexp.Lazy(`^(?i:our|the) (?i:board|IJB|joint board|integration joint board|partnership|HSCP)['’]s$`)

	others = lazyregexp.Lazy(`(?i)\b(?:carers?|patients?|residents?|tenants?|service[- ]users?|users?|customers?|clients?|relatives?|daughter|son|mother|father|mum|dad|wife|husband|partner of|sister|brother|niece|nephew|grandmother|grandfather|family|parents?|neighbours?|pupils?|young (?:person|people|man|woman)|uses?|staff|nurses?|social workers?|support workers?|care workers?|home ?carers?|link workers?|workers?|GPs?|doctors?|surgeon|paramedics?|physiotherapists?|therapists?|midwife|health visitors?|pharmacists?|managers?|volunteers?|inspectors?|inspectorate|healthcare improvement scotland|audit scotland|auditors?|minister|MSPs?|MPs?|cabinet secretary|government|council leader|leader of the council|charity|union|association|centre|forum|trust|hospice|community council|NHS|respondents?|participants?|visitors?|farmers?|teachers?|lady|man|woman|one person|people|somebody|someone|group)\b`)
)

// Before is who speaks behind the words that lead to somebody's words: "Our Chair, Jo Bell, said:".
func Before(f *facts.Facts, words string) (Speaker, string) {
	if m := leads().FindStringSubmatch(words); m != nil {
		return Of(f, m[1]), m[1]
	}
	if m := once().FindStringSubmatch(words); m != nil {
		return Other, m[1] + " " + m[2]
	}
	if m := named().FindStringSubmatch(words); m != nil {
		return Of(f, m[1]), m[1]
	}
	return Unknown, ""
}

// Behind is who speaks before the words that come behind somebody's words: "said Jo Bell, our Chair", "a carer told us".
func Behind(f *facts.Facts, words string) (Speaker, string) {
	if m := follow().FindStringSubmatch(words); m != nil {
		return Of(f, m[1]), m[1]
	}
	if m := behind().FindStringSubmatch(words); m != nil {
		return Of(f, m[1]), m[1]
	}
	return Unknown, ""
}

// Of is who somebody is, by their name or office as a report has it.
func Of(f *facts.Facts, words string) Speaker {
	words = strings.Trim(words, " ,.;")
	switch {
	case again().MatchString(words):
		return Same
	case signs(f, words) || speaksFor(f, words):
		return Authority
	case others().MatchString(words):
		return Other
	}
	return Unknown
}

// signs reports whether somebody of a name signs the foreword for the authority.
func signs(f *facts.Facts, name string) bool {
	return slices.ContainsFunc(f.Signatories, func(s facts.Signatory) bool {
		return strings.EqualFold(s.Name, name) && speaksFor(f, "our "+s.Role)
	})
}

// speaksFor reports whether words name somebody with an office of the authority. Other boards and groups have a chair
// too: that it is ours has to be said, by "our" or its name or that of somebody who signs the foreword.
func speaksFor(f *facts.Facts, words string) bool {
	m := office().FindStringSubmatch(words)
	if m == nil {
		return false
	}
	ours := false
	switch before := m[2]; {
	case before == "" || strings.EqualFold(before, "the"):
	case strings.EqualFold(before, "our") || of().MatchString(before) || isOwn(f, strings.TrimRight(before, "s'’")) || isOwn(f, strings.TrimSuffix(strings.TrimSuffix(before, "'s"), "’s")):
		ours = true
	default:
		return false
	}
	if m[4] != "" {
		if place := strings.TrimSpace(m[5]); place != "" && !isOwn(f, place) {
			return false
		}
		ours = true
	}
	for _, name := range []string{m[1], m[6]} {
		if others().MatchString(name) {
			return false
		}
		ours = ours || name != "" && signs(f, name)
	}
	return ours || strings.HasPrefix(strings.ToLower(m[3]), "chief")
}

// isOwn reports whether a name is one of the authority's area.
func isOwn(f *facts.Facts, name string) bool {
	return slices.ContainsFunc(f.Areas, func(a facts.AreaName) bool { return a.Area == facts.Own && strings.EqualFold(a.Name, name) })
}
