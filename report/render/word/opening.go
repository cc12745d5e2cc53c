package word

import (
	"strings"

	"apr/internal/document"
)

// cover writes who reports, the title, the period and the state on the colour of
// the house, and below them what else there is to say.
func (w *writer) cover() error {
	m := w.file.meta
	if err := w.brandPicture(m.Brand.Logo, 220, 64); err != nil {
		return err
	}
	names := []struct{ style, text, lang string }{
		{"CoverName", m.Brand.Name, m.Brand.Lang}, {"CoverAuthority", m.Authority, m.AuthorityLang},
		{"Title", m.Title, m.TitleLang}, {"Subtitle", m.Subtitle, m.SubtitleLang}, {"Subtitle", "", ""}, {"CoverState", "", ""},
	}
	if m.Brand.Name == "" {
		names[1].style = "CoverName"
	}
	if m.Year != "" && !strings.Contains(m.Title+m.Subtitle, m.Year) {
		names[4].text, names[4].lang = m.Own("Reporting year {year}", m.Year)
	}
	names[5].text, names[5].lang = m.Own(m.State)
	for _, n := range names {
		if n.text == "" {
			continue
		}
		if err := w.words(paragraph{style: n.style}, n.text, n.lang); err != nil {
			return err
		}
	}
	w.afterTable = true // what follows is off the colour
	height := 330.0
	if len(m.CoverNotes) > 0 { // they are to be on the cover, too
		height = 200
	}
	if picture := m.Brand.Cover; !m.Brief {
		if err := w.brandPicture(picture, float64(w.width())/20, height); err != nil {
			return err
		}
	}
	for _, n := range m.CoverNotes {
		if err := w.line(paragraph{style: "CoverNote"}, n); err != nil {
			return err
		}
	}
	return nil
}

// entry is a line of the contents.
type entry struct {
	style, title, lang, id string
}

// contents writes the list of contents as a field, filled in with a link for each
// line. Word adds the numbers of the pages when the field is updated: nobody knows
// them before the pages are set.
func (w *writer) contents(sections []*document.Section) error {
	entries := entriesOf(sections, nil)
	if len(entries) == 0 || w.file.meta.Brief {
		return nil
	}
	w.raw(`<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>`, "\n")
	title, lang := w.file.meta.Own("Contents")
	if err := w.words(paragraph{style: "TOCHeading"}, title, lang); err != nil {
		return err
	}
	for i, e := range entries {
		line := document.Inlines{&document.Reference{Target: e.id, Content: document.Inlines{&document.Text{Text: e.title, Lang: e.lang}}}}
		err := w.paragraph(paragraph{style: e.style}, func() error {
			if i == 0 {
				w.raw(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-2" \h \z \u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`)
			}
			if err := w.inlines(line, format{}); err != nil {
				return err
			}
			if i == len(entries)-1 {
				w.raw(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	w.raw("</w:sdtContent></w:sdt>\n")
	w.properties = 0 // a section doesn't end within the contents
	return nil
}

// entriesOf are the sections of the first two levels.
func entriesOf(sections []*document.Section, list []entry) []entry {
	for _, s := range sections {
		style := "TOC1"
		if s.Level > 1 {
			style = "TOC2"
		}
		list = append(list, entry{style, s.Title, s.Lang, s.ID})
		if s.Level < 2 {
			list = entriesOf(s.Sections, list)
		}
	}
	return list
}
