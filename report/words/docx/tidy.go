package docx

import (
	"strings"
	"unicode"

	"apr/internal/document"
)

func wrapped(t *document.Text, bold, italic bool) document.Inline {
	var i document.Inline = t
	if italic {
		i = &document.Emphasis{Content: document.Inlines{i}}
	}
	if bold {
		i = &document.Strong{Content: document.Inlines{i}}
	}
	return i
}

// tidy puts runs together that Word has split, figures between their marks, and trims
// the line.
func tidy(is document.Inlines) document.Inlines {
	out := joined(paged(bound(is)))
	for len(out) > 0 {
		if _, isBreak := out[len(out)-1].(*document.LineBreak); !isBreak {
			break
		}
		out = out[:len(out)-1]
	}
	return out
}

// paged is a line with a blank where words of it stood on different pages or in different
// columns and nothing else parts them.
func paged(is document.Inlines) document.Inlines {
	var out document.Inlines
	parted := false
	for _, i := range is {
		if _, ok := i.(*pageEnd); ok {
			parted = len(out) > 0
			continue
		}
		if l, ok := i.(*document.Link); ok {
			i = &document.Link{URL: l.URL, Content: paged(l.Content)}
		}
		if parted && !isBlankAt(out[len(out)-1], false) && !isBlankAt(i, true) {
			out = append(out, &document.Text{Text: " "})
		}
		out, parted = append(out, i), false
	}
	return out
}

// isBlankAt reports whether a piece of a line begins or ends with a blank.
func isBlankAt(i document.Inline, begins bool) bool {
	if _, ok := i.(*document.LineBreak); ok {
		return true
	}
	words := document.Inlines{i}.String()
	if begins {
		return strings.TrimLeftFunc(words, unicode.IsSpace) != words
	}
	return strings.TrimRightFunc(words, unicode.IsSpace) != words
}

// bound puts a figure where its bookmark's marks are; what is between them is what it
// shows. A control within the marks is the figure itself.
func bound(is document.Inlines) document.Inlines {
	var out document.Inlines
	for i := 0; i < len(is); i++ {
		start, ok := is[i].(*startMark)
		if !ok {
			if _, stray := is[i].(*endMark); !stray {
				out = append(out, is[i])
			}
			continue
		}
		end := -1
		for k := i + 1; k < len(is) && k < i+40; k++ {
			if e, ok := is[k].(*endMark); ok && e.id == start.id {
				end = k
				break
			}
		}
		if end < 0 {
			continue
		}
		inner := is[i+1 : end]
		var figure document.Inline
		for _, k := range inner {
			if d, ok := k.(*document.Datum); ok && d.ID == start.id {
				figure = d
			}
		}
		switch words := document.Inlines(inner); {
		case figure != nil:
			out = append(out, figure)
		default:
			out = append(out, figureOf(start.id, words)...)
		}
		i = end
	}
	return out
}

// figureOf is a figure with the words that it shows. Blanks that were typed at their ends
// stand beside it.
func figureOf(id string, words document.Inlines) document.Inlines {
	all := words.String()
	shown := strings.TrimSpace(all)
	before, after, _ := strings.Cut(all, shown)
	if shown == "" {
		before, after = all, ""
	}
	var out document.Inlines
	if before != "" {
		out = append(out, &document.Text{Text: before})
	}
	if shown != "" {
		out = append(out, &document.Datum{ID: id, Display: shown})
	}
	if after != "" {
		out = append(out, &document.Text{Text: after})
	}
	return out
}

// joined is a line whose neighbours of the same look are one.
func joined(is document.Inlines) document.Inlines {
	var out document.Inlines
	for _, i := range is {
		if len(out) == 0 {
			out = append(out, i)
			continue
		}
		switch last := out[len(out)-1].(type) {
		case *document.Text:
			if t, ok := i.(*document.Text); ok && t.Lang == last.Lang {
				out[len(out)-1] = &document.Text{Text: last.Text + t.Text, Lang: t.Lang}
				continue
			}
		case *document.Strong:
			if s, ok := i.(*document.Strong); ok {
				out[len(out)-1] = &document.Strong{Content: joined(append(last.Content[:len(last.Content):len(last.Content)], s.Content...))}
				continue
			}
		case *document.Emphasis:
			if s, ok := i.(*document.Emphasis); ok {
				out[len(out)-1] = &document.Emphasis{Content: joined(append(last.Content[:len(last.Content):len(last.Content)], s.Content...))}
				continue
			}
		case *document.Link:
			if l, ok := i.(*document.Link); ok && l.URL == last.URL {
				out[len(out)-1] = &document.Link{URL: l.URL, Content: joined(append(last.Content[:len(last.Content):len(last.Content)], l.Content...))}
				continue
			}
		}
		out = append(out, i)
	}
	return out
}
