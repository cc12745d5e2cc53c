package calendar

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"apr/indicators/measures"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

func sample(today time.Time) *project.Project {
	measure := func(id, from string, next period.Span) *project.LocalMeasure {
		return &project.LocalMeasure{Measure: &measures.Measure{ID: id, Title: "About " + id, Source: from, Next: next}}
	}
	return &project.Project{
		Today: today,
		Config: &project.Config{
			Authority: project.Authority{Name: "Testmoor; north, \\ & Cùram"}, Year: 2018,
			Board:       project.Board{Meetings: []project.Meeting{{Date: "2019-06-19", Papers: "2019-06-05"}, {Date: "2019-08-01", Name: "Audit committee"}}},
			Publication: project.Publication{Date: "2019-07-20"},
		},
		Framework: &project.Framework{Measures: []*project.LocalMeasure{
			measure("A", "The system", period.Span{Start: day(2019, 5, 1)}),
			measure("B", "The system", period.Span{Start: day(2019, 5, 1)}),
			measure("C", "The survey "+strings.Repeat("of Cùram ", 20), period.Span{Start: day(2019, 9, 1), Months: 1}),
			measure("D", "", period.Span{}),
		}},
	}
}

func TestOf(t *testing.T) {
	c := Of(sample(day(2019, 6, 1)))
	var got []string
	for _, e := range append(c.Events, c.Undated...) {
		days, _ := c.Days(e)
		got = append(got, fmt.Sprintf("%s %s %s %v %v %d %.40s", e.When, e.Kind, e.Certainty, e.Measures, c.Overdue(e), days, e.Title))
	}
	want := `1 May 2019 data stated [A B] true -31 New data: The system
5 June 2019 papers stated [] false 4 Papers for the meeting of 19 June 2019 a
19 June 2019 meeting stated [] false 18 Board meets
20 July 2019 publication stated [] false 49 Publication of the performance report 20
July 2019 data usual [] false 60 Public Health Scotland publishes the cor
31 July 2019 deadline statutory [] false 60 Last day for publishing the performance 
1 August 2019 meeting stated [] false 61 Audit committee meets
September 2019 data stated [C] false 121 New data: The survey of Cùram of Cùram o
 data stated [D] false 0 No date stated: About D
 data usual [] false 0 Public Health Scotland sends the core su`
	if g := strings.Join(got, "\n"); g != want {
		t.Errorf("got\n%s\nwant\n%s", g, want)
	}
}

// A usual date isn't given for a year that is over.
func TestTheUsualJulyIsTheNextOne(t *testing.T) {
	for today, want := range map[time.Time]string{{}: "July 2019", day(2019, 7, 31): "July 2019", day(2019, 8, 1): "July 2020", day(2021, 9, 1): "July 2022"} {
		for _, e := range Of(sample(today)).Events {
			if e.Certainty == Usual && e.When.String() != want {
				t.Errorf("on %s: %s; want %s", today, e.When, want)
			}
		}
	}
}

// property is one content line, taken apart by the grammar of RFC 5545.
type property struct{ name, params, value string }

var contentLine = regexp.MustCompile(`^([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=[A-Za-z0-9-]+)*):(.*)$`)

// parseICS reads iCalendar strictly: line breaks, lengths, folding, grammar and
// nesting.
func parseICS(t *testing.T, s string) [][]property {
	t.Helper()
	if !utf8.ValidString(s) || !strings.HasSuffix(s, "\r\n") {
		t.Fatal("not UTF-8, or the last line isn't ended")
	}
	var unfolded []string
	for _, line := range strings.Split(strings.TrimSuffix(s, "\r\n"), "\r\n") {
		if strings.ContainsAny(line, "\r\n\x00\a\t") || len(line) > 75 || !utf8.ValidString(line) {
			t.Errorf("a line of %d octets, with a bare break or a cut character: %q", len(line), line)
		}
		if rest, folded := strings.CutPrefix(line, " "); folded {
			unfolded[len(unfolded)-1] += rest
		} else {
			unfolded = append(unfolded, line)
		}
	}
	var events [][]property
	var open []string
	for _, line := range unfolded {
		m := contentLine.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("not a content line: %q", line)
		}
		p := property{m[1], m[2], m[3]}
		switch p.name {
		case "BEGIN":
			open = append(open, p.value)
			if p.value == "VEVENT" {
				events = append(events, nil)
			}
			continue
		case "END":
			if len(open) == 0 || open[len(open)-1] != p.value {
				t.Fatalf("END:%s closes nothing", p.value)
			}
			open = open[:len(open)-1]
			continue
		}
		if len(open) == 2 && open[1] == "VEVENT" {
			events[len(events)-1] = append(events[len(events)-1], p)
		}
	}
	if len(open) != 0 || unfolded[0] != "BEGIN:VCALENDAR" || unfolded[1] != "VERSION:2.0" || !strings.HasPrefix(unfolded[2], "PRODID:") {
		t.Errorf("not a calendar: open %q, begins %q", open, unfolded[:3])
	}
	return events
}

// unescape reads a text value as section 3.3.11 has it.
func unescape(t *testing.T, s string) string {
	t.Helper()
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && strings.IndexByte(`\;,nN`, s[i+1]) >= 0:
			i++
			if c := s[i]; c == 'n' || c == 'N' {
				b.WriteByte('\n')
			} else {
				b.WriteByte(c)
			}
		case strings.IndexByte(`\;,`, s[i]) >= 0:
			t.Errorf("%q at %d isn't escaped", s, i)
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func write(t *testing.T, c *Calendar) string {
	t.Helper()
	var b strings.Builder
	if err := c.ICS(&b, "apr test"); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestICSIsValid(t *testing.T) {
	c := Of(sample(day(2019, 6, 1)))
	events := parseICS(t, write(t, c))
	if len(events) != len(c.Events) {
		t.Fatalf("%d events of %d", len(events), len(c.Events))
	}
	uids := map[string]bool{}
	for i, properties := range events {
		got := map[string]property{}
		for _, p := range properties {
			if _, twice := got[p.name]; twice {
				t.Errorf("%s stands twice", p.name)
			}
			got[p.name] = p
		}
		e := c.Events[i]
		for name, form := range map[string]string{"UID": `^[0-9a-f]{32}@apr$`, "DTSTAMP": `^20190601T000000Z$`, "DTSTART": `^\d{8}$`, "DTEND": `^\d{8}$`, "SUMMARY": ".", "TRANSP": "^TRANSPARENT$"} {
			if !regexp.MustCompile(form).MatchString(got[name].value) {
				t.Errorf("%s is %q", name, got[name].value)
			}
		}
		if uids[got["UID"].value] {
			t.Errorf("the UID of %q is another's", e.Title)
		}
		uids[got["UID"].value] = true
		if got["DTSTART"].params != ";VALUE=DATE" || got["DTSTART"].value != e.When.Start.Format("20060102") || got["DTEND"].value != e.When.End().AddDate(0, 0, 1).Format("20060102") {
			t.Errorf("%s to %s for %s", got["DTSTART"].value, got["DTEND"].value, e.When)
		}
		summary := unescape(t, got["SUMMARY"].value)
		if !strings.HasPrefix(summary, c.Authority+": ") || !strings.HasSuffix(summary, e.Title) || e.Certainty == Usual && !strings.Contains(summary, "Usually in July 2019") {
			t.Errorf("summary %q of %q", summary, e.Title)
		}
	}
}

func TestICSIsTheSameAndKeepsItsUIDs(t *testing.T) {
	r := sample(day(2019, 6, 1))
	first := write(t, Of(r))
	if again := write(t, Of(r)); again != first {
		t.Error("the same calendar gives other bytes")
	}
	r.Framework.Measures[0].Next = period.Span{Start: day(2019, 5, 8)}
	r.Framework.Measures[1].Next = r.Framework.Measures[0].Next
	before, after := regexp.MustCompile(`UID:\S+`).FindAllString(first, -1), regexp.MustCompile(`UID:\S+`).FindAllString(write(t, Of(r)), -1)
	if strings.Join(before, " ") != strings.Join(after, " ") {
		t.Errorf("a moved date changes UIDs:\n%s\n%s", before, after)
	}
}

func FuzzEscapeAndFold(f *testing.F) {
	f.Add("Cùram; Is, Slàinte\\ \n" + strings.Repeat("ü", 80))
	f.Add("\r\n\x00")
	f.Fuzz(func(t *testing.T, s string) {
		c := &Calendar{Authority: s, Year: 2018, Events: []Event{{Kind: Meeting, When: period.Span{Start: day(2019, 6, 1)}, Title: s, Detail: s, Measures: []string{s}}}}
		if events := parseICS(t, write(t, c)); len(events) != 1 {
			t.Fatalf("%d events", len(events))
		}
	})
}

// Texts that are due are told by person and day; those that are done aren't overdue.
func TestTextsAreInTheCalendar(t *testing.T) {
	r := sample(day(2019, 6, 10))
	r.Narrative = &project.Narrative{}
	r.Narrative.Reg5.Assessment = yamlpos.NewText("One.", source.Position{File: "narrative/regulation-5.yaml", Line: 1, Column: 13})
	r.Narrative.Reg5.Contribution = yamlpos.NewText("Two.", source.Position{File: "narrative/regulation-5.yaml", Line: 2, Column: 15})
	r.Narrative.Reg5.Efficiencies = yamlpos.NewText("Three.", source.Position{File: "narrative/regulation-5.yaml", Line: 3, Column: 15})
	r.People = &project.People{People: []project.Person{{Name: "Ailsa Bell", Initials: "AB"}}, Texts: map[string]project.Assignment{
		"regulation-5.assessment":   {Owner: "AB", Due: "2019-06-03"},
		"regulation-5.contribution": {Owner: "Ailsa Bell", Due: "2019-06-03", Status: project.Agreed},
		"regulation-5.efficiencies": {Due: "2019-06-04", Status: project.Agreed},
	}}
	c := Of(r)
	var got []string
	for _, e := range c.Events {
		if e.Kind == DueText {
			got = append(got, fmt.Sprintf("%s|%s|%q|%v|%v", e.When, e.Title, e.Texts, e.Done, c.Overdue(e)))
		}
	}
	want := `3 June 2019|2 texts due: Ailsa Bell|["regulation-5.assessment" "regulation-5.contribution"]|false|true
4 June 2019|1 text due (done)|["regulation-5.efficiencies"]|true|false`
	if g := strings.Join(got, "\n"); g != want {
		t.Errorf("got\n%s\nwant\n%s", g, want)
	}
	if ics := write(t, c); len(parseICS(t, ics)) != len(c.Events) || !strings.Contains(strings.ReplaceAll(ics, "\r\n ", ""), `Texts: regulation-5.assessment\, regulation-5.contribution`) {
		t.Error(ics)
	}
}
