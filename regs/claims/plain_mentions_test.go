package claims

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"apr/internal/rounds"
)

// countedNumber is the place of a number in a template: N, or N and how much more or less.
var countedNumber = regexp.MustCompile(`\bN([+-]\d+)?\b`)

// filled fills a template.
func filled(r *rand.Rand, template string, n int) string {
	words := []string{"", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"}
	first := strings.HasPrefix(template, "N")
	s := countedNumber.ReplaceAllStringFunc(template, func(m string) string {
		more, _ := strconv.Atoi(strings.TrimPrefix(m[1:], "+"))
		if n := n + more; n < 1000 {
			if n > 1 && n < len(words) && (first || r.IntN(2) == 0) {
				return words[n]
			}
			return strconv.Itoa(n)
		}
		return fmt.Sprintf("%d,%03d", (n+more)/1000, (n+more)%1000)
	})
	return strings.ToUpper(s[:1]) + s[1:]
}

// TestPlainMentions writes sentences of what the examples' texts count and the data don't have, with their
// numbers and with others, and sentences that count something else. None of the first and the last is
// contradicted.
func TestPlainMentions(t *testing.T) {
	r := rand.New(rand.NewPCG(14, 14))
	turned, found := 0, 0
	for _, test := range rounds.Few(t, []struct {
		dir, place    string
		n             int
		told, another string
	}{
		{onCarrickmoor, "regulation-10/sections[0].text", 7, `Strathmoor has N general practices. | There are N GP practices in Strathmoor. | In Strathmoor there are N general practices. | Strathmoor, where most people live, has N practices. | All N of Strathmoor's practices offer telephone appointments. | Strathmoor's N general practices all have a link worker.`, `Strathmoor has N+1 dental practices. | In Strathmoor N-1 general practices open on Saturdays. | Strathmoor will have N+1 general practices by 2028. | Until 2021 Strathmoor had N+1 general practices. | Strathmoor has more than N-1 general practices. | N-1 of the practices in Strathmoor take part in training. | N-1 practices in Strathmoor have a physiotherapist.`},
		{onCarrickmoor, "regulation-6/localities[1].assessment", 5, `Glenside has N general practices. | Two of the N practices remain hard to reach. | There are N practices in Glenside, and two remain hard to reach. | Of Glenside's N practices two remain hard to reach.`, `N-2 practices in Glenside are dispensing practices. | Glenside once had N+1 general practices. | N-3 of the practices offer evening surgeries.`},
		{onCarrickmoor, "regulation-6/localities[2].assessment", 4, `Carrick Coast has N general practices. | One of the N practices has had no permanent doctor since August 2025. | The coast has N general practices, one of which is run by the health board.`, `N-1 practices on the coast share a nurse. | The coast has N-2 branch surgeries. | N-1 of the practices on the coast have a pharmacist.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 16, `Carrickmoor has N general practices. | All N general practices have a link worker. | Link workers are in all N general practices. | Our N general practices see most people first. | There are N GP practices in the area.`, `N-3 general practices took part in the audit. | N-5 practices have new telephones. | In 2018 there were N+1 general practices. | Carrickmoor has N+3 opticians. | All N-9 practices in Strathmoor have one. | More than N-2 practices have a pharmacist.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 14, `N of the 152 data zones are among the most deprived fifth in Scotland. | Of the area's 152 neighbourhoods N are among the most deprived fifth. | N neighbourhoods are among the most deprived fifth of Scotland.`, `N+14 data zones are among the least deprived fifth in Scotland. | N-3 of the most deprived neighbourhoods are in Strathmoor. | In 2016 N+2 data zones were among the most deprived fifth. | N-11 data zones in Glenside are among the most deprived fifth. | N-10 data zones are among the most deprived tenth in Scotland.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 152, `The area has N data zones. | Carrickmoor is made up of N neighbourhoods (data zones). | There are N data zones in Carrickmoor. | Fourteen of our N data zones are among the most deprived fifth.`, `Moray has N-26 data zones. | We visited N-100 neighbourhoods. | Strathmoor has N-90 data zones.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 8, `The board has N voting members. | There are N voting members on the board. | Four of the N voting members were new in the year. | All N of the board's voting members had an induction.`, `N-4 voting members were new. | The board has N+4 members without a vote. | N-2 voting members were at the meeting in May. | Other boards have N+2 voting members. | The committee has N-4 voting members.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 9, `Our N link workers took 1,930 referrals. | There are N community link workers. | We have N link workers. | Of the N link workers four serve East Kirkmoor. | All N link workers have had training in debt advice.`, `N-5 link workers serve East Kirkmoor. | Two more link workers will bring the number to N+2. | There were N-3 link workers in 2023/24. | N-2 link workers joined the course. | Strathmoor has N-3 link workers.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 1930, `Link workers took N referrals in the year. | N referrals were made to link workers. | Community link workers took N referrals.`, `Link workers took N-340 referrals the year before. | N-1600 referrals to link workers came from pharmacies.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 268, `We read N stories on an independent feedback site. | People left N stories on an independent feedback site. | There were N stories on the independent feedback site. | N stories were told on an independent feedback site.`, `N-60 stories on the independent feedback site praised staff. | Over N-8 stories were left on the feedback site. | There were N-30 stories on the feedback site the year before. | The hospital received N-100 stories.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 214, `We received N complaints. | There were N complaints in the year. | In 2025/26 we had N complaints. | N complaints were made to us.`, `There were N+9 complaints the year before. | Care at home received N-120 complaints. | N-60 complaints were upheld. | N-100 complaints were about care at home. | The council received N+1000 complaints. | We closed N-10 complaints. | N-12 of the complaints were simple. | The health board had N+300 complaints.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 146, `Volunteers with experience of care made N visits.`, `Inspectors made N-130 visits. | Volunteers made N-46 visits to care homes.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 640, `The strength and balance classes reached N people. | N people came to the strength and balance classes. | About N people attended strength and balance classes.`, `N-500 people finished the strength and balance classes. | In Glenside N-400 people came to strength and balance classes. | N+300 people should come to strength and balance classes. | N-300 women came to the strength and balance classes.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 14, `Strength and balance classes ran in N halls. | Strength and balance classes were held in N halls.`, `Lunch clubs ran in N-5 halls. | Strength and balance classes ran in N-10 halls on the coast.`},
		{onCarrickmoor, "regulation-6/localities[0].assessment", 286, `The drop-in in East Kirkmoor was used by N people. | N people came to the evening mental health drop-in in East Kirkmoor. | N people came to the drop-in in East Kirkmoor.`, `N-216 people came to the drop-in in East Kirkmoor in its first month. | N-100 people came to the drop-in in Port Carrick. | N-90 people came back to the drop-in in East Kirkmoor. | More than N-80 people came to the drop-in in East Kirkmoor.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 612, `N people came to 14 events. | We heard N people at 14 events. | The review of the plan heard N people at events.`, `N+900 people came to 37 sessions.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 11, `The board gave N directions. | All N directions were tracked to the end. | N directions were issued in the year. | The board issued N directions.`, `Ten of the N directions are complete. | The board issued N+2 directions in 2024/25. | N-1 directions are complete.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 148, `The partnership has N pool cars. | Sixty-one of the N pool cars are electric. | Of the partnership's N pool cars 61 are electric. | There are N pool cars.`, `The council has N+100 pool cars. | We sold N-130 pool cars. | N-30 pool cars have dashboard cameras.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 61, `N of the 148 pool cars are electric. | N of our pool cars are electric. | We have N electric pool cars.`, `N-22 of the pool cars were electric a year ago. | N+20 of the pool cars should be electric by 2027. | N-40 of the pool cars on the coast are electric. | N+30 of the pool cars are small.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 52, `Of N suggestions recorded 29 were adopted. | N suggestions were recorded.`, `N-12 suggestions came from Strathmoor. | N-23 suggestions were adopted. | N-30 suggestions were about transport. | The year before there were N-10 suggestions.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 5, `Inspectors made N recommendations. | There were N recommendations. | Two inspections led to N recommendations. | Two inspections made N recommendations.`, `N-2 recommendations were for care at home. | N-2 recommendations are complete. | The Care Inspectorate made N-2 recommendations. | Auditors made N+2 recommendations.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 37, `Officers held N drop-in sessions. | N drop-in sessions were held by officers.`, `Officers held N-20 drop-in sessions in Strathmoor. | Officers held N-12 drop-in sessions the year before.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 42, `The chief officer visited N teams.`, `The chief officer visited N-30 teams in Glenside. | The chief nurse visited N-10 teams.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 512, `All N adults known to the learning disability team were offered a health check.`, `N-140 adults took up a health check.`},
		{onCarrickmoor, "regulation-10/sections[0].text", 3, `Carrickmoor has N community hospitals. | There are N community hospitals.`, `N-1 community hospitals have a ward for rehabilitation. | N+2 community hospital wards are open. | The health board has N+4 community hospitals.`},
		{onArdenmuir, "regulation-5/assessment", 61, `We had N complaints. | There were N complaints. | N complaints reached us in the year. | We received N complaints in 2025/26.`, `N-15 complaints were about changes. | The council had N+200 complaints. | N+10 complaints came in 2024/25. | N-40 complaints were upheld. | There were N-30 complaints about the bus.`},
		{onArdenmuir, "regulation-5/assessment", 94, `People told N stories on an independent feedback site. | We read N stories on an independent feedback site. | There were N stories on an independent feedback site.`, `N-40 stories on an independent feedback site praised the nurses. | N-70 stories came from the south.`},
		{onArdenmuir, "regulation-6/localities[1].assessment", 118, `N young people came to the drop-in in its first half-year. | The drop-in had N young people in its first half-year. | N young people used the drop-in in the first half-year.`, `N-60 young people came to the drop-in in its first month. | N+80 young people came to the drop-in in its first year. | N-40 young people came back to the drop-in.`},
		{onArdenmuir, "regulation-5/assessment", 147, `Two advocates helped N people. | The advocates helped N people. | Advocates helped N people in the year.`, `Advocates helped N-100 people in the south. | Advocates helped N-10 people the year before. | Money advisers helped N+100 people.`},
		{onArdenmuir, "regulation-5/assessment", 210, `The falls classes reached N people. | N people came to the falls classes. | Falls classes reached N people.`, `Falls classes could reach N+690 people. | N-100 people in the north came to falls classes. | N-20 people finished the falls classes.`},
		{onArdenmuir, "regulation-5/assessment", 940, `We have N staff. | Our N staff were asked. | Of our N staff 68% answered the survey. | The partnership has N staff.`, `N-500 staff work for the council. | The health board has N+1000 staff. | N-300 staff answered the survey.`},
	}) {
		p := textsOf(t, test.dir)
		contradicts := func(sentence string) string {
			claims, ok := p.with(test.place, sentence)
			if !ok {
				t.Fatalf("no text %s", test.place)
			}
			for _, c := range claims {
				if c.Measure == saysTwice {
					return c.Message
				}
			}
			return ""
		}
		for _, template := range strings.Split(test.told, " | ") {
			if s := filled(r, template, test.n); contradicts(s) != "" {
				t.Errorf("%s: %s", s, contradicts(s))
			}
			n := test.n + 1 + r.IntN(3)
			if test.n > 20 {
				n = test.n + test.n/9 + r.IntN(test.n/4)
			}
			turned++
			if contradicts(filled(r, template, n)) != "" {
				found++
			} else {
				t.Logf("missed: %s", filled(r, template, n))
			}
		}
		for _, template := range strings.Split(test.another, " | ") {
			if s := filled(r, template, test.n); contradicts(s) != "" {
				t.Errorf("%s: %s", s, contradicts(s))
			}
		}
	}
	if t.Logf("%d of %d contradicted", found, turned); 10*found < 9*turned {
		t.Errorf("%d of %d contradicted", found, turned)
	}
}

// TestOtherThings counts things that have a noun in common with what the example's texts count.
func TestOtherThings(t *testing.T) {
	p := textsOf(t, onCarrickmoor)
	for _, sentence := range strings.Split(strings.TrimSpace(otherThings), "\n") {
		for _, place := range []string{"regulation-3/local_feedback", "regulation-6/localities[0].assessment", "opening/foreword"} {
			claims, _ := p.with(place, sentence)
			for _, c := range claims {
				if c.Measure == saysTwice {
					t.Errorf("%s: %s: %s", place, sentence, c.Message)
				}
			}
		}
	}
}

const otherThings = `
Three of Strathmoor's practices closed their lists.
Strathmoor has three practices with more than 10,000 patients.
Strathmoor has eight practices if branch surgeries are counted.
Glenside has six practice nurses.
There are eight practices in Kirkmoor and the villages.
We have nine practices on the new system.
From 2026/27 the board has nine voting members.
The audit committee has four voting members.
The committee met in May. It has six voting members.
Only six voting members came to the meeting in May.
The service did well. There were 24 complaints.
We have six link workers in post.
We have six link workers who speak Polish.
In March there were eight link workers.
East Kirkmoor has four link workers.
East Kirkmoor's four link workers are busy.
Three community hospitals were inspected, and two did well.
Carrickmoor has two community hospitals with a ward for rehabilitation.
Two public meetings were held in Tarrowbridge.
Ten impact assessments were published by the council.
Nine equality impact assessments were published.
Of the 640 people 460 were women.
Strength and balance classes reached 300 people over 80.
Strength and balance classes reached 300 people aged 80 or over.
Strength and balance classes reached 300 men.
286 people came twice to the drop-in in East Kirkmoor.
The classes reached 300 people by September.
By the summer strength and balance classes had reached 300 people.
Since 2023 the link workers have taken 4,500 referrals.
Over three years link workers have taken 4,500 referrals.
Link workers in Glenside took 600 referrals.
GPs made 1,200 referrals to link workers.
1,500 referrals to link workers were for loneliness.
A strength and balance class reached 12 people.
One strength and balance class reached 12 people.
Some strength and balance classes reached 30 people.
Each of the strength and balance classes reached 45 people.
Other strength and balance classes reached 90 people.
The first strength and balance class reached 20 people.
The drop-in in East Kirkmoor has 40 people on its waiting list.
The drop-in in East Kirkmoor was used by 24 people on the busiest evening.
The chief officer visited 12 teams twice.
The chief officer visited nine teams with the chair.
In a typical month there were 18 complaints.
Members discussed 20 complaints.
The ombudsman upheld three complaints.
We answered 154 complaints within five working days.
Two complaints were made about dignity.
Inspectors made three recommendations to the care at home service.
There were two recommendations for the hospital.
Thirty of the 148 pool cars are vans.
Pool cars made 6,000 journeys.
The 61 electric pool cars cost £1.2m.
Half of the 148 pool cars are new.
Groups made 12 suggestions about buses.
Our 52 suggestions led to 29 changes.
Eleven directions were given to the council and nine to the health board.
Six directions concern NHS Moorland.
Ten directions are complete.
Seven directions were changed in the year.
We heard 160 people at the second meeting.
At the meeting in Tarrowbridge 160 people were heard.
The events were full: 80 people came to the largest.
340 people at three meetings said so, and 227 wrote.
Twenty-three adults lived outside Carrickmoor when the plan began.
The learning disability team knows 512 adults; 371 took up a check.
All 371 adults who took up a check had a letter.
Five of the twelve beds had been closed before.
Two drafts were sent back.
The team of six nurses saw 300 people.
Volunteers with experience of care made 20 visits to wards.
There were 91 stories on an independent feedback site about the wards.
There were 30 stories on an independent feedback site in March.
Nearly 270 stories were left on an independent feedback site.
More than 200 stories were left on an independent feedback site.
All 14 halls were cold.
The halls hold 30 people.
Fifteen practices have a pharmacist, and one shares.
In four of the 16 practices the wait is long.
The three practices of Kirkmoor share a hub.
Our practices have eight partners.
Eight practices in Strathmoor and on the coast have had new telephones.
Carrickmoor has 16 practices and Moray 12.
In Moray there are 12 general practices.
The 12 general practices of Moray did better.
`
