package html

import (
	"encoding/base64"
	"fmt"
	"html/template"
	"slices"

	"apr/internal/contrast"
	"apr/internal/document"
	"apr/templates"
)

// picture is a picture of the brand within the page.
type picture struct {
	Source template.URL // data: and the file
	Alt    string
}

func pictureOf(p *document.BrandPicture) *picture {
	if p == nil {
		return nil
	}
	return &picture{template.URL("data:" + p.MediaType + ";base64," + base64.StdEncoding.EncodeToString(p.Data)), p.Alt}
}

// brandStyle is what a brand adds to the style, after it: nothing without one.
func brandStyle(b document.Brand) ([]byte, error) {
	if b == (document.Brand{}) {
		return nil, nil
	}
	style, err := templates.HTML.ReadFile("html/brand.css")
	if err != nil {
		return nil, err
	}
	return slices.Concat([]byte("\n"), style, []byte(brandColours(b))), nil
}

// brandColours puts the brand's colours in the place of the style's own, and a
// neutral grey under them. On a dark page headings and links are as without a brand:
// a colour for white paper can't be read there.
func brandColours(b document.Brand) string {
	css := ""
	if c := b.Colour; c != nil {
		link := b.Link()
		hover := contrast.Darkened(link, document.Paper, contrast.Ratio(link, document.Paper)*1.4)
		css += fmt.Sprintf(":root { --cover: %s; }\n@media print, (prefers-color-scheme: light) { :root { --navy: %s; --link: %s; --hover: %s; --pale: %s; } }\n",
			contrast.Hex(*c), contrast.Hex(*c), contrast.Hex(link), contrast.Hex(hover), contrast.Hex(document.Boxes))
	}
	if a := b.Accent; a != nil {
		css += fmt.Sprintf(":root { --accent: %s; }\n", contrast.Hex(*a)) +
			`h2, .box, .key-figures li, .colophon { border-top-color: var(--accent); }
blockquote, .callout:not(.warning) { border-left-color: var(--accent); }
.cover { border-bottom: .5rem solid var(--accent); }
`
	}
	return css
}
