package shaping

import (
	"strings"
	"unicode"
)

// Fonts are those that a project names.
type Fonts []*Font

// For is the font for a language, by its tag (BCP 47): the one that is named for it, or
// for it without its last parts; else one that is named for it in one country or script;
// nil for none.
func (fs Fonts) For(lang string) *Font {
	if len(fs) == 0 {
		return nil
	}
	for tag := strings.ToLower(lang); tag != ""; tag = tag[:max(strings.LastIndexByte(tag, '-'), 0)] {
		for _, f := range fs {
			for _, of := range f.Languages {
				if strings.ToLower(of) == tag {
					return f
				}
			}
		}
	}
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	for _, f := range fs {
		for _, of := range f.Languages {
			if named, _, _ := strings.Cut(strings.ToLower(of), "-"); named == base && base != "" {
				return f
			}
		}
	}
	return nil
}

// Foreign reports whether a text is in a script that the report's own font doesn't set:
// any but Latin, Greek and Cyrillic.
func Foreign(text string) bool {
	for _, r := range text {
		if r >= 0x530 && (unicode.IsLetter(r) || unicode.IsMark(r)) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Common, unicode.Inherited) {
			return true
		}
	}
	return false
}

// Setting is the font that a text in a language is to be set in, nil for the report's
// own.
func (fs Fonts) Setting(text, lang string) *Font {
	if len(fs) == 0 || !Foreign(text) {
		return nil
	}
	return fs.For(lang)
}
