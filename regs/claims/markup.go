package claims

import (
	"path"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/facts"
)

// beginsPage finds what a page of HTML begins with.
var beginsPage = lazyregexp.Lazy(`(?is)^(?:\x{FEFF}|\s)*<(?:!doctype html|\?xml\b|html|head|body|main|header|nav|section|article|div|p|table|ul|ol|h[1-6])\b`)

// isPage reports whether a file is a page of HTML, by its name or by what it begins with.
func isPage(name, content string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return true
	}
	return beginsPage().MatchString(content)
}

var markdownHeading = lazyregexp.Lazy(`(?m)^ {0,3}(#{1,6})[ \t]+(\S.*?)[ \t]*#*[ \t]*$`)

// headings are the headings of Markdown.
func headings(text string) (list []Heading) {
	for _, m := range markdownHeading().FindAllStringSubmatchIndex(text, -1) {
		words := strings.Join(strings.Fields(text[m[4]:m[5]]), " ")
		list = append(list, Heading{At: m[1], Level: m[3] - m[2], Words: words})
	}
	return list
}

// part is where a reader has come to in a text with headings.
type part struct {
	headings []Heading // those to come
	open     []Heading // those that the place stands under, the highest first
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
