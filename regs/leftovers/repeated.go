package leftovers

import (
	"fmt"
	"strings"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/sentence"
)

// leastWords is how long a paragraph has to be before its return is reported:
// shorter ones are often the same for good reason.
const leastWords = 25

// standing are the texts that may stay as they are from year to year.
var standing = []string{"opening.about", "opening.glossary"}

// Repeated finds paragraphs that are word for word in last year's report.
// Those with a reference to data are new with the data.
func (p *Prose) Repeated(last *project.Narrative) []Finding {
	r := &reader{Prose: p}
	if last == nil {
		return nil
	}
	before := map[string]source.Position{}
	last.EachText(func(name string, t *yamlpos.Text) {
		for _, q := range paragraphs(name, t) {
			if _, twice := before[q.words]; !twice {
				before[q.words] = t.At(q.at)
			}
		}
	})
	p.report.Narrative.EachText(func(name string, t *yamlpos.Text) {
		in := &sentence.Passage{Name: name, Text: *t}
		for _, q := range paragraphs(name, t) {
			if _, same := before[q.words]; same {
				r.add(in, q.at, "say what is true of this year, or leave it out",
					fmt.Sprintf("the paragraph %q stands word by word in last year's report, at %s", beginning(q.words), before[q.words]))
			}
		}
	})
	return r.findings
}

// paragraph is one paragraph of a text, its words in a row.
type paragraph struct {
	at    int
	words string
}

func paragraphs(name string, t *yamlpos.Text) []paragraph {
	for _, s := range standing {
		if strings.HasPrefix(name, s) {
			return nil
		}
	}
	if project.IsStub(*t) {
		return nil
	}
	var all []paragraph
	at := 0
	for _, block := range strings.SplitAfter(t.Markdown, "\n\n") {
		words := strings.Fields(block)
		if len(words) >= leastWords && !strings.Contains(block, "{{") && sentence.IsProse(block) {
			blanks := len(block) - len(strings.TrimLeft(block, " \n\t"))
			all = append(all, paragraph{at + blanks, strings.Join(words, " ")})
		}
		at += len(block)
	}
	return all
}

// beginning is the first words of a paragraph.
func beginning(words string) string {
	w := strings.Fields(words)
	return strings.Join(w[:min(8, len(w))], " ") + " …"
}
