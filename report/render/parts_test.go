package render_test

import (
	"regexp"
	"slices"

	"apr/internal/tagpdf/tagpdftest"
)

var partOf = regexp.MustCompile(`\s*\(part (\d+) of \d+\)\s*$`)

// joinParts puts the parts of a table that the PDF prints one under another beside each
// other again, as the document has them, so that both can be compared: without the row
// heads that each part repeats, and without the number of the part in the caption.
func joinParts(e *tagpdftest.Element) {
	var first *tagpdftest.Element
	e.Parts = slices.DeleteFunc(e.Parts, func(p tagpdftest.Part) bool {
		if p.Element == nil {
			return false
		}
		captions := p.Element.All("Caption")
		if p.Element.Role != "Table" || len(captions) == 0 {
			joinParts(p.Element)
			return false
		}
		caption := normal(captions[0].Text())
		m := partOf.FindStringSubmatchIndex(caption)
		if m == nil {
			return false
		}
		if caption[m[2]:m[3]] == "1" {
			first = p.Element
			captions[0].ActualText = caption[:m[0]] + "\n"
			return false
		}
		appendColumns(first, p.Element)
		return true
	})
}

// appendColumns adds the cells of a later part to the rows of the first, but for those
// that begin its rows as they do there.
func appendColumns(first, later *tagpdftest.Element) {
	rows, more := first.All("TR"), later.All("TR")
	repeated := 0
	for repeated < len(more[0].Parts) && normal(more[0].Parts[repeated].Element.Text()) == normal(rows[0].Parts[repeated].Element.Text()) {
		repeated++
	}
	for i, row := range more {
		rows[i].Parts = append(rows[i].Parts, row.Parts[repeated:]...)
	}
}
