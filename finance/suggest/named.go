package suggest

import (
	"slices"
	"strings"

	"apr/finance"
)

// BodyCalled is the kind of body that a partner is by its name, and the other kind; ""
// where the name doesn't say.
func BodyCalled(partner string) (body, other Body) {
	words := strings.Fields(plainWords(partner))
	switch {
	case len(words) > 0 && words[0] == "nhs", hasPhrase(words, []string{"health", "board"}):
		return HealthBoard, Council
	case slices.Contains(words, "council"), slices.Contains(words, "comhairle"):
		return Council, HealthBoard
	}
	return "", ""
}

// MatterOf is the matter that a service of a body is by what it is called, or "".
func MatterOf(body Body, name string) finance.Matter {
	text := plainWords(name)
	rows := crosswalk()
	if i := slices.IndexFunc(rows, func(r crosswalkRow) bool { return r.body == body && r.says(text) }); i >= 0 {
		return rows[i].matter
	}
	return ""
}
