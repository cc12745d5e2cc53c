package mentions

import (
	"strings"

	"apr/internal/source"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/sentence"
)

// Rows keeps what the rows of a table count of the localities: "| Glenside | 5 |" below
// "General practices".
func (r *Reader) Rows(kept *Kept, p *sentence.Passage, rows [][]facts.Cell, caption string) {
	if len(rows) < 3 || strings.Contains(caption, "20") {
		return // of another time, perhaps
	}
	for _, row := range rows[2:] {
		if !r.localities[row[0].Text] {
			continue
		}
		for col := 1; col < min(len(row), len(rows[0])); col++ {
			q, ok := r.lexicon.PlainFigure(row[col].Text)
			words := strings.Fields(strings.ToLower(rows[0][col].Text))
			if !ok || !q.IsWhole() || len(words) == 0 || len(words) > 3 || !isPluralNoun(words[len(words)-1]) {
				continue
			}
			m := &Mention{Head: singular(words[len(words)-1]), place: "locality:" + row[0].Text, manner: ofAll, is: exact.Interval{Low: q.Value, High: q.Value}}
			m.written, m.noun, m.name = row[col].Text, strings.Join(words, " "), p.Name
			if does(m.Head).has(uncounted|generic) || measured()[words[len(words)-1]] {
				continue
			}
			for _, w := range words[:len(words)-1] {
				if !does(w).has(silent) {
					m.kinds = append(m.kinds, oneOf(w))
				}
			}
			m.named()
			m.settle()
			m.At, m.End = p.Text.At(row[col].At), p.Text.At(row[col].At+len(row[col].Text))
			m.Sentence = source.Position{File: m.At.File, Line: m.At.Line, Column: 1}
			kept.Mentions = append(kept.Mentions, m)
		}
	}
}
