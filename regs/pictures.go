package regs

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"apr/internal/folder"
	"apr/internal/lazyregexp"
	"apr/internal/picture"
	"apr/internal/project"
	"apr/regs/leftovers"
)

var (
	// madeByProgram is a description that a program made.
	madeByProgram = lazyregexp.Lazy(`(?i)\b(?:descriptions? (?:is |was )?automatically generated|automatically generated description|ai[- ]generated (?:content|description)|image may contain)`)
	// nameOfFile is a description that is the name of a file, or that cameras and
	// programs give files.
	nameOfFile = lazyregexp.Lazy(`(?i)^(?:\S+|[\w ()-]+)\.(?:png|jpe?g|gif|bmp|tiff?|webp|svg|heic|emf|wmf)$|^(?:img|dscn?|dscf|pxl|mvimg|p)[-_]?[0-9]{3,}\S*$|^(?:screen ?shot|whatsapp image|screen capture) (?:\(?[0-9]|from |20)\S*.*$`)
	// saysNothing is a description that names only what it is of.
	saysNothing = lazyregexp.Lazy(`(?i)^(?:an? |the )?(?:image|picture|photo|photograph|pic|graphic|figure|chart|graph|img|screenshot|untitled|placeholder|alt(?:ernative)? ?text|description|insert (?:alt|description|picture|image).*)[ _-]?[0-9]*\.?$`)
)

// badDescription is what is wrong with a picture's description; "" for nothing.
func badDescription(alt, file string) string {
	base := path.Base(strings.ReplaceAll(file, `\`, "/"))
	bare := strings.NewReplacer("%20", " ", "_", " ", "-", " ")
	same := func(name string) bool { return name != "" && strings.EqualFold(bare.Replace(alt), bare.Replace(name)) }
	switch {
	case madeByProgram().MatchString(alt):
		return "was made by a program, which says so"
	case same(base), nameOfFile().MatchString(alt), !strings.Contains(alt, " ") && same(strings.TrimSuffix(base, path.Ext(base))):
		return "is the name of a file"
	case saysNothing().MatchString(alt):
		return "doesn't say what it shows"
	case leftovers.HoldsPlace(alt):
		return "only holds the place of one"
	}
	return ""
}

// widthBehind is how wide a picture is to be, in what stands behind it.
var widthBehind = lazyregexp.Lazy(`^!\[[^\]\n]*\]\([^()\n]*\)(?:\]\([^()\n]*\))?\{[^{}\n]*\bwidth\s*=\s*["“”]?\s*([0-9]{1,3})\s*%`)

// leastAcross is how many pixels a picture needs across that is as wide as the text:
// with fewer it has less than 50 to the inch, and a reader sees squares.
const leastAcross = 330

// checkPicturesShown finds pictures that show nothing: transparent, of one colour, or
// stretched until nothing can be made out.
func checkPicturesShown(r *project.Project, pass *Pass) {
	eachNode(pass, func(p passage, n ast.Node) {
		image, ok := n.(*ast.Image)
		if !ok {
			return
		}
		name, err := folder.LocalPath(string(image.Destination))
		if err != nil || strings.Contains(name, "://") {
			return // the build says so
		}
		data, err := r.ReadInput(name)
		if err != nil {
			return
		}
		look, ok := picture.At(data)
		if !ok {
			return
		}
		at := p.offset(image)
		const again = "export it again from where it was drawn, and look at the file"
		switch {
		case look.Transparent:
			pass.add(Finding{Position: p.text.At(at), Likely: true, Hint: again, Found: fmt.Sprintf("the picture %s is transparent all over: there is nothing to see in it", name)})
		case look.Plain:
			pass.add(Finding{Position: p.text.At(at), Likely: true, Hint: again, Found: fmt.Sprintf("the picture %s is of one colour all over: there is nothing to see in it", name)})
		default:
			m := widthBehind().FindStringSubmatch(p.text.Markdown[at:])
			if m == nil {
				return
			}
			percent, _ := strconv.Atoi(m[1]) // digits
			if least := leastAcross * min(percent, 100) / 100; look.Size.Width < least {
				pass.Report(p.text.At(at), fmt.Sprintf("use the picture in its full size, of %d pixels across or more, or make it narrower", least),
					"the picture %s has %d × %d pixels and is stretched to %d%% of the text's width: readers see squares", name, look.Size.Width, look.Size.Height, percent)
			}
		}
	})
}
