package markup

import (
	"bytes"
	"html"
	"slices"
	"strings"

	tokenizer "golang.org/x/net/html"

	"apr/internal/lazyregexp"
	"apr/regs/sentence"
)

// webPage makes Markdown of HTML, with every byte in its place: a tag becomes as many blanks, and
// what it means where there is room. Headings, quotations and the rows of tables are marked, as
// Markdown has them. What a browser doesn't show, menus and drawings are left out.
func webPage(text string) (string, []Heading, sentence.LeftOut) {
	p := &pageReader{text: text, out: []byte(text)}
	p.readAll()
	slices.SortStableFunc(p.headings, func(a, b Heading) int { return a.At - b.At })
	return unescaped(p.out), p.headings, p.left
}

// plainMarkdown is Markdown without what a board paper has besides: HTML, which is read as that of a page,
// but for comments, and the numbers of its paragraphs and headings.
func plainMarkdown(text string) (string, sentence.LeftOut) {
	p := &pageReader{text: text, out: []byte(text), markdown: true}
	p.readAll()
	b := []byte(unescaped(p.out))
	for _, m := range numberOfBlock().FindAllSubmatchIndex(b, -1) {
		wipe(b[m[2]:m[3]])
	}
	return string(b), p.left
}

var numberOfBlock = lazyregexp.Lazy(`(?:^|\n[ \t]*\n)[ \t]*(?:#{1,6}[ \t]+)?(\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}[.)])[ \t]+[*_“"‘(]*[\p{Lu}\d£]`)

var entity = lazyregexp.Lazy(`&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,30});`)

// longestWord is how many bytes of a word are looked through for where it begins.
const longestWord = 64

// unescaped is a text with what its entities mean, each filled up with blanks before the word that it is in.
func unescaped(text []byte) string {
	out, from := make([]byte, 0, len(text)), 0
	for _, m := range entity().FindAllIndex(text, -1) {
		plain := strings.ReplaceAll(html.UnescapeString(string(text[m[0]:m[1]])), "\u00a0", " ")
		room := m[1] - m[0] - len(plain)
		if room < 0 {
			continue
		}
		out = append(out, text[from:m[0]]...)
		word := max(0, len(out)-longestWord)
		word += bytes.LastIndexAny(out[word:], " \n|") + 1
		out = slices.Insert(out, word, bytes.Repeat([]byte(" "), room)...)
		out, from = append(out, plain...), m[1]
	}
	return string(append(out, text[from:]...))
}

// pageReader reads the tags of a page.
type pageReader struct {
	text     string
	markdown bool // with tags in it
	out      []byte
	tags     []tag
	headings []Heading
	left     sentence.LeftOut
}

// tag is a tag or a comment of a page.
type tag struct {
	name       string // "" for a comment or a doctype
	start, end int
	closes     bool
	spans      bool // a cell over several rows or columns
	closed     int  // the index of the tag that closes this one, 0 where none does
}

func (p *pageReader) readAll() {
	p.split()
	for i := 0; i < len(p.tags); i++ {
		i = p.read(i)
	}
}

// split finds the tags of a page, and which closes which.
func (p *pageReader) split() {
	z := tokenizer.NewTokenizer(strings.NewReader(p.text))
	open := map[string][]int{} // by name, those that nothing has closed so far
	at := 0
	for kind := z.Next(); kind != tokenizer.ErrorToken; kind = z.Next() {
		t := tag{start: at, end: at + len(z.Raw())}
		at = t.end
		switch kind {
		case tokenizer.TextToken:
			continue
		case tokenizer.StartTagToken, tokenizer.EndTagToken, tokenizer.SelfClosingTagToken:
			t.closes = kind == tokenizer.EndTagToken
			name, more := z.TagName()
			for t.name = string(name); more; {
				var key, value []byte
				key, value, more = z.TagAttr()
				t.spans = t.spans || (string(key) == "colspan" || string(key) == "rowspan") && string(value) != "1"
			}
		}
		p.tags = append(p.tags, t)
		before := open[t.name]
		switch is := len(p.tags) - 1; {
		case t.name == "" || kind == tokenizer.SelfClosingTagToken:
		case !t.closes:
			open[t.name] = append(before, is)
		case len(before) > 0:
			p.tags[before[len(before)-1]].closed = is
			open[t.name] = before[:len(before)-1]
		}
	}
}

var (
	// unseen are elements of which nothing is prose.
	unseen = []string{"head", "nav", "noscript", "script", "style", "svg", "template"}
	// blocks are those that begin a paragraph and end one.
	blocks = []string{"address", "article", "aside", "body", "br", "caption", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
		"form", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre", "section", "ul"}
)

// read reads a tag, and returns the index of the last that was read.
func (p *pageReader) read(i int) int {
	t := p.tags[i]
	if p.markdown && t.name == "" {
		return i // where an author says that a sentence is no claim
	}
	p.blank(t.start, t.end)
	switch {
	case t.closes && t.name != "br":
	case t.closed == 0: // of what nothing closes the rest is read
	case slices.Contains(unseen, t.name):
		end := p.tags[t.closed]
		p.blank(t.start, end.end)
		p.put(t.start, "\n\n")
		return t.closed
	case t.name == "table":
		return p.table(i)
	case t.name == "blockquote":
		p.oneLine(i, "\n\n> ")
		p.nameInQuotation(i)
		return t.closed
	case t.name == "figcaption" && p.belowQuotation(i):
		p.put(t.start, "\n\n— ")
		return i
	case t.name == "details": // with which what stands under its summary ends
		p.headings = append(p.headings, Heading{At: p.tags[t.closed].end, Level: levelOfSummary})
	case levelOf(t.name) > 0 && p.cardBelow(i) > 0:
		return p.card(i, p.cardBelow(i))
	case levelOf(t.name) > 0:
		p.oneLine(i, "\n\n# ")
		p.headings = append(p.headings, Heading{At: p.tags[t.closed].end, Level: levelOf(t.name), Words: p.words(i)})
		return t.closed
	}
	if from, ok := p.belowFigure(i); ok && (t.name == "p" || t.name == "div") && !t.closes {
		p.goOn(from, t.end)
		return i
	}
	if k := p.termOf(i); k >= 0 && !t.closes {
		p.goOn(p.tags[k].start, t.end)
		p.put(p.tags[k].start, ":")
		return i
	}
	if slices.Contains(blocks, t.name) || t.name == "" && t.start == 0 {
		p.put(t.start, "\n\n")
	}
	return i
}

// words are those of an element, without its tags.
func (p *pageReader) words(i int) string {
	var all strings.Builder
	for k := i; k < p.tags[i].closed; k++ {
		all.WriteString(p.text[p.tags[k].end:p.tags[k+1].start])
	}
	return strings.Join(strings.Fields(html.UnescapeString(all.String())), " ")
}

// levelOfSummary is the level of the heading of what opens and closes, within the section that it is in.
const levelOfSummary = 7

// levelOf is the level of a heading, 0 of what is none.
func levelOf(element string) int {
	switch {
	case element == "summary":
		return levelOfSummary
	case len(element) == 2 && element[0] == 'h' && element[1] >= '1' && element[1] <= '6':
		return int(element[1] - '0')
	}
	return 0
}

// oneLine makes a line of an element, behind a mark.
func (p *pageReader) oneLine(i int, mark string) {
	p.joinLines(i)
	p.put(p.tags[i].start, mark)
	p.put(p.tags[p.tags[i].closed].start, "\n\n")
}

// nameInQuotation puts a dash before the name of who is quoted, which is in the last element of a quotation.
func (p *pageReader) nameInQuotation(i int) {
	end := p.tags[i].closed
	for k := i + 1; k < end; k++ {
		t := p.tags[k]
		if t.closes || t.closed == 0 || t.name != "footer" && t.name != "cite" {
			continue
		}
		if !p.saysAnything(t.closed, end) {
			p.put(t.start, "\n> —")
			return
		}
		if t.name == "footer" {
			k = t.closed
		}
	}
}

// belowQuotation reports whether nothing stands between a tag and the quotation before it.
func (p *pageReader) belowQuotation(i int) bool {
	return i > 0 && p.tags[i-1].closes && p.tags[i-1].name == "blockquote" && !p.saysAnything(i-1, i)
}

// saysAnything reports whether there are words between two tags.
func (p *pageReader) saysAnything(from, to int) bool {
	for k := from; k < to; k++ {
		if strings.TrimSpace(p.text[p.tags[k].end:p.tags[k+1].start]) != "" {
			return true
		}
	}
	return false
}

// table marks the rows of a table. One with a table inside, with cells over several rows or columns,
// or with rows of another length than its head is left out: nothing would say what a cell stands under.
func (p *pageReader) table(i int) int {
	first, last := p.tags[i], p.tags[p.tags[i].closed]
	rows, ok := p.rows(i)
	if !ok {
		p.blank(first.start, last.end)
		p.put(first.start, "\n\n")
		p.left.Tables += len(rows)
		return first.closed
	}
	p.joinLines(i)
	for _, t := range p.tags[i:first.closed] {
		if t.name == "caption" {
			p.put(t.start, "\n\n")
		}
	}
	for n, row := range rows {
		mark := "\n"
		if n == 1 {
			mark = "\n|-\n" // as it stands below the head
		}
		p.put(row.start, mark)
		for _, cell := range row.cells {
			p.put(cell, "|")
		}
	}
	p.put(first.start, "\n\n")
	p.put(last.start, "\n\n")
	return first.closed
}

// row is where a row of a table begins, and where each of its cells.
type row struct {
	start int
	cells []int
}

// rows are those of a table; ok is false where they can't be read as rows below a head.
func (p *pageReader) rows(i int) (rows []row, ok bool) {
	ok = true
	for _, t := range p.tags[i+1 : p.tags[i].closed] {
		switch {
		case t.spans || t.name == "table":
			ok = false
		case t.closes:
		case t.name == "tr":
			rows = append(rows, row{start: t.start})
		case (t.name == "td" || t.name == "th") && len(rows) > 0:
			last := &rows[len(rows)-1]
			last.cells = append(last.cells, t.start)
		}
	}
	for _, r := range rows {
		ok = ok && len(r.cells) > 1 && len(r.cells) == len(rows[0].cells)
	}
	return rows, ok && len(rows) > 1
}

// blank puts blanks in place of everything but line ends.
func (p *pageReader) blank(start, end int) {
	for at := start; at < end; at++ {
		if p.out[at] != '\n' {
			p.out[at] = ' '
		}
	}
}

// joinLines makes one line of an element, of what is seen of it.
func (p *pageReader) joinLines(i int) {
	whole := p.tags[i : p.tags[i].closed+1]
	for _, t := range whole {
		p.blank(t.start, t.end)
		if t.closed > 0 && slices.Contains(unseen, t.name) {
			p.blank(t.start, p.tags[t.closed].end)
		}
	}
	for at := whole[0].start; at < whole[len(whole)-1].end; at++ {
		if c := p.out[at]; c == '\n' || c == '\r' || c == '|' {
			p.out[at] = ' '
		}
	}
}

// put writes a mark over the blanks of a tag, as far as there is room.
func (p *pageReader) put(at int, mark string) { copy(p.out[at:], mark) }
