package html

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"apr/internal/document"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/templates"
)

// keeps checks a page that was made with a project's own template: that it has
// all that a report must have, where readers find it, and loads nothing. What
// it lacks comes back as one *source.InputError.
func (p *page) keeps(doc *document.Document, out []byte) error {
	root, err := html.Parse(bytes.NewReader(out))
	if err != nil {
		return fmt.Errorf("write HTML: reading it back: %w", err)
	}
	c := &keeper{page: p, doc: doc, template: doc.Templates[templates.Page], visible: map[string]*html.Node{}}
	c.walk(root, nil, false)
	c.head()
	c.cover(out)
	c.main(out)
	c.skip()
	return c.problems.Err()
}

// keeper looks through a page.
type keeper struct {
	page     *page
	doc      *document.Document
	template string
	problems source.Problems

	language, direction, title string
	mains, h1s                 []*html.Node
	// visible are the ids of what isn't hidden, with the main that each is in;
	// nil outside.
	visible  map[string]*html.Node
	inMain   []string // ids, that of main too
	citing   int      // statutory lines in main that aren't hidden
	front    strings.Builder
	firstRef string // where the first link of the page leads, "" elsewhere
	links    int
	reported int
}

// maxFaults is how many faults of a page are reported.
const maxFaults = 20

// lacks records what a page lacks; mark is what in the template it is about.
func (c *keeper) lacks(mark, hint, format string, args ...any) {
	if c.reported++; c.reported > maxFaults {
		return
	}
	at := source.Position{File: path.Join(templates.Folder, templates.Page)}
	if before, _, found := strings.Cut(c.template, mark); found && mark != "" {
		at.Line = strings.Count(before, "\n") + 1
		at.Column = len([]rune(before[strings.LastIndexByte(before, '\n')+1:])) + 1
	}
	c.problems.Add(&source.Problem{Code: "template", Position: at, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// notShown are elements whose content isn't part of the page as it is read.
var notShown = []string{"template", "noscript", "script", "style", "iframe", "textarea", "select", "object", "dialog", "svg", "title", "datalist", "video", "audio", "canvas"}

// walk looks at a node and those in it; main is the one that it is in.
func (c *keeper) walk(n, main *html.Node, hidden bool) {
	switch n.Type {
	case html.TextNode:
		if !hidden && main == nil {
			c.front.WriteString(n.Data + " ")
		}
	case html.ElementNode:
		hidden = hidden || isHidden(n)
		c.element(n, main, hidden)
		if n.Data == "main" && main == nil {
			main = n
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.walk(child, main, hidden)
	}
}

func (c *keeper) element(n, main *html.Node, hidden bool) {
	c.loads(n)
	switch n.Data {
	case "html":
		c.language, c.direction = attribute(n, "lang"), attribute(n, "dir")
	case "title":
		if n.Namespace == "" {
			c.title = plainText(n)
		}
	case "main":
		if !hidden {
			c.mains = append(c.mains, n)
		}
	case "h1":
		if !hidden {
			c.h1s = append(c.h1s, n)
		}
	case "a":
		if to := attribute(n, "href"); !hidden && to != "" {
			if c.links == 0 {
				c.firstRef, _ = strings.CutPrefix(to, "#")
			}
			c.links++
		}
	}
	if id := attribute(n, "id"); id != "" && !hidden {
		c.visible[id] = main
		if main != nil || n.Data == "main" {
			c.inMain = append(c.inMain, id)
		}
	}
	if main != nil && !hidden && slices.Contains(strings.Fields(attribute(n, "class")), "statutory") {
		c.citing++
	}
}

// isHidden reports whether an element hides what is in it, as far as its tag
// tells; of styles templates.StyleFaults knows.
func isHidden(n *html.Node) bool {
	if slices.Contains(notShown, n.Data) || attribute(n, "aria-hidden") == "true" {
		return true
	}
	open := n.Data != "details"
	for _, a := range n.Attr {
		switch a.Key {
		case "open":
			open = true
		case "hidden", "inert":
			return true
		case "style":
			if len(templates.StyleFaults("main {"+a.Val+"}")) > 0 {
				return true
			}
		}
	}
	return !open
}

// loading are the attributes with which an element loads something.
var loading = []string{"src", "srcset", "poster", "data", "background", "action", "formaction", "xlink:href"}

// loads refuses scripts and what comes from elsewhere.
func (c *keeper) loads(n *html.Node) {
	switch {
	case n.Data == "script" && attribute(n, "type") != "application/ld+json":
		c.lacks("<script", "delete it: the report is read without scripts", "the page has a script")
	case slices.Contains([]string{"base", "iframe", "object", "embed", "frame"}, n.Data):
		c.lacks("<"+n.Data, "delete it: the report is one file", "the page has a <%s>", n.Data)
	case n.Data == "meta" && strings.EqualFold(attribute(n, "http-equiv"), "refresh"):
		c.lacks("refresh", "delete it", "the page leaves for another by itself")
	case n.Data == "style" && n.FirstChild != nil:
		// The project's style was checked when it was read, and apr's is apr's.
		c.style("<style", strings.ReplaceAll(n.FirstChild.Data, string(c.page.Style), ""))
	}
	for _, a := range n.Attr {
		name := a.Key
		if a.Namespace != "" {
			name = a.Namespace + ":" + a.Key
		}
		value := strings.ToLower(strings.TrimSpace(a.Val))
		loads := slices.Contains(loading, name) || name == "href" && !slices.Contains([]string{"a", "area"}, n.Data)
		if name == "style" {
			c.style(a.Val, "p {"+a.Val+"}")
		}
		switch {
		case loads && value != "" && !strings.HasPrefix(value, "data:") && !strings.HasPrefix(value, "#"):
			c.lacks(a.Val, "put it into the page, as a data: address: the report is one file", "<%s> loads %q", n.Data, a.Val)
		case strings.HasPrefix(name, "on") || strings.HasPrefix(value, "javascript:"):
			c.lacks(name, "delete it: the report is read without scripts", "<%s> has the script %s", n.Data, name)
		}
	}
}

func (c *keeper) style(mark, css string) {
	for _, f := range templates.StyleFaults(css) {
		c.lacks(mark, f.Hint, "a style of the page: %s", f.Message)
	}
}

func (c *keeper) head() {
	m := c.doc.Meta
	if c.language != m.Language {
		c.lacks("<html", `write <html lang="{{.Meta.Language}}">`, "the page's language is %q; expected %q", c.language, m.Language)
	}
	if direction := c.page.Direction(); direction != "" && c.direction != direction {
		c.lacks("<html", `write <html lang="{{.Meta.Language}}" dir="{{.Direction}}">`, "the page runs from left to right, its language %q from right to left", m.Language)
	}
	if !strings.Contains(wording.OneLine(c.title), wording.OneLine(m.Title)) {
		c.lacks("<title", "write {{.Meta.Title}} in <title>", "the page's <title> lacks the report's title, %q", m.Title)
	}
}

// cover checks what says what the report is, before or after its text.
func (c *keeper) cover(out []byte) {
	m, front := c.page.Meta, wording.OneLine(c.front.String())
	switch {
	case len(c.h1s) != 1:
		c.lacks("<h1", "write <h1>{{.Meta.Title}}</h1> once", "the page has %d headings <h1> that can be seen; expected one, the title", len(c.h1s))
	case !strings.Contains(wording.OneLine(plainText(c.h1s[0])), wording.OneLine(m.Title)):
		c.lacks("<h1", "write <h1>{{.Meta.Title}}</h1>", "the heading <h1> lacks the report's title, %q", m.Title)
	}
	for _, must := range []struct{ what, text, write string }{
		{"the authority", m.Authority, "{{.Meta.Authority}}"},
		{"that it is a draft", m.Watermark, "{{.Meta.Watermark}}"},
		{"the protective marking", m.Label, "{{.Meta.Label}}"},
		{"the report's state", c.page.State, "{{.State}}"},
	} {
		if !strings.Contains(front, wording.OneLine(must.text)) {
			c.lacks("", "write "+must.write+" outside <main>", "the page lacks %s, %q", must.what, must.text)
		}
	}
	for i, note := range m.CoverNotes {
		if !bytes.Contains(out, []byte(c.page.CoverNotes[i])) {
			c.lacks("", "write {{range .CoverNotes}}<p>{{.}}</p>{{end}}", "the page lacks a note of the cover, %q", note.String())
			break
		}
	}
	if !bytes.Contains(out, []byte("</head>")) {
		c.lacks("<head", "write </head> before <body>", "the page has no </head>")
	}
	if !bytes.Contains(out, []byte(c.page.Facts)) {
		c.lacks("</body", "write {{.Facts}} before </body>", "the page lacks the figures for programs, which apr verify needs")
	}
	if !bytes.Contains(out, []byte(c.page.Shapes)) {
		c.lacks("</body", `write <svg aria-hidden="true" width="0" height="0">{{.Shapes}}</svg>`, "the page lacks the shapes of better and worse")
	}
}

// main checks that the report's text is there whole, once and in main.
func (c *keeper) main(out []byte) {
	const hint = `write <main id="doc-main" tabindex="-1">{{.Body}}</main> once`
	if len(c.mains) != 1 {
		c.lacks("<main", hint, "the page has %d <main> that can be seen; expected one", len(c.mains))
		return
	}
	missing, sections, citing := 0, 0, 0
	first := ""
	w := document.Walker{
		Section: func(s *document.Section) error {
			sections++
			if c.visible[s.ID] == nil {
				if missing++; first == "" {
					first = s.Title
				}
			}
			return nil
		},
		Block: func(b document.Block) error {
			if _, ok := b.(*document.StatutoryReference); ok {
				citing++
			}
			return nil
		},
	}
	_ = w.Walk(c.doc) // the functions don't fail
	switch n := c.times(out); {
	case missing > 0:
		c.lacks("<main", hint, "<main> lacks %d of the report's %d sections, the first %q", missing, sections, first)
	case n != 1:
		c.lacks("{{.Body", hint, "the report's text is in the page %d times; expected once", n)
	}
	if c.citing < citing {
		c.lacks("<main", hint, "<main> lacks %d of %d lines that say which regulation a section answers", citing-c.citing, citing)
	}
	if !bytes.Contains(out, []byte(c.page.Contents)) {
		c.lacks("<nav", `write <nav aria-label="Contents">{{.Contents}}</nav>`, "the page lacks the contents")
	}
}

// times is how often the page has the report's text, whole or in its two parts.
func (c *keeper) times(out []byte) int {
	if n := bytes.Count(out, []byte(c.page.Body)); n > 0 {
		return n
	}
	return max(bytes.Count(out, []byte(c.page.Opening)), bytes.Count(out, []byte(c.page.Rest)))
}

// skip checks that the first link leads past what is before the text.
func (c *keeper) skip() {
	if !slices.Contains(c.inMain, c.firstRef) {
		c.lacks("<body", `write <a class="skip" href="#doc-main">Skip to main content</a> after <body>, and id="doc-main" in <main>`,
			"the page's first link doesn't lead to <main>: those who use a keyboard have to go through all that is before it")
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return a.Val
		}
	}
	return ""
}

// plainText is the text in an element.
func plainText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
