package regs

import (
	"strings"
	"sync"
)

// hardWords are words of the field, and of offices, that readers of Easy Read may not
// know, each with plainer ones. An -s at the end is seen without a row of its own.
var hardWords = sync.OnceValue(func() map[string]string {
	return map[string]string{
		// health and care
		"acute": "in hospital", "admission": "going into hospital", "admitted": "taken into hospital", "adult protection": "keeping adults safe", "anticipatory care": "planning ahead for your care",
		"assessment": "finding out what help you need", "care pathway": "the steps of your care", "clinical": "by doctors and nurses", "clinician": "doctor or nurse",
		"cognitive": "to do with thinking", "delayed discharge": "waiting to leave hospital", "deterioration": "getting worse",
		"discharge": "leaving hospital", "discharged": "able to leave hospital", "domiciliary": "at home", "eligible": "able to get", "eligibility": "who can get help", "intermediate care": "care to get you back home",
		"intervention": "help", "multidisciplinary": "people with different jobs who work together", "multi-agency": "different services that work together", "palliative": "care at the end of life",
		"prescribing": "medicines from the doctor", "prevalence": "how many people have it", "prevention": "stopping problems before they start", "primary care": "your doctor and the services near you",
		"readmission": "going back into hospital", "reablement": "help to do things for yourself again", "referral": "being sent to another service", "rehabilitation": "help to get better",
		"residential care": "living in a care home", "respite": "a break", "safeguarding": "keeping people safe", "screening": "a health check", "secondary care": "care in hospital",
		"self-directed support": "choosing your own support", "social isolation": "being lonely", "substance use": "using drugs or alcohol", "substance misuse": "using drugs or alcohol", "telecare": "alarms at home", "unscheduled": "not planned", "unscheduled care": "care in an emergency",
		"wellbeing": "feeling well and safe",
		// how it is run
		"accountability": "who answers for it", "allocation": "share of the money", "allocated": "given", "annual financial statement": "our plan for the money", "best value": "using money well", "capacity": "enough staff or beds", "commission": "plan and pay for",
		"commissioned": "planned and paid for", "commissioning": "planning and paying for services", "constituent": "partner", "consultation": "asking people what they think", "consulted": "asked", "co-production": "planning services with the people who use them", "delegated": "passed on to us",
		"engagement": "talking and listening to people", "governance": "how we make decisions", "independent sector": "private companies",
		"infrastructure": "buildings, roads and computers", "inspectorate": "the people who check services", "integrated": "joined up", "integration": "working together", "integration authority": "the group that plans health and care", "integration joint board": "the group that plans health and care",
		"legislation": "laws", "locality": "local area", "localities": "local areas", "locality planning": "planning for a local area", "partnership working": "working together", "procurement": "buying", "provision": "giving help",
		"recommendation": "what they said we should do", "recruitment": "finding new staff", "regulation": "law", "retention": "keeping staff", "scrutiny": "checking", "set-aside": "kept for hospitals", "stakeholder": "people who care about our work",
		"statutory": "what the law says", "strategic": "long-term", "strategic plan": "our plan for the next years", "strategy": "plan", "third sector": "charities", "transformation": "big change", "workforce": "staff",
		// money and numbers
		"baseline": "where we started", "benchmark": "something to compare with", "benchmarking": "comparing ourselves with others", "deficit": "too little money", "efficiencies": "ways to save money", "efficiency savings": "saving money", "expenditure": "the money we spent",
		"financial": "about money", "financial year": "April to March", "fiscal": "about money", "indicator": "what we count", "inflation": "prices going up", "median": "the middle one", "non-recurring": "one time only", "outcome": "what changes for people", "outturn": "what we spent",
		"overspend": "we spent more than we planned", "overspent": "spent more than we planned", "percentage": "how many in every 100", "performance": "how well we did", "proportion": "part", "rate": "how many", "recurring": "every year", "reserves": "money that we saved", "trajectory": "where we want to be each year",
		"trend": "how it changes over time", "underspend": "we spent less than we planned", "underspent": "spent less than we planned", "variance": "the difference from our plan",
		// fairness
		"deprivation": "being poor", "deprived": "poor", "demographic": "the people who live here", "discrimination": "being treated unfairly", "diversity": "people who are different", "equalities": "being fair to everyone", "equality": "being fair to everyone", "inclusive": "for everyone",
		"inequalities": "unfair differences", "inequality": "unfair difference", "marginalised": "left out", "vulnerable": "people who need more help",
		// words of offices
		"accordance": "as it says", "achieve": "do", "additional": "more", "approximately": "about", "ascertain": "find out", "assist": "help", "assistance": "help", "attain": "reach", "commence": "start", "comprehensive": "full", "contribute": "help", "demonstrate": "show", "demonstrated": "showed", "effectively": "well",
		"enable": "help", "enabled": "helped", "endeavour": "try", "enhance": "make better", "enhanced": "made better", "ensure": "make sure", "ensured": "made sure", "establish": "set up", "established": "set up", "evaluate": "check how well it works", "evaluation": "checking how well it works", "evidence": "proof", "expedite": "do faster", "facilitate": "help",
		"framework": "plan", "holistic": "looking at the whole person", "implement": "start", "implementation": "starting it", "implemented": "started", "initiative": "project", "innovative": "new", "mitigate": "make less bad", "monitor": "check", "monitoring": "checking", "numerous": "many", "objective": "aim", "obtain": "get", "optimise": "make the best of", "person-centred": "about what matters to you",
		"prior to": "before", "prioritise": "do first", "priority": "what matters most", "priorities": "what matters most", "regarding": "about", "require": "need", "required": "needed", "requirement": "need", "resilience": "staying strong", "robust": "strong", "significant": "big", "significantly": "a lot", "streamline": "make simpler", "sufficient": "enough",
		"sustainability": "making it last", "sustainable": "that will last", "sustained": "kept up", "terminate": "end", "utilise": "use", "utilised": "used",
	}
})

// longestHardWord is how many words the longest of them has.
var longestHardWord = sync.OnceValue(func() int {
	longest := 0
	for word := range hardWords() {
		longest = max(longest, len(strings.Fields(word)))
	}
	return longest
})

// plainerThan is what a word in small letters can be said with; hard is the row that it is
// of, or "".
func plainerThan(word string) (hard, plain string) {
	for _, w := range []string{word, strings.TrimSuffix(word, "s")} {
		if plain, found := hardWords()[w]; found {
			return w, plain
		}
	}
	return "", ""
}
