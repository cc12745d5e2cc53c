package account

import (
	"path"
	"slices"
	"strings"

	"apr/finance/ledger"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
)

// otherBody reports a ledger whose first lines, cover, column of bodies or file's name speak of
// another council or health board than its partner, which is none of the project's partners.
func (b *posting) otherBody(l *ledger.Result) {
	const hint = "see whether the export is another body's; if it is the partner's all the same, say why"
	lines := slices.Concat(l.Words, l.Cover)
	if slices.ContainsFunc(lines, func(line table.Line) bool { return b.saysOwn(line.Text(), l) }) {
		return
	}
	for n, line := range lines {
		text := line.Text()
		if b.knownBody(text, l) == "" {
			continue
		}
		what := "the ledger %s is given as %s's, and its first lines say %q"
		if n >= len(l.Words) {
			what = "the ledger %s is given as %s's, and the first sheet of its workbook says %q"
		}
		b.says(l, line.Position, hint, what, l.Spec.File, l.Spec.Partner, celltext.Short(text))
		return
	}
	for i := range l.Columns {
		c := &l.Columns[i]
		if !ledger.IsBodyHead(c.Head) {
			continue
		}
		if text, at := b.onlyBody(l, c); text != "" {
			b.says(l, at, hint, "the ledger %s is given as %s's, and its column %q says %q", l.Spec.File, l.Spec.Partner, celltext.Short(c.Head), celltext.Short(text))
			return
		}
	}
	name := strings.ReplaceAll(path.Base(l.Spec.File), "_", " ")
	if other := b.knownBody(strings.TrimSuffix(name, path.Ext(name)), l); other != "" && !b.saysOwn(name, l) {
		b.says(l, l.Spec.Position, hint, "the ledger %s is given as %s's, and its file is called after %s", l.Spec.File, l.Spec.Partner, other)
	}
}

// onlyBody is what all lines say in a column of bodies, if it is another body.
func (b *posting) onlyBody(l *ledger.Result, c *ledger.SaidColumn) (text string, at source.Position) {
	body := ""
	for _, s := range c.Texts {
		named := b.knownBody(s.Text, l)
		if named == "" || body != "" && named != body {
			return "", at
		}
		if body == "" {
			body, text, at = named, s.Text, s.First
		}
	}
	return text, at
}

// saysOwn reports whether a text names the ledger's partner or the authority.
func (b *posting) saysOwn(text string, l *ledger.Result) bool {
	if names := ledger.BodyOf(text, []string{l.Spec.Partner}); names == "" {
		return slices.ContainsFunc(b.spec.Own, func(own string) bool { return ofBodyOrBoard(own) && ledger.Named(text, own) })
	}
	return b.longer(text, l) == ""
}

// ofBodyOrBoard reports whether a name is more than that of a place, which is in the names of
// several bodies.
func ofBodyOrBoard(name string) bool {
	return ofBody().MatchString(name) || boardText().MatchString(name)
}

// longer is another body with the partner's name in its own, as East Renfrewshire Council has
// that of Renfrewshire Council, that a text names, or "".
func (b *posting) longer(text string, l *ledger.Result) string {
	place := placeOf(l.Spec.Partner)
	for _, o := range b.spec.OtherBodies {
		if p := placeOf(o); p != place && ledger.Named(p, place) && ledger.BodyOf(text, []string{o}) != "" {
			return o
		}
	}
	return ""
}

// knownBody is a council or health board that a text names and that isn't the partner, or "".
func (b *posting) knownBody(text string, l *ledger.Result) string {
	if b.saysOwn(text, l) {
		return ""
	}
	if other := ledger.BodyOf(text, b.spec.OtherBodies); other != "" || ledger.BodyOf(l.Spec.Partner, b.spec.Bodies) == "" {
		return other // the constituent authorities may be the partner under another name
	}
	return ledger.BodyOf(text, b.spec.Bodies)
}
