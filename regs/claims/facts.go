package claims

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"apr/finance"
	"apr/indicators"
	"apr/indicators/measures"
	"apr/internal/number"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
)

// FactsOf lowers a project to what its words are held against. It is the one
// file of this package that knows projects.
func FactsOf(r *project.Project) *Facts {
	p := r.Config
	f := &Facts{Year: int(p.Year), First: int(period.Window(max(p.Year, period.First))[0])}
	l := lowering{f, r}
	l.areas()
	if r.Indicators != nil {
		l.indicators(r.Indicators, r.Workbook)
	}
	if r.Account != nil {
		l.account(r.Account)
	}
	if r.Framework != nil {
		for _, m := range r.Framework.Measures {
			l.measure(m)
		}
	}
	l.people()
	if r.Narrative != nil {
		l.counts(r.Narrative)
		f.LocalityTexts = map[string]string{}
		for i, t := range r.Narrative.Reg6.Localities {
			f.LocalityTexts[fmt.Sprintf("regulation-6.localities[%d].", i)] = t.Locality
		}
	}
	l.names()
	return f
}

// names adds the authority's own names of things.
func (l lowering) names() {
	p := l.report.Config
	for _, id := range slices.Sorted(maps.Keys(p.Names)) {
		t := l.called(id)
		if t == nil {
			var ids []string
			for _, t := range l.Things {
				ids = append(ids, idOf(t))
			}
			l.Unknown = append(l.Unknown, Misnamed{id, source.DidYouMean(id, ids), p.PositionOf("names." + id)})
			continue
		}
		for _, name := range p.Names[id] {
			t.Names = append(t.Names, strings.Join(wordsOf(name), " "))
			t.Vocabulary = append(t.Vocabulary, wordsOf(name)...)
		}
	}
}

// idOf is what an author calls a thing by.
func idOf(t *Thing) string {
	if _, name, found := strings.Cut(t.ID, ":"); found {
		return name
	}
	return t.ID
}

// called is the thing with an id as apr.yaml has it, or nil.
func (l lowering) called(id string) *Thing {
	for _, t := range l.Things {
		if strings.EqualFold(t.ID, id) || strings.EqualFold(idOf(t), id) || strings.EqualFold(t.Title, id) {
			return t
		}
	}
	return nil
}

// lowering is a project being lowered.
type lowering struct {
	*Facts
	report *project.Project
}

// areas are the names of places: the authority's own, its localities', and those
// of the other authorities.
func (l lowering) areas() {
	a := l.report.Config.Authority
	name := func(area string, names ...string) {
		for _, n := range names {
			if n != "" {
				l.Areas = append(l.Areas, AreaName{area, n})
			}
		}
	}
	mine, _, known := indicators.FindAuthority(a.Name)
	l.Authority = a.Area
	if known && l.Authority == "" {
		l.Authority = mine.Area
	}
	if l.Authority == "" {
		l.Authority = a.Name
	}
	name(own, a.Area, a.Name)
	if known {
		name(own, mine.Area, mine.Name, mine.HSCP)
		name(own, mine.OtherNames...)
	}
	for _, locality := range l.report.Config.Localities {
		name("locality:"+locality.Name, locality.Name, l.shortName(locality.Name))
	}
	for _, o := range indicators.Authorities() {
		if o.Area == l.Authority || strings.EqualFold(o.Area, a.Area) {
			continue
		}
		name(o.Area, o.Area, o.HSCP)
		name(o.Area, o.OtherNames...)
	}
	l.Vocabulary = append(l.Vocabulary, a.Area, "health and social care partnership", "integration joint board")
}

// shortName is "the coast" for Carrick Coast where no other locality is called so, "" for
// a name that doesn't end with such a word.
func (l lowering) shortName(name string) string {
	last := func(name string) string {
		words := wordsOf(name)
		if len(words) < 2 || !slices.Contains([]string{"coast", "isles", "islands", "glens", "valley"}, words[len(words)-1]) {
			return ""
		}
		return words[len(words)-1]
	}
	word := last(name)
	for _, o := range l.report.Config.Localities {
		if word == "" || o.Name != name && last(o.Name) == word {
			return ""
		}
	}
	return "the " + word
}

// Where an indicator's unit has a base, such as 100,000.
func unitOf(u string) Unit {
	switch u {
	case "%":
		return percent
	case "£":
		return pounds
	}
	return Unit(u)
}

func better(p indicators.Polarity) int {
	switch p {
	case indicators.HigherIsBetter:
		return 1
	case indicators.LowerIsBetter:
		return -1
	}
	return 0
}

// inSentence is a title as it stands inside a sentence.
func inSentence(title string) string {
	r, n := utf8.DecodeRuneInString(title)
	if next, _ := utf8.DecodeRuneInString(title[n:]); n == 0 || unicode.IsUpper(next) {
		return title // empty, or an abbreviation
	}
	return string(unicode.ToLower(r)) + title[n:]
}

// shown is a number as it is displayed with so many decimals.
func shown(v float64, decimals int) *big.Rat {
	return parsed(number.Format(v, decimals))
}

func (l lowering) indicators(t *indicators.Table, w *indicators.Workbook) {
	for _, s := range t.Series {
		i := s.Indicator
		th := &Thing{ID: string(i.ID), Kind: isIndicator, Title: inSentence(i.ShortTitle), Code: string(i.ID),
			Unit: unitOf(i.Unit), Better: better(i.Polarity), Survey: i.Basis == indicators.Survey, Decimals: i.Decimals, Group: "indicator"}
		for _, y := range i.Breaks {
			th.Breaks = append(th.Breaks, int(y))
		}
		n := indicatorNames[string(i.ID)]
		th.Vocabulary = append(strings.Fields(n.own), wordsOf(i.Title)...)
		th.Names = []string{strings.Join(wordsOf(i.Title), " "), strings.Join(wordsOf(i.ShortTitle), " ")}
		for _, p := range s.Points {
			if p.Value == nil {
				continue
			}
			v := indicatorValue(&i, *p.Value, p.Period, p.Position)
			if p.Lower != nil && p.Upper != nil {
				v.Low, v.High = exact(*p.Lower), exact(*p.Upper)
			}
			th.set(value, own, int(p.Year), v)
			if p.Scotland != nil {
				th.set(value, scotland, int(p.Year), indicatorValue(&i, *p.Scotland, p.Period, p.Position))
			}
		}
		if newest := s.Newest(); newest != nil && s.FamilyAverage != nil {
			th.set(value, family, int(newest.Year), indicatorValue(&i, *s.FamilyAverage, newest.Period, newest.Position))
		}
		l.Things = append(l.Things, th)
	}
	if w == nil {
		return
	}
	others := sync.OnceValue(func() map[indicators.ID][][]indicators.Observation { return runsOf(w) })
	periods := func(thing string, year int) (*indicators.Indicator, string) {
		s := t.ByID(indicators.ID(thing))
		if s == nil {
			return nil, ""
		}
		if p := s.At(period.Year(year)); p != nil && p.Value != nil {
			return &s.Indicator, p.Period
		}
		return nil, ""
	}
	l.Elsewhere = func(thing, area string, year int) (Value, bool) {
		i, name := periods(thing, year)
		if i == nil {
			return Value{}, false
		}
		var o *indicators.Observation
		inPeriod(others()[i.ID], name, func(x *indicators.Observation) bool {
			if x.Area == area {
				o = x
			}
			return o == nil
		})
		if o == nil || o.Value == nil {
			return Value{}, false
		}
		v := indicatorValue(i, *o.Value, name, o.Position)
		if o.Lower != nil && o.Upper != nil {
			v.Low, v.High = exact(*o.Lower), exact(*o.Upper)
		}
		return v, true
	}
	l.Everywhere = func(thing string, year int) []Value {
		i, name := periods(thing, year)
		if i == nil {
			return nil
		}
		var all []Value
		names := []string{t.Area}
		for _, a := range indicators.Authorities() {
			if a.Area != t.Area {
				names = append(names, a.Area)
			}
		}
		there := map[string]*indicators.Observation{}
		inPeriod(others()[i.ID], name, func(x *indicators.Observation) bool {
			if there[x.Area] == nil {
				there[x.Area] = x
			}
			return true
		})
		for _, area := range names {
			if o := there[area]; o != nil && o.Value != nil {
				all = append(all, indicatorValue(i, *o.Value, name, o.Position))
			}
		}
		return all
	}
}

// runsOf are the runs of a workbook's rows that have the same indicator: most have one.
func runsOf(w *indicators.Workbook) map[indicators.ID][][]indicators.Observation {
	all := map[indicators.ID][][]indicators.Observation{}
	rows := w.Observations
	for start := 0; start < len(rows); {
		end := start + 1
		for end < len(rows) && rows[end].Indicator == rows[start].Indicator {
			end++
		}
		id := rows[start].Indicator
		all[id] = append(all[id], rows[start:end])
		start = end
	}
	return all
}

// inPeriod are the first rows of each area for an indicator and a period.
func inPeriod(runs [][]indicators.Observation, name string, f func(*indicators.Observation) (more bool)) {
	for _, run := range runs {
		for i := range run {
			if run[i].Period == name && !f(&run[i]) {
				return
			}
		}
	}
}

func indicatorValue(i *indicators.Indicator, v float64, period string, at source.Position) Value {
	return Value{Exact: exact(v), Shown: shown(v, i.Decimals), Display: i.Format(v), Period: period, Place: at}
}

func inPounds(a finance.Amount) *big.Rat { return rat(int64(a.Money), 100) }

// account is the money: the whole, the matters, care groups, localities,
// partners, fundings and services.
func (l lowering) account(a *finance.Account) {
	total := &Thing{ID: "total", Kind: isMoney, Title: "total spending", Unit: pounds, Better: -1,
		Names: []string{`total spend|spending|expenditure; overall spend|spending|expenditure; whole budget; the? annual|total|overall|year's bill; the year ended; year ended; overall position; financial position; the ijb; the joint board; we all spent; board as a whole; the board; board; the board's; integration joint board; our finances; final outturn; overall outturn; in total; in all; altogether; overall; total`}}
	for _, y := range a.Years {
		amounts(total, int(y.Year), finance.YearAmount(y))
	}
	l.Things = append(l.Things, total)
	add := func(kind, id, title, names string, line *finance.Line) {
		if id == "" {
			return
		}
		t := &Thing{ID: kind + ":" + id, Kind: isMoney, Title: title, Unit: pounds, Group: kind, Better: -1}
		if kind != "locality" { // which are places, too
			t.Names = []string{names, strings.Join(plainName(id), " "), strings.Join(plainName(title), " ")}
		}
		if kind == "matter" {
			t.Code = id
		}
		for _, y := range line.Years {
			amounts(t, int(y.Year), y)
		}
		l.Things = append(l.Things, t)
	}
	for i := range a.Matters {
		m := &a.Matters[i]
		add("matter", m.ID, m.Name, matterNames[m.ID]+"; matter "+strings.Join(wordsOf(m.ID), " "), m)
	}
	for i := range a.CareGroups {
		add("care group", a.CareGroups[i].ID, a.CareGroups[i].Name, everyday(a.CareGroups[i].ID, nil), &a.CareGroups[i])
	}
	for i := range a.Localities {
		add("locality", a.Localities[i].ID, a.Localities[i].Name, "", &a.Localities[i])
	}
	for i := range a.Partners {
		add("partner", a.Partners[i].ID, a.Partners[i].Name, partnerNames(l.report, a.Partners[i].ID), &a.Partners[i])
	}
	for i := range a.Fundings {
		f := &a.Fundings[i]
		names := map[string]string{"set-aside": "set-aside; set aside services|budget|hospital; the set-aside; set-aside services|hospitals", "hosted": "hosted services; hosted", "delegated": "delegated services|functions"}[f.ID]
		add("funding", f.ID, f.Name+" services", names, f)
	}
	var services []string
	for i := range a.Services {
		services = append(services, a.Services[i].ID)
	}
	for i := range a.Services {
		add("service", a.Services[i].ID, a.Services[i].Name, everyday(a.Services[i].ID, services), &a.Services[i])
	}
}

// plainName is a name without what is in brackets.
func plainName(s string) []string {
	if i := strings.IndexByte(s, '('); i > 0 {
		s = s[:i]
	}
	return wordsOf(s)
}

// everyday are the names that people have for a service or a care group. Where
// two services would share one it is neither's.
func everyday(id string, among []string) string {
	low := strings.ToLower(id)
	for _, s := range serviceNames {
		if !strings.Contains(low, s.has) {
			continue
		}
		same := 0
		for _, o := range among {
			if strings.Contains(strings.ToLower(o), s.has) {
				same++
			}
		}
		if same <= 1 {
			return s.names
		}
	}
	return ""
}

// partnerNames are what the council and the health board are called.
func partnerNames(r *project.Project, id string) string {
	a := r.Config.Authority
	switch {
	case strings.EqualFold(id, a.HealthBoard):
		return "the health board; health board; the nhs; nhs; the nhs board; nhs board; our nhs partner"
	case len(a.Councils) == 1 && strings.EqualFold(id, a.Councils[0]):
		return "the council; council; the local authority; our council partner"
	}
	return ""
}

// amounts are a line's figures of one year.
func amounts(t *Thing, year int, y finance.YearAmount) {
	money := func(m finance.Money, at source.Position) Value {
		return Value{Exact: rat(int64(m), 100), Shown: thousands(int64(m)), Display: display(m), Place: at}
	}
	if y.Spend.Known {
		t.set(spend, own, year, money(y.Spend.Money, y.Spend.Position))
	}
	if y.Plan.Known {
		t.set(plan, own, year, money(y.Plan.Money, y.Plan.Position))
	}
	if y.Spend.Known && y.Plan.Known {
		v := money(y.Plan.Money-y.Spend.Money, y.Spend.Position)
		name := (y.Plan.Money - y.Spend.Money).VarianceName()
		v.Display = strings.TrimPrefix(display(y.Plan.Money-y.Spend.Money), "−")
		if name != "" {
			v.Display = "an " + name + " of " + v.Display
		}
		t.set(variance, own, year, v)
	}
	if y.Funding.Known && y.Funding.Money != 0 {
		if t.ID == "total" {
			t.set(funding, own, year, money(y.Funding.Money, y.Funding.Position))
		}
		if y.Spend.Known {
			p := new(big.Rat).Quo(inPounds(y.Spend), inPounds(y.Funding))
			p.Mul(p, rat(100, 1))
			t.set(share, own, year, Value{Exact: p, Shown: shownPercent(p), Display: p.FloatString(1) + "%", Place: y.Spend.Position})
		}
	}
}

// thousands is an amount as tables show it, in thousands of pounds.
func thousands(pence int64) *big.Rat {
	const thousand = 100_000 // pence
	half := int64(thousand / 2)
	if pence < 0 {
		half = -half
	}
	return rat((pence+half)/thousand*1000, 1)
}

func shownPercent(p *big.Rat) *big.Rat {
	r, _ := new(big.Rat).SetString(p.FloatString(1))
	return r
}

// display is an amount as the report's texts have it.
func display(m finance.Money) string {
	if m > -5_000_000 && m < 5_000_000 {
		return m.Pounds()
	}
	return m.Millions()
}

// measure is a local measure: each year has its last value.
func (l lowering) measure(m *project.LocalMeasure) {
	t := &Thing{ID: "measure:" + m.ID, Kind: isMeasure, Title: inSentence(m.Title), Code: m.ID, Unit: Unit(m.Unit),
		Better: better(m.Terms.Polarity), Decimals: m.Decimals, Names: []string{strings.ToLower(m.ID)}, Group: "measure"}
	if unitOf(m.Unit) == percent {
		t.Unit = percent
	}
	t.Vocabulary = append(wordsOf(m.Title+" "+m.Unit), strings.Fields(servedWords)...)
	for _, n := range measureNames {
		if l.onlyMeasure(m, n.has) {
			t.Names = append(t.Names, n.names)
			t.Vocabulary = append(t.Vocabulary, strings.Fields(n.own)...)
		}
	}
	scale := rat(1, 1)
	if strings.HasPrefix(m.Unit, "£") {
		t.Unit = pounds
		if strings.Contains(m.Unit, "million") {
			scale = rat(1_000_000, 1)
		}
	}
	for _, s := range m.Series {
		area := own
		switch {
		case s.Other && s.Locality == indicators.Scotland:
			area = scotland
		case s.Other:
			continue // a claim about another area isn't read
		case s.Locality != "":
			area = "locality:" + s.Locality
		}
		for _, p := range s.Points {
			if p.Value != nil {
				l.point(t, m, area, &p, scale)
			}
		}
	}
	l.Things = append(l.Things, t)
}

// onlyMeasure reports whether a local measure is the only one with the words in its
// title: what people call it by them isn't another's.
func (l lowering) onlyMeasure(m *project.LocalMeasure, words string) bool {
	has := func(o *project.LocalMeasure) bool { return strings.Contains(strings.ToLower(o.Title), words) }
	return has(m) && !slices.ContainsFunc(l.report.Framework.Measures, func(o *project.LocalMeasure) bool { return o != m && has(o) })
}

// servedWords say of people that they use a service, as most local measures count
// them, and narrow nothing.
const servedWords = "referred referral referrals seen waited waiting wait offered helped on average"

// point is a value of a local measure; a later one of the same year replaces it.
func (l lowering) point(t *Thing, m *project.LocalMeasure, area string, p *measures.Point, scale *big.Rat) {
	show := number.Format(*p.Value, m.Decimals)
	switch {
	case t.Unit == percent:
		show += "%"
	case t.Unit == pounds && scale.Cmp(rat(1, 1)) > 0:
		show = "£" + show + "m"
	case m.Unit != "":
		show += " " + m.Unit
	}
	v := exact(*p.Value)
	v.Mul(v, scale)
	t.set(value, area, int(p.Period.Year()), Value{Exact: v, Display: show, Period: p.Period.String(), Place: p.Position})
	goal := p.Target
	if area == own && m.Terms.Target != nil {
		goal = m.Terms.Target
	}
	if goal != nil {
		g := exact(*goal)
		show := number.Format(*goal, m.Decimals)
		if t.Unit == percent {
			show = strconv.FormatFloat(*goal, 'f', -1, 64) + "%"
		}
		t.set(target, area, int(p.Period.Year()), Value{Exact: g.Mul(g, scale), Display: show, Place: p.Position})
	}
}

// people are the populations of localities and their sum.
func (l lowering) people() {
	t := &Thing{ID: "population", Kind: isPeople, Title: "population", Unit: "people", Group: "population"}
	sum, all := 0, len(l.report.Config.Localities) > 0
	for i, locality := range l.report.Config.Localities {
		if locality.Population <= 0 {
			all = false
			continue
		}
		sum += locality.Population
		at := l.report.Config.PositionOf(fmt.Sprintf("localities[%d].population", i))
		t.set(value, "locality:"+locality.Name, l.Year, Value{Exact: rat(int64(locality.Population), 1), Display: number.Format(float64(locality.Population), 0), Place: at})
	}
	if all {
		t.set(value, own, l.Year, Value{Exact: rat(int64(sum), 1), Display: number.Format(float64(sum), 0), Place: l.report.Config.PositionOf("localities")})
	}
	l.Things = append(l.Things, t)
	for _, m := range l.Things {
		switch {
		case m.ID == "total":
			l.perHead(m, t, own)
		case m.Group == "locality":
			l.perHead(m, t, m.ID)
		}
	}
}

// perHead gives an amount as one of each person who lives in a place.
func (l lowering) perHead(m, people *Thing, area string) {
	n, ok := l.at(people, value, area, l.Year)
	spent, found := l.at(m, spend, own, l.Year)
	if !ok || !found || n.Exact.Sign() <= 0 {
		return
	}
	each := new(big.Rat).Quo(spent.Exact, n.Exact)
	pence := each.FloatString(0)
	m.set(perHead, own, l.Year, Value{Exact: each, Shown: parsed(pence), Display: "£" + number.Format(float64(parsed(pence).Num().Int64()), 0) + " a head", Place: spent.Place})
}

// counts are what the report itself counts.
func (l lowering) counts(n *project.Narrative) {
	add := func(id string, at source.Position, faces map[Face]int) {
		names := countNames[id]
		t := &Thing{ID: "count:" + id, Kind: isCount, Title: names.title, Names: []string{names.names}, Vocabulary: strings.Fields(names.own), Group: "count"}
		for f, c := range faces {
			t.set(f, own, l.Year, Value{Exact: rat(int64(c), 1), Display: strconv.Itoa(c), Place: at})
		}
		l.Things = append(l.Things, t)
	}
	if len(l.report.Config.Localities) > 0 {
		add("localities", l.report.Config.PositionOf("localities"), map[Face]int{value: len(l.report.Config.Localities)})
	}
	if d := n.Reg3.Decisions; d.None || len(d.Entries) > 0 {
		add("decisions", d.Position, map[Face]int{value: len(d.Entries)})
	}
	if in := n.Reg7; in.None || len(in.Entries) > 0 {
		at := in.Position
		if len(in.Entries) > 0 {
			at = in.Entries[0].Position
		}
		add("inspections", at, map[Face]int{value: len(in.Entries)})
		inspections := l.Things[len(l.Things)-1]
		add("recommendations", at, recommended(in.Entries))
		recommendations := l.Things[len(l.Things)-1]
		for body, entries := range byBody(in.Entries) {
			set := func(t *Thing, f Face, n int) {
				t.set(f, body, l.Year, Value{Exact: rat(int64(n), 1), Display: strconv.Itoa(n), Place: entries[0].Position})
			}
			set(inspections, value, len(entries))
			for f, n := range recommended(entries) {
				set(recommendations, f, n)
			}
		}
	}
}

// scrutinyBodies are those that inspect.
var scrutinyBodies = []string{"care inspectorate", "healthcare improvement scotland", "audit scotland", "accounts commission", "mental welfare commission"}

// byBody are the inspections of each body, by its name in small letters.
func byBody(entries []project.Inspection) map[string][]project.Inspection {
	by := map[string][]project.Inspection{}
	for _, e := range entries {
		body := "body:" + strings.ToLower(e.Body)
		by[body] = append(by[body], e)
	}
	return by
}

// recommended counts recommendations, and those that are complete where each says so
// or not.
func recommended(entries []project.Inspection) map[Face]int {
	all, done, unsaid := 0, 0, 0
	for _, e := range entries {
		all += len(e.Recommendations)
		for _, r := range e.Recommendations {
			switch r.Status {
			case "complete":
				done++
			case "": // or progress in the body's own words, which aren't judged
				unsaid++
			}
		}
	}
	faces := map[Face]int{value: all}
	if unsaid == 0 {
		faces[complete], faces[open] = done, all-done
	}
	return faces
}
