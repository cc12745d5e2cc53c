package docx

import (
	"cmp"
	"strings"
	"unicode"

	"apr/internal/document"
	"apr/report/render/sign"
	"apr/report/render/word"
)

// runContext is where a run stands.
type runContext struct {
	block   *Block
	style   string // of the paragraph
	deleted bool   // a deletion that isn't taken: its words stay
}

// inlines reads what stands in a paragraph, a link or a control.
func (r *reader) inlines(parent *element, c runContext) document.Inlines {
	var out document.Inlines
	put := func(is ...document.Inline) {
		if n := len(r.fields); n > 0 {
			if f := r.fields[n-1]; f.shown {
				f.content = append(f.content, is...)
			}
			return
		}
		out = append(out, is...)
	}
	for _, e := range parent.kids {
		switch e.name {
		case "w:r":
			for _, i := range r.run(e, c) {
				put(i)
			}
			if done := r.endedField(e, c.block); done != nil {
				put(done...)
			}
		case "w:hyperlink":
			content := r.inlines(e, c)
			if rel := r.relations[e.relID("id")]; rel.external && len(content) > 0 && followable(rel.target) {
				put(&document.Link{URL: rel.target, Content: content})
			} else if to := e.attr("anchor"); isPlace(to) && len(content) > 0 {
				put(&document.Link{URL: "#" + to, Content: content})
			} else {
				if r.loseLink(rel.target, c.block); rel.target == "" {
					r.loseLink("#"+to, c.block)
				}
				put(content...)
			}
		case "w:sdt":
			put(r.controlled(e, c)...)
		case "w:ins", "w:moveTo":
			put(r.change(e, c, "inserted", true)...)
		case "w:del", "w:moveFrom":
			put(r.change(e, c, "deleted", false)...)
		case "w:smartTag", "w:customXml", "w:dir", "w:bdo":
			put(r.inlines(e, c)...)
		case "w:fldSimple":
			put(r.linked(e.attr("instr"), r.inlines(e, c), c.block)...)
		case "mc:AlternateContent":
			if choice := alternative(e); choice != nil {
				put(r.inlines(choice, c)...)
			}
		case "w:bookmarkStart":
			r.bookmark(e)
			if id, _ := strings.CutPrefix(e.attr("name"), word.BookmarkPrefix); strings.Contains(id, "_") {
				put(&startMark{id})
			}
		case "w:bookmarkEnd":
			if id, found := strings.CutPrefix(r.marks[e.attr("id")], word.BookmarkPrefix); found && strings.Contains(id, "_") {
				put(&endMark{id})
			}
			r.bookmark(e)
		case "w:commentRangeStart", "w:commentRangeEnd":
			r.commentMark(e)
		case "m:oMath", "m:oMathPara":
			r.lose("an equation", c.block)
			put(&document.Text{Text: e.words("m:t")})
		}
	}
	return out
}

// startMark and endMark stand for the ends of a figure's bookmark until tidy has put
// the figure between them.
type startMark struct{ id string }
type endMark struct{ id string }

// pageEnd stands where the rest of a paragraph goes on on another page, or in another
// column, until tidy has parted the words there.
type pageEnd struct{}

func (*pageEnd) Accept(document.InlineVisitor) error   { return nil }
func (*startMark) Accept(document.InlineVisitor) error { return nil }
func (*endMark) Accept(document.InlineVisitor) error   { return nil }

// controlled reads a control within a paragraph: a figure of ours, or anybody's.
func (r *reader) controlled(e *element, c runContext) document.Inlines {
	content := e.kid("w:sdtContent")
	if content == nil {
		return nil
	}
	if e.at("w:sdtPr", "w:showingPlcHdr").on() {
		content = &element{} // it was emptied, and asks to click there
	}
	before := r.hidden
	is := r.inlines(content, c)
	if r.hidden > before && strings.TrimSpace(tidy(is).String()) == "" {
		return nil
	}
	if id, found := strings.CutPrefix(e.at("w:sdtPr", "w:tag").attr("val"), word.TextTag); found && strings.Contains(id, "_") {
		if is = tidy(is); strings.TrimSpace(is.String()) == "" {
			return document.Inlines{&document.Datum{ID: id, Display: is.String()}}
		}
		return figureOf(id, is)
	}
	return is
}

// change reads what was inserted or deleted, and notes it.
func (r *reader) change(e *element, c runContext, what string, inserted bool) document.Inlines {
	taken := r.takes(e)
	letters := "w:t"
	if !inserted {
		letters = "w:delText"
	}
	r.listChange(e, what, parted(e, letters), c.block)
	if taken != inserted {
		return nil
	}
	c.deleted = !inserted
	return r.inlines(e, c)
}

// parted are the words of a change, with blanks where lines or pages end in it. What somebody
// has deleted of an insertion is another change.
func parted(e *element, letters string) string {
	var out strings.Builder
	for _, k := range e.kids {
		switch k.name {
		case letters:
			out.WriteString(k.text)
		case "w:tab", "w:br", "w:cr":
			out.WriteByte(' ')
		default:
			out.WriteString(parted(k, letters))
		}
	}
	return out.String()
}

// listChange lists a tracked change; what the same person did next to it at the same time is
// one change.
func (r *reader) listChange(e *element, what, text string, b *Block) {
	if strings.TrimSpace(text) == "" || b.Locked {
		return
	}
	c := Change{e.attr("author"), e.attr("date"), what, text, r.takes(e), r.block()}
	if n := len(r.file.Changes); n > 0 {
		last := &r.file.Changes[n-1]
		if last.What == "formatted" && last.Author == c.Author && last.Date == c.Date && last.What == what && last.Block == c.Block {
			last.Text += text
			return
		}
	}
	r.file.Changes = append(r.file.Changes, c)
}

// formatted are the properties of a run or paragraph: those from before a tracked change
// of them that isn't taken. The change is listed.
func (r *reader) formatted(props *element, name string, of *element, b *Block) *element {
	change := props.kid(name + "Change")
	if change == nil {
		return props
	}
	r.listChange(change, "formatted", of.words("w:t"), b)
	if r.takes(change) {
		return props
	}
	return change.kid(name)
}

// run reads a run of text.
func (r *reader) run(e *element, c runContext) document.Inlines {
	var out document.Inlines
	props := r.formatted(e.kid("w:rPr"), "w:rPr", e, c.block)
	if r.hides(props, c) {
		r.hiddenRun(e, c.block)
		return nil
	}
	bold, italic, lang := r.format(props, c)
	text := func(s string) {
		if s == "" {
			return
		}
		for _, i := range r.open {
			if q := &r.file.Comments[i].Quoted; len(*q) < 200 {
				*q += s
			}
		}
		if strings.TrimSpace(s) != "" && !bold {
			c.block.allBold = false
		}
		if strings.ContainsFunc(s, unicode.IsLetter) && lang != "" {
			out = append(out, wrapped(&document.Text{Text: s, Lang: lang}, bold, italic))
			return
		}
		out = append(out, wrapped(&document.Text{Text: s}, bold, italic))
	}
	for _, k := range e.kids {
		switch k.name {
		case "w:t":
			text(r.letters(k.text, props, c.block))
		case "w:delText":
			if c.deleted {
				text(r.letters(k.text, props, c.block))
			}
		case "w:tab", "w:ptab":
			text("\t")
		case "w:br", "w:cr":
			if t := k.attr("type"); t == "page" || t == "column" {
				out = append(out, &pageEnd{})
			} else {
				out = append(out, &document.LineBreak{})
			}
		case "w:noBreakHyphen":
			text("\u2011")
		case "w:sym":
			text(r.symbol(k, c.block))
		case "w:footnoteReference", "w:endnoteReference":
			r.noteMark(strings.TrimSuffix(strings.TrimPrefix(k.name, "w:"), "Reference")+"s"+k.attr("id"), c, &out)
		case "w:commentReference":
			r.commentMark(k)
		case "w:fldChar", "w:instrText":
			r.field(k)
		case "w:drawing", "w:pict":
			if character, ok := sign.FromDrawing(k.find("wp:docPr").attr("name")); ok { // copied from a report
				text(character)
			} else {
				r.drawing(k, c)
			}
		case "w:ruby":
			r.lose("the small letters above words", c.block)
			if base := k.kid("w:rubyBase"); base != nil {
				out = append(out, r.inlines(base, c)...)
			}
		case "w:object":
			r.loseAll("an embedded sheet or file", describedAs(k), thenSheet, c.block)
		case "mc:AlternateContent":
			if choice := alternative(k); choice != nil {
				out = append(out, r.run(choice, c)...)
			}
		}
	}
	return out
}

// format is how a run looks, and what of it is lost.
func (r *reader) format(props *element, c runContext) (bold, italic bool, lang string) {
	if props == nil {
		return false, false, ""
	}
	styled := props.kid("w:rStyle").attr("val")
	r.chain(styled, func(s style) bool {
		bold, italic = bold || s.bold, italic || s.italic
		return false
	})
	if b := props.kid("w:b"); b != nil {
		bold = b.on()
	}
	if i := props.kid("w:i"); i != nil {
		italic = i.on()
	}
	// A paragraph that is bold by its style isn't stressed by that.
	r.chain(c.style, func(s style) bool {
		bold, italic = bold && !s.bold, italic && !s.italic
		return false
	})
	if c.block.Kind == Heading || c.block.Kind == Term || c.block.Kind == Caption {
		bold = false
	}
	if size := number(props.kid("w:sz").attr("val"), 0); size >= 28 {
		r.bigRun++
	}
	l := props.kid("w:lang")
	lang = cmp.Or(l.attr("val"), "")
	if props.kid("w:rtl").on() {
		lang = l.attr("bidi")
	}
	if strings.HasPrefix(strings.ToLower(lang), "en") {
		lang = ""
	}
	if styled != "" {
		return bold, italic, lang
	}
	if v := props.kid("w:color").attr("val"); v != "" && v != "auto" && v != "000000" {
		r.lose("colour", c.block)
	}
	if props.kid("w:highlight").on() {
		r.lose("highlighting", c.block)
	}
	if props.kid("w:strike").on() {
		r.lose("words struck through", c.block)
	}
	if props.kid("w:u").on() {
		r.lose("underlining", c.block)
	}
	if v := props.kid("w:vertAlign").attr("val"); v == "superscript" || v == "subscript" {
		r.lose("raised or lowered letters", c.block)
	}
	return bold, italic, lang
}

func (r *reader) noteMark(id string, c runContext, out *document.Inlines) {
	n := r.notes[id]
	switch {
	case r.inNote:
		return
	case n == nil:
		r.loseAll("a footnote that isn't in the file", "", thenNote, c.block)
		return
	}
	for _, name := range r.marks {
		r.noteMarks[name] = n
	}
	*out = append(*out, &document.NoteMark{Note: n})
}
