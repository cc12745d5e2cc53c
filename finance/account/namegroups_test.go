package account

import (
	"slices"
	"testing"

	"apr/finance"
	"apr/finance/classify"
	"apr/finance/ledger"
)

// A name with a plain word of another care group, and none of its own, contradicts the rule; so does
// primary care among inpatients.
func TestNamesThatSayOtherPeople(t *testing.T) {
	const ld = "Adults with a learning disability"
	for _, c := range []struct {
		name, group string
		matter      finance.Matter
		want        string
	}{
		{"Old Age Psychiatry Ward 3", ld, finance.Inpatient, "belong to the care group " + ld + ", and their names say older people"},
		{"Old Age Psychiatry Ward 3", "Older people", finance.Inpatient, ""},
		{"Old Age Psychiatry Ward 3", "Mental health", finance.Inpatient, ""},
		{"Care home places for adults under 65", "Older people", finance.CareHome, "belong to the care group Older people, and their names say people under 65"},
		{"Care home places for adults under 65", ld, finance.CareHome, ""},
		{"Care home places for people over and under 65, older people", "Older people", finance.CareHome, ""},
		{"Day care, learning disabilities", "Older people", finance.OtherSocialCare, "belong to the care group Older people, and their names say learning disability"},
		{"Day care, learning disability, older people", "Older people", finance.OtherSocialCare, ""},
		{"Learning disability team", "Mental health and learning disability", finance.OtherSocialCare, ""},
		{"Learning disability team", "Adults with disabilities", finance.OtherSocialCare, ""},
		{"Learning disability team", "Community care", finance.OtherSocialCare, ""},
		{"Dementia day care", "Mental health", finance.OtherSocialCare, ""},
		{"Alcohol and drug services", "Mental health", finance.OtherHealth, ""},
		{"Mental health officers", "Older people", finance.OtherSocialCare, ""},
		{"Children and families", "Older people", finance.OtherSocialCare, "belong to the care group Older people, and their names say children"},
		{"Childcare vouchers", "Older people", finance.OtherSocialCare, ""},
		{"Care at home, north", "Older people", finance.OtherSocialCare, ""},
		{"Social work teams", "", finance.OtherSocialCare, ""},
		{"Out-of-hours primary care (hosted)", "", finance.Inpatient, "belong to 4(2)(a), and their names say 4(2)(b)"},
		{"Out-of-hours primary care (hosted)", "", finance.OtherHealth, ""},
		{"District nursing, north", "", finance.Inpatient, "belong to 4(2)(a), and their names say 4(2)(b)"},
		{"Dental hospital", "", finance.Inpatient, ""},
		{"Community hospitals", "", finance.Inpatient, ""},
		{"General medicine", "", finance.Inpatient, ""},
		{"Mental health inpatients", "", finance.OtherHealth, "belong to 4(2)(b), and their names say 4(2)(a)"},
		{"Inpatient pharmacy", "", finance.OtherHealth, ""},
		{"Ward 4 community team", "", finance.OtherHealth, ""},
	} {
		got := namesSay(&ledger.Centre{Name: c.name, Class: classify.Class{CareGroup: c.group, Matter: c.matter}})
		if c.want == "" && len(got) > 0 || c.want != "" && !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s of %s %s: %q; want %q", c.name, c.group, c.matter, got, c.want)
		}
	}
}
