package evidence

import (
	"strings"
	"testing"
	"time"
)

var lawOfTest = []string{
	"a description of the extent to which the arrangements set out in the strategic plan and the expenditure allocated in the financial statement have achieved, or contributed to achieving, the national health and wellbeing outcomes;",
	"Health and social care services contribute to reducing health inequalities.",
	"People using health and social care services are safe from harm.",
	"respects the rights of service-users",
	"the main purpose of services which are provided in pursuance of integration functions is to improve the wellbeing of service-users",
	"makes the best use of the available facilities, people and other resources",
}

func TestKind(t *testing.T) {
	r := NewReader(lawOfTest, []string{"Closer to Home 2023 to 2026", "Carrickmoor Integration Joint Board"})
	for kind, texts := range map[Kind][]string{
		Pointer: {
			"Best value section - see email of 3 June.", "See email from Tom", "As per the latest email chain", "See our website.", "This is covered in the strategic plan.", "The changes are described in the revised plan.", "As last year.", "Same as last year", "As above.", "Ditto.", "See above", "Please see appendix 3.",
			"Details can be found on the partnership's website.", "Reported elsewhere.", "Information on this outcome is set out in the annual accounts 2025/26.",
			"See *Closer to Home 2023 to 2026*.", "Our progress on this outcome is described in the Annual Accounts. Please refer to pages 12 to 14.", "This is in our plan.",
			"The reasons are given in the board paper of 12 June 2025.", "Covered above.", "The strategic plan covers this.", "# Outcome 1\n\nSee the website for more information.",
			"Please refer to the Falkirk Plan", "For details see the report to the Board.", "Full details are available online.", "The changes are set out in Closer to Home 2023 to 2026.",
			"- See the website.\n- See the plan.", "Please refer to our partner's website for more.", "Refer to Action Plan v2.", "See the Care Inspectorate website for the provider's response.", "See foreword.", "The full assessment can be accessed through the Pentana system.", "Improvement plan attached.", "Same text as principle b(i).", "Covered under principle b(ii).", "See case study.", "Delivered through the Strategic Commissioning Plan.", "As per the report considered by the Board.",
			"Reasons for the rise in waits are set out in the audited accounts.", "Please see our engagement strategy.", "Same as 2024/25.", "The same as in 2024/25",
		},
		Link:    {"[Our website](https://example.org)", "https://example.org/plan", "See [the inspection report](https://example.org).", "[Report on care at home](https://x.example)", "<https://example.org>", "Read more at www.example.org"},
		Receipt: {"Noted.", "Agreed", "Recommendation accepted.", "The recommendation has been accepted by the board.", "Accepted and noted."},
		Law: {
			"Health and social care services contribute to reducing health inequalities.", "Our services contribute to reducing health inequalities.",
			"Services respected the rights of service users.", "The arrangements set out in the strategic plan and the expenditure allocated in the financial statement have contributed to achieving the national health and wellbeing outcomes.",
			"The board makes the best use of the available facilities, people and other resources.", "People using health and social care services in our area are safe from harm.",
			"**People using health and social care services are safe from harm.**",
		},
		Law + 100: {"Section 31 applies.", "The duty of Best Value applies to the Integration Joint Board."},
		Thin:      {"The recommendation was shared with the team.", "We continue to make best use of our resources and deliver high quality services.", "Good progress was made.", "We continue to improve our services.", "Best value was secured.", "Services followed the principle.", "On course.", "Action taken.", "In hand.", "An action plan is in place.", "Planning went well.", "The year went very smoothly.", "Timing.", "Mainly timing issues.", "No action was taken.", "The action has not been completed.", "We are proud of our dedicated staff.", "Thank you to all our colleagues for their hard work."},
		Promise: {
			"An update will be provided to the board in due course.", "This will be reported next year.", "The assessment is to be included in the final report.", "We will report on this in 2026/27.", "This will form part of the next performance report.",
			"A full evaluation will be carried out in autumn.", "Progress on this outcome will be published later this year.",
		},
		Refusal: {
			"None", "None.", "Nil", "(blank)", "*None*", "Nothing to declare", "None given",
			"This outcome was not assessed.", "No assessment was made this year.", "We were unable to provide an assessment because of staffing pressures.",
			"Nothing to report.", "There is nothing further to add.", "It was not possible to assess this principle.", "This principle does not apply.", "It has not proved possible to evaluate this outcome.", "Not known.", "An assessment for this locality has not been completed.", "We do not hold this information.", "Not reported this year due to lack of capacity.",
		},
		Referral: {
			"This is a matter for the council.", "The information is held by NHS Moorland.", "Best value is the responsibility of the Chief Finance Officer.", "Please contact the Performance Team.", "This lies with the Health Board.", "Queries should be directed to the Carers Lead.", "Finance colleagues hold this information.", "External audit is responsible for assessing best value.", "The Strategic Planning Group has oversight of this.", "The Care Inspectorate has been informed.",
		},
		Process: {
			"We are waiting for the council's finance team to confirm the reasons.", "All of the evidence for this principle has been gathered and will be analysed over the summer.",
			"This text was reviewed by the senior management team and no changes were requested.", "Information on this outcome was requested and had not been received when the papers were issued.",
		},
		Vague:    {"Progress is reported quarterly to the Performance and Audit Committee.", "Our Carers Strategy sets out how we support unpaid carers."},
		Figure:   {"{{ value \"NI12\" }}", "The overspend was {{ variance \"total\" }}."},
		Complied: {"The review was carried out in accordance with section 37 of the Act.", "Consultation is carried out in line with legislation."},
		Waiting:  {"Data were not available at the time of writing.", "No update was received.", "No comment.", "The narrative was not received.", "Explanatory note from CFO outstanding.", "Update required from workforce lead pls", "None to report - LT to check", "Awaiting a reply from the ward.", "Nobody had the time to write this.", "The finance lead is on leave until August.", "We have asked the provider for an update twice."},
		Cause:    {"Vacancies.", "Demand is rising and resources are finite."},
		Left: {
			"Placeholder paragraph about best value.", "Need to add a paragraph here about procurement and efficiency.", "[£ amount] was saved.", "The Best Value duty applies. More detail to come.", "(2024/25 text – update) The board improved value.",
			"**DRAFT** The board improved value in many ways.", "Blah blah value blah blah.", "Under construction", "HOLD FOR AMENDED VERSION", "Ailsa to send figures", "Still need to write something on carers.", "Finance to supply the final figures by Friday", "£[x]m was spent on [number] people.",
		},
		Unnamed:     {"The reasons are not known.", "Various reasons.", "A number of factors contributed to this.", "There were several reasons for the overspend.", "Due to a range of factors.", "The causes of the overspend remain unclear."},
		Picture:     {"![A bar chart of spending.](media/value.png)", "## Best value\n\n![People in a hall](media/hall.png)"},
		Question:    {"How well did we do?", "What did the plan arrange? How was the money spent?"},
		Particulars: {"J. Smith, Head of Service", "31 March 2026", "Lead: Jane Brown", "Version 0.3, June 2026", "250 words max", "Chief Officer", "By end of March 2026", "Locality manager: Fiona Reid", "Carrick Coast locality plan 2025-26", "Owner: Head of Finance. Due: 30/06/2026", "Draft v2 for comment"},
		Assent:      {"Approved by the board on 24 June 2026.", "The report was endorsed by the IJB at its meeting in June.", "Signed off by the Chief Officer", "The Board approved the revised plan on 18 March 2026."},
		Answer: {
			"Agency nursing.", "Prescribing, 2025/26.", "Policy revised (May 2025).", "Six posts filled.", "Not yet: the post is vacant.",
			"No doctor could be recruited.", "No consultation was carried out.", "Services were not available on the coast.", "Nothing was spent on carers.",
			"Advice on falls is now available at every surgery.", "A dashboard of waits is published on our website.", "The council's care homes are now managed by the partnership.",
			"Records will be kept on tablets from June 2026.", "The charge nurse will report each fall to the family on the same day.", "Waits were measured for the first time: 14 weeks.",
			"Advocacy was not available to 12 people.", "The falls service is not available on the coast.", "Could it have been foreseen? In part: prices rose in May.",
			"Carers said that help was not provided when it was needed.", "Approved by the board in June, the policy is used on all wards.", "Head of Service appointed in May 2025.",
			"The board has the lead role in housing since May.", "Care was delivered through two new teams.", "The council collects the charges now, which saved £40,000.", "The night team has been informed by phone of each fall.", "Falls plan.", "See-and-treat clinics cut travel by a fifth.", "Read and write groups were set up.", "Discharge is reviewed at two each day by a nurse.", "The living wage law applies to 40 posts.", "Medicines are reported to the family on the day.",
			"The rule does not apply to people over 75.", "Every ward has a plan for falls.", "The board adopted a policy on night visits.", "We hold a clinic each week.",
			"Two ward managers were appointed in May.", "We met our neighbours' plan for beds.", "Admissions fell as the plan describes.",
		},
		Answer + 100: {
			"Done in May 2025: electronic records replaced paper.", "None was needed.", "Agency nursing cost more than planned.", "Nothing has changed for people on the coast.",
			"See the table: admissions fell by 4%.", "The number of people who waited fell, as the annual accounts describe.", "{{ value \"NI12\" }} people came home.", "All plans have a review date.",
			"Services respected the rights of service users: advocacy was offered to all 212 people.", "The plan ends this year.", "Two offices were closed. See the accounts.",
			"The board agreed to close Ward 2.", "[The ward was closed in May](https://example.org)", "Health inequalities grew.", "Staff were trained; see our website.", "Prevention has its own chapter.",
			"Accepted, and staff were trained.", "Locality groups met four times.", "Services are provided in people's homes.", "Performance is unchanged: waits are still too long.",
			"The consultation was held in the town hall, as described in the plan.", "Not met: no money was allocated.", "Rinn sinn adhartas math.", "The same as 2024/25: three wards and no more.", "A lift is in place.", "Hand hygiene was taught.",
		},
	} {
		kind %= 100
		for _, s := range texts {
			if got := r.Kind(s); got != kind {
				t.Errorf("%q is %d, want %d", s, got, kind)
			}
		}
	}
}

func TestRepeats(t *testing.T) {
	const asked = "The service should make sure that medication records are complete and accurate for everyone who is helped to take medicines, and that gaps are found and followed up without delay."
	r := NewReader(lawOfTest, nil)
	for want, actions := range map[Repeats][]string{
		Ought: {asked, "Medication records must be complete and accurate for everyone helped to take medicines.", "The team should make sure that gaps in medication records are found and followed up.", "Gaps in medication records need to be followed up without delay.", "Records should be complete and gaps followed up."},
		Nearly: {
			"Medication records are complete and accurate for everyone who is helped to take medicines, and gaps are followed up.", "We will ensure that medication records are complete and accurate.",
			"The service has made sure that records are complete and gaps are found.", "Work continues to ensure complete and accurate medication records.",
		},
		Own: {
			"Electronic records replaced paper charts for all 388 people.", "Done in May 2025: electronic records replaced paper.", "Medication records are audited weekly, and gaps raise an alert on the same day.",
			"Complete records were found for 97% of people.", "Records are complete.", "Staff were trained.", "A pharmacist checks that medication records are complete.",
		},
	} {
		for _, s := range actions {
			if got := r.Repeats(s, asked); got != want {
				t.Errorf("%q is %d, want %d", s, got, want)
			}
		}
	}
}

// A text may have 200,000 bytes, and each is asked of what kind it is.
// A text of which the reading grew with the square of its length would take minutes.
func TestLongTextsAreReadQuickly(t *testing.T) {
	if testing.Short() {
		t.Skip("left out: how long texts of 400,000 bytes take")
	}
	r := NewReader(lawOfTest, []string{"Closer to Home"})
	for _, s := range []string{"a\n", "See the plan. ", "see our website and the plan of the board ", "**a** ", "[a](b) ", "why? ", "The board moved money to care at home. "} {
		began := time.Now()
		text := strings.Repeat(s, 400_000/len(s))
		r.Kind(text)
		r.Repeats(text, text)
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%q 400,000 bytes long took %s", s, took)
		}
	}
}

func TestSplit(t *testing.T) {
	s := SplitOf("One is here. Two: too!\n\n- Three\n- Four")
	for at, want := range map[int]string{0: "One is here", 4: "One is here", 13: "Two", 18: "too", 27: "Three", 36: "Four"} {
		if got := s.At(at); strings.TrimSpace(got) != want {
			t.Errorf("at %d is %q, want %q", at, got, want)
		}
	}
}
