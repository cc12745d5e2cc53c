package finance

import (
	"encoding/binary"
	"slices"
)

// A keyColumn is a column whose cells decide a line's class, or whether it is a
// line at all. Each value is looked at once.
type keyColumn struct {
	column   int
	tested   *testedColumn // nil where no rule tests the column
	locality bool
	identity bool // a cell that says something and isn't Total makes a line of its record

	date   bool // what isn't of the ledger's year is for the strict path
	period bool

	values  dictionary
	known   []knownValue
	sets    []uint64 // where there are more than 64 rules: those of value i from i*words
	scratch ruleSet
}

// A knownValue is what is known of a value: with up to 64 rules, the set of
// those that it doesn't rule out.
type knownValue struct {
	set   uint64
	flags valueFlags
}

// valueFlags are what is known of a value whichever line it is in.
type valueFlags uint8

const (
	identifies valueFlags = 1 << iota
	strictOnly            // the strict path must see the line
)

// keyColumns are the columns that a scanner looks at.
func (s *scanner) keyColumns(c *classifier) (keys []*keyColumn) {
	key := func(column int) *keyColumn {
		if i := slices.IndexFunc(keys, func(k *keyColumn) bool { return k.column == column }); i >= 0 {
			return keys[i]
		}
		keys = append(keys, &keyColumn{column: column, scratch: make(ruleSet, len(c.set))})
		return keys[len(keys)-1]
	}
	for i := range c.columns {
		key(c.columns[i].index).tested = &c.columns[i]
	}
	if c.locality >= 0 {
		key(c.locality).locality = true
	}
	for _, column := range []int{s.r.date, s.r.period} {
		if column >= 0 {
			key(column)
		}
	}
	for i, column := range s.r.identity {
		if i < 2 {
			key(column)
		}
	}
	for _, k := range keys {
		k.identity = slices.Contains(s.r.identity, k.column)
		k.date, k.period = k.column == s.r.date, k.column == s.r.period
	}
	return keys
}

// class is the class of the record, or -1 where it must be worked out. plain is
// false where the strict path must see the record.
func (s *scanner) class(buf []byte) (class int, plain bool) {
	flags, locality, certain, set := valueFlags(0), 0, true, ^uint64(0)
	for i := range s.set {
		s.set[i] = ^uint64(0)
	}
	for _, k := range s.keys {
		start, end := s.starts[k.column], s.ends[k.column]
		v, ok := k.values.find(buf, start, end)
		if !ok {
			v, ok = s.learn(k, buf, start, end)
		}
		if ok {
			known := &k.known[v]
			flags |= known.flags
			set &= known.set
			s.intersect(k.sets, v)
		} else {
			flags |= s.judge(k, string(buf[start:end]))
			set &= k.scratch.first()
			s.intersect(k.scratch, 0)
		}
		if k.locality {
			locality, certain = v, ok
		}
	}
	if flags != identifies {
		return 0, false
	}
	if len(s.set) == 1 {
		s.set[0] = set
	}
	if !certain {
		return -1, true
	}
	slot := &s.recent[mix(set^uint64(locality)<<32^seed)%uint64(len(s.recent))]
	if len(s.set) == 1 && slot.taken && slot.set == set && slot.locality == locality {
		return slot.class, true
	}
	class = s.combine(buf, locality)
	*slot = recentClass{true, set, locality, class}
	return class, true
}

// intersect takes from s.set what the v-th of the sets rules out, where there
// are more than 64 rules.
func (s *scanner) intersect(sets []uint64, v int) {
	if len(s.set) <= 1 {
		return
	}
	for i, word := range sets[v*len(s.set) : (v+1)*len(s.set)] {
		s.set[i] &= word
	}
}

// first is the first word of the set, if there is any.
func (r ruleSet) first() uint64 {
	if len(r) == 0 {
		return 0
	}
	return r[0]
}

// recentClass is the class that came of a set of rules and a locality.
type recentClass struct {
	taken    bool
	set      uint64
	locality int
	class    int
}

// combine is the class of the record whose rules are in s.set and whose locality
// has this number.
func (s *scanner) combine(buf []byte, locality int) int {
	n := 0
	for _, word := range s.set {
		binary.LittleEndian.PutUint64(s.key[n:], word)
		n += 8
	}
	if s.r.classifier.locality >= 0 {
		binary.LittleEndian.PutUint32(s.key[n:], uint32(locality))
		n += 4
	}
	if class, ok := s.combined.find(s.key, 0, n); ok {
		return class
	}
	class := s.classify(buf)
	s.combined.put(s.key, 0, n, class)
	return class
}

// judge looks at a value of a column; the set of rules that it doesn't rule out
// is in the column's scratch.
func (s *scanner) judge(k *keyColumn, value string) (flags valueFlags) {
	if k.tested != nil {
		k.tested.test(k.scratch, value)
	} else {
		for i := range k.scratch {
			k.scratch[i] = ^uint64(0)
		}
	}
	if k.identity && value != "" && trimBlank(value) != "" && !isTotalLabel(value) {
		flags |= identifies
	}
	if k.date && dateTimely(value, s.r.out.ledger.Year) != inYear || k.period && periodTimely(value) != inYear {
		flags |= strictOnly
	}
	return flags
}

// learn keeps a value of a column. It returns false where there is no more
// room; the value's set is in the column's scratch then.
func (s *scanner) learn(k *keyColumn, buf []byte, start, end int) (value int, ok bool) {
	if !k.values.put(buf, start, end, len(k.known)) {
		return 0, false
	}
	flags := s.judge(k, string(buf[start:end]))
	k.known = append(k.known, knownValue{k.scratch.first(), flags})
	if len(s.set) > 1 {
		k.sets = append(k.sets, k.scratch...)
	}
	return len(k.known) - 1, true
}

// classify works out the class of the record from the rules in s.set.
func (s *scanner) classify(buf []byte) int {
	named := ""
	if at := s.r.classifier.locality; at >= 0 {
		named = string(s.cell(buf, at))
	}
	k := s.r.classifier.classify(s.set, named)
	n, ok := s.numbers[k]
	if !ok {
		n = len(s.classes)
		s.classes = append(s.classes, &k)
		s.numbers[k] = n
		s.at = append(s.at, 0)
	}
	return n
}
