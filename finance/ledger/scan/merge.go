package scan

import (
	"bytes"
	"context"
	"io"
	"strings"

	"apr/internal/table"
)

// merge adds a block to the ledger.
func (f *reader) merge(ctx context.Context, b *block) error {
	if err := f.mergeText(ctx, b); err != nil {
		return err
	}
	if b.rest == nil {
		return nil
	}
	return f.byRecord(ctx, b.rest)
}

func (f *reader) mergeText(ctx context.Context, b *block) error {
	if b.replay || f.ledger.Near(4*maxBlock) {
		return f.byRecord(ctx, bytes.NewReader(b.text))
	}
	var done Count
	classes, centres := b.classes, b.centres
	// What is met first comes first, as record by record.
	before := func(line int) {
		for ; len(classes) > 0 && classes[0].first() < line; classes = classes[1:] {
			c := &classes[0]
			f.ledger.AddClass(c.class, c.lines, f.inText(c.amount), f.inText(c.plan))
		}
		for ; len(centres) > 0 && centres[0].First < line; centres = centres[1:] {
			centres[0].First += f.line + 1
			f.ledger.AddCentre(&centres[0])
		}
	}
	bounds := b.bounds
	boundsBefore := func(line int) {
		for ; len(bounds) > 0 && bounds[0].line < line; bounds = bounds[1:] {
			f.count(bounds[0].since(done))
			done = bounds[0].Count
			f.ledger.Bound()
		}
	}
	for i := range b.odd {
		o := &b.odd[i]
		before(o.line)
		boundsBefore(o.line)
		f.count(o.since(done))
		done = o.Count
		if err := f.ledger.AddRecord(f.line+o.line+1, f.cells(b.buf[o.start:o.end])); err != nil {
			return err
		}
	}
	boundsBefore(b.newlines + 1)
	before(b.newlines + 1)
	f.count(b.since(done))
	for i := range b.sample {
		b.sample[i].At += f.line + 1
	}
	f.layout.Sketch.Add(b.sample...)
	if b.last >= 0 {
		f.last = f.line + b.last + 1
	}
	f.line += b.newlines
	return nil
}

// count counts lines of the next block.
func (f *reader) count(n Count) {
	n.Last.Line += f.line + 1
	f.ledger.Count(n)
}

// inText is a sum of the next block with its first line as it counts in the text.
func (f *reader) inText(s Sum) Sum {
	s.First += f.line + 1
	return s
}

// byRecord reads text record by record.
func (f *reader) byRecord(ctx context.Context, text io.Reader) error {
	var lines countNewlines
	records := table.NewTextRecords(f.layout.File, io.TeeReader(text, &lines), rune(f.layout.Text.Separator), f.line)
	records.Last = f.last
	err := f.ledger.AddRecords(ctx, records)
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
func (f *reader) cells(record []byte) (cells []string) {
	text := strings.TrimSuffix(strings.TrimSuffix(string(record), "\n"), "\r")
	separator := string(rune(f.layout.Text.Separator))
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
