package document

import (
	"strings"

	"golang.org/x/text/language"

	"apr/internal/lazyregexp"
)

// passage is words with the tag of their language, as texts of the narrative have it:
// [Slàinte mhath]{lang=gd}.
var passage = lazyregexp.Lazy(`\[([^\[\]]+)\]\{\s*lang\s*=\s*"?([A-Za-z0-9-]+)"?\s*\}`)

// MarkLanguages reads the languages that are marked in what isn't the narrative's:
// names, titles and other words of apr.yaml. (The narrative's own are read with its
// Markdown, and its texts have positions.) What can have but one language, such as a
// heading, has it where all of it is in that language; its marks are taken off in any
// case, so that no braces are printed.
func MarkLanguages(doc *Document) {
	m := &doc.Meta
	for _, s := range []*string{&m.Title, &m.Subtitle} {
		*s = Unmarked(*s)
	}
	setLanguage(&m.Authority, &m.AuthorityLang)
	setLanguage(&m.Brand.Name, &m.Brand.Lang)
	for i, n := range m.CoverNotes {
		m.CoverNotes[i] = inLanguages(n)
	}
	w := Walker{
		Section: func(s *Section) error { setLanguage(&s.Title, &s.Lang); return nil },
		Block: func(b Block) error {
			switch b := b.(type) {
			case *Table:
				setLanguage(&b.Caption, &b.Lang)
			case *Picture:
				b.Caption = Unmarked(b.Caption)
			case *Callout:
				b.Title = Unmarked(b.Title)
			case *Box:
				setLanguage(&b.Title, &b.Lang)
			case *Figure:
				figureLanguages(b)
			}
			return nil
		},
	}
	_ = w.Walk(doc) // the functions don't fail
	eachLine(doc.Sections, inLanguages)
	for _, n := range doc.Notes {
		n.Content = inLanguages(n.Content)
	}
	for i := range doc.Datasets {
		d := &doc.Datasets[i]
		d.Name, d.Area = Unmarked(d.Name), Unmarked(d.Area)
		for k := range d.Facts {
			d.Facts[k].Title, d.Facts[k].Area = Unmarked(d.Facts[k].Title), Unmarked(d.Facts[k].Area)
		}
	}
}

// Unmarked is a text without the marks of its languages, for what can't have one.
func Unmarked(s string) string {
	words, _ := oneLanguage(s)
	return words
}

func figureLanguages(f *Figure) {
	setLanguage(&f.Caption, &f.Lang)
	for _, s := range []*string{&f.Subtitle, &f.Source, &f.Alt} {
		*s = Unmarked(*s)
	}
	if f.Chart != nil {
		for i := range f.Chart.Categories {
			f.Chart.Categories[i] = Unmarked(f.Chart.Categories[i])
		}
		for i := range f.Chart.Series {
			f.Chart.Series[i].Name = Unmarked(f.Chart.Series[i].Name)
		}
	}
	if f.Data != nil {
		setLanguage(&f.Data.Caption, &f.Data.Lang)
		_ = lines(inLanguages).Table(f.Data) // lines never fails
	}
}

func setLanguage(text, lang *string) {
	words, tag := oneLanguage(*text)
	*text = words
	if tag != "" {
		*lang = tag
	}
}

// oneLanguage is a text without marks, and its language where all of it has one.
func oneLanguage(s string) (words, lang string) {
	if !strings.Contains(s, "]{") {
		return s, ""
	}
	if m := passage().FindStringSubmatch(s); m != nil && strings.TrimSpace(s) == m[0] && soundTag(m[2]) != "" {
		return m[1], soundTag(m[2])
	}
	return passage().ReplaceAllString(s, "$1"), ""
}

// soundTag is a language's tag in its standard form, "" for none.
func soundTag(s string) string {
	t, err := language.Parse(s)
	if err != nil || t == language.Und {
		return ""
	}
	return t.String()
}

// inLanguages is a line with the marked passages of the program's own texts as texts in
// their languages.
func inLanguages(line Inlines) Inlines {
	var out Inlines
	for _, in := range line {
		switch in := in.(type) {
		case *Strong:
			in.Content = inLanguages(in.Content)
		case *Emphasis:
			in.Content = inLanguages(in.Content)
		case *Link:
			in.Content = inLanguages(in.Content)
		case *Reference:
			in.Content = inLanguages(in.Content)
		case *Text:
			if in.Position.IsZero() && strings.Contains(in.Text, "]{") {
				out = append(out, passages(in)...)
				continue
			}
		}
		out = append(out, in)
	}
	return out
}

func passages(t *Text) (out Inlines) {
	at := 0
	for _, m := range passage().FindAllStringSubmatchIndex(t.Text, -1) {
		if m[0] > at {
			out = append(out, &Text{Text: t.Text[at:m[0]], Lang: t.Lang})
		}
		lang := soundTag(t.Text[m[4]:m[5]])
		if lang == "" {
			lang = t.Lang
		}
		out = append(out, &Text{Text: t.Text[m[2]:m[3]], Lang: lang})
		at = m[1]
	}
	if at < len(t.Text) {
		out = append(out, &Text{Text: t.Text[at:], Lang: t.Lang})
	}
	return out
}
