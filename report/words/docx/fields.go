package docx

import (
	"strings"

	"apr/internal/document"
	"apr/report/render/word"
)

// field is a field being read: its instruction, then what it shows.
type field struct {
	instruction strings.Builder
	shown       bool
	content     document.Inlines
}

// field follows the marks of a field.
func (r *reader) field(e *element) {
	n := len(r.fields)
	switch {
	case e.name == "w:instrText":
		if n > 0 && r.fields[n-1].instruction.Len() < 5000 {
			r.fields[n-1].instruction.WriteString(e.text)
		}
	case e.attr("fldCharType") == "begin" && n < 50:
		r.fields = append(r.fields, &field{})
	case e.attr("fldCharType") == "separate" && n > 0:
		r.fields[n-1].shown = true
	}
}

// unended is what fields show that go on in the next paragraph, or never end.
func (r *reader) unended() document.Inlines {
	var out document.Inlines
	for _, f := range r.fields {
		out = append(out, f.content...)
		f.content = nil
	}
	return out
}

// endedField is what a field that ends in a run shows.
func (r *reader) endedField(run *element, b *Block) document.Inlines {
	var out document.Inlines
	for _, k := range run.kids {
		if n := len(r.fields); k.name == "w:fldChar" && k.attr("fldCharType") == "end" && n > 0 {
			f := r.fields[n-1]
			r.fields = r.fields[:n-1]
			instruction := f.instruction.String()
			if words := strings.Fields(instruction); len(words) > 1 && words[0] == "NOTEREF" && r.noteMarks[words[1]] != nil {
				out = append(out, &document.NoteMark{Note: r.noteMarks[words[1]]})
				continue
			}
			out = append(out, r.linked(instruction, f.content, b)...)
		}
	}
	return out
}

// linked is what a field shows, as a link where it is one.
func (r *reader) linked(instruction string, content document.Inlines, b *Block) document.Inlines {
	words := strings.Fields(instruction)
	if len(words) > 1 && words[0] == "HYPERLINK" && len(content) > 0 {
		address := strings.Trim(words[1], `"`)
		if followable(address) {
			return document.Inlines{&document.Link{URL: address, Content: content}}
		}
		if words[1] == `\l` && len(words) > 2 {
			if to := strings.Trim(words[2], `"`); isPlace(to) {
				return document.Inlines{&document.Link{URL: "#" + to, Content: content}}
			}
			address = "#" + strings.Trim(words[2], `"`)
		}
		r.loseLink(address, b)
	}
	return content
}

// loseLink notes a link that readers of a report can't follow. Those to what Word or apr
// marks by itself lead to places of the file, as in a table of contents.
func (r *reader) loseLink(address string, b *Block) {
	if to, inside := strings.CutPrefix(address, "#"); address == "" || inside && !isPlace(to) {
		return
	}
	const most = 100
	if letters := []rune(address); len(letters) > most {
		address = string(letters[:most]) + "…"
	}
	r.loseAll("the link to "+address, "", thenLink, b)
}

// thenLink says which links are kept.
const thenLink = "its words are kept without it: the report's readers can follow https:, http:, mailto: and tel: alone; in Word, give it the address of a page (right-click > Edit Hyperlink)"

// followable reports whether a report's readers can follow an address, in the report or
// out of it.
func followable(address string) bool {
	if to, inside := strings.CutPrefix(address, "#"); inside {
		return isPlace(to)
	}
	for _, scheme := range []string{"https://", "http://", "mailto:", "tel:"} {
		if len(address) > len(scheme) && strings.EqualFold(address[:len(scheme)], scheme) {
			return true
		}
	}
	return false
}

// isPlace reports whether a bookmark that a link leads to may be a place of the report:
// those of Word begin with a stroke, and apr's own lead to what it wrote.
func isPlace(anchor string) bool {
	return anchor != "" && anchor[0] != '_' && !strings.HasPrefix(anchor, word.BookmarkPrefix)
}
