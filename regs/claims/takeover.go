package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// takeOver takes away what was said of the items from one to another, both included, of a statement that is read as
// a whole: its clauses were held one by one against what they aren't of.
func (s *statement) takeOver(from, to int) {
	s.claims = slices.DeleteFunc(s.claims, func(cl *Claim) bool {
		for i := from; i <= to; i++ {
			if cl.At == s.passage.Text.At(s.items[i].Start) {
				return true
			}
		}
		return false
	})
}

// verb reports whether an item is a word that says of a part where it was.
func verb(it *lex.Item) bool {
	return it.Class == language.IsPlain && slices.Contains([]string{"was", "were", "is", "are", "came", "comes", "arose", "arises", "lies", "lay", "fell", "stems", "stemmed", "sits", "sat"}, it.Text)
}

// holdVaried holds an amount against a year's over- or underspend.
func (s *statement) holdVaried(it *lex.Item, t *facts.Thing, year, sign int) {
	w := s.facts.Level(t, facts.FaceVariance, facts.Own, year, it.Q)
	if v, ok := s.facts.At(t, facts.FaceVariance, facts.Own, year); ok && v.Exact.Sign() != sign {
		w.Truth = facts.No
	}
	cl := s.tellAt(saysVariance, it, t, facts.Own, w)
	cl.Quantity, cl.Unit = it.Q.Bounds(), facts.Pounds
}

// inSegments has a reader of written figures read the sentence as a whole or, where it can't, each of the statements of which the sentence is
// made up: "…; of the nine survey indicators, two rose", "…, while we ranked 14th for falls and 17th for bed days".
func (s *statement) inSegments(read func(*statement) bool) {
	if !s.writes || read(s) {
		return
	}
	all := s.segments()
	for a := 0; a < len(all); a++ {
		for b := len(all) - 1; b >= a; b-- {
			if whole := a == 0 && b == len(all)-1; !whole && all[b].end-all[a].start > 2 && s.readSegment(all[a:b+1], read) {
				a = b
				break
			}
		}
	}
}

// segment is a statement of a sentence: its items from start to before end, with its subjects as in all of a
// statement.
type segment struct {
	start, end int
	all        []*facts.Thing
}

// segments are the statements of the sentence, nil where it is one.
func (s *statement) segments() []segment {
	if s.segmented {
		return s.segmentRoom
	}
	s.segmented, s.segmentRoom = true, s.segmentRoom[:0]
	from := 0
	for i := 1; i <= len(s.items); i++ {
		if ends, next := s.segmentEnds(i); ends {
			s.segmentRoom = append(s.segmentRoom, segment{from, i, s.subjectsOf(from, i)})
			from, i = next, max(i, next)
		}
	}
	if len(s.segmentRoom) == 1 {
		s.segmentRoom = s.segmentRoom[:0]
	}
	return s.segmentRoom
}

// subjectsOf are the subjects of the items from one to another, but for all that was spent.
func (s *statement) subjectsOf(from, to int) (all []*facts.Thing) {
	for i := from; i < to; i++ {
		if it := &s.items[i]; it.Class == language.IsSubject && it.Thing.ID != "total" && !slices.Contains(all, it.Thing) {
			all = append(all, it.Thing)
		}
	}
	return all
}

// segmentEnds reports whether a statement of the sentence ends before item i, and where the next begins.
func (s *statement) segmentEnds(i int) (ends bool, next int) {
	if i == len(s.items) {
		return true, i
	}
	it := &s.items[i]
	switch {
	case it.Class == language.IsMark && (it.Word == ";" || it.Word == ":"):
		if next = i + 1; next < len(s.items) && s.items[next].Class == language.IsBreak {
			next++
		}
		return true, next
	case it.Class == language.IsMark && it.Word == "," && i+1 < len(s.items) && s.items[i+1].Class == language.IsBreak && s.items[i+1].Text != "which":
		return true, i + 2
	case it.Class == language.IsBreak && (it.Text == "while" || it.Text == "whereas" || it.Text == "but"):
		return true, i + 1
	}
	return false, 0
}

// readSegment has a reader read segments that follow each other alone, and reports whether it could.
func (s *statement) readSegment(of []segment, read func(*statement) bool) bool {
	items, all, only := s.items, s.all, s.only
	s.items, s.all, s.only = items[of[0].start:of[len(of)-1].end], s.partRoom[:0], nil
	for _, one := range of {
		for _, t := range one.all {
			if !slices.Contains(s.all, t) {
				s.all = append(s.all, t)
			}
		}
	}
	s.partRoom = s.all
	if len(s.all) == 1 {
		s.only = s.all[0]
	}
	could := read(s)
	s.items, s.all, s.only = items, all, only
	return could
}
