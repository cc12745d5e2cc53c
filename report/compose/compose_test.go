package compose_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"apr/finance"
	"apr/indicators"
	"apr/internal/document"
	"apr/internal/number"
	"apr/internal/project"
	"apr/internal/rounds"
	"apr/regs"
	"apr/report/compose"
)

const example = "../../examples/carrickmoor"

// kept has the workbooks and accounts of the projects that tests load again and again.
var kept = sync.OnceValue(project.NewCache)

// load is a project for one test, which may change it, and what is found in it as it is on the disk;
// that is the same for all tests.
func load(t testing.TB, dir string) (*project.Project, *regs.Result) {
	t.Helper()
	r, err := project.Load(context.Background(), project.Options{Dir: dir, Today: time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC), Cache: kept()})
	if err != nil {
		t.Fatal(err)
	}
	result, ok := found.Load(dir)
	if !ok {
		result, _ = found.LoadOrStore(dir, regs.Check(r))
	}
	own := *result.(*regs.Result)
	return r, &own
}

// found is what was found in the project of a folder.
var found sync.Map

func composed(t testing.TB, dir string, draft bool) (*document.Document, *regs.Result) {
	t.Helper()
	r, result := load(t, dir)
	doc, err := compose.Compose(r, func() *regs.Result { return result }, compose.Options{Draft: draft})
	if err != nil {
		t.Fatal(err)
	}
	if err := document.Validate(doc); err != nil {
		t.Fatal(err)
	}
	return doc, result
}

// chapters are the titles of the first level, in order.
func chapters(doc *document.Document) []string {
	var titles []string
	for _, s := range doc.Sections {
		titles = append(titles, s.Title)
	}
	return titles
}

func TestOrderOfTheReport(t *testing.T) {
	doc, _ := composed(t, example, false)
	want := []string{
		"Foreword", "The year at a glance", "About Carrickmoor Integration Joint Board",
		"National health and wellbeing outcomes", "Core suite of integration indicators", "Performance framework",
		"Integration delivery principles", "Strategic planning and significant decisions",
		"Financial performance", "Best value", "Localities", "Inspection of services",
		"Review of the strategic plan", "Further information about the year", "Glossary",
		"About this report", "Where each regulation is met",
	}
	if got := chapters(doc); !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// A reader must be able to follow every requirement that is met to its place.
func TestEveryRequirementMetHasAPlace(t *testing.T) {
	doc, result := composed(t, example, false)
	table := lastTable(doc)
	if len(table.Rows) != len(result.Requirements) {
		t.Fatalf("%d rows for %d requirements", len(table.Rows), len(result.Requirements))
	}
	for i, v := range result.Requirements {
		where := table.Rows[i].Cells[3].Content
		hasReference := slices.ContainsFunc(where, func(in document.Inline) bool {
			_, ok := in.(*document.Reference)
			return ok
		})
		if v.Verdict == regs.Met && !hasReference {
			t.Errorf("%s is met, and the reader isn't told where", v.ID)
		}
		if v.Verdict == regs.NotApplicable && where.String() != v.Reason {
			t.Errorf("%s: got %q; want the reason %q", v.ID, where.String(), v.Reason)
		}
	}
}

func lastTable(doc *document.Document) *document.Table {
	s := doc.Sections[len(doc.Sections)-1]
	return s.Blocks[len(s.Blocks)-1].(*document.Table)
}

func TestEveryReportedIndicatorHasATrendNextToScotland(t *testing.T) {
	r, _ := load(t, example)
	doc, _ := composed(t, example, false)
	figures := document.Figures(doc)
	for _, s := range r.Indicators.Series {
		if s.Newest() == nil {
			continue
		}
		n := 0
		for _, f := range figures {
			if strings.HasPrefix(f.Caption, string(s.Indicator.ID)+" ") {
				n++
				if names := []string{f.Chart.Series[0].Name, f.Chart.Series[1].Name}; !slices.Equal(names, []string{"Carrickmoor", "Scotland"}) {
					t.Errorf("%s draws %q", s.Indicator.ID, names)
				}
				if !strings.Contains(f.Alt, " Scotland ") || !strings.Contains(f.Alt, " line chart for Carrickmoor and Scotland.") || f.Alt == f.Caption {
					t.Errorf("%s: the alternative text doesn't describe it: %q", s.Indicator.ID, f.Alt)
				}
			}
		}
		if n != 1 {
			t.Errorf("%s has %d charts; want 1", s.Indicator.ID, n)
		}
	}
}

// Footnotes are numbered in the order of their first marks, each text once.
func TestNotesAreNumberedInOrderAndOnce(t *testing.T) {
	doc, _ := composed(t, example, false)
	seen := map[string]bool{}
	for i, n := range doc.Notes {
		if n.Number != i+1 {
			t.Errorf("note %d is numbered %d", i+1, n.Number)
		}
		if text := n.Content.String(); seen[text] {
			t.Errorf("twice: %q", text)
		} else {
			seen[text] = true
		}
	}
	if len(doc.Notes) == 0 {
		t.Error("no notes at all")
	}
}

func TestADraftSaysWhatIsMissing(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/apr.yaml", []byte("authority: {name: Falkirk}\nyear: 2016/17\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	doc, result := composed(t, dir, true)
	if doc.Meta.Watermark == "" || doc.Meta.State != "Draft" {
		t.Errorf("watermark %q, state %q", doc.Meta.Watermark, doc.Meta.State)
	}
	if doc.Meta.Authority != "Falkirk Integration Joint Board" {
		t.Errorf("the cover names %q", doc.Meta.Authority)
	}
	// It begins with counts, and has the list at its end.
	want := result.CountAtLeast(regs.Statutory)
	count := doc.Sections[0].Blocks[0].(*document.Callout).Blocks[0].(*document.Paragraph).Content.String()
	if !strings.HasPrefix(count, fmt.Sprintf("%d things are open", want)) || !strings.Contains(count, "at the end: What this draft still lacks.") {
		t.Errorf("the draft begins with %q for %d statutory findings", count, want)
	}
	last := doc.Sections[len(doc.Sections)-1]
	list := last.Blocks[0].(*document.Callout).Blocks[1].(*document.List)
	if len(list.Items) != want || want < 10 {
		t.Errorf("%d items for %d statutory findings under %q", len(list.Items), want, last.Title)
	}
}

// What isn't known isn't said to be the most.
func TestNothingIsMostWhereNothingIsKnown(t *testing.T) {
	r, result := load(t, example)
	account := *r.Account
	account.Matters, account.Localities = slices.Clone(account.Matters), slices.Clone(account.Localities)
	for i := range account.Matters {
		account.Matters[i].Spend = finance.Amount{}
	}
	for i := range account.Localities {
		account.Localities[i].Spend = finance.Amount{}
	}
	account.Unallocated = finance.Line{}
	r.Account = &account
	doc, err := compose.Compose(r, func() *regs.Result { return result }, compose.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, caption := range captions(doc) {
		if strings.HasPrefix(caption, "Most was spent") {
			t.Errorf("a figure says %q", caption)
		}
	}
}

// Captions name the units of the table that they are of, in the summary too.
func TestCaptionsNameUnits(t *testing.T) {
	for units, want := range map[project.MoneyUnits]string{project.Thousands: "£000", project.Millions: "£m"} {
		r, result := load(t, example)
		r.Config.Finance.Units = units
		doc, err := compose.ForLevel(r, func() *regs.Result { return result }, compose.Summary, time.Time{}, compose.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := "What the money was spent on in 2025/26, " + want; !slices.Contains(captions(doc), got) {
			t.Errorf("no table %q: %q", got, captions(doc))
		}
	}
}

// captions are those of all tables and figures.
func captions(doc *document.Document) (all []string) {
	w := document.Walker{Block: func(b document.Block) error {
		switch b := b.(type) {
		case *document.Table:
			all = append(all, b.Caption)
		case *document.Figure:
			all = append(all, b.Caption)
		}
		return nil
	}}
	_ = w.Walk(doc) // the function doesn't fail
	return all
}

func BenchmarkCompose(b *testing.B) {
	r, result := load(b, example)
	for b.Loop() {
		if _, err := compose.Compose(r, func() *regs.Result { return result }, compose.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// A chart's title and description may be the author's; what isn't said there is
// made from the data.
func TestAuthorsDescribeFigures(t *testing.T) {
	made, _ := composed(t, example, false)
	r, result := load(t, example)
	r.Config.Indicators.Figures = map[string]project.FigureText{
		"NI12": {Title: "Fewer people came\n in an emergency", Alt: "Two lines fall."},
		"NI13": {Alt: "Two lines rise."},
	}
	r.Config.Finance.Figures.Variance = project.FigureText{Title: "The gap closed"}
	doc, err := compose.Compose(r, func() *regs.Result { return result }, compose.Options{})
	if err != nil {
		t.Fatal(err)
	}
	was, is := document.Figures(made), document.Figures(doc)
	changed := 0
	for i, f := range is {
		title, alt := was[i].Caption, was[i].Alt
		switch {
		case strings.HasPrefix(title, "NI12 "):
			title, alt, changed = "Fewer people came in an emergency", "Two lines fall.", changed+1
		case strings.HasPrefix(title, "NI13 "):
			alt, changed = "Two lines rise.", changed+1
		case strings.HasPrefix(was[i].Subtitle, "Planned spending minus spend"):
			title, changed = "The gap closed", changed+1
		}
		if f.Caption != title || f.Alt != alt {
			t.Errorf("figure %d says %q and %q; want %q and %q", f.Number, f.Caption, f.Alt, title, alt)
		}
	}
	if changed != 3 {
		t.Errorf("%d of the three figures are there", changed)
	}
}

// Names of services are the authority's own and may be Gaelic.
func TestServicesBeginWithACapitalInAnyAlphabet(t *testing.T) {
	r, result := load(t, example)
	r.Account.ServiceGroups[0].Services[0].Name = "òigridh agus teaghlaichean"
	doc, err := compose.Compose(r, func() *regs.Result { return result }, compose.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var printed string
	for _, table := range tables(t, doc) {
		if strings.HasPrefix(table.Caption, "Spend by partner and service") {
			printed = table.Rows[0].Cells[0].Content.String()
		}
	}
	if printed != "Òigridh agus teaghlaichean" {
		t.Errorf("the service is printed as %q", printed)
	}
}

// tables are all tables of a report, in order.
func tables(t *testing.T, doc *document.Document) []*document.Table {
	t.Helper()
	var list []*document.Table
	w := document.Walker{Block: func(b document.Block) error {
		if table, ok := b.(*document.Table); ok {
			list = append(list, table)
		}
		return nil
	}}
	if err := w.Walk(doc); err != nil {
		t.Fatal(err)
	}
	return list
}

// tableOf is the first table that a figure says has its data.
func tableOf(t *testing.T, doc *document.Document, f *document.Figure) *document.Table {
	t.Helper()
	for _, in := range f.DataIn {
		r, ok := in.(*document.Reference)
		if !ok {
			continue
		}
		for _, table := range tables(t, doc) {
			if table.ID == r.Target {
				return table
			}
		}
	}
	t.Fatalf("figure %d, %q, has its data in no table", f.Number, f.Caption)
	return nil
}

// A reader who compares a chart with the table of its data, and both with what is
// said of them, sees the same figures, to the last place: above all where the
// exact value is on a half, as 23/80 = 28.75% does.
func TestTableChartAndProseAgree(t *testing.T) {
	r, result := load(t, example)
	random := rand.New(rand.NewPCG(7, 23))
	for round := range rounds.Of(t, 6) {
		account := *r.Account
		account.Matters = slices.Clone(account.Matters)
		whole := (random.Int64N(1_000_000) + 1) * 80
		for i := range account.Matters {
			m := &account.Matters[i]
			m.Years = slices.Clone(m.Years)
			for j := range m.Years {
				share := (random.Int64N(160)*2 + 1) * whole / 320 * 4 / 10 // many on a half
				if round%2 == 0 {
					share = 23 * whole / 80
				}
				m.Years[j].Spend.Money, m.Years[j].Funding.Money = finance.Money(share), finance.Money(whole)
				m.Years[j].Spend.Known, m.Years[j].Funding.Known = true, true
			}
			m.Spend = m.Years[len(m.Years)-1].Spend
		}
		account.Years = slices.Clone(account.Years)
		for j := range account.Years {
			account.Years[j].Funding.Money, account.Years[j].Funding.Known = finance.Money(whole), true
		}
		account.Funding.Money = finance.Money(whole)
		changed := *r
		changed.Account = &account
		doc, err := compose.Compose(&changed, func() *regs.Result { return result }, compose.Options{})
		if err != nil {
			t.Fatal(err)
		}
		compared := 0
		for _, f := range document.Figures(doc) {
			if f.Chart == nil || f.Chart.Unit != "%" || !strings.Contains(f.Subtitle, "Proportion spent on each matter") {
				continue
			}
			data := tableOf(t, doc, f)
			for i, s := range f.Chart.Series {
				for j, p := range s.Points {
					drawn, tabled := number.Format(p.Value, f.Chart.Decimals)+"%", data.Rows[i].Cells[j+1].Content.String()
					if drawn != tabled {
						t.Errorf("%s, %s: the chart has %s, the table %s", s.Name, f.Chart.Categories[j], drawn, tabled)
					}
					if (j == 0 || j == len(s.Points)-1) && !strings.Contains(f.Alt, drawn) {
						t.Errorf("%s, %s: the chart has %s; it is described as %q", s.Name, f.Chart.Categories[j], drawn, f.Alt)
					}
					compared++
				}
			}
			if round%2 == 0 && !strings.Contains(f.Caption, "28.8%") {
				t.Errorf("23/80 is captioned %q", f.Caption)
			}
		}
		if compared < 20 {
			t.Errorf("%d points were compared", compared)
		}
	}
}

// Regulation 3(a)(iii) wants each indicator next to the five years before: one that
// is added to the catalogue is in a table, and the texts count it.
func TestAnAddedIndicatorIsInTheTables(t *testing.T) {
	r, result := load(t, example)
	table := *r.Indicators
	added := *table.Series[18]
	n := len(indicators.Catalogue()) + 1
	id := "NI" + strconv.Itoa(n)
	added.Indicator.ID, added.Indicator.Number, added.Indicator.ShortTitle = indicators.ID(id), n, "Added later"
	table.Series = append(slices.Clone(table.Series), &added)
	changed := *r
	changed.Indicators = &table
	doc, err := compose.Compose(&changed, func() *regs.Result { return result }, compose.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, table := range tables(t, doc) {
		if table.Caption != "Data indicators, NI11 to "+id {
			continue
		}
		for _, row := range table.Rows {
			if strings.HasPrefix(row.Cells[0].Content.String(), id+" Added later") {
				rows++
			}
		}
	}
	if rows != 1 {
		t.Errorf("%s has %d rows in the table of six years", id, rows)
	}
	i := slices.IndexFunc(doc.Sections, func(s *document.Section) bool { return s.Title == "Core suite of integration indicators" })
	said := false
	for _, block := range doc.Sections[i].Blocks {
		p, ok := block.(*document.Paragraph)
		said = said || ok && strings.HasPrefix(p.Content.String(), fmt.Sprintf("All %d indicators of the core suite", n))
	}
	if !said {
		t.Errorf("the tables don't say that all %d indicators are in them", n)
	}
}
