package word

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"

	"apr/internal/document"
	"apr/internal/lazyregexp"
	"apr/internal/shaping"
	"apr/templates"
)

// look is the colours of a file, as six hexadecimal digits.
type look struct {
	// heading is of headings, links and the cover's ground; accent of lines; pale
	// is under boxes and heads of tables; soft is small text on the cover's ground.
	heading, link, accent, pale, story, storyRule, soft string
}

// lookOf is a brand's: its colour for headings, links and the cover, its accent
// for lines and edges, and a neutral grey under boxes.
func lookOf(b document.Brand) look {
	l := look{heading: "002D54", link: "004E8F", accent: "1F7A74", pale: "EBF0F5", story: "F5EEF4", storyRule: "6A2063", soft: "D3E2F0"}
	if b.Colour != nil {
		own, grey := hex(*b.Colour), hex(document.Boxes)
		l.heading, l.storyRule = own, own
		l.link = hex(b.Link())
		l.pale, l.story, l.soft = grey, grey, "FFFFFF"
	}
	if b.Accent != nil {
		l.accent = hex(*b.Accent)
	}
	return l
}

func hex(c color.RGBA) string { return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B) }

// fill puts the colours and the language into a part of the template.
func (f *file) fill(name string) ([]byte, error) {
	data, err := templates.Word.ReadFile("word/" + name)
	if err != nil {
		return nil, err
	}
	l := f.look
	// Sizes are half points, spaces twentieths of a point. Chapters begin a page, but
	// where there are few pages.
	titleSize, chapterSize, chapterSpace, chapterBreak := "72", "48", "0", "<w:pageBreakBefore/>"
	if f.meta.Brief {
		titleSize, chapterSize, chapterSpace, chapterBreak = "44", "32", "280", ""
	}
	bidi, direction := "ar-SA", ""
	if f.rightToLeft() {
		bidi, direction = escape(f.meta.Language), "<w:pPr><w:bidi/></w:pPr>"
	}
	r := strings.NewReplacer(
		"{titleSize}", titleSize, "{chapterSize}", chapterSize, "{chapterSpace}", chapterSpace, "{chapterBreak}", chapterBreak,
		"{heading}", l.heading, "{link}", l.link, "{accent}", l.accent, "{pale}", l.pale,
		"{story}", l.story, "{storyRule}", l.storyRule, "{soft}", l.soft,
		"{language}", escape(f.meta.Language), "{bidi}", bidi, "{direction}", direction,
	)
	if text := r.Replace(string(data)); !f.meta.Large {
		return []byte(text), nil
	} else {
		return []byte(large(text)), nil
	}
}

// rightToLeft reports whether the file's language is written from right to left: then its
// paragraphs, tables and pages run so.
func (f *file) rightToLeft() bool { return shaping.RightToLeft(f.meta.Language) }

// large is a part of the template in large type: each size is a third larger and none
// below 14 points, and lines of running text are further apart.
func large(text string) string {
	const smallest = 28 // half points
	text = fontSize().ReplaceAllStringFunc(text, func(s string) string {
		m := fontSize().FindStringSubmatch(s)
		n, err := strconv.Atoi(m[2])
		if err != nil {
			return s // digits alone match, of a size that a file can have
		}
		return fmt.Sprintf(`<w:%s w:val="%d"/>`, m[1], max(n*document.LargeType/12, smallest))
	})
	return strings.Replace(text, `<w:spacing w:after="160" w:line="300" w:lineRule="auto"/>`, `<w:spacing w:after="240" w:line="360" w:lineRule="auto"/>`, 1)
}

// fontSize is a size in a style, in half points, of Latin or of other letters.
var fontSize = lazyregexp.Lazy(`<w:(sz|szCs) w:val="([0-9]{1,3})"/>`)

// box is a frame around paragraphs: Word draws paragraphs that follow one another
// with the same borders as one box.
type box struct {
	style, title string // the styles of its paragraphs
	rule, ground string // the colours of its left edge and under it
}

func (l look) callout() *box   { return &box{"Callout", "CalloutTitle", l.heading, l.pale} }
func (l look) spotlight() *box { return &box{"Spotlight", "SpotlightTitle", l.heading, l.pale} }
func (l look) warning() *box   { return &box{"Warning", "WarningTitle", "B84A0E", "FDF0E7"} }
func (l look) caseStudy() *box {
	return &box{"CaseStudy", "CaseStudyTitle", l.storyRule, l.story}
}

// properties are the box's for paragraphs of other styles, such as bullets.
func (b *box) properties() string {
	side := func(name, size, space, colour string) string {
		return `<w:` + name + ` w:val="single" w:sz="` + size + `" w:space="` + space + `" w:color="` + colour + `"/>`
	}
	return `<w:pBdr>` + side("top", "4", "6", b.ground) + side("left", "36", "8", b.rule) +
		side("bottom", "4", "6", b.ground) + side("right", "4", "8", b.ground) + `</w:pBdr>` +
		`<w:shd w:val="clear" w:color="auto" w:fill="` + b.ground + `"/>`
}
