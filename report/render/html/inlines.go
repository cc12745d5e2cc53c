package html

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"apr/internal/document"
	"apr/internal/shaping"
	"apr/internal/wording"
)

var _ document.InlineVisitor = (*inlineWriter)(nil)

// inlineWriter writes each kind of inline.
type inlineWriter writer

func (w *writer) inlines(is document.Inlines) error {
	for _, i := range is.Joined() {
		if err := i.Accept((*inlineWriter)(w)); err != nil {
			return err
		}
	}
	return nil
}

func (w *inlineWriter) w() *writer { return (*writer)(w) }

func (w *inlineWriter) Text(i *document.Text) error {
	w.w().foreign(i.Text, i.Lang)
	return nil
}

// foreign writes text that has a language where it isn't the page's.
func (w *writer) foreign(text, lang string) {
	if lang == "" {
		w.words(text)
		return
	}
	w.raw("<span", langOf(lang), ">")
	w.words(text)
	w.raw("</span>")
}

// langOf is the attributes of an element in a language that isn't the page's.
func langOf(lang string) string {
	if lang == "" {
		return ""
	}
	direction := ""
	if shaping.RightToLeft(lang) {
		direction = ` dir="rtl"`
	}
	return ` lang="` + escape(lang) + `"` + direction
}

func (w *inlineWriter) Strong(i *document.Strong) error { return w.within("strong", i.Content) }

func (w *inlineWriter) Emphasis(i *document.Emphasis) error { return w.within("em", i.Content) }

func (w *inlineWriter) within(tag string, content document.Inlines) error {
	w.w().raw("<", tag, ">")
	err := w.w().inlines(content)
	w.w().raw("</", tag, ">")
	return err
}

// Link writes only the content where the address isn't one to follow, such as
// a script.
func (w *inlineWriter) Link(i *document.Link) error {
	address := i.Address("html")
	if !followable(address) {
		return w.w().inlines(i.Content)
	}
	if words, shown, isShown := addressShown(i.Content, address); isShown {
		w.w().raw(`<a href="`, escape(document.EncodeAddress(address)), `">`)
		w.w().words(words)
		w.w().raw(strings.NewReplacer("//", "//<wbr>", "/", "/<wbr>").Replace(escape(shown)), "</a>")
		return nil
	}
	return w.anchor(document.EncodeAddress(address), i.Content)
}

// addressShown are a link's words where they end with its own address, which lines break
// behind slashes: broken within a word or a year it can't be read.
func addressShown(content document.Inlines, address string) (before, shown string, found bool) {
	if len(content) != 1 {
		return "", "", false
	}
	t, ok := content[0].(*document.Text)
	if !ok || t.Lang != "" {
		return "", "", false
	}
	at := strings.LastIndexByte(t.Text, ' ') + 1
	shown = t.Text[at:]
	return t.Text[:at], shown, strings.Contains(shown, "/") && strings.HasSuffix(address, shown)
}

func (w *inlineWriter) Reference(i *document.Reference) error {
	return w.anchor("#"+i.Target, i.Content)
}

func (w *inlineWriter) anchor(href string, content document.Inlines) error {
	w.w().raw(`<a href="`, escape(href), `">`)
	err := w.w().inlines(content)
	w.w().raw("</a>")
	return err
}

// followable reports whether an address is of the web, of mail or of a
// telephone, or relative.
func followable(address string) bool {
	u, err := url.Parse(address)
	return err == nil && slices.Contains([]string{"", "http", "https", "mailto", "tel"}, strings.ToLower(u.Scheme))
}

// Datum keeps the exact value and where it was read next to what is shown.
func (w *inlineWriter) Datum(i *document.Datum) error {
	if w.copied {
		w.w().foreign(i.Display, i.Lang)
		return nil
	}
	w.w().raw(`<data value="`, escape(i.Value), `"`)
	if i.ID != "" {
		w.w().raw(` data-figure="`, escape(i.ID), `"`)
	}
	if !i.Position.IsZero() {
		w.w().raw(` data-source="`, escape(i.Position.String()), `"`)
	}
	w.w().raw(langOf(i.Lang), ">")
	w.w().text(i.Display)
	w.w().raw("</data>")
	return nil
}

func (w *inlineWriter) NoteMark(i *document.NoteMark) error {
	if i.Note == nil {
		return errors.New("a footnote's mark has no note")
	}
	if w.copied {
		w.w().raw("<sup>[", fmt.Sprint(i.Note.Number), "]</sup>")
		return nil
	}
	w.marks[i.Note] = append(w.marks[i.Note], w.unprinted)
	k := len(w.marks[i.Note])
	w.w().raw(`<sup><a id="`, markID(i.Note, k), `" href="#`, noteID(i.Note, k), `">[`)
	w.noteName(i.Note.Number)
	w.w().raw("]</a></sup>")
	return nil
}

// noteName writes a note's number, around which only programs that read aloud have words.
func (w *inlineWriter) noteName(number int) {
	const row = "note {number}"
	words, lang := w.meta.Own(row)
	for _, p := range wording.Pieces(row, words) {
		if p.Value < 0 {
			w.w().raw(`<span class="vh"`, langOf(lang), ">", escape(p.Text), "</span>")
		} else {
			w.w().raw(strconv.Itoa(number))
		}
	}
}

func (w *inlineWriter) LineBreak(*document.LineBreak) error {
	w.w().raw("<br>")
	return nil
}
