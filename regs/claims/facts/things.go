package facts

import (
	"math/big"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Facts are what the words of a report are held against, in types of this
// package and of package exact alone: Of makes them from a project.
type Facts struct {
	// Year is the reporting year, named by the calendar year in which it begins;
	// First is the oldest of its window.
	Year, First int
	// Authority is the area's short name for messages.
	Authority string
	// Things are whatever a sentence can be about.
	Things []*Thing
	// Areas are the names of places that have values: of the authority itself
	// (""), Scotland, the family, other areas and the localities.
	Areas []AreaName
	// Family are the names of the areas of the benchmarking family.
	Family []string
	// Elsewhere is the value of an indicator for another area of the workbook;
	// Everywhere are those of all authorities for a year, the authority's
	// own among them. Both may be nil.
	Elsewhere  func(thing, area string, year int) (Value, bool)
	Everywhere func(thing string, year int) []Value
	// LocalityTexts are the beginnings of the names of texts that are about one
	// locality.
	LocalityTexts map[string]string
	// Unknown are ids for which the authority has names and that aren't thing's.
	Unknown []Misnamed
	// Vocabulary are further words that change nothing, such as the authority's name.
	Vocabulary []string
	// Plan is the strategic plan; Tallies are how many commitments it made and how many local measures
	// there are, and OfLevels how many local measures each level has that hasn't all. Promising are the texts that speak of commitments where no table counts them.
	Plan      Plan
	Tallies   []*Tally
	OfLevels  []*Tally
	Promising []Promise
	// Graded are care services with their grades.
	Graded []*Graded
	// Recommended are the inspections of the reporting year with how many recommendations each made.
	Recommended []Recommended
	// Signatories sign the foreword for the authority.
	Signatories []Signatory
}

// Signatory is somebody who signs the foreword, with the office that is said of them.
type Signatory struct{ Name, Role string }

// Promise is a text that speaks of commitments, with its name as of Narrative.EachText.
type Promise struct {
	Name string
	yamlpos.Text
}

// Misnamed is an id that nothing has, with the nearest that something does.
type Misnamed struct {
	ID, Hint string
	Position source.Position
}

// AreaName is a place and one of its names.
type AreaName struct{ Area, Name string }

// Areas that every report has; localities are "locality:NAME".
const (
	Own      = ""
	Scotland = "Scotland"
	Family   = "family"
)

// Kind is what a thing is.
type Kind string

const (
	Indicator Kind = "indicator"
	Money     Kind = "money"
	Measure   Kind = "measure"
	Count     Kind = "count"
	People    Kind = "population"
)

// Face is which of a thing's figures is meant.
type Face string

// Faces.
const (
	FaceValue    Face = "value"
	FaceSpend    Face = "spend"
	FacePlan     Face = "plan"
	FaceVariance Face = "variance" // plan less spend
	FaceFunding  Face = "funding"
	FaceShare    Face = "share" // of the amount paid or set aside
	FaceOfSpend  Face = "share of spend"
	FaceTarget   Face = "target"
	FacePerHead  Face = "per head" // of the people who live there
	FaceComplete Face = "complete"
	FaceOpen     Face = "open"
)

// Unit is what a figure is in.
type Unit string

// Units; a rate's is "per 1,000" and so on.
const (
	Percent Unit = "%"
	Points  Unit = "percentage points"
	Pounds  Unit = "£"
	Bare    Unit = ""
)

// Value is one figure of the data.
type Value struct {
	Exact *big.Rat
	// Shown is the figure as the report displays it, as a number; nil where it is
	// shown exactly.
	Shown *big.Rat
	// Low and High are the 95% confidence limits of a survey's figure, or nil.
	Low, High *big.Rat
	Display   string
	// Period is what the figure covers as the data names it, "" where that is the
	// reporting year.
	Period string
	Place  source.Position
}

// figure is a figure of a thing. Most are asked for by nobody, so that each is made when it first is, by
// one or several readers at once.
type figure struct {
	face Face
	area string
	year int
	make func() Value
	made atomic.Pointer[Value]
}

// value is what the figure is.
func (f *figure) value() Value {
	v := f.made.Load()
	if v == nil {
		is := f.make()
		v = &is
		f.made.Store(v)
	}
	return *v
}

// Thing is what a sentence can be about: an indicator, an amount, a local
// measure, something that the report counts.
type Thing struct {
	ID   string
	Kind Kind
	// Title names it in messages; Code is put behind it in brackets.
	Title, Code string
	// Definition says whom and what it counts, in words; "" where nothing says.
	Definition string
	Unit       Unit
	// Better is 1 where more is better, -1 where less is.
	Better int
	// Group is what it is ranked among, such as "matter".
	Group string
	// Survey says that changes within the confidence limits aren't clear.
	Survey bool
	// Whole says that values are shown without decimals.
	Decimals int
	// Breaks are the years from which values can't be compared with earlier ones.
	Breaks []int
	// Names are how people call it; see package language for their form. Vocabulary
	// are words that belong to it and narrow nothing.
	Names      []string
	Vocabulary []string
	// Spoken are looser names, and SpokenWords the words of sentences with them; see loosely.go of package claims.
	Spoken      string
	SpokenWords []string
	values      []figure // few, so that they are looked through one by one
	// dated are the figures of what is counted at the ends of quarters.
	dated []dated
	// later makes both when the first is asked for: a report speaks of few things. It may be nil.
	later func()
	made  sync.Once
	// ownBits has a bit for each of its own words, by its hash, made when the first is asked for; see owns.
	ownBits [8]uint64
	owned   sync.Once
	// bound are the ages and times of its definition, by their kinds; see bounds.
	bound   [len(boundKinds)][]Bound
	bounded sync.Once
}

// Owns reports whether a word is one of the thing's own, which narrow nothing; lent is true of those
// that are of its loose names alone.
func (t *Thing) Owns(word string) (own, lent bool) {
	t.owned.Do(func() {
		for _, words := range [...][]string{t.Vocabulary, t.SpokenWords} {
			for _, w := range words {
				h := HashOf(w)
				t.ownBits[h>>6&7] |= 1 << (h & 63)
			}
		}
	})
	if h := HashOf(word); t.ownBits[h>>6&7]>>(h&63)&1 == 0 {
		return false, false // as nearly all
	}
	if slices.Contains(t.Vocabulary, word) {
		return true, false
	}
	lent = slices.Contains(t.SpokenWords, word)
	return lent, lent
}

// figures are the thing's, but for the dated ones.
func (t *Thing) figures() []figure {
	t.made.Do(func() {
		if t.later != nil {
			t.later()
		}
	})
	return t.values
}

// Figure is one of them.
func (t *Thing) Figure(face Face, area string, year int) (Value, bool) {
	if f := figureAt(t.figures(), face, area, year); f != nil {
		return f.value(), true
	}
	return Value{}, false
}

// OfDays are its dated figures.
func (t *Thing) OfDays() []dated {
	t.figures()
	return t.dated
}

// expect makes room for so many figures.
func (t *Thing) expect(figures int) {
	if t.values == nil {
		t.values = make([]figure, 0, figures)
	}
}

// Set gives the thing a figure in the place of the one that it has.
func (t *Thing) Set(f Face, area string, year int, v Value) {
	t.make(f, area, year, nil).made.Store(&v)
}

// make is set of a figure that is made when it is asked for.
func (t *Thing) make(f Face, area string, year int, make func() Value) *figure {
	is := figureAt(t.values, f, area, year)
	if is == nil {
		t.values = append(t.values, figure{face: f, area: area, year: year})
		is = &t.values[len(t.values)-1]
	}
	is.make = make
	is.made.Store(nil)
	return is
}

// figureAt is the figure of a face, a place and a year, nil where there is none.
func figureAt(all []figure, face Face, area string, year int) *figure {
	for i := range all {
		if f := &all[i]; f.year == year && f.face == face && f.area == area {
			return f
		}
	}
	return nil
}

// At is a figure of the thing.
func (f *Facts) At(t *Thing, face Face, area string, year int) (Value, bool) {
	if v, ok := t.Figure(face, area, year); ok {
		return v, true
	}
	if t.Kind == Indicator && face == FaceValue && area != Own && area != Scotland && f.Elsewhere != nil {
		return f.Elsewhere(t.ID, area, year)
	}
	return Value{}, false
}

// Comparable reports whether there is no break between two years.
func (t *Thing) Comparable(from, to int) bool {
	if from > to {
		from, to = to, from
	}
	for _, b := range t.Breaks {
		if from < b && b <= to {
			return false
		}
	}
	return true
}

// Newest is the newest year with a figure, or 0.
func (f *Facts) Newest(t *Thing, face Face, area string) int {
	for y := f.Year; y >= f.First; y-- {
		if _, ok := f.At(t, face, area, y); ok {
			return y
		}
	}
	return 0
}

// Before is the last year before y with a figure that may be compared, or 0.
func (f *Facts) Before(t *Thing, face Face, area string, y int) int {
	for b := y - 1; b >= f.First; b-- {
		if _, ok := f.At(t, face, area, b); ok && t.Comparable(b, y) {
			return b
		}
	}
	return 0
}

// Called is the thing's name in messages.
func (t *Thing) Called() string {
	if t.Code == "" || strings.EqualFold(t.Code, t.Title) {
		return t.Title
	}
	return t.Title + " (" + t.Code + ")"
}

// Named reports whether a word is in the thing's title or among those that belong to it.
func (t *Thing) Named(word string) bool {
	return strings.Contains(strings.ToLower(t.Title), word) || slices.ContainsFunc(t.Vocabulary, func(v string) bool { return strings.Contains(v, word) })
}

// AtMoment reports whether a thing is measured on a day.
func (t *Thing) AtMoment() bool {
	title := strings.ToLower(t.Title)
	return strings.Contains(title, "end of") || strings.Contains(title, " at 31") || strings.Contains(title, " on 31")
}

// dated is a figure of a day.
type dated struct {
	Area string
	Day  time.Time
	Value
}

// HashOf is the hash of a word, by a few of its letters and its length.
func HashOf[W string | []byte](word W) uint32 {
	n := len(word)
	if n == 0 {
		return 0
	}
	h := uint32(word[0]) | uint32(word[n/2])<<8 | uint32(word[n-1])<<16 | uint32(n)<<24
	h = (h ^ uint32(word[n/4])<<5 ^ uint32(word[n/2+n/4])<<13) * 2654435769
	return h ^ h>>15
}
