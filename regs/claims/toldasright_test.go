package claims

import (
	"cmp"
	"testing"
)

// saidRight and saidWrong are sentences of the kinds of which a part was once passed over, or confirmed by
// other words than it has, on the data of the examples.
var saidRight, saidWrong = "right", "wrong"

var toldAsRightKinds = []struct{ kind, dir, place, label, sentence string }{
	// Limits and targets that were kept to or not, with or without the target's figure.
	{"target", onCarrickmoor, "", saidWrong, "At 7.2% for sickness absence, the limit of 6.5% was respected."},
	{"target", onCarrickmoor, "", saidWrong, "The ceiling of 8% that we had set for vacant posts was kept to."},
	{"target", onCarrickmoor, "", saidRight, "The ceiling of 120 days for temporary accommodation was kept."},
	{"target", onCarrickmoor, "", saidWrong, "Vacant posts came to 8.6%, which brings us inside our 8% target."},
	{"target", onCarrickmoor, "", saidRight, "Vacant posts came to 8.6%, which leaves us outside our 8% target."},
	{"target", onCarrickmoor, "", saidWrong, "People spent 117 days in temporary accommodation on average, so that the limit of 120 days was broken."},
	{"target", onCarrickmoor, "", saidRight, "People spent 117 days in temporary accommodation on average, so that the limit of 120 days was kept."},
	{"target", onCarrickmoor, "", saidWrong, "Adult protection inquiries completed in time came to 91.0%, and so the 95% target was honoured."},
	{"target", onCarrickmoor, "", saidWrong, "Sickness absence was 7.2%, half a point above target."},
	{"target", onCarrickmoor, "", saidRight, "Sickness absence was 7.2%, 0.7 of a point above target."},
	{"target", onCarrickmoor, "", saidWrong, "Alcohol and drug services saw 93.0% within three weeks, but just short of the target."},
	{"target", onCarrickmoor, "", saidRight, "Alcohol and drug services saw 93.0% within three weeks, ahead of the target."},
	{"target", onArdenmuir, "", saidWrong, "Sickness absence was 6.9%, and with that the limit of 6.5% which the plan sets was observed."},
	{"target", onArdenmuir, "", saidRight, "Sickness absence was 6.9%, and with that the limit of 6.5% which the plan sets was broken."},
	{"target", onArdenmuir, "", saidWrong, "Community payback orders completed rose from 74% to 76%, but not quite enough to reach the target."},
	{"target", onArdenmuir, "", saidRight, "Community payback orders completed rose from 74% to 76%, enough to reach the target."},
	{"target", onArdenmuir, "", saidWrong, "Attendances at emergency departments came to 17,391, which is 891 inside the ceiling."},
	{"target", onArdenmuir, "", saidRight, "Attendances at emergency departments came to 17,391, which is 891 above the ceiling."},
	// Runs that are named behind the figure.
	{"run", onCarrickmoor, "", saidWrong, "We report an overspend of £2.8m, the fifth in a row."},
	{"run", onCarrickmoor, "", saidRight, "We report an overspend of £2.8m, the fourth in a row."},
	{"run", onCarrickmoor, "", saidWrong, "Emergency admissions fell to 11,152 per 100,000 adults, a fifth successive fall."},
	{"run", onCarrickmoor, "", saidRight, "Emergency admissions fell to 11,152 per 100,000 adults, a third successive fall."},
	{"run", onCarrickmoor, "", saidWrong, "Readmissions rose to 107 per 1,000 discharges. It was the second rise running."},
	{"run", onCarrickmoor, "", saidRight, "Readmissions rose to 107 per 1,000 discharges. It was the fifth rise running."},
	{"run", onCarrickmoor, "", saidWrong, "Sickness absence fell from 7.5% to 7.2%, the second year in a row in which it fell."},
	{"run", onCarrickmoor, "", saidRight, "Sickness absence fell from 7.5% to 7.2%, the first fall after four rises in a row."},
	{"run", onArdenmuir, "", saidWrong, "The overspend was £1.7m, the third in as many years."},
	{"run", onArdenmuir, "", saidWrong, "Children looked after away from home fell to 78, the third fall running."},
	{"run", onArdenmuir, "", saidRight, "Children looked after away from home fell to 78, the fifth fall running."},
	{"run", onArdenmuir, "", saidWrong, "Falls rose to 26.1 per 1,000, the third consecutive rise."},
	{"run", onArdenmuir, "", saidRight, "Falls rose to 26.1 per 1,000, the fifth consecutive rise."},
	// Extremes that are named behind the figure, or are of something else.
	{"extreme", onCarrickmoor, "", saidWrong, "Delayed discharge cost 688 bed days per 1,000 people aged 75 and over, the fewest since 2020/21."},
	{"extreme", onCarrickmoor, "", saidRight, "Delayed discharge cost 688 bed days per 1,000 people aged 75 and over, the fewest since 2021/22."},
	{"extreme", onCarrickmoor, "", saidWrong, "Strathmoor took 44.8% of the money, its largest share ever."},
	{"extreme", onCarrickmoor, "", saidWrong, "Premature mortality was 9 per 100,000 below Scotland's in 2024, the narrowest gap since 2020."},
	{"extreme", onCarrickmoor, "", saidWrong, "Emergency admissions were 605 per 100,000 below Scotland's, the widest the gap has been in all the years."},
	{"extreme", onCarrickmoor, "", saidRight, "The falls rate was 24.1 per 1,000, the highest that it has been in six years."},
	{"extreme", onCarrickmoor, "", saidWrong, "Sickness absence was 7.2%, the best result in the six years."},
	{"extreme", onCarrickmoor, "", saidRight, "Sickness absence was 7.2%, the best result of the last three years."},
	{"extreme", onArdenmuir, "", saidWrong, "South Ardenmuir had 56.5% of the money, the highest share in six years."},
	{"extreme", onArdenmuir, "", saidRight, "South Ardenmuir had 56.5% of the money, the lowest share in six years."},
	{"extreme", onArdenmuir, "", saidRight, "Falls stood at 26.1 per 1,000, the highest of the six years."},
	{"extreme", onArdenmuir, "", saidWrong, "The overspend of £1.7m is the smallest since 2021/22."},
	// What is set beside last year without a figure.
	{"last year", onCarrickmoor, "", saidWrong, "Seventy-one people waited for care at home. Twice as many as the year before."},
	{"last year", onCarrickmoor, "", saidWrong, "Posts that are vacant stood at 8.6%. A whole point more than in 2024/25."},
	{"last year", onCarrickmoor, "", saidRight, "Posts that are vacant stood at 8.6%. Half a point less than in 2024/25."},
	{"last year", onCarrickmoor, "", saidWrong, "Sickness absence was 7.2%, precisely what it was last year."},
	{"last year", onCarrickmoor, "", saidWrong, "The engagement index stood at 77, just as in 2024/25."},
	{"last year", onCarrickmoor, "", saidRight, "The engagement index stood at 77, just as in 2020/21."},
	{"last year", onCarrickmoor, "", saidWrong, "The overspend was £2.8m, three times last year's."},
	{"last year", onCarrickmoor, "", saidRight, "The overspend was £2.8m, four times last year's."},
	{"last year", onArdenmuir, "", saidWrong, "Sickness absence was 6.9%, the same as a year ago."},
	{"last year", onArdenmuir, "", saidRight, "Sickness absence was 6.9%, the same as in 2021/22."},
	{"last year", onArdenmuir, "", saidWrong, "Readmissions stood at 90 per 1,000 discharges. One more than the year before."},
	{"last year", onArdenmuir, "", saidRight, "Readmissions stood at 90 per 1,000 discharges. One fewer than the year before."},
	// Colours.
	{"status", onCarrickmoor, "", saidWrong, "Sickness absence was 7.2% and stays green."},
	{"status", onCarrickmoor, "", saidRight, "Sickness absence was 7.2% and stays red."},
	{"status", onCarrickmoor, "", saidWrong, "Temporary accommodation lasted 117 days on average, which turns the measure red."},
	{"status", onCarrickmoor, "", saidRight, "Temporary accommodation lasted 117 days on average, which turns the measure green."},
	{"status", onCarrickmoor, "", saidWrong, "Adult carer support plans made came to 742, a move from red to amber."},
	{"status", onArdenmuir, "", saidWrong, "Developmental concerns came down to 15.7%, and the measure is green now."},
	{"status", onArdenmuir, "", saidRight, "Developmental concerns came down to 15.7%, but the measure is still red."},
	{"status", onArdenmuir, "", saidWrong, "Children looked after away from home came to 78, which takes the measure from red to green."},
	{"status", onArdenmuir, "", saidWrong, "Payback orders completed rose to 76%, so the measure remains amber."},
	{"status", onArdenmuir, "", saidRight, "Payback orders completed rose to 76%, so the measure is green."},
	// Places among others.
	{"rank", onCarrickmoor, "", saidWrong, "Glenside, our smallest locality, has 38,100 people."},
	{"rank", onCarrickmoor, "", saidRight, "Glenside, our second largest locality, has 38,100 people."},
	{"rank", onCarrickmoor, "", saidWrong, "Carrick Coast, our second largest locality, has 28,000 people."},
	{"rank", onCarrickmoor, "", saidWrong, "Our 118,400 people live in three localities, the fewest of them in Glenside."},
	{"rank", onCarrickmoor, "", saidWrong, "We are one of only two areas where delayed discharge is lower than in Scotland."},
	{"rank", onCarrickmoor, "", saidWrong, "We are the only area with a lower rate of emergency admissions than Scotland's."},
	{"rank", onArdenmuir, "", saidWrong, "Our 56,500 people live in two localities, more of them in the north than in the south."},
	{"rank", onArdenmuir, "", saidRight, "Our 56,500 people live in two localities, more of them in the south than in the north."},
	{"rank", onArdenmuir, "", saidWrong, "North Ardenmuir has 24,600 people and is the larger of the two localities."},
	{"rank", onArdenmuir, "", saidRight, "North Ardenmuir has 24,600 people and is the smaller of the two localities."},
	{"rank", onArdenmuir, "", saidWrong, "NHS Westerlea spent £60.4m, the smaller part of the money."},
	{"rank", onArdenmuir, "", saidRight, "NHS Westerlea spent £60.4m, the larger part of the money."},
	{"rank", onArdenmuir, "", saidWrong, "We are one of only five areas with a lower rate of premature mortality than Scotland's."},
	// How far.
	{"how far", onCarrickmoor, "", saidWrong, "At 70.1%, care rated excellent or good is only a little above Scotland's 58.7%."},
	{"how far", onCarrickmoor, "", saidWrong, "Positive experience of GP care rose significantly between 2023/24 and 2025/26, from 67.1% to 70.8%."},
	{"how far", onCarrickmoor, "", saidRight, "Positive experience of GP care rose between 2023/24 and 2025/26, from 67.1% to 70.8%."},
	{"how far", onCarrickmoor, "", saidWrong, "NI7, at 73.0%, is far above the Scottish figure."},
	{"how far", onCarrickmoor, "", saidWrong, "NI4, at 60.2%, is markedly higher than in Scotland."},
	{"how far", onCarrickmoor, "", saidWrong, "The falls rate of 24.1 per 1,000 is well below Scotland's 24.2."},
	{"how far", onCarrickmoor, "", saidRight, "The falls rate of 24.1 per 1,000 is just below Scotland's 24.2."},
	{"how far", onArdenmuir, "", saidWrong, "NI7 rose clearly between 2023/24 and 2025/26, from 71.9% to 73.5%."},
	{"how far", onArdenmuir, "", saidWrong, "NI4 is clearly above Scotland's figure."},
	{"how far", onArdenmuir, "", saidRight, "NI8 is clearly above Scotland's figure."},
	{"how far", onArdenmuir, "", saidWrong, "Emergency admissions, at 9,966 per 100,000, are a shade below Scotland's 11,757."},
	{"how far", onArdenmuir, "", saidRight, "Emergency admissions, at 9,966 per 100,000, are well below Scotland's 11,757."},
	// Budgets and plans.
	{"plan", onCarrickmoor, "", saidWrong, "Hospital at home spent £1.2m, a third more than its budget."},
	{"plan", onCarrickmoor, "", saidRight, "Hospital at home spent £1.2m, twice its budget."},
	{"plan", onCarrickmoor, "", saidWrong, "Hospital at home spent £1.2m, half as much again as its budget."},
	{"plan", onCarrickmoor, "", saidWrong, "Hospital at home spent £1.2m, three times its budget."},
	{"plan", onCarrickmoor, "", saidWrong, `Spending of {{ spend "total" }} was below the plan of {{ plan "total" }}.`},
	{"plan", onCarrickmoor, "", saidRight, `Spending of {{ spend "total" }} was above the plan of {{ plan "total" }}.`},
	{"plan", onCarrickmoor, "", saidWrong, `Day services spent {{ spend "Day services" }}, more than the {{ plan "Day services" }} planned.`},
	{"plan", onCarrickmoor, "", saidRight, `Day services spent {{ spend "Day services" }}, less than the {{ plan "Day services" }} planned.`},
	{"plan", onArdenmuir, "", saidWrong, `Our spending, {{ spend "total" }}, stayed within the plan of {{ plan "total" }}.`},
	{"plan", onArdenmuir, "", saidWrong, `Spending came to {{ spend "total" }} and so was lower than the {{ plan "total" }} that had been planned.`},
	{"plan", onArdenmuir, "", saidRight, `Spending came to {{ spend "total" }} and so was higher than the {{ plan "total" }} that had been planned.`},
	{"plan", onArdenmuir, "", saidWrong, "We underspent in 2020/21, and in every year since."},
	{"plan", onArdenmuir, "", saidRight, "We underspent in 2020/21 and 2021/22, and in no year since."},
	// Lists of several things of which the same is said.
	{"several", onCarrickmoor, "", saidWrong, "Scotland did better than us on support for carers, on having a say and on GP care."},
	{"several", onCarrickmoor, "", saidWrong, "We did better than Scotland on feeling safe, on having a say and on support for carers."},
	{"several", onCarrickmoor, "", saidRight, "We did better than Scotland on feeling safe, on having a say and on GP care."},
	{"several", onCarrickmoor, "", saidWrong, "Emergency admissions, emergency bed days and readmissions all fell."},
	{"several", onCarrickmoor, "", saidRight, "Emergency admissions, emergency bed days and delayed discharge all fell."},
	{"several", onCarrickmoor, "", saidWrong, "Sickness absence, vacant posts and waits for a carer support plan came down."},
	{"several", onArdenmuir, "", saidWrong, "Emergency admissions and falls are lower here than in Scotland."},
	{"several", onArdenmuir, "", saidRight, "Emergency admissions and readmissions are lower here than in Scotland."},
	{"several", onArdenmuir, "", saidWrong, "No partnership did better than ours on having a say, on co-ordination or on feeling safe."},
	{"several", onArdenmuir, "", saidWrong, "Readmissions, delayed discharge and falls each went down in the year."},
}

// TestToldAsRight holds those: of a right one nothing is contradicted, and of a wrong one something has to be,
// or has to be left unread.
func TestToldAsRight(t *testing.T) {
	for _, s := range toldAsRightKinds {
		claims, ok := textsOf(t, s.dir).with(cmp.Or(s.place, "regulation-4/introduction"), s.sentence)
		if !ok {
			t.Fatalf("no text %s", s.place)
		}
		found := someAre(claims, Contradicted)
		if s.label == saidRight && found || s.label == saidWrong && (len(claims) == 0 || onlyConfirmed(claims)) {
			t.Errorf("%s, %s: %s", s.kind, s.label, s.sentence)
			for _, c := range claims {
				t.Logf("        %s %s %q %s%s", c.Verdict, c.Measure, c.Text, c.Message, c.Reason)
			}
		}
	}
}
