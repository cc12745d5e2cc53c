package claims

import (
	"html"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/facts"
	"apr/regs/sentence"
)

var (
	scriptHTML = lazyregexp.Lazy(`(?is)<script\b.*?</script>|<!--.*?-->`)
	styleHTML  = lazyregexp.Lazy(`(?is)<style\b.*?</style>`)
	headerHTML = lazyregexp.Lazy(`(?is)<head\b.*?</head>`)
	svgHTML    = lazyregexp.Lazy(`(?is)<svg\b.*?</svg>`)
	navHTML    = lazyregexp.Lazy(`(?is)<nav\b.*?</nav>`)
	tableHTML  = lazyregexp.Lazy(`(?is)<table\b.*?</table>`)
	headHTML   = lazyregexp.Lazy(`(?is)<h[1-6]\b[^>]*>.*?</h[1-6]>|<blockquote\b.*?</blockquote>`)
	blockTag   = lazyregexp.Lazy(`(?i)</?(?:p|div|li|ul|ol|section|article|main|br|dd|dt|dl|figure|figcaption|aside|header|footer|body|html)\b[^>]*>`)
	anyTag     = lazyregexp.Lazy(`<[^<>]*>`)
	entity     = lazyregexp.Lazy(`&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,30});`)
	isHTML     = lazyregexp.Lazy(`(?is)^\s*<(?:!doctype|html|body|p|div|h[1-6])\b`)
)

// plainText makes text of HTML, and of text with page breaks, with every byte in its
// place: a tag becomes as many blanks. Tables, headings and quotations are no
// prose and are left out; how many lines that are is reported.
func plainText(text string) (string, sentence.LeftOut) {
	if !isHTML().MatchString(text) {
		if strings.Contains(text, "\f") {
			return pages(text)
		}
		return text, sentence.LeftOut{}
	}
	var left sentence.LeftOut
	for _, table := range tableHTML().FindAllString(text, -1) {
		left.Tables += strings.Count(table, "<tr")
	}
	for _, head := range headHTML().FindAllString(text, -1) {
		if strings.HasPrefix(strings.ToLower(head), "<h") {
			left.Headings++
		} else {
			left.Quotations++
		}
	}
	blank := func(re *lazyregexp.Regexp, fill string) {
		text = re.ReplaceAllStringFunc(text, func(s string) string { return blanked(s, fill) })
	}
	for _, re := range []func() *lazyregexp.Regexp{scriptHTML, styleHTML, headerHTML, svgHTML, navHTML, tableHTML} {
		blank(re(), "\n\n")
	}
	blank(headHTML(), "\n\n")
	blank(blockTag(), "\n\n")
	blank(anyTag(), "")
	return entity().ReplaceAllStringFunc(text, func(s string) string {
		plain := html.UnescapeString(s)
		if plain == " " {
			plain = " "
		}
		if len(plain) > len(s) {
			return s
		}
		return plain + strings.Repeat(" ", len(s)-len(plain))
	}), left
}

var (
	htmlHeading     = lazyregexp.Lazy(`(?is)<h([1-6])\b[^>]*>(.*?)</h[1-6]>`)
	markdownHeading = lazyregexp.Lazy(`(?m)^ {0,3}(#{1,6})[ \t]+(\S.*?)[ \t]*#*[ \t]*$`)
)

// headings are the headings of HTML or Markdown.
func headings(text string) (list []Heading) {
	page := isHTML().MatchString(text)
	pattern := markdownHeading()
	if page {
		pattern = htmlHeading()
	}
	for _, m := range pattern.FindAllStringSubmatchIndex(text, -1) {
		h := Heading{At: m[1], Level: m[3] - m[2], Words: text[m[4]:m[5]]}
		if page {
			h.Level = int(text[m[2]] - '0')
			h.Words = html.UnescapeString(anyTag().ReplaceAllString(h.Words, ""))
		}
		h.Words = strings.Join(strings.Fields(h.Words), " ")
		list = append(list, h)
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

// blanked is as many blanks as a text has bytes, its line ends kept, begun with
// fill where there is room.
func blanked(s, fill string) string {
	b := []byte(s)
	for i := range b {
		if b[i] != '\n' {
			b[i] = ' '
		}
	}
	if !strings.Contains(s, "\n\n") && len(b) >= len(fill) {
		copy(b, fill)
	}
	return string(b)
}
