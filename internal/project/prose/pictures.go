package prose

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"apr/internal/document"
	"apr/internal/folder"
	"apr/internal/picture"
)

// onlyImages are the images of a paragraph that has nothing else in it, else nil.
func onlyImages(n ast.Node, src []byte) []*ast.Image {
	var images []*ast.Image
	for child := range children(n) {
		switch child := child.(type) {
		case *ast.Image:
			images = append(images, child)
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
		c.problem("picture", at, "a picture can't stand here", "")
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
