package markdown

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/document"
	"apr/internal/shaping"
)

var _ document.InlineVisitor = (*line)(nil)

// line is a line of inlines in the making.
type line struct {
	w    *writer
	out  bytes.Buffer
	at   where
	next document.Inlines // what follows the inline being written
	open [3]bool          // the emphasis, by its number of marks, being written
}

// line writes inlines; at says where they are.
func (w *writer) line(is document.Inlines, at where) (string, error) {
	l := &line{w: w, at: at}
	if err := l.all(is, nil); err != nil {
		return "", err
	}
	text := strings.Trim(l.out.String(), " ")
	if at&lineStart != 0 {
		text = startLines(text)
	}
	return text, nil
}

// all writes inlines, after which others follow.
func (l *line) all(is, after document.Inlines) error {
	is = is.Joined()
	for i, inline := range is {
		l.next = is[i+1:]
		if len(l.next) == 0 {
			l.next = after
		}
		if err := inline.Accept(l); err != nil {
			return err
		}
	}
	return nil
}

func (l *line) write(text string) { l.out.WriteString(l.w.escape(text, l.at&^lineStart)) }

func (l *line) Text(i *document.Text) error {
	if i.Lang == "" {
		l.write(i.Text)
		return nil
	}
	l.out.WriteString(foreign(l.w.escape(i.Text, l.at&^lineStart), i.Lang))
	return nil
}

// foreign marks Markdown that is in another language. It is HTML because both
// GitHub and pandoc read that: of pandoc's own brackets and braces GitHub would
// show the braces.
func foreign(text, lang string) string {
	if lang == "" || text == "" {
		return text
	}
	direction := ""
	if shaping.RightToLeft(lang) {
		direction = ` dir="rtl"`
	}
	return `<span lang="` + html.EscapeString(lang) + `"` + direction + `>` + text + "</span>"
}

func (l *line) Datum(i *document.Datum) error {
	return l.Text(&document.Text{Text: i.Display, Lang: i.Lang})
}

func (l *line) Strong(i *document.Strong) error { return l.emphasis(i.Content, 2) }

func (l *line) Emphasis(i *document.Emphasis) error { return l.emphasis(i.Content, 1) }

// emphasis writes content between asterisks (underscores straight after
// asterisks), or bare where Markdown wouldn't read them as emphasis: next to
// white space, between a letter and punctuation, or within the same emphasis.
func (l *line) emphasis(content document.Inlines, n int) error {
	after, start := l.next, l.out.Len()
	before, _ := utf8.DecodeLastRune(l.out.Bytes())
	following, _ := utf8.DecodeRuneInString(after.String())
	mark := strings.Repeat("*", n)
	if before == '*' || before == '_' {
		mark = strings.Repeat("_", n)
	}
	if l.open[n] || mark[0] == '_' && isWord(following) {
		return l.all(content, after)
	}
	l.open[n] = true
	l.out.WriteString(mark)
	err := l.all(content, after)
	inside := l.out.Bytes()[start+n:]
	l.open[n] = false
	if err != nil {
		return err
	}
	first, _ := utf8.DecodeRune(inside)
	last, _ := utf8.DecodeLastRune(inside)
	if len(inside) == 0 || !flanks(before, first) || !flanks(following, last) {
		l.out.Truncate(start)
		return l.all(content, after)
	}
	l.out.WriteString(mark)
	return nil
}

// flanks reports whether a mark between outside and inside, the first or last
// character of what it emphasises, works in CommonMark.
func flanks(outside, inside rune) bool {
	if unicode.IsSpace(inside) {
		return false
	}
	return isWord(inside) || outside == utf8.RuneError || !isWord(outside) && outside != '*' && outside != '_'
}

func (l *line) Link(i *document.Link) error {
	return l.link(i.Content, i.Address("md"))
}

// Reference leads to the heading of the section in which its target is.
func (l *line) Reference(i *document.Reference) error {
	anchor, ok := l.w.anchors[i.Target]
	if !ok {
		return fmt.Errorf("a reference leads to %q, which isn't in the document", i.Target)
	}
	return l.link(i.Content, "#"+anchor)
}

func (l *line) link(content document.Inlines, target string) error {
	after := l.next
	l.out.WriteByte('[')
	if err := l.all(content, after); err != nil {
		return err
	}
	l.out.WriteString("](" + destination(target) + ")")
	return nil
}

// destination writes a link's address so that neither white space, brackets
// nor a table's bars end it.
func destination(address string) string {
	var b strings.Builder
	for _, r := range address {
		switch {
		case r <= ' ' || strings.ContainsRune(`()<>[]|\"`+"`*_~$^{}", r) && r != '_' && r != '~':
			for _, c := range []byte(string(r)) {
				fmt.Fprintf(&b, "%%%02X", c)
			}
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func (l *line) NoteMark(i *document.NoteMark) error {
	if i.Note == nil {
		return errors.New("a footnote's mark has no note")
	}
	fmt.Fprintf(&l.out, "[^%d]", i.Note.Number)
	return nil
}

// LineBreak is a backslash at the line's end; a heading or a table's cell has
// but one line.
func (l *line) LineBreak(*document.LineBreak) error {
	if l.at&lineStart == 0 {
		l.out.WriteByte(' ')
		return nil
	}
	s := strings.TrimRight(l.out.String(), " ")
	l.out.Reset()
	l.out.WriteString(s + "\\\n")
	return nil
}
