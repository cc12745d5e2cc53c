package regs

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	mdtext "github.com/yuin/goldmark/text"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/project/prose"
	"apr/internal/project/prose/plain"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// Where the rules below come from. Public bodies' websites have to meet WCAG
// 2.2 at level AA (SI 2018/952), and the report is published on one.
const (
	wcag       = "Web Content Accessibility Guidelines (WCAG) 2.2, success criterion "
	publishing = "; Scottish Government, publishing compliance guidelines, inclusive communication"
)

// accessibleProse are rules about the narrative's Markdown: what a reader who
// can't see the page, or hears only its links, would miss. A picture without a
// description is an error of the build as well, which has nothing to put in its
// place; the rule reports it when checking.
var accessibleProse = []Rule{
	{
		ID:       "R0-picture-alt",
		Title:    "Pictures in texts have alternative text",
		Level:    Guidance,
		Citation: wcag + "1.1.1, non-text content (level A)" + publishing,
		Why:      "To a reader who can't see it a picture without a description is a gap, and nobody says what was there. Silenced or not, apr build refuses it.",
		Blind:    "Whether the alternative text says what the picture shows, beyond names of files, what programs write and words such as picture alone.",
		Check:    checkPictures,
	},
	{
		ID:       "R0-heading-levels",
		Title:    "Headings in texts don't skip a level",
		Level:    Guidance,
		Citation: wcag + "1.3.1, info and relationships (level A), technique G141" + publishing,
		Why:      "Screen readers list headings by level; a gap looks like a part that has gone missing.",
		Blind:    "Whether a heading names what stands below it, and bold lines that stand in for headings.",
		Check:    checkHeadings,
	},
	{
		ID:       "R0-link-text",
		Title:    "Links say where they lead",
		Level:    Guidance,
		Citation: wcag + "2.4.4, link purpose in context (level A)" + publishing,
		Why:      "Many readers go through a page link by link, and a list of links that all say \"click here\" tells them nothing. On paper it says nothing to anybody.",
		Blind:    "A link whose words name another thing than what it leads to.",
		Check:    checkLinks,
	},
	{
		ID:       "R0-bare-url",
		Title:    "Web addresses stand behind words",
		Level:    Guidance,
		Citation: wcag + "2.4.4, link purpose in context (level A)" + publishing,
		Why:      "A screen reader spells an address out character by character, and an address that isn't a link can't be followed.",
		Blind:    "Addresses without http or www, such as example.org/report.",
		Check:    checkAddresses,
	},
}

// proseParser reads Markdown as internal/project/prose does, as far as these rules go.
var proseParser = sync.OnceValue(func() parser.Parser {
	return goldmark.New(goldmark.WithExtensions(extension.Table, extension.Footnote, extension.DefinitionList)).Parser()
})

// passage is a text of the narrative with its Markdown's tree, which lines of colons and
// what is said of pictures aren't in.
type passage struct {
	text yamlpos.Text
	src  []byte
	root ast.Node
}

// readPassages parses every text of the narrative, in order, but those that
// composing the report refuses.
func readPassages(r *project.Project) []passage {
	var all []passage
	r.Narrative.EachText(func(_ string, t *yamlpos.Text) {
		if prose.Bounded(*t) != nil {
			return
		}
		all = append(all, parsedPassage(*t))
	})
	return all
}

func parsedPassage(t yamlpos.Text) passage {
	p := passage{text: t, src: plain.Blanked(t.Markdown)}
	p.root = proseParser().Parse(mdtext.NewReader(p.src))
	return p
}

// eachNode calls f with every node of every text of the narrative, in order.
func eachNode(pass *Pass, f func(p passage, n ast.Node)) {
	for _, p := range pass.reading.passages() {
		_ = ast.Walk(p.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering {
				f(p, n)
			}
			return ast.WalkContinue, nil
		}) // the function doesn't fail
	}
}

// words are what a node says, on one line.
func (p passage) words(n ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				b.Write(n.Segment.Value(p.src))
				if n.SoftLineBreak() || n.HardLineBreak() {
					b.WriteByte(' ')
				}
			}
		case *ast.String:
			if entering {
				b.Write(n.Value)
			}
		}
		return ast.WalkContinue, nil
	}) // the function doesn't fail
	return wording.OneLine(b.String())
}

// offset is where a node begins in the Markdown.
func (p passage) offset(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		if pos := n.Pos(); pos >= 0 {
			return pos
		}
		if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
			return n.Lines().At(0).Start
		}
	}
	return 0
}

func checkPictures(_ *project.Project, pass *Pass) {
	eachNode(pass, func(p passage, n ast.Node) {
		image, ok := n.(*ast.Image)
		if !ok {
			return
		}
		hint := fmt.Sprintf("write between the brackets what it shows: ![…](%s)", image.Destination)
		said := p.words(image)
		if said == "" {
			pass.Report(p.text.At(p.offset(image)), hint, "the picture %s has no alternative text for those who can't see it", image.Destination)
		} else if wrong := badDescription(said, string(image.Destination)); wrong != "" {
			pass.Report(p.text.At(p.offset(image)), hint, "the alternative text %q of the picture %s %s", said, image.Destination, wrong)
		}
	})
}

func checkHeadings(_ *project.Project, pass *Pass) {
	var root ast.Node
	above := 0
	eachNode(pass, func(p passage, n ast.Node) {
		h, ok := n.(*ast.Heading)
		if !ok {
			return
		}
		if p.root != root { // each text begins at whatever level it likes
			root, above = p.root, h.Level
		}
		if h.Level > above+1 {
			pass.Report(p.text.At(p.offset(h)), fmt.Sprintf("begin it with %q", strings.Repeat("#", above+1)),
				"the heading %q is of level %d and the heading before it of level %d: a level is skipped", p.words(h), h.Level, above)
		}
		above = h.Level
	})
}

// vague is what a link mustn't say alone.
var vague = map[string]bool{
	"here": true, "see here": true, "this": true, "this link": true, "the link": true, "link": true,
	"this page": true, "this website": true, "website": true, "this document": true, "click": true,
	"more": true, "read more": true, "see more": true, "learn more": true, "find out more": true,
	"more information": true, "more info": true, "further information": true, "further info": true,
	"details": true, "more details": true, "read on": true, "continue reading": true,
}

func checkLinks(_ *project.Project, pass *Pass) {
	eachNode(pass, func(p passage, n ast.Node) {
		link, ok := n.(*ast.Link)
		if !ok {
			return
		}
		const hint = "name what it leads to, such as [strategic plan 2024 to 2027](…)"
		said := p.words(link)
		plain := strings.ToLower(strings.Trim(said, " .,:;!…>»→"))
		switch pos := p.text.At(p.offset(link)); {
		case said == "":
			pass.Report(pos, hint, "the link to %s has no text", link.Destination)
		case vague[plain] || strings.HasPrefix(plain, "click here") || strings.HasPrefix(plain, "click on"):
			pass.Report(pos, hint, "the link %q doesn't say where it leads", said)
		}
	})
}

// address is a web address, up to where a sentence goes on.
var address = lazyregexp.Lazy(`(?i)\b(?:https?://|www\.[a-z0-9-]+\.)[^\s<>()\[\]"“”]*[^\s<>()\[\]"“”.,:;!?*]`)

// mayHoldAddress is quick to say that a text has no address, as most don't.
func mayHoldAddress(text []byte) bool {
	return bytes.Contains(text, []byte("://")) || bytes.Contains(bytes.ToLower(text), []byte("www."))
}

func checkAddresses(_ *project.Project, pass *Pass) {
	eachNode(pass, func(p passage, n ast.Node) {
		report := func(offset int, url string) {
			pass.Report(p.text.At(offset), fmt.Sprintf("put words before it: [what it is](%s)", withScheme(url)),
				"the web address %s stands bare", url)
		}
		switch n := n.(type) {
		case *ast.AutoLink:
			if url := string(n.URL(p.src)); n.AutoLinkType == ast.AutoLinkURL {
				report(p.offset(n), url)
			}
		case *ast.Link:
			if said := p.words(n); address().FindString(said) == said && said != "" {
				report(p.offset(n), said)
			}
		case *ast.Text:
			if saidByLink(n) {
				return
			}
			if !mayHoldAddress(p.src[n.Segment.Start:n.Segment.Stop]) {
				return
			}
			// An address with a "_" in it is several texts: take it from the source.
			for _, at := range address().FindAllIndex(p.src[n.Segment.Start:n.Segment.Stop], -1) {
				start := n.Segment.Start + at[0]
				report(start, string(address().Find(p.src[start:])))
			}
		}
	})
}

// saidByLink reports whether a text is of a link or a picture, which are
// judged as wholes.
func saidByLink(n ast.Node) bool {
	for n = n.Parent(); n != nil; n = n.Parent() {
		switch n.(type) {
		case *ast.Link, *ast.Image, *ast.CodeSpan:
			return true
		}
	}
	return false
}

// withScheme is an address as a link needs it.
func withScheme(url string) string {
	if strings.Contains(url, "://") {
		return url
	}
	return "https://" + url
}
