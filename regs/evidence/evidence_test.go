package evidence

import "testing"

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
			"See our website.", "This is covered in the strategic plan.", "The changes are described in the revised plan.", "As last year.", "Same as last year", "As above.", "Ditto.", "See above", "Please see appendix 3.",
			"Details can be found on the partnership's website.", "Reported elsewhere.", "Information on this outcome is set out in the annual accounts 2025/26.",
			"See *Closer to Home 2023 to 2026*.", "Our progress on this outcome is described in the Annual Accounts. Please refer to pages 12 to 14.", "This is in our plan.",
			"The reasons are given in the board paper of 12 June 2025.", "Covered above.", "The strategic plan covers this.", "# Outcome 1\n\nSee the website for more information.",
			"Please refer to the Falkirk Plan", "For details see the report to the Board.", "Full details are available online.", "The changes are set out in Closer to Home 2023 to 2026.",
			"- See the website.\n- See the plan.", "Please refer to our partner's website for more.", "Same as 2024/25.", "The same as in 2024/25",
		},
		Link:    {"[Our website](https://example.org)", "https://example.org/plan", "See [the inspection report](https://example.org).", "[Report on care at home](https://x.example)", "<https://example.org>", "Read more at www.example.org"},
		Receipt: {"Noted.", "Agreed", "Recommendation accepted.", "The recommendation has been accepted by the board.", "Accepted and noted."},
		Law: {
			"Health and social care services contribute to reducing health inequalities.", "Our services contribute to reducing health inequalities.",
			"Services respected the rights of service users.", "The arrangements set out in the strategic plan and the expenditure allocated in the financial statement have contributed to achieving the national health and wellbeing outcomes.",
			"The board makes the best use of the available facilities, people and other resources.", "People using health and social care services in our area are safe from harm.",
			"**People using health and social care services are safe from harm.**",
		},
		Thin: {"Good progress was made.", "We continue to improve our services.", "Best value was secured.", "Services followed the principle.", "On course.", "Action taken.", "In hand.", "An action plan is in place."},
		Answer: {
			"Done in May 2025: electronic records replaced paper.", "None was needed.", "Agency nursing cost more than planned.", "Nothing has changed for people on the coast.",
			"See the table: admissions fell by 4%.", "The number of people who waited fell, as the annual accounts describe.", "{{ value \"NI12\" }}", "All plans have a review date.",
			"Services respected the rights of service users: advocacy was offered to all 212 people.", "The plan ends this year.", "Two offices were closed. See the accounts.",
			"The board agreed to close Ward 2.", "[The ward was closed in May](https://example.org)", "Health inequalities grew.", "Staff were trained; see our website.", "Prevention has its own chapter.",
			"Accepted, and staff were trained.", "Locality groups met four times.", "Services are provided in people's homes.", "Performance is unchanged: waits are still too long.",
			"The consultation was held in the town hall, as described in the plan.", "Not met: no money was allocated.", "Rinn sinn adhartas math.", "The same as 2024/25: three wards and no more.", "A lift is in place.", "Hand hygiene was taught.",
		},
	} {
		for _, s := range texts {
			if got := r.Kind(s); got != kind {
				t.Errorf("%q is %d, want %d", s, got, kind)
			}
		}
	}
}
