package yamlpos

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"apr/internal/lazyregexp"
	"apr/internal/source"
)

// What Decode reports without refusing the file.
const (
	// CodeMissingKey: an entry lacks a key that it needs.
	CodeMissingKey = "missing-key"
	// CodeMissingText: an entry lacks a text that it needs.
	CodeMissingText = "missing-text"
	// CodeMissingValue: a key that is needed has nothing behind it.
	CodeMissingValue = "missing-value"
	// CodeCutOff: YAML took part of a text for a remark or a name.
	CodeCutOff = "cut-off"
	// CodeFolded: YAML joined lines that mean something apart in Markdown.
	CodeFolded = "folded"
	// CodeYesNo: where a text belongs is yes or no.
	CodeYesNo = "yes-no"
)

const (
	blockHint  = `put "|" behind the key and the text on the lines below it, indented`
	remarkHint = blockHint + "; a remark goes onto a line of its own above the key"
)

// swallowed says what YAML took away from a text. key is where its key is.
func (d *decoder) swallowed(n *yaml.Node, key source.Position, t Text) {
	if d.again {
		return
	}
	f := d.file
	if plain(n) {
		d.cutOff(n, n.Value)
		d.remarksBefore(n, key)
		d.anchor(n)
	}
	if n.Style&yaml.LiteralStyle == 0 {
		d.folded(n, t)
	} else {
		d.remarksAfter(f, key, t)
	}
	switch strings.ToLower(strings.TrimSpace(n.Value)) {
	case "yes", "no", "true", "false":
		d.warn(CodeYesNo, t.Position, "say it in a sentence; where the year had nothing of the kind, see which key of the file says so (none: true)",
			"the text is only %q", strings.TrimSpace(n.Value))
	}
}

// plain reports a value that is in no quotes and no block.
func plain(n *yaml.Node) bool {
	return n.Style&(yaml.LiteralStyle|yaml.FoldedStyle|yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) == 0
}

// remarks are the offsets of number signs that may begin a remark behind a value.
func (f *file) remarks() []int {
	if f.signs == nil {
		f.signs = []int{}
		for i := 1; i < len(f.data); i++ {
			if f.data[i] == '#' && (f.data[i-1] == ' ' || f.data[i-1] == '\t') {
				f.signs = append(f.signs, i)
			}
		}
	}
	return f.signs
}

// aliasesOf are the anchors that aliases name.
func aliasesOf(n *yaml.Node) map[string]bool {
	used := map[string]bool{}
	var walk func(*yaml.Node)
	walk = func(n *yaml.Node) {
		if n.Kind == yaml.AliasNode {
			used[n.Value] = true
		}
		for _, child := range n.Content {
			walk(child)
		}
	}
	walk(n)
	return used
}

// remark is the rest of the line behind a plain value where it is a remark, and
// its offset; "" where there is none.
func (f *file) remark(n *yaml.Node) (rest string, offset, line int) {
	line, offset = f.content(n)
	if i, _ := slices.BinarySearch(f.remarks(), offset); i == len(f.remarks()) {
		return "", 0, 0
	}
	s := flowScanner{file: f, at: offset, line: line, value: n.Value}
	if !s.scan() {
		return "", 0, 0
	}
	end := len(f.data)
	if s.line < len(f.lines) {
		end = f.lines[s.line]
	}
	behind := f.data[s.at:max(s.at, end)]
	written := bytes.TrimLeft(behind, " \t")
	if len(written) == 0 || written[0] != '#' || len(written) == len(behind) {
		return "", 0, 0
	}
	return strings.TrimRight(string(written), " \t\r\n"), s.at + len(behind) - len(written), s.line
}

// place is the position of an offset in a line.
func (f *file) place(line, offset int) source.Position {
	return f.at(line, 1+len([]rune(string(f.data[f.lines[line-1]:offset]))))
}

// cutOff says that a text ends where YAML takes it to.
func (d *decoder) cutOff(n *yaml.Node, before string) {
	rest, offset, line := d.file.remark(n)
	if rest == "" {
		return
	}
	d.warn(CodeCutOff, d.file.place(line, offset), remarkHint,
		"the text is cut off: YAML takes %q, which follows %q, for a remark", clip(rest), clipEnd(before))
}

// cutOffShort is cutOff for a name or a title, next to which remarks are common. It
// says what no remark looks like: a number sign with a word close behind it, or
// words and one blank before it.
func (d *decoder) cutOffShort(n *yaml.Node) {
	if d.again || !plain(n) {
		return
	}
	d.anchor(n)
	rest, offset, line := d.file.remark(n)
	if rest == "" {
		return
	}
	close := len(rest) > 1 && rest[1] != ' ' && rest[1] != '\t' && rest[1] != '#'
	oneBlank := offset > 1 && d.file.data[offset-1] == ' ' && d.file.data[offset-2] != ' ' && d.file.data[offset-2] != '\t'
	if close || oneBlank && strings.Contains(n.Value, " ") {
		d.warn(CodeCutOff, d.file.place(line, offset), "put the whole in quotes; before a remark leave two blanks",
			"%q is cut off: YAML takes %q for a remark", clipEnd(n.Value), clip(rest))
	}
}

// remarksBefore reports headings and other lines that begin a plain text with a
// number sign: to YAML they are remarks.
func (d *decoder) remarksBefore(n *yaml.Node, key source.Position) {
	for line := key.Line + 1; line < n.Line; line++ {
		if at, written, found := d.file.remarkLine(line); found && at.Column > key.Column {
			d.warn(CodeCutOff, at, remarkHint, "the line %q is lost: YAML takes it for a remark", clip(written))
			return
		}
	}
}

// remarksAfter reports a line below a block of text that is indented more than
// the block's key, less than the block, and so a remark of neither.
func (d *decoder) remarksAfter(f *file, key source.Position, t Text) {
	if len(t.marks) == 0 {
		return
	}
	last := t.marks[len(t.marks)-1]
	for line := last.line + 1; line <= len(f.lines); line++ {
		at, written, found := f.remarkLine(line)
		switch {
		case found && at.Column > key.Column && at.Column < t.marks[0].column:
			d.warn(CodeCutOff, at, "indent it as the text above it", "the line %q is lost: it is indented less than the text, and YAML takes it for a remark", clip(written))
			return
		case !found && strings.TrimSpace(f.line(line)) != "":
			return
		}
	}
}

// remarkLine is a line that is nothing but a remark.
func (f *file) remarkLine(line int) (at source.Position, written string, found bool) {
	text := f.line(line)
	body := strings.TrimLeft(text, " ")
	return f.at(line, 1+len(text)-len(body)), strings.TrimSpace(body), strings.HasPrefix(body, "#")
}

// anchor reports a word that YAML takes for a name, where nothing uses the name.
func (d *decoder) anchor(n *yaml.Node) {
	if n.Anchor != "" && !d.aliases[n.Anchor] {
		d.warn(CodeCutOff, d.at(n), `put the text in quotes, or on the lines below a "|"`, "%q is lost: YAML takes it for a name", "&"+n.Anchor)
	}
}

// blockMark begins a line that is a block of its own in Markdown, or a row of a
// table.
var blockMark = lazyregexp.Lazy(`^(?:[-+*•·▪◦●‣\x{f0b7}\x{f0a7}][ \t]|[0-9]{1,3}[.)][ \t]|#{1,6} |>|\||Table:)`)

var headingMark = lazyregexp.Lazy(`^#{1,6} `)

// folded reports the first place at which a text lost a line break that means
// something: between paragraphs, or before an item, a row or a heading.
func (d *decoder) folded(n *yaml.Node, t Text) {
	hint := blockHint
	if n.Style&yaml.FoldedStyle != 0 {
		hint = `write "|" in the place of ">"`
	}
	var before *mark
	for i := range t.marks {
		m := &t.marks[i]
		if before == nil || m.line == before.line {
			before = cmpOr(before, m)
			continue
		}
		gap, o := m.line-before.line, m.offset
		joined := o > 0 && t.Markdown[o-1] == ' ' && (o < 2 || t.Markdown[o-2] != '\n')
		single := o > 0 && t.Markdown[o-1] == '\n' && (o < 2 || t.Markdown[o-2] != '\n')
		heading := headingMark().MatchString(t.Markdown[before.offset:]) && (before.offset == 0 || t.Markdown[before.offset-1] == '\n')
		switch {
		case gap > 1 && single && !strings.HasPrefix(t.Markdown[o:], " "):
			d.warn(CodeFolded, t.At(o), hint, "the empty line above is lost: YAML folds the text, and the two paragraphs become one")
			return
		case joined && blockMark().MatchString(t.Markdown[o:]), joined && heading:
			d.warn(CodeFolded, t.At(o), hint, "this line runs on from the line above: YAML folds the text, and items, rows and headings are lost")
			return
		}
		before = m
	}
}

func cmpOr(a, b *mark) *mark {
	if a != nil {
		return a
	}
	return b
}

// tag says what became of a value that begins with an exclamation mark.
func (d *decoder) tag(at source.Position, n *yaml.Node, v reflect.Value) {
	if v.Type() == textType || v.Kind() == reflect.String {
		d.add("tag", at, `put the text in quotes, or on the lines below a "|"`, "a text can't begin with %q here: YAML takes %q for a type", "!", n.Tag)
		return
	}
	d.add("tag", at, "delete the tag", "the YAML tag %s is not understood here", n.Tag)
}

const clipped = 40

// clip is the beginning of a text, for a message.
func clip(s string) string {
	if r := []rune(s); len(r) > clipped {
		return string(r[:clipped]) + "…"
	}
	return s
}

// clipEnd is the end of a text, for a message.
func clipEnd(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > clipped {
		return "…" + string(r[len(r)-clipped:])
	}
	return s
}

// gitMark is how Git begins, divides and ends the two versions of lines that it
// couldn't merge.
var gitMark = lazyregexp.Lazy(`(?m)^(?:<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)(?: .*)?\r?$`)

// conflict finds lines of which Git left both versions.
func (f *file) conflict() *source.Problem {
	if !slices.ContainsFunc([]string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"}, func(mark string) bool { return bytes.Contains(f.data, []byte(mark)) }) {
		return nil
	}
	m := gitMark().FindIndex(f.data)
	if m == nil {
		return nil
	}
	line, _ := slices.BinarySearch(f.lines, m[0]+1)
	return &source.Problem{Code: "conflict", Position: f.at(line, 1),
		Message: fmt.Sprintf("Git left two versions of these lines here (%s)", clip(strings.TrimSpace(string(f.data[m[0]:m[1]])))),
		Hint:    "keep one version, or join them, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"}
}
