package words

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/document"
	"apr/internal/lazyregexp"
	"apr/report/words/docx"
)

// unit is a paragraph, item, table or picture of a text, and what it is compared by.
type unit struct {
	docx.Block
	key string
}

// notes are the footnotes of a text with their labels.
type notes struct {
	labels  map[string]string // by their words
	taken   map[string]bool
	written []string // the definitions that are new, in order
}

// unitOf makes a unit of a block.
func unitOf(b docx.Block) unit {
	u := unit{Block: b}
	key := &inlineWriter{key: true}
	switch b.Kind {
	case docx.Table:
		u.key = tableMarkdown(b, key)
	case docx.Picture:
		u.key = pictureMarkdown(b.Picture)
	default:
		u.key = key.line(b.Content)
	}
	u.key = fmt.Sprint(b.Kind, " ", b.Level, " ", b.Ordered, " ", u.key)
	return u
}

// isEmpty reports whether a unit has nothing in it.
func (u unit) isEmpty() bool {
	return u.Kind != docx.Table && u.Kind != docx.Picture && strings.TrimSpace(u.Content.String()) == "" && len(u.Content) == 0
}

// shown is a unit's words for people to compare.
func (u unit) shown() string {
	w := &inlineWriter{}
	if u.Kind == docx.Table {
		return tableMarkdown(u.Block, w)
	}
	if u.Kind == docx.Picture {
		return pictureMarkdown(u.Picture)
	}
	return w.line(u.Content)
}

// wordHeading is the level of the outermost headings of a text in a form.
const wordHeading = 3

func tableMarkdown(b docx.Block, w *inlineWriter) string {
	var out strings.Builder
	columns := 0
	for _, row := range b.Rows {
		columns = max(columns, len(row))
	}
	cell := func(is document.Inlines) string {
		w.cell = true
		text := strings.ReplaceAll(w.line(is), "\\\n", " <br> ")
		w.cell = false
		return text
	}
	for i, row := range b.Rows {
		if i > 0 {
			out.WriteByte('\n')
		}
		out.WriteByte('|')
		for k := range columns {
			text := ""
			if k < len(row) {
				text = cell(row[k])
			}
			out.WriteString(" " + text + " |")
		}
		if i > 0 {
			continue
		}
		out.WriteString("\n|")
		for k := range columns {
			rule := "---"
			if k < len(b.Aligns) {
				rule = [...]string{document.Left: "---", document.Right: "---:", document.Decimal: "---:", document.Centre: ":---:"}[b.Aligns[k]]
			}
			out.WriteString(rule + "|")
		}
	}
	return out.String()
}

// inlineWriter writes a line of text as Markdown.
type inlineWriter struct {
	pieces []piece
	look   piece // what the words that follow look like
	notes  *notes
	key    bool // for comparing: footnotes with their words
	cell   bool
}

func (w *inlineWriter) line(is document.Inlines) string {
	w.pieces, w.look = nil, piece{}
	w.all(is)
	return strings.Trim(marked(w.pieces), " \t")
}

func (w *inlineWriter) all(is document.Inlines) {
	for _, i := range is {
		_ = i.Accept(w) // no method fails
	}
}

func (w *inlineWriter) put(text string, atom bool) {
	p := w.look
	p.text, p.atom = text, atom
	w.pieces = append(w.pieces, p)
}

func (w *inlineWriter) Text(i *document.Text) error {
	text := escape(i.Text, w.cell)
	if i.Lang != "" && strings.TrimSpace(text) != "" {
		core := strings.TrimSpace(text)
		before, after, _ := strings.Cut(text, core)
		text = before + "[" + core + "]{lang=" + i.Lang + "}" + after
	}
	w.put(text, false)
	return nil
}

// within writes content that looks otherwise.
func (w *inlineWriter) within(is document.Inlines, change func(*piece)) error {
	was := w.look
	change(&w.look)
	w.all(is)
	w.look = was
	return nil
}

func (w *inlineWriter) Strong(i *document.Strong) error {
	return w.within(i.Content, func(p *piece) { p.bold = true })
}

func (w *inlineWriter) Emphasis(i *document.Emphasis) error {
	return w.within(i.Content, func(p *piece) { p.ital = true })
}

func (w *inlineWriter) Link(i *document.Link) error {
	return w.within(i.Content, func(p *piece) { p.link = i })
}

// address is where a link leads, as Markdown takes it.
func address(url string) string {
	return strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E").Replace(url)
}

func (w *inlineWriter) Reference(i *document.Reference) error { w.all(i.Content); return nil }

// Datum writes the reference that a figure stands for.
func (w *inlineWriter) Datum(i *document.Datum) error { w.put(i.ID, true); return nil }

func (w *inlineWriter) NoteMark(i *document.NoteMark) error {
	inner := &inlineWriter{key: w.key}
	words := inner.line(i.Note.Content)
	if !w.key && w.notes != nil {
		words = w.notes.label(words)
	}
	w.put("[^"+words+"]", true)
	return nil
}

func (w *inlineWriter) LineBreak(*document.LineBreak) error {
	w.pieces = append(w.pieces, piece{text: "\\\n", separator: true})
	return nil
}

// label is the label of the footnote with these words; of one that is new it is made,
// and the definition is noted.
func (n *notes) label(words string) string {
	if l, known := n.labels[words]; known {
		return l
	}
	for i := 1; ; i++ {
		l := "note-" + strconv.Itoa(i)
		if n.taken[l] {
			continue
		}
		n.taken[l], n.labels[words] = true, l
		n.written = append(n.written, "[^"+l+"]: "+strings.ReplaceAll(strings.ReplaceAll(words, "\\\n", "\n\n"), "\n\n", "\n\n    "))
		return l
	}
}

// typedReference is a reference to data that somebody typed into Word.
var typedReference = lazyregexp.Lazy(`\{\{ *[a-z_]+(?: +["“”][^"“”{}]*["“”])* *\}\}`)

// escape writes text so that Markdown reads it as it is.
func escape(s string, cell bool) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u00ad' || r == utf8.RuneError || r == '\ufeff':
			return -1
		}
		return r
	}, s)
	if at := typedReference().FindStringIndex(s); at != nil {
		return escape(s[:at[0]], cell) + s[at[0]:at[1]] + escape(s[at[1]:], cell)
	}
	var b strings.Builder
	for i, r := range s {
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		switch {
		case strings.ContainsRune("\\`*[]<", r), r == '|',
			r == '_' && !(isLetter(before) && isLetter(next)),
			r == '&' && (next == '#' || unicode.IsLetter(next)) && strings.ContainsRune(s[i:], ';'),
			r == '{' && next == '{':
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func isLetter(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// blockStart is what would make a line begin something other than a paragraph.
var blockStart = lazyregexp.Lazy(`^(?:(#{1,6})(?:\s|$)|([-+>=~:])|[0-9]{1,9}([.)])(?:\s|$)|(Table):)`)

// guard takes its meaning from the beginning of a paragraph's lines.
func guard(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		m := blockStart().FindStringSubmatchIndex(l)
		if m == nil {
			continue
		}
		at := max(m[2], m[4], m[6])
		if m[8] >= 0 {
			at = m[9]
		}
		lines[i] = l[:at] + "\\" + l[at:]
	}
	return strings.Join(lines, "\n")
}

// wrap breaks lines at blanks, never within a reference, a link's address or a remark,
// nor so that a line begins something else.
func wrap(text string, width int) string {
	var lines []string
	for part := range strings.SplitSeq(text, "\n") {
		line := ""
		for _, word := range wordsOf(part) {
			switch {
			case line == "":
				line = word
			case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width && blockStart().FindString(word+" ") == "" && !strings.HasPrefix(word, "<"):
				lines = append(lines, line)
				line = word
			default:
				line += " " + word
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// wordsOf are the words of a line; a reference or a remark is one. Where there are two
// blanks no line ends, for that would be a break.
func wordsOf(line string) []string {
	var out []string
	open := ""
	for word := range strings.SplitSeq(line, " ") {
		if n := len(out) - 1; open != "" || n >= 0 && (word == "" || strings.HasSuffix(out[n], " ")) {
			out[n] += " " + word
		} else {
			out = append(out, word)
		}
		last := out[len(out)-1]
		open = ""
		for _, pair := range [][2]string{{"{{", "}}"}, {"<!--", "-->"}} {
			if strings.LastIndex(last, pair[0]) > strings.LastIndex(last, pair[1]) {
				open = pair[1]
			}
		}
	}
	return out
}
