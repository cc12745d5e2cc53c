package claims

import (
	"strings"
	"testing"

	"apr/internal/rounds"
	"apr/regs/claims/facts"
)

// TestSpokenNames finds what the names stand for that staff, councillors and carers use.
func TestSpokenNames(t *testing.T) {
	for example, names := range rounds.FewOf(t, map[string]map[string][]string{
		"carrickmoor": {
			"NI1":                     {"people who keep themselves in good health", "adults who take good care of their own health", "people on top of their own health"},
			"NI2":                     {"as independent as they can", "people who stay independent", "leading independent lives"},
			"NI3":                     {"people whose voice counted in how support was arranged", "people consulted about their care", "people who helped to decide how their support was arranged"},
			"NI4":                     {"joined-up services", "services that talk to each other", "health and care that hang together"},
			"NI5":                     {"people who speak highly of their care", "people happy with the care they receive", "good and excellent care"},
			"NI6":                     {"our patients' verdict on care at their general practice", "patients who are happy with their surgery", "people who speak well of their doctors"},
			"NI7":                     {"support that made their lives better", "life is better for the support"},
			"NI8":                     {"carers who can carry on with our support", "people looking after a relative who feel supported"},
			"NI9":                     {"people who feel secure", "people safe in their own homes"},
			"NI11":                    {"people dying before their 75th birthday", "deaths before the age of 75", "lives cut short"},
			"NI12":                    {"adults taken in as emergencies", "people who came through the front door", "acute admissions"},
			"NI13":                    {"days that emergency patients spent", "days in a bed after an emergency admission"},
			"NI14":                    {"patients coming back into hospital", "bounce-backs", "people who had to return to hospital", "people back on the ward within a month"},
			"NI15":                    {"towards the end of their lives the last six months", "home for most of the last half year"},
			"NI16":                    {"tumbles", "people in hospital because they had fallen", "fallers"},
			"NI17":                    {"top marks or better", "care services at grade 4", "inspectors' verdict"},
			"NI18":                    {"people with the greatest needs who live at home", "intensively supported at home"},
			"NI19":                    {"days that people lose to delayed discharge", "patients stuck in hospital beds", "bed-blocking", "beds that they no longer needed"},
			"measure:CM01":            {"the queue for care", "people with no carer to come to them", "home care that is awaited"},
			"measure:CM02":            {"people who saw a link worker", "people sent to a link worker"},
			"measure:CM03":            {"the wait for a plan", "carers who wait for a support plan"},
			"measure:CM04":            {"support plans for carers", "carers were given a support plan"},
			"measure:CM05":            {"inquiries into harm", "adult protection inquiries"},
			"measure:CM06":            {"an engaged workforce", "how engaged our staff are: engagement score"},
			"measure:CM07":            {"staff off sick", "colleagues too ill to work", "sick leave"},
			"measure:CM08":            {"help with drink and drugs", "addiction treatment", "recovery services"},
			"measure:CM09":            {"jobs standing empty", "posts that nobody holds", "empty posts"},
			"measure:CM10":            {"welfare advisers won £1.3m", "£1.3m in the pockets of households"},
			"measure:CM11":            {"efficiencies of £4.7m", "economies of £4.7m"},
			"measure:CM12":            {"one-to-ones with a supervisor", "staff who were supervised"},
			"measure:CM14":            {"temporary housing", "homeless households in temporary homes"},
			"matter:4(2)(a)":          {"inpatient beds cost £1", "hospital stays cost £1"},
			"matter:4(2)(b)":          {"the rest of health care cost £1", "non-hospital health care cost £1"},
			"matter:4(2)(c)":          {"residential and nursing care cost £1", "care homes and shared lives cost £1"},
			"matter:4(2)(d)":          {"backing for unpaid carers cost £1", "support to carers cost £1"},
			"matter:4(2)(e)":          {"social care outside care homes cost £1", "all other social care cost £1"},
			"service:Telecare":        {"pendant alarms cost £1"},
			"care group:Older people": {"pensioners cost £1", "people in later life cost £1"},
			"":                        {"the hospital garden", "a meeting of staff", "the voice of the valley", "people came to the fair", "the queue at the bar"},
		},
		"ardenmuir": {
			"measure:MSG1": {"unplanned admissions of people of every age", "people of all ages rushed to hospital"},
			"measure:MSG2": {"unscheduled days", "emergency patients of every age in beds"},
			"measure:MSG3": {"visits to casualty", "people who turned up at a&e"},
			"measure:MSG6": {"people aged 65 or over who live in their own homes", "older people in their own homes"},
			"measure:AM1":  {"children in our care", "children living away from home"},
			"measure:AM2":  {"a developmental delay"},
			"measure:AM3":  {"payback", "community orders completed"},
			"measure:AM4":  {"carers who were offered a support plan"},
			"measure:AM5":  {"staff off work because of illness"},
		},
	}) {
		f := facts.Of(load(t, "../../examples/"+example))
		for want, list := range names {
			for _, text := range list {
				r, s := reading(t, f, text+".")
				st := &statement{reader: r}
				st.items = r.lex(r.tokens(s))
				st.survey()
				got := ""
				for _, th := range st.all {
					got = strings.TrimSpace(got + " " + th.ID)
				}
				if got != want {
					t.Errorf("%q is %q, want %q", text, got, want)
				}
			}
		}
	}
}
