package regs

import (
	"fmt"

	"apr/internal/garbled"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// checkGarbled finds words whose letters were garbled on their way, wherever they would
// be printed: in texts, titles, names, tables and measures. Each text is told once.
func checkGarbled(r *project.Project, pass *Pass) {
	r.EachMarkdown(func(t yamlpos.Text) {
		if found := garbled.Find(t.Markdown); len(found) > 0 {
			pass.garbled(t.Markdown, found, t.At(found[0].Start))
		}
	})
	plain := func(s string, at source.Position) {
		if found := garbled.Find(s); len(found) > 0 {
			pass.garbled(s, found, at)
		}
	}
	r.EachString(plain)
	if r.Framework == nil {
		return
	}
	for _, m := range r.Framework.Measures {
		for _, s := range []string{m.Title, m.Unit, m.Owner, m.Source} {
			plain(s, m.Position)
		}
	}
}

func (p *Pass) garbled(s string, found []garbled.Found, at source.Position) {
	first := found[0]
	word, more := s[first.Start:first.End], ""
	if n := len(found) - 1; n > 0 {
		more = fmt.Sprintf(", as %d more of the text are", n)
		if n == 1 {
			more = ", as one more of the text is"
		}
	}
	if first.Meant == "" {
		p.add(Finding{Position: at, Likely: true, Found: fmt.Sprintf("a letter of the word %q is lost%s", word, more),
			Hint: "write the letter that was there, such as ’, £ or à, or paste the text again from where it came"})
		return
	}
	p.add(Finding{Position: at, Likely: true, Found: fmt.Sprintf("the word %q is garbled%s: it was %q", word, more, first.Meant),
		Hint: fmt.Sprintf("write %q, or paste the text again from where it came: a program has read it in the wrong encoding", first.Meant)})
}
