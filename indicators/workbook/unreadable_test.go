package workbook

import (
	"slices"
	"strings"
	"testing"

	"apr/indicators"
)

// rowsWith are the calendar year and the financial year of NI12 for Edinburgh,
// with what is in the cell of one of them.
func rowsWith(period string, cell any) cells {
	values := map[string]any{"2023": 10777.4, "2023/24": 10921.1}
	values[period] = cell
	return cells{
		heads12,
		{"k", "2022/23", "Annual", "Edinburgh", "NI12", "No", nil, nil, 10500.5, 12},
		{"k", "2023", "Annual", "Edinburgh", "NI12", "No", nil, nil, values["2023"], 12},
		{"k", "2023/24", "Annual", "Edinburgh", "NI12", "No", nil, nil, values["2023/24"], 12},
	}
}

// What can't be read is never replaced by another period's value: the calendar
// year's cell is what PHS advises to show, and it is broken.
func TestAnUnreadableCellIsNotPassedOver(t *testing.T) {
	for _, c := range []struct {
		cell any
		want string
	}{
		{"11554,73", `holds "11554,73", which is not a number`},
		{true, `holds "TRUE", which is not a number`},
		{false, `holds "FALSE", which is not a number`},
		{"about 11,000", `holds "about 11,000", which is not a number`},
		{"11.554.730", `holds "11.554.730", which is not a number`},
		{"#REF!", "holds the error #REF!"},
	} {
		for _, setting := range []struct {
			proxy  indicators.Proxy
			period string
			cell   string
		}{{indicators.PreferCalendar, "2023", "I3"}, {indicators.PreferFinancial, "2023/24", "I4"}} {
			w := readAll(t, book(t, rowsWith(setting.period, c.cell), nil))
			s := tableOf(t, w, indicators.TableOptions{Area: "Edinburgh", Year: 2023, Proxy: setting.proxy}).ByID("NI12")
			p := s.At(2023)
			if p.Value != nil || p.Status != indicators.Missing || p.Unreadable != c.want || p.Position.Cell != setting.cell {
				t.Errorf("%v in %s: %s, %v, unreadable %q at %s; want %q", c.cell, setting.period, p.Status, p.Value, p.Unreadable, p.Position, c.want)
			}
			if note := "The workbook's cell " + setting.cell + " " + c.want + "."; !slices.Equal(p.Notes, []string{note}) {
				t.Errorf("%v in %s: notes %q; want %q", c.cell, setting.period, p.Notes, note)
			}
		}
	}
}

// The row that isn't asked for may hold what it likes.
func TestAnUnreadableCellThatNothingRestsOn(t *testing.T) {
	w := readAll(t, book(t, rowsWith("2023/24", "11554,73"), nil))
	p := tableOf(t, w, indicators.TableOptions{Area: "Edinburgh", Year: 2023}).ByID("NI12").At(2023)
	if p.Value == nil || *p.Value != 10777.4 || p.Unreadable != "" {
		t.Errorf("%+v; want the calendar year's 10777.4", p)
	}
	if got := problems(w, indicators.CodeUnreadableValue); len(got) != 1 {
		t.Errorf("told: %q", got)
	}
}

// A mark of the publisher's or an empty cell says that there is no value: the
// financial year is shown, and the note says why.
func TestAMarkIsPassedOverWithANote(t *testing.T) {
	for cell, has := range map[string]string{"*": `has the mark "*" in place of a value`, "..": `has the mark ".." in place of a value`, "": "is empty", "#N/A": `has the mark "#N/A" in place of a value`} {
		w := readAll(t, book(t, rowsWith("2023", cell), nil))
		p := tableOf(t, w, indicators.TableOptions{Area: "Edinburgh", Year: 2023}).ByID("NI12").At(2023)
		want := "The financial year is shown, because the workbook's cell for the calendar year, I3, " + has + "; its figures may not yet be complete."
		if p.Value == nil || *p.Value != 10921.1 || !slices.Equal(p.Notes, []string{want}) {
			t.Errorf("%q: %v, notes %q; want %q", cell, p.Value, p.Notes, want)
		}
	}
}

// quoted makes a CSV file of lines whose cells are parted by semicolons.
func quoted(lines string) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		b.WriteString(`"` + strings.ReplaceAll(strings.TrimSuffix(line, "\n"), ";", `","`) + "\"\n")
	}
	return b.String()
}

// A single comma may part thousands or decimals. The numerator and denominator
// say which, or the other cells of the table.
func TestACellWithTwoReadings(t *testing.T) {
	const heads = "Year;Time Period;Partnership;Indicator;Numerator;Denominator;Rate\n"
	for name, c := range map[string]struct {
		rows string
		id   indicators.ID
		want float64 // 0 for unreadable
	}{
		"thousands, by magnitude of all":     {"2023/24;Annual;Fife;NI12;;;11,554\n", "NI12", 11554},
		"thousands, by numerator":            {"2023/24;Annual;Fife;NI19;1394;1000;1,394\n", "NI19", 1394},
		"thousands, by the cells beside":     {"2023/24;Annual;Fife;NI12;;;11,554\n2023/24;Annual;Fife;NI19;;;1,394\n", "NI19", 1394},
		"the cells behind count as well":     {"2023/24;Annual;Fife;NI19;;;1,394\n2023/24;Annual;Fife;NI12;;;11,554\n", "NI19", 1394},
		"either":                             {"2023/24;Annual;Fife;NI19;;;1,394\n", "NI19", 0},
		"decimals, for all that can be said": {"2023/24;Annual;Fife;NI16;;;22,743\n", "NI16", 0},
		"more than 100%":                     {"2023/24;Annual;Fife;NI15;;;87,436\n", "NI15", 0},
		"a decimal comma elsewhere":          {"2023/24;Annual;Fife;NI12;;;11,554\n2023/24;Annual;Fife;NI16;;;22,7\n", "NI12", 0},
	} {
		w := readAll(t, csvFS(quoted(heads+c.rows)))
		o := find(w, c.id, "Fife", "2023/24")
		switch {
		case c.want == 0 && (o.Value != nil || !strings.Contains(o.Unreadable, "which may be") || len(problems(w, indicators.CodeUnreadableValue)) == 0):
			t.Errorf("%s: %v, %q, told %q; want it unreadable", name, o.Value, o.Unreadable, problems(w, indicators.CodeUnreadableValue))
		case c.want != 0 && (o.Value == nil || *o.Value != c.want || o.Unreadable != ""):
			t.Errorf("%s: %v, %q; want %v", name, o.Value, o.Unreadable, c.want)
		}
	}
}

func TestTheDashboardKeepsWhatItCannotRead(t *testing.T) {
	w := readAll(t, csvFS(quoted("Select partnership;Falkirk\n\nIndicator;2022/23;2023;2023/24\nNI12;11000;11554,73;11100\n")))
	p := tableOf(t, w, indicators.TableOptions{Area: "Falkirk", Year: 2023}).ByID("NI12").At(2023)
	if p.Value != nil || p.Unreadable != `holds "11554,73", which is not a number` {
		t.Errorf("%+v", p)
	}
}
