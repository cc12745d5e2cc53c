package prose

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"apr/internal/document"
	"apr/internal/lazyregexp"
	"apr/internal/source"
)

const languageHint = `write [words]{lang=gd}, or a line "::: {lang=gd}" before paragraphs and a line ":::" after them; ` +
	"gd is Scottish Gaelic, sco Scots, pl Polish"

// languageOf reads a passage's attributes, of which a report knows one: lang.
// It is the passage's language; of one that isn't sound, as of one that isn't
// there, it is that of the text around.
func (c *converter) languageOf(s span) string {
	found := c.lang
	attributes, wrong := attributesIn(c.src, s)
	if len(attributes) == 0 && wrong < 0 {
		c.problem("attribute", s.start, "the passage has no language", languageHint)
	}
	for _, a := range attributes {
		switch {
		case a.name == "." || a.name == "#":
			wrong = a.at
		case a.name != "lang":
			c.problem("attribute", a.at, fmt.Sprintf("unknown attribute %q: a passage can have a language and nothing else", a.name), languageHint)
		default:
			found = c.tagOf(a)
		}
		if wrong == a.at {
			break
		}
	}
	if wrong >= 0 {
		c.problem("attribute", wrong, fmt.Sprintf("%q can't be used between braces after a passage", wordAt(c.src, wrong, s.end)), languageHint)
	}
	return found
}

// tagOf is the language that an attribute names; of one that isn't sound it is that of
// the text around.
func (c *converter) tagOf(a attribute) string {
	tag, hint := readTag(a.value)
	if tag == "" {
		c.problem("language", a.valueAt, fmt.Sprintf("%q is not the tag of a language", a.value), hint)
		return c.lang
	}
	return tag
}

// names are languages that people in Scotland write, by what an author may
// call them in place of the tag.
var names = map[string]string{
	"gaelic": "gd", "scottish gaelic": "gd", "gàidhlig": "gd", "scots": "sco", "english": "en", "polish": "pl", "polski": "pl",
	"urdu": "ur", "punjabi": "pa", "chinese": "zh", "arabic": "ar", "romanian": "ro", "ukrainian": "uk", "russian": "ru",
	"french": "fr", "german": "de", "italian": "it", "spanish": "es", "portuguese": "pt", "lithuanian": "lt", "latvian": "lv",
	"bengali": "bn", "hindi": "hi", "turkish": "tr", "farsi": "fa", "persian": "fa", "irish": "ga", "welsh": "cy", "norn": "nrn",
	"shetland": "sco", "doric": "sco",
}

// readTag is a language tag in its standard form, or "" and what to write
// instead.
func readTag(written string) (tag, hint string) {
	parsed, err := language.Parse(written)
	if err == nil && parsed != language.Und && !strings.HasPrefix(parsed.String(), "x-") {
		return parsed.String(), ""
	}
	known := make([]string, 0, len(names))
	for name := range names {
		known = append(known, name)
	}
	slices.Sort(known)
	if name := source.Nearest(written, known); len(written) > 3 && name != "" {
		return "", fmt.Sprintf("did you mean lang=%s?", names[name])
	}
	hint = "expected a tag of BCP 47, such as gd, sco or pl"
	if wrong := (language.ValueError)(nil); errors.As(err, &wrong) {
		hint += fmt.Sprintf("; no language has the part %q", wrong.Subtag())
	}
	return "", hint
}

// within converts what is in a passage, in its language.
func (c *converter) within(attributes span, convert func()) {
	around := c.lang
	c.lang = c.languageOf(attributes)
	convert()
	c.lang = around
}

// passage converts words in brackets.
func (c *converter) passage(n *passageNode) document.Inlines {
	var content document.Inlines
	c.within(n.attributes, func() { content = c.inlines(n) })
	if len(content) == 0 {
		c.problem("empty-passage", c.offset(n), "there is nothing between the brackets", "write the words between them that are in another language")
	}
	return content
}

// strayLanguage finds a language at a place where it marks nothing, such as
// behind a heading, in text that would be printed.
var strayLanguage = lazyregexp.Lazy(`\{\s*lang\s*=[^}]*\}`)

func (c *converter) stray(from, to int) {
	for _, m := range strayLanguage().FindAllIndex(c.src[from:to], -1) {
		if at := from + m[0]; at > 0 && c.src[at-1] == '\\' {
			continue
		}
		c.problem("attribute", from+m[0], "the language marks nothing here", "put the words in brackets straight before it: [words]{lang=gd}")
	}
}

// oneLanguage is the language of text that can have only one, because it is
// more than text: a heading is in the contents too.
func (c *converter) oneLanguage(content document.Inlines, at int, where string) string {
	var found []string
	w := document.Walker{Inline: func(i document.Inline) error {
		if t, ok := i.(*document.Text); ok && strings.TrimSpace(t.Text) != "" && !slices.Contains(found, t.Lang) {
			found = append(found, t.Lang)
		}
		return nil
	}}
	_ = w.Inlines(content) // the function doesn't fail
	switch {
	case len(found) > 1:
		c.problem("language", at, "a "+where+" can't be in two languages", "mark the whole of it, or nothing of it")
		return ""
	case len(found) == 1:
		return found[0]
	}
	return ""
}
