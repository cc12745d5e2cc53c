package leftovers

import (
	"strings"
	"testing"
	"time"

	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// yearsIn are the messages on a foreword, and on how the report was tried.
func yearsIn(text, assessed string) string {
	n := &project.Narrative{}
	n.Opening.Foreword = yamlpos.NewText(text, source.Position{File: "narrative/opening.yaml", Line: 2, Column: 3})
	r := &project.Project{Config: &project.Config{Year: period.Year(2025), Publication: project.Publication{Assessed: assessed}}, Narrative: n, Today: time.Date(2026, 7, 3, 0, 0, 0, 0, time.UTC)}
	var got []string
	for _, f := range Read(r).Years() {
		got = append(got, f.Message)
	}
	return strings.Join(got, "\n")
}

// What will be in a year that is over, and what is so since one that is to come, is told; a
// promise that is reported, and what is in quotation marks, isn't.
func TestTenses(t *testing.T) {
	for text, want := range map[string]string{
		"In 2024/25 we will extend this to Glenside.":              "will be in 2024/25, which is over",
		"During 2023-24 the two teams will move together.":         "will be in 2023-24",
		"By March 2025 Glenside will have one, too.":               "",
		"By March 2025 the clinic will open.":                      "will be in 2025",
		"In 2025 our carers' centre won't close.":                  "will be in 2025",
		"The new rota will be tried in each ward by June 2025.":    "will be in 2025",
		"In 2024/25 we want fewer than 20 people to wait.":         "will be in 2024/25",
		"In 2024/25 the board plans to close it.":                  "will be in 2024/25",
		"The plan was made in 2022 and its review is due by 2024.": "will be in 2024",
		"The new wards are to be opened in May 2025.":              "will be in 2025",
		"The review is due by 2027.":                               "",
		"A review was due by 2024, and it is late.":                "",
		"What we had is due to the 2021 census.":                   "",
		"It has been so since 2031.":                               "since 2031, which is still to come",
		"Nurses have done it since April 2034.":                    "since April 2034",
		"It is led from Inverden since 2028/29.":                   "since 2028/29",

		"Both groups assessed their area against it in February 2028.":                 "what was done in February 2028, which is still to come",
		"On 3 May 2027 a team of four moved into the clinic.":                          "what was done on 3 May 2027",
		"Both groups assessed their area against it in February 2026.":                 "",
		"The board agreed to look at it again in February 2028.":                       "",
		"The contract, renewed in May 2025, ends in June 2029.":                        "",
		"It was planned for May 2027.":                                                 "",
		"The strategy ended in March 2026.":                                            "",
		"The team, which can see someone the same day, began in May 2027 and cost £6.": "what was done in May 2027",
		"Each hospital gave up its contract in October 2027, which saved £310,000.":    "what was done in October 2027",
		"Care was arranged, and still 38 people waited for it on 31 March 2028.":       "what was done on 31 March 2028",
		"The board approved a plan that ends in March 2028.":                           "",
		"The lease that was signed in 2024 ends in May 2030.":                          "",
		"We were told of a review due in May 2028.":                                    "",
		"Two of four moved to the morning in September 2027.":                          "what was done in September 2027",
		"Next year, 2025/26, we want fewer to wait.":                                   "the text has 2025/26 as next year, which is 2026/27",
		"Last year (2022/23) we had more.":                                             "the text has 2022/23 as last year, which is 2024/25",
		"Next year, 2026/27, we want fewer to wait.":                                   "",
		"Last year, 2024/25, we had more.":                                             "",
		"Of last year, 2025/26, we say what we did.":                                   "",
		"In 2026/27 we will extend this to Glenside.":                                  "",
		"In 2025/26 we will remember what was hard.":                                   "",
		"In 2024/25 we said that we will extend this.":                                 "",
		"In 2024/25 we promised: we will extend this to Glenside.":                     "",
		"In 2024/25 the board began work that will last.":                              "",
		"Last year's report said: in 2024/25 we will extend this.":                     "",
		"\"In 2024/25 we will extend this\", the last report has.":                     "",
		"> In 2024/25 we will extend this.\n\nSo a carer was told.":                    "",
		"In 2024/25 we used the goodwill of many.":                                     "",
		"The plan of 2024 will be reviewed by 2027.":                                   "",
		"We will keep to what was agreed by March 2025.":                               "",
		"By 2025 all practices will have had a visit.":                                 "",
		"It has been so since 2021, and since April 2026 at night.":                    "",
		"Since the summer of 2026 it is shut.":                                         "",
		"It is so for a thousand since 20 came.":                                       "",
	} {
		if got := yearsIn(text, ""); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// Nobody reads the report of a year ten months before it ends.
func TestReadTooEarly(t *testing.T) {
	for text, want := range map[string]string{
		"Five members of the access panel read the draft on 27 May 2025.":               "the report was read on 27 May 2025, and the year that it is of ended on 31 March 2026",
		"The readers' panel went through the draft in June 2025.":                       "read on June 2025",
		"The readers' panel went through the draft on 3 June 2026.":                     "",
		"The panel, which was made in May 2019, read it on 3 June 2026.":                "",
		"Last year's readers, of May 2025, were asked again.":                           "",
		"Nine people, of whom four use a screen reader, read the draft on 27 May 2027.": "what was done on 27 May 2027, which is still to come",
		"Nine people will read the draft on 27 August 2026.":                            "",
		"A panel of nine read the draft. The summary came of it.":                       "",
		"The template was tested with the panel on 3 June 2025.":                        "",
		"Its members read the draft in the second half of March 2026.":                  "",
		"Some read the draft on 2 May 2026, some on 9 May 2025, as we heard":            "",
	} {
		if got := yearsIn("We listened.", text); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"Carers read a draft of this report on 27 May 2025.":          "the report was read on 27 May 2025",
		"The board approved this report on 9 July 2025.":              "read on 9 July 2025",
		"Carers read a draft of this report on 27 May 2026.":          "",
		"The board approved its workforce plan on 9 July 2025.":       "",
		"This report begins on 1 April 2025.":                         "",
		"They read a draft of the locality plan in May 2025.":         "",
		"Since the last report of July 2025 the board has met twice.": "",
	} {
		if got := yearsIn(text, ""); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
