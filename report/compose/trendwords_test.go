package compose

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"apr/indicators"
	"apr/internal/document"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/rounds"
)

// observed is a row of a workbook; it is of a survey where it has limits.
func observed(id indicators.ID, area, p string, value float64, limits ...float64) indicators.Observation {
	o := indicators.Observation{Indicator: id, Area: area, Period: p, Value: &value}
	i, _ := indicators.ByID(id)
	o.Basis = i.Basis
	if i.CalendarProxy && len(p) == len("2025") {
		o.Basis = indicators.Calendar
	}
	if len(limits) == 2 {
		o.Lower, o.Upper = &limits[0], &limits[1]
	}
	return o
}

// figureOf is an indicator's trend in a report for Fife and 2025/26.
func figureOf(t *testing.T, id indicators.ID, rows []indicators.Observation, breaks ...period.Year) (*indicators.Series, *document.Figure) {
	t.Helper()
	w := &indicators.Workbook{Observations: rows, File: "data/phs.csv"}
	const year period.Year = 2025
	table, err := w.Table(indicators.TableOptions{Area: "Fife", Year: year, Breaks: map[indicators.ID][]period.Year{id: breaks}})
	if err != nil {
		t.Fatal(err)
	}
	r := &project.Project{Config: &project.Config{Year: year}, Workbook: w, Indicators: table}
	for _, s := range table.Series {
		if s.Indicator.ID == id {
			b := newBuilder(r, nil, Options{})
			f := b.trend(s)
			for _, link := range b.links {
				link()
			}
			return s, f
		}
	}
	t.Fatalf("no %s", id)
	return nil, nil
}

// What the example's figure of NI2 said across its break, "went from 77.4% in 2021/22
// to 72.9%", stood beside the title "up 2.5 percentage points".
func TestADescriptionBeginsAtTheBreakAsTheTitleDoes(t *testing.T) {
	_, f := figureOf(t, "NI2", []indicators.Observation{
		observed("NI2", "Fife", "2021/22", 77.4, 74, 80), observed("NI2", "Scotland", "2021/22", 67.2, 66, 68),
		observed("NI2", "Fife", "2023/24", 70.4, 67, 74), observed("NI2", "Scotland", "2023/24", 63.4, 62, 64),
		observed("NI2", "Fife", "2025/26", 72.9, 69, 76), observed("NI2", "Scotland", "2025/26", 61.9, 61, 63),
	}, 2023)
	if want := "NI2 Supported to live independently: up 2.5 points since 2023/24, no clear change"; f.Caption != want {
		t.Errorf("title %q; want %q", f.Caption, want)
	}
	want := "NI2 Supported to live independently (%), line chart for Fife and Scotland." +
		" Fife rose from 70.4% in 2023/24 to 72.9% in 2025/26, no clear change." +
		" Scotland fell from 63.4% in 2023/24 to 61.9% in 2025/26." +
		" In 2025/26 Fife is above Scotland." +
		" Values from 2023/24 can't be compared with earlier ones: a rule stands before it." +
		" Before: Fife 77.4% in 2021/22; Scotland 67.2% in 2021/22."
	if f.Alt != want {
		t.Errorf("got  %s\nwant %s", f.Alt, want)
	}
}

func TestADescriptionNamesCalendarYearsPeaksAndGaps(t *testing.T) {
	_, f := figureOf(t, "NI12", []indicators.Observation{
		observed("NI12", "Fife", "2021/22", 100), observed("NI12", "Scotland", "2021/22", 110),
		observed("NI12", "Fife", "2022/23", 130),
		observed("NI12", "Fife", "2024/25", 90), observed("NI12", "Scotland", "2024/25", 111),
		observed("NI12", "Fife", "2025", 120), observed("NI12", "Scotland", "2025", 110.3),
	})
	want := "NI12 Emergency admissions (per 100,000), line chart for Fife and Scotland." +
		" Fife rose from 100 in 2021/22 to 120 in 2025 (a calendar year, drawn hollow at 2025/26)," +
		" with a peak of 130 in 2022/23 and a low of 90 in 2024/25." +
		" Scotland was 110 in 2021/22 and again 110 in 2025 (a calendar year, drawn hollow at 2025/26), with a peak of 111 in 2024/25." +
		" In 2025 Fife is above Scotland." +
		" No value for 2020/21 and 2023/24. No value of Scotland for 2022/23."
	if f.Alt != want {
		t.Errorf("got  %s\nwant %s", f.Alt, want)
	}
	if want := "NI12 Emergency admissions: up 33.3% since 2024/25, worse"; f.Caption != want {
		t.Errorf("title %q; want %q", f.Caption, want)
	}
}

// randomRows are values of an indicator with gaps, marks and calendar years, few
// enough that many are equal.
func randomRows(random *rand.Rand, i *indicators.Indicator) (rows []indicators.Observation) {
	for y := period.Year(2018); y <= 2025; y++ {
		for _, p := range []string{y.String(), strconv.Itoa(int(y))} {
			for _, area := range []string{"Fife", "Scotland"} {
				if random.IntN(3) == 0 {
					continue
				}
				v := float64(random.IntN(60)) / 32
				o := observed(i.ID, area, p, v, v-random.Float64(), v+random.Float64())
				if i.Basis != indicators.Survey {
					o.Lower, o.Upper = nil, nil
				}
				if random.IntN(8) == 0 {
					o.Value, o.Mark = nil, "*"
				}
				rows = append(rows, o)
			}
		}
	}
	return append(rows, observed(i.ID, "Fife", "2016/17", 1)) // so that there is the area
}

// TestTitleDescriptionTableAndDrawingTellOneStory reads each description back, of
// random series with breaks, gaps and calendar years, and holds it against the
// title, the cells of the data and the points that are drawn.
func TestTitleDescriptionTableAndDrawingTellOneStory(t *testing.T) {
	random := rand.New(rand.NewPCG(17, 1))
	told := map[string]int{}
	for round := range rounds.Of(t, 1500) {
		all := indicators.Catalogue()
		i := all[random.IntN(len(all))]
		if !i.Reported || i.LastYear != 0 {
			continue
		}
		var breaks []period.Year
		for range random.IntN(3) {
			breaks = append(breaks, period.Year(2019+random.IntN(7)))
		}
		slices.Sort(breaks)
		rows := randomRows(random, &i)
		_, f := figureOf(t, i.ID, rows, slices.Compact(breaks)...)
		if f == nil {
			told["nothing"]++
			continue
		}
		s := &storyTest{T: t, f: f, told: told}
		s.hold()
		if t.Failed() {
			t.Fatalf("round %d, %s, breaks %v\ntitle %s\ndescription %s\ndata %v", round, i.ID, breaks, f.Caption, f.Alt, cells(f))
		}
	}
	t.Log(told)
	for _, kind := range []string{"rose", "fell", "again", "one", "no line", "break", "hollow", "gap", "peak", "low", "no clear"} {
		if told[kind] == 0 {
			t.Errorf("no random series has told of: %s", kind)
		}
	}
}

// cells are a figure's data as a reader sees them.
func cells(f *document.Figure) (rows [][]string) {
	for _, r := range f.Data.Rows {
		var row []string
		for _, c := range r.Cells {
			row = append(row, c.Content.String())
		}
		rows = append(rows, row)
	}
	return rows
}

// storyTest holds one figure's parts against one another.
type storyTest struct {
	*testing.T
	f    *document.Figure
	told map[string]int // how often each kind of thing was told
}

var (
	periodWords = `(\S+) in (\d{4}(?:/\d\d)?)(?: \((?:a calendar year, drawn hollow|drawn) at (\d{4}/\d\d)\))?`
	moveWords   = regexp.MustCompile(`^ (Fife|Scotland) (?:(rose|fell) from ` + periodWords + ` to |was ` + periodWords + ` and again )` + periodWords + `(, no clear change)?(?:, with (.*))?$`)
	oneWords    = regexp.MustCompile(`^ (Fife|Scotland): ` + periodWords + `$`)
	valueWords  = regexp.MustCompile(periodWords)
	titleWords  = regexp.MustCompile(`: (?:(up|down) .*|(unchanged|little changed)) since (\S+?)(?:, (no clear change|better|worse))?$`)
	breakWords  = regexp.MustCompile(`Values from (.*) can't be compared with earlier ones`)
)

// drawn is a point of the drawing with the cell above which it stands.
type drawn struct {
	year, value string
	hollow      bool
}

// runs are a line's drawn points from the last rule on, and those before it.
func (s *storyTest) runs(line int) (earlier, comparable []drawn) {
	heads := map[string]int{}
	for n, c := range s.f.Data.Columns {
		heads[c.Head.String()] = n
	}
	last := 0
	for n := range s.f.Chart.Categories {
		if s.f.Chart.Series[0].Points[n].Break {
			last = n
		}
	}
	for n, year := range s.f.Chart.Categories {
		p := s.f.Chart.Series[line].Points[n]
		text := s.f.Data.Rows[line].Cells[heads[year]].Content.String()
		_, err := strconv.ParseFloat(strings.TrimSuffix(strings.ReplaceAll(text, ",", ""), "%"), 64)
		if p.Present != (err == nil) {
			s.Errorf("%d at %s: drawn %v, and the table has %q", line, year, p.Present, text)
		}
		if !p.Present {
			continue
		}
		d := drawn{year, text, p.Proxy}
		if n < last {
			earlier = append(earlier, d)
		} else {
			comparable = append(comparable, d)
		}
	}
	return earlier, comparable
}

func (s *storyTest) hold() {
	text := s.f.Alt
	first, rest, _ := strings.Cut(text, ", line chart for Fife and Scotland.")
	if !strings.HasPrefix(s.f.Caption, first[:strings.LastIndex(first, " (")]+": ") {
		s.Errorf("the description is of %q", first)
	}
	sentences := strings.SplitAfter(rest, ". ")
	find := func(name string) string {
		for _, sentence := range sentences {
			sentence = " " + strings.TrimSuffix(strings.TrimSpace(sentence), ".")
			if strings.HasPrefix(sentence, " "+name) {
				return sentence
			}
		}
		return ""
	}
	for line, name := range []string{"Fife", "Scotland"} {
		earlier, comparable := s.runs(line)
		s.line(line, find(name+" "), find(name+":"), comparable)
		before := find("Before:")
		for _, d := range earlier {
			if !strings.Contains(before, d.words()) {
				s.Errorf("nothing is said of %s's %+v before the break", name, d)
			}
		}
		s.gaps(line, find(map[int]string{0: "No value for", 1: "No value of Scotland for"}[line]))
	}
	s.breaks(find("Values from"))
	s.beside(rest)
}

// words is how a description names the point.
func (d drawn) words() string { return d.value + " in " }

// line holds what is said of a line's comparable points.
func (s *storyTest) line(line int, move, one string, points []drawn) {
	switch {
	case len(points) == 0:
		s.told["no line"]++
		if move+one != "" {
			s.Errorf("line %d isn't drawn; the description has %q", line, move+one)
		}
		return
	case len(points) == 1:
		s.told["one"]++
		m := oneWords.FindStringSubmatch(one)
		if m == nil || !s.is(points[0], m[2], m[3], m[4]) {
			s.Errorf("line %d is %+v; the description has %q", line, points, one+move)
		}
		if line == 0 && !strings.Contains(s.f.Caption, points[0].value+" in "+m[3]+", with no earlier value to compare") {
			s.Errorf("the title of one value %+v", points[0])
		}
		return
	}
	m := moveWords.FindStringSubmatch(move)
	if m == nil {
		s.Errorf("line %d has %d points; the description has %q", line, len(points), move)
		return
	}
	from, to := points[0], points[len(points)-1]
	start := m[3:6]
	if m[2] == "" {
		start = m[6:9]
	}
	if !s.is(from, start[0], start[1], start[2]) || !s.is(to, m[9], m[10], m[11]) {
		s.Errorf("line %d goes from %+v to %+v; the description has %q", line, from, to, move)
	}
	if line == 0 {
		s.title(points[len(points)-2], to)
	}
	s.told[cmp.Or(m[2], "again")]++
	s.between(points, m[13])
}

// is holds a point that was read against one that is drawn.
func (s *storyTest) is(d drawn, value, p, at string) bool {
	if d.hollow {
		s.told["hollow"]++
	}
	return d.value == value && cmp.Or(at, p) == d.year && d.hollow == (at != "" && strings.Contains(s.f.Alt, "drawn hollow at "+at))
}

// title holds the title against the last two points that can be compared.
func (s *storyTest) title(from, to drawn) {
	title := titleWords.FindStringSubmatch(s.f.Caption)
	if title == nil {
		s.Errorf("a title without a trend: %q", s.f.Caption)
		return
	}
	want := "unchanged"
	switch a, b := shownNumber(from), shownNumber(to); {
	case a < b:
		want = "up"
	case a > b:
		want = "down"
	}
	if got := title[1] + title[2]; got != want && (got != "little changed" || from.value == to.value) || !strings.HasPrefix(from.year, title[3]) {
		s.Errorf("the title has %q since %s; it is %s from %+v to %+v", got, title[3], want, from, to)
	}
	if title[4] == "no clear change" {
		s.told["no clear"]++
	}
}

// shownNumber is the value of a point as it is shown.
func shownNumber(d drawn) float64 {
	v, _ := strconv.ParseFloat(strings.TrimSuffix(strings.ReplaceAll(d.value, ",", ""), "%"), 64)
	return v
}

// between holds peaks and lows against all points between a line's ends.
func (s *storyTest) between(points []drawn, said string) {
	ends := []float64{shownNumber(points[0]), shownNumber(points[len(points)-1])}
	high, low := slices.Max(ends), slices.Min(ends)
	for _, d := range points {
		high, low = max(high, shownNumber(d)), min(low, shownNumber(d))
	}
	for word, extreme := range map[string]float64{"peak": high, "low": low} {
		_, rest, ok := strings.Cut(said, "a "+word+" of ")
		if ok == slices.Contains(ends, extreme) {
			s.Errorf("a %s of %v between %v; the description has %q", word, extreme, ends, said)
		}
		if !ok {
			continue
		}
		s.told[word]++
		m := valueWords.FindStringSubmatch(rest)
		if m == nil || !slices.ContainsFunc(points, func(d drawn) bool { return shownNumber(d) == extreme && s.is(d, m[1], m[2], m[3]) }) {
			s.Errorf("the description has %q; the %s is %v", rest, word, extreme)
		}
	}
}

// gaps holds the years that are said to have no value against the drawing.
func (s *storyTest) gaps(line int, said string) {
	for n, year := range s.f.Chart.Categories {
		gap := !s.f.Chart.Series[line].Points[n].Present
		if line == 1 {
			gap = gap && s.f.Chart.Series[0].Points[n].Present
		}
		if gap != strings.Contains(said, year) {
			s.Errorf("line %d at %s: a gap %v; the description has %q", line, year, gap, said)
		}
		if gap {
			s.told["gap"]++
		}
	}
}

// breaks holds the rules that are drawn against those that are named.
func (s *storyTest) breaks(said string) {
	var want []string
	for n, year := range s.f.Chart.Categories {
		if s.f.Chart.Series[0].Points[n].Break {
			want = append(want, year)
			s.told["break"]++
		}
	}
	var got []string
	if m := breakWords.FindStringSubmatch(said); m != nil {
		got = strings.Split(strings.ReplaceAll(m[1], " and ", ", "), ", ")
	}
	if !slices.Equal(got, want) {
		s.Errorf("rules before %v; the description has %v", want, got)
	}
}

// beside holds the comparison with Scotland against the last points.
func (s *storyTest) beside(said string) {
	_, own := s.runs(0)
	_, scotland := s.runs(1)
	newest := own[len(own)-1]
	if len(scotland) == 0 || scotland[len(scotland)-1].year != newest.year {
		return
	}
	want := "level with Scotland"
	if newest.value != scotland[len(scotland)-1].value {
		var a, b float64
		fmt.Sscan(strings.TrimSuffix(strings.ReplaceAll(newest.value, ",", ""), "%"), &a)
		fmt.Sscan(strings.TrimSuffix(strings.ReplaceAll(scotland[len(scotland)-1].value, ",", ""), "%"), &b)
		want = map[bool]string{true: "above Scotland", false: "below Scotland"}[a > b]
	}
	if !strings.Contains(said, " Fife is "+want) {
		s.Errorf("%s beside %s; want %q", newest.value, scotland[len(scotland)-1].value, want)
	}
}
