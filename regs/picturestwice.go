package regs

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"apr/internal/folder"
	"apr/internal/project"
	"apr/internal/source"
)

// A shownPicture is a picture where it is shown, with its description.
type shownPicture struct {
	name, alt string
	pos       source.Position
}

// checkPicturesTwice reports a picture that another file holds too, byte by byte, and that is described
// otherwise there; and one with the description of another file.
func checkPicturesTwice(r *project.Project, pass *Pass) {
	var all []shownPicture
	sums := map[string][sha256.Size]byte{}
	eachNode(pass, func(p passage, n ast.Node) {
		image, ok := n.(*ast.Image)
		if !ok {
			return
		}
		name, err := folder.LocalPath(string(image.Destination))
		if err != nil || strings.Contains(name, "://") {
			return
		}
		if _, read := sums[name]; !read {
			data, err := r.ReadInput(name)
			if err != nil {
				return // the build says so
			}
			sums[name] = sha256.Sum256(data)
		}
		all = append(all, shownPicture{name, plainText(strings.Trim(p.words(image), " .")), p.text.At(p.offset(image))})
	})
	told := map[string]bool{}
	for i, b := range all {
		for _, a := range all[:i] {
			if a.alt == b.alt || told[b.name+b.alt] || told[a.name+a.alt] {
				continue
			}
			switch {
			case a.name != b.name && sums[a.name] == sums[b.name]:
				told[b.name+b.alt] = true
				pass.add(Finding{Position: b.pos, Likely: true, Found: fmt.Sprintf("the pictures %s and %s are the same, byte by byte, and are described as %q and %q", a.name, b.name, a.alt, b.alt),
					Hint: "copy the file again that belongs to the other description", Related: []source.Related{{Position: a.pos, Message: a.name}}})
			case a.name == b.name && !shareWord(a.alt, b.alt):
				here, there := a, b
				if describes(all, b) != "" {
					here, there = b, a
				}
				if other := describes(all, here); other != "" && describes(all, there) == "" && !told[here.name+here.alt] {
					told[here.name+here.alt] = true
					pass.add(Finding{Position: here.pos, Likely: true, Found: fmt.Sprintf("the picture %s is described as %q here and as %q elsewhere, and %s is described as %q", here.name, here.alt, there.alt, other, here.alt),
						Hint: "show the other picture, or correct the description", Related: []source.Related{{Position: there.pos, Message: there.name}}})
				}
			}
		}
	}
}

// describes is another file that has the description of a picture.
func describes(all []shownPicture, p shownPicture) string {
	for _, o := range all {
		if o.alt == p.alt && o.name != p.name && o.alt != "" {
			return o.name
		}
	}
	return ""
}

// shareWord reports whether two descriptions have a word in common.
func shareWord(a, b string) bool {
	words := placedWords(a)
	return slices.ContainsFunc(placedWords(b), func(w placedWord) bool {
		return len(w.text) >= 3 && slices.ContainsFunc(words, func(o placedWord) bool { return o.text == w.text })
	})
}
