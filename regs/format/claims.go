package format

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"apr/internal/source"
	"apr/internal/wording"
	"apr/regs/claims"
	"apr/regs/claims/facts"
)

// The JSON contract of claims: fields may be added, not changed.
type (
	// ClaimsJSON is the claims of a report or of a text.
	ClaimsJSON struct {
		Total        int         `json:"total"`
		Confirmed    int         `json:"confirmed"`
		Contradicted int         `json:"contradicted"`
		Unread       int         `json:"unread"`
		Sentences    int         `json:"sentences"`
		LeftOut      leftOutJSON `json:"left_out"`
		Marked       []markJSON  `json:"marked,omitempty"`
		List         []claimJSON `json:"list"`
	}
	leftOutJSON struct {
		TableLines     int `json:"table_lines"`
		Headings       int `json:"headings"`
		QuotationLines int `json:"quotation_lines"`
	}
	markJSON struct {
		Text     string          `json:"text"`
		Reason   string          `json:"reason"`
		Position source.Position `json:"position"`
	}
	claimJSON struct {
		Text       string            `json:"text"`
		Position   source.Position   `json:"position"`
		End        source.Position   `json:"end"`
		Subject    string            `json:"subject,omitempty"`
		Scope      string            `json:"scope,omitempty"`
		Measure    claims.Measure    `json:"measure,omitempty"`
		Comparator string            `json:"comparator,omitempty"`
		Quantity   *quantityJSON     `json:"quantity,omitempty"`
		Period     string            `json:"period,omitempty"`
		Base       string            `json:"base,omitempty"`
		Negated    bool              `json:"negated,omitempty"`
		Mood       string            `json:"mood"`
		Verdict    claims.Verdict    `json:"verdict"`
		Expected   string            `json:"expected,omitempty"`
		Slip       string            `json:"slip,omitempty"`
		Reason     string            `json:"reason,omitempty"`
		Message    string            `json:"message,omitempty"`
		Evidence   []source.Position `json:"evidence"`
	}
	// quantityJSON has decimal texts, so that nothing is lost; a bound that is
	// absent is none.
	quantityJSON struct {
		Low  string     `json:"low,omitempty"`
		High string     `json:"high,omitempty"`
		Unit facts.Unit `json:"unit"`
	}
)

// Claims is a reading for other programs.
func Claims(r *claims.Reading) *ClaimsJSON {
	out := &ClaimsJSON{Total: len(r.Claims), Confirmed: r.Count(claims.Confirmed), Contradicted: r.Count(claims.Contradicted), Unread: r.Count(claims.Unread),
		Sentences: r.Sentences, LeftOut: leftOutJSON{r.LeftOut.Tables, r.LeftOut.Headings, r.LeftOut.Quotations}, List: []claimJSON{}}
	for _, m := range r.Marked {
		out.Marked = append(out.Marked, markJSON{m.Text, m.Reason, m.Position})
	}
	for _, c := range r.Claims {
		j := claimJSON{Text: c.Text, Position: c.Position, End: c.End, Subject: c.Subject, Scope: c.Scope, Measure: c.Measure, Comparator: c.Comparator,
			Period: c.Period, Base: c.Base, Negated: c.Negated, Mood: c.Mood, Verdict: c.Verdict, Expected: c.Expected, Slip: c.Slip, Reason: c.Reason,
			Message: c.Message, Evidence: []source.Position{}}
		if low, high, ok := c.Bounds(); ok {
			j.Quantity = &quantityJSON{low, high, c.Unit}
		}
		for _, e := range c.Evidence {
			j.Evidence = append(j.Evidence, e.Position)
		}
		out.List = append(out.List, j)
	}
	return out
}

// ClaimsText prints every claim with what it was held against, those that are
// contradicted first, and what wasn't read, each in the order of its file.
func ClaimsText(w io.Writer, r *claims.Reading) {
	ordered := inOrder(r.Claims)
	for _, v := range []claims.Verdict{claims.Contradicted, claims.Unread, claims.Confirmed} {
		for _, c := range ordered {
			if c.Verdict != v {
				continue
			}
			fmt.Fprintf(w, "  %s: %s: %q", c.At, verdictWords[v], c.Text)
			switch v {
			case claims.Contradicted:
				fmt.Fprintf(w, ": %s", c.Message)
			case claims.Unread:
				fmt.Fprintf(w, ": %s", c.Reason)
			default:
				fmt.Fprint(w, borneOut(c))
			}
			fmt.Fprintln(w)
			if v == claims.Contradicted {
				for _, e := range c.Evidence {
					fmt.Fprintf(w, "      %s: %s\n", e.Position, e.Message)
				}
			}
		}
	}
	for _, m := range r.Marked {
		fmt.Fprintf(w, "  %s: marked as no claim: %q: %s\n", m.Position, wording.OneLine(m.Text), m.Reason)
	}
	fmt.Fprintf(w, "%s\n", ClaimsLine(r))
	if r.Partial {
		fmt.Fprintln(w, "tables, headings and quotations aren't counted for a part of the texts")
	}
	if l := r.LeftOut; l.Tables+l.Headings+l.Quotations > 0 {
		fmt.Fprintf(w, "not read as prose: %d lines of tables, %d headings, %d lines of quotations\n", l.Tables, l.Headings, l.Quotations)
	}
}

// inOrder are claims as they stand in their files, of which the one that comes first stays first: a reading has
// those of a text's tables before those of its sentences.
func inOrder(list []*claims.Claim) []*claims.Claim {
	rank := map[string]int{}
	for _, c := range list {
		if _, known := rank[c.At.File]; !known {
			rank[c.At.File] = len(rank)
		}
	}
	ordered := slices.Clone(list)
	slices.SortStableFunc(ordered, func(a, b *claims.Claim) int {
		return cmp.Or(cmp.Compare(rank[a.At.File], rank[b.At.File]), cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
	return ordered
}

var verdictWords = map[claims.Verdict]string{claims.Contradicted: "contradicted", claims.Unread: "not read", claims.Confirmed: "confirmed"}

// borneOut is what a confirmed claim was held against.
func borneOut(c *claims.Claim) string {
	var parts []string
	if c.Subject != "" {
		parts = append(parts, c.Subject)
	}
	if c.Expected != "" {
		parts = append(parts, c.Expected)
	}
	if len(c.Evidence) > 0 {
		parts = append(parts, c.Evidence[0].Position.String())
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, "; ") + ")"
}

// ClaimsLine is the coverage in one line.
func ClaimsLine(r *claims.Reading) string {
	s := fmt.Sprintf("%d claims: %d confirmed, %d contradicted, %d not read", len(r.Claims), r.Count(claims.Confirmed), r.Count(claims.Contradicted), r.Count(claims.Unread))
	if n := len(r.Marked); n > 0 {
		s += fmt.Sprintf("; %d marked as no claim", n)
	}
	return s
}

// sarifClaims are the claims that no finding reports, as results that don't fail:
// "pass" for those that the data bear out, "open" for those that weren't read.
func (c *Check) sarifClaims(index int) []sarifResult {
	var out []sarifResult
	for _, cl := range c.Result.Claims.Claims {
		r := sarifResult{RuleID: "R0-figure", RuleIndex: index, Level: "none", Kind: "pass", Message: sarifText{"confirmed: " + cl.Text + borneOut(cl)},
			Locations: []sarifLocation{c.sarifSpan(cl.Position, cl.End)}}
		switch cl.Verdict {
		case claims.Contradicted:
			continue // a finding
		case claims.Unread:
			r.Kind, r.Message = "open", sarifText{"not read: " + cl.Text + ": " + cl.Reason}
		}
		for i, e := range cl.Evidence {
			place := c.sarifLocation(e.Position, e.Message+cellOf(e.Position))
			place.ID = i + 1
			r.RelatedLocations = append(r.RelatedLocations, place)
		}
		out = append(out, r)
	}
	return out
}

// sarifSpan is a run of text.
func (c *Check) sarifSpan(start, end source.Position) sarifLocation {
	l := c.sarifLocation(start, "")
	if l.PhysicalLocation != nil && l.PhysicalLocation.Region != nil && end.Line > 0 {
		l.PhysicalLocation.Region.EndLine, l.PhysicalLocation.Region.EndColumn = end.Line, end.Column
	}
	return l
}
