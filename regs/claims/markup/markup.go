// Package markup makes Markdown of the texts of other programs, which regs/claims reads: of HTML (html.go), of what a
// program took from the pages of a PDF (pages.go, columns.go), and of Markdown with HTML in it. Each byte stays in its
// place, so that what is found there is found in the file; what isn't prose is counted.
package markup

import (
	"path"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/sentence"
)

// Text is a text as Markdown.
type Text struct {
	Markdown string
	// Headings are those that say under what a place of the text stands.
	Headings []Heading
	// LeftOut is what isn't prose and isn't in Markdown.
	LeftOut sentence.LeftOut
	// Tables are those of pages, which aren't in Markdown.
	Tables []Table
}

// Heading is a heading of a text, whose words may be left out of it.
type Heading struct {
	At    int // the byte of the text where it ends
	Level int // from 1, the highest
	Words string
}

// Read is a text of another program: Markdown or HTML, by its name or by what it begins with.
func Read(name, content string) Text {
	var t Text
	if isPage(name, content) {
		t.Markdown, t.Headings, t.LeftOut = webPage(content)
	} else {
		t.Markdown, t.LeftOut = plainMarkdown(content)
		t.Headings = headings(t.Markdown)
	}
	return t
}

// ReadAll are the texts of a file: as Read has it, or the columns of pages.
func ReadAll(name, content string) []Text {
	if isPage(name, content) || !isPrinted(content) {
		return []Text{Read(name, content)}
	}
	var texts []Text
	content, tables, rows := withoutTables(content)
	content, plain, plains := withoutPlainRows(content)
	content, others, lines := withoutCellBlocks(content)
	content, tiles := withoutTiles(content)
	columns := inColumns(content)
	for len(columns) < len(tiles) {
		columns = append(columns, blankLines(content))
	}
	for i, column := range columns {
		var t Text
		t.Markdown, t.LeftOut = pages(column)
		if i < len(tiles) {
			t.Markdown, t.Headings = tiles[i].over(t.Markdown), tiles[i].headings
		}
		texts = append(texts, t)
	}
	texts[0].Tables = append(append(tables, plain...), others...)
	texts[0].LeftOut.Tables += rows + plains + lines
	return texts
}

// blankLines are the lines of a text without what is in them.
func blankLines(text string) string {
	b := []byte(text)
	wipeLine(b)
	return string(b)
}

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

// isPrinted reports whether a program took a text from the pages of a PDF. It puts form feeds between them, unless it is
// told not to (pdftotext -nopgbrk) or the text is a part of a page; columns of prose side by side are of a page as well.
func isPrinted(content string) bool {
	return strings.Contains(content, "\f") || !markdownHeading().MatchString(content) && len(inColumns(content)) > 1
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
