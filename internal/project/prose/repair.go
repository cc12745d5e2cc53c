package prose

import (
	"strings"
	"unicode/utf8"

	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// CodePictureSize is the code of the remark that a picture's size was left out.
const CodePictureSize = "picture-size"

// Repair turns what word processors, spreadsheets and other dialects write into the
// Markdown that was meant, where that is certain: bullets, tables with tabs below a
// caption, digits above and below the line, paths and addresses with blanks, sizes of
// pictures. What isn't certain stays, for a rule to find. problems are what was left
// out; none of them stops the work.
func Repair(t yamlpos.Text) (repaired yamlpos.Text, problems []*source.Problem) {
	if !strings.ContainsAny(t.Markdown, "\t\u00a0\u200b\ufeff\u2060•·▪◦●○■□‣⁃➢➤§\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06f~^") &&
		!strings.Contains(t.Markdown, "](") && !strings.Contains(t.Markdown, "] (") && !strings.Contains(t.Markdown, "o ") {
		return t, nil
	}
	m := repairer{lines: linesIn(t.Markdown), bullets: bulletRun{base: -1}}
	for i := 0; i < len(m.lines); {
		i += m.line(i)
	}
	for _, at := range m.sizes {
		problems = append(problems, &source.Problem{Code: CodePictureSize, Position: t.At(at.start),
			Message: "the size " + t.Markdown[at.start:at.end] + " is left out: the width of a picture is in percent of the text's",
			Hint:    "write {width=50%}, or delete it"})
	}
	return t.Edited(m.edits), problems
}

// repairer goes through a text line by line.
type repairer struct {
	lines   []line
	edits   []yamlpos.Edit
	sizes   []span
	fence   string // what ends the code that is open, or ""
	bullets bulletRun
	tabs    int // the line behind those that have a tab
}

// line is a line of a text without its end.
type line struct {
	text string
	at   int
}

func linesIn(markdown string) []line {
	var all []line
	at := 0
	for l := range strings.Lines(markdown) {
		all = append(all, line{strings.TrimRight(l, "\r\n"), at})
		at += len(l)
	}
	return all
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// line repairs a line, or several that belong together, and returns how many.
func (m *repairer) line(i int) int {
	l := m.lines[i]
	body := strings.TrimLeft(l.text, " \t")
	if mark := fenceOf(body); mark != "" && (m.fence == "" || strings.HasPrefix(mark, m.fence)) {
		if m.fence == "" {
			m.fence = mark
		} else {
			m.fence = ""
		}
		return 1
	}
	if m.fence != "" {
		return 1
	}
	if n := m.table(i); n > 0 {
		return n
	}
	m.invisible(l)
	from := m.bullet(i)
	m.inline(l, from)
	return 1
}

// fenceOf is the mark of a fence that a line begins with, or "".
func fenceOf(line string) string {
	if !strings.HasPrefix(line, "```") && !strings.HasPrefix(line, "~~~") {
		return ""
	}
	return fenceMark().FindString(line)
}

var fenceMark = lazyregexp.Lazy("^(?:`{3,}|~{3,})")

// invisible takes characters of no width from before a list's marker, which they keep
// from being one.
func (m *repairer) invisible(l line) {
	if begin := strings.TrimLeft(l.text, " \t"); begin == "" || begin[0] < utf8.RuneSelf {
		return
	}
	if found := unseen().FindStringSubmatchIndex(l.text); found != nil && !bulletMark().MatchString(l.text) {
		m.edits = append(m.edits, yamlpos.Edit{From: l.at + found[2], To: l.at + found[3]})
	}
}

var unseen = lazyregexp.Lazy(`^[ \t]*([\x{200b}\x{feff}\x{2060}]+)(?:[-+*#>|]|[0-9]{1,3}[.)])`)

// table repairs a table whose cells are divided by tabs, if one with its caption before
// it begins on a line, and returns how many lines it has.
func (m *repairer) table(i int) int {
	for m.tabs = max(m.tabs, i); m.tabs < len(m.lines) && strings.Contains(m.lines[m.tabs].text, "\t"); {
		m.tabs++
	}
	rows := m.tabs - i
	if rows < 2 || !m.captioned(i) && !m.captionedBelow(i, rows) || bulletMark().MatchString(m.lines[i].text) || listMarker().MatchString(m.lines[i].text) {
		return 0
	}
	head := cellsOf(m.lines[i].text)
	for r := range rows {
		for n := len(cellsOf(m.lines[i+r].text)); n > len(head); n-- {
			head = append(head, "")
		}
	}
	if len(head) < 2 {
		return 0
	}
	for r := range rows {
		l := m.lines[i+r]
		m.edits = append(m.edits, m.row(l, len(head))...)
		if r == 0 {
			end := &m.edits[len(m.edits)-1]
			end.New += "\n|" + strings.Join(m.alignments(i+1, rows-1, len(head)), "|") + "|"
		}
	}
	return rows
}

// captioned reports whether the line before, or the one before an empty one, begins
// a caption.
func (m *repairer) captioned(i int) bool {
	if i--; i > 0 && blank(m.lines[i].text) {
		i--
	}
	return i >= 0 && strings.HasPrefix(strings.TrimSpace(m.lines[i].text), captionMark)
}

// captionedBelow reports whether the rows that begin on a line are all of a paragraph,
// and the next begins a caption.
func (m *repairer) captionedBelow(i, rows int) bool {
	end := i + rows
	if i > 0 && !blank(m.lines[i-1].text) || end+1 >= len(m.lines) || !blank(m.lines[end].text) {
		return false
	}
	return strings.HasPrefix(strings.TrimSpace(m.lines[end+1].text), captionMark) && (end+3 >= len(m.lines) || !strings.ContainsAny(m.lines[end+3].text, "\t|"))
}

func cellsOf(text string) []string { return strings.Split(strings.TrimRight(text, "\t "), "\t") }

// row are the edits that make a row of a line, with so many cells.
func (m *repairer) row(l line, columns int) []yamlpos.Edit {
	edits := []yamlpos.Edit{{From: l.at, To: l.at, New: "| "}}
	end := len(strings.TrimRight(l.text, "\t "))
	cells := 1
	for at := 0; at < end; at++ {
		switch l.text[at] {
		case '\t':
			cells++
			edits = append(edits, yamlpos.Edit{From: l.at + at, To: l.at + at + 1, New: " | "})
		case '|':
			edits = append(edits, yamlpos.Edit{From: l.at + at, To: l.at + at, New: `\`})
		}
	}
	return append(edits, yamlpos.Edit{From: l.at + end, To: l.at + len(l.text), New: strings.Repeat(" | ", columns-cells) + " |"})
}

// numeric is a cell that is to the right.
var numeric = lazyregexp.Lazy(`^[-–−+(]?\s*[£$€]?\s*[-–−]?[0-9][0-9,.\s]*\s*[%)mk]?\)?$`)

// alignments are the columns' in the line below the heads.
func (m *repairer) alignments(first, rows, columns int) []string {
	out := make([]string, columns)
	for c := range out {
		numbers, others := 0, 0
		for r := range rows {
			cells := cellsOf(m.lines[first+r].text)
			switch {
			case c >= len(cells) || blank(cells[c]):
			case numeric().MatchString(strings.TrimSpace(cells[c])):
				numbers++
			default:
				others++
			}
		}
		out[c] = "---"
		if numbers > 0 && others == 0 {
			out[c] = "---:"
		}
	}
	return out
}

// inlineMark is all that is repaired within a line: a link or picture whose
// destination has blanks, with what sizes it, and digits above or below the line.
var inlineMark = lazyregexp.Lazy(`(!?)\[([^\[\]\n]*)\](\s?)\(([^()<>\n]*(?:\([^()<>\n]*\)[^()<>\n]*)*)\)(\{[^{}\n]*\})?|([\p{L}\p{N})])~([0-9]{1,3})~|([\p{L}\p{N})])\^([1-8]{1,3}|st|nd|rd|th)\^`)

// inline repairs what is in a line from an offset on.
func (m *repairer) inline(l line, from int) {
	text := l.text[from:]
	if !strings.ContainsAny(text, "]~^") {
		return
	}
	at := l.at + from
	for _, f := range inlineMark().FindAllStringSubmatchIndex(text, -1) {
		switch {
		case f[14] >= 0:
			m.digits(at+f[14], text[f[14]:f[15]], "₀₁₂₃₄₅₆₇₈₉")
		case f[18] >= 0:
			m.digits(at+f[18], text[f[18]:f[19]], "⁰¹²³⁴⁵⁶⁷⁸⁹")
		default:
			m.destination(at, text, f)
		}
	}
}

// digits puts others in the place of digits and the marks around them; letters stay.
func (m *repairer) digits(at int, written, others string) {
	to := []rune(others)
	drawn := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return to[r-'0']
		}
		return r
	}, written)
	m.edits = append(m.edits, yamlpos.Edit{From: at - 1, To: at + len(written) + 1, New: drawn})
}

var (
	// titled is a destination and the title behind it.
	titled = lazyregexp.Lazy(`^(.*?)(\s+(?:"[^"]*"|'[^']*'))\s*$`)
	// pictureName ends the name of a picture's file.
	pictureName = lazyregexp.Lazy(`(?i)\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|heic)$`)
	webAddress  = lazyregexp.Lazy(`(?i)^(?:https?://|mailto:)\S`)
	sizing      = lazyregexp.Lazy(`^\{\s*(?:[#.][-\w:.]+|(?:width|height|scale|align|alt|fig-[a-z]+|class|style)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'}]+))(?:\s|.)*\}$`)
)

// destination repairs where a link or picture leads. f are the matches of inlineMark in
// text, which is at an offset.
func (m *repairer) destination(at int, text string, f []int) {
	picture := f[2] < f[3]
	written, title := text[f[8]:f[9]], ""
	if t := titled().FindStringSubmatch(written); t != nil {
		written, title = t[1], t[2]
	}
	name := strings.Trim(strings.TrimSpace(written), "“”„‘’«»\"")
	web := webAddress().MatchString(name)
	switch {
	case picture && !web && pictureName().MatchString(name):
		name = strings.ReplaceAll(name, `\`, "/")
	case !web, f[6] < f[7] && picture:
		return
	}
	if strings.ContainsAny(name, " \u00a0") {
		if web {
			name = strings.NewReplacer(" ", "%20", "\u00a0", "%20").Replace(name)
		}
		name = "<" + name + ">"
	}
	if f[6] < f[7] || name != written {
		m.edits = append(m.edits, yamlpos.Edit{From: at + f[6], To: at + f[9] + 1, New: "(" + name + title + ")"})
	}
	if picture && f[10] >= 0 && sizing().MatchString(text[f[10]:f[11]]) {
		m.sized(at, text, span{f[10], f[11]})
	}
}

// sized takes from a picture what other dialects say of its size, and leaves what ours
// does: a width in percent, and the side of the text.
func (m *repairer) sized(at int, text string, braces span) {
	attributes, wrong := attributesIn([]byte(text), span{braces.start + 1, braces.end - 1})
	var kept []string
	for i, a := range attributes {
		end := braces.end - 1
		if i+1 < len(attributes) {
			end = attributes[i+1].at
		}
		if a.name == "." && (a.value == "left" || a.value == "right") || a.name == "width" && strings.HasSuffix(a.value, "%") {
			kept = append(kept, strings.TrimSpace(text[a.at:end]))
		}
	}
	if wrong < 0 && len(kept) == len(attributes) {
		return
	}
	written := ""
	if len(kept) > 0 {
		written = "{" + strings.Join(kept, " ") + "}"
	}
	m.sizes = append(m.sizes, span{at + braces.start, at + braces.end})
	m.edits = append(m.edits, yamlpos.Edit{From: at + braces.start, To: at + braces.end, New: written})
}
