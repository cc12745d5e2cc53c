package claims

import (
	"apr/regs/claims/facts"
	"apr/regs/claims/markup"
)

// part is where a reader has come to in a text with headings.
type part struct {
	headings []markup.Heading // those to come
	open     []markup.Heading // those that the place stands under, the highest first
}

// locality is the locality that a place of the text stands under, or "". Places come
// in order.
func (p *part) locality(at int, things map[string]*facts.Thing) string {
	for len(p.headings) > 0 && p.headings[0].At <= at {
		h := p.headings[0]
		p.headings = p.headings[1:]
		for len(p.open) > 0 && p.open[len(p.open)-1].Level >= h.Level {
			p.open = p.open[:len(p.open)-1]
		}
		p.open = append(p.open, h)
	}
	for i := len(p.open) - 1; i >= 0; i-- {
		if name := p.open[i].Words; things["locality:"+name] != nil {
			return name
		}
	}
	return ""
}
