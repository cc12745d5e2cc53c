package regs

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"apr/internal/project"
)

// change is a change of one file of the example.
type change struct {
	file string
	// from stands once in the file and becomes to; with all, it may stand often.
	// Where from is empty, to is the whole file, and where to is empty too, the
	// file is away.
	from, to string
	all      bool
	// re takes from as a regular expression.
	re bool
	// text is the name of a text that becomes to.
	text string
}

func sub(file, from, to string) change   { return change{file: file, from: from, to: to} }
func every(file, from, to string) change { return change{file: file, from: from, to: to, all: true} }
func match(file, re, to string) change {
	return change{file: file, from: re, to: to, all: true, re: true}
}
func file(file, to string) change { return change{file: file, to: to} }
func say(name, to string) change  { return change{text: name, to: to} }

// changedFiles are the files of the example as edits leave them.
func (p *proof) changedFiles(t *testing.T, edits []change) map[string][]byte {
	t.Helper()
	changed := map[string][]byte{}
	for _, e := range edits {
		if e.text != "" {
			s := p.block(t, e.text)
			pg := pageOf(p.files[s.file])
			key, _, _ := strings.Cut(pg.line(s.key), ":")
			e.file, e.from, e.to = s.file, strings.Join(pg[s.key-1:s.last], ""), key+": "+strconv.Quote(e.to)+"\n"
		}
		data, ok := changed[e.file]
		if !ok {
			data = p.files[e.file]
		}
		changed[e.file] = e.apply(t, data)
	}
	return changed
}

func (e change) apply(t *testing.T, data []byte) []byte {
	t.Helper()
	switch n := strings.Count(string(data), e.from); {
	case e.from == "" && e.to == "":
		return nil
	case e.from == "":
		return []byte(e.to)
	case e.re:
		re := regexp.MustCompile(e.from)
		if !re.Match(data) {
			t.Fatalf("%s: %s matches nothing", e.file, e.from)
		}
		return re.ReplaceAll(data, []byte(e.to))
	case n == 0 || n > 1 && !e.all:
		t.Fatalf("%s: %q stands %d times", e.file, e.from, n)
	}
	return []byte(strings.ReplaceAll(string(data), e.from, e.to))
}

// variant is a report made from the example.
type variant struct {
	name  string
	edits []change
}

const (
	aprYAML = "apr.yaml"
	reg5y   = "narrative/regulation-5.yaml"
	reg6y   = "narrative/regulation-6.yaml"
	reg9y   = "narrative/regulation-9.yaml"
	reg10y  = "narrative/regulation-10.yaml"
	hist    = "data/history.csv"
)

// lawfulReports are whole reports that the law allows.
var lawfulReports = []variant{
	{"no inspection in the year", []change{
		file(reg7y, "none: true\nintroduction: |\n  No scrutiny body inspected a service or made a recommendation during the year.\n"),
		sub(opening, "two inspections and five recommendations, of which three are complete", "no inspection was made in the year"),
		sub(reg3y, "Two inspections made five recommendations; three are\n      complete. ", ""),
	}},
	{"no significant decision", []change{
		match(reg3y, `(?s)\nsignificant_decisions:.*$`, "\nsignificant_decisions:\n  none: true\n"),
		sub(opening, "one significant decision outside the plan, and a revised plan", "a revised plan"),
		sub("narrative/regulation-8.yaml", "  - The decision about Ward 2 at Glenside Community Hospital lay outside the plan, and the board had\n    promised the community to return to it in the open.\n", "  - The board had promised the community to look at beds again in the open.\n"),
	}},
	{"two significant decisions", []change{
		sub(reg3y, "  entries:\n", "  entries:\n    - title: Telecare charges\n      date: 2025-11-19\n      reasons: |\n        Charges rose by 4% from January 2026, because the cost of mobile networks had doubled and the\n        plan had foreseen neither.\n"),
		sub(opening, "one significant decision outside the plan", "two significant decisions outside the plan"),
	}},
	{"no review, and why none was due", []change{
		file(reg8y, "none: true\nreasons: |\n  The plan was last reviewed in March 2025; the next review is due by March 2028.\n"),
		sub(aprYAML, "period: 2023 to 2026", "period: 2025 to 2028"),
		every(opening, "revised strategic plan", "workforce plan"), every(opening, "a revised plan for 2026 to 2029", "a workforce plan for 2026 to 2029"),
		every(opening, "Closer to Home 2023 to 2026", "Closer to Home 2025 to 2028"), every(opening, "third and last year", "first year"),
		match(reg3y, `revised\s+plan`, "workforce plan"), every(reg3y, "Closer to Home 2023 to 2026", "Closer to Home 2025 to 2028"), every(reg3y, "The third year of", "The first year of"),
		match(reg3y, `The review of the plan heard`, "The board heard"),
		match(reg10y, `revised\s+(strategic )?plan`, "workforce plan"),
		match(reg5y, `the plan's consultation`, "consultation"), match(reg3y, "the consultation on the\\s+workforce plan", "a consultation"),
	}},
	{"a review after which no plan was revised", []change{
		file(reg8y, "reasons: |\n  The plan's three years were ending, and the Act asks for a review in that time.\nrevised_plan: false\n"),
		sub(opening, "The board has approved a revised strategic plan", "The board has approved a workforce plan"),
		sub(opening, ", and a revised plan for 2026 to 2029", ""),
		match(reg3y, `revised\s+plan`, "budget"),
		match(reg10y, `revised\s+(strategic )?plan`, "budget"),
	}},
	{"a sixth year before", []change{
		match(hist, `^year,measure,dimension,item,amount\n`, "year,measure,dimension,item,amount\n"+sixth+
			"2019/20,spend,matter,4(2)(a),38404416.58\n2019/20,spend,matter,4(2)(b),90355513.06\n2019/20,spend,matter,4(2)(c),23309192.32\n2019/20,spend,matter,4(2)(d),1585960.11\n2019/20,spend,matter,4(2)(e),36344917.93\n"+
			"2019/20,spend,locality,Strathmoor,87000000.00\n2019/20,spend,locality,Glenside,60000000.00\n2019/20,spend,locality,Carrick Coast,43000000.00\n"+
			"2019/20,spend,care group,Older people,54000000.00\n2019/20,spend,care group,Adults with a learning disability,19000000.00\n"),
	}},
	{"a sixth year of which only the totals are known", []change{match(hist, `^year,measure,dimension,item,amount\n`, "year,measure,dimension,item,amount\n"+sixth)}},
	{"an authority that began in 2022/23", []change{
		sub(aprYAML, "  model: integration-joint-board\n", "  model: integration-joint-board\n  since: 2022/23\n"),
		match(hist, `(?m)^202[01]/2[12],.*\n`, ""),
		match(reg3y, `\{\{ (value|change|spend|proportion) ("[^"]+") "202[01]/2[12]" \}\}`, `{{ $1 $2 "2022/23" }}`),
		match(reg3y, `"NI(6|8)" "2022/23"`, `"NI$1" "2023/24"`),
		match(reg3y, `(since|in) 202[01]/2[12]`, "$1 2022/23"),
	}},
	{"a locality that began in 2024/25", []change{
		sub(aprYAML, "  - name: Carrick Coast\n    population: 28000\n", "  - name: Carrick Coast\n    population: 28000\n    since: 2024/25\n"),
		match(hist, `(?m)^202[0-3]/2[1-4],spend,locality,Carrick Coast,.*\n`, ""),
	}},
	{"a locality that ended in 2023/24", []change{
		sub(aprYAML, "  - name: Carrick Coast\n    population: 28000\n", "  - name: Carrick Coast\n    population: 28000\n    since: 2024/25\n"),
		match(hist, `(?m)^(202[0-3]/2[1-4],spend,locality),Carrick Coast,`, "$1,Coast and Isles,"),
	}},
	{"a care group that began in 2024/25", []change{
		sub(aprYAML, "strategic_plan:\n", "care_groups_since:\n  Adults with a learning disability: 2024/25\n\nstrategic_plan:\n"),
		match(hist, `(?m)^202[0-3]/2[1-4],spend,care group,Adults with a learning disability,.*\n`, ""),
	}},
	{"a care group that ended in 2021/22", []change{
		match(hist, `(?m)^(202[01]/2[12],spend,care group,Older people,.*\n)`, "${1}2021/22,spend,care group,Adults with a sensory impairment,1203456.10\n"),
	}},
	{"no key care group", []change{
		match(aprYAML, `(?m)^care_groups:\n(  - .*\n)+`, ""), match(aprYAML, `(?m)^      care_group: .*\n`, ""),
		match(aprYAML, `(?m)^    - when: \{description: "(Geriatric|Rehabilitation|Old Age|Older People's).*\n`, ""),
		match(hist, `(?m)^.*,care group,.*\n`, ""),
		match(reg3y, `\{\{ spend "Older people" \}\}`, "two thirds"), match(reg3y, `\{\{ spend "Adults with a learning disability" \}\}`, "a tenth of the money"),
		match(reg3y, `on older people as a care\s+group`, "on older people"), match(reg3y, `, the plan's second key care group,`, ","),
		match(opening, `It names two key care groups,\s+older people and adults with a learning disability. `, ""),
	}},
	{"funding of the past by partner", []change{match(hist, `(?m)^(202[0-4]/2[1-5],funding),total,,(\d+)(\d{8}\.\d\d)$`, "$1,partner,NHS Moorland,${2}00000000.00\n$1,partner,Carrickmoor Council,$3")}},
	{"funding of the past by kind", []change{match(hist, `(?m)^(202[0-4]/2[1-5],funding),total,,(\d+)(\d{8}\.\d\d)$`, "$1,funding,delegated,${2}00000000.00\n$1,funding,set-aside,$3\n$1,funding,hosted,0")}},
	{"an inspection without recommendations", []change{
		sub(reg7y, "inspections:\n", "inspections:\n  - body: Care Inspectorate\n    service: Harbour View, Port Carrick\n    date: 2025-11-05\n    grades: Good for wellbeing, very good for staffing\n    none: true\n"),
		sub(opening, "two inspections and five recommendations", "three inspections and five recommendations"),
		sub(reg3y, "Two inspections made five recommendations", "Three inspections made five recommendations"),
		sub(reg7y, "Two inspections in {{ year }} ended in recommendations", "Three inspections were made in {{ year }}, and two of them ended in recommendations"),
	}},
	{"a joint inspection in the inspectors' words", []change{
		sub(reg7y, "inspections:\n", "inspections:\n  - body: Care Inspectorate and Healthcare Improvement Scotland\n    service: Adult support and protection\n    date: 2025-11-05\n    none: true\n"+
			"    words: |\n      The partnership had clear strengths in keeping adults safe from harm.\n    judgements:\n      - {about: Key processes, judgement: Clear strengths}\n    progress: |\n      Significant progress was made since 2023.\n"),
		sub(opening, "two inspections and five recommendations", "three inspections and five recommendations"),
		sub(reg3y, "Two inspections made five recommendations", "Three inspections made five recommendations"),
		sub(reg7y, "Two inspections in {{ year }} ended in recommendations", "Three inspections were made in {{ year }}, and two of them ended in recommendations"),
	}},
	{"a graded service that was asked for nothing", []change{sub(reg7y, "graded_services:\n", "graded_services:\n  - service: Harbour View\n    inspected:\n"+
		"      - {date: 2025-11-05, wellbeing: 6, setting: 1, requirements: 0, areas_for_improvement: 0}\n")}},
	{"tables in £m, and reserves", []change{sub(aprYAML, "\nfinance:\n", "\nfinance:\n  units: millions\n  reserves:\n"+
		"    - {name: General reserve, opening: \"5000000.00\", transfers_in: \"100.00\", transfers_out: \"2800000.00\", closing: \"2200100.00\"}\n"+
		"    - {name: Winter, opening: \"-10.50\", closing: \"-10.50\"}\n")}},
	{"Scotland and another area in the table of measures", []change{match("data/local-measures.csv", `\A([^\n]*\n)`, "${1}CM03,,2025/26,9.1,,,,,,,,,,,Scotland\nCM03,,2025/26,7,,,,,,,,,,,Angus\n")}},
	{"a list of outcomes beside the nine", []change{
		sub(aprYAML, "\nfinance:\n", "\noutcomes:\n  - list: family\n    source: Family plan 2024\n    outcomes:\n      - {id: f1, title: Early help}\n      - {id: f2, title: Time together}\n\nfinance:\n"),
		sub(reg3y, "\noutcomes:\n", "\nother_outcomes:\n  - list: family\n    outcome: f1\n    also: [f2]\n    assessment: |\n      Help came within nine days for 40 of 52 families, and the plan's money paid for three workers.\n\noutcomes:\n"),
	}},
	{"a scrutiny body by its name in the regulations", []change{sub(reg7y, "body: Care Inspectorate", "body: Social Care and Social Work Improvement Scotland")}},
	{"a joint inspection of two scrutiny bodies", []change{sub(reg7y, "body: Healthcare Improvement Scotland", "body: Care Inspectorate and Healthcare Improvement Scotland")}},
	{"progress in an inspectorate's own words", []change{match(reg7y, `(?m)^        status: complete`, "        progress: Met within timescales")}},
	{"recommendations without a status", []change{match(reg7y, `(?m)^        status: .*\n`, ""), sub(reg7y, " Three of the five\n  recommendations are complete. The statuses below are those at 31 March 2026.", "")}},
	{"copies to the authorities by their legal names", []change{sub(aprYAML, "    - to: Carrickmoor Council\n", "    - to: The Chief Executive, Carrickmoor Council\n"), sub(aprYAML, "    - to: NHS Moorland\n", "    - to: Moorland Health Board\n")}},
	{"published on the last day", []change{sub(aprYAML, "  date: 2026-07-21\n  # When", "  date: 2026-07-31\n  # When"), sub(aprYAML, "      date: 2026-07-21\n", "      date: 2026-07-31\n"), sub(aprYAML, "date: 2026-07-22", "date: 2026-07-31")}},
	{"published in June", []change{sub(aprYAML, "  date: 2026-07-21\n  # When", "  date: 2026-06-30\n  # When"), sub(aprYAML, "  approved: 2026-07-15", "  approved: 2026-06-24"), sub(aprYAML, "      date: 2026-07-21\n", "      date: 2026-06-30\n"), sub(aprYAML, "date: 2026-07-22", "date: 2026-06-30")}},
	{"no word on regulation 9 by a joint board", []change{file(reg9y, "")}},
	{"a frank assessment", []change{say("regulation-3.principles[11].assessment", "The plan put £2.4m into prevention, and the rate of falls rose all the same. Needs were not anticipated well this year.")}},
	{"an assessment in Gaelic", []change{say("regulation-3.principles[4].assessment", "::: {lang=gd}\nChuir am plana £40,000 ri seirbheisean Gàidhlig air a' chosta, agus fhuair 120 duine taic nan cànan fhèin.\n:::")}},
	{"an acronym like a placeholder", []change{say("regulation-3.outcomes[3].assessment", "The Tarrowbridge Block Contract (TBC) moved £62,000 from befriending to transport, as the plan had set out. Of 83 people asked, 71 said that they get out more. TBC ends in 2027.")}},
	{"a table with cells where nothing applies", []change{say("regulation-3.principles[3].assessment", "The plan paid for these by locality:\n\nTable: Clinics\n\n| Locality | Clinics | Cost |\n|---|---|---|\n| Strathmoor | 3 | £30,000 |\n| Glenside | n/a | none |\n| Carrick Coast | 2 | tbc |\n")}},
	{"reasons as a list", []change{say("regulation-4.variance_reasons", "- prices of medicines: £1.1m over\n- care at home: more hours than planned\n- agency nurses on the wards\n")}},
	{"a measure that is new this year", []change{sub(aprYAML, "    - id: CM14\n", "    - id: CM14\n      since: 2025/26\n"), match("data/local-measures.csv", `(?m)^CM14,.*,202[0-4]/2[1-5],.*\n`, "")}},
	{"the plan's period in days", []change{sub(aprYAML, "period: 2023 to 2026", "period: 1 April 2023 to 31 March 2026")}},
	{"a decision without its day", []change{sub(reg3y, "      date: 2025-08-13\n", "")}},
	{"a decision on the first day, an inspection on the last", []change{sub(reg3y, "date: 2025-08-13", "date: 2025-04-01"), sub(reg7y, "date: 2026-02-04", "date: 2026-03-31")}},
	{"a recommendation that isn't accepted", []change{say("regulation-7.inspections[1].recommendations[0].action", "We did not accept this: a fourth form would take nurses from patients. Healthcare Improvement Scotland has been told why.")}},
	{"an action that hasn't begun", []change{
		say("regulation-7.inspections[1].recommendations[1].action", "No action has been taken so far. The work begins in May 2026, when the system is delivered."),
		match(reg7y, `status: complete\n$`, "status: not started\n"), sub(reg7y, "Three of the five\n  recommendations are complete", "Two of the five\n  recommendations are complete"),
		sub(opening, "of which three are complete", "of which two are complete"), sub(reg3y, "five recommendations; three are\n      complete", "five recommendations; two are\n      complete"),
	}},
	{"reasons that begin with none", []change{say("regulation-3.significant_decisions.entries[0].reasons", "None of the other options kept patients safe: closing some beds, or the winter alone, left either hospital without enough nurses.")}},
	{"a kind of service that nobody inspected", []change{sub(opening, "  We would like this report to be used.", "  There were no inspections of our care homes this year. We would like this report to be used.")}},
	{"a part that was completed", []change{say("regulation-7.inspections[0].recommendations[1].action", "Completed in May 2025 for 8 of 12 teams; the rest follow in June 2026.")}},
	{"a plan that wasn't reviewed to cut it", []change{sub(opening, "  We would like this report to be used.", "  We did not review the strategic plan to save money. We would like this report to be used.")}},
	{"two of the localities", []change{sub(opening, "  We would like this report to be used.", "  Two of our localities gained a clinic. We would like this report to be used.")}},
	{"counts in digits", []change{sub(opening, "two inspections and five recommendations, of which three are complete", "2 inspections, 5 recommendations (3 complete)"), sub(opening, "one significant decision", "1 significant decision")}},
	{"no foreword, glance or glossary", []change{file(opening, "")}},
	{"lines outside the authority's direction", []change{sub(aprYAML, "    - when: {cost_centre: \"W*\"}\n      matter: 4(2)(b)\n      service: Health improvement\n", "    - when: {cost_centre: \"W*\"}\n      exclude: Health improvement isn't delegated to the board.\n")}},
	{"the same first sentence of each locality", []change{
		say("regulation-6.localities[0].assessment", "Each locality has a standing group that was consulted before any decision. In Strathmoor it moved link workers to the longest waits."),
		say("regulation-6.localities[1].assessment", "Each locality has a standing group that was consulted before any decision. In Glenside it won patient transport and a review led from outside."),
		say("regulation-6.localities[2].assessment", "Each locality has a standing group that was consulted before any decision. On Carrick Coast it brought two clinics a week to Port Carrick."),
	}},
	{"nothing under regulation 10", []change{file(reg10y, "")}},
}

const sixth = "2019/20,funding,total,,190000000.00\n2019/20,plan,total,,190000000.00\n2019/20,spend,total,,190000000.00\n"

// breach is a change of the example that breaks the law or what guidance asks.
type breach struct {
	kind, name string
	// of is the requirement that has to have a finding of level or above; where it
	// is empty, any does.
	of    string
	level Level
	edits []change
	// refused says that the reader already refuses it.
	refused bool
}

var breaches = []breach{
	// Nothing is said.
	{"empty", "a pointer for an outcome", "3(a)(i)", Statutory, []change{say("regulation-3.outcomes[3].assessment", "Please refer to the annual accounts.")}, false},
	{"empty", "a principle to be confirmed", "3(b)", Statutory, []change{say("regulation-3.principles[5].assessment", "To be confirmed.")}, false},
	{"empty", "a link for planning", "3(c)", Statutory, []change{say("regulation-3.planning", "[Closer to Home](https://carrickmoor.example.org/closer-to-home)")}, false},
	{"empty", "a pointer for the reasons of the variance", "4(1)(c)", Statutory, []change{say("regulation-4.variance_reasons", "See the annual accounts for details.")}, false},
	{"empty", "a dash for best value", "5(1)", Statutory, []change{say("regulation-5.contribution", "—")}, false},
	{"empty", "arrangements that wait for others", "6(1)(a)", Statutory, []change{say("regulation-6.consultation", "Details will be added once the locality managers have replied.")}, false},
	{"empty", "a locality that waits for its manager", "6(1)(b)", Statutory, []change{say("regulation-6.localities[1].assessment", "Awaiting input from the locality manager.")}, false},
	{"empty", "an action of one word", "7(1)(b)", Advice, []change{say("regulation-7.inspections[0].recommendations[1].action", "Ongoing.")}, false},
	{"empty", "reasons to be inserted", "8(a)", Statutory, []change{say("regulation-8.reasons", "Reasons to be inserted here.")}, false},
	{"empty", "changes that are described elsewhere", "8(c)", Statutory, []change{say("regulation-8.changes", "The changes are described in the revised plan.")}, false},
	{"empty", "filler for a decision's reasons", "3(c)", Statutory, []change{say("regulation-3.significant_decisions.entries[0].reasons", "Lorem ipsum dolor sit amet, consectetur adipiscing elit.")}, false},
	{"empty", "a bracket for an outcome", "3(a)(i)", Statutory, []change{say("regulation-3.outcomes[5].assessment", "[Insert text on outcome 6]")}, false},
	{"empty", "dots for a principle", "3(b)", Statutory, []change{say("regulation-3.principles[8].assessment", "…")}, false},
	{"empty", "best value asserted", "5(1)", Advice, []change{say("regulation-5.assessment", "Best value was achieved."), say("regulation-5.contribution", "Best value was secured.")}, false},
	{"empty", "children's outcomes that are named and not assessed", "", Advice, []change{sub(aprYAML, "\nfinance:\n", "\noutcomes:\n  - list: children\n\nfinance:\n")}, false},
	// Something else is said in its place.
	{"copied", "one outcome's assessment under another", "3(a)(i)", Advice, []change{say("regulation-3.outcomes[6].assessment", "People praise the workers whom they know and complain of those whom they don't. The plan paid for 31 small teams, and visits by strangers fell by a third."), say("regulation-3.outcomes[3].assessment", "People praise the workers whom they know and complain of those whom they don't. The plan paid for 31 small teams, and visits by strangers fell by a third.")}, false},
	{"copied", "one locality's assessment under another with its name", "6(1)(b)", Advice, []change{say("regulation-6.localities[0].assessment", "The Strathmoor group met six times and was heard before each decision. Care was better fitted to what people in Strathmoor need, and 340 of them said so."), say("regulation-6.localities[2].assessment", "The Carrick Coast group met five times and was heard before each decision. Care was better fitted to what people in Carrick Coast need, and 120 of them said so.")}, false},
	{"copied", "one action for two recommendations", "7(1)(b)", Advice, []change{say("regulation-7.inspections[0].recommendations[0].action", "An action plan was agreed with a named owner and has been followed at every meeting since."), say("regulation-7.inspections[0].recommendations[2].action", "An action plan was agreed with a named owner and has been followed at every meeting since.")}, false},
	{"copied", "the reasons as the changes", "8(c)", Advice, []change{say("regulation-8.reasons", "The plan's assumptions had not held: it expected demand to grow by 2% a year and it grew by 5%."), say("regulation-8.changes", "The plan's assumptions had not held: it expected demand to grow by 2% a year and it grew by 5%.")}, false},
	{"copied", "a principle's own words", "3(b)", Statutory, []change{say("regulation-3.principles[4].assessment", "Services are provided in a way which takes account of the particular characteristics and circumstances of different service-users.")}, false},
	{"copied", "an outcome's own words", "3(a)(i)", Statutory, []change{say("regulation-3.outcomes[8].assessment", "Resources are used effectively and efficiently in the provision of health and social care services.")}, false},
	{"copied", "regulation 6's own words", "6(1)(a)", Statutory, []change{say("regulation-6.consultation", "A description of the arrangements made for the consultation and involvement of groups in decisions about localities to which section 41 of the Act applies.")}, false},
	{"copied", "regulation 8's own words", "8(c)", Statutory, []change{say("regulation-8.changes", "A description of the changes made in revising the strategic plan.")}, false},
	{"copied", "another authority's planning", "3(c)", Statutory, []change{say("regulation-3.planning", "Falkirk Integration Joint Board met 15 of its 24 commitments in the third year of its plan, and its strategic planning group met eight times.")}, false},
	{"copied", "last year as this", "3(a)(i)", Advice, []change{say("regulation-3.outcomes[0].assessment", "In 2024/25 the plan's falls classes reached 640 people, and £84,000 was spent on them.")}, false},
	// The report contradicts itself.
	{"contradiction", "four localities where there are three", "", Advice, []change{sub(reg6y, "identifies three localities: Strathmoor, Glenside and Carrick Coast", "identifies four localities")}, false},
	{"contradiction", "seven recommendations where there are five", "", Advice, []change{sub(reg3y, "Two inspections made five recommendations", "Two inspections made seven recommendations")}, false},
	{"contradiction", "three decisions where there is one", "", Advice, []change{sub(opening, "one significant decision outside", "three significant decisions outside")}, false},
	{"contradiction", "no revised plan, and its changes", "8(b)", Advice, []change{sub(reg8y, "revised_plan: true", "revised_plan: false")}, false},
	{"contradiction", "in progress and completed", "7(1)(b)", Advice, []change{say("regulation-7.inspections[0].recommendations[1].action", "Completed in May 2025: weekly schedules go out each Friday.")}, false},
	{"contradiction", "each of four localities where there are three", "", Advice, []change{say("regulation-6.consultation", "Each of our four localities has a group. Planning with People was our guide, and carers came to every meeting.")}, false},
	{"contradiction", "a review that another text denies", "8(a)", Statutory, []change{sub(opening, "  We would like this report to be used.", "  We did not review the strategic plan this year. We would like this report to be used.")}, false},
	{"contradiction", "no recommendation where there are five", "7(1)(a)", Advice, []change{sub(opening, "  We would like this report to be used.", "  No recommendation was made by a scrutiny body. We would like this report to be used.")}, false},
	{"day", "a copy before the report was approved", "42(4)", Advice, []change{sub(aprYAML, "date: 2026-07-22", "date: 2026-06-02")}, false},
	{"contradiction", "complete and not begun", "7(1)(b)", Advice, []change{say("regulation-7.inspections[0].recommendations[0].action", "Work on electronic records has not begun; it is planned for autumn 2026.")}, false},
	{"contradiction", "no decision, and one in the text", "3(c)", Advice, []change{match(reg3y, `(?s)\nsignificant_decisions:.*$`, "\nsignificant_decisions:\n  none: true\n")}, false},
	{"contradiction", "no review, and the revised plan", "8(a)", Advice, []change{file(reg8y, "none: true\n")}, false},
	{"contradiction", "an overspend explained as an underspend", "4(1)(c)", Advice, []change{say("regulation-4.variance_reasons", "The underspend came from vacancies and lower prices of medicines.")}, false},
	{"contradiction", "three care groups where there are two", "", Advice, []change{sub(opening, "two key care groups,", "three key care groups, carers,")}, false},
	{"contradiction", "three complete where there are two", "", Advice, []change{match(reg7y, `status: complete\n$`, "status: in progress\n")}, false},
	{"contradiction", "no inspection where there are two", "", Advice, []change{sub(reg7y, "introduction: |", "none: true\nintroduction: |")}, false},
	{"contradiction", "a reserve that doesn't add up", "", Advice, []change{sub(aprYAML, "\nfinance:\n", "\nfinance:\n  reserves:\n    - {name: General reserve, opening: \"5.00\", closing: \"4.00\"}\n")}, false},
	// The wrong body.
	{"body", "a copy to another health board", "42(4)", Advice, []change{sub(aprYAML, "    - to: NHS Moorland\n", "    - to: NHS Highland\n")}, false},
	{"body", "a recommendation of no scrutiny body", "7(1)(a)", Advice, []change{sub(reg7y, "body: Healthcare Improvement Scotland", "body: Mental Welfare Commission for Scotland")}, false},
	{"body", "a joint board that calls itself a lead agency", "", Advice, []change{sub(aprYAML, "model: integration-joint-board", "model: lead-agency")}, false},
	{"body", "another council without its copy", "42(4)", Advice, []change{sub(aprYAML, "    - Carrickmoor Council\n  health_board", "    - Carrickmoor Council\n    - Falkirk Council\n  health_board")}, false},
	{"body", "a monitoring committee's recommendation to a joint board", "", Advice, []change{file(reg9y, "recommendations:\n  - report: Annual report of May 2025\n    recommendation: Report waits monthly.\n    response: Waits are reported monthly since July 2025.\n")}, false},
	{"body", "requirements that are counted and not listed", "7(1)(a)", Advice, []change{sub(reg7y, "areas_for_improvement: 3}", "areas_for_improvement: 4}")}, false},
	{"body", "a graded inspection of the year that isn't listed", "7(1)(a)", Advice, []change{sub(reg7y, "graded_services:\n", "graded_services:\n  - service: Harbour View\n    inspected:\n      - {date: 2025-11-05, wellbeing: 2}\n")}, false},
	{"body", "a grade that there isn't", "", Statutory, []change{sub(reg7y, "wellbeing: 4,", "wellbeing: 7,")}, true},
	// The wrong day.
	{"day", "a service's grades out of order", "7(1)(a)", Advice, []change{sub(reg7y, "date: 2022-10-06, wellbeing", "date: 2032-10-06, wellbeing")}, false},
	{"day", "published in August", "42(4)", Statutory, []change{sub(aprYAML, "  date: 2026-07-21\n  # When", "  date: 2026-08-14\n  # When")}, false},
	{"day", "a decision of the year before", "3(c)", Advice, []change{sub(reg3y, "date: 2025-08-13", "date: 2024-08-13")}, false},
	{"day", "an inspection of the year after", "", Advice, []change{sub(reg7y, "date: 2026-02-04", "date: 2026-05-04")}, false},
	{"day", "a copy in September", "42(4)", Advice, []change{sub(aprYAML, "date: 2026-07-22", "date: 2026-09-22")}, false},
	{"day", "approved after it was published", "42(4)", Advice, []change{sub(aprYAML, "approved: 2026-07-15", "approved: 2026-07-25")}, false},
	// The wrong year.
	{"year", "last year's report of this year's data", "", Statutory, []change{sub(aprYAML, "\nyear: 2025/26", "\nyear: 2024/25")}, true},
	{"year", "a year of the past in thousands", "4(3)", Advice, []change{match(hist, `(?m)^(2022/23,spend,(?:matter|total),.*,\d+)\d{3}\.\d\d$`, "$1.00")}, false},
	{"year", "a plan that had ended, and no review", "", Advice, []change{sub(aprYAML, "period: 2023 to 2026", "period: 2019 to 2022"), file(reg8y, "none: true\n"), sub(opening, ", and a revised plan for 2026 to 2029", ""), sub(opening, "The board has approved a revised strategic plan, with", "The board has a plan with")}, false},
	{"year", "a measure that is called new, and its past", "3(a)(iii)", Advice, []change{sub(aprYAML, "    - id: CM03\n", "    - id: CM03\n      since: 2024/25\n")}, false},
	{"year", "a locality that is called new, and its past", "6(3)", Advice, []change{sub(aprYAML, "    population: 28000\n", "    population: 28000\n    since: 2025/26\n")}, false},
	{"year", "an authority that is called new, and its past", "", Advice, []change{sub(aprYAML, "  model: integration-joint-board\n", "  model: integration-joint-board\n  since: 2023/24\n")}, false},
	{"year", "a care group that is called new, and its past", "4(3)", Advice, []change{sub(aprYAML, "strategic_plan:\n", "care_groups_since:\n  Older people: 2025/26\n\nstrategic_plan:\n")}, false},
	{"year", "a value called unpublished that was", "", Advice, []change{sub(aprYAML, "  proxy: calendar\n", "  proxy: calendar\n  not_published:\n    - indicators: [NI14]\n      years: [2023/24]\n      reason: the returns of two wards were incomplete\n")}, false},
}

// reports are the breaches of a kind as mutations of the whole project.
func (p *proof) reports(t *testing.T, kind string) (all []mutation) {
	t.Helper()
	for _, b := range breaches {
		if b.kind == kind {
			all = append(all, mutation{name: b.name, breach: &b, mutated: func() (*project.Project, error) { return p.load(p.changedFiles(t, b.edits)) }})
		}
	}
	return all
}

// wrongIn is what is wrong where no finding of the check names the breach. The rules that
// can name it are run one by one until one does; the whole example has no finding, so
// that each is of the breach. What the rules about findings say counts after all others.
func (b *breach) wrongIn(r *project.Project) []string {
	r = whole(r)
	c := &checker{report: r, reading: testReading(r), states: map[string]*state{}}
	for _, rule := range rulesOfReport() {
		before := len(c.findings)
		if b.named(rule.Requirement, rule.Level) {
			c.run([]Rule{rule})
		}
		if len(c.findings) > before && b.caughtBy(c.result()) {
			return nil
		}
	}
	if b.caughtBy(checkAgain(r)) {
		return nil
	}
	return []string{fmt.Sprintf("no finding of %q at level %s or above", b.of, b.level)}
}

// named reports whether a finding of a requirement and a level names the breach. One of
// advice may be of no requirement.
func (b *breach) named(requirement string, l Level) bool {
	of := b.of == "" || requirement == b.of || requirement == "" && b.level == Advice
	return of && l.rank() <= b.level.rank()
}

// caughtBy reports whether a finding names the breach.
func (b *breach) caughtBy(res *Result) bool {
	return slices.ContainsFunc(res.Findings, func(f Finding) bool { return b.named(f.Requirement, f.Level) })
}
