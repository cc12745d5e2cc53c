package html

import (
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"

	"apr/internal/document"
	"apr/internal/shaping"
	"apr/internal/source"
)

// anyFont is true of every character: what the project's font lacks is drawn in one of
// the reader's.
func anyFont(rune) bool { return true }

// Unembeddable are the fonts of a document that a page can't hold.
func Unembeddable(doc *document.Document) []*source.Problem {
	var problems []*source.Problem
	for _, f := range doc.Fonts {
		passages := doc.Passages(f)
		if len(passages) == 0 {
			continue
		}
		if _, err := f.WOFF(passages, anyFont); err != nil {
			problems = append(problems, unembeddable(f, err))
		}
	}
	return problems
}

func unembeddable(f *shaping.Font, err error) *source.Problem {
	p := &source.Problem{Code: "font", Position: source.Position{File: f.File}, Message: fmt.Sprintf("the font %s can't be in the page: %v", f.File, err)}
	if large, ok := errors.AsType[*shaping.TooLarge](err); ok {
		p.Message = fmt.Sprintf("the font %s takes %d kB in the page; at most %d are put there", f.File, large.Bytes>>10, large.Most>>10)
		p.Hint = "name a font of fewer characters"
		if large.Whole {
			p.Hint = "its licence doesn't let a part of it be taken (OS/2 fsType: no subsetting): name a font of fewer characters, or one with a free licence"
		}
	}
	return p
}

// fontStyle is the project's fonts within the style, each with the characters that the
// page has in its languages.
func fontStyle(doc *document.Document) ([]byte, error) {
	var css strings.Builder
	for i, f := range doc.Fonts {
		passages := doc.Passages(f)
		if len(passages) == 0 {
			continue
		}
		woff, err := f.WOFF(passages, anyFont)
		if err != nil {
			return nil, &source.InputError{Problems: []*source.Problem{unembeddable(f, err)}}
		}
		var languages []string
		for _, p := range passages {
			if l := ":lang(" + p.Lang + ")"; !slices.Contains(languages, l) {
				languages = append(languages, l)
			}
		}
		height := ""
		if f.Height > 1.6 { // more than the style's lines have
			height = " line-height: normal;"
		}
		fmt.Fprintf(&css, "\n@font-face { font-family: \"report-%d\"; src: url(\"data:font/woff;base64,%s\") format(\"woff\"); }\n%s { font-family: \"report-%d\", system-ui, sans-serif;%s }\n",
			i+1, base64.StdEncoding.EncodeToString(woff), strings.Join(languages, ", "), i+1, height)
	}
	return []byte(css.String()), nil
}
