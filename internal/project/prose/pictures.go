package prose

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"apr/internal/document"
	"apr/internal/folder"
	"apr/internal/picture"
	"apr/internal/source"
)

// shown is an image of a paragraph with what is said of it.
type shown struct {
	image      *ast.Image
	link       *ast.Link // around it, or nil
	attributes []span    // behind it, and behind the link
}

// onlyImages are the images of a paragraph that has nothing else in it, else nil.
func onlyImages(n ast.Node, src []byte) []shown {
	var images []shown
	for child := range children(n) {
		switch child := child.(type) {
		case *ast.Image:
			images = append(images, shown{image: child})
		case *ast.Link:
			inner := onlyImages(child, src)
			if len(inner) != 1 || inner[0].link != nil {
				return nil
			}
			inner[0].link = child
			images = append(images, inner[0])
		case *pictureAttributesNode:
			if len(images) == 0 {
				return nil
			}
			last := &images[len(images)-1]
			last.attributes = append(last.attributes, child.attributes)
		case *ast.Text:
			if strings.TrimSpace(string(child.Segment.Value(src))) != "" {
				return nil
			}
		default:
			return nil
		}
	}
	return images
}

// mostInRow is how many pictures fit next to each other on paper.
const mostInRow = 4

// pictures converts the images of a paragraph: several are a row.
func (c *converter) pictures(images []shown, block func(document.Block)) {
	var all []*document.Picture
	for _, i := range images {
		if p := c.picture(i.image); p != nil {
			c.dress(p, i)
			all = append(all, p)
		}
	}
	switch {
	case len(all) == 0:
	case len(images) == 1:
		block(all[0])
	default:
		c.inRow(c.offset(images[0].image), all, block)
	}
}

// dress gives a picture its width, its side and its link.
func (c *converter) dress(p *document.Picture, s shown) {
	if s.link != nil {
		content := c.link(s.link, resolve(s.link.Destination), document.Plain(p.Alt))
		if l, ok := first(content).(*document.Link); ok && p.Alt != "" {
			p.Link = l.URL
		}
	}
	for _, a := range s.attributes {
		attributes, wrong := attributesIn(c.src, a)
		for _, a := range attributes {
			c.pictureAttribute(p, a)
		}
		if wrong >= 0 {
			c.problem("attribute", wrong, fmt.Sprintf("%q can't be used behind a picture", wordAt(c.src, wrong, a.end)), pictureHint)
		}
	}
	if p.Side != document.NoSide && p.Width > mostBeside {
		c.problem("attribute", c.offset(s.image), fmt.Sprintf("the picture is %d%% wide and leaves no room for text beside it", p.Width),
			fmt.Sprintf("make it %d%% or less, or leave out .left and .right", mostBeside))
	}
}

const pictureHint = "write how wide it is, {width=50%} of the text, or at which side of the text it stands, {.left} or {.right}"

// The least that a picture may be wide, and the most beside text, in percent: else nobody
// could see it, or read the text.
const leastWidth, mostBeside = 5, 70

func (c *converter) pictureAttribute(p *document.Picture, a attribute) {
	switch {
	case a.name == "." && a.value == "left":
		p.Side = document.LeftSide
	case a.name == "." && a.value == "right":
		p.Side = document.RightSide
	case a.name == "width":
		percent, found := strings.CutSuffix(strings.TrimSpace(a.value), "%")
		n, err := strconv.Atoi(percent)
		if !found || err != nil || n < leastWidth || n > 100 {
			c.problem("attribute", a.valueAt, fmt.Sprintf("%q is not the width of a picture", a.value),
				fmt.Sprintf("write it in whole percent of the text's width, from %d%% to 100%%: {width=50%%}", leastWidth))
			return
		}
		p.Width = n
	case a.name == ".":
		hint := pictureHint
		if near := source.Nearest(a.value, []string{"left", "right"}); near != "" {
			hint = fmt.Sprintf("did you mean .%s?", near)
		}
		c.problem("attribute", a.at, fmt.Sprintf("a picture can't be %q", "."+a.value), hint)
	default:
		c.problem("attribute", a.at, fmt.Sprintf("a picture can't have the attribute %q", a.name), pictureHint)
	}
}

// row is a box of pictures next to each other.
func (c *converter) row(at int, blocks []document.Block, block func(document.Block)) {
	var all []*document.Picture
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Picture:
			all = append(all, b)
		case *document.PictureRow:
			all = append(all, b.Pictures...)
		default:
			c.problem("box", at, "there is something other than pictures in the row", `put it before the line "::: row" or after the line ":::"`)
			return
		}
	}
	c.inRow(at, all, block)
}

// inRow sets pictures next to each other.
func (c *converter) inRow(at int, all []*document.Picture, block func(document.Block)) {
	if len(all) > mostInRow {
		c.problem("row", at, fmt.Sprintf("%d pictures are in one row, and %d fit", len(all), mostInRow), "put an empty line between them: each paragraph is a row")
	}
	width := 0
	for _, p := range all {
		width += p.Width
		if p.Side != document.NoSide {
			c.problem("attribute", at, "a picture in a row can't stand beside text", "leave out .left and .right, or put an empty line before the picture")
			return
		}
	}
	if width > 100 {
		c.problem("attribute", at, fmt.Sprintf("the pictures of the row are %d%% wide together", width), "make them 100% or less, or leave the widths out: then they share the line")
	}
	switch {
	case len(all) == 1:
		block(all[0])
	case c.opts.Fence == nil:
		block(&document.PictureRow{Pictures: all})
	case c.boxAround == rowBox:
		for _, p := range all {
			block(p)
		}
	default:
		var blocks []document.Block
		for _, p := range all {
			blocks = append(blocks, p)
		}
		c.outgoing(fence{kind: rowBox}, blocks, block)
	}
}

// first is the first of a line, or nil.
func first(is document.Inlines) document.Inline {
	if len(is) == 0 {
		return nil
	}
	return is[0]
}

// pictureAttributesNode is what stands between braces straight behind a picture, or
// behind a link that has nothing but a picture in it.
type pictureAttributesNode struct {
	ast.BaseInline
	attributes span
}

var kindPictureAttributes = ast.NewNodeKind("PictureAttributes")

func (*pictureAttributesNode) Kind() ast.NodeKind { return kindPictureAttributes }

func (n *pictureAttributesNode) Dump(source []byte, level int) { dump(n, source, level, n.attributes) }

// pictureAttributesParser makes such nodes.
type pictureAttributesParser struct{}

func (pictureAttributesParser) Trigger() []byte { return []byte{'{'} }

func (pictureAttributesParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	_, segment := block.PeekLine()
	at := segment.Start
	end := attributesEnd(block.Source(), at)
	if end == 0 || end > segment.Stop || !isPicture(parent.LastChild()) || block.Source()[at-1] != ')' && block.Source()[at-1] != ']' {
		return nil
	}
	n := &pictureAttributesNode{attributes: span{at + 1, end - 1}}
	n.SetPos(at)
	block.Advance(end - at)
	return n
}

// isPicture reports whether a node is a picture, with a link or without.
func isPicture(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Image:
		return true
	case *ast.Link:
		for child := range children(n) {
			if _, ok := child.(*pictureAttributesNode); !ok && !isPicture(child) {
				return false
			}
		}
		return n.FirstChild() != nil
	}
	return false
}

// picture reads an image; nil where it can't be shown.
func (c *converter) picture(n *ast.Image) *document.Picture {
	at := c.offset(n)
	p := &document.Picture{Caption: resolve(n.Title), Position: c.text.At(at)}
	p.Alt, p.Lang = c.plain(n, "picture's description")
	name := resolve(n.Destination)
	if p.Alt == "" {
		c.problem("missing-alt", at, fmt.Sprintf("the picture %s has no description for those who can't see it", name),
			"write between the brackets what it shows: ![…]("+name+")")
	}
	clean, err := folder.LocalPath(name)
	outside, leaves := errors.AsType[*folder.PathError](err)
	switch {
	case strings.Contains(name, "://"):
		c.problem("picture", at, fmt.Sprintf("the picture %s is not a file of the project", name), "save it into the project folder")
		return nil
	case leaves:
		c.problem("picture", at, "the picture "+outside.Problem, outside.Hint)
		return nil
	case c.opts.ReadPicture == nil:
		c.problem("picture", at, "a picture can't be used here", "")
		return nil
	}
	shown, err := c.opts.ReadPicture(clean)
	if unusable, ok := errors.AsType[*picture.Unusable](err); ok {
		c.problem("picture", at, unusable.Message, unusable.Hint)
		return nil
	}
	if err != nil {
		c.problem("picture", at, pictureError(clean, err), "its path begins at the project folder, where apr.yaml is")
		return nil
	}
	p.MediaType, p.Data, p.File = shown.MediaType, shown.Data, clean
	p.ID = c.id(fileName(shortened(p.Alt)))
	return p
}

// shortened is the beginning of a description, up to the end of a word: it becomes
// the name of a file, which may be no longer than the disk allows.
func shortened(alt string) string {
	const most = 50 // characters
	runes := []rune(alt)
	if len(runes) <= most {
		return alt
	}
	short := string(runes[:most])
	if i := strings.LastIndexByte(short, ' '); i > 0 {
		short = short[:i]
	}
	return short
}

// fileName is a description that becomes the name of a file. Windows keeps some names
// for devices, whatever ending they have: those get a word before them.
func fileName(description string) string {
	word := strings.TrimFunc(strings.ToLower(description), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	switch strings.TrimRight(word, "0123456789") {
	case "con", "prn", "aux", "nul", "com", "lpt", "conin", "conout":
		return "picture " + description
	}
	return description
}

func pictureError(name string, err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Sprintf("the picture %s doesn't exist", name)
	}
	return fmt.Sprintf("the picture %s can't be read: %v", name, err)
}
