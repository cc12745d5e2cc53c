package claims

import (
	"testing"

	"apr/internal/rounds"
)

// ofKind are sentences of a kind: right ones of which a claim is confirmed, wrong ones that
// are found, and others that look like it and of which nothing may be said.
type ofKind struct{ right, wrong, neither []string }

// TestKinds reads each kind of statement where it is right, where it is wrong, and leaves
// what only looks like it alone.
func TestKinds(t *testing.T) {
	p := textsOf(t, "../../examples/carrickmoor")
	for kind, of := range rounds.FewOf(t, map[string]ofKind{
		"localities together": {
			[]string{"Taken together Strathmoor and Glenside are home to 90,400 people, rather more than three quarters of the population.", "Roughly one resident in three lives in Glenside, the second largest of the three localities.", "Strathmoor, with 52,300 people, and Glenside, with 38,100, together make up 76% of the population."},
			[]string{"Taken together Strathmoor and Glenside are home to 90,400 people, rather more than four fifths of the population.", "Roughly one resident in three lives in Glenside, the largest of the three localities."},
			[]string{"Together Strathmoor and Glenside have 20,100 people aged 65 or over, a fifth of the population of that age.", "Strathmoor and Glenside each have more than 38,000 people.", "One resident in four on the coast is over 70.", "About a fifth of the population of Glenside are over 70."},
		},
		"amounts a head in a list": {
			[]string{"Per resident the coast is the dearest locality: we spent about £2,150 a head there, £2,120 in Strathmoor and £2,080 in Glenside.", "Spending a head ranged from £2,082 in Glenside to £2,148 on the coast."},
			[]string{"Per resident the coast is the dearest locality: we spent about £2,150 a head there, £2,120 in Strathmoor and £1,980 in Glenside."},
			[]string{"Prescribing costs £214 a head on the coast, £205 in Strathmoor and £199 in Glenside.", "For older people we spent £4,100 a head on the coast and £3,900 in Strathmoor."},
		},
		"plans in words": {
			[]string{"The outturn of £2.9m was slightly below what the board had planned to spend on carers."},
			[]string{"The outturn of £2.9m was slightly above what the board had planned to spend on carers."},
			[]string{"In May spending on carers was slightly above what the board had planned to spend.", "Agency spending of £1.4m was well above what the board had planned to spend on it."},
		},
		"a sum and its share": {
			[]string{"Set-aside budgets, the emergency department included, closed at £28.0m, equal to 11.2% of all that the board spent."},
			[]string{"Set-aside budgets, the emergency department included, closed at £28.0m, equal to 12.6% of all that the board spent."},
			[]string{"The set-aside of our neighbours was £28.0m, 14.2% of all spending.", "Set-aside budgets for the Infirmary alone closed at £20.1m, 8.9% of all that the board spent."},
		},
		"distances from targets": {
			[]string{"Absence averaged 7.2% in the year and is rated red, being within a point of the 6.5% we aim for."},
			[]string{"Absence averaged 7.2% in the year and is rated amber, being within half a point of the 6.5% we aim for."},
			[]string{"Absence among home carers was within half a point of the 6.5% we aim for.", "In March sickness absence was within half a point of the 6.5% we aim for.", "There is one point on which the board is agreed."},
		},
		"so many of so many": {
			[]string{"Ninety-six of the 1,064 adult protection inquiries ran past their deadline, which in percentage terms is worse than the year before."},
			[]string{"Ninety-six of the 1,064 adult protection inquiries ran past their deadline, which in percentage terms is better than the year before.", "Link workers saw 439 of the 610 people referred in Glenside within three weeks, the best result of the three localities although just short of the 75% target."},
			[]string{"Ninety-six of the 1,064 adult protection inquiries ran past their deadline, fewer than the year before."},
		},
		"counts of a body or of a priority": {
			[]string{"The two inspection reports left us with five recommendations, three from the Care Inspectorate and two from Healthcare Improvement Scotland.", "Home first delivered most, with six of its eight commitments met."},
			[]string{"The two inspection reports left us with five recommendations, two from the Care Inspectorate and three from Healthcare Improvement Scotland.", "Home first delivered most, with seven of its eight commitments met."},
			[]string{"Two recommendations on staffing came from the Care Inspectorate.", "Two of the recommendations from the Care Inspectorate and one from Healthcare Improvement Scotland are about records."},
		},
		"what became of a figure": {
			[]string{"Positive experience of GP care rose from 64.2% in 2021/22 to 67.1% in 2023/24 and then rose to 70.8% in 2025/26."},
			[]string{"Positive experience of GP care rose from 64.2% in 2021/22 to 67.1% in 2023/24 and then fell to 70.8% in 2025/26.", "Appointments rose to 310 before falling to 420."},
			[]string{"We then reduced falls on two wards.", "Emergency admissions fell before rising in the winter."},
		},
		"a figure beside another of the sentence": {
			[]string{"At the end of the year 71 people were waiting for care at home, fewer than the 164 a year earlier."},
			[]string{"At the end of the year 71 people were waiting for care at home, more than the 164 a year earlier.", "The café served 310 lunches, fewer than the 280 of the year before."},
			[]string{"The café served 310 lunches, more than the 280 of the year before.", "The rate was 12.1%, less than the 9 weeks allowed."},
		},
		"a change said again": {
			[]string{"Days lost to delayed discharge fell from 781 to 688 per 1,000, equivalent to 12%."},
			[]string{"Days lost to delayed discharge fell from 781 to 688 per 1,000, equivalent to 14%.", "Days lost to delayed discharge fell from 781 to 688 per 1,000 (19%)."},
			[]string{"Days lost to delayed discharge fell to 688 per 1,000, equivalent to 2% of all bed days."},
		},
		"what follows": {
			[]string{"It was a mild winter, so emergency admissions fell."},
			[]string{"It was a hard winter, so emergency admissions rose."},
			[]string{"It was a hard winter, so emergency admissions to the Infirmary rose.", "Falls are dangerous, so that more halls are needed."},
		},
		"what something is offset by": {
			[]string{"These pressures were partly offset by an underspend of £0.8m in social work teams."},
			[]string{"These pressures were partly offset by an overspend of £0.8m in social work teams."},
			[]string{"Vacancies were partly offset by agency staff, at £1.4m."},
		},
		"another place's figure": {
			[]string{"People spent 91.4% of their last six months at home or in a community setting, ahead of Scotland at 88.6%."},
			[]string{"People spent 88.6% of their last six months at home or in a community setting, ahead of Scotland at 91.4%."},
			[]string{"In the neighbouring county people spent 88.6% of their last six months at home."},
		},
		"over- and underspends over the years": {
			[]string{"At £2.8m, the overspend is the largest since 2020/21.", "Overspends occurred in four of the last six years."},
			[]string{"At £2.8m, the overspend is the smallest since 2020/21.", "Overspends occurred in five of the last six years.", "The overspend of 2025/26 was four times that of 2023/24."},
			[]string{"The overspend was the largest since the board was set up.", "Overspends of £1m or more occurred in two of the last six years."},
		},
		"amounts in brackets": {
			[]string{"The largest overspends were in prescribing (£1.4m) and care at home (£1.4m)."},
			[]string{"The largest overspends were in prescribing (£1.4m) and care at home (£2.4m)."},
			[]string{"The largest overspends were in prescribing (£24.9m) and care at home (£20.0m)."},
		},
		"over and under behind an amount": {
			[]string{"The two biggest pressures were prescribing, £1.4m over, and care at home, £1.4m over."},
			[]string{"The two biggest pressures were prescribing, £1.4m over, and care at home, £2.4m over."},
			[]string{"We spent £0.3m over the winter."},
		},
		"pence in the pound": {
			[]string{"For every pound spent, 46p went on other health care."},
			[]string{"For every pound spent, 57p went on other health care."},
			[]string{"For every pound we saved on beds, 40p went to home care.", "Volunteers are paid 45p a mile."},
		},
		"amounts in words": {
			[]string{"In 2025/26 we spent about a quarter of a billion pounds."},
			[]string{"In 2025/26 we spent about a third of a billion pounds."},
			[]string{"A grant of half a million pounds was made to the carers centre."},
		},
		"one locality beside another": {
			[]string{"Glenside spent £79.3m, some £19m more than Carrick Coast.", "More people live in Strathmoor than in Glenside.", "Glenside's share of the money, at 32.0%, is smaller than Strathmoor's."},
			[]string{"Glenside spent £79.3m, some £19m less than Carrick Coast.", "Fewer people live in Strathmoor than in Glenside.", "Glenside's share of the money, at 32.0%, is larger than Strathmoor's."},
			[]string{"More people live in Strathmoor than in the rest of the area."},
		},
		"how many areas are beyond ours": {
			[]string{"Only two partnerships had a higher proportion of the last six months of life spent at home than ours."},
			[]string{"Only one partnership had a higher proportion of the last six months of life spent at home than ours."},
			[]string{"Only one partnership in our family had a higher rate of emergency admissions than ours."},
		},
		"how long it has gone on": {
			[]string{"Care service grades have been climbing for three years."},
			[]string{"Care service grades have been climbing for four years."},
			[]string{"Carers have been waiting for eleven weeks."},
		},
		"words that the figures vouch for": {
			[]string{"On co-ordination of services we notched 60.2%, just above the Scottish average of 59.9%."},
			[]string{"On co-ordination of services we notched 60.2%, just below the Scottish average of 59.9%."},
			[]string{"Satisfaction with care fell to 60.2% among people with dementia.", "The rate of 107 hides a rise in readmissions among men."},
		},
		"a target beaten by so much": {
			[]string{"We beat our target for adult carer support plans by 42."},
			[]string{"We beat our target for adult carer support plans by 62."},
			[]string{"We beat the team from the next valley by 62."},
		},
		"a year before another": {
			[]string{"In 2024/25 655 adult carer support plans were made, up from 601 in the year before."},
			[]string{"In 2024/25 655 adult carer support plans were made, up from 582 in the year before."},
			nil,
		},
		"references of another thing": {
			[]string{`Premature mortality was {{ value "NI11" "2024/25" }} per 100,000 in 2024, against {{ value "NI11" "2020/21" }} in 2020.`},
			[]string{`Premature mortality was {{ value "NI12" "2024/25" }} per 100,000 in 2024, against {{ value "NI11" "2020/21" }} in 2020.`,
				`Premature mortality was {{ value "NI11" "2024/25" }} per 100,000 in 2024, against {{ value "NI12" "2020/21" }} in 2020.`},
			[]string{`Premature mortality was {{ value "NI11" "2024/25" }} in 2024, and {{ value "NI12" }} adults in 100,000 went to hospital unplanned.`},
		},
		"the gap with another place": {
			[]string{"The gap between our emergency admission rate and Scotland's has widened since 2024/25."},
			[]string{"The gap between our emergency admission rate and Scotland's has narrowed since 2022/23."},
			[]string{"The gap between the richest and the poorest has widened.", "Emergency admissions narrowed our options.", "The gap to be closed in 2026/27 is £5.9m."},
		},
		"a place without the others named": {
			[]string{"We had the third highest proportion of the last six months of life spent at home or in a community setting."},
			[]string{"We had the fourth highest proportion of the last six months of life spent at home or in a community setting."},
			[]string{"We had the second lowest number of falls on Ward 1."},
		},
		"one place beside another over several years": {
			[]string{"In none of the last two years was our emergency admission rate higher than Scotland's.", "Our emergency admission rate was lower than Scotland's in all but one of the six years."},
			[]string{"In none of the six years was our emergency admission rate higher than Scotland's.", "In every one of the last six years our emergency admission rate was above the Scottish one.",
				"Our emergency admission rate was higher than Scotland's in not one of the six years.", "In each and every one of these six years our emergency admission rate was below Scotland's.",
				"Our emergency admission rate was lower than Scotland's in all but two of the six years."},
			[]string{"In no year since 2023/24 was our emergency admission rate higher than Scotland's.", "In most of the six years our emergency admission rate was below Scotland's."},
		},
		"the largest but one": {
			[]string{"After other health care, other social care is the largest of the five matters.", "Apart from other health care, other social care is the largest of the five matters."},
			[]string{"After other social care, other health care is the largest of the five matters."},
			[]string{"After a fall in other social care, other health care grew the most of the five matters."},
		},
		"the larger of two": {
			[]string{"Strathmoor is the largest of the three localities."},
			[]string{"Glenside is the largest of the three localities."},
			[]string{"Glenside is the larger of the two sites.", "The smaller of the two grants went to Glenside."},
		},
		"a range of years, and what follows": {
			[]string{"Emergency bed days fell by 7.4% between 2022/23 and 2025/26 and are 1.9% above Scotland's rate."},
			[]string{"Emergency bed days fell by 7.4% between 2022/23 and 2025/26 and are 1.9% below Scotland's rate."},
			[]string{"Emergency bed days fell between 2022/23 and 2025/26 and are above what we had planned."},
		},
		"from one year to the next": {
			[]string{"Over the year days delayed in hospital fell from 781 to 688 per 1,000."},
			[]string{"Over the year days delayed in hospital fell from 905 to 688 per 1,000."},
			[]string{"Over the year days delayed in hospital fell from 950 in June to 640 in March."},
		},
		"where it was": {
			[]string{"Nationally 59.9% agreed that services are co-ordinated; here it is 60.2%.", "Emergency admissions came to 11,152 per 100,000, the third fall in a row."},
			[]string{"Positive experience of GP care is where it was in 2021/22."},
			[]string{"Emergency admissions and falls both changed, the first for the worse and the second for the better.", "Emergency admissions, 11,152; falls, 24.1: the first two better than a year ago."},
		},
		"shares of a target and of a budget": {
			[]string{"The appeal raised £4.7m against a target of £6.2m, or 76%.", "The hall cost £20.0m against a budget of £18.6m, an overspend of £1.4m, equal to 7.5% of its budget."},
			[]string{"The appeal raised £4.7m against a target of £6.2m, or 67%.", "The hall cost £20.0m against a budget of £18.6m, an overspend of £1.4m, equal to 7.1% of its budget."},
			[]string{"The appeal raised £4.7m against a target of £6.2m, or 24% short.", "The hall cost £20.0m against a budget of £18.6m, an overspend of £1.4m, equal to 7.1% of the council's budget.",
				"The appeal raised £4.7m against a target of £6.2m, 12% more than last year."},
		},
		"most of the money": {
			[]string{"Most was spent in Strathmoor: £111.0m.", "Spending in Strathmoor: £111.0m."},
			[]string{"Spending in Strathmoor: £101.0m."},
			[]string{"Most was spent on care, £160.5m.", "Most was spent on care: £160.5m.", "Much of it went on wages, £160.5m."},
		},
		"headings": {
			[]string{"#### Emergency admissions down for the third year in a row"},
			[]string{"#### Emergency admissions up for the third year in a row", "#### Falls: 22.4 per 1,000 in 2025/26"},
			[]string{"#### Emergency admissions", "#### Improving emergency admissions"},
		},
	}) {
		for _, set := range []struct {
			sentences []string
			is        Verdict
		}{{of.right, Confirmed}, {of.wrong, Contradicted}, {of.neither, Unread}} {
			for _, s := range set.sentences {
				got, ok := p.with("regulation-4/introduction", s)
				has := func(v Verdict) bool {
					return someAre(got, v)
				}
				switch {
				case !ok:
					t.Fatal("no text")
				case set.is == Unread && !has(Contradicted), set.is == Contradicted && has(Contradicted), set.is == Confirmed && has(Confirmed) && !has(Contradicted):
					continue
				}
				t.Errorf("%s: not %s: %s", kind, set.is, s)
				for _, c := range got {
					t.Logf("    %s %s %q %s%s", c.Verdict, c.Measure, c.Text, c.Message, c.Reason)
				}
			}
		}
	}
}
