package docx

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/document"
	"apr/internal/lazyregexp"
	"apr/report/render/word"
)

// reader walks through a file.
type reader struct {
	archive   *archive
	opts      Options
	file      *File
	relations map[string]relation
	styles    map[string]style
	numbering map[string][]level
	marks     map[string]string // names of open bookmarks by id
	notes     map[string]*document.Note
	noteMarks map[string]*document.Note // by the bookmarks at their marks

	heading   string // the last
	count     int    // of paragraphs below it, or below a text's key line
	ended     bool   // behind the end of the text below it
	inNote    bool
	inCell    bool
	fields    []*field
	open      []int          // comments that are open, as indices
	outer     int            // in a cell, the index of its table
	commentAt map[string]int // indices of comments by their ids
	loose     []string       // what the paragraph being read loses
	boxes     []*element
	bigRun    int
	hidden    int // how often something hidden was met
}

// context is where blocks stand.
type context struct {
	ids    []string
	locked bool
}

func (c context) within(tag string) context {
	switch id, isText := strings.CutPrefix(tag, word.TextTag); {
	case tag == word.AboutTag:
		c.locked = true
	case isText:
		c.ids = append(slices.Clone(c.ids), id)
	}
	return c
}

// blocks reads what stands in a body, a control or a cell.
func (r *reader) blocks(parent *element, c context) {
	for _, e := range parent.kids {
		switch e.name {
		case "w:p":
			r.paragraph(e, c)
		case "w:tbl":
			r.table(e, c)
		case "w:sdt":
			r.control(e, c.within(e.at("w:sdtPr", "w:tag").attr("val")))
		case "w:ins", "w:moveTo", "w:customXml", "w:smartTag":
			r.blocks(e, c)
		case "w:del", "w:moveFrom":
		case "mc:AlternateContent":
			if choice := alternative(e); choice != nil {
				r.blocks(choice, c)
			}
		case "w:bookmarkStart", "w:bookmarkEnd":
			r.bookmark(e)
		case "w:commentRangeStart", "w:commentRangeEnd":
			r.commentMark(e)
		case "w:altChunk":
			r.count++
			r.loose = nil
			r.loseAll("another file that is embedded", "", thenFile, nil)
		}
	}
}

// control reads what stands in a control. In one that was emptied Word asks to click there:
// that is nobody's text, and an empty block says where it is.
func (r *reader) control(e *element, c context) {
	content := e.kid("w:sdtContent")
	switch {
	case content == nil:
	case e.at("w:sdtPr", "w:showingPlcHdr").on():
		r.add(Block{IDs: c.ids, Locked: c.locked, Marks: r.markedBy(), Place: r.place(), Under: r.heading})
	default:
		r.blocks(content, c)
	}
}

// alternative is the way of writing something that is read: the newest.
func alternative(e *element) *element {
	if choice := e.kid("mc:Choice"); choice != nil {
		return choice
	}
	return e.kid("mc:Fallback")
}

func (r *reader) bookmark(e *element) {
	if e.name == "w:bookmarkEnd" {
		delete(r.marks, e.attr("id"))
		return
	}
	r.marks[e.attr("id")] = e.attr("name")
}

// markedBy are the ids of texts whose bookmarks are open.
func (r *reader) markedBy() []string {
	var ids []string
	for _, name := range r.marks {
		if id, found := strings.CutPrefix(name, word.BookmarkPrefix); found {
			id, _, _ = strings.Cut(id, "_")
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// place says where the reader stands, for people.
func (r *reader) place() string {
	switch {
	case r.heading == "":
		return fmt.Sprintf("paragraph %d", r.count)
	case r.ended:
		return fmt.Sprintf("below the end of “%s”", r.heading)
	}
	return fmt.Sprintf("“%s”, paragraph %d", r.heading, r.count)
}

// lose notes what has no counterpart, once for each paragraph.
func (r *reader) lose(what string, b *Block) { r.loseAll(what, "", "", b) }

// loseAll notes what has no counterpart and isn't kept, but for words that people are told,
// and what then is to be done.
func (r *reader) loseAll(what, words, then string, b *Block) {
	once := what + words
	if slices.Contains(r.loose, once) || b != nil && b.Locked || r.inCell && what == "colour" {
		return // colour in tables is of their style, as LibreOffice writes that
	}
	r.loose = append(r.loose, once)
	r.file.Losses = append(r.file.Losses, Loss{What: what, Place: r.place(), Block: r.block(), Words: words, Then: then})
}

var keyLine = lazyregexp.Lazy(`^\s*Text apr-([0-9a-z]{4,40})\b`)

// finish joins paragraphs whose ends are gone.
func (r *reader) finish() {
	var out []Block
	index := make([]int, len(r.file.Blocks)+1)
	for i, b := range r.file.Blocks {
		if n := len(out) - 1; n >= 0 && out[n].endsText && b.Kind != Table && b.Kind != Picture && out[n].Kind != Table && out[n].Kind != Picture {
			out[n].Content = tidy(append(out[n].Content, b.Content...))
			out[n].endsText = b.endsText
			index[i] = n
			continue
		}
		index[i] = len(out)
		out = append(out, b)
	}
	index[len(r.file.Blocks)] = max(len(out)-1, 0)
	at := func(i int) int {
		if i < 0 || i >= len(index) {
			return -1
		}
		return index[i]
	}
	for i := range r.file.Comments {
		r.file.Comments[i].Block = at(r.file.Comments[i].Block)
	}
	for i := range r.file.Changes {
		r.file.Changes[i].Block = at(r.file.Changes[i].Block)
	}
	for i := range r.file.Losses {
		r.file.Losses[i].Block = at(r.file.Losses[i].Block)
	}
	r.file.Blocks = out
	r.file.Comments = threads(r.file.Comments)
}

// readNotes reads the footnotes or endnotes, each as one line.
func (r *reader) readNotes(kind string, root *element, relations map[string]relation) {
	inner := &reader{archive: r.archive, opts: r.opts, file: &File{}, relations: relations, styles: r.styles, numbering: r.numbering,
		marks: map[string]string{}, notes: r.notes, noteMarks: r.noteMarks, inNote: true}
	for _, e := range root.kids {
		if t := e.attr("type"); t != "" && t != "normal" || len(e.kids) == 0 {
			continue
		}
		inner.file = &File{}
		inner.blocks(e, context{})
		for _, l := range inner.file.Losses {
			if l.Hidden || l.Then != "" {
				l.Place, l.Block = "a footnote", -1
				r.file.Losses = append(r.file.Losses, l)
			}
		}
		var content document.Inlines
		for _, b := range inner.file.Blocks {
			if b.Picture != nil && b.Kind == Picture {
				r.file.Losses = append(r.file.Losses, Loss{What: "a picture", Place: "a footnote", Block: -1, Words: b.Picture.Alt, Then: thenFromNote})
			}
			if len(content) > 0 && len(b.Content) > 0 {
				content = append(content, &document.LineBreak{})
			}
			content = append(content, b.Content...)
		}
		content = tidy(content)
		r.notes[kind+e.attr("id")] = &document.Note{Number: len(r.notes) + 1, ID: kind + e.attr("id"), Content: content}
	}
}
