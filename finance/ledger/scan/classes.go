package scan

import (
	"encoding/binary"
	"slices"
	"strings"

	"apr/finance/classify"
)

// A automaton finds the class of a record from some of its cells. It is an
// automaton that learns: the cells of each column fall into groups that say the
// same of a record, and a state stands for what the columns so far have said. A
// record whose cells and states have been met before takes one step for each
// column, whichever the number of rules.
//
// A classing is exact: it decides by the bytes of the cells, and by what the
// classifier says of them. What it has no room for it works out again.
type automaton struct {
	layout  *Layout
	keys    []*keyColumn
	scratch classify.RuleSet
	cells   columnCells // of the column that is read
	missed  []int32     // rows of which no state is known after it
	numbers map[classify.Class]int32
	classes []*classify.Class
}

// A keyColumn is a column whose cells decide a line's class, or whether it is a
// line at all.
type keyColumn struct {
	column   int
	tested   *classify.TestedColumn // nil where no rule tests the column
	locality bool
	identity bool // a cell that says something and isn't a label makes a line of its record
	date     bool // what isn't of the ledger's year is for the ledger
	period   bool

	cells   dictionary // the value is a group
	groups  []cellGroup
	byGroup map[string]uint32

	// next is the state after this column by the state before it, times 1<<shift,
	// and the group. It is 0 where that isn't known yet.
	next    []int32
	shift   uint
	states  []state // from 1 on
	byState map[string]int32
}

// A cellGroup is what cells say of their records.
type cellGroup struct {
	set      classify.RuleSet // rules that the cell doesn't rule out
	flags    cellFlags
	locality string // a cell that names one
}

// cellFlags are what is known of a cell whichever line it is in.
type cellFlags uint8

const (
	identifies cellFlags = 1 << iota
	ledgerOnly           // the ledger must see the line
	silent               // a cell of an identity column that doesn't say what a line is
)

// state is what the columns so far have said. class is that of the record where
// they are all there are.
type state struct {
	cellGroup
	class int32
}

// What a classing says in place of a class or a state.
const (
	forLedger = -1 // the ledger must see the record
	noRoom    = -2 // the class is to be worked out
	// partly is added to a class where one of the columns that say what a line is
	// doesn't.
	partly = 1 << 30
)

// Bounds of what a classing learns, for each column.
const (
	maxClasses     = 1 << 12 // for all columns
	maxGroups      = 1 << 12
	maxStates      = 1 << 12
	maxTransitions = 1 << 17
)

// newAutomaton is a classing of a ledger's records.
func newAutomaton(r *Layout) *automaton {
	k := &automaton{layout: r, scratch: make(classify.RuleSet, len(r.Classifier.Set)), numbers: map[classify.Class]int32{}}
	c := r.Classifier
	for i := range c.Columns {
		k.key(c.Columns[i].Index).tested = &c.Columns[i]
	}
	if c.Locality >= 0 {
		k.key(c.Locality).locality = true
	}
	for _, column := range []int{r.Date, r.Period} {
		if column >= 0 {
			k.key(column)
		}
	}
	for i, column := range r.Identity {
		if i < 2 {
			k.key(column)
		}
	}
	for _, key := range k.keys {
		key.identity = slices.Contains(r.Identity, key.column)
		key.date, key.period = key.column == r.Date, key.column == r.Period
	}
	return k
}

// key is the key of a column.
func (k *automaton) key(column int) *keyColumn {
	if i := slices.IndexFunc(k.keys, func(k *keyColumn) bool { return k.column == column }); i >= 0 {
		return k.keys[i]
	}
	k.keys = append(k.keys, &keyColumn{column: column, shift: 3, byGroup: map[string]uint32{},
		states: make([]state, 1), byState: map[string]int32{}})
	return k.keys[len(k.keys)-1]
}

// reads reports whether a column is among the keys.
func (k *automaton) reads(column int) bool {
	return slices.ContainsFunc(k.keys, func(k *keyColumn) bool { return k.column == column })
}

// read finds the classes of rows: it reads column after column, so that what is
// known of one is at hand for all rows.
func (k *automaton) read(buf []byte, rows *rows, classes []int32) {
	for r := range classes {
		classes[r] = 0 // the state before the first column
	}
	for i := range k.keys {
		k.readColumn(i, buf, rows, classes)
	}
	final := k.keys[len(k.keys)-1].states
	for r, state := range classes {
		if state > 0 {
			classes[r] = final[state].class
		}
	}
}

// readColumn takes the states of rows one column further: it takes the words of
// all cells, looks them up, and follows the states, each in a loop that has all
// it needs at hand. What isn't known yet is read cell by cell.
func (k *automaton) readColumn(i int, buf []byte, rows *rows, states []int32) {
	key := k.keys[i]
	k.cells.read(buf, rows, key.column)
	k.cells.lookUp(&key.cells)
	k.missed = slices.Grow(k.missed[:0], len(states))[:len(states)]
	for _, r := range k.missed[:key.follow(k.cells.numbers, states, k.missed)] {
		if states[r] >= 0 {
			states[r] = k.readCell(i, buf, rows, rows.at[r], states[r])
		}
	}
}

// follow takes states over to those after the column, by the numbers of cells,
// and returns how many rows it misses: those of which it doesn't know a state,
// or for which there is none.
func (key *keyColumn) follow(numbers []uint32, states, missed []int32) (misses int) {
	next, shift := key.next, key.shift&31
	numbers, missed = numbers[:len(states)], missed[:len(states)]
	for r, state := range states {
		missed[misses] = int32(r)
		// A cell without a number, and a row without a state, lead beyond next.
		if to := uint(state)<<shift | uint(numbers[r]-1); to < uint(len(next)) && next[to] != 0 {
			states[r] = next[to]
		} else {
			misses++
		}
	}
	return misses
}

// readCell is the state after the i-th column of a row.
func (k *automaton) readCell(i int, buf []byte, rows *rows, at, state int32) int32 {
	key := k.keys[i]
	start, end, ok := rows.unquoted(buf, at, key.column)
	if !ok {
		return forLedger
	}
	group, ok := k.group(key, buf, start, end)
	if !ok {
		return noRoom
	}
	if to := uint(state)<<key.shift | uint(group); to < uint(len(key.next)) && key.next[to] != 0 {
		return key.next[to]
	}
	return k.learn(i, state, group)
}

// group is the group of a cell, or false where there is no room for another.
func (k *automaton) group(key *keyColumn, buf []byte, start, end int) (n uint32, ok bool) {
	if n, ok = key.cells.find(buf, start, end); ok {
		return n, true
	}
	g := k.look(key, string(buf[start:end]))
	id := g.id()
	n, ok = key.byGroup[id]
	if !ok {
		if len(key.groups) >= maxGroups || len(g.locality) > maxLocality {
			return 0, false
		}
		if n = uint32(len(key.groups)); !key.makeRoom(0, n) {
			return 0, false
		}
		g.set = slices.Clone(g.set)
		key.groups = append(key.groups, g)
		key.byGroup[id] = n
	}
	if !key.cells.put(buf, start, end, n) { // it is full, or the cell as long as a book
		key.cells.clear()
		key.cells.put(buf, start, end, n)
	}
	return n, true
}

// maxLocality is how long a name of a locality may be to be remembered.
const maxLocality = 200

// id is a text that is the same where two groups are.
func (g *cellGroup) id() string {
	b := make([]byte, 0, 64)
	for _, word := range g.set {
		b = binary.LittleEndian.AppendUint64(b, word)
	}
	return string(append(append(b, byte(g.flags)), g.locality...))
}

// look looks at a cell. Its set is valid until the next call.
func (k *automaton) look(key *keyColumn, cell string) (g cellGroup) {
	g.set = k.scratch
	if key.tested != nil {
		key.tested.Test(g.set, cell)
	} else {
		for i := range g.set {
			g.set[i] = ^uint64(0)
		}
	}
	switch {
	case key.identity && k.layout.Suspect(cell), !key.identity && k.layout.Labels(cell):
		g.flags |= ledgerOnly
	case key.identity && !key.date && !key.period && k.layout.Identifies(cell):
		g.flags |= identifies
	case key.identity:
		g.flags |= silent
	}
	if key.date && !k.layout.DateFits(cell) || key.period && !k.layout.PeriodFits(cell) {
		g.flags |= ledgerOnly
	}
	if key.locality {
		g.locality = cell
	}
	return g
}

// and is what g and another column's cell say together.
func (g cellGroup) and(cell cellGroup) cellGroup {
	both := cellGroup{flags: g.flags | cell.flags, locality: g.locality + cell.locality, set: slices.Clone(cell.set)}
	for i := range g.set {
		both.set[i] &= g.set[i]
	}
	return both
}

// learn is the state after the i-th column, from one before it, for a group that
// it wasn't known for, or noRoom.
func (k *automaton) learn(i int, from int32, group uint32) int32 {
	key := k.keys[i]
	g := key.groups[group]
	if i > 0 {
		g = k.keys[i-1].states[from].and(g)
	}
	id := g.id()
	next, ok := key.byState[id]
	if !ok {
		if len(key.states) >= maxStates {
			return noRoom
		}
		next = int32(len(key.states))
		s := state{cellGroup: g}
		if i == len(k.keys)-1 {
			s.class = k.classOf(&g)
		}
		key.states = append(key.states, s)
		key.byState[id] = next
	}
	if key.makeRoom(from, group) {
		key.next[uint(from)<<key.shift|uint(group)] = next
	}
	return next
}

// makeRoom makes room for a transition, if there may be so many.
func (key *keyColumn) makeRoom(state int32, group uint32) bool {
	shift := key.shift
	for group>>shift != 0 {
		shift++
	}
	size := max(len(key.next)>>key.shift, 16)
	for size <= int(state) {
		size *= 2
	}
	if size<<shift > maxTransitions {
		return false
	}
	if size<<shift > len(key.next) || shift != key.shift {
		next := make([]int32, size<<shift)
		for i, n := range key.next {
			next[i>>key.shift<<shift|i&(1<<key.shift-1)] = n
		}
		key.next, key.shift = next, shift
	}
	return true
}

// classOf is the class of records of which all columns say so much.
func (k *automaton) classOf(g *cellGroup) int32 {
	if g.flags&^silent != identifies {
		return forLedger
	}
	c := k.layout.Classifier.Classify(g.set, g.locality)
	n, ok := k.numbers[c]
	if !ok {
		if len(k.classes) >= maxClasses {
			return forLedger
		}
		n = int32(len(k.classes))
		c.Unlisted = strings.Clone(c.Unlisted)
		k.classes = append(k.classes, &c)
		k.numbers[c] = n
	}
	if g.flags&silent != 0 {
		n |= partly
	}
	return n
}

// workOut is the class of a row of which there was no room to learn.
func (k *automaton) workOut(buf []byte, rows *rows, at int32) int32 {
	all := cellGroup{set: make(classify.RuleSet, len(k.scratch))}
	for i := range all.set {
		all.set[i] = ^uint64(0)
	}
	for _, key := range k.keys {
		start, end, ok := rows.unquoted(buf, at, key.column)
		if !ok {
			return forLedger
		}
		all = all.and(k.look(key, string(buf[start:end])))
	}
	return k.classOf(&all)
}
