package regs

// The guidance and the frameworks that rules quote. What guidance in force asks for
// ("ensure", "must", "should") is of the level guidance: bodies must have regard to
// it (section 53 of the Act). What it suggests ("consider", "may wish"), and what
// only the first edition or the consultation draft asks for, is advice, and the
// message says which. None of its rules gives evidence that a provision is met:
// following guidance doesn't meet the law.
const (
	guidanceSecond = "Health and social care annual performance reports: statutory guidance, second edition, "
	// guidanceFirst is superseded by the second.
	guidanceFirst = "Guidance for performance reports, first edition (2016), paragraph "
	guidancePlans = "Health and social care strategic plans: statutory guidance, section 5, monitoring performance"
	guidanceDraft = "Annual performance reports: statutory guidance, consultation draft (2023)"
)

// The frameworks that boards run the year by.
const (
	frameworkForthValley = "Performance management framework of the Clackmannanshire and Stirling, and Falkirk integration joint boards (2016), section "
	frameworkMidlothian  = "Performance framework of the Midlothian integration joint board, phase 1 (2022), paragraph "
)
