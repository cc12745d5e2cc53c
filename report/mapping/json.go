package mapping

import (
	"io"
	"slices"

	"apr/finance"
	"apr/internal/jsonprint"
)

// The JSON contract of apr finance suggest; amounts are pounds with two decimals.
type (
	suggestReport struct {
		Ledgers []suggestLedger `json:"ledgers"`
	}
	suggestLedger struct {
		File              string            `json:"file"`
		Partner           string            `json:"partner"`
		Columns           map[string]string `json:"columns"`
		Guessed           bool              `json:"columns_guessed"`
		Lines             int               `json:"lines"`
		Total             string            `json:"total"`
		Units             string            `json:"units,omitempty"` // not pounds, by these words
		UnclassifiedLines int               `json:"unclassified_lines"`
		UnclassifiedTotal string            `json:"unclassified_total"`
		Rules             []suggestRule     `json:"rules"`
		Left              []suggestCentre   `json:"left"`
	}
	suggestRule struct {
		When    map[string]string `json:"when"`
		Matter  finance.Matter    `json:"matter,omitempty"`
		Funding finance.Funding   `json:"funding,omitempty"`
		Service string            `json:"service"`
		Note    string            `json:"note,omitempty"`
		Source  string            `json:"source"`
		Lines   int               `json:"lines"`
		Total   string            `json:"total"`
		Centres []suggestCentre   `json:"cost_centres"`
	}
	suggestCentre struct {
		CostCentre  string `json:"cost_centre"`
		Description string `json:"description,omitempty"`
		Lines       int    `json:"lines"`
		Total       string `json:"total"`
	}
)

// JSON prints the proposals for programs.
func JSON(w io.Writer, proposals []Proposal) error { return jsonprint.Write(w, toJSON(proposals)) }

func toJSON(proposals []Proposal) suggestReport {
	out := suggestReport{Ledgers: []suggestLedger{}}
	for _, p := range proposals {
		s := p.Survey
		l := suggestLedger{File: s.Spec.File, Partner: s.Spec.Partner, Columns: s.Spec.Columns, Guessed: s.Guessed,
			Lines: s.Ledger.Lines, Total: s.Ledger.Total.String(), Units: s.Units, UnclassifiedLines: s.Ledger.Unclassified,
			UnclassifiedTotal: s.Ledger.UnclassifiedTotal.String(), Rules: []suggestRule{}, Left: centresJSON(p.Left)}
		for _, r := range slices.Concat(p.Decided, p.Undecided) {
			l.Rules = append(l.Rules, suggestRule{r.When, r.Matter, r.Funding, r.Service, r.Note, r.Source, r.Lines, r.Total.String(), centresJSON(r.Groups)})
		}
		out.Ledgers = append(out.Ledgers, l)
	}
	return out
}

func centresJSON(groups []finance.UnclassifiedGroup) []suggestCentre {
	out := []suggestCentre{}
	for _, g := range groups {
		out = append(out, suggestCentre{g.CostCentre, g.Description, g.Lines, g.Total.String()})
	}
	return out
}
