package regs

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"apr/internal/lazyregexp"
	"apr/internal/wording"
)

// checkSwallowed finds what Markdown takes for a mark of its own, at the beginning of a
// line mostly, so that it isn't printed: a sign before a number, a line "[Note]: …".
func (p passage) checkSwallowed(pass *Pass, n ast.Node, words *wordsOf) {
	switch n := n.(type) {
	case *ast.List:
		p.swallowedInList(pass, n, words)
	case *ast.Blockquote:
		p.swallowedQuote(pass, n)
	case *ast.Heading:
		p.swallowedHeading(pass, n)
	case *ast.Paragraph:
		p.brokenLines(pass, n)
		p.brokenWords(pass, n)
		p.pageFurniture(pass, n)
	case *ast.TextBlock:
		p.brokenWords(pass, n)
	case *extast.TableRow:
		p.shortRow(pass, n)
	case *ast.LinkReferenceDefinition:
		p.swallowedDefinition(pass, n, words)
	}
}

// swallow reports what isn't printed as it stands.
func (p passage) swallow(pass *Pass, at int, hint, format string, args ...any) {
	pass.add(Finding{Position: p.text.At(at), Likely: true, Found: fmt.Sprintf(format, args...), Hint: hint})
}

// numeral begins a number or an amount.
var numeral = lazyregexp.Lazy(`^[£$€]?[0-9]`)

// marked is where an item or a quotation begins with its mark, and the words behind.
func (p passage) marked(n ast.Node) (at int, words string) {
	for first := n; first != nil; first = first.FirstChild() {
		if first.Type() == ast.TypeBlock && first.Lines().Len() > 0 {
			start := first.Lines().At(0).Start
			line := bytes.LastIndexByte(p.src[:start], '\n') + 1
			at = line + len(p.src[line:start]) - len(bytes.TrimLeft(p.src[line:start], " \t"))
			return at, wording.OneLine(string(first.Lines().Value(p.src)))
		}
	}
	return p.offset(n), ""
}

// lineAbove is the line of a paragraph that stands straight above a block, "" where
// something else does, or nothing.
func (p passage) lineAbove(n ast.Node) string {
	above, ok := n.PreviousSibling().(*ast.Paragraph)
	if !ok || n.HasBlankPreviousLines() || above.Lines().Len() == 0 {
		if block, ok := n.PreviousSibling().(*ast.TextBlock); ok && !n.HasBlankPreviousLines() && block.Lines().Len() > 0 {
			last := block.Lines().At(block.Lines().Len() - 1)
			return strings.TrimSpace(string(last.Value(p.src)))
		}
		return ""
	}
	last := above.Lines().At(above.Lines().Len() - 1)
	return strings.TrimSpace(string(last.Value(p.src)))
}

// goesOn reports whether a line is one of a sentence that goes on in the next.
func goesOn(line string) bool {
	return line != "" && !strings.ContainsAny(line[len(line)-1:], ".:;!?") && !strings.HasSuffix(line, "…")
}

// escapeHint says how to write a mark that is meant.
func escapeHint(mark, word string) string {
	return fmt.Sprintf(`write \%s where the sign is meant, or say %q; or let the line go on from the one before`, mark, word)
}

// swallowedInList finds signs, dashes and numbers that begin a list and weren't meant to.
func (p passage) swallowedInList(pass *Pass, n *ast.List, all *wordsOf) {
	first, above := n.FirstChild(), p.lineAbove(n)
	if first == nil {
		return
	}
	at, words := p.marked(first)
	short := beginningOf(words)
	single := n.ChildCount() == 1
	if _, nested := n.Parent().(*ast.ListItem); nested {
		above = ""
	}
	mark := string(n.Marker)
	inner, _ := first.FirstChild().(*ast.List)
	switch {
	case n.IsOrdered():
		p.renumbered(pass, n)
		if single && n.Start == 1 && goesOn(above) {
			p.swallow(pass, at, `write 1\., or let the line go on from the one before`, "the number before %q begins a list", short)
		}
	case inner != nil && !inner.IsOrdered() && !bytes.Contains(p.src[at:p.begins(inner)], []byte("\n")):
		p.swallow(pass, at, "leave one of them", "the line begins with two marks of a list, and the first item is printed with two bullets: %q", short)
	case mark == "+" && numeral().MatchString(words):
		p.swallow(pass, at, escapeHint("+", "up"), "the sign + before %q begins a list and isn't printed", short)
	case mark == "-" && numeral().MatchString(words) && (p.signed(n.PreviousSibling()) || p.signed(n.NextSibling()) || single && goesOn(above)):
		p.swallow(pass, at, escapeHint("-", "down"), "the sign - before %q begins a list and isn't printed", short)
	case single && goesOn(above) && words != "" && strings.ToLower(words[:1]) == words[:1] && !numeral().MatchString(words):
		p.swallow(pass, at, "write an en dash, –, or let the line go on from the one before", "the %q before %q begins a list, though the sentence goes on", mark, short)
	case mark == "*" && single && all.of(p).star < at:
		p.swallow(pass, at, `write \* here and behind the word, or a footnote: [^1]`, "the star before %q begins a list and isn't printed", short)
	}
}

// begins is where a block begins with its mark.
func (p passage) begins(n ast.Node) int {
	for first := n; first != nil; first = first.FirstChild() {
		if first.Type() == ast.TypeBlock && first.Lines().Len() > 0 {
			return first.Lines().At(0).Start
		}
	}
	return p.offset(n)
}

// beginningOf is the beginning of a text in quotes.
func beginningOf(words string) string {
	if runes := []rune(words); len(runes) > 40 {
		return string(runes[:39]) + "…"
	}
	return words
}

// signed reports whether a block is a list with a plus sign before a number.
func (p passage) signed(n ast.Node) bool {
	list, ok := n.(*ast.List)
	if !ok || list.Marker != '+' {
		return false
	}
	_, words := p.marked(list.FirstChild())
	return numeral().MatchString(words)
}

// wordsOf is what is asked of all words of a passage, once.
type wordsOf struct {
	root ast.Node
	// star is where the first word with a star behind it is, as one with a note has.
	star int
	// labels are those that links name.
	labels map[string]bool
}

// of is what the passage's words are.
func (w *wordsOf) of(p passage) *wordsOf {
	if w.root == p.root {
		return w
	}
	*w = wordsOf{root: p.root, star: len(p.src) + 1, labels: map[string]bool{}}
	_ = ast.Walk(p.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if at := p.star(n); at >= 0 {
				w.star = min(w.star, at)
			}
		case *ast.Link:
			w.named(n.Reference)
		case *ast.Image:
			w.named(n.Reference)
		}
		return ast.WalkContinue, nil
	}) // the function doesn't fail
	return w
}

func (w *wordsOf) named(r *ast.ReferenceLink) {
	if r != nil {
		w.labels[label(r.Value)] = true
	}
}

// label is a link's label as Markdown compares it.
func label(written []byte) string { return strings.ToLower(wording.OneLine(string(written))) }

// star is where a run of text has a star behind a word, -1 where it has none.
func (p passage) star(t *ast.Text) int {
	for at := max(t.Segment.Start, 1); at < t.Segment.Stop; at++ {
		if p.src[at] == '*' && strings.IndexByte(" \n\\*", p.src[at-1]) < 0 && (at+1 == len(p.src) || strings.IndexByte(" \n.,;:)|", p.src[at+1]) >= 0) {
			return at
		}
	}
	return -1
}

// renumbered finds an item whose number a list, which counts by itself, would change.
func (p passage) renumbered(pass *Pass, n *ast.List) {
	var numbers []int
	var places []int
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		at, _ := p.marked(item)
		no := 0
		for i := at; i < len(p.src) && p.src[i] >= '0' && p.src[i] <= '9' && no < 1e6; i++ {
			no = 10*no + int(p.src[i]-'0')
		}
		if len(numbers) > 0 && no <= numbers[len(numbers)-1] {
			return // 1. 1. 1. counts by itself
		}
		numbers, places = append(numbers, no), append(places, at)
	}
	for i, no := range numbers {
		if printed := numbers[0] + i; no != printed {
			p.swallow(pass, places[i], fmt.Sprintf(`write the number that is meant, or %d\. and an empty line before it`, no),
				"the item %d is printed as %d: a list counts by itself", no, printed)
			return
		}
	}
}

// years and the like, behind a number, speak of more than that.
var moreThan = lazyregexp.Lazy(`^[£$€]?[0-9][0-9.,]*\s?(?:%|[mk]\b|bn\b|(?:years?|months?|weeks?|days?|hours?|minutes?|miles?|people|beds|old)\b|$)`)

// swallowedQuote finds the sign > before a number, which begins a quotation.
func (p passage) swallowedQuote(pass *Pass, n *ast.Blockquote) {
	first := n.FirstChild()
	if first == nil || first.Type() != ast.TypeBlock {
		return
	}
	at, words := p.marked(n)
	if !numeral().MatchString(words) {
		return
	}
	_, item := n.Parent().(*ast.ListItem)
	item = item && n.PreviousSibling() == nil
	if item {
		start := first.Lines()
		if start.Len() == 0 {
			return
		}
		if i := bytes.LastIndexByte(p.src[:start.At(0).Start], '>'); i >= 0 {
			at = i
		}
	}
	ended := strings.HasSuffix(words, ".") || strings.HasSuffix(words, "!") || strings.HasSuffix(words, "?") || strings.HasSuffix(words, "”")
	if above := p.lineAbove(n); goesOn(above) || (item || !ended && n.ChildCount() == 1) && moreThan().MatchString(words) {
		p.swallow(pass, at, escapeHint(">", "over"), "the sign > before %q begins a quotation and isn't printed", beginningOf(words))
	}
}

// swallowedHeading finds sentences that a line of dashes below them, or a number sign
// before them, makes headings.
func (p passage) swallowedHeading(pass *Pass, n *ast.Heading) {
	if n.Lines().Len() == 0 {
		return
	}
	line := n.Lines().At(0)
	start := bytes.LastIndexByte(p.src[:line.Start], '\n') + 1
	words := p.words(n)
	if before := strings.TrimLeft(string(p.src[start:line.Start]), " >\t"); strings.HasPrefix(before, "#") {
		if r := words; goesOn(p.lineAbove(n)) && r != "" && r[0] >= 'a' && r[0] <= 'z' {
			p.swallow(pass, start+bytes.IndexByte(p.src[start:], '#'), `write \#, or "number"; or let the line go on from the one before`, "the sign # before %q begins a heading and isn't printed", beginningOf(words))
		}
		return
	}
	if len([]rune(words)) > longHeading {
		return // told as a paragraph
	}
	last := n.Lines().At(n.Lines().Len() - 1)
	below := p.src[last.Stop:]
	if i := bytes.IndexByte(below, '\n'); i >= 0 && len(bytes.TrimSpace(below[:i])) == 0 {
		below = below[i+1:]
	}
	underline, _, _ := bytes.Cut(below, []byte("\n"))
	drawn := strings.Trim(string(underline), " \t\r>")
	sentence := len(strings.Fields(words)) > 2 && strings.HasSuffix(words, ".") || strings.HasSuffix(words, ",") || strings.HasSuffix(words, ";")
	switch {
	case sentence, n.Lines().Len() > 1:
		p.swallow(pass, line.Start, "put an empty line before the dashes, or delete them", "the line of dashes below it makes a heading of %q", beginningOf(words))
	case len(drawn) > 0 && len(drawn) < 3:
		p.swallow(pass, line.Start, "delete the dashes, or put an empty line before them; a heading begins with ##", "the %q below it makes a heading of %q", drawn, beginningOf(words))
	}
}

// midLine are blanks at the end of a line in the middle of a sentence, and what the
// next begins with.
var midLine = lazyregexp.Lazy(`[\p{Ll},]( {2,})\r?\n[ \t]*\p{Ll}`)

// brokenLines finds blanks at the end of a line that break it in a sentence.
func (p passage) brokenLines(pass *Pass, n *ast.Paragraph) {
	if n.Lines().Len() < 2 {
		return
	}
	for parent := n.Parent(); parent != nil; parent = parent.Parent() {
		if _, ok := parent.(*ast.Blockquote); ok {
			return // verses
		}
	}
	from, to := n.Lines().At(0).Start, n.Lines().At(n.Lines().Len()-1).Stop
	text := p.src[from:to]
	if !bytes.Contains(text, []byte("  \n")) && !bytes.Contains(text, []byte("  \r")) {
		return // which is seen faster than that the expression doesn't match
	}
	m := midLine().FindSubmatchIndex(text)
	if m == nil {
		return
	}
	p.swallow(pass, from+m[2], "delete the blanks at the end of the line", "two blanks at the end of the line break it in the middle of the sentence")
}

// swallowedDefinition finds a line such as "[Note]: provisional", which Markdown takes
// for where a link leads, and which no link names.
func (p passage) swallowedDefinition(pass *Pass, n *ast.LinkReferenceDefinition, all *wordsOf) {
	if string(n.Destination) == "#" || all.of(p).labels[label(n.Label)] { // the first is the usual way to write a comment
		return
	}
	p.swallow(pass, p.offset(n), fmt.Sprintf(`write \[%s]:, or %s: without brackets; delete the line where no link leads there`, n.Label, n.Label),
		"the line that begins with [%s]: isn't printed: Markdown takes it for where a link leads, and no link names it", n.Label)
}

// blankLine is a line to be filled in by hand.
var blankLine = lazyregexp.Lazy(`^\s*_{4,}\s*$`)
