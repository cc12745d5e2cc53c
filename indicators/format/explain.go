package format

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"apr/indicators"
	"apr/internal/jsonprint"
	"apr/internal/period"
)

// The JSON of apr explain for an indicator.
type indicatorExplained struct {
	ID          indicators.ID       `json:"id"`
	Title       string              `json:"title"`
	Unit        string              `json:"unit"`
	Denominator string              `json:"denominator"`
	Polarity    indicators.Polarity `json:"polarity"`
	Basis       indicators.Basis    `json:"basis"`
	Outcomes    []int               `json:"outcomes"`
	Breaks      []period.Year       `json:"breaks"`
	Reported    bool                `json:"reported"`
	Note        string              `json:"note,omitempty"`
}

// better words a polarity.
var better = map[indicators.Polarity]string{
	indicators.HigherIsBetter: "higher is better",
	indicators.LowerIsBetter:  "lower is better",
	indicators.NoDirection:    "neither direction is better",
}

// ExplainJSON prints what an indicator measures for programs.
func ExplainJSON(w io.Writer, i indicators.Indicator) error {
	return jsonprint.Write(w, indicatorExplained{
		i.ID, i.Title, i.Unit, i.Denominator, i.Polarity, i.Basis,
		append([]int{}, i.Outcomes...), append([]period.Year{}, i.Breaks...), i.Reported, i.Note,
	})
}

// ExplainText prints what an indicator measures for people.
func ExplainText(out io.Writer, i indicators.Indicator) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "%s: %s\nUnit: %s, of %s; %s\n", i.ID, i.Title, i.Unit, i.Denominator, better[i.Polarity])
	fmt.Fprintf(w, "Period: %s\n", i.Basis)
	fmt.Fprintf(w, "National outcomes: %s\n", strings.Trim(strings.ReplaceAll(fmt.Sprint(i.Outcomes), " ", ", "), "[]"))
	for _, y := range i.Breaks {
		fmt.Fprintf(w, "Not comparable with the years before %s\n", y)
	}
	if !i.Reported {
		fmt.Fprintln(w, "Never finalised for reporting: no values are published")
	}
	if i.Note != "" {
		fmt.Fprintln(w, i.Note)
	}
	return w.Flush()
}
