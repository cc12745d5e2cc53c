// Package trace says of a figure of the report what it was made from: the ledger
// lines by rule, the workbook's cell with its numerator and denominator, or the
// figures that it is worked out from.
package trace

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/finance"
	"apr/finance/trace"
	"apr/internal/project"
	"apr/internal/project/datum"
	"apr/internal/source"
)

// Trace is one figure with what made it. Of Cell, Amount, Ledger and Operands it
// has what the kind of figure has.
type Trace struct {
	ID    string `json:"id"`
	Title string `json:"title,omitempty"`
	// Value is exact, Shown how reports write it. NoValue says why there is none.
	Value   string   `json:"value,omitempty"`
	Unit    string   `json:"unit,omitempty"`
	Period  string   `json:"period,omitempty"`
	Shown   []string `json:"shown,omitempty"`
	NoValue string   `json:"no_value,omitempty"`
	// Position is where it was read; a figure that is worked out has those of
	// its operands.
	Position *source.Position `json:"position,omitempty"`
	Cell     *Cell            `json:"cell,omitempty"`
	Amount   *Amount          `json:"amount,omitempty"`
	Ledger   *Ledger          `json:"ledger,omitempty"`
	Formula  string           `json:"formula,omitempty"`
	Operands []*Trace         `json:"operands,omitempty"`
	// Areas are the values that a rank or an average is of.
	Areas []Area   `json:"areas,omitempty"`
	Notes []string `json:"notes,omitempty"`
}

// Amount is what a figure of the account was added up from: the amounts of
// Parts, Apportioned and History sum to it.
type Amount struct {
	Lines       int           `json:"lines"`
	Files       []File        `json:"files"`
	Parts       []Part        `json:"parts"`
	Apportioned []Apportioned `json:"apportioned"`
	History     []HistoryRow  `json:"history"`
	Largest     []Line        `json:"largest"`
}

// File is a ledger with the lines of it that were counted. Amount has what is
// apportioned as a whole.
type File struct {
	File    string `json:"file"`
	Partner string `json:"partner"`
	Lines   int    `json:"lines"`
	Amount  string `json:"amount"`
}

// Part is the lines of a ledger that one rule put there.
type Part struct {
	File   string `json:"file"`
	Column string `json:"column"`
	Rule   *Rule  `json:"rule,omitempty"`
	// Because says what decided where no rule did.
	Because string `json:"because,omitempty"`
	Lines   int    `json:"lines"`
	Amount  string `json:"amount"`
}

// Rule is a classification rule of apr.yaml, or a row of a mapping that it names.
type Rule struct {
	// Number counts from 1 in order of apr.yaml; the rows of a mapping share one.
	Number   int             `json:"number"`
	Text     string          `json:"text"`
	Position source.Position `json:"position"`
}

// Apportioned is the part of a whole that a locality's share gives it. The
// amounts of Parts sum to Whole.
type Apportioned struct {
	Name     string          `json:"name"`
	Method   string          `json:"method"`
	Share    string          `json:"share"`
	Whole    string          `json:"whole"`
	Amount   string          `json:"amount"`
	Position source.Position `json:"position"`
	Parts    []Part          `json:"parts"`
}

// HistoryRow is a row of the history table.
type HistoryRow struct {
	What     string          `json:"what"`
	Amount   string          `json:"amount"`
	Position source.Position `json:"position"`
}

// Line is one line of a ledger.
type Line struct {
	Position    source.Position   `json:"position"`
	Amount      string            `json:"amount"`
	Rule        int               `json:"rule,omitempty"`
	Apportioned string            `json:"apportioned,omitempty"`
	Cells       map[string]string `json:"cells"`
	// Text is the cells in order of their columns' names.
	Text string `json:"-"`
}

// Ledger is a ledger's reconciliation.
type Ledger struct {
	File         string `json:"file"`
	Lines        int    `json:"lines"`
	Classified   int    `json:"classified_lines"`
	Unclassified int    `json:"unclassified_lines"`
	Totals       int    `json:"total_lines"`
	Empty        int    `json:"empty_lines"`
	Excluded     int    `json:"excluded_lines"`
	Reported     int    `json:"told_lines"`
	Total        string `json:"total"`
	Control      string `json:"control,omitempty"`
}

// Of traces figures, with so many of the largest ledger lines of each. The
// ledgers are read once for all of them. An id that names no figure is a
// *datum.UnknownError; a figure without a value says why in its trace.
func Of(ctx context.Context, r *project.Project, ids []datum.ID, lines int) ([]*Trace, error) {
	t := &tracer{report: r, facts: r.Facts(), amounts: map[datum.ID]*trace.Trace{}, figures: map[datum.ID]*datum.Datum{}}
	var queries []finance.Query
	var asked []datum.ID
	for _, id := range ids {
		if err := t.collect(id, &asked, &queries); err != nil {
			return nil, err
		}
	}
	traces, err := r.TraceAmounts(ctx, queries, lines)
	if err != nil {
		return nil, fmt.Errorf("reading the ledgers again: %w", err)
	}
	for i, id := range asked {
		t.amounts[id] = traces[i]
	}
	var out []*Trace
	for _, id := range ids {
		out = append(out, t.trace(id))
	}
	return out, nil
}

type tracer struct {
	report  *project.Project
	facts   *datum.Facts
	figures map[datum.ID]*datum.Datum
	amounts map[datum.ID]*trace.Trace
}

// collect resolves a figure and its operands, and asks for those that ledgers
// make.
func (t *tracer) collect(id datum.ID, asked *[]datum.ID, queries *[]finance.Query) error {
	if t.figures[id] != nil {
		return nil
	}
	fig, err := t.facts.Resolve(id)
	if none := (*datum.NoValueError)(nil); errors.As(err, &none) {
		return nil
	}
	if err != nil {
		return err
	}
	t.figures[id] = fig
	if q, ok := t.facts.Query(fig); ok {
		*asked, *queries = append(*asked, id), append(*queries, q)
	}
	for _, o := range fig.Operands {
		if err := t.collect(o, asked, queries); err != nil {
			return err
		}
	}
	return nil
}

// trace is the trace of a figure that was collected.
func (t *tracer) trace(id datum.ID) *Trace {
	fig := t.figures[id]
	if fig == nil {
		return t.none(id)
	}
	out := &Trace{ID: id.String(), Title: fig.Title, Value: fig.Value, Unit: fig.Unit, Period: fig.Period,
		Shown: fig.Displays(), Formula: fig.Formula}
	if len(fig.Operands) == 0 && !fig.Position.IsZero() {
		at := fig.Position
		out.Position = &at
	}
	for _, o := range fig.Operands {
		out.Operands = append(out.Operands, t.trace(o))
	}
	if a := t.amounts[id]; a != nil {
		out.Amount = t.amount(a)
	}
	if id.IsIndicator() {
		t.indicator(out, id)
	}
	if l := t.facts.Ledger(id.Of); l != nil && strings.HasPrefix(string(id.Measure), "ledger-") {
		out.Ledger = &Ledger{File: l.File, Lines: l.Lines, Classified: l.Classified, Unclassified: l.Unclassified,
			Totals: l.Totals, Empty: l.Zero, Excluded: l.Excluded, Reported: l.Reported(), Total: l.Total.String()}
		if l.Control != nil {
			out.Ledger.Control = l.Control.String()
		}
	}
	return out
}

// none is the trace of a figure without a value.
func (t *tracer) none(id datum.ID) *Trace {
	out := &Trace{ID: id.String()}
	_, err := t.facts.Resolve(id)
	if none := (*datum.NoValueError)(nil); errors.As(err, &none) {
		out.NoValue = none.Reason
		if !none.Position.IsZero() {
			out.Position = &none.Position
		}
	}
	if id.IsIndicator() {
		if p := t.point(id, id.Year); p != nil {
			out.Notes = p.Notes
		}
	}
	return out
}

// amount is what the ledgers say of a figure.
func (t *tracer) amount(a *trace.Trace) *Amount {
	out := &Amount{Lines: a.Lines(), Files: files(a), Parts: t.parts(a.Parts), Apportioned: []Apportioned{}, History: []HistoryRow{}, Largest: []Line{}}
	for _, s := range a.Shares {
		out.Apportioned = append(out.Apportioned, t.apportioned(s))
	}
	for _, row := range a.Rows {
		out.History = append(out.History, HistoryRow{row.What, row.Amount.String(), row.Position})
	}
	for _, l := range a.Largest {
		line := Line{Position: l.Position, Amount: l.Amount.String(), Apportioned: l.Apportionment, Cells: map[string]string{}}
		if l.Rule > 0 {
			line.Rule = t.report.Rules()[l.Rule-1].Number
		}
		var texts []string
		for _, c := range l.Cells {
			line.Cells[c.Column] = c.Text
			texts = append(texts, c.Text)
		}
		line.Text = strings.Join(texts, ", ")
		out.Largest = append(out.Largest, line)
	}
	return out
}

// files are the ledgers that made a figure, in order of their first part.
func files(a *trace.Trace) []File {
	all := slices.Clone(a.Parts)
	for _, s := range a.Shares {
		all = append(all, s.Parts...)
	}
	list := []File{}
	sums := map[string]finance.Money{}
	for _, p := range all {
		i := slices.IndexFunc(list, func(f File) bool { return f.File == p.File && f.Partner == p.Partner })
		if i < 0 {
			list = append(list, File{File: p.File, Partner: p.Partner})
			i = len(list) - 1
		}
		list[i].Lines += p.Lines
		sums[p.File+"\x00"+p.Partner] += p.Amount
		list[i].Amount = sums[p.File+"\x00"+p.Partner].String()
	}
	return list
}

func (t *tracer) parts(parts []trace.Part) []Part {
	list := []Part{}
	for _, p := range parts {
		part := Part{File: p.File, Column: p.Column, Because: p.Because, Lines: p.Lines, Amount: p.Amount.String()}
		if p.Rule > 0 {
			r := &t.report.Rules()[p.Rule-1]
			part.Rule = &Rule{r.Number, ruleText(r), r.Position}
		}
		list = append(list, part)
	}
	return list
}

func (t *tracer) apportioned(s trace.SharedPart) Apportioned {
	out := Apportioned{Name: s.Apportionment, Share: s.Share(), Whole: s.Whole.String(), Amount: s.Amount.String(), Parts: t.parts(s.Parts)}
	for _, a := range t.report.Config.Finance.Apportionments {
		if a.Name == s.Apportionment {
			out.Method, out.Position = a.Method, a.Position
		}
	}
	return out
}

// ruleText is a rule as apr.yaml writes it, on one line.
func ruleText(r *finance.Rule) string {
	var when []string
	for _, column := range slices.Sorted(maps.Keys(r.When)) {
		when = append(when, column+": "+r.When[column])
	}
	text := "when {" + strings.Join(when, ", ") + "}:"
	separator := " "
	for _, named := range [][2]string{
		{"matter", string(r.Matter)}, {"care_group", r.CareGroup}, {"locality", r.Locality},
		{"apportion", r.Apportion}, {"funding", string(r.Funding)}, {"service", r.Service},
	} {
		if named[1] != "" {
			text += separator + named[0] + " " + named[1]
			separator = ", "
		}
	}
	return text
}
