package word

import (
	"fmt"
	"strings"
	"time"

	"apr/internal/document"
)

// Comment is a remark beside a text of a form, with the answers to it.
type Comment struct {
	ID string // in the project
	// Date is the day and minute, "2026-07-19 10:12", or "".
	Author, Date, Text string
	// Quoted are the words that it is beside. Where they don't stand in the text any
	// more, it is beside the text's first line.
	Quoted  string
	Replies []Comment
}

// sentComment is a comment or an answer with its number in the file; answers is the
// number of what it answers, -1 for none.
type sentComment struct {
	Comment
	id, answers int
}

// register gives a comment and its answers numbers.
func (f *file) register(c Comment) *commentPlace {
	p := &commentPlace{quoted: strings.Join(strings.Fields(c.Quoted), " ")}
	first := len(f.comments)
	for i, c := range append([]Comment{c}, c.Replies...) {
		answers := -1
		if i > 0 {
			answers = first
		}
		f.comments = append(f.comments, sentComment{c, len(f.comments), answers})
		p.ids = append(p.ids, first+i)
	}
	return p
}

// commentPlace is a comment whose place is looked for.
type commentPlace struct {
	quoted string
	ids    []int // its own and those of the answers
	placed bool
}

// commented is a line with the marks of the comments that belong to it.
func (w *writer) commented(is document.Inlines) document.Inlines {
	if w.form == nil || w.note != nil {
		return is
	}
	for _, c := range w.form.comments {
		if c.placed {
			continue
		}
		text := is.String()
		from, to, found := find(text, c.quoted)
		if !found {
			if _, _, below := find(w.form.words, c.quoted); below {
				continue
			}
			from, to = 0, len(text)
		}
		c.placed = true
		is = markedAt(is, to, &commentMark{c.ids, true})
		is = markedAt(is, from, &commentMark{c.ids, false})
	}
	return is
}

// find is where words stand in a text, blanks of any kind for blanks.
func find(text, words string) (from, to int, found bool) {
	const noBreak = "\u00a0"
	if words == "" {
		return 0, 0, false
	}
	at := strings.Index(strings.ReplaceAll(text, noBreak, " "), words)
	if at < 0 {
		return 0, 0, false
	}
	// A no-break space is a byte longer than a blank.
	offset := func(n int) int {
		for i, r := range text {
			if n <= 0 {
				return i
			}
			if n -= len(string(r)); string(r) == noBreak {
				n++
			}
		}
		return len(text)
	}
	return offset(at), offset(at + len(words)), true
}

// leftComments are marks of the comments that found no place.
func (w *writer) leftComments() document.Inlines {
	var out document.Inlines
	for _, c := range w.form.comments {
		if !c.placed {
			c.placed = true
			out = append(out, &commentMark{c.ids, false}, &commentMark{c.ids, true})
		}
	}
	return out
}

// commentMark is where comments begin or end.
type commentMark struct {
	ids []int
	end bool
}

// Accept writes the mark; a line that is read and not written has none.
func (m *commentMark) Accept(v document.InlineVisitor) error {
	w, ok := v.(*inlineWriter)
	if !ok {
		return nil
	}
	for _, id := range m.ids {
		if !m.end {
			w.raw(`<w:commentRangeStart w:id="`)
			w.number(id)
			w.raw(`"/>`)
			continue
		}
		w.raw(`<w:commentRangeEnd w:id="`)
		w.number(id)
		w.raw(`"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="`)
		w.number(id)
		w.raw(`"/></w:r>`)
	}
	return nil
}

// markedAt is a line with a mark before the byte at of its words. A mark isn't set
// within a figure or a link.
func markedAt(is document.Inlines, at int, m *commentMark) document.Inlines {
	var out document.Inlines
	done := false
	for _, i := range is {
		length := len(document.Inlines{i}.String())
		if done || at > length || at == length && !m.end {
			out = append(out, i)
			at -= length
			continue
		}
		done = true
		out = append(out, splitAt(i, at, m)...)
	}
	if !done {
		out = append(out, m)
	}
	return out
}

func splitAt(i document.Inline, at int, m *commentMark) document.Inlines {
	switch i := i.(type) {
	case *document.Text:
		var out document.Inlines
		if at > 0 {
			out = append(out, &document.Text{Text: i.Text[:at], Lang: i.Lang})
		}
		out = append(out, m)
		if at < len(i.Text) {
			out = append(out, &document.Text{Text: i.Text[at:], Lang: i.Lang})
		}
		return out
	case *document.Strong:
		return document.Inlines{&document.Strong{Content: markedAt(i.Content, at, m)}}
	case *document.Emphasis:
		return document.Inlines{&document.Emphasis{Content: markedAt(i.Content, at, m)}}
	}
	if m.end {
		return document.Inlines{i, m}
	}
	return document.Inlines{m, i}
}

// wordsIn are the words of a text's parts, each line on its own.
func wordsIn(parts []FormPart) string {
	var b strings.Builder
	line := func(is document.Inlines) { b.WriteString(is.String() + "\n") }
	w := document.Walker{Block: func(block document.Block) error {
		switch block := block.(type) {
		case *document.Paragraph:
			line(block.Content)
		case *document.Table:
			b.WriteString(block.Caption + "\n")
			for _, c := range block.Columns {
				line(c.Head)
			}
			for _, r := range block.Rows {
				for _, c := range r.Cells {
					line(c.Content)
				}
			}
		}
		return nil
	}}
	for _, p := range parts {
		b.WriteString(p.Heading + "\n")
		if p.Block != nil {
			_ = w.Blocks([]document.Block{p.Block}) // the function doesn't fail
		}
	}
	return b.String()
}

// Namespaces of what Word 2010 and 2013 added to comments.
const (
	ns2010     = `xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`
	ns2012     = `xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"`
	nsMarkup   = `xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
	extensions = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
)

// commentParts are the comments, and what is an answer to what. There are none where
// nobody has written one.
func (f *file) commentParts() []part {
	if len(f.comments) == 0 {
		return nil
	}
	f.body.add("comments", "comments.xml")
	f.body.relate(extensions, "commentsExtended.xml", "")
	x, more := &markup{}, &markup{}
	x.raw(declaration, "<w:comments ", nsMain, " ", ns2010, " ", nsMarkup, ` mc:Ignorable="w14">`, "\n")
	more.raw(declaration, "<w15:commentsEx ", ns2012, " ", nsMarkup, ` mc:Ignorable="w15">`, "\n")
	next := 0
	var last []string // paragraphs of comments
	for _, c := range f.comments {
		x.raw(`<w:comment w:id="`)
		x.number(c.id)
		x.raw(`" w:author="`)
		x.text(c.Author)
		if day, err := time.Parse("2006-01-02 15:04", c.Date); err == nil {
			x.raw(`" w:date="`, day.Format(time.RFC3339))
		}
		x.raw(`" w:initials="`)
		x.text(initials(c.Author))
		x.raw(`">`)
		for i, line := range strings.Split(c.Text, "\n") {
			next++
			x.raw(`<w:p w14:paraId="`, paragraphID(next), `"><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>`)
			if i == 0 {
				x.raw(`<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>`)
			}
			x.raw(`<w:r><w:t xml:space="preserve">`)
			x.text(line)
			x.raw("</w:t></w:r></w:p>")
		}
		x.raw("</w:comment>\n")
		last = append(last, paragraphID(next))
		more.raw(`<w15:commentEx w15:paraId="`, paragraphID(next))
		if c.answers >= 0 {
			more.raw(`" w15:paraIdParent="`, last[c.answers])
		}
		more.raw(`" w15:done="0"/>`, "\n")
	}
	x.raw("</w:comments>\n")
	more.raw("</w15:commentsEx>\n")
	return []part{
		{"word/comments.xml", wordType + "comments+xml", x.buf},
		{"word/commentsExtended.xml", wordType + "commentsExtended+xml", more.buf},
	}
}

// paragraphID is the id of a comment's paragraph; Word's begin below 0x80000000.
func paragraphID(n int) string { return fmt.Sprintf("%08X", 0x41505200+n) }

// initials are a person's, for Word shows them beside a comment.
func initials(name string) string {
	var b strings.Builder
	for _, word := range strings.Fields(name) {
		for _, r := range word {
			b.WriteRune(r)
			break
		}
		if b.Len() > 8 {
			break
		}
	}
	return b.String()
}
