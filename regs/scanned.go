package regs

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/wording"
)

// brokenWord is a word that was divided at the end of a line, as pages have it.
var brokenWord = lazyregexp.Lazy(`(?:^|[\s(“"])(\p{L}?\p{Ll}+-[ \t]*\r?\n?[ \t]*)(\p{Ll}{2,})`)

// afterHyphen are words that stand behind a hyphen which another word shares, as in
// "short- and long-term", and those that begin what a dash was meant before.
var afterHyphen = strings.Fields(`and or to nor but as than versus plus through per not even both either neither rather
	the an in on of for with that which who whose whom we it its this these those they he she you our their there here where when while
	is was are were be by at from so if then because since until also often only some all any each both more less most many much such agus no gu is an na`)

// brokenWords finds words that were divided at the end of a line and are now printed with
// a hyphen and a blank in them: "emer- gency".
func (p passage) brokenWords(pass *Pass, n ast.Node) {
	if n.Lines().Len() == 0 {
		return
	}
	from, to := n.Lines().At(0).Start, n.Lines().At(n.Lines().Len()-1).Stop
	text := p.src[from:to]
	if !bytes.Contains(text, []byte("- ")) && !bytes.Contains(text, []byte("-\n")) && !bytes.Contains(text, []byte("-\r\n")) || bytes.ContainsRune(text, '`') {
		return
	}
	for _, m := range brokenWord().FindAllSubmatchIndex(text, -1) {
		head, tail := text[m[2]:m[3]], string(text[m[4]:m[5]])
		if bytes.HasSuffix(head, []byte("-")) || slices.Contains(afterHyphen, tail) {
			continue // not divided
		}
		half := strings.TrimRight(string(head), " \t\r\n")
		p.swallow(pass, from+m[2], "write "+strings.TrimSuffix(half, "-")+tail+", or "+half+tail+", as it is meant; look for others",
			"the word %q is printed with a blank in it: it was divided at the end of a line", wording.OneLine(string(head)+tail))
		return
	}
}

// furniture is a line with the number of a page, alone or beside a running head.
var furniture = lazyregexp.Lazy(`^(?:[0-9]{1,3}|(?i:page) [0-9]{1,3}(?: of [0-9]{1,3})?|[-–—] ?[0-9]{1,3} ?[-–—]|\p{Lu}.*\S\s*[|•·]\s*(?:(?i:page) )?[0-9]{1,3}|(?:(?i:page) )?[0-9]{1,3}\s*[|•·]\s*\p{Lu}.*)$`)

// pageFurniture finds the head or the foot of a page in the middle of a sentence.
func (p passage) pageFurniture(pass *Pass, n *ast.Paragraph) {
	lines := n.Lines()
	at := func(i int) string {
		line := lines.At(i)
		return strings.TrimSpace(string(line.Value(p.src)))
	}
	tell := func(i int) {
		p.swallow(pass, lines.At(i).Start, "delete the line", "the line %q is of the head or the foot of a page, and is printed in the middle of the sentence", beginningOf(at(i)))
	}
	for i := 1; i+1 < lines.Len(); i++ {
		if furniture().MatchString(at(i)) && goesOn(at(i-1)) && beginsSmall(at(i+1)) {
			tell(i)
			return
		}
	}
	before, _ := n.PreviousSibling().(*ast.Paragraph)
	after, _ := n.NextSibling().(*ast.Paragraph)
	if lines.Len() != 1 || before == nil || after == nil || before.Lines().Len() == 0 || after.Lines().Len() == 0 || !furniture().MatchString(at(0)) {
		return
	}
	last, first := before.Lines().At(before.Lines().Len()-1), after.Lines().At(0)
	if goesOn(strings.TrimSpace(string(last.Value(p.src)))) && beginsSmall(strings.TrimSpace(string(first.Value(p.src)))) {
		tell(0)
	}
}

// beginsSmall reports whether a line begins with a small letter.
func beginsSmall(line string) bool { return line != "" && line[0] >= 'a' && line[0] <= 'z' }

// shortRow finds a row of a table with fewer cells than there are heads: what was lost
// may have stood between the others, which are then below the wrong heads. One cell alone
// heads the rows below it.
func (p passage) shortRow(pass *Pass, n *extast.TableRow) {
	columns := len(n.Alignments)
	first := n.FirstChild()
	if first == nil || first.Lines() == nil || first.Lines().Len() == 0 {
		return
	}
	inside := first.Lines().At(0).Start
	start := bytes.LastIndexByte(p.src[:inside], '\n') + 1
	written, _, _ := bytes.Cut(p.src[start:], []byte("\n"))
	if cells := cellsIn(string(written)); cells > 1 && cells < columns {
		p.swallow(pass, start, "write the cell that is missing, or | | for an empty one", "the row has %d cells and the table %d columns: %q", cells, columns, beginningOf(strings.TrimSpace(string(written))))
	}
}

// cellsIn is how many cells a row of a table has as it is written.
func cellsIn(row string) int {
	row = strings.TrimSpace(row)
	row = strings.TrimPrefix(strings.TrimLeft(row, "> "), "|")
	cells, escaped := 1, false
	for i := range len(row) {
		if row[i] == '|' && !escaped && i < len(row)-1 {
			cells++
		}
		escaped = row[i] == '\\'
	}
	return cells
}

// numberedTitle is a title that begins with a number of its own.
var numberedTitle = lazyregexp.Lazy(`^(?:Table|Tab\.|Figure|Fig\.|Chart) ?[0-9]{1,2}[a-z]?(?:\.[0-9]{1,2})? ?[:.–—-]`)

const numberedHint = "leave the number out: apr numbers the tables of the report"

// numberedCaption finds a caption with a number, beside that which the report gives it.
func (p passage) numberedCaption(pass *Pass, at int, caption string) {
	if m := numberedTitle().FindString(strings.TrimSpace(caption)); m != "" {
		p.swallow(pass, at, numberedHint, "the caption begins with %q, and the report numbers the table by itself: two numbers are printed", m)
	}
}

// checkNumbered finds titles of own tables with a number.
func checkNumbered(r *project.Project, pass *Pass) {
	for _, t := range r.Config.Tables {
		if m := numberedTitle().FindString(strings.TrimSpace(t.Title)); m != "" {
			pass.Report(t.Position, numberedHint, "the title of the table %s begins with %q, and the report numbers the table by itself: two numbers are printed", t.ID, m)
		}
	}
}
