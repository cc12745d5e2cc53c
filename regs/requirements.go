package regs

import "slices"

// act is how the citations of this package name the Act.
const act = "Public Bodies (Joint Working) (Scotland) Act 2014"

// Requirements are the provisions that a report must meet, in order of the law.
func Requirements() []Requirement { return slices.Clone(requirements) }

// requirements quotes the provisions. SSI 2014/326 is unamended since it came
// into force; the Act is quoted as revised to 7 January 2026. Both are Crown
// copyright, under the Open Government Licence v3.0.
var requirements = []Requirement{
	{
		ID:       "3(a)(i)",
		Title:    "Assessment of each national outcome",
		Citation: "SSI 2014/326, regulation 3(a)(i)",
		Lead:     "A performance report must include— an assessment of performance in relation to the national health and wellbeing outcomes including—",
		Quote:    "a description of the extent to which the arrangements set out in the strategic plan and the expenditure allocated in the financial statement have achieved, or contributed to achieving, the national health and wellbeing outcomes;",
	},
	{
		ID:       "3(a)(ii)",
		Title:    "Key indicators or measures",
		Citation: "SSI 2014/326, regulation 3(a)(ii)",
		Lead:     "A performance report must include— an assessment of performance in relation to the national health and wellbeing outcomes including—",
		Quote:    "information about the integration authority’s performance against key indicators or measures in relation to the national health and wellbeing outcomes; and",
	},
	{
		ID:       "3(a)(iii)",
		Title:    "Indicators compared with the 5 preceding years",
		Citation: "SSI 2014/326, regulation 3(a)(iii)",
		Lead:     "A performance report must include— an assessment of performance in relation to the national health and wellbeing outcomes including—",
		Quote:    "in respect of the information included in the performance report by virtue of sub-paragraph (ii), a comparison between the reporting year and the 5 preceding reporting years (or, where there have been fewer than 5 reporting years, all preceding reporting years, if any);",
	},
	{
		ID:       "3(b)",
		Title:    "Assessment of each delivery principle",
		Citation: "SSI 2014/326, regulation 3(b)",
		Lead:     "A performance report must include—",
		Quote:    "an assessment of performance in relation to the integration delivery principles including information about the way in which the arrangements set out in the strategic plan, and expenditure allocated in the financial statement, have contributed to the provision of services in pursuance of integration functions in accordance with the integration delivery principles; and",
	},
	{
		ID:       "3(c)",
		Title:    "Strategic planning and significant decisions",
		Citation: "SSI 2014/326, regulation 3(c)",
		Lead:     "A performance report must include—",
		Quote:    "an assessment of performance in relation to strategic planning including, where applicable, information about the number of significant decisions that have been made by the integration authority to which section 36 of the Act (significant decisions outside strategic plan: public involvement) applies and the reasons for making each such decision.",
	},
	{
		ID:       "4(1)(a)",
		Title:    "Amount spent on each matter",
		Citation: "SSI 2014/326, regulation 4(1)(a)",
		Lead:     "A performance report must include information about financial performance including—",
		Quote:    "the total amount spent by, or under the direction of, the integration authority on each of the matters listed in paragraph (2);",
	},
	{
		ID:       "4(1)(b)",
		Title:    "Proportion spent on each matter",
		Citation: "SSI 2014/326, regulation 4(1)(b)",
		Lead:     "A performance report must include information about financial performance including—",
		Quote:    "the proportion of the total amount paid to or set aside for use by the integration authority spent on each matter listed in paragraph (2); and",
	},
	{
		ID:       "4(1)(c)",
		Title:    "Underspend or overspend, and its reasons",
		Citation: "SSI 2014/326, regulation 4(1)(c)",
		Lead:     "A performance report must include information about financial performance including—",
		Quote:    "if there has been an underspend or overspend against the planned spending set out in the annual financial statement, the amount of underspend or overspend and an assessment of the reasons for this.",
	},
	{
		ID:       "4(3)",
		Title:    "Finance compared with the 5 preceding years",
		Citation: "SSI 2014/326, regulation 4(3)",
		Quote:    "A performance report must include, in respect of the information which is included in the report by virtue of paragraph (1)(b) and (c), a comparison between the reporting year and at least the 5 preceding reporting years (or, where there have been fewer than 5 reporting years, all preceding reporting years, if any).",
	},
	{
		ID:       "5(1)",
		Title:    "Best value",
		Citation: "SSI 2014/326, regulation 5(1)",
		Quote:    "A performance report must include an assessment of performance in relation to best value, including information about how the planning and delivery of services in pursuance of integration functions have contributed to securing best value.",
	},
	{
		ID:       "6(1)(a)",
		Title:    "Consultation and involvement in localities",
		Citation: "SSI 2014/326, regulation 6(1)(a)",
		Lead:     "A performance report must include an assessment of performance in planning and carrying out functions in localities, including—",
		Quote:    "a description of the arrangements made for the consultation and involvement of groups in decisions about localities to which section 41 of the Act (carrying out of integration functions: localities) applies; and",
	},
	{
		ID:       "6(1)(b)",
		Title:    "Assessment of each locality",
		Citation: "SSI 2014/326, regulation 6(1)(b)",
		Lead:     "A performance report must include an assessment of performance in planning and carrying out functions in localities, including—",
		Quote:    "an assessment of how the arrangements described in sub-paragraph (a) have contributed to provision of services in pursuance of integration functions in accordance with the integration delivery principles in each locality.",
	},
	{
		ID:       "6(2)",
		Title:    "Proportion spent in each locality",
		Citation: "SSI 2014/326, regulation 6(2)",
		Quote:    "A performance report must set out, for of each locality identified in the strategic plan, the proportion of the total amount paid to, or set aside for use by, the integration authority spent during the reporting year in relation to the locality.",
	},
	{
		ID:       "6(3)",
		Title:    "Localities compared with the 5 preceding years",
		Citation: "SSI 2014/326, regulation 6(3)",
		Quote:    "A performance report must include, in respect of the information which is included in the report by virtue of paragraph (2), a comparison between the reporting year and the 5 preceding reporting years (or, where there have been fewer than 5 reporting years, all preceding reporting years, if any).",
	},
	{
		ID:       "7(1)(a)",
		Title:    "Recommendations of scrutiny bodies",
		Citation: "SSI 2014/326, regulation 7(1)(a)",
		Lead:     "If during the reporting year a scrutiny body has made recommendations as a result of carrying out an inspection of the planning or delivery of a service provided in pursuance of integration functions in the area of the local authority, the performance report must include—",
		Quote:    "a list of the recommendations; and",
	},
	{
		ID:       "7(1)(b)",
		Title:    "Action taken on each recommendation",
		Citation: "SSI 2014/326, regulation 7(1)(b)",
		Lead:     "If during the reporting year a scrutiny body has made recommendations as a result of carrying out an inspection of the planning or delivery of a service provided in pursuance of integration functions in the area of the local authority, the performance report must include—",
		Quote:    "in relation to each recommendation, details of the action taken by the integration authority to implement the recommendation.",
	},
	{
		ID:       "8(a)",
		Title:    "Reasons for the review of the strategic plan",
		Citation: "SSI 2014/326, regulation 8(a)",
		Lead:     "If during the reporting year the integration authority has carried out a review of the strategic plan, the performance report must include—",
		Quote:    "a statement of the reasons for carrying out the review;",
	},
	{
		ID:       "8(b)",
		Title:    "Whether a revised plan was prepared",
		Citation: "SSI 2014/326, regulation 8(b)",
		Lead:     "If during the reporting year the integration authority has carried out a review of the strategic plan, the performance report must include—",
		Quote:    "a statement as to whether, following the review, a revised strategic plan was prepared by the integration authority; and",
	},
	{
		ID:       "8(c)",
		Title:    "Changes made in the revised plan",
		Citation: "SSI 2014/326, regulation 8(c)",
		Lead:     "If during the reporting year the integration authority has carried out a review of the strategic plan, the performance report must include—",
		Quote:    "where a revised strategic plan was prepared, a description of the changes made in revising the strategic plan.",
	},
	{
		ID:       "9",
		Title:    "Recommendations of the monitoring committee",
		Citation: "SSI 2014/326, regulation 9",
		Quote:    "If during the reporting year a report prepared by an integration joint monitoring committee under section 43 of the Act (reports) has included a recommendation as to how integration functions should be carried out, the performance report must include a list of all such recommendations and the integration authority’s response to each recommendation.",
	},
	{
		ID:       "42(4)",
		Title:    "Publication by 31 July, and copies",
		Citation: act + ", section 42(4)",
		Quote:    "An integration authority must— (a) publish each performance report before the expiry of the period of 4 months beginning with the end of the reporting year, and (b) provide a copy of it to the persons mentioned in subsection (5).",
	},
}
