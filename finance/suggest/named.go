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
	words := strings.Fields(plainWords(name))
	rows := crosswalk()
	if i := slices.IndexFunc(rows, func(r crosswalkRow) bool { return r.body == body && r.says(words) }); i >= 0 {
		return rows[i].matter
	}
	return ""
}

// plainServices are the services of the crosswalk whose words leave no doubt of what is meant.
var plainServices = []string{"Shared Lives (adult placement)", "Support for unpaid carers", "Care homes", "Care at home", "Day services", "Direct payments", "Supported living",
	"Equipment and telecare", "GP prescribing", "General medical services", "Dental services", "Eye care", "Pharmacy", "District and community nursing", "Health visiting"}

// plainRows are the rows of plain services whose words a text has.
func plainRows(body Body, text string) (rows []crosswalkRow) {
	words := strings.Fields(plainWords(text))
	for _, r := range crosswalk() {
		if r.body == body && slices.Contains(plainServices, r.service) && r.says(words) {
			rows = append(rows, r)
		}
	}
	return rows
}

// IsPlain reports whether a service is one whose words leave no doubt of what is meant.
func IsPlain(body Body, service string) bool { return len(plainRows(body, service)) > 0 }

// OtherService is a plain service that a cost centre's name says and the service that it is
// mapped to doesn't, where that says another; else "".
func OtherService(body Body, name, service string) string {
	named, mapped := plainRows(body, name), plainRows(body, service)
	if len(named) == 0 || len(mapped) == 0 {
		return ""
	}
	for _, r := range named {
		if slices.ContainsFunc(mapped, func(o crosswalkRow) bool { return o.service == r.service }) {
			return ""
		}
	}
	return named[0].service
}
