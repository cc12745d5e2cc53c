package prose

import (
	"fmt"
	"strings"

	"apr/internal/document"
	"apr/internal/lazyregexp"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Anchor is the id that a heading or a table's caption is given in a text:
// "## Workforce {#workforce}".
type Anchor struct {
	ID, Title string
	Kind      reference.TargetKind
	Position  source.Position
}

// anchorAtEnd is an anchor at the end of a heading or caption.
var anchorAtEnd = lazyregexp.Lazy(`^(.*?)[ \t]*\{#([^{}]*)\}[ \t#]*$`)

// Anchors are the anchors of a text. Those that can't be one are reported where the text
// is converted.
func Anchors(t yamlpos.Text) []Anchor {
	if !strings.Contains(t.Markdown, "{#") {
		return nil
	}
	var out []Anchor
	fence := ""
	for _, l := range linesIn(t.Markdown) {
		body := strings.TrimSpace(l.text)
		if mark := fenceMark().FindString(body); mark != "" && (fence == "" || strings.HasPrefix(mark, fence)) {
			if fence == "" {
				fence = mark
			} else {
				fence = ""
			}
			continue
		}
		title, isHeading := strings.CutPrefix(body, "#")
		kind := reference.TargetHeading
		if !isHeading {
			var isCaption bool
			if title, isCaption = strings.CutPrefix(body, captionMark); !isCaption {
				continue
			}
			kind = reference.TargetCaption
		}
		m := anchorAtEnd().FindStringSubmatch(title)
		if fence != "" || m == nil {
			continue
		}
		if problem, _ := CheckAnchor(m[2]); problem != "" {
			continue
		}
		at := t.At(l.at + strings.LastIndex(l.text, "{#"))
		out = append(out, Anchor{ID: m[2], Title: strings.TrimSpace(strings.TrimLeft(m[1], "#")), Kind: kind, Position: at})
	}
	return out
}

// maxAnchor bounds how long an anchor is.
const maxAnchor = 60

// reserved are ids that apr gives itself.
var reservedAnchor = lazyregexp.Lazy(`^(?i:doc-.*|s-[0-9].*|(?:table|figure|note)-[0-9]+(?:-data)?)$`)

var soundAnchor = lazyregexp.Lazy(`^[A-Za-z][A-Za-z0-9_-]*$`)

// CheckAnchor says what keeps an id from being one, and what to do; "" for nothing.
func CheckAnchor(id string) (problem, hint string) {
	switch {
	case !soundAnchor().MatchString(id):
		return "isn't a letter followed by letters, digits, hyphens and underscores", "write one such as workforce or grades-2025"
	case len(id) > maxAnchor:
		return fmt.Sprintf("has more than %d characters", maxAnchor), "shorten it"
	case reservedAnchor().MatchString(id):
		return "is one that apr gives itself", "choose another, such as one that says what is there"
	}
	return "", ""
}

// anchored takes the anchor from behind a title, and gives the id of what it is of: from
// the anchor, or made from the title. Where nobody asks for anchors they stay.
func (c *converter) anchored(title string, at int) (words, id string) {
	m := anchorAtEnd().FindStringSubmatch(title)
	if m == nil || c.opts.Anchor == nil {
		return title, c.id(title)
	}
	if problem, hint := CheckAnchor(m[2]); problem != "" {
		c.problem("anchor", at, fmt.Sprintf("the id %q %s", m[2], problem), hint)
		return m[1], c.id(m[1])
	}
	return m[1], c.opts.Anchor(m[2])
}

// place is what stands in the place of {{ ref }}, and says of {{ table }} that it is
// misplaced. ok is false for other references, and where nobody asks for places.
func (c *converter) place(r reference.Reference) (in document.Inlines, ok bool) {
	if !reference.IsPlace(r.Name) || c.opts.Refer == nil || len(r.Args) != 1 {
		return nil, false
	}
	if r.Name == reference.PlaceTable {
		c.problem("misplaced-reference", r.Start, "a table can't be within a paragraph, a list, a quotation, a box or a cell",
			"put it on a line of its own, with an empty line before and after it")
		return nil, true
	}
	return c.opts.Refer(r.Args[0].Value, r.Args[0].Position, nil, c.starts), true
}

// ownTable is the table that is all of a paragraph; ok is false for any other paragraph.
func (c *converter) ownTable(r reference.Reference) (b document.Block, ok bool) {
	if r.Name != reference.PlaceTable || c.opts.Table == nil || len(r.Args) != 1 {
		return nil, false
	}
	c.used[r.Start] = true
	return c.opts.Table(r.Args[0].Value, r.Position), true
}

// startsSentence reports whether what follows a line begins a sentence; around says it
// of where the line begins.
func startsSentence(line document.Inlines, around bool) bool {
	for i := len(line) - 1; i >= 0; i-- {
		if s := strings.TrimRight(line[i:i+1].String(), " "); s != "" {
			return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
		}
	}
	return around
}
