package measures

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/xuri/excelize/v2"

	"apr/indicators"
	"apr/internal/period"
	"apr/internal/source"
)

func csvTable(t *testing.T, text string) *Table {
	t.Helper()
	table, err := Read(fstest.MapFS{"m.csv": {Data: []byte(text)}}, "m.csv")
	if err != nil {
		t.Fatal(err)
	}
	return table
}

const twoMeasures = `Exported from the performance system,,,,,,,,,
Measure Ref,Measure Name,Reporting Period,Actual,Target,Numerator,Denominator,Good is,Next data due,Locality
LM1,Visits made as planned,Q1 2025/26,94.2,95,471,500,High,14/08/2026,
LM1,Visits made as planned,Q4 2025/26,96.10,95,,,High,14/11/2026,
LM1,Visits made as planned,Q4 2025/26,91.00,95,,,High,,North
lm2,Days waited,2025/26,"1,204",1000,,,Low,TBC,All
`

func TestReadUnderstandsTheHeadersOfPerformanceSystems(t *testing.T) {
	table := csvTable(t, twoMeasures)
	if got := strings.Join(table.IDs(), " "); got != "LM1 lm2" || len(table.Problems) != 0 {
		t.Errorf("measures %s, problems %v", got, table.Problems)
	}
	m := table.ByID("lm1")
	if m.Title != "Visits made as planned" || m.Polarity != indicators.HigherIsBetter || m.Decimals != 2 || m.Position.String() != "m.csv:3:1" {
		t.Errorf("%+v", m)
	}
	if m.Next.String() != "14 November 2026" || m.NextPosition.Line != 4 {
		t.Errorf("next %v at %v", m.Next, m.NextPosition)
	}
	whole := m.Whole()
	if len(whole.Points) != 2 || whole.Points[1].Period.String() != "Jan to Mar 2026" || *whole.Points[1].Value != 96.1 || whole.Points[0].Position.String() != "m.csv:3:39" {
		t.Errorf("%+v", whole.Points)
	}
	if n := m.In("north"); n == nil || *n.Points[0].Value != 91 || n.Position.Line != 5 {
		t.Errorf("%+v", n)
	}
	if two := table.ByID("LM2"); *two.Whole().Points[0].Value != 1204 || two.Polarity != indicators.LowerIsBetter || !two.Next.IsZero() {
		t.Errorf("%+v", two)
	}
}

func TestReadKnowsOrderCaseSeparatorsAndEncodings(t *testing.T) {
	want := csvTable(t, "measure,title,period,value\nA,Café visits,Apr-25,5\n").Measures[0]
	for name, text := range map[string]string{
		"semicolons":   "VALUE;Period;TITLE;Measure\n5;Apr-25;Café visits;A\n",
		"tabs":         "Value\tPeriod\tTitle\tCode\n5\tApril 2025\tCafé visits\tA\n",
		"mark":         "\ufeffmeasure,title,period,value\nA,Café visits,2025-04,5\n",
		"Windows-1252": "measure,title,period,value\nA,Caf\xe9 visits,04/2025,5\n",
		"a day":        "measure,title,period,value,frequency\nA,Café visits,30/04/2025,5,monthly\n",
	} {
		m := csvTable(t, text).Measures[0]
		if m.Title != want.Title || m.ID != "A" || m.Whole().Points[0].Period != want.Whole().Points[0].Period || *m.Whole().Points[0].Value != 5 {
			t.Errorf("%s: %+v", name, m)
		}
	}
}

func TestReadXLSXWithDatesPercentagesAndCells(t *testing.T) {
	t.Run("from 1900", func(t *testing.T) { readXLSX(t, false) })
	t.Run("from 1904", func(t *testing.T) { readXLSX(t, true) })
}

func readXLSX(t *testing.T, from1904 bool) {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &from1904}); err != nil {
		t.Fatal(err)
	}
	percent, _ := f.NewStyle(&excelize.Style{NumFmt: 9})
	date, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
	day := time.Date(2026, time.March, 31, 0, 0, 0, 0, time.UTC)
	for cell, v := range map[string]any{
		"B3": "Code", "C3": "Date", "D3": "Value", "E3": "Target", "F3": "Frequency", "G3": "Next update",
		"B4": "A", "C4": day, "D4": 0.942, "E4": 0.95, "F4": "Quarterly", "G4": day.AddDate(0, 4, 0),
	} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	f.SetCellStyle("Sheet1", "D4", "E4", percent)
	f.SetCellStyle("Sheet1", "C4", "C4", date)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	table, err := Read(fstest.MapFS{"m.xlsx": {Data: b.Bytes()}}, "m.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	m := table.Measures[0]
	p := m.Whole().Points[0]
	if *p.Value != 94.2 || *p.Target != 95 || p.Period.String() != "Jan to Mar 2026" || p.Position.String() != "m.xlsx!Sheet1!D4" || m.Unit != "%" {
		t.Errorf("%v %v %s at %s in %q", *p.Value, *p.Target, p.Period, p.Position, m.Unit)
	}
	if m.Next.String() != "31 July 2026" {
		t.Errorf("next %s", m.Next)
	}
}

func TestMalformedTablesSayWhereAndWhatToDo(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"empty":             {"", "m.csv: the file is empty; expected a table of measures\n    the table needs"},
		"no header":         {"a,b\n1,2\n", "m.csv: no header with the columns measure, period and value was found"},
		"no value":          {"Measure,Period,Vallue,Target\n", "m.csv:1:1: the header has no column value; it has: Measure, Period, Vallue, Target\n    for \"value\", did you mean \"Vallue\"?"},
		"a word":            {"measure,period,value\nA,2025/26,lots\n", "m.csv:2:11: the value \"lots\" isn't a number\n    write digits"},
		"a quarter":         {"measure,period,value\nA,Q1 2025,1\n", "m.csv:2:3: \"q1 2025\" may be of a calendar or of a financial year"},
		"no measure":        {"measure,period,value\n,2025/26,1\n", "m.csv:2:1: the row names no measure\n    repeat"},
		"two values":        {"measure,period,value\nA,2025/26,1\na,2025-26,2\n", "m.csv:3:11: a has two values or targets for 2025/26 in the whole area: 1 and 2\n    keep"},
		"a next date":       {"measure,period,value,next data date\nA,2025/26,1,soon\n", "m.csv:2:13: the next data date \"soon\" isn't a date\n    write a day"},
		"a polarity":        {"measure,period,value,polarity\nA,2025/26,1,hihger\n", "m.csv:2:13: the polarity \"hihger\" isn't one that apr knows\n    did you mean \"higher\"?"},
		"a level":           {"measure,period,value,level\nA,2025/26,1,bord\n", "m.csv:2:13: the level \"bord\" isn't one that apr knows\n    did you mean \"board\"?"},
		"a tolerance":       {"measure,period,value,tolerance\nA,2025/26,1,-2\n", "\"-2\" is not a tolerance"},
		"a control":         {"measure,period,value\nA\x07B,2025/26,1\n", "m.csv:2:1: the measure has a character that can't be printed"},
		"a novel":           {"measure,period,value\n" + strings.Repeat("A", 600) + ",2025/26,1\n", "the measure has 600 bytes; apr reads up to 500"},
		"too large":         {"measure,period,value\nA,2025/26,1e300\n", "isn't a number"},
		"zero bytes":        {"measure,period,value\nA,2025/26,1\x00\n", "m.csv:2: here is a NUL byte, which no text has: the file was damaged, or isn't text\n    save it as"},
		"many":              {"measure,period,value\n" + strings.Repeat("A,2025/26,lots\n", 30), "and 10 more cells can't be understood"},
		"only a header":     {"measure,period,value\n", "m.csv: the table has no measures under its header\n    export"},
		"an open quotation": {"measure,period,value\n\"A,2025/26,1\nB,2025/26,2\n", "m.csv:2:1: the cell goes on over several lines"},
		"rows":              {"measure,period,value\n" + strings.Repeat("A,2025/26,1\n", maxRows+1), "more than 50000 rows"},
	} {
		_, err := Read(fstest.MapFS{"m.csv": {Data: []byte(c.text)}}, "m.csv")
		var input *source.InputError
		if !errors.As(err, &input) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v\nwant %s", name, err, c.want)
		}
	}
}

func TestWhatIsSurvivedIsReported(t *testing.T) {
	for name, c := range map[string]struct{ text, code, at string }{
		"repeated column": {"measure,period,value,actual\nA,2025/26,1,2\n", CodeRepeatedColumn, "m.csv:1:22"},
		"remark":          {"measure,period,value\nA,2025/26,1\nPrinted on Monday,,\n", CodePassedOver, "m.csv:3:1"},
		"conflict":        {"measure,period,value,unit\nA,2025/26,1,days\nA,2024/25,1,hours\n", CodeConflict, "m.csv:3:13"},
		"rate":            {"measure,period,value,numerator,denominator,unit\nA,2025/26,94.2,1,2,%\n", CodeRate, "m.csv:2:11"},
	} {
		table := csvTable(t, c.text)
		if len(table.Problems) != 1 || table.Problems[0].Code != c.code || table.Problems[0].Position.String() != c.at {
			t.Errorf("%s: %v", name, table.Problems)
		}
	}
}

func TestAMeasureWithoutDataIsAMeasure(t *testing.T) {
	m := csvTable(t, "measure,title,period,value,owner role\nA,To come,,,Head of Care\nB,Withheld,2025/26,*,\n").Measures
	if m[0].Title != "To come" || m[0].Owner != "Head of Care" || m[0].Whole() != nil {
		t.Errorf("%+v", m[0])
	}
	if p := m[1].Whole().Points[0]; p.Value != nil || p.Mark != "*" {
		t.Errorf("%+v", p)
	}
}

func TestAPercentageIsMadeFromItsParts(t *testing.T) {
	p := csvTable(t, "measure,period,value,numerator,denominator,unit\nA,2025/26,,471,500,%\nA,2024/25,,1,0,%\n").Measures[0].Whole().Points
	if !p[1].Computed || *p[1].Value != 94.2 || p[0].Value != nil {
		t.Errorf("%+v", p)
	}
}

func TestMeasuresOfSeveralFilesAreOne(t *testing.T) {
	fsys := fstest.MapFS{"a.csv": {Data: []byte("measure,period,value\nA,2024/25,1\n")}, "b.csv": {Data: []byte("measure,period,value,title\nA,2025/26,2,All\n")}}
	table, err := Read(fsys, "b.csv", "a.csv")
	if err != nil || len(table.Measures) != 1 || len(table.Measures[0].Whole().Points) != 2 || table.Measures[0].Title != "All" {
		t.Errorf("%+v, %v", table, err)
	}
}

// Whatever the text is, it is refused with places, or each value knows its place
// and each assessment can be made.
func FuzzRead(f *testing.F) {
	f.Add(twoMeasures)
	f.Add("code;date;actual;unit;num;den;level\nA;31/03/2026;95%;%;1;2;board, locality\n")
	f.Add("measure,period,value,tolerance,frequency\nA,Q1 2025/26,*,5%,weekly\n\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		table, err := Read(fstest.MapFS{"m.csv": {Data: []byte(text)}}, "m.csv")
		if err != nil {
			if input := (*source.InputError)(nil); !errors.As(err, &input) || len(input.Problems) == 0 || input.Problems[0].Position.File == "" {
				t.Fatalf("%v isn't an InputError with places", err)
			}
			return
		}
		for _, m := range table.Measures {
			if m.ID == "" || m.Title == "" || m.Position.Line < 1 {
				t.Fatalf("%+v is nobody's, or nowhere", m)
			}
			for _, s := range m.Series {
				for i := range s.Points {
					if s.Points[i].Position.Line < 1 || i > 0 && s.Points[i-1].Period.Compare(s.Points[i].Period) >= 0 {
						t.Fatalf("%+v is nowhere, or out of order", s.Points[i])
					}
				}
				for y := period.Year(2015); y < 2030; y++ {
					if a := s.Assess(y, Terms{Polarity: m.Polarity}); (a.Newest == nil) != (a.Rating == NoData) {
						t.Fatalf("%+v", a)
					}
				}
			}
		}
	})
}

func TestNoHeaderMeansTwoColumns(t *testing.T) {
	seen := map[string]string{}
	for _, c := range Columns() {
		for key := range strings.FieldsSeq(headerKey(c.Name) + " " + c.also) {
			if seen[key] != "" || key != headerKey(key) {
				t.Errorf("%s is of %s and %s, or isn't a key", key, seen[key], c.Name)
			}
			seen[key] = c.Name
		}
	}
}

// A table may call localities by the codes that apr.yaml gives them.
func TestLocalitiesByCode(t *testing.T) {
	const text = "Measure ID,Title,Period,Locality,Value\nM1,Waits,2024/25,l01 ,11\nM1,Waits,2025/26,North,12\nM1,Waits,2025/26,07.0,10\n"
	table, err := ReadAt(fstest.MapFS{"m.csv": {Data: []byte(text)}}, Places{Codes: map[string]string{"L01": "North", "07": "South"}}, "m.csv")
	if err != nil {
		t.Fatal(err)
	}
	m := table.ByID("M1")
	if north, south := m.In("North"), m.In("South"); len(m.Series) != 2 || north == nil || south == nil || len(north.Points) != 2 || *south.Points[0].Value != 10 {
		t.Errorf("%+v", m.Series)
	}
}

// Rows and columns of Scotland and of others stand beside the whole area: none of them
// is a locality, and their targets aren't the measure's.
func TestWhatTheAreaIsComparedWith(t *testing.T) {
	const text = `Measure,Title,Period,Area,Value,Target,Scotland,Family average
M1,Waits,2024/25,Testmoor,11,10,14,*
M1,Waits,2025/26,,12,9,15.5,13
M1,Waits,2025/26,Angus HSCP,20,30,,
M1,Waits,2025/26,Falkirk,8,,,
M2,Falls,2025/26,Scotland,7,5,,
M2,Falls,2025/26,,6,5,,
`
	places := Places{Localities: []string{"Falkirk"}, Own: []string{"Testmoor", "Testmoor Integration Joint Board"}}
	table, err := ReadAt(fstest.MapFS{"m.csv": {Data: []byte(text)}}, places, "m.csv")
	if err != nil {
		t.Fatal(err)
	}
	m := table.ByID("M1")
	for _, want := range []struct {
		place  string
		other  bool
		values []float64
	}{{"", false, []float64{11, 12}}, {"Scotland", true, []float64{14, 15.5}}, {"Family average", true, []float64{13}}, {"Angus", true, []float64{20}}, {"Falkirk", false, []float64{8}}} {
		s := m.In(want.place)
		if s == nil || s.Other != want.other {
			t.Fatalf("%q: %+v", want.place, s)
		}
		var values []float64
		for _, p := range s.Points {
			if p.Value != nil {
				values = append(values, *p.Value)
			}
			if s.Other && p.Target != nil {
				t.Errorf("%q has a target", want.place)
			}
		}
		if !slices.Equal(values, want.values) {
			t.Errorf("%q has %v, want %v", want.place, values, want.values)
		}
	}
	if p := m.In("Family average").Points[0]; p.Mark != "*" || p.Value != nil {
		t.Errorf("a value that is held back: %+v", p)
	}
	if s := m.In("Scotland").Points[1].Position; s.Cell != "G3" && s.Column != 7 && s.Line != 3 {
		t.Errorf("Scotland's value is at %v", s)
	}
	if m := table.ByID("M2"); m.Whole() == nil || *m.Whole().Points[0].Value != 6 || !m.In("Scotland").Other {
		t.Errorf("%+v", m.Series)
	}
	_, err = ReadAt(fstest.MapFS{"m.csv": {Data: []byte("measure,period,area,value,scotland\nM1,2025/26,,1,2\nM1,2025/26,Scotland,3,\n")}}, places, "m.csv")
	if err == nil || !strings.Contains(err.Error(), "two values or targets for 2025/26") {
		t.Errorf("Scotland twice: %v", err)
	}
}

// A trajectory has targets for periods without a value.
func TestTargetIn(t *testing.T) {
	table, err := Read(fstest.MapFS{"m.csv": {Data: []byte("measure,period,value,target\nM1,2024/25,11,10\nM1,2025/26,,9\nM1,Q1 2026/27,,8.5\nM1,Q2 2026/27,,8\n")}}, "m.csv")
	if err != nil {
		t.Fatal(err)
	}
	s := table.ByID("M1").Whole()
	for year, want := range map[period.Year]float64{2024: 10, 2025: 9, 2026: 8} {
		if got := s.TargetIn(year); got == nil || *got != want {
			t.Errorf("%s: %v, want %v", year, got, want)
		}
	}
	if got := s.TargetIn(2023); got != nil {
		t.Errorf("2023/24: %v", *got)
	}
}

// A row under another measure's id shows itself by its title.
func TestTitlesOfOtherMeasures(t *testing.T) {
	const header = "Measure,Title,Period,Value,Locality\n"
	const day, night = "AM3,Day services,2023/24,12,\nAM3,Day services,2024/25,13,\n", "AM4,Night support,2023/24,40,\nAM4,Night support,2024/25,41,\n"
	for name, c := range map[string]struct{ text, want string }{
		"as it should be":         {day + night, ""},
		"a title that grew":       {day + "AM3,Day services for adults,2025/26,14,\n" + night, ""},
		"another's title":         {day + "AM3,Night support,2025/26,42,\n" + night, `m.csv:4:5: AM3 has the title of AM4 here, "Night support"; did you mean "AM4"? Otherwise give each measure a title of its own`},
		"an id with a digit more": {day + "AM33,Day services,2025/26,14,\n" + night, `m.csv:4:6: AM33 has the title of AM3 here, "Day services"; did you mean "AM3"? Otherwise give each measure a title of its own`},
		"two groups of people":    {day + strings.ReplaceAll(day, "AM3", "AM5"), ""},
		"a title reworded":        {day + "AM3,Day-time services for people,2025/26,14,\n" + night, ""},
		"a year in its title":     {"AM3,Visits in 2024/25,2024/25,12,\nAM3,Visits in 2025/26,2025/26,12,\n", ""},
		"spelt otherwise":         {"AM3,\"Falls (aged 65, or over)\",2024/25,12,\nAM3,Falls aged 65 or over,2025/26,12,\n", ""},
		"of others":               {"AM3,\"Admissions, all ages\",2024/25,12,\nAM3,\"Admissions, over 75\",2025/26,12,\n", `m.csv:3:5: AM3 has the title "Admissions, over 75" here and "Admissions, all ages" before; apr prints that of the newest period; write the same on each row of the measure, or give the rows that are of something else an id of their own`},
		"without titles":          {"AM3,,2023/24,12,\nAM4,,2023/24,13,\n", ""},
	} {
		table, err := Read(fstest.MapFS{"m.csv": {Data: []byte(header + c.text)}}, "m.csv")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range table.Problems {
			got = append(got, p.Position.String()+": "+p.Message+"; "+p.Hint)
		}
		if text := strings.Join(got, "\n"); text != c.want {
			t.Errorf("%s: %s; want %s", name, text, c.want)
		}
	}
}

// Of two values for one period the place and both numbers are named.
func TestTwoValuesNameTheirPlace(t *testing.T) {
	for place, want := range map[string]string{
		"":         "AM3 has two values or targets for 2024/25 in the whole area: 12 and 13",
		"North":    "AM3 has two values or targets for 2024/25 in North: 12 and 13",
		"Scotland": "AM3 has two values or targets for 2024/25 in Scotland: 12 and 13",
	} {
		_, err := Read(fstest.MapFS{"m.csv": {Data: []byte("Measure,Period,Value,Locality\nAM3,2024/25,12," + place + "\nAM3,2024/25,13," + place + "\n")}}, "m.csv")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %s", place, err, want)
		}
	}
}

// remarks are what was survived, a line each.
func remarks(t *testing.T, text string) string {
	t.Helper()
	table, err := Read(fstest.MapFS{"m.csv": {Data: []byte("Measure,Period,Value,Locality\n" + text)}}, "m.csv")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range table.Problems {
		got = append(got, p.Position.String()+": "+p.Message)
	}
	return strings.Join(got, "\n")
}

// 2025 was typed for 2025/26, and is another period.
func TestAYearOfTheOtherKind(t *testing.T) {
	const three = "A,2022/23,1,\nA,2023/24,2,\nA,2024/25,3,\n"
	for name, c := range map[string]struct{ text, want string }{
		"financial years":         {three + "A,2025/26,4,\n", ""},
		"one calendar year":       {three + "A,2025,4,\n", "m.csv:5:8: A has a calendar year, 2025, among 3 years of the other kind in the whole area"},
		"of a locality":           {strings.ReplaceAll(three, ",\n", ",North\n") + "A,2025,4,North\n", "m.csv:5:8: A has a calendar year, 2025, among 3 years of the other kind in North"},
		"one financial year":      {"A,2022,1,\nA,2023,2,\nA,2024,3,\nA,2025/26,4,\n", "m.csv:5:11: A has a financial year, 2025/26, among 3 years of the other kind in the whole area"},
		"two of each":             {"A,2022,1,\nA,2023,2,\nA,2023/24,3,\nA,2024/25,4,\n", ""},
		"quarters between":        {three + "A,Q1 2025/26,4,\n", ""},
		"another measure's years": {three + "B,2025,4,\n", ""},
	} {
		if got := remarks(t, c.text); got != c.want {
			t.Errorf("%s: %q; want %q", name, got, c.want)
		}
	}
}

// Last year's rows with this year's period.
func TestValuesThatWereCopied(t *testing.T) {
	table := func(same, others int) string {
		text := ""
		for i := range same + others {
			text += fmt.Sprintf("M%[1]d,2024/25,%[2]d,\nM%[1]d,2025/26,%[3]d,\n", i, 10+i, 10+i+min(1, max(0, i-same+1)))
		}
		return text
	}
	for _, c := range []struct {
		same, others int
		want         string
	}{{5, 0, "m.csv:3:12: 5 of 5 measures have the same value in their newest period as in the one before it"}, {8, 2, "m.csv:3:12: 8 of 10 measures have"}, {4, 0, ""}, {7, 3, ""}, {0, 9, ""}} {
		if got := remarks(t, table(c.same, c.others)); c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
			t.Errorf("%d of %d: %q; want %q", c.same, c.same+c.others, got, c.want)
		}
	}
}

// A number with a comma that isn't quoted has moved what is behind it.
func TestRowsWithMoreCellsThanTheHeader(t *testing.T) {
	for text, want := range map[string]string{
		"measure,title,period,value\nM1,Days,2025/26,1,204\n":     "the row has 5 cells and the header 4",
		"measure,title,period,value\nM1,Days,2025/26,\"1,204\"\n": "",
		"measure,title,period,value\nM1,Days,2025/26,94.2,,\n":    "",
	} {
		_, err := Read(fstest.MapFS{"m.csv": {Data: []byte(text)}}, "m.csv")
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
}
