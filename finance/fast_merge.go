package finance

import (
	"bytes"
	"context"
	"io"
	"strings"

	"apr/internal/source"
	"apr/internal/table"
)

// merge adds a block to the ledger.
func (f *fastReader) merge(ctx context.Context, b *block) error {
	if err := f.mergeText(ctx, b); err != nil {
		return err
	}
	if b.rest == nil {
		return nil
	}
	return f.strict(ctx, b.rest)
}

func (f *fastReader) mergeText(ctx context.Context, b *block) error {
	if b.replay || f.mayOverflow() {
		return f.strict(ctx, bytes.NewReader(b.text))
	}
	at := &lineAt{file: f.r.out.spec.File}
	f.r.table.Records = at
	var done oddRecord
	classes, centres := b.classes, b.centres
	// What is met first comes first, as on the strict path.
	before := func(line int) {
		for ; len(classes) > 0 && classes[0].first() < line; classes = classes[1:] {
			f.mergeClass(&classes[0], at)
		}
		for ; len(centres) > 0 && int(centres[0].first) < line; centres = centres[1:] {
			f.mergeCentre(&centres[0], at)
		}
	}
	for i := range b.odd {
		o := &b.odd[i]
		before(o.line)
		f.advance(&done, o)
		at.line = f.line + o.line + 1
		if err := f.r.record(f.cells(b.buf[o.start:o.end])); err != nil {
			return err
		}
	}
	before(b.newlines + 1)
	f.advance(&done, &oddRecord{zero: b.zero, classified: b.classified, others: b.unclassified, sum: b.sum, planned: b.planned})
	if b.last >= 0 {
		f.last = f.line + b.last + 1
	}
	f.line += b.newlines
	return nil
}

// mergeCentre adds a block's unclassified lines of one cost centre.
func (f *fastReader) mergeCentre(c *centreSum, at *lineAt) {
	at.line = f.line + int(c.first) + 1
	g := f.r.centre(c.name, at.Position(0))
	g.Lines += int(c.lines)
	g.Total += c.total
	g.describe(c.description)
	if c.varied {
		g.Description, g.varied = "", true
	}
	f.r.out.ledger.UnclassifiedTotal += c.total
}

// advance adds the lines of a block between two odd records to what total rows
// are checked against.
func (f *fastReader) advance(from, to *oddRecord) {
	r, ledger := f.r, &f.r.out.ledger
	r.lines.sum += to.sum - from.sum
	r.planned.sum += to.planned - from.planned
	ledger.Zero += to.zero - from.zero
	ledger.Classified += to.classified - from.classified
	ledger.Unclassified += to.others - from.others
	ledger.Lines += to.zero - from.zero + to.classified - from.classified + to.others - from.others
	*from = *to
}

// mergeClass adds a block's lines of one class.
func (f *fastReader) mergeClass(s *classSum, at *lineAt) {
	r := f.r
	n, ok := f.numbers[s.class]
	if !ok {
		n = r.classifier.numberOf(*s.class)
		f.numbers[s.class] = n
	}
	r.makeTallies(n)
	t := &r.tallies[n]
	add := func(to *sum, s *blockSum) {
		if s.lines == 0 {
			return
		}
		at.line = f.line + s.first + 1
		if first := at.Position(0); to.lines == 0 || first.Compare(to.first) < 0 {
			to.first = first
		}
		to.lines += s.lines
		to.Money += s.Money
	}
	add(&t.amount, &s.amount)
	add(&t.plan, &s.plan)
}

// mayOverflow reports whether any sum is so large that a block's amounts might
// burst it.
func (f *fastReader) mayOverflow() bool {
	large := func(m Money) bool { return m.magnitude() > 1<<63-4*maxBlock }
	for i := range f.r.tallies {
		if t := &f.r.tallies[i]; large(t.amount.Money) || large(t.plan.Money) {
			return true
		}
	}
	return large(f.r.lines.sum) || large(f.r.planned.sum)
}

// strict reads text record by record.
func (f *fastReader) strict(ctx context.Context, text io.Reader) error {
	var lines countNewlines
	records := table.NewTextRecords(f.r.out.spec.File, io.TeeReader(text, &lines), rune(f.text.Separator), f.line)
	records.Last = f.last
	err := f.r.records(ctx, records)
	f.line += int(lines)
	f.last = records.Last
	return err
}

// countNewlines counts what is written to it.
type countNewlines int

func (n *countNewlines) Write(p []byte) (int, error) {
	*n += countNewlines(bytes.Count(p, []byte{'\n'}))
	return len(p), nil
}

// cells takes a sound record apart as encoding/csv does.
func (f *fastReader) cells(record []byte) (cells []string) {
	text := strings.TrimSuffix(strings.TrimSuffix(string(record), "\n"), "\r")
	separator := string(rune(f.text.Separator))
	for {
		if !strings.HasPrefix(text, `"`) {
			before, after, more := strings.Cut(text, separator)
			cells = append(cells, before)
			if text = after; !more {
				return cells
			}
			continue
		}
		i := 1
		for text[i] != '"' || i+1 < len(text) && text[i+1] == '"' {
			if text[i] == '"' {
				i++
			}
			i++
		}
		cells = append(cells, strings.ReplaceAll(strings.ReplaceAll(text[1:i], `""`, `"`), "\r\n", "\n"))
		if i+1 == len(text) {
			return cells
		}
		text = text[i+2:]
	}
}

// lineAt is a recordReader that merely knows where a record stands.
type lineAt struct {
	file string
	line int
}

func (l *lineAt) Next() ([]string, error)      { return nil, io.EOF }
func (l *lineAt) Position(int) source.Position { return source.Position{File: l.file, Line: l.line} }
