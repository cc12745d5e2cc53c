package claims

import (
	"sort"
	"strings"

	"apr/internal/period"
	"apr/internal/project/datum"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
	"apr/regs/sentence"
)

// Shown is a figure of a finished report that is marked as a datum and was found to agree
// with the inputs.
type Shown struct {
	Start, End int // bytes of the text
	ID         datum.ID
}

// reference is the reference that would be printed so; ok is false where there is none.
func (s *Shown) reference() (ref reference.Reference, ok bool) {
	ref = reference.Reference{Start: s.Start, End: s.End}
	arg := func(name, value string) {
		if value != "" {
			ref.Args = append(ref.Args, reference.Argument{Name: name, Value: value})
		}
	}
	arg("", s.ID.Of)
	switch s.ID.Measure {
	case datum.Change:
		arg("", s.ID.From.String())
		fallthrough
	case datum.Value, datum.AreaValue, datum.Scotland, datum.Rank, datum.Spend, datum.Plan, datum.Funding, datum.Variance, datum.Proportion:
		ref.Name = string(s.ID.Measure)
		if s.ID.Measure == datum.AreaValue {
			ref.Name = "value"
		}
		arg("", s.ID.Year.String())
		arg("area", s.ID.Area)
		return ref, true
	case datum.LocalMeasure:
		id, place, year, ok := s.measure()
		ref.Name, ref.Args = "measure", nil
		arg("", id)
		arg("", year.String())
		arg("area", place)
		return ref, ok
	}
	return ref, false
}

// measure are the parts of a local measure's id.
func (s *Shown) measure() (id, place string, year period.Year, ok bool) {
	parts := strings.Split(s.ID.Of, "@")
	if len(parts) < 2 {
		return "", "", 0, false
	}
	span, err := period.ParseSpan(parts[len(parts)-1])
	return parts[0], strings.Join(parts[1:len(parts)-1], "@"), span.Year(), err == nil
}

// asReferences holds claims about figures that are known to be right as references are held.
// The words needn't say of which year or area such a figure is; that a reading in digits
// takes it for another year's or area's contradicts nothing. What the words do say is held
// against it.
func (r *reader) asReferences(t Text) {
	var doubtful map[*Claim]*Shown
	for _, c := range r.reading.Claims {
		if c.Verdict != Contradicted {
			continue
		}
		if s := shownOf(t, c); s != nil && r.isOfOther(c, s) {
			if doubtful == nil {
				doubtful = map[*Claim]*Shown{}
			}
			doubtful[c] = s
		}
	}
	if doubtful == nil {
		return
	}
	again := *r
	again.reading = &Reading{}
	again.withReferences(t)
	held := map[*Shown]bool{}
	for _, c := range again.reading.Claims {
		if c.Verdict == Contradicted {
			held[shownOf(t, c)] = true
		}
	}
	for c, s := range doubtful {
		if !held[s] {
			c.Verdict, c.Reason = Unread, "the words don't say of which year or area the figure is"
			c.Message, c.Hint, c.Expected, c.Slip = "", "", "", ""
		}
	}
}

// shownOf is the figure that a claim is of, or nil: the one that carries it or, of a place
// among others, which a word may carry, the only such figure in the claim's words.
func shownOf(t Text, c *Claim) (s *Shown) {
	from := func(at source.Position) int {
		return sort.Search(len(t.Shown), func(i int) bool { return at.Compare(t.At(t.Shown[i].End)) < 0 })
	}
	begins := func(i int, at source.Position) bool {
		return i < len(t.Shown) && t.At(t.Shown[i].Start).Compare(at) <= 0
	}
	if i := from(c.At); begins(i, c.At) {
		return &t.Shown[i]
	}
	if c.Measure != saysRank {
		return nil
	}
	for i := from(c.Position); begins(i, c.End); i++ {
		if t.Shown[i].ID.Measure != datum.Rank {
			continue
		}
		if s != nil {
			return nil
		}
		s = &t.Shown[i]
	}
	return s
}

// isOfOther reports whether a claim is of what a figure is of, and takes it for another
// year's or area's.
func (r *reader) isOfOther(c *Claim, s *Shown) bool {
	scope, year := claim.ScopeOf(facts.Own), s.ID.Year
	subject := r.things[s.ID.Of]
	switch {
	case s.ID.Measure == datum.LocalMeasure:
		id, place, of, _ := s.measure()
		subject, year = r.things["measure:"+strings.ToUpper(id)], of
		if place != "" {
			scope = place
		}
	case !s.ID.IsIndicator():
		subject = facts.MoneyNamed(r.things, s.ID.Of)
	case s.ID.Area != "":
		scope = s.ID.Area
	case s.ID.Measure == datum.Scotland:
		scope = claim.ScopeOf(facts.Scotland)
	}
	if subject == nil || subject.ID != c.Subject {
		return false
	}
	return c.Scope != scope || c.Period != "" && c.Period != year.String() || s.ID.From != 0 && c.Base != "" && c.Base != s.ID.From.String()
}

// withReferences reads a text once more, with references in the place of its figures.
func (r *reader) withReferences(t Text) {
	p := sentence.NewPassage(t.Name, t.Text)
	var refs []reference.Reference
	for i := range t.Shown {
		if ref, ok := t.Shown[i].reference(); ok {
			refs = append(refs, ref)
		}
	}
	p.Refer(refs)
	r.prose(t, p)
}
