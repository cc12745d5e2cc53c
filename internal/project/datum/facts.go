package datum

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"apr/finance"
	"apr/indicators"
	"apr/internal/document"
	"apr/internal/period"
	"apr/internal/source"
)

// Facts are what figures are made of. Each of its parts may be absent. They
// remember what they have looked up, and are safe for concurrent use.
type Facts struct {
	Year     period.Year
	Workbook *indicators.Workbook
	Table    *indicators.Table
	Account  *finance.Account
	// Settings are the figures that apr.yaml itself says.
	Settings []Setting

	nationalOnce sync.Once
	national     map[nationalKey]source.Position

	subjectsOnce sync.Once
	subjects     []Subject
	byKey        map[string]int // of subjects

	resolved sync.Map // by ID
}

// Setting is a figure that is in apr.yaml.
type Setting struct {
	ID      ID
	Title   string
	Value   string
	Display string
	// Words are the display within a sentence, where it isn't as in a table: there the
	// column or the row says what it is in.
	Words string
	// Unit is that of Value; "" for a count or a word.
	Unit     string
	Position source.Position
	// Money is the amount of a figure of money, nil of any other.
	Money *finance.Money
	// Formula and Operands are as of Datum.
	Formula  string
	Operands []ID
}

// Datum is one figure of the report.
type Datum struct {
	ID ID
	// Title says what it is, in words.
	Title string
	// Value is exact: pounds with two decimals, or a number in full.
	Value string
	// Unit is that of Value: "£", "%", "per 100,000 population 18+", "points",
	// or "" for a count or a word.
	Unit string
	// Period is what the figure covers, where it covers one.
	Period string
	// Position is the cell or the line that it was read from; of a figure that
	// is worked out, that of its first operand.
	Position source.Position
	// Formula says in words how it is worked out from Operands; both are empty
	// for a figure that is read.
	Formula  string
	Operands []ID
	// Amount is what was added up, for spend, plan and funding.
	Amount finance.Amount

	displays []display
}

// display is one way in which a report writes the figure.
type display struct {
	form Form
	text string
}

// Form is a way to write a figure.
type Form int

// Forms. Usual is what each figure has.
const (
	Usual       Form = iota
	Thousands        // of a column headed £000
	InMillions       // of a column headed £m
	Unsigned         // a variance next to the word overspend
	Words            // within a sentence
	Judged           // a change with better or worse
	JudgedShort      // the same without since when, which a column's head says
	Place            // a rank without of how many, which a column's head says
	Rounded          // £ million, or whole pounds below £50,000
)

// Display is the figure as it is written in a form, rounded once; where it has
// no such form, as usual.
func (f *Datum) Display(form Form) string {
	for _, d := range f.displays {
		if d.form == form {
			return d.text
		}
	}
	return f.displays[0].text
}

// Displays are all ways in which a report may write the figure.
func (f *Datum) Displays() []string {
	var all []string
	for _, d := range f.displays {
		if !slices.Contains(all, d.text) {
			all = append(all, d.text)
		}
	}
	return all
}

// Write is the figure as a piece of text.
func (f *Datum) Write(form Form) *document.Datum {
	return &document.Datum{Display: f.Display(form), Value: f.Value, ID: f.ID.String(), Position: f.Position}
}

// UnknownError says that nothing is called so, or several things are.
type UnknownError struct {
	Name      string
	Hint      string
	Ambiguous bool
}

func (e *UnknownError) Error() string {
	message := "no figure is called %q"
	if e.Ambiguous {
		message = "%q names more than one thing"
	}
	return withHint(fmt.Sprintf(message, e.Name), e.Hint)
}

// NoValueError says that a figure is known and has no value, and why.
type NoValueError struct {
	ID     ID
	Reason string
	// Position is the cell without a value, where there is one.
	Position source.Position
}

func (e *NoValueError) Error() string { return fmt.Sprintf("%s has no value: %s", e.ID, e.Reason) }

func withHint(message, hint string) string {
	if hint == "" {
		return message
	}
	return message + "; " + hint
}

// Resolve is the figure of an id. The error is an *UnknownError or a
// *NoValueError.
func (f *Facts) Resolve(id ID) (*Datum, error) {
	r := f.once(id)
	if r.datum == nil {
		return nil, r.err
	}
	d := *r.datum // whose caller may change it
	return &d, r.err
}

// once resolves an id, or gives what became of it before.
func (f *Facts) once(id ID) resolved {
	known, ok := f.resolved.Load(id)
	if !ok {
		var r resolved
		r.datum, r.err = f.resolve(id)
		known, _ = f.resolved.LoadOrStore(id, r)
	}
	return known.(resolved)
}

// resolved is what became of an id. A report asks for most of its data several times.
type resolved struct {
	datum *Datum
	err   error
}

func (f *Facts) resolve(id ID) (*Datum, error) {
	switch {
	case id.IsIndicator():
		return f.indicator(id)
	case slices.Contains(moneyMeasures, id.Measure):
		return f.money(id)
	case slices.Contains(ledgerMeasures, id.Measure):
		return f.ledger(id)
	}
	if id.Measure == MeasureChange {
		return f.measureChange(id)
	}
	if s := f.setting(id); s != nil {
		fig := &Datum{ID: id, Title: s.Title, Value: s.Value, Position: s.Position, Formula: s.Formula, Operands: s.Operands,
			displays: []display{{Usual, s.Display}}}
		if s.Words != "" {
			fig.displays = append(fig.displays, display{Words, s.Words})
		}
		if s.Money != nil {
			fig.Unit, fig.displays = "£", moneyDisplays(*s.Money)
		}
		return fig, nil
	}
	return nil, &UnknownError{Name: id.String()}
}

// setting is the figure of an id that is read, or nil.
func (f *Facts) setting(id ID) *Setting {
	for i := range f.Settings {
		if f.Settings[i].ID == id {
			return &f.Settings[i]
		}
	}
	return nil
}

// unknown says what there is nearest to a name.
func (f *Facts) unknown(name string) error {
	return &UnknownError{Name: name, Hint: source.DidYouMean(name, f.names())}
}

// names are all that may be asked for: figures and what they are of.
func (f *Facts) names() []string {
	var names []string
	for _, s := range f.all() {
		names = append(names, s.ID)
	}
	if f.Table != nil {
		for _, s := range f.Table.Series {
			names = append(names, string(s.Indicator.ID))
		}
	}
	for _, id := range f.All() {
		names = append(names, id.String())
	}
	return names
}

// All are the ids of all figures that have a value: indicators by number and
// year, then money by what it is of, ledgers, and apr.yaml's own.
func (f *Facts) All() []ID { return f.Select(func(ID) bool { return true }) }

// Select are those of All that are wanted.
func (f *Facts) Select(wanted func(ID) bool) []ID {
	ids := slices.Concat(f.indicatorIDs(), f.moneyIDs(), f.ledgerIDs())
	for _, s := range f.Settings {
		ids = append(ids, s.ID)
	}
	return slices.DeleteFunc(ids, func(id ID) bool {
		return !wanted(id) || f.once(id).err != nil
	})
}

// Find is the figure that somebody asks for: an id, or what a figure is of. An
// indicator or a local measure alone is its newest value; a matter, a locality or whatever else
// money is counted for is what was spent on it in the reporting year, or in the
// year that follows an @.
func (f *Facts) Find(name string) (ID, error) {
	name = strings.TrimSpace(name)
	if id, err := parse(name); err == nil {
		id.Of = f.spelling(id)
		_, err := f.Resolve(id)
		if unknown := (*UnknownError)(nil); !errors.As(err, &unknown) {
			return id, nil
		}
	}
	what, year := name, period.Year(0)
	if at := strings.LastIndexByte(name, '@'); at >= 0 {
		if y, err := period.Parse(name[at+1:]); err == nil {
			what, year = name[:at], y
		}
	}
	if i, ok := indicators.ByID(indicators.ID(strings.ToUpper(strings.ReplaceAll(what, " ", "")))); ok {
		return f.newest(i.ID), nil
	}
	if id, ok := f.newestOfMeasure(what, year); ok {
		return id, nil
	}
	return f.findSubject(name, what, year)
}

// spelling is how the figures themselves write what an id is of.
func (f *Facts) spelling(id ID) string {
	if id.IsIndicator() {
		return strings.ToUpper(id.Of)
	}
	if !slices.Contains(moneyMeasures, id.Measure) {
		return id.Of
	}
	for _, s := range f.all() {
		if strings.EqualFold(s.Key(), id.Of) || strings.EqualFold(s.ID, id.Of) {
			return s.Key()
		}
	}
	return id.Of
}

// newest is the id of an indicator's newest value, or of its reporting year's
// where it has none.
func (f *Facts) newest(of indicators.ID) ID {
	id := ID{Measure: Value, Of: string(of), Year: f.Year}
	if f.Table != nil {
		if s := f.Table.ByID(of); s != nil && s.Newest() != nil {
			id.Year = s.Newest().Year
		}
	}
	return id
}

// newestOfMeasure is the id of a local measure's newest value, of a year or, where that
// is 0, of all, for the whole area or, after an @, for a locality.
func (f *Facts) newestOfMeasure(what string, year period.Year) (newest ID, ok bool) {
	what = strings.TrimPrefix(what, string(LocalMeasure)+":")
	var last period.Span
	for _, s := range f.Settings {
		at := strings.LastIndexByte(s.ID.Of, '@')
		if s.ID.Measure != LocalMeasure || at < 0 || !strings.EqualFold(s.ID.Of[:at], what) {
			continue
		}
		span, err := period.ParseSpan(s.ID.Of[at+1:])
		if err == nil && (year == 0 || span.Year() == year) && (!ok || span.Compare(last) > 0) {
			newest, last, ok = s.ID, span, true
		}
	}
	return newest, ok
}

// findSubject finds what money is counted for, by its key or by its name alone
// where that is one thing's.
func (f *Facts) findSubject(name, what string, year period.Year) (ID, error) {
	var found []Subject
	for _, s := range f.all() {
		if strings.EqualFold(s.Key(), what) {
			found = []Subject{s}
			break
		}
		if strings.EqualFold(s.ID, what) {
			found = append(found, s)
		}
	}
	switch len(found) {
	case 0:
		return ID{}, f.unknown(name)
	case 1:
		return ID{Measure: Spend, Of: found[0].Key(), Year: cmp.Or(year, f.Year)}, nil
	}
	var keys []string
	for _, s := range found {
		keys = append(keys, fmt.Sprintf("%q", s.Key()))
	}
	return ID{}, &UnknownError{Name: name, Hint: "write " + strings.Join(keys, " or "), Ambiguous: true}
}
