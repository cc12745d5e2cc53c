package finance

import (
	"cmp"
	"context"
	"io"
	"io/fs"
	"maps"
	"math/bits"
	"slices"
	"strings"

	"apr/internal/table"
	"apr/internal/table/celltext"
)

// ledger reads a ledger for the figures that it makes, on the strict path.
func (t *tracer) ledger(ctx context.Context, fsys fs.FS, l *LedgerSpec) error {
	wanted := func(target *traceTarget) bool {
		amount, plan := t.columns(l, target.key)
		return !target.fromHistory && (amount || plan)
	}
	if !slices.ContainsFunc(t.targets, wanted) {
		return nil
	}
	spec := *l
	spec.Year = cmp.Or(l.Year, t.spec.Year)
	out := &ledgerRead{spec: &spec, groups: map[string]*centreGroup{}}
	out.ledger.Kind = spec.Holds()
	opened, err := table.Open(fsys, ledgerTable(&spec, progressOf(ctx)))
	if err != nil {
		return err
	}
	defer opened.Close() // read only: nothing can be lost
	w := &ledgerWalk{tracer: t, spec: l, reader: newLedgerReader(opened, out, t.rules), deciding: map[decision]int{}}
	w.reader.table.Records = opened.Records
	for i := range t.spec.Ledgers {
		if &t.spec.Ledgers[i] == l {
			w.index = i
		}
	}
	for i := range t.rules.rules { // those that bind keeps, in its order
		if rule := &t.rules.rules[i]; rule.isFor(l.Partner) && rule.isOn(opened.Index) {
			w.numbers = append(w.numbers, i+1)
		}
	}
	w.describe()
	for _, target := range t.targets {
		if wanted(target) {
			w.targets = append(w.targets, target)
		}
	}
	return w.lines(ctx)
}

// ledgerWalk is a ledger being read line by line.
type ledgerWalk struct {
	tracer  *tracer
	spec    *LedgerSpec
	index   int // of the ledger in the specification
	reader  *ledgerReader
	numbers []int // of the classifier's rules in the specification, from 1
	targets []*traceTarget
	cells   []string // names of the columns that describe a line
	counted []tally  // the reader's tallies as they were before a record
	// deciding remembers which rule decided, by class and set of rules.
	deciding map[decision]int
}

type decision struct {
	dimension dimension
	set       string
}

// describe chooses the columns that say what a line is.
func (w *ledgerWalk) describe() {
	for _, name := range slices.Sorted(maps.Keys(w.reader.table.Index)) {
		if !w.reader.isMoney(w.reader.table.Index[name]) {
			w.cells = append(w.cells, name)
		}
	}
}

// lines reads all records. What a record counted for is told by what the reader
// made of it, so that the trace can't differ from the account.
func (w *ledgerWalk) lines(ctx context.Context) error {
	r := w.reader
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		record, err := r.table.Records.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		before, lines, planned := r.out.ledger, r.lines.sum, r.planned.sum
		if err := r.record(record); err != nil {
			return err
		}
		if r.out.ledger.Classified+r.out.ledger.Unclassified == before.Classified+before.Unclassified {
			continue // a blank, a total row, a line without an amount
		}
		w.line(record, r.lines.sum-lines, r.planned.sum-planned)
	}
}

// line adds a line to the figures that it makes.
func (w *ledgerWalk) line(record []string, amount, planned Money) {
	r := w.reader
	for len(w.counted) < len(r.tallies) {
		w.counted = append(w.counted, tally{})
	}
	n := w.class(record)
	t := &r.tallies[n]
	hasAmount, hasPlan := t.amount.lines > w.counted[n].amount.lines, t.plan.lines > w.counted[n].plan.lines
	w.counted[n] = *t
	for _, target := range w.targets {
		own, plan := w.tracer.columns(w.spec, target.key)
		m := amount
		switch {
		case own && !hasAmount, plan && !hasPlan:
			continue
		case plan:
			m = planned
		}
		apportioned, belongs := w.belongs(target, &t.class)
		if belongs {
			w.add(target, record, m, plan, apportioned)
		}
	}
}

// class is the number of the class that the reader has just counted a line to.
// A record with a cell too many or too few was mended first, so it is told by
// what has changed.
func (w *ledgerWalk) class(record []string) int {
	if len(record) == len(w.reader.table.Header) {
		return w.reader.classifier.number(record)
	}
	for n := range w.counted {
		if t := &w.reader.tallies[n]; t.amount.lines+t.plan.lines > w.counted[n].amount.lines+w.counted[n].plan.lines {
			return n
		}
	}
	return 0 // not reached: the line was counted
}

// belongs reports whether lines of a class make a figure, and the apportionment
// by which they do.
func (w *ledgerWalk) belongs(target *traceTarget, k *class) (apportioned string, ok bool) {
	key := target.key
	switch key.dimension {
	case byTotal:
		return "", true
	case byPartner:
		return "", key.item == w.spec.Partner
	case byFunding:
		return "", key.item == string(k.funding)
	}
	if key.measure == fundingMeasure {
		return "", false
	}
	switch key.dimension {
	case byMatter:
		return "", key.item == string(k.matter)
	case byUnclassified:
		return "", k.matter == ""
	case byCareGroup:
		return "", key.item == k.careGroup
	case byService:
		return "", key.item == k.service
	case byUnallocated:
		return "", k.locality == "" && k.apportion == ""
	}
	if k.locality != "" {
		return "", key.item == k.locality
	}
	return k.apportion, w.tracer.sharesIn(k.apportion, key.item)
}

// sharesIn reports whether an apportionment gives a locality a share.
func (t *tracer) sharesIn(apportionment, locality string) bool {
	for i := range t.spec.Apportions {
		if a := &t.spec.Apportions[i]; a.Name == apportionment {
			return slices.ContainsFunc(a.Shares, func(s Share) bool { return t.rules.localities[celltext.Fold(s.Locality)] == locality })
		}
	}
	return false
}

// add adds a line to a figure.
func (w *ledgerWalk) add(target *traceTarget, record []string, m Money, plan bool, apportioned string) {
	key := partKey{ledger: w.index, column: w.column(plan), apportioned: apportioned}
	key.rule, key.because = w.decides(target.key.dimension, record)
	p := target.parts[key]
	if p == nil {
		p = &Part{File: w.spec.File, Partner: w.spec.Partner, Column: key.column, Rule: key.rule, Because: key.because}
		target.parts[key] = p
		target.order = append(target.order, key)
	}
	p.Lines++
	p.Amount += m
	w.largest(target, record, m, key)
}

// column is the header that amounts stand under.
func (w *ledgerWalk) column(plan bool) string {
	r := w.reader
	at := r.amounts
	if plan {
		at = r.plan
	}
	if at < 0 {
		return celltext.Spaced(r.table.Header[r.debit]) + " less " + celltext.Spaced(r.table.Header[r.credit])
	}
	return celltext.Spaced(r.table.Header[at])
}

// decides is the first rule that matches a line and names what figures of the
// dimension are about, or what decided in its stead.
func (w *ledgerWalk) decides(d dimension, record []string) (rule int, because string) {
	c := w.reader.classifier
	locality := d == byLocality || d == byUnallocated
	if named := celltext.Spaced(celltext.At(record, c.locality)); locality && named != "" {
		return 0, "the ledger's own column of localities"
	}
	var set strings.Builder
	for _, word := range c.set {
		for shift := 0; shift < 64; shift += 8 {
			set.WriteByte(byte(word >> shift))
		}
	}
	known := decision{d, set.String()}
	rule, ok := w.deciding[known]
	if !ok {
		rule = w.firstNaming(d, c)
		w.deciding[known] = rule
	}
	switch {
	case rule > 0:
		return rule, ""
	case d == byPartner:
		return 0, "all lines of the partner's ledger"
	case d == byFunding && w.spec.Funding != "":
		return 0, "the funding of the ledger"
	case w.reader.out.ledger.Kind == Funded:
		return 0, "all lines of a ledger of funding"
	}
	return 0, "no rule"
}

// firstNaming is the number of the first rule among those that match which names
// what the dimension is about; 0 where none does. A total is broken down by the
// rules that name matters.
func (w *ledgerWalk) firstNaming(d dimension, c *classifier) int {
	for i, word := range c.set {
		for ; word != 0; word &= word - 1 {
			n := i*64 + bits.TrailingZeros64(word)
			if n < len(c.rules) && names(&c.rules[n], d) {
				return w.numbers[n]
			}
		}
	}
	return 0
}

// names reports whether a rule's class names what a dimension is about.
func names(k *class, d dimension) bool {
	switch d {
	case byCareGroup:
		return k.careGroup != ""
	case byService:
		return k.service != ""
	case byFunding:
		return k.funding != ""
	case byLocality, byUnallocated:
		return k.locality != "" || k.apportion != ""
	case byPartner:
		return false
	}
	return k.matter != ""
}

// largest keeps the lines with the largest amounts, the earlier of equals first.
func (w *ledgerWalk) largest(target *traceTarget, record []string, m Money, key partKey) {
	list := target.trace.Largest
	at, _ := slices.BinarySearchFunc(list, m, func(l TracedLine, m Money) int {
		if l.Amount.magnitude() >= m.magnitude() {
			return -1
		}
		return 1
	})
	if at >= w.tracer.largest {
		return
	}
	line := TracedLine{Position: w.reader.table.Records.Position(w.reader.amountAt()), Rule: key.rule, Amount: m, Apportionment: key.apportioned}
	for _, name := range w.cells {
		text := celltext.Spaced(celltext.At(record, w.reader.table.Index[name]))
		if name == dateColumn || name == periodColumn {
			text = w.reader.shownDate(text)
		}
		if text != "" {
			line.Cells = append(line.Cells, TracedCell{name, strings.Clone(text)})
		}
	}
	list = slices.Insert(list, at, line)
	target.trace.Largest = list[:min(len(list), w.tracer.largest)]
}

// comparePartKeys orders parts as apr.yaml does: by ledger, then by rule, what no
// rule decided last.
func comparePartKeys(a, b partKey) int {
	last := func(rule int) int {
		if rule == 0 {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(a.ledger, b.ledger), cmp.Compare(a.column, b.column), cmp.Compare(last(a.rule), last(b.rule)),
		cmp.Compare(a.rule, b.rule), cmp.Compare(a.because, b.because), cmp.Compare(a.apportioned, b.apportioned))
}
