package mentions

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
)

// Contradictions finds one thing of which two sentences give two numbers: they contradict each other,
// even where the data know nothing of it. It gives the claims that were read with those that it adds, and without those
// that weren't read for which they stand.
func (r *Kept) Contradictions(claims []*claim.Claim) []*claim.Claim {
	of := map[string][]int{}
	for i, m := range r.Mentions {
		if head := cmp.Or(m.Head, "person"); len(of[head]) < mostAlike {
			of[head] = append(of[head], i)
		}
	}
	for i, b := range r.Mentions {
		head := cmp.Or(b.Head, "person")
		for _, k := range of[head] {
			if k >= i {
				break
			}
			a := r.Mentions[k]
			if a.is.Meets(b.is) || !r.same(k, i) {
				continue
			}
			wrong, right := b, a
			if r.saidOf(b, of[head]) > r.saidOf(a, of[head]) {
				wrong, right = a, b
			}
			if r.saidElsewhere(wrong, right) || wrong.readIn(claims) {
				continue
			}
			claims = slices.DeleteFunc(claims, func(c *claim.Claim) bool {
				return c.Verdict == claim.Unread && c.At == wrong.At && strings.HasPrefix(c.Text, wrong.written)
			})
			claims = append(claims, wrong.against(right))
			break
		}
	}
	return claims
}

// same reports whether two sentences count the same things.
func (r *Kept) same(i, k int) bool {
	m, o := r.Mentions[i], r.Mentions[k]
	if m.Sentence == o.Sentence || m.scope != o.scope || !slices.Equal(m.times, o.times) {
		return false
	}
	if m.place != o.place && !(m.place == "" && o.near || o.place == "" && m.near) {
		return false
	}
	sure := m.place == o.place || m.naming && o.naming // the text's place may not be that of the sentence
	if m.toldBefore(o) || o.toldBefore(m) {
		return sure
	}
	if m.Head == "" || o.Head == "" || !sure || (m.manner == ofSome) != (o.manner == ofSome) && len(m.narrow) < 2 {
		return false
	}
	if !slices.Equal(m.narrow, o.narrow) {
		return (subset(m.narrow, o.narrow) || subset(o.narrow, m.narrow)) && slices.Equal(m.kinds, o.kinds) && r.besideTheSame(i, k)
	}
	telling := len(m.narrow)
	if m.leans || o.leans {
		telling--
	}
	d := does(m.Head)
	counted := m.manner == ofAll || m.manner == existing // all there are
	countedToo := o.manner == ofAll || o.manner == existing
	switch {
	case counted != countedToo:
		return telling > 1 || telling >= 0 && d.has(voiced)
	case counted:
		return telling > 0 || telling == 0 && (d.has(oneTotal) || m.place != "" && !d.has(generic))
	case d.has(generic):
		return telling > 1
	}
	return telling > 0 || telling == 0 && d.has(voiced)
}

// toldBefore reports whether m leaves to the words before it what it counts, and they are those of o.
func (m *Mention) toldBefore(o *Mention) bool {
	if len(m.before) == 0 || m.manner != happened || o.manner != happened && o.manner != existing || len(o.narrow) < 2 || !subset(m.narrow, o.narrow) || m.Head != o.Head && !(m.Head == "" && o.Head == "person") {
		return false
	}
	return !slices.ContainsFunc(o.narrow, func(w string) bool { return !slices.Contains(m.before, w) && !slices.Contains(m.narrow, w) })
}

// besideTheSame reports whether both sentences give one more number of the same things, which is the
// same: "612 people at 14 events" and "the 14 events, to which 621 people came".
func (r *Kept) besideTheSame(i, k int) bool {
	for _, a := range r.beside(i) {
		for _, b := range r.beside(k) {
			if a.Head == b.Head && a.Head != r.Mentions[i].Head && a.is.Low != nil && a.is.High != nil && exact.Compare(a.is.Low, a.is.High) == 0 && exact.MoreThan(a.is.Low, 9) && b.is.Has(a.is.Low) && slices.Equal(a.kinds, b.kinds) {
				return true
			}
		}
	}
	return false
}

// beside are the other mentions of a sentence.
func (r *Kept) beside(i int) (all []*Mention) {
	from := i
	for from > 0 && r.Mentions[from-1].Sentence == r.Mentions[i].Sentence {
		from--
	}
	for k := from; k < len(r.Mentions) && r.Mentions[k].Sentence == r.Mentions[i].Sentence; k++ {
		if k != i {
			all = append(all, r.Mentions[k])
		}
	}
	return all
}

// saidOf is in how many sentences what a mention counts seems to have its number.
func (r *Kept) saidOf(m *Mention, like []int) int {
	n := 0
	for _, k := range like {
		if o := r.Mentions[k]; o != m && o.place == m.place && o.Sentence != m.Sentence && o.is.Meets(m.is) && slices.Equal(o.kinds, m.kinds) && slices.Equal(o.times, m.times) {
			n++
		}
	}
	return n
}

// saidElsewhere reports whether something that may be the same has the number, too: then it isn't sure
// which of them is meant.
func (r *Kept) saidElsewhere(m, right *Mention) bool {
	for _, o := range r.Mentions {
		if o.Head != m.Head || o.Sentence == m.Sentence || o.Sentence == right.Sentence || !o.is.Meets(m.is) || o.place != "" && m.place != "" && o.place != m.place {
			continue
		}
		if m.manner == existing && len(m.narrow) == 0 && len(o.narrow) > 0 {
			continue // "Strathmoor has six practices", "advisers sit in six practices"
		}
		if len(m.narrow) > 1 && len(o.narrow) > 0 && !slices.ContainsFunc(m.narrow, func(w string) bool { return slices.Contains(o.narrow, w) }) {
			continue
		}
		if subset(o.kinds, m.kinds) || subset(m.kinds, o.kinds) {
			return true
		}
	}
	return false
}

// subset reports whether all words of a are words of b.
func subset(a, b []string) bool {
	return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}

// readIn reports whether one of the claims holds the number against something.
func (m *Mention) readIn(claims []*claim.Claim) bool {
	return slices.ContainsFunc(claims, func(c *claim.Claim) bool {
		return c.Verdict != claim.Unread && (c.At == m.At || c.Position == m.At)
	})
}

// unlike is the claim of a number for which another place of the texts has another.
func (n *number) unlike(other *number) *claim.Claim {
	return &claim.Claim{Text: n.written + " " + n.noun, Position: n.At, End: n.End, At: n.At, AtEnd: n.End, Words: n.written, Name: n.name, Scope: "area", Mood: "asserted",
		Measure: claim.SaysTwice, Verdict: claim.Contradicted, Expected: other.written,
		Hint: "make both say the same, or say how they differ", Evidence: claim.Related(other.At, "the other figure")}
}

// against is the claim of a mention that another contradicts.
func (m *Mention) against(o *Mention) *claim.Claim {
	is := m.is
	cl := m.unlike(&o.number)
	cl.Quantity, cl.Slip = &is, "twice"
	cl.Message = fmt.Sprintf("the text has %s %s; at %s it has %s", strings.ToLower(m.written), m.noun, o.At, strings.ToLower(o.written))
	return cl
}
