package regs

// The guidance and the frameworks that rules quote. What guidance in force asks
// for is of the level guidance, what it suggests and what a draft of it asks for
// is advice. Its rules give no evidence that a provision is met: following
// guidance doesn't meet the law.
const (
	guidance2016  = "Guidance for performance reports (2016), paragraph "
	guidancePlans = "Health and social care strategic plans: statutory guidance, section 5, monitoring performance"
	guidanceDraft = "Annual performance reports: statutory guidance, consultation draft (2023)"
)

// The frameworks that boards run the year by.
const (
	frameworkForthValley = "Performance management framework of the Clackmannanshire and Stirling, and Falkirk integration joint boards (2016), section "
	frameworkMidlothian  = "Performance framework of the Midlothian integration joint board, phase 1 (2022), paragraph "
)
