package regs

import (
	"fmt"
	"math"
	"slices"

	"apr/indicators"
	"apr/internal/number"
	"apr/internal/project"
	"apr/internal/source"
)

// A denominator, such as a population, is another area's where it is further than
// otherDenominator from those of the authority's other rows, as a factor, and no further than
// sameDenominator from those of the other area's, whose row has the authority's.
const (
	otherDenominator = 1.3
	sameDenominator  = 1.1
	leastRows        = 3 // others that a row is held against
)

// otherRows are rows of the authority that seem to be another area's: they have a numerator
// and a denominator where its other rows of the indicator have none, or the denominator of
// another area, whose row has that of the authority.
func otherRows(r *project.Project) (problems []*source.Problem) {
	if r.Indicators == nil || r.Workbook == nil || r.Indicators.Area == indicators.Scotland {
		return nil
	}
	byIndicator := map[indicators.ID]map[string][]*indicators.Observation{}
	var order []indicators.ID
	for i := range r.Workbook.Observations {
		o := &r.Workbook.Observations[i]
		if o.Value == nil || o.Area == indicators.Scotland {
			continue
		}
		areas := byIndicator[o.Indicator]
		if areas == nil {
			areas = map[string][]*indicators.Observation{}
			byIndicator[o.Indicator], order = areas, append(order, o.Indicator)
		}
		areas[o.Area] = append(areas[o.Area], o)
	}
	for _, id := range order {
		areas := byIndicator[id]
		own := areas[r.Indicators.Area]
		for _, o := range own {
			if p := otherRow(o, own, areas, r.Indicators.Area); p != nil {
				problems = append(problems, p)
			}
		}
	}
	return problems
}

// parted is what the rows of an area but one have: all of them both numerator and denominator,
// or none of them either; and the median of the denominators.
type parted struct {
	all, none bool
	median    float64
}

func partedOf(rows []*indicators.Observation, but *indicators.Observation) (p parted, ok bool) {
	p.all, p.none = true, true
	var denominators []float64
	n := 0
	for _, o := range rows {
		if o == but {
			continue
		}
		n++
		has := o.Numerator != nil && o.Denominator != nil
		p.all, p.none = p.all && has, p.none && !has
		if has {
			denominators = append(denominators, *o.Denominator)
		}
	}
	if p.all && n > 0 {
		slices.Sort(denominators)
		p.median = denominators[n/2]
		p.all = steady(denominators[0], p.median, otherDenominator) && steady(denominators[n-1], p.median, otherDenominator)
	}
	return p, n >= leastRows && (p.all || p.none)
}

// steady reports whether two numbers are no further apart than by a factor.
func steady(a, b, factor float64) bool {
	return a > 0 && b > 0 && math.Max(a, b) <= factor*math.Min(a, b)
}

// fits reports whether a row has what the other rows of an area have.
func (p parted) fits(o *indicators.Observation) bool {
	has := o.Numerator != nil && o.Denominator != nil
	return has == p.all && (!has || steady(*o.Denominator, p.median, sameDenominator))
}

// strange reports whether a row has what the other rows of an area haven't.
func (p parted) strange(o *indicators.Observation) bool {
	has := o.Numerator != nil && o.Denominator != nil
	return has != p.all || has && !steady(*o.Denominator, p.median, otherDenominator)
}

func otherRow(o *indicators.Observation, own []*indicators.Observation, areas map[string][]*indicators.Observation, area string) *source.Problem {
	mine, ok := partedOf(own, o)
	if !ok || !mine.strange(o) {
		return nil
	}
	var with *indicators.Observation
	best := math.Inf(1)
	for name, rows := range areas {
		i := slices.IndexFunc(rows, func(q *indicators.Observation) bool { return q.Period == o.Period })
		if name == area || i < 0 {
			continue
		}
		theirs, ok := partedOf(rows, rows[i])
		if !ok || !theirs.fits(o) || !theirs.strange(rows[i]) || !mine.fits(rows[i]) {
			continue
		}
		off := math.Abs(*o.Value - meanOf(rows, rows[i]))
		if off < best || off == best && name < with.Area {
			best, with = off, rows[i]
		}
	}
	said := "a numerator and a denominator, which its other rows haven't"
	switch {
	case mine.all && o.Denominator == nil:
		said = "no numerator and denominator, which its other rows have"
	case mine.all:
		said = fmt.Sprintf("the denominator %s, and its other rows about %s", number.Format(*o.Denominator, 0), number.Format(mine.median, 0))
	}
	p := &source.Problem{Code: codeOtherRow, Position: o.Position, Likely: true, Hint: "compare both rows with Public Health Scotland's release"}
	switch {
	case with != nil:
		p.Message = fmt.Sprintf("the rows of %s in %s of %s and %s seem to be exchanged: that of %s has %s", o.Indicator, o.Period, area, with.Area, area, said)
		p.Related = []source.Related{{Position: with.Position, Message: with.Area}}
	case mine.none:
		p.Message = fmt.Sprintf("the row of %s in %s of %s has %s: it seems to be another area's", o.Indicator, o.Period, area, said)
	default:
		return nil
	}
	return p
}

// meanOf is the mean value of rows but one.
func meanOf(rows []*indicators.Observation, but *indicators.Observation) float64 {
	sum := 0.0
	for _, o := range rows {
		if o != but {
			sum += *o.Value
		}
	}
	return sum / float64(len(rows)-1)
}
