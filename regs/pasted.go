package regs

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/wording"
)

// pastedRules find what other programs and other dialects of Markdown write, and a
// report would print as it stands. What is certain to be meant is repaired while the
// narrative is read, and never comes here; see prose.Repair.
var pastedRules = []Rule{
	{
		ID:       "R0-pasted",
		Title:    "What was pasted or typed is printed as it was meant",
		Level:    Advice,
		Citation: "Plain Markdown, as apr help narrative describes it",
		Why:      "Stars that close nothing, boxes to tick and rows of tabs are printed as they stand: the reader meets marks where the author saw bold words or a table. Letters come garbled out of a file that was read in the wrong encoding, Markdown takes a sign at the beginning of a line for a list, and a sign that a reference brings itself stands twice when it is typed as well. A page that was numbered by hand is another after the next change, and one picture is described in two ways where the wrong file was copied.",
		Blind:    "Pasted text that carries no marks, and marks that Markdown uses itself.",
		Check:    checkPasted,
	},
}

// raw is a mark that would be printed, in a run of text or in the lines of a
// paragraph. What is in the expression's first group, or all of it, is the mark.
type raw struct {
	pattern       func() *lazyregexp.Regexp
	message, hint string
	// lines is how many lines in a row have to have it; 0 is one.
	lines int
	// needs are what a text has at least one of where the pattern matches. Most
	// texts have none of them, which is seen faster than that they don't match.
	needs []string
}

// find is regexp.FindSubmatchIndex of a mark's pattern.
func (r raw) find(text []byte) []int {
	has := func(part string) bool { return bytes.Contains(text, []byte(part)) }
	if len(r.needs) > 0 && !slices.ContainsFunc(r.needs, has) {
		return nil
	}
	return r.pattern().FindSubmatchIndex(text)
}

// seen are the bytes that a text has, but for braces that stand next to each other: those of
// references, which are in most texts.
type seen [256]bool

func (s *seen) take(text []byte) {
	for i, b := range text {
		s[b] = s[b] || b != '{' || (i == 0 || text[i-1] != '{') && (i+1 == len(text) || text[i+1] != '{')
	}
}

// mayHave reports whether a mark may be in the text, by the first bytes of its needs.
func (s *seen) mayHave(mark raw) bool {
	return len(mark.needs) == 0 || slices.ContainsFunc(mark.needs, func(part string) bool { return s[part[0]] })
}

// enumerated is an item of a list with a letter or a number.
var enumerated = lazyregexp.Lazy(`^\s*\(?(?:[a-zA-Z]|[ivx]{2,4}|[0-9.]+)[.)]\s`)

const (
	tabsMessage = "cells with tabs between them are printed as running text: a table from a spreadsheet?"
	tableHint   = "write Table: and what it shows on a line of its own before it, and let the rows follow: apr makes a table of them"
	bracketHint = "delete it, or write a backslash before it where it is meant"
	listHint    = `begin each line with "- ", or put an empty line between them`
)

// inRuns are marks within a run of text.
var inRuns = []raw{
	{lazyregexp.Lazy(`(\*\*)`), "the stars %s are printed: they begin or end no bold words", `put them close to the first and behind the last word, **so**; where stars are meant write \*`, 0, []string{"**"}},
	{lazyregexp.Lazy(`(?:^|[\s(])(__)[\p{L}\p{N}]`), "the marks %s are printed: they begin no bold words", "write **so** for bold words", 0, []string{"__"}},
	{lazyregexp.Lazy(`(~~)[^\s~]`), "the marks %s are printed: a report strikes nothing out", "delete the words that they strike out, or the marks", 0, []string{"~~"}},
	{lazyregexp.Lazy(`[\p{L}\p{N})](~[^\s~]{1,8}~|\^[^\s^]{1,8}\^)`), "the marks in %q are printed: only the digits of H~2~O and m^2^ can stand below or above the line", "say it in words, or paste the character itself", 0, []string{"~", "^"}},
	{lazyregexp.Lazy(`(\$[^$\s][^$]*[\^_\\][^$]*\$)`), "the formula %s is printed as it stands", "say it in words", 0, []string{"$"}},
	{lazyregexp.Lazy(`(?:^|\s)(:[a-z][a-z0-9_]*[a-z]:|:\+1:)(?:$|[\s.,;!])`), "the mark %s is printed: it is no picture here", "say it in words", 0, []string{":"}},
	{lazyregexp.Lazy(`(<!--)`), "the comment that begins with %s isn't closed, and is printed", "close it with -->, or delete it", 0, []string{"<!--"}},
	{lazyregexp.Lazy(`(&(?:[lr][sd]quo|[nm]dash|nbsp|amp|lt|gt|quot|apos|pound|euro|hellip|bull|deg|frac[1-4]{2}|[aeiou](?:acute|grave)|#[0-9]{2,5}|#x[0-9a-fA-F]{2,5}))(?:[^\w;]|$)`), "the code %s is printed as it stands: the semicolon is missing", "write a semicolon behind it, or the character itself", 0, []string{"&"}},
	{lazyregexp.Lazy(`(?:^|[^{\\])(\{ ?(?:value|change|spend|locality|year) ?["“”'‘’][^{}]*\})(?:$|[^}])`), "the reference %s is printed as it stands: it has one brace on each side", `write two, as in {{ value "NI12" }}`, 0, []string{"{"}},
	{lazyregexp.Lazy(`(?:^|[\s(])(\^[0-9]{1,3}\^|\^[0-9]{1,2}\b)`), "the mark %s is printed", "write a footnote as [^1], and what it says on a line of its own: [^1]: …", 0, []string{"^"}},
	{lazyregexp.Lazy(`(?:^|[\s(])(_|___)\p{L}`), "the marks %s are printed: they begin no words in italics or bold", "put as many behind the last word, as in _so_, or delete them", 0, []string{"_"}},
	{lazyregexp.Lazy(`(&amp;(?:amp|lt|gt|nbsp|quot|pound|euro|hellip|[lr][sd]quo|[nm]dash|#[0-9]{2,5});)`), "the code %s is printed as it stands, but for its beginning: it was made twice", "write the character itself", 0, []string{"&amp;"}},
	{lazyregexp.Lazy(`(?:^|[\s(])(\\\\[\w.-]+\\[\w])`), "%s begins a path on a drive of your own: readers can't open it, and one backslash isn't printed", "say what is there, or link to where it is published", 0, []string{`\\`}},
	{lazyregexp.Lazy(`(?:^|[\s(])([A-Z]:\\[\w]+)`), "%s is on a drive of your own: readers can't open it", "say what is there, or link to where it is published", 0, []string{`:\`}},
	{lazyregexp.Lazy(`(?:^|\s)(==)[^\s=][^=]*[^\s=]==`), "the marks %s are printed: a report has no highlighter", "write **so** for bold words, or delete them", 0, []string{"=="}},
	{lazyregexp.Lazy(`(?:^|\s)(\+\+)[^\s+][^+]*\+\+`), "the marks %s are printed: a report underlines nothing", "write **so** for bold words, or delete them", 0, []string{"++"}},
	{lazyregexp.Lazy(`[\p{Ll}\p{N}.,;:!?)”"](\\[nrt])(?:\\[nrt]|\p{Lu}|\s|$)`), "the code %s is printed: in a form's export it ends a line, or is a tab", "delete it, and begin a line or a paragraph there", 0, []string{`\n`, `\r`, `\t`}},
	{lazyregexp.Lazy(`[\s(](\*)\p{L}`), "the star %s is printed: it begins no words in italics", `put another behind the last word, as in *so*; where a star is meant write \*`, 0, []string{"*"}},
}

// inNumbers are marks within a run of text for which mayMisread holds.
var inNumbers = []raw{
	{lazyregexp.Lazy(`(?:^|[\s(£])([0-9]+[OolI][0-9]+|[lI][.,][0-9]+(?:m|k|bn)?|l[0-9]{1,3})(?:[\s.,;:)%]|$)`), "the number %q has a letter in it, as scanned texts have", "write the digit that is meant: 0 for O, 1 for l", 0, []string{"O", "o", "l", "I"}},
	{lazyregexp.Lazy(`(?:^|[\s(£])([0-9]+O) \p{Ll}`), "the number %q has a letter in it, as scanned texts have", "write the digit that is meant: 0 for O, 1 for l", 0, []string{"O"}},
}

// inLines are marks that lines begin with, or have alone.
var inLines = []raw{
	{lazyregexp.Lazy(`^\s*(\+[-=:]{2,}[-=+:]*\+)\s*$`), "the table of plus signs and dashes is printed as text", "write its rows as | a | b |, with a line |---|---| below the heads", 0, []string{"+"}},
	{lazyregexp.Lazy(`^\s*([^\s\t][^\t]*\t+\S)`), tabsMessage, tableHint, 2, []string{"\t"}},
	{lazyregexp.Lazy(`^\s*([^\s;.][^;.]{0,40};[^\s;][^;.]*;[^;]*)$`), "cells with semicolons between them are printed as running text: a table from a spreadsheet?", "write its rows as | a | b |, with a line |---|---| below the heads, and Table: … before it", 2, []string{";"}},
	{lazyregexp.Lazy(`^\s*([–—])\s+\p{L}`), "the dashes %s are printed: lines that begin with them are no list", listHint, 2, []string{"–", "—"}},
	{lazyregexp.Lazy(`^\s*(\|?[^|]*[^|\\\s][^|]*\|[^|]+.*)$`), "rows with bars between their cells are printed as text: the line of dashes is missing", "put |---|---| below the heads, with as many cells as they have, and Table: … before the table", 2, []string{"|"}},
	{lazyregexp.Lazy(`^\s*(\S+(?: \S+)*(?: {3,}\S+(?: \S+)*)+)\s*$`), "cells with blanks between them are printed as running text: a table?", "write its rows as | a | b |, with a line |---|---| below the heads, and Table: … before it", 2, []string{"   "}},
	{lazyregexp.Lazy(`^\s*([0-9]+\.[0-9]+[.)]?)\s+\p{Lu}`), "the items from %q on run on in one paragraph", listHint, 2, []string{"."}},
	{lazyregexp.Lazy(`^\s*(\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\])`), "the mark %s is printed", "delete it, or write the word in bold", 0, []string{"[!"}},
	{lazyregexp.Lazy(`(?:^|[^\\])(\\(?:newpage|pagebreak|clearpage|bigskip|vspace|textbf|emph|cite|ref|label)\b)`), "the command %s is printed", "delete it: apr breaks pages by itself", 0, []string{"\\"}},
	{lazyregexp.Lazy(`(_x00[0-9A-Fa-f]{2}_)`), "the code %s is printed: a spreadsheet's for the end of a line", "delete it", 0, []string{"_x00"}},
	{lazyregexp.Lazy(`(?i)^\s*(\[_?toc_?\])\s*$`), "the mark %s is printed", "delete it: the report has its contents at the beginning", 0, []string{"["}},
	{lazyregexp.Lazy(`^\s*(\(?(?:[a-zA-Z]|[ivx]{2,4})[.)])\s+\S`), "the items from %q on run on in one paragraph", listHint, 2, []string{".", ")"}},
	{lazyregexp.Lazy(`^\s*(-)\p{L}`), "the dashes are printed: lines without a blank behind the dash are no list", listHint, 2, []string{"-"}},
	{lazyregexp.Lazy(`^\s*(\*)\p{L}[^*]*$`), "the stars are printed: lines without a blank behind the star are no list", listHint, 2, []string{"*"}},
	{lazyregexp.Lazy(`^\s*(#{2,6})\p{L}`), "the marks %s are printed: without a blank behind them they begin no heading", "put a blank behind them", 0, []string{"##"}},
	// #WeAreCare and #homefirst are meant so.
	{lazyregexp.Lazy(`^\s*(#)\p{Lu}\p{Ll}*(?:[^\p{L}\d_]|$)`), "the mark %s is printed: without a blank behind it it begins no heading", `put a blank behind it; where # is meant, write \#`, 0, []string{"#"}},
	{lazyregexp.Lazy(`^\s*([•▪◦●■□‣➢§\x{f0b7}\x{f0a7}])\s`), "the bullet %s is printed: the line is in no list", `begin the line with "- "`, 0, []string{"•", "▪", "◦", "●", "■", "□", "‣", "➢", "§", "\uf0b7", "\uf0a7"}},
	{lazyregexp.Lazy(`\S.*?([•▪●◦■])[ \t].*[•▪●◦■][ \t]`), "the items of the list stand in one line", `put each on a line of its own that begins with "- "`, 0, []string{"•", "▪", "●", "◦", "■"}},
	{lazyregexp.Lazy(`(\([^()]*\)\[(?:https?://|www\.)[^\]]*\])`), "the link %q is the wrong way round", "write [what it is](https://…)", 0, []string{"["}},
	{lazyregexp.Lazy(`(?:^|[^\\{])(\{(?:[#.][\w-]|\s*(?:width|height|style|class)\s*=)[^{}]*\})`), "the marks %s are printed", bracketHint, 0, []string{"{"}},
	{lazyregexp.Lazy(`(\[-?@[\w:.-]+[^\]]*\]|(?:^|\s)@(?:fig|tbl|sec)-[\w-]+)`), "the mark %s is printed: a report has no citations and cross references of that form", "write it out, or make it a footnote", 0, []string{"@"}},
}

func checkPasted(r *project.Project, pass *Pass) {
	checkDoubled(r, pass)
	checkGarbled(r, pass)
	checkPicturesShown(r, pass)
	checkPicturesTwice(r, pass)
	checkPagesByHand(r, pass)
	checkNumbered(r, pass)
	words := &wordsOf{}
	eachNode(pass, func(p passage, n ast.Node) {
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			p.rawBlock(pass, n)
		case *ast.List:
			p.rawList(pass, n)
		case *ast.Heading:
			p.rawHeading(pass, n)
		case *ast.ThematicBreak:
			p.rawRule(pass, n)
		case *ast.CodeBlock:
			p.rawIndented(pass, n)
		}
		p.checkSwallowed(pass, n, words)
	})
}

// report is a finding about a mark at an offset; the message may quote the mark.
func (r raw) report(pass *Pass, p passage, offset int, mark string) {
	message := r.message
	if strings.Contains(message, "%") {
		message = fmt.Sprintf(message, mark)
	}
	pass.Report(p.text.At(offset), r.hint, "%s", message)
}

// rawBlock looks through a paragraph, or the heads and cells of a table.
func (p passage) rawBlock(pass *Pass, n ast.Node) {
	verbatim, links := p.runs(pass, n)
	if first := n.Lines(); first.Len() > 0 {
		line := first.At(0)
		caption, captioned := strings.CutPrefix(strings.TrimSpace(string(line.Value(p.src))), "Table:")
		if captioned && nextToTable(n) {
			p.numberedCaption(pass, line.Start, caption)
		}
		if captioned && !nextToTable(n) {
			pass.Report(p.text.At(line.Start), "put the table after it; a row is written | a | b |, with a line |---|---| below the heads",
				"the caption is printed as text: no table stands next to it")
		}
	}
	lines := n.Lines()
	var in seen
	for i := range lines.Len() {
		line := lines.At(i)
		in.take(line.Value(p.src))
	}
	for _, mark := range inLines {
		if in.mayHave(mark) {
			p.rawLines(pass, n, mark, verbatim)
		}
	}
	p.rawLinks(pass, n, verbatim, links)
}

// nextToTable reports whether a paragraph is next to a table, and so may be its
// caption.
func nextToTable(n ast.Node) bool {
	_, after := n.NextSibling().(*extast.Table)
	_, before := n.PreviousSibling().(*extast.Table)
	return after || before
}

// runs looks through the runs of text of a block, and returns where code and links
// are in it.
func (p passage) runs(pass *Pass, block ast.Node) (verbatim, links []int) {
	reported := map[*raw]bool{}
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.CodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					verbatim = append(verbatim, t.Segment.Start, t.Segment.Stop)
				}
			}
			return ast.WalkSkipChildren, nil
		case *ast.Link, *ast.Image:
			links = append(links, p.offset(n))
		case *ast.Text:
			p.run(pass, n, reported)
		}
		return ast.WalkContinue, nil
	}) // the function doesn't fail
	return verbatim, links
}

// run finds marks in one run of text, each of them once in a block.
func (p passage) run(pass *Pass, n *ast.Text, reported map[*raw]bool) {
	// A mark may be a run by itself: the letter that decides is the next.
	text := p.src[n.Segment.Start:min(n.Segment.Stop+utf8.UTFMax, len(p.src))]
	var in seen
	in.take(text)
	lists := [...][]raw{inRuns, inNumbers}
	if !mayMisread(text) {
		lists[1] = nil
	}
	for _, list := range lists {
		for i := range list {
			mark := &list[i]
			if reported[mark] || !in.mayHave(*mark) {
				continue
			}
			if found := mark.find(text); found != nil && n.Segment.Start+found[2] < n.Segment.Stop {
				reported[mark] = true
				mark.report(pass, p, n.Segment.Start+found[2], string(text[found[2]:found[3]]))
			}
		}
	}
}

// mayMisread reports whether a letter that looks like a digit stands next to one, or before a
// point: one of inNumbers has it so.
func mayMisread(text []byte) bool {
	isDigit := func(i int) bool { return i >= 0 && i < len(text) && '0' <= text[i] && text[i] <= '9' }
	for i, b := range text {
		switch b {
		case 'O', 'o':
			if isDigit(i - 1) {
				return true
			}
		case 'l', 'I':
			if isDigit(i-1) || isDigit(i+1) || i+2 < len(text) && (text[i+1] == '.' || text[i+1] == ',') && isDigit(i+2) {
				return true
			}
		}
	}
	return false
}

// lies reports whether an offset is in one of the ranges.
func lies(ranges []int, at int) bool {
	for i := 0; i+1 < len(ranges); i += 2 {
		if ranges[i] <= at && at < ranges[i+1] {
			return true
		}
	}
	return false
}

// isAnchor reports whether a mark is the anchor of a heading or a caption, which isn't
// printed.
func (p passage) isAnchor(n ast.Node, line []byte, at int) bool {
	if !bytes.HasPrefix(p.src[at:], []byte("{#")) {
		return false
	}
	_, heading := n.(*ast.Heading)
	return heading || nextToTable(n) && bytes.HasPrefix(bytes.TrimSpace(line), []byte("Table:"))
}

// rawLines finds a mark in the lines of a paragraph, once.
func (p passage) rawLines(pass *Pass, n ast.Node, mark raw, verbatim []int) {
	run, at, quoted := 0, 0, ""
	lines := n.Lines()
	if lines.Len() < mark.lines {
		return
	}
	for i := range lines.Len() {
		line := lines.At(i)
		found := mark.find(bytes.TrimRight(line.Value(p.src), "\r\n"))
		if found != nil && mark.message == tabsMessage && enumerated().Match(line.Value(p.src)) {
			found = nil // a list, which another mark finds
		}
		if found == nil || lies(verbatim, line.Start+found[2]) || p.isAnchor(n, line.Value(p.src), line.Start+found[2]) {
			run = 0
			continue
		}
		if run++; run == 1 {
			at = line.Start + found[2]
			quoted = string(p.src[at : line.Start+found[3]])
		}
		if run >= max(mark.lines, 1) {
			mark.report(pass, p, at, strings.TrimSpace(quoted))
			return
		}
	}
}

// writtenLink is what looks like a link or a picture.
var writtenLink = lazyregexp.Lazy(`!?\[[^\[\]\n]*\] ?\(([^()\n]*)\)`)

// pathLike is where a link leads, in contrast to a remark in brackets.
var pathLike = lazyregexp.Lazy(`^\S*/\S|\.\w{2,5}(?:\s|$)|^\w+:`)

// rawLinks finds links and pictures that Markdown doesn't take for such.
func (p passage) rawLinks(pass *Pass, n ast.Node, verbatim, links []int) {
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		if text := line.Value(p.src); !bytes.Contains(text, []byte("](")) && !bytes.Contains(text, []byte("] (")) {
			continue
		}
		for _, found := range writtenLink().FindAllSubmatchIndex(line.Value(p.src), -1) {
			at := line.Start + found[0]
			picture := p.src[at] == '!'
			where := strings.TrimSpace(string(p.src[line.Start+found[2] : line.Start+found[3]]))
			if lies(verbatim, at) || slices.Contains(links, at) || picture && slices.Contains(links, at+1) || at > 0 && p.src[at-1] == '\\' {
				continue
			}
			if picture || pathLike().MatchString(where) {
				pass.Report(p.text.At(at), "write no blank between the brackets, and the path or address without blanks or between < and >",
					"the %s to %q is printed as text", map[bool]string{true: "picture", false: "link"}[picture], where)
				return
			}
		}
	}
}

var box = lazyregexp.Lazy(`^\[[ xX]\][ \t]`)

// rawList finds boxes to tick, and years that begin a list.
func (p passage) rawList(pass *Pass, n *ast.List) {
	if n.IsOrdered() && n.Start >= 1000 {
		pass.Report(p.text.At(p.offset(n.FirstChild())), fmt.Sprintf(`write %d\.`, n.Start), "%d. begins a list, as a number with a full stop does", n.Start)
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		first := item.FirstChild()
		if first == nil || first.Type() != ast.TypeBlock || first.Lines().Len() == 0 {
			continue
		}
		if line := first.Lines().At(0); box().Match(line.Value(p.src)) {
			pass.Report(p.text.At(line.Start), "say it in words: Done: … and To do: …", "the box to tick is printed as it stands, %s", p.src[line.Start:line.Start+3])
			return
		}
	}
}

// longHeading is how many characters a line above dashes has that isn't a heading.
const longHeading = 120

// rawHeading finds paragraphs that a line of dashes below them makes headings.
func (p passage) rawHeading(pass *Pass, n *ast.Heading) {
	if n.Lines().Len() == 0 {
		return
	}
	verbatim, links := p.runs(pass, n)
	p.rawLinks(pass, n, verbatim, links)
	for _, mark := range inLines {
		if mark.lines == 0 {
			p.rawLines(pass, n, mark, verbatim)
		}
	}
	line := n.Lines().At(0)
	start := strings.LastIndexByte(string(p.src[:line.Start]), '\n') + 1
	if strings.HasPrefix(strings.TrimLeft(string(p.src[start:]), " >"), "#") {
		return
	}
	if words := p.words(n); utf8.RuneCountInString(words) > longHeading {
		pass.Report(p.text.At(line.Start), "put an empty line before the dashes", "the line of dashes below it makes a heading of the whole paragraph %q", wording.OneLine(string([]rune(words)[:40]))+"…")
	}
}

// dashes are a line below the heads of a table in another dialect. To Markdown it is
// a rule across the page.
var dashes = lazyregexp.Lazy(`^\s*-{2,}(?:[ \t]+-{2,})+\s*$`)

func (p passage) rawRule(pass *Pass, n *ast.ThematicBreak) {
	at := p.offset(n)
	line, _, _ := strings.Cut(string(p.src[at:]), "\n")
	switch {
	case dashes().MatchString(line):
		pass.Report(p.text.At(at), "write its rows as | a | b |, with a line |---|---| below the heads", "the table of blanks and dashes is printed as text")
	case blankLine().MatchString(line):
		pass.Report(p.text.At(at), "write what is to stand there, or delete it", "the line to be filled in by hand isn't printed")
	}
}

var markedUp = lazyregexp.Lazy(`\*\*?[^*\s][^*]*\*|^\s*[-*•][ \t]|\]\(|^\s*\|.*\|\s*$|(?:^|\s)_[^_\s][^_]*_(?:[\s.,;:]|$)|\[\^\w+\]|\\[*_#\[\]]|&(?:[a-z]{2,8}|#[0-9]{2,5});|^\s*#{1,6}[ \t]|^\s*>[ \t]|^\s*[0-9]{1,2}[.)][ \t]`)

// longLine is a line of a paragraph that goes on in the next.
var longLine = lazyregexp.Lazy(`^.{40,}[\p{L},]\s*$`)

// rawIndented finds paragraphs that are indented, by a tab say, so that Markdown
// leaves them as they stand.
func (p passage) rawIndented(pass *Pass, n *ast.CodeBlock) {
	for i := range n.Lines().Len() {
		if line := n.Lines().At(i); markedUp().Match(line.Value(p.src)) {
			pass.Report(p.text.At(n.Lines().At(0).Start), "begin its lines at the margin", "the paragraph is indented by four blanks or a tab, so that its marks are printed as they stand")
			return
		} else if i+1 < n.Lines().Len() && longLine().Match(line.Value(p.src)) {
			pass.Report(p.text.At(n.Lines().At(0).Start), "begin its lines at the margin", "the paragraph is indented by four blanks or a tab, so that its lines end where they do here")
			return
		}
	}
}
