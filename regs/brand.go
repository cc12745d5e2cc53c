package regs

import (
	"fmt"
	"image/color"

	"apr/internal/contrast"
	"apr/internal/document"
	"apr/internal/project"
)

// brandRules are about the look that apr.yaml gives the report.
var brandRules = []Rule{
	{
		ID:       "R0-brand-contrast",
		Title:    "The brand's colours stand out from their ground",
		Level:    Guidance,
		Citation: wcag + "1.4.3, contrast (minimum) and 1.4.11, non-text contrast (level AA)" + publishing,
		Why:      "Grey on white is read by the young in good light. Headings, links and the cover's text are in the brand's colour or white on it; they need 4.5:1, lines and edges 3:1.",
		Blind:    "Colours inside pictures and logos, and those of an own style.",
		Check:    checkBrandContrast,
	},
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
