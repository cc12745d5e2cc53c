package workbook

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"apr/indicators"
	"apr/internal/period"
	"apr/internal/rounds"
)

var statuses = []indicators.Status{indicators.HasValue, indicators.NoSurvey, indicators.NotComparable, indicators.NotPublished, indicators.NotReported, indicators.Suppressed, indicators.Missing}

// checkTable holds a table against what every table must be.
func checkTable(t *testing.T, made *indicators.Table, year period.Year) {
	t.Helper()
	if !slices.Equal(made.Window, period.Window(year)) || len(made.Series) != 23 {
		t.Fatalf("%s: window %v, %d series", year, made.Window, len(made.Series))
	}
	for _, s := range made.Series {
		if len(s.Points) != len(made.Window) {
			t.Fatalf("%s: %d points for %d years", s.Indicator.ID, len(s.Points), len(made.Window))
		}
		for n, p := range s.Points {
			carries := p.Status == indicators.HasValue || p.Status == indicators.NotComparable
			switch {
			case p.Year != made.Window[n], !slices.Contains(statuses, p.Status):
				t.Fatalf("%s: point %d is %+v", s.Indicator.ID, n, p)
			case carries != (p.Value != nil), carries && (p.Period == "" || p.Position.IsZero() || p.Basis == ""):
				t.Fatalf("%s %s: %+v", s.Indicator.ID, p.Year, p)
			case p.Status != indicators.HasValue && len(p.Notes) == 0:
				t.Fatalf("%s %s is %s without a note", s.Indicator.ID, p.Year, p.Status)
			}
		}
		for _, p := range s.Points {
			if p.Rank > p.Of || p.Of > 32 || p.Rank < 0 || p.Value == nil && p.Rank != 0 {
				t.Fatalf("%s in %s: rank %d of %d", s.Indicator.ID, p.Year, p.Rank, p.Of)
			}
		}
		if rank, of := s.Rank(); rank > of {
			t.Fatalf("%s: rank %d of %d", s.Indicator.ID, rank, of)
		}
		for _, c := range []*indicators.Change{s.FromPrevious, s.FromFirst} {
			if c != nil && s.At(c.FromYear).Status == indicators.NotComparable {
				t.Fatalf("%s: a change since %s, across a break", s.Indicator.ID, c.From)
			}
		}
	}
}

// Whatever the cells hold, every indicator answers for every year.
func TestEveryPointHasAStatus(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	pick := func(list ...string) string { return list[random.IntN(len(list))] }
	for range rounds.Of(t, 60) {
		var b strings.Builder
		b.WriteString(csvHeads)
		for range random.IntN(400) {
			fields := []string{
				pick("2013/14", "2016/17", "2019/20", "2020/21", "2021/22", "2022/23", "2023/24", "2024/25", "2025/26", "2023", "2024", "2025", "2122/23", "", "x"),
				pick("Annual", "Annual", "", "Q1", "H1"),
				pick("Fife", "Fife", "Fife", "Angus", "Scotland", "Scotland", "Nowhere", "Other", ""),
				"NI" + pick("1", "2", "3", "6", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "22", "24", ""),
				pick("No", "Yes", ""),
				pick("", "10", "-", "1e308"), pick("", "100", "0", "x"),
				pick("1", "57.2", "0", "-3", "12345.678", "*", "p", "", "..", "#N/A", "?", "1e300", "57.2p"),
				pick("", "12", "3"), pick("", "1", "50"), pick("", "1", "60"),
			}
			b.WriteString(strings.Join(fields, ",") + "\n")
		}
		b.WriteString("2024/25,Annual,Fife,NI19,No,,,700,19,,\n")
		w := readAll(t, csvFS(b.String()))
		for year := period.First; year <= 2027; year++ {
			checkTable(t, tableOf(t, w, indicators.TableOptions{Area: "Fife", Year: year, Family: []string{"Fife"}}), year)
		}
	}
}

// Two readings and two tables are the same, whatever the order of maps.
func TestReadingIsDeterministic(t *testing.T) {
	text := csvHeads + "2122/23,,Fife,NI19,,,,1,,,\n2023/24,,Nowhere,NI19,,,,1,1,,\n2023/24,H1,Fife,NI19,,,,1,,,\n2023/24,,Fife,NI19,,1,1,x,,,\n2023/24,,Fife,NI19,,1,1,*,,,\n2023/24,,Angus,NI19,,1,1,9,,,\n"
	first := readAll(t, csvFS(text))
	for range 20 {
		again := readAll(t, csvFS(text))
		if !reflect.DeepEqual(first, again) {
			t.Fatal("two readings differ")
		}
		opts := indicators.TableOptions{Area: "Fife", Year: 2025}
		if !reflect.DeepEqual(tableOf(t, first, opts), tableOf(t, again, opts)) {
			t.Fatal("two tables differ")
		}
	}
}

// FuzzReadCSV looks for a file that the reader doesn't survive, or that makes
// a table with a hole.
func FuzzReadCSV(f *testing.F) {
	f.Add(csvHeads + "2023/24,,Fife,NI3,,,,57.2,3,54,60\n2023/24,,Scotland,NI3,,,,59.6,3,,\n")
	f.Add(csvHeads + "2025,Annual,Fife,NI12,Yes,1,2,\"1,234 (p)\",14,1,1\n2025/26,Annual,Fife,NI12,No,1,0,*,12,,\n")
	f.Add("indicator1,year1,data1,partnership1,locality,value,scotland\nNI18,2023/24,Annual,Fife,All,63.2%,-\n")
	f.Add("Year,HSCP,Ind no,Rate\n2008/9,Na h-Eileanan Siar HSCP,7,#N/A\n")
	f.Fuzz(func(t *testing.T, text string) {
		w, err := Read(csvFS(text), "w.csv", "Carrickmoor")
		if err != nil {
			return
		}
		if len(w.Observations) == 0 {
			t.Fatal("no observation and no error")
		}
		for _, year := range []period.Year{2016, 2025} {
			made, err := w.Table(indicators.TableOptions{Area: w.Observations[0].Area, Year: year})
			if err != nil {
				t.Fatal(err)
			}
			checkTable(t, made, year)
		}
	})
}
