package indicators

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"apr/internal/source"
)

// DefaultThreshold is the change in percent beyond which Public Health
// Scotland's own check of a release flags a value, a numerator or a denominator
// against the release before (create_output_comparison.R).
const DefaultThreshold = 5.0

// DiffOptions say what to compare.
type DiffOptions struct {
	// Area is the area as the workbooks name it; all areas when empty.
	Area string
	// Threshold is in percent of the old number: a revision beyond it is flagged.
	Threshold float64
}

// ChangeKind is what happened to a row between two releases.
type ChangeKind string

// Kinds of changes; the names are part of the JSON contract.
const (
	// NewPeriod is a row for a period that the old release has for no area,
	// NewRow one for a period that it has for others.
	NewPeriod ChangeKind = "new-period"
	NewRow    ChangeKind = "new-row"
	// VanishedPeriod and VanishedRow are the same the other way round.
	VanishedPeriod ChangeKind = "vanished-period"
	VanishedRow    ChangeKind = "vanished-row"
	// Revised is a number, or a mark, that is another one now.
	Revised ChangeKind = "revised"
	// NewColumn and VanishedColumn are a kind of number that only one of the
	// releases has at all, such as confidence limits. They are reported once.
	NewColumn      ChangeKind = "new-column"
	VanishedColumn ChangeKind = "vanished-column"
	// ChangedBreak is a sentence about comparability that came, went or reads
	// differently. The breaks themselves can't be read from a workbook: what it
	// says about them in words is all that can change.
	ChangedBreak ChangeKind = "break"
)

// Difference is what changed from one release to another.
type Difference struct {
	Old, New  *Workbook
	Area      string // "" for all
	Threshold float64
	// Changes are in order of indicator, area, period and field; what concerns
	// no single indicator comes first.
	Changes []ReleaseChange
}

// ReleaseChange is one change.
type ReleaseChange struct {
	Kind ChangeKind
	// Indicator, Area and Period are empty where the change isn't of one.
	Indicator ID
	Area      string
	Period    string
	// Field is "value", "numerator", "denominator", "lower", "upper", "estimate"
	// or "comparability".
	Field string
	// Old and New are the numbers, nil where there is none: OldText and NewText
	// are then what is there, a mark or a sentence, or "".
	Old, New         *float64
	OldText, NewText string
	// Percent is New minus Old in percent of Old; nil where that can't be reported.
	Percent *float64
	// Flagged is true for what someone should look at: a value, numerator or
	// denominator revised beyond the threshold or gone, a row that vanished, a
	// sentence about comparability that changed.
	Flagged bool
	// OldPosition and NewPosition are the cells of the rows' values, or of the
	// sentences; where a release has none, its table.
	OldPosition, NewPosition source.Position
}

// Diff compares two releases of the workbook: rows that came and went, numbers
// that were revised, and sentences about comparability that changed. A row that
// is twice in one release counts as the reader keeps it.
func Diff(before, after *Workbook, opts DiffOptions) *Difference {
	d := differ{
		Difference: &Difference{Old: before, New: after, Area: opts.Area, Threshold: opts.Threshold},
		old:        newDiffSide(before, opts.Area),
		new:        newDiffSide(after, opts.Area),
	}
	d.columns()
	keys := slices.SortedFunc(maps.Keys(d.old.rows), compareKeys)
	for key := range d.new.rows {
		if d.old.rows[key] == nil {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, compareKeys)
	for _, key := range keys {
		d.row(key)
	}
	d.breaks()
	slices.SortStableFunc(d.Changes, func(a, b ReleaseChange) int { return a.Indicator.Compare(b.Indicator) })
	return d.Difference
}

func compareKeys(a, b observationKey) int {
	return cmp.Or(a.id.Compare(b.id), cmp.Compare(a.area, b.area), cmp.Compare(a.period, b.period))
}

// diffSide finds the rows of one workbook.
type diffSide struct {
	workbook *Workbook
	rows     map[observationKey]*Observation
	periods  map[indicatorPeriod]bool // of any area
	has      map[string]bool          // fields that any row has
}

func newDiffSide(w *Workbook, area string) *diffSide {
	r := &diffSide{workbook: w, rows: map[observationKey]*Observation{}, periods: map[indicatorPeriod]bool{}, has: map[string]bool{}}
	for i := range w.Observations {
		o := &w.Observations[i]
		p := comparedPeriod(o)
		r.periods[indicatorPeriod{o.Indicator, p}] = true
		for _, f := range diffFields {
			if f.of(o) != nil {
				r.has[f.name] = true
			}
		}
		key := observationKey{o.Indicator, o.Area, p}
		if (area == "" || o.Area == area) && r.rows[key] == nil {
			r.rows[key] = o
		}
	}
	return r
}

// comparedPeriod is the period under which a row is looked for in the other
// release: PHS's workbooks call the social care census of 2023 "2023", its
// dashboards "2023/24".
func comparedPeriod(o *Observation) string {
	if o.Basis == Census {
		return o.Period[:len("2023")]
	}
	return o.Period
}

func (r *diffSide) position() source.Position {
	return source.Position{File: r.workbook.File, Sheet: r.workbook.Sheet}
}

// differ collects the changes.
type differ struct {
	*Difference
	old, new *diffSide
}

// diffFields are the numbers of a row. PHS's check flags the first three.
var diffFields = []struct {
	name    string
	flagged bool
	of      func(*Observation) *float64
}{
	{"value", true, func(o *Observation) *float64 { return o.Value }},
	{"numerator", true, func(o *Observation) *float64 { return o.Numerator }},
	{"denominator", true, func(o *Observation) *float64 { return o.Denominator }},
	{"lower", false, func(o *Observation) *float64 { return o.Lower }},
	{"upper", false, func(o *Observation) *float64 { return o.Upper }},
}

// columns reports numbers that one of the releases doesn't have at all.
func (d *differ) columns() {
	for _, f := range diffFields {
		kind := NewColumn
		switch {
		case d.old.has[f.name] == d.new.has[f.name]:
			continue
		case d.old.has[f.name]:
			kind = VanishedColumn
		}
		d.Changes = append(d.Changes, ReleaseChange{
			Kind: kind, Field: f.name, OldPosition: d.old.position(), NewPosition: d.new.position(),
		})
	}
}

// row compares what the releases have for an indicator, area and period.
func (d *differ) row(key observationKey) {
	before, after := d.old.rows[key], d.new.rows[key]
	when := indicatorPeriod{key.id, key.period}
	c := ReleaseChange{Indicator: key.id, Area: key.area, Period: key.period, Field: "value"}
	switch {
	case before == nil:
		c.Kind = NewRow
		if !d.old.periods[when] {
			c.Kind = NewPeriod
		}
		c.Period, c.New, c.NewText = after.Period, after.Value, after.Mark
		c.OldPosition, c.NewPosition = d.old.position(), after.Position
	case after == nil:
		c.Kind, c.Flagged = VanishedRow, true
		if !d.new.periods[when] {
			c.Kind = VanishedPeriod
		}
		c.Period, c.Old, c.OldText = before.Period, before.Value, before.Mark
		c.OldPosition, c.NewPosition = before.Position, d.new.position()
	default:
		d.revisions(before, after)
		return
	}
	d.Changes = append(d.Changes, c)
}

// revisions compares the numbers of a row that both releases have.
func (d *differ) revisions(before, after *Observation) {
	c := ReleaseChange{
		Kind: Revised, Indicator: after.Indicator, Area: after.Area, Period: after.Period,
		OldPosition: before.Position, NewPosition: after.Position,
	}
	for _, f := range diffFields {
		if !d.old.has[f.name] || !d.new.has[f.name] {
			continue // reported for the table
		}
		c := c
		c.Field, c.Old, c.New = f.name, f.of(before), f.of(after)
		if f.name == "value" {
			c.OldText, c.NewText = before.Mark, after.Mark
		}
		if SameValue(c.Old, c.New) && c.OldText == c.NewText {
			continue
		}
		c.Percent = percentChange(c.Old, c.New)
		c.Flagged = f.flagged && d.exceeds(c.Old, c.New, c.Percent)
		d.Changes = append(d.Changes, c)
	}
	if before.Estimate != after.Estimate {
		c.Field, c.OldText, c.NewText = "estimate", yesOrNo(before.Estimate), yesOrNo(after.Estimate)
		d.Changes = append(d.Changes, c)
	}
}

// percentChange is nil where there are no two numbers, or the old one is 0 or as
// good as that.
func percentChange(before, after *float64) *float64 {
	if before == nil || after == nil || *before == 0 {
		return nil
	}
	percent := (*after - *before) / math.Abs(*before) * 100
	if math.IsInf(percent, 0) {
		return nil
	}
	return &percent
}

// exceeds reports whether a revision is to be flagged: a number that is gone, or
// changed by more than the threshold. No percentage of 0 is small.
func (d *differ) exceeds(before, after, percent *float64) bool {
	switch {
	case before == nil:
		return false // a number where there was none
	case after == nil:
		return true
	case percent == nil:
		return *after != 0
	}
	return math.Abs(*percent) > d.Threshold
}

func yesOrNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// breaks compares, indicator by indicator, what the releases say of
// comparability. Sentences that only one of them has are paired in order.
func (d *differ) breaks() {
	ids := []ID{""} // of no indicator
	for _, entry := range catalogue().list {
		ids = append(ids, entry.ID)
	}
	for _, id := range ids {
		before, after := d.old.about(id), d.new.about(id)
		gone, come := onlyIn(before, after), onlyIn(after, before)
		for n := range max(len(gone), len(come)) {
			c := ReleaseChange{
				Kind: ChangedBreak, Indicator: id, Field: "comparability", Flagged: true,
				OldPosition: d.old.position(), NewPosition: d.new.position(),
			}
			if n < len(gone) {
				c.OldText, c.OldPosition = gone[n].Text, gone[n].Position
			}
			if n < len(come) {
				c.NewText, c.NewPosition = come[n].Text, come[n].Position
			}
			d.Changes = append(d.Changes, c)
		}
	}
}

// about are the sentences about an indicator, or those about none.
func (r *diffSide) about(id ID) []Comparability {
	var list []Comparability
	for _, c := range r.workbook.Comparability {
		if slices.Contains(c.Indicators, id) || id == "" && len(c.Indicators) == 0 {
			list = append(list, c)
		}
	}
	return list
}

// onlyIn are the sentences of a list that another doesn't have.
func onlyIn(list, other []Comparability) []Comparability {
	return slices.DeleteFunc(slices.Clone(list), func(c Comparability) bool {
		return slices.ContainsFunc(other, func(o Comparability) bool { return o.Text == c.Text })
	})
}

// FindArea is the workbook's name for an area or an authority. The error is an
// *source.InputError with the nearest name.
func (w *Workbook) FindArea(name string) (string, error) {
	var problems source.Problems
	area := newIndex(w).resolve(name, &problems)
	return area, problems.Err()
}
