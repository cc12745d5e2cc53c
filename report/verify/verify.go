package verify

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/internal/document"
	"apr/internal/project/datum"
	"apr/internal/source"
	"apr/internal/wording"
)

// Kind is what is wrong.
type Kind string

// Kinds of finding. Their names are part of the JSON contract.
const (
	// Edited: a figure doesn't read as its own value does.
	Edited Kind = "edited"
	// Differs: the inputs give another value than the page has.
	Differs Kind = "differs"
	// Moved: the value is the same and is elsewhere in the inputs.
	Moved Kind = "moved"
	// Unknown: nothing is called as the figure is.
	Unknown Kind = "unknown"
	// Missing: the inputs make a report with the figure, and the page lacks it.
	Missing Kind = "missing"
	// Unexpected: the page has it more often than the report that the inputs make.
	Unexpected Kind = "unexpected"
	// InputChanged, InputMissing and InputAdded are of the manifest's inputs.
	InputChanged Kind = "input-changed"
	InputMissing Kind = "input-missing"
	InputAdded   Kind = "input-added"
	// OutputChanged: the page isn't, byte for byte, the one that was built.
	OutputChanged Kind = "output-changed"
	// NoManifest: nothing says which inputs the page was made from.
	NoManifest Kind = "no-manifest"
	// Untagged: something is drawn on the pages of a PDF that isn't in its tags.
	Untagged Kind = "untagged"
	// Contradicted: a sentence says what the inputs don't bear out.
	Contradicted Kind = "contradicted"
)

// Finding is one thing that isn't as the inputs have it.
type Finding struct {
	Kind Kind `json:"kind"`
	// Figure is the id, where the finding is of one.
	Figure   string          `json:"figure,omitempty"`
	Message  string          `json:"message"`
	Position source.Position `json:"position"`
	// Source is where the inputs have the figure.
	Source *source.Position `json:"source,omitempty"`
}

// compareFigures holds the figures and facts of a page against what the inputs give:
// facts resolve ids, and doc is the report that the inputs make. Findings are in
// order of the page, what is missing last.
func compareFigures(page *page, facts *datum.Facts, doc *document.Document) []Finding {
	c := &comparison{page: page, facts: facts, known: map[string]*datum.Datum{}, findings: slices.Clone(page.findings)}
	for i := range page.Figures {
		c.shown(&page.Figures[i])
	}
	for i := range page.Facts {
		c.fact(&page.Facts[i])
	}
	c.count(doc)
	slices.SortStableFunc(c.findings, func(a, b Finding) int { return cmp.Or(a.Position.Compare(b.Position), cmp.Compare(a.Kind, b.Kind)) })
	return append(c.findings, c.missing...)
}

type comparison struct {
	page     *page
	facts    *datum.Facts
	known    map[string]*datum.Datum
	findings []Finding
	missing  []Finding
}

func (c *comparison) add(k Kind, id string, at source.Position, from *datum.Datum, format string, args ...any) {
	f := Finding{Kind: k, Figure: id, Message: fmt.Sprintf(format, args...), Position: at}
	if from != nil && !from.Position.IsZero() {
		position := from.Position
		f.Source = &position
	}
	c.findings = append(c.findings, f)
}

// resolve is the figure of an id, or nil after telling why there is none.
func (c *comparison) resolve(written, shown string, at source.Position) *datum.Datum {
	if f := c.known[written]; f != nil {
		return f
	}
	id, err := datum.Parse(written)
	if err != nil {
		c.add(Unknown, written, at, nil, "%v", err)
		return nil
	}
	f, err := c.facts.Resolve(id)
	if none := (*datum.NoValueError)(nil); errors.As(err, &none) {
		c.add(Differs, written, at, nil, "%q is shown, and the inputs give no value: %s", shown, none.Reason)
		return nil
	}
	if err != nil {
		c.add(Unknown, written, at, nil, "%v", err)
		return nil
	}
	c.known[written] = f
	return f
}

// shown compares a figure that the page shows.
func (c *comparison) shown(s *shown) {
	f := c.resolve(s.ID, s.Text, s.Position)
	if f == nil {
		return
	}
	displays := ways(f)
	reads := isWay(f, s.Text)
	s.agrees = reads && s.Value == f.Value
	switch {
	case s.Value == f.Value && !reads:
		c.add(Edited, s.ID, s.Position, f, "it reads %q, and its value %s is written %s", s.Text, f.Value, quoted(displays))
	case s.Value != f.Value && reads:
		c.add(Differs, s.ID, s.Position, f, "the %s has the value %q, and the inputs give %s, which is also written %q", c.page.kind.noun, s.Value, f.Value, s.Text)
	case s.Value != f.Value:
		c.add(Differs, s.ID, s.Position, f, "it reads %q with the value %q, and the inputs give %s, written %s", s.Text, s.Value, f.Value, quoted(displays))
	case s.Source != f.Position.String():
		c.add(Moved, s.ID, s.Position, f, "the %s says that it was read at %q", c.page.kind.noun, s.Source)
	}
}

func quoted(texts []string) string {
	var list []string
	for _, t := range texts {
		list = append(list, fmt.Sprintf("%q", t))
	}
	return strings.Join(list, " or ")
}

// fact compares a machine-readable value.
func (c *comparison) fact(fact *fact) {
	f := c.resolve(fact.ID, fact.Value, fact.Position)
	if f != nil && f.Value != fact.Value {
		c.add(Differs, fact.ID, fact.Position, f, "the machine-readable value is %q, and the inputs give %s", fact.Value, f.Value)
	}
}

// count looks for figures that the page has too seldom or too often, and for those that
// are written as they are elsewhere: "250.4", as in a column headed £m, where the report
// has "£250.4m".
func (c *comparison) count(doc *document.Document) {
	want := map[string][]string{} // how each figure reads, place for place
	var order []*document.Datum
	w := document.Walker{Inline: func(i document.Inline) error {
		if d, ok := i.(*document.Datum); ok && d.ID != "" {
			if want[d.ID] == nil {
				order = append(order, d)
			}
			want[d.ID] = append(want[d.ID], wording.OneLine(d.Display))
		}
		return nil
	}}
	_ = w.Walk(doc) // the function doesn't fail
	have := map[string][]*shown{}
	for i := range c.page.Figures {
		s := &c.page.Figures[i]
		have[s.ID] = append(have[s.ID], s)
		if f := c.known[s.ID]; f != nil && len(have[s.ID]) == len(want[s.ID])+1 {
			c.add(Unexpected, s.ID, s.Position, f, "the report that the inputs make has it %s; this is one more", times(len(want[s.ID])))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(have)) {
		if f := c.known[id]; f != nil && len(have[id]) == len(want[id]) {
			c.written(have[id], want[id], f)
		}
	}
	c.lacking(doc, order, want, have)
}

// written compares how a figure is written in each of its places. One that isn't written
// in any way that it has was reported before.
func (c *comparison) written(list []*shown, want []string, f *datum.Datum) {
	for i, s := range list {
		if s.Text != want[i] && s.Value == f.Value && isWay(f, s.Text) {
			c.add(Edited, s.ID, s.Position, f, "it reads %q, and the report that the inputs make has %q here", s.Text, want[i])
		}
	}
}

// ways are all ways in which a report may write a figure, with one blank between words.
func ways(f *datum.Datum) []string {
	displays := f.Displays()
	for i := range displays {
		displays[i] = wording.OneLine(displays[i])
	}
	return displays
}

// isWay reports whether a report may write a figure so: in one of its ways, or in round
// numbers.
func isWay(f *datum.Datum, text string) bool {
	return slices.Contains(ways(f), text) || text != "" && text == f.Said()
}

// lacking reports the figures and facts that the page has too seldom.
func (c *comparison) lacking(doc *document.Document, order []*document.Datum, want map[string][]string, have map[string][]*shown) {
	facts := map[string]bool{}
	for _, f := range c.page.Facts {
		facts[f.ID] = true
	}
	lack := func(id string, at source.Position, format string, args ...any) {
		c.missing = append(c.missing, Finding{Kind: Missing, Figure: id, Message: fmt.Sprintf(format, args...),
			Position: source.Position{File: c.page.Name}, Source: &at})
	}
	for _, d := range order {
		if n := len(have[d.ID]); n < len(want[d.ID]) {
			lack(d.ID, d.Position, "the report that the inputs make has it %s, as %q; the %s has it %s", times(len(want[d.ID])), d.Display, c.page.kind.noun, times(n))
		}
	}
	if c.page.kind != htmlPage {
		return // only a page has machine-readable facts
	}
	for _, set := range doc.Datasets {
		for _, f := range set.Facts {
			if !facts[f.ID] {
				lack(f.ID, f.Position, "the machine-readable facts lack it")
			}
		}
	}
}

func times(n int) string {
	switch n {
	case 0:
		return "nowhere"
	case 1:
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}
