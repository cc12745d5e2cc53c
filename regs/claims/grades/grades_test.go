package grades

import (
	"testing"
	"time"

	"apr/internal/rounds"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
	"apr/regs/claims/facts/factstest"
	"apr/regs/claims/language"
	"apr/regs/sentence"
)

func TestMain(m *testing.M) { rounds.Main(m) }

const (
	carrickmoor = "../../../examples/carrickmoor"
	ardenmuir   = "../../../examples/ardenmuir"
)

// claimsOf are the claims of a text's sentences about grades.
func claimsOf(f *facts.Facts, text string) (all []*claim.Claim) {
	p := sentence.NewPassage("opening.about", yamlpos.NewText(text, source.Position{File: "opening.yaml", Line: 1, Column: 1}))
	l, last := language.NewLexicon(language.NewDictionary(f)), Last{}
	for _, s := range p.Sentences() {
		all = append(all, Claims(f, s, l.Tokens(nil, s), &last)...)
	}
	return all
}

// contradictionIn is what is said against a text, "" for nothing.
func contradictionIn(f *facts.Facts, text string) (message string) {
	for _, c := range claimsOf(f, text) {
		if c.Verdict == claim.Contradicted {
			message = c.Message
		}
	}
	return message
}

// oakbank is a report that has two inspections of one service.
func oakbank() *facts.Facts {
	on := func(year int, month time.Month, grades [3]int, requirements, areas int) facts.GradedOn {
		o := facts.GradedOn{Date: time.Date(year, month, 18, 0, 0, 0, 0, time.UTC), Requirements: &requirements, Areas: &areas}
		for i, q := range []facts.Grade{{Question: "wellbeing", Title: "Supporting people's wellbeing"}, {Question: "leadership", Title: "Leadership"}, {Question: "staff", Title: "Staff team"}} {
			q.N = grades[i]
			o.Grades = append(o.Grades, q)
		}
		return o
	}
	return &facts.Facts{Year: 2025, First: 2016, Authority: "Carrickmoor", Graded: []*facts.Graded{{Service: "Oakbank day service", Names: [][]string{{"oakbank"}, {"day", "service"}},
		Inspected: []facts.GradedOn{on(2022, time.May, [3]int{3, 3, 4}, 2, 4), on(2025, time.September, [3]int{4, 4, 4}, 0, 1)}}}}
}

// TestClaims has what sentences say of Oakbank held against its grades: nothing is wrong, or this is.
func TestClaims(t *testing.T) {
	f := oakbank()
	for text, want := range map[string]string{
		// A grade, in figures and in words, at an inspection that is named or not.
		"Oakbank was graded 4 (good) for leadership.":                           "",
		"Oakbank was graded 5 (very good) for leadership.":                      "the text has 5 (very good); the inspection of 18 September 2025 graded leadership 4 (good)",
		"Oakbank was graded 4 (adequate) for leadership.":                       "the text has 4 (adequate); the inspection of 18 September 2025 graded leadership 4 (good)",
		"In May 2022 the day service was graded adequate for leadership.":       "",
		"In May 2022 the day service was graded good for leadership.":           "the text has good; the inspection of 18 May 2022 graded leadership 3 (adequate)",
		"Oakbank was graded good for all three key questions.":                  "",
		"When inspected on 18 September 2025 Oakbank got 4s across the board.":  "",
		"When inspected on 18 September 2024 Oakbank got 4s across the board.":  "the text has 18 September 2024; the inspection of 18 September 2025 gave these grades",
		"When inspected on 18 September 2024 Oakbank got 5s across the board.":  "", // which may be another inspection
		"When inspected in September 2024 Oakbank was graded 4 for leadership.": "the text has September 2024; the inspection of 18 September 2025 gave these grades",
		// Grades that are a bound.
		"Oakbank was graded good or better for all three key questions.":        "",
		"Oakbank was graded very good or better for leadership.":                "the text has very good or better; the inspection of 18 September 2025 graded leadership 4 (good)",
		"In May 2022 Oakbank was graded good (4) or better for leadership.":     "the text has good (4) or better; the inspection of 18 May 2022 graded leadership 3 (adequate)",
		"The grades of Oakbank are all good or better.":                         "",
		"The grades of Oakbank are all very good.":                              "the text has very good; the inspection of 18 September 2025 graded supporting people's wellbeing 4 (good)",
		"In 2022 none of the grades of Oakbank was above adequate.":             "the text has adequate; the inspection of 18 May 2022 graded staff team 4 (good)",
		"In 2022 no grade of Oakbank was below adequate.":                       "",
		"In 2022 two of the three key questions of Oakbank were good or better": "the text has two of the three key questions; the inspection of 18 May 2022 graded 1 key questions 4 (good) or better",
		"Oakbank had been graded very good or better for leadership.":           "",
		"Oakbank was graded good for leadership, and no requirement was below.": "",
		"Half of the services like Oakbank are very good or better for staff.":  "",
		// How grades moved.
		"The grade of Oakbank for leadership went from 3 in 2022 to 4 in 2025.":                        "",
		"The grade of Oakbank for leadership went from 2 in 2022 to 4 in 2025.":                        "the text has 2; the inspection of 18 May 2022 graded leadership 3 (adequate)",
		"Two of the three key questions at Oakbank improved between the two inspections.":              "",
		"All three key questions at Oakbank improved between the two inspections.":                     "the text has improved; the inspection of 18 September 2025 graded staff team 4 (good), as the one before",
		"The grade of Oakbank for its staff team was unchanged.":                                       "",
		"Oakbank is graded good for all three key questions, whereas in 2022 two of them were good.":   "the text has two of them; the inspection of 18 May 2022 graded 1 key questions 4 (good)",
		"Oakbank is graded good for all three key questions, whereas in 2022 one of its grades was 4.": "",
		// What inspections asked for.
		"The inspection of Oakbank in September 2025 made no requirements.":          "",
		"The inspection of Oakbank in September 2025 made two requirements.":         "the text has two requirements; the inspection of 18 September 2025 had no requirements",
		"Inspectors named three areas for improvement at Oakbank in September 2025.": "the text has three areas for improvement; the inspection of 18 September 2025 had 1 areas for improvement",
		// What goes on about it.
		"Oakbank was inspected in September 2025. Its staff team was graded 5.":     "the text has 5; the inspection of 18 September 2025 graded staff team 4 (good)",
		"Oakbank was inspected. It was a good day. Leadership was graded 5.":        "",
		"Oakbank was inspected in September 2025. Rowanbank was graded 5 for staff": "",
		// What is of something else.
		"Oakbank aims to be graded 6 (excellent) for leadership.":      "",
		"Oakbank was graded good or better for leadership.":            "",
		"Across Scotland day services were graded 2 for leadership.":   "",
		"Four staff of Oakbank were praised in the inspection report.": "",
	} {
		if is := contradictionIn(f, text); is != want {
			t.Errorf("%s\n%s, want\n%s", text, is, want)
		}
	}
}

// TestHeld has sentences that are right be confirmed, and not only be passed over.
func TestHeld(t *testing.T) {
	f := oakbank()
	for text, want := range map[string]int{
		"Oakbank was graded 4 (good) for leadership and its staff team.":               1,
		"Oakbank was graded 4 for leadership and good for wellbeing.":                  2,
		"Two of the three grades of Oakbank improved.":                                 1,
		"Oakbank was graded good or better for leadership and its staff team.":         1,
		"Oakbank had no grade below good when it was inspected in 2025.":               1,
		"All three key questions of Oakbank are good or better.":                       1,
		"The inspection of Oakbank in 2025 made no requirements.":                      1,
		"Oakbank was inspected in 2025.":                                               0,
		"The rate of falls rose to 24.1.":                                              0,
		"The inspection of another day service made three requirements and no grades.": 0,
	} {
		confirmed := 0
		for _, c := range claimsOf(f, text) {
			if c.Verdict == claim.Confirmed {
				confirmed++
			}
		}
		if confirmed != want {
			t.Errorf("%s: %d confirmed, want %d", text, confirmed, want)
		}
	}
}

// TestOtherGrades has sentences about grades that the report doesn't have, or about what is no grade.
func TestOtherGrades(t *testing.T) {
	of := map[string]*facts.Facts{carrickmoor: factstest.Of(t, carrickmoor), ardenmuir: factstest.Of(t, ardenmuir)}
	for sentence, dir := range map[string]string{
		"Rowanbank, a private care home, was graded 2 (weak) for its staff team.":                         carrickmoor,
		"Our care at home service aims to be graded 6 (excellent) for leadership by 2027.":                carrickmoor,
		"By its own account our care at home service would be graded 5 for wellbeing.":                    carrickmoor,
		"Our care at home service was graded good or better for leadership.":                              carrickmoor,
		"In 2017 our care at home service was graded 2 (weak) for leadership.":                            carrickmoor,
		"Nationally, care at home is most often graded 3 for leadership.":                                 carrickmoor,
		"Six staff of our care at home service were praised in the inspection report.":                    carrickmoor,
		"The care at home service has 4 staff on each round, and inspectors asked why.":                   carrickmoor,
		"The south team's care at home was graded 5 (very good) for wellbeing in November 2025.":          ardenmuir,
		"Millburn House was graded 3 (adequate) for leadership by its own self-evaluation in May 2025.":   ardenmuir,
		"The north team had 3 staff on leave when it was inspected in November 2025.":                     ardenmuir,
		"Glenorrin's care at home north team was graded 2 (weak) for leadership in 2025.":                 ardenmuir,
		"A support plan at Millburn House was rated 3 (adequate) for planning in the audit of June 2025.": ardenmuir,
	} {
		if is := contradictionIn(of[dir], sentence); is != "" {
			t.Errorf("%s: %s", sentence, is)
		}
	}
}
