package datum

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"apr/finance"
	"apr/internal/number"
	"apr/internal/period"
)

// Subject is something that money is counted for: a line of the account, or all
// of it.
type Subject struct {
	// Kind is "matter", "funding", "partner", "care group", "locality" or
	// "service", or "" for what there is one of.
	Kind string
	// ID is the matter, the name, or "total".
	ID   string
	line *finance.Line
}

// Key names the subject among all of them. A matter's id says what it is.
func (s Subject) Key() string {
	if s.Kind == "" || s.Kind == "matter" {
		return s.ID
	}
	return s.Kind + ":" + s.ID
}

// Keys of subjects that aren't of a kind: all of the account, and what is left
// over.
const (
	Total         = "total"
	unallocated   = "unallocated"
	unclassified  = "unclassified"
	otherServices = "other-services"
	otherFunding  = "funding-not-stated"
)

// Subjects are all that money is counted for, the total first.
func (f *Facts) Subjects() iter.Seq[Subject] { return slices.Values(f.all()) }

// all are the subjects, made once.
func (f *Facts) all() []Subject {
	f.subjectsOnce.Do(f.listSubjects)
	return f.subjects
}

func (f *Facts) listSubjects() {
	a := f.Account
	if a == nil {
		return
	}
	subjects := []Subject{{ID: Total}}
	add := func(kind string, lines []finance.Line) {
		for i := range lines {
			s := Subject{kind, lines[i].ID, &lines[i]}
			if s.ID == "" { // what is left over
				s.Kind, s.ID = "", LineKey(kind, lines[i])
			}
			subjects = append(subjects, s)
		}
	}
	add("matter", a.Matters)
	add("funding", a.Fundings)
	add("partner", a.Partners)
	add("care group", a.CareGroups)
	add("locality", a.Localities)
	add("care group", a.FormerCareGroups)
	add("locality", a.FormerLocalities)
	add("service", a.Services)
	for i := range a.ServiceGroups { // a service in two ledgers has a line in each
		g := &a.ServiceGroups[i]
		for j := range g.Services {
			if of := &g.Services[j]; partly(a, of) {
				subjects = append(subjects, Subject{partnerService, g.Partner + ": " + of.Name, of})
			}
		}
	}
	f.subjects = append(subjects, Subject{ID: unallocated, line: &a.Unallocated}, Subject{ID: unclassified, line: &a.Unclassified})
	f.byKey = make(map[string]int, len(f.subjects))
	for i, s := range f.subjects {
		if _, twice := f.byKey[s.Key()]; !twice {
			f.byKey[s.Key()] = i
		}
	}
}

// partnerService is the kind of a partner's part of a service that others provide too.
const partnerService = "part"

// partly reports whether a partner's line of a service is only a part of the service.
func partly(a *finance.Account, of *finance.Line) bool {
	for _, s := range a.Services {
		if s.ID == of.ID {
			return s.Spend.Money != of.Spend.Money || s.Plan.Money != of.Plan.Money || s.Spend.Lines != of.Spend.Lines
		}
	}
	return true
}

// PartnerServiceKey is the key of a partner's line of a service: the service's own
// where no other partner provides it.
func (f *Facts) PartnerServiceKey(partner string, of *finance.Line) string {
	if partly(f.Account, of) {
		return Subject{Kind: partnerService, ID: partner + ": " + of.Name}.Key()
	}
	return LineKey("service", *of)
}

// Subject is the one of that key, ok false where there is none.
func (f *Facts) Subject(key string) (s Subject, ok bool) {
	subjects := f.all()
	i, ok := f.byKey[key]
	if !ok {
		return s, false
	}
	return subjects[i], true
}

// LineKey is the key of a line of the account, of a kind.
func LineKey(kind string, l finance.Line) string {
	switch {
	case l.ID != "":
		return Subject{Kind: kind, ID: l.ID}.Key()
	case kind == "service":
		return otherServices
	}
	return otherFunding
}

// In is what is known of a subject in a year; Funding is the whole authority's,
// the base of proportions.
func (f *Facts) In(s Subject, y period.Year) finance.YearAmount {
	a := finance.YearAmount{Year: y}
	for _, t := range f.Account.Years {
		if t.Year == y {
			a.Spend, a.Plan, a.Funding = t.Spend, t.Plan, t.Funding
		}
	}
	if y == f.Account.Year {
		a.Spend, a.Plan, a.Funding = f.Account.Spend, f.Account.Plan, f.Account.Funding
	}
	if s.line == nil {
		return a
	}
	a.Spend, a.Plan = finance.Amount{}, finance.Amount{}
	if known := s.line.In(y); known != nil {
		a.Spend, a.Plan = known.Spend, known.Plan
	}
	if y == f.Account.Year {
		a.Spend, a.Plan = s.line.Spend, s.line.Plan
	}
	return a
}

// title is a subject in words.
func (s Subject) title() string {
	switch {
	case s.Kind == "matter":
		return fmt.Sprintf("matter %s (%s)", s.ID, finance.Matter(s.ID).Name())
	case s.Kind != "":
		return s.Kind + " " + s.ID
	case s.line == nil:
		return "in total"
	}
	return strings.ToLower(s.line.Name)
}

// money is a figure of the account.
func (f *Facts) money(id ID) (*Datum, error) {
	if f.Account == nil {
		return nil, &NoValueError{ID: id, Reason: "the project has no ledgers"}
	}
	s, ok := f.Subject(id.Of)
	if !ok {
		return nil, &UnknownError{Name: id.String()}
	}
	if !slices.Contains(period.Window(f.Account.Year), id.Year) {
		return nil, &UnknownError{Name: id.String(), Hint: fmt.Sprintf("%s is not one of the report's years", id.Year)}
	}
	a := f.In(s, id.Year)
	fig := &Datum{ID: id, Unit: "£", Period: id.Year.String(), Title: titleOf(id.Measure, s, id.Year)}
	switch id.Measure {
	case Spend:
		return fig.amount(a.Spend)
	case Plan:
		return fig.amount(a.Plan)
	case Funding:
		if s.line != nil {
			return nil, &UnknownError{Name: id.String(), Hint: `funding is known in total only: write "` + ID{Measure: Funding, Of: Total, Year: id.Year}.String() + `"`}
		}
		return fig.amount(a.Funding)
	case Variance:
		return fig.variance(a)
	}
	return fig.proportion(a)
}

var moneyTitles = map[Measure]string{
	Spend: "amount spent", Plan: "planned spend", Funding: "amount paid to or set aside for the authority",
	Variance: "variance (planned less actual spend)", Proportion: "spend as a proportion of the amount paid or set aside",
}

func titleOf(m Measure, s Subject, y period.Year) string {
	if m == Funding {
		return fmt.Sprintf("%s, %s", moneyTitles[m], y)
	}
	return fmt.Sprintf("%s, %s, %s", moneyTitles[m], s.title(), y)
}

func (fig *Datum) none(format string, args ...any) (*Datum, error) {
	return nil, &NoValueError{ID: fig.ID, Reason: fmt.Sprintf(format, args...)}
}

// amount fills in an amount that was read and added up.
func (fig *Datum) amount(a finance.Amount) (*Datum, error) {
	if !a.Known {
		return fig.none("no input speaks of it")
	}
	fig.Value, fig.Position, fig.Amount = a.Money.String(), a.Position, a
	fig.displays = moneyDisplays(a.Money)
	return fig, nil
}

// moneyDisplays are the ways in which an amount is written.
func moneyDisplays(m finance.Money) []display {
	return []display{{Usual, m.Millions()}, {Thousands, inThousands(m)}, {InMillions, inMillions(m)}, {Rounded, roundedMoney(m)}}
}

// operand is another measure of the same subject and year.
func (id ID) operand(m Measure, of string) ID { return ID{Measure: m, Of: of, Year: id.Year} }

// variance fills in planned less actual spend: positive is an underspend.
func (fig *Datum) variance(a finance.YearAmount) (*Datum, error) {
	v, ok := finance.YearTotals{Year: a.Year, Spend: a.Spend, Plan: a.Plan}.Variance()
	if !ok {
		return fig.none("planned or actual spend is missing")
	}
	fig.Value, fig.Position = v.String(), a.Spend.Position
	fig.Formula = "planned less actual spend"
	fig.Operands = []ID{fig.ID.operand(Plan, fig.ID.Of), fig.ID.operand(Spend, fig.ID.Of)}
	signed := func(shown string) string {
		if v > 0 && strings.Trim(shown, "0.") != "" {
			return "+" + shown
		}
		return shown
	}
	fig.displays = []display{
		{Usual, v.Millions()}, {Thousands, signed(inThousands(v))}, {InMillions, signed(inMillions(v))},
		{Unsigned, strings.TrimPrefix(v.Millions(), number.Minus)}, {Words, VarianceWords(v)},
	}
	return fig, nil
}

// VarianceWords says a variance with its article: "an overspend of £2.8m".
func VarianceWords(v finance.Money) string {
	if v == 0 {
		return "neither an underspend nor an overspend"
	}
	return "an " + v.VarianceName() + " of " + roundedMoney(max(v, -v))
}

// proportion fills in spend as a part of the amount paid to or set aside for
// the authority in that year (regulation 4(1)(b)).
func (fig *Datum) proportion(a finance.YearAmount) (*Datum, error) {
	p, ok := a.Proportion()
	if !ok {
		return fig.none("its spend or the funding is missing")
	}
	fig.Value, fig.Unit, fig.Position = strconv.FormatFloat(p, 'f', -1, 64), "", a.Spend.Position
	fig.Formula = "spend divided by the amount paid to or set aside for the authority"
	fig.Operands = []ID{fig.ID.operand(Spend, fig.ID.Of), fig.ID.operand(Funding, Total)}
	fig.displays = []display{{Usual, number.Percent(a.Spend.Money, a.Funding.Money)}}
	return fig, nil
}

// inThousands is an amount in a column headed £000.
func inThousands(m finance.Money) string {
	return strings.TrimSuffix(strings.Replace(m.Thousands(), "£", "", 1), "k")
}

// inMillions is an amount in a column headed £m.
func inMillions(m finance.Money) string {
	return strings.TrimSuffix(strings.Replace(m.Millions(), "£", "", 1), "m")
}

// roundedMoney is £ million with one decimal, or whole pounds where that would
// be £0.0m.
func roundedMoney(m finance.Money) string {
	if limit := finance.Money(50_000_00); m > -limit && m < limit {
		return m.Pounds()
	}
	return m.Millions()
}

// moneyIDs are the figures of the account, whether they have a value or not.
func (f *Facts) moneyIDs() (ids []ID) {
	for _, s := range f.all() {
		for _, y := range period.Window(f.Account.Year) {
			for _, m := range moneyMeasures {
				if m != Funding || s.line == nil {
					ids = append(ids, ID{Measure: m, Of: s.Key(), Year: y})
				}
			}
		}
	}
	return ids
}

// Query asks the ledgers for a figure of spend, plan or funding; ok is false for
// any other figure.
func (f *Facts) Query(fig *Datum) (q finance.Query, ok bool) {
	switch fig.ID.Measure {
	case Spend, Plan, Funding:
	default:
		return q, false
	}
	s, ok := f.Subject(fig.ID.Of)
	if s.Kind == partnerService {
		return q, false // the ledgers' totals are by service or by partner
	}
	q = finance.Query{Measure: string(fig.ID.Measure), Dimension: s.Kind, Item: s.ID, Year: fig.ID.Year, Amount: fig.Amount}
	switch s.Key() {
	case Total:
		q.Dimension, q.Item = "total", ""
	case otherServices:
		q.Dimension, q.Item = "service", ""
	case otherFunding:
		q.Dimension, q.Item = "funding", ""
	case unallocated:
		q.Dimension, q.Item = finance.UnallocatedDimension, ""
	case unclassified:
		q.Dimension, q.Item = finance.UnclassifiedDimension, ""
	}
	return q, ok
}
