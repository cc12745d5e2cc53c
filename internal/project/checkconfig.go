package project

import (
	"errors"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
	"time"

	"apr/indicators"
	"apr/internal/folder"
	"apr/internal/law"
	"apr/internal/period"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// configChecker checks what apr.yaml says by itself: what needs no other files.
type configChecker struct {
	config   *Config
	law      *law.Edition
	problems *source.Problems
	today    time.Time
	folder   *folder.Folder
}

// since checks the first reporting year of a thing.
func (c *configChecker) since(path string, y period.Year) {
	if y > c.config.Year && c.config.Year != 0 {
		c.add("unknown-value", path, "write the first reporting year that there is data for", "since: %s is after the reporting year, %s", y, c.config.Year)
	}
}

// sinces checks since when the authority, localities and care groups exist.
func (c *configChecker) sinces() {
	p := c.config
	if p.Authority.Since != 0 && p.Authority.Since < period.First {
		c.add("unknown-value", "authority.since", "leave it out for an authority that has reported from the first", "since: there was no reporting year before %s", period.First)
	}
	c.since("authority.since", p.Authority.Since)
	for i, l := range p.Localities {
		c.since(yamlpos.Item("localities", i)+".since", l.Since)
	}
	for _, name := range slices.Sorted(maps.Keys(p.CareGroupsSince)) {
		path := yamlpos.Join("care_groups_since", name)
		c.since(path, p.CareGroupsSince[name])
		if !slices.Contains(p.CareGroups, name) {
			c.problems.Add(&source.Problem{Code: "unknown-value", Position: p.positions.Find(path).Key,
				Message: fmt.Sprintf("%q is not among care_groups", name), Hint: source.DidYouMean(name, p.CareGroups)})
		}
	}
}

// notPublished checks the explanations of values that weren't published.
func (c *configChecker) notPublished() {
	for i, n := range c.config.Indicators.NotPublished {
		path := yamlpos.Item("indicators.not_published", i)
		for k, id := range n.Indicators {
			if _, ok := indicators.ByID(indicators.ID(id)); !ok {
				c.add("unknown-value", yamlpos.Item(path+".indicators", k), reference.IndicatorHint(id), "%q is not an indicator of the core suite", id)
			}
		}
		window := period.Window(c.config.Year)
		for k, y := range n.Years {
			if c.config.Year >= period.First && !slices.Contains(window, y) {
				c.add("unknown-value", yamlpos.Item(path+".years", k), "delete it", "%s is not one of the report's years, %s to %s", y, window[0], c.config.Year)
			}
		}
		if IsStub(yamlpos.Text{Markdown: n.Reason}) {
			c.add("missing-key", path, "write why the publisher gave no value, such as reason: the hospital returns were incomplete", "not_published gives no reason")
		}
	}
}

func (c *configChecker) add(code, path, hint, format string, args ...any) {
	c.problems.Add(&source.Problem{Code: code, Position: c.config.PositionOf(path), Message: fmt.Sprintf(format, args...), Hint: hint})
}

func (c *configChecker) check() {
	p := c.config
	c.authority()
	c.year()
	c.paths()
	c.brand()
	c.fonts()
	c.language("language", &p.Language)
	c.words()
	c.label()
	c.accessibility()
	var localities []string
	for _, l := range p.Localities {
		localities = append(localities, l.Name)
	}
	c.once("localities", "the locality", localities)
	c.names()
	c.once("care_groups", "the care group", p.CareGroups)
	c.localityCodes()
	c.mappings()
	c.sinces()
	c.notPublished()
	for _, id := range slices.Sorted(maps.Keys(p.Indicators.Breaks)) {
		c.indicator(yamlpos.Join("indicators.breaks", id), id)
	}
	for _, id := range slices.Sorted(maps.Keys(p.Indicators.Outcomes)) {
		path := yamlpos.Join("indicators.outcomes", id)
		c.indicator(path, id)
		c.outcomes(path, p.Indicators.Outcomes[id])
	}
	c.figures()
	c.date("publication.date", p.Publication.Date)
	c.date("publication.approved", p.Publication.Approved)
	for i, copied := range p.Publication.Copies {
		c.date(yamlpos.Item("publication.copies", i)+".date", copied.Date)
	}
	c.url("publication.url", p.Publication.URL)
	c.url("publication.national_site", p.Publication.NationalSite)
	c.url("strategic_plan.url", p.StrategicPlan.URL)
	c.silence()
	c.reserves()
	c.outcomeLists()
	c.answers()
	c.priorities()
	for i, id := range p.Summary.Indicators {
		c.indicator(yamlpos.Item("summary.indicators", i), id)
	}
	c.once("summary.indicators", "the indicator", p.Summary.Indicators)
	c.once("summary.measures", "the local measure", p.Summary.Measures)
	c.measures()
	c.tables()
	c.structure()
}

// outcomes checks the numbers of national outcomes in a list.
func (c *configChecker) outcomes(path string, numbers []int) {
	for i, o := range numbers {
		if _, ok := c.law.Outcome(o); !ok {
			c.add("unknown-value", yamlpos.Item(path, i), "", "there is no national outcome %d; expected %s", o, c.law.OutcomeRange())
		}
	}
}

// priorities checks what the plan's priorities name.
func (c *configChecker) priorities() {
	var names []string
	for i, priority := range c.config.StrategicPlan.Priorities {
		names = append(names, priority.Name)
		path := yamlpos.Item("strategic_plan.priorities", i)
		c.outcomes(path+".outcomes", priority.Outcomes)
		for j, id := range priority.Indicators {
			c.indicator(yamlpos.Item(path+".indicators", j), id)
		}
	}
	c.once("strategic_plan.priorities", "the priority", names)
}

// figures checks which charts are described in the author's words.
func (c *configChecker) figures() {
	f := c.config.Indicators.Figures
	for _, id := range slices.Sorted(maps.Keys(f)) {
		path := yamlpos.Join("indicators.figures", id)
		c.indicator(path, id)
		c.description(path, f[id])
	}
	money := c.config.Finance.Figures
	c.description("finance.figures.matters", money.Matters)
	c.description("finance.figures.matters_by_year", money.MattersByYear)
	c.description("finance.figures.variance", money.Variance)
	c.description("finance.figures.localities", money.Localities)
	c.description("finance.figures.localities_by_year", money.LocalitiesByYear)
}

// description checks that a chart's description isn't its title: a reader who
// hears both would hear the same twice and learn nothing of the picture.
func (c *configChecker) description(path string, f FigureText) {
	if f.Alt != "" && strings.EqualFold(wording.OneLine(f.Alt), wording.OneLine(f.Title)) {
		c.add("alt-is-title", path+".alt", "say what the chart shows: where it begins and ends, and how that compares",
			"alt repeats the title")
	}
}

// authority completes one of the 31 from its name.
func (c *configChecker) authority() {
	a := &c.config.Authority
	if a.Name == "" {
		return // already reported
	}
	known, hint, ok := indicators.FindAuthority(a.Name)
	switch {
	case ok && !a.Invented:
		if a.Area == "" {
			a.Area = known.Area
		}
		if a.Model == "" {
			a.Model = Model(known.Model)
		}
		if a.Councils == nil {
			a.Councils = known.Councils
		}
		if a.HealthBoard == "" {
			a.HealthBoard = known.HealthBoard
		}
		if a.Family == nil {
			a.Family = indicators.FamilyOf(known.Area)
		}
	case a.Area == "" || a.Model == "":
		c.add("unknown-authority", "authority.name",
			strings.TrimSpace(hint+" An authority that isn't one of them needs its area and model."),
			"%q is not one of the 31 integration authorities", a.Name)
	}
	if ids := c.law.ModelIDs(); a.Model != "" && !slices.Contains(ids, string(a.Model)) {
		c.add("unknown-value", "authority.model", source.DidYouMean(string(a.Model), ids), "there is no model %q; expected %s", a.Model, strings.Join(ids, ", "))
	}
	for i, area := range a.Family {
		canonical, known, _ := indicators.CanonicalArea(area)
		switch {
		case canonical == indicators.Scotland && a.Area != canonical:
			c.add("unknown-value", yamlpos.Item("authority.family", i), "take it out: the report has Scotland's values beside the family's average", "Scotland is not an area of a family")
		case known:
			a.Family[i] = canonical
		case area != a.Area:
			c.add("unknown-value", yamlpos.Item("authority.family", i), source.DidYouMean(area, indicators.Areas()),
				"%q is not an area of the workbook", area)
		}
	}
	c.once("authority.family", "the area", a.Family)
}

func (c *configChecker) year() {
	y := c.config.Year
	switch {
	case y == 0: // already reported
	case y < period.First:
		c.add("year-out-of-range", "year", "", "%s is before %s, the first reporting year (SSI 2014/284, regulation 3)", y, period.First)
		c.config.Year = 0
	case !c.today.IsZero() && y.Starts().After(c.today):
		c.add("year-out-of-range", "year", "", "%s has not begun by %s", y, c.today.Format(time.DateOnly))
		c.config.Year = 0
	}
}

// paths checks every path that apr.yaml names.
func (c *configChecker) paths() {
	c.unquote()
	c.path("workbook", c.config.Workbook)
	c.path("narrative", c.config.Narrative)
	c.path("finance.history", c.config.Finance.History)
	for i, l := range c.config.Finance.Ledgers {
		c.path(yamlpos.Item("finance.ledgers", i)+".file", l.File)
	}
	for i, r := range c.config.Finance.Rules {
		c.path(yamlpos.Item("finance.rules", i)+".mapping", r.Mapping)
	}
}

// unquote takes from paths what Word writes: curly quotation marks around them, and
// its dashes and quotation marks where the file has those of a keyboard.
func (c *configChecker) unquote() {
	p := c.config
	written := []*string{&p.Workbook, &p.Narrative, &p.Finance.History}
	for i := range p.Finance.Ledgers {
		written = append(written, &p.Finance.Ledgers[i].File)
	}
	for i := range p.Finance.Rules {
		written = append(written, &p.Finance.Rules[i].Mapping)
	}
	for i := range p.Measures.Files {
		written = append(written, &p.Measures.Files[i])
	}
	for i := range p.Tables {
		written = append(written, &p.Tables[i].File)
	}
	for i := range p.Fonts {
		written = append(written, &p.Fonts[i].File)
	}
	for i := range p.Silence {
		written = append(written, &p.Silence[i].File)
	}
	for _, picture := range []*BrandPicture{p.Brand.Logo, p.Brand.CoverPicture} {
		if picture != nil {
			written = append(written, &picture.File)
		}
	}
	for _, w := range written {
		*w = c.asNamed(*w)
	}
}

// asNamed is a path as its file is named. A name may have a dash of Word's itself, so
// another is only tried where there is no such file.
func (c *configChecker) asNamed(written string) string {
	name := celltext.Unquoted(written)
	typed := celltext.Typed(name)
	if typed == name || c.exists(name) || !c.exists(typed) {
		return name
	}
	return typed
}

func (c *configChecker) exists(name string) bool {
	clean, err := folder.LocalPath(name)
	if err == nil {
		_, err = c.folder.Stat(clean)
	}
	return err == nil
}

func (c *configChecker) path(path, written string) {
	if written == "" {
		return
	}
	_, err := folder.LocalPath(written)
	if outside, ok := errors.AsType[*folder.PathError](err); ok {
		c.add("path", path, outside.Hint, "%s: %s", yamlpos.Label(path), outside.Problem)
	}
}

// once checks that no name of a list is twice. Names that are missing are
// reported elsewhere.
func (c *configChecker) once(path, what string, names []string) {
	seen := map[string]int{}
	for i, name := range names {
		key := strings.ToLower(wording.OneLine(name))
		first, twice := seen[key]
		if !twice || key == "" {
			seen[key] = i
			continue
		}
		at := c.config.PositionOf(yamlpos.Item(path, first))
		c.problems.Add(&source.Problem{
			Code: "duplicate-name", Position: c.config.PositionOf(yamlpos.Item(path, i)),
			Message: fmt.Sprintf("%s %q is given twice; first on line %d", what, name, at.Line),
			Related: []source.Related{{Position: at, Message: "the first"}},
		})
	}
}

func (c *configChecker) indicator(path, id string) {
	if _, ok := indicators.ByID(indicators.ID(id)); !ok {
		c.problems.Add(&source.Problem{
			Code: "unknown-value", Position: c.config.positions.Find(path).Key,
			Message: fmt.Sprintf("%q is not an indicator of the core suite", id), Hint: reference.IndicatorHint(id),
		})
	}
}

func (c *configChecker) date(path, written string) {
	if p := dateProblem(yamlpos.Label(path), written); p != nil {
		p.Position = c.config.PositionOf(path)
		c.problems.Add(p)
	}
}

func (c *configChecker) url(path, written string) {
	if p := urlProblem(yamlpos.Label(path), written); p != nil {
		p.Position = c.config.PositionOf(path)
		c.problems.Add(p)
	}
}

// dateForms are how people write dates, for a hint only.
var dateForms = []string{"2 January 2006", "2 Jan 2006", "January 2, 2006", "02/01/2006", "2/1/2006", "02.01.2006", "2006/01/02", "20060102", "2006-1-2"}

// dateProblem is nil for an absent date and for YYYY-MM-DD.
func dateProblem(name, written string) *source.Problem {
	if written == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, written); err == nil {
		return nil
	}
	p := &source.Problem{Code: "malformed-date", Message: fmt.Sprintf("%s: %q is not a date; expected YYYY-MM-DD", name, written)}
	for _, form := range dateForms {
		if t, err := time.Parse(form, written); err == nil {
			p.Hint = "write " + t.Format(time.DateOnly)
			break
		}
	}
	return p
}

// urlProblem is nil for an absent address and for one that browsers open.
func urlProblem(name, written string) *source.Problem {
	if written == "" {
		return nil
	}
	u, err := url.Parse(written)
	if err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
		return nil
	}
	p := &source.Problem{Code: "malformed-url", Message: fmt.Sprintf("%s: %q is not a web address", name, written)}
	if !strings.Contains(written, ":") && strings.Contains(written, ".") {
		p.Hint = "write https://" + written
	}
	return p
}
