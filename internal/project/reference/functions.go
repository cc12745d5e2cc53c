package reference

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"apr/internal/document"
	"apr/internal/source"
	"apr/internal/wording"
)

// Function is what a reference may call. The table that Functions returns is
// the documentation as well as the implementation.
type Function struct {
	Name string
	// Arguments are named in order; those from Required on may be left out.
	Arguments []string
	Required  int
	// Named are the arguments that are given by name, such as area="Falkirk".
	Named []string
	// Meaning says what is in the text in the reference's place.
	Meaning string
	Example string
	// Result is what the example gives, in an invented report for 2025/26.
	Result string

	eval func(*evaluation) (document.Datum, *source.Problem)
}

// Functions are the functions that references may call. Years are written as
// 2025/26 and are the reporting year where they are left out; amounts are
// rounded once, to £ million with one decimal, or to whole pounds below
// £50,000.
//
// NAME is "total", a matter such as "4(2)(c)", a funding ("delegated",
// "set-aside", "hosted"), a partner, a care group, a locality or a service. A
// name that is two of these is told apart by a prefix: "service: Older people",
// "care group: Older people".
func Functions() []Function { return slices.Clone(functions()) }

var functions = sync.OnceValue(func() []Function {
	indicator, name := "INDICATOR", "NAME"
	year := "YEAR"
	return []Function{
		{Name: "value", Arguments: []string{indicator, year}, Required: 1,
			Named:   []string{"area"},
			Meaning: `the area's value of the indicator, or another area's of the workbook: {{ value "NI12" "2024/25" area="Falkirk" }}`,
			Example: `{{ value "NI12" }}`, Result: "11,152", eval: (*evaluation).value},
		{Name: "scotland", Arguments: []string{indicator, year}, Required: 1,
			Meaning: "Scotland's value of the indicator for the same period",
			Example: `{{ scotland "NI12" }}`, Result: "11,757", eval: (*evaluation).scotland},
		{Name: "change", Arguments: []string{indicator, "FROM", year}, Required: 2,
			Meaning: "the change since the year FROM in words: in percent, or in percentage points where the indicator is a percentage; years across a break are refused; of the place that area names, as value and measure take it; also of a local measure",
			Named:   []string{"area"},
			Example: `{{ change "NI12" "2022/23" }}`, Result: "down 6.3%", eval: (*evaluation).change},
		{Name: "rank", Arguments: []string{indicator, year}, Required: 1,
			Meaning: "the place of the value among the authorities, 1st the best; of the newest one where the year is left out",
			Example: `{{ rank "NI12" }}`, Result: "12th of 31", eval: (*evaluation).rank},
		{Name: "count", Arguments: []string{"WHAT", "OF"}, Required: 1,
			Meaning: `how many core indicators, or local measures where OF is "measures", improved, held, got worse ("worse") or "improved or held" since the value before, of those that can be compared; a survey's values within the confidence limits held. "top half" counts ranks`,
			Example: `{{ count "improved or held" }}`, Result: "2 of 3", eval: (*evaluation).count},
		{Name: "spend", Arguments: []string{name, year}, Required: 1,
			Meaning: "the amount spent",
			Example: `{{ spend "4(2)(c)" "2021/22" }}`, Result: "£26.1m", eval: (*evaluation).spend},
		{Name: "plan", Arguments: []string{name, year}, Required: 1,
			Meaning: "the spend that was planned in the annual financial statement",
			Example: `{{ plan "total" }}`, Result: "£247.6m", eval: (*evaluation).plan},
		{Name: "funding", Arguments: []string{`"total"`, year}, Required: 1,
			Meaning: "the amount paid to or set aside for the authority",
			Example: `{{ funding "total" }}`, Result: "£247.6m", eval: (*evaluation).funding},
		{Name: "variance", Arguments: []string{name, year}, Required: 1,
			Meaning: `the difference between planned and actual spend in words, with its article: "an overspend of" or "an underspend of" and the amount, or "neither an underspend nor an overspend"`,
			Example: `{{ variance "total" }}`, Result: "an overspend of £2.8m", eval: (*evaluation).variance},
		{Name: "proportion", Arguments: []string{name, year}, Required: 1,
			Meaning: "the amount spent as a percentage of the total amount paid to or set aside for the authority in that year (regulation 4(1)(b))",
			Example: `{{ proportion "4(2)(c)" }}`, Result: "12.0%", eval: (*evaluation).proportion},
		{Name: "locality", Arguments: []string{"LOCALITY", year}, Required: 1,
			Meaning: "the amount spent in the locality",
			Example: `{{ locality "Glenside" }}`, Result: "£79.3m", eval: (*evaluation).locality},
		{Name: "measure", Arguments: []string{"MEASURE", "LOCALITY", year}, Required: 1,
			Named:   []string{"area"},
			Meaning: `the newest value of a local measure in the reporting year, or that of another year: {{ measure "CM01" "2021/22" }}; of the whole area, of a locality, or of what the area is compared with: area="Scotland"; a percentage has its sign`,
			Example: `{{ measure "CM01" }}`, Result: "71", eval: (*evaluation).measure},
		{Name: "target", Arguments: []string{"MEASURE", year}, Required: 1,
			Meaning: `the target of a local measure for the year; also for a year to come that its table has a target for: {{ target "CM01" "2026/27" }}`,
			Example: `{{ target "CM01" }}`, Result: "80", eval: (*evaluation).measureTarget},
		{Name: "about", Arguments: []string{"FIGURE"}, Required: 1,
			Meaning: `a figure as people say it, for Easy Read: an indicator's or local measure's newest value, the spend on a NAME, or any id of 'apr trace'; shares are so many in ten, amounts in millions`,
			Example: `{{ about "NI12" }}`, Result: "about 11,000", eval: (*evaluation).about},
		{Name: "year", Meaning: "the reporting year",
			Example: `{{ year }}`, Result: "2025/26", eval: (*evaluation).year},
		{Name: "authority", Meaning: "the authority's name",
			Example: `{{ authority }}`, Result: "Carrickmoor Integration Joint Board", eval: (*evaluation).authority},
	}
})

// Usage is how the function is called, arguments that may be left out in
// brackets.
func (f Function) Usage() string {
	s := "{{ " + f.Name
	for i, a := range f.Arguments {
		if i >= f.Required {
			a = "[" + a + "]"
		}
		s += " " + a
	}
	for _, name := range f.Named {
		s += fmt.Sprintf(" [%s=%s]", name, strings.ToUpper(name))
	}
	return s + " }}"
}

// callable is all that a reference can call.
var callable = sync.OnceValue(func() []Function { return slices.Concat(functions(), places()) })

// functionNames is a hint that lists the functions, or the nearest one.
func functionNames(name string) string {
	var names []string
	for _, f := range callable() {
		names = append(names, f.Name)
	}
	if name == "" {
		return "expected one of: " + strings.Join(names, ", ")
	}
	return source.DidYouMean(name, names)
}

// Evaluate gives what is in a text in a reference's place. With a problem
// of the code NoValue the datum still has a display, which says in brackets
// that there is no value; with any other problem it is empty.
func Evaluate(ref Reference, data Data) (document.Datum, *source.Problem) {
	for _, f := range callable() {
		if f.Name != ref.Name {
			continue
		}
		ref, named, problem := f.split(ref)
		if problem != nil {
			return document.Datum{}, problem
		}
		if n := len(ref.Args); n < f.Required || n > len(f.Arguments) {
			given := "no argument"
			if n > 0 {
				given = wording.Count(n, "argument")
			}
			return document.Datum{}, &source.Problem{
				Code: "malformed-reference", Position: ref.Position,
				Message: fmt.Sprintf("%s is given %s; expected %s", f.Name, given, f.Usage()),
				Hint:    "for example " + f.Example,
			}
		}
		return f.eval(&evaluation{data: data, facts: data.Facts(), ref: ref, named: named})
	}
	return document.Datum{}, &source.Problem{
		Code: "unknown-reference", Position: ref.NamePosition,
		Message: fmt.Sprintf("unknown function %q", ref.Name), Hint: functionNames(ref.Name),
	}
}

// split takes the arguments that are given by name from those that are told by their
// place.
func (f Function) split(ref Reference) (Reference, map[string]Argument, *source.Problem) {
	named := map[string]Argument{}
	var placed []Argument
	for _, a := range ref.Args {
		_, twice := named[a.Name]
		switch {
		case a.Name == "":
			placed = append(placed, a)
		case twice || !slices.Contains(f.Named, a.Name):
			hint := source.DidYouMean(a.Name, f.Named)
			if twice {
				hint = "take one of them out"
			}
			return ref, nil, &source.Problem{Code: "malformed-reference", Position: a.Position,
				Message: fmt.Sprintf("%s takes no argument %s=%q here; expected %s", f.Name, a.Name, a.Value, f.Usage()), Hint: hint}
		default:
			named[a.Name] = a
		}
	}
	ref.Args = placed
	return ref, named, nil
}
