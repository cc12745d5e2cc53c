package facts

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"apr/internal/source"
	"apr/internal/wording"
	"apr/regs/claims/exact"
)

// ByID are the things by their names for apr, such as "NI12" and "locality:Glenside".
func (f *Facts) ByID() map[string]*Thing {
	things := make(map[string]*Thing, len(f.Things))
	for _, t := range f.Things {
		things[t.ID] = t
	}
	return things
}

// Total is what was spent in all, nil where there is no account.
func (f *Facts) Total() *Thing {
	if i := slices.IndexFunc(f.Things, func(t *Thing) bool { return t.ID == "total" }); i >= 0 {
		return f.Things[i]
	}
	return nil
}

// Amount is a thing that adds others up.
func (f *Facts) Amount(list []*Thing) *Thing {
	if len(list) == 1 {
		return list[0]
	}
	sum := &Thing{ID: "sum", Kind: Money, Unit: Pounds, Better: -1, Group: list[0].Group}
	var names []string
	for _, t := range list {
		names = append(names, t.Title)
	}
	sum.Title = wording.List(names)
	for y := f.First; y <= f.Year; y++ {
		for _, face := range []Face{FaceSpend, FacePlan, FaceVariance, FaceShare} {
			total, all := new(big.Rat), true
			for _, t := range list {
				v, ok := f.At(t, face, Own, y)
				if all = all && ok; ok {
					total.Add(total, v.Exact)
				}
			}
			if all {
				sum.Set(face, Own, y, Value{Exact: total, Display: DisplayOf(total, face), Place: f.placeOf(list[0], face, y)})
			}
		}
	}
	return sum
}

func (f *Facts) placeOf(t *Thing, face Face, y int) (at source.Position) {
	v, _ := f.At(t, face, Own, y)
	return v.Place
}

// DisplayOf is an amount or a share that is reckoned of several figures, as texts have it: in millions, or in thousands where it
// is less than one. It is none of the account's, which displayOfMoney shows in pounds where they are small.
func DisplayOf(v *big.Rat, face Face) string {
	if face == FaceShare {
		return v.FloatString(1) + "%"
	}
	size := new(big.Rat).Abs(v)
	s := "£" + new(big.Rat).Quo(size, exact.Rat(1_000_000, 1)).FloatString(1) + "m"
	if thousands := new(big.Rat).Quo(size, exact.Rat(1000, 1)); thousands.Cmp(exact.Rat(1, 2)) > 0 && thousands.Cmp(exact.Rat(1999, 2)) < 0 {
		s = "£" + thousands.FloatString(0) + ",000"
	}
	if face == FaceVariance {
		name := "an underspend of "
		if v.Sign() < 0 {
			name = "an overspend of "
		}
		return name + s
	}
	return s
}

// PlacesIn are two places' figures of a year.
func (f *Facts) PlacesIn(t *Thing, face Face, a, b string, year int) (va, vb Value, ok bool) {
	va, okA := f.At(t, face, a, year)
	vb, okB := f.At(t, face, b, year)
	return va, vb, okA && okB
}

// Another is another thing of the group that has the figure, or nil.
func (f *Facts) Another(t *Thing, face Face, q *Quantity) *Thing {
	for _, o := range f.Things {
		if o == t || t.Group == "" || o.Group != t.Group {
			continue // before its figures are made
		}
		if v, ok := f.At(o, face, Own, f.Year); ok && Fits(q.In(), v) {
			return o
		}
	}
	return nil
}

// Localities are those that the data have, as things of which there is the spending.
func (f *Facts) Localities() (list []*Thing) {
	for _, t := range f.Things {
		if t.Group == "locality" {
			list = append(list, t)
		}
	}
	return list
}

// PeopleSomewhere reports whether a figure is the population of one of the places.
func (f *Facts) PeopleSomewhere(t *Thing, q *Quantity) bool {
	all := t.figures()
	for i := range all {
		if o := &all[i]; o.face == FaceValue && o.year == f.Year && Fits(q.In(), o.value()) {
			return true
		}
	}
	return false
}

// LocalityOf is the locality that a text of regulation 6 is about.
func (f *Facts) LocalityOf(name string) string {
	for prefix, locality := range f.LocalityTexts {
		if strings.HasPrefix(name, prefix) {
			return locality
		}
	}
	return ""
}

// Narrow reports whether a figure is given to a hundredth of itself or better, so that it hardly is right of another thing
// by chance.
func (q *Quantity) Narrow() bool {
	return new(big.Rat).Mul(q.Digit(), exact.Rat(100, 1)).Cmp(new(big.Rat).Abs(q.Value)) < 0
}

// Near reports whether a figure is between two fractions of one that the thing had in a year of the window.
func (f *Facts) Near(t *Thing, face Face, area string, q *Quantity, low, high *big.Rat) bool {
	if q.Value == nil {
		return false
	}
	for y := f.First; y <= f.Year; y++ {
		if v, ok := f.At(t, face, area, y); ok && v.Exact.Sign() != 0 {
			of := exact.Abs(v.Exact)
			if exact.Compare(q.Value, exact.Mul(of, low)) >= 0 && exact.Compare(q.Value, exact.Mul(of, high)) <= 0 {
				return true
			}
		}
	}
	return false
}

// OfLocality reports whether a figure is a locality's for a local measure: a finished
// report's text doesn't say which locality the section is about.
func (f *Facts) OfLocality(t *Thing, q *Quantity) bool {
	return slices.ContainsFunc(f.Things, func(o *Thing) bool {
		if o.Group != "locality" {
			return false
		}
		v, ok := f.At(t, FaceValue, o.ID, f.Year)
		return ok && Fits(q.In(), v)
	})
}

// AllVaried is the sum of those of a group of amounts that went over, or under, in a year.
func (f *Facts) AllVaried(group string, sign, year int) *big.Rat {
	sum := new(big.Rat)
	for _, t := range f.Things {
		if t.Group != group || t.Kind != Money {
			continue
		}
		if v, ok := f.At(t, FaceVariance, Own, year); ok && v.Exact.Sign() == sign {
			sum.Add(sum, v.Exact)
		}
	}
	return sum
}

// IsLocality reports whether an area is a locality.
func IsLocality(area string) bool { return strings.HasPrefix(area, "locality:") }

// IndicatorID is the name for apr of a national indicator that a reference names: "ni 12", "12".
func IndicatorID(s string) string {
	s = strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	if _, err := strconv.Atoi(s); err == nil {
		s = "NI" + s
	}
	return s
}

// MoneyNamed is the amount among things, by their names for apr, that a reference names; nil for none.
func MoneyNamed(things map[string]*Thing, name string) *Thing {
	if kind, rest, found := strings.Cut(name, ":"); found {
		if t := things[kind+":"+strings.TrimSpace(rest)]; t != nil {
			return t
		}
	}
	for _, kind := range []string{"", "matter:", "care group:", "locality:", "partner:", "funding:", "service:"} {
		if t := things[kind+name]; t != nil && t.Kind == Money {
			return t
		}
	}
	return nil
}
