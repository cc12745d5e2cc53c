package prose

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"apr/internal/document"
	"apr/internal/lazyregexp"
	"apr/internal/source"
)

// Boxes are blocks between a line that names a kind, "::: spotlight", and a line of
// colons, as Pandoc's Markdown has its fenced divs. What else there is to say stands
// between braces: ::: {.spotlight title="Link workers"}.

// The kinds that aren't a document.BoxKind.
const (
	quotationBox = "quotation"
	tilesBox     = "tiles"
	rowBox       = "row"
)

// changeClass has tiles show how the indicators on them have changed.
const changeClass = "change"

// boxKinds are all kinds, in the order in which they are listed.
var boxKinds = []string{string(document.Spotlight), string(document.CaseStudy), string(document.YouSaidWeDid), quotationBox, tilesBox, rowBox}

// boxKeys are what may be said of each kind besides its language.
var boxKeys = map[string][]string{
	string(document.Spotlight): {"title"}, string(document.CaseStudy): {"title"}, string(document.YouSaidWeDid): {"title"},
	quotationBox: {"by"},
}

// fence is the line that begins a box.
type fence struct {
	kind      string // "" for a passage that has a language alone
	title, by string
	lang      []attribute
	faulty    bool // its attributes are reported
	change    bool // tiles show how their figures have changed
}

var bareKind = lazyregexp.Lazy(`^([^\s{}:]+)[ \t]*:*$`)

// fenceOf reads the line that begins a division; of one that can't be used it reports
// why, and ok is false.
func (c *converter) fenceOf(n *divisionNode) (f fence, ok bool) {
	line := string(c.src[n.attributes.start:n.attributes.end])
	if !n.braced {
		m := bareKind().FindStringSubmatch(line)
		if m == nil {
			c.problem("box", n.attributes.start, fmt.Sprintf("%q can't be used behind colons", line),
				`write the kind of a box, "::: spotlight", and what else there is to say between braces: ::: {.spotlight title="Link workers"}`)
			return f, false
		}
		f.kind = m[1]
		return f, c.knownKind(f.kind, n.attributes.start)
	}
	attributes, wrong := attributesIn(c.src, n.attributes)
	if wrong >= 0 {
		c.problem("attribute", wrong, fmt.Sprintf("%q can't be used between braces", wordAt(c.src, wrong, n.attributes.end)),
			`write a kind with a full stop before it, and values in quotation marks: ::: {.spotlight title="Link workers"}`)
		return f, false
	}
	if len(attributes) == 0 {
		c.problem("attribute", n.attributes.start, "there is nothing between the braces", languageHint+"; "+kindsHint())
		return f, false
	}
	for _, a := range attributes {
		if a.name == "." && a.value == changeClass {
			f.change = true
			continue
		}
		if a.name == "." && f.kind != "" {
			c.problem("box", a.at, fmt.Sprintf("a box can't be a %s and a %s", called(f.kind), called(a.value)), "write one kind")
			return f, false
		}
		if a.name == "." {
			f.kind = a.value
			if !c.knownKind(f.kind, a.valueAt) {
				return f, false
			}
		}
	}
	for _, a := range attributes {
		c.boxAttribute(&f, a)
	}
	if f.change && f.kind != tilesBox {
		c.problem("attribute", n.attributes.start, "only tiles can be of the kind .change", `write ::: {.tiles .change}, or leave out .change`)
	}
	return f, true
}

func kindsHint() string { return "the kinds of boxes are " + strings.Join(boxKinds, ", ") }

func (c *converter) knownKind(kind string, at int) bool {
	if slices.Contains(boxKinds, kind) {
		return true
	}
	hint := kindsHint()
	if near := source.Nearest(kind, boxKinds); near != "" {
		hint = fmt.Sprintf("did you mean %q? %s", near, hint)
	}
	c.problem("box", at, fmt.Sprintf("there is no box of the kind %q", kind), hint)
	return false
}

// boxAttribute takes an attribute of a box or of a passage.
func (c *converter) boxAttribute(f *fence, a attribute) {
	known := append(slices.Clone(boxKeys[f.kind]), "lang")
	value := strings.TrimSpace(a.value)
	switch {
	case a.name == ".":
	case a.name == "lang":
		f.lang = append(f.lang, a)
	case !slices.Contains(known, a.name) && f.kind == "":
		c.problem("attribute", a.at, fmt.Sprintf("unknown attribute %q: a passage can have a language and nothing else", a.name), languageHint)
	case !slices.Contains(known, a.name):
		f.faulty = true
		c.problem("attribute", a.at, fmt.Sprintf("unknown attribute %q of a %s", a.name, called(f.kind)), source.DidYouMean(a.name, known))
	case value == "":
		f.faulty = true
		c.problem("attribute", a.valueAt, fmt.Sprintf("the %s of the %s is empty", a.name, called(f.kind)), "")
	case a.name == "title":
		f.title = value
	case a.name == "by":
		f.by = value
	}
}

// division converts what is between lines of colons: a box, or a passage in another
// language.
func (c *converter) division(n *divisionNode, block func(document.Block), heading func(*ast.Heading)) {
	if !n.opened {
		c.problem("division", c.offset(n), "the line of colons ends nothing", languageHint+`; a box begins with a line such as "::: spotlight"`)
		return
	}
	f, ok := c.fenceOf(n)
	around := c.lang
	defer func() { c.lang = around }()
	for _, a := range f.lang {
		c.lang = c.tagOf(a)
	}
	what := "passage"
	if f.kind != "" {
		what = called(f.kind)
	}
	switch {
	case !n.ended:
		c.problem("division", c.offset(n), fmt.Sprintf("the %s that begins here isn't ended", what), `put a line ":::" after it`)
		fallthrough
	case !ok, f.kind == "":
		c.each(n, block, heading)
	default:
		c.box(n, f, block)
	}
}

// box converts the blocks of a box.
func (c *converter) box(n *divisionNode, f fence, block func(document.Block)) {
	at := c.offset(n)
	switch {
	case c.boxAround != "" && (f.kind != rowBox || !mayHoldRows(c.boxAround)):
		c.problem("nested-box", at, fmt.Sprintf("a %s can't be in a %s", called(f.kind), called(c.boxAround)), fmt.Sprintf(`end the %s before it with a line ":::"`, called(c.boxAround)))
	case c.nested > 0:
		c.problem("misplaced-box", at, "a box can't be in a list or quotation", "put an empty line before it and begin it at the margin")
	}
	around := c.boxAround
	c.boxAround = f.kind
	var blocks []document.Block
	c.each(n, func(b document.Block) { blocks = append(blocks, b) }, func(h *ast.Heading) {
		c.problem("misplaced-heading", c.offset(h), "a heading can't be in a box",
			fmt.Sprintf(`write the box's own behind the colons, ::: {.%s title="…"}; or make the line bold`, titledKind(f.kind)))
	})
	c.boxAround = around
	if len(blocks) == 0 {
		if !c.saidSince(at) {
			c.problem("empty-box", at, fmt.Sprintf("there is nothing in the %s", called(f.kind)), "write what belongs there, or delete both lines of colons")
		}
		return
	}
	if c.opts.Fence != nil {
		c.outgoing(f, blocks, block)
		return
	}
	c.finished(n, f, blocks, block)
}

// mayHoldRows reports whether pictures can be in a row within a box.
func mayHoldRows(kind string) bool {
	return kind != rowBox && kind != tilesBox && kind != quotationBox
}

// called is what a kind of box is called in a sentence.
func called(kind string) string {
	switch document.BoxKind(kind) {
	case document.CaseStudy:
		return "case study"
	case document.YouSaidWeDid:
		return `box "you said, we did"`
	}
	return kind
}

// titledKind is a kind that can have a title.
func titledKind(kind string) string {
	if slices.Contains(boxKeys[kind], "title") {
		return kind
	}
	return string(document.Spotlight)
}

// saidSince reports whether there is a problem behind an offset: what follows from it
// isn't reported as well.
func (c *converter) saidSince(at int) bool {
	from := c.text.At(at)
	return slices.ContainsFunc(c.problems.List(), func(p *source.Problem) bool {
		return p.Position.Line > from.Line || p.Position.Line == from.Line && p.Position.Column > from.Column
	})
}

// finished makes the block that a box is.
func (c *converter) finished(n *divisionNode, f fence, blocks []document.Block, block func(document.Block)) {
	at := c.offset(n)
	switch f.kind {
	case quotationBox:
		c.quotationBox(at, f, blocks, block)
	case tilesBox:
		c.tiles(at, n, f, blocks, block)
	case rowBox:
		c.row(at, blocks, block)
	default:
		kind := document.BoxKind(f.kind)
		if f.title == "" && !f.faulty && kind != document.YouSaidWeDid {
			c.problem("missing-title", at, fmt.Sprintf("the %s has no title", called(f.kind)), fmt.Sprintf(`write it between braces: ::: {.%s title="What it is about"}`, f.kind))
		}
		if kind == document.YouSaidWeDid && parts(blocks) < 2 {
			c.problem("box", at, "the box \"you said, we did\" has one part: what people said, or what was done about it, is missing",
				"write each as a paragraph of its own, or as an item of a list")
		}
		if c.level >= document.DeepestLevel && (f.title != "" || kind == document.YouSaidWeDid) {
			c.tooDeep(at, fmt.Sprintf("the title of this %s", called(f.kind)), c.level+1, "move the box above the heading before it")
		}
		block(&document.Box{
			Kind: kind, Level: c.level + 1, Title: f.title, Lang: c.lang, Blocks: blocks, Position: c.text.At(at),
		})
	}
}

// parts is how many paragraphs, items, terms or rows there are.
func parts(blocks []document.Block) int {
	n := 0
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.List:
			n += len(b.Items)
		case *document.Definitions:
			n += 2 * len(b.Entries)
		case *document.Table:
			n += 2 * len(b.Rows)
		default:
			n++
		}
	}
	return n
}

// quotationBox is somebody's words, with who said them: behind the colons, or in a last
// paragraph that begins with a dash.
func (c *converter) quotationBox(at int, f fence, blocks []document.Block, block func(document.Block)) {
	q := attributed(blocks)
	if f.by != "" && len(q.Attribution) == 0 {
		q.Attribution = document.Inlines{&document.Text{Text: f.by, Lang: c.lang, Position: c.text.At(at)}}
	}
	if len(q.Attribution) == 0 && !f.faulty {
		c.problem("missing-speaker", at, "the quotation doesn't say whose words they are",
			`write it between braces, ::: {.quotation by="a carer in Glenside"}; or as the last paragraph, behind a dash: — a carer in Glenside`)
	}
	block(q)
}

// outgoing gives a box as its lines of colons with the blocks between them, for a form
// in which somebody writes. The title stands behind the first, where it can be changed.
func (c *converter) outgoing(f fence, blocks []document.Block, block func(document.Block)) {
	line := "::: {." + f.kind
	if f.change {
		line += " ." + changeClass
	}
	if f.by != "" {
		line += " by=" + quoted(f.by)
	}
	if len(f.lang) > 0 && c.lang != "" {
		line += " lang=" + c.lang
	}
	head := document.Inlines{c.opts.Fence(line+"}", called(f.kind))}
	if f.title != "" {
		head = append(head, &document.Text{Text: " " + f.title})
	}
	block(&document.Paragraph{Content: head})
	for _, b := range blocks {
		block(b)
	}
	block(&document.Paragraph{Content: document.Inlines{c.opts.Fence(":::", "end of the "+called(f.kind))}})
}

// IsFence reports whether what stands for a line is a line of colons.
func IsFence(written string) bool { return strings.HasPrefix(written, ":::") }

// WithTitle is the line that begins a box with its title.
func WithTitle(line, title string) string {
	if title == "" || !strings.HasSuffix(line, "}") {
		return line
	}
	return strings.TrimSuffix(line, "}") + " title=" + quoted(title) + "}"
}

var typedFence = lazyregexp.Lazy(`^:::+[ \t]*(.*)$`)

// TypedFence is a line of colons that somebody typed into a word processor, with its title
// apart; ok is false of any other line.
func TypedFence(text string) (line, title string, ok bool) {
	text = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‘", "'", "’", "'").Replace(strings.TrimSpace(text))
	m := typedFence().FindStringSubmatch(text)
	if m == nil {
		return "", "", false
	}
	rest := strings.TrimRight(strings.TrimRight(m[1], ":"), " ")
	switch {
	case rest == "":
		return ":::", "", true
	case slices.Contains(boxKinds, rest):
		return "::: {." + rest + "}", "", true
	case len(rest) < 2 || rest[0] != '{' || rest[len(rest)-1] != '}':
		return "", "", false
	}
	attributes, wrong := attributesIn([]byte(rest), span{1, len(rest) - 1})
	line = "::: {"
	for _, a := range attributes {
		switch {
		case a.name == "." && slices.Contains(boxKinds, a.value):
			line += "." + a.value
		case a.name == "." && a.value == changeClass:
			line += " ." + changeClass
		case a.name == "title":
			title = a.value
		case a.name == "lang":
			line += " lang=" + a.value
		case a.name == "by":
			line += " by=" + quoted(a.value)
		default:
			return "", "", false
		}
	}
	return line + "}", title, wrong < 0 && strings.HasPrefix(line, "::: {.")
}
