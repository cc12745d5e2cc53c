package datum

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"

	"apr/indicators"
	"apr/internal/number"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/wording"
)

// statusWords say why a point has no value.
var statusWords = map[indicators.Status]string{
	indicators.NoSurvey:      "there was no survey in that year",
	indicators.NotComparable: "it can't be compared",
	indicators.NotPublished:  "it is not yet published",
	indicators.NotReported:   "it is not reported nationally",
	indicators.Suppressed:    "it is suppressed",
	indicators.NotApplicable: "the authority hadn't begun",
	indicators.Missing:       "the workbook doesn't have it",
}

// Exact is a number in full.
func Exact(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// point is an indicator's series and its point of a year, with its value; why
// says what is lacking.
func (f *Facts) point(id ID, y period.Year) (s *indicators.Series, p *indicators.Point, why string) {
	if f.Table == nil && f.Workbook != nil {
		return nil, nil, "the workbook has no rows of the area"
	}
	if f.Table == nil {
		return nil, nil, "the project has no workbook"
	}
	if s = f.Table.ByID(indicators.ID(id.Of)); s == nil {
		return nil, nil, "the workbook's table has no such indicator"
	}
	if p = s.At(y); p == nil {
		return s, nil, otherYears(s)
	}
	if p.Value == nil {
		return s, p, statusWords[p.Status]
	}
	return s, p, ""
}

// otherYears says which years a series is read for.
func otherYears(s *indicators.Series) string {
	if len(s.Points) == 0 {
		return statusWords[indicators.Missing]
	}
	first, last := s.Points[0].Year, s.Points[len(s.Points)-1].Year
	return fmt.Sprintf("%s is read for %s to %s", s.Indicator.ID, first, last)
}

// indicator is a figure of an indicator.
func (f *Facts) indicator(id ID) (*Datum, error) {
	if _, known := indicators.ByID(indicators.ID(id.Of)); !known {
		return nil, &UnknownError{Name: id.String()}
	}
	s, p, why := f.point(id, id.Year)
	if why != "" {
		none := &NoValueError{ID: id, Reason: why}
		if p != nil {
			none.Position = p.Position
		}
		return nil, none
	}
	i := &s.Indicator
	fig := &Datum{ID: id, Unit: unit(i), Period: p.Period, Position: p.Position}
	named := func(what string) string {
		title := fmt.Sprintf("%s %s: %s", i.ID, i.ShortTitle, what)
		if p.Period == id.Year.String() {
			return title + ", " + p.Period
		}
		return fmt.Sprintf("%s, %s for %s", title, p.Period, id.Year)
	}
	switch id.Measure {
	case Value:
		fig.Title = named(f.Table.Area)
		return fig.reading(i, *p.Value), nil
	case Scotland:
		fig.Title = named(indicators.Scotland)
		if p.Scotland == nil {
			return fig.none("the workbook has none of Scotland for that period")
		}
		fig.Position = f.nationalCell(i.ID, p)
		return fig.reading(i, *p.Scotland), nil
	case AreaValue:
		fig.Title = named(id.Area)
		o := f.Workbook.Value(indicators.ID(id.Of), id.Area, p.Period)
		if o == nil {
			return fig.none("the workbook has none of %s for that period", id.Area)
		}
		fig.Position = o.Position
		return fig.reading(i, *o.Value), nil
	case Change:
		of := f.Table.Area
		if id.Area != "" {
			of = id.Area
		}
		fig.Title = named("change since " + id.From.String() + ", " + of)
		return f.change(fig, s, p)
	}
	if id.Measure == Rank {
		return f.rank(fig, p, named)
	}
	return f.familyAverage(fig, s, p, named)
}

// reading fills in a value as the workbook has it.
func (fig *Datum) reading(i *indicators.Indicator, v float64) *Datum {
	fig.Value, fig.displays = Exact(v), []display{{Usual, i.Format(v)}}
	return fig
}

// unit is an indicator's unit with what it is of.
func unit(i *indicators.Indicator) string {
	if i.Unit == "%" {
		return "%"
	}
	return strings.TrimSpace(i.Unit + " " + strings.TrimPrefix(i.Denominator, "all "))
}

// rank is the area's place among the others.
func (f *Facts) rank(fig *Datum, p *indicators.Point, named func(string) string) (*Datum, error) {
	fig.Title = named("place of " + f.Table.Area)
	if p.Rank == 0 {
		return fig.none("it isn't ranked")
	}
	fig.Value, fig.Unit = fmt.Sprintf("%d/%d", p.Rank, p.Of), ""
	fig.Formula = fmt.Sprintf("the place of the value among those of the %d authorities that have one for %s, 1 the best", p.Of, p.Period)
	fig.Operands = []ID{{Measure: Value, Of: fig.ID.Of, Year: fig.ID.Year}}
	fig.displays = []display{{Usual, fmt.Sprintf("%d of %d", p.Rank, p.Of)}, {Words, fmt.Sprintf("%s of %d", wording.Ordinal(p.Rank), p.Of)}, {Place, fmt.Sprint(p.Rank)}}
	return fig, nil
}

// familyAverage is the average of the benchmarking family: of the newest value only.
func (f *Facts) familyAverage(fig *Datum, s *indicators.Series, p *indicators.Point, named func(string) string) (*Datum, error) {
	if p != s.Newest() {
		return fig.none("only the newest value, that of %s, has one", s.Newest().Year)
	}
	fig.Title = named("average of the benchmarking family")
	if s.FamilyAverage == nil {
		return fig.none("no benchmarking family is set, or none of it has a value")
	}
	fig.Formula = fmt.Sprintf("the mean of the values of %d areas for %s", s.FamilySize, p.Period)
	return fig.reading(&s.Indicator, *s.FamilyAverage), nil
}

// change fills in a change: percentage points of a percentage, else percent of
// the earlier value, or the difference where that was 0.
func (f *Facts) change(fig *Datum, s *indicators.Series, last *indicators.Point) (*Datum, error) {
	i, id := &s.Indicator, fig.ID
	_, first, why := f.point(id, id.From)
	switch {
	case why != "":
		return fig.none("it has no value for %s: %s", id.From, why)
	case id.From >= id.Year:
		return fig.none("%s is not before %s", id.From, id.Year)
	}
	for _, p := range s.Points {
		if p.Break && p.Year > id.From && p.Year <= id.Year {
			return fig.none("it can't be compared across %s, where its series breaks", p.Year)
		}
	}
	was, is := first.Value, last.Value
	operand := ID{Measure: Value, Of: id.Of}
	if id.Area != "" {
		operand.Measure, operand.Area = AreaValue, id.Area
		before, now := f.Workbook.Value(indicators.ID(id.Of), id.Area, first.Period), f.Workbook.Value(indicators.ID(id.Of), id.Area, last.Period)
		switch {
		case now == nil:
			return fig.none("the workbook has none of %s for %s", id.Area, id.Year)
		case before == nil:
			return fig.none("the workbook has none of %s for %s", id.Area, id.From)
		}
		was, is, fig.Position = before.Value, now.Value, now.Position
	}
	amount, percent := indicators.Compare(*was, *is)
	shown := " " + i.Unit
	fig.Formula = "the later value less the earlier one"
	switch {
	case i.Unit == "%":
		fig.Unit, shown = "percentage points", " percentage points"
	case percent != nil:
		amount, shown = percent, "%"
		fig.Unit, fig.Formula = "%", "the later value less the earlier one, in percent of the earlier one"
	}
	fig.Value = nineDecimals(amount)
	to, from := operand, operand
	to.Year, from.Year = id.Year, id.From
	fig.Operands = []ID{to, from}
	fig.displays = []display{{Words, changeWords(amount, shown)}}
	if id.Area != "" {
		return fig, nil
	}
	if judged := f.judged(s, last, id.From); judged != nil {
		size, verdict := changeJudged(i, amount, fig.Unit, judged)
		fig.displays = append(fig.displays,
			display{Judged, fmt.Sprintf("%s since %s, %s", size, judged.From, verdict)},
			display{JudgedShort, fmt.Sprintf("%s, %s", size, verdict)})
	}
	return fig, nil
}

// nineDecimals is an exact number with as many decimals as it needs, and no more
// than nine.
func nineDecimals(r *big.Rat) string {
	return strings.TrimSuffix(strings.TrimRight(number.PlainRat(r, 9), "0"), ".")
}

// judged is the change with its direction, for the newest value alone.
func (f *Facts) judged(s *indicators.Series, last *indicators.Point, from period.Year) *indicators.Change {
	if last != s.Newest() {
		return nil
	}
	if c := s.FromPrevious; c != nil && c.FromYear == from {
		return c
	}
	c, err := s.Since(from)
	if err != nil {
		return nil
	}
	return c
}

// changeWords words a change within a sentence: "down 6.3%".
func changeWords(change *big.Rat, unit string) string {
	size := number.FormatRat(new(big.Rat).Abs(change), 1)
	if size == "1.0" {
		unit = strings.TrimSuffix(unit, "s")
	}
	switch {
	case change.Sign() == 0:
		return "unchanged"
	case size == "0.0":
		return "almost unchanged"
	case change.Sign() > 0:
		return "up " + size + unit
	}
	return "down " + size + unit
}

// changeJudged words a change short enough for a column: "−2.2%" and "better". What is
// too small to be shown is neither better nor worse.
func changeJudged(i *indicators.Indicator, change *big.Rat, unit string, c *indicators.Change) (size, verdict string) {
	decimals, shown := i.Decimals, ""
	switch unit {
	case "percentage points":
		shown = " points"
	case "%":
		decimals, shown = 1, "%"
	}
	size, verdict = number.FormatRat(change, decimals)+shown, string(c.Direction)
	switch {
	case change.Sign() == 0:
		size = "no difference"
	case !strings.ContainsAny(size, "123456789"):
		size = "under " + number.Format(math.Pow10(-decimals), decimals) + shown
		if c.Direction == indicators.Better || c.Direction == indicators.Worse {
			verdict = "little changed"
		}
	case change.Sign() > 0:
		size = "+" + size
	}
	return size, verdict
}

// nationalKey names one of Scotland's values.
type nationalKey struct {
	indicator indicators.ID
	period    string
	value     float64
}

// nationalCell is the cell of Scotland's value next to a point; where the
// workbook's rows aren't at hand, the point's own.
func (f *Facts) nationalCell(id indicators.ID, p *indicators.Point) source.Position {
	f.nationalOnce.Do(f.listNational)
	if at, ok := f.national[nationalKey{id, p.Period, *p.Scotland}]; ok {
		return at
	}
	return p.Position
}

func (f *Facts) listNational() {
	f.national = map[nationalKey]source.Position{}
	if f.Workbook == nil {
		return
	}
	for i := range f.Workbook.Observations {
		o := &f.Workbook.Observations[i]
		if o.Area != indicators.Scotland || o.Value == nil {
			continue
		}
		key := nationalKey{o.Indicator, o.Period, *o.Value}
		if _, twice := f.national[key]; !twice {
			f.national[key] = o.Position
		}
	}
}

// ChangeID is the change that a table shows next to a series: since the value
// before the newest. ok is false where there is none.
func ChangeID(s *indicators.Series) (id ID, ok bool) {
	p, c := s.Newest(), s.FromPrevious
	if p == nil || c == nil {
		return id, false
	}
	return ID{Measure: Change, Of: string(s.Indicator.ID), Year: p.Year, From: c.FromYear}, true
}

// indicatorIDs are the figures of the table, whether they have a value or not.
func (f *Facts) indicatorIDs() (ids []ID) {
	if f.Table == nil {
		return nil
	}
	for _, s := range f.Table.Series {
		of := string(s.Indicator.ID)
		for _, p := range s.Points {
			ids = append(ids, ID{Measure: Value, Of: of, Year: p.Year}, ID{Measure: Scotland, Of: of, Year: p.Year})
		}
		p := s.Newest()
		if p == nil {
			continue
		}
		if id, ok := ChangeID(s); ok {
			ids = append(ids, id)
		}
		ids = append(ids, ID{Measure: Rank, Of: of, Year: p.Year}, ID{Measure: FamilyAverage, Of: of, Year: p.Year})
	}
	return ids
}
