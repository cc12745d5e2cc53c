package claims

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
)

// contradictions finds one thing of which two sentences give two numbers: they contradict each other,
// even where the data know nothing of it.
func (r *Reading) contradictions() {
	of := map[string][]int{}
	for i, m := range r.mentions {
		if head := cmp.Or(m.head, "person"); len(of[head]) < mostAlike {
			of[head] = append(of[head], i)
		}
	}
	for i, b := range r.mentions {
		head := cmp.Or(b.head, "person")
		for _, k := range of[head] {
			if k >= i {
				break
			}
			a := r.mentions[k]
			if a.is.Meets(b.is) || !r.same(k, i) {
				continue
			}
			wrong, right := b, a
			if r.saidOf(b, of[head]) > r.saidOf(a, of[head]) {
				wrong, right = a, b
			}
			if r.saidElsewhere(wrong, right) || r.readAt(wrong) {
				continue
			}
			r.Claims = slices.DeleteFunc(r.Claims, func(c *Claim) bool {
				return c.Verdict == Unread && c.At == wrong.at && strings.HasPrefix(c.Text, wrong.written)
			})
			r.Claims = append(r.Claims, wrong.against(right))
			break
		}
	}
}

// same reports whether two sentences count the same things.
func (r *Reading) same(i, k int) bool {
	m, o := r.mentions[i], r.mentions[k]
	if m.sentence == o.sentence || m.scope != o.scope || !slices.Equal(m.times, o.times) {
		return false
	}
	if m.place != o.place && !(m.place == "" && o.near || o.place == "" && m.near) {
		return false
	}
	sure := m.place == o.place || m.naming && o.naming // the text's place may not be that of the sentence
	if m.toldBefore(o) || o.toldBefore(m) {
		return sure
	}
	if m.head == "" || o.head == "" || !sure || (m.manner == ofSome) != (o.manner == ofSome) && len(m.narrow) < 2 {
		return false
	}
	if !slices.Equal(m.narrow, o.narrow) {
		return (subset(m.narrow, o.narrow) || subset(o.narrow, m.narrow)) && slices.Equal(m.kinds, o.kinds) && r.besideTheSame(i, k)
	}
	telling := len(m.narrow)
	if m.leans || o.leans {
		telling--
	}
	d := does(m.head)
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
func (m *mention) toldBefore(o *mention) bool {
	if len(m.before) == 0 || m.manner != happened || o.manner != happened && o.manner != existing || len(o.narrow) < 2 || !subset(m.narrow, o.narrow) || m.head != o.head && !(m.head == "" && o.head == "person") {
		return false
	}
	return !slices.ContainsFunc(o.narrow, func(w string) bool { return !slices.Contains(m.before, w) && !slices.Contains(m.narrow, w) })
}

// besideTheSame reports whether both sentences give one more number of the same things, which is the
// same: "612 people at 14 events" and "the 14 events, to which 621 people came".
func (r *Reading) besideTheSame(i, k int) bool {
	for _, a := range r.beside(i) {
		for _, b := range r.beside(k) {
			if a.head == b.head && a.head != r.mentions[i].head && a.is.Low != nil && a.is.High != nil && exact.Compare(a.is.Low, a.is.High) == 0 && exact.MoreThan(a.is.Low, 9) && b.is.Has(a.is.Low) && slices.Equal(a.kinds, b.kinds) {
				return true
			}
		}
	}
	return false
}

// beside are the other mentions of a sentence.
func (r *Reading) beside(i int) (all []*mention) {
	from := i
	for from > 0 && r.mentions[from-1].sentence == r.mentions[i].sentence {
		from--
	}
	for k := from; k < len(r.mentions) && r.mentions[k].sentence == r.mentions[i].sentence; k++ {
		if k != i {
			all = append(all, r.mentions[k])
		}
	}
	return all
}

// saidOf is in how many sentences what a mention counts seems to have its number.
func (r *Reading) saidOf(m *mention, like []int) int {
	n := 0
	for _, k := range like {
		if o := r.mentions[k]; o != m && o.place == m.place && o.sentence != m.sentence && o.is.Meets(m.is) && slices.Equal(o.kinds, m.kinds) && slices.Equal(o.times, m.times) {
			n++
		}
	}
	return n
}

// saidElsewhere reports whether something that may be the same has the number, too: then it isn't sure
// which of them is meant.
func (r *Reading) saidElsewhere(m, right *mention) bool {
	for _, o := range r.mentions {
		if o.head != m.head || o.sentence == m.sentence || o.sentence == right.sentence || !o.is.Meets(m.is) || o.place != "" && m.place != "" && o.place != m.place {
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

// readAt reports whether the number was held against something.
func (r *Reading) readAt(m *mention) bool {
	return slices.ContainsFunc(r.Claims, func(c *Claim) bool {
		return c.Verdict != Unread && (c.At == m.at || c.Position == m.at)
	})
}

// against is the claim of a mention that another contradicts.
func (m *mention) against(o *mention) *Claim {
	is := m.is
	return &Claim{Text: m.written + " " + m.noun, Position: m.at, End: m.end, At: m.at, AtEnd: m.end, Words: m.written, Name: m.name, Scope: "area", Mood: "asserted", Quantity: &is,
		Measure: saysTwice, Verdict: Contradicted, Slip: "twice", Expected: o.written,
		Message: fmt.Sprintf("the text has %s %s; at %s it has %s", strings.ToLower(m.written), m.noun, o.at, strings.ToLower(o.written)),
		Hint:    "make both say the same, or say how they differ", Evidence: claim.Related(o.at, "the other figure")}
}
