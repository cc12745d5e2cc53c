package words

import (
	"strings"

	"apr/internal/document"
	"apr/internal/project/prose"
	"apr/report/words/docx"
)

// A box goes out as its lines of colons, each in a control that can't be changed, with
// what is between them as it is anywhere. The title stands behind the first.

// fenceShown is a line of colons as Word shows it.
func fenceShown(line, shows string) document.Inline {
	return &document.Datum{ID: line, Display: "[" + shows + "]"}
}

// isFence reports whether a unit is a line of colons.
func isFence(u unit) bool {
	if u.Kind != docx.Plain || len(u.Content) == 0 {
		return false
	}
	d, ok := u.Content[0].(*document.Datum)
	return ok && prose.IsFence(d.ID)
}

// beginsBox reports whether a unit is the line that begins a box.
func beginsBox(u unit) bool {
	return isFence(u) && u.Content[0].(*document.Datum).ID != ":::"
}

// fenceMarkdown is such a line. What stands behind the end of a box is a paragraph after
// it.
func fenceMarkdown(u unit) string {
	line := u.Content[0].(*document.Datum).ID
	behind := strings.Join(strings.Fields(document.Inlines(u.Content[1:]).String()), " ")
	if line == ":::" && behind != "" {
		return line + "\n\n" + guard((&inlineWriter{}).line(u.Content[1:]))
	}
	return prose.WithTitle(line, behind)
}

// boxed makes lines of colons of what people typed as such, and around paragraphs that
// have the style of a box.
func boxed(blocks []docx.Block) []docx.Block {
	var out []docx.Block
	var open document.BoxKind
	fence := func(line, shows string, title document.Inlines) {
		out = append(out, docx.Block{Kind: docx.Plain, Content: append(document.Inlines{fenceShown(line, shows)}, title...)})
	}
	end := func() {
		if open != "" {
			fence(":::", "end of the "+string(open), nil)
		}
		open = ""
	}
	for _, b := range blocks {
		kind := styled(b.Kind)
		if kind != open || b.BoxTitle {
			end()
		}
		switch {
		case kind != "" && b.BoxTitle:
			open = kind
			fence("::: {."+string(kind)+"}", string(kind), append(document.Plain(" "), withoutKind(b.Content, kind)...))
			continue
		case kind != "":
			if open == "" {
				fence("::: {."+string(kind)+"}", string(kind), nil)
			}
			open, b.Kind = kind, docx.Plain
		case b.Kind == docx.Plain:
			if line, title, ok := prose.TypedFence(b.Content.String()); ok && len(b.Content) > 0 && isTyped(b.Content) {
				b.Content = document.Inlines{fenceShown(line, "box")}
				if title != "" {
					b.Content = append(b.Content, &document.Text{Text: " " + title})
				}
			}
		}
		out = append(out, b)
	}
	end()
	return out
}

// isTyped reports whether a line is plain text.
func isTyped(is document.Inlines) bool {
	for _, i := range is {
		if _, ok := i.(*document.Text); !ok {
			return false
		}
	}
	return true
}

// styled is the box that a style makes.
func styled(k docx.Kind) document.BoxKind {
	switch k {
	case docx.CaseStudy:
		return document.CaseStudy
	case docx.Spotlight:
		return document.Spotlight
	}
	return ""
}

// withoutKind is a title without the kind before it, which the report prints by itself.
func withoutKind(is document.Inlines, kind document.BoxKind) document.Inlines {
	if len(is) == 0 {
		return nil
	}
	t, ok := is[0].(*document.Text)
	if !ok {
		return is
	}
	cut := *t
	cut.Text = strings.TrimLeft(strings.TrimPrefix(cut.Text, kind.Words()+":"), " ")
	return append(document.Inlines{&cut}, is[1:]...)
}
