package regs

import (
	"fmt"
	"image/color"
	"slices"

	"apr/internal/contrast"
	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/templates"
	"apr/templates/colour"
)

// brandRules are about the look that apr.yaml gives the report.
var brandRules = []Rule{
	{
		ID:       "R0-brand-contrast",
		Title:    "The brand's colours stand out from their ground",
		Level:    Guidance,
		Citation: wcag + "1.4.3, contrast (minimum) and 1.4.11, non-text contrast (level AA)" + publishing,
		Why:      "Grey on white is read by the young in good light. Headings, links and the cover's text are in the brand's colour or white on it; they need 4.5:1, lines and edges 3:1.",
		Blind:    "Colours inside pictures and logos; those of an own style are R0-style-contrast's.",
		Check:    checkBrandContrast,
	},
	{
		ID:       "R0-brand-links",
		Title:    "Links in the brand's colour stand out as text for weak eyes does",
		Level:    Advice,
		Citation: wcag + "1.4.6, contrast (enhanced) (level AAA)",
		Why:      "Links are found by their colour, and read by people whose eyes are weak. Where the brand's colour has less than 7:1 the report's links take a darker shade of it, which the brand may not know.",
		Blind:    "Links on grounds that an own style gives them.",
		Check:    checkBrandLinks,
	},
	{
		ID:       "R0-style-contrast",
		Title:    "The text of an own style stands out from its ground",
		Level:    Guidance,
		Citation: wcag + "1.4.3, contrast (minimum) (level AA)" + publishing,
		Why:      "A report that can't be read by weak eyes isn't published to everyone. Text needs 4.5:1 with what is behind it, large text 3:1, on light screens and on dark ones.",
		Blind:    "Text within something that another rule of the style gives a ground, where its own selector doesn't name that; colours of lines, shapes, charts and marks; colours in a page of its own.",
		Check:    checkStyleContrast,
	},
}

// checkStyleContrast measures the colours of templates/style.css. A pair of colours
// that several rules have is told once.
func checkStyleContrast(r *project.Project, p *Pass) {
	style, own := r.Templates[templates.Style]
	if !own {
		return
	}
	var faults []colour.Fault // of each pair the first
	selectors := map[colour.Fault][]string{}
	for _, f := range colour.Faults(style) {
		pair := f
		pair.Offset, pair.Selector = 0, ""
		if selectors[pair] == nil {
			faults = append(faults, f)
		}
		selectors[pair] = append(selectors[pair], f.Selector)
	}
	for _, f := range faults {
		position := templates.PositionIn(templates.Style, style[:f.Offset])
		f.Offset, f.Selector = 0, ""
		p.styleContrast(f, position, firstOf(selectors[f]))
	}
}

// firstOf are the first of some names, and how many more there are.
func firstOf(names []string) string {
	const most = 8
	if len(names) > most {
		names = append(slices.Clone(names[:most-1]), wording.Count(len(names)-most+1, "other"))
	}
	return wording.List(names)
}

func (p *Pass) styleContrast(f colour.Fault, position source.Position, selectors string) {
	if f.Unread != "" {
		p.Report(position, "write a colour such as #1a1a1a, or see yourself that text and ground have a contrast of 4.5:1",
			"the contrast of the text of %s can't be measured: %s isn't one colour that apr reads", selectors, f.Unread)
		return
	}
	hint := "make the text lighter or its ground darker"
	if darker := contrast.Darkened(f.Text, f.Ground, f.Least); contrast.Ratio(darker, f.Ground) >= f.Least {
		hint = fmt.Sprintf("the nearest darker colour that has it is %s", contrast.Hex(darker))
	}
	on := ""
	if f.Dark {
		on = " on dark screens"
	}
	p.Report(position, hint, "the text of %s, %s on %s, has a contrast of %.2f:1%s; it needs %v:1",
		selectors, contrast.Hex(f.Text), contrast.Hex(f.Ground), f.Ratio, on, f.Least)
}

// checkBrandLinks says which colour links take in the place of the brand's.
func checkBrandLinks(r *project.Project, p *Pass) {
	b := r.Config.Brand
	c, ok := contrast.Parse(b.Colour)
	if ratio := contrast.Ratio(c, document.Boxes); !ok || ratio < contrast.Text || ratio >= contrast.Enhanced {
		return // too light for text is another finding
	}
	link := contrast.Hex(document.Brand{Colour: &c}.Link())
	p.Report(at(r.Config.PositionOf("brand.colour"), b.Position, projectFile),
		fmt.Sprintf(`links take the nearest darker shade, "%s"; make that the brand's colour, and headings and links are alike`, link),
		"the brand's colour %s has a contrast of %.2f:1 with white and %.2f:1 with the report's boxes; links need %v:1",
		b.Colour, contrast.Ratio(c, document.Paper), contrast.Ratio(c, document.Boxes), contrast.Enhanced)
}

func checkBrandContrast(r *project.Project, p *Pass) {
	b := r.Config.Brand
	// Headings are in boxes too, which are a little darker than the page.
	p.contrast(r, "colour", b.Colour, "text", document.Boxes, contrast.Text)
	p.contrast(r, "accent", b.Accent, "lines and edges", document.Paper, contrast.Graphics)
}

// contrast reports a colour of the brand that has less than the ratio to the
// ground on which it is hardest to see.
func (p *Pass) contrast(r *project.Project, key, written, what string, ground color.RGBA, least float64) {
	c, ok := contrast.Parse(written)
	if !ok || contrast.Ratio(c, ground) >= least {
		return
	}
	on := fmt.Sprintf("%.2f:1 with white", contrast.Ratio(c, document.Paper))
	if ground != document.Paper {
		on += fmt.Sprintf(" and %.2f:1 with the report's boxes", contrast.Ratio(c, ground))
	}
	nearest := contrast.Darkened(c, ground, least)
	p.Report(at(r.Config.PositionOf("brand."+key), r.Config.Brand.Position, projectFile),
		fmt.Sprintf(`the nearest darker colour that has it is "%s", with %.2f:1`, contrast.Hex(nearest), contrast.Ratio(nearest, ground)),
		"the brand's %s %s has a contrast of %s; %s need%s %v:1", key, written, on, what, map[bool]string{true: "s"}[what == "text"], least)
}
