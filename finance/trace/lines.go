package trace

import (
	"cmp"
	"context"
	"io"
	"io/fs"
	"maps"
	"math/bits"
	"slices"
	"strings"

	"apr/finance"
	"apr/finance/account"
	"apr/finance/classify"
	"apr/finance/ledger"
	"apr/internal/table/celltext"
)

// ledger reads a ledger for the figures that it makes, record by record.
func (t *tracer) ledger(ctx context.Context, fsys fs.FS, l *finance.LedgerSpec) error {
	wanted := func(target *traceTarget) bool {
		amount, plan := t.columns(l, target.key)
		return !target.fromHistory && (amount || plan)
	}
	if !slices.ContainsFunc(t.targets, wanted) {
		return nil
	}
	spec := *l
	spec.Year = cmp.Or(l.Year, t.spec.Year)
	out := &ledger.Result{Spec: &spec, Groups: map[string]*ledger.CentreGroup{}}
	out.Ledger.Kind = spec.Holds()
	opened, err := ledger.OpenTable(fsys, ledger.TableOf(&spec, finance.ProgressOf(ctx)))
	if err != nil {
		return err
	}
	defer opened.Close() // read only: nothing can be lost
	w := &ledgerWalk{tracer: t, spec: l, reader: ledger.NewReader(opened, out, t.rules), deciding: map[decision]int{}}
	w.reader.Table.Records = opened.Records
	for i := range t.spec.Ledgers {
		if &t.spec.Ledgers[i] == l {
			w.index = i
		}
	}
	for i := range t.rules.Rules { // those that bind keeps, in its order
		if rule := &t.rules.Rules[i]; rule.IsFor(l.Partner) && rule.IsOn(opened.Index) {
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
	spec    *finance.LedgerSpec
	index   int // of the ledger in the specification
	reader  *ledger.Reader
	numbers []int // of the classifier's rules in the specification, from 1
	targets []*traceTarget
	cells   []string       // names of the columns that describe a line
	counted []ledger.Tally // the reader's tallies as they were before a record
	// deciding remembers which rule decided, by class and set of rules.
	deciding map[decision]int
}

type decision struct {
	dimension account.Dimension
	set       string
}

// describe chooses the columns that say what a line is.
func (w *ledgerWalk) describe() {
	for _, name := range slices.Sorted(maps.Keys(w.reader.Table.Index)) {
		if !w.reader.IsMoney(w.reader.Table.Index[name]) {
			w.cells = append(w.cells, name)
		}
	}
}

// lines reads all records. What a record counted for is shown by what the reader
// made of it, so that the trace can't differ from the account.
func (w *ledgerWalk) lines(ctx context.Context) error {
	r := w.reader
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		record, err := r.Table.Records.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		before, sums := r.Out.Ledger, r.Sums
		if err := r.Record(record); err != nil {
			return err
		}
		if r.Out.Ledger.Classified+r.Out.Ledger.Unclassified == before.Classified+before.Unclassified {
			continue // a blank, a total row, a line without an amount
		}
		w.line(record, r.Sums.Amount-sums.Amount, r.Sums.Plan-sums.Plan)
	}
}

// line adds a line to the figures that it makes.
func (w *ledgerWalk) line(record []string, amount, planned finance.Money) {
	r := w.reader
	for len(w.counted) < len(r.Tallies) {
		w.counted = append(w.counted, ledger.Tally{})
	}
	n := w.class(record)
	t := &r.Tallies[n]
	hasAmount, hasPlan := t.Amount.Lines > w.counted[n].Amount.Lines, t.Plan.Lines > w.counted[n].Plan.Lines
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
		apportioned, belongs := w.belongs(target, &t.Class)
		if belongs {
			w.add(target, record, m, plan, apportioned)
		}
	}
}

// class is the number of the class that the reader has just counted a line to.
// A record with a cell too many or too few was repaired first, so it is known by
// what has changed.
func (w *ledgerWalk) class(record []string) int {
	if len(record) == len(w.reader.Table.Header) {
		return w.reader.Classifier.Number(record)
	}
	for n := range w.counted {
		if t := &w.reader.Tallies[n]; t.Exclude == "" && t.Amount.Lines+t.Plan.Lines > w.counted[n].Amount.Lines+w.counted[n].Plan.Lines {
			return n
		}
	}
	return 0 // not reached: the line was counted
}

// belongs reports whether lines of a class make a figure, and the apportionment
// by which they do.
func (w *ledgerWalk) belongs(target *traceTarget, k *classify.Class) (apportioned string, ok bool) {
	key := target.key
	switch key.Dimension {
	case account.ByTotal:
		return "", true
	case account.ByPartner:
		return "", key.Item == w.spec.Partner
	case account.ByFunding:
		return "", key.Item == string(k.Funding)
	}
	if key.Measure == account.FundingMeasure {
		return "", false
	}
	switch key.Dimension {
	case account.ByMatter:
		return "", key.Item == string(k.Matter)
	case account.ByUnclassified:
		return "", k.Matter == ""
	case account.ByCareGroup:
		return "", key.Item == k.CareGroup
	case account.ByService:
		return "", key.Item == k.Service
	case account.ByUnallocated:
		return "", k.Locality == "" && k.Apportion == ""
	}
	if k.Locality != "" {
		return "", key.Item == k.Locality
	}
	return k.Apportion, w.tracer.sharesIn(k.Apportion, key.Item)
}

// sharesIn reports whether an apportionment gives a locality a share.
func (t *tracer) sharesIn(apportionment, locality string) bool {
	for i := range t.spec.Apportions {
		if a := &t.spec.Apportions[i]; a.Name == apportionment {
			return slices.ContainsFunc(a.Shares, func(s finance.Share) bool { return t.rules.Localities[celltext.Fold(s.Locality)] == locality })
		}
	}
	return false
}

// add adds a line to a figure.
func (w *ledgerWalk) add(target *traceTarget, record []string, m finance.Money, plan bool, apportioned string) {
	key := partKey{ledger: w.index, column: w.column(plan), apportioned: apportioned}
	key.rule, key.because = w.decides(target.key.Dimension, record)
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

// column is the header that amounts are under.
func (w *ledgerWalk) column(plan bool) string {
	r := w.reader
	at := r.Amounts
	if plan {
		at = r.Plan
	}
	if at < 0 {
		return celltext.Spaced(r.Table.Header[r.Debit]) + " less " + celltext.Spaced(r.Table.Header[r.Credit])
	}
	return celltext.Spaced(r.Table.Header[at])
}

// decides is the first rule that matches a line and names what figures of the
// dimension are about, or what decided in its stead.
func (w *ledgerWalk) decides(d account.Dimension, record []string) (rule int, because string) {
	c := w.reader.Classifier
	locality := d == account.ByLocality || d == account.ByUnallocated
	if named := celltext.Spaced(celltext.At(record, c.Locality)); locality && named != "" {
		return 0, "the ledger's own column of localities"
	}
	var set strings.Builder
	for _, word := range c.Set {
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
	case d == account.ByPartner:
		return 0, "all lines of the partner's ledger"
	case d == account.ByFunding && w.spec.Funding != "":
		return 0, "the funding of the ledger"
	case w.reader.Out.Ledger.Kind == finance.Funded:
		return 0, "all lines of a ledger of funding"
	}
	return 0, "no rule"
}

// firstNaming is the number of the first rule among those that match which names
// what the dimension is about; 0 where none does. A total is broken down by the
// rules that name matters.
func (w *ledgerWalk) firstNaming(d account.Dimension, c *classify.Classifier) int {
	for i, word := range c.Set {
		for ; word != 0; word &= word - 1 {
			n := i*64 + bits.TrailingZeros64(word)
			if n < len(c.Rules) && names(&c.Rules[n], d) {
				return w.numbers[n]
			}
		}
	}
	return 0
}

// names reports whether a rule's class names what a dimension is about.
func names(k *classify.Class, d account.Dimension) bool {
	switch d {
	case account.ByCareGroup:
		return k.CareGroup != ""
	case account.ByService:
		return k.Service != ""
	case account.ByFunding:
		return k.Funding != ""
	case account.ByLocality, account.ByUnallocated:
		return k.Locality != "" || k.Apportion != ""
	case account.ByPartner:
		return false
	}
	return k.Matter != ""
}

// largest keeps the lines with the largest amounts, the earlier of equals first.
func (w *ledgerWalk) largest(target *traceTarget, record []string, m finance.Money, key partKey) {
	list := target.trace.Largest
	at, _ := slices.BinarySearchFunc(list, m, func(l Line, m finance.Money) int {
		if l.Amount.Magnitude() >= m.Magnitude() {
			return -1
		}
		return 1
	})
	if at >= w.tracer.largest {
		return
	}
	line := Line{Position: w.reader.Table.Records.Position(w.reader.AmountAt()), Rule: key.rule, Amount: m, Apportionment: key.apportioned}
	for _, name := range w.cells {
		text := celltext.Spaced(celltext.At(record, w.reader.Table.Index[name]))
		if name == finance.DateColumn || name == finance.PeriodColumn {
			text = w.reader.ShownDate(text)
		}
		if text != "" {
			line.Cells = append(line.Cells, Cell{name, strings.Clone(text)})
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
