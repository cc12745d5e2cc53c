package word

import (
	"errors"
	"net/url"
	"slices"
	"strings"

	"apr/internal/document"
)

var _ document.InlineVisitor = (*inlineWriter)(nil)

// inlineWriter writes each kind of inline, in a format.
type inlineWriter struct {
	*writer
	format format
}

func (w *writer) inlines(is document.Inlines, f format) error {
	iw := &inlineWriter{w, f}
	for _, i := range is.Joined() {
		if err := i.Accept(iw); err != nil {
			return err
		}
	}
	return nil
}

func (w *inlineWriter) Text(i *document.Text) error {
	f := w.format
	f.lang = i.Lang
	return w.passage(i.Text, f)
}

func (w *inlineWriter) Strong(i *document.Strong) error {
	f := w.format
	f.bold = true
	return w.inlines(i.Content, f)
}

func (w *inlineWriter) Emphasis(i *document.Emphasis) error {
	f := w.format
	f.italic = true
	return w.inlines(i.Content, f)
}

// Link leads outside. Only the words are written where the address isn't one to
// follow, such as a script, and within another link, for Word has no link in one.
func (w *inlineWriter) Link(i *document.Link) error {
	address := i.Address("docx")
	if !followable(address) || w.format.linked {
		return w.inlines(i.Content, w.format)
	}
	w.raw(`<w:hyperlink r:id="`, w.relations.link(document.EncodeAddress(address)), `" w:history="1">`)
	return w.linked(i.Content)
}

// Reference leads to a bookmark.
func (w *inlineWriter) Reference(i *document.Reference) error {
	if w.format.linked {
		return w.inlines(i.Content, w.format)
	}
	w.raw(`<w:hyperlink w:anchor="`, w.file.bookmark(i.Target), `" w:history="1">`)
	return w.linked(i.Content)
}

func (w *inlineWriter) linked(is document.Inlines) error {
	f := w.format
	f.style, f.linked = "Hyperlink", true
	err := w.inlines(is, f)
	w.raw("</w:hyperlink>")
	return err
}

// followable reports whether an address is of the web, of mail or of a telephone,
// or relative.
func followable(address string) bool {
	u, err := url.Parse(address)
	return err == nil && slices.Contains([]string{"", "http", "https", "mailto", "tel"}, strings.ToLower(u.Scheme))
}

// Datum keeps the exact value and where it was read next to what is shown.
func (w *inlineWriter) Datum(i *document.Datum) error {
	if w.form != nil && i.ID != "" {
		return w.bound(i)
	}
	f := w.format
	f.lang = i.Lang
	write := func() error { return w.passage(i.Display, f) }
	if i.ID == "" || w.repeated {
		return write()
	}
	return w.marked(w.file.data.bookmark(i), write)
}

// NoteMark is a footnote the first time, and a cross-reference to its mark after
// that.
func (w *inlineWriter) NoteMark(i *document.NoteMark) error {
	if i.Note == nil {
		return errors.New("a footnote's mark has no note")
	}
	if w.note != nil {
		w.markInNote(i.Note)
		return nil
	}
	return w.mark(i.Note)
}

func (w *inlineWriter) LineBreak(*document.LineBreak) error {
	w.raw("<w:r><w:br/></w:r>")
	return nil
}
