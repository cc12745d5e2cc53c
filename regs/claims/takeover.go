package claims

import "slices"

// takeOver takes away what was said of the items from one to another, both included, of a statement that is read as
// a whole: its clauses were held one by one against what they aren't of.
func (s *statement) takeOver(from, to int) {
	s.claims = slices.DeleteFunc(s.claims, func(cl *Claim) bool {
		for i := from; i <= to; i++ {
			if cl.At == s.passage.Text.At(s.items[i].start) {
				return true
			}
		}
		return false
	})
}

// plainAmount reports whether an item is an amount of money that the text itself writes.
func plainAmount(it *item) bool {
	return it.class == isQuantity && it.q.unit == pounds && it.q.ref == nil && it.q.value != nil
}

// verb reports whether an item is a word that says of a part where it was.
func verb(it *item) bool {
	return it.class == isPlain && slices.Contains([]string{"was", "were", "is", "are", "came", "comes", "arose", "arises", "lies", "lay", "fell", "stems", "stemmed", "sits", "sat"}, it.text)
}

// holdVaried holds an amount against a year's over- or underspend.
func (s *statement) holdVaried(it *item, t *Thing, year, sign int) {
	w := s.facts.level(t, variance, own, year, it.q)
	if v, ok := s.facts.at(t, variance, own, year); ok && v.Exact.Sign() != sign {
		w.truth = no
	}
	cl := s.tellAt(saysVariance, it, t, own, w)
	cl.Quantity, cl.Unit = it.q.bounds(), pounds
}
