package words

import (
	"cmp"
	"strings"
	"unicode"

	"apr/internal/document"
	"apr/report/words/docx"
)

// standing is what a file says in its title and at the foot of its pages.
const standing = "Texts for the annual performance report"

// outsideTitle names what stands in no text.
const outsideTitle = "words outside of the texts"

// outside are the words, tables and pictures that stand in no text, which nobody would
// miss before the report is printed without them.
func (in *taker) outside(covered []bool) []Text {
	t := Text{State: New, Title: outsideTitle}
	add := func(words, place string) {
		t.Differences = append(t.Differences, "{+"+shortened(strings.Join(strings.Fields(words), " "))+"+}  ("+place+")")
	}
	ours := in.ourHeadings()
	lastYear := false
	for i, b := range in.file.Blocks {
		b.Content = withReferences(b.Content, nil) // figures as the file shows them
		u := unitOf(b)
		text := strings.Join(strings.Fields(b.Content.String()), " ")
		switch {
		case b.KeyID != "":
			lastYear = false
		case b.Kind == docx.Heading && ours[text]:
		case b.End:
			if b.Added != "" {
				add(b.Added, b.Place)
			}
		case b.GuidanceByStyle:
			ends, own := ourGuidance(text)
			lastYear = strings.HasPrefix(text, "Last year's text:") || lastYear && !ends
			if !own && !lastYear && text != "" {
				add(u.shown(), b.Place)
			}
		case covered[i] || b.Locked || u.isEmpty():
		case b.Kind == docx.Picture:
			add("a picture: "+cmp.Or(b.Picture.Alt, b.Picture.File), b.Place)
		case b.Kind == docx.Table:
			add("a table: "+tableWords(b), b.Place)
		default:
			add(u.shown(), b.Place)
		}
	}
	for _, m := range in.file.Margins {
		if in.isTypedInMargin(m.Text) {
			add(m.Text, "the pages' "+m.Where)
		}
	}
	if len(t.Differences) == 0 {
		return nil
	}
	return []Text{t}
}

func tableWords(b docx.Block) string {
	var cells []string
	for _, row := range b.Rows {
		for _, cell := range row {
			cells = append(cells, cell.String())
		}
	}
	return strings.Join(cells, " | ")
}

// ourHeadings are those that apr writes above texts. Programs that drop controls leave
// them open, as they do what somebody types beside them.
func (in *taker) ourHeadings() map[string]bool {
	ours := map[string]bool{exampleTitle: true, in.title(): true}
	for _, w := range in.written {
		title, group := titleOf(w)
		ours[strings.Join(strings.Fields(title), " ")], ours[group] = true, true
	}
	for _, s := range in.sent {
		ours[strings.Join(strings.Fields(s.Title), " ")] = true
		if stem, _, _ := strings.Cut(s.Key, "."); stem != "" {
			ours[groupOf(stem)] = true
		}
	}
	return ours
}

// guidanceHeads are what the lines above a text begin with.
var guidanceHeads = []string{"The law (", "National outcome ", "The principle, section ", "What good looks like: ", "Written by: ", "Due: ", "Length: ", "Last year's text: ", "Figures: "}

// ourGuidance reports whether a line in the style of what stands above a text is apr's,
// and whether it begins a point of it.
func ourGuidance(text string) (begins, ours bool) {
	for _, h := range guidanceHeads {
		if strings.HasPrefix(text, h) {
			return true, true
		}
	}
	for _, b := range howTo() {
		if p, ok := b.(*document.Paragraph); ok && p.Content.String() == text {
			return false, true
		}
	}
	return false, strings.Contains(text, "{{")
}

// title is the file's: the heading that it begins with.
func (in *taker) title() string {
	if len(in.file.Blocks) == 0 || in.file.Blocks[0].Kind != docx.Heading {
		return ""
	}
	return strings.Join(strings.Fields(in.file.Blocks[0].Content.String()), " ")
}

// isTypedInMargin reports whether a line at the top or the foot of the pages has words
// that apr doesn't put there.
func (in *taker) isTypedInMargin(text string) bool {
	title := in.title()
	authority := document.Unmarked(in.project.Config.Authority.Name)
	if text == title || text == in.file.Title {
		return false
	}
	for _, own := range []string{title + ", " + authority, standing, in.project.Config.Label, "Page", "of"} {
		if own != "" {
			text = strings.Replace(text, own, "", 1)
		}
	}
	return strings.ContainsFunc(text, unicode.IsLetter)
}
